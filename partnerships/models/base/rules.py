"""Rules that several kinds of record keep."""

from typing import cast

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Value, When
from django.db.models.expressions import BaseExpression
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

LEADS_BACK = _("This would lead back to the record itself: name another one.")


def exactly_one(*names: str) -> BaseExpression:
    """Return the condition that just one of the columns `names` is filled."""
    filled = [
        Case(
            When(**{f"{name}__isnull": False}, then=Value(1)),
            default=Value(0),
            output_field=models.IntegerField(),
        )
        for name in names
    ]
    # A lookup is an expression too, which its type does not say.
    return cast(BaseExpression, Exact(sum(filled[1:], start=filled[0]), Value(1)))


def refuse_circle(instance: models.Model, field: str) -> None:
    """Raise a ValidationError where the records named by `field`, one after the other, lead back to `instance`."""
    seen, current = {None}, instance
    while current is not None and current.pk not in seen:
        seen.add(current.pk)
        current = getattr(current, field)
        if current is not None and current.pk == instance.pk:
            raise ValidationError({field: LEADS_BACK})
