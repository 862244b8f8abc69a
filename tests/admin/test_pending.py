"""The page on which a second person decides."""

import re
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.contrib.admin import site
from django.utils import timezone

from partnerships import editorial
from partnerships.admin.pending import PendingChangeAdmin, along_with
from partnerships.editorial.beside_record import change_beside_record
from partnerships.editorial.merge_choices import fields_to_choose, version_of_two
from partnerships.exchange.undoing import undo
from partnerships.models import Batch, Change, Confirmation, PendingChange, ScheduledAcceptance, Visit
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory, CitationFactory, PlaceFactory, SourceFactory, TenureFactory, VisitFactory

from .browsing import address, said

EN = {"accept-language": "en"}


@pytest.fixture
def visit(db):
    return VisitFactory(key="v", title_en="Visit", title_fr="Visite", publication="published")


@pytest.fixture
def pending(visit, staff):
    return propose(visit, staff["editor"], title_en="Visit to Japan", title_fr="Visite au Japon")


def propose(visit, by, **fields):
    before = snapshot(visit)
    after = [{**before[0], "fields": {**before[0]["fields"], **fields}}, *before[1:]]
    return editorial.propose(visit, by=by, before=before, after=after, comment="See the communiqué")


def decide(client, pending, *fields, **data):
    found = change_beside_record(pending)
    chosen = [each.name for each in found.differences if each.field in fields]
    form = {"version": found.version, "chosen": chosen, **data}
    return client.post(address("pendingchange", "change", pending.pk), form, headers=EN)


class TestPage:
    @pytest.mark.parametrize("language", ["en", "fr"])
    def test_shows_both_languages_in_words(self, as_role, pending, language):
        page = address("pendingchange", "change", pending.pk)
        answer = as_role("reader").get(page, headers={"accept-language": language})
        assert answer.status_code == 200
        for text in ("to Japan", "au Japon", "See the communiqué"):
            assert text in answer.text
        assert "title_en" not in answer.text

    def test_has_buttons_for_those_who_may(self, as_role, pending):
        page = address("pendingchange", "change", pending.pk)
        shown = {role: as_role(role).get(page).context["steps"] for role in ("reader", "editor", "reviewer")}
        assert shown == {"reader": [], "editor": ["take_back"], "reviewer": ["accept", "give_back", "schedule"]}

    def test_unticks_what_clashes_and_says_what_is_there_now(self, as_role, pending):
        Visit.objects.update(title_en="Somebody else’s")
        answer = as_role("reviewer").get(address("pendingchange", "change", pending.pk), headers=EN)
        assert "In the register now: Somebody else’s" in answer.text
        rows = [row for _part, rows in answer.context["parts"] for row in rows]
        assert {row["said"].label: row["ticked"] for row in rows} == {
            "Title, in English": False,
            "Title, in French": True,
        }

    def test_that_waits_again_says_who_had_returned_it(self, as_role, pending, staff):
        editorial.give_back(pending, by=staff["reviewer"], comment="Shorter")
        page = address("pendingchange", "change", pending.pk)
        assert "Returned (reviewer, " in as_role("reviewer").get(page, headers=EN).text
        after = [{**pending.after[0], "fields": {**pending.after[0]["fields"], "title_en": "Short"}}]
        editorial.revise(pending, by=staff["editor"], before=pending.before, after=after)
        text = " ".join(as_role("reviewer").get(page, headers=EN).text.split())
        assert "<dd>Waiting</dd>" in text
        assert "<dt>Returned before</dt> <dd>reviewer, " in text

    def test_is_in_the_list(self, as_role, pending):
        answer = as_role("editor").get(address("pendingchange", "changelist"))
        assert "Visite" in answer.text


