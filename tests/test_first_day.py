"""The first day of a month, in French and in English."""

from datetime import date

import pytest
from django.utils import formats
from django.utils.translation import override

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("language", "day", "words"),
    [
        ("fr", 1, "1er"),
        ("fr", 2, "2"),
        ("fr", 11, "11"),
        ("fr", 21, "21"),
        ("fr", 31, "31"),
        ("en", 1, "1st"),
        ("en", 11, "11th"),
        ("en", 22, "22nd"),
    ],
)
def test_has_its_ending_in_the_language_of_the_page(language, day, words):
    with override(language):
        assert formats.date_format(date(2018, 1, day), "jS") == words
