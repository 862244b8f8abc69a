"""The records of one kind on the page of another: which ones, in which order, how many."""

from datetime import date

import pytest
from django.utils.translation import override

from partnerships.pages import sections
from partnerships.pages.sections import Section, section_of
from partnerships.records import kept_rows
from partnerships.records.kinds import KINDS
from tests.factories import (
    PUBLISHED,
    ActivityFactory,
    AreaFactory,
    EmbassyFactory,
    MeetingFactory,
    MembershipFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    PlaceFactory,
    StateFactory,
    StatementFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


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

    def test_holds_posts_by_the_names_of_their_states(self):
        body = OrganizationFactory(**PUBLISHED)
        for key, state, post in (
            ("il", "Israël", "d’Israël"),
            ("bh", "Bahreïn", "de Bahreïn"),
            ("jp", "Japon", "du Japon"),
        ):
            owner = StateFactory(key=key, name_fr=state, name_en=key, **PUBLISHED)
            MissionFactory(
                key=key, organization=body, state=owner, name_fr=f"Mission {post}", name_en="Mission", **PUBLISHED
            )
        with override("fr"):
            assert keys(Section("mission", "organization", "Missions"), body) == ["bh", "il", "jp"]

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
        monkeypatch.setattr(sections, "MOST_ON_A_PAGE", 2)
        # How many are asked for is part of a question, which is worded once.
        monkeypatch.setattr(kept_rows, "_worded", {})
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


class TestShown:
    @pytest.mark.parametrize(
        ("newest", "shown"),
        [(False, ["2001", "2002"]), (True, ["2002", "2003"])],
    )
    def test_are_the_first_or_the_latest_in_the_order_of_time(self, newest, shown):
        area = AreaFactory(**PUBLISHED)
        for year in ("2003", "2001", "2002"):
            StatementFactory(key=year, date=year, **PUBLISHED).areas.add(area)
        section = Section("statement", "areas", "A", fewer=2, newest=newest)
        found = section.records(area)
        assert [one.key for one in section.shown(found)] == shown
        assert [one.key for one in found] == ["2001", "2002", "2003"]
        assert section.most == 2
        assert Section("statement", "areas", "A").most == sections.MOST_ON_A_PAGE


class TestOnADay:
    DAY, BEFORE, TODAY = date(2010, 1, 1), date(2000, 1, 1), date(2026, 1, 1)

    @pytest.fixture
    def body(self):
        body = OrganizationFactory(**PUBLISHED)
        for name, period in (
            ("gone", "1994/2001"),
            ("there", "1990/.."),
            ("perhaps", "[2009..2011]/.."),
            ("late", "2011/.."),
        ):
            PartnerFactory(key=name, organization=body, state__name_en=name, period=period, **PUBLISHED)
        PartnerFactory(key="draft", organization=body, period="1990/..")
        PartnerFactory(key="elsewhere", period="1990/..", **PUBLISHED)
        return body

    def test_are_those_that_possibly_stood_on_one_of_the_days(self, body):
        section = Section("partner", "organization", "Partners")
        found = [[one.key for one in section.records_on(body, days)] for days in ([self.DAY], [self.BEFORE, self.DAY])]
        assert found == [["perhaps", "there"], ["gone", "perhaps", "there"]]

    def test_are_counted_as_surely_as_they_stood(self, body):
        section = Section("partner", "organization", "Partners")
        found = section.number_on(body, self.DAY, self.TODAY)
        assert (found.certain, found.possible) == (1, 1)
        assert section.number(body) == 4

    def test_are_none_of_what_leads_nowhere(self):
        section = Section("embassy", "pk", "A", attribute="embassy_id")
        assert section.records_on(OfficeFactory(**PUBLISHED), [self.DAY]) == []


class TestSectionOf:
    def test_is_named_after_the_kind_with_a_capital(self):
        found = section_of(KINDS["meeting"], "stop.visit")
        assert (found.kind, found.path, found.title) == ("meeting", "stop__visit", "Meetings")
