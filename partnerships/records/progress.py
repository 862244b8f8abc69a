"""What became of a visit or a meeting: held, planned or cancelled, with the visit that it belongs to."""

from partnerships.models import Meeting, Progress, Record, Visit


def progress(record: Record) -> Progress:
    """Return what became of `record`, or of the visit that it belongs to; what is neither is as good as held."""
    owner = getattr(record, "owner", None)
    for one in (record, *([owner] if owner else [])):
        if isinstance(one, Visit | Meeting) and one.status != Progress.HELD:
            return Progress(one.status)
    return Progress.HELD


def not_held(record: Record) -> str:
    """Say what became of a visit or a meeting that was not held, or of the visit that it belongs to; else nothing."""
    became = progress(record)
    return "" if became == Progress.HELD else str(became.label)
