"""Mails of the way of a record: sent when all is written, to those whom it concerns, and only of what they may see.

Whoever writes notes what it did; at the end of the outermost write this is asked after once, so that thirty records
that are published together are one mail. A mail that cannot be sent is a line in the log, and hinders nothing.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from smtplib import SMTPException

from django.contrib.auth.models import User
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from partnerships.models import (
    Change,
    MailChoice,
    PendingChange,
    Publication,
    Record,
    ScheduledAcceptance,
    ScheduledPublication,
)
from partnerships.models.base import LANGUAGES
from partnerships.own_site import own_site
from partnerships.records.kinds import KINDS, record_named
from partnerships.transactions import at_the_end

from .own_sentences import worded_anew
from .published_alone import WRITING
from .roles import PUBLISHERS
from .waiting import WITH_OTHERS, Waiting, list_titles, may_mend, waiting_for

logger = logging.getLogger("partnerships.mails")

#: The mails that one may do without, by their fields in `MailChoice`.
REVIEW, RETURNED, PUBLISHED, DIGEST = "review", "returned", "published", "digest"
#: That something could not go public at its moment is told to those who review, as what they are asked.
HINDERED = "hindered"
#: Every sort of mail of a step, with the choice that it hangs on.
SORTS = {REVIEW: REVIEW, RETURNED: RETURNED, PUBLISHED: PUBLISHED, HINDERED: REVIEW}
#: So many records are named in a mail; the first page names them all.
MOST_NAMED = 30

State = PendingChange.State
Done = Change | PendingChange | ScheduledPublication | ScheduledAcceptance
#: Of which steps, and which states of a pending change, which mail tells.
STEPS = {Change.Action.SUBMIT: REVIEW, Change.Action.RETURN: RETURNED, Change.Action.PUBLISH: PUBLISHED}
STATES = {State.WAITING: REVIEW, State.RETURNED: RETURNED, State.ACCEPTED: PUBLISHED}


@dataclass(frozen=True)
class Event:
    """Something that was done, of which others are told."""

    mail: str
    kind: str
    key: str
    by: int | None
    by_name: str
    comment: str
    address: str
    #: The accounts that it concerns; None for everybody who reviews.
    to: frozenset[int] | None = None
    #: Whether a part of what went back has been accepted.
    in_part: bool = False


def tell(done: Done) -> None:
    """Note what was done; those whom it concerns are told once everything is written."""
    if isinstance(done, Change) and (done.action not in STEPS or _is_no_review(done)):
        return
    if isinstance(done, PendingChange) and done.state not in STATES:
        return
    at_the_end(_told, done)


def _is_no_review(change: Change) -> bool:
    """Whether a record came back to its editors that nobody reviewed: it was withdrawn."""
    before = change.before[0]["fields"] if change.before else {}
    return change.action == Change.Action.RETURN and before.get("publication") == Publication.WITHDRAWN


def _told(noted: list[Done]) -> None:
    """Send, once all is written, what was noted and is written indeed: parts of a write may have been taken back."""
    names = [(type(done), done.pk, getattr(done, _step(type(done)))) for done in noted]
    transaction.on_commit(lambda: send_all(_still_there(dict.fromkeys(names))), robust=True)


def _step(model: type) -> str:
    """Return the column that says what was done."""
    return {Change: "action", PendingChange: "state"}.get(model, "obstacles")


def _still_there(names: Iterable[tuple[type, int, str]]) -> list[Event]:
    events = {Change: _of_change, PendingChange: _of_pending}
    rows = (
        (model, model._default_manager.filter(pk=number, **{_step(model): done}).first())
        for model, number, done in names
    )
    return [events.get(model, _of_hindered)(row) for model, row in rows if row is not None]


def _of_hindered(decided: ScheduledPublication | ScheduledAcceptance) -> Event:
    """Return what could not go public at its moment: to be looked at again by whoever reviews."""
    if isinstance(decided, ScheduledAcceptance):
        pending = decided.pending
        kind, key, page = (
            pending.kind,
            pending.key,
            reverse("admin:partnerships_pendingchange_change", args=[pending.pk]),
        )
    else:
        record = KINDS[decided.kind].model._default_manager.get(pk=decided.record)
        kind, key, page = (
            decided.kind,
            record.key,
            reverse(f"admin:partnerships_{decided.kind}_change", args=[record.pk]),
        )
    return Event(HINDERED, kind, key, None, "", decided.obstacles, page)


def _of_change(change: Change) -> Event:
    mail = STEPS[Change.Action(change.action)]
    record = record_named(change.kind, change.key)
    address = reverse(f"admin:partnerships_{change.kind}_change", args=[record.pk]) if record else ""
    to = None if mail == REVIEW else frozenset(_writers(change))
    return Event(mail, change.kind, change.key, change.by_id, change.by_name, change.comment, address, to)


def _writers(change: Change) -> Iterator[int]:
    """Yield the accounts that wrote the record, or submitted it."""
    acts = (*WRITING, Change.Action.SUBMIT)
    rows = Change.objects.filter(kind=change.kind, key=change.key, action__in=acts, by__isnull=False)
    yield from rows.values_list("by", flat=True).distinct()


def _of_pending(pending: PendingChange) -> Event:
    mail = STATES[State(pending.state)]
    waits = mail == REVIEW
    by = (pending.author_id, pending.author_name) if waits else (pending.decided_by_id, pending.decided_by_name)  # pyright: ignore[reportAttributeAccessIssue]
    comment = pending.comment if waits else pending.answer
    address = reverse("admin:partnerships_pendingchange_change", args=[pending.pk])
    to = None if waits else frozenset([pending.author_id] if pending.author_id else [])
    in_part = pending.accepted_part is not None
    return Event(mail, pending.kind, pending.key, *by, comment, address, to, in_part)


# To whom


def staff() -> list[User]:
    """Return who can be written to: active members of staff with an address."""
    found = User.objects.filter(Q(is_active=True, is_staff=True) & ~Q(email=""))
    return list(found.select_related("mail_choice").order_by("pk"))


def choice_of(user: User) -> MailChoice:
    """Return what `user` has chosen, or what holds as long as nothing is chosen."""
    return getattr(user, "mail_choice", None) or MailChoice(user=user, language=LANGUAGES[0])


def send_all(events: list[Event]) -> None:
    """Tell each member of staff what concerns them, a mail for each sort of thing."""
    if not events:
        return
    for user in staff():
        choice = choice_of(user)
        for mail, chosen in SORTS.items():
            concerning = [event for event in events if event.mail == mail and concerns(event, user)]
            if concerning and getattr(choice, chosen):
                with override(choice.language):
                    send(user, subject(mail, len(concerning)), mail_rows(concerning))


def concerns(event: Event, user: User) -> bool:
    """Whether `user` is told of `event`: never of what one did oneself, nor of what one may not see."""
    if event.by == user.pk or not user.has_perm(f"partnerships.view_{event.kind}"):
        return False
    return user.has_perm(PUBLISHERS) if event.to is None else user.pk in event.to


# What


def subject(mail: str, number: int) -> str:
    sentences = {
        REVIEW: ngettext("%(count)s record waits for review", "%(count)s records wait for review", number),
        RETURNED: ngettext("%(count)s record is returned to you", "%(count)s records are returned to you", number),
        PUBLISHED: ngettext(
            "%(count)s record of yours is published", "%(count)s records of yours are published", number
        ),
        HINDERED: ngettext(
            "%(count)s record could not be published at the time set",
            "%(count)s records could not be published at the time set",
            number,
        ),
    }
    return sentences[mail] % {"count": number}


def mail_rows(events: list[Event]) -> list[dict[str, str]]:
    """Return what a mail says of each record, in the active language."""
    rows = []
    for event in events[:MOST_NAMED]:
        record: Record | None = record_named(event.kind, event.key)
        what = f"{record} ({record._meta.verbose_name})" if record else f"{event.kind}/{event.key}"
        if event.in_part:
            what = _("%(what)s: the rest; a part of the change has been accepted, and is public") % {"what": what}
        rows.append(
            {
                "what": what,
                "by": event.by_name,
                "comment": worded_anew(event.comment),
                "address": absolute(event.address),
            }
        )
    if len(events) > MOST_NAMED:
        more = _("And %(count)s more.") % {"count": len(events) - MOST_NAMED}
        rows.append({"what": more, "by": "", "comment": "", "address": absolute(reverse("admin:index"))})
    return rows


def absolute(address: str) -> str:
    return f"{own_site()}{address}" if address else ""


def body(title: str, rows: list[dict[str, str]]) -> str:
    """Return the text of a mail: plain, a paragraph for each record, and where mails are chosen."""
    told = []
    for row in rows:
        by = _("By %(name)s") % {"name": row["by"]} if row["by"] else ""
        comment = _("“%(text)s”") % {"text": row["comment"]} if row["comment"] else ""
        lines = (f"- {row['what']}", *(f"  {line}" for line in (by, comment, row["address"]) if line))
        told.append("\n".join(lines))
    choose = _("Choose here which e-mails you receive, and in which language:")
    return "\n\n".join((title, *told, f"{choose}\n{absolute(reverse('admin:partnerships_mails'))}")) + "\n"


def send(user: User, title: str, rows: list[dict[str, str]]) -> bool:
    """Send a mail in the active language; return whether it went out."""
    head = _("%(register)s: %(title)s") % {"register": _("Register of partnerships"), "title": title}
    try:
        send_mail(head, body(title, rows), None, [user.email])
    except (OSError, SMTPException, ValueError) as error:
        logger.warning("event=not-sent account=%r reason=%s", user.get_username(), type(error).__name__)
        return False
    return True


def send_digests(for_all: Sequence[Waiting] = ()) -> tuple[int, int]:
    """Send who wants it what waits for them, and `for_all` who can mend it; return how many mails went out and did not.

    What waits for others is no task of its author.
    """
    sent = failed = 0
    for user in staff():
        choice = choice_of(user)
        found = [*waiting_for(user), *(for_all if may_mend(user) else ())] if choice.digest else []
        waiting = [each for each in found if each.name not in WITH_OTHERS]
        if not waiting:
            continue
        with override(choice.language):
            names = list_titles()
            home = absolute(reverse("admin:index"))
            rows = [
                {
                    "what": _("%(what)s: %(count)s") % {"what": names[each.name], "count": each.count},
                    "by": "",
                    "comment": "",
                    "address": "",
                }
                for each in waiting
            ]
            rows[-1]["address"] = home
            went = send(user, _("Waiting for you"), rows)
        sent, failed = sent + went, failed + (not went)
    return sent, failed
