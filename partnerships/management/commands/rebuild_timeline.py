"""The reading index of the timeline, and who possibly held an office when, made anew from the records."""

from typing import Any

from django.core.management.base import BaseCommand

from partnerships.projections import possible_service, version
from partnerships.projections.timeline import index
from partnerships.transactions import one_write


class Command(BaseCommand):
    help = "Makes the reading index of the timeline anew from the records."

    def handle(self, *args: Any, **options: Any) -> None:
        # What wrote past the site did not raise the version either.
        with one_write():
            lines = index.rebuild()
            possible_service.rebuild()
            version.advance()
        self.stdout.write(f"{lines} lines")
