import pytest

from partnerships import models
from partnerships.records.kinds import KINDS
from partnerships.records.snapshot.taking import digest, digest_of, fixture_fields, line, snapshot, snapshots
from tests.factories import (
    FACTORIES,
    AreaFactory,
    CitationFactory,
    MeetingFactory,
    ParticipationFactory,
    PlaceFactory,
    StateFactory,
    StatementFactory,
    StopFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db


class TestLine:
    def test_the_key_comes_first_and_defaults_are_left_out(self):
        state = models.State.objects.create(key="jp", name_fr="Japon", period="/")
        assert line(state) == {
            "model": "partnerships.state",
            "fields": {"key": "jp", "period": "/", "name_fr": "Japon"},
        }
        assert next(iter(line(state)["fields"])) == "key"

    def test_publication_and_its_instant_are_kept_in_utc(self):
        state = StateFactory(publication="published", published_at="2018-05-24T14:00:00+02:00")
        fields = snapshot(state)[0]["fields"]
        assert (fields["publication"], fields["published_at"]) == ("published", "2018-05-24T12:00:00Z")

    def test_records_are_named_by_their_keys(self):
        visit = VisitFactory()
        visit.areas.set([AreaFactory(key="b"), AreaFactory(key="a")])
        assert line(visit)["fields"]["areas"] == [["a"], ["b"]]

    def test_numbers_have_no_idle_zeros(self):
        place = PlaceFactory(latitude="35.50000", longitude="100")
        fields = snapshot(place)[0]["fields"]
        assert (fields["latitude"], fields["longitude"]) == ("35.5", "100")

    def test_true_is_said_only_where_it_is_not_the_default(self):
        office = models.Office.objects.create(key="o", single_holder=False)
        assert line(office)["fields"] == {"key": "o", "single_holder": False}

    @pytest.mark.parametrize("kind", KINDS)
    def test_no_derived_or_base_column_is_among_the_fields(self, kind):
        model = KINDS[kind].model
        names = {field.name for field in fixture_fields(model)}
        assert not names & {"id", "title", "summary", "folded", "sort_fr", "date_earliest", "start_earliest"}
        assert {"key", "publication", "published_at", "note"} <= names


class TestSnapshot:
    @pytest.fixture
    def visit(self):
        visit = VisitFactory(key="v")
        stop = StopFactory(key="one", visit=visit)
        meeting = MeetingFactory(key="m", stop=stop)
        ParticipationFactory(key="p", meeting=meeting)
        CitationFactory(key="c", meeting=meeting)
        CitationFactory(key="c", visit=visit)
        return visit

    def test_the_parts_follow_their_record(self, visit):
        models_of_lines = [each["model"].split(".")[1] for each in snapshot(visit)]
        assert models_of_lines == ["visit", "stop", "meeting", "participation", "citation", "citation"]

    def test_a_meeting_at_a_stop_names_its_stop_and_has_no_state_of_its_own(self, visit):
        fields = snapshot(visit)[2]["fields"]
        assert fields["stop"] == ["v", "one"]
        assert "publication" not in fields

    def test_a_part_has_the_snapshot_of_its_record(self, visit):
        assert snapshot(models.Participation.objects.get()) == snapshot(visit)

    def test_it_is_what_the_database_holds_however_the_instance_was_loaded(self, visit):
        before = snapshot(visit)
        models.Visit.objects.update(title_en="Another")
        assert snapshot(visit) != before

    def test_the_order_of_parts_is_that_of_their_keys(self):
        state = StateFactory()
        for key in ("b", "a"):
            models.Alias.objects.create(state=state, key=key, text=key)
        assert [each["fields"]["key"] for each in snapshot(state)[1:]] == ["a", "b"]

    def test_an_unsaved_record_has_none(self):
        assert snapshot(models.State(key="jp")) == []

    @pytest.mark.parametrize("kind", FACTORIES)
    def test_every_kind_has_one(self, kind):
        record = FACTORIES[kind]()
        assert snapshot(record)[0]["fields"]["key"] == record.key

    def test_records_come_in_the_order_in_which_they_are_asked_for(self):
        several = [AreaFactory(), AreaFactory(), AreaFactory()]
        asked = [several[number].pk for number in (1, 2, 0)]
        assert [record.pk for record, _lines in snapshots(models.Area, [*asked, 0])] == asked

    def test_many_records_take_as_few_queries_as_one(self, visit, django_assert_max_num_queries):
        ids = [visit.pk, *(StopFactory(position=1).visit.pk for _ in range(5))]
        with django_assert_max_num_queries(20):
            assert len(list(snapshots(models.Visit, ids))) == 6


class TestDigest:
    def test_it_differs_when_a_part_or_a_link_differs(self):
        one, two = StatementFactory(), StatementFactory()
        digests = {digest(one)}
        CitationFactory(statement=one)
        digests.add(digest(one))
        two.contradicts.add(one)
        digests.add(digest(one))
        assert len(digests) == 3

    def test_it_is_the_same_in_whichever_order_a_database_gives_the_fields(self):
        assert digest_of([{"model": "m", "fields": {}}]) == digest_of([{"fields": {}, "model": "m"}])

    def test_it_is_the_same_for_the_same_content(self):
        state = StateFactory()
        assert digest(state) == digest(models.State.objects.get())
