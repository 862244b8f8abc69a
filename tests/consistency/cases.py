"""The cells of `docs/contradictions.md`: for each finding a register that has it, and the nearest that has not."""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from partnerships import dates, models
from tests.factories import (
    ActivityFactory,
    AgreementFactory,
    AreaFactory,
    CitationFactory,
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
    PersonFactory,
    PlaceFactory,
    PostingFactory,
    SourceFactory,
    StateFactory,
    StatementFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)


class Case(NamedTuple):
    """One cell: `make` is called with what contradicts, then in another register with what just does not."""

    code: str
    name: str
    make: Callable[[str], object]
    contradictory: str
    sound: str


def day(distance: int) -> str:
    """Return the day so many days from today."""
    return (dates.today() + timedelta(days=distance)).isoformat()


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
    "visit of an organisation": lasting(VisitFactory, "organization", OrganizationFactory),
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

#: What a person does: from the day given on, or on it.
DOINGS: dict[str, Callable] = {
    "tenure": lambda person, first, last: TenureFactory(person=person, period=f"{first}/{last}"),
    "posting": lambda person, first, last: PostingFactory(person=person, period=f"{first}/{last}"),
    "visit": lambda person, first, last: ParticipationFactory(
        person=person, visit=VisitFactory(period=f"{first}/{last}")
    ),
    "meeting": lambda person, first, last: ParticipationFactory(person=person, meeting=MeetingFactory(date=last)),
    "agreement": lambda person, first, last: ParticipationFactory(person=person, agreement=AgreementFactory(date=last)),
    "milestone": lambda person, first, last: MilestoneFactory(
        tenure=TenureFactory(person=person, period=""), kind="seen", date=last
    ),
}


def living(make: Callable, **life: str) -> Callable[[str], object]:
    return lambda given: make(PersonFactory(**life), given, given)


def milestone(kind: str, **fields) -> Callable[[str], object]:
    """Return what makes a milestone of `kind` on the day given, in a tenure from 2010 to 2012."""
    return lambda given: MilestoneFactory(
        tenure=TenureFactory(**{"period": "2010-01-01/2012-01-01", **fields}), kind=kind, date=given
    )


def appointed(given):
    """A tenure whose person is seen on 1 May 2010 and appointed on the day given."""
    tenure = TenureFactory(period="")
    MilestoneFactory(tenure=tenure, kind="seen", date="2010-05-01")
    MilestoneFactory(tenure=tenure, kind="appointed", date=given)


def two_tenures(same_person: bool) -> Callable[[str], object]:
    def make(given):
        office, person = OfficeFactory(), PersonFactory()
        TenureFactory(office=office, person=person, period="2010-01-01/2012-01-01")
        TenureFactory(office=office, person=person if same_person else PersonFactory(), period=f"{given}/2013-01-01")

    return make


def going_on_since(given):
    """A tenure that is still going on, and of which a source shows the person in office on the day given."""
    tenure = TenureFactory(period="2000-01-01/..", publication="published")
    MilestoneFactory(tenure=tenure, kind="seen", date=given)


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


def stop_on(given):
    StopFactory(visit=VisitFactory(period="2017-10-30/2017-10-31"), period=given)


def second_stop_on(given):
    visit = VisitFactory(period="2017-10-01/2017-10-31")
    StopFactory(visit=visit, position=1, period="2017-10-10/2017-10-11")
    StopFactory(visit=visit, position=2, period=given)


def meeting_at_stop(given):
    stop = StopFactory(visit=VisitFactory(period="2017-10-01/2017-10-31"), period="2017-10-30/2017-10-31")
    MeetingFactory(stop=stop, date=given)


def meeting_of_visit(given):
    MeetingFactory(stop=StopFactory(visit=VisitFactory(period="2017-10-30/2017-10-31")), date=given)


def meeting_without_a_stop(given):
    MeetingFactory(visit=VisitFactory(period="2017-10-30/2017-10-31"), publication="", date=given)


def meeting_without_a_stop_cancelled(given):
    MeetingFactory(visit=VisitFactory(status="cancelled"), publication="", status=given)


def meeting_of_cancelled_visit(given):
    stop = StopFactory(visit=VisitFactory(status="cancelled"))
    MeetingFactory(stop=stop, status=given)


