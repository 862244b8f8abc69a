"""What the index holds of one record: plain rows, made of the texts that the public reads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from partnerships.dates import EARLIEST, LATEST
from partnerships.models import Record
from partnerships.models.base import LANGUAGES
from partnerships.records import texts
from partnerships.records.kinds import KINDS, Kind
from partnerships.records.visibility import is_public
from partnerships.records.walking import walk

from . import hangul, words

#: A name of more words is compared by its words alone.
LONGEST_NAME = 250


@dataclass(frozen=True)
class IndexedRecord:
    """One public record as the index holds it."""

    kind: str
    key: str
    sort: str
    names: str
    tokens: str
    vocabulary: str
    earliest: date
    latest: date
    #: Its whole names, keys and codes, each in the forms in which they are compared.
    whole: frozenset[str]


#: The columns that the table has, in the order of `IndexedRecord`.
COLUMNS = ("kind", "key", "sort", "names", "tokens", "vocabulary", "earliest", "latest")


def documents(kind: str, records: Iterable[Record]) -> Iterator[IndexedRecord]:
    """Yield what the index holds of those of `records` that are public."""
    reach = KINDS[kind].reach
    reached = reach.rows() if reach else []
    for record in filter(is_public, records):
        yield indexed_record(KINDS[kind], record, reached)


def indexed_record(kind: Kind, record: Record, reached: list[tuple]) -> IndexedRecord:
    """Return what the index holds of one record; `reached` are the rows that its kind may reach without naming them."""
    names, tokens, vocabulary, whole = _told(texts.texts_of(record))
    earliest, latest = record_bounds(record)
    tokens |= names | {words.label(*each) for each in found_under(kind, record, reached)}
    tokens.update(str(day.year) for day in (earliest, latest) if day not in (EARLIEST, LATEST))
    return IndexedRecord(
        kind.name,
        record.key,
        f"{record.sort_en} {record.key}"[:300],
        " ".join(sorted(names)),
        " ".join(sorted(tokens)),
        " ".join(sorted(vocabulary)),
        earliest,
        latest,
        frozenset(whole.union(*map(whole_forms, _addresses(record)))),
    )


def _addresses(record: Record) -> Iterator[str]:
    """Yield where a document stands in the web: its address leads to what is kept of it."""
    yield from (words.without_scheme(getattr(record, name)) for name in texts.web_addresses(type(record)))


def _told(several: Iterable[texts.Text]) -> tuple[set[str], set[str], set[str], set[str]]:
    """Return the tokens of the names among texts and those of the others, all words, and the forms of whole names."""
    names: set[str] = set()
    tokens: set[str] = set()
    vocabulary: set[str] = set()
    whole: set[str] = set()
    for text in several:
        elided = text.language == "fr" and not text.names
        found = words.folded_words(text.text)
        if not text.is_key:
            found += words.joined_tokens(text.text, elision=elided)
        told = found if text.names else [word for word in found if word not in words.ANY_STOP_WORD]
        languages = () if text.is_code else (text.language,) if text.language else LANGUAGES
        as_written = text.names or not text.language
        for word in told:
            (names if text.names else tokens).update(words.tokens_of_word(word, languages, as_written=as_written))
        vocabulary.update(told)
        whole |= whole_forms(text.text) if text.names or text.is_key else set()
        if text.names:
            # “윤순구” is Yun Sun-gu to some, and Yoon Soon-koo to others.
            sounds = set(hangul.words_romanised(text.text))
            names |= sounds
            vocabulary |= sounds
            whole = whole.union(*map(whole_forms, hangul.romanised(text.text)))
    return names, tokens, vocabulary, whole


def whole_forms(text: str) -> set[str]:
    """Return the forms in which a whole name is compared: its words in one order, and all of them as one word."""
    found = words.fold(text).split()
    several = {" ".join(sorted(found)), "".join(found)}
    return {form for form in several if form and len(form) <= LONGEST_NAME}


def record_bounds(record: Record) -> tuple[date, date]:
    """Return the first and the last day that a record possibly has; all days where it has no date."""
    found = [
        (getattr(record, first), getattr(record, last))
        for name, first, last in (("date", "date_earliest", "date_latest"), ("period", "start_earliest", "end_latest"))
        if getattr(record, name, "")
    ]
    return min((first for first, _ in found), default=EARLIEST), max((last for _, last in found), default=LATEST)


def found_under(kind: Kind, record: Record, reached: list[tuple]) -> set[tuple[str, str]]:
    """Return what a record is found under: its kind, and pairs of a kind and a key for what it concerns."""
    found = {
        (name, other.key) for name, several in kind.concerns.items() for path in several for other in walk(record, path)
    }
    if kind.reach is not None:
        found |= {(kind.reach.facet, key) for key in kind.reach.of(record, reached)}
    return found | {("kind", kind.name), (kind.name, record.key)}
