"""Nothing happens at, by or under what did not exist."""

from collections.abc import Callable

import pytest

from tests.factories import (
    ActivityFactory,
    AgreementFactory,
    BeneficiaryFactory,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    FrameworkFactory,
    MeetingFactory,
    MembershipFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    ParticipationFactory,
    PartnerFactory,
    PlaceFactory,
    PostingFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

from .cases import Case, Cells, about, cells, told

pytestmark = pytest.mark.django_db


def lasting(owner, field: str, target, period: str = "2000-01-01/2010-12-31", **fields) -> Callable[[str], object]:
    """Return what makes a record of the period given, which needs a target of `period`."""
    return lambda given: owner(period=given, **{field: target(period=period)}, **fields)


def dated(owner, field: str, target, period: str = "2000-01-01/2010-12-31") -> Callable[[str], object]:
    return lambda given: owner(date=given, **{field: target(period=period)})


def of_office(**fields) -> Callable[[str], object]:
    """Return what makes a tenure of the period given, in an office with what `fields` make."""
    return lambda given: TenureFactory(
        period=given,
        office=OfficeFactory(**{name: make(period="2000-01-01/2010-12-31") for name, make in fields.items()}),
    )


#: What cannot be without the other: the record, its field, and what makes the other.
WITHIN = {
    "partner in a State": lasting(PartnerFactory, "state", StateFactory),
    "partner of an organisation": lasting(PartnerFactory, "organization", OrganizationFactory),
    "framework of an organisation": lasting(FrameworkFactory, "organization", OrganizationFactory),
    "membership of a State": lasting(MembershipFactory, "state", StateFactory),
    "membership in a framework": lasting(MembershipFactory, "framework", FrameworkFactory),
    "membership in an organisation": lasting(MembershipFactory, "organization", OrganizationFactory, framework=None),
    "embassy of a State": lasting(EmbassyFactory, "state", StateFactory),
    "embassy in a State": lasting(EmbassyFactory, "receiving_state", StateFactory),
    "mission of a State": lasting(MissionFactory, "state", StateFactory),
    "mission to an organisation": lasting(MissionFactory, "organization", OrganizationFactory),
    "office at an embassy": lasting(OfficeFactory, "embassy", EmbassyFactory),
    "office at a mission": lasting(OfficeFactory, "mission", MissionFactory),
    "office of a State": lasting(OfficeFactory, "state", StateFactory),
    "office of an organisation": lasting(OfficeFactory, "organization", OrganizationFactory),
    "office accredited to a State": lasting(OfficeFactory, "receiving_state", StateFactory),
    "office accredited to an organisation": lasting(OfficeFactory, "receiving_organization", OrganizationFactory),
    "tenure of an office": lasting(TenureFactory, "office", OfficeFactory),
    "tenure at an embassy": of_office(embassy=EmbassyFactory),
    "tenure at a mission": of_office(mission=MissionFactory),
    "tenure for a State": of_office(state=StateFactory),
    "tenure in an organisation": of_office(organization=OrganizationFactory),
    "tenure accredited to a State": of_office(receiving_state=StateFactory),
    "tenure accredited to an organisation": of_office(receiving_organization=OrganizationFactory),
    "designation for a mission": lasting(DesignationFactory, "mission", MissionFactory),
    "designation of an embassy": lasting(DesignationFactory, "embassy", EmbassyFactory),
    "designation of a serving mission": lasting(DesignationFactory, "serving_mission", MissionFactory, embassy=None),
    "posting by a State": lasting(PostingFactory, "state", StateFactory),
    "posting at a body": lasting(PostingFactory, "organization", OrganizationFactory),
    "activity of an organisation": lasting(ActivityFactory, "organization", OrganizationFactory),
}
ON_A_DAY = {
    "decision by a body": dated(DecisionFactory, "body", OrganizationFactory),
    "agreement with an organisation": dated(AgreementFactory, "organization", OrganizationFactory),
    "meeting of an organisation": dated(MeetingFactory, "organization", OrganizationFactory),
}


def agreement_of_states(given):
    AgreementFactory(date=given).states.add(StateFactory(period="2000-01-01/2010-12-31"))


def taking_part(owner: str, represented: str, target) -> Callable[[str], object]:
    """Return what makes a participant in `owner`, which is on the day given, for what existed from 2000 to 2010."""
    makes = {"visit": VisitFactory, "meeting": MeetingFactory, "agreement": AgreementFactory}
    field = "period" if owner == "visit" else "date"

    def make(given):
        fields = {represented: target(period="2000-01-01/2010-12-31"), owner: makes[owner](**{field: given})}
        ParticipationFactory(person=None, **fields)

    return make


ON_A_DAY["agreement of other States"] = agreement_of_states
for _owner in ("visit", "meeting", "agreement"):
    for _field, _make in (("office", OfficeFactory), ("state", StateFactory), ("organization", OrganizationFactory)):
        ON_A_DAY[f"participant in {_owner} for {_field}"] = taking_part(_owner, _field, _make)


def linked(model, field: str) -> Callable[[str], object]:
    """Return what makes a record of 1 May 2010 that rests on one of the day given."""
    return lambda given: model(date="2010-05-01", **{field: model(date=given)})


def successor(given):
    StateFactory(period="1991-01-01/..").predecessors.add(StateFactory(period=f"{given}/1999"))


def _cases() -> list[Case]:
    cases = []
    for name, make in WITHIN.items():
        cases += [
            Case("before-it-existed", name, make, "1999-12-31/2005", "2000-01-01/2005"),
            Case("before-it-existed", f"{name}, to the year", make, "1999/2005", "2000/2005"),
            Case("after-it-ended", name, make, "2005/2011-01-01", "2005/2010-12-31"),
            Case("after-it-ended", f"{name}, still going on", make, "2005/..", "2005/"),
        ]
    for name, make in ON_A_DAY.items():
        cases += [
            Case("before-it-existed", name, make, "1999-12-31", "2000-01-01"),
            Case("after-it-ended", name, make, "2011-01-01", "2010-12-31"),
        ]
    return cases


def step_in_office(kind: str, period: str, **fields) -> Callable[[str], object]:
    """Return what makes a milestone on the day given, in an office of `period`."""
    return lambda given: MilestoneFactory(
        tenure=TenureFactory(period="", office=OfficeFactory(period=period), **fields), kind=kind, date=given
    )


def stop_in_a_state(period: str, of_stop: bool) -> Callable[[str], object]:
    return lambda given: StopFactory(
        visit=VisitFactory(period=given), period=given if of_stop else "", place=None, state=StateFactory(period=period)
    )


def helped(period: str) -> Callable[[str], object]:
    return lambda given: BeneficiaryFactory(activity=ActivityFactory(period=given), state=StateFactory(period=period))


def under_a_parent(period: str) -> Callable[[str], object]:
    return lambda given: OrganizationFactory(period=given, parent=OrganizationFactory(period=period))


def with_partner(factory, column: str) -> Callable[[str], object]:
    """Return what makes an occasion of the day given with a partner whose State was there in 1950 alone."""

    def make(given):
        partner = PartnerFactory(period="1950", state=StateFactory(period="1950-01-01/1950-12-31"))
        record = factory(**{column: given})
        record.partners.set([partner])

    return make


def in_a_place(factory, field: str, place: str = "place") -> Callable[[str], object]:
    return lambda given: factory(**{place: PlaceFactory(state=StateFactory(period="1949/1990")), field: given})


def at_a_stop(given):
    place = PlaceFactory(state=StateFactory(period="1949/1990"))
    StopFactory(visit=VisitFactory(period="1990-12-01/1991-01-31"), place=place, period=given)


def on_a_visit(given):
    StopFactory(visit=VisitFactory(period=given), place=PlaceFactory(state=StateFactory(period="1949/1990")))


CASES = [
    *(
        Case(
            "place-of-ended-state",
            factory._meta.model.__name__,
            in_a_place(factory, *fields),
            "1991-01-01",
            "1990-12-31",
        )
        for factory, *fields in (
            (MeetingFactory, "date"),
            (DecisionFactory, "date"),
            (AgreementFactory, "date"),
            (ActivityFactory, "period"),
            (PostingFactory, "period"),
            (EmbassyFactory, "period"),
            (MissionFactory, "period"),
            (OrganizationFactory, "period", "seat"),
            (TenureFactory, "period", "residence"),
        )
    ),
    Case("place-of-ended-state", "stop", at_a_stop, "1991-01-01", "1990-12-31"),
    Case("place-of-ended-state", "visit", on_a_visit, "1991-01-01/1991-01-03", "1990-12-31/1991-01-03"),
    *(
        Case(code, f"partner of {factory._meta.model.__name__}", with_partner(factory, column), wrong, sound)
        for factory, column in (
            (DecisionFactory, "date"),
            (AgreementFactory, "date"),
            (MeetingFactory, "date"),
            (VisitFactory, "period"),
            (ActivityFactory, "period"),
        )
        for code, wrong, sound in (
            ("before-it-existed", "1949-12-31", "1950-01-01"),
            ("after-it-ended", "1951-01-01", "1950-12-31"),
        )
    ),
    *(
        Case("before-it-existed", kind, step_in_office(kind, "2010-01-01/.."), "2009-12-31", "2010-01-01")
        for kind in ("credentials", "seen", "recalled", "departed", "ended")
    ),
    *(
        Case("after-it-ended", kind, step_in_office(kind, "/2001-05-05"), "2001-05-06", "2001-05-05")
        for kind in ("nominated", "appointed", "arrived", "credentials", "seen", "ended")
    ),
    *(
        Case(
            "before-it-existed",
            f"who is {kind} before",
            lambda given: step_in_office(given, "2010-01-01/..")("2009-12-31"),
            "seen",
            kind,
        )
        for kind in ("nominated", "appointed", "arrived")
    ),
    *(
        Case(
            "after-it-ended",
            f"who is {kind} after",
            lambda given: step_in_office(given, "/2001-05-05")("2001-05-06"),
            "seen",
            kind,
        )
        for kind in ("recalled", "departed")
    ),
    *(
        case
        for name, make in {
            "State of a stop": lambda period: stop_in_a_state(period, of_stop=True),
            "State of a visit": lambda period: stop_in_a_state(period, of_stop=False),
            "beneficiary": helped,
            "parent": under_a_parent,
        }.items()
        for case in (
            Case("before-it-existed", name, make("1950/1960"), "1948/1949", "1948/1950"),
            Case("after-it-ended", name, make("1950/1960"), "1961/1962", "1960/1962"),
        )
    ),
    *_cases(),
    Case("before-what-it-follows", "decision", linked(DecisionFactory, "follows"), "2010-05-02", "2010-05-01"),
    Case("before-what-it-follows", "agreement", linked(AgreementFactory, "renews"), "2010-05-02", "2010-05-01"),
    Case("before-its-predecessor", "State", successor, "1991-01-02", "1991-01-01"),
    Case(
        "before-it-existed",
        "in the year it began",
        lasting(MissionFactory, "state", StateFactory, "2000-06-15/2010-06-15"),
        "2000-05/2005",
        "2000/2005",
    ),
    Case(
        "before-it-existed",
        "what began in some year",
        lasting(MissionFactory, "state", StateFactory, "2000/2010"),
        "1999-12-31/2005",
        "2000-01-01/2005",
    ),
    Case(
        "after-it-ended",
        "in the year it ended",
        lasting(MissionFactory, "state", StateFactory, "2000-06-15/2010-06-15"),
        "2005/2010-07",
        "2005/2010",
    ),
    Case(
        "after-it-ended",
        "what ended in some year",
        lasting(MissionFactory, "state", StateFactory, "2000/2010"),
        "2005/2011-01-01",
        "2005/2010-12-31",
    ),
    Case(
        "before-it-existed",
        "in the month it began",
        dated(DecisionFactory, "body", OrganizationFactory, "2000-06-15/2010-06-15"),
        "2000-05",
        "2000-06",
    ),
    Case(
        "after-it-ended",
        "in the month it ended",
        dated(DecisionFactory, "body", OrganizationFactory, "2000-06-15/2010-06-15"),
        "2010-07",
        "2010-06",
    ),
    Case("before-what-it-follows", "year alone", linked(DecisionFactory, "follows"), "2011", "2010"),
    Case("before-its-predecessor", "year alone", successor, "1992", "1991"),
    Case(
        "ended-meanwhile",
        "visit still going on",
        lasting(VisitFactory, "organization", OrganizationFactory),
        "2005/..",
        "2005/",
    ),
    *(
        case
        for name, make in {
            "participant": taking_part("visit", "office", OfficeFactory),
            "organisation": lasting(VisitFactory, "organization", OrganizationFactory),
        }.items()
        for case in (
            Case("before-it-existed", f"visit, {name}", make, "1999-12-29/1999-12-31", "1999-12-31/2000-01-02"),
            Case("began-meanwhile", f"visit, {name}", make, "1999-12-31/2000-01-02", "2000-01-01/2000-01-02"),
            Case("began-meanwhile", f"visit before, {name}", make, "1999-12-31/2000-01-01", "1999-12-30/1999-12-31"),
            Case("after-it-ended", f"visit, {name}", make, "2011-01-01/2011-01-02", "2010-12-31/2011-01-02"),
            Case("ended-meanwhile", f"visit, {name}", make, "2010-12-30/2011-01-01", "2010-12-30/2010-12-31"),
            Case("ended-meanwhile", f"visit after, {name}", make, "2010-12-31/2011-01-01", "2011-01-01/2011-01-02"),
        )
    ),
    Case(
        "before-what-it-follows",
        "decided in some year",
        lambda given: DecisionFactory(date="2010", follows=DecisionFactory(date=given)),
        "2011-01-01",
        "2010-12-31",
    ),
    Case(
        "before-its-predecessor",
        "begun in some year",
        lambda given: StateFactory(period="1991/..").predecessors.add(StateFactory(period=f"{given}/1999")),
        "1992-01-01",
        "1991-12-31",
    ),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


@pytest.mark.once
class TestWhere:
    """A finding names the field that says too much, and what it is held against."""

    def test_each_side_of_a_record_is_told_of_its_own(self):
        MissionFactory(
            key="m",
            period="1990-01-01/2020-12-31",
            state=StateFactory(key="s", period="1991-01-01/.."),
            organization=OrganizationFactory(key="o", period="1980-01-01/2010-12-31"),
        )
        assert told("before-it-existed") == [("mission/m", "state", "It begins before this existed: s.")]
        assert told("after-it-ended") == [("mission/m", "organization", "It goes on after this had ended: o.")]
        assert about("before-it-existed") == [("mission/m", "state/s", "")]
        assert about("after-it-ended") == [("mission/m", "organization/o", "")]

    def test_a_tenure_is_held_against_what_its_office_belongs_to(self):
        office = OfficeFactory(embassy=EmbassyFactory(key="e", period="1991-01-01/.."))
        TenureFactory(key="t", office=office, period="1990-01-01/1995-01-01")
        assert told("before-it-existed") == [("tenure/t", "office__embassy", "It begins before this existed: e.")]

    def test_who_takes_part_is_told_of_the_record_of_the_occasion(self):
        state = StateFactory(key="s", period="2000-01-01/2010-12-31")
        ParticipationFactory(person=None, state=state, meeting=MeetingFactory(key="m", date="1999-12-31"))
        ParticipationFactory(person=None, state=state, visit=VisitFactory(key="v", period="2011-01-01"))
        assert about("before-it-existed") == [("meeting/m", "state/s", "")]
        assert told("after-it-ended") == [("visit/v", "participations", "It goes on after this had ended: s.")]

    def test_what_took_place_in_a_state_that_had_ended_is_told_where_its_place_is_typed(self):
        place = PlaceFactory(state=StateFactory(key="su", period="1922/1991"))
        StopFactory(visit=VisitFactory(key="v", period="2018"), place=place, period="")
        MeetingFactory(key="m", place=place, date="2018")
        OrganizationFactory(key="o", seat=place, period="2018/")
        assert [(record, field) for record, field, _sentence in told("place-of-ended-state")] == [
            *(("meeting/m", "place"), ("organization/o", "seat"), ("visit/v", "stops")),
        ]

    def test_what_follows_names_what_it_is_older_than(self):
        DecisionFactory(key="d", date="2010", follows=DecisionFactory(key="e", date="2011"))
        AgreementFactory(key="a", date="2010", renews=AgreementFactory(key="b", date="2011"))
        StateFactory(key="s", period="1991/..").predecessors.add(StateFactory(key="p", period="1992/.."))
        assert told("before-what-it-follows") == [
            ("agreement/a", "renews", "It is older than what it follows or renews: b."),
            ("decision/d", "follows", "It is older than what it follows or renews: e."),
        ]
        assert told("before-its-predecessor") == [
            ("state/s", "predecessors", "It begins before the State that it succeeds: p.")
        ]


@pytest.mark.once
def test_who_never_served_contradicts_no_office():
    office = OfficeFactory(period="2000-01-01/2010-12-31")
    TenureFactory(office=office, period="1990-01-01/2020-01-01", never_served=True)
    assert told("before-it-existed") == told("after-it-ended") == []
