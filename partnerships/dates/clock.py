"""The only place that asks what day it is."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from partnerships.kept_in_process import remembered

HOME = "Europe/Brussels"


def today() -> date:
    """The day it is now, asked at each call: never put it in a default argument.

    It begins in the time zone of the settings, where they are loaded; otherwise in Brussels, where the missions are,
    whatever the clock of the server says.
    """
    if settings.configured:
        return _day(timezone.now().replace(second=0, microsecond=0))
    return datetime.now(ZoneInfo(HOME)).date()


@remembered(16)
def _day(minute: datetime) -> date:
    """The day on which a minute falls: no day begins within one, and a page asks for it many times."""
    return timezone.localtime(minute, timezone.get_default_timezone()).date()


def day_of(instant: datetime) -> date:
    """The day on which an instant falls, where the days of the register begin."""
    return timezone.localtime(instant).date()


def rest_of_today() -> int:
    """The whole seconds until `today` becomes another day."""
    now = timezone.now()
    return int(_midnight_after(now.replace(second=0, microsecond=0)) - now.timestamp())


@remembered(16)
def _midnight_after(minute: datetime) -> float:
    """When the day on which a minute falls ends: no day ends within one, and each page that is kept asks for it."""
    zone = timezone.get_default_timezone()
    return datetime.combine(_day(minute) + timedelta(days=1), time.min, zone).timestamp()
