"""The meetings of a visit: each at a stop by its number, or at none, with those who were met."""

from types import SimpleNamespace

import pytest
from django.contrib.admin import site
from django.forms import modelformset_factory
from django.test import TestCase
from django.utils.translation import override

from partnerships.admin.forms.choosing import ChooseSeveral
from partnerships.admin.forms.meetings import (
    MeetingForm,
    MeetingFormSet,
    MeetingInline,
    connect,
    interlocutors,
    save_interlocutors,
)
from partnerships.admin.forms.stops import StopFormSet
from partnerships.models import Meeting, Visit
from tests.factories import MeetingFactory, ParticipationFactory, PersonFactory, StopFactory, VisitFactory

from ..browsing import as_sent

pytestmark = pytest.mark.once
Rows = modelformset_factory(Meeting, form=MeetingForm, formset=MeetingFormSet, extra=0, can_delete=True)


@pytest.fixture(autouse=True)
def _english(_fresh_state):
    with override("en"):
        yield


class OfAVisit(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.visit = VisitFactory(key="v")
        cls.first, cls.second = (StopFactory(visit=cls.visit, position=number) for number in (1, 2))

    def formset(self, *rows, stored=(), stops=(1, 2)):
        data = {"meetings-TOTAL_FORMS": len(stored) + len(rows), "meetings-INITIAL_FORMS": len(stored)}
        sent = [{"id": meeting.pk, **row} for meeting, row in stored] + list(rows)
        for index, row in enumerate(sent):
            values = {"kind": "talks", "stop_number": 1, **row}
            data |= {f"meetings-{index}-{name}": value for name, value in values.items()}
        formset = Rows(as_sent(data), instance=self.visit, prefix="meetings")
        formset.stops = None if stops is None else SimpleNamespace(is_valid=lambda: True, numbers=set(stops))
        return formset

    def saved(self, *rows, **options):
        formset = self.formset(*rows, **options)
        assert formset.is_valid(), formset.errors
        return formset.save()


class TestShown(OfAVisit):
    def test_are_those_of_the_visit_by_stop_and_day_and_those_at_none_last(self):
        given = [
            {"key": "call", "visit": self.visit},
            {"key": "second", "stop": self.second, "date": "2017"},
            {"key": "later", "stop": self.first, "date": "2018"},
            {"key": "earlier", "stop": self.first, "date": "2017"},
        ]
        for each in given:
            MeetingFactory(**each)
        MeetingFactory(stop=StopFactory())
        MeetingFactory()
        found = [form.instance.key for form in Rows(instance=self.visit).forms]
        assert found == ["earlier", "later", "second", "call"]

    def test_are_none_of_a_visit_that_is_not_saved(self):
        MeetingFactory(visit=self.visit)
        for instance in (None, Visit()):
            assert Rows(instance=instance).forms == []

    def test_say_their_stop_and_who_was_met(self):
        met = PersonFactory()
        at_stop, at_none = MeetingFactory(stop=self.second), MeetingFactory(visit=self.visit)
        ParticipationFactory(meeting=at_stop, person=met, role="interlocutor")
        initial = [MeetingForm(instance=meeting).initial for meeting in (at_stop, at_none)]
        assert [(each["stop_number"], each["interlocutors"]) for each in initial] == [(2, [met.pk]), (None, [])]
        assert "interlocutors" not in MeetingForm().initial
        assert MeetingForm()["stop_number"].value() == 1

    def test_titles_name_their_language(self):
        title = MeetingForm().fields["title_fr"]
        assert (str(title.label), title.widget.attrs["lang"]) == ("Title, in French", "fr")
        assert MeetingForm().fields["title_en"].widget.attrs["lang"] == "en"


class TestStopNumber(OfAVisit):
    sentence = {"stop_number": ["This visit has no stop with this number."]}

    def test_is_that_of_a_stop_in_the_same_form(self):
        assert self.formset({"stop_number": 3}).errors == [self.sentence]
        assert self.formset({"stop_number": 3}, stops=[3]).errors == [{}]
        assert self.formset({"stop_number": ""}, stops=[]).errors == [{}]

    def test_is_asked_of_a_meeting_that_is_there_though_nothing_was_changed(self):
        meeting = MeetingFactory(stop=self.second, date="", title_fr="", title_en="")
        assert self.formset(stored=[(meeting, {"stop_number": 2})], stops=[1]).errors == [self.sentence]

    def test_is_not_asked_of_a_meeting_that_goes(self):
        meeting = MeetingFactory(stop=self.second)
        row = {"stop_number": 2, "DELETE": "on"}
        formset = self.formset(stored=[(meeting, row)], stops=[1])
        assert formset.is_valid()
        assert formset.forms[0].errors == {}

    def test_is_not_asked_of_a_row_in_which_nothing_was_typed(self):
        assert self.formset({"stop_number": 1}, stops=[2]).is_valid()

    def test_is_not_asked_while_the_stops_are_wrong_or_unknown(self):
        assert self.formset({"stop_number": 3}, stops=None).is_valid()
        formset = self.formset({"stop_number": 3})
        formset.stops.is_valid = lambda: False
        assert formset.is_valid()


class TestSaving(OfAVisit):
    def test_is_at_its_stop_or_part_of_the_visit(self):
        self.saved({"kind": "ceremony", "stop_number": 2}, {"kind": "press_conference", "stop_number": ""})
        ceremony, conference = Meeting.objects.order_by("kind")
        assert (ceremony.stop, ceremony.visit, ceremony.key) == (self.second, None, "v-ceremony")
        assert (conference.stop, conference.visit, conference.key) == (None, self.visit, "v-press-conference")

    def test_moves_and_keeps_its_key(self):
        meeting = MeetingFactory(key="m", stop=self.first)
        self.saved(stored=[(meeting, {"stop_number": ""})])
        meeting.refresh_from_db()
        assert (meeting.stop, meeting.visit, meeting.key) == (None, self.visit, "m")

    def test_is_saved_with_those_who_were_met_though_the_admin_waits(self):
        person = PersonFactory()
        formset = self.formset({"kind": "ceremony", "interlocutors": [person.pk]})
        assert formset.is_valid(), formset.errors
        formset.save(commit=False)
        assert Meeting.objects.get().participations.get().person == person


class TestInterlocutors(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.meeting = MeetingFactory()
        cls.one, cls.two, cls.three = (PersonFactory(key=key) for key in ("one", "two", "three"))
        cls.kept = ParticipationFactory(meeting=cls.meeting, person=cls.one, role="interlocutor", position=7)
        ParticipationFactory(meeting=cls.meeting, person=cls.two, role="interlocutor")
        cls.guest = ParticipationFactory(meeting=cls.meeting, person=cls.three, role="member")
        ParticipationFactory(meeting=cls.meeting, person=None, styled_en="The host", role="interlocutor")

    def test_are_the_people_who_were_met(self):
        assert {taken.person for taken in interlocutors(self.meeting)} == {self.one, self.two}

    def test_that_are_named_stay_the_others_go_and_new_ones_come(self):
        save_interlocutors(self.meeting, [self.one, self.three])
        found = {(taken.person.key, taken.position) for taken in interlocutors(self.meeting)}
        assert found == {("one", 7), ("three", 2)}
        assert self.meeting.participations.filter(pk__in=[self.kept.pk, self.guest.pk]).count() == 2
        assert self.meeting.participations.count() == 4

    def test_that_are_new_have_short_keys_of_their_own(self):
        ParticipationFactory(meeting=self.meeting, key="kono", role="member")
        # A short key is made of the first eighty letters.
        long = [PersonFactory(key=f"{'x' * 120}-{number}") for number in (1, 2)]
        save_interlocutors(self.meeting, [PersonFactory(key="kono"), *long])
        keys = sorted(taken.key for taken in interlocutors(self.meeting))
        assert keys == ["kono-2", "x" * 80, f"{'x' * 80}-2"]


class TestInline:
    def test_interlocutors_are_chosen_by_typing_and_new_ones_are_offered(self):
        widget = MeetingInline(Visit, site).people_widget()
        assert isinstance(widget.widget, ChooseSeveral)
        assert widget.can_add_related

    def test_meetings_know_the_stops_of_the_same_form(self):
        stops, meetings = StopFormSet.__new__(StopFormSet), MeetingFormSet.__new__(MeetingFormSet)
        connect([SimpleNamespace(), meetings, stops])
        assert meetings.stops is stops
        connect([meetings])
        assert meetings.stops is None
