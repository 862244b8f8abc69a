"""The index of the search compared with the records, in a number of queries that grows with their batches alone."""

from collections import Counter, defaultdict

from partnerships.models import SearchDocument, SearchName, SearchSpelling, SearchWord
from partnerships.records.kinds import KINDS

from . import spelling
from .documents import COLUMNS, documents
from .index import published

BATCH = 2_000


def differences() -> list[tuple[str, str]]:
    """Return the kinds and keys of the records that the index has too many, too few, or otherwise than they stand.

    Words that are counted or spelt wrongly are reported under no kind.
    """
    stored = {row[:2]: row for row in SearchDocument.objects.values_list(*COLUMNS).iterator(BATCH)}
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, key, form in SearchName.objects.values_list("document__kind", "document__key", "form").iterator(BATCH):
        names[kind, key].add(form)
    wrong, counted = set(stored), Counter()
    for kind in KINDS:
        for found in documents(kind, published(kind).iterator(chunk_size=BATCH)):
            place, row = (kind, found.key), tuple(getattr(found, name) for name in COLUMNS)
            counted.update(found.vocabulary.split())
            if stored.get(place) == row and names[place] == found.whole:
                wrong.discard(place)
            else:
                wrong.add(place)
    return sorted(wrong) or [("", word) for word in _miscounted(counted)]


def _miscounted(counted: Counter[str]) -> list[str]:
    known = dict(SearchWord.objects.values_list("word", "documents"))
    spelt: dict[str, set[str]] = defaultdict(set)
    for form, word in SearchSpelling.objects.values_list("form", "word").iterator(BATCH):
        spelt[word].add(form)
    return sorted(
        word
        for word in {*known, *counted, *spelt}
        if known.get(word) != counted.get(word) or spelt.get(word, set()) != spelling.forms(word)
    )
