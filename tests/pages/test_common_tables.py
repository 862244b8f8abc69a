"""Tables of visits, agreements and designations."""

import pytest

from partnerships.models import Agreement, Designation, Visit
from partnerships.pages.blocks import Link
from partnerships.pages.common_tables import agreements_table, serving_table, visitors_of, visits_table
from partnerships.projections.timeline import Filters
from tests.factories import (
    PUBLISHED,
    AgreementFactory,
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    ParticipationFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    StopFactory,
    VisitFactory,
    past_the_fence,
)
from tests.pages.reading import plain, table_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
EVERYTHING = Filters(detail="all")
WAY = Link("/somewhere/", "Somewhere")


class TestServingTable:
    def test_says_since_when_what_stands_at_the_other_end_and_by_which_decision(self):
        decision = DecisionFactory(title_en="Decided", **PUBLISHED)
        several = [
            DesignationFactory(
                mission=MissionFactory(name_en=name, **PUBLISHED), decision=by, period=period, **PUBLISHED
            )
            for name, by, period in (("One", decision, "2018/2019"), ("Other", None, "2020/2021"))
        ]
        citation = CitationFactory(designation=several[0], source__publication="published")
        served = [(one, one.mission) for one in Designation.objects.order_by("start_earliest")]
        table = serving_table("k", "Title", "Named", served)
        assert (table.key, table.title, table.columns) == ("k", "Title", ("Period", "Named", "Decision"))
        assert table_rows(table) == [["2018–2019", "One", "Decided"], ["2020–2021", "Other", ""]]
        assert [list(row.cells[1].citations) for row in table.rows] == [[citation], []]


class TestVisitsTable:
    def test_says_when_what_who_where_and_which_areas_were_agreed_on(self):
        visit = VisitFactory(period="2017-10-31", status="cancelled", **PUBLISHED)
        ParticipationFactory(visit=visit, person=PersonFactory(name="Person A", **PUBLISHED), role="visitor")
        ParticipationFactory(visit=visit, person=PersonFactory(name="Host", **PUBLISHED), role="host")
        for name, publication in (("Tokyo", "published"), ("Secret", "draft")):
            StopFactory(visit=visit, place=PlaceFactory(name_en=name, publication=publication))
        StopFactory(visit=visit, place=None, state=StateFactory(**PUBLISHED))
        with past_the_fence():
            for name, publication in (("space", "published"), ("cyber", "published"), ("secret", "draft")):
                visit.areas.add(AreaFactory(name_en=name, publication=publication))
        citation = CitationFactory(visit=visit, source__publication="published")
        table = visits_table(Visit.objects.all(), [WAY]).shown
        assert table_rows(table) == [["31 October 2017", "Visit to Tokyo", "Person A", "Tokyo, Japan", "cyber, space"]]
        assert (table.key, table.columns) == ("visits", ["When", "Visit", "Who", "Where", "What was agreed"])
        assert table.title == "Latest visits"
        assert table.more == (WAY,)
        what = table.rows[0].cells[1]
        assert (plain(*what.aside), list(what.citations)) == ("cancelled", [citation])

    def test_names_the_state_of_visitors_who_are_not_named_and_nobody_that_is_a_draft(self):
        visit = VisitFactory(period="2017-10-31", **PUBLISHED)
        state = StateFactory(name_en="Japan", **PUBLISHED)
        ParticipationFactory(visit=visit, person=None, state=state, role="visitor")
        with past_the_fence():
            ParticipationFactory(visit=visit, person=PersonFactory(name="Secret"), role="visitor")
        assert table_rows(visits_table([visit]).shown) == [["31 October 2017", "Visit to Tokyo", "Japan"]]

    @pytest.mark.parametrize(("named", "shown"), [(("office", "state"), "office"), (("organization",), "organization")])
    def test_names_the_office_or_the_organisation_of_visitors_who_are_not_named(self, named, shown):
        made = {"office": OfficeFactory, "state": StateFactory, "organization": OrganizationFactory}
        records = {name: made[name](**PUBLISHED) for name in named}
        visit = VisitFactory(**PUBLISHED)
        ParticipationFactory(visit=visit, person=None, role="visitor", **records)
        assert visitors_of(visit) == [records[shown]]

    def test_says_nothing_of_a_visit_that_was_held_and_leaves_out_what_is_empty(self):
        table = visits_table([VisitFactory(period="2017-10-31", **PUBLISHED)]).shown
        assert table.columns == ["When", "Visit"]
        assert list(table.rows[0].cells[1].aside) == []


class TestAgreementsTable:
    def test_says_when_it_was_signed_what_it_is_and_how_long_it_is_in_force(self):
        AgreementFactory(date="2013-04-15", period="2014/2016", kind="declaration", **PUBLISHED)
        AgreementFactory(date="", period="2017/2018", title_en="Later", **PUBLISHED)
        found = Agreement.objects.order_by("start_earliest")
        CitationFactory(agreement=found[0], source__publication="published")
        table = agreements_table(found, [WAY])
        assert table_rows(table) == [
            ["15 April 2013", "Joint declaration", "2014–2016"],
            ["2017–2018", "Later", "2017–2018"],
        ]
        assert (table.title, agreements_table(found).title) == ("Latest agreements", "Agreements")
        assert (table.key, table.columns, table.more) == ("agreements", ("When", "Agreement", "In force"), (WAY,))
        what = table.rows[0].cells[1]
        assert (plain(*what.aside), len(what.citations)) == (found[0].get_kind_display(), 1)

    def test_column_of_what_none_has_is_left_out(self):
        assert agreements_table([AgreementFactory(**PUBLISHED)]).shown.columns == ["When", "Agreement"]
