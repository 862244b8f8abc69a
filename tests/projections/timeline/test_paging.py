"""Pages of the timeline: order, cursors, filters, queries."""

from datetime import date

import pytest

from partnerships import dates
from partnerships.projections.timeline import Filters, page
from tests.factories import (
    AreaFactory,
    DecisionFactory,
    PartnerFactory,
    StatementFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db


def anchors(filters=None, **options):
    return [entry.anchor for entry in page(filters or Filters(), **options).entries]


class TestOrder:
    def test_earliest_then_latest_then_kind_then_key(self):
        StatementFactory(key="b", publication="published", date="2011")
        StatementFactory(key="a", publication="published", date="2011")
        DecisionFactory(key="c", publication="published", date="2011")
        DecisionFactory(key="d", publication="published", date="2011-01-01")
        DecisionFactory(key="e", publication="published", date="199X")
        expected = ["decision-e-on", "decision-d-on", "decision-c-on", "statement-a-on", "statement-b-on"]
        assert anchors() == expected
        assert anchors(order="newest") == expected[::-1]


class TestCursor:
    @pytest.fixture
    def seven(self):
        for number in range(7):
            DecisionFactory(key=f"d{number}", publication="published", date=f"20{number:02}")
        return [f"decision-d{number}-on" for number in range(7)]

    @pytest.mark.parametrize("order", ["oldest", "newest"])
    def test_forwards_and_backwards_meet_every_line_once(self, seven, order):
        expected = seven if order == "oldest" else seven[::-1]
        one = page(Filters(), order=order, size=3)
        two = page(Filters(), order=order, size=3, after=one.after)
        three = page(Filters(), order=order, size=3, after=two.after)
        read = [entry.anchor for some in (one, two, three) for entry in some.entries]
        assert (read, one.before, three.after) == (expected, None, None)
        back = page(Filters(), order=order, size=3, before=three.before)
        assert [entry.anchor for entry in back.entries] == expected[3:6]
        first = page(Filters(), order=order, size=3, before=back.before)
        assert ([entry.anchor for entry in first.entries], first.before) == (expected[:3], None)
        assert first.after is not None


class TestFilters:
    @pytest.fixture
    def register(self):
        jp, kr = (PartnerFactory(key=key, publication="published", period="/") for key in ("jp", "kr"))
        sea = AreaFactory(key="sea", publication="published")
        for key, partners, areas, day in (
            ("both", [jp, kr], [sea], "2011"),
            ("jp-sea", [jp], [sea], "2012-05-01"),
            ("jp", [jp], [], "2013"),
            ("kr", [kr], [], "2014"),
        ):
            decision = DecisionFactory(key=key, publication="published", date=day, body__key=f"body-{key}")
            decision.partners.set(partners)
            decision.areas.set(areas)

    def keys(self, **filters):
        return [anchor.removeprefix("decision-").removesuffix("-on") for anchor in anchors(Filters(**filters))]

    def test_one_partner(self, register):
        assert self.keys(partner=("jp",)) == ["both", "jp-sea", "jp"]

    def test_several_values_widen(self, register):
        assert self.keys(partner=("jp", "kr")) == ["both", "jp-sea", "jp", "kr"]

    def test_several_filters_narrow(self, register):
        assert self.keys(partner=("kr",), area=("sea",)) == ["both"]
        assert self.keys(partner=("jp", "kr"), area=("sea",)) == ["both", "jp-sea"]

    def test_body(self, register):
        assert self.keys(body=("body-jp",)) == ["jp"]

    def test_kind(self, register):
        assert self.keys(kind=("visit",)) == []
        assert self.keys(kind=("decision", "visit"), partner=("kr",)) == ["both", "kr"]

    def test_from_and_to_keep_what_possibly_falls_inside(self, register):
        assert self.keys(since=dates.parse_moment("2011-06")) == ["both", "jp-sea", "jp", "kr"]
        assert self.keys(since=dates.parse_moment("2012"), until=dates.parse_moment("2013-02")) == ["jp-sea", "jp"]

    def test_on_keeps_what_possibly_falls_on_the_day(self, register):
        assert self.keys(on=date(2013, 7, 1), partner=("jp",)) == ["jp"]

    def test_unknown_key_finds_nothing(self, register):
        assert self.keys(partner=("xx",)) == []

    def test_page_by_partner_is_cut_and_followed(self, register):
        first = page(Filters(partner=("jp",)), size=2)
        assert [entry.key for entry in first.entries] == ["both", "jp-sea"]
        assert [entry.key for entry in page(Filters(partner=("jp",)), size=2, after=first.after).entries] == ["jp"]


class TestEntry:
    def only(self):
        (entry,) = page(Filters()).entries
        return entry

    @past_the_fence()
    def test_draft_partner_is_not_named(self):
        decision = DecisionFactory(publication="published")
        decision.partners.add(PartnerFactory())
        assert self.only().partners == []

    def test_visit_has_two_bounds(self):
        VisitFactory(publication="published", period="2017-10-30/2017-10-31")
        entry = self.only()
        assert [moment.edtf for moment in dates.known_moments(entry.when)] == ["2017-10-30", "2017-10-31"]
        assert entry.wording("fr") == "30-31 octobre 2017"
        assert entry.heading("en") == "2017"

    def test_decade_is_a_heading(self):
        DecisionFactory(publication="published", date="[1990..1993]")
        assert (self.only().heading("fr"), self.only().heading("en")) == ("années 1990", "1990s")

    def test_own_wording_stands_beside_what_is_known(self):
        DecisionFactory(publication="published", date="2018-05", date_wording_en="soon after 24 May")
        assert self.only().wording("en") == "May 2018 (soon after 24 May)"
        assert self.only().wording("fr") == "mai 2018"


class TestQueries:
    def test_number_does_not_grow_with_the_records(self, django_assert_num_queries, django_assert_max_num_queries):
        TenureFactory.create_batch(3, publication="published")
        with django_assert_max_num_queries(40) as few:
            page(Filters())
        TenureFactory.create_batch(20, publication="published")
        with django_assert_num_queries(len(few.captured_queries)):
            page(Filters())
