"""Nothing empty is saved; what lacks its name, date or source is said before the public sees it."""

import pytest
from django.contrib.messages import get_messages

from partnerships.editorial import label_fields
from partnerships.models import Area, Meeting, Visit
from partnerships.records.kinds import KINDS
from tests.factories import AreaFactory, CitationFactory, MeetingFactory, VisitFactory

from .test_pages import address, submitted

NAMED = [name for name, kind in KINDS.items() if label_fields(kind.model)]


def said(answer):
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def press(client, record, **buttons):
    page = address(record._meta.model_name, "change", record.pk)
    return client.post(page, submitted(client.get(page)) | buttons)


class TestUntouchedForm:
    @pytest.mark.parametrize("kind", KINDS)
    def test_is_refused(self, as_role, kind):
        client = as_role("editor")
        answer = client.post(address(kind, "add"), submitted(client.get(address(kind, "add"))))
        assert answer.status_code == 200
        assert not KINDS[kind].model.objects.exists()

    @pytest.mark.parametrize("kind", NAMED)
    def test_needs_the_name_of_the_record(self, as_role, kind):
        client = as_role("editor")
        seen = submitted(client.get(address(kind, "add"))) | {"note": "something"}
        answer = client.post(address(kind, "add"), seen)
        assert label_fields(KINDS[kind].model)[0] in answer.context["adminform"].form.errors

    def test_of_a_meeting_needs_no_title(self, as_role):
        client = as_role("editor")
        seen = submitted(client.get(address("meeting", "add"))) | {"date": "24 May 2018"}
        assert client.post(address("meeting", "add"), seen).status_code == 302
        assert Meeting.objects.get().key

    def test_needs_one_language_only(self, as_role):
        client = as_role("editor")
        client.post(address("area", "add"), submitted(client.get(address("area", "add"))) | {"name_fr": "Cyber"})
        assert Area.objects.get().name_en is None


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