class TestDeciding:
    def test_accepts_what_is_ticked(self, as_role, pending):
        answer = decide(as_role("reviewer"), pending, "title_en", "title_fr", _accept="1")
        assert answer.status_code == 302
        assert Visit.objects.get().title_en == "Visit to Japan"

    def test_accepts_in_part_with_a_comment(self, as_role, pending):
        decide(as_role("reviewer"), pending, "title_en", comment="Too long", _accept="1")
        assert Visit.objects.get().title_fr == "Visite"
        assert PendingChange.objects.get().answer == "Too long"

    def test_of_what_went_back_says_whether_a_part_of_it_is_public(self, as_role, pending, staff):
        form = address("visit", "change", Visit.objects.get().pk)
        pages = [address("pendingchange", "change", pending.pk), form, f"{form}?pending={pending.pk}"]
        editorial.give_back(pending, by=staff["reviewer"], comment="Shorter")
        said_of_part = "A part of the change has been accepted, and is public."
        assert [said_of_part in as_role("editor").get(page, headers=EN).text for page in pages] == [False] * 3
        editorial.revise(pending, by=staff["editor"], before=pending.before, after=pending.after)
        decide(as_role("reviewer"), pending, "title_en", comment="Too long", _accept="1")
        for page in pages:
            shown = as_role("editor").get(page, headers=EN).text
            assert said_of_part in shown
            assert address("change", "change", Change.objects.get(action="accept").pk) in shown

    def test_keeps_ticks_and_words_where_it_is_refused(self, as_role, pending):
        answer = decide(as_role("reviewer"), pending, "title_en", reason="kept", _accept="1")
        assert answer.status_code == 200
        rows = [row for _part, rows in answer.context["parts"] for row in rows]
        assert [row["ticked"] for row in rows].count(True) == 1
        assert 'role="alert"' in answer.text
        assert Visit.objects.get().title_en == "Visit"

    def test_returns_with_a_comment(self, as_role, pending):
        assert decide(as_role("reviewer"), pending, _give_back="1").status_code == 200
        assert decide(as_role("reviewer"), pending, comment="No", _give_back="1").status_code == 302
        assert PendingChange.objects.get().state == "returned"
        decided, listed = '<td class="field-decided_by_shown">reviewer</td>', address("pendingchange", "changelist")
        assert decided in as_role("editor").get(listed).text
        # Proposed anew, it waits for whoever decides then.
        PendingChange.objects.update(state="waiting")
        assert decided not in as_role("editor").get(listed).text

    def test_at_a_moment_to_come_is_shown_and_told_as_past_once_it_was_in_vain(self, as_role, pending):
        client, page = as_role("reviewer"), address("pendingchange", "change", pending.pk)
        assert (
            decide(client, pending, "title_en", "title_fr", due_at="2099-07-01T09:30", _schedule="1").status_code == 302
        )
        assert (
            "It will be accepted automatically on 1 July 2099, 09:30, as reviewer decided."
            in client.get(page, headers=EN).text
        )
        listed = "waiting, to be accepted automatically on 1 July 2099, 09:30"
        assert listed in client.get(address("pendingchange", "changelist"), headers=EN).text
        ScheduledAcceptance.objects.update(obstacles="Something has changed.")
        assert listed not in client.get(address("pendingchange", "changelist"), headers=EN).text
        text = client.get(page, headers=EN).text
        assert (
            "It was to be accepted automatically on 1 July 2099, 09:30, as reviewer had decided, and could not be."
            in text
        )
        assert "Something has changed." in text
        assert "It will be accepted automatically on" not in text

    def test_lists_the_drafts_that_go_with_it(self, as_role, visit, staff):
        AreaFactory(key="hidden", name_en="Hidden area", name_fr="Domaine caché")
        pending = propose(visit, staff["editor"], areas=[["hidden"]])
        page = as_role("reviewer").get(address("pendingchange", "change", pending.pk), headers=EN)
        assert "Hidden area" in page.text
        answer = decide(as_role("reviewer"), pending, "areas", _accept="1")
        assert answer.status_code == 200
        ticked = {"along": ["area/hidden"], "unsourced": ["area/hidden"]}
        assert decide(as_role("reviewer"), pending, "areas", _accept="1", **ticked).status_code == 302

    @pytest.mark.parametrize("role", ["reader", "editor"])
    @pytest.mark.parametrize("button", ["_accept", "_give_back", "_nothing"])
    def test_is_not_for_those_who_may_not(self, as_role, pending, role, button):
        answer = decide(as_role(role), pending, "title_en", "title_fr", comment="Mine", **{button: "1"})
        assert answer.status_code == 403
        assert Visit.objects.get().title_en == "Visit"
        assert PendingChange.objects.get().state == "waiting"

    def test_ticks_are_set_anew_where_the_record_has_changed_meanwhile(self, as_role, pending):
        seen, client = change_beside_record(pending), as_role("reviewer")
        Visit.objects.update(title_en="Somebody else’s")
        chosen = [each.name for each in seen.differences]
        form = {"version": seen.version, "chosen": chosen, "comment": "kept", "_accept": "1"}
        answer = client.post(address("pendingchange", "change", pending.pk), form, headers=EN)
        assert "kept</textarea>" in answer.text
        rows = [row for _part, rows in answer.context["parts"] for row in rows]
        assert {row["said"].label: row["ticked"] for row in rows} == {
            "Title, in English": False,
            "Title, in French": True,
        }

    def test_is_told_to_whoever_comes_too_late(self, as_role, pending, staff):
        editorial.take_back(pending, by=staff["editor"])
        answer = decide(as_role("reviewer"), pending, comment="Words worth keeping", _give_back="1")
        assert answer.status_code == 200
        assert "the change is taken back" in answer.text
        assert "Words worth keeping" in answer.text
        assert answer.context["steps"] == []
        assert decide(as_role("editor"), pending, _take_back="1").status_code == 200
        assert decide(as_role("editor"), pending, _give_back="1").status_code == 403

    def test_author_takes_it_back(self, as_role, pending):
        assert decide(as_role("reviewer"), pending, _take_back="1").status_code == 403
        answer = decide(as_role("editor"), pending, _take_back="1")
        assert "taken back" in said(answer)
        assert PendingChange.objects.get().state == "taken_back"

    def test_of_what_is_withdrawn_is_said_to_stay_so(self, as_role, pending):
        Visit.objects.update(publication="withdrawn", withdrawal_reason_en="Wrong")
        form = as_role("editor").get(address("visit", "change", Visit.objects.get().pk), headers=EN).text
        assert "withdrawn from the public: what you save waits" in form
        assert "The public reads this record" not in form
        answer = decide(as_role("reviewer"), pending, "title_en", "title_fr", _accept="1")
        assert said(answer) == "The change is accepted; the record stays withdrawn from the public."

    def test_is_closed_by_a_reviewer_once_it_went_back(self, as_role, pending, staff):
        assert decide(as_role("reviewer"), pending, _close="1").status_code == 200
        editorial.give_back(pending, by=staff["reviewer"], comment="Shorter")
        page = address("pendingchange", "change", pending.pk)
        shown = {role: as_role(role).get(page).context["steps"] for role in ("reader", "editor", "reviewer")}
        assert shown == {"reader": [], "editor": ["take_back"], "reviewer": ["close"]}
        assert decide(as_role("editor"), pending, _close="1").status_code == 403
        assert "Nothing more is to come" in said(decide(as_role("reviewer"), pending, _close="1"))
        assert "Shorter" in as_role("reader").get(page).text

    def test_is_not_closed_by_the_reviewer_who_wrote_it(self, as_role, visit, staff):
        own = propose(visit, staff["reviewer"], title_en="Visit to Japan")
        editorial.give_back(own, by=staff["administrator"], comment="Shorter")
        page = address("pendingchange", "change", own.pk)
        assert as_role("reviewer").get(page).context["steps"] == ["take_back"]

    def test_author_takes_back_what_was_returned_too(self, as_role, pending, staff):
        editorial.give_back(pending, by=staff["reviewer"], comment="Shorter")
        page = as_role("editor").get(address("pendingchange", "change", pending.pk))
        assert page.context["steps"] == ["take_back"]
        decide(as_role("editor"), pending, _take_back="1")
        assert PendingChange.objects.get().state == "taken_back"


