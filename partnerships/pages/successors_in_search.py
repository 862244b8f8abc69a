"""Who came after somebody in an office, or before, where the words of a search ask for that."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.html import format_html

from partnerships import dates
from partnerships.dates import EARLIEST, LATEST
from partnerships.folding import fold
from partnerships.models import Office, Tenure
from partnerships.offices import Verdict
from partnerships.projections import search
from partnerships.projections.kept_successions import succession_of
from partnerships.records.visibility import is_public

from .holders_in_search import MOST, ShortAnswer, answer_on, held_on, words_of_names

A_DAY = timedelta(days=1)
_AFTER = re.compile(r"\b(?:succeed\w*|successors?|replaced|succed\w*|successeurs?|successrices?|remplac\w+)\b")
_BEFORE = re.compile(r"\b(?:predecessors?|preceded|predecesseurs?|preced\w+)\b")
#: Whom somebody succeeded, or who was succeeded by them, came before.
_TURNED = re.compile(
    r"\bdid\b.*\b(?:succeed|replace)\b|\ba qui\b.*\bsucced|\bqui\b.*\ba t (?:il|elle)\b.*\bremplac"
    r"|\b(?:succeeded|replaced|remplacee?) (?:by|par)\b(?! (?:whom?|qui)\b)"
)
#: By these it is asked only of who held an office: “who came to Tokyo after” is not.
_WHO_HELD = (
    r"\b(?:who|qui) (?:was|is|came|became|held|headed|led|est|etait|fut|a ete|est venu|vint|occupait|dirigeait)\b"
    r"(?! (?:to|in|at|a|au|aux|en|dans)\b)"
)
_WHO_AFTER = re.compile(rf"{_WHO_HELD}.*\b(?:after|apres)\b")
_WHO_BEFORE = re.compile(rf"{_WHO_HELD}.*\b(?:before|avant)\b")


def neighbours(typed: search.AskedSearch) -> Iterator[ShortAnswer]:
    """Yield who held the offices of the person who is named on the day after them, or before, if that is asked; where
    that is not known, with the next who certainly held it."""
    asked = fold(typed.text)
    before = any(pattern.search(asked) for pattern in (_TURNED, _BEFORE, _WHO_BEFORE))
    after = not _TURNED.search(asked) and bool(_AFTER.search(asked) or _WHO_AFTER.search(asked))
    people = search.names_among(typed.text, "person") if after or before else {}
    # Of several people who are called alike each may be meant.
    if len(people) != 1:
        return
    (keys,) = people.values()
    several = Tenure.objects.published().filter(person__key__in=keys, office__single_holder=True)
    tenures = [
        one for one in several.select_related("office").order_by("-start_earliest", "key") if is_public(one.office)
    ]
    # Of several offices those are meant whose names have most of the other words: “as defence minister”.
    known = set(search.folded_words(asked))
    said = {one: max(len(name & known) for name in words_of_names(one.office)) for one in tenures}
    for tenure in [one for one in tenures if said[one] == max(said.values())][:MOST]:
        yield from _after(tenure) if after else _before(tenure)


def _after(tenure: Tenure) -> Iterator[ShortAnswer]:
    own, others = _certain_days(tenure)
    ends = tenure.end_latest != LATEST
    last = tenure.end_latest if ends else max((last for _first, last in own), default=LATEST)
    known = min((first for first, _last in others if first > last), default=None)
    if ends or known is not None:
        yield _told(tenure.office, last + A_DAY, known)


def _before(tenure: Tenure) -> Iterator[ShortAnswer]:
    own, others = _certain_days(tenure)
    begins = tenure.start_earliest != EARLIEST
    first = tenure.start_earliest if begins else min((first for first, _last in own), default=EARLIEST)
    known = max((last for _first, last in others if last < first), default=None)
    if begins or known is not None:
        yield _told(tenure.office, first - A_DAY, known)


def _told(office: Office, day: date, known: date | None) -> ShortAnswer:
    """Return who held an office on a day; where that is not known, also on the nearest day on which it is."""
    answer = answer_on(office, day)
    if known is None or answer.look != "not-known":
        return held_on(office, day)
    return held_on(office, known, format_html("{} {}", answer.sentence, answer_on(office, known).sentence))


def _certain_days(tenure: Tenure) -> tuple[list[tuple[date, date]], list[tuple[date, date]]]:
    """Return from when to when somebody certainly held the office of a tenure, and when others did."""
    rows = succession_of(tenure.office, dates.today()).rows()
    certain = [(row, row.holder) for row in rows if row.holder is not None and row.answer is Verdict.CERTAIN]
    days = [((row.first, row.last), holder.person.pk == tenure.person_id) for row, holder in certain]
    return [span for span, is_own in days if is_own], [span for span, is_own in days if not is_own]
