"""The stock command, with the reading index of the timeline brought up to date once, and one rule asked, at its end."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError
from django.utils.translation import gettext as _
from modeltranslation.management.commands.loaddata import Command as StockCommand

from partnerships.exchange.publication import sentence
from partnerships.projections.invalidation import deferred
from partnerships.records.references import called, published_naming_unpublished
from partnerships.transactions import one_write


class Command(StockCommand):
    def handle(self, *fixture_labels: str, **options: Any) -> None:
        try:
            with one_write(), deferred():
                before = named_too_early()
                super().handle(*fixture_labels, **options)
                refuse(named_too_early() - before)
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error
        except (DeserializationError, DatabaseError) as error:
            raise CommandError(str(error)) from error


def named_too_early() -> set[tuple[str, str]]:
    """Return each published record that names an unpublished one, with that one."""
    return {(called(record), called(target)) for record, target in published_naming_unpublished()}


def refuse(pairs: set[tuple[str, str]]) -> None:
    """Refuse what a load has made of the register, where the public would read of what it may not see."""
    if pairs:
        remedy = _(
            "Nothing is loaded. Publish what is named, in these fixtures or before, or leave what names it a draft; "
            "“import_register” says the file and the line of each."
        )
        raise CommandError("\n".join([*(sentence(*pair) for pair in sorted(pairs)), remedy]))
