"""Records that concern a State, an organisation, a framework or a place, as tables."""

import pytest

from partnerships.models import Partner
from partnerships.pages.blocks import Link, Table, TableRow
from partnerships.pages.section_tables import MOST_ROWS, _held_by, _is_dated, folded_away, offices_table
from partnerships.pages.sections import Section
from tests.factories import (
    PUBLISHED,
    FrameworkFactory,
    MembershipFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    TenureFactory,
)
from tests.pages.reading import TODAY, asked, hrefs, ids, rows, table_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def japan():
    return StateFactory(key="jp", name_en="Japan", **PUBLISHED)


class TestListed:
    def test_what_goes_on_since_nobody_knows_when_says_so_beside_what_has_a_date(self, client, japan):
        body, kuwait = OrganizationFactory(key="o", **PUBLISHED), StateFactory(name_en="Kuwait", **PUBLISHED)
        PartnerFactory(state=kuwait, organization=body, period="/..", **PUBLISHED)
        assert rows(client, "/en/organizations/o/", "partner") == [["Kuwait"]]
        PartnerFactory(state=japan, organization=body, period="1994/..", **PUBLISHED)
        found = rows(client, "/en/organizations/o/", "partner")
        assert sorted(found) == [["since 1994", "Japan"], ["since an unknown date", "Kuwait"]]

    def test_rows_of_what_has_no_page_are_found_under_their_address(self, client, japan):
        framework = FrameworkFactory(key="f", **PUBLISHED)
        MembershipFactory(key="m", framework=framework, state=japan, **PUBLISHED)
        target = client.get("/id/membership/m", headers={"accept-language": "en"})["Location"]
        path, _hash, fragment = target.partition("#")
        assert fragment in ids(client, path)

    def test_table_of_many_leads_to_all_of_them(self, client):
        body = OrganizationFactory(key="o", **PUBLISHED)
        for _one in range(MOST_ROWS + 1):
            PartnerFactory(organization=body, **PUBLISHED)
        assert len(rows(client, "/en/organizations/o/", "partner")) == MOST_ROWS
        assert "/en/partners/?body=o" in hrefs(client, "/en/organizations/o/")

    def test_table_of_as_many_as_are_shown_leads_nowhere(self, client):
        body = OrganizationFactory(key="o", **PUBLISHED)
        for _one in range(MOST_ROWS):
            PartnerFactory(organization=body, **PUBLISHED)
        assert len(rows(client, "/en/organizations/o/", "partner")) == MOST_ROWS
        table = client.get("/en/organizations/o/").text.partition("table-partner")[2].partition("</section>")[0]
        assert '<p class="onward">' not in table

    def test_place_names_the_posts_there(self, client, japan):
        place = PlaceFactory(key="p", **PUBLISHED)
        body = OrganizationFactory(**PUBLISHED)
        MissionFactory(place=place, state=japan, organization=body, period="2018/..", **PUBLISHED)
        assert rows(client, "/en/places/p/", "mission") == [
            ["since 2018", "Mission of Japan to NATO", "North Atlantic Council"]
        ]

    def test_drafts_are_left_out(self, client, japan):
        MissionFactory(state=japan, name_en="Secret mission")
        MissionFactory(state=japan, organization=OrganizationFactory(name_en="Secret body"), **PUBLISHED)
        assert "Secret" not in client.get("/en/states/jp/").text


class TestOffices:
    def test_name_the_holder_of_the_day(self, client, japan):
        office = OfficeFactory(state=japan, **PUBLISHED)
        TenureFactory(office=office, person=PersonFactory(name="Person A", **PUBLISHED), **PUBLISHED)
        assert rows(client, "/en/states/jp/?on=2015-01-01", "office") == [["Prime Minister", "Person A"]]
        assert rows(client, "/en/states/jp/?on=2011-01-01", "office")[0][1].startswith("not known")

    def test_call_the_office_as_whoever_holds_it_is_called(self, client, japan):
        office = OfficeFactory(state=japan, title_feminine_en="Prime Ministress", **PUBLISHED)
        TenureFactory(
            office=office, title_form="feminine", person=PersonFactory(name="Person A", **PUBLISHED), **PUBLISHED
        )
        assert rows(client, "/en/states/jp/?on=2015-01-01", "office") == [["Prime Ministress", "Person A"]]
        assert rows(client, "/en/states/jp/?on=2011-01-01", "office")[0][0] == "Prime Minister"


class TestMembers:
    def test_stand_by_name_with_a_period_where_one_is_known(self, client, japan):
        framework, korea = FrameworkFactory(key="f", **PUBLISHED), StateFactory(name_en="Korea", **PUBLISHED)
        MembershipFactory(state=korea, framework=framework, period="../..", **PUBLISHED)
        assert rows(client, "/en/frameworks/f/", "membership") == [["Korea"]]
        MembershipFactory(state=japan, framework=framework, period="2014/..", **PUBLISHED)
        assert rows(client, "/en/frameworks/f/", "membership") == [["Japan", "since 2014"], ["Korea", ""]]
        assert "Where no period is given, the start is not known." in client.get("/en/frameworks/f/").text


@pytest.mark.usefixtures("english")
class TestHeldBy:
    @pytest.mark.parametrize(
        ("on", "said"),
        [(None, "Holder today"), ("2026-02-18", "Holder on 18 February 2026"), ("2018-05-24", "Holder on 24 May 2018")],
    )
    def test_names_the_day_that_is_asked_for(self, on, said):
        question = asked(on)
        assert _held_by(question.day, question) == said
        assert _held_by(TODAY, asked("2018-05-24")) == "Holder on 18 February 2026"

    def test_of_offices_leaves_out_those_told_of_and_leads_on_where_there_are_more(self, japan):
        offices = [OfficeFactory(state=japan, name_en=name, **PUBLISHED) for name in "ABC"]
        section, way = Section("office", "state", "Offices"), Link("/all/", "All")

        def table(**how):
            return offices_table(section, japan, asked(), [way], **how)

        assert [[row[0] for row in table_rows(table(besides=offices[:1], most=most))] for most in (1, 2)] == [
            ["B"],
            ["B", "C"],
        ]
        assert [table(besides=offices[:1], most=most).more for most in (1, 2)] == [(way,), ()]


@pytest.mark.parametrize(("period", "is_dated"), [("1994/..", True), ("/2010", True), ("/..", False), ("../..", False)])
def test_that_something_goes_on_alone_is_no_date(period, is_dated):
    assert _is_dated(Partner(period=period)) is is_dated


def test_table_that_is_folded_away_says_its_number_and_whether_there_are_more():
    table = Table("t", "Title", rows=[TableRow([])] * 2)
    fold = folded_away(table)
    assert (fold.key, fold.title, fold.number, fold.goes_on, fold.blocks[0].title) == ("t-all", "Title", 2, False, "")
    assert folded_away(Table("t", "Title", rows=[TableRow([])], more=[Link("/", "All")])).goes_on
