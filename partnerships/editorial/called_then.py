"""What the record of a change is called in the language of the reader: as now, else as it was in its last text."""

from typing import Any

from partnerships.models import Change
from partnerships.records.kinds import KINDS, record_named

from .changes_in_words import Wording, in_own_language
from .own_sentences import MERGED, own_sentence, worded_anew

#: The texts by which a record is called.
NAMES = ("title_fr", "title_en", "name_fr", "name_en", "name")


def name_of_changed(change: Change, record: Any) -> str:
    """Return what the record of a change is called; where it is no more, what it was called in its last text."""
    if record is not None:
        return str(record)
    lines = change.after or change.before
    if change.kind not in KINDS or not lines:
        return change.key
    fields = lines[0]["fields"]
    texts = (fields.get(name) for name in in_own_language(NAMES, fields))
    return next(filter(None, texts), None) or Wording.of(lines).called(lines[0])


def comment_of(change: Change) -> str:
    """Return the comment of a change as its reader reads it; the two that were merged are called in that language."""
    found = own_sentence(change.comment)
    if found is None or found[0] is not MERGED:
        return worded_anew(change.comment)
    told = found[1]
    named = {"goes": _called(change.kind, told["key"]), "stays": _called(change.kind, told["into"])}
    return worded_anew(change.comment, {name: text for name, text in named.items() if text})


def _called(kind: str, key: str) -> str:
    """Return what the record with this key is called, or was called before it went; nothing where nobody knows."""
    record = record_named(kind, key) if kind in KINDS else None
    last = None if record else Change.objects.filter(kind=kind, key=key).order_by("-pk").first()
    return name_of_changed(last, None) if last else str(record or "")
