"""The translation desk."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from partnerships import editorial
from partnerships.admin.translations import label_of_row
from partnerships.models import Area, PendingChange, Translation
from partnerships.records.snapshot.taking import snapshot
from tests.crowd import SentForm
from tests.factories import AreaFactory, MeetingFactory, StopFactory

from .browsing import address, said

EN = {"accept-language": "en"}
DESK = reverse("admin:partnerships_translations")


@pytest.fixture
def area(db):
    """A public record with an older text and a missing one."""
    area = AreaFactory(key="a", name_en="Security at sea", name_fr="sûreté maritime", publication="published")
    before = snapshot(area)
    area.name_en, area.summary_en = "Maritime security", "Who sails with whom."
    area.save()
    editorial.record_saving(area, by=None, before=before)
    return area


def page_of(area):
    return reverse("admin:partnerships_translation", args=["area", area.key])


def typed(client, area, **fields):
    """What a browser sends of the page, with the French texts that were typed, by what stands beside them."""
    page = client.get(page_of(area), headers=EN)
    sides = {row["label"]: row["sides"] for row in page.context["rows"]}
    sent = {sides[label][0]["name"]: text for label, text in fields.items()}
    return SentForm(page.text).fields | sent


def test_page_of_both_languages_is_offered_of_a_record_and_not_of_a_part(as_role):
    alone, part = MeetingFactory(), MeetingFactory(stop=StopFactory(), publication="")
    for meeting, offered in ((alone, True), (part, False)):
        text = as_role("editor").get(address("meeting", "change", meeting.pk), headers=EN).text
        assert (reverse("admin:partnerships_translation", args=["meeting", meeting.key]) in text) is offered


def test_what_changes_nothing_is_said_to_change_nothing(as_role, area):
    client = as_role("editor")
    answer = client.post(page_of(area), typed(client, area), headers=EN)
    assert [(one.level_tag, str(one)) for one in get_messages(answer.wsgi_request)] == [
        ("info", "Nothing was changed.")
    ]


@pytest.mark.parametrize(("role", "waits"), [("editor", True), ("reviewer", False)])
def test_what_was_withdrawn_is_saved_at_once_by_those_who_may_publish(as_role, area, role, waits):
    Area.objects.update(publication="withdrawn", withdrawal_reason_en="Wrong")
    text = as_role(role).get(page_of(area), headers=EN).text
    assert ('value="Propose the change"' in text, 'value="Save"' in text) == (waits, not waits)


class TestDesk:
    def test_counts_by_kind_and_leads_to_the_record(self, as_role, area):
        client = as_role("reader")
        text = client.get(DESK, headers=EN).text
        for state in ("missing", "older"):
            assert f'href="?state={state}&amp;kind=area">1</a>' in text
            found = client.get(DESK, {"state": state, "kind": "area", "language": "fr"}, headers=EN)
            assert page_of(area) in found.text
            assert ('</a>: <span class="quiet">' in found.text and ", in French</span>" in found.text) is (
                state == "older"
            )
            assert page_of(area) not in client.get(DESK, {"state": state, "kind": "area", "language": "en"}).text

    @pytest.mark.once
    def test_is_linked_from_the_first_page_with_its_number(self, as_role, area):
        rows = as_role("editor").get(reverse("admin:index")).context["waiting"]
        assert [row["count"] for row in rows if row["address"] == DESK] == [2]

    def test_odd_questions_are_answered(self, as_role, area):
        client = as_role("reader")
        for asked in ({"state": "nonsense"}, {"state": "older", "kind": "nonsense"}, {"kind": "area"}):
            assert client.get(DESK, asked).status_code == 404
        assert client.get(DESK, {"state": "older", "kind": "area", "language": "²", "page": "x"}).status_code == 200
        meeting = MeetingFactory(stop=StopFactory(), publication="")
        for args in (["nonsense", "a"], ["area", "nobody"], ["meeting", meeting.key]):
            assert client.get(reverse("admin:partnerships_translation", args=args)).status_code == 404


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(("language", "said"), [("fr", "a part, in French"), ("en", "a part, in English")])
def test_text_of_a_part_says_in_which_language_it_is(language, said):
    assert label_of_row(Translation(kind="visit", part="stop tokyo", field="title", language=language)) == said


class TestSideBySide:
    def test_shows_both_and_what_became_of_the_other(self, as_role, area):
        text = as_role("editor").get(page_of(area), headers=EN).text
        for shown in ("sûreté maritime", "Who sails with whom.", "older than the other language", "missing", "<del>"):
            assert shown in text, shown
        client = as_role("editor")
        changed = [row["changes"] for row in client.get(page_of(area)).context["rows"] if row["changes"]]
        ((change,),) = changed
        since = ["".join(text for text, _alone in change[side]) for side in ("before", "after")]
        assert (change["code"], since) == ("en", ["Security at sea", "Maritime security"])

    def test_proposes_what_an_editor_saves_of_a_public_record(self, as_role, area):
        client = as_role("editor")
        fields = typed(client, area, Name="sécurité maritime", Summary="Qui navigue avec qui.")
        client.post(page_of(area), {**fields, "_save": "1"})
        assert Area.objects.get().summary_fr is None
        after = PendingChange.objects.get().after[0]["fields"]
        assert (after["name_fr"], after["summary_fr"]) == ("sécurité maritime", "Qui navigue avec qui.")

    def test_names_the_next_in_which_a_text_is_missing(self, as_role, area):
        client = as_role("editor")
        later = AreaFactory(name_fr=None, name_en="Later", publication="published")
        assert f'<a href="{page_of(later)}">Later</a>' in said(
            client.post(page_of(area), typed(client, area), headers=EN)
        )
        # Behind it there is none; the older text of the one before is left.
        assert f'href="{page_of(area)}"' in said(client.post(page_of(later), typed(client, later), headers=EN))

    def test_keeps_that_a_text_is_right(self, as_role, area):
        client = as_role("editor")
        answer = client.post(page_of(area), {**typed(client, area), "checked": ":name_fr", "_save": "1"}, headers=EN)
        assert "saved" in said(answer)
        assert Translation.objects.get().checked_by_name
        listed = client.get(DESK, {"state": "checked", "kind": "area"}).text
        assert f"{page_of(area)}?all=1" in listed

    def test_shows_a_refusal_and_keeps_what_was_typed(self, as_role, area):
        client = as_role("editor")
        fields = typed(client, area, Name=" ", Summary="Qui navigue avec qui.")
        answer = client.post(page_of(area), {**fields, "_save": "1"}, headers=EN)
        assert "No text is erased" in answer.text
        assert "Qui navigue avec qui." in answer.text
        fields = typed(client, area, Name="", Summary="Qui navigue avec qui.")
        rows = client.post(page_of(area), {**fields, "_save": "1"}, headers=EN).context["rows"]
        assert [row["sides"][0]["text"] for row in rows] == ["", "Qui navigue avec qui."]
        assert not PendingChange.objects.exists()

    @pytest.mark.parametrize(
        ("role", "status", "live"),
        [("reader", 403, False), ("editor", 302, False), ("reviewer", 302, True), ("administrator", 302, True)],
    )
    def test_is_written_by_those_who_may(self, as_role, area, role, status, live):
        client = as_role(role)
        sent = typed(as_role("reviewer"), area, Summary="Qui navigue avec qui.")
        client = as_role(role)
        text = client.get(page_of(area)).text
        assert ("<textarea" in text, 'name="_live"' in text) == (status == 302, live)
        answer = client.post(page_of(area), {**sent, "_live": "1", "reason": "Now"})
        assert answer.status_code == status
        assert (Area.objects.get().summary_fr is not None) == live
        assert PendingChange.objects.exists() == (role == "editor")

    def test_waits_for_a_second_person_unless_at_once_is_said(self, as_role, area):
        client = as_role("reviewer")
        sent = typed(client, area, Summary="Qui navigue avec qui.")
        client.post(page_of(area), {**sent, "_save": "1", "reason": "An error"})
        assert (Area.objects.get().summary_fr, PendingChange.objects.count()) == (None, 1)


@pytest.mark.parametrize(("publication", "live"), [("draft", False), ("published", True), ("withdrawn", False)])
def test_at_once_is_a_way_of_what_the_public_reads_alone(as_role, area, publication, live):
    Area.objects.update(publication=publication, withdrawal_reason_en="Wrong")
    assert ('name="_live"' in as_role("reviewer").get(page_of(area)).text) is live


def test_the_other_texts_are_offered_only_where_there_are_any(as_role, area):
    client = as_role("editor")
    hidden = [(client.get(page_of(area)).context["hidden"], "?all=1" in client.get(page_of(area)).text)]
    Area.objects.update(name_fr="", name_en="Maritime security")
    hidden += [(client.get(f"{page_of(area)}?all=1").context["hidden"], False)]
    assert [one for one, _link in hidden] == [len(client.get(f"{page_of(area)}?all=1").context["rows"]) > 2, False]
