"""A map: pins in their places, on the part of the earth that holds them."""

import re
from dataclasses import replace
from math import cos, radians

import pytest
from django.conf import settings

from partnerships.drawing import Map, Pin, closer, map_svg
from partnerships.drawing import map as module

pytestmark = pytest.mark.once
BRUSSELS, MONS, TOKYO, HONOLULU = (50.85, 4.35), (50.45, 3.95), (35.69, 139.69), (21.3, -157.86)


def drawn(*places, journey=False, name=""):
    pins = [Pin(*place, f"Place {number}", f"/p/{number}/", name) for number, place in enumerate(places)]
    return str(map_svg(Map("map", "Title", "Description", pins, journey)))


def at(latitude, longitude):
    return Pin(latitude, longitude, "Place", "/p/")


def spots(svg):
    return [(float(x), float(y)) for x, y in re.findall(r'<circle class="pin" cx="([\d.-]+)" cy="([\d.-]+)"', svg)]


def names(svg):
    """How many names are written beside pins."""
    return len(re.findall(r'<text class="(?:start|end)"', svg))


class TestPins:
    def test_are_links_with_names_on_the_map(self):
        svg = drawn(BRUSSELS, TOKYO)
        assert 'href="/p/0/" aria-label="Place 0"' in svg
        # What they are is written, too, while they are pointed at or reached by the keyboard.
        assert re.findall(r'aria-hidden="true">([^<]*)</text></a>', svg) == ["Place 0", "Place 1"]
        (x, y), (east, south) = spots(svg)
        assert 0 < x < east < 360
        assert 0 < y < south < 190

    def test_that_would_lie_over_one_another_are_one_that_names_both(self):
        svg = drawn(BRUSSELS, MONS, TOKYO)
        assert len(spots(svg)) == 2
        assert 'aria-label="Place 0 · Place 1"' in svg

    def test_are_touched_with_a_finger_and_never_where_another_is(self):
        def reached(svg):
            found = re.findall(r'class="pin" [^>]*r="([\d.]+)" stroke-width="([\d.]+)"', svg)
            return [float(radius) + float(around) / 2 for radius, around in found]

        assert reached(drawn(BRUSSELS)) == [12]
        near, other = reached(drawn(BRUSSELS, (BRUSSELS[0] + 1.2, BRUSSELS[1])))
        assert 3.5 <= near == other < 12

    def test_of_one_name_in_one_place_are_named_once(self):
        pins = [Pin(*BRUSSELS, title, "/p/") for title in ("Brussels", "Mons", "Brussels")]
        assert 'aria-label="Brussels · Mons"' in str(map_svg(Map("map", "Title", "Description", pins)))

    @pytest.mark.parametrize(("number", "radius"), [(1, "4.0"), (2, "5.0"), (4, "7.0"), (9, "7.0")])
    def test_that_are_one_are_larger_within_bounds(self, number, radius):
        assert re.findall(r'class="pin" [^>]* r="([\d.]+)"', drawn(*[BRUSSELS] * number)) == [radius]

    @pytest.mark.parametrize(("number", "ends"), [(5, "Place 4"), (6, "Place 4 …")])
    def test_five_in_one_place_are_named_and_more_are_said_to_be_there(self, number, ends):
        (title,) = re.findall(r'<a href="/p/0/" aria-label="([^"]*)"', drawn(*[BRUSSELS] * number))
        assert title == " · ".join([*(f"Place {one}" for one in range(4)), ends])

    def test_journey_is_a_line_between_places_that_are_apart(self):
        assert "<polyline" in drawn(BRUSSELS, TOKYO, journey=True)
        assert "<polyline" not in drawn(BRUSSELS, MONS, journey=True)
        assert "<polyline" not in drawn(BRUSSELS, TOKYO)

    def test_land_beyond_the_date_line_lies_at_the_western_edge_too(self):
        around = module._frame([Pin(0, 0, "", "")], 360)
        lefts = [float(land.partition("(")[2].partition(" ")[0]) for land in around.lands]
        assert lefts == [0, -360 * around.across]

    def test_names_do_not_touch(self):
        near = [(50 + 2.5 * number, 4 + 5.5 * other) for number in range(4) for other in range(6)]
        svg = drawn(*near, name="A place")
        written = re.findall(r'<text class="(start|end)" x="([\d.]+)" y="([\d.]+)">([^<]*)<', svg)
        assert 6 < len(written) < len(spots(svg)), "some have no room"
        boxes = []
        for side, x, y, text in written:
            left = float(x) - (len(text) * 6.2 if side == "end" else 0)
            boxes.append((left, float(y) - 10, left + len(text) * 6.2, float(y) + 2))
        # Half of a unit is rounded away.
        pins = [(x - 4.5, y - 4.5, x + 4.5, y + 4.5) for x, y in spots(svg)]
        for number, (left, top, right, bottom) in enumerate(boxes):
            assert 0 < left < right < 360
            for other in (*boxes[number + 1 :], *pins):
                assert not (left < other[2] and other[0] < right and top < other[3] and other[1] < bottom)
        assert names(drawn(BRUSSELS, TOKYO, name="Here")) == 2

    @pytest.mark.parametrize(
        ("name", "sides"),
        # A name of one of these lengths has room on the one side, on either, on none.
        [("x" * 10, ["start", "end"]), ("x" * 45, ["start", "end"]), ("x" * 54, []), ("", [])],
    )
    def test_name_stays_on_the_map(self, name, sides):
        svg = drawn(BRUSSELS, TOKYO, name=name)
        assert re.findall(r'<text class="(start|end)"', svg) == sides

    @pytest.mark.parametrize(
        ("pins", "told"),
        [
            ([("Brussels", "Brussels", 0)], []),
            ([("Visit to Brussels", "Brussels", 0)], ["Visit to Brussels"]),
            ([("Two visits", "Brussels", 2)], []),
            ([("Two visits", "", 2)], ["Two visits"]),
            ([("Brussels", "Brussels", 0), ("Mons", "Mons", 0)], ["Brussels · Mons"]),
        ],
    )
    def test_what_stands_there_is_told_where_the_name_beside_does_not_say_it(self, pins, told):
        several = [Pin(*BRUSSELS, title, "/b/", name, number) for title, name, number in pins]
        svg = str(map_svg(Map("map", "Title", "Description", several)))
        assert re.findall(r'class="told"[^>]*>([^<]*)', svg) == told
        assert re.findall(r'<text class="(?:start|end)"[^>]*>([^<]*)', svg) == [
            several[0].written for _ in [one for one in several if one.name][:1]
        ]

    @pytest.mark.parametrize(
        ("name", "written", "told"),
        [("Brussels", "Brussels (2)", []), ("x" * 25, "x" * 25, ["Two visits"]), ("x" * 30, None, ["Two visits"])],
    )
    def test_number_stands_behind_the_name_where_there_is_room_and_else_is_told(self, name, written, told):
        svg = str(map_svg(Map("map", "Title", "Description", [Pin(*BRUSSELS, "Two visits", "/b/", name, 2)])))
        assert re.findall(r'<text class="(?:start|end)"[^>]*>([^<]*)', svg) == [written] * bool(written)
        assert re.findall(r'class="told"[^>]*>([^<]*)', svg) == told

    def test_what_is_written_is_escaped(self):
        assert "<b>" not in drawn(BRUSSELS, name="<b>")


