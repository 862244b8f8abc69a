"""The index of the search: what public records are found by, kept in step with them.

The tables of the records are the only truth. `refresh` writes what is held of some records anew, `rebuild` everything;
`comparison` compares it with the records.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from django.db import connection
from django.db.models import F, Q

from partnerships.chunks import chunks, chunks_by_kind, delete_unread, insert_unmade
from partnerships.models import Record, SearchDocument, SearchName, SearchSpelling, SearchWord
from partnerships.records import kept_rows, texts
from partnerships.records.kinds import KINDS
from partnerships.records.visibility import published
from partnerships.transactions import one_write

from . import spelling
from .documents import COLUMNS, IndexedRecord, documents
from .full_text import FULL_TEXT

#: Raised with every change of what the index is made of: an older one is made anew.
LAYOUT = 4

CHUNK = 500

#: A record, by its kind and key.
Name = tuple[str, str]


def refresh(changed: Mapping[str, Collection[str]]) -> None:
    """Write what is held of records anew, where it has changed; `changed` are their keys by their kind."""
    for some in chunks_by_kind(changed, CHUNK):
        with one_write(savepoint=False):
            _refresh(some)
    if sum(map(len, changed.values())) >= CHUNK:
        put_together()


def _refresh(changed: dict[str, list[str]]) -> None:
    of_these = Q(*(Q(kind=kind, key__in=keys) for kind, keys in changed.items()), _connector=Q.OR)
    stored: dict[Name, SearchDocument] = {
        (row.kind, row.key): row for row in SearchDocument.objects.filter(of_these).order_by("pk")
    }
    wanted: dict[Name, IndexedRecord] = {
        (kind, found.key): found
        for kind, keys in changed.items()
        for found in documents(kind, public_with_texts(kind, keys))
    }
    change = Counter(_words(wanted.values()))
    change.subtract(_words(stored.values()))
    _forget([row for name, row in stored.items() if name not in wanted])
    _renew([(stored[name], found) for name, found in wanted.items() if name in stored])
    _write([found for name, found in wanted.items() if name not in stored])
    _count(change)


def rebuild() -> int:
    """Make the whole index anew; return the number of records in it."""
    with one_write():
        for table in (SearchName, SearchDocument, SearchSpelling, SearchWord):
            delete_unread(table.objects.all())
        counted: Counter[str] = Counter()
        for kind in KINDS:
            for keys in chunks(published(KINDS[kind].model).values_list("key", flat=True), CHUNK):
                some = list(documents(kind, public_with_texts(kind, keys)))
                _write(some)
                counted.update(_words(some))
        _new_words(counted)
        put_together()
    return SearchDocument.objects.count()


def put_together() -> None:
    """Make one piece of the full-text index where many documents were written at once.

    SQLite writes each lot as a piece of its own; to ask a dozen large ones takes a hundred times as long as to ask one,
    and what is saved one by one later is put together as it comes.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {FULL_TEXT}({FULL_TEXT}) VALUES ('optimize')")  # noqa: S608  a name of ours


def public_with_texts(kind: str, keys: Iterable[str]) -> list[Record]:
    """Return those of the records of these keys that the public may see, with what their texts are made of."""
    needed = {path.rpartition(".")[0] for path in texts.paths(kind)} - {""}
    return kept_rows.public_keyed(KINDS[kind].model, keys, sorted(needed))


def _renew(pairs: list[tuple[SearchDocument, IndexedRecord]]) -> None:
    """Write what has changed of documents that are held already."""
    changed = []
    for row, found in pairs:
        if any(getattr(found, name) != getattr(row, name) for name in COLUMNS):
            for name in COLUMNS:
                setattr(row, name, getattr(found, name))
            changed.append(row)
    if changed:
        # Under their old numbers, in fewer statements than an update of many rows takes.
        delete_unread(SearchDocument.objects.filter(pk__in=[row.pk for row in changed]))
        SearchDocument.objects.bulk_create(changed, batch_size=CHUNK)
    names = _names(row.pk for row, _ in pairs)
    gone = [pk for row, found in pairs for form, pk in names[row.pk].items() if form not in found.whole]
    if gone:
        delete_unread(SearchName.objects.filter(pk__in=gone))
    new = [(row, form) for row, found in pairs for form in sorted(found.whole - names[row.pk].keys())]
    SearchName.objects.bulk_create((SearchName(document=row, form=form) for row, form in new), batch_size=CHUNK)


def _names(ids: Iterable[int]) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = defaultdict(dict)
    if owners := list(ids):
        rows = SearchName.objects.filter(document__in=owners)
        for owner, form, pk in rows.values_list("document_id", "form", "pk"):
            found[owner][form] = pk
    return found


def _forget(rows: list[SearchDocument]) -> None:
    if rows:
        ids = [row.pk for row in rows]
        delete_unread(SearchName.objects.filter(document__in=ids))
        delete_unread(SearchDocument.objects.filter(pk__in=ids))


def _write(found: list[IndexedRecord]) -> None:
    if not found:
        return
    rows = [SearchDocument(**{name: getattr(each, name) for name in COLUMNS}) for each in found]
    SearchDocument.objects.bulk_create(rows, batch_size=CHUNK)
    pairs = zip(rows, found, strict=True)
    names = ((row.pk, form) for row, each in pairs for form in sorted(each.whole))
    insert_unmade(SearchName, ("document_id", "form"), names)


def _words(rows: Iterable[IndexedRecord | SearchDocument]) -> Iterator[str]:
    for row in rows:
        yield from row.vocabulary.split()


# The words of the register, for those who write one otherwise


def _count(change: Counter[str]) -> None:
    """Note in how many more records, or fewer, each word stands; one that stands in none is forgotten."""
    changed = sorted(word for word, number in change.items() if number)
    for some in chunks(changed, CHUNK):
        more = [word for word in some if change[word] > 0]
        known = set(SearchWord.objects.filter(word__in=more).values_list("word", flat=True))
        _new_words(Counter({word: 0 for word in more if word not in known}))
        by_number: dict[int, list[str]] = defaultdict(list)
        for word in some:
            by_number[change[word]].append(word)
        for number, several in by_number.items():
            SearchWord.objects.filter(word__in=several).update(documents=F("documents") + number)
        fewer = [word for word in some if change[word] < 0]
        gone = list(SearchWord.objects.filter(word__in=fewer, documents__lte=0).values_list("word", flat=True))
        if gone:
            delete_unread(SearchSpelling.objects.filter(word__in=gone))
            delete_unread(SearchWord.objects.filter(word__in=gone, documents__lte=0))


def _new_words(counted: Counter[str]) -> None:
    new = sorted(counted)
    for some in chunks(new, CHUNK):
        SearchWord.objects.bulk_create(
            (SearchWord(word=word, documents=counted[word]) for word in some), ignore_conflicts=True
        )
        SearchSpelling.objects.bulk_create(
            (SearchSpelling(form=form, word=word) for word in some for form in sorted(spelling.near_forms(word))),
            batch_size=CHUNK,
            ignore_conflicts=True,
        )
