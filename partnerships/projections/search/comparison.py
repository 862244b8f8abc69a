"""The index of the search compared with the records, in a number of queries that grows with their chunks alone."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from partnerships import dates
from partnerships.chunks import as_stored, chunks
from partnerships.models import SearchDocument, SearchName, SearchSpelling, SearchWord
from partnerships.records.kinds import KINDS
from partnerships.records.visibility import public_rows

from . import spelling
from .documents import COLUMNS, IndexedRecord, documents
from .index import public_with_texts

CHUNK = 2_000


def differences(most: int | None = None) -> list[tuple[str, str]]:
    """Return the kinds and keys of the records that the index has too many, too few, or otherwise than they stand.

    Words that are counted or spelt wrongly are reported under no kind. Of a register with more records than `most`,
    all are looked for, and a part is read word by word: another one each day.
    """
    rows = {name: as_stored(public_rows(kind.model)).order_by() for name, kind in KINDS.items()}
    public = {name: dict(some.values_list("pk", "key")) for name, some in rows.items()}
    chosen = _chosen(public, most)
    wanted = {(kind, key) for kind, keys in public.items() for key in keys.values()}
    wrong = wanted ^ set(SearchDocument.objects.values_list("kind", "key"))
    counted: Counter[str] = Counter()
    for kind, numbers in chosen.items():
        stored, names = _stored(kind, numbers)
        for found in _documents(kind, public[kind], numbers):
            row = tuple(getattr(found, name) for name in COLUMNS)
            counted.update(found.vocabulary.split())
            if stored.get(found.key) != row or names[found.key] != found.whole:
                wrong.add((kind, found.key))
    is_whole = all(numbers is None for numbers in chosen.values())
    return sorted(wrong) or ([("", word) for word in _miscounted(counted)] if is_whole else [])


def _chosen(public: dict[str, dict[int, str]], most: int | None) -> dict[str, list[int] | None]:
    """Return the numbers of the records that are read today, by their kinds; None for all of a kind."""
    parts = -(-sum(map(len, public.values())) // most) if most else 1
    if parts <= 1:
        return dict.fromkeys(public)
    part = dates.today().toordinal() % parts
    return {kind: [pk for pk in keys if pk % parts == part] for kind, keys in public.items()}


def _documents(kind: str, keys: dict[int, str], numbers: list[int] | None) -> Iterator[IndexedRecord]:
    """Yield what the index should hold of the records of these numbers, of all whose `keys` are given where None."""
    for some in chunks(keys.values() if numbers is None else (keys[number] for number in numbers), CHUNK):
        yield from documents(kind, public_with_texts(kind, some))


def _stored(kind: str, numbers: list[int] | None) -> tuple[dict[str, tuple], dict[str, set[str]]]:
    """Return the rows of the index for records of one kind, and their whole names, by key."""
    rows, forms = SearchDocument.objects.filter(kind=kind), SearchName.objects.filter(document__kind=kind)
    if numbers is not None:
        keys = KINDS[kind].model._default_manager.filter(pk__in=numbers).values_list("key", flat=True)
        rows, forms = rows.filter(key__in=list(keys)), forms.filter(document__key__in=list(keys))
    names: dict[str, set[str]] = defaultdict(set)
    for key, form in forms.values_list("document__key", "form").iterator(CHUNK):
        names[key].add(form)
    return {row[1]: row for row in rows.values_list(*COLUMNS).iterator(CHUNK)}, names


def _miscounted(counted: Counter[str]) -> list[str]:
    known = dict(SearchWord.objects.values_list("word", "documents"))
    spelt: dict[str, set[str]] = defaultdict(set)
    for form, word in SearchSpelling.objects.values_list("form", "word").iterator(CHUNK):
        spelt[word].add(form)
    return sorted(
        word
        for word in {*known, *counted, *spelt}
        if known.get(word) != counted.get(word) or spelt.get(word, set()) != spelling.near_forms(word)
    )
