"""What the register says of its own completeness."""

from datetime import date

import pytest
from django.utils.translation import override

from partnerships.pages import coverage as coverage_module
from partnerships.pages.blocks import Fold
from partnerships.pages.coverage import coverage, coverage_said
from partnerships.presentation.values import value_html
from tests.factories import (
    PUBLISHED,
    CitationFactory,
    DecisionFactory,
    MeetingFactory,
    MissionFactory,
    OfficeFactory,
    PageFactory,
    PartnerFactory,
    PersonFactory,
    SourceFactory,
    StateFactory,
    VisitFactory,
)
from tests.pages.reading import plain

pytestmark = pytest.mark.django_db


def said(*records):
    with override("en"):
        return [plain(one) for one in coverage_said(*records)]


class TestCoverage:
    def test_is_that_of_the_first_which_has_one(self):
        mission, first, second = MissionFactory(), OfficeFactory(coverage="2014/2018"), OfficeFactory(coverage="2001")
        assert said(mission, first, second) == ["holders: complete for 2014–2018; otherwise what sources show"]

    def test_was_checked_on_the_last_of_all_days(self):
        days = (date(2020, 5, 1), date(2021, 5, 1), date(2019, 5, 1), None)
        assert said(*(OfficeFactory(checked_on=day) for day in days)) == ["last checked 1 May 2021"]

    def test_is_said_before_when_it_was_checked(self):
        office = OfficeFactory(coverage="2014/2018", checked_on=date(2020, 5, 1))
        assert said(office) == [
            "holders: complete for 2014–2018; otherwise what sources show",
            "last checked 1 May 2020",
        ]

    def test_of_one_day_is_said(self):
        office = OfficeFactory(coverage="2018-07-01/2018-07-01")
        assert said(office) == ["holders: complete for 1 July 2018; otherwise what sources show"]

    def test_of_nothing_is_not_said(self):
        assert said() == said(OfficeFactory()) == []


def rows_of(block):
    """Return the rows of a table, or of the one that is folded away."""
    [table] = block.blocks if isinstance(block, Fold) else [block]
    return table.rows


def cells(place):
    """Return the words of the rows of one of the tables."""
    with override("en"):
        rows = rows_of(coverage()[place])
        return [[plain(value_html(value)) for cell in row.cells for value in cell.values or [""]] for row in rows]


class TestByKind:
    def test_counts_what_is_public_and_says_its_years(self):
        DecisionFactory(date="1995-05-24", **PUBLISHED)
        DecisionFactory(date="2018-05-24", **PUBLISHED)
        DecisionFactory(date="1743-05-24")
        assert ["Decisions", "2", "1995", "2018", "0", "2", ""] in cells(0)

    def test_side_without_a_limit_is_no_year(self):
        PartnerFactory(period="../1995", **PUBLISHED)
        PartnerFactory(period="2001/..", **PUBLISHED)
        assert ["Partners", "2", "2001", "1995", "0", "2", ""] in cells(0)

    def test_says_how_many_have_no_known_date_and_no_source(self):
        for date_, public in (("2018", PUBLISHED), ("", PUBLISHED), ("", {}), ("2017", PUBLISHED)):
            decision = DecisionFactory(date=date_, **public)
            CitationFactory(decision=decision, source=SourceFactory(**(PUBLISHED if date_ != "2017" else {})))
        CitationFactory(
            decision=DecisionFactory(date="2016", **PUBLISHED), source=SourceFactory(**PUBLISHED), stance="contradicts"
        )
        PersonFactory(**PUBLISHED)
        found = {row[0]: row[4:6] for row in cells(0)}
        assert (found["Decisions"], found["People"], found["Sources"][1]) == (["1", "2"], ["", "1"], "")

    def test_says_when_a_record_was_checked_or_a_source_of_one_read(self):
        read = SourceFactory(accessed_on=date(2024, 3, 1), **PUBLISHED)
        CitationFactory(decision=DecisionFactory(date="2018", **PUBLISHED), source=read)
        hidden = SourceFactory(accessed_on=date(2025, 3, 1))
        CitationFactory(decision=DecisionFactory(date="2018", **PUBLISHED), source=hidden)
        for day, state in ((date(2023, 5, 1), PUBLISHED), (date(2022, 5, 1), PUBLISHED), (date(2026, 5, 1), {})):
            MissionFactory(period="2018/..", checked_on=day, **state)
        found = {row[0]: row[-1] for row in cells(0)}
        assert (found["Decisions"], found["Missions"]) == ("1 March 2024", "1 May 2023")

    def test_tells_the_day_of_the_last_look_of_all(self):
        mission = MissionFactory(period="2018/..", checked_on=date(2023, 5, 1), **PUBLISHED)
        for day in (date(2024, 3, 1), date(2022, 3, 1)):
            CitationFactory(mission=mission, source=SourceFactory(accessed_on=day, **PUBLISHED))
        assert {row[0]: row[-1] for row in cells(0)}["Missions"] == "1 March 2024"

    def test_tells_of_sources_how_many_have_no_date_and_of_pages_about_the_register_nothing(self):
        SourceFactory(date="", **PUBLISHED)
        PageFactory(**PUBLISHED)
        MeetingFactory(date="2018", **PUBLISHED)
        found = {row[0]: row[4:6] for row in cells(0)}
        assert found == {"Sources": ["1", ""], "Meetings": ["0", ""]}


