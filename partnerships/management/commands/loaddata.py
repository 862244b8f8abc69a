"""The stock command, with the reading index of the timeline brought up to date once, at its end."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError
from modeltranslation.management.commands.loaddata import Command as StockCommand

from partnerships.projections.invalidation import deferred


class Command(StockCommand):
    def handle(self, *fixture_labels: str, **options: Any) -> None:
        try:
            with deferred():
                super().handle(*fixture_labels, **options)
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error
        except (DeserializationError, DatabaseError) as error:
            raise CommandError(str(error)) from error
