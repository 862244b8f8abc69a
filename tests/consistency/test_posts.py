"""Posts and partnerships: whose State, where, and once at a time."""

from collections.abc import Callable

import pytest

from partnerships import models
from tests.factories import (
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    FrameworkFactory,
    MeetingFactory,
    MembershipFactory,
    MissionFactory,
    OfficeFactory,
    PartnerFactory,
    PlaceFactory,
    StateFactory,
    StopFactory,
)

from .cases import Case, Cells, cells

pytestmark = pytest.mark.django_db


def designated(**fields) -> models.Designation:
    state = StateFactory()
    mission, embassy = MissionFactory(state=state), EmbassyFactory(state=state)
    return DesignationFactory(**{"mission": mission, "embassy": embassy, **fields})


def post_of(given):
    """A designation whose embassy is of the State `given`, and whose mission is of the State “own”."""
    own = StateFactory(key="own")
    state = own if given == "own" else StateFactory(key=given)
    designated(mission=MissionFactory(state=own), embassy=EmbassyFactory(state=state))


def office_of(post: str) -> Callable[[str], object]:
    def make(given):
        own = StateFactory(key="own")
        factory = {"embassy": EmbassyFactory, "mission": MissionFactory}[post]
        OfficeFactory(state=own, **{post: factory(state=own if given == "own" else StateFactory(key=given))})

    return make


def serving(given):
    own = StateFactory(key="own")
    state = own if given == "own" else StateFactory(key=given)
    DesignationFactory(mission=MissionFactory(state=own), embassy=None, serving_mission=MissionFactory(state=state))


def two_designations(given):
    mission = MissionFactory()
    DesignationFactory(mission=mission, period="2018-07-01/2020-01-01")
    DesignationFactory(mission=mission, period=f"{given}/2021-01-01")


def embassy_at(given):
    receiving = StateFactory(key="receiving")
    state = receiving if given == "receiving" else StateFactory(key=given)
    EmbassyFactory(receiving_state=receiving, place=PlaceFactory(state=state))


def meeting_at(given):
    there = StateFactory(key="there")
    stop = StopFactory(place=PlaceFactory(state=there))
    state = there if given == "there" else StateFactory(key=given)
    MeetingFactory(stop=stop, place=PlaceFactory(state=state))


def member_and_partner(given):
    partner = PartnerFactory(period="1990-01-01/2004-03-29")
    MembershipFactory(state=partner.state, framework=None, organization=partner.organization, period=f"{given}/..")


def membership_of_partner(given):
    partner = PartnerFactory(period="1990-01-01/2004-03-29")
    framework = FrameworkFactory(organization=partner.organization)
    MembershipFactory(state=partner.state, framework=framework, period=f"1994-01-01/{given}")


def two_partnerships(given):
    first = PartnerFactory(period="1990-01-01/2000-01-01")
    PartnerFactory(state=first.state, organization=first.organization, period=f"{given}/2004-01-01")


CASES = [
    Case(
        "designation-without-decision",
        "designation",
        lambda given: designated(decision=DecisionFactory() if given else None),
        "",
        "decided",
    ),
    Case(
        "decision-after-effect",
        "designation",
        lambda given: designated(period="2018-07-01/..", decision=DecisionFactory(date=given)),
        "2018-07-02",
        "2018-07-01",
    ),
    Case("post-of-another-state", "designated embassy", post_of, "other", "own"),
    Case("post-of-another-state", "serving mission", serving, "other", "own"),
    Case("post-of-another-state", "office at an embassy", office_of("embassy"), "other", "own"),
    Case("post-of-another-state", "office at a mission", office_of("mission"), "other", "own"),
    Case("two-designations", "mission", two_designations, "2019-12-31", "2020-01-01"),
    Case("place-elsewhere", "embassy", embassy_at, "other", "receiving"),
    Case("place-elsewhere", "meeting", meeting_at, "other", "there"),
    Case("partner-and-member", "State", member_and_partner, "2004-03-28", "2004-03-29"),
    Case("membership-outside-partnership", "framework", membership_of_partner, "2004-03-30", "2004-03-29"),
    Case("partner-twice", "State", two_partnerships, "1999-12-31", "2000-01-01"),
    Case("null-island", "place", lambda given: PlaceFactory(latitude=0, longitude=given), "0", "1"),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass
