"""A visit is entered in one form, with its stops and meetings."""

from partnerships.admin.forms.meetings import TITLE_MAY_BE_EMPTY
from partnerships.models import Change, Meeting, Visit
from tests.factories import PlaceFactory, StateFactory

from .browsing import address, submitted, visit_form


class TestVisit:
    def test_is_entered_in_one_form(self, as_role):
        answer = as_role("editor").post(address("visit", "add"), visit_form())
        assert answer.status_code == 302, answer.context["errors"]
        visit = Visit.objects.get()
        assert (visit.period, visit.publication) == ("2017-10-29/2017-10-31", "draft")
        assert visit.areas.count() == 4
        assert [stop.position for stop in visit.stops.all()] == [1, 2]
        meeting = Meeting.objects.get(stop__position=1)
        assert meeting.participations.filter(role="interlocutor").count() == 3
        assert Change.objects.get().action == "create"

    def test_whoever_is_added_is_a_visitor_unless_it_is_said_otherwise(self, as_role):
        page = as_role("editor").get(address("visit", "add")).text
        role = page.partition('name="participations-__prefix__-role"')[2].partition("</select>")[0]
        assert 'value="visitor" selected' in role

    def test_keeps_its_parts_when_saved_again(self, as_role):
        client = as_role("editor")
        client.post(address("visit", "add"), visit_form())
        page = client.get(address("visit", "change", Visit.objects.get().pk))
        data = submitted(page)
        data |= {"stops-0-position": 2, "stops-1-position": 1}
        answer = client.post(address("visit", "change", Visit.objects.get().pk), data)
        assert answer.status_code == 302, answer.context["errors"]
        assert [stop.position for stop in Visit.objects.get().stops.all()] == [1, 2]
        assert Meeting.objects.count() == 2

    def test_meeting_without_a_stop_is_of_the_visit_itself(self, as_role):
        client = as_role("editor")
        client.post(address("visit", "add"), visit_form(**{"meetings-1-stop_number": ""}))
        visit = Visit.objects.get()
        meeting = Meeting.objects.get(visit=visit)
        assert (meeting.stop, meeting.publication) == (None, "")
        page = client.get(address("visit", "change", visit.pk))
        data = submitted(page) | {"meetings-1-stop_number": 2}
        client.post(address("visit", "change", visit.pk), data)
        meeting.refresh_from_db()
        assert (meeting.visit, meeting.stop.position) == (None, 2)

    def test_title_of_a_meeting_may_be_empty_in_either_language(self, as_role):
        form = as_role("editor").get(address("meeting", "add")).context["adminform"].form
        assert {str(form.fields[f"title_{language}"].help_text) for language in ("fr", "en")} == {
            str(TITLE_MAY_BE_EMPTY)
        }

    def test_stop_is_known_by_its_state_and_has_further_places(self, as_role):
        state, further = StateFactory(), PlaceFactory()
        stop = {"stops-0-place": "", "stops-0-state": state.pk, "stops-0-further_places": [further.pk]}
        answer = as_role("editor").post(address("visit", "add"), visit_form(**stop))
        assert answer.status_code == 302, answer.context["errors"]
        stop = Visit.objects.get().stops.get(position=1)
        assert (stop.place, stop.state, list(stop.further_places.all())) == (None, state, [further])

    def test_stop_is_somewhere(self, as_role):
        answer = as_role("editor").post(address("visit", "add"), visit_form(**{"stops-0-place": ""}))
        assert "at least the State" in answer.text or "du moins l’État" in answer.text
        assert not Visit.objects.exists()

    def test_names_no_stop_that_does_not_exist(self, as_role):
        form = visit_form(**{"meetings-1-stop_number": 9})
        answer = as_role("editor").post(address("visit", "add"), form)
        assert answer.status_code == 200
        assert not Visit.objects.exists()
