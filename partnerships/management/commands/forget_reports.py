"""What of readers' reports need not be kept any longer, erased."""

from typing import Any

from django.core.management.base import BaseCommand

from partnerships.editorial.reports import KEPT, forget_reports


class Command(BaseCommand):
    help = (
        f"Erases the words of reports that were closed {KEPT.days} days ago,"
        " and the marks of their senders of former days."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{forget_reports()} reports")
