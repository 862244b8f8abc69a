"""The rows of the reading index: each moment once, each place in reading order once, and what it is found under."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import TestCase

from partnerships.models import TimelineFacet, TimelineLine

DAY = date(2018, 5, 24)


def line(**given):
    fields = {"kind": "visit", "key": "v", "moment": "on", "earliest": DAY, "latest": DAY, "sort": "1", **given}
    return TimelineLine(**fields)


class TestLine(TestCase):
    def test_is_a_bounded_turning_point_where_nothing_is_said(self):
        assert (line().weight, line().is_open, line().length) == ("main", False, 6)
        assert str(line()) == "visit-v-on"

    def test_stands_once_and_alone_in_its_place(self):
        line().save()
        for again in (line(sort="2"), line(moment="end")):
            with pytest.raises(IntegrityError), transaction.atomic():
                again.save()
        for number, other in enumerate(({"moment": "end"}, {"key": "w"}, {"kind": "meeting"}), start=2):
            line(sort=str(number), **other).save()
        assert TimelineLine.objects.count() == 4

    def test_is_read_in_the_order_of_bytes(self):
        for sort in ("b", "B", "a", "é"):
            line(sort=sort, moment=sort).save()
        assert list(TimelineLine.objects.order_by("sort").values_list("sort", flat=True)) == ["B", "a", "b", "é"]


class TestFacet(TestCase):
    def test_is_one_of_its_line_and_goes_with_it(self):
        one = line()
        one.save()
        found = TimelineFacet.objects.create(line=one, facet="partner", value="jp", sort="1")
        with pytest.raises(IntegrityError), transaction.atomic():
            TimelineFacet.objects.create(line=one, facet="partner", value="jp", sort="1")
        TimelineFacet.objects.create(line=one, facet="state", value="jp", sort="1")
        assert (str(found), found.kind, found.length) == ("partner=jp", "", 6)
        assert one.facets.count() == 2
        one.delete()
        assert not TimelineFacet.objects.exists()
