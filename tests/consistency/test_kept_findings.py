"""The findings kept for the desk."""

from datetime import UTC, datetime
from math import inf

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import override

from partnerships.after_answering import putting_off
from partnerships.consistency import check_register, kept_findings, register, reopen, settle
from partnerships.models import Change
from tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ran(monkeypatch):
    """The checks that were run, in their order."""
    names, stock = [], register.of_check
    monkeypatch.setattr(kept_findings, "of_check", lambda name: names.append(name) or stock(name))
    return names


def changed():
    Change.objects.create(kind="place", key="p", action="update", at=timezone.now())


class TestOverview:
    def test_counts_what_is_open_and_what_is_settled(self):
        for _ in range(2):
            PlaceFactory(latitude=0, longitude=0)
        settle(check_register("null-island")[0], by=User.objects.create_user("a"), reason="A buoy.")
        group = kept_findings.overview(9)["posts"].groups["null-island"]
        assert (group.count, group.settled_count) == (1, 1)
        number, oldest = kept_findings.to_mend(9)["findings"]
        assert number >= 1
        assert oldest is None

    def test_says_since_when_the_oldest_is_what_it_is(self):
        for day in (9, 3):
            PlaceFactory(latitude=0, longitude=0, published_at=datetime(2018, 5, day, tzinfo=UTC))
        assert kept_findings.to_mend(9)["findings"][1] == datetime(2018, 5, 3, tzinfo=UTC)

    def test_runs_again_only_what_may_differ(self, ran):
        kept_findings.overview(9)
        assert sorted(ran) == sorted(register.CHECKS)
        kept_findings.overview(9)
        assert len(ran) == len(register.CHECKS)
        changed()
        kept_findings.overview(9)
        assert len(ran) == 2 * len(register.CHECKS)

    def test_answer_runs_the_check_of_its_kind_alone(self, ran):
        PlaceFactory(latitude=0, longitude=0)
        kept_findings.overview(9)
        ran.clear()
        settle(check_register("null-island")[0], by=User.objects.create_user("a"), reason="A buoy.")
        kept_findings.overview(9)
        assert ran == ["posts"]

    def test_that_nothing_changed_is_known_from_few_questions(self, django_assert_max_num_queries):
        kept_findings.overview(9)
        with django_assert_max_num_queries(6):
            kept_findings.overview(9)

    def test_runs_nothing_again_for_whoever_reads_the_other_language(self, ran):
        PlaceFactory(latitude=0, longitude=0)
        with override("en"):
            english = kept_findings.overview(9), kept_findings.of_kind("null-island").open[0].sentence
        ran.clear()
        with override("fr"):
            assert kept_findings.overview(9) == english[0]
            assert ran == []
            assert kept_findings.of_kind("null-island").open[0].sentence != english[1]
        assert ran == ["posts"]

    def test_gives_the_older_number_where_no_time_is_left(self, ran, monkeypatch):
        PlaceFactory(latitude=0, longitude=0)
        kept_findings.overview(9)
        monkeypatch.setattr(kept_findings, "SMALL", -1)
        ran.clear()
        changed()
        assert kept_findings.overview(0)["posts"].groups["null-island"].count == 1
        assert ran == []

    def test_says_nothing_of_a_large_register_that_nobody_has_checked(self, ran, monkeypatch):
        monkeypatch.setattr(kept_findings, "SMALL", -1)
        assert set(kept_findings.overview(kept_findings.AT_HOME).values()) == {None}
        assert kept_findings.to_mend(kept_findings.AT_HOME) == {
            "due": (0, None),
            "findings": (0, None),
        }
        kept_findings.of_kind("null-island")
        assert ran == ["posts"]

    def test_begins_with_what_was_found_longest_ago(self, ran, monkeypatch):
        kept_findings.overview(9)
        monkeypatch.setattr(kept_findings, "SMALL", -1)
        changed()
        kept_findings.of_kind("null-island")
        changed()
        ran.clear()
        kept_findings.overview(inf)
        assert (ran[-1], len(ran)) == ("posts", len(register.CHECKS))

    def test_kind_of_which_nothing_was_found_is_not_looked_for_again(self, ran):
        kept_findings.overview(9)
        ran.clear()
        assert kept_findings.of_kind("null-island") == kept_findings.FindingGroup()
        assert ran == []
        PlaceFactory(latitude=0, longitude=0)
        changed()
        assert kept_findings.of_kind("null-island").count == 1
        assert ran == ["posts"]

    def test_holds_no_findings_of_which_there_may_be_thousands(self):
        PlaceFactory(latitude=0, longitude=0)
        few = kept_findings.overview(9)["posts"].groups["null-island"]
        assert (few.count, hasattr(few, "open")) == (1, False)


class TestAnswering:
    @pytest.fixture
    def finding(self, ran):
        for key, day in (("a", 9), ("b", 3)):
            PlaceFactory(key=key, latitude=0, longitude=0, published_at=datetime(2018, 5, day, tzinfo=UTC))
        kept_findings.overview(9)
        ran.clear()
        return kept_findings.of_kind("null-island").open[1]

    def settled(self, finding):
        with kept_findings.moving_when_answered(finding):
            settle(finding, by=User.objects.get_or_create(username="a")[0], reason="A buoy.")

    def test_moves_the_finding_and_runs_no_check(self, finding, ran):
        self.settled(finding)
        group, counted = kept_findings.of_kind("null-island"), kept_findings.overview(9)["posts"].groups["null-island"]
        assert (group.count, group.settled_count, group.settled) == (1, 1, [finding])
        assert group.oldest == datetime(2018, 5, 9, tzinfo=UTC)
        assert counted == group.counted()
        with kept_findings.moving_when_answered(finding):
            reopen(finding)
        again = kept_findings.of_kind("null-island")
        assert (again.open[1], again.count, again.settled_count) == (finding, 2, 0)
        assert again.oldest == datetime(2018, 5, 3, tzinfo=UTC)
        assert ran == []

    def test_moves_as_the_check_would_have(self, finding, ran):
        self.settled(finding)
        moved = kept_findings.of_kind("null-island")
        changed()
        assert kept_findings.of_kind("null-island") == moved
        assert ran == ["posts"]

    def test_what_has_changed_since_is_checked_anew(self, finding, ran):
        changed()
        self.settled(finding)
        assert kept_findings.of_kind("null-island").settled == [finding]
        assert ran == ["posts"]

    def test_where_few_of_many_are_left_the_check_brings_more(self, finding, ran, monkeypatch):
        PlaceFactory(latitude=0, longitude=0)
        monkeypatch.setattr(kept_findings, "MOST", 2)
        changed()
        first = kept_findings.of_kind("null-island").open[0]
        self.settled(first)
        assert ran == ["posts"]
        second = kept_findings.of_kind("null-island").open[0]
        self.settled(second)
        monkeypatch.setattr(kept_findings, "OPENED", -1)
        monkeypatch.setattr(kept_findings, "SMALL", -1)
        with putting_off():
            # Not those as last counted, of which one is answered by now.
            third = kept_findings.of_kind("null-island").open
        assert (len(third), second in third) == (1, False)
        assert ran == ["posts", "posts"]


def test_more_than_are_kept_are_counted(monkeypatch):
    monkeypatch.setattr(kept_findings, "MOST", 1)
    for _ in range(3):
        PlaceFactory(latitude=0, longitude=0)
    group = kept_findings.of_kind("null-island")
    assert (group.count, len(group.open)) == (3, 1)
