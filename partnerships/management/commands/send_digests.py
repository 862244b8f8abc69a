"""What waits for each member of staff, by mail: for cron, once a week."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from partnerships.consistency.kept_findings import BY_MAIL, to_mend
from partnerships.editorial.mailing import send_digests
from partnerships.editorial.translating import in_the_register


class Command(BaseCommand):
    help = "Sends each member of staff who wants it what waits for them; fails if a mail could not be sent."

    def handle(self, *args: Any, **options: Any) -> None:
        sent, failed = send_digests(in_the_register(to_mend(BY_MAIL)))
        self.stdout.write(_("E-mails sent: %(count)s") % {"count": sent})
        if failed:
            raise CommandError(_("E-mails that could not be sent: %(count)s") % {"count": failed}, returncode=1)
