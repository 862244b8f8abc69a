"""Who held an office, as JSON: on a day, and one after the other."""

import pytest
import time_machine

from partnerships.api.offices import ROWS
from partnerships.models import Tenure
from partnerships.offices import succession
from tests.factories import CitationFactory, DecisionFactory, DesignationFactory, OfficeFactory, past_the_fence
from tests.offices.register import make_heads, make_office, make_tenure

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-02-18 12:00:00+01:00", tick=False):
        yield


def ask(client, key, on):
    return client.get(f"/api/v1/offices/{key}/holders?on={on}").json()


def rows(client, key):
    return client.get(f"/api/v1/offices/{key}/succession").json()["rows"]


@pytest.fixture
def head():
    """A head of mission who is so by being ambassador, from 1 July 2018 on, on the ground of a decision."""
    ambassador, head = make_heads("2018-07-01/2025-01-15", mission={"period": "2018-07-01/.."}, key="head")
    tenure = make_tenure(ambassador, "hayashi", "2017-04-27/2019", key="hayashi-be", acting=True)
    decision = DecisionFactory(key="decision", publication="published", date="2018-05-24")
    head.mission.designations.update(decision=decision)
    for owner, source in (({"tenure": tenure}, "letter"), ({"decision": decision}, "minutes")):
        CitationFactory(**owner, source__key=source, source__publication="published", source__date="2018-05-28")
    return head


class TestHolders:
    def test_names_the_holder(self, client):
        made = make_tenure(make_office(key="pm"), "abe", "2012-12-26/2020-09-16")
        answer = ask(client, "pm", "2015-06-01")
        assert answer["certain"] == [
            {
                "person": {"key": "abe", "name": made.person.name, "name_language": None},
                "tenure": made.key,
                "acting": False,
                "by_virtue_of": None,
                "sources": [],
                "reasons": [
                    {"code": "own_right", "records": [{"kind": "tenure", "key": made.key}], "day": None},
                ],
                "last_seen": {
                    "date": "2012-12-26",
                    "earliest": "2012-12-26",
                    "latest": "2012-12-26",
                    "shown_by": "start",
                    "person": {"key": "abe", "name": made.person.name, "name_language": None},
                    "tenure": made.key,
                    "by_virtue_of": None,
                    "sources": [],
                },
            }
        ]
        assert (answer["office"], answer["on"], answer["possible"], answer["known"]) == ("pm", "2015-06-01", [], True)

    def test_says_by_virtue_of_what_with_the_sources_of_each_step(self, client, head):
        (holder,) = ask(client, "head", "2018-09-01")["certain"]
        designation = head.mission.designations.get()
        assert holder["by_virtue_of"] == {
            "designation": designation.key,
            "office": designation.embassy.offices.get().key,
            "decision": "decision",
        }
        assert holder["sources"] == ["letter", "minutes"]
        assert holder["acting"] is True

    def test_says_why_there_was_nobody(self, client, head):
        answer = ask(client, "head", "2018-06-15")
        assert (answer["certain"], answer["possible"], answer["known"], answer["exists"]) == ([], [], True, False)
        assert [reason["code"] for reason in answer["reasons"]] == [
            "office_did_not_exist_yet",
            "decided_not_yet_in_effect",
        ]
        assert answer["reasons"][0]["day"] == {"earliest": "2018-07-01", "latest": "2018-07-01"}
        assert {"kind": "decision", "key": "decision"} in answer["reasons"][1]["records"]
        assert answer["sources"] == ["minutes"]

    def test_says_who_was_last_and_who_was_next_seen(self, client, head):
        make_tenure(head, "izawa", "2025-01-15/..", key="izawa-head")
        answer = ask(client, "head", "2023-06-01")
        assert (answer["certain"], answer["possible"], answer["known"]) == ([], [], False)
        assert (answer["last_seen"]["person"]["key"], answer["last_seen"]["date"]) == ("hayashi", "2019-01-01")
        assert answer["last_seen"]["shown_by"] == "certain"
        assert (answer["next_seen"]["person"]["key"], answer["next_seen"]["earliest"]) == ("izawa", "2025-01-15")
        assert answer["next_seen"]["tenure"] == "izawa-head"

    def test_without_a_day_is_of_today(self, client):
        make_office(key="pm")
        assert client.get("/api/v1/offices/pm/holders").json()["on"] == "2026-02-18"

    def test_source_that_contradicts_is_none_of_its_sources(self, client):
        tenure = make_tenure(make_office(key="pm"), "abe", "2012-12-26/2020-09-16", key="abe-pm")
        CitationFactory(tenure=tenure, source__key="denial", source__publication="published", stance="contradicts")
        CitationFactory(tenure=tenure, source__key="gazette", source__publication="published", source__date="2021")
        assert ask(client, "pm", "2015-06-01")["certain"][0]["sources"] == ["gazette"]

    def test_refuses_what_is_no_day(self, client):
        make_office(key="pm")
        response = client.get("/api/v1/offices/pm/holders?on=2015")
        assert response.status_code == 400
        assert response.json()["error"]

    @pytest.mark.parametrize("what", ["holders", "succession"])
    @pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
    def test_knows_only_what_is_published(self, client, what, state):
        OfficeFactory(key="pm", publication=state, withdrawal_reason_en="Entered twice.")
        assert client.get(f"/api/v1/offices/pm/{what}").status_code == 404
        assert client.get(f"/api/v1/offices/nobody/{what}").status_code == 404


