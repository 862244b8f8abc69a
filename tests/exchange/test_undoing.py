import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from partnerships import editorial, models
from partnerships.editorial.merge_choices import fields_to_choose, version_of_two
from partnerships.editorial.published_alone import unconfirmed
from partnerships.exchange.exporting import export
from partnerships.exchange.undoing import undo
from partnerships.models import Batch, Change
from partnerships.records.snapshot.findings import NothingWritten
from tests.factories import (
    FACTORIES,
    PUBLISHED,
    CitationFactory,
    MeetingFactory,
    OfficeFactory,
    ParticipationFactory,
    PersonFactory,
    TenureFactory,
)

from .fixtures import apply, line, publisher, tables
from .test_importing import VISIT

pytestmark = pytest.mark.django_db


def content():
    return tables(without=(Batch, Change, models.Confirmation, models.FormerAddress))


class TestUndo:
    def test_what_was_created_is_gone(self):
        before = content()
        assert len(undo(apply(*VISIT).batch)) == 12
        assert content() == before

    def test_what_others_name_by_now_is_kept(self):
        batch = apply(line("area", key="b", name_en="A name"), line("area", key="c", name_en="A name")).batch
        apply(line("statement", key="one", text_en="A text", areas=[["b"]]))
        with pytest.raises(NothingWritten, match="area/b"):
            undo(batch)
        assert models.Area.objects.count() == 2
        assert models.Statement.objects.get().areas.count() == 1

    def test_states_that_name_each_other_go_together(self):
        before = content()
        undo(
            apply(
                line("state", key="a", name_en="A name"), line("state", key="z", name_en="A name", predecessors=[["a"]])
            ).batch
        )
        assert content() == before

    def test_what_was_changed_is_as_before(self):
        apply(*VISIT)
        before = content()
        changed = [
            line("visit", key="v", title_en="Visit", slug_fr="voyage", areas=[]),
            line("state", key="kr", name_en="A name", slug_fr="visite"),
            line("stop", key="two", visit=["v"], position=2, place=["tokyo"]),
            line("stop", key="one", visit=["v"], position=3, place=["tokyo"]),
            line("statement", key="one", text_en="A text", contradicts=[]),
            line("area", key="c", name_en="A name"),
            line("area", key="b", name_en="A name", parent=["c"]),
            line("name", key="n", state=["jp"], text="Nippon"),
        ]
        batch = apply(*changed).batch
        assert content() != before
        undo(batch)
        assert content() == before

    def test_a_meeting_that_left_its_stop_goes_back(self):
        apply(*VISIT)
        before = content()
        undo(apply(line("meeting", key="m", title_en="Talks", date="2018-05")).batch)
        assert content() == before

    def test_a_meeting_that_came_to_a_stop_goes_back(self):
        apply(*VISIT, line("meeting", key="alone", title_fr="Seule"))
        before = content()
        undo(apply(line("meeting", key="alone", stop=["v", "one"])).batch)
        assert content() == before

    def test_it_is_marked_and_stands_in_the_history(self):
        batch = apply(line("state", key="jp", name_en="A name")).batch
        undo(batch)
        assert Batch.objects.get(pk=batch).undone_at
        assert [change.action for change in Change.objects.order_by("pk")] == ["create", "delete"]

    def test_published_records_are_restored(self):
        user = publisher()
        batch = apply(line("state", key="jp", name_en="Japan", publication="published"), by=user).batch
        undo(batch, by=user)
        assert models.State.objects.count() == 0
        assert Change.objects.latest("pk").by == user


