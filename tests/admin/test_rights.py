"""Who may do what with which record, by hand: never asked of the code that decides it."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from partnerships.models import (
    Change,
    Confirmation,
    PendingChange,
    ScheduledAcceptance,
    ScheduledPublication,
    State,
    Visit,
)
from partnerships.records.kinds import KINDS
from tests.crowd import SentForm
from tests.factories import FACTORIES, MeetingFactory, StateFactory, StopFactory, VisitFactory

from .browsing import address, deletion, press

EDITOR_UP = ("editor", "reviewer", "administrator")
REVIEWER_UP = ("reviewer", "administrator")
ROLES = ("reader", "editor", "reviewer", "administrator")
#: A draft that the public never saw; one that it saw; and the other three.
STATES = ("draft", "draft again", "in_review", "published", "withdrawn")

#: By the step and the state: who may take it, and what the record is then. What is not here, nobody may.
STEPS = {
    "_submit": {"draft": (EDITOR_UP, "in_review"), "draft again": (EDITOR_UP, "in_review")},
    "_return": {"in_review": (EDITOR_UP, "draft"), "withdrawn": (REVIEWER_UP, "draft")},
    "_publish": {
        "draft": (REVIEWER_UP, "published"),
        "draft again": (REVIEWER_UP, "published"),
        "in_review": (REVIEWER_UP, "published"),
        "withdrawn": (REVIEWER_UP, "published"),
    },
    "_withdraw": {"published": (REVIEWER_UP, "withdrawn")},
}
EDITING = {
    "draft": EDITOR_UP,
    "draft again": EDITOR_UP,
    "in_review": EDITOR_UP,
    "published": (),
    "withdrawn": REVIEWER_UP,
}
#: Whose saving waits for a second person; and who may publish a change at once, with a reason.
PROPOSING = {"published": EDITOR_UP, "withdrawn": ("editor",)}
AT_ONCE = {"published": REVIEWER_UP}
#: By the button on the page of a pending change of the editor: who may press it.
DECIDING = {
    "_accept": REVIEWER_UP,
    "_give_back": REVIEWER_UP,
    "_take_back": ("editor",),
    "_schedule": REVIEWER_UP,
}
DELETING = {"draft": REVIEWER_UP, "draft again": (), "in_review": (), "published": (), "withdrawn": ()}


def of_state(state, factory=StateFactory, **fields):
    """A record as it stands in `state`, with what it was before."""
    seen = timezone.now() if state in ("draft again", "published", "withdrawn") else None
    reason = {"withdrawal_reason_fr": "Erreur."} if state == "withdrawn" else {}
    return factory(publication=state.removesuffix(" again"), published_at=seen, **reason, **fields)


def stored(record):
    return type(record).objects.get(pk=record.pk)


def send(client, record, **typed):
    """What the form says, from its text where there is one, with what was typed."""
    page = address(record._meta.model_name, "change", record.pk)
    return client.post(page, SentForm(client.get(page).text).fields | typed)


def filled(client, record, **typed):
    """The form as somebody sends it who may not open it: with every value in its place."""
    page = address(record._meta.model_name, "change", record.pk)
    fields = {
        "key": record.key,
        "name_fr": record.name_fr,
        "name_en": record.name_en,
        "unsourced": f"state/{record.key}",
    }
    seen = SentForm(client.get(page).text).fields
    return client.post(page, {**fields, **seen, **typed})


@pytest.mark.once
@pytest.mark.parametrize("role", ROLES)
class TestMatrix:
    @pytest.mark.parametrize("step", STEPS)
    def test_steps(self, as_role, role, step):
        client = as_role(role)
        for state in STATES:
            record = of_state(state)
            roles, then = STEPS[step].get(state, ((), None))
            filled(client, record, **{step: "1", "_reason_fr": "Une autre erreur."})
            expected = then if role in roles else record.publication
            assert stored(record).publication == expected, (state, step)
            assert Change.objects.filter(key=record.key).count() == (role in roles), (state, step)

    def test_editing(self, as_role, role):
        client = as_role(role)
        for state in STATES:
            record = of_state(state)
            answer = filled(client, record, name_en="Nippon")
            allowed, proposes = role in EDITING[state], role in PROPOSING.get(state, ())
            assert answer.status_code == (302 if allowed or proposes else 403), state
            assert stored(record).name_en == ("Nippon" if allowed else "Japan"), state
            assert stored(record).publication == record.publication, state
            assert PendingChange.objects.filter(key=record.key).count() == proposes, state

    def test_publishing_a_change_at_once(self, as_role, role):
        client = as_role(role)
        for state in ("published", "withdrawn"):
            record = of_state(state)
            filled(client, record, name_en="Nippon", _live="1", _live_reason="An error that hurts")
            allowed = role in AT_ONCE.get(state, ()) or role in EDITING[state]
            assert stored(record).name_en == ("Nippon" if allowed else "Japan"), state
            assert Confirmation.objects.filter(change__key=record.key).count() == (role in AT_ONCE.get(state, ()))

    @pytest.mark.parametrize("button", DECIDING)
    def test_deciding_what_waits(self, as_role, role, button):
        record = of_state("published")
        filled(as_role("editor"), record, name_en="Nippon")
        pending = PendingChange.objects.get()
        page = address("pendingchange", "change", pending.pk)
        seen = as_role(role).get(page)
        fields = {"version": seen.context["version"], "chosen": re.findall(r'name="chosen" value="(\w+)"', seen.text)}
        answer = as_role(role).post(page, {**fields, "comment": "Why", "due_at": "2099-01-01T09:00", button: "1"})
        allowed = role in DECIDING[button]
        assert answer.status_code == (302 if allowed else 403)
        assert (PendingChange.objects.get().state != "waiting") == (allowed and button != "_schedule")
        assert ScheduledAcceptance.objects.exists() == (allowed and button == "_schedule")
        assert stored(record).name_en == ("Nippon" if allowed and button == "_accept" else "Japan")

    def test_closing_what_went_back(self, as_role, role):
        record = of_state("published")
        filled(as_role("editor"), record, name_en="Nippon")
        PendingChange.objects.update(state="returned", answer="No")
        page = address("pendingchange", "change", PendingChange.objects.get().pk)
        allowed = role in REVIEWER_UP
        assert as_role(role).post(page, {"_close": "1"}).status_code == (302 if allowed else 403)
        assert (PendingChange.objects.get().state == "taken_back") == allowed

    def test_setting_a_moment_of_publication(self, as_role, role):
        client = as_role(role)
        for state in STATES:
            record = of_state(state)
            filled(client, record, _schedule="1", _due_at="2099-01-01T09:00")
            allowed = role in REVIEWER_UP and state in ("draft", "draft again", "in_review")
            assert ScheduledPublication.objects.filter(record=record.pk).exists() == allowed, state
            assert stored(record).publication == record.publication, state
            ScheduledPublication.objects.get_or_create(kind="state", record=record.pk, defaults={"at": timezone.now()})
            filled(client, record, _unschedule="1")
            assert ScheduledPublication.objects.filter(record=record.pk).exists() != allowed, state

    def test_confirming_what_somebody_did_alone(self, as_role, staff, role):
        record = of_state("published")
        filled(as_role("reviewer"), record, name_en="Nippon", _live="1", _live_reason="An error that hurts")
        page = address("confirmation", "change", Confirmation.objects.get().pk)
        allowed = role == "administrator"
        assert as_role(role).post(page, {"_confirm": "1"}).status_code == (302 if allowed else 403)
        assert (Confirmation.objects.get().confirmed_at is not None) == allowed

    def test_what_waits_is_added_and_deleted_by_nobody(self, as_role, role):
        filled(as_role("editor"), of_state("published"), name_en="Nippon")
        pending = PendingChange.objects.get()
        client = as_role(role)
        for kind in ("pendingchange", "confirmation"):
            assert client.post(address(kind, "add"), {"kind": "state", "key": "jp"}).status_code == 403
        assert client.post(address("pendingchange", "delete", pending.pk), {"post": "yes"}).status_code == 403
        assert PendingChange.objects.count() == 1

    def test_deleting(self, as_role, role):
        client = as_role(role)
        for state in STATES:
            record = of_state(state)
            page = address("state", "delete", record.pk)
            allowed = role in DELETING[state]
            seen = client.get(page)
            assert seen.status_code == (200 if allowed else 403), state
            sent = deletion(seen) if allowed else {"post": "yes"}
            assert client.post(page, sent).status_code == (302 if allowed else 403), state
            assert State.objects.filter(pk=record.pk).exists() != allowed, state

    def test_creating(self, as_role, role):
        client = as_role(role)
        answer = client.post(
            address("state", "add"),
            SentForm(client.get(address("state", "add")).text).fields
            | {
                "name_fr": "Nouveau",
                "publication": "published",
                "published_at_0": "2020-01-01",
                **{
                    f"{prefix}-{count}_FORMS": 0
                    for prefix in ("names", "aliases", "citations")
                    for count in ("TOTAL", "INITIAL")
                },
            },
        )
        assert answer.status_code == (403 if role == "reader" else 302)
        assert list(State.objects.values_list("publication", "published_at")) == (
            [] if role == "reader" else [("draft", None)]
        )

    def test_many_at_once_is_nobodys(self, as_role, role):
        record = of_state("draft")
        form = {"action": "delete_selected", "_selected_action": [record.pk], "post": "yes"}
        as_role(role).post(reverse("admin:partnerships_state_changelist"), form)
        assert State.objects.filter(pk=record.pk).exists()

    def test_what_belongs_to_a_public_visit(self, as_role, role):
        client = as_role(role)
        for publication in ("draft", "published"):
            visit = VisitFactory(publication=publication)
            meeting = MeetingFactory(stop=StopFactory(visit=visit, place__publication="published"), publication="")
            page = address("meeting", "change", meeting.pk)
            fields = SentForm(client.get(page).text).fields | {"title_en": "Typed"}
            allowed = role in EDITING[publication]
            proposes = role in PROPOSING.get(publication, ())
            assert client.post(page, fields).status_code == (302 if allowed or proposes else 403), publication
            assert (stored(meeting).title_en == "Typed") == allowed
            assert PendingChange.objects.filter(key=visit.key).exists() == proposes


@pytest.mark.once
class TestTypedIn:
    """A state is the outcome of a step: typed into the form, it says nothing."""

    TYPED = {
        "publication": "published",
        "published_at": "2018-01-01 00:00:00",
        "published_at_0": "2018-01-01",
        "published_at_1": "00:00:00",
        "withdrawal_reason_fr": "Tapé.",
        "withdrawal_reason_en": "Typed.",
    }

    @pytest.mark.parametrize("role", ROLES[1:])
    def test_moves_no_record_of_any_kind(self, as_role, role):
        client = as_role(role)
        for kind in KINDS:
            record = FACTORIES[kind]()
            press(client, record, **self.TYPED)
            after = stored(record)
            assert (after.publication, after.published_at) == ("draft", None), kind
            assert [reason for reason in (after.withdrawal_reason_fr, after.withdrawal_reason_en) if reason] == [], kind

    @pytest.mark.parametrize("typed", ["draft", "in_review", "withdrawn"])
    @pytest.mark.parametrize("role", ROLES[1:])
    def test_takes_nothing_from_the_public(self, as_role, role, typed):
        record = of_state("published")
        filled(as_role(role), record, **{**self.TYPED, "publication": typed})
        assert stored(record).publication == "published"
        assert stored(record).published_at == record.published_at

    def test_stands_in_no_field_of_the_form(self, as_role):
        client = as_role("administrator")
        for kind in KINDS:
            page = client.get(address(kind, "change", FACTORIES[kind]().pk)).text
            assert re.findall(r'name="(publication|published_at\w*|withdrawal_reason\w*)"', page) == [], kind


class TestVersion:
    """Nobody saves over what they have not seen."""

    @pytest.mark.once
    @pytest.mark.parametrize("sent", [None, "", "0", "another"])
    def test_form_without_its_own_is_shown_again(self, as_role, sent):
        record, client = of_state("draft"), as_role("reviewer")
        page = address("state", "change", record.pk)
        fields = SentForm(client.get(page).text).fields | {"name_en": "Nippon"}
        assert fields.pop("version")
        answer = client.post(page, fields if sent is None else {**fields, "version": sent})
        assert answer.status_code == 200
        assert stored(record).name_en == "Japan"
        assert SentForm(answer.text).fields["name_en"] == "Nippon"

    @pytest.mark.once
    @pytest.mark.parametrize("step", STEPS)
    def test_no_step_is_taken_without_it(self, as_role, step):
        client = as_role("reviewer")
        for state in STEPS[step]:
            record = of_state(state)
            page = address("state", "change", record.pk)
            fields = SentForm(client.get(page).text).fields | {step: "1", "_reason_fr": "Erreur."}
            client.post(page, {**fields, "version": ""})
            assert stored(record).publication == record.publication, state

    def test_form_of_another_moment_is_shown_again(self, as_role):
        record, client = of_state("draft"), as_role("editor")
        page = address("state", "change", record.pk)
        fields = SentForm(client.get(page).text).fields
        assert client.post(page, {**fields, "name_en": "First"}).status_code == 302
        assert client.post(page, {**fields, "name_en": "Second"}).status_code == 200
        assert stored(record).name_en == "First"


@pytest.mark.once
class TestButtons:
    """What the form offers is what may be done."""

    @pytest.mark.parametrize("role", ROLES)
    def test_are_those_of_the_steps(self, as_role, role):
        client = as_role(role)
        for state in STATES:
            text = client.get(address("state", "change", of_state(state).pk)).text
            offered = {step for step in STEPS if f'type="submit" name="{step}"' in text}
            assert offered == {step for step, found in STEPS.items() if role in found.get(state, ((),))[0]}, state

    def test_withdrawal_asks_for_a_reason(self, as_role):
        record = of_state("published", factory=VisitFactory)
        press(as_role("reviewer"), record, _withdraw="1", _reason_fr=" ", _reason_en="")
        assert Visit.objects.get().publication == "published"
