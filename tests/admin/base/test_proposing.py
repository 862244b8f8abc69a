"""The form of a published record: what is saved waits, and the public reads the old text."""

import pytest
from django.contrib.auth.models import User

from partnerships.models import Change, Confirmation, CorrectionReason, PendingChange, Person, Visit
from partnerships.records.completeness import NO_DATE
from partnerships.records.kinds import KINDS
from partnerships.records.snapshot.taking import snapshot
from tests.factories import (
    FACTORIES,
    AreaFactory,
    CitationFactory,
    MeetingFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
)

from ..browsing import address, parts, press, said, submitted

EN = {"accept-language": "en"}


def public_visit():
    stop = StopFactory(visit__publication="published", place__publication="published", position=1, visit__title_en="V")
    return stop.visit


def open_again(client, pending, record):
    """Open the form of `record` with a pending change, and return its address and what it would send."""
    page = f"{address(record._meta.model_name, 'change', record.pk)}?pending={pending.pk}"
    answer = client.get(page, headers=EN)
    return page, answer, submitted(answer)


@pytest.mark.once
class TestEditor:
    def test_proposes_fields_parts_and_links(self, as_role):
        visit, person, area = public_visit(), PersonFactory(), AreaFactory()
        before = snapshot(visit)
        row = parts("meetings", {"stop_number": 1, "kind": "talks", "interlocutors": [person.pk]})
        answer = press(as_role("editor"), visit, title_en="Another", areas=[area.pk], **row, _comment="Look at p. 3")
        assert answer.status_code == 302
        assert snapshot(visit) == before
        assert not Change.objects.exists()
        pending = PendingChange.objects.get()
        assert (pending.kind, pending.key, pending.comment) == ("visit", visit.key, "Look at p. 3")
        assert pending.before == before
        told = str(pending.after)
        assert all(word in told for word in ("Another", area.key, person.key))

    def test_is_refused_at_once_where_the_date_is_taken_away(self, as_role):
        visit = public_visit()
        answer = press(as_role("editor"), visit, period="", title_en="Typed")
        assert answer.status_code == 200
        assert list(answer.context["errors"]) == [[str(NO_DATE)]]
        assert submitted(answer)["title_en"] == "Typed"
        assert not PendingChange.objects.exists()

    def test_says_what_readers_are_told_and_finds_it_again(self, as_role):
        visit, client = public_visit(), as_role("editor")
        press(client, visit, title_en="Another", _told_fr="Une faute", _told_en=" A slip ")
        pending = PendingChange.objects.get()
        assert (pending.reason_fr, pending.reason_en) == ("Une faute", "A slip")
        html = open_again(client, pending, visit)[1].text
        assert '<textarea name="_told_fr" rows="1" lang="fr">Une faute</textarea>' in html
        assert '<textarea name="_told_en" rows="1" lang="en">A slip</textarea>' in html

    @pytest.mark.parametrize("kind", KINDS)
    def test_changes_nothing_of_any_kind(self, as_role, kind):
        record = FACTORIES[kind](publication="published")
        before = snapshot(record)
        answer = press(as_role("editor"), record, note="Only a proposal")
        assert answer.status_code == 302
        assert snapshot(record) == before
        assert PendingChange.objects.get().after[0]["fields"]["note"] == "Only a proposal"

    def test_keeps_nothing_where_nothing_changed(self, as_role):
        press(as_role("editor"), public_visit())
        assert not PendingChange.objects.exists()

    def test_proposes_in_the_form_of_a_meeting_of_a_visit(self, as_role):
        visit = public_visit()
        meeting = MeetingFactory(stop=visit.stops.get(), publication="")
        press(as_role("editor"), meeting, title_en="Talks about talks")
        assert PendingChange.objects.get().kind == "visit"
        meeting.refresh_from_db()
        assert meeting.title_en != "Talks about talks"

    def test_sees_what_is_wrong_and_proposes_nothing(self, as_role):
        answer = press(as_role("editor"), public_visit(), period="no date at all")
        assert answer.status_code == 200
        assert answer.context["errors"]
        assert not PendingChange.objects.exists()

    def test_proposes_several_changes_of_one_record(self, as_role):
        visit = public_visit()
        for title in ("One", "Two"):
            press(as_role("editor"), visit, title_en=title)
        assert PendingChange.objects.count() == 2

    def test_stays_in_the_form_where_asked_to(self, as_role):
        visit = public_visit()
        answer = press(as_role("editor"), visit, title_en="Another", _continue="1")
        assert answer["Location"].endswith(f"?pending={PendingChange.objects.get().pk}")

    def test_answers_a_popup(self, as_role):
        state = StateFactory(publication="published")
        answer = press(as_role("editor"), state, name_en="Another", _popup="1")
        assert answer.status_code == 200
        assert "Japon" in answer.text
        assert "Another" not in answer.text


