"""Dossiers made by hand, without a database: what is computed from them needs none."""

from datetime import date

from partnerships import dates
from partnerships.models import Designation, Embassy, Mission, Office
from partnerships.offices import Clock
from partnerships.offices.loading import Dossier
from partnerships.offices.tenure_facts import Bounds, TenureFacts, TenureStep, bounds_of, facts_of_row

TODAY = date(2026, 2, 18)
CLOCK = Clock(TODAY, 366)


def moment(text: str) -> Bounds:
    found = bounds_of(text)
    assert found is not None
    return found


def facts(
    period="/", *, pk=1, person=1, office=1, steps=(), source="", birth="", death="", checked_on=None
) -> TenureFacts:
    when = dates.parse_period(period)
    bounds = (when.start_earliest, when.start_latest, when.end_earliest, when.end_latest)
    row = (pk, f"tenure-{pk}", person, office, False, period, *bounds, birth, death, checked_on)
    milestones = [TenureStep(kind, moment(date)) for kind, date in steps]
    return facts_of_row(row, milestones, [moment(source)] if source else [])


def derived(model, **fields):
    made = model(publication="published", **fields)
    made.derive()
    return made


def make_office(pk=1, **fields) -> Office:
    return derived(Office, pk=pk, key=f"office-{pk}", **fields)


def dossier_of(office: Office, several, today=TODAY) -> Dossier:
    """The dossier of an office that nobody holds by virtue of another."""
    return Dossier(Clock(today, 366), {office.pk: tenures(office, several)})


def tenures(office: Office, several) -> list[TenureFacts]:
    return [facts(pk=office.pk * 100 + number, office=office.pk, **one) for number, one in enumerate(several)]


def dossier_of_two(head: dict, mission: str, own, ambassadors, periods, today=TODAY) -> tuple[Office, Dossier]:
    """The office of a head of mission, and its dossier: an embassy is designated for each of `periods`."""
    embassy = derived(Embassy, pk=1, key="embassy")
    to_nato = derived(Mission, pk=1, key="mission", period=mission)
    ambassador = make_office(pk=2, embassy=embassy, heads_post=True)
    held = make_office(pk=1, mission=to_nato, heads_post=True, **head)
    designations = [
        derived(Designation, pk=number, key=f"designation-{number}", mission=to_nato, embassy=embassy, period=period)
        for number, period in enumerate(periods)
    ]
    designations.sort(key=lambda one: (one.start_earliest, one.key))
    everybody = {1: tenures(held, own), 2: tenures(ambassador, ambassadors)}
    return held, Dossier(Clock(today, 366), everybody, {1: designations}, {("embassy", 1): [ambassador]})
