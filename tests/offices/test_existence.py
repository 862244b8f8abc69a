"""On which days an office existed, and a designation was in force."""

from datetime import date

import pytest

from partnerships.dates import EARLIEST, LATEST
from partnerships.models import Designation, Embassy, Mission, Organization, State
from partnerships.offices.days import EVER, Span, days_of
from partnerships.offices.days_of_one_tenure import tenure_days
from partnerships.offices.existence import certain_span, certainly_held, doubtless, existed, possible_span

from .dossiers import CLOCK, TODAY, derived, facts, make_office

pytestmark = pytest.mark.once


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


def designation(period: str) -> Designation:
    return derived(Designation, period=period)


class TestInForce:
    def test_possibly_from_the_first_to_the_last_day_that_it_can_be(self):
        assert possible_span(designation("2018/2019")) == span("2018-01-01", "2019-12-31")

    @pytest.mark.parametrize(
        ("period", "first", "last"),
        [
            ("2018/2019", date(2018, 12, 31), date(2019, 1, 1)),
            ("../2019", EARLIEST, date(2019, 1, 1)),
            ("2018/..", date(2018, 12, 31), TODAY),
            ("2018/2030", date(2018, 12, 31), TODAY),
            ("2018-07-01/2026-02-17", date(2018, 7, 1), date(2026, 2, 17)),
            ("2018-07-01/2026-02-19", date(2018, 7, 1), TODAY),
        ],
    )
    def test_certainly_from_the_latest_beginning_to_the_earliest_end_and_never_to_come(self, period, first, last):
        assert certain_span(designation(period), CLOCK) == Span(first, last)

    @pytest.mark.parametrize("period", ["", "2018/", "/2019"])
    def test_on_no_day_for_certain_where_a_side_is_not_known(self, period):
        assert not certain_span(designation(period), CLOCK)


class TestExisted:
    def test_every_day_where_no_source_says_when(self):
        assert existed(make_office()) == EVER

    def test_not_before_its_posts_nor_after_them(self):
        office = make_office(
            period="2010/2030",
            mission=derived(Mission, period="2012-05-06/.."),
            embassy=derived(Embassy, period="2000/2020-07-08"),
        )
        assert existed(office) == span("2012-05-06", "2020-07-08")

    @pytest.mark.parametrize(
        ("link", "model"),
        [
            ("state", State),
            ("receiving_state", State),
            ("organization", Organization),
            ("receiving_organization", Organization),
        ],
    )
    def test_nobody_represents_a_state_or_body_that_is_no_more(self, link, model):
        office = make_office(**{link: derived(model, period="1949-10-07/1990-10-02")})
        assert existed(office) == span("1949-10-07", "1990-10-02")
        assert existed(make_office(**{link: model(publication="draft", period="1949/1990")})) == EVER

    def test_post_that_is_not_public_bounds_nothing(self):
        hidden = Mission(publication="draft", period="2012/2013")
        hidden.derive()
        assert existed(make_office(period="2010/2011", mission=hidden)) == span("2010-01-01", "2011-12-31")


class TestDoubtless:
    def test_from_the_latest_beginning_to_the_earliest_end(self):
        assert doubtless(make_office(period="1906/1943")) == span("1906-12-31", "1943-01-01")
        behind = derived(Mission, period="1910/194X")
        assert doubtless(make_office(period="1906/1943", mission=behind)) == span("1910-12-31", "1940-01-01")

    @pytest.mark.parametrize("period", ["", "/", "/..", "../", "[..1950]/[1990..]"])
    def test_an_end_of_which_nobody_knows_bounds_nothing(self, period):
        assert doubtless(make_office(period=period)) == EVER


class TestCertainlyHeld:
    """Of an office that existed until some day of 1943, and since some day of 1906."""

    @pytest.mark.parametrize(
        ("period", "certain"),
        [
            ("1941-02-01/..", ("1941-02-01", "1943-01-01")),
            ("1941-02-01/1950", ("1941-02-01", "1943-01-01")),
            ("1941-02-01/1943-06-01", ("1941-02-01", "1943-06-01")),
            ("1941-02-01/1943", ("1941-02-01", "1943-01-01")),
            ("1900/1910-01-01", ("1906-12-31", "1910-01-01")),
            ("../1910-01-01", ("1906-12-31", "1910-01-01")),
            ("1906-05-01/1910-01-01", ("1906-05-01", "1910-01-01")),
            ("1906-01-01/1910-01-01", ("1906-01-01", "1910-01-01")),
            ("1941-02-01/1943-12-31", ("1941-02-01", "1943-12-31")),
        ],
    )
    def test_only_what_tells_that_the_office_existed_is_certain_in_those_years(self, period, certain):
        assert held(facts(period)) == days_of(span(*certain))

    def test_what_a_source_shows_there_is_certain(self):
        shown = facts("1941-02-01/..", steps=[("seen", "1943-05-01")])
        assert held(shown) == days_of(span("1941-02-01", "1943-05-01"))
        shown = facts("../1910-01-01", steps=[("seen", "1906-03-01")])
        assert held(shown) == days_of(span("1906-03-01", "1910-01-01"))

    def test_what_a_source_shows_before_there_was_an_office_is_not(self):
        shown = facts("/", steps=[("seen", "1900-01-01"), ("seen", "1910-01-01")])
        assert held(shown, "1906-01-01/1943-12-31") == days_of(span("1906-01-01", "1910-01-01"))


def held(tenure, existed_then="1906/1943"):
    office = make_office(period=existed_then)
    ran = tenure_days(tenure, CLOCK, checked_until=TODAY)
    return certainly_held(ran, days_of(existed(office)), doubtless(office))


def test_every_day_lies_between_the_first_and_the_last():
    assert existed(make_office(period="../..")) == Span(EARLIEST, LATEST)
