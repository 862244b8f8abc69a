"""Buttons for each step; who may take it; what is said on the way."""

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from partnerships import editorial
from partnerships.admin.base import publishing
from partnerships.admin.base.publishing import step_back
from partnerships.editorial.history import changes_of
from partnerships.models import Area, Change, Confirmation, Meeting, ScheduledPublication, State, Visit
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory, CitationFactory, MeetingFactory, SourceFactory, StateFactory, VisitFactory

from ..browsing import address, as_it_stands, parts, press, said


def refusal(answer):
    """What stands in red above the form that is shown again."""
    assert answer.status_code == 200
    return " ".join(answer.context["adminform"].form.non_field_errors())


def test_history_shows_every_change_the_last_first(as_role):
    area = AreaFactory()
    for number in range(7):
        Change.objects.create(kind="area", key=area.key, action="update", at=timezone.now(), comment=f"No. {number}")
    page = as_role("reader").get(address("area", "history", area.pk))
    assert [change.comment for change in page.context["changes"]] == [f"No. {number}" for number in range(6, -1, -1)]


@pytest.mark.once
def test_history_says_which_fields_and_parts_each_change_was_about(as_role):
    client, area = as_role("editor"), AreaFactory(name_en="Ice", name_fr="Glace")
    row = parts("citations", {"source": SourceFactory().pk, "stance": "supports"})
    press(client, area, name_en="Snow", note="Melts", **row)
    press(client, area, _submit="1")
    page = client.get(address("area", "history", area.pk), headers={"accept-language": "en"})
    step, change = page.context["changes"]
    assert change.changed == ["Name, in English", "Internal note", "Slug in English", "Citation"]
    assert step.changed == []
    assert "Name, in English, Internal note, Slug in English, Citation" in page.text


def test_what_changed_is_said_of_the_latest_alone(monkeypatch, db):
    monkeypatch.setattr(publishing, "MOST_TOLD", 1)
    area = AreaFactory(name_en="Ice")
    before = snapshot(area)
    after = [{**before[0], "fields": {**before[0]["fields"], "name_en": "Snow"}}]
    for _twice in range(2):
        editorial.record_change(area, action="update", by=None, before=before, after=after)
    rows = publishing.with_what_changed(changes_of(area))
    assert [getattr(row, "changed", []) for row in rows] == [["Nom, en anglais"], []]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Give the day and the hour"),
        ("2027-02-29T12:00", "Give the day and the hour"),
        ("2027-03-28T02:30", "The clocks change that night"),
        ("2027-10-31T02:30", "The clocks change that night"),
    ],
)
@pytest.mark.usefixtures("english")
def test_moment_that_is_none_is_refused_for_its_reason(typed, said):
    with pytest.raises(editorial.Refused, match=said):
        publishing.moment_typed(typed)


class TestWhoSeesTheHistory:
    def test_is_for_those_alone_who_may_look_at_the_record(self, client, as_role):
        page = address("area", "history", AreaFactory().pk)
        assert as_role("reader").get(page).status_code == 200
        client.force_login(User.objects.create_user("nobody", is_staff=True))
        assert client.get(page).status_code == 403


@pytest.mark.parametrize(
    ("role", "offered"), [("reader", []), ("editor", ["submit"]), ("reviewer", ["submit", "publish"])]
)
def test_empty_form_offers_the_steps_that_whoever_fills_it_in_may_take(as_role, role, offered):
    answer = as_role(role).get(address("area", "add"))
    assert answer.status_code == (200 if offered else 403)
    assert [step for step in ("submit", "return", "publish", "withdraw") if f'name="_{step}"' in answer.text] == offered


