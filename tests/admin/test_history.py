"""One change in words, and the way back."""

import re

import pytest
from django.utils import timezone

from partnerships import editorial
from partnerships.models import Area, Change, FormerAddress, PendingChange
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory

from .browsing import address, delete, press, said

EN = {"accept-language": "en"}


@pytest.fixture
def change(staff):
    area = AreaFactory(key="a", name_en="Maritime security")
    editorial.record_saving(area, by=staff["editor"], before=None)
    before = snapshot(area)
    area.name_en = "Security at sea"
    area.save()
    return editorial.record_saving(area, by=staff["editor"], before=before)


class TestPage:
    def test_says_what_changed_in_words(self, as_role, change):
        text = as_role("reader").get(address("change", "change", change.pk), headers=EN).text
        assert "Name, in English" in text
        assert "at sea" in text
        assert "name_en" not in text

    def test_of_a_former_address_answers(self, as_role):
        change = Change.objects.create(kind="formeraddress", key="a", action="create", at=timezone.now(), after=[])
        assert as_role("editor").get(address("change", "change", change.pk)).status_code == 200

    def test_and_history_say_why_one_did_it_alone_and_who_confirmed_it(self, as_role, change, staff):
        flagged = editorial.flag(change, "Nobody was here")
        pages = (address("area", "history", Area.objects.get().pk), address("change", "change", change.pk))
        for page in pages:
            text = as_role("reader").get(page, headers=EN).text
            assert "Nobody was here" in text
            assert "Confirmed by" not in text
        editorial.confirm(flagged, by=staff["administrator"])
        for page in pages:
            text = " ".join(as_role("reader").get(page, headers=EN).text.split())
            assert re.search(r"Confirmed by(</dt> <dd>)? ?administrator", text)

    def test_history_says_why_it_was_proposed(self, as_role, staff):
        area = AreaFactory(key="a", publication="published")
        pending = editorial.propose(area, by=staff["editor"], before=snapshot(area), after=[], comment="See page 3")
        Change.objects.create(kind="area", key="a", action="accept", at=timezone.now(), before=[], pending=pending)
        text = as_role("reader").get(address("area", "history", area.pk), headers=EN).text
        assert "editor: See page 3" in text
        # On a narrow screen each value stands under the name of its column, the choice of two texts too.
        for name in ("Who", "What", "From", "To"):
            assert f'<td data-label="{name}">' in text
        # Of one text there is nothing to be compared.
        assert "Compare the two texts" not in text

    def test_compares_any_two_texts(self, as_role, change):
        first = Change.objects.order_by("id").first()
        page = address("area", "history", Area.objects.get().pk)
        answer = as_role("reader").get(page, {"from": first.pk, "to": change.pk}, headers=EN)
        assert [row["said"].label for _part, rows in answer.context["parts"] for row in rows] == ["Name, in English"]
        for odd in ({"from": "x", "to": "²"}, {"from": "9" * 30, "to": change.pk}, {"from": first.pk}):
            assert as_role("reader").get(page, odd).status_code == 200

    def test_of_a_record_that_was_merged_leads_to_the_other_and_offers_no_way_back(self, as_role):
        stays = AreaFactory(key="new", name_en="Maritime security")
        FormerAddress.objects.create(kind="area", key="new", language="en", slug="old")
        line = {"model": "partnerships.area", "fields": {"key": "old", "name_en": "Security at sea"}}
        gone = Change.objects.create(kind="area", key="old", action="merge", at=timezone.now(), before=[line])
        page = address("change", "change", gone.pk)
        answer = as_role("editor").get(page, headers=EN)
        assert "Merged into" in answer.text
        assert f'<a href="{address("area", "change", stays.pk)}">Maritime security</a>' in answer.text
        assert answer.context["steps"] == []
        assert as_role("editor").post(page, {"_restore": "1"}).status_code == 403
        FormerAddress.objects.all().delete()
        assert as_role("editor").get(page).context["steps"] == ["restore"]


class TestList:
    def rows(self, client, headers=EN):
        html = client.get(address("change", "changelist"), headers=headers).text
        cells = r'<td class="field-{}[^"]*">(.*?)</td>'
        return [re.findall(cells.format(name), html) for name in ("record_shown", "action_shown")]

    def test_names_records_not_keys(self, as_role, change):
        assert {*self.rows(as_role("reader"))[0]} == {"Security at sea"}
        assert delete(as_role("reviewer"), Area.objects.get()).status_code == 302
        # What is no more is called as it was last.
        assert self.rows(as_role("reader"))[0][0] == "Security at sea"

    def test_what_came_back_was_restored(self, as_role, change):
        assert delete(as_role("reviewer"), Area.objects.get()).status_code == 302
        gone = Change.objects.get(action="delete")
        as_role("reviewer").post(address("change", "change", gone.pk), {"_restore": "1"})
        assert Area.objects.exists()
        assert self.rows(as_role("reader"))[1][:2] == ["restored", "deleted"]
        assert self.rows(as_role("reader"), {"accept-language": "fr"})[1][0] == "rétablie"

    def test_asks_once_per_kind(self, as_role, change, django_assert_max_num_queries):
        client = as_role("reader")
        for number in range(20):
            Change.objects.create(kind="area", key=f"a{number}", action="create", at=timezone.now(), before=[])
        with django_assert_max_num_queries(25):
            client.get(address("change", "changelist"))


