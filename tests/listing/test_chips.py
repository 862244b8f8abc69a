import pytest
from django.http import QueryDict
from django.utils.translation import override

from partnerships.listing import filters
from partnerships.listing.chips import chips, narrowed_title, with_detail
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
        assert found["visit"] == "partner=jp&partner=kr"

    def test_times_are_said_as_they_were_asked(self):
        assert of("from=2017&to=late 2018&on=2018-05-24") == [
            ("from 2017", "to=late+2018&on=2018-05-24"),
            ("to late 2018", "from=2017&on=2018-05-24"),
            ("on 24 May 2018", "from=2017&to=late+2018"),
        ]

    def test_unknown_and_hidden_keys_look_alike(self):
        PartnerFactory(key="secret", state__name_en="Hidden", publication="draft")
        assert [text for text, _ in of("partner=secret&partner=none")] == ["unknown: secret", "unknown: none"]


class TestNarrowedTitle:
    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("en", "Visits: Japan, visit, from 2014, to 2020, H…"),
            ("fr", "Visits\u00a0: Japon, visite, à partir de 2014, jusqu’à 2020, H…"),
        ],
    )
    def test_says_every_value_in_the_language(self, language, said):
        PartnerFactory(key="jp", state__name_en="Japan", state__name_fr="Japon", publication="published")
        query = QueryDict("partner=jp&kind=visit&from=2014&to=2020&detail=all")
        with override(language):
            assert narrowed_title("Visits", query, filters.read_filters(query), "H…") == said

    def test_whole_list_is_called_by_its_title(self):
        query = QueryDict("detail=all&order=newest")
        assert narrowed_title("Visits", query, filters.read_filters(query)) == "Visits"


class TestDetail:
    def test_goes_back_to_the_first_page(self):
        assert with_detail(QueryDict("partner=jp&after=x"), "all") == "partner=jp&detail=all"
