"""What was decided to go public by itself, on the command line: for cron, as often as one likes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from partnerships.editorial.scheduling import publish_due
from partnerships.records.references import called
from partnerships.transactions import Busy, ReadOnly


class Command(BaseCommand):
    help = "Publishes the records whose moment has come; fails if any of them could not be published."

    def handle(self, *args: Any, **options: Any) -> None:
        hindered = 0
        try:
            for outcome in publish_due(timezone.now()):
                for record in outcome.released:
                    self.stdout.write(_("Published: %(record)s") % {"record": called(record)})
                if outcome.record is not None and outcome.obstacles:
                    hindered += 1
                    said = {"record": called(outcome.record), "why": outcome.obstacles}
                    self.stderr.write(_("Not published: %(record)s. %(why)s") % said)
        except (Busy, ReadOnly) as error:
            raise CommandError(str(error), returncode=1) from error
        if hindered:
            raise CommandError(_("Could not be published: %(number)d.") % {"number": hindered}, returncode=1)
