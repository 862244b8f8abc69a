import pytest
from django.core.exceptions import BadRequest
from django.http import QueryDict

from partnerships.listing import cursor

pytestmark = pytest.mark.usefixtures("english")


class TestCursor:
    @pytest.mark.parametrize("parts", [("a",), ("2018-05-24", "é", ""), ("naïve\u2028", "x"), ("???", "~~>")])
    def test_what_was_given_is_read_again(self, parts):
        assert cursor.decode(cursor.encode(*parts), len(parts)) == list(parts)

    @pytest.mark.parametrize("text", ["é", "abc", "!!!!", "a" * 10_001, "AAAA", "gICA"])
    def test_nonsense_is_refused(self, text):
        with pytest.raises(BadRequest, match="Start again from its beginning"):
            cursor.decode(text)

    def test_other_number_of_parts_is_refused(self):
        with pytest.raises(BadRequest):
            cursor.decode(cursor.encode("a", "b"), 3)


class TestAsked:
    def test_one_way_at_a_time(self):
        assert cursor.cursors_asked(QueryDict("after=a&before=")) == ("a", None)
        assert cursor.cursors_asked(QueryDict("before=b")) == (None, "b")
        with pytest.raises(BadRequest, match="after a line or before one, not both"):
            cursor.cursors_asked(QueryDict("after=a&before=b"))


class TestLink:
    def test_keeps_what_is_asked_and_replaces_the_place(self):
        assert cursor.onward_query(QueryDict("partner=jp&after=x"), before="y") == "partner=jp&before=y"
        assert cursor.onward_query(QueryDict("partner=jp&before=x"), after="y", before=None) == "partner=jp&after=y"

    def test_without_a_place_there_is_no_link(self):
        assert cursor.onward_query(QueryDict("partner=jp"), after=None) == ""
