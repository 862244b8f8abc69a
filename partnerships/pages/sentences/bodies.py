"""States, organisations, places, areas and frameworks in a sentence: what the register knows of each at once."""

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from partnerships import dates, inflection
from partnerships.dates import Edge
from partnerships.models import Framework, Membership, Organization, Partner, Place, Record, State
from partnerships.presentation import date_html, language_now, when_html
from partnerships.projections.timeline import TimelineEntry
from partnerships.records.titles import titles
from partnerships.records.visibility import is_public

from ..blocks import AnswerInWords
from .phrases import at_place, body_after, body_said, named

#: A sentence names no more partnerships than this.
MOST = 3


def state(record: State, partnerships: Sequence[Partner], memberships: Sequence[Membership]) -> AnswerInWords | None:
    """Say whose partner a State is or was, or of what it is a member; nothing where neither is recorded."""
    said = [(_partner(record, one), one) for one in partnerships if is_public(one.organization)]
    bodies = [one for one in memberships if one.organization is not None and is_public(one.organization)]
    said += [(_member(record, one, one.organization), one) for one in bodies if one.organization is not None]
    if not said:
        return None
    (first, _one), *others = said[:MOST]
    citations = [citation for _text, one in said[:MOST] for citation in one.citations.all()]
    return AnswerInWords(first, [text for text, _one in others], citations)


def _partner(record: State, one: Partner) -> SafeString:
    if _is_over(one.period):
        text = ngettext(
            "{state} was a partner of {body}{when}.", "{state} were partners of {body}{when}.", _number(record)
        )
    else:
        text = ngettext(
            "{state} is a partner of {body}{when}.", "{state} are partners of {body}{when}.", _number(record)
        )
    return format_html(text, state=_state(record), body=body_after("de", one.organization), when=_when(one))


def _member(record: State, one: Membership, body: Organization) -> SafeString:
    if _is_over(one.period):
        text = ngettext(
            "{state} was a member of {body}{when}.", "{state} were members of {body}{when}.", _number(record)
        )
    else:
        text = ngettext("{state} is a member of {body}{when}.", "{state} are members of {body}{when}.", _number(record))
    return format_html(text, state=_state(record), body=body_after("de", body), when=_when(one))


def _number(record: Record) -> int:
    """The number in which the verb of a State stands: in the plural for some, in French alone."""
    return 2 if inflection.is_plural(*titles(record, language_now())[0]) else 1


def _state(record: State) -> str:
    text, found = titles(record, language_now())[0]
    return inflection.opening(inflection.state_article(text, found) + text) if found == language_now() else text


def _is_over(period: str) -> bool:
    return bool(period) and dates.parse_period(period).end is not None


def _when(one: Partner | Membership) -> SafeString:
    """When something lasted, in brackets, where a moment of it is known."""
    if not one.period or not dates.known_moments(dates.parse_period(one.period)):
        return SafeString("")
    return format_html(" ({})", date_html(one))


def organization(record: Organization, partners: int, missions: int) -> AnswerInWords | None:
    """Say how many partners and missions the register knows of an organisation, or of what it is a body."""
    if partners or missions:
        counted = {
            "partners": ngettext("{number} partner", "{number} partners", partners).format(number=partners),
            "missions": ngettext("{number} mission", "{number} missions", missions).format(number=missions),
        }
        text = gettext("The register records {partners} of {body} and {missions} to it.")
        return AnswerInWords(format_html(text, body=body_after("de", record), **counted))
    if is_public(record.parent) and record.parent is not None:
        text = gettext("This is a body of {body}.")
        return AnswerInWords(format_html(text, body=body_after("de", record.parent)))
    return None


def place(
    record: Place, posts: int, visits: int, signed: Sequence[Record], areas: Sequence[Record]
) -> AnswerInWords | None:
    """Say how many visits led to a place and what was agreed there, else how many embassies and missions it has."""
    agreed = []
    if signed:
        agreed.append(format_html(gettext("Agreed here: {agreements}."), agreements=named(signed)))
    if areas:
        agreed.append(format_html(gettext("Areas agreed on visits that led here: {areas}."), areas=named(areas, 6)))
    where = at_place(record)
    if posts:
        text = ngettext(
            "The register records {number} embassy or mission in {where}.",
            "The register records {number} embassies and missions in {where}.",
            posts,
        )
        return AnswerInWords(format_html(text, number=posts, where=where), agreed)
    if visits:
        text = ngettext(
            "The register records {number} visit to {where}.",
            "The register records {number} visits to {where}.",
            visits,
        )
        return AnswerInWords(format_html(text, number=visits, where=where), agreed)
    return AnswerInWords(agreed[0], agreed[1:]) if agreed else None


def area(first: TimelineEntry | None, last: TimelineEntry | None) -> AnswerInWords | None:
    """Say since when cooperation in an area is recorded, and when it was last."""
    if first is None or last is None:
        return None
    if first.anchor == last.anchor:
        text = gettext("Cooperation in this area is recorded once: {first}.")
    else:
        text = gettext("Cooperation in this area is recorded first: {first}; last: {last}.")
    return AnswerInWords(format_html(text, first=_day(first), last=_day(last)))


def _day(entry: TimelineEntry) -> SafeString:
    return when_html(entry.when, entry.wording(language_now()))


def framework(record: Framework, memberships: Sequence[Membership]) -> AnswerInWords | None:
    """Say how many States take part in a framework, and of how many that is not known."""
    ends = [dates.parse_period(one.period).end_edge for one in memberships if one.period]
    certain, possible = ends.count(Edge.OPEN), ends.count(Edge.UNKNOWN)
    if not certain + possible:
        return None
    text = ngettext(
        "{number} State takes part in {framework}.", "{number} States take part in {framework}.", certain or possible
    )
    sentence = format_html(text, number=certain or possible, framework=_to(record))
    if not certain:
        return AnswerInWords(sentence)
    perhaps = ngettext("{number} more possibly does.", "{number} more possibly do.", possible)
    return AnswerInWords(sentence, [format_html(perhaps, number=possible)] if possible else [])


def _to(record: Framework) -> SafeString:
    language = language_now()
    text, found = titles(record, language)[0]
    if found != language:
        return body_said(record)
    phrase = inflection.article(text, language) + text
    return format_html("{}", inflection.with_preposition("à", phrase) if language == "fr" else phrase)