class TestByPartner:
    def test_says_its_years_and_what_is_known_of_the_heads_of_its_mission(self):
        japan = StateFactory(name_en="Japan", **PUBLISHED)
        partner = PartnerFactory(period="1994-05-04/..", state=japan, **PUBLISHED)
        VisitFactory(period="2014-05-06", **PUBLISHED).partners.add(partner)
        tie = {"state": partner.state, "organization": partner.organization}
        assert cells(1) == [["Japan", "2", "1994", "2014", "", "no mission recorded"]]
        mission = MissionFactory(period="2018/..", **tie, **PUBLISHED)
        assert cells(1)[0][-1] == "not claimed complete for any period: what sources show"
        OfficeFactory(mission=mission, coverage="2019", **PUBLISHED)
        assert cells(1)[0][-1] == "not claimed complete for any period: what sources show"
        OfficeFactory(mission=mission, heads_post=True, coverage="2018", checked_on=date(2026, 5, 1), **PUBLISHED)
        assert cells(1)[0][-2:] == ["1 May 2026", "complete for 2018; otherwise what sources show"]
        mission.checked_on = date(2025, 5, 1)
        mission.save()
        assert cells(1)[0][-2] == "1 May 2026"

    def test_leads_to_its_lines(self):
        partner = PartnerFactory(key="jp", period="1994/..", state__publication="published", **PUBLISHED)
        for language, address in (("en", "/en/timeline/"), ("fr", "/fr/chronologie/")):
            with override(language):
                [row] = rows_of(coverage()[1])
            assert row.cells[1].values == (f'<a href="{address}?partner={partner.key}&amp;detail=all">1</a>',)

    def test_of_many_those_with_most_lines_stand_there_and_the_list_has_the_others(self, monkeypatch):
        monkeypatch.setattr(coverage_module, "MOST_PARTNERS", 1)
        partners = [PartnerFactory(state=StateFactory(name_en=name, **PUBLISHED), **PUBLISHED) for name in "AB"]
        VisitFactory(period="2014", **PUBLISHED).partners.add(partners[1])
        assert [row[0] for row in cells(1)] == ["B"]
        with override("en"):
            [table] = coverage()[1].blocks
        assert (table.lead, [one.href for one in table.more]) == ("The 1 partners with most lines.", ["/en/partners/"])
        monkeypatch.setattr(coverage_module, "MOST_PARTNERS", 2)
        with override("en"):
            [table] = coverage()[1].blocks
        assert (table.lead, table.more) == ("", ())

    def test_drafts_are_none(self):
        PartnerFactory(period="1994/..")
        assert cells(1) == []


class TestComplete:
    def test_names_what_claims_to_be(self):
        MissionFactory(period="2018-07-01/..", coverage="2018-07-01/2018-12-31", name_en="M", **PUBLISHED)
        MissionFactory(period="2018-07-01/..", **PUBLISHED)
        assert cells(2) == [["M", "1 July – 31 December 2018", ""]]

    def test_names_what_was_checked_though_it_claims_nothing(self):
        MissionFactory(period="2018-07-01/..", checked_on=date(2024, 5, 24), name_en="M", **PUBLISHED)
        assert cells(2) == [["M", "", "24 May 2024"]]

    def test_names_of_many_those_that_were_checked_last(self, monkeypatch):
        monkeypatch.setattr(coverage_module, "MOST_COVERED", 1)
        MissionFactory(period="2018/..", coverage="2018", name_en="M never", **PUBLISHED)
        for year in (2024, 2025):
            MissionFactory(period="2018/..", checked_on=date(year, 5, 24), name_en=f"M {year}", **PUBLISHED)
        assert [row[0] for row in cells(2)] == ["M 2025"]
        with override("en"):
            assert coverage()[2].lead == "The missions and the offices that were checked last, 1 of each at most."
        monkeypatch.setattr(coverage_module, "MOST_COVERED", 3)
        assert coverage()[2].lead == ""
