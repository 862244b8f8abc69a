"""A small register of all kinds, and every edit that its models allow, found from the models themselves."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from random import Random

from django.core.exceptions import ValidationError
from django.db import models
from factory import SubFactory
from hypothesis import strategies as st

from partnerships.models import Citation, Name, Part, Stop
from partnerships.models.base.texts import validate_language
from partnerships.models.fields import BytewiseCharField, DateNotation, PeriodField
from partnerships.records.kinds import KINDS, PARTS
from partnerships.records.snapshot.taking import fixture_fields
from tests.factories import FACTORIES

ROWS = [*(kind.model for kind in KINDS.values()), *PARTS]
MOMENTS = ("", "2001", "2002-03-04", "[..2003-05]", "200X", "2001-02-03~", "9999-12-31", "not a date")
PERIODS = ("", "2001/2003", "2002-03-04/..", "../2004", "2003/", "/2002-05", "[2001..2002]/..", "2004", "2005/2001")
KEYS = ("a", "b", "c-1", "x-20")
#: One of them has other stems in each language.
TEXTS = ("", "A text", "Un texte – é", "Relations générales", "a\u202eb")
HARD_TO_CLEAN = {Citation: {"field": ("", "period", "no_such_field")}}
LANGUAGE_CODES = ("", "fr", "en", "ja")


def build() -> None:
    """Make two public records of each kind and a draft one, with parts, and link them to one another."""
    for name, kind in KINDS.items():
        factory = FACTORIES[name]
        made = [link for link, how in factory._meta.base_declarations.items() if isinstance(how, SubFactory)]
        for number, publication in enumerate(("published", "published", "draft")):
            # Two links to one kind lead to two public records: no State has an embassy in itself.
            named = {
                link: _some(kind.model._meta.get_field(link).related_model, number + place)
                for place, link in enumerate(made)
            }
            factory(key=f"{name}-no-{number}", publication=publication, **named)
    chance = Random(5)
    for part in PARTS:
        for owner in part.owner_fields:
            make_part(part, owner, part._meta.get_field(owner).related_model._base_manager.order_by("pk")[0])
    for model in ROWS:
        for row in model._base_manager.order_by("pk"):
            for link in model._meta.get_fields():
                _link(row, link, chance)


def _needed_links(model: type[models.Model]) -> Iterator[models.Field]:
    return (field for field in model._meta.concrete_fields if field.remote_field and not field.null)


def _some(model: type[models.Model], number: int) -> models.Model:
    return model._base_manager.order_by("pk")[number % 2]


def make_part(part: type[Part], owner: str, of: models.Model) -> Part:
    """Make a part of the record `of`, with the first free key."""
    siblings = part._base_manager.filter(**{owner: of})
    number = siblings.count() + 1
    while siblings.filter(key=f"n-{number}").exists() or (part is Stop and siblings.filter(position=number).exists()):
        number += 1
    values = {"text": "Nippon", "kind": "credentials", "date": "2002-01-01", "position": number, "styled_en": "Envoy"}
    known = {field.name for field in part._meta.concrete_fields}
    values = {name: value for name, value in values.items() if name in known}
    if part is Name:
        values["kind"] = "used"
    needed = {link.name: _some(link.related_model, 0) for link in _needed_links(part) if link.name != owner}
    if part is Stop:
        # A stop is somewhere, though each of its links may stay empty.
        needed["place"] = _some(Stop._meta.get_field("place").related_model, 0)
    return part.objects.create(key=f"n-{number}", **{owner: of}, **needed, **values)


def _link(row: models.Model, link: models.Field, chance: Random) -> None:
    """Fill a link that may stay empty, where the rules of the register let it."""
    if not link.concrete or not link.remote_field or chance.random() < 0.4:
        return
    others = link.related_model._base_manager.order_by("pk")
    if link.many_to_many:
        named = others[: chance.randint(1, 2)]
        # What a draft names by a link that goes both ways would name it.
        if not link.remote_field.symmetrical or row.publication == "published":
            getattr(row, link.name).set(named)
    elif link.null and getattr(row, link.attname) is None:
        setattr(row, link.name, chance.choice(others[:2]))
        try:
            row.full_clean()
        except ValidationError:
            setattr(row, link.name, None)
        else:
            row.save()


def columns(model: type[models.Model]) -> list[models.Field]:
    """Return the columns of `model` that somebody may edit."""
    return [field for field in fixture_fields(model) if not field.many_to_many]


def links_to_many(model: type[models.Model]) -> list[str]:
    """Return the names of the links between many of `model`, those that other models declare among them."""
    forward = [field.name for field in model._meta.many_to_many]
    backward = [each.get_accessor_name() for each in model._meta.related_objects if each.many_to_many]
    return [*forward, *(name for name in backward if name)]


def links_from_many(model: type[models.Model]) -> list[str]:
    """Return the names under which rows that name a record of `model` are reached from it."""
    back = [each for each in model._meta.related_objects if each.one_to_many and each.related_model in ROWS]
    return [name for each in back if (name := each.get_accessor_name())]


def values(field: models.Field) -> st.SearchStrategy:
    """Return values for a column, most of which it takes."""
    known = HARD_TO_CLEAN.get(field.model, {}).get(field.name)
    if validate_language in field.validators:
        known = LANGUAGE_CODES
    return st.sampled_from(known or tuple(_values(field)))


def _values(field: models.Field) -> Iterator:
    if field.null:
        yield None
    if field.remote_field:
        yield from field.related_model._base_manager.order_by("pk").values_list("pk", flat=True)
    elif field.choices:
        yield from (value for value, _ in field.flatchoices)
        yield from [""] if field.blank else []
    elif isinstance(field, PeriodField):
        yield from PERIODS
    elif isinstance(field, DateNotation):
        yield from MOMENTS
    elif isinstance(field, BytewiseCharField | models.SlugField):
        yield from KEYS
    else:
        yield from _BY_TYPE.get(type(field).__mro__[0], TEXTS)


_BY_TYPE = {
    models.BooleanField: (True, False),
    models.DateField: (date(2001, 5, 6), date(2030, 1, 1)),
    models.DateTimeField: (datetime(2020, 1, 1, tzinfo=UTC),),
    models.TimeField: (time(9), time(15, 30)),
    models.DecimalField: (10, -200),
    models.PositiveIntegerField: (0, 20),
    models.PositiveSmallIntegerField: (1, 2, 7),
    models.URLField: ("", "https://example.org/a"),
}
