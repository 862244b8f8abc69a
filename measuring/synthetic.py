"""Synthetic records for measuring: bilingual, dated with every precision, plainly not real.

Every key begins with `synthetic-`. The number of States, partners and areas stays the same
however many records there are, as in the world; people and offices grow with them. They are few
enough that the lines of one partner, or of one area, fill a page also among a thousand records,
and every kind is dated alike, so that pages of any size of register hold the same kinds.
"""

import random
from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from partnerships import models
from partnerships.models import Publication
from partnerships.projections import possible_service
from partnerships.projections.search import index as search_index
from partnerships.projections.timeline import index
from partnerships.records.kinds import KINDS
from partnerships.transactions import one_write

PREFIX = "synthetic-"
LEAST = 500
STATES = 20
AREAS = 10
BODIES = 5
CHUNK = 1000
FIRST_YEAR, LAST_YEAR = 1950, 2025
#: Of a thousand dates: days, months, about a day, spans, years, about a year, decades.
PRECISIONS = (830, 60, 50, 50, 6, 2, 2)

#: Of a hundred records beside States, partners, areas and bodies.
SHARES = {"person": 20, "office": 4, "tenure": 16, "decision": 15, "visit": 15, "meeting": 15, "statement": 15}


def holds_synthetic_records() -> bool:
    return models.State.objects.filter(key__startswith=PREFIX).exists()


def holds_real_records() -> bool:
    return any(kind.model._default_manager.exclude(key__startswith=PREFIX).exists() for kind in KINDS.values())