def participant(owner: str) -> Callable[[str], object]:
    def make(given):
        tenure = TenureFactory(period="2010-01-01/2012-01-01")
        occasion = {"visit": VisitFactory, "meeting": MeetingFactory, "agreement": AgreementFactory}[owner]
        on = occasion(**{"period" if owner == "visit" else "date": given})
        ParticipationFactory(person=tenure.person, office=tenure.office, **{owner: on})

    return make


def linked(model, field: str) -> Callable[[str], object]:
    """Return what makes a record of 1 May 2010 that rests on one of the day given."""
    return lambda given: model(date="2010-05-01", **{field: model(date=given)})


def successor(given):
    StateFactory(period="1991-01-01/..").predecessors.add(StateFactory(period=f"{given}/1999"))


def circle(given):
    first, second = AreaFactory(key="a"), AreaFactory(key="b")
    first.parent, second.parent = second, first if given == "circle" else None
    second.save()
    first.save()


def circle_of_states(given):
    first, second = StateFactory(), StateFactory()
    first.predecessors.add(second)
    if given == "circle":
        second.predecessors.add(first)


def naming_draft(given):
    DecisionFactory(publication="published", body=OrganizationFactory(publication=given))


def lost_line(given):
    decision = DecisionFactory(publication="published", body=OrganizationFactory(publication="published"))
    models.TimelineLine.objects.filter(key=given or decision.key).delete()


def lost_document(given):
    decision = DecisionFactory(publication="published", body=OrganizationFactory(publication="published"))
    models.SearchDocument.objects.filter(key=given or decision.key).delete()


def former_address(given):
    PartnerFactory(key="one", slug_en="new")
    models.FormerAddress.objects.create(kind="partner", key="one", language="en", slug="old")
    PartnerFactory(key="two", slug_en=given)


def former_address_key(given):
    PartnerFactory(key="one", slug_en="new")
    models.FormerAddress.objects.create(kind="partner", key="one", language="en", slug="old")
    PartnerFactory(key=given)


def cited(field: str = "", **fields) -> Callable[[str], object]:
    """Return what makes a decision of 24 May 2018 (or of `fields`), cited to a source of the day given."""
    return lambda given: CitationFactory(
        decision=DecisionFactory(**{"date": "2018-05-24", **fields}), field=field, source=SourceFactory(date=given)
    )


def cited_page(given):
    source = SourceFactory(date="", accessed_on=given)
    CitationFactory(tenure=TenureFactory(period="2018-05-24/.."), source=source)


def cited_tenure(given):
    CitationFactory(tenure=TenureFactory(period="2018-05-24/2020-01-01"), source=SourceFactory(date=given))


def cited_end(given):
    CitationFactory(tenure=TenureFactory(period="2018-05-24/2020-01-01"), field="end", source=SourceFactory(date=given))


def cited_start_alone(given):
    """A source of the start cannot stand for the end; one of the end does."""
    tenure = TenureFactory(period="2018-05-24/2020-01-01")
    CitationFactory(tenure=tenure, source=SourceFactory(date="2019"))
    CitationFactory(tenure=tenure, field=given, source=SourceFactory(date="2021"))


def cited_moment(given):
    CitationFactory(tenure=TenureFactory(period=given), field="end")


def cited_milestone(given):
    tenure = TenureFactory()
    MilestoneFactory(tenure=tenure, kind=given)
    CitationFactory(tenure=tenure, field="appointed")


def cited_field(given):
    CitationFactory(person=PersonFactory(death=given), field="death")


def cited_text(given):
    CitationFactory(decision=DecisionFactory(text_fr=given), field="text")


def cited_link(given):
    decision = DecisionFactory()
    if given:
        decision.partners.add(PartnerFactory())
    CitationFactory(decision=decision, field="partners")


def unsourced(given):
    decision = DecisionFactory(publication=given)
    if given == "cited":
        CitationFactory(decision=decision)


def texts(given):
    DecisionFactory(text_fr=given)


def part_text(given):
    CitationFactory(decision=DecisionFactory(), remark_en=given)


def copied(given):
    text = "The council decides that the embassy in Belgium serves as the mission to the organisation."
    DecisionFactory(text_fr=text, text_en=given or text)


