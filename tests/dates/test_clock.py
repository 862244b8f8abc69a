import re
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.utils import timezone

import partnerships.dates
from partnerships.dates import today

BRUSSELS = ZoneInfo("Europe/Brussels")
#: The day that begins then has an hour more.
BEFORE_WINTER = datetime(2018, 10, 27, 22, tzinfo=UTC)


class TestToday:
    def test_begins_at_midnight_in_brussels(self, monkeypatch):
        with timezone.override(BRUSSELS):
            monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2018, 6, 30, 21, 59, tzinfo=UTC))
            assert today() == date(2018, 6, 30)
            monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2018, 6, 30, 22, 1, tzinfo=UTC))
            assert today() == date(2018, 7, 1)

    def test_is_the_same_wherever_a_reader_is(self, monkeypatch):
        monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2018, 6, 30, 21, 30, tzinfo=UTC))
        with timezone.override(ZoneInfo("Asia/Tokyo")):
            assert today() == date(2018, 6, 30)

    def test_is_asked_at_each_call(self, monkeypatch):
        # A default argument would freeze the day on which the server started.
        found = []
        for day in (1, 2):
            monkeypatch.setattr("django.utils.timezone.now", lambda day=day: datetime(2026, 1, day, 12, tzinfo=UTC))
            found.append(today())
        assert found == [date(2026, 1, 1), date(2026, 1, 2)]

    def test_is_in_brussels_without_settings(self, monkeypatch):
        class Unconfigured:
            configured = False

        monkeypatch.setattr("partnerships.dates.clock.settings", Unconfigured)
        assert abs((today() - datetime.now(BRUSSELS).date()).days) <= 1

    def test_nothing_else_in_the_package_asks(self):
        folder = Path(partnerships.dates.__file__).parent
        asking = {
            file.name for file in folder.glob("*.py") if re.search(r"date\.today|\.now\(|localdate", file.read_text())
        }
        assert asking == {"clock.py"}


class TestRestOfToday:
    def test_lasts_until_midnight_in_brussels_on_a_longer_day_too(self, monkeypatch):
        with timezone.override(ZoneInfo("Asia/Tokyo")):
            for now, left in ((datetime(2018, 6, 30, 21, 59, 30, tzinfo=UTC), 30), (BEFORE_WINTER, 25 * 3600)):
                monkeypatch.setattr("django.utils.timezone.now", lambda now=now: now)
                assert partnerships.dates.rest_of_today() == left


class TestDayOf:
    def test_begins_in_brussels(self):
        assert partnerships.dates.day_of(datetime(2018, 6, 30, 22, 30, tzinfo=UTC)) == date(2018, 7, 1)