class TestPublication:
    @pytest.mark.once
    def test_is_refused_without_a_date_and_saves_nothing(self, as_role):
        visit = VisitFactory(period="", title_en="Stored")
        answer = press(as_role("reviewer"), visit, title_en="Typed at length", _publish="1", _alone_reason="Kept too")
        assert Visit.objects.get().publication == "draft"
        assert Visit.objects.get().title_en == "Stored"
        assert not Change.objects.exists()
        assert "date" in answer.context["adminform"].form.errors["period"][0]
        assert "Typed at length" in answer.text
        assert "Kept too" in answer.text

    @pytest.mark.once
    def test_names_and_links_what_stands_in_the_way(self, as_role):
        visit, area = VisitFactory(), AreaFactory()
        visit.areas.add(area)
        answer = press(as_role("reviewer"), visit, _publish="1")
        assert f'href="{address("area", "change", area.pk)}"' in refusal(answer)

    def test_lists_what_goes_along_and_ticks_what_was_submitted(self, as_role, staff):
        visit = VisitFactory()
        visit.areas.add(AreaFactory(key="sent", publication="in_review"), AreaFactory(key="sent-back"))
        sent_back = visit.areas.get(key="sent-back")
        editorial.submit(sent_back, by=staff["editor"])
        sent_back.refresh_from_db()
        editorial.return_to_draft(sent_back, by=staff["reviewer"], comment="The source is missing")
        client = as_role("reviewer")
        page = client.get(address("visit", "change", visit.pk))
        assert {row["name"]: row["ticked"] for row in page.context["along"]} == {
            "area/sent": True,
            "area/sent-back": False,
        }
        assert "The source is missing" in page.text
        press(client, visit, _publish="1", along=["area/sent"])
        assert Visit.objects.get().publication == "draft"
        press(client, visit, _publish="1", along=["area/sent", "area/sent-back"])
        assert Visit.objects.get().publication == "published"

    @pytest.mark.once
    def test_of_what_nobody_else_has_written_asks_why(self, as_role):
        client, visit = as_role("reviewer"), VisitFactory()
        press(client, visit, title_en="Mine")
        assert Visit.objects.get().title_en == "Mine"
        refusal(press(client, visit, _publish="1"))
        press(client, visit, _publish="1", _alone_reason="Nobody is here")
        assert Confirmation.objects.get().reason == "Nobody is here"

    @pytest.mark.once
    def test_warns_where_no_source_supports_it(self, as_role):
        visit = VisitFactory()
        visit.areas.add(AreaFactory(name_fr="L’autre domaine"))
        client = as_role("reviewer")
        panel = client.get(address("visit", "change", visit.pk))
        assert panel.context["lacking_proof"]
        assert "register-notice" in panel.text
        answer = press(client, visit, _publish="1", along=[f"area/{visit.areas.get().key}"])
        assert Visit.objects.get().publication == "published"
        assert str(visit) in said(answer)
        assert "L’autre domaine" in said(answer)

    @pytest.mark.once
    def test_says_nothing_of_sources_where_one_supports_it(self, as_role):
        visit = VisitFactory()
        CitationFactory(visit=visit, source__publication="published")
        client = as_role("reviewer")
        assert not client.get(address("visit", "change", visit.pk)).context["lacking_proof"]
        answer = press(client, visit, _publish="1")
        assert [message.level_tag for message in get_messages(answer.wsgi_request)] == ["success"]

    @pytest.mark.once
    def test_of_a_meeting_needs_no_title(self, as_role):
        press(as_role("reviewer"), MeetingFactory(title_fr=None, title_en=None), _publish="1")
        assert Meeting.objects.get().publication == "published"


@pytest.mark.once
@pytest.mark.parametrize("comment", ["", "No source"])
def test_step_back_is_told_where_it_has_a_comment(db, comment):
    area = AreaFactory()
    change = Change.objects.create(kind="area", key=area.key, action="return", comment=comment, at=timezone.now())
    assert step_back(area) == (change if comment else None)


class TestReturning:
    def test_needs_a_comment_which_stands_at_the_top_of_the_form(self, as_role):
        state = StateFactory()
        press(as_role("editor"), state, _submit="1", _step_comment="Please look")
        refusal(press(as_role("reviewer"), state, _return="1"))
        assert State.objects.get().publication == "in_review"
        told = said(press(as_role("reviewer"), state, _return="1", _step_comment="The name is too long"))
        assert "source" not in told
        assert State.objects.get().publication == "draft"
        assert "The name is too long" in as_role("editor").get(address("state", "change", state.pk)).text
        press(as_role("editor"), state, _submit="1")
        assert "The name is too long" not in as_role("editor").get(address("state", "change", state.pk)).text

    def test_leads_to_what_waits_next(self, as_role, staff):
        state, following = (editorial.submit(StateFactory(name_fr=name), by=staff["editor"]) for name in "AB")
        client = as_role("reviewer")
        told = said(press(client, state, _return="1", _step_comment="Look again"))
        assert f'<a href="{address("state", "change", following.pk)}">' in told
        assert reverse("admin:partnerships_work", args=["in-review"]) in told

    def test_of_what_one_has_submitted_oneself_needs_none(self, as_role):
        state = StateFactory()
        press(as_role("editor"), state, _submit="1")
        press(as_role("editor"), state, _return="1")
        assert State.objects.get().publication == "draft"


