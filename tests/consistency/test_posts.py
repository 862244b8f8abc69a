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
    OrganizationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    PostingFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
)

from .cases import Case, Cells, about, cells, day, recorded, told

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


def designation_going_on(given):
    mission = MissionFactory()
    DesignationFactory(mission=mission, period="2018-07-01/..")
    DesignationFactory(mission=mission, period=f"{given}/")


def member_before_partner(given):
    partner = PartnerFactory(period="1990-01-01/2004-03-29")
    MembershipFactory(
        state=partner.state, framework=None, organization=partner.organization, period=f"1980-01-01/{given}"
    )


def membership_that_ends(given):
    partner = PartnerFactory(period="1990-01-01/2004-03-29")
    MembershipFactory(state=partner.state, framework=FrameworkFactory(organization=partner.organization), period=given)


def membership_from(given):
    membership_that_ends(f"{given}/2004-03-29")


def far_from(factory):
    brussels = {"latitude": "50.85", "longitude": "4.35"}
    return lambda given: factory(latitude=given, longitude="4.35", place=PlaceFactory(**brussels))


def decided_about(given):
    decision, own = DecisionFactory(), StateFactory()
    decision.partners.add(PartnerFactory(), PartnerFactory(state=own) if given == "own" else PartnerFactory())
    DesignationFactory(mission=MissionFactory(state=own), embassy=EmbassyFactory(state=own), decision=decision)


def accredited(given):
    own = StateFactory()
    OfficeFactory(state=own, receiving_state=own if given == "own" else StateFactory())


def at_a_body(given):
    mission = MissionFactory()
    body = mission.organization if given == "own" else OrganizationFactory()
    OfficeFactory(mission=mission, state=mission.state, receiving_organization=body)


def second_head(given):
    post = EmbassyFactory()
    OfficeFactory(embassy=post, heads_post=True, period="1990-01-01/2010-01-01")
    OfficeFactory(embassy=post, heads_post=True, period=given)
    OfficeFactory(embassy=post, heads_post=False, period="1990/2010")
    OfficeFactory(embassy=post, heads_post=True, period="")


def second_membership(given):
    first = MembershipFactory(period="1990-01-01/2010-01-01")
    MembershipFactory(state=first.state, framework=first.framework, period=given)


def second_post(factory, **fields) -> Callable[[str], object]:
    def make(given):
        first = factory(period="1990-01-01/2010-01-01", **fields)
        same = {
            name: getattr(first, name)
            for name in ("state", "receiving_state", "organization", "place", "kind")
            if hasattr(first, name)
        }
        factory(**{**same, "period": given})

    return make


def second_embassy(given):
    """A second embassy in the same State at the same time: of the kind, or to the State given."""
    first = EmbassyFactory(period="1990/2010")
    to = StateFactory() if given == "elsewhere" else first.receiving_state
    kind = given if given != "elsewhere" else "embassy"
    EmbassyFactory(state=first.state, receiving_state=to, kind=kind, period="2000/2005")


def second_mission(given):
    """A second mission to the same organisation at the same time, at the same place or another, of one sort."""
    place = PlaceFactory()
    first = MissionFactory(period="1990/2010", place=place)
    there = {"state": first.state, "organization": first.organization, "period": "2000/2005"}
    MissionFactory(**there, **{"place": place, **({"place": None} if given == "nowhere" else {"kind": given})})


def serving_as_one_another(given):
    """Each of three missions serves as the next, the last of them as the first from the day given."""
    state = StateFactory()
    one, two, three = (MissionFactory(state=state) for _each in range(3))
    for mission, serving, period in ((two, one, "2001-01-01/2010-01-01"), (three, two, "2002-01-01/2005-01-01")):
        DesignationFactory(mission=mission, embassy=None, serving_mission=serving, period=period)
    DesignationFactory(mission=one, embassy=None, serving_mission=three, period=f"{given}/2020-01-01")


def heading_an_embassy(given):
    """An office that heads the embassy in one State, accredited to it or to another; or that heads nothing."""
    embassy = EmbassyFactory()
    receiving = embassy.receiving_state if given == "there" else StateFactory()
    OfficeFactory(state=embassy.state, embassy=embassy, receiving_state=receiving, heads_post=given != "too")


def posted_twice(given):
    person = PersonFactory()
    PostingFactory(person=person, period="2008-01-01/2009-12-31")
    PostingFactory(person=person, period=given)


def further_place(given):
    """A stop at two places, the second in the same State or in another, which was entered before or after."""
    older = StateFactory()
    stop = StopFactory(place=PlaceFactory(state=StateFactory()))
    state = {"same": stop.place.state, "older": older}.get(given) or StateFactory()
    stop.further_places.add(PlaceFactory(state=state))


