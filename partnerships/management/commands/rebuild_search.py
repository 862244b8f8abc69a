"""The index of the search, made anew from the records."""

from typing import Any

from django.core.management.base import BaseCommand

from partnerships.projections import version
from partnerships.projections.search import index
from partnerships.transactions import one_write


class Command(BaseCommand):
    help = "Makes the index of the search anew from the records."

    def handle(self, *args: Any, **options: Any) -> None:
        # What wrote past the site did not raise the version either.
        with one_write():
            records = index.rebuild()
            version.advance()
        self.stdout.write(f"{records} records")
