import pytest
from django.http import QueryDict
from django.utils.translation import override

from partnerships.listing import filters
from partnerships.listing.chips import (
    MOST_ALONE,
    MOST_IN_PAIRS,
    Chip,
    chips,
    closest,
    narrowed_title,
    numbered,
    with_detail,
)
from tests.factories import PartnerFactory

pytestmark = pytest.mark.django_db


def of(query):
    query = QueryDict(query)
    asked = filters.read_filters(query)
    with override("en"):
        return [(chip.text, chip.without) for chip in chips(query, asked, filters.choices(asked, ()))]


class TestChips:
    def test_each_value_can_be_taken_back_by_itself(self):
        PartnerFactory(key="jp", state__name_en="Japan", publication="published")
        PartnerFactory(key="kr", state__name_en="Korea", publication="published")
        found = dict(of("partner=jp&partner=kr&kind=visit&after=x"))
        assert found["Japan"] == "partner=kr&kind=visit"
        assert found["visits"] == "partner=jp&partner=kr"

    def test_times_are_said_as_they_were_understood(self):
        assert of("from=2017&to=late 2018&on=2018-05-24") == [
            ("from 2017", "to=late+2018&on=2018-05-24"),
            ("until late 2018", "from=2017&on=2018-05-24"),
            ("on 24 May 2018", "from=2017&to=late+2018"),
        ]

    def test_bound_of_a_period_is_its_end_on_that_side(self):
        found = of("from=2004 to 2009&to=2004 to 2009")
        assert [text for text, _without in found] == ["from 2004", "until 2009"]

    def test_one_value_is_taken_back_wherever_blanks_stand_around_it(self):
        PartnerFactory(key="jp", state__name_en="Japan", publication="published")
        assert dict(of("partner=+jp+&partner=kr&order=newest"))["Japan"] == "partner=kr&order=newest"

    def test_unknown_and_hidden_keys_look_alike(self):
        PartnerFactory(key="secret", state__name_en="Hidden", publication="draft")
        assert [text for text, _ in of("partner=secret&partner=none")] == ["unknown: secret", "unknown: none"]


class TestNarrowedTitle:
    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("en", "Visits: Japan, visits, from 2014 until 2020, H…"),
            ("fr", "Visits\u00a0: Japon, visites, à partir de 2014 et jusqu’en 2020, H…"),
        ],
    )
    def test_says_every_value_in_the_language(self, language, said):
        PartnerFactory(key="jp", state__name_en="Japan", state__name_fr="Japon", publication="published")
        query = QueryDict("partner=jp&kind=visit&from=2014&to=2020&detail=all")
        with override(language):
            assert narrowed_title("Visits", query, filters.read_filters(query), "H…") == said

    def test_one_bound_of_the_time_stands_alone(self):
        query = QueryDict("from=2014")
        with override("en"):
            assert narrowed_title("Visits", query, filters.read_filters(query)) == "Visits: from 2014"

    @pytest.mark.parametrize(
        ("asked", "said"),
        [
            ("from=2014&on=2018-05-24", "from 2014, on 24 May 2018"),
            ("to=2020&on=2018-05-24", "until 2020, on 24 May 2018"),
            ("from=2014&to=2020&on=2018-05-24", "from 2014 until 2020, on 24 May 2018"),
        ],
    )
    def test_day_stands_behind_the_time(self, asked, said):
        query = QueryDict(asked)
        with override("en"):
            assert narrowed_title("Visits", query, filters.read_filters(query)) == f"Visits: {said}"

    def test_whole_list_is_called_by_its_title(self):
        query = QueryDict("detail=all&order=newest")
        assert narrowed_title("Visits", query, filters.read_filters(query)) == "Visits"


class TestDetail:
    def test_goes_back_to_the_first_page(self):
        assert with_detail(QueryDict("partner=jp&after=x"), "all") == "partner=jp&detail=all"


@pytest.mark.once
class TestNumbered:
    def asked(self, finding, *several):
        """Return what is said of some chips, where so much is found with each of the queries in `finding`."""
        counted = []

        def count(query):
            counted.append(query.urlencode())
            return finding.get(query.urlencode(), 0)

        with override("en"):
            found = numbered(several, count)
        return [(chip.text, chip.without, chip.number, chip.takes_back) for chip in found], counted

    def test_those_without_which_most_is_found_come_first(self):
        area, when, kind = Chip("area", "en", "a=1"), Chip("2017", "en", "b=1"), Chip("kind", "en", "c=1")
        found, counted = self.asked({"b=1": 1, "c=1": 3}, area, when, kind)
        assert found == [("kind", "c=1", 3, 1), ("2017", "b=1", 1, 1), ("area", "a=1", None, 1)]
        assert counted == ["a=1", "b=1", "c=1"]

    def test_two_are_taken_back_together_where_neither_alone_is_in_the_way(self):
        several = [
            Chip("Japan", "en", "partner=kr&kind=visit&on=2001-01-01"),
            Chip("visite", "fr", "partner=jp&partner=kr&on=2001-01-01"),
            Chip("1 January 2001", "en", "partner=jp&partner=kr&kind=visit"),
        ]
        found, _counted = self.asked({"partner=jp&partner=kr": 2, "partner=kr&kind=visit": 5}, *several)
        assert found[:2] == [
            ("Japan, 1 January 2001", "partner=kr&kind=visit", 5, 2),
            ("visite, 1 January 2001", "partner=jp&partner=kr", 2, 2),
        ]
        assert [(text, number) for text, _without, number, _ in found[2:]] == [
            ("Japan", None),
            ("visite", None),
            ("1 January 2001", None),
        ]

    def test_two_together_are_in_their_language_where_they_share_it_and_else_in_that_of_the_page(self):
        several = [Chip("visite", "fr", "a=1"), Chip("réunion", "fr", "b=1"), Chip("area", "en", "c=1")]
        with override("en"):
            found = numbered(several, lambda query: 0 if query else 1)
        assert {chip.text: chip.language for chip in found if chip.takes_back == 2} == {
            "visite, réunion": "fr",
            "visite, area": "en",
            "réunion, area": "en",
        }

    def test_no_more_is_counted_than_so_much(self):
        found, counted = self.asked({}, *(Chip(str(one), "en", f"a={one}") for one in range(3 * MOST_ALONE)))
        assert len(found) == 3 * MOST_ALONE
        assert len(counted) == MOST_ALONE + MOST_IN_PAIRS * (MOST_IN_PAIRS - 1) // 2


@pytest.mark.once
def test_what_is_taken_back_first_is_that_without_which_least_is_found():
    several = [Chip("none", "en", "a=1"), Chip("much", "en", "b=1", number=5), Chip("little", "en", "c=1", number=2)]
    assert closest(several).text == "little"
    assert closest(several[:1]) is None
