"""What waits for somebody, who can do something about it: in review, returned, drafts, changes; and what is missing.

A publication is decided by those who may publish, and a change by another than its author: only to them it waits. Its
author is told beside that what is theirs waits for others.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from partnerships.models import (
    Change,
    Citation,
    Meeting,
    PendingChange,
    Publication,
    Record,
    ScheduledAcceptance,
    ScheduledPublication,
)
from partnerships.models.base import LANGUAGES
from partnerships.projections.version import stamp as version_now
from partnerships.records.completeness import label_fields
from partnerships.records.kinds import KINDS, Kind
from partnerships.shared_cache import share, shared_value

from .joined import JOINED
from .published_alone import SETTING_MOMENTS, WRITING, confirmations_for
from .reports import open_reports
from .roles import PUBLISHERS, RECORDS

#: So many records of a kind are looked at; nobody works through more in a day.
MOST = 500
#: So many records of a kind in which something is missing are shown: the list of the kind has all of them.
FIRST = 20
#: Where the numbers of what is missing are kept, with the version of what the public sees.
KEPT = "waiting:missing-since"
#: So long after its moment a publication is late: nobody called `publish_due`, or it could not.
LATE = timedelta(hours=1)


@dataclass
class WaitingRecord:
    """A record that waits, with what its history says."""

    record: Record
    kind: str
    writers: set[int | None] = field(default_factory=set)
    #: The last change of all, and the last one that was a step.
    last: dict | None = None
    step: dict | None = None

    @property
    def since(self) -> datetime | None:
        """When it came to be as it is."""
        found = self.step if self.record.publication == Publication.IN_REVIEW else self.last
        return found["at"] if found else None

    @property
    def is_returned(self) -> bool:
        """Whether a reviewer sent it back, and nobody has submitted it again."""
        back = bool(self.step and self.step["action"] == Change.Action.RETURN)
        return back and self.record.publication == Publication.DRAFT

    @property
    def comment(self) -> str:
        return (self.step or self.last or {}).get("comment", "")

    @property
    def by(self) -> str:
        return (self.step or self.last or {}).get("by_name") or ""


@dataclass(frozen=True)
class Waiting:
    """Something that waits: how much of it, and since when the oldest."""

    name: str
    count: int
    oldest: datetime | None = None


def unpublished_work(*columns: str) -> list[WaitingRecord]:
    """Return the drafts and what is in review, with what their history says; of each record `columns`, or all."""
    return [work for kind in KINDS.values() for work in _of_kind(kind, columns)]


def _of_kind(kind: Kind, columns_read: Iterable[str]) -> Iterable[WaitingRecord]:
    states = (Publication.DRAFT, Publication.IN_REVIEW)
    waiting = kind.model._default_manager.filter(publication__in=states).order_by("-pk")
    records = (waiting.only(*columns_read) if columns_read else waiting)[:MOST]
    found = {record.key: WaitingRecord(record, kind.name) for record in records}
    if not found:
        return ()
    columns = ("key", "action", "at", "by", "by_name", "comment")
    for change in Change.objects.filter(kind=kind.name, key__in=found).order_by("id").values(*columns):
        work = found[change["key"]]
        work.last = change
        if change["action"] in WRITING:
            work.writers.add(change["by"])
        elif change["action"] not in SETTING_MOMENTS:
            work.step = change
            if change["action"] == Change.Action.SUBMIT:
                work.writers.add(change["by"])
    return found.values()


def in_review(work: Iterable[WaitingRecord], user: User) -> list[WaitingRecord]:
    """Return what `user` may publish or send back: not what they alone have written, nor what is decided for later."""
    if not user.has_perm(PUBLISHERS):
        return []
    decided = _places(ScheduledPublication.objects.all())
    found = (each for each in work if each.record.publication == Publication.IN_REVIEW)
    return [each for each in found if each.writers != {user.pk} and (each.kind, each.record.pk) not in decided]


def own_in_review(work: Iterable[WaitingRecord], user: User) -> list[WaitingRecord]:
    """Return what `user` has submitted, and somebody else is to decide."""
    found = (each for each in work if each.record.publication == Publication.IN_REVIEW and user.pk in each.writers)
    return [each for each in found if each.writers == {user.pk} or not user.has_perm(PUBLISHERS)]


def returned(work: Iterable[WaitingRecord], user: User) -> list[WaitingRecord]:
    return [each for each in work if each.is_returned and user.pk in each.writers]


def drafts(work: Iterable[WaitingRecord], user: User) -> list[WaitingRecord]:
    draft = (each for each in work if each.record.publication == Publication.DRAFT and not each.is_returned)
    return [each for each in draft if user.pk in each.writers]


def set_for_a_moment(work: Iterable[WaitingRecord], user: User) -> list[WaitingRecord]:
    return _decided(work, user, ScheduledPublication.objects.exclude(_is_late()))


def hindered(work: Iterable[WaitingRecord], user: User) -> list[WaitingRecord]:
    return _decided(work, user, ScheduledPublication.objects.filter(_is_late()))


def _is_late() -> Q:
    return ~Q(obstacles="") | Q(at__lt=timezone.now() - LATE)


def _decided(
    work: Iterable[WaitingRecord], user: User, decisions: QuerySet[ScheduledPublication]
) -> list[WaitingRecord]:
    places = _places(decisions) if user.has_perm(PUBLISHERS) else set()
    return [each for each in work if (each.kind, each.record.pk) in places]


def _places(decisions: QuerySet[ScheduledPublication]) -> set[tuple[str, int]]:
    return set(decisions.values_list("kind", "record"))


#: What waits among the records that are not public, by its name.
LISTS: dict[str, Callable[[Iterable[WaitingRecord], User], list[WaitingRecord]]] = {
    "in-review": in_review,
    "returned": returned,
    "drafts": drafts,
    "scheduled": set_for_a_moment,
    "hindered": hindered,
    "own-in-review": own_in_review,
}
#: What somebody wrote and others decide: it is theirs to know of, and nothing asks them to act.
WITH_OTHERS = ("own-in-review", "pending-own")


def unsupported(kind: Kind) -> Q:
    """Return the condition for records of a kind that no source supports."""
    supporting = Citation.objects.filter(stance=Citation.Stance.SUPPORTS, **{kind.name: OuterRef("pk")})
    found = Q(~Exists(supporting))
    if kind.name == "visit":
        # Asked together, each visit would look through the sources of all meetings.
        for path in ("meeting__visit", "meeting__stop__visit"):
            found &= ~Exists(Citation.objects.filter(stance=Citation.Stance.SUPPORTS, **{path: OuterRef("pk")}))
    return found


def untranslated_name(kind: Kind) -> Q | None:
    """Return the condition for records of a kind whose name is missing in one language; None where it has none."""
    names = label_fields(kind.model)
    if len(names) != len(LANGUAGES) or kind.model is Meeting:
        return None
    return Q(*((f"{name}__isnull", True) for name in names), _connector=Q.OR)


def without_source() -> Iterator[QuerySet]:
    """Yield, kind by kind, the public records that no source supports."""
    for kind in KINDS.values():
        if kind.is_cited:
            yield kind.model._default_manager.filter(unsupported(kind), publication=Publication.PUBLISHED)


def untranslated() -> Iterator[QuerySet]:
    """Yield, kind by kind, the public records whose name is missing in one language."""
    for kind in KINDS.values():
        if (missing := untranslated_name(kind)) is not None:
            yield kind.model._default_manager.filter(missing, publication=Publication.PUBLISHED)


#: What is missing in public records, by its name.
MISSING: dict[str, Callable[[], Iterator[QuerySet]]] = {"without-source": without_source, "untranslated": untranslated}


def list_titles() -> dict[str, str]:
    """Return what each list of what waits is called."""
    return {
        "in-review": _("Waiting for your review"),
        "returned": _("Returned to you"),
        "drafts": _("Your drafts"),
        "scheduled": _("Scheduled for publication"),
        "hindered": _("Scheduled publications that could not take place"),
        "own-in-review": _("Yours, which somebody else reviews"),
        "pending": _("Changes of public records, waiting for your decision"),
        "pending-own": _("Changes of yours, which somebody else decides"),
        "pending-hindered": _("Changes that should be accepted by now, and could not be"),
        "pending-returned": _("Changes of yours that were returned"),
        "unconfirmed": _("Published alone, to be confirmed"),
        "reports": _("Errors that readers report"),
        "without-source": _("Public, without a source"),
        "untranslated": _("Public, without a name in one language"),
        "translations": _("Texts missing in one language, or older than in the other"),
        "due": _("Tenures recorded as continuing, due for a check"),
        "findings": _("Errors and warnings in the register"),
    }


def in_list(name: str, user: User, *columns: str) -> list[WaitingRecord]:
    """Return what stands in the list `name`, the oldest first; of each `columns`, or all.

    Of what is missing, the first records of each kind, and one more where there are more.
    """
    if name in LISTS:
        found = LISTS[name](unpublished_work(*columns), user)
        return sorted(found, key=lambda work: (work.since is not None, work.since))
    records = (record for several in MISSING[name]() for record in several.order_by("pk")[: FIRST + 1])
    return [WaitingRecord(record, record._meta.model_name or "") for record in records]


def waiting_for(user: User) -> list[Waiting]:
    """Return everything that waits and that `user` can do something about, each with its count."""
    # To be counted, no more is read of them than where they stand: there may be some thousands.
    work = unpublished_work("key", "publication")
    found = [_counted(name, choose(work, user)) for name, choose in LISTS.items()]
    found += [*changes_waiting(user), *reports_waiting(user)]
    if may_mend(user):
        found += [Waiting(name, number, since) for name, (number, since) in missing_numbers().items()]
    return [each for each in found if each.count]


def may_mend(user: User) -> bool:
    """Whether `user` can add what is missing in records of some kind, or correct it."""
    return any(user.has_perm(f"partnerships.change_{name}") for name in RECORDS)


def missing_numbers() -> dict[str, tuple[int, datetime | None]]:
    """Return of how many public records something is missing, and since when the oldest of them is public.

    Kept until the public sees a change.
    """
    stamp = version_now()
    kept = shared_value(KEPT)
    if kept is not None and kept[0] == stamp:
        return kept[1]
    found = {name: _counted_together(missing()) for name, missing in MISSING.items()}
    share(KEPT, (stamp, found))
    return found


def _counted_together(several: Iterable[QuerySet]) -> tuple[int, datetime | None]:
    counted = [each.order_by().aggregate(count=Count("pk"), since=Min("published_at")) for each in several]
    return sum(each["count"] for each in counted), min(
        (each["since"] for each in counted if each["since"]), default=None
    )


def _counted(name: str, work: list[WaitingRecord]) -> Waiting:
    return Waiting(name, len(work), min((each.since for each in work if each.since), default=None))


def changes_for(user: User) -> Mapping[str, QuerySet[PendingChange]]:
    """Return the changes of public records that wait, by for what: those that `user` decides, and those of `user`."""
    State = PendingChange.State
    by_itself = PendingChange.objects.exclude(JOINED)
    mine = by_itself.filter(author=user).order_by("id")
    own = {"pending-returned": mine.filter(state=State.RETURNED), "pending-own": mine.filter(state=State.WAITING)}
    if not user.has_perm(PUBLISHERS):
        return own
    waiting = by_itself.filter(state=State.WAITING)
    # What could not be published at its moment nobody else tells, of what is one step with a new record either.
    late = PendingChange.objects.filter(
        state=State.WAITING, scheduled__in=ScheduledAcceptance.objects.filter(_is_late())
    )
    undecided = waiting.filter(scheduled__isnull=True).exclude(author=user)
    return {"pending": undecided.order_by("id"), "pending-hindered": late.order_by("scheduled__at"), **own}


def changes_waiting(user: User) -> Iterator[Waiting]:
    """Yield what waits of the changes of public records."""
    moments = {"pending-hindered": "scheduled__at", "unconfirmed": "change__at"}
    for name, waiting in {**changes_for(user), **confirmations_for(user)}.items():
        oldest = waiting.values_list(moments.get(name, "changed_at"), flat=True)
        yield Waiting(name, waiting.count(), oldest.first())


def reports_waiting(user: User) -> Iterator[Waiting]:
    """Yield the reports of readers that nobody has answered, for those who may."""
    if user.has_perm("partnerships.change_errorreport"):
        waiting = open_reports()
        yield Waiting("reports", waiting.count(), waiting.values_list("received_at", flat=True).first())