@pytest.mark.once
class TestTakingUp:
    @pytest.fixture
    def proposed(self, as_role):
        visit, person = public_visit(), PersonFactory(name="Kono Taro")
        row = parts("meetings", {"stop_number": 1, "kind": "talks", "interlocutors": [person.pk]})
        client = as_role("editor")
        press(client, visit, title_en="Another", **row)
        return client, visit, PendingChange.objects.get()

    def test_shows_what_was_proposed_and_writes_nothing(self, proposed):
        client, visit, pending = proposed
        before = snapshot(visit)
        _page, answer, form = open_again(client, pending, visit)
        assert form["title_en"] == "Another"
        assert "Kono Taro" in answer.text
        assert snapshot(visit) == before
        assert Person.objects.count() == 1

    def test_and_saving_puts_the_new_text_in_its_place(self, proposed):
        client, visit, pending = proposed
        page, _answer, form = open_again(client, pending, visit)
        answer = client.post(page, form | {"title_fr": "Un autre", "meetings-0-kind": "council"})
        assert answer.status_code == 302
        pending = PendingChange.objects.get()
        kinds = [line["model"] for line in pending.after]
        assert kinds.count("partnerships.meeting") == 1
        assert "council" in str(pending.after)
        assert pending.after[0]["fields"]["title_en"] == "Another"
        assert Visit.objects.get().title_en == "V"

    def test_and_saving_it_as_it_stands_keeps_it(self, proposed):
        client, visit, pending = proposed
        page, _answer, form = open_again(client, pending, visit)
        client.post(page, form)
        assert PendingChange.objects.get().after == pending.after

    def test_keeps_what_was_typed_where_something_is_wrong(self, proposed):
        client, visit, pending = proposed
        page, _answer, form = open_again(client, pending, visit)
        answer = client.post(page, form | {"period": "no date at all", "title_fr": "Un autre"})
        assert answer.status_code == 200
        assert "Un autre" in answer.text
        assert PendingChange.objects.get().after == pending.after

    def test_shows_the_comment_of_who_returned_it(self, proposed):
        client, visit, pending = proposed
        pending.state, pending.answer, pending.decided_by_name = "returned", "The source says June", "Somebody"
        pending.save()
        assert "The source says June" in client.get(address("visit", "change", visit.pk)).text
        _page, answer, _form = open_again(client, pending, visit)
        assert "The source says June" in answer.text

    def test_is_for_the_author_alone(self, proposed, as_role):
        _client, visit, pending = proposed
        _page, _answer, form = open_again(as_role("reviewer"), pending, visit)
        assert form["title_en"] == "V"

    def test_goes_on_over_what_was_published_meanwhile(self, proposed):
        client, visit, pending = proposed
        Visit.objects.update(title_fr="Changé entre-temps")
        _page, _answer, form = open_again(client, pending, visit)
        assert (form["title_fr"], form["title_en"]) == ("Changé entre-temps", "Another")

    def test_whose_part_somebody_has_removed_opens_without_it_and_says_so(self, as_role):
        visit, client = public_visit(), as_role("editor")
        citation = CitationFactory(visit=visit, locator="p. 1", source__title_en="Joint statement")
        press(client, visit, **{"title_en": "Mine", "citations-0-locator": "p. 7"})
        citation.delete()
        Visit.objects.update(title_en="Somebody else’s")
        page, answer, form = open_again(client, PendingChange.objects.get(), visit)
        assert answer.status_code == 200
        assert "your text of it is left out here: Citation: Joint statement, p. 7." in " ".join(answer.text.split())
        assert form["title_en"] == "Mine"
        assert client.post(page, form, headers=EN).status_code == 302
        fields = [line["fields"] for line in PendingChange.objects.get().after]
        assert fields[0]["title_en"] == "Mine"
        assert not any("locator" in each for each in fields)

    @pytest.mark.parametrize("number", ["0", "abc", "9" * 30, "²"])
    def test_of_what_is_not_there_opens_the_form(self, proposed, number):
        client, visit, _pending = proposed
        assert client.get(f"{address('visit', 'change', visit.pk)}?pending={number}").status_code == 200


