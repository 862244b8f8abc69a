"""Rows of parts that somebody else removed outlive it."""

from partnerships.models import Meeting, Visit
from tests.factories import StopFactory

from ..browsing import address, as_it_stands, submitted, visit_form


class TestLastingRows:
    def test_part_that_another_one_removed_does_not_lock_the_form(self, as_role):
        client, stop = as_role("editor"), StopFactory(position=1)
        page = address("visit", "change", stop.visit.pk)
        seen = as_it_stands(client, page) | {"stops-0-summary_en": "Typed second"}
        stop.delete()
        answer = client.post(page, seen)
        assert "Typed second" in answer.text
        assert "register-stored" in str(answer.context["inline_admin_formsets"][0].formset.forms[0])
        answer = client.post(page, submitted(answer))
        assert answer.status_code == 302, answer.context["errors"]
        assert Visit.objects.get().stops.get().summary_en == "Typed second"

    def test_rows_keep_their_parts_where_one_between_them_is_gone(self, as_role):
        client = as_role("editor")
        client.post(address("visit", "add"), visit_form())
        visit = Visit.objects.get()
        page = address("visit", "change", visit.pk)
        seen = as_it_stands(client, page) | {
            "meetings-0-title_en": "Typed in the first",
            "meetings-1-title_en": "second",
        }
        first = Meeting.objects.get(stop__position=1)
        kept = Meeting.objects.get(stop__position=2)
        first.delete()
        answer = client.post(page, submitted(client.post(page, seen)))
        assert answer.status_code == 302, answer.context["errors"]
        kept.refresh_from_db()
        assert (kept.title_en, kept.stop.position) == ("second", 2)
        assert Meeting.objects.get(title_en="Typed in the first").stop.position == 1

    def test_rows_that_nobody_typed_are_refused_and_not_shown(self, as_role):
        client, stop = as_role("editor"), StopFactory(position=1)
        page = address("visit", "change", stop.visit.pk)
        answer = client.post(page, as_it_stands(client, page) | {"stops-TOTAL_FORMS": "9" * 30})
        stops = answer.context["inline_admin_formsets"][0].formset
        assert (answer.status_code, len(stops.forms)) == (200, 1)
        assert stops.non_form_errors()

    def test_rows_that_were_stored_nowhere_are_no_error(self, as_role):
        client, stop = as_role("editor"), StopFactory(position=1)
        page = address("visit", "change", stop.visit.pk)
        forged = {"stops-INITIAL_FORMS": "9", "stops-TOTAL_FORMS": "1", "stops-0-id": "uuu", "version": "abc"}
        assert client.post(page, as_it_stands(client, page) | forged).status_code == 200
