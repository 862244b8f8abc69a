"""Who came after somebody in an office, or before, where the words of a search ask for that."""

import re
from collections.abc import Iterator
from datetime import timedelta

from partnerships.dates import EARLIEST, LATEST
from partnerships.folding import fold
from partnerships.models import Tenure
from partnerships.projections import search
from partnerships.records.visibility import is_public

from .holders_in_search import MOST, ShortAnswer, held_on, words_of_names

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
    """Yield who held the offices of the person who is named on the day after them, or before, if that is asked."""
    asked = fold(typed.text)
    before = any(pattern.search(asked) for pattern in (_TURNED, _BEFORE, _WHO_BEFORE))
    after = not _TURNED.search(asked) and bool(_AFTER.search(asked) or _WHO_AFTER.search(asked))
    if len(typed.people) != 1 or not (after or before):
        return
    several = Tenure.objects.published().filter(person__key=typed.people[0], office__single_holder=True)
    tenures = [
        one for one in several.select_related("office").order_by("-start_earliest", "key") if is_public(one.office)
    ]
    # Of several offices those are meant whose names have most of the other words: “as defence minister”.
    known = set(search.folded_words(asked))
    said = {one: max(len(name & known) for name in words_of_names(one.office)) for one in tenures}
    for tenure in [one for one in tenures if said[one] == max(said.values())][:MOST]:
        if after and tenure.end_latest != LATEST:
            yield held_on(tenure.office, tenure.end_latest + A_DAY)
        elif not after and tenure.start_earliest != EARLIEST:
            yield held_on(tenure.office, tenure.start_earliest - A_DAY)