class TestCloser:
    def test_places_that_lie_over_one_another_are_drawn_once_more(self):
        pins = [Pin(*place, f"Place {place}", "") for place in (BRUSSELS, MONS, TOKYO)]
        found = closer(Map("map", "Title", "", pins))
        assert found is not None
        assert list(found.pins) == pins[:2]
        assert len(spots(str(map_svg(found)))) == 2

    def test_what_is_near_lies_near_both_ways(self):
        south, east = Pin(10.0, 4.3, "South", ""), Pin(50.8, 60.0, "East", "")
        pins = [Pin(*BRUSSELS, "Brussels", ""), Pin(*MONS, "Mons", ""), south, east]
        found = closer(Map("map", "Title", "", pins))
        assert found is not None
        assert [pin.title for pin in found.pins] == ["Brussels", "Mons"]

    def test_nothing_is_where_none_do(self):
        pins = [Pin(*place, "", "") for place in (BRUSSELS, BRUSSELS, TOKYO)]
        assert closer(Map("map", "Title", "", pins)) is None


class TestFrame:
    def test_goes_the_short_way_around_the_earth(self):
        svg = drawn(TOKYO, HONOLULU)
        (tokyo, _), (honolulu, _) = spots(svg)
        assert tokyo < honolulu
        assert svg.count("<use") == 2

    def test_one_place_alone_has_its_surroundings(self):
        svg = drawn(BRUSSELS)
        [(x, y)] = spots(svg)
        assert (round(x), round(y)) == (180, 95)

    def test_holds_the_whole_earth(self):
        for x, y in spots(drawn((80, -170), (-50, -60), (10, 60), (0, 175))):
            assert 0 <= x <= 360
            assert 0 <= y <= 190


class TestWay:
    def test_leads_from_stop_to_stop(self):
        assert drawn(BRUSSELS, TOKYO, BRUSSELS, journey=True).count("<polyline") == 1
        assert "<polyline" not in drawn(BRUSSELS, TOKYO)


