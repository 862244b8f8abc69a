"""The index of the search, kept in step."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships.models import Alias, Decision, SearchDocument, SearchName, SearchSpelling, SearchWord
from partnerships.projections.search import find, index, understand
from partnerships.projections.search.comparison import differences
from partnerships.projections.up_to_date import deferred
from tests.factories import PUBLISHED, DecisionFactory, PersonFactory
from tests.plans import plans

pytestmark = pytest.mark.django_db


class TestRefresh:
    def test_follows_a_record_and_its_parts(self):
        person = PersonFactory(name="Taro Kono", **PUBLISHED)
        alias = Alias.objects.create(person=person, key="a", text="Zanzibar")
        assert SearchWord.objects.get(word="zanzibar").documents == 1
        alias.delete()
        assert not SearchWord.objects.filter(word="zanzibar").exists()
        assert not SearchSpelling.objects.filter(word="zanzibar").exists()
        assert differences() == []

    def test_words_are_counted_once_for_each_record(self):
        with deferred():
            for title in ("Seaweed seaweed", "Seaweed"):
                DecisionFactory(title_en=title, title_fr=title, **PUBLISHED)
        assert SearchWord.objects.get(word="seaweed").documents == 2
        assert differences() == []
        Decision.objects.first().delete()
        assert SearchWord.objects.get(word="seaweed").documents == 1
        assert SearchSpelling.objects.filter(word="seaweed").exists()
        assert differences() == []

    def test_deleted_record_leaves_nothing(self):
        DecisionFactory(title_en="Seaweed", **PUBLISHED).delete()
        tables = (SearchDocument, SearchName, SearchSpelling, SearchWord)
        assert [table.objects.filter().exists() for table in tables][:2] == [False, False]
        assert not SearchWord.objects.filter(word="seaweed").exists()

    def test_rows_changed_together_are_followed(self):
        decision = DecisionFactory(title_en="Seaweed", **PUBLISHED)
        type(decision).objects.update(title_en="Samphire")
        assert SearchWord.objects.filter(word="samphire").exists()
        assert differences() == []


class TestPieces:
    """The full-text index of SQLite is one piece after many documents were written at once."""

    def pieces(self):
        if connection.vendor == "postgresql":
            return 1
        with connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(DISTINCT segid) FROM partnerships_searchdocument_text_idx")
            return cursor.fetchone()[0]

    def write(self, number):
        with deferred():
            for place in range(number):
                DecisionFactory(title_en=f"Seaweed {place}", **PUBLISHED)

    def test_is_one_when_made_anew(self):
        for _ in range(3):
            self.write(1)
        index.rebuild()
        assert self.pieces() == 1

    def test_is_one_after_many_at_once_and_not_after_few(self, monkeypatch):
        done = []
        monkeypatch.setattr(index, "put_together", lambda: done.append(True))
        monkeypatch.setattr(index, "CHUNK", 5)
        self.write(4)
        assert done == []
        self.write(5)
        # Their bodies are fewer than their titles.
        assert done != []

    def test_finds_the_same(self):
        self.write(3)
        index.put_together()
        assert differences() == []
        assert [len(found.hits) for found in find(understand("seaweed"))] == [3]


class TestPlans:
    @pytest.mark.parametrize("few", [1, 200])
    def test_documents_come_in_the_order_of_the_index(self, monkeypatch, few):
        for place in range(3):
            DecisionFactory(title_en=f"Seaweed {place}", **PUBLISHED)
        with CaptureQueriesContext(connection) as asked:
            find(understand("seaweed"), most=few)
        questions = [one["sql"] for one in asked.captured_queries if "MATCH" in one["sql"]]
        assert bool(questions) == (connection.vendor == "sqlite")
        assert [
            step for sql in questions for step in plans(sql) if "VIRTUAL TABLE" not in step and "SCAN found" not in step
        ] == []
