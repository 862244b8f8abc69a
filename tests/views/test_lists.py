"""Lists answer to the same parameters as the timeline: whom they concern, when, and in which order."""

import re
from datetime import date

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from partnerships.addresses import localized
from partnerships.listing import cursor, filters, lists
from partnerships.listing.order import order_of
from partnerships.listing.selection import queryset
from partnerships.pages import PAGES
from tests.factories import (
    FACTORIES,
    AgreementFactory,
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    EmbassyFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    SourceFactory,
    StateFactory,
    TenureFactory,
    VisitFactory,
)
from tests.plans import plans

pytestmark = pytest.mark.django_db
PUBLIC = {"publication": "published"}


def found(client, address):
    """The keys of the records on the lines of a list."""
    response = client.get(address)
    assert response.status_code == 200, address
    lines = response.text.partition('<ul class="records">')[2].partition("</ul>")[0].split("<li>")[1:]
    lines = lines or response.text.partition("<tbody>")[2].partition("</tbody>")[0].split("<tr")[1:]
    return [line.partition('href="')[2].partition('"')[0].rstrip("/").split("/")[-1] for line in lines]


@pytest.fixture
def decisions():
    return [DecisionFactory(key=f"d-{year}", date=str(year), **PUBLIC) for year in (2014, 2018, 2016)]


class TestTime:
    def test_decisions_of_a_day_possibly_fall_on_it(self, client, decisions):
        assert found(client, "/en/decisions/?on=1950-01-01") == []
        assert found(client, "/en/decisions/?on=2018-05-24") == ["d-2018"]
        text = client.get("/en/decisions/?on=1950-01-01").text
        assert "No public record matches that day." in text
        assert "Dated, certainly or possibly," in text

    def test_bounds_keep_what_possibly_falls_inside(self, client, decisions):
        assert found(client, "/en/decisions/?from=2015&to=2017") == ["d-2016"]
        assert found(client, "/en/decisions/?from=2016-12-31") == ["d-2018", "d-2016"]
        assert found(client, "/en/decisions/?to=2015") == ["d-2014"]

    def test_periods_that_possibly_contain_a_day(self, client):
        VisitFactory(key="v", period="2017-10-30/2017-11-02", **PUBLIC)
        assert found(client, "/en/visits/?on=2017-11-01") == ["v"]
        assert found(client, "/en/visits/?on=2017-11-03") == []
        assert found(client, "/en/visits/?from=2017-11-03") == []
        assert "In effect, certainly or possibly, on" in client.get("/en/visits/?on=2017-11-01").text

    def test_agreements_are_signed_or_in_force(self, client):
        AgreementFactory(key="lasting", date="2013-04-15", period="2013-04-15/2014-05-05", **PUBLIC)
        AgreementFactory(key="signed", date="2013-04-15", period="", **PUBLIC)
        assert found(client, "/en/agreements/?on=2014-01-01") == ["lasting"]
        assert sorted(found(client, "/en/agreements/?on=2013-04-15")) == ["lasting", "signed"]
        assert found(client, "/en/agreements/?on=1950-01-01") == []

    def test_areas_say_that_they_have_no_dates(self, client):
        AreaFactory(key="cyber", **PUBLIC)
        text = client.get("/en/areas/?on=1950-01-01").text
        assert "These records have no dates" in text
        assert "certainly or possibly" not in text
        assert found(client, "/en/areas/?on=1950-01-01") == ["cyber"]


class TestPeopleOfADay:
    def test_are_those_who_possibly_held_an_office(self, client):
        TenureFactory(person__key="abe", period="2012-12-26/2020-09-16", **PUBLIC)
        TenureFactory(person__key="suga", period="2020-09-16/2021-10-04", **PUBLIC)
        TenureFactory(person__key="chosen", period="2012/2021", never_served=True, **PUBLIC)
        PersonFactory(key="nobody", **PUBLIC)
        assert found(client, "/en/people/?on=2015-06-01") == ["abe"]
        assert sorted(found(client, "/en/people/?on=2020-09-16")) == ["abe", "suga"]
        assert found(client, "/en/people/?from=2021&to=2022") == ["suga"]
        assert found(client, "/en/people/?on=1950-01-01") == []
        assert "In office, certainly or possibly, on" in client.get("/en/people/?on=2015-06-01").text

    def test_are_not_all_those_of_whom_one_side_is_unknown(self, client):
        tenure = TenureFactory(person__key="seen", period="/", **PUBLIC)
        MilestoneFactory(tenure=tenure, kind="seen", date="2010-05-01")
        assert found(client, "/en/people/?on=1950-01-01") == []
        assert found(client, "/en/people/?on=2010-05-01") == ["seen"]

    def test_hold_public_offices(self, client):
        office = OfficeFactory(publication="draft")
        TenureFactory(office=office, person=PersonFactory(**PUBLIC), period="2012/2021", **PUBLIC)
        assert found(client, "/en/people/?on=2015-06-01") == []

    def test_cost_the_same_however_many(self, client):
        def cost():
            with CaptureQueriesContext(connection) as queries:
                client.get("/en/people/?on=2010-05-01")
            return len(queries)

        for _ in range(2):
            TenureFactory(period="2010/", **PUBLIC)
        few = cost()
        for _ in range(12):
            TenureFactory(period="2010/", **PUBLIC)
        assert cost() == few


