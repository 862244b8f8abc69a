import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import OperationalError, transaction

from partnerships import models
from partnerships.exchange import importing
from partnerships.exchange.reading import read_files
from partnerships.models import Batch, Change
from partnerships.records.snapshot import writing
from partnerships.records.snapshot.taking import snapshot

from .fixtures import apply, content, line, messages, plan, publisher, tables

pytestmark = pytest.mark.django_db

VISIT = [
    line("citation", key="c", meeting=["m"], source=["s"], grade="A"),
    line("participation", key="jp", meeting=["m"], state=["jp"]),
    line("meeting", key="m", stop=["v", "one"], title_en="Talks", date="2018-05"),
    line("participation", key="jp", meeting=["of-the-visit"], state=["jp"]),
    line("meeting", key="of-the-visit", visit=["v"], title_en="Call", date="2018-05"),
    line("stop", key="one", visit=["v"], position=1, place=["tokyo"], further_places=[["kyoto"]]),
    line("stop", key="two", visit=["v"], position=2, state=["jp"]),
    line("visit", key="v", title_fr="Visite", slug_fr="visite", period="2018-05/..", areas=[["b"], ["a"]]),
    line("area", key="b", name_en="A name", parent=["a"]),
    line("area", key="a", name_fr="sûreté"),
    line("place", key="tokyo", name_en="A name", state=["jp"], latitude=35.6895, longitude="139.69"),
    line("place", key="kyoto", name_en="A name", state=["jp"]),
    line("state", key="jp", name_fr="Japon", period="/"),
    line("source", key="s", title_en="A title", date="199X"),
    line("decision", key="x", title_en="A title", body=["nac"], follows=["y"]),
    line("decision", key="y", title_en="A title", body=["nac"]),
    line("organization", key="nac", name_en="A name"),
    line("statement", key="one", text_en="A text", contradicts=[["two"]]),
    line("statement", key="two", text_en="A text", count=20, qualifier="more_than", period="2018/..", states=[["jp"]]),
]


def actions(outcome):
    assert outcome.findings == [], messages(outcome)
    return {step.entry.name: step.action for step in outcome.steps}


class TestUntrue:
    def test_embassy_of_a_state_in_itself_is_refused(self):
        state = line("state", key="jp", name_fr="Japon")
        outcome = apply(state, line("embassy", key="jp-jp", name_en="A name", state=["jp"], receiving_state=["jp"]))
        assert "A State has no embassy in itself" in messages(outcome)
        assert not models.State.objects.exists()

    def test_archived_copy_is_there_or_not(self):
        outcome = plan(
            line("source", key="s", title_en="A title", archive_url="https://archive.example/", not_archived=True)
        )
        assert "Either there is an archived copy, or there is none." in messages(outcome)


class TestPlan:
    def test_it_says_what_would_be_created_and_writes_nothing(self):
        before = tables()
        assert set(actions(plan(*VISIT)).values()) == {"create"}
        assert tables() == before

    def test_it_says_what_would_change_from_what_to_what(self):
        models.State.objects.create(key="jp", name_fr="Nippon", note="kept?")
        before = tables()
        step = plan(line("state", key="jp", name_fr="Japon")).steps[0]
        assert step.fields == {"name_fr": ("Nippon", "Japon"), "note": ("kept?", None)}
        assert tables() == before

    def test_notes_of_a_new_key_whose_it_resembles(self):
        apply(line("state", key="south-korea", name_en="Korea"))
        new = [line("state", key=key, name_en=key) for key in ("south-koera", "south-koerr", "north-korea")]
        [note] = plan(*new).notes
        assert (note.record, note.message.endswith("south-korea")) == ("state/south-koera", True)
        # It is for who looks, and of new keys alone.
        assert apply(new[0]).notes == []
        assert plan(line("state", key="south-koera", name_en="Another")).notes == []

    def test_notes_it_of_kinds_without_pages_too(self):
        apply(line("statement", key="first-count", text_en="One"))
        [note] = plan(line("statement", key="frist-count", text_en="Two")).notes
        assert (note.record, note.message.endswith("first-count")) == ("statement/frist-count", True)


