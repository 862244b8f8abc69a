"""The texts of the two languages beside one another: what is missing, what is older, and saving them together."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count, Exists, Min, Model, OuterRef, Q, QuerySet, TextField
from django.utils import timezone
from django.utils.translation import gettext as _

from partnerships.models import Change, Meeting, PendingChange, Publication, Record, Translation
from partnerships.models.base import LANGUAGES, tidied_value
from partnerships.models.history import name_of
from partnerships.projections.translations import other_than, paired, part_name
from partnerships.projections.version import stamp as version_now
from partnerships.records.kinds import KINDS, PARTS, kind_of, record_named
from partnerships.records.snapshot import findings
from partnerships.records.snapshot.differences import known_as
from partnerships.records.snapshot.entries import BY_LABEL
from partnerships.records.snapshot.restoring import bring_to
from partnerships.records.snapshot.taking import Lines, digest_of, snapshot
from partnerships.shared_cache import share, shared_value
from partnerships.transactions import one_write

from .changes_in_words import refusal_in_words
from .fit_for_public import require_public_names
from .history import record_saving
from .own_sentences import TRANSLATED
from .pending_changes import propose
from .published_alone import flag
from .refusal import Refused
from .roles import PUBLISHERS
from .waiting import Waiting

KEPT = "translations:missing-since"
MISSING, OLDER, CHECKED = STATES = ("missing", "older", "checked")


@dataclass(frozen=True)
class Pair:
    """One text in both languages, as it stands in a record or one of its parts."""

    #: The line that it stands in, its name in the table of translations, its field.
    line: dict = field(hash=False)
    part: str
    field: str
    #: What was written down of it, by the language of the older text.
    rows: Mapping[str, Translation]

    @property
    def name(self) -> str:
        return f"{self.part}:{self.field}"

    @property
    def model(self) -> type[Model]:
        return BY_LABEL[self.line["model"]]

    def column(self, language: str) -> Any:
        return self.model._meta.get_field(f"{self.field}_{language}")

    def text(self, language: str) -> str:
        return self.line["fields"].get(f"{self.field}_{language}") or ""

    def state(self, language: str) -> str:
        """Return what is to be said of the text in `language`; an empty text for nothing."""
        if not self.text(language):
            return MISSING if self.text(other_than(language)) else ""
        row = self.rows.get(language)
        return "" if row is None else CHECKED if row.checked_at else OLDER

    @property
    def waits(self) -> bool:
        return any(self.state(language) in (MISSING, OLDER) for language in LANGUAGES)


def pairs(record: Record) -> list[Pair]:
    """Return every text of `record` and its parts that stands in one language at least."""
    lines = snapshot(record)
    rows: dict[tuple[str, str], dict[str, Translation]] = {}
    for row in Translation.objects.filter(kind=kind_of(record), key=record.key):
        rows.setdefault((row.part, row.field), {})[row.language] = row
    found = []
    for each in lines:
        part = part_name(known_as(each), lines)
        for name in paired(BY_LABEL[each["model"]]):
            found.append(Pair(each, part, name, rows.get((part, name), {})))
    return [each for each in found if any(each.text(language) for language in LANGUAGES)]


# What waits


def missing(kind: str, language: str = "") -> QuerySet[Any]:
    """Return the public records of a kind in which a text, their own or that of a part, is missing in one language."""
    model = KINDS[kind].model
    lacking = lacks_text(model, language)
    for part, owner in parts_with_owner(model):
        found = part._default_manager.filter(lacks_text(part, language), **{f"{owner}__isnull": False})
        lacking |= Q(pk__in=found.values(owner))
    records = model._default_manager.filter(lacking, publication=Publication.PUBLISHED)
    return records.filter(Meeting.BY_ITSELF) if model is Meeting else records


def numbers_lacking() -> dict[str, int]:
    """Return how many public records of each kind lack a text in one language; kept until the public sees a change."""
    return _lacking()[0]


def _lacking() -> tuple[dict[str, int], datetime | None]:
    """Return the same, and since when the oldest of these records is public."""
    stamp = version_now()
    kept = shared_value(KEPT)
    if kept is not None and kept[0] == stamp:
        return kept[1], kept[2]
    counted = {kind: missing(kind).order_by().aggregate(count=Count("pk"), since=Min("published_at")) for kind in KINDS}
    numbers = {kind: each["count"] for kind, each in counted.items()}
    since = min((each["since"] for each in counted.values() if each["since"]), default=None)
    share(KEPT, (stamp, numbers, since))
    return numbers, since


def in_the_register(findings: Mapping[str, tuple[int, datetime | None]]) -> list[Waiting]:
    """Return what waits for whoever can mend it: texts to be translated, and `findings`, with number and age.

    A text waits since it became older, or since its record is public.
    """
    numbers, missing_since = _lacking()
    older_since = older().values_list("since", flat=True).first()
    since = min((each for each in (missing_since, older_since) if each), default=None)
    found = [
        Waiting("translations", sum(numbers.values()) + older().count(), since),
        *(Waiting(name, count, oldest) for name, (count, oldest) in findings.items()),
    ]
    return [each for each in found if each.count]


def parts_with_owner(model: type[Model]) -> Iterator[tuple[type[Any], str]]:
    """Yield the parts that records of `model` have, each with the lookup that leads to the record."""
    name = model._meta.model_name or ""
    for part in PARTS:
        if name in part.owner_fields and paired(part):
            yield part, name
        if name == "visit" and "meeting" in part.owner_fields and paired(part):
            yield part, "meeting__visit"
            yield part, "meeting__stop__visit"
    if name == "visit":
        yield Meeting, "visit"
        yield Meeting, "stop__visit"


def lacks_text(model: type[Model], language: str) -> Q:
    """Return the condition that a text of a row of `model` is missing in one language (in `language`), not in both."""
    found = Q(pk__in=())
    for name in paired(model):
        for code in LANGUAGES:
            if language in ("", code):
                other = f"{name}_{other_than(code)}__isnull"
                found |= Q(**{f"{name}_{code}__isnull": True, other: False})
    return found


def older(state: str = OLDER, kind: str = "", language: str = "") -> QuerySet[Translation]:
    """Return what was written down of public texts that are older, or that were checked, the oldest first."""
    rows = Translation.objects.filter(of_public_records([kind] if kind else KINDS), checked_at__isnull=state == OLDER)
    narrowed = {name: value for name, value in (("kind", kind), ("language", language)) if value}
    return rows.filter(**narrowed).order_by("since", "id")


def following(record: Record) -> Record | None:
    """Return the record of the same kind that is translated after `record`: a text of it is missing, or older."""
    kind = kind_of(record)
    lacking = missing(kind).filter(pk__gt=record.pk).order_by("pk").first()
    if lacking is not None:
        return lacking
    own, later = older(kind=kind).filter(key=record.key).last(), older(kind=kind).exclude(key=record.key)
    row = (later.filter(since__gte=own.since) if own else later).first()
    return record_named(kind, row.key) if row else None


def of_public_records(kinds: Iterable[str]) -> Q:
    """Return the condition for what was written down of texts of public records of some kinds."""
    found = Q(pk__in=())
    for kind in kinds:
        same = KINDS[kind].model._default_manager.filter(key=OuterRef("key"), publication=Publication.PUBLISHED)
        found |= Q(Exists(same), kind=kind)
    return found


# What is done


@one_write()
def save_texts(
    record: Record,
    *,
    by: User,
    typed: Mapping[str, Mapping[str, str]],
    version: str,
    checked: Collection[str] = (),
    at_once: bool = False,
    reason: str = "",
) -> PendingChange | Change | None:
    """Save texts of both languages together: `typed` by the name of their pair and their language.

    What the public reads waits for a second person, or goes out `at_once` with a reason. The texts of which `checked`
    names the pair, with its language (`:name_fr`), are right as they stand. Raises `Refused`, and nothing is changed.
    """
    before = snapshot(record)
    if version != digest_of(before):
        raise Refused(_("Somebody else has changed this record since you opened it. Look again, then save."))
    found = pairs(record)
    after = retold(before, found, typed)
    for pair in found:
        for language in LANGUAGES:
            if f"{pair.name}_{language}" in checked and pair.state(language) == OLDER:
                confirm_older(pair, language, by=by)
    return (
        None if before == after else written_or_proposed(record, before, after, by=by, at_once=at_once, reason=reason)
    )


def retold(before: Lines, found: list[Pair], typed: Mapping[str, Mapping[str, str]]) -> Lines:
    """Return the snapshot `before` with what was typed; no text that is there is taken out."""
    fields = {part_name(known_as(each), before): dict(each["fields"]) for each in before}
    for pair in found:
        for language, text in typed.get(pair.name, {}).items():
            column = pair.column(language)
            lines = isinstance(column, TextField)
            said = str(tidied_value(column, text if lines else " ".join(text.splitlines())))
            if said:
                fields[pair.part][column.name] = said
            elif pair.text(language):
                raise Refused(_("No text is erased here: write the new one in its place, or leave the old one."))
    return [{**each, "fields": fields[part_name(known_as(each), before)]} for each in before]


def written_or_proposed(
    record: Record, before: Lines, after: Lines, *, by: User, at_once: bool, reason: str
) -> PendingChange | Change | None:
    """Write `after`, or propose it where the public reads the record."""
    may = by.has_perm(PUBLISHERS)
    if record.publication == Publication.PUBLISHED and not (may and at_once):
        return propose(record, by=by, before=before, after=after, comment=str(TRANSLATED))
    if record.publication == Publication.WITHDRAWN and not may:
        return propose(record, by=by, before=before, after=after, comment=str(TRANSLATED))
    public = record.publication == Publication.PUBLISHED
    if public and not reason.strip():
        raise Refused(_("Give the reason for publishing the change before a second person has seen it."))
    try:
        bring_to(before, after)
    except findings.NothingWritten as refusal:
        raise Refused(refusal_in_words(refusal)) from refusal
    stored = record_named(kind_of(record), record.key) or record
    require_public_names(stored)
    change = record_saving(stored, by=by, before=before)
    if change is not None and public:
        flag(change, reason)
    return change


def confirm_older(pair: Pair, language: str, *, by: User) -> None:
    """Write down that the older text is right beside the newer one."""
    row = pair.rows[language]
    row.source = pair.text(other_than(language))
    row.checked_by, row.checked_by_name, row.checked_at = by, name_of(by), timezone.now()
    row.save()