class TestRelations:
    @pytest.fixture
    def partner(self):
        return PartnerFactory(key="jp", state=StateFactory(key="jp", **PUBLIC), **PUBLIC)

    def test_decisions_about_it_or_about_all_partners_of_the_day(self, client, partner, decisions):
        decisions[0].partners.add(partner)
        DecisionFactory(key="for-all", date="2018-05-24", scope="all_partners", **PUBLIC)
        DecisionFactory(key="before", date="1980", scope="all_partners", **PUBLIC)
        assert found(client, "/en/decisions/?partner=jp") == ["for-all", "d-2014"]
        assert found(client, "/en/decisions/?partner=jp&to=2015") == ["d-2014"]

    def test_lead_through_the_state(self, client, partner):
        MissionFactory(key="of-jp", state=partner.state, **PUBLIC)
        MissionFactory(key="of-others", **PUBLIC)
        OfficeFactory(key="minister", state=partner.state, **PUBLIC)
        OfficeFactory(key="other", **PUBLIC)
        StateFactory(key="kr", **PUBLIC)
        assert found(client, "/en/missions/?partner=jp") == ["of-jp"]
        assert found(client, "/en/offices/?partner=jp") == ["minister"]
        assert found(client, "/en/states/?partner=jp") == ["jp"]
        assert found(client, "/en/partners/?partner=jp") == ["jp"]

    def test_areas_and_bodies_and_people(self, client):
        area, body, person = (
            AreaFactory(key="cyber", **PUBLIC),
            OrganizationFactory(key="nac", **PUBLIC),
            PersonFactory(key="abe", **PUBLIC),
        )
        DecisionFactory(key="about", body=body, **PUBLIC).areas.add(area)
        DecisionFactory(key="other", **PUBLIC)
        visit = VisitFactory(key="tour", **PUBLIC)
        ParticipationFactory(visit=visit, person=person)
        VisitFactory(key="another", **PUBLIC)
        assert found(client, "/en/decisions/?area=cyber") == ["about"]
        assert found(client, "/en/decisions/?body=nac") == ["about"]
        assert found(client, "/en/visits/?person=abe") == ["tour"]
        assert found(client, "/en/decisions/?person=abe") == []

    def test_of_people_and_sources_are_those_on_the_same_lines(self, client, partner):
        TenureFactory(person__key="abe", office=OfficeFactory(state=partner.state, **PUBLIC), **PUBLIC)
        PersonFactory(key="nobody", **PUBLIC)
        decision = DecisionFactory(**PUBLIC)
        decision.partners.add(partner)
        CitationFactory(decision=decision, source=SourceFactory(key="document", **PUBLIC))
        SourceFactory(key="other", **PUBLIC)
        assert found(client, "/en/people/?partner=jp") == ["abe"]
        assert found(client, "/en/sources/?partner=jp") == ["document"]

    def test_widen_and_narrow(self, client, partner, decisions):
        other, area = PartnerFactory(key="kr", **PUBLIC), AreaFactory(key="cyber", **PUBLIC)
        decisions[0].partners.add(partner)
        decisions[1].partners.add(other)
        decisions[1].areas.add(area)
        assert found(client, "/en/decisions/?partner=jp&partner=kr") == ["d-2018", "d-2014"]
        assert found(client, "/en/decisions/?partner=jp&partner=kr&area=cyber") == ["d-2018"]

    @pytest.mark.parametrize("kind", PAGES)
    @pytest.mark.parametrize("key", ["draft", "unknown"])
    def test_unknown_and_draft_keys_give_an_empty_list(self, client, kind, key):
        FACTORIES[kind](**PUBLIC)
        PartnerFactory(key="draft")
        response = client.get(f"{localized(f'{kind}-list', 'en')}?partner={key}")
        assert response.status_code == 200
        assert "holds nothing public that matches" in response.text
        assert f"unknown: {key}" in response.text.lower()

    def test_of_another_kind_give_an_empty_list(self, client, decisions):
        assert found(client, "/en/decisions/?kind=visit") == []
        assert len(found(client, "/en/decisions/?kind=decision")) == 3