@pytest.mark.once
class TestUnsaid:
    @pytest.mark.parametrize(
        ("model", "fields", "is_unsaid"),
        [
            ("picture", {"alternative_fr": "Une porte", "alternative_en": "A door"}, False),
            ("picture", {"alternative_fr": "Une porte"}, True),
            ("picture", {"alternative_en": "A door"}, True),
            ("alias", {"text": "A door"}, False),
        ],
    )
    def test_is_a_picture_without_words_in_one_of_the_languages(self, model, fields, is_unsaid):
        assert importing.has_unsaid([line("state", key="jp"), line(model, key="p", **fields)]) is is_unsaid


class TestApply:
    def test_any_order_is_written(self):
        actions(apply(*VISIT))
        assert models.Decision.objects.get(key="x").follows.key == "y"
        assert {meeting.owner.key for meeting in models.Meeting.objects.all()} == {"v"}

    def test_a_second_time_there_is_nothing_to_do(self):
        apply(*VISIT)
        before = tables()
        outcome = apply(*VISIT)
        assert set(actions(outcome).values()) == {"unchanged"}
        assert outcome.batch is None
        assert tables() == before

    @pytest.mark.parametrize(
        ("latitude", "longitude"), [(-0.0, "-0"), (1e1, "1e1"), ("50.8467", 50.8467), ("+5", "5.10"), ("50.8467000", 5)]
    )
    def test_a_number_is_the_same_however_it_is_written(self, latitude, longitude):
        place = line("place", key="x", name_en="A name", latitude=latitude, longitude=longitude)
        apply(place)
        assert actions(plan(place)) == {"place/x": "unchanged"}
        loaded = models.Place.objects.get()
        written = line(
            "place", key="x", name_en="A name", latitude=str(loaded.latitude), longitude=float(loaded.longitude)
        )
        assert actions(plan(written)) == {"place/x": "unchanged"}

    @pytest.mark.parametrize("time", ["10:00", "10:00:30", "10:00:30.000250"])
    @pytest.mark.parametrize("instant", ["2018-05-24T12:00Z", "2018-05-24T12:00:00+02:00", "2018-05-24T12:00:00.5Z"])
    def test_times_and_instants_are_taken_as_an_export_writes_them(self, time, instant):
        actions(apply(line("meeting", key="m", time=time, published_at=instant)))
        meeting = models.Meeting.objects.get()
        assert time.startswith(meeting.time.isoformat()[:5])
        assert actions(plan(*snapshot(meeting))) == {"meeting/m": "unchanged"}

    def test_lists_and_parts_that_are_not_given_are_left_alone(self):
        apply(*VISIT)
        outcome = apply(line("visit", key="v", title_fr="Voyage", slug_fr="visite", period="2018-05/.."))
        assert actions(outcome) == {"visit/v": "update"}
        visit = models.Visit.objects.get()
        assert (visit.areas.count(), visit.stops.count()) == (2, 2)

    def test_a_list_given_empty_is_emptied(self):
        apply(*VISIT)
        apply(line("visit", key="v", title_en="A title", areas=[]))
        assert models.Visit.objects.get().areas.count() == 0

    def test_stops_change_places(self):
        stops = [line("stop", key=key, visit=["v"], place=["p"], position=1 + n) for n, key in enumerate("ab")]
        apply(line("visit", key="v", title_en="A title"), line("place", key="p", name_en="A name"), *stops)
        stops[0]["fields"]["position"], stops[1]["fields"]["position"] = 2, 1
        actions(apply(*stops))
        assert list(models.Stop.objects.order_by("position").values_list("key", flat=True)) == ["b", "a"]

    def test_stops_change_places_at_the_end_of_the_order(self):
        stops = [
            line("stop", key=key, visit=["v"], place=["p"], position=n) for key, n in zip("ab", (1, 15001), strict=True)
        ]
        apply(line("visit", key="v", title_en="A title"), line("place", key="p", name_en="A name"), *stops)
        stops[0]["fields"]["position"], stops[1]["fields"]["position"] = 15001, 1
        actions(apply(*stops))
        assert list(models.Stop.objects.order_by("position").values_list("key", flat=True)) == ["b", "a"]

    def test_records_that_lead_back_to_themselves_are_refused(self):
        outcome = apply(
            line("area", key="a", name_en="A name", parent=["b"]), line("area", key="b", name_en="A name", parent=["a"])
        )
        assert "would lead back to the record itself" in messages(outcome)

    def test_a_chain_is_turned_round(self):
        apply(line("area", key="a", name_en="A name", parent=["b"]), line("area", key="b", name_en="A name"))
        actions(apply(line("area", key="b", name_en="A name", parent=["a"]), line("area", key="a", name_en="A name")))
        assert models.Area.objects.get(key="b").parent.key == "a"

    def test_the_order_of_participants_leaves_the_stops_alone(self):
        one = line("participation", key="p", visit=["v"], state=["jp"], position=1)
        apply(*VISIT, one)
        models.Participation.objects.exclude(key="p").delete()
        models.Participation.objects.filter(meeting__key="m").update(id=models.Stop.objects.get(key="one").pk)
        actions(apply(line("participation", key="p", visit=["v"], state=["jp"], position=2)))
        assert models.Stop.objects.get(key="one").position == 1

    def test_slugs_pass_along_a_chain_longer_than_what_is_written_together(self):
        before = [line("area", key=f"a{n}", name_en="A name", slug_en=f"s{n}") for n in range(250)]
        after = [line("area", key=f"a{n}", name_en="A name", slug_en=f"s{n + 1}") for n in range(250)]
        apply(*before)
        actions(apply(*after))
        assert models.Area.objects.get(slug_en="s250").key == "a249"

    def test_a_slug_that_the_public_knew_passes_to_nobody(self):
        user, public = publisher(), {"publication": "published"}
        apply(line("state", key="a", name_en="A", slug_en="one", **public), by=user)
        outcome = apply(
            line("state", key="b", name_en="A name", slug_en="one"),
            line("state", key="a", name_en="A", slug_en="two", **public),
            by=user,
        )
        assert "This was the address of another record, and still leads to it: A." in messages(outcome)

    def test_a_slug_passes_from_one_record_to_another(self):
        apply(line("state", key="a", name_en="A name", slug_en="one"))
        actions(
            apply(
                line("state", key="b", name_en="A name", slug_en="one"),
                line("state", key="a", name_en="A name", slug_en="two"),
            )
        )
        assert models.State.objects.get(slug_en="one").key == "b"

    def test_one_wrong_line_among_many_keeps_all_from_being_written(self):
        before = tables()
        people = [line("person", key=f"p{n}", name="N") for n in range(250)]
        outcome = apply(*people, line("place", key="x", name_en="A name", latitude=1))
        assert "both coordinates" in messages(outcome)
        assert tables() == before


