"""What the sources in a form do not prove, while it is being typed."""

import pytest
from django.http import QueryDict
from django.utils.translation import override

from partnerships.admin.forms.proof import proof_of_typed
from partnerships.models import Area, Designation
from tests.factories import SourceFactory

from ..browsing import address

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english(_fresh_state):
    with override("en"):
        yield


class TestTyped:
    def test_dates_in_words_are_compared_with_the_sources(self):
        source = SourceFactory(date="2021-03-12")
        query = f"period=since 1 April 2021&cited={source.pk}:supports:"
        assert "1 April 2021" in proof_of_typed(Designation, QueryDict(query))
        assert proof_of_typed(Designation, QueryDict(query.replace("April", "March"))) == ""

    @pytest.mark.parametrize(
        "cited", ["", "7", "x:supports:", "99999999:supports:", "1:2:3:4", "9" * 40 + ":supports:"]
    )
    def test_what_is_no_source_supports_nothing(self, cited):
        assert proof_of_typed(Area, QueryDict(f"cited={cited}")).startswith("No source supports")

    def test_what_is_no_date_is_left_out(self):
        source = SourceFactory(date="2021-03-12")
        assert proof_of_typed(Designation, QueryDict(f"period=soon&cited={source.pk}:supports:")) == ""

    def test_is_said_where_dates_are_understood(self, as_role):
        answer = as_role("editor").get(address("designation", "understood"), {"kind": "proof", "period": "2021"})
        assert answer.json()["sentence"]