@pytest.mark.once
class TestNewRecord:
    def send(self, client, **fields):
        page = address("area", "add")
        return client.post(page, as_it_stands(client, page) | {"name_en": "New", "name_fr": "Neuf"} | fields)

    def test_is_submitted_from_its_first_form(self, as_role):
        assert self.send(as_role("editor"), _submit="1").status_code == 302
        assert Area.objects.get().publication == "in_review"

    def test_is_published_from_it_with_a_reason(self, as_role):
        answer = self.send(as_role("reviewer"), _publish="1")
        assert answer.status_code == 200
        assert not Area.objects.exists()
        self.send(as_role("reviewer"), _publish="1", _alone_reason="Nobody is here", unsourced=["area/new"])
        assert Area.objects.get().publication == "published"

    def test_says_which_drafts_are_submitted_along(self, as_role):
        client, page = as_role("editor"), address("area", "add")
        self.send(client)
        named = Area.objects.get()
        client.post(page, as_it_stands(client, page) | {"name_en": "Part of it", "parent": named.pk, "_submit": "1"})
        answer = client.get(page)
        assert set(Area.objects.values_list("publication", flat=True)) == {"in_review"}
        assert f'<a href="{address("area", "change", named.pk)}">{named}</a>' in answer.text

    def test_is_not_published_by_an_editor(self, as_role):
        self.send(as_role("editor"), _publish="1", _alone_reason="Mine")
        assert Area.objects.get().publication == "draft"


class TestWithdrawal:
    def test_without_a_reason_keeps_the_record_public(self, as_role):
        state = StateFactory(publication="published")
        assert "motif" in refusal(press(as_role("reviewer"), state, _withdraw="1"))
        assert State.objects.get().publication == "published"


class TestRoles:
    @pytest.mark.once
    def test_editor_changes_nothing_that_is_public(self, as_role):
        for publication in ("published", "withdrawn"):
            state = StateFactory(publication=publication, withdrawal_reason_fr="Erreur.")
            press(as_role("editor"), state, name_en="Another", _publish="1")
            press(as_role("editor"), state, name_en="Another", _live="1", _live_reason="In a hurry")
            press(as_role("editor"), state, name_en="Another")
            assert State.objects.get(pk=state.pk).name_en == "Japan"
            assert State.objects.get(pk=state.pk).publication == publication

    @pytest.mark.once
    def test_editor_cannot_publish(self, as_role):
        state = StateFactory()
        press(as_role("editor"), state, _publish="1")
        assert State.objects.get().publication == "draft"

    def test_reviewer_publishes(self, as_role):
        state = StateFactory()
        press(as_role("reviewer"), state, _publish="1")
        assert State.objects.get().publication == "published"

    @pytest.mark.once
    def test_reader_changes_nothing(self, as_role):
        assert as_role("reader").get(address("state", "add")).status_code == 403


class TestHistory:
    def test_is_shown(self, as_role):
        state = VisitFactory()
        answer = as_role("reader").get(address("visit", "history", state.pk))
        assert answer.status_code == 200


class TestMoment:
    def test_is_set_in_the_form_shown_and_cancelled(self, as_role):
        state, client = StateFactory(), as_role("reviewer")
        press(client, state, _schedule="1", _due_at="2099-07-01T09:30")
        page = client.get(address("state", "change", state.pk), headers={"accept-language": "en"}).text
        assert "It will be published automatically on 1 July 2099, 09:30, as reviewer has decided" in page
        assert 'value="2099-07-01T09:30"' in page
        assert (
            "It will be published automatically"
            in as_role("editor").get(address("state", "change", state.pk), headers={"accept-language": "en"}).text
        )
        press(as_role("reviewer"), state, _unschedule="1")
        assert not ScheduledPublication.objects.exists()

    @pytest.mark.once
    def test_is_told_to_be_set_anew_to_whoever_changes_the_record(self, as_role):
        """Else nobody hears of it before the moment has passed."""
        state = StateFactory()
        scheduled = press(as_role("reviewer"), state, _schedule="1", _due_at="2099-07-01T09:30")
        same = press(as_role("editor"), state)
        changed = press(as_role("editor"), state, note="Written after")
        told = ["La fiche devait être publiée" in said(answer) for answer in (scheduled, same, changed)]
        assert told == [False, False, True]

    @pytest.mark.once
    def test_that_has_passed_in_vain_is_told_as_past(self, as_role):
        state, client = StateFactory(), as_role("reviewer")
        press(client, state, _schedule="1", _due_at="2099-07-01T09:30")
        ScheduledPublication.objects.update(obstacles="It was changed.")
        page = client.get(address("state", "change", state.pk), headers={"accept-language": "en"}).text
        assert "It was to be published automatically on 1 July 2099, 09:30, as reviewer had decided." in page
        assert "It was changed." in page
        assert "It will be published automatically" not in page

    @pytest.mark.once
    @pytest.mark.parametrize("typed", ["", "tomorrow", "2099-02-30T10:00", "2001-01-01T10:00", "2099-03-29T02:30"])
    def test_that_makes_no_sense_saves_nothing(self, as_role, typed):
        state = StateFactory()
        answer = press(as_role("reviewer"), state, name_en="Typed", _schedule="1", _due_at=typed)
        assert answer.status_code == 200
        assert "Typed" in answer.text
        assert State.objects.get().name_en != "Typed"
        assert not ScheduledPublication.objects.exists()
