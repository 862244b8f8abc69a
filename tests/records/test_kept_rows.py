import pytest
from django.db.models.functions import Length

from partnerships.models import Name, Person, Publication
from partnerships.projections import version
from partnerships.records import kept_rows
from partnerships.records.kinds import KINDS
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit():
    place = factories.PlaceFactory(publication=Publication.PUBLISHED)
    found = factories.VisitFactory(publication=Publication.PUBLISHED)
    factories.StopFactory(visit=found, place=place, position=2, key="b")
    factories.StopFactory(visit=found, place=place, position=1, key="c")
    return found


def cite(**facts):
    source = factories.SourceFactory(publication=facts.pop("publication", Publication.PUBLISHED))
    return factories.CitationFactory(source=source, **facts)


class TestRows:
    def test_hold_what_the_orm_reads(self):
        made = [factories.FACTORIES[kind]() for kind in KINDS]
        made += [factories.CitationFactory(state=made[2]), factories.StopFactory(), factories.MilestoneFactory()]
        for one in made:
            read = type(one)._base_manager.get(pk=one.pk)
            found = kept_rows.rows_by_number(type(one), [one.pk, None, 0])
            assert list(found) == [one.pk]
            assert {f: v for f, v in vars(found[one.pk]).items() if f != "_state"} == {
                f: v for f, v in vars(read).items() if f != "_state"
            }

    def test_are_the_same_for_all_who_read_under_one_version(self, visit):
        with version.steady():
            first = kept_rows.rows_by_number(type(visit), [visit.pk])[visit.pk]
        with version.steady():
            assert kept_rows.rows_by_number(type(visit), [visit.pk])[visit.pk] is first
        assert kept_rows.rows_by_number(type(visit), [visit.pk])[visit.pk] is not first

    def test_are_read_anew_once_the_public_sees_a_change(self, visit):
        with version.steady():
            kept_rows.rows_by_number(type(visit), [visit.pk])
        visit.title_en = "Another visit"
        visit.save()
        with version.steady():
            assert kept_rows.rows_by_number(type(visit), [visit.pk])[visit.pk].title_en == "Another visit"


class TestBeside:
    def test_asks_for_nothing_that_is_there(self, visit, django_assert_num_queries):
        with version.steady():
            several = kept_rows.loaded(type(visit).objects.published(), ["stops.place.names", "citations", "partners"])
            with django_assert_num_queries(0):
                kept_rows.beside(several, ["stops.place", "citations", "partners"])
                assert [stop.place.name_en for stop in several[0].stops.all()] == ["Brussels", "Brussels"]

    def test_parts_stand_in_their_order_and_know_whose_they_are(self, visit):
        kept_rows.beside([visit], ["stops"])
        assert [stop.position for stop in visit.stops.all()] == [1, 2]
        assert all(stop.visit is visit for stop in visit.stops.all())

    def test_other_questions_are_put_to_the_database(self, visit):
        kept_rows.beside([visit], ["stops"])
        assert visit.stops.filter(position=2).get().key == "b"
        assert visit.stops.count() == 2
        assert visit.stops.exists()

    def test_what_is_not_there_is_none_and_is_asked_for_no_more(self, visit, django_assert_num_queries):
        nowhere = factories.StopFactory(visit=factories.VisitFactory(), place=None, state=factories.StateFactory())
        nowhere = type(nowhere).objects.get(pk=nowhere.pk)
        kept_rows.beside([nowhere], ["place.names", "state.names", "meetings"])
        with django_assert_num_queries(0):
            assert (nowhere.place, nowhere.state.names.count(), nowhere.meetings.exists()) == (None, 0, False)
        kept_rows.beside([visit], ["stops"])
        first, second = visit.stops.all()
        assert [visit.stops.count(one) for one in (first, second, nowhere)] == [1, 1, 0]

    def test_links_between_many_are_followed_from_both_sides_in_the_order_of_keys(self):
        states = [factories.StateFactory(key=key) for key in ("c", "b", "a")]
        states[0].predecessors.set(states[1:])
        kept_rows.beside(states, ["predecessors"])
        kept_rows.beside(states[1:], ["successors"])
        assert [[one.key for one in state.predecessors.all()] for state in states] == [["a", "b"], [], []]
        assert [list(state.successors.all()) for state in states[1:]] == [states[:1], states[:1]]

    def test_parts_without_an_order_of_their_own_stand_in_that_of_keys(self):
        state = factories.StateFactory()
        for key in ("b", "a"):
            Name.objects.create(state=state, key=key, text=key)
        kept_rows.beside([state], ["names"])
        assert [name.key for name in state.names.all()] == ["a", "b"]

    def test_citations_are_those_that_the_public_may_see(self):
        living, dead = factories.PersonFactory(), factories.PersonFactory(death="2001")
        seen = [cite(person=living, key="a"), cite(person=dead, key="b", field="birth")]
        cite(person=living, key="c", field="birth")
        cite(person=living, key="d", publication=Publication.DRAFT)
        people = list(Person.objects.order_by("pk"))
        kept_rows.beside(people, ["citations"])
        assert [one for person in people for one in person.citations.all()] == seen


