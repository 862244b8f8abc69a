"""Which texts are older than those in the other language, followed from the history."""

import pytest
from django.utils.timezone import now

from partnerships import editorial
from partnerships.models import Change, PendingChange, Stop, Translation
from partnerships.projections.translations import follow, paired, under_key
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory, CitationFactory, MeetingFactory, StopFactory, TenureFactory

pytestmark = pytest.mark.django_db


def edited(record, pending=None, **fields):
    before = snapshot(record)
    for name, value in fields.items():
        setattr(record, name, value)
    record.save()
    if pending is None:
        return editorial.record_saving(record, by=None, before=before)
    change = Change(kind="area", key=record.key, at=now(), before=before, after=snapshot(record), pending=pending)
    follow([change])
    return change


def older():
    return [(row.field, row.language, row.source) for row in Translation.objects.order_by("id")]


class TestFollowing:
    def test_text_is_left_behind_by_the_other_one(self):
        change = edited(AreaFactory(name_en="Old", name_fr="Ancien"), name_en="New")
        assert older() == [("name", "fr", "Old")]
        assert Translation.objects.get().since == change.at

    def test_is_compared_with_the_text_that_it_was_made_of(self):
        area = AreaFactory(name_en="First")
        edited(area, name_en="Second")
        edited(area, name_en="Third")
        assert older() == [("name", "fr", "First")]

    def test_catches_up_by_itself_or_together(self):
        for then in ({"name_fr": "Neuf"}, {"name_fr": "Neuf", "name_en": "Newer"}):
            area = AreaFactory()
            edited(area, name_en="New")
            edited(area, **then)
            assert older() == []

    def test_leaves_the_other_behind_once_it_has_caught_up(self):
        area = AreaFactory()
        edited(area, name_en="New")
        edited(area, name_fr="Neuf")
        edited(area, name_fr="Tout neuf")
        assert older() == [("name", "en", "Neuf")]

    def test_text_that_was_or_is_missing_is_not_older(self):
        edited(AreaFactory(name_fr=None), name_en="New")
        edited(AreaFactory(name_fr=None), name_fr="Neuf")
        edited(AreaFactory(), name_fr=None)
        assert older() == []

    def test_text_that_waited_while_the_other_changed_is_older_itself(self):
        area = AreaFactory(name_fr="Ancien", name_en="Old")
        waiting = PendingChange(before=snapshot(area))
        edited(area, name_fr="Neuf")
        edited(area, waiting, name_en="Reworded")
        assert older() == [("name", "en", "Ancien")]
        edited(area, name_en="New")
        assert older() == []

    @pytest.mark.parametrize("then", [{"name_en": "Reworded", "name_fr": "Retouché"}, {"name_en": None}])
    def test_texts_that_waited_together_or_are_gone_leave_none_behind(self, then):
        area = AreaFactory(name_fr="Ancien", name_en="Old")
        waiting = PendingChange(before=snapshot(area))
        edited(area, name_fr="Neuf")
        edited(area, waiting, **then)
        assert older() == []

    def test_what_is_new_or_no_record_is_not_followed(self):
        area = AreaFactory(name_fr="Ancien", name_en="Old")
        lines = snapshot(area)
        for kind, before in (("area", None), ("user", lines)):
            follow([Change(kind=kind, key=area.key, at=now(), before=before, after=lines)])
        assert older() == []

    def test_text_that_waited_while_nothing_changed_is_not(self):
        area = AreaFactory(name_fr="Ancien", name_en="Old")
        edited(area, PendingChange(before=snapshot(area)), name_en="New")
        assert older() == [("name", "fr", "Old")]

    def test_parts_are_followed_until_they_are_gone(self):
        stop = StopFactory(summary_fr="Accueil", summary_en="Welcome")
        meeting = MeetingFactory(stop=stop, publication="", title_fr="Entretien", title_en="Talks")
        before = snapshot(stop.visit)
        meeting.title_en, stop.summary_en = "Dinner", "A welcome"
        meeting.save()
        stop.save()
        editorial.record_saving(stop.visit, by=None, before=before)
        assert {(row.kind, row.field) for row in Translation.objects.all()} == {
            ("visit", "title"),
            ("visit", "summary"),
        }
        before = snapshot(stop.visit)
        stop.delete()
        editorial.record_saving(stop.visit, by=None, before=before)
        assert older() == []

    def test_records_that_are_gone_or_have_another_key_take_it_along(self):
        area = AreaFactory()
        CitationFactory(area=area, key="c", remark_fr="Avant", remark_en="Before")
        edited(area, name_en="New")
        before = snapshot(area)
        area.citations.update(remark_en="After")
        editorial.record_saving(area, by=None, before=before)
        edited(area, key="other")
        named = {(row.key, row.part) for row in Translation.objects.all()}
        assert named == {("other", ""), ("other", "partnerships.citation/area/other/c")}
        editorial.record_deletion(area, by=None, before=snapshot(area))
        assert older() == []

    def test_visit_with_another_key_takes_along_what_is_left_behind_at_its_stops(self):
        meeting = MeetingFactory(stop=StopFactory(), publication="", title_fr="Entretien", title_en="Talks")
        visit = meeting.stop.visit
        before = snapshot(visit)
        meeting.title_en = "Dinner"
        meeting.save()
        editorial.record_saving(visit, by=None, before=before)
        (part,) = Translation.objects.values_list("part", flat=True)
        old = visit.key
        edited(visit, key="other")
        named = {(row.key, row.part, row.field, row.source) for row in Translation.objects.all()}
        assert named == {("other", part.replace(f"/{old}/", "/other/"), "title", "Talks")}


def test_snapshot_under_another_key_names_it_in_its_parts():
    visit = StopFactory(visit__key="old").visit
    before = snapshot(visit)
    stop = [each["fields"] for each in under_key(before, "new")[1:]]
    assert [fields["visit"] for fields in stop] == [["new"]]
    assert before[0]["fields"]["key"] == "old"


def test_reasons_of_withdrawals_are_said_once():
    assert "withdrawal_reason" not in paired(type(TenureFactory.build()))
    assert paired(Stop)
