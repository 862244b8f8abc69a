"""What the titles of lines use: names as they stand within a sentence, on the day of the line."""

from collections.abc import Iterable, Sequence

from django import template
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from partnerships import inflection
from partnerships.addresses import address, localized
from partnerships.folding import fold
from partnerships.models import (
    Designation,
    Framework,
    Meeting,
    Organization,
    Participation,
    Partner,
    Place,
    Record,
    State,
    Tenure,
    Visit,
)
from partnerships.pages.sentences import designated, ground_said
from partnerships.presentation.languages import language_now, marked_language, text_of
from partnerships.presentation.links import in_order, led_to, links_html, name_html
from partnerships.projections.timeline import TimelineEntry
from partnerships.records.titles import Days, office_title, titles
from partnerships.records.visibility import is_public, public

register = template.Library()


@register.simple_tag
def of_line(name: str, entry: TimelineEntry) -> str:
    """Where a line is cited, or an error in it reported."""
    return f"{localized(name, language_now(), kind=entry.kind, key=entry.key)}?line={entry.moment}"


#: A title names no more people or places than this.
MOST = 2


@register.simple_tag
def within(record: Record, entry: TimelineEntry, before: str = "") -> SafeString:
    """A name within a sentence: “the mission of Japan to NATO”, « la mission du Japon … »; `before`, French “de”, “à”.

    English says “of” and “to” in the sentence itself.
    """
    return _named(record, entry, before)


@register.simple_tag(name="opening")
def opening_name(record: Record, entry: TimelineEntry) -> SafeString:
    """A name at the beginning of a sentence: “The embassy of …”, « L’ambassade … », « Le Japon »."""
    return _named(record, entry, "", opening=True)


def _named(record: Record | None, entry: TimelineEntry, before: str, *, opening: bool = False) -> SafeString:
    if record is None:
        return SafeString("")
    language = language_now()
    before = before if language == "fr" else ""
    days = _days(record, entry)
    (text, found), *others = titles(record, language, days)
    if found != language or others or not is_public(record):
        name = name_html(record, days, noted=False)
        return format_html("{} {}", before, name) if before else format_html("{}", name)
    phrase = _phrase(record, text, language)
    if before:
        phrase = inflection.with_preposition(before, phrase)
    return format_html("{}", inflection.opening(phrase) if opening else phrase)


def _days(record: Record, entry: TimelineEntry) -> Days | None:
    """The days of the line, for what it concerns: its dated names are loaded."""
    return entry.days if hasattr(record, "names") and record in entry.dated else None


def _phrase(record: Record, text: str, language: str) -> str:
    """The name of a record with its article; States and organisations keep their capital, posts do not."""
    if isinstance(record, State | Partner):
        return inflection.state_article(text, language) + text
    if isinstance(record, Organization):
        short, found = text_of(record, "abbreviation", language)
        text = short if short and found == language and record.parent_id is None else text
        return inflection.article(text, language) + text
    if isinstance(record, Framework):
        return inflection.article(text, language) + text
    if isinstance(record, Place):
        return text
    return inflection.article(text, language) + inflection.small(text)


def _to(place: Record, text: str) -> str:
    """Where somebody goes, in French: « à Tokyo », « au Caire », « au siège de l’OTAN », « aux Pays-Bas »."""
    if isinstance(place, State):
        return inflection.in_state(text) + text
    article = inflection.article(text, "fr")
    if article:
        return inflection.with_preposition("à", article + inflection.small(text))
    return inflection.with_preposition("à", text[:1].lower() + text[1:] if text.startswith(("Le ", "Les ")) else text)


register.simple_tag(designated)