class TestNonsense:
    @pytest.mark.parametrize("path", ["timeline", "decisions", "people", "areas", "sources"])
    @pytest.mark.parametrize(
        "query",
        [
            "from=zzz",
            "to=zzz",
            "on=2018",
            "order=zzz",
            "from=2018&to=2010",
            "on=2018-01-01&on=2018-01-02",
            "order=newest&order=oldest",
            "from=2015&from=2016",
        ],
    )
    def test_is_refused_with_a_sentence(self, client, path, query):
        response = client.get(f"/en/{path}/?{query}")
        assert response.status_code == 400
        assert "<h1>" in response.text

    def test_of_several_values_names_the_parameter(self, client):
        text = client.get("/en/timeline/?on=2018-01-01&on=2018-01-02").text
        assert "“on” is asked for more than once" in text

    @pytest.mark.parametrize("cursor", ["!", "YQ", "YQpiCmM"])
    def test_in_a_cursor_is_refused(self, client, cursor):
        assert client.get(f"/en/decisions/?after={cursor}").status_code == 400


class TestOrder:
    def test_of_what_happens_is_newest_first(self, client, decisions):
        assert found(client, "/en/decisions/") == ["d-2018", "d-2016", "d-2014"]
        assert found(client, "/en/decisions/?order=oldest") == ["d-2014", "d-2016", "d-2018"]

    def test_of_what_lasts_is_that_of_names_until_asked(self, client):
        for name, period in (("B", "1990/.."), ("A", "2000/.."), ("C", "1980/..")):
            MissionFactory(key=name.lower(), name_en=name, period=period, **PUBLIC)
        assert found(client, "/en/missions/") == ["a", "b", "c"]
        assert found(client, "/en/missions/?order=oldest") == ["c", "b", "a"]
        assert found(client, "/en/missions/?order=newest") == ["a", "b", "c"]

    def test_goes_on_from_page_to_page_and_back(self, client, monkeypatch, decisions):
        monkeypatch.setattr("partnerships.listing.lists.PAGE_SIZE", 1)
        # Of one day: the key decides.
        DecisionFactory(key="d-2016-b", date="2016", **PUBLIC)

        def turned(address, rel):
            query = client.get(address).text.partition(f'rel="{rel}" href="')[2].partition('"')[0]
            return f"/en/decisions/{query}".replace("&amp;", "&") if query else ""

        for order, expected in (
            ("", ["d-2018", "d-2016-b", "d-2016", "d-2014"]),
            ("?order=oldest", ["d-2014", "d-2016", "d-2016-b", "d-2018"]),
        ):
            address, forth, back = f"/en/decisions/{order}", [], []
            while address:
                forth += found(client, address)
                last, address = address, turned(address, "next")
            assert forth == expected
            address = last
            while address:
                back += found(client, address)
                address = turned(address, "prev")
            assert back == expected[::-1]


class TestLines:
    def test_read_well_without_styles(self, client):
        place = PlaceFactory(key="tokyo", name_en="Tokyo", state=StateFactory(**PUBLIC), **PUBLIC)
        DecisionFactory(body=OrganizationFactory(name_en="NATO", **PUBLIC), **PUBLIC)
        text = " ".join(client.get("/en/decisions/").text.split())
        assert '</a> <span class="when">·&nbsp;<time' in text
        assert '</span> <span class="beside">·&nbsp;<a' in text
        assert place.name_en in client.get("/en/places/").text

    @pytest.mark.parametrize("status", ["planned", "cancelled"])
    def test_say_that_a_visit_was_not_held(self, client, status):
        VisitFactory(status=status, **PUBLIC)
        assert f'<span class="aside">{status}</span>' in client.get("/en/visits/").text

    def test_tell_partnerships_of_one_state_apart(self, client):
        state = StateFactory(key="jp", name_en="Japan", **PUBLIC)
        for name in ("NATO", "OECD"):
            PartnerFactory(
                key=name.lower(),
                state=state,
                organization=OrganizationFactory(key=name.lower(), name_en=name, **PUBLIC),
                period="2014/..",
                **PUBLIC,
            )
        PartnerFactory(key="kr", state=StateFactory(key="kr", name_en="Korea", **PUBLIC), period="2014/..", **PUBLIC)
        text = client.get("/en/partners/").text
        assert "Japan</a> (NATO)" in text
        assert "Korea</a> (" not in text
        options = client.get("/en/timeline/").text
        assert ">Japan (OECD) (1)</option>" in options
        assert ">Korea (1)</option>" in options

    def test_embassies_have_no_bodies_to_ask_for(self, client):
        partner = PartnerFactory(state=StateFactory(**PUBLIC), **PUBLIC)
        EmbassyFactory(state=partner.state, **PUBLIC)
        OrganizationFactory(**PUBLIC)
        text = client.get("/en/embassies/").text
        assert 'name="partner"' in text
        assert 'name="body"' not in text


