"""What a page is put together from: what is asked of it, and which of its blocks say something."""

from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils.translation import override

from partnerships.drawing import Bar, Bracket, Heap, Lane, Look, Point, Strip
from partnerships.pages.blocks import (
    LOOKS,
    SIGNS,
    Cell,
    Details,
    Figure,
    Fold,
    Pictures,
    Records,
    Table,
    TableRow,
    Turns,
)

TODAY, EARLIER, LATER = date(2026, 2, 18), date(2018, 5, 24), date(2030, 1, 1)


def figure(*marks, last=LATER):
    return Figure("f", "", Strip("s", "", "", EARLIER, last, [Lane("Empty", []), Lane("Lane", marks)]))


def bar(look):
    return Bar(EARLIER, LATER, "", "#", look)


class TestFigure:
    def test_says_something_where_something_is_drawn_over_some_time(self):
        assert figure(bar(Look.FULL))
        assert not figure()
        assert not figure(bar(Look.FULL), last=EARLIER)
        assert not Figure("f", "")

    def test_explains_the_looks_of_its_bars_once_and_in_their_order(self):
        point = Point(EARLIER, "", "#", Look.OTHER)
        shown = figure(bar(Look.UNKNOWN), bar(Look.FULL), bar(Look.FULL), point)
        with override("en"):
            assert shown.keys == [(Look.FULL, "known"), (Look.UNKNOWN, "not known")]
            assert figure(bar(Look.POSSIBLE), bar(Look.OTHER)).keys == [
                (Look.OTHER, "known, in its own right"),
                (Look.POSSIBLE, "possible"),
            ]
        assert Figure("f", "").keys == []

    def test_explains_the_other_signs_that_it_has(self):
        fades = {"fades_in": True, "fades_out": True}
        several = [
            Point(EARLIER, "", "#", Look.OFF),
            Bracket(EARLIER, LATER, "", "#", Look.OFF),
            Bar(EARLIER, None, "", "#", **fades),
        ]
        with override("en"):
            assert figure(*several).keys == [
                (Look.FULL, "known"),
                ("fading", "still going on"),
                ("risen", "start not known"),
                ("between", "a day, not known, between the two"),
                ("off", "did not take place"),
            ]
            assert figure(Heap(EARLIER, LATER, "", "#")).keys == [("heap", "the higher, the more in these years")]
            assert figure(Point(EARLIER, "", "#"), Bracket(EARLIER, LATER, "", "#")).keys[0][0] == "between"
            assert [key for key, _ in figure(Bracket(EARLIER, LATER, "", "#", Look.OFF)).keys] == ["between", "off"]
            for field, sign in (("fades_in", "risen"), ("fades_out", "fading")):
                assert [key for key, _ in figure(Bar(EARLIER, LATER, "", "#", **{field: True})).keys] == ["full", sign]

    def test_each_key_has_a_look_of_its_own_in_the_style_sheet(self):
        styles = (Path(settings.BASE_DIR) / "static/partnerships/site.css").read_text()
        for key in [*LOOKS, *(sign for sign, _, _ in SIGNS)]:
            assert f".key.{key}::before" in styles, key


class TestSilent:
    def test_is_what_holds_nothing(self):
        ways_on, row = ["more"], TableRow([])
        assert not Table("t", "T", ["Column"], [], ways_on)
        assert Table("t", "T", [], [row])
        for block, holding in ((Turns, "lines"), (Records, "records"), (Pictures, "pictures")):
            assert not block("b", "B"), block
            assert block("b", "B", **{holding: ["one"]}), block
        assert not Turns("t", "T", more=ways_on)

    def test_is_a_fold_whose_blocks_all_are(self):
        empty, full = Table("t", "T"), Table("t", "T", [], [TableRow([])])
        assert not Fold("f", "F", [empty, empty], 3)
        assert Fold("f", "F", [empty, full])

    def test_are_no_details_without_facts_and_sources(self):
        assert Details("d", "D", ["fact"])
        for folded in (True, False):
            assert Details("d", "D", [], ["source"], folded=folded)
            assert not Details("d", "D", folded=folded)


class TestShown:
    def test_keeps_a_column_in_which_one_row_says_something(self):
        first = TableRow([Cell(["a"]), Cell([""]), Cell([]), Cell([])], "chosen")
        second = TableRow([Cell([]), Cell([]), Cell(["c"]), Cell([], ["beside"])])
        shown = Table("t", "T", ["A", "B", "C", "D"], [first, second]).shown
        assert shown.columns == ["A", "C", "D"]
        assert [[list(cell.values) for cell in row.cells] for row in shown.rows] == [[["a"], [], []], [[], ["c"], []]]
        assert (shown.rows[0].look, shown.title) == ("chosen", "T")

    def test_of_no_rows_keeps_none(self):
        shown = Table("t", "T", ["A"]).shown
        assert (shown.columns, shown.rows) == ([], [])