class TestOneForm:
    """What differs only in how a text is written down is the same text."""

    @pytest.mark.parametrize(
        ("stored", "planned"),
        [
            ("Sûreté générale", "Su\u0302rete\u0301 ge\u0301ne\u0301rale"),
            ("Su\u0302rete\u0301", "Sûreté"),
            ("one\ntwo", "one\r\ntwo"),
            ("one\r\ntwo", "one\ntwo"),
            (" one\u3000", "one"),
            ("one\ftwo", "one\n\ntwo"),
        ],
    )
    def test_it_is_unchanged(self, stored, planned):
        apply(line("area", key="a", name_en="Area", summary_fr=stored))
        assert actions(plan(line("area", key="a", name_en="Area", summary_fr=planned))) == {"area/a": "unchanged"}

    def test_it_is_written_as_loaddata_writes_it(self, tmp_path):
        lines = [line("area", key="a", name_en=" A\farea", summary_fr="e\u0301\r\n\ftwo ")]
        with transaction.atomic():
            apply(*lines)
            imported = tables(without=(Batch, Change))
            transaction.set_rollback(True)
        path = tmp_path / "lines.json"
        path.write_bytes(content(*lines))
        call_command("loaddata", path, verbosity=0)
        assert tables(without=(Batch, Change)) == imported

    @pytest.mark.parametrize(("text", "reason"), [(" \u3000", "nothing that can be seen"), ("a\x0bb", "U[+]000B")])
    def test_what_cannot_be_shown_is_refused(self, text, reason):
        with pytest.raises(AssertionError, match=reason):
            actions(plan(line("area", key="a", name_en=text)))


