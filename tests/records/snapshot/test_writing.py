"""Entries become rows in an order that works out, and what cannot be written says why."""

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.test import TestCase
from django.utils.translation import override

from partnerships.models import (
    Area,
    Citation,
    Decision,
    FormerAddress,
    Meeting,
    Participation,
    Place,
    State,
    Stop,
    Visit,
)
from partnerships.records.snapshot import writing
from partnerships.records.snapshot.entries import Entry
from partnerships.records.snapshot.findings import PlaceInFile as At
from partnerships.records.snapshot.import_steps import steps_of
from partnerships.records.snapshot.stored import Stored
from partnerships.records.snapshot.writing import Writer, derived, explain, note, save, step_aside
from tests.factories import (
    AreaFactory,
    ParticipationFactory,
    PersonFactory,
    PlaceFactory,
    SourceFactory,
    StopFactory,
    VisitFactory,
)

pytestmark = pytest.mark.once
AT = At("a.json", 4)


@pytest.fixture(autouse=True)
def _english(_fresh_state):
    with override("en"):
        yield


def entry(model, *identity, links=None, many=None, **values):
    identity = identity or None
    own = {"key": identity[-1]} if identity and model is not FormerAddress else {}
    return Entry(AT, model, identity, {**own, **values}, links or {}, many or {})


def written(*entries, **options):
    stored = Stored()
    told = []
    writer = Writer(stored, lambda *done: told.append(done), **options)
    writer.write(steps_of(list(entries), stored, lock=False))
    writer.told = told
    return writer


def said(one):
    return [(finding.field, finding.message, finding.conflict) for finding in one.findings]


