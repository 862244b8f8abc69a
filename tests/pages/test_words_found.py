"""What is found by words and filters."""

import pytest
from django.http import QueryDict

from partnerships.listing.filters import read_filters
from partnerships.pages.words_found import found_by, found_with, narrowing
from partnerships.records.kinds import KINDS
from tests.factories import PUBLISHED, AreaFactory, DecisionFactory, PartnerFactory

pytestmark = pytest.mark.django_db


def read(query):
    return read_filters(QueryDict(query), kinds=tuple(KINDS))


def keys(found):
    return [hit.key for each in found for hit in each.hits]


class TestFound:
    @pytest.fixture(autouse=True)
    def _decisions(self):
        for year in (2011, 2018):
            DecisionFactory(key=f"d{year}", title_en="Seaweed", date=str(year), **PUBLISHED)
        AreaFactory(key="a", name_en="Seaweed", **PUBLISHED)

    def test_words_and_filters_are_those_of_the_address(self):
        typed, found = found_by(QueryDict("q=seaweed&kind=decision&from=2015"))
        assert (typed.text, keys(found)) == ("seaweed", ["d2018"])

    def test_time_among_the_words_narrows_what_has_the_others_and_a_date(self):
        assert keys(found_with("seaweed 24 May 2018", read(""))[1]) == ["d2018", "a"]

    def test_nothing_is_found_with_what_nobody_may_see(self):
        PartnerFactory(key="draft")
        assert keys(found_with("seaweed", read("partner=draft"))[1]) == []


class TestNarrowing:
    def test_names_kinds_facets_and_time(self):
        PartnerFactory(key="jp", **PUBLISHED)
        found = narrowing(read("partner=jp&kind=visit&from=2018-01-01&to=2019-02-01"))
        assert (found.kinds, found.facets) == (("visit",), (("partner", ("jp",)),))
        assert (found.first.isoformat(), found.last.isoformat()) == ("2018-01-01", "2019-02-01")

    def test_is_none_where_a_filter_names_nothing_public(self):
        assert narrowing(read("partner=none")) is None
