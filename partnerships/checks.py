"""What a kind lacks, said before the site starts: `manage.py check` fails with the sentence that says what to add.

How a kind is added is in ARCHITECTURE.md.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.core.checks import Error, Tags, register
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.http import HttpRequest

from .models import Citation, Part, Record, Source, TimelineLine
from .models.base import model_at_end, translated_names
from .pages import PAGES
from .records.keys import PART_SUGGESTIONS
from .records.kinds import KINDS, PARTS, Kind, owner_paths
from .records.snapshot.taking import fixture_fields

#: The fields that buttons of the back-office fill, not its forms.
BY_BUTTONS = ("publication", "published_at", "withdrawal_reason_fr", "withdrawal_reason_en")
HINT = "See “How to add” in ARCHITECTURE.md."
LONGEST_NAME = TimelineLine._meta.get_field("kind").max_length


@register(Tags.models)
def kinds_are_whole(app_configs: Any, **kwargs: Any) -> list[Error]:
    """Return an error for everything that a kind, or a table without one, lacks."""
    found = [*without_kind(), *(sentence for kind in KINDS.values() for sentence in lacking_of_kind(kind))]
    return [Error(sentence, hint=HINT, id="partnerships.E001") for sentence in found]


def without_kind() -> Iterator[str]:
    """Yield a sentence for every record that is of no kind, and every part of no record."""
    known = {kind.model for kind in KINDS.values()}
    for model in apps.get_app_config("partnerships").get_models():
        if issubclass(model, Record) and model not in known:
            yield f"The record {model.__name__} has no kind: give it one in records/kinds/, and name it in KINDS."
        if issubclass(model, Part) and model not in PARTS:
            yield f"The part {model.__name__} belongs to no record: name it in PARTS (records/kinds/__init__.py)."
        if issubclass(model, Part) and model._meta.model_name not in PART_SUGGESTIONS:
            yield f"The part {model.__name__} suggests no key: say of what in PART_SUGGESTIONS (records/keys.py)."


def lacking_of_kind(kind: Kind) -> Iterator[str]:
    """Yield a sentence for everything that `kind` lacks to be kept, found, shown and exchanged like the others."""
    yield from _wrong_paths(kind)
    yield from _out_of_order(kind)
    yield from _unfit_name(kind)
    yield from _without_rules(kind)
    if kind.model.named_after is not Record.named_after and not kind.named_by:
        yield f"A {kind.name} is named after others (`named_after`): say by which paths in `named_by` of its Kind."
    if kind.tells_facts and kind.model is not Source and kind.name not in Citation.owner_fields:
        yield f"No source can support a {kind.name}: name it in CITED_KINDS (models/sources.py)."
    if kind.has_page and kind.name not in PAGES:
        yield f"A {kind.name} has an address and no page: give it an entry in PAGES (pages/__init__.py)."
    if kind.has_page and kind.name in PAGES and (text := PAGES[kind.name].text) and not hasattr(kind.model, text):
        yield f"The page of a {kind.name} shows its “{text}”, which it has not: say its `text` in PAGES."
    if not kind.has_page and not (kind.stands_on or kind.moments):
        yield f"A {kind.name} is shown nowhere: give its Kind `stands_on` or `moments` (records/kinds/)."
    yield from _not_in_forms(kind)


def _unfit_name(kind: Kind) -> Iterator[str]:
    if len(kind.name) > LONGEST_NAME:
        yield f"The name {kind.name} is longer than the columns that hold the names of kinds ({LONGEST_NAME})."


def _without_rules(kind: Kind) -> Iterator[str]:
    """Yield a sentence for each rule that a base gives to the database, and that the `Meta` of a kind leaves out."""
    held = {rule.name for rule in kind.model._meta.constraints}
    for base in kind.model.__mro__:
        if issubclass(base, Model) and base is not Model and base._meta.abstract:
            names = {rule.name % {"class": kind.name, "app_label": "partnerships"} for rule in base._meta.constraints}
            if names - held:
                of = base.__name__
                yield f"A {kind.name} keeps not every rule of {of}: name *{of}.Meta.constraints in its Meta."


def _wrong_paths(kind: Kind) -> Iterator[str]:
    for facet, paths in kind.concerns.items():
        for path in paths:
            if facet not in KINDS:
                yield f"`concerns` of {kind.name} speaks of “{facet}”, which is no kind."
            elif _end(kind.model, path) is not KINDS[facet].model:
                yield f"`concerns` of {kind.name}: “{path}” does not lead to a {facet}."
    linked = (path for path, _name in kind.schema_links)
    named = (*kind.stands_on, *kind.named_by, *kind.also_called, *kind.rests_on, *kind.told_of, *(kind.content or ()))
    for path in (*named, *linked):
        if _end(kind.model, path) is None:
            yield f"The Kind {kind.name} names the path “{path}”, which leads nowhere."
    if kind.same_if and (kind.same_if[0] not in ("date", "period") or "partner" not in kind.concerns):
        yield f"`same_if` of {kind.name} compares records of one partner and day: it begins with that date or period."
    yield from _wrong_columns(kind)


def _wrong_columns(kind: Kind) -> Iterator[str]:
    for column in (
        *kind.same_if,
        *kind.needs_date,
        *kind.tie_break_columns,
        *(kind.moments.columns if kind.moments else ()),
    ):
        *way, name = column.split(".")
        model = _end(kind.model, ".".join(way)) if way else kind.model
        if model is None or not _has(model, name):
            yield f"The Kind {kind.name} reads “{column}”, which it has not."
        elif name in translated_names(model):
            yield f"The Kind {kind.name} reads “{column}”, a text in each language: of itself the column holds nothing."


def _end(model: type[Model], path: str) -> type[Model] | None:
    try:
        return model_at_end(model, path)
    except (FieldDoesNotExist, AttributeError):
        return None


def _has(model: type[Model], name: str) -> bool:
    return any(field.name == name for field in model._meta.concrete_fields)


def _out_of_order(kind: Kind) -> Iterator[str]:
    order = list(KINDS)
    for field in kind.model._meta.concrete_fields:
        target = field.related_model
        named = target._meta.model_name if isinstance(target, type) and issubclass(target, Record) else kind.name
        if not field.null and named in order and order.index(named) > order.index(kind.name):
            yield f"A {kind.name} must name a {named}, which stands after it in KINDS (records/kinds/__init__.py)."


def _not_in_forms(kind: Kind) -> Iterator[str]:
    found = admin.site._registry.get(kind.model)
    if found is None:
        yield f"A {kind.name} cannot be entered: register an admin class for it in admin/."
        return
    owners = {path.partition(".")[0] for path in owner_paths(kind.model)}
    shown = {*flatten_fieldsets(found.get_fieldsets(HttpRequest())), *BY_BUTTONS, *owners}
    for field in fixture_fields(kind.model):
        if field.name not in shown:
            yield f"The field {field.name} of {kind.name} is in no form: name it in `main` or `more` (admin/)."
    beside: set[Any] = {getattr(inline, "model", None) for inline in found.get_inlines(HttpRequest(), None)}
    for part in PARTS:
        if kind.name in part.owner_fields and part not in beside:
            name = part._meta.model_name
            yield f"The part {name} of {kind.name} is in no form: name its inline in `inlines` (admin/)."