def same_url(given):
    SourceFactory(url="https://example.org/a")
    SourceFactory(url=given)


def same_wikidata(given):
    PersonFactory(wikidata="Q1")
    PersonFactory(wikidata=given)


def same_state(given):
    StateFactory(iso2="JP")
    StateFactory(iso2=given)


def same_person(given):
    PersonFactory(name="Person A", birth="1950-01-01")
    PersonFactory(name="Person A", birth=given)


def same_day(factory, **fields) -> Callable[[str], object]:
    def make(given):
        partner = PartnerFactory()
        name = "period" if factory is VisitFactory else "date"
        for on in ("2017-10-30", given):
            factory(**{name: on, **fields}).partners.add(partner)

    return make


def named(language: str) -> Callable[[str], object]:
    return lambda given: AreaFactory(publication="published", **{f"name_{language}": given})


def recorded(factory, field: str, **fields) -> Callable[[str], object]:
    return lambda given: factory(**{field: given, **fields})


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
    for name, make in DOINGS.items():
        cases += [
            Case("before-birth", name, living(make, birth="1950-05-01"), "1950-04-30", "1950-05-01"),
            Case("after-death", name, living(make, death="2010-05-01"), "2010-05-02", "2010-05-01"),
            Case("after-death", f"{name}, to the month", living(make, death="2010-05"), "2010-06-01", "2010-05-31"),
        ]
    return cases


