"""Each kind of finding says what was found, and of which other record."""

import re

import pytest
from django.utils.translation import override

from partnerships.consistency.findings import REBUILD
from partnerships.consistency.rules import OTHERS, PARTS, RULES

pytestmark = pytest.mark.once


class TestRules:
    @pytest.mark.parametrize("code", RULES)
    def test_fill_their_sentence_and_say_what_they_are_about(self, code):
        rule = RULES[code]
        names = re.findall(r"%\((\w+)\)", str(rule.sentence))
        found = rule.finding("visit", 1, "a", about="office", **{name: f"{name}-key" for name in names})
        assert "%(" not in found.sentence
        other = next((name for name in OTHERS if name in names), "")
        # What is called a tenure is one, whatever else it may be about.
        assert found.about == {"target": "office/target-key", "tenure": "tenure/tenure-key"}.get(other, "")
        assert all(f"{name}/{name}-key" in found.part for name in PARTS if name in names)

    def test_say_the_parts_that_they_are_of_from_the_outside_in(self):
        told = {name: "x" for name in re.findall(r"%\((\w+)\)", str(RULES["not-in-office"].sentence))}
        found = RULES["not-in-office"].finding("visit", 1, "a", **told | {"part": "p", "meeting": "m", "stop": "s"})
        assert found.part == "stop/s meeting/m part/p"
        assert RULES["not-in-office"].finding("visit", 1, "a", **told | {"part": ""}).part == ""

    def test_what_no_form_mends_has_its_command(self):
        assert set(REBUILD) <= set(RULES)

    def test_other_record_is_of_the_same_kind_unless_said(self):
        code = next(code for code, rule in RULES.items() if "%(target)s" in str(rule.sentence))
        assert RULES[code].finding("visit", 1, "a", target="b").about == "visit/b"


class TestTitle:
    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_say_the_kind_in_words_without_holes(self, language):
        with override(language):
            titles = {code: rule.title for code, rule in RULES.items()}
        assert [title for title in titles.values() if "…" in title or "%" in title or "  " in title] == []
        assert len({*titles.values()}) == len(titles)
