"""The index of the search, kept in step."""

import pytest

from partnerships.models import Alias, SearchDocument, SearchName, SearchSpelling, SearchWord
from partnerships.projections.invalidation import deferred
from partnerships.projections.search.comparison import differences
from tests.factories import PUBLISHED, DecisionFactory, PersonFactory

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
