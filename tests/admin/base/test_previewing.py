"""Preview: what the public would read, to those who may see the record, and nothing of it is saved or kept."""

import re

import pytest
from django.contrib.auth.models import Permission, User

from partnerships import kept_lines, most_on_a_page
from partnerships.models import Change, PendingChange, Person, State, Tenure, Visit
from partnerships.projections import kept_successions
from partnerships.projections.version import content_version
from partnerships.records.snapshot.taking import snapshot
from tests.factories import (
    EmbassyFactory,
    MeetingFactory,
    MilestoneFactory,
    OfficeFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)
from tests.offices.register import make_heads, make_person

from ..browsing import address, as_it_stands, press

pytestmark = pytest.mark.django_db
EN = {"accept-language": "en"}


def preview(client, record, query="?language=en"):
    return client.get(address(record._meta.model_name, "preview", record.pk) + query)


class TestStored:
    @pytest.mark.once
    def test_draft_is_read_as_the_public_would_read_it(self, as_role, client):
        place = PlaceFactory(name_en="Sendai")
        visit = VisitFactory(title_en="A visit to come", title_fr="Une visite à venir", period="2030-03-01")
        StopFactory(visit=visit, place=place)
        before, version = snapshot(visit), content_version()
        answer = preview(as_role("reader"), visit)
        assert answer.status_code == 200
        assert "<h1>A visit to come</h1>" in answer.text
        assert "Sendai" in answer.text
        assert f'id="visit-{visit.key}-on"' in answer.text
        assert "no-store" in answer["Cache-Control"]
        assert "Une visite à venir" in preview(as_role("reader"), visit, "?language=fr").text
        assert (snapshot(visit), content_version()) == (before, version)
        client.logout()
        assert client.get(f"/en/visits/{visit.slug('en')}/").status_code == 404
        assert preview(client, visit).status_code == 302

    def test_nothing_of_it_is_kept(self, as_role):
        ambassador, head = make_heads()
        tenure = TenureFactory(office=ambassador, person=PersonFactory(publication="published"), period="2018-02-01/..")
        shelves = (kept_lines.kept, kept_successions.kept, most_on_a_page._crowded)
        before = [len(each) for each in shelves]
        assert preview(as_role("editor"), tenure).status_code == 200
        assert [len(each) for each in shelves] == before
        assert Tenure.objects.get().publication == "draft"

    @pytest.mark.once
    def test_what_somebody_may_not_see_stays_hidden(self, client):
        visit = VisitFactory(title_en="A visit to come", period="2030-03-01")
        StopFactory(visit=visit, place=PlaceFactory(name_en="Sendai", name_fr="Sendai"))
        user = User.objects.create_user("guest", is_staff=True)
        user.user_permissions.add(Permission.objects.get(codename="view_visit"))
        client.force_login(user)
        answer = preview(client, visit)
        assert "A visit to come" in answer.text
        assert "Sendai" not in answer.text
        assert preview(client, visit.stops.get().place).status_code == 403

    def test_pending_change_is_shown_in_its_place(self, as_role):
        state = StateFactory(publication="published")
        press(as_role("editor"), state, name_en="Nippon")
        pending = PendingChange.objects.get()
        changed = preview(as_role("reviewer"), state, f"?language=en&pending={pending.pk}").text
        assert "Nippon" in changed
        assert ("Pages that change" in changed, "No page changes." in changed) == (True, False)
        unchanged = preview(as_role("reviewer"), state).text
        assert "Nippon" not in unchanged
        assert ("Pages that change" in unchanged, "No page changes." in unchanged) == (False, True)
        page = as_role("reviewer").get(address("pendingchange", "change", pending.pk)).text
        assert address("state", "preview", state.pk) in page
        # Once it is decided, the record is shown as it is.
        PendingChange.objects.update(state=PendingChange.State.TAKEN_BACK)
        assert "Nippon" not in preview(as_role("reviewer"), state, f"?language=en&pending={pending.pk}").text

    @pytest.mark.once
    def test_meeting_of_a_visit_is_shown_on_the_page_of_the_visit(self, as_role):
        visit = VisitFactory(title_en="A visit to come", period="2030-03-01")
        meeting = MeetingFactory(stop=StopFactory(visit=visit), publication="")
        assert "<h1>A visit to come</h1>" in preview(as_role("editor"), meeting).text


