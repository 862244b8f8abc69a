"""How Django words days and hours for staff."""

from datetime import datetime

import pytest
from django.utils import formats
from django.utils.translation import override

FIRST = datetime(2026, 1, 1, 9, 5)  # noqa: DTZ001
MOMENT = datetime(2026, 11, 28, 19, 45)  # noqa: DTZ001  only its words are asked for


@pytest.mark.parametrize(
    ("language", "name", "words"),
    [
        ("en", "DATE_FORMAT", "28 November 2026"),
        ("en", "DATETIME_FORMAT", "28 November 2026, 19:45"),
        ("en", "SHORT_DATETIME_FORMAT", "28 Nov 2026, 19:45"),
        ("fr", "DATE_FORMAT", "28 novembre 2026"),
        ("fr", "DATETIME_FORMAT", "28 novembre 2026 à 19 h 45"),
        ("fr", "SHORT_DATETIME_FORMAT", "28/11/2026 à 19 h 45"),
        ("fr", "TIME_FORMAT", "19 h 45"),
    ],
)
def test_are_those_of_the_pages(language, name, words):
    with override(language):
        assert formats.date_format(MOMENT, name) == words


@pytest.mark.parametrize(
    ("language", "name", "words"),
    [
        ("fr", "DATE_FORMAT", "1er janvier 2026"),
        ("fr", "DATETIME_FORMAT", "1er janvier 2026 à 09 h 05"),
        ("fr", "MONTH_DAY_FORMAT", "1er janvier"),
        ("en", "DATE_FORMAT", "1 January 2026"),
    ],
)
def test_of_a_first_day_are_too(language, name, words):
    with override(language):
        assert formats.date_format(FIRST, name) == words
