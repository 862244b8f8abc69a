"""The findings of the register on the command line."""

from contextlib import nullcontext
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from partnerships.consistency import RULES, Finding, Severity, check_register, open_findings, report
from partnerships.consistency.timeline import compared_meanwhile
from partnerships.exchange.command_output import problem_of_writing, take_everything
from partnerships.kept_in_process import all_to_stay
from partnerships.records.kinds import KINDS
from partnerships.transactions import one_read

USAGE = 2


def _is_there(record: str) -> bool:
    """Whether there is a record of that kind and key: of a slip of the pen nothing is found, and all seems well."""
    name, _slash, key = record.partition("/")
    kind = KINDS.get(name)
    return kind is not None and kind.model._default_manager.filter(key=key).exists()


class Command(BaseCommand):
    # It looks at the records, and what the settings and the code are like is no concern of theirs.
    requires_system_checks = []  # pyright: ignore[reportAssignmentType]
    help = "Lists what is missing, doubtful or contradictory in the register; fails if any finding is an error."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--kind", metavar="CODE", help="only findings of one kind, all of them")
        parser.add_argument("--severity", choices=[each.value for each in Severity], help="only those of one severity")
        parser.add_argument("--record", metavar="KIND/KEY", help="only those of one record, such as tenure/jp-2018")
        parser.add_argument("--all", action="store_true", help="also those that somebody has checked, and that are so")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="json for scripts")

    @all_to_stay()
    def handle(self, *args: Any, **options: Any) -> None:
        take_everything(self.stdout)
        if options["kind"] is not None and options["kind"] not in RULES:
            sentence = _("There is no such kind of finding: %(code)s. There are: %(codes)s.")
            raise CommandError(
                sentence % {"code": options["kind"], "codes": ", ".join(sorted(RULES))}, returncode=USAGE
            )
        asked = {"code": options["kind"], "severity": options["severity"], "record": options["record"]}
        with compared_meanwhile() if asked["code"] is None else nullcontext(), one_read():
            findings = report.chosen_findings(check_register(asked["code"]), **asked)
            findings = findings if options["all"] else open_findings(findings)
        if options["record"] is not None and not findings and not _is_there(options["record"]):
            sentence = _("There is no such record: %(record)s. Write its kind and its key, such as %(example)s.")
            raise CommandError(sentence % {"record": options["record"], "example": "tenure/jp-2018"}, returncode=USAGE)
        text = report.as_json(findings) if options["format"] == "json" else self.as_text(findings, asked)
        if problem := problem_of_writing(self.stdout, text):
            self.stderr.write(problem)
        errors = sum(finding.severity is Severity.ERROR for finding in findings)
        if errors:
            raise CommandError(report.total(findings), returncode=1)

    def as_text(self, findings: list[Finding], asked: dict[str, Any]) -> str:
        shown = None if asked["code"] or asked["record"] else report.SHOWN
        return "".join(f"{line}\n" for line in (*report.as_lines(findings, shown=shown), report.total(findings)))
