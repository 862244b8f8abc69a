"""Records of every kind as JSON."""

import pytest

from partnerships.api import records
from partnerships.models import Name
from tests.factories import (
    FACTORIES,
    PUBLISHED,
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    PartnerFactory,
    PersonFactory,
    SourceFactory,
    StateFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db


def keys(client, address):
    return [one["key"] for one in client.get(address).json()["records"]]


class TestEntrance:
    def test_leads_to_every_kind(self, client):
        entrance = client.get("/api/v1/").json()
        for kind, factory in FACTORIES.items():
            record = factory(**PUBLISHED)
            listed = client.get(entrance["kinds"][kind])
            assert record.key in [one["key"] for one in listed.json()["records"]]
            assert client.get(f"{entrance['kinds'][kind]}/{record.key}").json()["key"] == record.key

    @pytest.mark.parametrize(
        ("named", "publisher"),
        [
            ("", {"fr": "La rédaction du registre", "en": "The editors of the register"}),
            ("The Archive", {"fr": "The Archive", "en": "The Archive"}),
        ],
    )
    def test_says_who_publishes_in_both_languages(self, client, settings, named, publisher):
        settings.PUBLISHER = named
        told = client.get("/api/v1/", headers={"accept-language": "fr"}).json()
        assert told["publisher"] == publisher
        assert told["register"] == {"fr": "Registre des partenariats", "en": "Register of partnerships"}


class TestList:
    def test_leads_on_by_the_key(self, client, monkeypatch):
        monkeypatch.setattr(records, "SIZE", 2)
        for key in ("c", "a", "b"):
            StateFactory(key=key, **PUBLISHED)
        first = client.get("/api/v1/states").json()
        assert [one["key"] for one in first["records"]] == ["a", "b"]
        assert first["next"].startswith("http://testserver/api/v1/states?")
        assert keys(client, first["next"]) == ["c"]
        assert client.get(first["next"]).json()["next"] is None

    def test_leads_on_from_what_stands_before_a_key(self, client, monkeypatch):
        monkeypatch.setattr(records, "SIZE", 1)
        for key in ("a", "b", "c"):
            StateFactory(key=key, **PUBLISHED)
        cursor = client.get("/api/v1/states").json()["next"].partition("after=")[2]
        following = client.get(client.get("/api/v1/states").json()["next"]).json()["next"].partition("after=")[2]
        before = client.get(f"/api/v1/states?before={following}").json()
        assert [one["key"] for one in before["records"]] == ["a"]
        assert before["next"].partition("?")[2] == f"after={cursor}"
        assert keys(client, before["next"]) == ["b"]

    def test_keeps_what_possibly_was_on_a_day(self, client):
        designation = DesignationFactory(key="d", period="2018-07-01/..", **PUBLISHED)
        assert keys(client, "/api/v1/designations?on=2018-07-01") == [designation.key]
        assert keys(client, "/api/v1/designations?on=2018-06-30") == []

    def test_people_of_a_day_are_those_in_office(self, client):
        tenure = TenureFactory(period="2018-01-01/2018-12-31", **PUBLISHED)
        assert keys(client, "/api/v1/people?on=2018-05-24") == [tenure.person.key]
        assert keys(client, "/api/v1/people?on=2019-05-24") == []

    def test_is_narrowed_down_to_a_partner(self, client):
        partner = PartnerFactory(key="jp", **PUBLISHED)
        VisitFactory(key="one", **PUBLISHED).partners.add(partner)
        VisitFactory(key="other", **PUBLISHED)
        assert keys(client, "/api/v1/visits?partner=jp") == ["one"]
        assert keys(client, "/api/v1/visits?partner=nobody") == []

    def test_takes_no_query_for_each(self, client, django_assert_max_num_queries):
        def more():
            CitationFactory(designation=DesignationFactory(**PUBLISHED), source=SourceFactory(**PUBLISHED))

        more()
        with django_assert_max_num_queries(60) as few:
            client.get("/api/v1/designations")
        more(), more()
        with django_assert_max_num_queries(len(few)):
            assert len(client.get("/api/v1/designations").json()["records"]) == 3

    @pytest.mark.parametrize("query", ["on=2018", "on=x", "after=x", "from=32 May", "partner=a&on=\x00"])
    def test_refuses_what_makes_no_sense_with_a_sentence(self, client, query):
        answer = client.get(f"/api/v1/states?{query}")
        assert answer.status_code == 400
        if "\x00" not in query:
            assert answer.json()["error"]

    def test_leads_whoever_asks_for_words_to_the_search(self, client):
        answer = client.get("/api/v1/states?q=sea+weed", headers={"accept-language": "en"})
        assert answer.status_code == 400
        assert answer.json()["error"].endswith(" http://testserver/en/search.json?q=sea+weed&kind=state")
        assert client.get("/api/v1/states?q=").status_code == 200


class TestRecord:
    def test_has_no_page_before_it(self, client):
        StateFactory(key="jp", **PUBLISHED)
        assert client.get("/api/v1/states/jp?before=a").status_code == 400

    def test_says_everything_in_both_languages(self, client):
        decision = DecisionFactory(
            key="d", date="2018-05-24", title_fr="Une décision", title_en="A decision", note="For staff", **PUBLISHED
        )
        CitationFactory(decision=decision, source=SourceFactory(key="minutes", **PUBLISHED), key="c", locator="§ 1")
        found = client.get("/api/v1/decisions/d").json()
        assert found["title"] == {"fr": "Une décision", "en": "A decision"}
        assert found["permanent"].endswith("/id/decision/d")
        assert found["pages"]["fr"].endswith("/fr/decisions/d/")
        assert found["bounds"] == {"date": {"earliest": "2018-05-24", "latest": "2018-05-24"}}
        assert (found["fields"]["date"], found["fields"]["title_fr"]) == ("2018-05-24", "Une décision")
        assert found["parts"]["citation"][0]["source"] == {"kind": "source", "key": "minutes"}
        assert "For staff" not in str(found)

    def test_says_no_day_where_nothing_limits_a_date(self, client):
        DesignationFactory(key="d", period="2018-07-01/..", **PUBLISHED)
        bounds = client.get("/api/v1/designations/d").json()["bounds"]
        assert bounds == {"period": {"earliest": "2018-07-01", "latest": None}}
        DesignationFactory(key="before", period="../2018-07-01", **PUBLISHED)
        bounds = client.get("/api/v1/designations/before").json()["bounds"]
        assert bounds == {"period": {"earliest": None, "latest": "2018-07-01"}}

    def test_names_nothing_that_is_not_public(self, client):
        with past_the_fence():
            DesignationFactory(
                key="d", decision=DecisionFactory(key="secret"), mission__publication="draft", **PUBLISHED
            )
        found = client.get("/api/v1/designations/d")
        assert "secret" not in found.text
        assert "decision" not in found.json()["fields"]

    def test_tells_no_birth_of_the_living(self, client):
        person = PersonFactory(key="p", birth="1955-05-05", **PUBLISHED)
        Name.objects.create(person=person, key="n", kind="birth", text="Born So", period="1955-05-05/1980")
        found = client.get("/api/v1/people/p").json()
        assert found["fields"] == {"name": person.name}
        assert found["bounds"] == {}
        assert found["parts"] == {"name": [{"key": "n", "kind": "birth", "text": "Born So"}]}

    @pytest.mark.parametrize(("state", "status"), [("draft", 404), ("in_review", 404), ("withdrawn", 410)])
    def test_that_is_not_public_is_refused(self, client, state, status):
        StateFactory(key="s", publication=state, withdrawal_reason_fr="Erreur.")
        answer = client.get("/api/v1/states/s")
        assert (answer.status_code, list(answer.json())) == (status, ["error"])

    def test_of_no_kind_is_refused(self, client):
        for address in ("/api/v1/nothing", "/api/v1/nothing/s", "/api/v1/states/nobody"):
            answer = client.get(address)
            assert (answer.status_code, list(answer.json())) == (404, ["error"]), address
