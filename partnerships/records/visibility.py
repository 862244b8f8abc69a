"""What the public may see: the one door, for pages, the timeline, the interface for programs, and public files."""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from typing import TypeVar

from django.db.models import Case, F, Model, Q, QuerySet, URLField, Value, When

from partnerships.models import Citation, Name, Person, Picture, Publication, Record
from partnerships.models.base import LANGUAGES, BytewiseCharField, model_at_end
from partnerships.models.pictures import unsaid

from .births import shows_birth, shows_period
from .kinds import owner_paths, record_of
from .web_addresses import linkable

R = TypeVar("R", bound=Model)

#: The fields that are for staff, whatever the state of the record.
FOR_STAFF = ("note", "withdrawal_reason_fr", "withdrawal_reason_en")


def state_of(instance: Model) -> str:
    """Return the state of publication that counts for a record or a part: that of the record it belongs to."""
    whole = record_of(instance)
    return whole.publication if whole is not None else Publication.DRAFT


def is_public(instance: Model | None) -> bool:
    """Whether the public may see a record, or a part of one."""
    return instance is not None and state_of(instance) == Publication.PUBLISHED


def public(records: Iterable[R]) -> list[R]:
    """Return those of `records` that the public may see."""
    return [record for record in records if is_public(record)]


def shown_column(path: str) -> Case:
    """Return a column of another record (`state__sort_fr`) as far as the public may see it: nothing of a hidden one.

    For orders: the place of a record in a list, and the cursor that holds it, tell a name as a label does.
    """
    public_one = Q(**{f"{path.rpartition('__')[0]}__publication": Publication.PUBLISHED})
    return Case(When(public_one, then=F(path)), default=Value(""), output_field=BytewiseCharField())


def published(model: type[Model]) -> QuerySet:
    """Return the records of `model` that the public may see."""
    return model._default_manager.published()  # pyright: ignore[reportAttributeAccessIssue]


def public_rows(model: type[Model]) -> QuerySet:
    """Return the rows of `model`, records or parts, that the public may see: those of public records."""
    ways = (Q(**{way: Publication.PUBLISHED}) for way in _ways_to_state(model))
    return model._meta.base_manager.filter(reduce(or_, ways))


def _ways_to_state(model: type[Model]) -> Iterator[str]:
    """Yield the lookups that may lead from a row of `model` to the state that counts for it."""
    if issubclass(model, Record):
        yield "publication"
    for path in owner_paths(model):
        yield from (f"{path.replace('.', '__')}__{way}" for way in _ways_to_state(model_at_end(model, path)))


def public_citations() -> QuerySet[Citation]:
    """Return the citations of published sources, as far as the rule for births lets the public see them."""
    return Citation.objects.published().exclude(field="birth", person__death="")


def shows_picture(picture: Picture) -> bool:
    """Whether the public may see a picture of a public record: not before words describe it for the blind."""
    return picture.is_said


def public_pictures() -> QuerySet[Picture]:
    """Return the pictures that the public may see: those of public records, as far as `shows_picture` lets it."""
    return public_rows(Picture).exclude(unsaid())


def unseen_fields(instance: Model, whole: Model) -> set[str]:
    """Return the fields of a public record, or of a part of the record `whole`, that the public may not see."""
    unseen: set[str] = {*FOR_STAFF}
    if isinstance(instance, Person) and not shows_birth(instance):
        unseen.add("birth")
    if isinstance(instance, Name) and not shows_period(instance, whole):
        unseen |= {"period", *(f"period_wording_{language}" for language in LANGUAGES)}
    urls = (field.name for field in instance._meta.concrete_fields if isinstance(field, URLField))
    return unseen | {name for name in urls if not linkable(getattr(instance, name))}
