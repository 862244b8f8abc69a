"""How many missions are recorded, beside what has been said of how many there are."""

import pytest
from django.utils.html import escape
from django.utils.translation import override

from partnerships.addresses import address
from partnerships.models import Statement
from partnerships.pages.missions_recorded import counted_statement, missions_recorded
from tests.factories import PUBLISHED, CitationFactory, SourceFactory, StatementFactory
from tests.pages.reading import plain

pytestmark = pytest.mark.django_db


def statement(key, *grades, day="2018", stance="supports", state="published", **fields):
    made = StatementFactory(key=key, **{"count": 20, "date": day, **fields}, **PUBLISHED)
    for grade in grades:
        CitationFactory(statement=made, grade=grade, stance=stance, source=SourceFactory(publication=state))
    return made


def chosen():
    return counted_statement(Statement.objects.all()).key


class TestCountedStatement:
    def test_is_the_one_on_the_best_grade(self):
        statement("press", "B", day="2020")
        statement("primary", "B", "A", day="2018")
        assert chosen() == "primary"

    def test_of_one_grade_is_the_latest(self):
        statement("earlier", "A", day="2018")
        statement("later", "A", day="2020")
        assert chosen() == "later"

    @pytest.mark.parametrize(
        "weak",
        [
            {"grades": "K"},
            {"grades": ("",)},
            {"grades": "A", "stance": "contradicts"},
            {"grades": "A", "state": "draft"},
        ],
    )
    def test_what_bears_nothing_counts_for_nothing(self, weak):
        statement("press", "B", day="2018")
        statement("weak", *weak.pop("grades"), day="2020", **weak)
        assert chosen() == "press"

    def test_without_a_number_is_none(self):
        statement("words", "A", count=None)
        assert counted_statement(Statement.objects.all()) is None


def test_leads_to_what_was_said():
    said = statement("said", "A", text_en="More than twenty have one.")
    with override("en"):
        assert plain(missions_recorded(1, Statement.objects.all())) == "1 mission recorded. More than twenty have one."
        assert f'<a href="{escape(address(said, "en"))}">' in missions_recorded(2, Statement.objects.all())
        assert missions_recorded(2, Statement.objects.none()) == "2 missions recorded."
