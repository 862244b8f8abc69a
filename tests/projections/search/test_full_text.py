"""What is looked for, in the words of each database."""

import pytest

from partnerships.projections.search.full_text import All, Any, all_of, any_of, are_held, matching, tokens_of
from partnerships.projections.search.words import tokens_of_word
from tests.factories import PUBLISHED, DecisionFactory


class TestExpressions:
    def test_one_needs_nothing_around_it(self):
        assert all_of(["a"]) == any_of(["a", "a"]) == "a"

    def test_tokens_are_those_of_all_branches(self):
        assert tokens_of(All(("a", Any(("b", All(("c",))))))) == {"a", "b", "c"}


@pytest.mark.django_db
class TestMatching:
    def test_is_held_by_a_record_of_the_kind_in_the_column_that_is_asked(self):
        DecisionFactory(title_en="Seaweed", text_en="Samphire", **PUBLISHED)
        asked = [any_of(tokens_of_word(word)) for word in ("seaweed", "samphire", "kelp")]
        assert are_held(asked) == are_held(asked, "decision") == [True, True, False]
        assert are_held(asked, "visit") == [False, False, False]
        assert are_held(asked, "decision", "names") == [True, False, False]
        assert are_held(asked, "visit", "names") == [False, False, False]

    def test_quotes_are_data(self):
        _tables, _sql, (asked,) = matching({"names": All(("it's", 'a"b'))})
        assert "it''s" in asked or 'a""b' in asked
