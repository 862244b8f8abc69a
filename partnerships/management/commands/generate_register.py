"""A synthetic register for measuring; what it is made of stands outside the app, and need not be on a server."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    help = "Fills a database with synthetic bilingual records for measuring; refuses one that holds real records."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--records", type=int, required=True, help="how many records")
        parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same records")
        parser.add_argument("--mix", action="store_true", help="add them to a register that holds real records")

    def handle(self, *args: Any, records: int, seed: int, mix: bool, **options: Any) -> None:
        try:
            from measuring import synthetic
        except ModuleNotFoundError as error:
            raise CommandError("The folder measuring/ is missing: it belongs beside manage.py.") from error
        if records < synthetic.LEAST:
            raise CommandError(f"--records takes a whole number of at least {synthetic.LEAST}.")
        if synthetic.holds_synthetic_records():
            raise CommandError("This register holds synthetic records already; generate into an empty database.")
        if not mix and synthetic.holds_real_records():
            raise CommandError("This register holds real records; use an empty database, or say --mix.")
        self.stdout.write(f"{synthetic.generate(records, seed)} records")
