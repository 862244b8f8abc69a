"""A picture for those who share a page."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

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
