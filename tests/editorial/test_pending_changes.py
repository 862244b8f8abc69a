"""Changes that wait: accepted in whole or in part on what stands there now, returned, taken back."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from partnerships import editorial
from partnerships.editorial.beside_record import change_beside_record
from partnerships.editorial.pending_changes import take_back_with
from partnerships.models import Batch, Change, Confirmation, CorrectionReason, Participation, PendingChange, Visit
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.snapshot.differences import carried_out, differences_between
from partnerships.records.snapshot.taking import snapshot
from tests.factories import (
    AgreementFactory,
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    MeetingFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    StatementFactory,
    StopFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return {name: User.objects.create_user(name, first_name=name.title()) for name in ("editor", "reviewer", "other")}


@pytest.fixture
def visit():
    visit = VisitFactory(key="v", title_en="Visit", title_fr="Visite", publication="published")
    StopFactory(visit=visit, key="one", position=1, place__publication="published")
    return visit


def changed(lines, known="partnerships.visit", **fields):
    """Return a snapshot in which the first line of a label says something else."""
    line = next(line for line in lines if line["model"] == known)
    return [{**each, "fields": {**each["fields"], **fields}} if each is line else each for each in lines]


def proposed(visit, by, **fields):
    before = snapshot(visit)
    return editorial.propose(visit, by=by, before=before, after=changed(before, **fields))


def accepted(pending, by, fields=None, **keywords):
    found = change_beside_record(pending)
    chosen = [each.name for each in found.differences if fields is None or each.field in fields]
    return editorial.accept(pending, by=by, chosen=chosen, version=found.version, **keywords)


class TestReasonForReaders:
    def test_waits_with_the_change_and_is_told_once_it_is_accepted(self, visit, people):
        before = snapshot(visit)
        after = changed(before, title_en="Another")
        pending = editorial.propose(
            visit, by=people["editor"], before=before, after=after, reasons={"fr": " Une faute ", "en": ""}
        )
        assert (pending.reason_fr, pending.reason_en) == ("Une faute", "")
        assert not CorrectionReason.objects.exists()
        accepted(pending, people["reviewer"])
        told = CorrectionReason.objects.get()
        assert (told.change.action, told.text_fr, told.text_en) == ("accept", "Une faute", "")

    def test_is_another_one_after_a_revision(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Another")
        kept = {"by": people["editor"], "before": pending.before, "after": pending.after}
        pending = editorial.revise(pending, **kept, reasons={"en": "A slip"})
        assert (pending.reason_fr, pending.reason_en) == ("", "A slip")

    def test_of_which_nothing_is_said_is_not_kept(self, visit, people):
        accepted(proposed(visit, people["editor"], title_en="Another"), people["reviewer"])
        assert not CorrectionReason.objects.exists()


class TestProposing:
    def test_changes_nothing(self, visit, people):
        before = snapshot(visit)
        proposed(visit, people["editor"], title_en="Another")
        assert snapshot(visit) == before
        assert not Change.objects.exists()

    @pytest.mark.parametrize("factory", [VisitFactory, DecisionFactory, AgreementFactory, StatementFactory])
    def test_that_takes_the_date_away_is_refused(self, people, factory):
        record = factory(publication="published")
        name = KINDS[kind_of(record)].needs_date[0]
        after = changed(snapshot(record), record._meta.label_lower, **{name: ""})
        with override("en"), pytest.raises(editorial.Refused, match="^It needs its date or period first"):
            editorial.propose(record, by=people["editor"], before=snapshot(record), after=after)
        assert not PendingChange.objects.exists()

    def test_that_takes_the_name_away_is_refused_also_when_it_is_taken_up_again(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Another")
        after = changed(snapshot(visit), title_en="", title_fr="")
        with override("en"), pytest.raises(editorial.Refused, match="^It needs a title or a name first"):
            editorial.revise(pending, by=people["editor"], before=snapshot(visit), after=after)

    def test_that_takes_the_name_away_from_what_the_public_no_longer_reads_is_kept(self, people):
        visit = VisitFactory(publication="withdrawn", withdrawal_reason_en="Mistaken.")
        assert proposed(visit, people["editor"], title_en=None, title_fr=None).state == "waiting"

    def test_with_one_name_of_two_languages_is_enough(self, visit, people):
        assert proposed(visit, people["editor"], title_en=None).state == "waiting"

    def test_of_nothing_keeps_nothing(self, visit, people):
        assert proposed(visit, people["editor"]) is None
        assert not PendingChange.objects.exists()

    def test_of_several_the_oldest_stands_first(self, visit, people):
        several = [proposed(visit, people[name], title_en=name) for name in ("editor", "other")]
        assert list(editorial.pending_of(visit)) == several

    def test_of_a_meeting_of_a_visit_is_one_of_the_visit(self, visit, people):
        meeting = MeetingFactory(stop=visit.stops.get(), publication="")
        before = snapshot(visit)
        words = {"before": before, "after": changed(before, title_en="Another"), "comment": " Why "}
        pending = editorial.propose(meeting, by=people["editor"], **words)
        assert (pending.kind, pending.key, pending.comment) == ("visit", "v", "Why")
        assert list(editorial.pending_of(meeting)) == [pending]

    def test_keeps_the_name_of_its_author_for_ever(self, visit, people):
        proposed(visit, people["editor"], title_en="Another")
        people["editor"].delete()
        assert PendingChange.objects.get().author_name == "Editor"


class TestAccepting:
    def test_makes_it_public_with_its_history(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Another")
        done = accepted(pending, people["reviewer"], comment="Well seen")
        assert Visit.objects.get().title_en == "Another"
        change = Change.objects.get()
        assert (change.action, change.by, change.pending, change.comment) == (
            "accept",
            people["reviewer"],
            done,
            "Well seen",
        )
        assert done.state == "accepted"

    def test_takes_parts_and_links(self, visit, people):
        person, area = PersonFactory(publication="published"), AreaFactory(publication="published")
        place = PlaceFactory(publication="published")
        before = snapshot(visit)
        with transaction.atomic():
            visit.areas.add(area)
            Participation.objects.create(visit=visit, person=person, key="p")
            visit.stops.all().delete()
            StopFactory(visit=visit, key="two", position=1, place=place)
            after = snapshot(visit)
            transaction.set_rollback(True)
        assert snapshot(visit) == before
        pending = editorial.propose(visit, by=people["editor"], before=before, after=after)
        accepted(pending, people["reviewer"])
        assert snapshot(visit) == after

    def test_in_part_gives_back_the_rest(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Good", title_fr="Mauvais")
        done = accepted(pending, people["reviewer"], {"title_en"}, comment="The French is older")
        visit = Visit.objects.get()
        assert (visit.title_en, visit.title_fr) == ("Good", "Visite")
        assert (done.state, done.answer) == ("returned", "The French is older")
        assert [each.field for each in differences_between(done.before, done.after)] == ["title_fr"]

    def test_in_part_asks_for_a_comment(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Good", title_fr="Mauvais")
        with pytest.raises(editorial.Refused):
            accepted(pending, people["reviewer"], {"title_en"})
        assert Visit.objects.get().title_en == "Visit"

    def test_comment_or_reason_of_blanks_says_nothing(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Good", title_fr="Mauvais")
        with pytest.raises(editorial.Refused):
            accepted(pending, people["reviewer"], {"title_en"}, comment=" ")
        with pytest.raises(editorial.Refused):
            accepted(pending, people["editor"], reason=" ")
        assert Visit.objects.get().title_en == "Visit"

    def test_of_what_another_wrote_is_flagged_with_no_reason(self, visit, people):
        accepted(proposed(visit, people["editor"], title_en="Good"), people["reviewer"], reason="In a hurry")
        assert not Confirmation.objects.exists()

    def test_of_what_the_public_no_longer_reads_takes_nothing_along(self, people):
        visit = VisitFactory(publication="withdrawn", withdrawal_reason_en="Mistaken.")
        area = AreaFactory(key="hidden")
        accepted(proposed(visit, people["editor"], areas=[["hidden"]]), people["reviewer"])
        area.refresh_from_db()
        assert (area.publication, list(visit.areas.all())) == ("draft", [area])

    def test_of_nothing_is_refused(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Good")
        with pytest.raises(editorial.Refused):
            accepted(pending, people["reviewer"], set())

    def test_keeps_what_somebody_else_changed_meanwhile(self, visit, people):
        first = proposed(visit, people["editor"], title_en="First")
        second = proposed(visit, people["other"], title_fr="Second")
        accepted(first, people["reviewer"])
        accepted(second, people["reviewer"])
        visit = Visit.objects.get()
        assert (visit.title_en, visit.title_fr) == ("First", "Second")

    def test_asks_to_look_again_where_the_record_changed(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Another")
        version = change_beside_record(pending).version
        Visit.objects.update(summary_en="Somebody else was here")
        names = [each.name for each in change_beside_record(pending).differences]
        with pytest.raises(editorial.Refused):
            editorial.accept(pending, by=people["reviewer"], chosen=names, version=version)
        assert Visit.objects.get().title_en == "Visit"

    def test_of_ones_own_asks_for_a_reason_and_is_flagged(self, visit, people):
        pending = proposed(visit, people["reviewer"], title_en="Mine")
        with pytest.raises(editorial.Refused):
            accepted(pending, people["reviewer"])
        accepted(pending, people["reviewer"], reason="Nobody is here")
        assert Confirmation.objects.get().change.pending == pending

    def test_of_what_names_a_draft_needs_it_ticked(self, visit, people):
        area = AreaFactory(key="hidden")
        pending = proposed(visit, people["editor"], areas=[["hidden"]])
        with pytest.raises(editorial.Refused) as refused:
            accepted(pending, people["reviewer"])
        assert refused.value.records == [area]
        accepted(pending, people["reviewer"], along=["area/hidden"])
        area.refresh_from_db()
        assert area.publication == "published"
        assert list(Visit.objects.get().areas.all()) == [area]

    def test_of_a_link_to_one_draft_needs_it_ticked_too(self, visit, people):
        place = PlaceFactory(key="hidden", name_en="Hidden", name_fr="Cachée")
        stop = visit.stops.get()
        before = snapshot(visit)
        after = changed(before, "partnerships.stop", place=["hidden"])
        pending = editorial.propose(visit, by=people["editor"], before=before, after=after)
        with pytest.raises(editorial.Refused) as refused:
            accepted(pending, people["reviewer"])
        assert refused.value.records == [place]
        accepted(pending, people["reviewer"], along=["place/hidden"])
        stop.refresh_from_db()
        assert (stop.place, stop.place.publication) == (place, "published")

    def test_of_the_link_of_the_record_itself_needs_it_ticked_too(self, people):
        partner = PartnerFactory(state__publication="published", publication="published")
        state = StateFactory(key="hidden", name_en="Hidden", name_fr="Cachée")
        before = snapshot(partner)
        after = changed(before, "partnerships.partner", state=["hidden"])
        pending = editorial.propose(partner, by=people["editor"], before=before, after=after)
        with pytest.raises(editorial.Refused) as refused:
            accepted(pending, people["reviewer"])
        assert refused.value.records == [state]
        accepted(pending, people["reviewer"], along=["state/hidden"])
        partner.refresh_from_db()
        assert (partner.state, partner.state.publication) == (state, "published")

    def test_is_refused_where_the_record_is_gone(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Another")
        visit.delete()
        with pytest.raises(editorial.Refused):
            accepted(pending, people["reviewer"])

    def test_is_refused_where_a_part_is_gone(self, visit, people):
        before = snapshot(visit)
        after = changed(before, "partnerships.stop", summary_en="Why")
        pending = editorial.propose(visit, by=people["editor"], before=before, after=after)
        visit.stops.all().delete()
        with pytest.raises(editorial.Refused, match=r"\(Étape\s: 1, Bruxelles\)"):
            accepted(pending, people["reviewer"])

    def test_is_refused_where_what_it_names_is_gone(self, visit, people):
        citation = CitationFactory(visit=visit)
        after, source = snapshot(visit), citation.source
        citation.delete()
        pending = editorial.propose(visit, by=people["editor"], before=snapshot(visit), after=after)
        source.delete()
        with pytest.raises(editorial.Refused, match=source.key):
            accepted(pending, people["reviewer"])
        assert PendingChange.objects.get().state == "waiting"

    def test_is_refused_where_the_public_would_read_nothing(self, visit, people):
        pending = proposed(visit, people["editor"], summary_en="What it was about")
        # As it was proposed before proposing was refused.
        pending.after = changed(pending.after, title_en=None, title_fr=None)
        pending.save()
        found = change_beside_record(pending)
        with pytest.raises(editorial.Refused):
            accepted(pending, people["reviewer"])
        # In part as well: what is ticked is judged, not what is proposed.
        chosen = [each.name for each in found.differences if each.field == "summary_en"]
        keywords = {"chosen": chosen, "version": found.version, "comment": "Without a title nobody finds it"}
        editorial.accept(pending, by=people["reviewer"], **keywords)
        assert Visit.objects.get().summary_en == "What it was about"

    def test_waits_for_the_author_once_it_went_back(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Another")
        editorial.give_back(pending, by=people["reviewer"], comment="Not yet")
        with pytest.raises(editorial.Refused):
            accepted(PendingChange.objects.get(), people["reviewer"])
        assert Visit.objects.get().title_en == "Visit"


class TestReturning:
    def test_asks_for_a_comment(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Another")
        with pytest.raises(editorial.Refused):
            editorial.give_back(pending, by=people["reviewer"], comment="  ")
        assert editorial.give_back(pending, by=people["reviewer"], comment="No").state == "returned"

    def test_lets_the_author_propose_again(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Another")
        editorial.give_back(pending, by=people["reviewer"], comment="No")
        PendingChange.objects.update(changed_at=datetime(2026, 1, 1, tzinfo=UTC))
        before = snapshot(visit)
        again = carried_out(before, differences_between(before, changed(before, title_en="Better")))
        revised = editorial.revise(pending, by=people["editor"], before=before, after=again)
        assert revised.state == "waiting"
        assert revised.changed_at > datetime(2026, 1, 1, tzinfo=UTC)
        accepted(revised, people["reviewer"])
        assert Visit.objects.get().title_en == "Better"

    def test_of_what_is_decided_is_refused(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Another")
        accepted(pending, people["reviewer"])
        with pytest.raises(editorial.Refused):
            editorial.give_back(pending, by=people["reviewer"], comment="No")

    def test_is_revised_by_something_and_not_by_nothing(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Another")
        before = snapshot(visit)
        with pytest.raises(editorial.Refused):
            editorial.revise(pending, by=people["editor"], before=before, after=before)
        accepted(pending, people["reviewer"])
        with pytest.raises(editorial.Refused):
            editorial.revise(pending, by=people["editor"], before=before, after=changed(before, title_en="Late"))

    def test_with_the_import_that_proposed_it_leaves_what_is_decided(self, visit, people):
        batch = Batch.objects.create(at=timezone.now(), by=people["editor"])
        several = [proposed(visit, people["editor"], title_en=text) for text in ("One", "Two", "Three", "Four")]
        PendingChange.objects.filter(pk__in=[each.pk for each in several[:3]]).update(batch=batch)
        editorial.give_back(several[0], by=people["reviewer"], comment="No")
        accepted(several[1], people["reviewer"])
        assert take_back_with(batch, by=people["editor"]) == 2
        assert [each.state for each in PendingChange.objects.order_by("id")] == [
            *("taken_back", "accepted", "taken_back", "waiting")
        ]
        assert PendingChange.objects.get(pk=several[0].pk).answer == "No"


class TestClosing:
    def test_ends_what_went_back_and_keeps_what_was_answered(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Another")
        with pytest.raises(editorial.Refused):
            editorial.close_returned(pending, by=people["other"])
        editorial.give_back(pending, by=people["reviewer"], comment="Not yet")
        closed = editorial.close_returned(pending, by=people["other"])
        assert (closed.state, closed.answer, closed.decided_by) == ("taken_back", "Not yet", people["other"])
        assert not editorial.pending_of(visit).exists()


class TestTakingBack:
    def test_keeps_what_was_answered(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Another")
        editorial.give_back(pending, by=people["reviewer"], comment="Not yet")
        assert editorial.take_back(pending, by=people["editor"]).answer == "Not yet"

    def test_is_for_the_author(self, visit, people):
        pending = proposed(visit, people["editor"], title_en="Another")
        with pytest.raises(editorial.Refused):
            editorial.take_back(pending, by=people["other"])
        with pytest.raises(editorial.Refused):
            editorial.revise(pending, by=people["other"], before=pending.before, after=pending.after)
        assert editorial.take_back(pending, by=people["editor"]).state == "taken_back"
        assert not editorial.pending_of(visit).exists()
