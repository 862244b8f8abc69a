import re

import pytest

from partnerships.drawing import ScaleStep, scale_svg, stretch, stretches


class TestStretch:
    @pytest.mark.parametrize(
        ("years", "size"),
        [
            ([2011, 2018], 1),
            (range(12), 1),
            (range(13), 5),
            (range(1990, 2027), 5),
            (range(1866, 2027), 25),
            (range(1, 9999), 1000),
            ([], 1),
        ],
    )
    def test_gives_no_more_bars_than_fit(self, years, size):
        assert stretch(years) == size


class TestScale:
    def test_each_bar_is_a_link_with_a_name_and_the_highest_fills_the_height(self):
        svg = scale_svg(
            "Lines", [ScaleStep("1990", 2, "?from=1990", "1990: 2 lines"), ScaleStep("1995", 4, "?a&b", "<four>")]
        )
        assert re.findall(r'<a href="([^"]*)" aria-label="([^"]*)"', svg) == [
            ("?from=1990", "1990: 2 lines"),
            ("?a&amp;b", "&lt;four&gt;"),
        ]
        assert re.findall(r'class="solid" x="[0-9.]+%" y="([0-9.]+)"', svg) == ["38.0", "16.0"]

    def test_numbers_stand_as_text(self):
        svg = scale_svg("Lines", [ScaleStep("1990", 2, "?from=1990", "1990: 2 lines"), ScaleStep("…", 0, "", "")])
        assert re.findall(r"<text[^>]*>([^<]*)</text>", svg) == ["2", "1990", "…"]

    def test_bars_stand_beside_one_another(self):
        svg = scale_svg("Lines", [ScaleStep(str(year), 0, "?a", "none") for year in (1990, 1991)])
        places = re.findall(r'class="solid" x="([0-9.]+)%" y="[0-9.]+" width="([0-9.]+)%"', svg)
        assert places == [("0.0", "43.0"), ("50.0", "43.0")]


class TestStretches:
    def test_say_where_several_are_empty(self):
        assert stretches([1866, 1990, 1999, 2011], 10) == [1860, None, 1990, 2000, 2010]
