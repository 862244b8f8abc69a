import pytest

from partnerships.chunks import chunks, delete_unread
from partnerships.models import TimelineFacet


def test_nothing_is_left_out_and_no_list_is_longer():
    assert list(chunks(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(chunks(iter("ab"), 2)) == [["a", "b"]]
    assert list(chunks((), 2)) == []


@pytest.mark.django_db
def test_rows_go_in_one_question(django_assert_num_queries):
    with django_assert_num_queries(1):
        delete_unread(TimelineFacet.objects.filter(value="one"))
