"""States, organisations, places, areas and frameworks in a sentence: what the register knows of each at once."""

from collections.abc import Callable, Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from partnerships import dates, inflection
from partnerships.dates import Edge
from partnerships.models import Framework, Membership, Organization, Partner, Place, Record, State
from partnerships.presentation.days import date_html, when_html
from partnerships.presentation.languages import language_now, text_of
from partnerships.presentation.links import link_html
from partnerships.projections.timeline import TimelineEntry
from partnerships.records.titles import titles
from partnerships.records.visibility import is_public

from ..blocks import AnswerInWords
from .names import at_place, body_said, capital, enumerated, named, of_body

#: A sentence names no more partnerships than this.
MOST = 3


def state(
    record: State,
    partnerships: Sequence[Partner],
    memberships: Sequence[Membership],
    counted: Callable[[], Sequence[str]],
) -> AnswerInWords:
    """Say whose partner a State is or was, or of what it is a member; else what is `counted` of it, if anything."""
    said = [(partner_of(record, one), one) for one in partnerships if is_public(one.organization)]
    bodies = [one for one in memberships if one.organization is not None and is_public(one.organization)]
    said += [(_member(record, one, one.organization), one) for one in bodies if one.organization is not None]
    if not said:
        return AnswerInWords(_recorded(record, counted()), (), list(record.citations.all()))
    (first, _one), *others = said[:MOST]
    citations = [citation for _text, one in said[:MOST] for citation in one.citations.all()]
    return AnswerInWords(first, [text for text, _one in others], citations)


def _recorded(record: State, counted: Sequence[str]) -> SafeString:
    """How much is recorded of a State that is nobody’s partner and no member."""
    language = language_now()
    text, found = titles(record, language)[0]
    name = inflection.state_article(text, found) + text if found == language else text
    name = inflection.with_preposition("de", name) if language == "fr" else name
    if not counted:
        return format_html(gettext("The register records nothing about {state} but its name."), state=name)
    what = enumerated([format_html("{}", one) for one in counted])
    return format_html(gettext("About {state} the register records {what}."), state=name, what=what)


def partner_of(record: State, one: Partner) -> SafeString:
    """Say whose partner a State is or was, and when."""
    number = verb_number(record)
    if _is_to_come(one):
        text = ngettext(
            "{state} is to become a partner of {body}{when}.", "{state} are to become partners of {body}{when}.", number
        )
    elif _is_over(one.period):
        text = ngettext("{state} was a partner of {body}{when}.", "{state} were partners of {body}{when}.", number)
    elif _goes_on(one.period):
        text = ngettext(
            "{state} has been a partner of {body} {since}.", "{state} have been partners of {body} {since}.", number
        )
    else:
        text = ngettext("{state} is a partner of {body}{when}.", "{state} are partners of {body}{when}.", number)
    return _standing(text, record, one, one.organization)


def _member(record: State, one: Membership, body: Organization) -> SafeString:
    number = verb_number(record)
    if _is_to_come(one):
        text = ngettext(
            "{state} is to become a member of {body}{when}.", "{state} are to become members of {body}{when}.", number
        )
    elif _is_over(one.period):
        text = ngettext("{state} was a member of {body}{when}.", "{state} were members of {body}{when}.", number)
    elif _goes_on(one.period):
        text = ngettext(
            "{state} has been a member of {body} {since}.", "{state} have been members of {body} {since}.", number
        )
    else:
        text = ngettext("{state} is a member of {body}{when}.", "{state} are members of {body}{when}.", number)
    return _standing(text, record, one, body)


def _standing(text: str, record: State, one: Partner | Membership, body: Organization) -> SafeString:
    who, of = state_opening(record), of_body(body)
    return format_html(text, state=who, body=of, when=lasted(one), since=date_html(one))


def verb_number(record: Record) -> int:
    """The number in which the verb of a State stands: in the plural for some, in French alone."""
    return 2 if inflection.is_plural(*titles(record, language_now())[0]) else 1


def state_opening(record: State) -> str:
    """The name of a State as it opens a sentence, with its article."""
    text, found = titles(record, language_now())[0]
    return inflection.opening(inflection.state_article(text, found) + text) if found == language_now() else text


def _is_to_come(one: Partner | Membership) -> bool:
    return bool(one.period) and one.start_earliest > dates.today()


def _is_over(period: str) -> bool:
    end = dates.shown_period(period).end if period else None
    return end is not None and end.earliest <= dates.today()


def _goes_on(period: str) -> bool:
    """Whether it began, on a day that is known or not, and is still going on."""
    found = dates.shown_period(period) if period else None
    return found is not None and found.end_edge is Edge.OPEN and found.start_edge is not Edge.OPEN


def lasted(one: Partner | Membership) -> SafeString:
    """When something lasted, in brackets, where a moment of it is known."""
    if not one.period or not dates.known_moments(dates.shown_period(one.period)):
        return SafeString("")
    return format_html(" ({})", date_html(one))


def organization(record: Organization, partners: int, missions: int) -> AnswerInWords | None:
    """Say how many partners and missions the register knows of an organisation, or of what it is a body."""
    language = language_now()
    if partners or missions:
        counted = {
            "partners": ngettext("{number} partner", "{number} partners", partners).format(
                number=inflection.in_letters(partners, language)
            ),
            "missions": ngettext("{number} mission", "{number} missions", missions).format(
                number=inflection.in_letters(missions, language, feminine=True)
            ),
        }
        if not missions:
            text = gettext("The register records {partners} of {body}.")
        elif not partners:
            text = gettext("The register records {missions} to {body}.")
        else:
            text = gettext("The register records {partners} of {body} and {missions} to it.")
        of = of_body(record)
        return AnswerInWords(format_html(text, body=body_said(record) if not partners else of, **counted))
    if is_public(record.parent) and record.parent is not None:
        text = gettext("{name} is a body of {body}.")
        return AnswerInWords(format_html(text, name=_opening(record), body=of_body(record.parent)))
    return None


