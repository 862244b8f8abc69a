import re

import pytest
from django.http import QueryDict

from partnerships.listing.filters import read_filters
from partnerships.listing.year_counts import MOST, Counts
from partnerships.pages.timeline import FEW, _is_drawn, _nearest, _said
from tests.factories import DecisionFactory, PartnerFactory, PostingFactory

pytestmark = pytest.mark.django_db


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


class TestHead:
    @pytest.fixture
    def register(self):
        for year in range(2000, 2015):
            DecisionFactory(date=str(year), publication="published")
        PostingFactory(period="2018-01-01/2019-01-01", publication="published")

    def test_turning_points_come_first_and_everything_on_demand(self, client, register):
        assert "15 main events · Everything (17)" in read(client, "/en/timeline/")
        assert "15 temps forts · Tout (17)" in read(client, "/fr/chronologie/")
        assert "17 lines · Main events only (15)" in read(client, "/en/timeline/?detail=all")
        assert "posting" not in client.get("/en/timeline/").text.partition("<ol")[2]

    def test_a_kind_is_asked_for_in_full(self, client, register):
        assert "2 lines Postings remove Filter" in read(client, "/en/timeline/?kind=posting")

    def test_nonsense_is_refused_with_a_sentence(self, client):
        answer = client.get("/en/timeline/?detail=some")
        assert answer.status_code == 400
        assert "“main” or “all”" in answer.text

    def leads(self, client, address):
        """Where each bar of the scale leads, and what it says, but for empty ones."""
        return re.findall(r'<a href="(\?[^"]*)" aria-label="([^"]*)"', client.get(address).text)

    @pytest.mark.parametrize("order", ["oldest", "newest"])
    @pytest.mark.parametrize("query", ["", "&kind=decision", "&detail=all", "&from=2001&to=2013"])
    def test_scale_leads_to_where_its_years_begin_among_the_same_lines(self, client, register, query, order):
        address = f"/en/timeline/?order={order}{query}"
        whole = [int(year) for year in re.findall(r"<h2[^>]*>(\d{4})<", client.get(address).text)]
        leads = self.leads(client, address)
        assert leads
        for href, said in leads:
            first, last, number = map(int, re.fullmatch(r"(\d{4})–(\d{4}): (\d+) lines?", said).groups())
            target = client.get(f"/en/timeline/{href.replace('&amp;', '&')}").text
            years = [int(year) for year in re.findall(r"<h2[^>]*>(\d{4})<", target)]
            assert years == [year for year in whole if (year >= first if order == "oldest" else year <= last)]
            assert number >= len([year for year in years if first <= year <= last])

    def test_scale_counts_what_the_list_holds(self, client, register):
        for query in ("", "?kind=decision", "?detail=all"):
            numbers = [
                int(said.split(": ")[1].split()[0]) for _href, said in self.leads(client, f"/en/timeline/{query}")
            ]
            (total,) = re.findall(r'role="status">(\d+)', client.get(f"/en/timeline/{query}").text)
            assert sum(numbers) == int(total)

    def test_scale_says_how_many_years_a_bar_stands_for(self, client, register):
        assert "Each bar stands for 5 years, from the year beneath it on." in read(client, "/en/timeline/")

    @pytest.mark.parametrize(("number", "is_drawn"), [(FEW - 1, False), (FEW, True)])
    def test_scale_stands_above_so_many_lines_and_no_fewer(self, client, number, is_drawn):
        for year in range(2000, 2000 + number):
            DecisionFactory(date=str(year), publication="published")
        assert ('<figure class="drawing">' in client.get("/en/timeline/").text) is is_drawn

    def test_nothing_says_what_there_is_without_one_filter(self, client):
        partner = PartnerFactory(key="jp", period="", publication="published", state__name_en="Japan")
        for year in range(2011, 2016):
            DecisionFactory(title_en=f"Decision {year}", date=str(year), publication="published").partners.add(partner)
        words = read(client, "/en/timeline/?partner=jp&kind=visit")
        nearest = words.partition("Closest results Without “Visits”:")[2]
        assert re.findall(r"Decision \d{4}", nearest) == ["Decision 2013", "Decision 2014", "Decision 2015"]

    def test_nothing_says_what_can_be_taken_back(self, client, register):
        words = read(client, "/en/timeline/?kind=decision&to=1900")
        assert "Remove one of these filters:" in words
        assert "0 lines" in words


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("from=2013&to=2015", [2010, 2020]),
        ("on=2015-01-01&kind=decision", [2010, 2020]),
        ("from=2021", [2020]),
        ("to=2009", [2010]),
        # Those of the time itself are not beside it.
        ("from=2010&to=2019", [2000, 2020]),
        ("kind=visit&from=2013", []),
        ("kind=decision", []),
        ("partner=none&from=2013", []),
    ],
)
def test_nearest_are_the_last_line_before_a_time_and_the_first_after_it(query, years):
    for year in (2000, 2010, 2020):
        DecisionFactory(key=f"d-{year}", date=str(year), publication="published")
    assert [line.key for line in _nearest(read_filters(QueryDict(query)))] == [f"d-{year}" for year in years]


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("number", "goes_on", "in_full", "said", "is_drawn"),
    [
        (1, False, True, "1 line", False),
        (1, False, False, "1 main event", False),
        (FEW - 1, False, True, f"{FEW - 1} lines", False),
        (FEW, False, False, f"{FEW} main events", True),
        (MOST + 1, True, True, f"more than {MOST} lines", False),
        (MOST + 1, True, False, f"more than {MOST} main events", False),
    ],
)
def test_number_is_said_and_drawn_unless_it_is_small_or_too_large_to_be_counted(
    number, goes_on, in_full, said, is_drawn
):
    found = Counts(((2018, number),), goes_on)
    assert _said(found, in_full) == said
    assert _is_drawn(found) is is_drawn
