"""For how long a sign of service vouches for what is still going on."""

from datetime import date

import pytest

from partnerships.dates import EARLIEST, LATEST
from partnerships.offices.certainty_expires import Clock, at_the_end_of_time, now

TODAY = date(2026, 6, 1)


class TestClock:
    def test_the_setting_says_for_how_many_days(self, settings):
        settings.CERTAINTY_DAYS = 12
        assert now(TODAY) == Clock(TODAY, 12)

    def test_at_the_end_of_time_nothing_is_to_come(self, settings):
        settings.CERTAINTY_DAYS = 12
        assert at_the_end_of_time() == Clock(LATEST, 12)

    @pytest.mark.parametrize(
        ("sign", "until"),
        [
            (date(2026, 5, 30), TODAY),
            (date(2026, 5, 21), TODAY),
            (date(2026, 5, 20), TODAY),
            (date(2026, 5, 19), date(2026, 5, 31)),
            (date(2020, 1, 1), date(2020, 1, 13)),
            (None, EARLIEST),
        ],
    )
    def test_a_sign_vouches_for_so_many_days_and_for_none_to_come(self, sign, until):
        assert Clock(TODAY, 12).vouched(sign) == until
