"""A visit is entered in one form, with its stops and meetings."""

from partnerships.models import Change, Meeting, Visit

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

    def test_names_no_stop_that_does_not_exist(self, as_role):
        form = visit_form(**{"meetings-1-stop_number": 9})
        answer = as_role("editor").post(address("visit", "add"), form)
        assert answer.status_code == 200
        assert not Visit.objects.exists()
