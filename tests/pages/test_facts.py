"""The facts of a record, and the sections of its page."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from partnerships.models import Name
from partnerships.pages import facts
from partnerships.pages.facts import Fact, Section, section_of
from partnerships.presentation import Reached
from partnerships.records import shared
from partnerships.records.kinds import KINDS
from tests.factories import (
    PUBLISHED,
    ActivityFactory,
    AreaFactory,
    DecisionFactory,
    EmbassyFactory,
    MeetingFactory,
    MembershipFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    StatementFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)
from tests.pages.reading import facts_said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


class TestFacts:
    def test_without_a_value_is_left_out(self):
        says, silent = Fact("A", ["b"]), Fact("C")
        assert facts.facts(silent, says) == [says]

    def test_plain_ones_keep_all_that_says_something(self):
        assert facts.value_fact("A", "b", "", None, 0).values == ["b", 0]

    def test_links_name_what_is_public_by_name(self):
        korea, japan = (StateFactory(name_en=name, **PUBLISHED) for name in ("Korea", "Japan"))
        assert facts.link_fact("A", korea, None, StateFactory(), japan).values == [japan, korea]

    def test_date_is_said_where_there_is_one_or_the_words_of_a_source(self):
        for dated in ({"date": "2018"}, {"date": "", "date_wording_en": "soon"}):
            assert facts_said([facts.date_fact("A", DecisionFactory(**dated), "date")])[0][1] in ("2018", "soon")
        assert facts.date_fact("A", DecisionFactory(date=""), "date").values == []
        assert facts.date_fact("A", OfficeFactory(coverage=""), "coverage").values == []

    def test_text_is_said_where_there_is_one(self):
        state = StateFactory(formal_name_fr="État du Japon")
        assert facts_said([facts.text_fact("A", state, "formal_name")]) == [("A", "État du Japon (in French)")]
        assert facts.text_fact("A", StateFactory(), "formal_name").values == []


class TestReached:
    def test_says_how_in_its_order(self):
        embassy = EmbassyFactory(
            address="1 Street\nBrussels",
            latitude=Decimal("0.000000"),
            longitude=Decimal("4.350000"),
            website="https://a.test/",
            email="a@b.test",
            phone="+32 (0)2 123-45",
        )
        assert facts_said(facts.reached(embassy)) == [
            ("Postal address", "1 Street Brussels"),
            ("Coordinates", "0.000000, 4.350000"),
            ("Website", "https://a.test/"),
            ("E-mail", "a@b.test"),
            ("Telephone", "+32 (0)2 123-45"),
        ]
        *_others, mail, phone = facts.reached(embassy)
        assert mail.values == [Reached("mailto:a@b.test", "a@b.test")]
        assert phone.values == [Reached("tel:+320212345", "+32 (0)2 123-45")]

    def test_of_what_nothing_is_known_says_nothing(self):
        assert facts.facts(*facts.reached(EmbassyFactory())) == []


def named(record, *several):
    """The dated names of a record, written in this order, as they stand."""
    for key, period in several:
        kind = "birth" if key == "born" else "used"
        Name.objects.create(**{record._meta.model_name: record}, key=key, text=key, kind=kind, period=period)
    return [one.name.key for one in facts.other_names(record).values]


class TestOtherNames:
    PERIODS = (
        ("until", "/1950"),
        ("first", "1971/1997"),
        ("a-longer", "1971/1999"),
        ("open", "1980/.."),
        ("c-none", ""),
        ("b-unknown", "/"),
        ("d-none", ""),
    )
    IN_ORDER = ("until", "first", "a-longer", "open", "b-unknown", "c-none", "d-none")

    @pytest.mark.parametrize("way", [1, -1])
    def test_stand_by_their_dates_those_without_one_last_in_whatever_order_they_are_stored(self, way):
        assert named(StateFactory(), *self.PERIODS[::way]) == list(self.IN_ORDER)

    def test_whose_period_is_hidden_stands_as_if_it_had_none(self):
        person = PersonFactory(birth="1954-09-21")
        written = (("born", "1954-09-21/1980"), ("z-none", ""), ("used", "1980/1990"), ("a-none", ""))
        assert named(person, *written) == ["used", "a-none", "born", "z-none"]
        assert [one.dated for one in facts.other_names(person).values] == [True, True, False, True]

    def test_of_the_dead_stands_where_it_was_borne(self):
        person = PersonFactory(birth="1954-09-21", death="2022-07-08")
        assert named(person, ("used", "1980/1990"), ("born", "1954-09-21/1980")) == ["born", "used"]


class TestCoverage:
    def test_says_for_which_days_and_when_somebody_looked(self):
        office = OfficeFactory(coverage="2014/2018", checked_on=date(2020, 5, 1))
        assert facts_said(facts.coverage_facts(office)) == [
            ("Recorded for", "2014–2018"),
            ("Last checked", "1 May 2020"),
        ]
        assert facts.facts(*facts.coverage_facts(OfficeFactory())) == []


def keys(section, record):
    return [one.key for one in section.records(record)]


class TestSection:
    def test_holds_what_is_public_in_the_order_of_time_then_of_keys(self):
        area = AreaFactory(key="a", **PUBLISHED)
        for key, period in (("z", "2009"), ("b", "2011"), ("a", "2011"), ("never", "")):
            ActivityFactory(key=key, period=period, **PUBLISHED).areas.add(area)
        ActivityFactory(key="draft", period="2010").areas.add(area)
        ActivityFactory(key="other", period="2010", **PUBLISHED)
        assert keys(Section("activity", "areas", "A"), area) == ["z", "a", "b", "never"]

    def test_holds_by_name_what_has_no_date_or_is_listed_so(self):
        body = OrganizationFactory(**PUBLISHED)
        for key, name in (("a", "Zulu"), ("b", "alpha"), ("c", "Écho")):
            OrganizationFactory(key=key, name_en=name, name_fr="Un", parent=body, **PUBLISHED)
            PartnerFactory(key=key, organization=body, state__name_en=name, **PUBLISHED)
        assert keys(Section("organization", "parent", "A"), body) == ["b", "c", "a"]
        assert keys(Section("partner", "organization", "A"), body) == ["b", "c", "a"]
        with override("fr"):
            assert keys(Section("organization", "parent", "A"), body) == ["a", "b", "c"]

    def test_name_of_a_draft_gives_no_place(self):
        body = OrganizationFactory(**PUBLISHED)
        for key, name, publication in (("a", "Alpha", "published"), ("z", "Zulu", "draft")):
            state = StateFactory(name_en=name, publication=publication)
            MembershipFactory(key=key, organization=body, framework=None, state=state, **PUBLISHED)
        assert keys(Section("membership", "organization", "A"), body) == ["z", "a"]

    def test_leaves_out_what_stands_elsewhere(self):
        body = OrganizationFactory(**PUBLISHED)
        MeetingFactory(key="own", organization=body, **PUBLISHED)
        MeetingFactory(key="of-a-visit", organization=body, visit=VisitFactory(**PUBLISHED), **PUBLISHED)
        MeetingFactory(key="of-a-stop", organization=body, stop=StopFactory(visit__publication="published"))
        section = Section("meeting", "organization", "A", elsewhere=("stop", "visit"))
        assert keys(section, body) == ["own"]
        assert section.number(body) == 1

    @pytest.mark.parametrize("kind", ["tenure", "statement"])
    def test_holds_one_more_than_it_shows_and_counts_all(self, kind, monkeypatch):
        monkeypatch.setattr(facts, "MOST_ON_A_PAGE", 2)
        # How many are asked for is part of a question, which is worded once.
        monkeypatch.setattr(shared, "_worded", {})
        owner = OfficeFactory(**PUBLISHED) if kind == "tenure" else AreaFactory(**PUBLISHED)
        made = []
        for year in (2004, 2003, 2002, 2001):
            if kind == "tenure":
                made.append(TenureFactory(office=owner, period=f"{year}/{year + 1}", **PUBLISHED))
            else:
                made.append(StatementFactory(date=str(year), **PUBLISHED))
                made[-1].areas.add(owner)
        section = Section(kind, "office" if kind == "tenure" else "areas", "A")
        assert section.records(owner) == made[:0:-1]
        assert [section.shows(owner, one) for one in made] == [False, False, True, True]

    def test_brings_the_sources_of_its_records(self, django_assert_num_queries):
        place = PlaceFactory(**PUBLISHED)
        MissionFactory(place=place, **PUBLISHED)
        (one,) = Section("mission", "place", "A").records(place)
        with django_assert_num_queries(0):
            assert list(one.citations.all()) == []

    def test_may_begin_at_another_record_than_that_of_the_page(self):
        embassy = EmbassyFactory(key="e", state=StateFactory(key="s", **PUBLISHED), **PUBLISHED)
        office = OfficeFactory(key="o", embassy=embassy, **PUBLISHED)
        section = Section("embassy", "pk", "A", attribute="embassy_id")
        assert keys(section, office) == ["e"]
        without = OfficeFactory(**PUBLISHED)
        assert (keys(section, without), section.number(without)) == ([], 0)


class TestSectionOf:
    def test_is_named_after_the_kind_with_a_capital(self):
        found = section_of(KINDS["meeting"], "stop.visit")
        assert (found.kind, found.path, found.title) == ("meeting", "stop__visit", "Meetings")