class TestRights:
    """Only who may publish gives to the public, or takes from it, by taking a batch back."""

    def nobody_else(self, batch, stored):
        editor = User.objects.create_user("editor")
        for by, words in ((editor, "editor may not publish records."), (None, "--as USER")):
            with pytest.raises(NothingWritten, match=words):
                undo(batch, by=by)
            assert [state.publication for state in models.State.objects.all()] == stored
        assert models.Batch.objects.get(pk=batch).undone_at is None
        undo(batch, by=User.objects.get(username="publisher"))

    def test_what_the_batch_published_for_the_first_time(self):
        self.nobody_else(
            apply(line("state", key="jp", name_en="Japan", publication="published"), by=publisher()).batch,
            ["published"],
        )
        assert models.State.objects.count() == 0

    def test_what_the_batch_published(self):
        apply(line("state", key="jp", name_en="A name"))
        self.nobody_else(
            apply(line("state", key="jp", name_en="Japan", publication="published"), by=publisher()).batch,
            ["published"],
        )
        assert models.State.objects.get().publication == "draft"

    def test_what_the_batch_took_from_the_public(self):
        by = publisher()
        apply(line("state", key="jp", name_en="Japan", publication="published"), by=by)
        self.nobody_else(apply(line("state", key="jp", name_en="Japan", publication="draft"), by=by).batch, ["draft"])
        assert models.State.objects.get().publication == "published"

    def test_what_the_batch_withdrew(self):
        by = publisher()
        apply(line("state", key="jp", name_en="A name"))
        gone = line("state", key="jp", name_en="Japan", publication="withdrawn", withdrawal_reason_en="An error.")
        self.nobody_else(apply(gone, by=by).batch, ["withdrawn"])
        assert models.State.objects.get().publication == "draft"

    def test_drafts_are_anybodys(self):
        undo(apply(line("state", key="jp", name_en="A name")).batch, by=User.objects.create_user("editor"))
        assert models.State.objects.count() == 0


class TestFormerAddresses:
    """After the undo of a batch that nobody touched since, an export is what it was before."""

    def undone(self, *objects):
        before = "".join(export())
        batch = apply(*objects).batch
        assert "".join(export()) != before
        undo(batch)
        assert "".join(export()) == before

    def test_those_that_the_batch_made_are_gone(self):
        apply(line("area", key="a", name_en="A name", slug_en="one"))
        self.undone(line("area", key="a", name_en="A name", slug_en="two"))

    def test_what_the_batch_gave_to_a_new_record_goes_back_in_either_language(self):
        apply(line("area", key="a", name_en="A name", slug_en="one", name_fr="Un nom", slug_fr="un"))
        self.undone(
            line("area", key="a", name_en="A name", slug_en="two", name_fr="Un nom", slug_fr="deux"),
            line("area", key="b", name_en="B", slug_en="one", name_fr="B", slug_fr="un"),
        )

    def test_a_name_that_the_public_knew_for_the_batch_alone_leads_nowhere_after_it(self):
        by = publisher()
        one, two = (line("area", key="a", name_en="A name", slug_en=slug, **PUBLISHED) for slug in ("one", "two"))
        apply(one, by=by)
        undo(apply(two, by=by).batch, by=by)
        assert models.FormerAddress.objects.count() == 0

    def test_those_that_were_there_before_stay(self):
        apply(line("area", key="a", name_en="A name", slug_en="one"))
        apply(line("area", key="a", name_en="A name", slug_en="two"))
        apply(line("area", key="a", name_en="A name", slug_en="one"))
        self.undone(line("area", key="a", name_en="A name", slug_en="two"))
        self.undone(
            line("area", key="a", name_en="A name", slug_en="three"),
            line("area", key="b", name_en="A name", slug_en="two"),
        )

    def test_those_that_passed_to_another_record_come_back(self):
        apply(line("area", key="a", name_en="A name"), line("area", key="b", name_en="A name"), old("a", "x"))
        self.undone(old("b", "x"), old("b", "y"), line("area", key="c", name_en="A name"))

    def test_those_given_alone_are_taken_back(self):
        apply(line("area", key="a", name_en="A name"))
        self.undone(old("a", "x"))
        assert models.FormerAddress.objects.count() == 0

    def test_those_that_changed_since_are_left_alone(self):
        apply(line("area", key="a", name_en="A name"), line("area", key="b", name_en="A name"))
        batch = apply(old("a", "x")).batch
        models.FormerAddress.objects.update(key="b")
        models.FormerAddress.objects.create(kind="area", key="b", language="fr", slug="new")
        undo(batch)
        assert set(models.FormerAddress.objects.values_list("slug", "key")) == {("x", "b"), ("new", "b")}

    def test_those_of_a_record_that_goes_go_with_it(self):
        batch = apply(line("area", key="a", name_en="A name")).batch
        models.FormerAddress.objects.create(kind="area", key="a", language="fr", slug="new")
        undo(batch)
        assert models.FormerAddress.objects.count() == 0


def old(key, slug):
    return line("formeraddress", kind="area", key=key, language="en", slug=slug)


