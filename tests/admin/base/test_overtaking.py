"""Two people save the form of one record: what does not clash is kept of both, what does is shown."""

import pytest
from django.contrib.auth.models import Group, User

from partnerships import editorial
from partnerships.admin.forms.stops import StopFormSet
from partnerships.editorial.beside_record import change_beside_record
from partnerships.models import Change, Citation, Meeting, PendingChange, State, Translation, Visit
from tests.factories import AreaFactory, CitationFactory, PlaceFactory, StateFactory, VisitFactory

from ..browsing import address, as_it_stands, said, submitted, visit_form

pytestmark = pytest.mark.django_db
EN = {"accept-language": "en"}


@pytest.fixture
def two(client, staff):
    """Open the form of a record, let somebody else save theirs first, then send one's own; answer with that."""
    first = User.objects.create_user("first", is_staff=True)
    first.groups.add(Group.objects.get(name="editor"))

    def act(record, theirs, mine, role="editor"):
        page = address(record._meta.model_name, "change", record.pk)
        client.force_login(staff[role])
        seen = as_it_stands(client, page)
        client.force_login(first)
        assert client.post(page, as_it_stands(client, page) | theirs).status_code == 302
        client.force_login(staff[role])
        return client.post(page, seen | mine, headers=EN)

    return act


@pytest.fixture
def visit(as_role):
    as_role("editor").post(address("visit", "add"), visit_form())
    return Visit.objects.get()


