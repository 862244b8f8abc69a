"""Offices and tenures in the back-office."""

import re
from html import unescape

import pytest

from partnerships.models import PendingChange, Tenure
from tests.factories import OfficeFactory, PersonFactory, TenureFactory

from .browsing import address, as_it_stands, said

pytestmark = [pytest.mark.django_db, pytest.mark.once]

EN = {"accept-language": "en"}


class TestChangeOfAnAmbassador:
    @pytest.fixture
    def before(self):
        office = OfficeFactory(single_holder=True, publication="published")
        return TenureFactory(office=office, person__publication="published", period="2019/..", publication="published")

    @pytest.fixture
    def send(self, as_role, before):
        client, page = as_role("editor"), address("tenure", "add")
        person = PersonFactory(publication="published").pk
        typed = {"office": before.office.pk, "person": person, "period": "since 1 October 2026"}
        form = as_it_stands(client, page) | typed
        return lambda **more: client.post(page, form | {"end_before": "30 September 2026"} | more, headers=EN)

    def test_is_one_form(self, send, before):
        told = said(send())
        pending, new = PendingChange.objects.get(), Tenure.objects.exclude(pk=before.pk).get()
        assert (pending.key, pending.state, new.period) == (before.key, "waiting", "2026-10-01/..")
        assert address("pendingchange", "change", pending.pk) in told
        assert "Somebody still holds this office" not in told
        assert "in those days as well" not in told
        assert Tenure.objects.get(pk=before.pk).period == "2019/.."

    def test_is_previewed_as_a_whole_once_it_waits(self, send, as_role):
        told = said(send())
        preview = re.search(r'href="([^"]*/preview/[^"]*)"', told)
        shown = as_role("editor").get(unescape(preview[1]), headers=EN).text
        assert "30 September 2026" in shown

    def test_that_is_not_sure_keeps_its_words(self, send):
        send(end_before="probably in September 2026")
        [tenure] = [line["fields"] for line in PendingChange.objects.get().after if line["model"].endswith("tenure")]
        assert (tenure["period"], "(probably)" in tenure["period_wording_en"]) == ("2019/2026-09?", True)

    def test_that_cannot_be_keeps_what_was_typed(self, send, before):
        answer = send(end_before="2018")
        assert 'value="2018"' in answer.text
        assert 'href="#id_end_before"' in answer.text
        assert Tenure.objects.get() == before

    def test_is_previewed_and_compared_while_typed(self, send):
        assert "in those days as well" not in send(_preview="en").text
        assert send(_typed="1").json() == {"said": []}
        assert Tenure.objects.count() == 1
        assert not PendingChange.objects.exists()