class TestHistory:
    def test_a_batch_keeps_one_change_for_each_record_with_its_snapshots(self):
        apply(line("state", key="jp", name_en="Nippon"), line("source", key="s", title_en="A title"))
        before = snapshot(models.State.objects.get())
        outcome = apply(line("citation", key="c", state=["jp"], source=["s"]))
        change = Change.objects.get(batch=outcome.batch)
        assert (change.kind, change.key, change.action, change.before) == ("state", "jp", "update", before)
        assert change.after == snapshot(models.State.objects.get())
        assert Batch.objects.get(pk=outcome.batch).files == ["test.json"]

    def test_a_record_created_has_nothing_before(self):
        outcome = apply(*VISIT)
        changes = {f"{change.kind}/{change.key}": change for change in Change.objects.filter(batch=outcome.batch)}
        assert "meeting/m" not in changes
        assert len(changes) == 12
        assert (changes["visit/v"].action, changes["visit/v"].before) == ("create", None)

    def test_the_statement_that_is_contradicted_has_changed_too(self):
        apply(line("statement", key="one", text_en="A text"), line("statement", key="two", text_en="A text"))
        outcome = apply(line("statement", key="one", text_en="A text", contradicts=[["two"]]))
        assert {change.key for change in Change.objects.filter(batch=outcome.batch)} == {"one", "two"}

    def test_says_which_translation_is_older_now(self):
        apply(line("area", key="a", name_en="Sea", name_fr="Mer"))
        apply(line("area", key="a", name_en="High sea", name_fr="Mer"))
        older = models.Translation.objects.get()
        assert (older.key, older.field, older.language, older.source) == ("a", "name", "fr", "Sea")


class TestPublishing:
    PUBLIC = line("state", key="jp", name_en="Japan", publication="published")

    def test_it_needs_somebody_who_answers_for_it(self):
        assert "--as USER" in messages(apply(self.PUBLIC))
        assert models.State.objects.count() == 0

    def test_it_needs_the_right_to_publish(self):
        assert "may not publish" in messages(apply(self.PUBLIC, by=User.objects.create_user("editor")))

    @pytest.mark.parametrize("publication", ["published", "withdrawn"])
    @pytest.mark.parametrize("by", [None, "editor"])
    def test_taking_from_the_public_needs_it_too(self, publication, by):
        models.State.objects.create(key="jp", publication=publication, withdrawal_reason_en="An error.")
        outcome = apply(
            line("state", key="jp", name_en="A name", publication="draft"), by=by and User.objects.create_user(by)
        )
        assert ("may not publish" if by else "--as USER") in messages(outcome)
        assert models.State.objects.get().publication == publication

    def test_whoever_answers_stands_in_the_history(self):
        user = publisher()
        actions(apply(self.PUBLIC, by=user))
        assert Change.objects.get().by == user

    def test_a_new_part_of_a_published_record_needs_it_too(self):
        models.State.objects.create(key="jp", publication="published")
        assert "--as USER" in messages(apply(line("alias", key="a", state=["jp"], text="Nippon")))

    def test_a_plan_only_tells(self):
        outcome = plan(self.PUBLIC)
        assert (outcome.findings, outcome.published) == ([], ["state/jp"])

    def test_what_is_published_does_not_name_what_is_not(self):
        partner = line("partner", key="jp", state=["jp"], organization=["nato"], publication="published")
        outcome = apply(self.PUBLIC, line("organization", key="nato", name_en="A name"), partner, by=publisher())
        assert "partner/jp is published and names organization/nato" in messages(outcome)
        assert tables()["partnerships.State"] == []

    def test_what_published_records_name_is_not_taken_from_the_public(self):
        user = publisher()
        apply(self.PUBLIC, line("place", key="tokyo", name_en="Tokyo", state=["jp"], publication="published"), by=user)
        assert "place/tokyo is published and names state/jp" in messages(
            apply(line("state", key="jp", name_en="A name"), by=user)
        )

    def test_what_published_records_name_is_changed_where_it_stays_published(self):
        by = publisher()
        area = {"key": "a", "name_en": "A", "publication": "published"}
        apply(line("area", **area), line("area", key="b", name_en="B", parent=["a"], publication="published"), by=by)
        assert apply(line("area", **area, note="Changed"), by=by).findings == []
        assert models.Area.objects.get(key="a").note == "Changed"

    def test_a_part_of_a_published_record_does_not_name_a_draft(self):
        user = publisher()
        objects = [
            self.PUBLIC,
            line("source", key="s", title_en="A title"),
            line("citation", key="c", state=["jp"], source=["s"]),
        ]
        assert "state/jp is published and names source/s" in messages(apply(*objects, by=user))