class TestNamed:
    def test_finds_by_any_of_the_columns(self, visit):
        assert kept_rows.rows_holding(type(visit), ("key", "slug_en"), visit.key) == [visit]
        assert kept_rows.rows_holding(type(visit), ("slug_en",), "nobody") == []
        type(visit).objects.update(slug_en="tour")
        assert kept_rows.rows_holding(type(visit), ("key", "slug_en"), "tour") == [visit]


class TestKeyed:
    def test_finds_by_keys_and_asks_once_under_a_version(self, visit, django_assert_num_queries):
        assert [one.pk for one in kept_rows.keyed(type(visit), [visit.key, "nobody", visit.key])] == [visit.pk]
        with version.steady():
            kept_rows.keyed(type(visit), [visit.key], ["stops"])
            with django_assert_num_queries(0):
                assert kept_rows.keyed(type(visit), [visit.key], ["stops"])[0].pk == visit.pk
            state = factories.StateFactory(pk=visit.pk + 1000, key=visit.key)
            assert kept_rows.keyed(type(state), [visit.key]) == [state]

    def test_those_of_public_records_are_found_with_their_parts_and_no_others(self, visit, django_assert_num_queries):
        hidden = factories.VisitFactory()
        kept_rows.beside([visit], ["stops"])
        stops = [*visit.stops.all(), factories.StopFactory(visit=hidden, place=None, state=factories.StateFactory())]
        meetings = [factories.MeetingFactory(stop=stop, publication="") for stop in stops]
        found = kept_rows.public_keyed(type(visit), [visit.key, hidden.key, "nobody"], ["stops.place"])
        assert found == [visit]
        with django_assert_num_queries(0):
            assert [stop.place.name_en for stop in found[0].stops.all()] == ["Brussels", "Brussels"]
        seen = kept_rows.public_keyed(type(meetings[0]), [one.key for one in meetings], [])
        assert {*seen} == {*meetings[:2]}


class TestOnce:
    def test_is_each_question_by_its_name(self, visit):
        draft, visits = factories.VisitFactory(), type(visit).objects
        with version.steady():
            public = kept_rows.once("public", type(visit), visits.published)
            drafts = kept_rows.once("drafts", type(visit), lambda: visits.filter(publication="draft"))
            assert (public, drafts) == ([visit], [draft])
            state = factories.StateFactory(pk=visit.pk + 1000)
            assert kept_rows.once("public", type(state), type(state).objects.all) == [state]

    def test_is_asked_once_under_a_version(self, visit):
        asked = []

        def ask():
            asked.append(1)
            return type(visit).objects.published()

        for _ in range(2):
            assert kept_rows.once("all", type(visit), ask, ["stops"]) == [visit]
        assert len(asked) == 2
        for _ in range(2):
            with version.steady():
                assert kept_rows.once("all", type(visit), ask, ["stops"]) == [visit]
        assert len(asked) == 3


class TestAnswers:
    def test_are_those_of_the_orm_however_many_are_named(self, visit):
        other = factories.VisitFactory(publication=Publication.PUBLISHED)
        factories.StopFactory(visit=other, position=7, key="z")

        def ask(visits):
            return visit.stops.model.objects.filter(visit__in=visits).values_list("position", "key", "visit__period")

        for several in ([visit.pk], [visit.pk, other.pk], [other.pk], []):
            assert kept_rows.values_of("stops of visits", ask, several) == list(ask(several))

    def test_rows_stand_in_the_order_asked_for(self, visit):
        stops = visit.stops.model

        def ask(visits):
            return stops.objects.filter(visit__in=visits).order_by("-position")[:1]

        assert [stop.position for stop in kept_rows.rows_where("last stop", stops, ask, [visit.pk], ["place"])] == [2]

    def test_what_a_question_is_ordered_by_is_no_row_of_it(self, visit):
        """Of a question that names each row once, the database is asked also for what it is ordered by."""
        visits = type(visit)

        def ask(stops):
            return visits.objects.filter(stops__in=stops).distinct().order_by(Length("key"), "period")

        several = list(visit.stops.values_list("pk", flat=True))
        assert len(several) > 1
        assert kept_rows.rows_where("visits of stops", visits, ask, several) == [visit]