class TestRefusal:
    def refused(self, batch, expected):
        before = tables()
        with pytest.raises(NothingWritten, match=expected):
            undo(batch)
        assert tables() == before

    def test_a_record_changed_since_is_named(self):
        batch = apply(line("state", key="jp", name_en="A name"), line("state", key="kr", name_en="A name")).batch
        models.Alias.objects.create(state=models.State.objects.get(key="jp"), key="a", text="Nippon")
        self.refused(batch, "state/jp")

    def test_a_record_that_others_name_by_now_is_named(self):
        batch = apply(line("state", key="jp", name_en="A name")).batch
        models.Place.objects.create(key="tokyo", state=models.State.objects.get())
        self.refused(batch, "state/jp")

    def test_an_unknown_batch(self):
        self.refused(99, "no batch 99")

    def test_a_batch_undone_before(self):
        batch = apply(line("state", key="jp", name_en="A name")).batch
        undo(batch)
        self.refused(batch, "undone already")


class TestFence:
    """An undo leaves nothing public that names what is not, as an import does."""

    def test_what_a_public_record_names_by_now_stays_public(self):
        by = publisher()
        apply(line("area", key="a", name_en="A"))
        batch = apply(line("area", key="a", name_en="A", **PUBLISHED), by=by).batch
        apply(line("area", key="b", name_en="B", parent=["a"], **PUBLISHED), by=by)
        with pytest.raises(NothingWritten, match="area/a"):
            undo(batch, by=by)
        assert models.Area.objects.get(key="a").publication == "published"
        assert models.Batch.objects.get(pk=batch).undone_at is None

    def test_what_a_draft_names_goes_back(self):
        by = publisher()
        apply(line("area", key="a", name_en="A"))
        batch = apply(line("area", key="a", name_en="A", **PUBLISHED), by=by).batch
        apply(line("area", key="b", name_en="B", parent=["a"]))
        undo(batch, by=by)
        assert models.Area.objects.get(key="a").publication == "draft"


class TestMerge:
    """A merge is a batch too: what was one again becomes two."""

    def one_of_two(self, stays, goes):
        chosen = {each.field.name: each.offered for each in fields_to_choose(stays, goes)}
        by = publisher()
        editorial.merge(stays, goes, by=by, picked=chosen, version=version_of_two(stays, goes), reason="Twice")
        return Batch.objects.latest("pk").pk, by

    @pytest.mark.parametrize("kind", FACTORIES)
    def test_of_any_kind_is_taken_back(self, kind):
        stays, goes = FACTORIES[kind](), FACTORIES[kind](published_at=timezone.now())
        before = content(), addresses()
        batch, by = self.one_of_two(stays, goes)
        assert (content(), addresses()) != before
        undo(batch, by=by)
        assert (content(), addresses()) == before

    def test_with_its_parts_its_links_and_its_names_is_taken_back(self):
        stays, goes = PersonFactory(name="Taro Kono", **PUBLISHED), PersonFactory(name="Tarō Kōno", **PUBLISHED)
        for person in (stays, goes):
            CitationFactory(person=person, source__publication="published")
            ParticipationFactory(person=person, meeting=MeetingFactory(publication="published"))
            TenureFactory(person=person, office=OfficeFactory(**PUBLISHED), **PUBLISHED)
        before = content(), addresses()
        batch, by = self.one_of_two(stays, goes)
        undo(batch, by=by)
        assert (content(), addresses()) == before
        assert Change.objects.filter(key=goes.key).latest("pk").action == "create"

    def test_that_one_did_alone_waits_for_nobody_once_it_is_taken_back(self):
        batch, by = self.one_of_two(PersonFactory(**PUBLISHED), PersonFactory())
        assert unconfirmed().count() == 1
        undo(batch, by=by)
        assert not unconfirmed().exists()

    def test_what_a_second_person_has_confirmed_stays_so(self):
        batch, by = self.one_of_two(PersonFactory(**PUBLISHED), PersonFactory())
        editorial.confirm(unconfirmed().get(), by=publisher("other"))
        undo(batch, by=by)
        assert models.Confirmation.objects.count() == 1

    def test_is_not_taken_back_where_one_was_changed_since(self):
        stays, goes = PersonFactory(), PersonFactory()
        batch, by = self.one_of_two(stays, goes)
        apply(line("person", key=stays.key, name="Another name"))
        with pytest.raises(NothingWritten, match=f"person/{stays.key}"):
            undo(batch, by=by)

    def test_takes_the_right_to_publish_where_the_public_read_one(self):
        batch, _by = self.one_of_two(PersonFactory(**PUBLISHED), PersonFactory())
        with pytest.raises(NothingWritten):
            undo(batch, by=User.objects.create_user("editor"))


def addresses():
    return sorted(models.FormerAddress.objects.values_list("kind", "language", "slug", "key"))