class TestConfirming:
    @pytest.fixture
    def flagged(self, visit, staff):
        before = snapshot(visit)
        visit.title_en = "Alone"
        visit.save()
        change = editorial.record_saving(visit, by=staff["reviewer"], before=before)
        return editorial.flag(change, "Nobody is here")

    def test_is_for_another_reviewer(self, as_role, flagged):
        page = address("confirmation", "change", flagged.pk)
        for role in ("reader", "editor", "reviewer"):
            assert as_role(role).get(page).status_code == 200
            assert as_role(role).post(page, {"_confirm": "1"}).status_code == 403
        assert as_role("administrator").post(page, {"_confirm": "1"}).status_code == 302
        assert Confirmation.objects.get().confirmed_by_name == "administrator"
        late = as_role("administrator").post(page, {"_confirm": "1"}, headers=EN)
        assert "This is confirmed already." in late.text

    def test_list_is_narrowed_down_in_words(self, as_role, flagged):
        text = " ".join(as_role("reader").get(address("confirmation", "changelist"), headers=EN).text.split())
        assert re.search(r'confirmed_at__isempty=1"> ?to be confirmed</a>', text)
        assert re.search(r'confirmed_at__isempty=0"> ?confirmed</a>', text)
        assert "By confirmation" in text
        assert "By confirmed at" not in text

    def test_shows_what_was_changed_and_why(self, as_role, flagged):
        text = as_role("administrator").get(address("confirmation", "change", flagged.pk), headers=EN).text
        assert "Alone" in text
        assert "Nobody is here" in text

    def test_of_what_the_public_had_not_read_shows_all_that_it_reads_now(self, as_role, staff):
        area = AreaFactory(key="cyber", name_en="Cyber defence")
        editorial.record_saving(area, by=staff["reviewer"], before=None)
        editorial.publish(area, by=staff["reviewer"], reason="Nobody is here")
        page = address("confirmation", "change", Confirmation.objects.get().pk)
        told = as_role("administrator").get(page, headers=EN).text.partition('class="register-differences"')[2]
        assert "Cyber defence" in told

    def test_of_what_came_back_shows_what_differs_from_what_the_public_read(self, as_role, staff):
        area = AreaFactory(key="cyber", name_en="Cyber defence", summary_en="Of networks.")
        editorial.record_saving(area, by=staff["editor"], before=None)
        editorial.publish(area, by=staff["reviewer"])
        editorial.withdraw(area, by=staff["reviewer"], reason_en="Wrong.")
        before = snapshot(area)
        area.name_en = "Cyber security"
        area.save()
        editorial.record_saving(area, by=staff["reviewer"], before=before)
        editorial.publish(area, by=staff["reviewer"], reason="Nobody is here")
        page = address("confirmation", "change", Confirmation.objects.get().pk)
        told = as_role("administrator").get(page, headers=EN).text.partition('class="register-differences"')[2]
        assert "security" in told
        assert "Of networks." not in told

    def test_of_a_merge_shows_what_was_chosen_what_came_over_and_what_goes(self, as_role, staff):
        public = {"publication": "published"}
        stays, goes = (SourceFactory(title_en=title, **public) for title in ("Press release 12", "PR (2018) 12"))
        CitationFactory(source=goes, area=AreaFactory(key="cyber", **public))
        picked = {each.field.name: each.offered for each in fields_to_choose(stays, goes)}
        version = version_of_two(stays, goes)
        editorial.merge(stays, goes, by=staff["reviewer"], picked=picked, version=version, reason="Twice")
        page = address("confirmation", "change", Confirmation.objects.get().pk)
        text = as_role("administrator").get(page, headers=EN).text
        assert "Nothing differs." not in text
        chosen, _heading, rest = text.partition("Records that name the one that stays (1)</h2>")
        for title in ("Press release 12", "PR (2018) 12"):
            assert f">{title}</td>" in chosen
        moved, _heading, gone = rest.partition("The one that goes: PR (2018) 12</h2>")
        assert ">cyber</a>" in moved
        assert '<dd lang="en">PR (2018) 12</dd>' in gone
        history = address("change", "change", Change.objects.get(key=stays.key, merged_into="", action="merge").pk)
        assert "Records that name the one that stays (1)" in as_role("reader").get(history, headers=EN).text

    def test_of_a_merge_that_is_taken_back_waits_no_more(self, staff):
        stays, goes = (AreaFactory(publication="published") for _ in range(2))
        picked = {each.field.name: each.offered for each in fields_to_choose(stays, goes)}
        version = version_of_two(stays, goes)
        editorial.merge(stays, goes, by=staff["reviewer"], picked=picked, version=version, reason="Twice")
        assert editorial.unconfirmed().exists()
        undo(Batch.objects.get().pk, by=staff["administrator"])
        assert not Confirmation.objects.exists()


