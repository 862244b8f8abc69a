"""Errors that readers report: received, limited, answered, and forgotten after a time."""

import ipaddress
import secrets
from datetime import date, timedelta

from django.contrib.auth.models import User
from django.db.models import F, QuerySet, Sum
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.models import Change, ErrorReport, ReportSender
from partnerships.projections import version
from partnerships.transactions import one_write

from .refusal import Refused
from .two_people import name_of

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
)


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


def corrections_of(report: ErrorReport) -> QuerySet[Change]:
    """Return the changes of the record since the report came, the newest first: one of them may have corrected it."""
    found = Change.objects.filter(kind=report.kind, key=report.key, at__gte=report.received_at, action__in=CORRECTING)
    return found.defer("before", "after").order_by("-id")


def open_reports() -> QuerySet[ErrorReport]:
    """Return the reports that nobody has answered yet, the oldest first."""
    return ErrorReport.objects.filter(closed_at__isnull=True).order_by("id")


@one_write()
def close(report: ErrorReport, *, by: User, outcome: str, answer: str, correction: str = "") -> ErrorReport:
    """Answer a report, and close it; `correction` is the number of the change that corrected the error."""
    report = ErrorReport.objects.select_for_update().get(pk=report.pk)
    if report.closed_at:
        raise Refused(_("This report is closed already."))
    if outcome not in ErrorReport.Outcome:
        raise Refused(_("Say what became of the report."))
    if not answer.strip():
        raise Refused(_("Give the reason: whoever reported the error reads it."))
    change = corrections_of(report).filter(pk=correction).first() if correction.isdecimal() else None
    if correction and change is None:
        raise Refused(_("This is no change of the record since the report came."))
    if change is not None and outcome != ErrorReport.Outcome.CORRECTED:
        raise Refused(_("A correction is named, but the outcome is another one."))
    report.outcome, report.answer = outcome, answer.strip()
    report.correction_id = change.pk if change else None
    report.closed_by, report.closed_by_name, report.closed_at = by, name_of(by), timezone.now()
    report.save()
    if change is not None:
        # The page of corrections says that a reader reported it.
        version.advance()
    return report
