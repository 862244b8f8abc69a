"""Entering and changing records: the visit, dates in words, keys, roles, two people at one record."""

import pytest

from partnerships.admin import base, keys
from partnerships.models import Area, Change, Meeting, Person, State, Visit
from tests.factories import AreaFactory, PersonFactory, PlaceFactory, StateFactory, StopFactory, VisitFactory

from .test_pages import address, submitted


def parts(prefix, *rows):
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    for index, row in enumerate(rows):
        data |= {f"{prefix}-{index}-{name}": value for name, value in row.items()}
    return data


def visit_form(**fields):
    places = [PlaceFactory(), PlaceFactory()]
    people = [PersonFactory() for _ in range(3)]
    return {
        "title_fr": "Visite au Japon",
        "title_en": "Visit to Japan",
        "period": "29-31 octobre 2017",
        "status": "held",
        "areas": [AreaFactory().pk for _ in range(4)],
        **parts("stops", {"place": places[0].pk, "period": "30 October 2017"}, {"place": places[1].pk}),
        **parts(
            "meetings",
            {"stop_number": 1, "kind": "talks", "date": "30 octobre 2017", "interlocutors": [p.pk for p in people]},
            {"stop_number": 2, "kind": "talks"},
        ),
        **parts("participations"),
        **parts("citations"),
        **fields,
    }


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


class TestDatesInWords:
    def test_are_refused_with_a_sentence(self, as_role):
        answer = as_role("editor").post(address("visit", "add"), visit_form(period="30 February 2017"))
        assert answer.context["adminform"].form.errors["period"]

    def test_are_shown_as_understood(self, as_role):
        client = as_role("reader")
        answer = client.get(address("visit", "understood"), {"kind": "moment", "text": "vers 2011"}).json()
        assert answer["notation"] == "2011~"
        assert "error" in client.get(address("visit", "understood"), {"text": "nonsense"}).json()

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("29-31 October 2017", "29-31 octobre 2017 (2017-10-29/2017-10-31)."),
            ("since 1 July 2018", "depuis le 1er juillet 2018 (2018-07-01/..)."),
            ("2004 to 2009", "2004-2009 (2004/2009). Entre le 1er janvier 2004 et le 31 décembre 2009."),
            ("avant 2011", "au plus tard en 2010 ([..2010]). Au plus tard le 31 décembre 2010."),
        ],
    )
    def test_say_their_bounds_where_these_say_more(self, as_role, text, sentence):
        answer = as_role("reader").get(address("visit", "understood"), {"kind": "period", "text": text}).json()
        assert answer["sentence"] == f"Compris comme\N{NO-BREAK SPACE}: {sentence}"

    def test_are_for_staff_alone(self, client, db):
        assert client.get(address("visit", "understood"), {"text": "2011"}).status_code == 302


class TestKeys:
    def test_taken_in_the_meantime_is_made_anew(self, as_role, monkeypatch):
        """As on PostgreSQL, where two editors may save the same name in the same moment."""
        client = as_role("editor")
        seen = submitted(client.get(address("area", "add"))) | {"name_en": "Cyber defence"}
        AreaFactory(key="cyber-defence", name_en="Another")
        found = iter(["cyber-defence"])
        monkeypatch.setattr(base, "unique_key", lambda record: next(found, None) or keys.unique_key(record))
        assert client.post(address("area", "add"), seen).status_code == 302
        assert Area.objects.get(name_en="Cyber defence").key != "cyber-defence"

    def test_are_made_and_unique(self, as_role):
        client = as_role("editor")
        empty = {**parts("names"), **parts("aliases"), **parts("citations")}
        for _ in range(2):
            client.post(address("person", "add"), {"name": "Shinzo Abe", **empty})
        assert sorted(Person.objects.values_list("key", flat=True)) == ["shinzo-abe", "shinzo-abe-2"]


class TestRoles:
    def test_editor_cannot_change_what_is_published(self, as_role):
        state = StateFactory(publication="published")
        client = as_role("editor")
        assert client.get(address("state", "change", state.pk)).status_code == 200
        assert client.post(address("state", "change", state.pk), {}).status_code == 403

    def test_editor_cannot_publish(self, as_role):
        state = StateFactory()
        save(as_role("editor"), state, _publish="1")
        assert State.objects.get().publication == "draft"

    def test_reviewer_publishes(self, as_role):
        state = StateFactory()
        save(as_role("reviewer"), state, _publish="1")
        assert State.objects.get().publication == "published"

    def test_reader_changes_nothing(self, as_role):
        assert as_role("reader").get(address("state", "add")).status_code == 403


def save(client, state, **fields):
    page = client.get(address("state", "change", state.pk))
    return client.post(address("state", "change", state.pk), submitted(page) | fields)


@pytest.mark.django_db
class TestTwoPeople:
    def test_second_one_sees_both_texts_and_nothing_is_lost(self, as_role):
        client, state = as_role("editor"), StateFactory()
        seen = submitted(client.get(address("state", "change", state.pk)))
        save(client, state, name_en="Stored first")
        answer = client.post(address("state", "change", state.pk), seen | {"name_en": "Typed second"})
        assert answer.status_code == 200
        assert "Stored first" in answer.text
        assert "Typed second" in answer.text
        assert State.objects.get().name_en == "Stored first"
        assert client.post(address("state", "change", state.pk), submitted(answer)).status_code == 302
        assert State.objects.get().name_en == "Typed second"

    def test_second_one_sees_the_stored_text_of_parts(self, as_role):
        client = as_role("editor")
        client.post(address("visit", "add"), visit_form())
        page = address("visit", "change", Visit.objects.get().pk)
        seen = submitted(client.get(page))
        client.post(page, seen | {"meetings-0-title_en": "Stored first"})
        answer = client.post(page, seen | {"meetings-0-title_en": "Typed second"})
        assert "Stored first" in answer.text
        assert "Typed second" in answer.text

    def test_second_one_reads_dates_in_words_beside_the_field(self, as_role):
        client, visit = as_role("editor"), VisitFactory()
        page = address("visit", "change", visit.pk)
        seen = submitted(client.get(page))
        client.post(page, submitted(client.get(page)) | {"period": "2016-03-03/2016-03-05"})
        answer = client.post(page, seen | {"title_en": "Typed second"}, headers={"accept-language": "fr"})
        form = answer.context["adminform"].form
        assert list(form.errors) == ["__all__"]
        stored = '<p class="register-stored">Actuellement dans le registre\xa0: 3-5 mars 2016</p>'
        assert stored in str(form["period"])
        assert "register-stored" not in str(form["summary_en"])

    def test_part_that_another_one_removed_does_not_lock_the_form(self, as_role):
        client, stop = as_role("editor"), StopFactory(position=1)
        page = address("visit", "change", stop.visit.pk)
        seen = submitted(client.get(page)) | {"stops-0-summary_en": "Typed second"}
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
        seen = submitted(client.get(page)) | {
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


class TestHistory:
    def test_is_shown(self, as_role):
        state = VisitFactory()
        answer = as_role("reader").get(address("visit", "history", state.pk))
        assert answer.status_code == 200