class TestBothKept:
    @pytest.mark.once
    def test_of_different_fields(self, two):
        state = StateFactory(name_fr="Japon", name_en="Japan")
        answer = two(state, {"name_en": "Nippon"}, {"name_fr": "Le Japon", "_continue": "1"})
        assert answer.status_code == 302
        state.refresh_from_db()
        assert (state.name_fr, state.name_en) == ("Le Japon", "Nippon")
        told = said(answer)
        assert "first" in told
        assert "in English" in told
        one, other = Change.objects.order_by("id")
        assert other.before == one.after
        assert other.by.username == "editor"

    @pytest.mark.once
    def test_of_parts(self, two, visit):
        CitationFactory(visit=visit, locator="p. 1")
        answer = two(
            visit,
            {"meetings-0-title_en": "Theirs", "citations-0-locator": "p. 2"},
            {"meetings-1-title_en": "Mine", "summary_en": "A summary"},
        )
        assert answer.status_code == 302
        assert set(Meeting.objects.values_list("title_en", flat=True)) == {"Theirs", "Mine"}
        assert (Citation.objects.get().locator, Visit.objects.get().summary_en) == ("p. 2", "A summary")

    @pytest.mark.once
    def test_of_a_part_that_one_removes_and_the_other_leaves(self, two, visit):
        CitationFactory(visit=visit, locator="p. 1")
        answer = two(visit, {"citations-0-DELETE": "on", "summary_fr": "Le leur"}, {"summary_en": "Mine"})
        assert answer.status_code == 302
        stored = Visit.objects.get()
        assert (stored.citations.count(), stored.summary_fr, stored.summary_en) == (0, "Le leur", "Mine")
        assert "Citation" in said(answer)

    @pytest.mark.once
    @pytest.mark.parametrize("mine", [{"citations-0-DELETE": "on"}, {"summary_en": "Mine"}])
    def test_of_several_parts_of_one_sort_that_one_removes(self, two, visit, mine):
        for page in ("p. 1", "p. 2", "p. 3"):
            CitationFactory(visit=visit, locator=page)
        answer = two(visit, {"citations-0-DELETE": "on", "citations-2-DELETE": "on"}, mine)
        assert answer.status_code == 302
        assert [each.locator for each in visit.citations.all()] == ["p. 2"]

    @pytest.mark.once
    def test_of_a_stop_that_one_removes_with_its_meeting(self, two, visit):
        answer = two(visit, {"stops-0-DELETE": "on", "meetings-0-DELETE": "on"}, {"meetings-1-title_en": "Mine"})
        assert answer.status_code == 302
        assert [(each.title_en, each.stop.position) for each in Meeting.objects.all()] == [("Mine", 2)]

    @pytest.mark.once
    def test_of_a_part_whose_row_does_not_say_which_it_is_loses_nothing(self, two, visit):
        CitationFactory(visit=visit, locator="p. 1")
        answer = two(visit, {"citations-0-DELETE": "on"}, {"citations-0-known": "odd", "summary_en": "Mine"})
        assert answer.status_code == 200
        assert submitted(answer)["summary_en"] == "Mine"

    @pytest.mark.once
    def test_of_both_languages_leaves_the_one_behind_that_was_written_beside_the_old_text(self, two):
        state = StateFactory(name_fr="Japon", name_en="Japan")
        two(state, {"name_fr": "Le Japon"}, {"name_en": "Nippon"})
        assert [*Translation.objects.values_list("language", "source")] == [("en", "Japon")]

    @pytest.mark.once
    def test_of_parts_and_links_that_both_add(self, two, visit):
        source = CitationFactory(visit=visit).source
        row = {"citations-TOTAL_FORMS": 2, "citations-1-source": source.pk, "citations-1-stance": "supports"}
        areas = [area.pk for area in visit.areas.all()]
        one, other = AreaFactory(), AreaFactory()
        answer = two(
            visit,
            {**row, "citations-1-locator": "theirs", "areas": [*areas, one.pk]},
            {**row, "citations-1-locator": "mine", "areas": [*areas[1:], other.pk]},
        )
        assert answer.status_code == 302
        assert set(Citation.objects.values_list("locator", flat=True)) >= {"theirs", "mine"}
        assert set(Visit.objects.get().areas.values_list("pk", flat=True)) == {*areas[1:], one.pk, other.pk}

    @pytest.mark.once
    def test_of_stops_that_both_add_without_a_number(self, two, visit):
        stops = [PlaceFactory(), PlaceFactory()]
        page = address("visit", "change", visit.pk)
        theirs, mine = ({"stops-TOTAL_FORMS": "3", "stops-2-place": each.pk, "stops-2-position": ""} for each in stops)
        answer = two(visit, theirs, mine)
        assert answer.status_code == 302, page
        assert list(visit.stops.order_by("position").values_list("position", flat=True)) == [1, 2, 3, 4]
        assert {each.place for each in visit.stops.all()} >= {*stops}

    def test_of_stops_that_both_give_one_number_says_so(self, two, visit, client):
        added = {"stops-TOTAL_FORMS": "3", "stops-2-place": PlaceFactory().pk, "stops-2-position": "3"}
        answer = two(visit, added, added)
        assert "Somebody else has entered stop 3. " in answer.text
        again = client.post(address("visit", "change", visit.pk), submitted(answer) | {"stops-2-position": "4"})
        assert again.status_code == 302
        assert list(visit.stops.order_by("position").values_list("position", flat=True)) == [1, 2, 3, 4]

    def test_what_the_database_refuses_is_said_and_nothing_typed_is_lost(self, two, visit, client, monkeypatch):
        monkeypatch.setattr(StopFormSet, "stops_of_others", lambda _formset: {})
        added = {"stops-TOTAL_FORMS": "3", "stops-2-place": PlaceFactory().pk, "stops-2-position": "3"}
        answer = two(visit, added, added)
        again = client.post(address("visit", "change", visit.pk), submitted(answer), headers=EN)
        assert again.status_code == 200
        assert "Somebody else has saved this meanwhile." in again.text
        assert submitted(again)["stops-2-position"] == "3"

    @pytest.mark.once
    def test_over_what_was_published_meanwhile(self, client, staff):
        """The proposal holds one's own change alone, over the text that the public reads by now."""
        names = {"name_fr": "Japon", "name_en": "Japan", "slug_fr": "japon", "slug_en": "japan"}
        state = StateFactory(publication="published", **names)
        page = address("state", "change", state.pk)
        client.force_login(staff["editor"])
        seen = as_it_stands(client, page)
        client.force_login(staff["reviewer"])
        live = {"name_en": "Nippon", "_live": "1", "_live_reason": "An error that hurts"}
        client.post(page, as_it_stands(client, page) | live)
        client.force_login(staff["editor"])
        told = said(client.post(page, seen | {"name_fr": "Le Japon"}, headers=EN))
        assert "kept:<ul><li>reviewer, " in told
        pending = PendingChange.objects.get()
        found = change_beside_record(pending)
        assert [(each.field, each.after) for each in found.differences] == [("name_fr", "Le Japon")]
        assert State.objects.get().name_fr == "Japon"
        chosen = [each.name for each in found.differences]
        editorial.accept(pending, by=staff["reviewer"], chosen=chosen, version=found.version)
        state.refresh_from_db()
        assert (state.name_fr, state.name_en) == ("Le Japon", "Nippon")
        # It was written beside a text that is another one by now.
        assert [*Translation.objects.values_list("language", "source")] == [("fr", "Japan")]

    @pytest.mark.once
    def test_after_what_was_wrong_is_mended(self, two, client):
        visit = VisitFactory(title_en="Old", period="2016-03-01")
        answer = two(visit, {"title_fr": "Le leur"}, {"title_en": "Mine", "period": "no date at all"})
        assert answer.status_code == 200
        assert Visit.objects.get().title_fr == "Le leur"
        page = address("visit", "change", visit.pk)
        assert client.post(page, submitted(answer) | {"period": "2016-03-02"}).status_code == 302
        visit = Visit.objects.get()
        assert (visit.title_fr, visit.title_en, visit.period) == ("Le leur", "Mine", "2016-03-02")


