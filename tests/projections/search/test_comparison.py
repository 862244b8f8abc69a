"""The index of the search compared with the records."""

import pytest
import time_machine

from partnerships.consistency import check_register
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

    @pytest.mark.parametrize(
        ("wrong", "word"),
        [
            (lambda: SearchWord.objects.filter(word="seaweed").update(documents=2), "seaweed"),
            (lambda: SearchSpelling.objects.create(form="samphire", word="seaweed"), "seaweed"),
            (lambda: SearchWord.objects.create(word="kelp", documents=1), "kelp"),
            (lambda: SearchSpelling.objects.create(form="kelp", word="kelp"), "kelp"),
        ],
    )
    def test_word_that_is_counted_or_spelt_otherwise_is_reported(self, wrong, word):
        wrong()
        assert differences() == [("", word)]


class TestLargeRegister:
    """Of many records a part is read word by word each day, and all are looked for."""

    @pytest.fixture(autouse=True)
    def _decisions(self):
        for number in range(6):
            DecisionFactory(key=f"d-{number}", title_en="Seaweed", publication="published")

    def test_every_record_is_read_within_as_many_days_as_there_are_parts(self):
        SearchDocument.objects.filter(kind="decision").update(names="other")
        found = []
        for day in range(1, 4):
            with time_machine.travel(f"2026-03-0{day} 12:00:00+01:00", tick=False):
                found.append({key for _kind, key in differences(3)})
        parts = max(len(each) for each in found)
        assert parts < 6
        assert set().union(*found) >= {f"d-{number}" for number in range(6)}

    def test_words_are_counted_where_everything_is_read_alone(self):
        SearchWord.objects.create(word="kelp", documents=1)
        number = SearchDocument.objects.count()
        assert differences(number) == [("", "kelp")]
        assert differences(number - 1) == []

    def test_what_is_lost_is_found_on_any_day(self):
        SearchDocument.objects.filter(key="d-3").delete()
        for day in range(1, 4):
            with time_machine.travel(f"2026-03-0{day} 12:00:00+01:00", tick=False):
                assert ("decision", "d-3") in differences(3)

    def test_asked_alone_everything_is_read(self):
        SearchDocument.objects.filter(kind="decision").update(names="other")
        assert len(check_register("search-out-of-step")) == 6
