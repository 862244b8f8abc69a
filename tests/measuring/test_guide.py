"""The guides for staff and their pictures: each picture is there, small, and of a screen that has an address."""

import re

import pytest
from django.urls import reverse
from PIL import Image

from measuring.guide import IMAGES, LANGUAGES, ROOT, SCREENS

MOST_BYTES = 1_500_000


class TestGuide:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_shows_every_screen_in_its_language_and_no_other_picture(self, language):
        guide = (ROOT / "docs" / "guides" / f"staff.{language}.md").read_text(encoding="utf-8")
        shown = re.findall(r"!\[[^\]]{10,}\]\(\.\./images/guide/([\w.]+)\)", guide)
        assert sorted(shown) == sorted(f"{screen.name}.{language}.png" for screen in SCREENS)

    def test_has_its_pictures_and_they_are_small(self):
        pictures = {path.name: path for path in IMAGES.glob("*")}
        assert set(pictures) == {f"{screen.name}.{language}.png" for screen in SCREENS for language in LANGUAGES}
        assert sum(path.stat().st_size for path in pictures.values()) < MOST_BYTES
        for path in pictures.values():
            with Image.open(path) as picture:
                assert picture.format == "PNG"

    @pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
    def test_each_screen_has_an_address(self, screen):
        assert reverse(screen.address, args=screen.arguments).startswith("/admin/")
