"""Texts: damaged ones, names that are none, copies passed off as translations, and those missing in a language."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import CharField, Model, QuerySet, TextField

from partnerships.dates.month_and_season_names import MONTHS
from partnerships.models import Record
from partnerships.models.base import LANGUAGES
from partnerships.models.base.texts import CONTROLS, is_tidied, with_signs
from partnerships.records.kinds import KINDS, PARTS, kind_of

from .findings import Finding
from .rows import belonging, is_concerned, owner_lookups, possible_owners, rows_of_it
from .rules import RULES, Told

#: What programs leave in texts: controls, letters lost, UTF-8 read as Latin-1, entities, tags, half of a pair;
#: what nobody sees within a word, and letters of Russian that look like ours.
DAMAGED = re.compile(
    f"{CONTROLS.pattern}"
    "|\ufffd"
    "|[\u00c2\u00c3\u00d0\u00d1][\u0080-\u00bf]"
    "|\u00c3[\u0152\u0153\u0160\u0161\u017d\u017e\u0178\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
    "|\u00e2\u20ac"
    r"|&(?:[a-zA-Z]{2,8}|\#\d{2,5}|\#x[0-9a-fA-F]{2,5});"
    r"|</?(?:a|b|br|div|em|font|h[1-6]|i|img|li|ol|p|s|script|span|strong|sub|sup|table|td|tr|u|ul)\b[^<>]*>"
    r"|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
    r"|\?{4,}"
    "|[\u200b\ufeff]"
    "|[a-zA-Z\u00c0-\u024f][\u0400-\u04ff]|[\u0400-\u04ff][a-zA-Z\u00c0-\u024f]"
)
#: What every damage has one of: to look for this alone is quick.
_SUSPECT = re.compile(
    CONTROLS.pattern + "|[\ufffd\u00c2\u00c3\u00d0\u00d1\u00e2\u200b\ufeff&<\\\\]|\\?{4}"
    "|(?<=[a-zA-Z\u00c0-\u024f])[\u0400-\u04ff]|[\u0400-\u04ff](?=[a-zA-Z\u00c0-\u024f])"
)
#: What people type where a name is wanted and none is known.
NO_NAME = re.compile(
    r"[\W_]+|t\.?b\.?[acd]\.?|n ?[./]? ?a\.?|x{2,}|to ?do|untitled|unnamed|unknown|sans (?:nom|titre)|inconnue?"
    r"|[àa] (?:compl[ée]ter|pr[ée]ciser|d[ée]terminer)",
    re.IGNORECASE,
)
_MONTH_NUMBERS = {name: number for names in MONTHS.values() for number, name in enumerate(names, start=1)}
#: A day in a text, in either language: “24 May 2018”, « 1er juillet 2018 ».
_DAY = re.compile(
    rf"\b([0-9]{{1,2}})(?:er|st|nd|rd|th)?[ \u00a0](?:of )?({'|'.join(_MONTH_NUMBERS)})[ \u00a0]([0-9]{{4}})\b"
)
#: A number in digits, of two and more; not the year, the hour, the ordinal or the fraction of something.
_NUMBER = re.compile(
    r"(?<![\w.,:/+-])([1-9][0-9]{0,2}(?:[ \u00a0\u202f,.][0-9]{3})+|[1-9][0-9]+)"
    r"(?![\w:/-]|[.,][0-9]|[ \u00a0\u202f](?:h|heures?|a\.?m|p\.?m|si[eè]cle)\b)"
)
#: Words that hardly any text does without, and that no name holds in the other language.
_IN_ENGLISH = re.compile(r"(?i)\b(?:of|the|and|with|to|for|in|by|from|its)\b")
_IN_FRENCH = re.compile(r"(?i)\b(?:de|des|du|les?|la|et|aux?|avec|pour|dans|par|en|une?)\b|\b[dl][’']")
_DIGITS = re.compile("[0-9]{2,}")
_YEAR = re.compile("[ \u00a0][0-9]{4}")
#: What may be a year is left aside.
FIRST_YEAR, LAST_YEAR = 1000, 2100
AROUND = 15
#: Names are often the same in both languages; a sentence is not.
LONG, FEW_WORDS = 60, 4
#: What joins the pieces of a row in one text: no damage begins or ends with it.
_BETWEEN = "\n"


def check() -> Iterator[Finding]:
    """Find damaged texts, names that are none, untranslated copies, and names missing in one language."""
    for model in (*(kind.model for kind in KINDS.values()), *PARTS):
        yield from _damaged(model)
    for kind in KINDS.values():
        yield from _missing(kind.model)


def _damaged(model: type[Model]) -> Iterator[Finding]:
    if not is_concerned(model):
        return
    columns = [column for column in model._meta.concrete_fields if is_written(column)]
    if not columns:
        return
    names = [column.name for column in columns]
    called = [names.index(name) for name in _called(model) if name in names]
    pairs = [(names.index(f"{base}_fr"), names.index(f"{base}_en"), base) for base in _long_texts(names)]
    for pk, *texts in rows_of_it(QuerySet(model)).values_list("pk", *names).iterator():
        apart = [*_between_languages(pairs, texts)]
        if (
            apart
            or any(_is_no_name(texts[place]) for place in called)
            or _SUSPECT.search(_BETWEEN.join(filter(None, texts)))
        ):
            yield from _in_row(model, pk, dict(zip(names, texts, strict=True)), apart)


def _called(model: type[Model]) -> tuple[str, ...]:
    """Return the columns of what a record is called; none of a part."""
    label = model.label_field if issubclass(model, Record) else ""
    return (label, *(f"{label}_{language}" for language in LANGUAGES)) if label else ()


def _is_no_name(text: str | None) -> bool:
    return NO_NAME.fullmatch(text or "") is not None


def is_written(column: Any) -> bool:
    """Whether somebody wrote the text of `column`; an address is no text, and the bare column holds no language."""
    bilingual = any(other.name == f"{column.name}_fr" for other in column.model._meta.concrete_fields)
    return (
        isinstance(column, CharField | TextField) and is_tidied(column) and not bilingual and "url" not in column.name
    )


def _long_texts(names: list[str]) -> list[str]:
    bases = (name.removesuffix("_fr") for name in names if name.endswith("_fr"))
    return [base for base in bases if f"{base}_en" in names]


def _between_languages(
    pairs: list[tuple[int, int, str]], texts: Sequence[str | None]
) -> Iterator[tuple[str, str, str | None]]:
    """Yield what two texts of one field say against one another: the kind of finding, the field, and what they say."""
    for fr, en, base in pairs:
        french, english = texts[fr], texts[en]
        if not french or not english:
            continue
        if french == english:
            if len(french) > LONG and french.count(" ") > FEW_WORDS:
                yield "untranslated-copy", base, None
            continue
        if _are_swapped(french, english):
            yield "languages-swapped", base, None
        if days := _each_alone(days_in(french), days_in(english)):
            yield "days-disagree", base, days
        others = _DIGITS.findall(french) != _DIGITS.findall(english)
        if others and (numbers := _each_alone(numbers_in(french), numbers_in(english))):
            yield "numbers-disagree", base, numbers


def _are_swapped(french: str, english: str) -> bool:
    """Whether each of two texts has words of the other language, and none of its own."""
    if not _IN_ENGLISH.search(french) or _IN_FRENCH.search(french):
        return False
    return bool(_IN_FRENCH.search(english)) and not _IN_ENGLISH.search(english)


def _each_alone(one: set, other: set) -> str:
    """Return two of which each stands in one text alone; nothing where one text only leaves some out."""
    apart = one - other, other - one
    return ", ".join(str(min(several)) for several in apart) if all(apart) else ""


def days_in(text: str) -> set[str]:
    """Return the days that a text names in words, in notation."""
    found = _DAY.findall(text) if _YEAR.search(text) else ()
    return {f"{year}-{_MONTH_NUMBERS[name]:02d}-{int(number):02d}" for number, name, year in found}


def numbers_in(text: str) -> set[int]:
    """Return the numbers that a text gives in digits, without days and years."""
    found = (int(re.sub(r"\D", "", number)) for number in _NUMBER.findall(_DAY.sub(" ", text)))
    return {number for number in found if not FIRST_YEAR <= number <= LAST_YEAR}


def _in_row(
    model: type[Model], pk: int, texts: dict[str, str | None], apart: list[tuple[str, str, str | None]]
) -> Iterator[Finding]:
    places = list(possible_owners(model))
    row = model._default_manager.filter(pk=pk).values_list(*owner_lookups(places)).get()
    for name, text in texts.items():
        if text and (found := DAMAGED.search(text)):
            excerpt = text[max(found.start() - AROUND, 0) : found.end() + AROUND]
            yield RULES["damaged-text"].finding(*belonging(places, row), name, text=with_signs(excerpt))
    for name in _called(model):
        if _is_no_name(text := texts.get(name)):
            yield RULES["no-name"].finding(*belonging(places, row), name, text=text)
    for code, base, said in apart:
        told: Told = {} if said is None else {"text": said}
        yield RULES[code].finding(*belonging(places, row), base, **told)


def _missing(model: type[Record]) -> Iterator[Finding]:
    """Find published records without their name in one language, but for those named after others."""
    field, columns = model.label_field, {column.name for column in model._meta.concrete_fields}
    if not is_concerned(model) or model._meta.model_name == "partner" or f"{field}_fr" not in columns:
        return
    for language in LANGUAGES:
        column = f"{field}_{language}"
        for pk, key in rows_of_it(model._default_manager.published().filter(**{column: None})).values_list("pk", "key"):
            rule = RULES[f"missing-{language}"]
            yield rule.finding(kind_of(model), pk, key, column, language=language)
