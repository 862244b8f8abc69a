import re

import pytest

from partnerships.pages.timeline import FEW
from tests.factories import DecisionFactory, PostingFactory

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
        assert "2 lines Posting remove Filter" in read(client, "/en/timeline/?kind=posting")

    def test_nonsense_is_refused_with_a_sentence(self, client):
        answer = client.get("/en/timeline/?detail=some")
        assert answer.status_code == 400
        assert "“main” or “all”" in answer.text

    def test_scale_leads_to_its_years(self, client, register):
        text = client.get("/en/timeline/").text
        assert 'href="?from=2000&amp;to=2004" aria-label="2000–2004: 5 lines"' in text

    def test_scale_leads_to_the_same_filters(self, client, register):
        for query, asked in (("", ""), ("?kind=decision", "kind=decision&amp;"), ("?detail=all", "detail=all&amp;")):
            text = client.get(f"/en/timeline/{query}").text
            assert f'href="?{asked}from=2005&amp;to=2009" aria-label="2005–2009: 5 lines"' in text

    @pytest.mark.parametrize(("number", "is_drawn"), [(FEW - 1, False), (FEW, True)])
    def test_scale_stands_above_so_many_lines_and_no_fewer(self, client, number, is_drawn):
        for year in range(2000, 2000 + number):
            DecisionFactory(date=str(year), publication="published")
        assert ('<figure class="drawing">' in client.get("/en/timeline/").text) is is_drawn

    def test_nothing_says_what_can_be_taken_back(self, client, register):
        words = read(client, "/en/timeline/?kind=decision&to=1900")
        assert "Remove one of these filters:" in words
        assert "0 lines" in words
