"""Offices and tenures in the back-office."""

import re
from html import unescape

import pytest

from partnerships import editorial
from partnerships.editorial.beside_record import change_beside_record
from partnerships.models import PendingChange, Tenure
from partnerships.records.snapshot.taking import digest, snapshot
from tests.factories import OfficeFactory, PersonFactory, TenureFactory

from .browsing import address, as_it_stands, said, submitted

pytestmark = [pytest.mark.django_db, pytest.mark.once]

EN = {"accept-language": "en"}


class TestChangeOfAnAmbassador:
    @pytest.fixture
    def before(self, time_machine):
        # A year after the new one took office nothing vouches for them any more, and that is said as well.
        time_machine.move_to("2026-12-01T12:00Z", tick=False)
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

    def test_is_previewed_and_compared_while_typed(self, send, before):
        assert "in those days as well" not in send(_preview="en").text
        [named] = send(_typed="1").json()["said"]
        assert named["sentence"] == "The end that you give is proposed for:"
        assert [each["address"] for each in named["records"]] == [address("tenure", "change", before.pk)]
        assert Tenure.objects.count() == 1
        assert not PendingChange.objects.exists()

    def test_that_cannot_be_leaves_what_else_is_said_while_typed(self, send):
        first, *others = (each["sentence"] for each in send(_typed="1", end_before="2018").json()["said"])
        assert first.startswith("End of the previous tenure: ")
        assert "Somebody still holds this office; say until when:" in others
        # What is no date is said below its field.
        unread = [each["sentence"] for each in send(_typed="1", end_before="30 Sept").json()["said"]]
        assert unread == others

    def test_is_one_step_in_every_list_and_form(self, send, before, as_role):
        send(_submit="1")
        pending, new = PendingChange.objects.get(), Tenure.objects.exclude(pk=before.pk).get()
        page, way = address("tenure", "change", new.pk), address("pendingchange", "change", pending.pk)
        reviewer = as_role("reviewer")
        assert way in reviewer.get("/admin/partnerships/work/in-review/").text
        assert not reviewer.get(f"{address('pendingchange', 'changelist')}?waits=pending").context["cl"].result_count
        opened = reviewer.get(page, headers=EN)
        assert ("30 September 2026" in opened.text, way in opened.text) == (True, True)
        form = submitted(opened) | {"_publish": "1", "unsourced": [f"tenure/{new.key}"]}
        assert "has changed since you opened this page" in reviewer.post(page, form, headers=EN).text
        reviewer.post(page, form | {"joined": opened.context["joined_seen"]})
        for each in (pending, new, before):
            each.refresh_from_db()
        assert (pending.state, new.publication, before.period) == ("accepted", "published", "2019/2026-09-30")

    @pytest.mark.parametrize(("button", "became"), [("accept", "published"), ("give_back", "draft")])
    def test_is_decided_on_the_page_of_the_end_too(self, send, before, as_role, button, became):
        send(_submit="1")
        pending, new = PendingChange.objects.get(), Tenure.objects.exclude(pk=before.pk).get()
        reviewer, page = as_role("reviewer"), address("pendingchange", "change", pending.pk)
        shown = reviewer.get(page, headers=EN)
        assert ("Publish both" in shown.text, 'type="checkbox" name="chosen"' in shown.text) == (True, False)
        assert "since 1 October 2026" in shown.text
        chosen = [row["said"].name for _part, rows in shown.context["parts"] for row in rows]
        words = {"comment": "Why?", "unsourced": [f"tenure/{new.key}"], "version": shown.context["version"]}
        reviewer.post(page, {f"_{button}": "1", "chosen": chosen, **words})
        new.refresh_from_db()
        assert new.publication == became

    def test_its_page_shows_every_end_that_goes_with_the_new_one(self, send, before, as_role, staff):
        send(_submit="1")
        pending, new = PendingChange.objects.get(), Tenure.objects.exclude(pk=before.pk).get()
        seen = change_beside_record(pending).version
        other = TenureFactory(publication="published", period="2012/..")
        lines = snapshot(other)
        after = [{**lines[0], "fields": {**lines[0]["fields"], "period": "2012/2017"}}]
        # Two new ones that were one, and were merged.
        joined = editorial.propose(other, by=staff["editor"], before=lines, after=after, successor=new)
        assert change_beside_record(pending).version != seen
        shown = as_role("reviewer").get(address("pendingchange", "change", pending.pk), headers=EN)
        assert address("pendingchange", "change", joined.pk) in shown.text
        assert "2017" in shown.text

    def test_that_fits_no_more_keeps_nobody_from_saving_the_new_one(self, send, before, as_role):
        send()
        PendingChange.objects.update(key="merged-since")
        new = Tenure.objects.exclude(pk=before.pk).get()
        client, page = as_role("editor"), address("tenure", "change", new.pk)
        client.post(page, as_it_stands(client, page) | {"summary_en": "In short."})
        new.refresh_from_db()
        assert new.summary_en == "In short."

    def test_is_published_at_once_by_who_may(self, send, before, as_role):
        as_role("reviewer")
        step = {"_publish": "1", "_alone_reason": "Urgent."}
        refused = send(**step)
        assert "has changed since you opened" not in refused.text
        told = said(send(**step, unsourced=[name for name, _record, _lack in refused.context["unsourced"]]))
        before.refresh_from_db()
        assert (PendingChange.objects.get().state, before.period) == ("accepted", "2019/2026-09-30")
        assert "waits for a second person" not in told

    def test_is_taken_back_with_a_draft_that_is_deleted(self, send, before, as_role):
        send()
        new = Tenure.objects.exclude(pk=before.pk).get()
        as_role("reviewer").post(address("tenure", "delete", new.pk), {"post": "yes", "version": digest(new)})
        assert PendingChange.objects.get().state == "taken_back"
