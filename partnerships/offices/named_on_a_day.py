"""Whom the answers for a day name, for those who ask about people: without the reasons and sources of the answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from partnerships.models import Office
from partnerships.records import kept_rows
from partnerships.records.visibility import is_public

from .careers import held_thereby
from .certainty_expires import Clock, now
from .claims import claims_on
from .days import days_of
from .days_of_one_tenure import plain
from .existence import certainly_held, doubtless, existed
from .loading import BEHIND, by_office, facts_by_number, load_dossier
from .tenure_facts import TenureFacts


@dataclass(frozen=True, slots=True)
class NamedHolder:
    """Somebody whom the answer for a day names: the numbers of the person and the tenure, and how."""

    office: Office
    tenure: int
    person: int
    acting: bool
    certain: bool = True
    thereby: bool = False


def named_on(tenures: Iterable[int], on: date, *, today: date) -> list[NamedHolder]:
    """Return whom `holders` names on the day `on`, of those who served by `tenures`, or by virtue of them.

    Most tenures have two known ends and are over: if they certainly ran on that day, no other tells anything else of
    it. For any other its whole office is loaded.
    """
    clock, grouped = now(today), by_office(facts_by_number(tenures))
    offices = kept_rows.rows_by_number(Office, grouped)
    kept_rows.beside(offices.values(), BEHIND)
    found: list[NamedHolder] = []
    others: list[Office] = []
    for number, several in grouped.items():
        alone = len({one.person for one in several}) == len(several)
        if alone and all(_is_certain_alone(one, offices[number], on, clock) for one in several):
            found += (NamedHolder(offices[number], one.pk, one.person, one.acting) for one in several)
        else:
            others.append(offices[number])
    return [*found, *_named_in([*others, *held_thereby(offices.values())], on, clock)]


def _is_certain_alone(tenure: TenureFacts, office: Office, on: date, clock: Clock) -> bool:
    ran = plain(tenure, clock)
    return ran is not None and on in certainly_held(ran, days_of(existed(office)), doubtless(office))


def _named_in(offices: Iterable[Office], on: date, clock: Clock) -> Iterator[NamedHolder]:
    asked = [office for office in offices if is_public(office)]
    dossier = load_dossier(asked, clock)
    for office in asked:
        claims = [claim for claim in claims_on(office, dossier) if on in claim.possible]
        for claim in sorted(claims, key=lambda each: on not in each.certain):
            tenure, is_thereby = claim.tenure, bool(claim.through)
            yield NamedHolder(office, tenure.pk, tenure.person, tenure.acting, on in claim.certain, is_thereby)