def heading_by(given):
    OfficeFactory(embassy=EmbassyFactory(), heads_post=True, single_holder=given == "one")


def about_all(given):
    DecisionFactory(scope=given).partners.add(PartnerFactory())


def post_of_kind(given):
    kind, _, code = given.partition(" ")
    EmbassyFactory(kind=kind, state=StateFactory(iso2=code))


def of_role(post: str) -> Callable[[str], object]:
    factory = {"embassy": EmbassyFactory, "mission": MissionFactory, "organization": OrganizationFactory}[post]
    return lambda given: OfficeFactory(role=given, **{post: factory()})


def mission_elsewhere(factory):
    def make(given):
        seat = PlaceFactory(state=StateFactory())
        place = PlaceFactory(state=seat.state if given == "there" else StateFactory())
        factory(organization=OrganizationFactory(seat=seat), place=place)

    return make


def own_head(given):
    """A mission designated from 2012 to 2020, with a head of its own, or one who stands in, from the day given."""
    day, _, acting = given.partition(" ")
    designation = designated(period="2012-01-01/2020-01-01")
    office = OfficeFactory(mission=designation.mission, state=designation.mission.state, heads_post=True)
    TenureFactory(office=office, period=f"{day}/2022-01-01", acting=bool(acting))


CASES = [
    Case("own-head-too", "designation", own_head, "2019-12-31", "2020-01-01"),
    Case("own-head-too", "who stands in", own_head, "2019-12-31", "2019-12-31 acting"),
    *(
        Case("place-elsewhere", factory._meta.model.__name__, mission_elsewhere(factory), "elsewhere", "there")
        for factory in (MissionFactory, PostingFactory)
    ),
    Case("all-and-some", "decision", about_all, "all_partners", "partners"),
    Case("nunciature-of-another", "State", post_of_kind, "nunciature JP", "nunciature VA"),
    Case("nunciature-of-another", "embassy", post_of_kind, "nunciature JP", "embassy JP"),
    Case("nunciature-of-another", "without a code", post_of_kind, "nunciature JP", "nunciature "),
    Case("role-of-a-state", "at an embassy", of_role("embassy"), "foreign_minister", "ambassador"),
    Case("role-of-a-state", "at a mission", of_role("mission"), "head_of_state", "head_of_mission"),
    Case("role-of-a-state", "in an organisation", of_role("organization"), "head_of_government", "secretary_general"),
    Case("several-heads", "office", heading_by, "several", "one"),
    Case("heads-post-elsewhere", "office", heading_an_embassy, "elsewhere", "there"),
    Case("heads-post-elsewhere", "accredited there too", heading_an_embassy, "elsewhere", "too"),
    Case("two-postings", "person", posted_twice, "2009-12-30/2010", "2009-12-31/2010"),
    Case("two-postings", "some year", posted_twice, "2009-06/2010", "2009/2010"),
    *(
        Case("place-elsewhere", f"further place in {state}", further_place, state, "same")
        for state in ("another", "older")
    ),
    Case("two-posts", "embassy", second_post(EmbassyFactory), "2009-12-31/..", "2010-01-01/.."),
    Case("two-posts", "some year", second_post(EmbassyFactory), "2009/..", "2010/.."),
    Case("two-posts", "nobody knows when", second_post(EmbassyFactory), "1990/..", ""),
    Case("two-posts", "to another State", second_embassy, "legation", "elsewhere"),
    Case("two-posts", "consulate", second_embassy, "high_commission", "consulate_general"),
    Case("two-posts", "permanent mission in a State", second_embassy, "nunciature", "permanent_mission"),
    Case("two-posts", "mission", second_mission, "mission", "delegation"),
    Case("two-posts", "mission elsewhere", second_mission, "mission", "nowhere"),
    Case("serves-as-itself", "designation", serving_as_one_another, "2004-12-31", "2005-01-01"),
    Case("serves-as-itself", "some year", serving_as_one_another, "2004", "2005"),
    *(
        Case("far-from-its-place", factory._meta.model.__name__, far_from(factory), "52.3", "51.9")
        for factory in (EmbassyFactory, MissionFactory)
    ),
    Case("accredited-to-itself", "office", accredited, "own", "other"),
    Case("post-at-another-body", "office", at_a_body, "other", "own"),
    Case("decided-about-others", "designation", decided_about, "others", "own"),
    Case("two-heads", "embassy", second_head, "2009-12-31/..", "2010-01-01/.."),
    Case("membership-twice", "framework", second_membership, "2009-12-31/..", "2010-01-01/.."),
    *(
        Case("null-island", factory._meta.model.__name__, recorded(factory, "latitude", longitude="0"), "0", "0.1")
        for factory in (EmbassyFactory, MissionFactory)
    ),
    Case(
        "place-elsewhere",
        "State of a stop",
        lambda given: StopFactory(
            place=PlaceFactory(state=StateFactory(key="jp")),
            state=models.State.objects.get(key="jp") if given == "same" else StateFactory(),
        ),
        "another",
        "same",
    ),
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
    Case(
        "decision-after-effect",
        "in effect from some month",
        lambda given: designated(period="2018-07/..", decision=DecisionFactory(date=given)),
        "2018-08",
        "2018-07-31",
    ),
    Case(
        "decision-after-effect",
        "decided in some month",
        lambda given: designated(period="2018-07-01/..", decision=DecisionFactory(date=given)),
        "2018-08",
        "2018-07",
    ),
    Case("null-island", "on the equator", lambda given: PlaceFactory(longitude=0, latitude=given), "0", "1"),
    Case("two-designations", "going on", designation_going_on, day(-1), day(0)),
    Case("two-designations", "some year", two_designations, "2019", "2020"),
    Case("partner-and-member", "membership that ends", member_before_partner, "1990-01-02", "1990-01-01"),
    Case("partner-and-member", "in some year", member_and_partner, "2003", "2004"),
    Case("membership-outside-partnership", "going on", membership_that_ends, "1994-01-01/..", "1994-01-01/"),
    Case("membership-outside-partnership", "that begins before", membership_from, "1989-12-31", "1990-01-01"),
    Case("membership-outside-partnership", "that begins in some year", membership_from, "1989", "1990"),
    Case("partner-twice", "in some year", two_partnerships, "1999", "2000"),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


@pytest.mark.once
class TestWhere:
    """A finding names the field in which it is mended, and what it is held against."""

    def test_post_of_another_state(self):
        own, other = StateFactory(key="own"), StateFactory(key="other")
        mission = MissionFactory(state=own)
        DesignationFactory(key="e", mission=mission, embassy=EmbassyFactory(state=other))
        DesignationFactory(key="m", mission=mission, embassy=None, serving_mission=MissionFactory(state=other))
        OfficeFactory(key="o", state=own, embassy=EmbassyFactory(state=other))
        sentence = "The post is that of another State: other."
        assert told("post-of-another-state") == [
            ("designation/e", "embassy", sentence),
            ("designation/m", "serving_mission", sentence),
            ("office/o", "embassy", sentence),
        ]
        assert {other for _record, other, _part in about("post-of-another-state")} == {"state/other"}

    def test_post_at_another_body(self):
        at_a_body("other")
        assert [field for _record, field, _sentence in told("post-at-another-body")] == ["mission"]

    def test_serving_one_another(self):
        """Who leads into a circle of others is no part of it."""
        state = StateFactory()
        one, two, three = (MissionFactory(key=key, state=state) for key in ("one", "two", "three"))
        for mission, serving in ((one, two), (two, three), (three, two)):
            DesignationFactory(
                key=f"of-{mission.key}", mission=mission, embassy=None, serving_mission=serving, period="2001/2010"
            )
        assert [(record, field) for record, field, _sentence in told("serves-as-itself")] == [
            ("designation/of-three", "serving_mission"),
            ("designation/of-two", "serving_mission"),
        ]

    def test_decision(self):
        designated(key="with", period="2018-07-01/..", decision=DecisionFactory(key="d", date="2018-07-02"))
        designated(key="without")
        assert told("designation-without-decision") == [
            ("designation/without", "decision", "No decision is named on the ground of which the post serves.")
        ]
        assert told("decision-after-effect") == [
            ("designation/with", "decision", "It takes effect before it was decided: d.")
        ]
        assert about("decision-after-effect") == [("designation/with", "decision/d", "")]

    def test_place(self):
        there = PlaceFactory(state=StateFactory(key="there"))
        EmbassyFactory(key="e", place=there)
        assert told("place-elsewhere") == [("embassy/e", "place", "The place lies in another State: there.")]
        assert about("place-elsewhere") == [("embassy/e", "state/there", "")]
        stop = StopFactory(key="s", visit__key="v", place=there, state=StateFactory())
        assert [each[:2] for each in told("place-elsewhere")] == [("embassy/e", "place"), ("visit/v", "stops")]
        stop.delete()
        PlaceFactory(key="p", latitude=0, longitude=0)
        assert told("null-island") == [("place/p", "latitude", "Its coordinates are 0, 0.")]

    def test_membership(self):
        partner = PartnerFactory(key="p", period="1990-01-01/2004-03-29")
        framework = FrameworkFactory(organization=partner.organization)
        MembershipFactory(key="in", state=partner.state, framework=framework, period="1994-01-01/2005-01-01")
        direct = {"framework": None, "organization": partner.organization}
        MembershipFactory(key="of", state=partner.state, period="2000-01-01/2005-01-01", **direct)
        assert told("membership-outside-partnership") == [
            ("membership/in", "period", "It lies outside the partnership of the State: p.")
        ]
        assert about("membership-outside-partnership") == [("membership/in", "partner/p", "")]
        assert told("partner-and-member") == [
            ("membership/of", "period", "The State is a member of the organisation and its partner at one time.")
        ]


@pytest.mark.once
class TestTwice:
    def test_the_later_names_the_earlier(self):
        mission, partner = MissionFactory(), PartnerFactory(key="a", period="1990-01-01/2000-01-01")
        DesignationFactory(key="y", mission=mission, period="2018-01-01/2020-01-01")
        DesignationFactory(key="x", mission=mission, period="2019-01-01/2021-01-01")
        PartnerFactory(key="b", state=partner.state, organization=partner.organization, period="1999-01-01/2001-01-01")
        assert told("two-designations") == [
            ("designation/x", "period", "Another post is designated for the same mission at that time: y.")
        ]
        assert told("partner-twice") == [
            ("partner/b", "period", "The State is the partner of the organisation twice at that time: a.")
        ]

    def test_one_that_lasts_long_is_held_against_each_that_comes_meanwhile(self):
        mission, partner = MissionFactory(), PartnerFactory(key="a", period="1990-01-01/2010-01-01")
        DesignationFactory(key="a", mission=mission, period="1990-01-01/2010-01-01")
        for key, period in (("b", "1991-01-01/1995-06-01"), ("c", "1995-01-01/1996-01-01")):
            DesignationFactory(key=key, mission=mission, period=period)
            PartnerFactory(key=key, state=partner.state, organization=partner.organization, period=period)
        assert about("two-designations") == [
            ("designation/b", "designation/a", ""),
            ("designation/c", "designation/a", ""),
        ]
        assert about("partner-twice") == [("partner/b", "partner/a", ""), ("partner/c", "partner/a", "")]

    def test_what_may_have_ended_before_the_other_began_is_left_alone(self):
        mission = MissionFactory()
        DesignationFactory(mission=mission, period="2005-06-01/2010-01-01")
        DesignationFactory(mission=mission, period="[2004..2006]")
        assert told("two-designations") == []

    def test_what_certainly_lies_within_the_other_is_found(self):
        mission = MissionFactory()
        DesignationFactory(key="a", mission=mission, period="2000-01-01/2010-01-01")
        DesignationFactory(key="b", mission=mission, period="2005")
        assert about("two-designations") == [("designation/b", "designation/a", "")]

    def test_partner_for_a_while_of_its_membership_is_found(self):
        partner = PartnerFactory(period="1990-01-01/2010-01-01")
        direct = {"state": partner.state, "framework": None, "organization": partner.organization}
        MembershipFactory(key="m", period="2005", **direct)
        MembershipFactory(period="[1989..1991]", **direct)
        assert [record for record, _field, _sentence in told("partner-and-member")] == ["membership/m"]

    def test_another_mission_state_or_organisation_is_another_matter(self):
        DesignationFactory(period="2018-01-01/2020-01-01")
        DesignationFactory(period="2018-01-01/2020-01-01")
        partner = PartnerFactory(period="1990-01-01/2000-01-01")
        PartnerFactory(state=partner.state, period="1990-01-01/2000-01-01")
        PartnerFactory(organization=partner.organization, period="1990-01-01/2000-01-01")
        for organization in (None, OrganizationFactory()):
            framework = FrameworkFactory(organization=organization)
            MembershipFactory(state=partner.state, framework=framework, period="1980/..")
        assert told("two-designations") == told("partner-twice") == told("membership-outside-partnership") == []


@pytest.mark.once
def test_membership_within_one_of_several_partnerships_is_left_alone():
    first = PartnerFactory(period="1990-01-01/1995-01-01")
    again = {"state": first.state, "organization": first.organization}
    PartnerFactory(period="2000-01-01/2010-01-01", **again)
    framework = FrameworkFactory(organization=first.organization)
    MembershipFactory(state=first.state, framework=framework, period="2001-01-01/2002-01-01")
    assert told("membership-outside-partnership") == []
    MembershipFactory(key="m", state=first.state, framework=framework, period="1994-01-01/2002-01-01")
    assert [record for record, _field, _sentence in told("membership-outside-partnership")] == ["membership/m"]
