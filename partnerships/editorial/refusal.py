"""What cannot be done, and why."""

from collections.abc import Iterable

from partnerships.models import Record


class Refused(Exception):
    """What was asked for cannot be done; says why, and which records stand in the way."""

    def __init__(self, sentence: str, records: Iterable[Record] = ()) -> None:
        self.sentence, self.records = sentence, list(records)
        super().__init__(sentence)

    def __str__(self) -> str:
        listed = "; ".join(f"{record} ({record._meta.verbose_name})" for record in self.records)
        return f"{self.sentence} {listed}".strip()
