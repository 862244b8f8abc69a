"""The texts of a record that the public reads: its names and codes, and everything else it says.

Search finds a record by them, and shows the passage that it was found by: what is not here is neither found nor shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import EmailField, Field, Model, SlugField, URLField
from django.utils.translation import override

from partnerships import markup
from partnerships.kept_in_process import remembered
from partnerships.models import Alias, Milestone, Name, Participation, Record, Stop, Visit
from partnerships.models.base import LANGUAGES, Part, is_text, model_at_end, translated_names
from partnerships.models.fields import DateNotation

from .kinds import KINDS, kind_of, owner_paths
from .visibility import FOR_STAFF, is_public
from .walking import walk

#: The fields by which people call a record, beside the one that its label uses.
CALLED = {
    *("formal_name", "abbreviation", "title_feminine", "original_title", "family_name", "given_name"),
    *("iso2", "iso3", "iso_numeric", "wikidata", "number"),
}
#: Those of them that are no words of a language: they have no other forms.
CODES = {"iso2", "iso3", "iso_numeric", "wikidata"}
#: The words in which a time is said that stands beside the record.
WORDED_TIMES = {"date_wording", "period_wording"}
#: What is no text to a reader: codes of languages and zones, telephones, words that tie records together.
NO_TEXT = {"name_language", "language", "languages", "time_zone", "phone", "appointment"}
#: The fields whose value is one of several that have words: of what sort the record is, how it went or ended.
SORTS = {"kind", "role", "status", "ending"}
#: The values whose words say nothing: what is usual, or none of the others.
SAYS_NOTHING = {"other", "held", "interlocutor"}
#: The parts whose texts are those of their record.
PARTS = (Name, Alias, Milestone, Stop, Participation)
#: Those of them that name it.
NAMING = (Name, Alias)


@dataclass(frozen=True)
class Text:
    """One text: the language it is in, if it is in one, whether it names the record, is its key or a code of it, or
    names another."""

    text: str
    language: str
    names: bool = False
    is_key: bool = False
    of_another: bool = False
    is_code: bool = False
    #: Whether it says of which kind the record is, as all records of the kind do; of which sort, or when it was, which
    #: is said in each language.
    of_kind: bool = False
    of_sort: bool = False
    of_time: bool = False


@dataclass(frozen=True)
class _Column:
    """A column with a text: `field` is what it is called without its language; `words` say what its values mean."""

    name: str
    field: str
    language: str
    names: bool
    words: Mapping[str, Mapping[str, str]] | None = None


@remembered()
def columns(model: type[Model]) -> tuple[_Column, ...]:
    """Return the columns of `model` that hold texts for readers."""
    found, label = [], getattr(model, "label_field", "")
    translated = translated_names(model)
    for each in model._meta.concrete_fields:
        field = each.translated_field.name if hasattr(each, "translated_field") else each.name
        if each.name in translated or not _is_read(model, each, field):
            continue
        language = each.name.removeprefix(f"{field}_") if field != each.name else ""
        names = field in CALLED or field == label or model in NAMING
        found.append(_Column(each.name, field, language, names))
    sorts = () if model in NAMING else (each for each in model._meta.concrete_fields if each.name in SORTS)
    found += [_Column(each.name, each.name, "", False, _words(each)) for each in sorts if each.choices]
    return tuple(found)


def _words(field: Any) -> dict[str, dict[str, str]]:
    """Return in each language the words of each value of `field`, but for those that say nothing."""
    return {value: in_languages(label) for value, label in field.flatchoices if value and value not in SAYS_NOTHING}


def in_languages(label: Any) -> dict[str, str]:
    """Return what a text of the code says in each language."""
    found = {}
    for language in LANGUAGES:
        with override(language):
            found[language] = str(label)
    return found


def _is_read(model: type[Model], each: Field, field: str) -> bool:
    if not is_text(each) or isinstance(each, DateNotation | URLField | EmailField | SlugField):
        return False
    if field in NO_TEXT or field in FOR_STAFF or field == "withdrawal_reason":
        return False
    return field != "key" or issubclass(model, Record)


@remembered()
def parts(model: type[Model]) -> tuple[tuple[str, type[Part]], ...]:
    """Return the relations of `model` to the parts whose texts are its own, each with their model."""
    return tuple(
        (relation.get_accessor_name(), relation.related_model)
        for relation in model._meta.related_objects
        if relation.related_model in PARTS and relation.field.name in relation.related_model.owner_fields
    )


@remembered()
def web_addresses(model: type[Model]) -> tuple[str, ...]:
    """Return the columns of `model` with addresses of the web: they are no texts, but whoever has one looks for it."""
    return tuple(each.name for each in model._meta.concrete_fields if isinstance(each, URLField))


@remembered()
def paths(name: str) -> tuple[str, ...]:
    """Return the paths (`state.name_fr`) to every column by which records of the kind `name` are found in a search."""
    kind = KINDS[name]
    own = [*_followed(kind.model, columns(kind.model)), *web_addresses(kind.model)]
    own += [f"{name}.{column}" for name, part in parts(kind.model) for column in _followed(part, columns(part))]
    whole = [f"{path}.publication" for path in owner_paths(kind.model)]
    named = (*kind.named_by, *kind.also_called)
    beside = [f"{path}.{column}" for path in named for column in _naming(kind.model, path)]
    found_under = [f"{path}.key" for path in kind.paths]
    agreed = ["areas.publication"] if kind.model is Visit else []
    return tuple(dict.fromkeys(("publication", *own, *whole, *beside, *found_under, *agreed)))


def _naming(model: type[Model], path: str) -> Iterator[str]:
    model = model_at_end(model, path)
    yield "publication"
    yield from _followed(model, [column for column in columns(model) if column.names])
    for name, part in parts(model):
        if part in NAMING:
            yield from (f"{name}.{column}" for column in _followed(part, columns(part)))


def _followed(model: type[Model], texts: Iterable[_Column]) -> Iterator[str]:
    """Yield the names of the columns, and of those that say in which language they are: a word has its forms by it."""
    known = {column.name for column in model._meta.concrete_fields}
    for column in texts:
        yield column.name
        if not column.language and column.words is None and (said := _says_language(column.field)) in known:
            yield said


def texts_of(record: Record) -> Iterator[Text]:
    """Yield the texts of `record`; what it is named after is told by the names that are public.

    The names of the one record that it is named after are its own.
    """
    yield from _own(record)
    yield from _kind_named(type(record))
    if isinstance(record, Visit) and any(is_public(area) for area in record.areas.all()):
        yield from _areas_agreed()
    whole = len(record.named_after) == 1
    kind = KINDS[kind_of(record)]
    for path in (*kind.named_by, *kind.also_called):
        for other in walk(record, path):
            if is_public(other):
                yield from (
                    Text(
                        text.text,
                        text.language,
                        whole and path in kind.named_by,
                        of_another=True,
                        is_code=text.is_code,
                    )
                    for text in _own(other, NAMING)
                    if text.names
                )


def _own(record: Record, among: tuple[type[Part], ...] = PARTS) -> Iterator[Text]:
    yield from _of_row(record, columns(type(record)))
    for name, part in parts(type(record)):
        for row in getattr(record, name).all() if part in among else ():
            yield from _of_row(row, columns(part))


@remembered()
def _kind_named(model: type[Model]) -> tuple[Text, ...]:
    named = in_languages(model._meta.verbose_name)
    return tuple(Text(text, language, of_kind=True) for language, text in named.items())


@remembered()
def _areas_agreed() -> tuple[Text, ...]:
    """The words for what was agreed on a visit, which stand on its page before the areas."""
    said = in_languages(Visit._meta.get_field("areas").verbose_name)
    return tuple(Text(text, language, of_sort=True) for language, text in said.items())


def _of_row(row: Any, found: Iterable[_Column]) -> Iterator[Text]:
    for column in found:
        if column.words is not None:
            said = column.words.get(getattr(row, column.name), {})
            yield from (Text(text, language, of_sort=True) for language, text in said.items())
        elif text := getattr(row, column.name):
            language = column.language or _said_language(row, column.field)
            if column.field in getattr(type(row), "marked_up", ()):
                text = markup.without_markup(text)
            field = column.field
            yield Text(
                text, language, column.names, field == "key", is_code=field in CODES, of_time=field in WORDED_TIMES
            )


def _said_language(row: Any, field: str) -> str:
    """Return the language that a row says its name is in, if that is one of ours."""
    found = getattr(row, _says_language(field), "") if field != "key" else ""
    return found if found in LANGUAGES else ""


def _says_language(field: str) -> str:
    """Return the name of the column, where there is one, that says in which language the text `field` is."""
    return "name_language" if field == "name" else "language"