@register.simple_tag
def destinations(visit: Visit, entry: TimelineEntry) -> SafeString:
    """Where a visit led: “Tokyo and Iruma Air Base”, « à Tokyo et à Sapporo »."""
    language, parts = language_now(), []
    found = led_to(visit)
    for place in found[:MOST]:
        days = _days(place, entry)
        (text, read), *_others = titles(place, language, days)
        if language == "fr" and read == "fr":
            parts.append(format_html("{}", _to(place, text)))
        elif read == language:
            parts.append(format_html("{}", _phrase(place, text, language)))
        else:
            name = name_html(place, days, noted=False)
            parts.append(format_html("{}{}", "à " if language == "fr" else "", name))
    rest = len(found) - MOST
    return _together(parts, rest, ngettext("{number} other place", "{number} other places", rest))


@register.simple_tag
def people(record: Visit | Meeting, entry: TimelineEntry, role: str = "", before: str = "") -> SafeString:
    """Who took part, by name: “Mark Rutte and Takeshi Iwaya”; with `role`, those who did so in it."""
    found = _taking_part(record, role)
    names = [name_html(one, _days(one, entry), noted=False) for one in found[:MOST]]
    who = _together(names, len(found) - MOST, ngettext("{number} other", "{number} others", len(found) - MOST))
    if not before or language_now() != "fr" or not who:
        return who
    return format_html("{}{}", inflection.office_preposition(strip_tags(who), "fr"), who)


#: A line names no more partners, or areas, than this; a meeting no more of those of its visit, beneath which it stands.
MOST_CONCERNED, MOST_OF_A_VISIT = 6, 2


@register.simple_tag
def concerned_links(records: Iterable[Record], entry: TimelineEntry, *, dated: bool = False) -> SafeString:
    """Links to what a line concerns, by their names; where there are many, to the first of them."""
    of_visit = isinstance(entry.record, Meeting) and entry.record.owner is not None
    several, most = in_order(records), MOST_OF_A_VISIT if of_visit else MOST_CONCERNED
    rest = len(several) - most
    shown = links_html(several[:most], entry.days if dated else None)
    if rest <= 0:
        return shown
    return format_html(
        gettext("{} and {}"), shown, ngettext("{number} other", "{number} others", rest).format(number=rest)
    )


@register.simple_tag
def before_name(person: Record, entry: TimelineEntry, before: str) -> SafeString:
    """A name after what French says before it: « à Shinzo Abe », « d’Akira A »; the name alone in English."""
    name = name_html(person, _days(person, entry), noted=False)
    if language_now() != "fr":
        return name
    return format_html("{}{}", "à " if before == "à" else inflection.office_preposition(strip_tags(name), "fr"), name)


@register.simple_tag
def kind_and_title(record: Visit | Meeting) -> SafeString:
    """What it is, and its title; the title alone where that begins with what it is: “Visit of …”."""
    kind = str(record._meta.verbose_name)
    text, found = text_of(record, "title", language_now())
    if not text:
        return format_html("{}", kind)
    said = marked_language(text, found)
    if found == language_now() and fold(text).split(" ")[0] == fold(kind):
        return said
    return format_html("{}{} {}", kind, "\u00a0:" if language_now() == "fr" else ":", said)


@register.simple_tag
def number_of_people(record: Visit | Meeting, role: str = "") -> int:
    """How many took part whom the register names."""
    return len(_taking_part(record, role))


def _taking_part(record: Visit | Meeting, role: str) -> list[Record]:
    several = sorted(record.participations.all(), key=lambda one: (one.position, one.key))
    chosen: Sequence[Participation] = [one for one in several if not role or one.role == role]
    return public(dict.fromkeys(one.person for one in chosen if one.person is not None))


def _together(parts: Sequence[SafeString], rest: int, others: str) -> SafeString:
    several = [*parts, *([format_html(others, number=rest)] if rest > 0 else [])]
    if len(several) < 2:
        return several[0] if several else SafeString("")
    head = format_html_join(", ", "{}", ((part,) for part in several[:-1]))
    return format_html(gettext("{} and {}"), head, several[-1])


