"""Which texts are older than those in the other language: followed from each change of the history."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from partnerships.models import Change, Translation
from partnerships.models.base import LANGUAGES
from partnerships.records.kinds import KINDS
from partnerships.records.snapshot.differences import CHANGE, Known, differences_between, known_as, pieces_of
from partnerships.records.snapshot.entries import BY_LABEL
from partnerships.records.snapshot.taking import Lines

#: What is said in whatever language it is said in, once.
UNPAIRED = ("withdrawal_reason",)
BETWEEN = "/"


def follow(changes: Iterable[Change], seen: Lines | None = None) -> None:
    """Write down which texts have become older than the other by `changes`, and which no longer are.

    A text that changes in one language alone, while there is one in the other, leaves that one behind; unless it was
    the one left behind. Where the other is no longer what its writer had `seen`, in a form that others overtook or when
    it was proposed, it is itself behind.
    """
    for change in changes:
        if change.kind in KINDS and change.before:
            base = change.pending.before if change.pending else seen or []
            _follow(change.kind, change.key, change.before, change.after or [], change.at, base)


def _follow(kind: str, key: str, before: Lines, after: Lines, at: datetime, base: Lines) -> None:
    known = Translation.objects.filter(kind=kind, key=before[0]["fields"]["key"])
    if not after:
        known.delete()
        return
    if (old := before[0]["fields"]["key"]) != key:
        before = under_key(before, key)
        for row in known:
            row.key, row.part = key, row.part.replace(f"{BETWEEN}{old}{BETWEEN}", f"{BETWEEN}{key}{BETWEEN}")
            row.save(update_fields=["key", "part"])
    now = pieces_of(after)
    gone = {part_name(each, before) for each in pieces_of(before) if each not in now}
    rows = Translation.objects.filter(kind=kind, key=key)
    if gone:
        rows.filter(part__in=gone).delete()
    proposed_beside = pieces_of(base) if base else {}
    for piece, field, texts in _changed(before, after):
        place = {"kind": kind, "key": key, "part": part_name(piece, after), "field": field}
        beside = proposed_beside[piece]["fields"] if piece in proposed_beside else {}
        _weigh(place, texts, now[piece]["fields"], at, beside)


def _changed(before: Lines, after: Lines) -> Iterator[tuple[Known, str, dict[str, str]]]:
    """Yield each text in two languages that changed: its piece, its field, what it said before by language."""
    found: dict[tuple[Known, str], dict[str, str]] = {}
    for each in differences_between(before, after):
        if each.action == CHANGE and (field := field_of(each.model, each.field)):
            found.setdefault((each.known, field), {})[each.field[-2:]] = each.before or ""
    for (piece, field), texts in found.items():
        yield piece, field, texts


def _weigh(place: dict[str, str], texts: dict[str, str], now: dict[str, Any], at: datetime, beside: dict) -> None:
    """Say which of two texts is older, now that those of `texts` have changed, written `beside` what stood there."""
    rows = Translation.objects.filter(**place)
    behind = rows.filter(checked_at=None).values_list("language", flat=True).first()
    first, *others = texts
    other = other_than(first)
    filled = all(now.get(f"{place['field']}_{language}") for language in LANGUAGES)
    seen = beside.get(f"{place['field']}_{other}")
    if filled and not others and seen and seen != now[f"{place['field']}_{other}"]:
        rows.delete()
        _leave_behind(place, first, seen, at)
        return
    if others or behind == first or not filled or not texts[first]:
        rows.delete()
        return
    rows.filter(language=first).delete()
    if behind is None:
        _leave_behind(place, other, texts[first], at)


def _leave_behind(place: dict[str, str], language: str, source: str, at: datetime) -> None:
    defaults = {"source": source, "since": at, "checked_by": None, "checked_by_name": "", "checked_at": None}
    Translation.objects.update_or_create(**place, language=language, defaults=defaults)


def under_key(lines: Lines, key: str) -> Lines:
    """Return a snapshot as it would be if its record had had this key already."""
    old, found = lines[0]["fields"]["key"], []
    for each in lines:
        fields = dict(each["fields"])
        for name in ("stop", "visit", *getattr(BY_LABEL[each["model"]], "owner_fields", ())):
            if fields.get(name, ())[:1] == [old]:
                fields[name] = [key, *fields[name][1:]]
        found.append({**each, "fields": fields})
    found[0]["fields"]["key"] = key
    return found


def other_than(language: str) -> str:
    return next(code for code in LANGUAGES if code != language)


def part_name(piece: Known, lines: Lines) -> str:
    """Return how a piece of a record is named in the table; an empty text for the record itself."""
    return "" if piece == known_as(lines[0]) else BETWEEN.join(piece)


def field_of(model: Any, column: str) -> str:
    """Return which text in two languages a column holds; an empty text where it holds none."""
    field = model._meta.get_field(column)
    name = field.translated_field.name if hasattr(field, "translated_field") else ""
    return "" if name in UNPAIRED else name


def paired(model: Any) -> list[str]:
    """Return the texts of `model` that are wanted in both languages."""
    columns = (field.name for field in model._meta.concrete_fields)
    return list(dict.fromkeys(name for column in columns if (name := field_of(model, column))))