def _opening(record: Organization) -> str:
    """A body as a sentence begins with it, by its abbreviation where it has one: “SHAPE”, « Le SHAPE »."""
    language = language_now()
    short, found = text_of(record, "abbreviation", language)
    text, found = (short, found) if short else titles(record, language)[0]
    article = inflection.article(text, language) if found == language else ""
    if not article and short and language == "fr":
        article = inflection.article(titles(record, language)[0][0], language)
        article = "l’" if article == "la " and text[:1] in "AEIOU" else article
    return inflection.opening(article + text)


def place(
    record: Place,
    posts: int,
    visits: int,
    signed: Sequence[Record],
    areas: Sequence[Record],
    others: Callable[[], tuple[Sequence[Organization], Sequence[Record]]],
) -> AnswerInWords:
    """Say how many embassies and missions a place has, else how many visits led there and what was agreed.

    Where there is none of that, which of the `others` is there: bodies with their seat, what else took place.
    """
    agreed = []
    if signed:
        agreed.append(format_html(gettext("Agreed here: {agreements}."), agreements=named(signed)))
    if areas:
        text = gettext("Areas agreed on visits that led here: {areas}.")
        agreed.append(format_html(text, areas=named(areas, 6, small_letters=True)))
    where = at_place(record)
    if posts:
        text = ngettext(
            "The register records {number} embassy or mission in {where}.",
            "The register records {number} embassies and missions in {where}.",
            posts,
        )
        number = inflection.in_letters(posts, language_now(), feminine=True)
        return AnswerInWords(format_html(text, number=number, where=where), agreed)
    if visits:
        text = ngettext(
            "The register records {number} visit to {where}.",
            "The register records {number} visits to {where}.",
            visits,
        )
        number = inflection.in_letters(visits, language_now(), feminine=True)
        return AnswerInWords(format_html(text, number=number, where=where), agreed)
    said = agreed or _there(*others())
    return AnswerInWords(said[0], said[1:])


def _there(seated: Sequence[Organization], happened: Sequence[Record]) -> list[SafeString]:
    """Which bodies have their seat in a place and what took place there, or that nothing is recorded."""
    found = [format_html(gettext("{body} has its seat here."), body=capital(body_said(one))) for one in seated]
    if happened:
        found.append(format_html(gettext("Recorded here: {what}."), what=enumerated([told(one) for one in happened])))
    return found or [format_html("{}", gettext("The register records nothing about this place but its name."))]


def told(record: Record) -> SafeString:
    """What took place, with its date in brackets."""
    field = "date" if hasattr(record, "date") else "period"
    when = date_html(record, field) if getattr(record, field) else ""
    return format_html("{} ({})", link_html(record), when) if when else link_html(record)


def area(first: TimelineEntry | None, last: TimelineEntry | None) -> AnswerInWords | None:
    """Say since when cooperation in an area is recorded, and when it was last."""
    if first is None or last is None:
        return None
    if first.record == last.record:
        text = gettext("Cooperation in this area is recorded once: {first}.")
    else:
        text = gettext("Cooperation in this area begins on record with {first}; the latest is {last}.")
    return AnswerInWords(format_html(text, first=_told(first), last=_told(last)))


def _told(entry: TimelineEntry) -> SafeString:
    """What a line is about, and when: “Talks with … (31 October 2017)”."""
    when = when_html(entry.when, entry.wording(language_now()))
    return format_html("{} ({})", link_html(entry.record), when)


def framework(record: Framework, memberships: Sequence[Membership]) -> AnswerInWords | None:
    """Say how many States take part in a framework, and of how many that is not known."""
    ends = [dates.shown_period(one.period).end_edge for one in memberships if one.period]
    certain, possible = ends.count(Edge.OPEN), ends.count(Edge.UNKNOWN)
    if not certain + possible:
        return None
    language, number = language_now(), certain or possible
    text = ngettext("{number} State takes part in {framework}.", "{number} States take part in {framework}.", number)
    where: str = _to(record)
    if language == "fr" and (among := _among(record)):
        text = ngettext("{number} State is among {framework}.", "{number} States are among {framework}.", number)
        where = among
    sentence = format_html(text, number=inflection.opening(inflection.in_letters(number, language)), framework=where)
    if not certain:
        return AnswerInWords(sentence)
    perhaps = ngettext("{number} more possibly does.", "{number} more possibly do.", possible)
    more = inflection.opening(inflection.in_letters(possible, language))
    return AnswerInWords(sentence, [format_html(perhaps, number=more)] if possible else [])


def _among(record: Framework) -> str:
    """A framework whose name is that of its members, « les Partenaires dans le monde »; nothing for others."""
    text, found = titles(record, "fr")[0]
    return f"les {text}" if found == "fr" and text.startswith("Partenaires ") else ""


def _to(record: Framework) -> SafeString:
    language = language_now()
    text, found = titles(record, language)[0]
    if found != language:
        return body_said(record)
    phrase = inflection.article(text, language) + text
    return format_html("{}", inflection.with_preposition("à", phrase) if language == "fr" else phrase)