class TestClash:
    @pytest.mark.once
    def test_shows_who_changed_what_and_takes_over_what_does_not_clash(self, two, client):
        state = StateFactory(name_fr="Japon", name_en="Japan", note="Old note")
        theirs = {"name_en": "Nippon", "note": "Their note"}
        answer = two(state, theirs, {"name_en": "Nihon", "name_fr": "Le Japon"})
        assert answer.status_code == 200
        (error,) = answer.context["adminform"].form.non_field_errors()
        assert "first, " in error
        assert "Name, in English" in error
        form = submitted(answer)
        assert (form["name_en"], form["name_fr"], form["note"]) == ("Nihon", "Le Japon", "Their note")
        assert answer.text.count('class="register-stored"') == 2
        assert State.objects.get().name_en == "Nippon"
        client.post(address("state", "change", state.pk), form)
        state.refresh_from_db()
        assert (state.name_en, state.name_fr, state.note) == ("Nihon", "Le Japon", "Their note")

    @pytest.mark.once
    def test_in_a_part_takes_over_the_other_fields_of_parts(self, two, visit):
        answer = two(
            visit,
            {"meetings-0-title_en": "Theirs", "meetings-1-title_en": "Theirs too"},
            {"meetings-0-title_en": "Mine"},
        )
        assert answer.status_code == 200
        form = submitted(answer)
        assert (form["meetings-0-title_en"], form["meetings-1-title_en"]) == ("Mine", "Theirs too")

    def test_of_a_part_that_is_gone_loses_nothing(self, two, visit):
        answer = two(visit, {"meetings-0-DELETE": "on"}, {"meetings-0-title_en": "Mine"})
        assert answer.status_code == 200
        assert "Mine" in answer.text
        assert Meeting.objects.count() == 1

    @pytest.mark.once
    @pytest.mark.parametrize("step", [{"_publish": "1"}, {"_schedule": "1", "_due_at": "2099-07-01T09:30"}])
    def test_nothing_goes_public_that_was_not_seen(self, two, client, step):
        state = StateFactory(name_en="Japan", publication="in_review")
        step |= {"unsourced": [f"state/{state.key}"]}
        answer = two(state, {"name_en": "Nippon"}, {"name_fr": "Le Japon", **step}, role="reviewer")
        assert "first, " in answer.text
        again = submitted(answer)
        assert (again["name_en"], again["name_fr"]) == ("Nippon", "Le Japon")
        state.refresh_from_db()
        assert (state.name_en, state.publication) == ("Nippon", "in_review")
        assert client.post(address("state", "change", state.pk), again | step).status_code == 302
        state.refresh_from_db()
        assert (state.name_fr, state.publication == "published") == ("Le Japon", "_publish" in step)

    def test_of_a_publication_brings_nothing_back_that_others_removed(self, two, client):
        state = StateFactory(name_en="Japan", publication="in_review")
        for page in ("p. 1", "p. 2", "p. 3"):
            CitationFactory(state=state, locator=page, source__publication="published")
        gone = {"citations-0-DELETE": "on", "citations-1-DELETE": "on"}
        step = {"_publish": "1", "unsourced": [f"state/{state.key}"]}
        answer = two(state, gone, {"citations-1-locator": "p. 22", **step}, role="reviewer")
        again = submitted(answer)
        assert [again[f"citations-{row}-locator"] for row in range(2)] == ["p. 3", "p. 22"]
        client.post(address("state", "change", state.pk), again | step)
        state.refresh_from_db()
        assert state.publication == "published"
        assert sorted(each.locator for each in state.citations.all()) == ["p. 22", "p. 3"]

    @pytest.mark.once
    def test_with_a_step_saves_nothing(self, two):
        state = StateFactory(name_en="Japan")
        two(state, {"_submit": "1"}, {"name_en": "Nippon"})
        state.refresh_from_db()
        assert (state.publication, state.name_en) == ("in_review", "Japan")
