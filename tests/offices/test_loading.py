"""What the holders of offices are computed from: loaded as far as it is published, and nothing else."""

from datetime import date

import pytest
from django.test import TestCase

from partnerships.models import Citation, Designation, Embassy, Mission, Office, Tenure
from partnerships.offices.loading import (
    all_behind,
    by_office,
    facts_by_office,
    facts_of_all_tenures,
    facts_of_tenures,
    headed_mission,
    load_dossier,
    post_of,
    published_tenures,
    showing_in_office,
    tenures_read_once,
)
from partnerships.offices.tenure_facts import Bounds
from tests.factories import (
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    PersonFactory,
    SourceFactory,
    TenureFactory,
    past_the_fence,
)

from .dossiers import CLOCK, derived, make_office
from .dossiers import facts as facts_of

pytestmark = pytest.mark.once
PUBLIC = {"publication": "published"}


def keys(rows) -> list[str]:
    return [row.key for row in rows]


class TestHeadedMission:
    def test_is_that_of_the_office_that_heads_it(self):
        mission = derived(Mission, pk=1)
        assert headed_mission(make_office(mission=mission, heads_post=True)) is mission
        assert headed_mission(make_office(mission=mission, heads_post=False)) is None

    def test_is_none_that_the_public_may_not_see(self):
        assert headed_mission(make_office(mission=Mission(pk=1, publication="withdrawn"), heads_post=True)) is None

    def test_is_none_of_an_office_at_an_embassy(self):
        assert headed_mission(make_office(embassy=derived(Embassy, pk=1), heads_post=True)) is None


class TestPosts:
    def test_designated_is_an_embassy_or_a_mission(self):
        assert post_of(Designation(embassy_id=3)) == ("embassy", 3)
        assert post_of(Designation(serving_mission_id=4)) == ("mission", 4)

    def test_of_an_office_come_after_it_as_far_as_they_are_public(self):
        mission, embassy = derived(Mission, pk=1), derived(Embassy, pk=2)
        office = make_office(mission=mission, embassy=embassy)
        assert list(all_behind(office)) == [office, mission, embassy]
        office.mission = Mission(pk=1, publication="draft")
        assert list(all_behind(office)) == [office, embassy]


def test_tenures_stand_by_office_in_their_order():
    first, second, third = facts_of(pk=1, office=7), facts_of(pk=2, office=8), facts_of(pk=3, office=7)
    assert by_office([first, second, third]) == {7: [first, third], 8: [second]}


