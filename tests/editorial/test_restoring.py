"""Earlier texts put back, and deleted records brought back."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone, translation

from partnerships import editorial
from partnerships.models import Area, Change, FormerAddress, PendingChange, Visit
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory, CitationFactory, StatementFactory, StopFactory, VisitFactory, past_the_fence

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return User.objects.create_user("editor")


def edited(record, by, **fields):
    before = snapshot(record)
    for name, value in fields.items():
        setattr(record, name, value)
    record.save()
    return editorial.record_saving(record, by=by, before=before)


def test_an_address_that_was_given_up_is_no_text_to_put_back(person):
    given_up = [{"model": "partnerships.formeraddress", "fields": {"kind": "area", "slug": "a", "key": "b"}}]
    change = Change.objects.create(
        kind="formeraddress", key="a", action="create", by=person, at=timezone.now(), after=given_up
    )
    with pytest.raises(editorial.Refused):
        editorial.restore(change, by=person)
    assert not Area.objects.exists()


class TestDraft:
    def test_says_again_what_it_said_with_its_parts(self, person):
        visit = VisitFactory(title_en="First")
        StopFactory(visit=visit, position=1)
        first = editorial.record_saving(visit, by=person, before=None)
        then = snapshot(visit)
        edited(visit, person, title_en="Second")
        visit.stops.all().delete()
        CitationFactory(visit=visit)
        editorial.restore(first, by=person)
        assert snapshot(Visit.objects.get()) == then
        last = Change.objects.order_by("-id").first()
        assert (last.action, last.by, bool(last.comment)) == ("restore", person, True)

    def test_says_again_what_it_said_before_a_change_that_is_undone(self, person):
        area = AreaFactory(name_en="First")
        second = edited(area, person, name_en="Second")
        edited(area, person, name_en="Third")
        with translation.override("en"):
            editorial.restore(second, by=person, undo=True)
            assert editorial.last_change(area).comment.startswith("Restored: the text before the change of ")
            assert Area.objects.get().name_en == "First"
            editorial.restore(second, by=person)
            assert editorial.last_change(area).comment.startswith("Restored: the text of ")
        assert Area.objects.get().name_en == "Second"

    def test_stays_where_it_stands_on_its_way_to_the_public(self, person):
        area = AreaFactory(name_en="First")
        first = editorial.record_saving(area, by=person, before=None)
        edited(area, person, name_en="Second")
        editorial.submit(area, by=person)
        editorial.restore(first, by=person)
        assert (Area.objects.get().name_en, Area.objects.get().publication) == ("First", "in_review")

    def test_that_was_public_once_remembers_since_when(self, person):
        area = AreaFactory(name_en="First")
        first = editorial.record_saving(area, by=person, before=None)
        edited(area, person, name_en="Second", published_at=timezone.now())
        editorial.restore(first, by=person)
        restored = Area.objects.get()
        assert (restored.name_en, restored.published_at) == ("First", area.published_at)

    def test_that_says_so_already_is_left_alone(self, person):
        first = editorial.record_saving(AreaFactory(), by=person, before=None)
        with pytest.raises(editorial.Refused):
            editorial.restore(first, by=person)

    def test_that_a_public_record_would_come_to_name_is_refused(self, person):
        draft, known = StatementFactory(text_en="One"), StatementFactory(publication="published")
        with past_the_fence():
            draft.contradicts.add(known)
        first = editorial.record_saving(draft, by=person, before=None)
        draft.contradicts.clear()
        edited(draft, person, text_en="Another")
        with pytest.raises(editorial.Refused) as refusal:
            editorial.restore(first, by=person)
        assert refusal.value.records == [known]


class TestPublicRecord:
    @pytest.mark.parametrize("state", ["published", "withdrawn"])
    def test_is_not_changed_but_proposed(self, person, state):
        area = AreaFactory(name_en="First", publication=state, withdrawal_reason_en="Mistaken.")
        first = editorial.record_saving(area, by=person, before=None)
        edited(area, person, name_en="Second")
        editorial.restore(first, by=person)
        assert Area.objects.get().name_en == "Second"
        assert PendingChange.objects.get().after[0]["fields"]["name_en"] == "First"


class TestDeletedRecord:
    def test_comes_back_as_a_draft_with_its_parts(self, person):
        area = AreaFactory(key="gone", publication="published")
        CitationFactory(area=area)
        gone = editorial.record_deletion(area, by=person, before=snapshot(area))
        area.delete()
        editorial.restore(gone, by=person)
        area = Area.objects.get()
        assert (area.key, area.publication, area.published_at, area.citations.count()) == ("gone", "draft", None, 1)

    def test_that_names_what_is_no_more_is_refused(self, person):
        visit = VisitFactory()
        citation = CitationFactory(visit=visit)
        gone, source = editorial.record_deletion(visit, by=person, before=snapshot(visit)), citation.source
        visit.delete()
        source.delete()
        with translation.override("en"), pytest.raises(editorial.Refused, match=source.key) as refusal:
            editorial.restore(gone, by=person)
        assert refusal.value.sentence.startswith("Source: ")
        assert "(history)" not in refusal.value.sentence
        assert not Visit.objects.exists()

    def test_that_was_merged_says_into_which(self, person):
        gone = Change.objects.create(
            kind="area", key="old", action="merge", at=timezone.now(), before=snapshot(AreaFactory(key="old"))
        )
        Area.objects.all().delete()
        stays = AreaFactory(key="new")
        AreaFactory(key="third")
        FormerAddress.objects.create(kind="area", key="new", language="fr", slug="old")
        with translation.override("en"), pytest.raises(editorial.Refused, match="merged") as refusal:
            editorial.restore(gone, by=person)
        assert refusal.value.records == [stays]
        FormerAddress.objects.all().delete()
        assert editorial.restore(gone, by=person).key == "old"