@one_write()
def generate(records: int, seed: int) -> int:
    """Write `records` published records, the same ones for the same `seed`; return their number."""
    maker = _Maker(random.Random(seed))  # noqa: S311  for measuring, not for secrets
    maker.frame()
    rest = records - maker.made
    for kind, share in SHARES.items():
        if kind != "statement":
            getattr(maker, kind)(rest * share // 100)
    maker.statement(records - maker.made)
    index.rebuild()
    search_index.rebuild()
    possible_service.rebuild()
    return maker.made


class _Maker:
    """Makes the records of each kind, linked to those made before."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.made = 0
        self.published_at = timezone.now().replace(microsecond=0)

    def frame(self) -> None:
        self.states = self.write(models.State, STATES, lambda n: both(name=f"State {n}"))
        self.areas = self.write(models.Area, AREAS, lambda n: both(name=f"Area {n}"))
        self.bodies = self.write(models.Organization, BODIES, lambda n: both(name=f"Body {n}"))
        self.places = self.write(models.Place, STATES, lambda n: {**both(name=f"Town {n}"), "state": self.states[n]})
        self.partners = self.write(
            models.Partner,
            STATES,
            lambda n: {
                "state": self.states[n],
                "organization": self.bodies[0],
                "period": f"{FIRST_YEAR - 10 + n % 10}/..",
            },
        )
        self.sources = self.write(
            models.Source, STATES, lambda n: {**both(title=f"Document {n}"), "date": self.moment()}
        )

    def person(self, number: int) -> None:
        self.people = self.write(
            models.Person,
            number,
            lambda n: {"name": f"Person {n}", "family_name": str(n), "given_name": "Person"},
        )

    def office(self, number: int) -> None:
        self.offices = self.write(
            models.Office, number, lambda n: {**both(name=f"Office {n}"), "state": self.states[n % STATES]}
        )

    def tenure(self, number: int) -> None:
        made = self.write(models.Tenure, number, self._tenure)
        self.cite("tenure", made)

    def _tenure(self, n: int) -> dict:
        turn, place = divmod(n, len(self.offices))
        year = FIRST_YEAR + (turn * 4 + place) % (LAST_YEAR - FIRST_YEAR)
        month, day = self.chance.randint(1, 12), self.chance.randint(1, 28)
        start, end = self.precision(year, month, day), self.precision(year + 4, month, day)
        return {
            "person": self.pick(self.people),
            "office": self.offices[place],
            "period": f"{start}/{self.pick([end, end, end, ''])}",
        }

    def decision(self, number: int) -> None:
        made = self.write(
            models.Decision,
            number,
            lambda n: {**both(title=f"Decision {n}"), "date": self.moment(), "body": self.pick(self.bodies)},
        )
        self.concern(models.Decision, made)
        self.cite("decision", made)

    def visit(self, number: int) -> None:
        made = self.write(models.Visit, number, lambda n: {**both(title=f"Visit {n}"), "period": self.moment()})
        self.concern(models.Visit, made)
        stops = [
            models.Stop(visit=visit, key=f"stop-{position}", position=position, place=self.pick(self.places))
            for visit in made
            for position in (1, 2)
        ]
        self.bulk(models.Stop, stops)

    def meeting(self, number: int) -> None:
        made = self.write(models.Meeting, number, lambda n: {**both(title=f"Meeting {n}"), "date": self.moment()})
        self.concern(models.Meeting, made)
        taking_part = [
            models.Participation(meeting=meeting, key=f"person-{n}", person=self.pick(self.people))
            for meeting in made
            for n in range(2)
        ]
        self.bulk(models.Participation, taking_part)

    def statement(self, number: int) -> None:
        made = self.write(models.Statement, number, lambda n: {**both(text=f"Statement {n}"), "date": self.moment()})
        self.concern(models.Statement, made)

    def concern(self, model: type[models.Record], records: list) -> None:
        """Link each record to a partner and to an area, some to two partners."""
        for field, targets in (("partners", self.partners), ("areas", self.areas)):
            through: Any = getattr(model, field).through
            target = f"{targets[0]._meta.model_name}_id"
            links = [
                through(**{f"{model._meta.model_name}_id": record.pk, target: found.pk})
                for record in records
                for found in self.chance.sample(targets, self.pick([1, 1, 2]))
            ]
            QuerySet(through).bulk_create(links, batch_size=CHUNK)

    def cite(self, kind: str, records: list) -> None:
        citations = [
            models.Citation(key="source", source=self.pick(self.sources), grade="B", **{kind: record})
            for record in records
        ]
        self.bulk(models.Citation, citations)

    def write(self, model: type[models.Record], number: int, fields: Callable[[int], dict[str, Any]]) -> list:
        kind = model._meta.model_name
        records = [
            model(
                key=f"{PREFIX}{kind}-{n}",
                publication=Publication.PUBLISHED,
                published_at=self.published_at,
                **fields(n),
            )
            for n in range(number)
        ]
        self.made += number
        return self.bulk(model, records)

    def bulk(self, model: Any, rows: list) -> list:
        for row in rows:
            row.derive()
        return QuerySet(model).bulk_create(rows, batch_size=CHUNK)

    def pick(self, items: Sequence[Any]) -> Any:
        return self.chance.choice(items)

    def moment(self) -> str:
        """Return a date of any year and precision."""
        return self.precision(*(self.chance.randint(*ends) for ends in ((FIRST_YEAR, LAST_YEAR), (1, 12), (1, 28))))

    def precision(self, year: int, month: int, day: int) -> str:
        """Return a day as sources give it: mostly exactly, or only its month, year or decade, or a span around it.

        The coarser a date, the rarer: else thousands of lines of one kind would share its place in the order.
        """
        exact = f"{year}-{month:02}-{day:02}"
        [notation] = self.chance.choices(
            [
                exact,
                f"{year}-{month:02}",
                f"{exact}~",
                f"[{exact}..{year + 2}]",
                f"{year}",
                f"{year}~",
                f"{year // 10}X",
            ],
            weights=PRECISIONS,
        )
        return notation


def both(**texts: str) -> dict[str, str]:
    """Return each text in both languages, under the names of its two columns."""
    return {f"{field}_{language}": text for field, text in texts.items() for language in ("fr", "en")}