class TestTenures(TestCase):
    """The tenures of one office, and what is told of them."""

    @classmethod
    def setUpTestData(cls):
        with past_the_fence():
            cls.office = OfficeFactory(key="office", **PUBLIC)
            for key, period in (("late", "2015/2016"), ("b", "2010-01-01/2012"), ("a", "2010-01-01/2012")):
                TenureFactory(key=key, office=cls.office, period=period, **PUBLIC)
            cls.lasting = TenureFactory(key="lasting", office=cls.office, period="2017-01-01/..", **PUBLIC)
            TenureFactory(key="month", office=cls.office, period="2010-01/2011", **PUBLIC)
            TenureFactory(key="draft", office=cls.office, person=PersonFactory(**PUBLIC))
            TenureFactory(key="nobody", office=cls.office, person=PersonFactory(), **PUBLIC)
            TenureFactory(key="nominee", office=cls.office, never_served=True, **PUBLIC)
            TenureFactory(key="elsewhere", **PUBLIC)
            TenureFactory(key="hidden-office", office=OfficeFactory(publication="in_review"), **PUBLIC)
            MilestoneFactory(tenure=cls.lasting, kind="seen", date="2018-02")
            MilestoneFactory(tenure=cls.lasting, kind="arrived", date="")
            cls.cite("memo", date="2019-03-04")
            cls.cite("page", date="", accessed_on=date(2019, 5, 6))
            cls.cite("undated", date="")
            cls.cite("denial", date="2019-07-01", stance="contradicts")
            cls.cite("weak", date="2019-07-02", grade="C")
            cls.cite("memory", date="2019-07-03", grade="K")
            cls.cite("start", date="2019-07-04", field="start")
            cls.cite("unseen", date="2019-07-05", publication="draft")
            for number, field in enumerate(("person", "office", "period", "acting"), 10):
                cls.cite(field, date=f"2019-08-{number}", field=field, grade="")
            CitationFactory(tenure=Tenure.objects.get(key="a"), source=SourceFactory(date="2011", **PUBLIC))
            ended = TenureFactory(key="ended", period="2001-01-01/2002-01-01", **PUBLIC)
            CitationFactory(tenure=ended, source=SourceFactory(date="2001-02-03", **PUBLIC))

    @classmethod
    def cite(cls, key, stance="supports", grade="A", field="", **source):
        made = SourceFactory(key=key, **{**PUBLIC, **source})
        CitationFactory(tenure=cls.lasting, source=made, stance=stance, grade=grade, field=field)

    def found(self, key):
        return next(one for one in facts_of_tenures(Tenure.objects.all()) if one.key == key)

    def test_are_those_that_are_published_and_served_in_the_order_of_time(self):
        assert keys(facts_by_office([self.office.pk])[self.office.pk]) == ["a", "b", "month", "late", "lasting"]

    def test_of_a_person_or_an_office_that_is_not_public_are_not_told(self):
        assert {"elsewhere", "ended", *keys(facts_by_office([self.office.pk])[self.office.pk])} == set(
            keys(published_tenures())
        )

    def test_asked_in_other_words_are_the_same(self):
        found = published_tenures().filter(office=self.office)
        assert [(one.key, one.steps, set(one.sources)) for one in facts_of_tenures(found)] == [
            (one.key, one.steps, set(one.sources)) for one in facts_by_office([self.office.pk])[self.office.pk]
        ]

    def test_of_all_are_read_once_where_many_ask_and_anew_elsewhere(self):
        served = Tenure.objects.filter(never_served=False).count()
        with tenures_read_once(), self.assertNumQueries(3):
            assert facts_of_all_tenures() is facts_of_all_tenures()
            assert len(facts_of_all_tenures()) == served
        assert facts_of_all_tenures() is not facts_of_all_tenures()

    def test_read_as_they_were_last_time_are_the_same_ones(self):
        def read():
            return facts_by_office([self.office.pk, Office.objects.exclude(pk=self.office.pk)[0].pk])[self.office.pk]

        before = read()
        Office.objects.filter(pk=self.office.pk).update(summary_en="Something else.")
        assert read() is before
        for change in (
            lambda: Tenure.objects.filter(key="late").update(period="2015/2017"),
            lambda: MilestoneFactory(tenure=self.lasting, kind="seen", date="2019-02"),
            lambda: self.cite("newest", date="2020-02-01"),
            lambda: Tenure.objects.filter(key="month").update(publication="draft"),
        ):
            change()
            after = read()
            assert after != before
            assert read() is after
            # What was read of the others as last time gives the same facts.
            assert len({id(one) for one in before} & {id(one) for one in after}) >= len(after) - 1
            before = after

    def test_have_their_dated_steps(self):
        (step,) = self.found("lasting").steps
        assert (step.kind, step.when) == ("seen", Bounds(date(2018, 2, 1), date(2018, 2, 28), "2018-02"))
        assert self.found("late").steps == ()

    def test_are_vouched_for_by_what_supports_that_the_person_was_there(self):
        days = {when.notation for when in self.found("lasting").sources}
        assert days == {"2019-03-04", "2019-05-06", *(f"2019-08-{number}" for number in range(10, 14))}

    def test_whose_end_is_known_need_nothing_that_vouches(self):
        assert self.found("ended").sources == ()
        assert [when.notation for when in self.found("a").sources] == ["2011"]

    def test_citations_that_show_nobody_in_office_are_left_out(self):
        shown = showing_in_office(Citation.objects.filter(tenure=self.lasting))
        left_out = {"denial", "weak", "memory", "start"}
        assert {one.source.key for one in shown} & left_out == set()