class TestReviewer:
    def test_waits_too(self, as_role):
        visit = public_visit()
        press(as_role("reviewer"), visit, title_en="Another")
        assert Visit.objects.get().title_en == "V"
        assert PendingChange.objects.get().author == User.objects.get(username="reviewer")

    def test_publishes_at_once_with_a_reason_and_a_flag(self, as_role):
        visit = public_visit()
        told = {"_live_reason": "An error that hurts", "_told_en": "The day was wrong"}
        press(as_role("reviewer"), visit, title_en="Another", _live="1", **told)
        assert [(one.change.action, one.text_en) for one in CorrectionReason.objects.all()] == [
            ("update", "The day was wrong")
        ]
        assert Visit.objects.get().title_en == "Another"
        assert Confirmation.objects.get().reason == "An error that hurts"
        assert "An error that hurts" in as_role("reviewer").get(address("visit", "change", visit.pk)).text

    def test_is_asked_for_the_reason(self, as_role):
        visit = public_visit()
        answer = press(as_role("reviewer"), visit, title_en="Typed at length", _live="1")
        assert answer.status_code == 200
        assert "Typed at length" in answer.text
        assert Visit.objects.get().title_en == "V"
        # Whoever gives it then finds the button, and where to write it.
        assert answer.text.count('name="_live"') == answer.text.count('name="_live_reason"') == 1

    def test_withdraws_without_slipping_a_change_past(self, as_role):
        visit = public_visit()
        answer = press(as_role("reviewer"), visit, title_en="Typed", _withdraw="1", _reason_en="Wrong")
        assert answer.status_code == 200
        assert "Typed" in answer.text
        assert Visit.objects.get().publication == "published"
        press(as_role("reviewer"), visit, _withdraw="1", _reason_en="Wrong")
        assert Visit.objects.get().publication == "withdrawn"

    def test_writes_in_what_is_withdrawn(self, as_role):
        state = StateFactory(publication="withdrawn", withdrawal_reason_fr="Erreur.")
        press(as_role("reviewer"), state, name_en="Another")
        state.refresh_from_db()
        assert state.name_en == "Another"


class TestCopyingTheOffice:
    def test_goes_on_to_the_next_tenure(self, as_role):
        tenure = TenureFactory(publication="published")
        answer = press(as_role("editor"), tenure, note="Proposed", _copy="1")
        assert answer["Location"].endswith(f"?like={tenure.pk}")
        assert PendingChange.objects.exists()


def test_place_of_a_visit_may_be_a_draft_until_it_is_accepted(as_role):
    visit, place = public_visit(), PlaceFactory()
    answer = press(as_role("editor"), visit, **{"stops-0-place": place.pk})
    assert place.key in str(PendingChange.objects.get().after)
    assert "error" not in said(answer)
