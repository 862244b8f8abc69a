"""Pieces of pages: made once for every page that they stand on, each with the numbers that its notes have there."""

from datetime import date
from functools import partial

import pytest
from django.utils.translation import override

from partnerships.listing.lists import ListRow
from partnerships.models import Citation, Name
from partnerships.pages import kept_blocks
from partnerships.pages.blocks import Cell, Table, TableRow
from partnerships.pages.notes import Notes
from tests.factories import (
    PUBLISHED,
    ActivityFactory,
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    SourceFactory,
    StateFactory,
    StatementFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity():
    found = ActivityFactory(key="patrol", title_en="Patrol", **PUBLISHED)
    found.areas.add(AreaFactory(key="sea", **PUBLISHED), AreaFactory(key="ports", **PUBLISHED))
    CitationFactory(source=SourceFactory(**PUBLISHED), activity=found)
    return found


def table(citation, made):
    def blocks():
        made.append(1)
        yield Table("acts", "Acts", ("What",), [TableRow([Cell(["Patrol"], citations=[citation])])])

    return blocks


class TestPiece:
    def test_is_made_once_and_numbered_by_each_page(self, activity):
        citation = Citation.objects.select_related("source").get()
        made, first, second = [], Notes(), Notes()
        second.marks([CitationFactory(source=SourceFactory(**PUBLISHED), activity=activity, key="other")])
        there, here = (
            kept_blocks.block_html(kept_blocks.kept_blocks(activity, "acts", table(citation, made)), notes)
            for notes in (first, second)
        )
        assert made == [1]
        assert ('<a href="#note-1">1</a>' in there, '<a href="#note-2">2</a>' in here) == (True, True)
        assert there.replace("note-1", "note-2").replace(">1<", ">2<") == here

    def test_sources_of_the_whole_record_are_named_on_each_page_that_has_not_named_them(self, activity):
        citation = Citation.objects.select_related("source").get()
        made, named = [], Notes()
        named.marks([citation])

        def make(notes):
            made.append(1)
            return notes.of_the_record([citation])

        with override("en"):
            said = [kept_blocks.piece("sources", make, notes) for notes in (Notes(), Notes(), named)]
        assert made == [1]
        assert ["Sources of this record" in each for each in said] == [True, True, False]

    def test_is_made_anew_for_another_question_and_after_a_change(self, activity):
        citation, made = Citation.objects.select_related("source").get(), []
        for day in (1, 2, 2):
            kept_blocks.block_html(kept_blocks.kept_blocks(activity, "acts", table(citation, made), day), Notes())
        assert len(made) == 2
        activity.title_en = "Another patrol"
        activity.save()
        kept_blocks.block_html(kept_blocks.kept_blocks(activity, "acts", table(citation, made), 2), Notes())
        assert len(made) == 3


class TestCard:
    def test_records_of_two_kinds_under_one_number_are_told_apart(self):
        activity = ActivityFactory(pk=7, title_en="Patrol", **PUBLISHED)
        statement = StatementFactory(pk=7, text_en="More than twenty", **PUBLISHED)
        with override("en"):
            cards = [
                kept_blocks.card(record, (f"partnerships/cards/_{kind}.html",), Notes())
                for kind, record in (("activity", activity), ("statement", statement))
            ]
        assert ["Patrol" in card for card in cards] == [True, False]
        assert ["More than twenty" in card for card in cards] == [False, True]

    def test_is_kept_for_its_language(self, activity):
        activity.title_fr = "Patrouille"
        activity.save()
        cards = {}
        for language in ("en", "fr"):
            with override(language):
                cards[language] = kept_blocks.card(activity, ("partnerships/cards/_activity.html",), Notes())
        assert ("Patrol" in cards["en"], "Patrouille" in cards["fr"]) == (True, True)

    def test_says_the_same_on_every_page_and_what_changed_at_once(self, client, activity):
        for key in ("sea", "ports"):
            page = client.get(f"/en/areas/{key}/", follow=True).text
            assert 'id="record-activity-patrol"' in page
            assert "Patrol" in page
        activity.title_en = "Escort"
        activity.save()
        assert "Escort" in client.get("/en/areas/sea/", follow=True).text


class TestAnswer:
    def test_is_kept_for_its_record_its_kind_its_name_and_what_is_asked(self):
        activity, area = ActivityFactory(pk=7, **PUBLISHED), AreaFactory(pk=7, **PUBLISHED)
        asked = [(activity, "said", 1), (area, "said", 1), (activity, "told", 1), (activity, "said", 2)]
        for _again in range(2):
            found = [kept_blocks.kept_answer(*one[:2], partial(list, one), one[2]) for one in asked]
            assert found == [list(one) for one in asked]


class TestLine:
    def test_is_kept_for_its_record_and_its_kind(self):
        activity, area = ActivityFactory(pk=7, **PUBLISHED), AreaFactory(pk=7, **PUBLISHED)
        for _again in range(2):
            found = [kept_blocks.kept_line(one, partial(list, [Cell([one])])) for one in (activity, area)]
            assert found == [[Cell([activity])], [Cell([area])]]


class TestListLines:
    def test_is_kept_for_what_is_told_beside_it_and_for_its_day(self):
        decision = DecisionFactory(date="2018-05-24", title_en="A decision", **PUBLISHED)
        state = StateFactory(name_en="Somewhere", **PUBLISHED)
        Name.objects.create(state=state, key="before", language="en", text="Elsewhere", period="1990/2000")
        with override("en"):
            rows = [ListRow(decision, None, [], told) for told in ("One", "Two")]
            assert [kept_blocks.list_lines([row], "date", None)[0] for row in rows[::-1]][::-1] == (
                told := kept_blocks.list_lines(rows, "date", None)
            )
            days = (date(1995, 1, 1), date(2018, 1, 1))
            [named] = zip(*(kept_blocks.list_lines([ListRow(state, None, [])], "", day) for day in days), strict=True)
        assert ["One" in line for line in told] == [True, False]
        assert ["Two" in line for line in told] == [False, True]
        assert ["Elsewhere" in line for line in named] == [True, False]
