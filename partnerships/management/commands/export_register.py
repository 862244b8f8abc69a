"""The register as a fixture."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from partnerships.exchange.command_output import problem_of_writing, take_everything
from partnerships.exchange.exporting import export
from partnerships.records.snapshot.findings import NothingWritten
from partnerships.transactions import one_read


class Command(BaseCommand):
    help = "Writes the register as a fixture: the same content is always the same bytes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--output", metavar="FILE", help="write to a file, not to standard output")
        parser.add_argument("--partner", metavar="KEY", help="one partner, what concerns it, and all that this names")
        parser.add_argument("--published", action="store_true", help="only what is published")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with one_read():
                content = "".join(export(partner=options["partner"], published=options["published"]))
        except NothingWritten as refusal:
            raise CommandError(str(refusal), returncode=1) from refusal
        if options["output"]:
            self.save(options["output"], content)
        else:
            self.write(content)

    def write(self, content: str) -> None:
        take_everything(self.stdout, encoding="utf-8")
        if problem := problem_of_writing(self.stdout, content):
            raise CommandError(problem, returncode=2)

    def save(self, name: str, content: str) -> None:
        try:
            Path(name).write_text(content, encoding="utf-8", newline="\n")
        except OSError as error:
            raise CommandError(f"{name}: {error.strerror}", returncode=2) from error
