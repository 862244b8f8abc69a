"""What templates use to show records: every text comes with the language it is in."""

import re
from collections.abc import Iterable
from datetime import date
from html import escape
from itertools import groupby
from typing import Any

from django import template
from django.db.models import Manager
from django.urls import reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext

from partnerships import addresses, dates
from partnerships.dates import Moment, Period
from partnerships.models import Activity, Citation, Record, State
from partnerships.pages.facts import Fact
from partnerships.pages.lines_as_one import gathered
from partnerships.pages.other_forms import OtherForm
from partnerships.pages.participants import Participant
from partnerships.pages.sentences import of_states
from partnerships.presentation.days import date_html, hour_said, when_html
from partnerships.presentation.languages import language_now, marked_language, not_translated, text_of
from partnerships.presentation.links import in_order, link_html, links_html, name_html, office_html, within_html
from partnerships.presentation.texts import written_html
from partnerships.presentation.values import field_called, joined_values
from partnerships.projections.timeline import TimelineEntry
from partnerships.records import titles, visibility, walking
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.progress import not_held
from partnerships.records.titles import Days

register = template.Library()
register.filter(not_held)
register.filter(hour_said)
register.filter(not_translated)

#: A picture in a difference: its name and its smallest width.
PICTURE = re.compile(r"([0-9a-f]{64})_([0-9]{1,4})")


@register.simple_tag
def text(record: Record, field: str) -> str:
    """A short text, or the other language’s, marked as such."""
    return marked_language(*text_of(record, field, language_now()))


@register.simple_tag
def prose(record: Record, field: str) -> str:
    """A longer text, in paragraphs; nothing for a kind that has no such text."""
    return written_html(record, field) if hasattr(record, field) else ""


@register.filter
def has_text(record: Record, field: str) -> bool:
    return bool(text_of(record, field, language_now())[0])


@register.simple_tag
def name(record: Record, on: date | None = None) -> SafeString:
    """The name of a record; with `on`, a day or a line of the timeline, the name that it bore then."""
    return name_html(record, days_on(on))


def days_on(on: Any) -> Days | None:
    """The first and the last day of a day or a line of the timeline."""
    if on is None:
        return None
    return (on, on) if isinstance(on, date) else on.days


@register.simple_tag
def name_alone(record: Record, on: date | None = None) -> SafeString:
    """The name of a record, marked but not noted as standing in another language."""
    return name_html(record, days_on(on), noted=False)


@register.simple_tag
def colon() -> str:
    """A colon; in French a space stands before it."""
    return "\u00a0:" if language_now() == "fr" else ":"


@register.filter
def as_picture(text: str) -> str:
    """The address of a picture of which `text` says name and width, as differences do; nothing of other texts."""
    found = PICTURE.fullmatch(text)
    return reverse("picture", args=found.groups()) if found else ""


@register.simple_tag
def link(record: Record, on: date | None = None) -> str:
    return link_html(record, days_on(on))


@register.simple_tag
def office_of(tenure: Any, office: Any = None) -> str:
    """The office of a tenure, or `office` held by virtue of it, with its title as it is said of that person."""
    return office_html(office or tenure.office, tenure)


@register.simple_tag
def links(records: Any, on: Any = None) -> SafeString:
    several = in_order(visibility.public(records.all())) if isinstance(records, Manager) else records
    return links_html(several, days_on(on))


@register.filter
def public(records: Iterable[Record]) -> list:
    """Those of `records` that the public may see."""
    return visibility.public(records.all() if isinstance(records, Manager) else records)


@register.simple_tag
def not_public() -> str:
    """What stands for the name of a record that the public may not see."""
    return titles.not_public(language_now())


@register.filter
def is_public(record: Record) -> bool:
    return record is not None and visibility.is_public(record)


@register.filter
def beneficiaries(activity: Activity) -> list:
    """The States that an activity helps, as far as the public may see them."""
    return in_order(visibility.public(one.state for one in activity.beneficiaries.all()))


@register.simple_tag
def for_the_benefit_of(states: Iterable[State]) -> SafeString:
    """Whom an activity helps: “For the benefit of Georgia”, « Au profit de la Géorgie »."""
    return format_html(gettext("For the benefit of {states}"), states=of_states(states))


@register.simple_tag
def said(record: Record, field: str = "period") -> str:
    """A date in words, with `<time>`."""
    return date_html(record, field)


@register.filter
def day(value: date) -> SafeString:
    """A day of the calendar in words."""
    return when_html(moment := dates.moment_on(value), _word(moment))


@register.filter
def day_words(value: date) -> str:
    return _word(dates.moment_on(value))


def _word(moment: Moment | Period) -> str:
    return dates.word(moment, language_now())


@register.filter("shown")
def shown_values(fact: Fact) -> SafeString:
    """The values of a fact, separated by commas."""
    return joined_values(fact.values)


@register.filter
def anchor(record: Record) -> str:
    return addresses.anchor(record)


@register.filter
def permanent(record: Record) -> str:
    return addresses.permanent(record)