class TestSuccession:
    def test_lists_everybody_in_order_until_today(self, client, head):
        make_tenure(head, "izawa", "2025-01-16/..", seen=["2025-10-01"], key="izawa-head")
        said = [
            (row["start"]["latest"], row["end"]["earliest"], row["answer"], (row["person"] or {"key": None})["key"])
            for row in rows(client, "head")
        ]
        assert said == [
            ("2018-07-01", "2019-01-01", "certain", "hayashi"),
            ("2019-01-02", "2019-12-31", "possible", "hayashi"),
            ("2020-01-01", "2025-01-15", "not_known", None),
            ("2025-01-16", "2026-02-18", "certain", "izawa"),
        ]

    def test_says_how_far_the_same_person_possibly_reaches(self, client, head):
        assert rows(client, "head")[0]["start"] == {"earliest": "2018-07-01", "latest": "2018-07-01"}
        assert rows(client, "head")[0]["end"] == {"earliest": "2019-01-01", "latest": "2019-12-31"}

    def test_row_says_all_that_the_answer_for_a_day_says(self, client, head):
        (holder,) = ask(client, "head", "2018-09-01")["certain"]
        row = rows(client, "head")[0]
        assert {name: row[name] for name in holder} == holder

    def test_row_without_anybody_has_its_reasons_too(self, client, head):
        row = rows(client, "head")[2]
        assert (row["person"], row["tenure"], row["acting"], row["by_virtue_of"]) == (None, None, False, None)
        assert [reason["code"] for reason in row["reasons"]] == ["outside_the_coverage"]
        assert row["last_seen"]["date"] == "2019-01-01"

    def test_is_empty_of_an_office_to_come(self, client):
        make_office(key="later", period="2030/..")
        assert rows(client, "later") == []

    def test_number_of_queries_does_not_grow(self, client, django_assert_num_queries):
        held = make_office(key="pm")
        for year in range(1950, 1960):
            make_tenure(held, f"p{year}", f"{year}-01-01/{year}-12-31", sourced="1970")
        with django_assert_num_queries(12):
            assert len(rows(client, "pm")) == 11


class TestDesignationsThatAreNotPublished:
    @pytest.mark.parametrize("state", ["draft", "in_review"])
    def test_are_never_used(self, client, head, state):
        head.mission.designations.update(publication=state)
        assert ask(client, "head", "2018-09-01")["certain"] == []

    @past_the_fence()
    def test_draft_decision_is_never_named(self, client, head):
        head.mission.designations.get().decision.__class__.objects.update(publication="draft")
        (holder,) = ask(client, "head", "2018-09-01")["certain"]
        assert holder["by_virtue_of"]["decision"] is None
        assert holder["sources"] == ["letter"]
        assert "decision" not in str(rows(client, "head")).replace("decided", "").replace("'decision': None", "")

    @past_the_fence()
    def test_embassy_that_is_not_published_serves_as_nothing(self, client, head):
        head.mission.designations.get().embassy.__class__.objects.update(publication="draft")
        assert ask(client, "head", "2018-09-01")["certain"] == []

    def test_second_designation_alone_counts(self, client, head):
        DesignationFactory(mission=head.mission, embassy=head.mission.designations.get().embassy, period="2010/..")
        assert ask(client, "head", "2018-06-30")["reasons"][0]["code"] == "office_did_not_exist_yet"


class TestParts:
    """A long succession is given in parts, from its beginning."""

    @pytest.fixture
    def long(self):
        office = make_office(key="long")
        person = make_tenure(office, "p", "1900-01-01/1900-12-31").person
        several = [
            Tenure(
                key=f"t{year}",
                person=person,
                office=office,
                period=f"{year}-01-01/{year}-12-31",
                publication="published",
            )
            for year in range(1000, 1000 + ROWS)
        ]
        Tenure.objects.bulk_create(several)
        return office

    def test_lead_from_one_to_the_next_and_hold_every_row_once(self, client, long):
        first = client.get("/api/v1/offices/long/succession").json()
        assert (len(first["rows"]), first["total"]) == (ROWS, len(succession(long)))
        second = client.get(first["next"]).json()
        assert len(first["rows"]) + len(second["rows"]) == first["total"]
        assert second["next"] is None
        assert first["rows"][-1] != second["rows"][0]

    def test_short_one_has_none(self, client):
        make_tenure(make_office(key="pm"), "abe", "2012-12-26/2020-09-16")
        found = client.get("/api/v1/offices/pm/succession").json()
        assert (found["next"], found["total"]) == (None, len(found["rows"]))

    @pytest.mark.parametrize("asked", ["0", "4", "x"])
    def test_that_do_not_exist_are_refused(self, client, long, asked):
        assert client.get(f"/api/v1/offices/long/succession?rows={asked}").status_code == 400


class TestNames:
    def test_title_has_its_feminine_form_and_a_name_its_language(self, client):
        office = make_office(key="secretary")
        office.name_fr, office.title_feminine_fr, office.name_en = (
            "secrétaire général",
            "secrétaire générale",
            "Secretary General",
        )
        office.save()
        tenure = make_tenure(office, "kim", "2018-01-01/2019-12-31")
        type(tenure.person).objects.filter(key="kim").update(name_language="ko")
        answer = ask(client, "secretary", "2018-06-01")
        assert answer["titles"] == {
            "fr": {"title": "secrétaire général", "feminine": "secrétaire générale"},
            "en": {"title": "Secretary General", "feminine": None},
        }
        assert answer["certain"][0]["person"]["name_language"] == "ko"
