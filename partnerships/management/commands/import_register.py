"""Fixtures read into the register: planned, written whole or not at all, and taken back."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from partnerships.exchange import importing, reporting
from partnerships.exchange.answerable import Account, account
from partnerships.exchange.command_output import problem_of_writing, take_everything
from partnerships.exchange.importing import ImportOutcome
from partnerships.exchange.input_files import file_content
from partnerships.exchange.reading import read_files
from partnerships.exchange.undoing import Undone, undo
from partnerships.records.snapshot.findings import FileFinding, NothingWritten, PlaceInFile
from partnerships.records.snapshot.writing import Progress

REFUSED, USAGE = 1, 2


class Command(BaseCommand):
    help = "Reads fixtures (JSON or JSON Lines, - for standard input), with full validation. Writes only with --apply."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="*", metavar="FILE", help="a fixture; - for standard input")
        mode = parser.add_mutually_exclusive_group()
        mode.add_argument("--plan", action="store_true", help="say what would change, write nothing (the default)")
        mode.add_argument("--apply", action="store_true", help="write all, or nothing")
        mode.add_argument("--undo", type=int, metavar="BATCH", help="take a batch back")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="json for scripts")
        parser.add_argument("--as", dest="username", metavar="USER", help="who answers for it; needed to publish")

    def handle(self, *args: Any, **options: Any) -> None:
        take_everything(self.stdout)
        take_everything(self.stderr)
        undoing = options["undo"] is not None
        if undoing == bool(options["files"]):
            self.refuse(options, [_("Give the files to read, or --undo with the number of a batch.")], USAGE)
        by = self.account(options)
        if undoing:
            self.undo(options, by)
        else:
            self.read(options, by)

    def account(self, options: Any) -> Account:
        try:
            return account(options["username"])
        except NothingWritten as refusal:
            return self.refuse(options, refusal.sentences, USAGE)

    def undo(self, options: Any, by: Account) -> None:
        try:
            records = undo(options["undo"], by=by)
        except NothingWritten as refusal:
            self.refuse(options, refusal.sentences, REFUSED)
        if options["format"] == "json":
            self.say_data({"batch": options["undo"], "undone": [each.name for each in records]})
        else:
            undone = _("Batch %(number)s is undone.") % {"number": options["undo"]}
            self.say([*map(_became, records), undone])

    def read(self, options: Any, by: Account) -> None:
        files, unreadable = contents(options["files"])
        reading = read_files(files)
        reading.files, reading.findings = options["files"], [*unreadable, *reading.findings]
        outcome = importing.run(reading, by=by, apply=options["apply"], progress=self.progress())
        if options["format"] == "json":
            self.say_data(reporting.as_data(outcome))
        elif outcome.findings:
            self.say_findings(outcome)
        else:
            self.say([*reporting.as_lines(outcome), *last_sentence(outcome, applied=options["apply"])])
        if outcome.findings:
            raise CommandError(_("Refused, nothing is written."), returncode=USAGE if unreadable else REFUSED)

    def say_findings(self, outcome: ImportOutcome) -> None:
        self.say([reporting.counts(outcome)])
        for finding in outcome.findings:
            self.stderr.write(str(finding), self.style.ERROR)

    def refuse(self, options: Any, sentences: Iterable[str], code: int) -> NoReturn:
        if options["format"] == "json":
            self.say_data({"refused": sentences})
        raise CommandError("\n".join(sentences), returncode=code)

    def say(self, lines: Iterable[str]) -> None:
        """Give the answer; where it cannot be given, what is done is done."""
        if problem := problem_of_writing(self.stdout, "".join(f"{line}\n" for line in lines)):
            self.stderr.write(problem)

    def say_data(self, data: dict[str, Any]) -> None:
        """Answer scripts, in ASCII alone: it is JSON in every encoding."""
        self.say([json.dumps(data, indent=1)])

    def progress(self) -> Progress:
        """Report on a terminal, and nowhere else."""
        if not self.stderr.isatty():
            return lambda done, total: None

        def show(done: int, total: int) -> None:
            self.stderr.write(f"\r{done}/{total}", ending="" if done < total else "\n")

        return show


def last_sentence(outcome: ImportOutcome, *, applied: bool) -> Iterator[str]:
    if outcome.batch is not None:
        yield _("Batch %(number)s is written.") % {"number": outcome.batch}
    elif not outcome.changes:
        yield _("Nothing to do.")
    elif not applied:
        yield _("Nothing is written: this is a plan.")


def contents(names: Iterable[str]) -> tuple[list, list]:
    """Return the names and bytes of the files, and a finding for each that cannot be read."""
    files, unreadable = [], []
    for name in names:
        try:
            files.append((name, file_content(str(name))))
        except (OSError, ValueError) as error:
            message = _("It cannot be read: %(reason)s.") % {"reason": getattr(error, "strerror", None) or error}
            unreadable.append(FileFinding(PlaceInFile(name), message))
    return files, unreadable


def _became(record: Undone) -> str:
    return (_("deleted %(name)s") if record.deleted else _("restored %(name)s")) % {"name": record.name}
