"""Records that lead back to themselves are found, and only those."""

import pytest

from partnerships.models import Area, State, Statement
from partnerships.records.loops import leading_back, own_links
from tests.factories import AreaFactory, StateFactory, StatementFactory

pytestmark = pytest.mark.django_db


def link(model, name):
    return model._meta.get_field(name)


class TestLeadingBack:
    def test_what_leads_into_a_circle_is_not_in_it(self):
        first, second, before, apart = StateFactory.create_batch(4)
        first.predecessors.add(second)
        second.predecessors.add(first, apart)
        before.predecessors.add(first)
        assert leading_back(link(State, "predecessors")) == {first.pk, second.pk}

    def test_what_stands_between_two_circles_is_in_none(self):
        ring = StateFactory.create_batch(5)
        for one, other in ((0, 1), (1, 0), (1, 2), (2, 3), (3, 4), (4, 3)):
            ring[one].predecessors.add(ring[other])
        assert leading_back(link(State, "predecessors")) == {ring[number].pk for number in (0, 1, 3, 4)}

    def test_two_ways_to_one_are_no_circle(self):
        old, left, right, new = StateFactory.create_batch(4)
        left.predecessors.add(old), right.predecessors.add(old), new.predecessors.add(left, right)
        assert leading_back(link(State, "predecessors")) == set()

    def test_what_is_about_to_be_said_counts_instead(self):
        first, second = StateFactory.create_batch(2)
        first.predecessors.add(second)
        found = link(State, "predecessors")
        assert leading_back(found, {second.pk: {first.pk}}) == {first.pk, second.pk}
        assert leading_back(found, {first.pk: set(), second.pk: {first.pk}}) == set()

    def test_goes_along_columns_too(self):
        first, second = AreaFactory.create_batch(2)
        Area.objects.filter(pk=first.pk).update(parent=second)
        Area.objects.filter(pk=second.pk).update(parent=first)
        assert leading_back(link(Area, "parent")) == {first.pk, second.pk}

    def test_of_a_link_that_goes_both_ways_is_only_a_record_that_names_itself(self):
        first, second = StatementFactory.create_batch(2)
        first.contradicts.add(second)
        assert leading_back(link(Statement, "contradicts")) == set()
        first.contradicts.add(first)
        assert leading_back(link(Statement, "contradicts")) == {first.pk}

    def test_of_a_long_chain_is_found_at_once(self):
        states = StateFactory.create_batch(60)
        for one, other in zip(states, states[1:], strict=False):
            one.predecessors.add(other)
        assert leading_back(link(State, "predecessors")) == set()


def test_own_links_are_those_to_the_same_kind():
    assert [each.name for each in own_links(State)] == ["predecessors"]
    assert [each.name for each in own_links(Area)] == ["parent"]
