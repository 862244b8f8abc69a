"""A line of the index as pages read it."""

from typing import NamedTuple


class Line(NamedTuple):
    """Which moment of which record, and its place in reading order."""

    kind: str
    key: str
    moment: str
    sort: str

    @classmethod
    def at(cls, place: str) -> "Line":
        """Return the line of a place in reading order, which ends in its name."""
        _, kind, key, moment = place.rsplit(" ", 3)
        return cls(kind, key, moment, place)

    def __str__(self) -> str:
        return f"{self.kind}-{self.key}-{self.moment}"
