"""Buttons for each step; who may take it; what is said on the way."""

from django.contrib.messages import get_messages

from partnerships.models import Meeting, State, Visit
from tests.factories import AreaFactory, CitationFactory, MeetingFactory, StateFactory, VisitFactory

from ..browsing import address, press, said


class TestPublication:
    def test_is_refused_without_a_date(self, as_role):
        visit = VisitFactory(period="")
        answer = press(as_role("reviewer"), visit, _publish="1")
        assert Visit.objects.get().publication == "draft"
        assert "date" in said(answer)

    def test_warns_where_no_source_supports_it(self, as_role):
        visit = VisitFactory()
        visit.areas.add(AreaFactory(name_fr="L’autre domaine"))
        client = as_role("reviewer")
        panel = client.get(address("visit", "change", visit.pk))
        assert panel.context["unsupported"]
        assert "register-notice" in panel.text
        answer = press(client, visit, _publish="1", _along="1")
        assert Visit.objects.get().publication == "published"
        assert str(visit) in said(answer)
        assert "L’autre domaine" in said(answer)

    def test_says_nothing_of_sources_where_one_supports_it(self, as_role):
        visit = VisitFactory()
        CitationFactory(visit=visit, source__publication="published")
        client = as_role("reviewer")
        assert not client.get(address("visit", "change", visit.pk)).context["unsupported"]
        answer = press(client, visit, _publish="1")
        assert [message.level_tag for message in get_messages(answer.wsgi_request)] == ["success"]

    def test_of_a_meeting_needs_no_title(self, as_role):
        press(as_role("reviewer"), MeetingFactory(title_fr=None, title_en=None), _publish="1")
        assert Meeting.objects.get().publication == "published"


class TestRoles:
    def test_editor_changes_nothing_that_is_public(self, as_role):
        for publication in ("published", "withdrawn"):
            state = StateFactory(publication=publication, withdrawal_reason_fr="Erreur.")
            press(as_role("editor"), state, name_en="Another", _publish="1")
            press(as_role("editor"), state, name_en="Another", _live="1", _live_reason="In a hurry")
            press(as_role("editor"), state, name_en="Another")
            assert State.objects.get(pk=state.pk).name_en == "Japan"
            assert State.objects.get(pk=state.pk).publication == publication

    def test_editor_cannot_publish(self, as_role):
        state = StateFactory()
        press(as_role("editor"), state, _publish="1")
        assert State.objects.get().publication == "draft"

    def test_reviewer_publishes(self, as_role):
        state = StateFactory()
        press(as_role("reviewer"), state, _publish="1")
        assert State.objects.get().publication == "published"

    def test_reader_changes_nothing(self, as_role):
        assert as_role("reader").get(address("state", "add")).status_code == 403


class TestHistory:
    def test_is_shown(self, as_role):
        state = VisitFactory()
        answer = as_role("reader").get(address("visit", "history", state.pk))
        assert answer.status_code == 200
