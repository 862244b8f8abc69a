"""The first page: what waits, each a link to the one place; what changed lately."""

from math import inf

import pytest
from django.contrib.auth.models import Group

from partnerships import editorial
from partnerships.admin.base.home import NARROWED, address_of_drafts
from partnerships.after_answering import is_later
from partnerships.consistency import kept_findings
from partnerships.editorial import waiting
from partnerships.editorial.history import record_deletion, record_saving
from partnerships.editorial.waiting import LISTS, MISSING
from partnerships.models import Area, Change
from partnerships.records.references import called
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory, CitationFactory, PersonFactory

from ..browsing import press

EN = {"accept-language": "en"}


def work(name):
    return f"/admin/partnerships/work/{name}/"


class TestHome:
    @pytest.mark.once
    def test_of_a_large_register_waits_for_no_check(self, as_role, monkeypatch):
        client, ran = as_role("editor"), []
        # However busy the machine is.
        monkeypatch.setattr("partnerships.admin.base.home.AT_HOME", inf)
        monkeypatch.setattr(kept_findings, "CHECKS", ("posts",))
        client.get("/admin/")
        monkeypatch.setattr(kept_findings, "SMALL", -1)
        monkeypatch.setattr(kept_findings, "of_check", lambda name: ran.append(is_later()) or [])
        record_saving(AreaFactory(), by=None, before=None)
        client.get("/admin/")
        assert ran == [True]

    @pytest.mark.once
    @pytest.mark.usefixtures("unchecked")
    def test_leads_to_what_is_in_review_in_one_click(self, as_role, staff):
        editorial.submit(AreaFactory(name_en="Sent in"), by=staff["editor"], comment="Please look")
        client = as_role("reviewer")
        home = client.get("/admin/", headers=EN)
        (row,) = [row for row in home.context["waiting"] if row["count"] == 1 and "review" in row["title"]]
        page = client.get(row["address"], headers=EN)
        assert "Sent in" in page.text
        assert "Please look" in page.text

    def test_every_address_answers_with_as_many_as_it_said(self, as_role):
        area = AreaFactory(publication="published", name_fr=None)
        press(as_role("editor"), area, name_fr="Neuf")
        press(as_role("administrator"), area, name_fr="Autre")
        press(as_role("reviewer"), area, name_en="New", _live="1", _live_reason="In a hurry")
        client = as_role("administrator")
        home = client.get("/admin/", headers=EN).context
        titles = {row["title"]: row for row in (*home["waiting"], *home["with_others"])}
        assert len(titles) == 7
        assert [row["title"] for row in home["with_others"]] == ["Changes of yours, which somebody else decides"]
        for row in titles.values():
            page = client.get(row["address"])
            assert page.status_code == 200
            if "cl" in page.context:
                assert page.context["cl"].result_count == row["count"] == 1
        assert "Changes of public records, waiting for your decision" in titles

    @pytest.mark.once
    @pytest.mark.usefixtures("unchecked")
    def test_asks_an_editor_for_nothing_that_a_reviewer_decides(self, as_role):
        """It is told beside, as theirs; the list it leads to holds their own alone."""
        areas = AreaFactory.create_batch(2, publication="published", name_fr=None)
        press(as_role("administrator"), areas[0], name_fr="Autre")
        press(as_role("editor"), areas[1], name_fr="Neuf")
        client = as_role("editor")
        home = client.get("/admin/", headers=EN).context
        assert not any("decision" in row["title"] for row in home["waiting"])
        (row,) = home["with_others"]
        page = client.get(row["address"], headers=EN)
        assert (row["count"], page.context["cl"].result_count) == (1, 1)
        choices = page.context["cl"].filter_specs[0].lookup_choices
        assert choices == [
            ("pending-returned", "Changes of yours that were returned"),
            ("pending-own", "Changes of yours, which somebody else decides"),
        ]

    def test_asks_a_reader_for_nothing(self, as_role, staff):
        editorial.submit(AreaFactory(name_en="Sent in"), by=staff["editor"])
        AreaFactory(publication="published", name_fr=None)
        home = as_role("reader").get("/admin/", headers=EN)
        assert (home.context["waiting"], home.context["with_others"]) == ([], [])
        assert "Nothing waits for you." in home.text

    @pytest.mark.usefixtures("unchecked")
    def test_says_what_changed_lately(self, as_role, staff):
        editorial.submit(AreaFactory(name_en="Sent in"), by=staff["editor"])
        assert "Sent in" in as_role("reader").get("/admin/", headers=EN).text

    @pytest.mark.once
    @pytest.mark.usefixtures("unchecked")
    def test_says_what_was_deleted_as_it_was_called_then(self, as_role):
        area = AreaFactory(key="gone", name_en="Cyber")
        record_saving(area, by=None, before=None)
        record_deletion(area, by=None, before=snapshot(area))
        area.delete()
        shown = as_role("reader").get("/admin/", headers=EN).text
        assert "Cyber (Area)" in shown
        assert "gone" not in shown

    @pytest.mark.once
    @pytest.mark.usefixtures("unchecked")
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