CASES = [
    *_cases(),
    Case(
        "after-death",
        "tenure still going on",
        lambda given: TenureFactory(person=PersonFactory(death="2010-05-01"), period=given),
        "2005/..",
        "2005/",
    ),
    Case(
        "death-before-birth", "life", lambda given: PersonFactory(birth="1950-05-01", death=given), "1950-04", "1950-05"
    ),
    Case("life-too-long", "life", lambda given: PersonFactory(birth="1850", death=given), "1971", "1970"),
    Case(
        "ending-not-death",
        "tenure",
        lambda given: TenureFactory(person=PersonFactory(death="2012-01-02"), period=f"2010/{given}", ending="death"),
        "2012-01-01",
        "2012-01-02",
    ),
    Case("before-what-it-follows", "decision", linked(DecisionFactory, "follows"), "2010-05-02", "2010-05-01"),
    Case("before-what-it-follows", "agreement", linked(AgreementFactory, "renews"), "2010-05-02", "2010-05-01"),
    Case("before-its-predecessor", "State", successor, "1991-01-02", "1991-01-01"),
    *(
        Case("service-before-start", kind, milestone(kind), "2009-12-31", "2010-01-01")
        for kind in ("credentials", "seen", "recalled")
    ),
    *(
        Case("service-after-end", kind, milestone(kind), "2012-01-02", "2012-01-01")
        for kind in ("arrived", "credentials", "seen", "recalled")
    ),
    Case("service-before-appointment", "start", milestone("appointed"), "2010-01-02", "2010-01-01"),
    Case("service-before-appointment", "seen", appointed, "2010-05-02", "2010-05-01"),
    *(Case("left-before-start", kind, milestone(kind), "2009-12-31", "2010-01-01") for kind in ("ended", "departed")),
    Case("end-disagrees", "later", milestone("ended"), "2012-01-02", "2012-01-01"),
    Case("end-disagrees", "earlier", milestone("ended"), "2011-12-31", "2012-01"),
    Case(
        "never-served-seen",
        "tenure",
        lambda given: MilestoneFactory(tenure=TenureFactory(never_served=True, period=""), kind=given),
        "credentials",
        "appointed",
    ),
    Case("ending-of-what-goes-on", "tenure", recorded(TenureFactory, "period", ending="term"), "2010/..", "2010/"),
    Case(
        "ending-not-abolition",
        "tenure",
        lambda given: TenureFactory(ending="abolition", office=OfficeFactory(period=given)),
        "1990/..",
        "1990/",
    ),
    Case("two-holders", "office", two_tenures(same_person=False), "2011-12-31", "2012-01-01"),
    Case("tenure-twice", "office", two_tenures(same_person=True), "2011-12-31", "2012-01-01"),
    Case("due-for-checking", "tenure", going_on_since, day(-367), day(-365)),
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
    Case("stop-outside-visit", "before", stop_on, "2017-10-29", "2017-10-30"),
    Case("stop-outside-visit", "after", stop_on, "2017-10-31/2017-11-01", "2017-10-31"),
    Case("stops-out-of-order", "visit", second_stop_on, "2017-10-09", "2017-10-10"),
    Case("stops-out-of-order", "month alone", second_stop_on, "2017-09", "2017-10"),
    Case("meeting-outside-stop", "before", meeting_at_stop, "2017-10-29", "2017-10-30"),
    Case("meeting-outside-stop", "after", meeting_at_stop, "2017-11-01", "2017-10-31"),
    Case("meeting-outside-visit", "before", meeting_of_visit, "2017-10-29", "2017-10-30"),
    Case("meeting-outside-visit", "after", meeting_of_visit, "2017-11-01", "2017-10-31"),
    Case("meeting-outside-visit", "without a stop, before", meeting_without_a_stop, "2017-10-29", "2017-10-30"),
    Case("meeting-outside-visit", "without a stop, after", meeting_without_a_stop, "2017-11-01", "2017-10-31"),
    Case("held-on-cancelled-visit", "meeting", meeting_of_cancelled_visit, "held", "cancelled"),
    Case("held-on-cancelled-visit", "without a stop", meeting_without_a_stop_cancelled, "held", "cancelled"),
    *(
        case
        for owner in ("visit", "meeting", "agreement")
        for case in (
            Case("not-in-office", f"{owner} before", participant(owner), "2009-12-31", "2010-01-01"),
            Case("not-in-office", f"{owner} after", participant(owner), "2012-01-02", "2012-01-01"),
        )
    ),
    Case(
        "in-force-before-signed",
        "agreement",
        recorded(AgreementFactory, "period", date="2013-04-15"),
        "2013-04-14/..",
        "2013-04-15/..",
    ),
    Case("placeholder", "end of a tenure", recorded(TenureFactory, "period"), "2018-06-01/9999-12-31", "2018-06-01/.."),
    Case("placeholder", "birth", recorded(PersonFactory, "birth"), "1900-01-01", "1900-01-02"),
    Case("placeholder", "coverage", recorded(OfficeFactory, "coverage"), "1990/2099-12-31", "1990/2019-12-31"),
    Case("placeholder", "milestone", milestone("appointed", period=""), "1900-01-01", "1900-01-02"),
    Case("going-on-from-a-day-to-come", "tenure", recorded(TenureFactory, "period"), f"{day(1)}/..", f"{day(0)}/.."),
    Case(
        "going-on-from-a-day-to-come", "stop", lambda given: StopFactory(period=given), f"{day(1)}/..", f"{day(0)}/.."
    ),
    Case("far-future", "tenure", recorded(TenureFactory, "period"), f"{day(3661)}/", f"{day(3660)}/"),
    *(
        Case("not-yet", name, make, day(1), day(0))
        for name, make in (
            ("visit held", recorded(VisitFactory, "period")),
            ("meeting held", recorded(MeetingFactory, "date")),
            ("decision", recorded(DecisionFactory, "date")),
            ("agreement signed", recorded(AgreementFactory, "date")),
            ("statement", recorded(StatementFactory, "date")),
            ("source published", recorded(SourceFactory, "date")),
            ("source read", recorded(SourceFactory, "accessed_on")),
            ("tenure checked", recorded(TenureFactory, "checked_on")),
            ("office checked", recorded(OfficeFactory, "checked_on")),
            ("mission checked", recorded(MissionFactory, "checked_on")),
            ("seen", milestone("seen", period="2010/")),
            ("death", recorded(PersonFactory, "death")),
        )
    ),
    Case("planned-and-past", "visit", recorded(VisitFactory, "period", status="planned"), day(-1), day(0)),
    Case("planned-and-past", "meeting", recorded(MeetingFactory, "date", status="planned"), day(-1), day(0)),
    Case("no-source", "decision", unsourced, "published", "draft"),
    Case("source-older", "decision", cited(), "2018-05-23", "2018-05-24"),
    Case("source-older", "living page", cited_page, "2018-05-23", "2018-05-24"),
    Case("source-older", "start of a tenure", cited_tenure, "2018-05-23", "2020-01-01"),
    Case("unsupported-moment", "end of a tenure", cited_tenure, "2019-12-31", "2020-01-01"),
    Case("source-older", "end of a tenure", cited_end, "2019-12-31", "2020-01-01"),
    Case("unsupported-moment", "end, by a source of the start", cited_start_alone, "start", "end"),
    Case("empty-field-cited", "end", cited_moment, "2018-05-24/..", "2018-05-24/2020-01-01"),
    Case("empty-field-cited", "milestone", cited_milestone, "arrived", "appointed"),
    Case("empty-field-cited", "date", cited_field, "", "2010"),
    Case("empty-field-cited", "text of two languages", cited_text, "", "Un texte"),
    Case("empty-field-cited", "link", cited_link, "", "linked"),
    *(
        Case("damaged-text", damaged, make, f"The {damaged} of it", "The whole of it: “é” & 3 < 4, why???")
        for damaged in ("d\ufffdcision", "dÃ©cision", "itâ€™s", "Smith &amp; Co", "<p>text</p>", r"\ud83d", "????")
        for make in (texts,)
    ),
    Case("damaged-text", "remark of a citation", part_text, "itâ€™s", "it’s"),
    Case(
        "untranslated-copy",
        "decision",
        copied,
        "",
        "The council decides that the embassy in Belgium serves as a mission.",
    ),
    Case("same-source", "source", same_url, "https://example.org/a", "https://example.org/b"),
    Case("same-identifier", "person", same_wikidata, "Q1", "Q2"),
    Case("same-identifier", "State", same_state, "JP", "KR"),
    Case("same-person", "person", same_person, "1950-01-01", "1950-01-02"),
    Case("same-day", "meeting", same_day(MeetingFactory), "2017-10-30", "2017-10-31"),
    Case("same-day", "agreement", same_day(AgreementFactory), "2017-10-30", "2017-10-31"),
    Case("same-day", "visit", same_day(VisitFactory), "2017-10-30", "2017-10-31"),
    Case("same-day", "decision", same_day(DecisionFactory, body=None), "2017-10-30", "2017-10-31"),
    Case("null-island", "place", lambda given: PlaceFactory(latitude=0, longitude=given), "0", "1"),
    Case("leads-back", "area", circle, "circle", "line"),
    Case("leads-back", "State", circle_of_states, "circle", "line"),
    Case("names-unpublished", "decision", naming_draft, "draft", "published"),
    Case("timeline-out-of-step", "decision", lost_line, "", "none"),
    Case("search-out-of-step", "decision", lost_document, "", "none"),
    Case("former-address-taken", "slug", former_address, "old", "older"),
    Case("former-address-taken", "key that stands in", former_address_key, "old", "older"),
    Case("missing-fr", "area", named("fr"), "", "sûreté"),
    Case("missing-en", "area", named("en"), "", "safety"),
]

