"""Errors that readers report: received, limited, answered, and forgotten after a time."""

import ipaddress
import secrets
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db.models import F, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.models import Change, ErrorReport, Publication, ReportSender
from partnerships.models.base import target_of
from partnerships.models.history import name_of
from partnerships.projections import version
from partnerships.records.kinds import KINDS, kind_of, record_named
from partnerships.records.references import named_by
from partnerships.records.snapshot.taking import link_fields
from partnerships.records.visibility import FOR_STAFF
from partnerships.transactions import one_write

from .refusal import Refused

#: So many reports are taken on one day from one sender, and from all together.
MOST_OF_ONE, MOST_OF_ALL = 10, 300
#: The words of a report are kept for so long after it is closed.
KEPT = timedelta(days=365)
#: What may correct what somebody reported.
CORRECTING = (
    Change.Action.UPDATE,
    Change.Action.ACCEPT,
    Change.Action.PUBLISH,
    Change.Action.WITHDRAW,
    Change.Action.DELETE,
    Change.Action.MERGE,
    Change.Action.RESTORE,
)
#: Of so many changes of other records it is asked whether they are about the reported one.
MOST_LOOKED_AT = 500


class TooMany(Exception):
    """So many reports came on this day that no more are taken."""


def mark_of(address: str, day: date) -> str:
    """Return the mark of a network address on a day: the same all day, of another day another one.

    An address of the sixth version stands for the network of its house.
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        found = None
    if found is not None and found.version == 6:
        address = str(ipaddress.ip_network(f"{address.partition('%')[0]}/64", strict=False))
    salt = f"partnerships.reports {day.isoformat()}"
    return salted_hmac(salt, address, algorithm="sha256").hexdigest()  # pyright: ignore[reportCallIssue]


@one_write()
def receive(
    *, kind: str, key: str, moment: str, shown: str, language: str, text: str, where: str, sender: str
) -> ErrorReport:
    """Write down what a reader reports; `sender` is the network address, of which nothing is kept but a mark.

    Raises `TooMany` where so much came on this day that no more is taken.
    """
    today = dates.today()
    forget_reports()
    _count(mark_of(sender, today), today)
    return ErrorReport.objects.create(
        kind=kind,
        key=key,
        moment=moment,
        shown=shown,
        language=language,
        text=text,
        where=where,
        token=secrets.token_hex(16),
    )


def _count(mark: str, day: date) -> None:
    senders = ReportSender.objects.filter(day=day)
    if (senders.aggregate(all=Sum("number"))["all"] or 0) >= MOST_OF_ALL:
        raise TooMany
    sender, _new = senders.get_or_create(day=day, mark=mark)
    if sender.number >= MOST_OF_ONE:
        raise TooMany
    senders.filter(pk=sender.pk).update(number=F("number") + 1)


@one_write()
def forget_reports() -> int:
    """Delete the marks of former days, and the words of reports that were closed long ago; return how many of these."""
    ReportSender.objects.filter(day__lt=dates.today()).delete()
    old = ErrorReport.objects.filter(closed_at__lt=timezone.now() - KEPT, erased_at__isnull=True)
    # What became of it stays: the correction that it led to is public.
    return old.update(text="", where="", shown="", erased_at=timezone.now())


def corrections_of(report: ErrorReport) -> list[Change]:
    """Return what may have corrected the error since the report came: changes of it, and of public records tied to it.

    Those of the record itself come first, the newest before all.
    """
    since = Change.objects.filter(at__gte=report.received_at, action__in=CORRECTING).order_by("-id")
    own = Q(kind=report.kind, key=report.key)
    found = [*since.filter(own), *_of_others(report, since.exclude(own))]
    return [one for one in found if _differs_for_readers(one)]


def _of_others(report: ErrorReport, since: QuerySet[Change]) -> list[Change]:
    record = record_named(report.kind, report.key)
    if record is None:
        return []
    named = {(kind_of(each), each.key) for each in named_by(record)}
    found = [one for one in since[:MOST_LOOKED_AT] if (one.kind, one.key) in named or _names(one, report)]
    return [one for one in found if _is_read(one)]


def _names(change: Change, report: ErrorReport) -> bool:
    """Whether what was changed names the reported record, before or after."""
    target, named = KINDS[report.kind].model, [report.key]
    for line in (*(change.before or ()), *(change.after or ())):
        model = apps.get_model(line["model"])
        for name in link_fields(model):
            value = line["fields"].get(name) or ()
            if target_of(model, name) is target and (value == named or named in value):
                return True
    return False


def _differs_for_readers(change: Change) -> bool:
    """Whether more was changed than what staff alone read."""
    before, after = _for_readers(change.before), _for_readers(change.after)
    return before is None or before != after


def _for_readers(lines: Any) -> list[dict] | None:
    left_out = {*FOR_STAFF}
    return lines and [
        {**line, "fields": {name: value for name, value in line["fields"].items() if name not in left_out}}
        for line in lines
    ]


def _is_read(change: Change) -> bool:
    """Whether the public read the record before the change, or reads it after."""
    texts: list[Any] = [change.before, change.after]
    return any(lines[0]["fields"].get("publication") == Publication.PUBLISHED for lines in texts if lines)


def open_reports() -> QuerySet[ErrorReport]:
    """Return the reports that nobody has answered yet, the oldest first."""
    return ErrorReport.objects.filter(closed_at__isnull=True).order_by("id")


def nothing_changed() -> str:
    """Say that nothing can have corrected what was reported, and what to do."""
    return _(
        "Nothing public has changed since the report came, neither the record nor one tied to it. "
        "To answer “corrected”, correct it first: what is proposed counts once it is accepted. "
        "Else choose another outcome."
    )


@one_write()
def close(report: ErrorReport, *, by: User, outcome: str, answer: str, correction: str = "") -> ErrorReport:
    """Answer a report, and close it; `correction` is the number of the change that corrected the error, if any."""
    report = ErrorReport.objects.select_for_update().get(pk=report.pk)
    if report.closed_at:
        raise Refused(_("This report is closed already."))
    if outcome not in ErrorReport.Outcome:
        raise Refused(_("Say what became of the report."))
    if not answer.strip():
        raise Refused(_("Give the reason: the person who reported the error will read it."))
    may = corrections_of(report) if correction or outcome == ErrorReport.Outcome.CORRECTED else []
    change = next((one for one in may if str(one.pk) == correction), None)
    if outcome == ErrorReport.Outcome.CORRECTED and not may:
        raise Refused(nothing_changed())
    if correction and change is None:
        raise Refused(_("This is not a change to the record, or to one tied to it, since the report came."))
    if change is not None and outcome != ErrorReport.Outcome.CORRECTED:
        raise Refused(_("A correction is named, but the outcome is another one."))
    if change is None and outcome == ErrorReport.Outcome.CORRECTED:
        raise Refused(_("Name the change that corrected it."))
    report.outcome, report.answer = outcome, answer.strip()
    report.correction_id = change.pk if change else None
    report.closed_by, report.closed_by_name, report.closed_at = by, name_of(by), timezone.now()
    report.save()
    if change is not None:
        # The page of corrections says that a reader reported it.
        version.advance()
    return report
