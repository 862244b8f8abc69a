"""The offices of a person in a sentence: those of a day, or the latest ones."""

from collections.abc import Container, Sequence
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from partnerships import dates
from partnerships.dates import Edge
from partnerships.models import Person, Record, Tenure
from partnerships.offices import Held, SuccessionRow, Verdict, reason_sentence
from partnerships.presentation.days import date_html
from partnerships.presentation.links import name_html, office_html, within_html

from ..blocks import AnswerInWords
from ..succession_rows import holds, reaches
from .bodies import told
from .holders import capacity
from .names import and_others, enumerated
from .times import day_said, held_when, sighted


def offices_on(person: Person, held: Sequence[Held], day: date, ahead: Sequence[Tenure] = ()) -> AnswerInWords:
    """Say which offices somebody held on a day: for certain, those that they possibly held, and those yet to take."""
    rows = [one.row for one in held]
    running = [one for one in held if holds(one.row, day) or reaches(one.row, rows, day) or _goes_on_until(one, day)]
    certain = [one for one in running if one.row.answer is Verdict.CERTAIN and holds(one.row, day)]
    possible = [
        format_html(gettext("Possibly {office}."), office=_office(one)) for one in running if one not in certain
    ]
    who, on = name_html(person, (day, day)), day_said(day)
    begun = [one for one in ahead if one.start_earliest <= day <= one.end_latest]
    if begun and not certain:
        cited = [*_citations(running), *_cited(begun)]
        return AnswerInWords(_to_take(who, begun), possible, cited, "not-known")
    if not certain:
        text = gettext("No office of {who} is on record for {day}.")
        if possible:
            text = gettext("It is not known whether {who} held an office on {day}.")
        return AnswerInWords(format_html(text, who=who, day=on), possible, _citations(running), "not-known")
    text = gettext("On {day} {who} held this office: {offices}.")
    if len(certain) > 1:
        text = gettext("On {day} {who} held these offices: {offices}.")
    offices = enumerated([_office(one) for one in certain])
    return AnswerInWords(format_html(text, day=on, who=who, offices=offices), possible, _citations(certain))


def latest_offices(person: Person, held: Sequence[Held]) -> AnswerInWords:
    """Say which office somebody holds, else held last, as far as is recorded, with those held at the same time."""
    recorded = on_record(held) or held
    last = max(_at_least_until(one.row) for one in recorded)
    latest = [one for one in recorded if one.row.last >= last]
    if all(one.row.answer is Verdict.CERTAIN and _goes_on(one.row) for one in latest):
        return AnswerInWords(_in_office(person, latest), (), _citations(latest))
    text = gettext("Latest office on record: {offices}.")
    if len(latest) > 1:
        text = gettext("Latest offices on record: {offices}.")
    offices = enumerated([_dated(one) for one in latest])
    told_of = {one.office.pk for one in recorded}
    beside = [one for one in held if one not in recorded and one.row.last >= last]
    doubted = [one for one in beside if one.row.expired or one.office.pk not in told_of]
    doubts = [_doubt(one) for one in doubted]
    return AnswerInWords(format_html(text, offices=offices), doubts, _citations([*latest, *doubted]))


def on_record(held: Sequence[Held]) -> Sequence[Held]:
    """What is certain; of an office of one’s own of which no day is, what is possible: that it was held is recorded."""
    certain = [one for one in held if one.row.answer is Verdict.CERTAIN]
    days_known = {one.row.holder.tenure.pk for one in certain if one.row.holder}
    return [one for one in held if one in certain or _is_own(one.row, days_known)]


def _is_own(row: SuccessionRow, besides: Container[int]) -> bool:
    holder = row.holder
    return holder is not None and holder.by_virtue_of is None and holder.tenure.pk not in besides


def _at_least_until(row: SuccessionRow) -> date:
    """The last day of a row; of an office of which no day is certain, the earliest on which it can have ended."""
    if row.answer is Verdict.CERTAIN or row.holder is None:
        return row.last
    return min(row.last, row.holder.tenure.end_earliest)


def _goes_on(row: SuccessionRow) -> bool:
    """Whether somebody is in an office today, since a moment that is known."""
    period = dates.parse_period(row.period)
    return period.start is not None and period.end_edge is Edge.OPEN and row.last >= dates.today()


def _in_office(person: Person, held: Sequence[Held]) -> SafeString:
    """Say which offices somebody holds today, since when, and when a source last shows the person there."""
    offices = enumerated([format_html("{} {}", _office(one), held_when(one.row)) for one in held])
    seen = [one.row.holder.last_seen for one in held if one.row.holder and one.row.holder.last_seen]
    if not seen:
        return format_html(gettext("{who} has been {offices}."), who=name_html(person), offices=offices)
    last = max(seen, key=lambda one: one.when.latest)
    text = gettext("{who} has been {offices}; last seen in office: {day}.")
    return format_html(text, who=name_html(person), offices=offices, day=sighted(last))


def _goes_on_until(held: Held, day: date) -> bool:
    """Whether somebody is in office until today, and by the record possibly on a day to come."""
    until = held.row.holder.tenure.end_latest if held.row.holder else None
    return held.row.last >= dates.today() and until is not None and until >= day


def offices_to_come(person: Person, ahead: Sequence[Tenure]) -> AnswerInWords:
    """Say which offices somebody is to take of whom none is recorded until today."""
    return AnswerInWords(_to_take(name_html(person), ahead), (), _cited(ahead), "not-known")


def _to_take(who: SafeString, ahead: Sequence[Tenure]) -> SafeString:
    offices = [format_html("{} ({})", office_html(one.office, one, within=True), date_html(one)) for one in ahead]
    text = gettext("{who} is to take this office: {offices}.")
    if len(offices) > 1:
        text = gettext("{who} is to take these offices: {offices}.")
    return format_html(text, who=who, offices=enumerated(offices))


def _cited(tenures: Sequence[Tenure]) -> list:
    return [citation for one in tenures for citation in one.citations.all()]


def taken_part(person: Person, attended: Sequence[Record], number: int) -> AnswerInWords:
    """Say what somebody took part in of whom no office is recorded: the latest of so many in all."""
    who = name_html(person)
    if not attended:
        text = gettext("No office of {who} is recorded, nor anything taken part in.")
        return AnswerInWords(format_html(text, who=who), (), list(person.citations.all()))
    what = and_others([told(one) for one in attended], number - len(attended))
    sentence = format_html(gettext("{who} took part in: {what}."), who=who, what=enumerated(what))
    return AnswerInWords(sentence, [format_html("{}", gettext("No office is recorded."))], list(person.citations.all()))


def _doubt(held: Held) -> SafeString:
    """Return that somebody is in an office no more than possibly, and why where no source is recent enough."""
    possibly = format_html(gettext("Possibly {office}."), office=_office(held))
    return format_html("{} {}", possibly, reason_sentence(held.row.expired)) if held.row.expired else possibly


def _dated(held: Held) -> SafeString:
    return format_html("{} ({})", _office(held), held_when(held.row))


def _office(held: Held) -> SafeString:
    if held.row.holder is None:
        return within_html(held.office, linked=True)
    title = office_html(held.office, held.row.holder.tenure, within=True)
    return format_html("{}{}", title, capacity(held.row.holder))


def _citations(several: Sequence[Held]) -> list:
    return [citation for one in several for citation in one.row.citations]