class TestSubmitTogether:
    """One’s own drafts, of every kind, are submitted from the one list of them: all that are ticked, or none."""

    @pytest.fixture
    def drafts(self, staff):
        records = [AreaFactory(name_en="Cyber"), PersonFactory(name="Julia Gillard"), AreaFactory(name_en="Later")]
        for each in records:
            record_saving(each, by=staff["editor"], before=None)
        return records

    def test_ticked_ones_go_before_the_reviewers(self, as_role, drafts):
        client = as_role("editor")
        page = client.get(address_of_drafts(drafts[:2]), headers=EN)
        assert page.text.count(" checked") == 2
        sent = {"record": [called(each) for each in drafts[:2]], "comment": "Both from one source"}
        client.post(work("drafts"), sent)
        assert [type(each).objects.get().publication for each in drafts[1:2]] == ["in_review"]
        assert list(Area.objects.order_by("pk").values_list("publication", flat=True)) == ["in_review", "draft"]
        assert Change.objects.filter(action="submit", comment="Both from one source").count() == 2

    def test_nothing_ticked_is_said_and_what_is_not_theirs_is_left(self, as_role, drafts):
        client = as_role("administrator")
        for ticked in ([], [called(drafts[0])], ["area/x"]):
            assert "Tick what you want to submit." in client.post(work("drafts"), {"record": ticked}, headers=EN).text
        assert not Change.objects.filter(action="submit").exists()

    def test_whoever_may_write_no_more_submits_nothing(self, as_role, staff, drafts):
        client = as_role("editor")
        staff["editor"].groups.set(Group.objects.filter(name="reader"))
        assert "_submit" not in client.get(work("drafts")).text
        assert client.post(work("drafts"), {"record": called(drafts[0])}).status_code == 403
        assert not Change.objects.filter(action="submit").exists()


class TestReviewTogether:
    """What waits for a review, of every kind, is published or returned from the one list of it: all ticked, or none."""

    @pytest.fixture
    def sent(self, staff):
        records = [AreaFactory(name_en="Cyber"), PersonFactory(name="Julia Gillard"), AreaFactory(name_en="Later")]
        for each in records:
            record_saving(each, by=staff["editor"], before=None)
            editorial.submit(each, by=staff["editor"])
        return records

    def states(self, records):
        return [type(each).objects.get(pk=each.pk).publication for each in records]

    def test_is_for_those_alone_who_review(self, as_role, sent):
        page = as_role("reviewer").get(work("in-review"), headers=EN)
        assert page.text.count('name="record"') == 3
        assert 'name="_publish"' in page.text
        assert 'name="_return"' in page.text
        asked = {
            "record": [called(each) for each in sent],
            "_publish": "1",
            "unsourced": [called(each) for each in sent],
        }
        for role in ("reader", "editor"):
            assert 'name="record"' not in as_role(role).get(work("in-review")).text
            as_role(role).post(work("in-review"), asked)
        assert self.states(sent) == ["in_review"] * 3

    def test_returns_those_that_are_ticked_with_one_comment(self, as_role, sent):
        client, ticked = as_role("reviewer"), [called(each) for each in sent[:2]]
        refused = client.post(work("in-review"), {"record": ticked, "_return": "1"}, headers=EN)
        assert "Say in the comment what the author should change." in refused.text
        assert refused.text.count(" checked") == 2
        client.post(work("in-review"), {"record": ticked, "_return": "1", "comment": "No source"})
        assert self.states(sent) == ["draft", "draft", "in_review"]

    def test_publishes_them_once_what_has_no_source_and_what_goes_along_is_ticked(self, as_role, sent):
        behind = AreaFactory(key="behind")
        Area.objects.filter(pk=sent[0].pk).update(parent=behind)
        client, ticked = as_role("reviewer"), [called(each) for each in sent[:2]]
        refused = client.post(work("in-review"), {"record": ticked, "_publish": "1"}, headers=EN)
        assert self.states(sent) == ["in_review"] * 3
        assert [row["name"] for row in refused.context["along"]] == ["area/behind"]
        asked = [name for name, *_rest in refused.context["unsourced"]]
        assert asked == [*ticked, "area/behind"]
        client.post(
            work("in-review"), {"record": ticked, "_publish": "1", "along": ["area/behind"], "unsourced": asked}
        )
        assert self.states([*sent, behind]) == ["published", "published", "in_review", "published"]

    def test_says_that_nothing_is_ticked(self, as_role, sent):
        assert (
            "Tick the records concerned."
            in as_role("reviewer").post(work("in-review"), {"_publish": "1"}, headers=EN).text
        )


@pytest.mark.parametrize("name", MISSING)
def test_what_is_missing_ends_at_a_number_and_leads_on_to_all(as_role, monkeypatch, name):
    AreaFactory.create_batch(3, publication="published", name_fr=None)
    CitationFactory(area=AreaFactory(publication="published"))
    monkeypatch.setattr(waiting, "FIRST", 2)
    client = as_role("editor")
    page = client.get(work(name), headers=EN)
    listed = [row for row in page.context["rows"] if row["work"].kind == "area"]
    (further,) = [each for each in page.context["further"] if "/area/" in each["address"]]
    assert (len(listed), further["title"]) == (2, "Areas")
    assert f'href="{further["address"].replace("&", "&amp;")}"' in page.text
    assert NARROWED[name] in further["address"]
    assert client.get(further["address"]).context["cl"].result_count == 3
    monkeypatch.setattr(waiting, "FIRST", 3)
    assert not client.get(work(name)).context["further"]
