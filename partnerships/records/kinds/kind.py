"""What a kind of record says about itself; every other table of kinds is computed from it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from django.db.models import Field, Model, Q

from partnerships.models import AddressedRecord, Part, Person, Record, Stop

from ..key_words import usual_key
from .moments import Moments
from .order_on_one_day import OnOneDay

#: For a kind of record, the paths (`stop.visit.partners`) from a record to those of that kind that it concerns.
Concerns = Mapping[str, tuple[str, ...]]

MAIN, FURTHER = "main", "further"


R = TypeVar("R", bound=Record)


def _no_more(_record: Record, _moment: str) -> bool:
    return False


def _no_tie_break(record: Record) -> str:
    return ""


class Task(StrEnum):
    """What staff are at work on: the back-office lists kinds by it."""

    VISITS = "visits"
    PEOPLE = "people"
    POSTS = "posts"
    DECISIONS = "decisions"
    COOPERATION = "cooperation"
    SOURCES = "sources"
    REFERENCE = "reference"
    REGISTER = "register"


@dataclass(frozen=True)
class Reach(Generic[R]):
    """What some records concern without naming it, such as a decision about all partners of its day.

    `of` returns the keys that a record reaches among `rows`, the `columns` of all rows of `model`; `reaching` the
    condition for the records that may reach one of these, when one of its columns has changed.
    """

    facet: str
    model: type[Record]
    columns: tuple[str, ...]
    of: Callable[[R, Sequence[tuple]], Iterator[str]]
    reaching: Callable[[], Q]

    def rows(self) -> list[tuple]:
        """Return all that records may reach."""
        return list(self.model._default_manager.values_list(*self.columns))


@dataclass(frozen=True, kw_only=True)
class Kind(Generic[R]):
    """One kind of record: its table, when it has lines on the timeline, what it concerns, where it is found."""

    model: type[R]
    #: The task under which it stands in the menu of the back-office (admin/base/menu.py).
    task: Task
    #: The moments that have a line each on the timeline; a kind without them stands on no timeline.
    moments: Moments | None = None
    #: Those of the moments that are turning points, unless staff say otherwise of a record.
    main: tuple[str, ...] = ()
    #: Whether a moment of a record is a turning point besides, by what it is about, and the columns that this reads.
    also_main: Callable[[R, str], bool] = _no_more
    also_main_columns: tuple[str, ...] = ()
    #: What it concerns: its lines and lists are found under these records.
    concerns: Concerns = field(default_factory=dict)
    reach: Reach[R] | None = None
    #: Its place among things that begin on one day, and what decides among its own, with the columns that this reads.
    rank: OnOneDay = OnOneDay.PERSON
    tie_break: Callable[[R], str] = _no_tie_break
    tie_break_columns: tuple[str, ...] = ()
    #: The date fields of which one must be filled before it is published.
    needs_date: tuple[str, ...] = ()
    #: The paths to what it cannot be without, on its day or all the time it lasts: check_register compares their days.
    #: Relations with a partner precede the partnership and outlast it: they are not among these.
    rests_on: tuple[str, ...] = ()
    #: The relations to people of whom it only tells. Whoever else it names acts in it, and does so while alive.
    told_of: tuple[str, ...] = ()
    #: The columns in which, with a partner, two of its records agree that are one thing recorded twice.
    same_if: tuple[str, ...] = ()
    #: The relations from which its name is made, where it is not a text of its own.
    named_by: tuple[str, ...] = ()
    #: The relations whose names are looked for with its own: who types “UAE mission” means the one of that State.
    also_called: tuple[str, ...] = ()
    #: What the titles of its lines name beside what it concerns.
    line_names: tuple[str, ...] = ()
    #: For a kind without pages of its own: the paths that may lead to the page it stands on, in this order.
    stands_on: tuple[str, ...] = ()
    #: The words of the key that is suggested for a record; if nothing is said, its name, or its day and its title.
    makes_key: Callable[[R], str] = usual_key
    #: Its place among kinds that answer a search equally well: what others are about comes first.
    place_in_search: int = 99
    #: What it is as linked data, and by which paths a record is tied to others, and as what (docs/linked-data.md).
    schema: tuple[str, ...] = ("Thing",)
    schema_links: tuple[tuple[str, str], ...] = ()
    #: What its full content on such a page reads; if nothing is said, what it concerns.
    content: tuple[str, ...] | None = None
    #: Whether its records state facts, which sources bear; a text about the register itself does not.
    tells_facts: bool = True

    @property
    def name(self) -> str:
        """The name that addresses and keys use."""
        return self.model._meta.model_name or ""

    @property
    def has_page(self) -> bool:
        """Whether its records have pages of their own."""
        return issubclass(self.model, AddressedRecord)

    @property
    def is_cited(self) -> bool:
        """Whether its records have citations."""
        return any(relation.name == "citations" for relation in self.model._meta.related_objects)

    @property
    def doers(self) -> tuple[Field, ...]:
        """The relations to those who act in its records."""
        meta = self.model._meta
        named = (link for link in (*meta.fields, *meta.many_to_many) if link.related_model is Person)
        return tuple(link for link in named if link.name not in self.told_of)

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path to what it concerns, each once."""
        return tuple(dict.fromkeys(path for several in self.concerns.values() for path in several))

    @property
    def content_paths(self) -> tuple[str, ...]:
        """What a page loads along, to show a record of this kind in full."""
        if self.content is not None:
            return self.content
        return self.named_by if self.has_page else (*self.paths, *self.named_by)

    @property
    def own_columns(self) -> tuple[str, ...]:
        """The columns of a record itself that its lines are made of."""
        own = self.moments.columns if self.moments else ()
        weighed = [field.name for field in self.model._meta.concrete_fields if field.name == "weight"]
        return tuple(dict.fromkeys(("key", "publication", *own, *self.tie_break_columns, *weighed)))

    @property
    def takes(self) -> tuple[str, ...]:
        """The columns, its own and those at the end of paths, of which its lines on the timeline are made."""
        if self.moments is None:
            return ()
        cited = ("citations.source.key",) if self.is_cited else ()
        whole = tuple(f"{path}.publication" for path in owner_paths(self.model))
        keys = (f"{path}.key" for path in self.paths)
        return (*self.own_columns, *whole, *keys, *self.also_main_columns, *cited)

    def weight(self, record: R, moment: str) -> str:
        """Return the weight of one moment of `record`: what staff say of the record, else what is usual."""
        is_main = moment in self.main or self.also_main(record, moment)
        return getattr(record, "weight", "") or (MAIN if is_main else FURTHER)

    def line_paths(self, further: Iterable[str] = ()) -> list[str]:
        """Return the paths to what its lines are made of, and to what is `further` read."""
        names = (path.rpartition(".")[0] for path in self.takes)
        return sorted({*names, *further} - {""})


def owner_paths(model: type[Model]) -> tuple[str, ...]:
    """Return the paths from a row of `model` to the records of which it may be a part; none for whole records."""
    if any(each.name == "stop" and each.related_model is Stop for each in model._meta.concrete_fields):
        return ("stop.visit", "visit")
    return tuple(model.owner_fields) if issubclass(model, Part) else ()