#: What looks like a contradiction and is none: everybody arrives before presenting credentials and taking office;
#: relations with a partner precede the partnership; a posting may name nobody.
SOUND = {
    "arrival before the start": lambda: milestone("arrived")("2009-12-01"),
    "departure after the end": lambda: milestone("departed")("2012-02-01"),
    "an office claimed of which nothing is recorded": lambda: ParticipationFactory(
        office=OfficeFactory(), meeting=MeetingFactory()
    ),
    "an office claimed in which somebody never served": lambda: [
        ParticipationFactory(person=tenure.person, office=tenure.office, meeting=MeetingFactory())
        for tenure in [TenureFactory(never_served=True, period="2010-01-01/2012-01-01")]
    ],
    "a draft named in one language": lambda: AreaFactory(name_en=None, name_fr="Domaine"),
    "a date of which nothing is known": lambda: TenureFactory(
        period="", office=OfficeFactory(period="2000/2010"), person=PersonFactory(death="1990")
    ),
    "another holder who stands in": lambda: [
        TenureFactory(office=office, acting=acting, period="2010-01-01/2012-01-01")
        for office in [OfficeFactory()]
        for acting in (False, True)
    ],
    "two holders of an office of several": lambda: [
        TenureFactory(office=office, period="2010-01-01/2012-01-01")
        for office in [OfficeFactory(single_holder=False)]
        for _ in range(2)
    ],
}
