"""What was corrected: changes of what the public could read already, as it is told of them, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.addresses import localized
from partnerships.kept_in_process import Shelf
from partnerships.models import Change, ErrorReport, Record, Source
from partnerships.models.base import LANGUAGES
from partnerships.models.fields import label_of
from partnerships.presentation.languages import language_now, marked_language
from partnerships.presentation.links import links_html
from partnerships.projections import version
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.visibility import FOR_STAFF, published

from .blocks import Block, Cell, Table, TableRow
from .sentences.names import set_apart

#: So many changes are shown, of so many that are looked through; on the page of a record itself, of so many.
SHOWN, LOOKED_THROUGH, LOOKED_THROUGH_OF_ONE = 50, 300, 5
_ACTIONS = (Change.Action.UPDATE, Change.Action.ACCEPT, Change.Action.MERGE)


@dataclass(frozen=True)
class Correction:
    """A change of a record that the public could read already: what of it changed, and why."""

    change: Change
    record: Record
    fields: Sequence[str]
    #: Whether a reader reported it.
    is_reported: bool
    #: The public sources that it cites anew.
    sources: Sequence[Source] = ()

    def reason(self, language: str) -> tuple[str, str]:
        """Return why, as readers are told, and the language that is in: the other one where `language` has nothing."""
        told = getattr(self.change, "told", None)
        texts = {each: getattr(told, f"text_{each}", "") for each in (language, *LANGUAGES)}
        return next(((text, each) for each, text in texts.items() if text), ("", language))

    @property
    def anchor(self) -> str:
        """The id of its row."""
        return f"correction-{self.change.pk}"


@dataclass(frozen=True)
class LastCorrection:
    """That a record was corrected, as its own page says it: when, what of it, and where among the corrections."""

    day: date
    fields: SafeString
    address: str


@dataclass(frozen=True)
class PublishedSince:
    """When a record was published, and last changed, as its own page says it."""

    published: date | None
    corrected: LastCorrection | None
    #: Whether nothing that the public reads was changed since: not known of what staff changed very often.
    is_unchanged: bool


#: So many records, with their course.
kept: Shelf[PublishedSince] = Shelf(20_000)


def course(record: Record) -> PublishedSince:
    """Return when a record was published, and the latest change of what was public of it, if not long ago."""
    under = version.stamp(), language_now(), type(record), record.key
    return kept.having(under, lambda: _course(record), lambda _found: 1)


def _course(record: Record) -> PublishedSince:
    changes = Change.objects.filter(kind=kind_of(record), key=record.key, action__in=_ACTIONS).order_by("-id")
    looked_through = list(changes[: LOOKED_THROUGH_OF_ONE + 1])
    published_on = dates.day_of(record.published_at) if record.published_at else None
    for change in filter(_was_public, looked_through[:LOOKED_THROUGH_OF_ONE]):
        if fields := changed_fields(change):
            address = f"{localized('corrections', language_now())}#correction-{change.pk}"
            return PublishedSince(published_on, LastCorrection(dates.day_of(change.at), _said(fields), address), False)
    return PublishedSince(published_on, None, len(looked_through) <= LOOKED_THROUGH_OF_ONE)


def _was_public(change: Change) -> bool:
    return change.kind in KINDS and _fields(change.before, change.kind).get("publication") == "published"


def _said(fields: Sequence[str]) -> SafeString:
    """What was changed: “summary, in English” is one thing."""
    return set_apart(format_html("{}", one) for one in fields)


def corrections(most: int = SHOWN) -> list[Correction]:
    """Return the latest changes of what was public before, as far as the records still are."""
    found: list[Correction] = []
    changes = list(_changes())
    if not changes:
        return found
    reported = set(ErrorReport.objects.filter(correction__in=changes).values_list("correction", flat=True))
    for change in changes:
        record = published(KINDS[change.kind].model).filter(key=change.key).first()
        if record is not None and (fields := changed_fields(change)):
            found.append(Correction(change, record, fields, change.pk in reported, _cited_anew(change)))
        if len(found) == most:
            break
    return found


def _cited_anew(change: Change) -> list[Source]:
    keys = cited_keys(change.after) - cited_keys(change.before)
    return list(Source.objects.published().filter(key__in=keys).order_by("key"))


def cited_keys(lines: list[dict] | None) -> set[str]:
    """Return the keys of the sources that a snapshot cites, but for a birth."""
    cited = (line["fields"] for line in lines or () if line["model"] == "partnerships.citation")
    return {each["source"][0] for each in cited if each.get("field") != "birth"}


def _day(day: date) -> str:
    return dates.word(dates.moment_on(day), language_now())


@dataclass(frozen=True)
class Nothing(Block):
    """That there is nothing to tell yet."""

    template = "partnerships/blocks/_nothing.html"


def corrected() -> list[Block]:
    """Return the latest corrections as a table; that there are none, in words."""
    rows = []
    for one in corrections():
        day = Cell((_day(dates.day_of(one.change.at)),))
        cells = (day, Cell((one.record,)), Cell((_said(one.fields),)), _why(one))
        rows.append(TableRow(cells, anchor=one.anchor))
    columns = (_("Day"), _("Record"), _("Changed"), _("Reason"))
    if not rows:
        return [Nothing("corrected", _("No public record has been changed since it was published."))]
    return [Table("corrected", _("Latest corrections"), columns=columns, rows=rows, labelled=True)]


def fields_and_reason(correction: Correction) -> tuple[SafeString, SafeString]:
    """Say what of a record was changed, and why, as far as anybody said so."""
    return _said(correction.fields), set_apart(format_html("{}", one) for one in _reasons(correction))


def _why(correction: Correction) -> Cell:
    """Say why a record was corrected: what readers are told, who found the mistake, and what it is cited from now."""
    return Cell(tuple(_reasons(correction)) or (_("not stated"),))


def _reasons(correction: Correction) -> list[object]:
    text, language = correction.reason(language_now())
    values: list[object] = []
    if correction.is_reported:
        values.append(conditional_escape(_("reported by a reader")))
    if correction.sources:
        values.append(format_html(_("source added: {}"), links_html(correction.sources)))
    if text:
        # What goes on behind a comma does not end with a full stop.
        values.insert(0, marked_language(text.removesuffix(".") if values else text, language))
    return values


def _changes() -> Iterator[Change]:
    changes = Change.objects.filter(action__in=_ACTIONS).select_related("told").order_by("-id")
    yield from filter(_was_public, changes[:LOOKED_THROUGH])


def changed_fields(change: Change) -> list[str]:
    """Return what the fields and parts are called that a change touched and that the public reads."""
    model = KINDS[change.kind].model
    before, after = _fields(change.before, change.kind), _fields(change.after, change.kind)
    names = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    hidden = {*FOR_STAFF, "birth", "publication", "published_at"}
    found = [label_of(model._meta.get_field(name)) for name in names if name not in hidden and _is_field(model, name)]
    if _others(change.before, change.kind) != _others(change.after, change.kind):
        found.append(_("parts or sources"))
    return list(dict.fromkeys(found))


def _is_field(model: type, name: str) -> bool:
    return any(field.name == name for field in (*model._meta.fields, *model._meta.many_to_many))


def _fields(lines: list[dict] | None, kind: str) -> dict:
    return next((line["fields"] for line in lines or () if line["model"] == f"partnerships.{kind}"), {})


def _others(lines: list[dict] | None, kind: str) -> list[dict]:
    return [line for line in lines or () if line["model"] != f"partnerships.{kind}"]