@register.filter
def line_when(entry: Any, look: str = "line-when") -> SafeString:
    """The date of a line of the timeline; as one element of the class `look`, unless what stands around it has that."""
    return when_html(entry.when, entry.wording(language_now()), look)


@register.filter
def field_name(citation: Citation) -> str:
    """What the field that a citation is about is called."""
    return field_called(citation)


@register.filter("stated")
def stated_value(citation: Citation) -> str:
    """The value that a source gives: a date in words, other values as they stand."""
    try:
        return _word(dates.parse(citation.value))
    except dates.DateError:
        return citation.value


@register.simple_tag
def said_participant(participant: Participant) -> SafeString:
    """Who took part: what is named first as a link, an office as words; else whom the source names."""
    first, *others = participant.named or [None]
    if first is None:
        styled = text_of(participant.participation, "styled", language_now())
        return marked_language(*styled)
    names = [link_html(first), *(within_html(one) for one in others)]
    return format_html_join(", ", "{}", ((name,) for name in names))


@register.simple_tag
def address(record: Record) -> str:
    """Where a record is shown, in the language of the page."""
    return addresses.address(record, language_now())


@register.filter
def kind_name(record: Record) -> str:
    """What the kind of a record is called."""
    return str(record._meta.verbose_name)


@register.filter
def by_date(parts: Iterable[Any]) -> list:
    return sorted(parts, key=lambda part: (dates.reading_place(part.date_earliest, part.date_latest), part.key))


@register.filter
def concerned(record: Record) -> list[list[Record]]:
    """What a record concerns, as far as the public may see it: a list for each kind."""
    facets = KINDS[kind_of(record)].concerns
    return [found for facet in facets if (found := visibility.public(walking.concerned_records(record, facet)))]


@register.filter
def starts_by(entry: TimelineEntry) -> bool:
    """Whether a line tells of a start no later than a day: something is seen then, and had begun before or on it."""
    if entry.thereby is not None and entry.thereby.is_sighting:
        return True
    begins = entry.moment == "start" or (entry.thereby is not None and not entry.ends)
    return begins and isinstance(entry.when, Moment) and entry.when.precision is dates.Precision.BEFORE


@register.simple_tag
def lines_by_year(lines: Any, level: int = 2) -> SafeString:
    """Lines of the index under the years, or decades, in which they stand, with headings of `level`.

    They are put together here: a template would take longer for it than everything else on a page of lines.
    """
    grouped = groupby(gathered(lines, language_now()), key=lambda fragment: fragment.heading)
    under = (
        f'<h{level} class="year">{conditional_escape(capfirst(heading))}</h{level}>\n'
        f'<ol class="lines">{"".join([fragment.html for fragment in several])}</ol>\n'
        for heading, several in grouped
    )
    return mark_safe("".join(under))  # noqa: S308  finished HTML


@register.simple_tag
def links_to_forms(forms: Iterable[OtherForm]) -> SafeString:
    """The other forms of a page, as readers find them."""
    named = [f' · <a href="{escape(one.address)}" type="{one.type}">{escape(one.name)}</a>' for one in forms]
    return SafeString("".join(named))


@register.simple_tag
def forms_beside(forms: Iterable[OtherForm]) -> SafeString:
    """The other forms of a page, as programs find them."""
    line = '<link rel="alternate" type="{}" title="{}" href="{}">'
    return SafeString("\n".join([line.format(one.type, escape(one.title), escape(one.address)) for one in forms]))


@register.filter
def in_short(lines: Any) -> list[SafeString]:
    """Lines of the index as finished HTML, in short."""
    return [fragment.html for fragment in gathered(lines, language_now(), compact=True)]


@register.filter
def each_once(citations: Iterable[Citation]) -> list:
    """The citations without those that say the same of the same place in the same source again, of whatever field."""
    places = {
        (one.source_id, one.locator, one.stance, one.value, text_of(one, "remark", language_now())): one
        for one in reversed(list(citations))
    }
    return list(reversed(places.values()))


@register.filter("in_order")
def citations_in_order(citations: Iterable[Citation]) -> list:
    """Those that agree before those that do not, the best first."""
    disagrees = Citation.Stance.CONTRADICTS
    return sorted(citations, key=lambda one: (one.stance == disagrees, not one.grade, one.grade, one.key))


@register.filter
def parted_by(citation: Citation, sign: str) -> str:
    """What stands between a citation and what follows: no `sign` where its remark is a sentence that ends."""
    if (text_of(citation, "remark", language_now())[0] or "").rstrip().endswith((".", "!", "?", "…")):
        return " "
    return f"\u202f{sign}" if sign.startswith(";") and language_now() == "fr" else sign


@register.filter
def against(citations: Iterable[Citation]) -> int:
    """How many of them contradict the register."""
    return sum(one.stance == Citation.Stance.CONTRADICTS for one in citations)


@register.filter
def disagree(citations: Iterable[Citation]) -> bool:
    """Whether one of them contradicts the register."""
    return any(one.stance == Citation.Stance.CONTRADICTS for one in citations)
