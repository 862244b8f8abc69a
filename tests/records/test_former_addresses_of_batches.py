"""Former addresses: what a batch did with them is told address by address, and taken back as far as it still holds."""

import pytest

from partnerships.models import Change, FormerAddress
from partnerships.records.former_addresses_of_batches import (
    action_between,
    address_changes,
    address_lines,
    addresses_without,
    all_addresses,
    keep_only,
    read_address_change,
)

OLD = ("visit", "fr", "ancienne")
OTHER = ("visit", "en", "other")


def told(address, key):
    kind, language, slug = address
    fields = {"kind": kind, "key": key, "language": language, "slug": slug}
    return [{"model": "partnerships.formeraddress", "fields": fields}]


def change(address, before, after):
    return Change(before=before and told(address, before), after=after and told(address, after))


class TestChanges:
    def only(self, before, after):
        [found] = address_changes(before, after, by_name="Somebody")
        return found

    def test_of_a_new_address(self):
        found = self.only({}, {OLD: "v"})
        assert (found.kind, found.key, found.action) == ("formeraddress", "v", "create")
        assert (found.before, found.after) == (None, told(OLD, "v"))

    def test_of_one_that_passed_on_name_the_record_that_it_leads_to_now(self):
        found = self.only({OLD: "v"}, {OLD: "w"})
        assert (found.key, found.action) == ("w", "update")
        assert (found.before, found.after) == (told(OLD, "v"), told(OLD, "w"))

    def test_of_one_that_is_gone_name_the_record_that_it_led_to(self):
        found = self.only({OLD: "v"}, {})
        assert (found.key, found.action) == ("v", "delete")
        assert (found.before, found.after) == (told(OLD, "v"), None)

    def test_are_none_where_it_leads_to_the_same(self):
        assert address_changes({OLD: "v"}, {OLD: "v"}) == []

    def test_stand_in_the_order_of_their_addresses_and_say_what_they_have_in_common(self):
        found = address_changes({OLD: "v"}, {OTHER: "w"}, by_name="Somebody")
        assert [(each.key, each.by_name) for each in found] == [("w", "Somebody"), ("v", "Somebody")]

    def test_say_what_was_done(self):
        done = [action_between(None, "v"), action_between("v", None), action_between("v", "w")]
        assert done == ["create", "delete", "update"]

    def test_have_the_lines_of_a_fixture(self):
        assert address_lines(OLD, "v") == told(OLD, "v")
        assert list(address_lines(OLD, "v")[0]["fields"]) == ["kind", "key", "language", "slug"]
        assert address_lines(OLD, None) is None


class TestRead:
    def test_tells_the_address_and_where_it_led(self):
        assert read_address_change(told(OLD, "v"), None) == (OLD, "v")
        assert read_address_change(told(OLD, "v"), told(OLD, "w")) == (OLD, "v")

    def test_tells_the_address_by_the_other_side_where_it_was_none(self):
        assert read_address_change(None, told(OLD, "w")) == (OLD, None)


class TestTakenBack:
    def test_one_that_was_made_is_gone(self):
        assert addresses_without({OLD: "v", OTHER: "x"}, [change(OLD, None, "v")], set()) == {OTHER: "x"}

    def test_one_that_passed_on_leads_where_it_did(self):
        assert addresses_without({OLD: "w"}, [change(OLD, "v", "w")], set()) == {OLD: "v"}

    def test_one_that_went_comes_back(self):
        assert addresses_without({}, [change(OLD, "v", None)], set()) == {OLD: "v"}

    def test_one_that_leads_elsewhere_since_stays(self):
        assert addresses_without({OLD: "x"}, [change(OLD, "v", "w")], set()) == {OLD: "x"}
        assert addresses_without({OLD: "x"}, [change(OLD, "v", None)], set()) == {OLD: "x"}

    def test_one_that_went_since_stays_away(self):
        assert addresses_without({}, [change(OLD, "v", "w")], set()) == {}

    def test_those_of_a_record_that_is_deleted_go(self):
        now = {OLD: "v", OTHER: "w", ("agreement", "fr", "ancien"): "v"}
        assert addresses_without(now, [], {("visit", "v")}) == {OTHER: "w", ("agreement", "fr", "ancien"): "v"}

    def test_what_is_there_now_is_left_as_it_was_given(self):
        now = {OLD: "v"}
        addresses_without(now, [change(OLD, None, "v")], set())
        assert now == {OLD: "v"}


@pytest.mark.django_db
@pytest.mark.once
class TestKeepOnly:
    def make(self, address, key):
        kind, language, slug = address
        return FormerAddress.objects.create(kind=kind, language=language, slug=slug, key=key)

    def test_all_that_are_there_are_told(self):
        self.make(OLD, "v")
        self.make(OTHER, "w")
        assert all_addresses() == {OLD: "v", OTHER: "w"}

    def test_leaves_exactly_what_is_wanted(self):
        same, moved = self.make(OLD, "v"), self.make(OTHER, "w")
        self.make(("visit", "fr", "doomed"), "v")
        wanted = {OLD: "v", OTHER: "x", ("visit", "fr", "new"): "y"}
        keep_only(wanted)
        assert all_addresses() == {OLD: "v", OTHER: "x", ("visit", "fr", "new"): "y"}
        assert [FormerAddress.objects.get(slug=each.slug).pk for each in (same, moved)] == [same.pk, moved.pk]
        assert len(wanted) == 3
