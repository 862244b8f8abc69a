"""A time of day in words: `17:35 local time (UTC+2)`, « 17 h 35, heure locale (UTC+2) »."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def word_hour(hour: time, language: str, *, zone: str = "", day: date | None = None) -> str:
    """Return `hour` in words; of a `zone` that it is local, and by how much apart from UTC on a `day` that is known."""
    french = language.startswith("fr")
    minutes = f"\u00a0{hour:%M}" if hour.minute else ""
    said = f"{hour.hour}\u00a0h{minutes}" if french else f"{hour:%H:%M}"
    if not zone:
        return said
    local = f"{said}, heure locale" if french else f"{said} local time"
    offset = _offset(hour, zone, day) if day else None
    return f"{local} ({offset})" if offset else local


def _offset(hour: time, zone: str, day: date) -> str:
    try:
        apart = datetime.combine(day, hour, ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return ""
    if not apart:
        return "UTC"
    minutes = abs(apart) // timedelta(minutes=1)
    sign = "+" if apart > timedelta() else "\u2212"
    return f"UTC{sign}{minutes // 60}{f':{minutes % 60:02d}' if minutes % 60 else ''}"
