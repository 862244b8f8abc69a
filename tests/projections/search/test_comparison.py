"""The index of the search compared with the records."""

import pytest

from partnerships.models import SearchDocument, SearchName, SearchSpelling, SearchWord
from partnerships.projections.search.comparison import differences
from tests.factories import DecisionFactory

pytestmark = pytest.mark.django_db


class TestDifferences:
    @pytest.fixture(autouse=True)
    def _decision(self):
        DecisionFactory(key="d", title_en="Seaweed", publication="published")
        assert differences() == []

    @pytest.mark.parametrize("table", [SearchDocument, SearchName])
    def test_what_is_lost_of_a_record_is_reported(self, table):
        table.objects.filter(**({"key": "d"} if table is SearchDocument else {"document__key": "d"})).delete()
        assert differences() == [("decision", "d")]

    def test_record_too_many_is_reported(self):
        row = SearchDocument.objects.get(key="d")
        row.pk, row.key = None, "gone"
        row.save()
        assert differences() == [("decision", "gone")]

    @pytest.mark.parametrize("table", [SearchWord, SearchSpelling])
    def test_word_that_is_lost_is_reported(self, table):
        table.objects.filter(word="seaweed").delete()
        assert differences() == [("", "seaweed")]
