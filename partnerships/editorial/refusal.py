"""What cannot be done, and why: everything that stands in the way, told together."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from partnerships.models import Record
from partnerships.records.references import called


class Refused(Exception):
    """What was asked for cannot be done; says why, and which records stand in the way.

    `field` is the name of what a form asks for and did not get; `further` are refusals of the same act.
    """

    def __init__(
        self,
        sentence: str,
        records: Iterable[Record] = (),
        *,
        field: str = "",
        further: Iterable["Refused"] = (),
    ) -> None:
        self.sentence, self.records, self.field = sentence, list(records), field
        self.further = [each for one in further for each in one.each]
        super().__init__(sentence)

    @property
    def each(self) -> list["Refused"]:
        """All that stands in the way, this first."""
        return [self, *self.further]

    def __str__(self) -> str:
        return " ".join(each.alone() for each in self.each)

    def alone(self) -> str:
        """Return this one sentence with its records."""
        listed = "; ".join(f"{record} ({record._meta.verbose_name})" for record in self.records)
        return f"{self.sentence} {listed}".strip()

    def by_key(self) -> str:
        """Return this one sentence with the keys of its records, to be kept and worded anew for each reader."""
        return f"{self.sentence} {'; '.join(called(record) for record in self.records)}".strip()


class NotNow(Refused):
    """Nothing is wrong with what was asked for: it is looked at, and asked for again."""


class Obstacles:
    """What stands in the way of one act, noted until all of it is known."""

    def __init__(self) -> None:
        self.found: list[Refused] = []

    @contextmanager
    def noted(self) -> Iterator[None]:
        """Note a refusal, and go on."""
        try:
            yield
        except Refused as refused:
            self.found += refused.each

    def refuse(self) -> None:
        """Refuse with all that was noted, if anything was, each said once."""
        told: dict[str, Refused] = {}
        for each in self.found:
            told.setdefault(each.alone(), each)
        if told:
            first, *others = told.values()
            first.further = others
            raise first
