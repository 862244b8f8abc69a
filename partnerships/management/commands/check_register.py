"""The findings of the register on the command line."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from partnerships.consistency import Severity, check_register


class Command(BaseCommand):
    help = "Lists what is missing, doubtful or contradictory in the register; fails if any finding is an error."

    def handle(self, *args: Any, **options: Any) -> None:
        findings = list(check_register())
        for finding in findings:
            self.stdout.write(str(finding))
        errors = sum(finding.severity is Severity.ERROR for finding in findings)
        self.stdout.write(f"{errors} error(s), {len(findings) - errors} warning(s)")
        if errors:
            raise CommandError(f"{errors} error(s) in the register.", returncode=1)
