"""What has no source goes public only where somebody ticks it: the record, and what goes along with it."""

import pytest

from partnerships.editorial import accept, propose, record_saving, withdraw
from partnerships.editorial.beside_record import change_beside_record
from partnerships.models import Area, PendingChange, ScheduledPublication, Visit
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory, CitationFactory, StateFactory, VisitFactory

from ..browsing import address, as_it_stands, press

EN = {"accept-language": "en"}
ASKED = "tick those that are to be public all the same"


def names(page):
    return [name for name, _record, _lack in page.context["unsourced"]]


@pytest.mark.once
class TestOne:
    def test_is_published_only_once_it_is_ticked(self, as_role):
        client, state = as_role("reviewer"), StateFactory()
        page = client.get(address("state", "change", state.pk))
        assert names(page) == [f"state/{state.key}"]
        refused = press(client, state, _publish="1", unsourced=[])
        assert refused.status_code == 200
        assert f'name="unsourced" value="state/{state.key}"' in refused.text
        assert type(state).objects.get().publication == "draft"
        press(client, state, _publish="1", unsourced=[f"state/{state.key}"])
        assert type(state).objects.get().publication == "published"

    def test_that_a_source_supports_asks_for_nothing(self, as_role):
        client, state = as_role("reviewer"), StateFactory()
        CitationFactory(state=state, source__publication="published")
        assert names(client.get(address("state", "change", state.pk))) == []
        press(client, state, _publish="1", unsourced=[])
        assert type(state).objects.get().publication == "published"

    def test_needs_the_tick_for_a_moment_too(self, as_role):
        client, state = as_role("reviewer"), StateFactory()
        press(client, state, _schedule="1", _due_at="2099-07-01T09:30", unsourced=[])
        assert not ScheduledPublication.objects.exists()
        press(client, state, _schedule="1", _due_at="2099-07-01T09:30")
        assert ScheduledPublication.objects.exists()

    def test_from_its_first_form_is_asked_for_there(self, as_role):
        client, page = as_role("reviewer"), address("area", "add")
        sent = as_it_stands(client, page) | {"name_en": "New", "_publish": "1", "_alone_reason": "Nobody is here"}
        refused = client.post(page, sent)
        assert not Area.objects.exists()
        assert names(refused) == ["area/new"]
        client.post(page, sent | {"unsourced": names(refused)})
        assert Area.objects.get().publication == "published"

    def test_is_nothing_to_those_who_may_not_publish(self, as_role):
        assert "unsourced" not in as_role("editor").get(address("state", "change", StateFactory().pk)).text


@pytest.mark.once
class TestUnseen:
    def test_is_not_published_where_somebody_else_has_written_it_since(self, as_role, staff):
        states, client = [StateFactory(), StateFactory()], as_role("reviewer")
        listed = {"action": "take_step", "_selected_action": [each.pk for each in states]}
        page = client.post(address("state", "changelist"), listed, headers=EN)
        step = {"_publish": "1", "unsourced": names(page), "seen_until": page.context["seen_until"]}
        for by, becomes in ((staff["editor"], "draft"), (staff["reviewer"], "published")):
            before = snapshot(states[1])
            states[1].name_en = f"Nippon, says {by}"
            states[1].save()
            record_saving(states[1], by=by, before=before)
            answer = client.post(address("state", "changelist"), listed | step, headers=EN)
            step["seen_until"] = answer.context["seen_until"] if answer.context else ""
            for each in states:
                each.refresh_from_db()
                assert each.publication == becomes

    def test_is_not_published_where_a_change_of_it_was_accepted_since(self, as_role, staff):
        state, client = StateFactory(publication="published"), as_role("reviewer")
        before = snapshot(state)
        after = [{**before[0], "fields": {**before[0]["fields"], "name_en": "Nippon"}}, *before[1:]]
        waiting = propose(state, by=staff["editor"], before=before, after=after)
        withdraw(state, by=staff["reviewer"], reason_en="Doubted")
        listed = {"action": "take_step", "_selected_action": [state.pk]}
        page = client.post(address("state", "changelist"), listed, headers=EN)
        step = {"_publish": "1", "unsourced": names(page), "seen_until": page.context["seen_until"], "reason": "So"}
        found = change_beside_record(waiting)
        chosen = [each.name for each in found.differences]
        accept(waiting, by=staff["administrator"], chosen=chosen, version=found.version)
        answer = client.post(address("state", "changelist"), listed | step, headers=EN)
        assert "Somebody else has changed this since you opened this page" in answer.text
        state.refresh_from_db()
        assert (state.name_en, state.publication) == ("Nippon", "withdrawn")


class TestAlong:
    @pytest.fixture
    def visit(self, db):
        visit = VisitFactory()
        CitationFactory(visit=visit, source__publication="published")
        visit.areas.add(AreaFactory(key="bare", publication="in_review"))
        return visit

    def test_needs_its_own_tick_with_one(self, as_role, visit):
        client = as_role("reviewer")
        assert names(client.get(address("visit", "change", visit.pk))) == ["area/bare"]
        press(client, visit, _publish="1", along=["area/bare"], unsourced=[])
        assert Visit.objects.get().publication == "draft"
        press(client, visit, _publish="1", along=["area/bare"], unsourced=["area/bare"])
        assert Visit.objects.get().publication == "published"

    def test_needs_its_own_tick_with_many(self, as_role, visit):
        client, page = as_role("reviewer"), address("visit", "changelist")
        sent = {"action": "take_step", "_selected_action": [visit.pk], "_publish": "1", "along": ["area/bare"]}
        refused = client.post(page, sent, headers=EN)
        assert ASKED in refused.text
        assert names(refused) == ["area/bare"]
        client.post(page, sent | {"unsourced": ["area/bare"]})
        assert Visit.objects.get().publication == "published"

    def test_needs_its_own_tick_with_a_change_that_is_accepted(self, as_role, visit):
        area, client = visit.areas.get(), as_role("editor")
        visit.areas.clear()
        press(as_role("reviewer"), visit, _publish="1")
        press(as_role("editor"), Visit.objects.get(), areas=[area.pk])
        page = address("pendingchange", "change", PendingChange.objects.get().pk)
        seen = as_role("reviewer").get(page)
        assert names(seen) == ["area/bare"]
        chosen = [row["said"].name for _part, rows in seen.context["parts"] for row in rows]
        sent = {"_accept": "1", "version": seen.context["version"], "chosen": chosen, "along": ["area/bare"]}
        assert ASKED in client.post(page, sent, headers=EN).text
        assert client.post(page, sent | {"unsourced": ["area/bare"]}, headers=EN).status_code == 302
        assert Area.objects.get().publication == "published"
