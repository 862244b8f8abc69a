"""How many missions are recorded, beside what has been said of how many there are."""

import pytest
from django.utils.html import escape
from django.utils.translation import override

from partnerships.addresses import address
from partnerships.models import Statement
from partnerships.pages.sentences.number_of_missions import counted_statement, missions_recorded
from tests.factories import PUBLISHED, CitationFactory, MissionFactory, SourceFactory, StatementFactory
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
            {"grades": "C"},
            {"grades": "A", "stance": "contradicts"},
            {"grades": "A", "state": "draft"},
        ],
    )
    def test_what_bears_nothing_counts_for_nothing(self, weak):
        statement("press", "B", day="2018")
        statement("weak", *weak.pop("grades"), day="2020", **weak)
        assert chosen() == "press"

    def test_weak_source_stands_before_none_no_more_than_another(self):
        statement("weak", "C", day="2018")
        statement("bare", day="2020")
        assert chosen() == "bare"

    def test_without_a_number_is_none(self):
        statement("words", "A", count=None)
        assert counted_statement(Statement.objects.all()) is None


def test_leads_to_what_was_said():
    said = statement("said", "A", text_en="More than twenty have one.")
    one, other = (MissionFactory(key=key, period="2017/..") for key in ("one", "other"))
    with override("en"):
        assert plain(missions_recorded([one], Statement.objects.all())) == (
            "1 mission recorded. More than twenty have one."
        )
        assert f'<a href="{escape(address(said, "en"))}">' in missions_recorded([one, other], Statement.objects.all())
        assert missions_recorded([one, other], Statement.objects.none()) == "2 missions recorded."


@pytest.mark.parametrize(
    ("day", "added"),
    [
        ("2018-05-24", " Of the missions recorded, one was certainly open by then."),
        ("2016", " None of the missions recorded was certainly open by then."),
        ("2023", " Of the missions recorded, two were certainly open by then."),
        # A statement without a date is of no day.
        ("", ""),
    ],
)
def test_says_how_many_of_them_were_open_on_the_day_of_what_was_said(day, added):
    statement("said", "A", day=day, text_en="More than twenty have one.")
    missions = [
        MissionFactory(key=key, period=period) for key, period in (("a", "2017/.."), ("b", "2022/.."), ("c", "/.."))
    ]
    with override("en"):
        assert plain(missions_recorded(missions, Statement.objects.all())) == (
            f"3 missions recorded. More than twenty have one.{added}"
        )