@pytest.mark.usefixtures("english")
class TestInTheList:
    """What a row of the list says, and what whoever reads it may do."""

    admin = PendingChangeAdmin(PendingChange, site)

    def test_says_where_it_stands_and_when_it_is_accepted_by_itself(self):
        at = datetime(2030, 1, 2, 12, tzinfo=UTC)
        for state, obstacles, is_told in (("waiting", "", True), ("waiting", "x", False), ("returned", "", False)):
            pending = PendingChange(state=state)
            ScheduledAcceptance(pending=pending, at=at, obstacles=obstacles)
            said = self.admin.state_shown(pending)
            assert ("automatically" in said, "2030" in said) == (is_told, is_told)
        assert self.admin.state_shown(PendingChange(state="waiting")) == PendingChange.State.WAITING.label

    @pytest.mark.django_db
    def test_says_that_it_is_one_step_with_a_new_record_as_long_as_both_wait(self):
        tenure = TenureFactory()
        for state, publication, is_told in (
            *(("waiting", "draft", True), ("returned", "in_review", True)),
            *(("accepted", "draft", False), ("waiting", "published", False)),
        ):
            tenure.publication = publication
            said = self.admin.state_shown(PendingChange(state=state, successor=tenure))
            assert (str(tenure) in said) is is_told, (state, publication)

    @pytest.mark.django_db
    def test_takes_along_what_the_new_record_names_as_what_the_change_does(self, staff):
        before = TenureFactory(period="2019/..", publication="published")
        new = TenureFactory(office=before.office, period="2026-10-01/..")
        pending = propose(before, staff["editor"], period="2019/2026-09-30")
        pending.successor = new
        place = PlaceFactory()
        pending.after = [{**each, "fields": {**each["fields"], "residence": [place.key]}} for each in pending.after]
        assert set(along_with(change_beside_record(pending))) == {new.person, place}

    def test_says_who_decided_and_nobody_of_what_waits_again(self):
        for state, who in (("waiting", ""), ("returned", "Eve"), ("accepted", "Eve")):
            assert self.admin.decided_by_shown(PendingChange(state=state, decided_by_name="Eve")) == who

    @pytest.mark.parametrize(
        ("publishes", "own", "state", "steps"),
        [
            (True, False, "waiting", ["accept", "give_back", "schedule"]),
            (True, True, "waiting", ["accept", "give_back", "schedule", "take_back"]),
            (True, False, "returned", ["close"]),
            (True, True, "returned", ["take_back"]),
            (True, True, "accepted", []),
            (False, True, "waiting", ["take_back"]),
            (False, True, "returned", ["take_back"]),
            (False, False, "waiting", []),
        ],
    )
    def test_steps_are_those_of_its_state_for_who_may(self, staff, publishes, own, state, steps):
        author = staff["editor"]
        told = {"kind": "visit", "key": "v", "before": [], "after": [], "state": state, "answer": "Why?"}
        pending = PendingChange.objects.create(**told, author=author)
        user = SimpleNamespace(pk=author.pk if own else 0, has_perm=lambda _right: publishes)
        assert self.admin.steps(SimpleNamespace(user=user), pending) == steps
        if "schedule" in steps:
            ScheduledAcceptance.objects.create(pending=pending, at=timezone.now(), by=author)
            assert "unschedule" in self.admin.steps(SimpleNamespace(user=user), pending)
