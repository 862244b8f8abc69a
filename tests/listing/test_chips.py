import pytest
from django.http import QueryDict
from django.utils.translation import override

from partnerships.listing import filters
from partnerships.listing.chips import chips, with_detail
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


class TestDetail:
    def test_goes_back_to_the_first_page(self):
        assert with_detail(QueryDict("partner=jp&after=x"), "all") == "partner=jp&detail=all"
