"""The desk of the findings."""

import re
from datetime import UTC, datetime
from math import inf

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from partnerships.after_answering import is_later
from partnerships.consistency import kept_findings, register
from partnerships.models import Change, CheckedFinding
from tests.factories import CitationFactory, OfficeFactory, PlaceFactory, TenureFactory

from .browsing import address, said

EN = {"accept-language": "en"}
DESK = reverse("admin:partnerships_findings")


@pytest.fixture
def holders(db):
    office = OfficeFactory()
    return [TenureFactory(key=key, office=office, period="2012-12-26/2014") for key in ("one", "two")]


def name_in(text):
    return re.search(r'name="finding" value="(\w+)"', text)[1]


class TestDesk:
    def test_counts_by_kind_errors_first(self, as_role, holders):
        TenureFactory(period="2012/2013", person__birth="2015")
        answer = as_role("reader").get(DESK, headers=EN)
        first, second = answer.context["groups"][:2]
        assert (first[1][0]["code"], first[0][:6], second[0][:8]) == ("before-birth", "Errors", "Warnings")
        codes = [row["code"] for _title, rows in answer.context["groups"] for row in rows]
        assert "two-holders" in codes
        for code in codes:
            assert f'href="?kind={code}"' in answer.text
        only = as_role("reader").get(DESK, {"severity": "error"}, headers=EN).context["groups"]
        assert [row["code"] for _title, rows in only for row in rows] == ["before-birth"]

    @pytest.mark.once
    def test_is_linked_from_the_first_page_with_its_number(self, as_role, holders):
        text = as_role("editor").get(reverse("admin:index"), headers=EN).text
        assert re.search(rf'<a href="{DESK}">Errors and warnings in the register</a>\s*<strong>\d+</strong>', text)

    def test_of_a_kind_leads_to_the_form_and_to_the_other_record(self, as_role, holders):
        text = as_role("reader").get(DESK, {"kind": "two-holders"}, headers=EN).text
        for tenure in holders:
            assert f'href="{address("tenure", "change", tenure.pk)}"' in text

    def test_says_since_when_its_records_are_as_they_are(self, as_role, holders):
        for tenure, day in zip(holders, (3, 9), strict=True):
            at = datetime(2018, 5, day, 12, tzinfo=UTC)
            Change.objects.create(kind="tenure", key=tenure.key, action="update", at=at, before=[], after=[])
        text = as_role("reader").get(DESK, {"kind": "two-holders"}, headers=EN).text
        assert "Nothing has changed here since 9 May 2018." in text

    @pytest.mark.once
    def test_that_is_due_for_checking_has_a_line_of_its_own_on_the_first_page(self, as_role):
        tenure = TenureFactory(period="2012-12-26/..")
        CitationFactory(tenure=tenure, source__date="2013-01-01")
        text = as_role("editor").get(reverse("admin:index"), headers=EN).text
        line = (
            rf'<a href="{DESK}\?kind=due-for-checking">Tenures recorded as continuing, due for a check</a>\s*<strong>1<'
        )
        assert re.search(line, text)

    def test_names_in_words_what_it_is_about(self, as_role, holders):
        text = as_role("reader").get(DESK, {"kind": "two-holders"}, headers=EN).text
        assert re.search(r"see also Person Number \d+ – ", text)
        assert "see also one." not in text

    def test_is_narrowed_down_to_a_kind_of_record(self, as_role, holders):
        PlaceFactory()
        answer = as_role("reader").get(DESK, {"kind": "no-source", "record": "place"})
        assert {row["finding"].kind for row in answer.context["rows"]} <= {"place"}

    def test_odd_questions_are_answered(self, as_role, holders):
        client = as_role("reader")
        assert client.get(DESK, {"kind": "nonsense"}).status_code == 404
        for asked in ({"severity": "nonsense"}, {"kind": "two-holders", "page": "x", "record": "²", "settled": ""}):
            assert client.get(DESK, asked).status_code == 200
        # Where no error is, there is something else all the same.
        assert "Nothing of this sort is found." in client.get(DESK, {"severity": "error"}, headers=EN).text

    def test_of_a_large_register_shows_what_is_kept_and_counts_anew_once_it_is_shown(
        self, as_role, holders, monkeypatch
    ):
        client, ran, stock = as_role("reader"), [], register.of_check
        # However busy the machine is.
        monkeypatch.setattr("partnerships.admin.findings.ON_THE_DESK", inf)
        client.get(DESK, headers=EN)
        monkeypatch.setattr(kept_findings, "SMALL", -1)
        monkeypatch.setattr(kept_findings, "of_check", lambda name: ran.append(is_later()) or stock(name))
        TenureFactory(key="three", office=holders[0].office, period="2012-12-26/2014")
        Change.objects.create(kind="tenure", key="three", action="create", at=timezone.now())

        def count(answer):
            rows = [row for _title, rows in answer.context["groups"] for row in rows]
            return next(row["group"].count for row in rows if row["code"] == "two-holders")

        older = client.get(DESK, headers=EN)
        newer = client.get(DESK, headers=EN)
        assert (count(older), count(newer)) == (1, 2)
        assert ("being counted now" in older.text, "being counted now" in newer.text) == (True, False)
        assert ("Before the last changes" in older.text, "Before the last changes" in newer.text) == (True, False)
        assert ran == [True] * len(register.CHECKS)

    @pytest.mark.parametrize(("code", "before", "after"), [("two-holders", 1, 2), ("null-island", 0, 1)])
    def test_shows_what_is_kept_of_a_kind_whose_check_takes_long(
        self, as_role, holders, monkeypatch, code, before, after
    ):
        client = as_role("reader")
        client.get(DESK, headers=EN)
        monkeypatch.setattr(kept_findings, "OPENED", -1)
        monkeypatch.setattr(kept_findings, "SMALL", -1)
        TenureFactory(key="three", office=holders[0].office, period="2012-12-26/2014")
        PlaceFactory(latitude=0, longitude=0)
        Change.objects.create(kind="tenure", key="three", action="create", at=timezone.now())
        older, newer = (client.get(DESK, {"kind": code}, headers=EN) for _ in range(2))
        assert [answer.context["group"].count for answer in (older, newer)] == [before, after]
        assert ["being counted now" in answer.text for answer in (older, newer)] == [True, False]


