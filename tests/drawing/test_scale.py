import re

import pytest

from partnerships.drawing import Step, scale_svg, stretch


class TestStretch:
    @pytest.mark.parametrize(
        ("years", "size"), [([2011, 2018], 1), ([1990, 2026], 5), ([1866, 2026], 25), ([1, 9999], 1000), ([], 1)]
    )
    def test_gives_no_more_bars_than_fit(self, years, size):
        assert stretch(years) == size


class TestScale:
    def test_each_bar_is_a_link_with_a_name_and_the_highest_fills_the_height(self):
        svg = scale_svg("Lines", [Step("1990", 2, "?from=1990", "1990: 2 lines"), Step("1995", 4, "?a&b", "<four>")])
        assert re.findall(r'<a href="([^"]*)" aria-label="([^"]*)"', svg) == [
            ("?from=1990", "1990: 2 lines"),
            ("?a&amp;b", "&lt;four&gt;"),
        ]
        assert re.findall(r'class="solid" x="[0-9.]+%" y="([0-9.]+)"', svg) == ["22.0", "0.0"]