class TestOutline:
    def test_is_small_and_has_what_maps_point_to(self):
        text = (settings.BASE_DIR / "static" / "partnerships" / "world.svg").read_text(encoding="utf-8")
        assert len(text) < 60_000
        assert 'id="land"' in text


class TestParts:
    @pytest.mark.parametrize(
        ("longitudes", "west", "width"),
        [([10, 30], 10, 20), ([170, -170], 170, 20), ([-10, 10], 350, 20), ([5], 5, 0), ([0, 100, 200], 0, 200)],
    )
    def test_span_is_the_shortest_way_that_meets_all(self, longitudes, west, width):
        assert module._span(longitudes) == (west, width)

    @pytest.mark.parametrize(
        ("places", "fewest"),
        [([(50, 4), (35, 139)], 40), ([(50, 4)], 40), ([(60, 10), (-30, 10)], 20), ([(0, 0), (0, 120), (0, 240)], 40)],
    )
    def test_frame_holds_all_pins_with_room_around_them_and_no_more_than_the_earth(self, places, fewest):
        frame = module._frame([at(*place) for place in places], fewest)
        drawn_at = [frame.at(*place) for place in places]
        assert all(10 < x < 350 and 5 < y < 185 for x, y in drawn_at)
        assert 360 / frame.across <= 360.01
        assert 360 / frame.across >= fewest - 0.01
        # They stand in the middle, and a degree is as long either way as it is there.
        for axis, whole in ((0, 360), (1, 190)):
            several = [each[axis] for each in drawn_at]
            assert abs(min(several) + max(several) - whole) < 0.1
        middle = (min(one for one, _other in places) + max(one for one, _other in places)) / 2
        assert abs(frame.across / frame.down - cos(radians(middle))) < 0.01

    @pytest.mark.parametrize(
        ("place", "is_near"),
        [
            *(((50, 4), True), ((54.5, 4), True), ((54.6, 4), False), ((45.5, 4), True), ((50, 13), True)),
            *(((50, 13.1), False), ((50, -5), True), ((50, -5.1), False), ((50, 364), True)),
        ],
    )
    def test_near_is_within_nine_degrees_to_either_side_and_half_of_it_up_or_down(self, place, is_near):
        assert module._is_near(at(*place), at(50, 4)) is is_near

    @pytest.mark.parametrize(("x", "written"), [(100, (108, "start")), (340, (332, "end")), (3, (11, "start"))])
    def test_name_stands_behind_its_pin_else_before_it(self, x, written):
        spot = module._Spot([at(0, 0)], x, 50)
        found = module._beside(spot, "Tokyo", [])
        assert ((found.x, found.anchor), found.y) == (written, 54)

    def test_name_stands_on_the_other_side_where_one_is_taken_and_nowhere_where_both_are(self):
        spot, taken = module._Spot([at(0, 0)], 100, 50), [(110, 50, 120, 52)]
        assert module._beside(spot, "Tokyo", taken).anchor == "end"
        assert module._beside(spot, "Tokyo", taken) is None
        assert module._beside(spot, "", []) is None
        # What lies just above or below it, or begins where it ends, does not touch it.
        beside = [(108, 30, 139, 44), (108, 56, 139, 70), (139, 44, 150, 56)]
        assert module._beside(spot, "Tokyo", beside).anchor == "start"

    def test_title_alone_says_all_where_it_is_what_is_written(self):
        def says_all(*pins, written):
            return module._says_all(module._Spot(pins, 0, 0), written)

        named = replace(at(0, 0), title="Tokyo", name="Tokyo")
        counted = replace(named, title="Tokyo: 3 visits", number=3)
        assert says_all(named, written="Tokyo")
        assert says_all(counted, written="Tokyo (3)")
        assert not says_all(counted, written="Tokyo")
        assert not says_all(replace(named, title="Tokyo: 3 visits"), written="Tokyo")
        assert not says_all(named, named, written="Tokyo")

    def test_spot_of_several_is_larger_names_five_and_is_touched_half_of_the_way_to_the_next(self):
        pins = [replace(at(0, 0), title=str(number)) for number in range(6)]
        assert [module._Spot(pins[:number], 0, 0).radius for number in (1, 2, 4, 6)] == [4, 5, 7, 7]
        assert [module._Spot(pins[:number], 0, 0).title for number in (5, 6)] == [
            *("0 · 1 · 2 · 3 · 4", "0 · 1 · 2 · 3 · 4 …")
        ]
        near, next_one, far = module._reached([module._Spot(pins[:1], x, 0) for x in (0, 10, 200)])
        assert [one.reach for one in (near, next_one, far)] == [5, 5, 12]
        assert [one.around for one in (near, far)] == [2, 16]
        assert replace(near, reach=2).around == 0
