"""A pending change beside its record as it is now: what clashes, what is done, what fits it still."""

from copy import deepcopy

import pytest
from django.contrib.auth.models import User

from partnerships import editorial
from partnerships.editorial.beside_record import (
    carry_out,
    carry_out_what_fits,
    change_beside_record,
    named_unpublished,
    record_behind,
)
from partnerships.models import Visit
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory, MeetingFactory, PartnerFactory, PlaceFactory, StopFactory, VisitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit():
    made = VisitFactory(key="v", title_en="Visit", title_fr="Visite", publication="published")
    StopFactory(visit=made, key="one", position=1, place__publication="published")
    return made


def proposed(visit, label="partnerships.visit", **fields):
    """Return a pending change in which the first line of a label says something else."""
    before = snapshot(visit)
    after = deepcopy(before)
    next(each for each in after if each["model"] == label)["fields"].update(fields)
    by, _made = User.objects.get_or_create(username="editor")
    return editorial.propose(visit, by=by, before=before, after=after)


class TestChangeBesideRecord:
    def test_clashes_with_what_somebody_else_changed_otherwise(self, visit):
        pending = proposed(visit, title_en="Mine", title_fr="À moi")
        Visit.objects.update(title_en="Theirs", summary_en="Beside it")
        found = change_beside_record(pending)
        assert found.clashing == {each.name for each in found.differences if each.field == "title_en"}
        assert found.done == set()

    def test_is_done_where_the_record_says_so_already(self, visit):
        pending = proposed(visit, title_en="Mine")
        Visit.objects.update(title_en="Mine")
        found = change_beside_record(pending)
        assert (len(found.done), found.clashing) == (1, set())

    def test_has_another_version_once_record_or_proposal_changes(self, visit):
        pending = proposed(visit, title_en="Mine")
        versions = [change_beside_record(pending).version]
        Visit.objects.update(note="Seen.")
        versions.append(change_beside_record(pending).version)
        pending.state = "returned"
        versions.append(change_beside_record(pending).version)
        assert len({*versions}) == 3

    def test_of_a_record_that_is_gone_stands_beside_nothing(self, visit):
        pending = proposed(visit, title_en="Mine")
        visit.delete()
        found = change_beside_record(pending)
        assert (record_behind(pending), found.record, found.now) == (None, None, [])


class TestNamedUnpublished:
    def test_are_the_drafts_that_the_record_would_come_to_name(self, visit):
        draft, public = AreaFactory(key="draft"), AreaFactory(key="public", publication="published")
        found = change_beside_record(proposed(visit, areas=[[draft.key], [public.key]]))
        assert named_unpublished(found) == [draft]

    def test_are_what_these_name_in_turn_and_what_a_part_names_and_no_part_of_another(self, visit):
        elsewhere = StopFactory(visit=VisitFactory(), key="one")
        MeetingFactory(stop=visit.stops.get(), publication="")
        partner, place = PartnerFactory(state__publication="published", organization__key="o"), elsewhere.place
        pending = proposed(visit, "partnerships.stop", place=[place.key])
        pending.after[0]["fields"]["partners"] = [[partner.key]]
        assert {*named_unpublished(change_beside_record(pending))} == {partner, partner.organization, place}

    def test_of_a_record_that_is_not_public_there_are_none(self):
        found = change_beside_record(proposed(VisitFactory(), areas=[[AreaFactory().key]]))
        assert named_unpublished(found) == []


class TestCarryOut:
    def test_writes_what_is_taken_and_nothing_else(self, visit):
        found = change_beside_record(proposed(visit, title_en="Mine", title_fr="À moi"))
        carry_out(found.now, [each for each in found.differences if each.field == "title_en"])
        visit.refresh_from_db()
        assert (visit.title_en, visit.title_fr) == ("Mine", "Visite")

    def test_writes_all_that_fits_and_returns_what_is_about_a_part_that_is_gone(self, visit):
        pending = proposed(visit, "partnerships.stop", summary_en="Why")
        pending.after[0]["fields"]["title_en"] = "Mine"
        visit.stops.all().delete()
        left = carry_out_what_fits(change_beside_record(pending))
        assert [each.field for each in left] == ["summary_en"]
        assert Visit.objects.get().title_en == "Mine"

    def test_leaves_what_others_changed_as_it_is_where_not_all_fits(self, visit):
        pending = proposed(visit, "partnerships.stop", place=["gone"])
        pending.after[0]["fields"]["title_en"] = "Mine"
        stop = visit.stops.get()
        stop.place = PlaceFactory(publication="published")
        stop.save()
        left = carry_out_what_fits(change_beside_record(pending))
        assert ([each.field for each in left], Visit.objects.get().title_en) == (["place"], "Mine")
        assert visit.stops.get().place == stop.place

    def test_part_that_is_gone_is_called_as_it_was_or_by_its_key(self, visit):
        found = change_beside_record(proposed(visit, "partnerships.stop", summary_en="Why"))
        visit.stops.all().delete()
        now = snapshot(visit)
        for before, told in ((found.pending.before, r"\(Étape\s: 1, .*\)"), (None, r"\(one\)")):
            with pytest.raises(editorial.Refused, match=told):
                carry_out(now, found.differences, before=before)
