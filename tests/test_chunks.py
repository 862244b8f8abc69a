import pytest
from django.utils.translation import override

from partnerships.chunks import as_stored, chunks, chunks_by_kind, delete_unread, insert_unmade
from partnerships.models import Area, SearchSpelling, TimelineFacet


def test_nothing_is_left_out_and_no_list_is_longer():
    assert list(chunks(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(chunks(iter("ab"), 2)) == [["a", "b"]]
    assert list(chunks((), 2)) == []


def test_keys_of_several_kinds_come_together():
    keys = {"visit": ["a", "b"], "area": ["c"], "place": []}
    assert list(chunks_by_kind(keys, 5)) == [{"visit": ["a", "b"], "area": ["c"]}]
    assert list(chunks_by_kind(keys, 1)) == [{"visit": ["a"]}, {"visit": ["b"]}, {"area": ["c"]}]


@pytest.mark.django_db
def test_rows_as_they_are_stored_are_the_same_in_no_language():
    Area.objects.create(key="one", name_fr="Une", name_en="One")
    Area.objects.create(key="two")
    rows = Area.objects.filter(key="one").order_by("key")
    with override("fr"):
        assert list(rows.values_list("key", "name")) == [("one", "Une")]
        Area.objects.rewrite(False).update(name="Neither")
        assert list(as_stored(rows).values_list("key", "name", "name_en")) == [("one", "Neither", "One")]


@pytest.mark.django_db
def test_rows_go_in_one_question(django_assert_num_queries):
    with django_assert_num_queries(1):
        delete_unread(TimelineFacet.objects.filter(value="one"))


@pytest.mark.django_db
class TestInsertUnmade:
    ROWS = [(f"{number:04}", f"{number} or 'more' %s") for number in range(2_001)]

    def test_writes_each_row_as_it_is_given(self):
        insert_unmade(SearchSpelling, ("form", "word"), iter(self.ROWS))
        assert list(SearchSpelling.objects.order_by("form").values_list("form", "word")) == self.ROWS

    def test_asks_once_for_many(self, django_assert_num_queries):
        with django_assert_num_queries(3):
            insert_unmade(SearchSpelling, ("form", "word"), self.ROWS)
        with django_assert_num_queries(0):
            insert_unmade(SearchSpelling, ("form", "word"), ())
