"""A visit in a sentence: who went where, when, whom they met, and what came of it; what was cancelled first."""

from collections.abc import Iterator, Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from partnerships.models import Agreement, Place, Progress, State, Visit
from partnerships.presentation.days import date_html
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import in_order, link_html, within_html
from partnerships.records.titles import not_public
from partnerships.records.visibility import is_public, public

from ..blocks import AnswerInWords
from ..participants import Participant
from .names import and_others, enumerated, named, text_said, to_place
from .times import two_days, when_opening

#: A sentence names no more people and places than this.
MOST = 3


def visit(
    record: Visit,
    visitors: Sequence[Participant],
    met: Sequence[Participant],
    places: Sequence[Place | State],
    stops: int,
    agreed: Sequence[Agreement] = (),
) -> AnswerInWords:
    """Say what a visit was: `places` are the first of its `stops`, `met` those met on it, `agreed` what was then."""
    citations = list(record.citations.all())
    if record.status == Progress.CANCELLED:
        return AnswerInWords(_cancelled(record), _around(record, visitors, met), citations, "nobody")
    if record.status == Progress.PLANNED:
        return AnswerInWords(_planned(record), _around(record, visitors, met), citations, "not-known")
    citations += [each for one in agreed for each in one.citations.all()]
    around = [*_around(record, [], met), *_agreed(agreed)]
    return AnswerInWords(_held(record, visitors, places, stops), around, citations)


def _held(record: Visit, visitors: Sequence[Participant], places: Sequence[Place | State], stops: int) -> SafeString:
    when = when_opening(record)
    who, where = _people(visitors), _places(public(places), stops)
    if visitors and where:
        text = ngettext("{when} {who} visited {where}.", "{when} {who} visited {where}.", len(visitors))
    elif visitors:
        text = ngettext("{when} {who} made this visit.", "{when} {who} made this visit.", len(visitors))
    elif where:
        text = gettext("{when} this visit led to {where}.")
    else:
        text = gettext("{when} this visit took place.")
    return SafeString(format_html(text, when=when, who=who, where=where).strip())


def _places(places: Sequence[Place | State], stops: int) -> SafeString:
    parts = [to_place(place) for place in places[:MOST]]
    if parts and stops > len(parts):
        rest = stops - len(parts)
        parts.append(format_html(ngettext("{number} other place", "{number} other places", rest), number=rest))
    return enumerated(parts)


def _cancelled(record: Visit) -> SafeString:
    if days := two_days(record.period):
        text = gettext("Planned for {first} to {last}, this visit was cancelled.")
        return format_html(text, first=days[0], last=days[1])
    if when := date_html(record):
        return format_html(gettext("Planned ({when}), this visit was cancelled."), when=when)
    return format_html("{}", gettext("This visit was cancelled."))


def _planned(record: Visit) -> SafeString:
    if when := date_html(record):
        return format_html(
            gettext("This visit is planned for {when}; no source says yet that it took place."), when=when
        )
    return format_html("{}", gettext("This visit is planned; its date is not known."))


def _around(record: Visit, visitors: Sequence[Participant], met: Sequence[Participant]) -> list[SafeString]:
    """Who travelled, whom they met, what was agreed; of a visit that was not held, what was planned."""
    held, found = record.status == Progress.HELD, []
    if visitors:
        text = gettext("Visitors: {who}.") if held else gettext("Who was to travel: {who}.")
        found.append(format_html(text, who=_people(visitors)))
    if met:
        text = gettext("Met: {who}.") if held else gettext("Who was to be met: {who}.")
        found.append(format_html(text, who=_people(met)))
    areas = in_order(public(record.areas.all()))
    if areas:
        text = gettext("Areas agreed on: {areas}.") if held else gettext("Areas on the agenda: {areas}.")
        found.append(format_html(text, areas=named(areas, 6, small_letters=True)))
    return found


def _agreed(several: Sequence[Agreement]) -> Iterator[SafeString]:
    """What was agreed at that time, each with its day."""
    shown = [format_html("{} ({})", link_html(one), date_html(one, "date")) for one in several[:MOST]]
    if shown:
        what = enumerated(and_others(shown, len(several) - MOST))
        yield format_html(gettext("Agreed at that time: {agreements}."), agreements=what)


def _people(several: Sequence[Participant]) -> SafeString:
    return enumerated(and_others([participant(one) for one in several[:MOST]], len(several) - MOST))


def participant(taking: Participant) -> SafeString:
    """Somebody who took part, and in what capacity: “Person A (Prime Minister)”."""
    one = taking.participation
    styled = text_said(one, "styled")
    if one.person is None or not is_public(one.person):
        parts = [link_html(record) for record in taking.named]
        who = SafeString(", ".join(parts))
        return _in_capacity(who, styled) if who else styled or format_html("{}", not_public(language_now()))
    whence = taking.offices or public(record for record in (one.state, one.organization) if record)
    # The title of an office says of whom; that of a plenipotentiary does not.
    said = () if styled and taking.offices else (within_html(record, linked=True) for record in whence)
    return _in_capacity(link_html(one.person), SafeString(", ".join((*filter(None, [styled]), *said))))


def _in_capacity(who: SafeString, how: SafeString) -> SafeString:
    return format_html("{} ({})", who, how) if how else who


def taking(one: Participant, role: str) -> SafeString:
    """Somebody who took part, with their part in it where that is more than being there."""
    return format_html("{} – {}", participant(one), role) if role else participant(one)
