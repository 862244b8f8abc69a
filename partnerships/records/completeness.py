"""What a record must have before the public sees it, and what it had better have."""

from collections.abc import Collection, Iterable, Iterator
from functools import reduce
from operator import and_

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from partnerships.models import Citation, Meeting, Picture, Publication, Record
from partnerships.models.base import LANGUAGES
from partnerships.models.pictures import unsaid
from partnerships.records.kinds import KINDS, kind_of

#: What is said of a record that lacks its name, and of a published one that lacks its date.
NO_NAME = _("It needs a title or a name first, in French or in English.")
NO_DATE = _("It needs its date or period first, as far as it is known.")


def label_fields(model: type[Record]) -> list[str]:
    """Return the fields of which one must be filled to name a record; none where the name is not a text of its own."""
    if model is Meeting or model.named_after is not Record.named_after or model.label_field == "key":
        return []
    names = {field.name for field in model._meta.concrete_fields}
    return [name for code in LANGUAGES if (name := f"{model.label_field}_{code}") in names] or [model.label_field]


def lacks_label(record: Record) -> bool:
    return not any_filled(record, label_fields(type(record)))


def lacks_date(record: Record) -> bool:
    return not any_filled(record, KINDS[kind_of(record)].needs_date)


def unsaid_pictures(record: Record) -> QuerySet[Picture]:
    """Return the pictures of `record` that say nothing to those who do not see them, in one of the languages."""
    owner = kind_of(record)
    mine = Q(**{owner: record.pk}) if owner in Picture.owner_fields and record.pk else Q(pk__in=())
    return Picture.objects.filter(mine).filter(unsaid())


def lacking(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the first field of what `record` lacks before the public sees it, and the sentence that says so."""
    yield from lacking_name(record)
    if lacks_date(record):
        yield KINDS[kind_of(record)].needs_date[0], str(NO_DATE)


def lacking_name(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the field for the name of `record`, and the sentence, where it has none: no form takes it as it stands."""
    if lacks_label(record):
        yield label_fields(type(record))[0], str(NO_NAME)


def incomplete(model: type[Record]) -> QuerySet:
    """Return the records of `model` that lack their name, and the published ones that lack their date."""
    undated = _empty(KINDS[kind_of(model)].needs_date) & Q(publication=Publication.PUBLISHED)
    return model._default_manager.filter(_empty(label_fields(model)) | undated)


def _empty(names: Collection[str]) -> Q:
    """Return the condition that all the fields `names` are empty; where there are none, that never holds."""
    return reduce(and_, (Q(**{name: ""}) | Q(**{name: None}) for name in names)) if names else Q(pk__in=())


def lacks(record: Record) -> Iterator[tuple[str, str]]:
    """Yield what keeps `record` from being written, with the field: its name; its date too where it is published."""
    yield from lacking(record) if record.publication == Publication.PUBLISHED else lacking_name(record)


def any_filled(record: Record, names: Iterable[str]) -> bool:
    """Whether one of the fields `names` is filled; so too where there are none."""
    return not names or any(getattr(record, name) for name in names)


def is_unsupported(record: Record) -> bool:
    """Whether no source supports `record`, nor a meeting of the visit that it is."""
    owner = kind_of(record)
    if owner not in Citation.owner_fields:
        return False
    supporting = Citation.objects.filter(stance=Citation.Stance.SUPPORTS)
    met = Meeting.objects.of_visits([record.pk]).values("pk")
    if owner == "visit" and supporting.filter(meeting__in=met).exists():
        return False
    return not supporting.filter(**{owner: record}).exists()
