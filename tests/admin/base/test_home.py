"""The first page: what waits, each a link to the one place; what changed lately."""

import pytest
from django.urls import reverse

from partnerships import editorial
from partnerships.admin.base.home import task_address
from partnerships.editorial.waiting import LISTS, MISSING
from tests.factories import AreaFactory

from ..browsing import press

EN = {"accept-language": "en"}


def work(name):
    return f"/admin/partnerships/work/{name}/"


class TestHome:
    def test_leads_to_what_is_in_review_in_one_click(self, as_role, staff):
        editorial.submit(AreaFactory(name_en="Sent in"), by=staff["editor"], comment="Please look")
        client = as_role("reviewer")
        home = client.get("/admin/", headers=EN)
        (row,) = [row for row in home.context["waiting"] if row["count"] == 1 and "review" in row["title"]]
        page = client.get(row["address"], headers=EN)
        assert "Sent in" in page.text
        assert "Please look" in page.text

    def test_every_address_answers(self, as_role):
        area = AreaFactory(publication="published", name_fr=None)
        press(as_role("editor"), area, name_fr="Neuf")
        press(as_role("reviewer"), area, name_en="New", _live="1", _live_reason="In a hurry")
        client = as_role("administrator")
        rows = client.get("/admin/").context["waiting"]
        assert len(rows) == 6
        for row in rows:
            assert client.get(row["address"]).status_code == 200

    def test_what_was_returned_leads_there_and_what_waits_there(self):
        pending = reverse("admin:partnerships_pendingchange_changelist")
        assert task_address("pending") == f"{pending}?state__exact=waiting"
        assert task_address("pending-returned") == f"{pending}?state__exact=returned"

    def test_says_what_changed_lately(self, as_role, staff):
        editorial.submit(AreaFactory(name_en="Sent in"), by=staff["editor"])
        assert "Sent in" in as_role("reader").get("/admin/", headers=EN).text

    def test_leads_to_what_a_document_tells_whoever_may_enter_it(self, as_role):
        way = 'href="/admin/partnerships/from-document/"'
        assert [way in as_role(role).get("/admin/").text for role in ("reader", "editor")] == [False, True]


class TestWork:
    @pytest.mark.parametrize("name", [*LISTS, *MISSING])
    @pytest.mark.parametrize("role", ["reader", "editor", "reviewer", "administrator"])
    def test_answers_everybody_on_the_staff(self, as_role, role, name):
        AreaFactory(publication="published", name_fr=None)
        assert as_role(role).get(work(name)).status_code == 200

    def test_asks_who_is_there(self, client):
        assert client.get(work("in-review")).status_code == 302

    def test_of_another_name_is_not_there(self, as_role):
        assert as_role("editor").get(work("nothing")).status_code == 404