class TestWriter(TestCase):
    def test_writes_new_rows_with_what_they_name(self):
        low = entry(Area, "low", name_en="Low", links={"parent": ("high",)})
        writer = written(entry(Area, "high", name_en="High"), low)
        assert Area.objects.get(key="low").parent.key == "high"
        assert writer.stored.find((Area, ("low",))) == Area.objects.get(key="low").pk
        assert len(writer.instances) == 2

    def test_tells_how_far_it_is(self):
        assert written(entry(Area, "a", name_en="A"), entry(Area, "b", name_en="B")).told == [(2, 2)]

    def test_leaves_out_what_is_unchanged_or_broken(self):
        AreaFactory(key="a", name_fr="A", name_en="A")
        same, broken = entry(Area, "a", name_fr="A", name_en="A"), entry(Area, "b", name_en="B")
        broken.find("Wrong.", "note")
        writer = written(same, broken)
        assert (writer.instances, writer.told) == ({}, [])
        assert Area.objects.count() == 1
        assert said(broken) == [("note", "Wrong.", False)]

    def test_writes_over_the_row_that_is_there(self):
        area = AreaFactory(key="a", note="old")
        written(entry(Area, "a", name_en="New"))
        found = Area.objects.get()
        assert (found.pk, found.name_en, found.note) == (area.pk, "New", "")

    def test_new_rows_have_the_number_that_is_given(self):
        AreaFactory(key="a")
        there = Area.objects.get().pk
        written(entry(Area, "a", name_en="A"), entry(Area, "b", name_en="B"), number=lambda reference: 4711)
        assert dict(Area.objects.values_list("key", "pk")) == {"a": there, "b": 4711}

    def test_lists_are_written_as_far_as_they_differ(self):
        visit = VisitFactory(key="v")
        visit.areas.add(AreaFactory(key="a"), AreaFactory(key="b"))
        AreaFactory(key="c")
        written(entry(Visit, "v", title_en="V", many={"areas": [("c",), ("b",)]}))
        assert set(visit.areas.values_list("key", flat=True)) == {"b", "c"}
        written(entry(Visit, "v", title_en="W", many={"areas": [("c",), ("nowhere",)]}))
        assert set(visit.areas.values_list("key", flat=True)) == {"b", "c"}, "a list half known is left alone"

    def test_one_that_names_a_later_one_of_its_kind_names_it_once_that_is_there(self):
        written(entry(Area, "a", name_en="A", links={"parent": ("b",)}), entry(Area, "b", name_en="B"))
        assert dict(Area.objects.values_list("key", "parent__key")) == {"a": "b", "b": None}

    def test_a_circle_is_said_of_the_one_that_would_close_it(self):
        one, two = (entry(Area, key, name_en=key, links={"parent": (other,)}) for key, other in ("ab", "ba"))
        written(one, two)
        assert said(one) == [("parent", "This would lead back to the record itself: name another one.", False)]
        assert (said(two), Area.objects.get(key="a").parent) == ([], None)

    def test_one_that_frees_a_slug_is_written_before_the_one_that_takes_it(self):
        AreaFactory(key="z", slug_en="slug")
        written(entry(Area, "a", name_en="A", slug_en="slug"), entry(Area, "z", name_en="Z", slug_en="other"))
        assert dict(Area.objects.values_list("key", "slug_en")) == {"a": "slug", "z": "other"}

    def test_one_that_is_wrong_says_so_and_the_others_are_written(self):
        AreaFactory(key="z", slug_en="slug")
        wrong = entry(Area, "a", name_en="A", slug_en="slug")
        writer = written(wrong, entry(Area, "b", name_en="B"))
        assert set(Area.objects.values_list("key", flat=True)) == {"z", "b"}
        [(field, _sentence, conflict)] = said(wrong)
        assert (field, conflict) == ("slug_en", True)
        assert writer.stored.find((Area, ("a",))) is None
        assert len(writer.instances) == 1

    def test_what_names_a_row_that_cannot_be_written_is_not_blamed_for_it(self):
        visit = entry(Visit, "v", title_en="V", period="2018", slug_en="slug")
        VisitFactory(key="w", slug_en="slug")
        PlaceFactory(key="p")
        stop = entry(Stop, "v", "one", position=1, links={"visit": ("v",), "place": ("p",)})
        written(visit, stop)
        assert [field for field, _sentence, _conflict in said(visit)] == ["slug_en"]
        assert said(stop) == []
        assert not Stop.objects.exists()

    def test_a_meeting_of_a_visit_has_no_state_of_its_own(self):
        VisitFactory(key="v")
        written(entry(Meeting, "m", title_en="M", date="2018", publication="draft", links={"visit": ("v",)}))
        assert Meeting.objects.get().publication == ""

    def test_a_meeting_by_itself_keeps_its_state(self):
        written(entry(Meeting, "m", title_en="M", date="2018", publication="in_review"))
        assert Meeting.objects.get().publication == "in_review"

    def test_what_names_another_kind_that_cannot_be_written_is_not_written_without_it(self):
        PlaceFactory(key="q", slug_en="slug")
        place = entry(Place, "p", name_en="P", slug_en="slug")
        meeting = entry(Meeting, "m", title_en="M", date="2018", links={"place": ("p",)})
        written(place, meeting)
        assert [field for field, _sentence, _conflict in said(place)] == ["slug_en"]
        assert (said(meeting), Meeting.objects.exists()) == ([], False)

    def test_what_names_a_row_that_stays_as_it_was_is_written(self):
        PlaceFactory(key="q", slug_en="slug")
        there = PlaceFactory(key="p")
        place = entry(Place, "p", name_en="P", slug_en="slug")
        written(place, entry(Meeting, "m", title_en="M", date="2018", links={"place": ("p",)}))
        assert [field for field, _sentence, _conflict in said(place)] == ["slug_en"]
        assert Meeting.objects.get().place == there

    def test_the_rules_of_a_record_are_asked(self):
        AreaFactory(key="a", name_fr=None, name_en="A")
        one = entry(Area, "a", name_en="A", links={"parent": ("a",)})
        written(one)
        assert said(one) == [("parent", "This would lead back to the record itself: name another one.", False)]
        assert Area.objects.get().parent is None

    def test_a_stop_where_another_is_says_so(self):
        stop = StopFactory(visit=VisitFactory(key="v"), position=1, place=PlaceFactory(key="p"))
        new = entry(Stop, "v", "new", position=1, links={"visit": ("v",), "place": ("p",)})
        written(new)
        assert said(new) == [("", "Two stops of this visit have the same order.", True)]
        assert list(Stop.objects.all()) == [stop]

    def test_a_database_that_gives_up_blames_no_row(self):
        one = entry(Area, "a", name_en="A")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(writing, "save", self.give_up)
            with pytest.raises(OperationalError):
                written(one)
        assert one.findings == []

    def give_up(self, instance):
        raise OperationalError("disk full")

    def test_what_only_the_database_refuses_is_said_to_be_a_conflict(self):
        VisitFactory(key="v")
        PlaceFactory(key="p")
        one = entry(Area, "a", name_en="A")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(writing, "save", self.refuse)
            written(one)
        assert said(one) == [("", "The database refuses this.", True)]

    def refuse(self, instance):
        raise ValidationError("no")


class TestFormerAddress(TestCase):
    def test_that_is_there_already_is_passed_on(self):
        there = FormerAddress.objects.create(kind="visit", key="v", language="fr", slug="s")
        save(FormerAddress(kind="visit", key="w", language="fr", slug="s"))
        assert list(FormerAddress.objects.values_list("pk", "key")) == [(there.pk, "w")]

    def test_of_another_kind_or_language_stands_beside_it(self):
        for kind, language in (("visit", "fr"), ("visit", "en"), ("area", "fr")):
            save(FormerAddress(kind=kind, key="v", language=language, slug="s"))
        assert FormerAddress.objects.count() == 3


