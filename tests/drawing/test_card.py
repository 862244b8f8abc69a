"""A picture for those who share a page."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from partnerships.drawing import Bar, Bracket, Card, Heap, Lane, Look, Point, ScaleStep, Strip, card, card_png
from partnerships.drawing.axis import Years

pytestmark = pytest.mark.once
DAY = date(2018, 5, 24)


def strip(*marks):
    lanes = [Lane("Heads", list(marks))] if marks else []
    return Strip("strip", "Title", "Description", date(2000, 1, 1), date(2020, 1, 1), lanes)


def pixels(card):
    with Image.open(BytesIO(card_png(card))) as image:
        assert image.format == "PNG"
        assert image.size == (1200, 630)
        return image.convert("RGB").tobytes()


class TestCard:
    def test_holds_what_it_is_given_however_long(self):
        plain = pixels(Card("Register", "Kōno Tarō", "He headed the mission."))
        assert plain[:3] == bytes.fromhex("17477e"), "the colour of the site is its upper edge"
        assert plain != pixels(Card("Registre", "Kōno Tarō", "He headed the mission."))
        assert plain != pixels(Card("Register", "Kōno Tarō", "He headed no mission."))
        assert plain != pixels(Card("Register", "Kono Taro", "He headed the mission."))
        assert pixels(Card("Register", "x" * 300, "A sentence. " * 80))
        assert len(card_png(Card("Register", "Title " * 60, "A sentence. " * 80, strip()))) < 80_000

    def test_what_does_not_fit_is_said_to_be_left_out(self):
        font = card._font(30)
        assert list(card._lines("A sentence.", font, 2)) == ["A sentence."]
        first, second = card._lines("A sentence. " * 40, font, 2)
        assert not first.endswith("…")
        assert second.endswith(" …")
        (word,) = card._lines("x" * 300, font, 2)
        assert word.endswith("x…")

    def test_draws_the_scale_of_years_where_there_is_no_strip(self):
        steps = [ScaleStep("1990", 1, "", ""), ScaleStep("…", 0, "", ""), ScaleStep("2010", 12, "", "")]
        drawn = pixels(Card("Register", "Title", "13 lines", None, steps))
        assert drawn != pixels(Card("Register", "Title", "13 lines"))
        assert drawn != pixels(Card("Register", "Title", "13 lines", None, [*steps[:2], ScaleStep("2010", 6, "", "")]))
        blue = [at // 3 for at in range(0, len(drawn), 3) if tuple(drawn[at : at + 3]) == (0x17, 0x47, 0x7E)]
        low, high = (
            sum(1 for at in blue if at // 1200 > 100 and start < at % 1200 < start + 357) for start in (64, 778)
        )
        assert 8 * low < high < 16 * low

    @pytest.mark.parametrize("day", [date(2000, 1, 1), date(2010, 1, 1), date(2020, 1, 1)])
    def test_draws_the_chosen_day_in_its_place_with_its_words(self, day):
        lanes = strip(Point(DAY, "A", "#a"))
        drawn = pixels(Card("Register", "Title", "", replace(lanes, chosen=(day, "a day in words"))))
        warm = [at // 3 for at in range(0, len(drawn), 3) if drawn[at] > max(drawn[at + 1 : at + 3]) + 40]
        across, beneath = ({at % 1200 for at in warm if (at // 1200 > 585) is below} for below in (False, True))
        x = 64 + 1072 * Years(lanes.first, lanes.last).at(day) / 100
        assert across
        assert all(abs(place - x) <= 2 for place in across)
        assert len(beneath) > 60
        assert min(beneath) >= 64 - 2
        assert max(beneath) <= 1136 + 2

    @pytest.mark.parametrize(
        "mark",
        [
            *(Bar(date(2005, 1, 1), date(2010, 1, 1), "A", "#a", look) for look in Look),
            Point(DAY, "A", "#a"),
            Bracket(date(2005, 1, 1), DAY, "A", "#a"),
            Bar(None, DAY, "A", "#a", fades_in=True),
            Heap(date(2005, 1, 1), DAY, "A", "#a", 0.1),
        ],
    )
    def test_draws_each_mark(self, mark):
        assert pixels(Card("Register", "Title", "", strip(mark))) != pixels(Card("Register", "Title", "", strip()))

    def test_side_without_a_known_end_fades_away(self):
        known, fading = (
            pixels(Card("Register", "", "", strip(Bar(date(2005, 1, 1), DAY, "A", "#a", **fades))))
            for fades in ({}, {"fades_in": True, "fades_out": True})
        )
        # The colours of a picture are few: letters differ by a shade.
        changed = [at // 3 % 1200 for at in range(0, len(known), 3) if abs(known[at] - fading[at]) > 40]
        x, end = (
            64 + 1072 * Years(date(2000, 1, 1), date(2020, 1, 1)).at(day) / 100 for day in (date(2005, 1, 1), DAY)
        )
        assert min(changed) >= x - 23
        assert max(changed) <= end + 23
        assert any(place < x for place in changed)
        assert any(place > end for place in changed)

    @pytest.mark.parametrize("look", Look)
    def test_what_was_not_held_or_is_another_thing_has_the_other_colour(self, look):
        plain, marked = (
            pixels(Card("Register", "", "", strip(*marks))) for marks in ((), (Point(DAY, "A", "#a", look),))
        )
        changed = {marked[at : at + 3] for at in range(0, len(plain), 3) if plain[at : at + 3] != marked[at : at + 3]}
        brown = any(one[0] > one[2] + 40 for one in changed)
        assert brown is (look in (Look.OTHER, Look.OFF))


PAPER, ACCENT, OTHER, QUIET = "#fcfcfa", "#17477e", "#7a4a12", "#566171"
#: Left, top, right and bottom of what a mark is drawn in, within a picture a little larger.
BOX = (10, 10, 50, 30)


@pytest.fixture
def drawn():
    """Draw something on an empty picture; return the colour at a place."""

    def draw(act, *arguments):
        image = Image.new("RGB", (60, 40), PAPER)
        act(ImageDraw.Draw(image), *arguments)
        return lambda x, y: "#{:02x}{:02x}{:02x}".format(*image.getpixel((x, y)))

    return draw


class TestMarks:
    @pytest.mark.parametrize(("look", "colour"), [(Look.FULL, ACCENT), (Look.OTHER, OTHER), (Look.OFF, OTHER)])
    def test_bar_fills_its_box(self, drawn, look, colour):
        at = drawn(card._mark, Bar(DAY, DAY, "A", "#a", look), BOX)
        assert {at(x, y) for x in (10, 30, 50) for y in (10, 20, 30)} == {colour}
        assert {at(9, 20), at(51, 20), at(30, 9), at(30, 31)} == {PAPER}

    def test_possible_one_is_hatched_within_its_edge(self, drawn):
        at = drawn(card._mark, Bar(DAY, DAY, "A", "#a", Look.POSSIBLE), BOX)
        assert {at(10, 20), at(50, 20), at(30, 10), at(30, 30)} == {ACCENT}
        assert {at(x, 20) for x in range(13, 48)} == {ACCENT, PAPER}
        assert {at(51, y) for y in range(40)} == {PAPER}

    def test_of_nobody_known_has_a_broken_edge_alone(self, drawn):
        at = drawn(card._mark, Bar(DAY, DAY, "A", "#a", Look.UNKNOWN), BOX)
        assert {at(x, y) for x in range(13, 48) for y in range(13, 28)} == {PAPER}
        for edge in ([at(x, 10) for x in range(10, 50)], [at(x, 30) for x in range(10, 50)]):
            assert {*edge} == {QUIET, PAPER}
        for edge in ([at(10, y) for y in range(13, 28)], [at(50, y) for y in range(13, 28)]):
            assert {*edge} == {QUIET, PAPER}

    @pytest.mark.parametrize(
        ("look", "inside", "edge"),
        [(Look.FULL, ACCENT, ACCENT), (Look.OTHER, OTHER, OTHER), (Look.OFF, PAPER, OTHER)],
    )
    def test_point_is_round_about_its_day_and_empty_where_it_was_not_held(self, drawn, look, inside, edge):
        at = drawn(card._mark, Point(DAY, "A", "#a", look), (30, 10, 34, 30))
        assert (at(30, 20), at(21, 20), at(39, 20)) == (inside, edge, edge)
        assert {at(18, 20), at(42, 20), at(22, 12)} == {PAPER}

    def test_bracket_has_two_ends_and_what_is_between(self, drawn):
        at = drawn(card._mark, Bracket(DAY, DAY, "A", "#a"), BOX)
        assert {at(x, y) for x in (10, 50) for y in (10, 20, 30)} | {at(30, 20)} == {ACCENT}
        assert {at(30, 12), at(30, 28)} == {PAPER}

    @pytest.mark.parametrize(("share", "top"), [(1, 10), (0.5, 20), (0.01, 27)])
    def test_heap_is_as_high_as_its_share_and_never_nothing(self, drawn, share, top):
        at = drawn(card._mark, Heap(DAY, DAY, "A", "#a", share), BOX)
        assert [y for y in range(40) if at(30, y) == ACCENT] == [*range(top, 31)]
        # Between two of them is paper; the narrowest is seen all the same.
        assert (at(47, 29), at(48, 29)) == (ACCENT, PAPER)
        narrow = drawn(card._mark, Heap(DAY, DAY, "A", "#a", share), (10, 10, 11, 30))
        assert [x for x in range(60) if narrow(x, 29) == ACCENT] == [*range(10, 14)]

    @pytest.mark.parametrize(("sides", "x"), [((10, 50), 10), ((50, 10), 49)])
    @pytest.mark.parametrize(("look", "red"), [(Look.FULL, 0x17), (Look.OTHER, 0x7A)])
    def test_fades_from_the_paper_to_the_bar(self, drawn, sides, x, look, red):
        at = drawn(card._fade, Bar(DAY, DAY, "A", "#a", look), sides, 10)
        shades = [int(at(x, 20)[1:3], 16) for x in range(10, 50)]
        assert shades == sorted(shades, reverse=x == 10)
        assert abs(int(at(x, 20)[1:3], 16) - 0xFC) < 8
        assert abs(int(at(59 - x, 20)[1:3], 16) - red) < 8
        assert {at(9, 20), at(50, 20), at(30, 9), at(30, 33)} == {PAPER}


class TestRoom:
    @pytest.mark.parametrize(("room", "lanes"), [(0, 0), (193, 0), (194, 1), (256, 2), (1000, 3)])
    def test_lanes_are_as_many_as_fit_beneath_two_lines_of_text(self, room, lanes):
        several = [Lane(name, []) for name in "ABC"]
        assert card._fitting(replace(strip(), lanes=several), room) == several[:lanes]

    @pytest.mark.parametrize(("most", "lines"), [(0, 0), (1, 1), (3, 3)])
    def test_text_ends_below_its_last_line(self, drawn, most, lines):
        ends = []
        drawn(lambda draw: ends.append(card._written(draw, "A sentence. " * 99, 5, card._font(40), ACCENT, most)))
        assert ends == [5 + 50 * lines]

    def test_number_of_each_stretch_is_a_bar_as_high_that_is_never_nothing(self):
        steps = [ScaleStep("1990", 1, "", ""), ScaleStep("2000", 0, "", ""), ScaleStep("2010", 1000, "", "")]
        image = Image.new("RGB", (1200, 630), PAPER)
        card._scale(ImageDraw.Draw(image), steps, 180)
        blue = tuple(bytes.fromhex(ACCENT[1:]))
        # The bars stand above the years, each in its third: left, right, and how high.
        bars = [
            [y for y in range(630) if image.getpixel((64 + round(1072 * place / 3) + 20, y)) == blue]
            for place in range(3)
        ]
        assert [(one[0], one[-1]) if one else None for one in bars] == [(544, 548), None, (368, 548)]