class TestForm:
    def test_keeps_several_values_and_unknown_ones(self, client):
        for key in ("jp", "kr", "au"):
            PartnerFactory(key=key, state=StateFactory(key=key, name_en=key.upper(), **PUBLIC), **PUBLIC)
        text = client.get("/en/timeline/?partner=jp&partner=kr&kind=foo").text
        first_two = text.partition('<select id="filter-partner" name="partner" multiple')[2].split("<option ")[1:3]
        assert [option.partition('"')[2].partition('"')[0] for option in first_two] == ["jp", "kr"]
        assert text.count(" selected>") == 4  # two partners, the unknown kind, the order
        assert '<option value="foo" selected>Unknown: foo</option>' in text
        assert "Clear filters" in text

    def test_shows_a_person_asked_for(self, client):
        PersonFactory(key="abe", name="Shinzo Abe", **PUBLIC)
        assert '<option value="abe" selected>Shinzo Abe</option>' in client.get("/en/timeline/?person=abe").text
        assert 'name="person"' not in client.get("/en/timeline/").text

    def test_marks_options_in_the_other_language(self, client):
        area = AreaFactory(key="cyber", name_fr="cyberdéfense", name_en="", **PUBLIC)
        DecisionFactory(date="2018", **PUBLIC).areas.set([area])
        assert '<option value="cyber" lang="fr">Cyberdéfense (1)</option>' in client.get("/en/timeline/").text


class TestEmpty:
    def test_says_which_filter_to_drop_and_what_lies_nearest(self, client, decisions):
        text = client.get("/en/decisions/?from=2017&to=2017").text
        assert "without this filter: 2 results" in text
        assert found(client, "/en/decisions/?from=2017&to=2017") == []
        nearest = text.partition('class="nearest"')[2].partition("</ul>")[0]
        assert "d-2016" in nearest
        assert "d-2018" in nearest
        assert "d-2014" not in nearest

    def test_leads_to_no_draft(self, client, decisions):
        DecisionFactory(key="d-2015", date="2015", publication="draft")
        text = client.get("/en/decisions/?from=2015&to=2015").text
        assert "d-2015" not in text.partition('class="nearest"')[2]

    def test_timeline_does_too(self, client, decisions):
        text = client.get("/en/timeline/?kind=decision&from=2017&to=2017").text
        assert "without this filter: 3 results" in text or "without this filter: 2 results" in text
        after = text.partition("Closest results")[2]
        assert "decision-d-2016-on" in after
        assert "decision-d-2018-on" in after
        assert "decision-d-2014-on" not in after
        assert "Closest results" not in client.get("/en/timeline/?kind=decision&partner=none").text


class TestDescription:
    @pytest.mark.parametrize("address", ["/en/", "/en/timeline/", "/en/decisions/", "/en/people/"])
    def test_each_page_says_what_it_is_to_those_who_share_it(self, client, decisions, address):
        text = client.get(address).text
        (said,) = re.findall(r'property="og:description" content="([^"]+)"', text)
        assert f'<meta name="description" content="{said}">' in text
        others = {client.get(other).text.count(said) for other in ("/en/about/", "/en/offices/")}
        assert others == {0}


class TestInTheOrderOfTime:
    """A list is read along an index, from its first page and from any other, whatever the register holds."""

    @pytest.mark.parametrize("kind", ["decision", "visit", "agreement", "office", "source"])
    def test_is_read_along_an_index(self, kind):
        for order in ("newest", "oldest"):
            placed = order_of(PAGES[kind], order)
            for after in ("", cursor.encode("2018-05-24", "2018-05-25", "key")):
                query = QueryDict(f"after={after}")
                with CaptureQueriesContext(connection) as asked:
                    lists.sliced(query, queryset(PAGES[kind], filters.read_filters(QueryDict())), placed)
                assert plans(asked[-1]["sql"]) == [], (order, after)

    def test_page_that_goes_on_enters_it_there(self):
        where = order_of(PAGES["decision"], "newest").beyond(cursor.encode("2018-05-24", "2018-05-24", "k"), False)
        assert ("in_time__lte", date(2018, 5, 24)) in where.children