class TestRestoring:
    def first(self):
        return address("change", "change", Change.objects.order_by("id").first().pk)

    def test_is_not_for_readers(self, as_role, change):
        assert as_role("reader").post(self.first(), {"_restore": "1"}).status_code == 403
        assert Area.objects.get().name_en == "Security at sea"

    def test_is_offered_in_the_words_of_what_it_does(self, as_role, change):
        assert "Restore the text after this change" in as_role("editor").get(self.first(), headers=EN).text
        area = Area.objects.get()
        assert delete(as_role("reviewer"), area).status_code == 302
        gone = Change.objects.get(action="delete")
        page = as_role("reviewer").get(address("change", "change", gone.pk), headers=EN).text
        assert "Restore the deleted record" in page
        answer = as_role("editor").post(address("change", "change", gone.pk), {"_restore": "1"}, headers=EN)
        assert re.sub("<[^>]*>", "", said(answer)) == "“Security at sea (Area)” is back, as a draft."

    def test_is_not_offered_of_what_the_record_says_now(self, as_role, change):
        last = address("change", "change", change.pk)
        assert "Restore the text after" not in as_role("editor").get(last, headers=EN).text
        Area.objects.update(name_en="Something else")
        assert "Restore the text after" in as_role("editor").get(last, headers=EN).text

    def test_undoes_a_change_also_of_what_no_earlier_one_tells(self, as_role, change):
        client, last = as_role("editor"), address("change", "change", change.pk)
        assert client.get(last).context["steps"] == ["undo"]
        assert client.get(self.first()).context["steps"] == ["restore"]
        client.post(last, {"_undo": "1"}, headers=EN)
        assert Area.objects.get().name_en == "Maritime security"
        assert Change.objects.get(action="restore").comment.startswith("Restored: the text before the change of ")
        assert client.get(last).context["steps"] == ["restore"]

    def test_says_what_was_changed_since_and_replaces_nothing_unseen(self, as_role, change, staff):
        area, notice = Area.objects.get(), "replaces what was changed since"
        page, client = self.first(), as_role("editor")
        assert notice not in client.get(address("change", "change", change.pk), headers=EN).text
        shown = client.get(page, headers=EN)
        assert "Name, in English" in shown.text.split(notice)[1]
        before = snapshot(area)
        area.name_fr = "Sûreté maritime"
        area.save()
        editorial.record_saving(area, by=staff["reviewer"], before=before)
        answer = client.post(page, {"_restore": "1", "version": shown.context["version"]}, headers=EN)
        assert "has changed since you opened this page" in answer.text
        area.refresh_from_db()
        assert area.name_fr == "Sûreté maritime"

    def test_brings_a_draft_back(self, as_role, change):
        assert as_role("editor").post(self.first(), {"_restore": "1"}).status_code == 302
        assert Area.objects.get().name_en == "Maritime security"

    def test_is_told_in_the_language_of_whoever_reads_not_of_who_did_it(self, as_role, change):
        as_role("editor").post(self.first(), {"_restore": "1"}, headers={"accept-language": "fr"})
        assert Change.objects.get(action="restore").comment.startswith("Rétabli")
        history = address("area", "history", Area.objects.get().pk)
        assert "Restored: the text of " in as_role("reader").get(history, headers=EN).text

    @pytest.mark.parametrize("role", ["editor", "reviewer", "administrator"])
    def test_of_what_is_public_waits(self, as_role, change, role):
        press(as_role("administrator"), Area.objects.get(), _publish="1", _alone_reason="For the test")
        told = said(as_role(role).post(self.first(), {"_restore": "1"}))
        assert address("pendingchange", "change", PendingChange.objects.get().pk) in told
        assert Area.objects.get().name_en == "Security at sea"
        assert PendingChange.objects.get().after[0]["fields"]["name_en"] == "Maritime security"

    def test_that_is_refused_says_why(self, as_role, change):
        answer = as_role("editor").post(address("change", "change", change.pk), {"_restore": "1"})
        assert answer.status_code == 200
        assert 'role="alert"' in answer.text


class TestSearch:
    def keys(self, client, words):
        page = client.get(address("change", "changelist"), {"q": words})
        return {each.key for each in page.context["cl"].result_list}

    def test_finds_what_was_deleted_by_its_words(self, as_role, staff):
        area = AreaFactory(key="a", name_en="Maritime security", name_fr="Sûreté en mer")
        AreaFactory(key="b", name_en="Cyber")
        delete(as_role("reviewer"), area)
        for words in ("maritime Security", "Sûreté en", "mer"):
            assert self.keys(as_role("reader"), words) == {"a"}
        assert self.keys(as_role("reader"), "Sea") == set()

    def test_finds_a_record_by_the_words_of_which_its_key_is_made(self, as_role, staff):
        for key in ("surete-en-mer", "mer"):
            editorial.record_saving(AreaFactory(key=key), by=staff["editor"], before=None)
        assert self.keys(as_role("reader"), "Sûreté en mer") == {"surete-en-mer"}
