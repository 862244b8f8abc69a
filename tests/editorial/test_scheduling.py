"""Publication at a moment to come: decided by somebody who may, carried out as it was decided or not at all."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.utils import timezone
from django.utils.translation import override

from partnerships import editorial
from partnerships.editorial import waiting
from partnerships.editorial.beside_record import change_beside_record
from partnerships.editorial.own_sentences import moment_in_words, worded_anew
from partnerships.editorial.scheduling import (
    no_longer_as_decided,
    require_to_come,
    scheduled,
    unschedule_acceptance,
    version_of,
    why_withdrawn,
)
from partnerships.models import Change, Confirmation, ScheduledAcceptance, ScheduledPublication, State, Visit
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory, CitationFactory, PlaceFactory, StateFactory, StopFactory, VisitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer():
    editorial.sync_roles()
    user = User.objects.create_user("reviewer", is_staff=True)
    user.groups.add(Group.objects.get(name="reviewer"))
    return user


def later(**hours):
    return timezone.now() + timedelta(**(hours or {"hours": 1}))


def due(**hours):
    return list(editorial.publish_due(later(**hours or {"hours": 2})))


class TestScheduling:
    def test_goes_public_at_its_moment_and_not_before(self, reviewer):
        state = StateFactory()
        editorial.schedule(state, by=reviewer, at=later())
        assert due(minutes=10) == []
        assert State.objects.get().publication == "draft"
        assert [each.released for each in due()] == [[state]]
        assert State.objects.get().publication == "published"
        assert due() == []
        assert not ScheduledPublication.objects.exists()

    def test_is_due_at_its_very_moment(self, reviewer):
        state, at = StateFactory(), later()
        editorial.schedule(state, by=reviewer, at=at)
        assert list(editorial.publish_due(at - timedelta(microseconds=1))) == []
        assert [each.released for each in editorial.publish_due(at)] == [[state]]

    @pytest.mark.parametrize("step", ["submit", "publish", "return_to_draft"])
    def test_ends_with_whatever_step_is_taken_before(self, reviewer, step):
        state = StateFactory(publication="in_review" if step == "return_to_draft" else "draft")
        editorial.schedule(state, by=reviewer, at=later())
        getattr(editorial, step)(state, by=reviewer)
        assert not ScheduledPublication.objects.exists()

    def test_history_says_who_decided_what(self, reviewer):
        state, at = StateFactory(), later()
        editorial.schedule(state, by=reviewer, at=at)
        due()
        said = list(Change.objects.order_by("id").values_list("action", "by", "comment"))
        assert said == [("schedule", reviewer.pk, moment_in_words(at)), ("publish", reviewer.pk, "")]

    def test_is_set_anew_and_cancelled(self, reviewer):
        state = StateFactory()
        editorial.schedule(state, by=reviewer, at=later())
        editorial.schedule(state, by=reviewer, at=later(hours=5))
        assert due() == []
        editorial.unschedule(state, by=reviewer)
        assert due(hours=9) == []
        assert Change.objects.last().action == "unschedule"
        with pytest.raises(editorial.Refused):
            editorial.unschedule(state, by=reviewer)

    def test_set_anew_is_hindered_by_nothing_yet(self, reviewer):
        state = StateFactory()
        editorial.schedule(state, by=reviewer, at=later(), reason=" Noon ")
        State.objects.update(note="Changed")
        due()
        assert ScheduledPublication.objects.get().obstacles
        decided = editorial.schedule(state, by=reviewer, at=later(hours=3))
        assert (decided.obstacles, decided.reason, decided.by_name) == ("", "", "reviewer")
        assert [each.released for each in due(hours=4)] == [[state]]

    def test_of_another_record_stays(self, reviewer):
        one, other = StateFactory(), StateFactory()
        for each in (one, other):
            editorial.schedule(each, by=reviewer, at=later())
        editorial.unschedule(one, by=reviewer)
        assert [each.record for each in scheduled(other)] == [other.pk]
        assert not scheduled(one).exists()

    def test_is_looked_at_again_where_the_record_changed(self, reviewer):
        state, other = StateFactory(), StateFactory()
        editorial.schedule(state, by=reviewer, at=later())
        assert [no_longer_as_decided(each) for each in (state, other)] == [False, False]
        state.note = "Written after"
        state.save()
        assert [no_longer_as_decided(each) for each in (state, other)] == [True, False]

    def test_is_refused_for_what_could_not_be_published_now(self, reviewer):
        visit = VisitFactory(period="2030-03-01")
        place = StopFactory(visit=visit, place=PlaceFactory()).place
        with pytest.raises(editorial.Refused) as refusal:
            editorial.schedule(visit, by=reviewer, at=later())
        assert refusal.value.records == [place]
        editorial.schedule(visit, by=reviewer, at=later(), along=[f"place/{place.key}"])
        assert not Change.objects.filter(action="publish").exists()
        assert [set(each.released) for each in due()] == [{visit, place}]

    def test_is_refused_for_a_moment_that_is_past(self, reviewer):
        with pytest.raises(editorial.Refused):
            editorial.schedule(StateFactory(), by=reviewer, at=later(hours=-1))

    def test_moment_that_is_now_is_none_to_come(self, time_machine):
        time_machine.move_to("2026-06-01T12:00Z", tick=False)
        with pytest.raises(editorial.Refused):
            require_to_come(timezone.now())
        require_to_come(later())

    def test_of_what_one_wrote_alone_asks_for_a_reason_and_is_flagged(self, reviewer):
        state = StateFactory()
        editorial.record_saving(state, by=reviewer, before=None)
        with pytest.raises(editorial.Refused):
            editorial.schedule(state, by=reviewer, at=later())
        editorial.schedule(state, by=reviewer, at=later(), reason="The embargo ends at noon")
        due()
        assert Confirmation.objects.get().reason == "The embargo ends at noon"


def test_version_is_what_a_record_says_and_not_where_it_stands():
    state = StateFactory()
    before = version_of(state)
    State.objects.update(publication="published", published_at=timezone.now())
    assert version_of(State.objects.get()) == before
    State.objects.update(note="Written after")
    after = version_of(State.objects.get())
    CitationFactory(state=state)
    assert len({before, after, version_of(State.objects.get())}) == 3


class TestObstacles:
    """What is not as it was decided stays where it is, and says why."""

    def hindered(self, record):
        (outcome,) = due()
        assert outcome.released == []
        assert type(record).objects.get(pk=record.pk).publication != "published"
        kept = ScheduledPublication.objects.get().obstacles
        assert str(record) not in kept
        assert worded_anew(kept) == outcome.obstacles
        return outcome.obstacles

    def test_is_told_once(self, reviewer, monkeypatch):
        state, told = StateFactory(), []
        editorial.schedule(state, by=reviewer, at=later())
        State.objects.filter(pk=state.pk).update(name_en="Slipped past the reviewer")
        monkeypatch.setattr("partnerships.editorial.scheduling.tell", told.append)
        assert self.hindered(state) == self.hindered(state)
        assert told == [ScheduledPublication.objects.get()]

    def test_changed_since(self, reviewer):
        state = StateFactory()
        editorial.schedule(state, by=reviewer, at=later())
        State.objects.filter(pk=state.pk).update(name_en="Slipped past the reviewer")
        assert str(state) in self.hindered(state)

    def test_what_goes_along_changed_since(self, reviewer):
        visit = VisitFactory(period="2030-03-01")
        place = StopFactory(visit=visit, place=PlaceFactory()).place
        editorial.schedule(visit, by=reviewer, at=later(), along=[f"place/{place.key}"])
        place.note = "Written after"
        place.save()
        assert str(place) in self.hindered(visit)

    def test_whoever_decided_works_here_no_more(self, reviewer):
        state = StateFactory()
        editorial.schedule(state, by=reviewer, at=later())
        User.objects.update(is_active=False)
        assert reviewer.username in self.hindered(state)

    def test_what_goes_along_is_gone(self, reviewer):
        visit = VisitFactory(period="2030-03-01")
        stop = StopFactory(visit=visit, place=PlaceFactory())
        editorial.schedule(visit, by=reviewer, at=later(), along=[f"place/{stop.place.key}"])
        stop.delete()
        ScheduledPublication.objects.update(
            versions={f"visit/{visit.key}": version_of(Visit.objects.get()), "place/gone": "x"}
        )
        assert self.hindered(visit)

    def test_what_somebody_published_meanwhile_is_due_no_more(self, reviewer):
        state = StateFactory()
        editorial.schedule(state, by=reviewer, at=later())
        State.objects.update(publication="published")
        assert due() == []
        assert not ScheduledPublication.objects.exists()

    def test_what_went_along_is_public_already(self, reviewer):
        visit = VisitFactory(period="2030-03-01")
        place = StopFactory(visit=visit, place=PlaceFactory()).place
        editorial.schedule(visit, by=reviewer, at=later(), along=[f"place/{place.key}"])
        editorial.publish(place, by=reviewer)
        due()
        assert Visit.objects.get().publication == "published"

    @pytest.mark.parametrize("loss", ["inactive", "role", "account"])
    def test_whoever_decided_may_no_longer(self, reviewer, loss):
        state = StateFactory()
        editorial.schedule(state, by=reviewer, at=later())
        if loss == "inactive":
            User.objects.update(is_active=False)
        elif loss == "role":
            reviewer.groups.clear()
        else:
            reviewer.delete()
        assert "reviewer" in self.hindered(state)

    def test_what_is_due_first_goes_public_first(self, reviewer):
        records = [StateFactory(key=key) for key in ("late", "early")]
        for record, hours in zip(records, (2, 1), strict=True):
            editorial.schedule(record, by=reviewer, at=later(hours=hours), reason="Alone")
        assert [each.record.key for each in due(hours=3)] == ["early", "late"]

    def test_one_hinders_no_other(self, reviewer):
        one, other = StateFactory(), StateFactory()
        for each in (one, other):
            editorial.schedule(each, by=reviewer, at=later())
        State.objects.filter(pk=one.pk).update(note="Changed")
        assert [each.released for each in due()] == [[], [other]]


@pytest.mark.parametrize("act", ["submit", "publish", "delete"])
def test_any_other_step_ends_it(reviewer, act):
    state = StateFactory()
    editorial.schedule(state, by=reviewer, at=later())
    if act == "delete":
        state.delete()
    else:
        getattr(editorial, act)(state, by=reviewer)
    assert due() == []
    assert not ScheduledPublication.objects.exists()


def test_whoever_comes_to_the_first_page_is_told(reviewer):
    names = {}
    for name, hours in (("waits", 1), ("hinders", 1)):
        names[name] = StateFactory(key=name)
        editorial.schedule(names[name], by=reviewer, at=later(hours=hours))
    State.objects.filter(key="hinders").update(note="Changed")
    ScheduledPublication.objects.filter(record=names["waits"].pk).update(at=later(hours=5))
    due()
    assert [work.record for work in waiting.in_list("scheduled", reviewer)] == [names["waits"]]
    assert [work.record for work in waiting.in_list("hindered", reviewer)] == [names["hinders"]]


class TestAcceptance:
    """A pending change at a moment to come."""

    @pytest.fixture
    def proposed(self):
        record = StateFactory(publication="published", name_en="Japan")
        lines = snapshot(record)
        changed = [{**lines[0], "fields": {**lines[0]["fields"], "name_en": "Nippon"}}]
        author = User.objects.create_user("author")
        return editorial.propose(record, by=author, before=lines, after=changed)

    def scheduled(self, pending, reviewer):
        found = change_beside_record(pending)
        chosen = [each.name for each in found.differences]
        return editorial.schedule_acceptance(
            pending, by=reviewer, at=later(), chosen=chosen, version=found.version, comment="Good"
        )

    def test_is_accepted_at_its_moment_and_not_before(self, reviewer, proposed):
        self.scheduled(proposed, reviewer)
        assert due(minutes=10) == []
        assert State.objects.get().name_en == "Japan"
        assert [each.released for each in due()] == [[State.objects.get()]]
        assert State.objects.get().name_en == "Nippon"
        assert (Change.objects.get().by, Change.objects.get().comment) == (reviewer, "Good")
        assert due() == []

    def test_takes_along_what_is_ticked_and_gives_back_the_rest_with_the_comment(self, reviewer):
        visit, area = VisitFactory(title_en="Journey", publication="published"), AreaFactory(key="hidden")
        lines = snapshot(visit)
        changed = [
            {**lines[0], "fields": {**lines[0]["fields"], "areas": [["hidden"]], "title_en": "Tour"}},
            *lines[1:],
        ]
        pending = editorial.propose(visit, by=User.objects.create_user("author"), before=lines, after=changed)
        found = change_beside_record(pending)
        chosen = [each.name for each in found.differences if each.field == "areas"]
        given = {"by": reviewer, "at": later(), "chosen": chosen, "version": found.version, "comment": "Why?"}
        with pytest.raises(editorial.Refused):
            editorial.schedule_acceptance(pending, **given)
        editorial.schedule_acceptance(pending, **given, along=["area/hidden"])
        due()
        for each in (visit, area, pending):
            each.refresh_from_db()
        assert (area.publication, [*visit.areas.all()], visit.title_en) == ("published", [area], "Journey")
        assert (pending.state, pending.answer) == ("returned", "Why?")

    def test_is_refused_for_what_could_not_be_accepted_now(self, reviewer, proposed):
        with pytest.raises(editorial.Refused):
            editorial.schedule_acceptance(proposed, by=reviewer, at=later(), chosen=["x"], version="another")
        assert not ScheduledAcceptance.objects.exists()

    def test_of_what_has_changed_since_waits_and_says_why(self, reviewer, proposed):
        self.scheduled(proposed, reviewer)
        State.objects.update(name_fr="Autre")
        (outcome,) = due()
        kept = ScheduledAcceptance.objects.get().obstacles
        assert kept.endswith(f": state/{State.objects.get().key}")
        assert worded_anew(kept) == outcome.obstacles
        with override("en"):
            assert worded_anew(outcome.obstacles).startswith("It was changed after the time was set.")
        assert [each.count for each in waiting.waiting_for(reviewer) if each.name == "pending-hindered"] == [1]
        assert State.objects.get().name_en == "Japan"

    @pytest.mark.parametrize("by_hand", [False, True])
    @pytest.mark.parametrize(("fields", "hindered"), [({"name_fr": "Le Japon"}, 0), ({"name_en": "Nihon"}, 1)])
    def test_several_changes_of_one_record_are_accepted_unless_they_clash(
        self, reviewer, proposed, fields, hindered, by_hand
    ):
        record = State.objects.get()
        lines = snapshot(record)
        changed = [{**lines[0], "fields": {**lines[0]["fields"], **fields}}]
        other = editorial.propose(record, by=proposed.author, before=lines, after=changed)
        for each in (proposed, other):
            self.scheduled(each, reviewer)
        if by_hand:
            found = change_beside_record(proposed)
            editorial.accept(proposed, by=reviewer, chosen=[found.differences[0].name], version=found.version)
        assert sum(bool(each.obstacles) for each in due()) == hindered
        record.refresh_from_db()
        assert record.name_en == "Nippon"
        assert (record.name_fr == "Le Japon") != bool(hindered)

    def test_by_somebody_who_may_no_longer_is_not_done(self, reviewer, proposed):
        self.scheduled(proposed, reviewer)
        reviewer.groups.clear()
        assert "reviewer" in due()[0].obstacles

    def test_is_taken_back_and_then_there_is_none(self, reviewer, proposed):
        self.scheduled(proposed, reviewer)
        unschedule_acceptance(proposed)
        assert due() == []
        with pytest.raises(editorial.Refused):
            unschedule_acceptance(proposed)

    def test_is_refused_for_a_moment_that_is_past(self, reviewer, proposed):
        found = change_beside_record(proposed)
        chosen = [each.name for each in found.differences]
        with pytest.raises(editorial.Refused) as refusal:
            editorial.schedule_acceptance(
                proposed, by=reviewer, at=later(hours=-1), chosen=chosen, version=found.version
            )
        assert refusal.value.field == "due_at"
        assert State.objects.get().name_en == "Japan"

    def test_of_ones_own_is_flagged_with_the_reason_given_before(self, reviewer, proposed):
        proposed.author = reviewer
        proposed.save()
        found = change_beside_record(proposed)
        words = {"chosen": [each.name for each in found.differences], "version": found.version, "reason": "Noon"}
        editorial.schedule_acceptance(proposed, by=reviewer, at=later(), **words)
        due()
        assert Confirmation.objects.get().reason == "Noon"

    def test_of_another_change_stays_whatever_becomes_of_this_one(self, reviewer, proposed):
        lines = [{**proposed.before[0], "fields": {**proposed.before[0]["fields"], "name_en": "Nihon"}}]
        other = editorial.propose(State.objects.get(), by=proposed.author, before=proposed.before, after=lines)
        self.scheduled(other, reviewer)
        for end in (
            unschedule_acceptance,
            lambda one: editorial.revise(one, by=one.author, before=one.before, after=lines),
            lambda one: editorial.give_back(one, by=reviewer, comment="Why?"),
        ):
            self.scheduled(proposed, reviewer)
            end(proposed)
            assert [each.pending for each in ScheduledAcceptance.objects.all()] == [other]
            proposed.refresh_from_db()

    def test_ends_when_its_author_writes_it_anew(self, reviewer, proposed):
        self.scheduled(proposed, reviewer)
        again = [{**proposed.after[0], "fields": {**proposed.after[0]["fields"], "name_en": "Nihon"}}]
        editorial.revise(proposed, by=proposed.author, before=proposed.before, after=again)
        assert not ScheduledAcceptance.objects.exists()

    def test_ends_with_whatever_is_decided_before(self, reviewer, proposed):
        self.scheduled(proposed, reviewer)
        editorial.give_back(proposed, by=reviewer, comment="Why?")
        assert due() == []
        assert not ScheduledAcceptance.objects.exists()


@pytest.mark.parametrize(
    ("french", "english", "language", "told"),
    [("Faux.", "Wrong.", "en", "Wrong."), ("Faux.", "Wrong.", "fr", "Faux."), ("Faux.", None, "en", "Faux.")],
)
def test_withdrawal_is_told_in_the_language_of_who_asks_if_there_is_one(french, english, language, told):
    state = StateFactory.build(withdrawal_reason_fr=french, withdrawal_reason_en=english)
    assert why_withdrawn(state, language) == told


class TestSeveral:
    def test_that_name_one_another_go_public_together(self, reviewer):
        visit = VisitFactory(period="2030-03-01")
        place = StopFactory(visit=visit, place=PlaceFactory()).place
        editorial.schedule_all([visit, place], by=reviewer, at=later())
        assert {each for outcome in due() for each in outcome.released} == {visit, place}

    def test_reason_is_kept_with_each(self, reviewer):
        several = StateFactory(), PlaceFactory()
        editorial.schedule_all(several, by=reviewer, at=later(), reason="The embargo ends at noon")
        assert [each.reason for each in ScheduledPublication.objects.all()] == ["The embargo ends at noon"] * 2

    def test_withdrawn_one_is_refused_with_the_reason_why_it_was(self, reviewer):
        state = StateFactory(publication="withdrawn", withdrawal_reason_fr="Faux.")
        for schedule in (
            editorial.schedule,
            lambda one, **words: editorial.schedule_all([StateFactory(), one], **words),
        ):
            with pytest.raises(editorial.Refused, match="Faux") as refusal:
                schedule(state, by=reviewer, at=later())
            assert refusal.value.records == [state]
        assert not ScheduledPublication.objects.exists()
