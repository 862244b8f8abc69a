"""Two records of one thing made one."""

from unittest.mock import Mock

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, OperationalError
from django.utils import timezone
from django.utils.translation import override

from partnerships import editorial
from partnerships.editorial import merging
from partnerships.editorial.merge_choices import fields_to_choose, version_of_two
from partnerships.models import (
    Change,
    Citation,
    Confirmation,
    Decision,
    ErrorReport,
    FormerAddress,
    Meeting,
    PendingChange,
    Person,
    Visit,
)
from partnerships.records.kinds import KINDS
from partnerships.records.snapshot.taking import snapshot
from tests.factories import (
    FACTORIES,
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    MeetingFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    SourceFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer():
    return User.objects.create_user("reviewer")


def merged(stays, goes, by, reason="Twice", **picked):
    chosen = {each.field.name: each.offered for each in fields_to_choose(stays, goes)} | picked
    return editorial.merge(stays, goes, by=by, picked=chosen, version=version_of_two(stays, goes), reason=reason)


@pytest.mark.parametrize(
    ("error", "raised"), [(IntegrityError, editorial.Refused), (OperationalError, OperationalError)]
)
def test_no_link_is_to_blame_where_the_database_is_gone(reviewer, monkeypatch, error, raised):
    stays, goes = AreaFactory.create_batch(2)
    monkeypatch.setattr(merging._Merge, "carry_out", Mock(side_effect=error("gone")))
    with pytest.raises(raised):
        merged(stays, goes, reviewer)


def test_records_of_every_kind_become_one(reviewer):
    for kind, factory in FACTORIES.items():
        stays, goes = factory(), factory(published_at=timezone.now())
        merged(stays, goes, reviewer)
        model = KINDS[kind].model
        assert list(model.objects.filter(pk__in=[stays.pk, goes.pk])) == [stays], kind
        assert {each.slug for each in FormerAddress.objects.filter(kind=kind, key=stays.key)} == {goes.key}, kind


def test_reports_of_errors_go_over(reviewer):
    stays, goes = PersonFactory(), PersonFactory()
    ErrorReport.objects.create(kind="person", key=goes.key, text="Twice in the list", token="a")
    ErrorReport.objects.create(kind="place", key=goes.key, text="A town of that name", token="b")
    merged(stays, goes, reviewer)
    told = ErrorReport.objects.order_by("token").values_list("kind", "key")
    assert list(told) == [("person", stays.key), ("place", goes.key)]


class TestLinks:
    def test_of_a_person_are_kept(self, reviewer):
        stays, goes = PersonFactory(key="abe"), PersonFactory(key="abe-shinzo")
        tenure = TenureFactory(person=goes)
        meeting = MeetingFactory()
        at_stop = MeetingFactory(stop=StopFactory(), publication="")
        for each in (meeting, at_stop):
            ParticipationFactory(meeting=each, person=goes, role="interlocutor")
        CitationFactory(person=goes, key="c")
        CitationFactory(person=stays, key="c")
        merged(stays, goes, reviewer)
        assert (stays.tenures.get(), stays.citations.count()) == (tenure, 2)
        assert {each.meeting for each in stays.participations.all()} == {meeting, at_stop}
        for kind, key in (("tenure", tenure.key), ("meeting", meeting.key), ("visit", at_stop.stop.visit.key)):
            change = Change.objects.get(kind=kind, key=key)
            assert (change.action, change.by, "abe-shinzo" in change.comment) == ("update", reviewer, True), kind

    def test_between_many_are_kept_once(self, reviewer):
        stays, goes = PartnerFactory(), PartnerFactory()
        both, one = DecisionFactory(), DecisionFactory()
        both.partners.set([stays, goes])
        one.partners.set([goes])
        merged(stays, goes, reviewer)
        assert [list(each.partners.all()) for each in Decision.objects.all()] == [[stays], [stays]]

    def test_of_one_to_the_other_are_gone(self, reviewer):
        stays, goes = FACTORIES["statement"](), FACTORIES["statement"]()
        stays.contradicts.add(goes)
        merged(stays, goes, reviewer)
        assert not stays.contradicts.exists()

    def test_stop_of_a_place_keeps_its_number(self, reviewer):
        stays, goes = PlaceFactory(), PlaceFactory()
        visit = VisitFactory()
        for position, place in ((1, goes), (2, stays)):
            StopFactory(visit=visit, position=position, place=place)
        merged(stays, goes, reviewer)
        assert [(each.position, each.place) for each in visit.stops.order_by("position")] == [(1, stays), (2, stays)]

    def test_of_a_source_are_kept_and_said_once(self, reviewer):
        stays, goes, person = SourceFactory(), SourceFactory(), PersonFactory()
        CitationFactory(person=person, source=stays, locator="p. 1")
        CitationFactory(person=person, source=goes, locator="p. 1")
        CitationFactory(person=person, source=goes, locator="p. 2")
        merged(stays, goes, reviewer)
        assert sorted(Citation.objects.values_list("source", "locator")) == [(stays.pk, "p. 1"), (stays.pk, "p. 2")]

    def test_stops_of_a_visit_come_after_the_others_with_their_meetings(self, reviewer):
        stays, goes = VisitFactory(), VisitFactory()
        there = StopFactory(visit=stays, position=1)
        stop = StopFactory(visit=goes, position=1, place=there.place)
        MeetingFactory(stop=stop, publication="")
        merged(stays, goes, reviewer)
        assert [each.position for each in Visit.objects.get().stops.order_by("position")] == [1, 2]
        assert Meeting.objects.get().owner == stays
        empty = VisitFactory()
        merged(empty, stays, reviewer)
        assert [each.position for each in empty.stops.order_by("position")] == [1, 2]

    def test_in_pending_changes_lead_to_the_one_that_stays(self, reviewer):
        stays, goes = PlaceFactory(key="new"), PlaceFactory(key="old")
        decision = DecisionFactory(publication="published")
        before = snapshot(decision)
        after = [{**before[0], "fields": {**before[0]["fields"], "place": ["old"]}}]
        editorial.propose(decision, by=reviewer, before=before, after=after)
        merged(stays, goes, reviewer)
        assert PendingChange.objects.get().after[0]["fields"]["place"] == ["new"]

    def test_change_that_is_one_step_with_the_one_that_goes_goes_with_the_one_that_stays(self, reviewer):
        stays, goes = TenureFactory(key="one"), TenureFactory(key="two")
        told = {"kind": "tenure", "key": "before", "before": [], "after": [], "author": reviewer}
        pending = PendingChange.objects.create(**told, successor=goes)
        merged(stays, goes, reviewer)
        pending.refresh_from_db()
        assert pending.successor == stays

    def test_among_several_of_pending_changes_are_named_once_on_both_sides(self, reviewer):
        stays, goes = PartnerFactory(key="new"), PartnerFactory(key="old")
        decision = DecisionFactory(publication="published")
        now = snapshot(decision)
        before, after = (
            [{**now[0], "fields": {**now[0]["fields"], "partners": partners}}]
            for partners in ([["old"]], [["a"], ["new"], ["old"], ["z"]])
        )
        editorial.propose(decision, by=reviewer, before=before, after=after)
        merged(stays, goes, reviewer)
        pending = PendingChange.objects.get()
        assert pending.before[0]["fields"]["partners"] == [["new"]]
        assert pending.after[0]["fields"]["partners"] == [["a"], ["new"], ["z"]]

    def test_in_changes_that_are_decided_or_of_another_kind_stay_as_they_were(self, reviewer):
        stays, goes = PlaceFactory(key="new"), PlaceFactory(key="old")
        decision = DecisionFactory(publication="published")
        before = snapshot(decision)
        names = {"place": ["old"], "body": ["old"], "areas": [["old"], ["z"]]}
        after = [{**before[0], "fields": {**before[0]["fields"], **names}}]
        waiting, decided = (
            editorial.propose(decision, by=reviewer, before=before, after=after) for _number in range(2)
        )
        editorial.take_back(decided, by=reviewer)
        merged(stays, goes, reviewer)
        found = [PendingChange.objects.get(pk=each.pk).after[0]["fields"] for each in (waiting, decided)]
        assert [{name: each[name] for name in names} for each in found] == [{**names, "place": ["new"]}, names]


class TestFields:
    def test_say_what_was_picked_and_what_is_nowhere_else(self, reviewer):
        stays = PersonFactory(name="Shinzo Abe", summary_en="Prime Minister.")
        goes = PersonFactory(name="Abe Shinzo", summary_en="Statesman.", wikidata="Q132345")
        merged(stays, goes, reviewer, summary_en="goes")
        person = Person.objects.get()
        assert (person.name, person.summary_en, person.wikidata) == ("Shinzo Abe", "Statesman.", "Q132345")

    def test_names_of_the_other_become_other_names(self, reviewer):
        for name, left in (("stays", "Abe Shinzo"), ("goes", "Shinzo Abe")):
            stays, goes = PersonFactory(name="Shinzo Abe"), PersonFactory(name="Abe Shinzo", name_language="")
            merged(stays, goes, reviewer, name=name)
            assert [each.text for each in stays.names.all()] == [left]
        stays, goes = FACTORIES["mission"](), FACTORIES["mission"](name_en="Japanese Mission to NATO")
        merged(stays, goes, reviewer)
        assert [(each.text, each.language) for each in stays.aliases.all()] == [("Japanese Mission to NATO", "en")]
        merged(stays, FACTORIES["mission"](name_en="Japanese mission to NATO"), reviewer)
        assert stays.aliases.count() == 1
        merged(stays, FACTORIES["mission"](name_fr="MJO", name_en="MJO"), reviewer)
        assert [each.text for each in stays.aliases.exclude(text__contains=" ")] == ["MJO"]

    def test_name_that_becomes_another_one_keeps_what_it_is_made_of(self, reviewer):
        stays, goes = (
            PersonFactory(name="Abe"),
            PersonFactory(name="Abe Shinzo", family_name="Abe", given_name="Shinzo"),
        )
        merged(stays, goes, reviewer)
        assert stays.names.values_list("text", "family_name", "given_name").get() == ("Abe Shinzo", "Abe", "Shinzo")

    def test_nobody_has_chosen_are_refused(self, reviewer):
        stays, goes = PersonFactory(name="Shinzo Abe"), PersonFactory(name="Abe Shinzo")
        with pytest.raises(editorial.Refused):
            merged(stays, goes, reviewer, name="")

    def test_of_several_links_are_those_of_one_of_the_other_or_of_both(self, reviewer):
        for pick, told in (("stays", {"a", "c"}), ("goes", {"b", "c"}), ("both", {"a", "b", "c"})):
            areas = {name: FACTORIES["area"](key=f"{pick}-{name}") for name in "abc"}
            stays, goes = VisitFactory(), VisitFactory()
            stays.areas.set([areas["a"], areas["c"]])
            goes.areas.set([areas["b"], areas["c"]])
            merged(stays, goes, reviewer, areas=pick)
            assert {each.key[-1] for each in stays.areas.all()} == told, pick


class TestAddresses:
    def test_lead_on_for_ever(self, client, reviewer):
        old = PersonFactory(key="older", slug_fr="vieux", slug_en="older", publication="published")
        middle = PersonFactory(key="middle", publication="published")
        last = PersonFactory(key="last", slug_fr="dernier", slug_en="last-one", publication="published")
        merged(middle, old, reviewer)
        merged(last, middle, reviewer)
        for address in ("/fr/personnes/vieux/", "/fr/personnes/older/", "/fr/personnes/middle/"):
            assert client.get(address)["Location"] == "/fr/personnes/dernier/", address
        assert client.get("/en/people/middle/")["Location"] == "/en/people/last-one/"
        for key in ("older", "middle"):
            answer = client.get(f"/id/person/{key}", headers={"accept-language": "en"})
            assert (answer.status_code, answer["Location"]) == (303, "/en/people/last-one/")

    def test_of_another_kind_lead_where_they_led(self, reviewer):
        for kind in ("person", "place"):
            FormerAddress.objects.create(kind=kind, key="old", language="fr", slug="older")
        merged(PersonFactory(key="new"), PersonFactory(key="old"), reviewer)
        assert [*FormerAddress.objects.order_by("kind").values_list("kind", "key")] == [
            ("person", "new"),
            ("place", "old"),
        ]

    def test_of_a_draft_are_told_to_nobody(self, client, reviewer):
        merged(PersonFactory(publication="published"), PersonFactory(key="secret"), reviewer)
        assert client.get("/id/person/secret").status_code == 404

    def test_of_what_was_public_once_lead_on_too(self, reviewer):
        once = PersonFactory(key="once", slug_en="once-so", published_at="2020-01-01T00:00Z")
        merged(PersonFactory(key="stays", publication="published"), once, reviewer)
        found = FormerAddress.objects.filter(language="en").order_by("slug").values_list("slug", "key")
        assert [*found] == [("once", "stays"), ("once-so", "stays")]

    def test_of_a_record_without_a_page_lead_on_too(self, client, reviewer):
        stays, goes = (TenureFactory(key=key, publication="published") for key in ("one", "two"))
        merged(stays, goes, reviewer)
        assert client.get("/id/tenure/two").status_code == 303

    def test_are_given_to_nobody_else(self, reviewer):
        merged(PersonFactory(publication="published"), PersonFactory(key="abe", publication="published"), reviewer)
        with pytest.raises(editorial.Refused):
            editorial.restore(Change.objects.get(key="abe"), by=reviewer)


class TestHistory:
    def test_of_both_is_kept_and_says_the_merge(self, reviewer):
        stays, goes = PersonFactory(key="new", publication="published"), PersonFactory(key="old")
        editorial.record_saving(goes, by=reviewer, before=None)
        then = snapshot(goes)
        merged(stays, goes, reviewer, reason="Entered twice")
        gone = Change.objects.filter(key="old").order_by("-id")
        assert [each.action for each in gone] == ["merge", "create"]
        assert (gone[0].before, gone[0].after, gone[0].merged_into) == (then, None, "new")
        change = Change.objects.get(key="new")
        assert (change.action, change.after) == ("merge", snapshot(stays))
        assert "(old)" in change.comment
        assert "person/" not in change.comment
        assert Confirmation.objects.get().change == change


class TestRefusal:
    def refused(self, stays, goes, by, **options):
        before = [snapshot(stays), snapshot(goes)]
        with pytest.raises(editorial.Refused) as refusal:
            merged(stays, goes, by, **options)
        assert [snapshot(stays), snapshot(goes)] == before
        assert not Change.objects.exists()
        return str(refusal.value)

    def test_without_a_reason_of_what_the_public_reads(self, reviewer):
        stays = PersonFactory(publication="published")
        for goes in (PersonFactory(publication="published"), PersonFactory()):
            with override("en"):
                assert "give the reason for merging" in self.refused(stays, goes, reviewer, reason=" ")

    def test_where_a_public_record_would_be_a_draft(self, reviewer):
        self.refused(PersonFactory(), PersonFactory(publication="published"), reviewer)

    def test_where_the_public_would_read_the_name_of_a_draft(self, reviewer):
        stays, goes = PlaceFactory(publication="published"), PlaceFactory()
        CitationFactory(place=goes, source__title_fr="Un brouillon")
        assert "Un brouillon" in self.refused(stays, goes, reviewer)

    def test_of_or_with_what_was_withdrawn(self, reviewer):
        gone = {"publication": "withdrawn", "withdrawal_reason_en": "Mistaken."}
        assert self.refused(AreaFactory(**gone), AreaFactory(), reviewer)
        assert self.refused(AreaFactory(), AreaFactory(**gone), reviewer)
        merged(AreaFactory(publication="published"), AreaFactory(**gone), reviewer)

    def test_without_a_reason_is_none_of_what_the_public_never_read(self, reviewer):
        merged(PersonFactory(), PersonFactory(), reviewer, reason="")
        assert Change.objects.filter(action="merge").count() == 2
        assert not Confirmation.objects.exists()

    def test_of_a_meeting_that_belongs_to_a_visit(self, reviewer):
        at_stop, alone = MeetingFactory(stop=StopFactory(), publication=""), MeetingFactory()
        self.refused(at_stop, alone, reviewer)
        self.refused(alone, at_stop, reviewer)

    def test_of_what_is_no_longer_there(self, reviewer):
        stays, goes = StateFactory(), StateFactory()
        version = version_of_two(stays, goes)
        type(goes).objects.filter(pk=goes.pk).delete()
        with pytest.raises(editorial.Refused):
            editorial.merge(stays, goes, by=reviewer, picked={}, version=version)

    def test_of_a_record_with_itself(self, reviewer):
        person = PersonFactory()
        self.refused(person, person, reviewer)

    def test_where_it_would_lead_back_to_itself(self, reviewer):
        stays, goes = FACTORIES["organization"](), FACTORIES["organization"]()
        between = FACTORIES["organization"](parent=goes)
        stays.parent = between
        stays.save()
        self.refused(stays, goes, reviewer)

    def test_while_changes_of_the_other_wait(self, reviewer):
        stays, goes = PersonFactory(publication="published"), PersonFactory(publication="published")
        of_both = [editorial.propose(one, by=reviewer, before=snapshot(one), after=[]) for one in (stays, goes)]
        self.refused(stays, goes, reviewer)
        editorial.take_back(of_both[1], by=reviewer)
        merged(stays, goes, reviewer)

    def test_of_what_has_changed_since_it_was_seen(self, reviewer):
        stays, goes = StateFactory(), StateFactory()
        version = version_of_two(stays, goes)
        goes.name_en = "Nippon"
        goes.save()
        with pytest.raises(editorial.Refused):
            editorial.merge(stays, goes, by=reviewer, picked={}, version=version)
