"""The interface for programs, described as OpenAPI 3.1: made of the kinds and their fields, so that it stays true.

Its sentences stand in the language of whoever asks.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import (
    BooleanField,
    DateField,
    DateTimeField,
    DecimalField,
    Field,
    IntegerField,
    Model,
    TimeField,
    URLField,
)
from django.http import HttpRequest, JsonResponse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from partnerships.addresses import localized
from partnerships.kept_in_process import remembered
from partnerships.listing.filters import KEYS
from partnerships.models import Meeting, Visit
from partnerships.models.base import LANGUAGES
from partnerships.models.fields import DateNotation
from partnerships.pages.data_addresses import kind_words
from partnerships.presentation.languages import language_now
from partnerships.records.kinds import KINDS
from partnerships.records.snapshot.taking import fixture_fields, link_fields, part_relations
from partnerships.records.visibility import FOR_STAFF
from partnerships.views.rendering import site

from .offices_as_json import Json
from .records import SIZE, TOLD_BESIDE

DAY: Json = {"type": "string", "format": "date"}
KEY: Json = {"type": "string"}
OPEN_DAY: Json = {"type": ["string", "null"], "format": "date"}
BETWEEN: Json = {"type": "object", "properties": {"earliest": OPEN_DAY, "latest": OPEN_DAY}}
LINK: Json = {
    "type": "object",
    "description": _("A record that is named: its kind and its key; a stop is named by its visit as well (of)."),
    "required": ["kind", "key"],
    "properties": {"kind": {"enum": [*KINDS, "stop"]}, "key": KEY, "of": KEY},
}
#: What the types of a column are in JSON, the first that fits; all others are texts.
TYPES: tuple[tuple[type[Field], Json], ...] = (
    (DateNotation, {"type": "string", "description": _("A date in EDTF, or an interval of two.")}),
    (BooleanField, {"type": "boolean"}),
    (IntegerField, {"type": "integer"}),
    (DecimalField, {"type": "string", "description": _("A decimal number.")}),
    (DateTimeField, {"type": "string", "format": "date-time"}),
    (DateField, DAY),
    # A local time: what JSON Schema calls a time has its zone.
    (TimeField, {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?$"}),
    (URLField, {"type": "string", "format": "uri"}),
)
PARAMETERS: dict[str, Any] = {
    **{
        name: format_lazy(_("Key ({kind}); may be repeated."), kind=model._meta.verbose_name)
        for name, model in KEYS.items()
    },
    "on": _("One day, such as 2018-09-01: records that hold for that day, certainly or possibly."),
    "from": _("A date, as people write it: records of that day or later, certainly or possibly."),
    "to": _("A date, as people write it: records of that day or earlier, certainly or possibly."),
    "after": _("The cursor that the answer before gave in its next."),
}
REFUSALS = {
    "400": _("A parameter makes no sense; a sentence says why."),
    "404": _("There is no such record."),
    "410": _("The record was withdrawn."),
}


INFO: Json = {
    "title": _("Register of partnerships"),
    "version": "1",
    "description": format_lazy(
        _(
            "Read-only. Everything public in the register: each record with its sources, in French and in "
            "English. Lists give {number} records at a time, in the order of their keys."
        ),
        number=SIZE,
    ),
}


def api_description(request: HttpRequest) -> JsonResponse:
    """What can be asked, and what is answered."""
    found, home = openapi_document(), site(request)
    # The licence is the register's own: it stands on its page, in the language that is asked for.
    licence = {"name": _("Licence of the register"), "url": f"{home}{localized('licence', language_now())}"}
    return JsonResponse({**found, "info": {**INFO, "license": licence}, "servers": [{"url": f"{home}/api/v1"}]})


@remembered()
def openapi_document() -> Json:
    paths: Json = {}
    for word, kind in kind_words().items():
        paths |= _of_kind(word, kind)
    paths["/offices/{key}/holders"] = _get(
        _("Who held an office on a day, by virtue of what, and how the register knows."),
        {"type": "object"},
        [_path("key"), _query("on", PARAMETERS["on"])],
    )
    paths["/offices/{key}/succession"] = _get(
        _(
            "Everybody who held an office, in order and without a gap, a part at a time. Where the register does not "
            "know since when the office exists, the first row is the first that a source tells of."
        ),
        {"type": "object"},
        [_path("key"), _query("rows", _("The number of the part."))],
    )
    return {
        "openapi": "3.1.0",
        "info": INFO,
        "paths": paths,
        "components": {
            "schemas": {
                "Link": LINK,
                "Between": BETWEEN,
                "Refusal": {"type": "object", "properties": {"error": {"type": "string"}}},
                **{kind: _record(KINDS[kind].model) for kind in KINDS},
                **{_part(part): _part_described(part) for part in _parts()},
            }
        },
    }


def _of_kind(word: str, kind: str) -> Json:
    meta = KINDS[kind].model._meta
    listed: Json = {
        "type": "object",
        "properties": {
            "kind": {"const": kind},
            "version": {"type": "integer"},
            "records": {"type": "array", "items": _see(kind)},
            "next": {"type": ["string", "null"], "format": "uri"},
        },
    }
    asked = [_query(parameter, said) for parameter, said in PARAMETERS.items()]
    return {
        f"/{word}": _get(format_lazy(_("{kinds}, a page at a time."), kinds=meta.verbose_name_plural), listed, asked),
        f"/{word}/{{key}}": _get(
            format_lazy(_("One record: {kind}."), kind=meta.verbose_name),
            _see(kind),
            [_path("key"), _query("after", PARAMETERS["after"])],
        ),
    }


def _get(summary: Any, answer: Json, parameters: list[Json]) -> Json:
    responses: Json = {"200": {"description": _("The answer."), "content": {"application/json": {"schema": answer}}}}
    for status, said in REFUSALS.items():
        refused = {"schema": _see("Refusal")}
        responses[status] = {"description": said, "content": {"application/json": refused}}
    return {"get": {"summary": summary, "parameters": parameters, "responses": responses}}


def _query(name: str, said: Any) -> Json:
    several: Json = {"type": "array", "items": KEY} if name in KEYS else KEY
    return {"name": name, "in": "query", "description": said, "schema": several}


def _path(name: str) -> Json:
    return {"name": name, "in": "path", "required": True, "schema": KEY}


def _see(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _record(model: type[Model]) -> Json:
    both: Json = {"type": "object", "properties": {language: {"type": "string"} for language in LANGUAGES}}
    return {
        "type": "object",
        "properties": {
            "kind": {"const": model._meta.model_name},
            "key": KEY,
            "title": both,
            "permanent": {"type": "string", "format": "uri"},
            "pages": both,
            "published_at": {"type": ["string", "null"], "format": "date-time"},
            "bounds": {"type": "object", "additionalProperties": _see("Between")},
            "fields": _fields(model),
            "parts": {
                "type": "object",
                "properties": {
                    part._meta.model_name: {"type": "array", "items": _see(_part(part))} for part in _parts_of(model)
                },
            },
            # Only where there are more parts than these.
            "next": {"type": "string", "format": "uri"},
        },
    }


def _fields(model: type[Model]) -> Json:
    """Return the fields that a record or a part may say; of those that it does not say, none is there."""
    return {"type": "object", "properties": _properties(model)}


def _properties(model: type[Model]) -> Json:
    tied = link_fields(model)
    found: Json = {
        field.name: _tie(field) if field.name in tied else _type(field)
        for field in fixture_fields(model)
        if field.name not in (*TOLD_BESIDE, *FOR_STAFF) and (not field.remote_field or field.name in tied)
    }
    # A meeting of a visit names its stop.
    return found | {"stop": _see("Link")} if model is Meeting else found


def _tie(field: Field) -> Json:
    return {"type": "array", "items": _see("Link")} if field.many_to_many else _see("Link")


def _type(field: Field) -> Json:
    found: Json = next((said for kind, said in TYPES if isinstance(field, kind)), {"type": "string"})
    chosen = [value for value, _label in getattr(field, "flatchoices", ()) if value]
    return found | {"enum": chosen} if chosen else found


def _parts() -> Iterator[type[Model]]:
    yield from dict.fromkeys(part for kind in KINDS.values() for part in _parts_of(kind.model))


def _parts_of(model: type[Model]) -> list[type[Model]]:
    """Return the parts that a record has in an answer: with a visit stand its meetings."""
    return [*(part for part, _name in part_relations(model)), *([Meeting] if model is Visit else [])]


def _part_described(part: type[Model]) -> Json:
    return {"type": "object", "properties": {"key": KEY} | _properties(part)}


def _part(part: type[Model]) -> str:
    """Return what a part is called beside the kinds: a meeting is both."""
    return f"part-{part._meta.model_name}"
