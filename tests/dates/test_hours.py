"""A time of day in words."""

from datetime import date, time

import pytest

from partnerships.dates.hours import word_hour

SUMMER, WINTER = date(2025, 6, 24), date(2025, 12, 24)


@pytest.mark.parametrize(
    ("hour", "french", "english"),
    [("17:35", "17\u00a0h\u00a035", "17:35"), ("09:00", "9\u00a0h", "09:00"), ("00:05", "0\u00a0h\u00a005", "00:05")],
)
def test_without_a_zone_is_the_hour_alone(hour, french, english):
    typed = time.fromisoformat(hour)
    assert (word_hour(typed, "fr"), word_hour(typed, "en")) == (french, english)


@pytest.mark.parametrize(
    ("zone", "day", "offset"),
    [
        ("Europe/Amsterdam", SUMMER, " (UTC+2)"),
        ("Europe/Amsterdam", WINTER, " (UTC+1)"),
        ("America/New_York", WINTER, " (UTC\u22125)"),
        ("Asia/Kolkata", SUMMER, " (UTC+5:30)"),
        ("Europe/London", WINTER, " (UTC)"),
        ("Europe/Amsterdam", None, ""),
        ("Nowhere/At_All", SUMMER, ""),
    ],
)
def test_of_a_zone_is_local_and_so_far_from_utc_on_that_day(zone, day, offset):
    assert word_hour(time(17, 35), "en", zone=zone, day=day) == f"17:35 local time{offset}"
    assert word_hour(time(17, 35), "fr", zone=zone, day=day) == f"17\u00a0h\u00a035, heure locale{offset}"
