"""Fixtures read into the register: planned, written whole or not at all, and taken back."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from partnerships.exchange import importing, reporting
from partnerships.exchange.accounts import account
from partnerships.exchange.findings import Refused
from partnerships.exchange.reading import read
from partnerships.exchange.undoing import undo

REFUSED, USAGE = 1, 2


class Command(BaseCommand):
    help = "Reads fixtures (JSON or JSON Lines, - for standard input), with full validation. Writes only with --apply."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="*", metavar="FILE", help="a fixture; - for standard input")
        mode = parser.add_mutually_exclusive_group()
        mode.add_argument("--plan", action="store_true", help="say what would change, write nothing (the default)")
        mode.add_argument("--apply", action="store_true", help="write all, or nothing")
        mode.add_argument("--undo", type=int, metavar="BATCH", help="take a batch back")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="json for scripts")
        parser.add_argument("--as", dest="username", metavar="USER", help="who answers for it; needed to publish")

    def handle(self, *args, **options):
        undoing = options["undo"] is not None
        if undoing == bool(options["files"]):
            raise CommandError(_("Give the files to read, or --undo with the number of a batch."), returncode=USAGE)
        try:
            by = account(options["username"])
            if undoing:
                self.undo(options, by)
            else:
                self.read(options, by)
        except Refused as refusal:
            self.say_refused(options, refusal.sentences)

    def undo(self, options, by):
        restored = undo(options["undo"], by=by)
        if options["format"] == "json":
            self.stdout.write(json.dumps({"batch": options["undo"], "undone": restored}, ensure_ascii=False, indent=1))
            return
        for name in restored:
            self.stdout.write(f"{_('restored')} {name}")
        self.stdout.write(_("Batch %(number)s is undone.") % {"number": options["undo"]})

    def read(self, options, by):
        reading = read([(name, content_of(name)) for name in options["files"]])
        outcome = importing.run(reading, by=by, apply=options["apply"], progress=self.progress())
        if options["format"] == "json":
            self.stdout.write(json.dumps(reporting.as_data(outcome), ensure_ascii=False, indent=1))
        elif not outcome.findings:
            self.say(outcome, applied=options["apply"])
        if outcome.findings:
            self.refuse(options, outcome)

    def say(self, outcome, *, applied):
        for line in reporting.as_lines(outcome):
            self.stdout.write(line)
        if outcome.batch is not None:
            self.stdout.write(_("Batch %(number)s is written.") % {"number": outcome.batch})
        elif not outcome.changes:
            self.stdout.write(_("Nothing to do."))
        elif not applied:
            self.stdout.write(_("Nothing is written: this is a plan."))

    def refuse(self, options, outcome):
        if options["format"] == "text":
            self.stdout.write(reporting.counts(outcome))
            for finding in outcome.findings:
                self.stderr.write(str(finding), self.style.ERROR)
        raise CommandError(_("Refused, nothing is written."), returncode=REFUSED)

    def say_refused(self, options, sentences):
        if options["format"] == "json":
            self.stdout.write(json.dumps({"refused": sentences}, ensure_ascii=False, indent=1))
        raise CommandError("\n".join(sentences), returncode=REFUSED)

    def progress(self):
        """Report on a terminal, and nowhere else."""
        if not self.stderr.isatty():
            return lambda done, total: None

        def show(done, total):
            self.stderr.write(f"\r{done}/{total}", ending="" if done < total else "\n")

        return show


def content_of(name):
    """Return the bytes of a file; a name that cannot be read is a mistake in the command."""
    if name == "-":
        return getattr(sys.stdin, "buffer", sys.stdin).read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        message = _("%(name)s cannot be read: %(reason)s.")
        raise CommandError(message % {"name": name, "reason": error.strerror}, returncode=USAGE) from error
