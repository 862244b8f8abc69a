"""Steps for many records at once: all or none."""

import pytest
from django.contrib.auth.models import User

from partnerships.admin.base import many_at_once
from partnerships.editorial.history import record_saving
from partnerships.models import Area, Change, ScheduledPublication
from tests.factories import AreaFactory, CitationFactory

from ..browsing import address, said


def take(client, areas, **data):
    form = {"action": "take_step", "_selected_action": [area.pk for area in areas], **data}
    return client.post(address("area", "changelist"), form, headers={"accept-language": "en"})


def named(areas):
    return [f"area/{area.key}" for area in areas]


def states():
    return sorted(Area.objects.values_list("publication", flat=True))


class TestPage:
    def test_shows_each_with_its_work(self, as_role):
        areas = [AreaFactory(name_en="One"), AreaFactory(name_en="Two", publication="in_review")]
        answer = take(as_role("reviewer"), areas)
        assert answer.status_code == 200
        assert all(text in answer.text for text in ("One", "Two", "In review"))
        assert answer.context["steps"] == ["submit", "return", "publish", "schedule"]
        assert states() == ["draft", "in_review"]

    @pytest.mark.once
    def test_says_that_more_were_selected_than_are_taken_at_once(self, as_role, monkeypatch):
        areas, client = [AreaFactory(), AreaFactory()], as_role("reviewer")
        monkeypatch.setattr(many_at_once, "MOST", 2)
        assert "the others stay as they are" not in take(client, areas).text
        monkeypatch.setattr(many_at_once, "MOST", 1)
        shown = take(client, areas)
        assert "A step is taken with 1 at once" in shown.text
        assert "› Submit, return or publish" in " ".join(shown.text.split())
        take(client, areas, _submit="1")
        assert states() == ["draft", "in_review"]

    def test_ticks_at_first_what_was_submitted_of_what_goes_along_and_then_what_was_ticked(self, as_role):
        areas = [
            AreaFactory(parent=AreaFactory(key=f"p-{state}", publication=state)) for state in ("draft", "in_review")
        ]

        def ticked(page):
            return [row["name"] for row in page.context["along"] if row["ticked"]]

        client = as_role("reviewer")
        assert ticked(take(client, areas)) == ["area/p-in_review"]
        assert ticked(take(client, areas, _publish="1", along=["area/p-draft"])) == ["area/p-draft"]
        # What is chosen itself goes along with nothing.
        assert take(client, [areas[0], areas[0].parent]).context["along"] == []

    @pytest.mark.once
    def test_asks_for_the_reason_for_publishing_alone_where_somebody_would(self, as_role):
        area, client = AreaFactory(), as_role("reviewer")
        asked = "Reason for publishing alone"
        assert asked not in take(client, [area]).text
        record_saving(area, by=User.objects.get(pk=client.session["_auth_user_id"]), before=None)
        assert asked in take(client, [area]).text

    def test_is_not_offered_to_readers(self, as_role):
        areas = [AreaFactory()]
        assert as_role("reader").get(address("area", "changelist")).context["cl"].model_admin
        take(as_role("reader"), areas, _submit="1")
        assert states() == ["draft"]


@pytest.mark.parametrize(
    ("role", "offered"),
    [("reader", set()), ("editor", {"take_step"}), ("reviewer", {"take_step", "merge_two"})],
)
def test_list_offers_each_role_its_actions_and_never_the_stock_deletion(as_role, role, offered):
    AreaFactory()
    form = as_role(role).get(address("area", "changelist")).context["action_form"]
    assert {name for name, _words in form.fields["action"].choices if name} == offered if form else not offered


class TestSteps:
    def test_are_taken_with_all(self, as_role):
        areas = AreaFactory.create_batch(3)
        assert take(as_role("editor"), areas, _submit="1", comment="All checked").status_code == 302
        assert states() == ["in_review"] * 3
        assert set(Change.objects.values_list("comment", flat=True)) == {"All checked"}

    def test_set_one_moment_for_all_but_for_what_was_withdrawn(self, as_role):
        client, areas = as_role("reviewer"), AreaFactory.create_batch(2)
        assert take(client, areas, _schedule="1", due_at="2099-01-01T09:00", unsourced=named(areas)).status_code == 302
        assert ScheduledPublication.objects.count() == 2
        gone = AreaFactory(publication="withdrawn", withdrawal_reason_fr="Faux motif")
        answer = take(client, [AreaFactory(), gone], _schedule="1", due_at="2099-01-01T09:00")
        assert "Faux motif" in answer.context["refusal"]
        assert ScheduledPublication.objects.count() == 2

    def test_are_taken_with_none_where_one_is_unfit(self, as_role):
        areas = [AreaFactory(), AreaFactory(publication="published")]
        answer = take(as_role("editor"), areas, _submit="1", comment="Kept")
        assert answer.status_code == 200
        assert "Kept" in answer.text
        assert f'href="{address("area", "change", areas[1].pk)}"' in answer.context["refusal"]
        assert states() == ["draft", "published"]

    def test_publish_what_names_one_another(self, as_role):
        areas = AreaFactory.create_batch(2)
        take(as_role("reviewer"), areas, _publish="1", unsourced=named(areas))
        assert states() == ["published", "published"]

    def test_publish_what_no_source_supports_only_where_it_is_ticked(self, as_role):
        areas = [AreaFactory(name_en="Bare one"), AreaFactory(name_en="Bare two"), AreaFactory(name_en="Proven")]
        CitationFactory(area=areas[2], source__publication="published")
        client = as_role("reviewer")
        page = take(client, areas)
        assert [record for _name, record, _lack in page.context["unsourced"]] == areas[:2]
        assert 'name="unsourced" value' in page.text
        assert "checked" not in page.text
        refused = take(client, areas, _publish="1", unsourced=named(areas[:1]))
        assert states() == ["draft"] * 3
        assert "Bare two" in refused.context["refusal"]
        assert "Bare one" not in refused.context["refusal"]
        answer = take(client, areas, _publish="1", unsourced=named(areas[:2]))
        assert states() == ["published"] * 3
        words = said(answer)
        assert "Bare one" in words
        assert "Proven" not in words

    def test_set_a_moment_for_what_no_source_supports_only_where_it_is_ticked(self, as_role):
        client, areas, moment = as_role("reviewer"), AreaFactory.create_batch(2), {"due_at": "2090-05-24T10:00"}
        take(client, areas, _schedule="1", reason="Mine", unsourced=named(areas[:1]), **moment)
        assert not ScheduledPublication.objects.exists()
        take(client, areas, _schedule="1", reason="Mine", unsourced=named(areas), **moment)
        assert ScheduledPublication.objects.count() == 2

    @pytest.mark.parametrize("role", ["reader", "editor"])
    def test_do_not_publish_for_those_who_may_not(self, as_role, role):
        take(as_role(role), AreaFactory.create_batch(2), _publish="1", reason="Mine")
        assert states() == ["draft", "draft"]
