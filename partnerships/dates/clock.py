"""The only place that asks what day it is."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

HOME = "Europe/Brussels"


def today() -> date:
    """The day it is now, asked at each call: never put it in a default argument.

    In Django's current time zone where the settings are loaded; otherwise in Brussels, where the
    missions are. A day begins there, whatever the clock of the server says.
    """
    if settings.configured and settings.USE_TZ:
        return timezone.localdate()
    return datetime.now(ZoneInfo(HOME)).date()


def day_of(instant: datetime) -> date:
    """The day on which an instant falls, where the days of the register begin."""
    return timezone.localtime(instant).date()


def rest_of_today() -> int:
    """The whole seconds until `today` becomes another day."""
    now = timezone.localtime()
    midnight = datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo)
    return int(midnight.timestamp() - now.timestamp())