class TestTyped:
    """The form is sent to be looked at: in either language, for new records too."""

    @pytest.mark.parametrize("publication", ["draft", "published"])
    def test_is_shown_and_not_saved(self, as_role, publication):
        visit = VisitFactory(publication=publication, title_en="Old", period="2016-03-01")
        before, version = snapshot(visit), content_version()
        typed = {"title_en": "Typed now", "title_fr": "Tapé à l’instant"}
        answer = press(as_role("editor"), visit, **typed, _preview="en")
        assert "<h1>Typed now</h1>" in answer.text
        assert "Tapé à l’instant" in press(as_role("editor"), visit, **typed, _preview="fr").text
        assert 'name="title_en" value="Typed now"' in answer.text
        assert (snapshot(visit), content_version()) == (before, version)
        assert not Change.objects.exists()
        assert not PendingChange.objects.exists()

    def test_new_record_is_shown_and_not_saved(self, as_role):
        client = as_role("editor")
        form = as_it_stands(client, address("state", "add"))
        answer = client.post(address("state", "add"), form | {"name_en": "Atlantis", "_preview": "en"})
        assert "<h1>Atlantis (State)</h1>" in answer.text
        assert "Atlantis (new)" in answer.text
        assert not State.objects.exists()

    @pytest.mark.once
    def test_what_is_wrong_is_said_in_the_form(self, as_role):
        visit = VisitFactory()
        answer = press(as_role("editor"), visit, period="no date at all", _preview="en")
        assert answer.context["errors"]

    def test_reader_may_send_nothing(self, as_role):
        visit = VisitFactory()
        fields = {"title_en": "Typed now", "_preview": "en"}
        assert as_role("reader").post(address("visit", "change", visit.pk), fields).status_code == 403
        page = as_role("reader").get(address("visit", "change", visit.pk)).text
        assert address("visit", "preview", visit.pk) in page
        assert 'name="_preview"' not in page
        assert Visit.objects.get().title_en != "Typed now"


@pytest.mark.once
class TestWhatFollows:
    def test_has_what_contradicts_itself_before_it(self, as_role):
        tenure = TenureFactory(period="2015-01-01/2016-01-01")
        MilestoneFactory(tenure=tenure, kind="arrived", date="2017-01-01")
        page = address("tenure", "preview", tenure.pk)
        assert "A source shows the person in office after" in as_role("editor").get(page, headers=EN).text

    def test_of_a_tenure_is_said_before_it_is_saved(self, as_role):
        ambassador, head = make_heads("2018-07-01/..")
        old = TenureFactory(
            publication="published", office=ambassador, person=make_person("old"), period="2015-01-01/2019-05-01"
        )
        client = as_role("editor")
        form = as_it_stands(client, address("tenure", "add"))
        typed = {"person": make_person("new").pk, "office": ambassador.pk, "period": "2019-06-01/..", "_preview": "en"}
        answer = client.post(address("tenure", "add"), form | typed)
        says = answer.context["following"]
        assert [each.office for each in says.offices] == [each.office for each in says.offices if each.begins]
        begun = " ".join(said for each in says.offices for said in each.begins)
        assert "thereby holds the office" in begun
        assert "1 June 2019" in begun
        pages = " ".join(says.pages)
        assert f"/en/offices/{ambassador.slug('en')}/" in pages
        assert f"/en/offices/{head.slug('en')}/" in pages
        assert "(new)" not in pages
        assert Tenure.objects.get() == old

    def test_page_that_stays_as_it_is_is_not_said_to_change(self, as_role):
        _ambassador, _head = make_heads("2018-07-01/..")
        post = OfficeFactory(
            embassy=EmbassyFactory(publication="published"),
            heads_post=True,
            name_en="Elsewhere",
            publication="published",
        )
        client = as_role("editor")
        form = as_it_stands(client, address("tenure", "add"))
        typed = {"person": make_person("new").pk, "office": post.pk, "period": "2019-06-01/..", "_preview": "en"}
        pages = client.post(address("tenure", "add"), form | typed).context["following"].pages
        assert f"/en/offices/{post.slug('en')}/" in " ".join(pages)
        before = {page: client.get(page).text for page in re.findall(r'href="([^"?]+)', " ".join(pages))}
        TenureFactory(
            office=post, person=Person.objects.get(key="new"), period="2019-06-01/..", publication="published"
        )
        assert [page for page, text in before.items() if client.get(page).text == text] == []

    def test_leaving_everything_as_it_is_changes_no_page(self, as_role):
        state = StateFactory(publication="published")
        assert "No page changes." in preview(as_role("editor"), state).text
        assert "No page changes." not in press(as_role("editor"), state, name_en="Nippon", _preview="en").text
