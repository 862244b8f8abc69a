"""What has a moment, lasts, or has a weight: bounds in order, and indexes for lists in time."""

from datetime import date

import pytest
from django.db import IntegrityError, models, transaction
from django.test import TestCase

from partnerships.models import Decision, Designation, Meeting, Tenure, Visit
from partnerships.models.base import LISTED_BY_DATE, LISTED_BY_EITHER, LISTED_BY_PERIOD, Lasting, Progress, Weight
from tests.factories import DecisionFactory, DesignationFactory, VisitFactory

pytestmark = pytest.mark.once
FIRST, SECOND = date(2018, 1, 1), date(2018, 1, 2)


def write(row, **columns):
    """Write columns as nothing but a hand in the database can."""
    models.QuerySet(type(row)).filter(pk=row.pk).update(**columns)


class TestBounds(TestCase):
    def refused(self, row, name, **columns):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            write(row, **columns)

    def test_of_a_moment_are_in_order(self):
        decision = DecisionFactory()
        write(decision, date_earliest=FIRST, date_latest=FIRST)
        self.refused(decision, "decision_date_bounds", date_earliest=SECOND, date_latest=FIRST)

    def test_of_a_period_are_in_order_at_each_end_and_as_a_whole(self):
        designation = DesignationFactory()
        names = ("start_earliest", "start_latest", "end_earliest", "end_latest")

        def columns(*numbers):
            return {name: date(2018, 1, number) for name, number in zip(names, numbers, strict=True)}

        write(designation, **columns(1, 1, 1, 1))
        write(designation, **columns(2, 3, 1, 2))
        for numbers in ((2, 1, 3, 3), (1, 1, 3, 2), (3, 3, 1, 2)):
            self.refused(designation, "designation_period_bounds", **columns(*numbers))

    def test_weight_is_one_of_two_or_that_of_its_kind(self):
        visit = VisitFactory()
        for weight in ("main", "further", ""):
            write(visit, weight=weight)
        self.refused(visit, "visit_weight", weight="heavy")


class TestWhatIsSaidOfNothing:
    def test_dates_wordings_and_weights_may_be_empty(self):
        visit, decision = Visit(), Decision()
        assert (visit.period, visit.weight, decision.date) == ("", "", "")
        for name in ("period", "period_wording_en", "weight"):
            assert Visit._meta.get_field(name).blank
        for name in ("date", "date_wording_fr"):
            assert Decision._meta.get_field(name).blank

    def test_bounds_are_given_by_nobody(self):
        for model, name in ((Decision, "date_earliest"), (Decision, "date_latest"), (Tenure, "start_latest")):
            assert not model._meta.get_field(name).editable

    def test_words_that_are_kept(self):
        assert Progress.values == ["planned", "held", "cancelled"]
        assert Weight.values == ["main", "further"]
        assert Meeting().status == "held"


def test_ends_have_their_own_names():
    assert list(Lasting.moments_in_words()) == ["start", "end"]
    assert list(Tenure.moments_in_words())[:2] == ["start", "end"]
    assert len(set(map(str, Lasting.moments_in_words().values()))) == 2


class TestIndexes(TestCase):
    """Of each list one in either direction; what is written there is asked of rows."""

    def test_are_named_by_their_direction(self):
        for indexes in (LISTED_BY_DATE, LISTED_BY_PERIOD, LISTED_BY_EITHER):
            assert [each.name for each in indexes] == ["%(class)s_oldest", "%(class)s_newest"]
        assert {"visit_oldest", "visit_newest"} <= {each.name for each in Visit._meta.indexes}

    def listed(self, indexes, name, model):
        index = next(each for each in indexes if each.name.endswith(name))
        columns = [each.desc() if name == "newest" else each.asc() for each in index.expressions[:2]]
        return list(model.objects.order_by(*columns, "key").values_list("key", flat=True))

    def test_of_dates_go_by_the_first_day_then_the_last(self):
        for key, day in (("undated", ""), ("day", "2018-05-01"), ("month", "2018-05"), ("april", "2018-04")):
            DecisionFactory(key=key, date=day)
        assert self.listed(LISTED_BY_DATE, "oldest", Decision) == ["april", "day", "month", "undated"]
        assert self.listed(LISTED_BY_DATE, "newest", Decision) == ["month", "day", "april", "undated"]

    def test_of_periods_go_by_their_start_then_their_last_day(self):
        for key, period in (("undated", "/"), ("long", "2018/2020"), ("short", "2018/2019"), ("old", "2017/2021")):
            DesignationFactory(key=key, period=period)
        assert self.listed(LISTED_BY_PERIOD, "oldest", Designation) == ["old", "short", "long", "undated"]
        assert self.listed(LISTED_BY_PERIOD, "newest", Designation) == ["long", "short", "old", "undated"]