@register.simple_tag
def partners_opening(entry: TimelineEntry) -> dict[str, object]:
    """The partners of a line and the organisation, as a sentence begins with them, and in which number its verb is."""
    organization = getattr(entry.record, "organization", None)
    found = [*in_order(entry.partners), *public([organization] if organization else [])]
    names = [_named(one, entry, "", opening=place == 0) for place, one in enumerate(found[:MOST])]
    rest = len(found) - MOST
    who = _together(names, rest, ngettext("{number} other", "{number} others", rest))
    return {"names": who, "number": max(len(found), *map(number, found)) if found else 0}


@register.filter
def number(record: Record) -> int:
    """The number in which the verb of a State stands: French says « les États-Unis deviennent »."""
    text, found = titles(record, language_now())[0]
    return 2 if inflection.is_plural(text, found) else 1


@register.simple_tag
def title_within(record: Record, field: str = "title") -> SafeString:
    """A title that follows a verb and a colon, with a small letter where its first word is no name."""
    text, found = text_of(record, field, language_now())
    if found != language_now():
        return marked_language(text, found, mark=False)
    return format_html("{}", inflection.ordinary(text, found))


@register.simple_tag
def text_opening(record: Record) -> SafeString:
    """The title of a text as a sentence begins with it: as it stands; in French with its article, « L’accord … »."""
    language = language_now()
    text, found = text_of(record, "title", language)
    if found != language:
        return marked_language(text, found, mark=False)
    article = inflection.article(text, "fr") if language == "fr" else ""
    return format_html("{}", inflection.opening(article + inflection.small(text)) if article else text)


@register.filter
def participle(record: Record) -> str:
    """How the participle that follows the title of a text agrees with it in French: “m”, “f”, or “” if not known."""
    text, found = text_of(record, "title", language_now())
    if found != language_now():
        return ""
    if found != "fr":
        return "m"
    feminine = inflection.is_feminine(text)
    return "" if feminine is None else "f" if feminine else "m"


@register.simple_tag
def functions(tenure: Tenure) -> SafeString:
    """The office of a tenure after “as”, « fonctions »: “Ambassador of …”, “head of …”, « d’ambassadeur de … »."""
    language = language_now()
    text, found = office_title(tenure.office, language, tenure.is_feminine)
    if language == found == "en":
        return format_html("{}", inflection.office_within(text, "en"))
    if language != "fr" or found != "fr":
        return format_html("{}{}", "« " if language == "fr" else "", marked_language(text, found, mark=False))
    lowered = inflection.small(text)
    return format_html("{}{}", inflection.office_preposition(lowered, language), lowered)


@register.simple_tag
def headed(entry: TimelineEntry) -> SafeString:
    """The office that somebody holds by virtue of another, after “becomes”: “head of the mission of …”."""
    language = language_now()
    if entry.thereby is None or not isinstance(entry.record, Tenure):
        return SafeString("")
    text, found = office_title(entry.thereby.office, language, entry.record.is_feminine)
    if found != language:
        return marked_language(text, found, mark=False)
    return format_html("{}", inflection.small(text))


@register.simple_tag
def by_virtue(entry: TimelineEntry) -> SafeString:
    """On what the office rests that somebody holds by virtue of another: “under the decision of … · designation”."""
    derived = entry.thereby
    if derived is None or not isinstance(entry.record, Tenure):
        return SafeString("")
    ground = ground_said(derived.designation, derived.decision)
    if derived.decision is None:
        return ground
    return format_html("{} · {}", ground, _designation(derived.designation))


@register.simple_tag
def ground(designation: Designation) -> SafeString:
    """On what a designation rests: “under the decision of 24 May 2018”, “on the basis of “Title””."""
    return ground_said(designation, designation.decision)


def _designation(designation: Designation) -> SafeString:
    """The word for a designation, linked to it: its title would say again what the line says."""
    named = designation._meta.verbose_name
    return format_html('<a href="{}">{}</a>', address(designation, language_now()), named)