class TestDossier(TestCase):
    """A mission served by an embassy, then by another mission, which an embassy serves."""

    @classmethod
    def setUpTestData(cls):
        with past_the_fence():
            cls.embassies = {key: EmbassyFactory(key=key, **PUBLIC) for key in ("near", "far")}
            hidden = EmbassyFactory(key="hidden")
            cls.mission, cls.serving = (MissionFactory(key=key, **PUBLIC) for key in ("mission", "serving"))
            cls.unseen = MissionFactory(key="unseen")
            cls.head = OfficeFactory(key="head", mission=cls.mission, heads_post=True, **PUBLIC)
            for key, fields in {
                "near-head": {"embassy": cls.embassies["near"]},
                "near-second": {"embassy": cls.embassies["near"]},
                "far-head": {"embassy": cls.embassies["far"]},
                "serving-head": {"mission": cls.serving},
                "hidden-head": {"embassy": hidden},
                "draft": {"embassy": cls.embassies["near"], "publication": "draft"},
                "deputy": {"embassy": cls.embassies["near"], "heads_post": False},
            }.items():
                OfficeFactory(**{"key": key, "heads_post": True, **PUBLIC, **fields})
            for key, fields in {
                "second": {"period": "2019/..", "embassy": None, "serving_mission": cls.serving},
                "first": {"period": "2018/2018", "embassy": cls.embassies["near"], "decision": DecisionFactory()},
                "draft": {"publication": "draft", "embassy": cls.embassies["far"]},
                "by-hidden": {"embassy": hidden},
                "of-serving": {"mission": cls.serving, "embassy": cls.embassies["far"]},
                "of-unseen": {"mission": cls.unseen, "embassy": cls.embassies["far"]},
            }.items():
                DesignationFactory(**{"key": key, "mission": cls.mission, **PUBLIC, **fields})
            for office in Office.objects.all():
                TenureFactory(key=f"in-{office.key}", office=office, person=PersonFactory(**PUBLIC), **PUBLIC)

    def load(self, office):
        return load_dossier([Office.objects.select_related("mission", "embassy").get(key=office)], CLOCK)

    def test_has_the_designations_of_the_mission_and_of_the_mission_that_serves_as_it(self):
        found = {pk: keys(several) for pk, several in self.load("head").designations.items()}
        assert found == {self.mission.pk: ["first", "second"], self.serving.pk: ["of-serving"]}

    def test_has_the_offices_that_head_the_posts(self):
        heads = {post: keys(several) for post, several in self.load("head").heads.items()}
        assert heads == {
            ("embassy", self.embassies["near"].pk): ["near-head", "near-second"],
            ("embassy", self.embassies["far"].pk): ["far-head"],
            ("mission", self.serving.pk): ["serving-head"],
        }

    def test_has_the_tenures_of_all_of_them(self):
        found = [one for several in self.load("head").tenures.values() for one in several]
        assert set(keys(found)) == {"in-head", "in-near-head", "in-near-second", "in-far-head", "in-serving-head"}

    def test_of_an_office_that_heads_no_mission_has_its_own_tenures_alone(self):
        found = self.load("deputy")
        assert (found.designations, found.heads) == ({}, {})
        assert [keys(several) for several in found.tenures.values()] == [["in-deputy"]]

    def test_of_an_office_that_is_not_public_is_empty(self):
        found = self.load("draft")
        assert (found.tenures, found.designations, found.heads) == ({}, {}, {})
        assert found.clock is CLOCK

    def test_of_a_mission_that_is_not_public_has_no_designation(self):
        OfficeFactory(key="of-unseen", mission=self.unseen, heads_post=True, **PUBLIC)
        assert self.load("of-unseen").designations == {}
