"""What is looked for, in the words of each database."""

import pytest

from partnerships.projections.search.full_text import All, Any, all_of, any_of, matching, tokens_of


class TestExpressions:
    def test_one_needs_nothing_around_it(self):
        assert all_of(["a"]) == any_of(["a", "a"]) == "a"

    def test_tokens_are_those_of_all_branches(self):
        assert tokens_of(All(("a", Any(("b", All(("c",))))))) == {"a", "b", "c"}


@pytest.mark.django_db
class TestMatching:
    def test_quotes_are_data(self):
        _tables, _sql, (asked,) = matching({"names": All(("it's", 'a"b'))})
        assert "it''s" in asked or 'a""b' in asked
