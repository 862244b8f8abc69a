"""Texts of both languages: what waits, and saving them together."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.utils import timezone

from partnerships import editorial
from partnerships.editorial import translating
from partnerships.editorial.beside_record import change_beside_record
from partnerships.editorial.waiting import Waiting
from partnerships.models import Area, Change, Confirmation, PendingChange, Translation, Visit
from partnerships.records.kinds import KINDS
from partnerships.records.snapshot.taking import digest_of, snapshot
from tests.factories import FACTORIES, AreaFactory, MeetingFactory, StopFactory, VisitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return User.objects.create_user("editor")


@pytest.fixture
def reviewer():
    user = User.objects.create_user("reviewer")
    user.user_permissions.add(Permission.objects.get(codename="publish_records"))
    return user


@pytest.fixture
def area():
    """A draft whose French text is older."""
    area = AreaFactory(name_en="Old", name_fr="Ancien")
    before = snapshot(area)
    area.name_en = "New"
    area.save()
    editorial.record_saving(area, by=None, before=before)
    return area


def save(record, by, typed=None, **options):
    version = digest_of(snapshot(record))
    return translating.save_texts(record, by=by, typed=typed or {}, **{"version": version, **options})


def states(record):
    return {
        f"{pair.name}_{language}": state
        for pair in translating.pairs(record)
        for language in ("fr", "en")
        if (state := pair.state(language))
    }


class TestWaiting:
    def test_says_what_is_missing_and_what_is_older(self, area):
        area.summary_en = "A summary."
        area.save()
        assert states(area) == {":name_fr": "older", ":summary_fr": "missing"}

    def test_counts_what_is_older_of_public_records_alone(self, area):
        assert not translating.older().exists()
        Area.objects.update(publication="published")
        assert [row.key for row in translating.older()] == [row.key for row in translating.older(kind="area")]
        assert translating.older().get().key == area.key
        assert not translating.older(kind="visit").exists()

    def test_counts_public_records_of_every_kind(self):
        for kind, factory in FACTORIES.items():
            if "summary" in KINDS[kind].model.bilingual:
                factory(publication="published", summary_fr="Un résumé.")
                assert translating.missing(kind).count() == 1, kind
        assert sum(translating.numbers_lacking().values()) == sum(translating.missing(kind).count() for kind in KINDS)

    def test_finds_the_parts_of_a_visit_down_to_its_meetings(self):
        visit = VisitFactory(publication="published")
        stop = StopFactory(visit=visit, place__publication="published")
        assert list(translating.missing("visit")) == []
        MeetingFactory(stop=stop, publication="", title_fr=None)
        assert list(translating.missing("visit")) == [visit]
        assert list(translating.missing("visit", "en")) == []
        assert list(translating.missing("meeting")) == []

    def test_leaves_out_drafts_and_what_stands_in_no_language(self):
        AreaFactory(name_fr=None)
        AreaFactory(publication="published")
        assert translating.numbers_lacking()["area"] == 0

    def test_narrows_to_a_language_and_to_what_was_checked(self, area, editor):
        Area.objects.update(publication="published")
        AreaFactory(publication="published", name_en=None)
        found = {language: translating.missing("area", language).count() for language in ("", "fr", "en")}
        assert found == {"": 1, "fr": 0, "en": 1}
        assert [translating.older(language=code).count() for code in ("fr", "en")] == [1, 0]
        assert not translating.older(state="checked").exists()
        save(Area.objects.get(pk=area.pk), editor, checked=[":name_fr"])
        assert translating.older(state="checked").get().key == area.key
        assert not translating.older().exists()

    def test_goes_on_to_the_next_that_lacks_a_text_and_then_to_what_is_older(self, area):
        first, whole, second = (AreaFactory(publication="published", name_en=name) for name in (None, "Whole", None))
        AreaFactory(name_en=None)
        assert [translating.following(each) for each in (first, whole, second)] == [second, second, None]
        Area.objects.filter(pk=area.pk).update(publication="published")
        assert translating.following(second) == area
        assert translating.following(Area.objects.get(pk=area.pk)) == first
        assert translating.following(VisitFactory(publication="published")) is None

    def test_waits_since_it_became_older_or_its_record_is_public_whichever_is_longer_ago(self, area):
        since = [timezone.now() - timedelta(days=days) for days in (400, 9, 2)]
        Area.objects.update(publication="published")
        AreaFactory(publication="published", published_at=since[1], name_en=None)
        for older, told in ((since[0], since[0]), (since[2], since[1])):
            Translation.objects.update(since=older)
            found = translating.in_the_register({"findings": (3, since[2]), "due": (0, None)})
            assert found == [Waiting("translations", 2, told), Waiting("findings", 3, since[2])]

    def test_counts_anew_when_the_public_sees_a_change(self):
        assert translating.numbers_lacking()["area"] == 0
        AreaFactory(publication="published", name_fr=None, name_en="New")
        assert translating.numbers_lacking()["area"] == 1

    def test_is_counted_once_until_then(self, django_assert_num_queries):
        lacking = translating.numbers_lacking()
        # The version of what the public sees.
        with django_assert_num_queries(1):
            assert translating.numbers_lacking() == lacking


class TestSaving:
    def test_draft_says_what_was_typed_in_both_languages(self, area, editor):
        change = save(area, editor, {":name": {"fr": " Neuf ", "en": "New one"}, ":summary": {"fr": "", "en": ""}})
        assert (Area.objects.get().name_fr, Area.objects.get().name_en) == ("Neuf", "New one")
        assert (change.by, change.action, states(area)) == (editor, "update", {})

    def test_public_record_waits_for_a_second_person(self, area, editor, reviewer):
        Area.objects.update(publication="published")
        area.refresh_from_db()
        for by in (editor, reviewer):
            pending = save(area, by, {":name": {"fr": "Neuf"}})
            assert pending.after[0]["fields"]["name_fr"] == "Neuf"
        assert (Area.objects.get().name_fr, PendingChange.objects.count()) == ("Ancien", 2)
        found = change_beside_record(PendingChange.objects.first())
        chosen = [each.name for each in found.differences]
        editorial.accept(found.pending, by=reviewer, chosen=chosen, version=found.version)
        assert (Area.objects.get().name_fr, states(area)) == ("Neuf", {})

    def test_goes_out_at_once_with_a_reason_by_who_may_publish(self, area, editor, reviewer):
        Area.objects.update(publication="published")
        area.refresh_from_db()
        with pytest.raises(editorial.Refused):
            save(area, reviewer, {":name": {"fr": "Neuf"}}, at_once=True)
        assert isinstance(save(area, editor, {":name": {"fr": "Neuf"}}, at_once=True, reason="Now"), PendingChange)
        change = save(area, reviewer, {":name": {"fr": "Neuf"}}, at_once=True, reason="Now")
        assert (Area.objects.get().name_fr, Confirmation.objects.get().change) == ("Neuf", change)

    def test_is_written_without_a_reason_where_the_public_reads_nothing(self, area, editor, reviewer):
        save(area, editor, {":name": {"fr": "Neuf"}})
        gone = AreaFactory(publication="withdrawn", withdrawal_reason_en="Mistaken.", name_fr="Ancien")
        assert isinstance(save(gone, editor, {":name": {"fr": "Proposé"}}), PendingChange)
        assert isinstance(save(gone, reviewer, {":name": {"fr": "Écrit"}}), Change)
        assert Area.objects.get(pk=gone.pk).name_fr == "Écrit"
        assert not Confirmation.objects.exists()

    def test_reason_of_blanks_is_none(self, area, reviewer):
        Area.objects.update(publication="published")
        area.refresh_from_db()
        with pytest.raises(editorial.Refused):
            save(area, reviewer, {":name": {"fr": "Neuf"}}, at_once=True, reason=" ")
        assert Area.objects.get().name_fr == "Ancien"

    def test_keeps_the_lines_of_a_text_and_not_those_of_a_name(self, area, editor):
        area.summary_en = "A summary."
        area.save()
        save(area, editor, {":name": {"fr": "Deux\nlignes"}, ":summary": {"fr": "Deux\nlignes"}, ":else": {"fr": "x"}})
        found = Area.objects.get()
        assert (found.name_fr, found.summary_fr) == ("Deux lignes", "Deux\nlignes")

    def test_erases_nothing(self, area, editor):
        with pytest.raises(editorial.Refused):
            save(area, editor, {":name": {"fr": "  ", "en": "New one"}})
        assert (Area.objects.get().name_fr, Area.objects.get().name_en) == ("Ancien", "New")
        Area.objects.update(name_fr="")
        with pytest.raises(editorial.Refused):
            save(Area.objects.get(), editor, {":name": {"fr": "", "en": " "}})
        save(Area.objects.get(), editor, {":name": {"fr": "", "en": "New one"}})
        assert (Area.objects.get().name_fr, Area.objects.get().name_en) == (None, "New one")

    def test_over_what_somebody_else_has_changed_is_refused(self, area, editor):
        with pytest.raises(editorial.Refused):
            save(area, editor, {":name": {"fr": "Neuf"}}, version="0")
        assert Change.objects.count() == 1

    def test_texts_of_parts_are_saved_with_it(self, editor):
        visit = VisitFactory()
        meeting = MeetingFactory(stop=StopFactory(visit=visit), publication="", title_fr=None)
        (name,) = [pair.name for pair in translating.pairs(visit) if pair.field == "title" and pair.part]
        save(visit, editor, {name: {"fr": "Entretien"}})
        meeting.refresh_from_db()
        assert meeting.title_fr == "Entretien"
        assert translating.pairs(Visit.objects.get())

    def test_what_is_right_as_it_stands_is_checked_until_the_other_changes(self, area, editor):
        assert save(area, editor, checked=[":name_fr", ":name_en", "nonsense"]) is None
        row = Translation.objects.get()
        assert (row.checked_by_name, row.source, states(area)) == ("editor", "New", {":name_fr": "checked"})
        assert [pair.name for pair in translating.pairs(Area.objects.get()) if pair.waits] == []
        save(area, editor, {":name": {"en": "Newer"}})
        assert states(area) == {":name_fr": "older"}
        assert Translation.objects.get().source == "New"