@pytest.mark.once
class TestTitles:
    def test_no_code_stands_on_the_desk(self, as_role, holders):
        for asked in ({}, {"kind": "two-holders"}):
            html = as_role("reader").get(DESK, asked, headers=EN).text
            shown = re.sub("<[^>]+>", " ", html.split('id="container"')[1])
            assert "two-holders" not in shown
            assert "Two people certainly hold this office together" in shown


class TestAnswer:
    def test_is_kept_with_its_reason_and_taken_back(self, as_role, holders):
        client, page = as_role("editor"), f"{DESK}?kind=two-holders"
        name = name_in(client.get(page).text)
        answer = client.post(page, {"finding": name, "reason": "They shared it.", "_settle": "1"}, headers=EN)
        assert answer["Location"] == page
        assert client.get(page).context["rows"] == []
        settled = client.get(f"{page}&settled=1", headers=EN)
        assert "They shared it." in settled.text
        assert [kind for kind, _title in settled.context["kinds"]] == ["tenure"]
        client.post(f"{page}&settled=1", {"finding": name_in(settled.text), "_reopen": "1"})
        answer = client.get(page, headers=EN)
        assert len(answer.context["rows"]) == 1
        assert "They shared it." in answer.text
        assert name_in(answer.text) == name

    def test_of_whoever_comes_second_is_given_back_to_copy(self, as_role, holders):
        client, page = as_role("editor"), f"{DESK}?kind=two-holders"
        name = name_in(client.get(page).text)
        client.post(page, {"finding": name, "reason": "They shared it.", "_settle": "1"})
        answer = client.post(page, {"finding": name, "reason": "Another word", "_settle": "1"}, headers=EN)
        assert answer.status_code == 200
        assert "They shared it." in answer.text
        assert "Another word" in answer.text

    def test_without_a_reason_is_refused(self, as_role, holders):
        client, page = as_role("editor"), f"{DESK}?kind=two-holders"
        answer = client.post(page, {"finding": name_in(client.get(page).text), "reason": " "}, headers=EN)
        assert "Say why it is so." in answer.text
        assert not CheckedFinding.objects.exists()

    def test_to_what_is_mended_already_is_said(self, as_role, holders):
        answer = as_role("editor").post(f"{DESK}?kind=two-holders", {"finding": "gone", "reason": "So"}, headers=EN)
        assert "no longer exists" in said(answer)
        assert {message.level_tag for message in get_messages(answer.wsgi_request)} == {"info"}

    def test_is_not_offered_to_what_cannot_be_true(self, as_role):
        TenureFactory(period="2012/2013", person__birth="2015")
        text = as_role("administrator").get(f"{DESK}?kind=before-birth", headers=EN).text
        assert "This cannot be true" in text
        assert 'name="finding"' not in text

    @pytest.mark.once
    @pytest.mark.parametrize(
        ("role", "status"), [("reader", 403), ("editor", 302), ("reviewer", 302), ("administrator", 302)]
    )
    def test_is_given_by_those_who_write(self, as_role, holders, role, status):
        client, page = as_role(role), f"{DESK}?kind=two-holders"
        name = name_in(as_role("editor").get(page).text)
        text = as_role(role).get(page).text
        assert ('name="_settle"' in text) == (status == 302)
        assert client.post(page, {"finding": name, "reason": "So"}).status_code == status
        assert CheckedFinding.objects.count() == (status == 302)