class TestStepAside(TestCase):
    def positions(self):
        return dict(Stop.objects.values_list("key", "position"))

    def steps(self, visit, *pairs):
        given = [
            entry(Stop, visit, key, position=position, links={"visit": (visit,), "place": ("p",)})
            for key, position in pairs
        ]
        return steps_of(given, Stored(), lock=False)

    def test_stops_that_change_places_go_to_the_end_where_nothing_is(self):
        place, visit = PlaceFactory(key="p"), VisitFactory(key="v")
        for key, position in (("one", 1), ("two", 2), ("three", 3), ("last", 32_767)):
            StopFactory(key=key, visit=visit, position=position, place=place)
        StopFactory(key="elsewhere", position=32_766)
        step_aside(self.steps("v", ("one", 2), ("two", 1), ("three", 3)))
        assert self.positions() == {"one": 32_766, "two": 32_765, "three": 3, "last": 32_767, "elsewhere": 32_766}

    def test_they_change_places_in_one_import(self):
        place, visit = PlaceFactory(key="p"), VisitFactory(key="v")
        for position, key in enumerate(("one", "two"), start=1):
            StopFactory(key=key, visit=visit, position=position, place=place)
        stored = Stored()
        Writer(stored, lambda *_: None).write(self.steps("v", ("one", 2), ("two", 1)))
        assert self.positions() == {"one": 2, "two": 1}

    def test_each_visit_has_an_end_of_its_own(self):
        place = PlaceFactory(key="p")
        steps = []
        for visit, keys in (("v", ("one", "two")), ("w", ("three", "four"))):
            owner = VisitFactory(key=visit)
            for position, key in enumerate(keys, start=1):
                StopFactory(key=key, visit=owner, position=position, place=place)
            steps += self.steps(visit, (keys[0], 2), (keys[1], 1))
        step_aside(steps)
        assert self.positions() == {"one": 32_767, "two": 32_766, "three": 32_767, "four": 32_766}

    def test_participants_that_change_places_leave_the_stops_alone(self):
        visit, place = VisitFactory(key="v"), PlaceFactory(key="p")
        moved, stays = (
            StopFactory(key=key, visit=visit, position=n, place=place) for n, key in enumerate("ab", start=1)
        )
        taken = ParticipationFactory(pk=stays.pk, key="x", visit=visit, person=PersonFactory(key="who"), position=1)
        links = {"visit": ("v",), "person": ("who",)}
        participant = entry(Participation, "visit", "v", "x", position=2, links=links)
        steps = [*self.steps("v", (moved.key, 3)), *steps_of([participant], Stored(), lock=False)]
        assert steps[1].existing == taken
        step_aside(steps)
        assert self.positions() == {"a": 32_767, "b": 2}


class TestExplain(TestCase):
    def test_does_not_ask_for_the_record_of_a_part_that_is_known_to_be_wrong(self):
        source = SourceFactory(key="s")
        cited = entry(Citation, "area", "nowhere", "c", links={"area": ("nowhere",), "source": ("s",)})
        explain(cited, Citation(key="c", source=source, grade="A"), {"area"})
        assert said(cited) == []
        nameless = entry(Citation)
        explain(nameless, Citation(key="c", source=source, grade="A"), set())
        assert said(nameless) == []

    def test_asks_for_it_otherwise(self):
        cited = entry(Citation, "area", "a", "c", links={"source": ("s",)})
        explain(cited, Citation(key="c", source=SourceFactory(key="s"), grade="A"), set())
        assert said(cited) == [("", "A part belongs to exactly one record.", False)]

    def test_asks_for_no_state_of_a_meeting_of_a_visit(self):
        visit = VisitFactory(key="v")
        meeting = entry(Meeting, "m", links={"visit": ("v",)})
        explain(meeting, Meeting(key="m", visit=visit, publication="", kind="dance"), set())
        assert [field for field, _sentence, _conflict in said(meeting)] == ["kind"]

    def test_does_not_say_again_what_is_said(self):
        meeting = entry(Meeting, "m")
        meeting.find("Wrong.", "kind")
        explain(meeting, Meeting(key="m", kind="dance", status="done"), {"status"})
        assert said(meeting) == [("kind", "Wrong.", False)]


class TestNote:
    def noted(self, error):
        one = entry(Area, "a")
        note(one, error)
        return said(one)

    def test_each_sentence_has_its_field_and_is_said_once(self):
        error = ValidationError({"note": ["One.", "Two.", "One."], "__all__": ["Three."]})
        assert self.noted(error) == [("note", "One.", False), ("note", "Two.", False), ("", "Three.", False)]

    def test_of_no_field_is_of_the_record(self):
        assert self.noted(ValidationError("One.")) == [("", "One.", False)]

    @pytest.mark.parametrize(
        ("name", "code", "conflict"),
        [
            ("slug_en", "invalid", True),
            ("note", "unique", True),
            ("note", "unique_together", True),
            ("note", "x", False),
        ],
    )
    def test_what_another_row_has_is_a_conflict(self, name, code, conflict):
        error = ValidationError({name: [ValidationError("One.", code=code)]})
        assert self.noted(error) == [(name, "One.", conflict)]

    def test_one_such_sentence_among_others_is_enough(self):
        error = ValidationError({"note": [ValidationError("One.", code="x"), ValidationError("Two.", code="unique")]})
        assert [conflict for _name, _sentence, conflict in self.noted(error)] == [True, True]


class TestDerived:
    def test_columns_are_those_that_nobody_gives(self):
        assert {"id", "name", "sort_fr", "folded"} <= derived(State())
        assert not {"name_fr", "key", "period"} & derived(State())

    def test_bounds_are_asked_with_their_date(self):
        assert not {"date_earliest", "date_latest"} & derived(Decision())
        assert "styled" in derived(Participation())
