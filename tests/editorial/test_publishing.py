"""The ways of a record to the public and back."""

from threading import Event

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from partnerships import editorial
from partnerships.editorial import publishing
from partnerships.models import Area, Change, Confirmation, Publication, ScheduledPublication, Visit
from partnerships.records.references import called
from partnerships.records.snapshot.taking import snapshot
from tests.crowd import at_once, share
from tests.factories import (
    AreaFactory,
    DecisionFactory,
    MeetingFactory,
    PartnerFactory,
    PictureFactory,
    StateFactory,
    StatementFactory,
    StopFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db


class TestPublishing:
    def test_refuses_with_the_records_that_are_not_published(self, visit):
        with pytest.raises(editorial.Refused) as refusal:
            editorial.publish(visit, by=None)
        assert refusal.value.records == [visit.areas.get()]
        visit.refresh_from_db()
        assert visit.publication == "draft"

    def test_takes_them_along(self, visit):
        editorial.publish(visit, by=None, along=True)
        visit.refresh_from_db()
        assert visit.published_at
        assert visit.areas.get().publication == "published"
        assert Change.objects.filter(action="publish").count() == 2

    def test_again_keeps_the_day_of_the_first_time(self, visit):
        first = editorial.publish(visit, by=None, along=True).published_at
        editorial.withdraw(visit, by=None, reason_en="Mistaken.")
        again = editorial.publish(visit, by=None)
        assert (again.published_at, again.publication) == (first, "published")
        assert (again.withdrawal_reason_fr, again.withdrawal_reason_en) == (None, None)

    @pytest.mark.parametrize("along", [False, True])
    def test_takes_nothing_along_that_is_withdrawn(self, visit, along):
        area = visit.areas.get()
        editorial.publish(area, by=None)
        editorial.withdraw(area, by=None, reason_en="Mistaken.")
        with pytest.raises(editorial.Refused) as refusal:
            editorial.publish(visit, by=None, along=along)
        assert refusal.value.records == [area]
        assert type(area).objects.get().publication == "withdrawn"

    def test_is_refused_without_a_name_or_a_date(self):
        for fields in ({"title_fr": None, "title_en": None}, {"period": ""}):
            visit = VisitFactory(**fields)
            with pytest.raises(editorial.Refused) as refusal:
                editorial.publish(visit, by=None)
            assert refusal.value.records == [visit]

    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_is_refused_while_a_picture_says_nothing_in_one_language(self, language):
        visit = VisitFactory()
        picture = PictureFactory(visit=visit, **{f"alternative_{language}": ""})
        with pytest.raises(editorial.Refused) as refusal:
            editorial.publish(visit, by=None)
        assert refusal.value.records == [visit]
        setattr(picture, f"alternative_{language}", "Said.")
        picture.save()
        assert editorial.publish(visit, by=None).publication == "published"

    def test_takes_along_what_is_ticked_and_names_what_is_not(self, visit):
        ticked, other = visit.areas.get(), AreaFactory()
        visit.areas.add(other)
        with pytest.raises(editorial.Refused) as refusal:
            editorial.publish(visit, by=None, along=[called(ticked)])
        assert refusal.value.records == [other]
        assert not Area.objects.filter(publication="published").exists()
        editorial.publish(visit, by=None, along=[called(ticked), called(other)])
        assert Area.objects.filter(publication="published").count() == 2

    def test_gives_back_what_was_asked_for_and_not_what_went_along(self, visit):
        author, area = User.objects.create_user("author"), visit.areas.get()
        editorial.record_saving(area, by=author, before=None)
        assert editorial.submit(visit, by=author) == visit
        area.refresh_from_db()
        assert area.publication == "in_review"
        assert editorial.publish(visit, by=None, along=True) == visit

    def test_of_two_that_name_one_another_needs_no_tick(self):
        one, other = StatementFactory(), StatementFactory()
        one.contradicts.add(other)
        assert set(editorial.publish_all([one, other], by=None)) == {one, other}

    def test_says_all_that_stands_in_the_way_at_once(self):
        visit = VisitFactory(title_fr=None, title_en=None, period="")
        area = AreaFactory()
        visit.areas.add(area)
        with pytest.raises(editorial.Refused) as refusal:
            editorial.publish(visit, by=None)
        assert [(each.field, each.records) for each in refusal.value.each] == [
            ("along", [area]),
            ("label", [visit]),
            ("date", [visit]),
        ]

    def test_flags_those_alone_that_nobody_else_wrote(self):
        one, two = (User.objects.create_user(name) for name in ("one", "two"))
        own, others = AreaFactory(), AreaFactory()
        for area, by in ((own, one), (others, two)):
            editorial.record_saving(area, by=by, before=None)
        editorial.publish_all([own, others], by=one, reason="Nobody is here")
        assert [each.change.key for each in Confirmation.objects.all()] == [own.key]

    def test_of_a_meeting_is_that_of_its_visit(self):
        meeting = MeetingFactory(stop=StopFactory(), publication="")
        for step in (editorial.submit, editorial.publish):
            with pytest.raises(editorial.Refused):
                step(meeting, by=None)

    def test_ends_what_was_set_for_it_and_for_nothing_else(self):
        area, other = AreaFactory(), AreaFactory()
        kept = [("state", area.pk), ("area", other.pk)]
        for kind, number in (("area", area.pk), *kept):
            ScheduledPublication.objects.create(kind=kind, record=number, at=timezone.now())
        editorial.publish(area, by=None)
        assert list(ScheduledPublication.objects.order_by("pk").values_list("kind", "record")) == kept

    def test_what_is_taken_along_needs_its_name_too(self, visit):
        area = visit.areas.get()
        type(area).objects.update(name_fr=None, name_en=None)
        with pytest.raises(editorial.Refused) as refusal:
            editorial.publish(visit, by=None, along=True)
        assert refusal.value.records == [area]
        visit.refresh_from_db()
        assert visit.publication == "draft"


class TestWithdrawing:
    def test_refuses_what_published_records_name(self, visit):
        editorial.publish(visit, by=None, along=True)
        with pytest.raises(editorial.Refused) as refusal:
            editorial.withdraw(visit.areas.get(), by=None, reason_en="Mistaken.")
        assert refusal.value.records == [visit]

    def test_asks_for_a_reason(self, visit):
        editorial.publish(visit, by=None, along=True)
        with pytest.raises(editorial.Refused):
            editorial.withdraw(visit, by=None, reason_fr=" ", reason_en="")

    def test_keeps_the_reason(self, visit):
        editorial.publish(visit, by=None, along=True)
        editorial.withdraw(visit, by=None, reason_fr="Erreur.", reason_en="")
        visit.refresh_from_db()
        assert (visit.publication, visit.withdrawal_reason_fr) == ("withdrawn", "Erreur.")
        assert visit.withdrawal_reason_en is None

    def test_of_the_record_alone_is_no_matter_of_those_that_are_not_public(self, visit):
        editorial.publish(visit, by=None, along=True)
        VisitFactory().areas.set(visit.areas.all())
        editorial.withdraw(visit, by=None, reason_en=" Mistaken. ")
        area = editorial.withdraw(visit.areas.get(), by=None, reason_en="Mistaken.")
        assert (area.publication, Visit.objects.get(pk=visit.pk).withdrawal_reason_en) == ("withdrawn", "Mistaken.")


class TestReview:
    def test_goes_there_and_back(self, visit):
        editorial.submit(visit, by=None)
        editorial.return_to_draft(visit, by=None)
        assert list(Change.objects.order_by("id").values_list("action", flat=True)) == ["submit", "return"]

    def test_who_returns_what_another_submitted_last_says_why(self, visit):
        one, two = (User.objects.create_user(name) for name in ("one", "two"))
        editorial.submit(visit, by=one)
        editorial.return_to_draft(visit, by=one)
        editorial.submit(visit, by=two)
        with pytest.raises(editorial.Refused):
            editorial.return_to_draft(visit, by=one)
        editorial.return_to_draft(visit, by=two)

    def test_comment_of_blanks_says_nothing_to_who_submitted(self, visit):
        one, two = (User.objects.create_user(name) for name in ("one", "two"))
        editorial.submit(visit, by=one)
        with pytest.raises(editorial.Refused) as refusal:
            editorial.return_to_draft(visit, by=two, comment=" ")
        assert refusal.value.field == "step_comment"
        assert editorial.return_to_draft(visit, by=two, comment="No source.").publication == "draft"

    def test_nobody_is_owed_a_comment_for_what_nobody_submitted_or_what_was_withdrawn(self):
        one, two = (User.objects.create_user(name) for name in ("one", "two"))
        assert editorial.return_to_draft(editorial.submit(AreaFactory(), by=one), by=None).publication == "draft"
        imported, area = AreaFactory(publication="in_review"), editorial.submit(AreaFactory(), by=one)
        assert editorial.return_to_draft(imported, by=two).publication == "draft"
        editorial.withdraw(editorial.publish(area, by=two), by=two, reason_en="Mistaken.")
        area = editorial.return_to_draft(area, by=two)
        assert (area.publication, area.withdrawal_reason_en) == ("draft", None)

    def test_leaves_what_waits_already_as_it_was_submitted(self):
        author = User.objects.create_user("author")
        area, visit = AreaFactory(), VisitFactory()
        editorial.record_saving(area, by=author, before=None)
        editorial.submit(area, by=author)
        visit.areas.add(area)
        assert editorial.submit_all([visit], by=author) == [visit]
        assert editorial.submit_all([VisitFactory()], by=None)[0].publication == "in_review"

    def test_of_an_unknown_hand_takes_no_draft_along(self, visit):
        area = visit.areas.get()
        editorial.record_saving(area, by=None, before=None)
        assert editorial.submit_all([visit], by=None) == [visit]

    def test_takes_along_the_drafts_of_the_same_author_alone_that_nobody_returned(self):
        author, other, reviewer = (User.objects.create_user(name) for name in ("author", "other", "reviewer"))
        own, returned, others, named = StateFactory(), AreaFactory(), AreaFactory(), AreaFactory()
        of_both = AreaFactory()
        written = ((own, author), (returned, author), (others, other), (named, author), (of_both, other))
        for record, by in (*written, (of_both, author)):
            editorial.record_change(record, action="update", by=by, before=[], after=snapshot(record))
        editorial.return_to_draft(editorial.submit(returned, by=author), by=reviewer, comment="Look again")
        decision = DecisionFactory(body=None)
        decision.areas.add(returned, others, named, of_both)
        decision.partners.add(PartnerFactory(state=own))
        taken = editorial.submit_all([decision, named], by=author, comment="One case")
        assert taken == [own, decision, named]
        assert {each.publication for each in taken} == {"in_review"}
        assert set(Area.objects.filter(publication="draft")) == {returned, others, of_both}
        assert {each.kind for each in Change.objects.filter(comment="One case")} == {"decision", "area"}

    def test_takes_back_nothing_that_is_public(self, visit):
        editorial.publish(visit, by=None, along=True)
        with pytest.raises(editorial.Refused):
            editorial.return_to_draft(visit, by=None)
        visit.refresh_from_db()
        assert visit.publication == "published"


#: From which states each step is taken, and to which one it leads.
STEPS = {
    "submit": ({"draft"}, "in_review"),
    "return_to_draft": ({"in_review", "withdrawn"}, "draft"),
    "publish": ({"draft", "in_review", "withdrawn"}, "published"),
    "withdraw": ({"published"}, "withdrawn"),
}


@pytest.mark.parametrize("state", Publication.values)
@pytest.mark.parametrize("step", STEPS)
def test_each_step_is_taken_from_its_states_alone(step, state):
    area = AreaFactory(publication=state, withdrawal_reason_en="Mistaken." if state == "withdrawn" else None)
    words = {"reason_en": "Mistaken."} if step == "withdraw" else {}
    starts, leads_to = STEPS[step]
    if state in starts:
        getattr(editorial, step)(area, by=None, **words)
    else:
        with pytest.raises(editorial.Refused):
            getattr(editorial, step)(area, by=None, **words)
    area.refresh_from_db()
    assert area.publication == (leads_to if state in starts else state)


@pytest.mark.django_db(transaction=True)
class TestTwoAtOnce:
    def test_nobody_publishes_what_names_a_record_that_is_being_withdrawn(self, monkeypatch, tmp_path):
        area, visit = AreaFactory(publication="published"), VisitFactory()
        visit.areas.add(area)
        share(monkeypatch, tmp_path)
        looked, published = Event(), Event()

        def look_slowly(record, naming=publishing.published_naming):
            found = naming(record)
            looked.set()
            published.wait(0.5)
            return found

        def work(n):
            try:
                if n:
                    return editorial.withdraw(area, by=None, reason_en="Mistaken.").publication
                looked.wait()
                return editorial.publish(visit, by=None).publication
            except editorial.Refused:
                return "refused"
            finally:
                # Whoever is done keeps nobody waiting.
                looked.set()
                published.set()

        monkeypatch.setattr(publishing, "published_naming", look_slowly)
        assert at_once(work, 2) == ["refused", "withdrawn"]
