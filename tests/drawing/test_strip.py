"""A strip: what is certain, what is possible, what is not known, each drawn in its place."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from partnerships.drawing import Bar, Bracket, Heap, Lane, Look, Point, Strip, strip_svg

FIRST, LAST = date(2000, 1, 1), date(2020, 1, 1)


def drawn(*marks, chosen=None):
    lanes = [Lane("Heads", list(marks))]
    return str(strip_svg(Strip("strip", "Title", "Description", FIRST, LAST, lanes, chosen)))


def bar(first, last, look=Look.FULL, **fields):
    return Bar(date(first, 1, 1), date(last, 1, 1), "Somebody", "#heads", look, **fields)


class TestMarks:
    def test_have_their_name_and_lead_on(self):
        svg = drawn(bar(2005, 2010))
        assert 'href="#heads"' in svg
        assert "<title>Somebody</title>" in svg
        assert "Heads" in svg

    def test_look_as_sure_as_they_are(self):
        for look in (Look.FULL, Look.POSSIBLE, Look.UNKNOWN):
            others = {Look.FULL, Look.POSSIBLE, Look.UNKNOWN} - {look}
            svg = drawn(bar(2005, 2010, look))
            assert re.search(rf'class="[^"]*\b{look}\b', svg)
            assert not any(re.search(rf'class="[^"]*\b{other}\b', svg) for other in others)

    def test_stay_within_the_drawing_at_its_very_end(self):
        svg = drawn(bar(2020, 2020, fades_in=True, fades_out=True))
        places = re.findall(r'<rect (?:class="solid"|fill=[^>]*) x="([\d.]+)%" y="\d+" width="([\d.]+)%"', svg)
        assert len(places) == 3
        assert max(float(x) + float(width) for x, width in places) <= 100

    def test_are_filled_as_sure_as_they_are(self):
        fills = {Look.FULL: 'class="solid"', Look.POSSIBLE: 'fill="url(#strip-hatch)"', Look.UNKNOWN: 'class="empty"'}
        for look, fill in fills.items():
            rectangles = "".join(re.findall(r"<rect [^>]*x=[^>]*>", drawn(bar(2005, 2010, look))))
            assert [each for each, one in fills.items() if one in rectangles] == [look], fill

    def test_fade_on_the_side_that_has_no_end(self):
        for name, other in (("in", "out"), ("out", "in")):
            svg = drawn(bar(2005, 2010, **{f"fades_{name}": True}))
            assert f'<rect fill="url(#strip-{name})"' in svg
            assert f'<rect fill="url(#strip-{other})"' not in svg
            # One that fades is enough for its colours to be there.
            assert f'id="strip-{name}"' in drawn(bar(2001, 2002), bar(2005, 2010, **{f"fades_{name}": True}))

    def test_without_any_end_fill_the_years(self):
        assert 'class="solid" x="2.0%" y="34" width="96.0%"' in drawn(Bar(None, None, "Somebody", "#heads"))

    def test_names_are_escaped(self):
        svg = drawn(Point(date(2005, 1, 1), "<b>A</b>", "#a"))
        assert "<b>" not in svg
        assert "&lt;b&gt;" in svg

    def test_name_is_not_written_again_right_behind_itself(self):
        unknown = bar(2001, 2004, Look.UNKNOWN, name="not known"), bar(2012, 2016, Look.UNKNOWN, name="not known")
        between = bar(2004, 2012, name="Abe")
        assert drawn(*unknown).count(">not known</text>") == 1
        assert drawn(unknown[0], between, unknown[1]).count(">not known</text>") == 2

    def test_where_they_lead_is_escaped(self):
        for mark in (Point(date(2005, 1, 1), "A", '/a/?b=1&c="'), bar(2005, 2010)):
            svg = drawn(replace(mark, href='/a/?b=1&c="'))
            assert 'href="/a/?b=1&amp;c=&quot;"' in svg

    def test_points_of_one_place_are_one_that_names_them_all(self):
        svg = drawn(Point(date(2005, 1, 1), "First", "#a"), Point(date(2005, 1, 2), "Second", "#b"))
        assert "<title>First · Second</title>" in svg
        assert 'href="#b"' not in svg

    def test_points_of_one_place_hold_their_number(self):
        near = [Point(date(2005, month, 1), "A day", "#a") for month in (1, 3, 5)]
        assert re.findall(r'class="number"[^>]*>(\d+)<', drawn(*near, Point(date(2010, 1, 1), "B", "#b"))) == ["3"]
        assert re.findall(r'class="number"[^>]*>(\d+)<', drawn(*near * 40)) == ["99"]

    def test_can_be_touched_with_a_finger_and_never_where_another_is(self):
        marks = *(Point(date(2000 + year, 6, 1), "A day", "#a") for year in (1, 2, 8)), bar(2012, 2012)
        svg = drawn(*marks, Bracket(date(2015, 1, 1), date(2016, 1, 1), "Some day", "#a"))
        found = re.findall(r'class="ground" x="([\d.]+)%" y="\d+" width="([\d.]+)%" height="24"', svg)
        places = sorted((float(x), float(width)) for x, width in found)
        # 24 pixels of 358, but where another mark is nearer.
        assert [width >= 6.7 for _x, width in places] == [False, False, True, True, True]
        assert all(x + width <= after + 0.01 for (x, width), (after, _width) in pairwise(places))

    def test_bars_too_narrow_for_a_finger_are_one_link_with_those_beside_them_that_lead_there(self):
        days = [date(year, 1, 1) for year in (2001, 2004, 2005, 2006, 2007, 2015)]
        names = ("Wide", "One", "Two", "Three", "Far")
        bars = [Bar(first, last, name, "#heads") for name, (first, last) in zip(names, pairwise(days), strict=True)]
        svg = drawn(*bars)
        assert re.findall(r'<a [^>]*aria-label="([^"]+)"', svg) == ["Wide · One · Two · Three", "Far"]
        assert all(f"<title>{name}</title>" in svg for name in names)
        assert all(float(wide) >= 6.7 for wide in re.findall(r'class="ground" [^>]*width="([\d.]+)%"', svg))
        assert drawn(*bars[:2], replace(bars[2], href="#b"), *bars[3:]).count("<a ") == 3
        # It is touched from the beginning of the first to the end of the last.
        grounds = re.findall(r'class="ground" x="([\d.]+)%" y="\d+" width="([\d.]+)%"', svg)
        (x, wide), _far = ((float(x), float(wide)) for x, wide in grounds)
        assert (round(x), round(x + wide)) == (7, 36)
        away = replace(bars[0], href="#b")
        assert drawn(away, bars[1], bars[2]).count("<a ") == 2
        assert 'aria-label="One"' in drawn(bars[1], replace(bars[2], title="One"))

    def test_points_are_one_as_long_as_they_are_close_to_the_first_and_whichever_is_written_first(self):
        days = [Point(date(2005, 1, 1), "A", "#a"), Point(date(2015, 1, 1), "Far", "#d")]
        days += [Point(date(2006, 1, 1), "C", "#c"), Point(date(2005, 7, 1), "B", "#b")]
        assert re.findall(r"<title>([^<]*)</title>", drawn(*days)) == ["A · B", "C", "Far"]

    def test_point_alone_is_named_beneath_and_several_are_not(self):
        one, other = (Point(date(2005, month, 1), "A", "#a", name="A day") for month in (1, 2))
        assert ">A day</text>" in drawn(one)
        assert ">A day</text>" not in drawn(one, other)

    def test_what_did_not_take_place_lies_under_what_did(self):
        off, held = Point(date(2006, 1, 1), "Off", "#b", Look.OFF), Point(date(2005, 1, 1), "Held", "#a")
        assert re.findall(r"<title>([^<]*)</title>", drawn(held, off)) == ["Off", "Held"]

    def test_heaps_that_follow_one_another_stand_apart(self):
        heaps = [Heap(date(year, 1, 1), date(year + 5, 1, 1), "Lines", "#a", 1) for year in (2000, 2005)]
        found = re.findall(r'class="solid" x="([\d.]+)%" [^>]*width="([\d.]+)%"', drawn(*heaps))
        (x, wide), (after, _wide) = ((float(x), float(wide)) for x, wide in found)
        assert wide > 20
        assert x + wide < after

    def test_points_of_other_looks_stay_apart(self):
        day = date(2005, 1, 1)
        svg = drawn(Point(day, "Held", "#a"), Point(day, "Called off", "#b", Look.OFF))
        assert "<title>Held</title>" in svg
        assert "<title>Called off</title>" in svg

    def test_five_points_are_named_and_more_are_said_to_be_there(self):
        points = [Point(date(2005, 1, number), f"Day {number}", "#a") for number in range(1, 7)]
        assert "<title>Day 1 · Day 2 · Day 3 · Day 4 · Day 5</title>" in drawn(*points[:5])
        assert "<title>Day 1 · Day 2 · Day 3 · Day 4 · Day 5 …</title>" in drawn(*points)

    def test_bracket_stands_over_its_bounds(self):
        svg = drawn(Bracket(date(2005, 1, 1), date(2007, 1, 1), "Some day", "#a"))
        assert "<title>Some day</title>" in svg

    def test_heap_stands_on_the_foot_of_its_lane_as_high_as_its_share(self):
        full, half = (Heap(date(2005, 1, 1), date(2009, 12, 31), "5 lines", "#a", share) for share in (1.0, 0.5))
        (high, low) = (
            re.search(r'<rect class="solid" [^>]*y="([\d.]+)"[^>]* height="([\d.]+)"', drawn(one)).groups()
            for one in (full, half)
        )
        assert float(high[1]) == 2 * float(low[1])
        assert float(high[0]) + float(high[1]) == float(low[0]) + float(low[1])
        assert 'href="#a"' in drawn(full)
        assert "<title>5 lines</title>" in drawn(full)

    def test_outside_the_years_is_not_drawn(self):
        assert "Somebody" not in drawn(bar(1980, 1990))
        assert "Somebody" not in drawn(bar(2030, 2040))
        for year in (1999, 2021):
            assert "A day" not in drawn(Point(date(year, 6, 1), "A day", "#a"))
            assert "Some days" not in drawn(Bracket(date(year, 6, 1), date(year, 7, 1), "Some days", "#a"))

    def test_on_the_first_and_the_last_day_is_drawn(self):
        for first, last in ((date(1990, 1, 1), FIRST), (LAST, date(2030, 1, 1))):
            assert "Somebody" in drawn(Bar(first, last, "Somebody", "#heads"))
            assert "Some days" in drawn(Bracket(first, last, "Some days", "#a"))
        for day in (FIRST, LAST):
            assert "A day" in drawn(Point(day, "A day", "#a"))


class TestFrame:
    def test_says_what_it_is_for_those_who_do_not_see_it(self):
        svg = drawn(bar(2005, 2010))
        assert "Title" in svg
        assert "Description" in svg

    def test_chosen_day_is_marked_with_its_words(self):
        assert "1 June 2010" in drawn(bar(2005, 2010), chosen=(date(2010, 6, 1), "1 June 2010"))

    def test_has_no_script_and_no_inline_style(self):
        svg = drawn(bar(2005, 2010), Point(date(2005, 1, 1), "A", "#a"))
        assert "<script" not in svg
        assert "style=" not in svg

    def test_many_points_are_few_marks(self):
        points = [Point(date(2000 + month // 12, month % 12 + 1, 1), "A", "#a") for month in range(240)]
        assert drawn(*points).count("<circle") < 100

    def test_two_days_are_marked_each_with_its_words(self):
        days = (date(2010, 6, 1), "1 June 2010"), (date(2010, 7, 1), "1 July 2010")
        svg = str(
            strip_svg(Strip("strip", "Title", "Description", FIRST, LAST, [Lane("Lane", [bar(2005, 2010)])], *days))
        )
        assert svg.count('class="chosen-day"') == 2
        first, second = re.findall(r'<text class="day[^>]* y="(\d+)">', svg)
        assert int(second) - int(first) == 14

    def test_words_of_the_chosen_day_stay_within(self):
        for day, anchor in ((FIRST, "start"), (date(2010, 6, 1), "middle"), (LAST, "end")):
            assert f'class="day {anchor}"' in drawn(bar(2005, 2010), chosen=(day, "1 June 2010"))


class TestNames:
    def test_stands_beneath_its_bar_after_the_one_before(self):
        svg = drawn(bar(2000, 2003, name="Somebody long"), bar(2003, 2015, name="Another"))
        (first, second) = re.findall(r'class="name start" x="([\d.]+)%"[^>]*>([^<]+)<', svg)
        assert (first[1], second[1]) == ("Somebody long", "Another")
        assert float(second[0]) > float(first[0]) + 20

    def test_stands_one_row_lower_where_its_bar_ends_before_there_is_room(self):
        svg = drawn(
            bar(2000, 2001, name="Somebody long"), bar(2001, 2004, name="Another"), bar(2004, 2005, name="Third")
        )
        rows = [int(y) for y in re.findall(r'class="name [^>]* y="(\d+)"', svg)]
        assert rows == [rows[0], rows[0] + 14, rows[0] + 14]
        # A line leads down to each that stands lower.
        led = re.findall(r'class="led" x1="([\d.]+)%" x2="([\d.]+)%" y1="(\d+)" y2="(\d+)"', svg)
        assert led == [(x, x, str(rows[0] - 11), str(rows[1] - 9)) for x in ("14.0", "24.26")]
        assert int(re.search(r'height="(\d+)" role', svg)[1]) > rows[-1], "the drawing is as high as its names"

    def test_stands_one_row_lower_where_it_would_leave_the_drawing_behind_the_one_before(self):
        svg = drawn(bar(2010, 2014, name="Somebody there"), bar(2014, 2020, name="Another else"))
        upper, lower = re.findall(r'class="name \w+"[^>]* y="(\d+)"', svg)
        assert int(upper) < int(lower)

    def test_are_written_from_the_left_whatever_is_drawn_first(self):
        svg = drawn(
            bar(2011, 2012, name="Somebody long"),
            Point(date(2010, 6, 1), "A", "#a", name="A longer day"),
            bar(2015, 2016),
        )
        assert re.findall(r'class="name [^>]*>([^<]*)<', svg) == ["A longer day", "Somebody long"]

    def test_stand_apart_on_a_screen_of_320_pixels(self):
        first, second = bar(2000, 2002, name="Hatoyama"), replace(bar(2002, 2003, name="Abe"), first=date(2002, 6, 1))
        upper, lower = re.findall(r'class="name \w+"[^>]* y="(\d+)"', drawn(first, second))
        assert int(upper) < int(lower)

    def test_stands_under_the_middle_of_a_bar_that_is_narrower(self):
        svg = drawn(bar(2010, 2011, name="Izawa"))
        assert 'class="name middle" x="52.41%"' in svg

    def test_takes_no_row_of_its_own_to_say_that_something_is_not_known(self):
        unknown = bar(2001, 2002, Look.UNKNOWN, name="not known")
        svg = drawn(bar(2000, 2001, name="Somebody long"), unknown, bar(2002, 2003, name="Third"))
        assert re.findall(r'class="name [^>]*>([^<]+)<', svg) == ["Somebody long", "Third"]

    def test_is_left_out_where_three_rows_have_no_room(self):
        svg = drawn(*(bar(2000 + year, 2001 + year, name=f"Number {year:02}") for year in range(5)))
        assert re.findall(r">(Number \d+)<", svg) == ["Number 00", "Number 01", "Number 02", "Number 04"]

    def test_at_the_right_edge_ends_beneath_its_bar(self):
        svg = drawn(bar(2016, 2018, name="Somebody with a very long name"))
        assert 'class="name end"' in svg
        assert 'class="name start"' not in svg