class TestSameAsLoaddata:
    def both(self, tmp_path, *rounds):
        results, self.user = [], publisher()
        for load in (self.loaddata, self.importing):
            point = transaction.savepoint()
            for objects in rounds:
                load(tmp_path / "it.json", content(*objects))
            results.append(tables(without=(Batch, Change)))
            transaction.savepoint_rollback(point)
        return results

    def loaddata(self, path, text):
        path.write_bytes(text)
        call_command("loaddata", path, verbosity=0)

    def importing(self, path, text):
        assert importing.run(read_files([(path.name, text)]), by=self.user, apply=True).findings == []

    def test_into_an_empty_register(self, tmp_path):
        by_loaddata, by_import = self.both(tmp_path, VISIT[::-1])
        assert by_import == by_loaddata
        assert all(by_import[f"partnerships.{name}"] for name in ("Meeting", "Citation", "Statement_contradicts"))

    def test_over_what_is_there(self, tmp_path):
        changed = [
            line("visit", key="v", title_en="Visit", slug_fr="voyage"),
            line("meeting", key="m", date="2018", areas=[["a"]]),
            line("state", key="jp", name_en="A name"),
            line("area", key="b", name_en="b", parent=None),
            line("area", key="seen", name_fr="Vu", slug_fr="autrement", publication="published"),
        ]
        before = [*VISIT[::-1], line("area", key="seen", name_fr="Vu", slug_fr="une-fois", publication="published")]
        by_loaddata, by_import = self.both(tmp_path, before, changed)
        assert by_import == by_loaddata
        assert "une-fois" in by_import["partnerships.FormerAddress"][0]


def test_a_database_that_gives_up_is_no_mistake_of_a_record(monkeypatch):
    def full(*_):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(writing, "save", full)
    with pytest.raises(OperationalError):
        importing.run(read_files([("a.json", content(*VISIT))]), by=None, apply=False)


class TestCircles:
    """A record that leads back to itself through others is refused, and those beside it are not blamed."""

    def test_is_refused_and_nothing_is_written(self):
        first = models.Area.objects.create(key="a", name_en="a", name_fr="a")
        models.Area.objects.create(key="b", name_en="b", name_fr="b", parent=first)
        outcome = apply(
            line("area", key="a", name_en="a", name_fr="a", parent=["b"]),
            line("area", key="c", name_en="c", name_fr="c", parent=["a"]),
        )
        assert [(finding.place.line, finding.field) for finding in outcome.findings] == [(2, "parent")]
        assert "would lead back to the record itself" in messages(outcome)
        assert list(models.Area.objects.values_list("key", "parent__key").order_by("key")) == [("a", None), ("b", "a")]

    def test_is_refused_along_a_list_of_links_too(self):
        states = [
            line("state", key=key, name_en=key, name_fr=key, predecessors=[[of] for of in named])
            for key, named in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "ac"))
        ]
        outcome = apply(*states)
        assert [(finding.place.line, finding.field) for finding in outcome.findings] == [
            (number, "predecessors") for number in (2, 3, 4)
        ]
        assert "would lead back to the record itself" in messages(outcome)
        assert not models.State.objects.exists()
        states[0]["fields"]["predecessors"] = []
        assert set(actions(apply(*states)).values()) == {"create"}

    def test_is_none_where_they_lead_to_one(self):
        assert actions(apply(line("area", key="a", name_en="a", name_fr="a"))) == {"area/a": "create"}
        several = [line("area", key=key, name_en=key, name_fr=key, parent=["a"]) for key in "bc"]
        assert set(actions(apply(*several)).values()) == {"create"}
