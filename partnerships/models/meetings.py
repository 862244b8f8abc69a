"""Meetings, and those who took part in them, in a visit or in an agreement."""

import datetime as dt
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, ClassVar, Self
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from partnerships import dates

from .base import (
    Dated,
    Progress,
    Publication,
    Record,
    RecordManager,
    RecordQuerySet,
    Weighed,
    owned_by,
    part_constraints,
)
from .fields import OccasionField

if TYPE_CHECKING:
    from django.db.models.manager import RelatedManager

    from .visits import Visit

#: No clock was put forward before this year.
SUMMER_TIME = 1900
#: The kinds in which somebody takes part.
ATTENDED_KINDS = ("visit", "meeting", "agreement")


class MeetingQuerySet(RecordQuerySet["Meeting"]):
    def published(self) -> Self:
        published = (f"{path}publication" for path in ("", "stop__visit__", "visit__"))
        return self.filter(Q(*((path, Publication.PUBLISHED) for path in published), _connector=Q.OR))

    def of_visits(self, visits: Any) -> Self:
        """Return the meetings of `visits`: of a visit itself, or at one of its stops.

        Each sort is found along its own index: a condition on both reads all meetings there are.
        """
        meetings = self.model._meta.base_manager.order_by().values("pk")
        found = meetings.filter(visit__in=visits).union(meetings.filter(stop__visit__in=visits), all=True)
        return self.filter(pk__in=found)


if TYPE_CHECKING:

    class MeetingManager(MeetingQuerySet, RecordManager["Meeting"]): ...

else:
    MeetingManager = RecordManager.from_queryset(MeetingQuerySet)


class Meeting(Record, Dated, Weighed):
    """Talks, a press conference, a ceremony, a call: by itself, or as a part of a visit.

    A meeting at a stop of a visit, or of the visit itself, is a part of it: it has no state of publication of its own.
    Its date is the local day, or the first and the last one; the local time and time zone say
    which day it was elsewhere.
    """

    bilingual = ("title", "summary")

    class Kind(models.TextChoices):
        TALKS = "talks", _("talks")
        PRESS_CONFERENCE = "press_conference", _("press conference")
        CONSULTATION = "consultation", _("consultation")
        COUNCIL = "council", _("council meeting")
        SUMMIT = "summit", _("summit")
        CONFERENCE = "conference", _("conference")
        ADDRESS = "address", pgettext_lazy("a speech", "address")
        CEREMONY = "ceremony", _("ceremony")
        CALL = "call", _("telephone call")
        OTHER = "other", _("other meeting")

    title = models.CharField(_("title"), max_length=500, blank=True, default="")
    summary = models.TextField(_("summary"), blank=True, default="")
    date = OccasionField(
        _("date"),
        bounds=("date_earliest", "date_latest"),
        help_text=_("As people write it: “24 May 2018”, “24-25 June 2025”, “about 2011”."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.TALKS)
    status = models.CharField(_("status"), max_length=10, choices=Progress, default=Progress.HELD)
    stop = models.ForeignKey(
        "partnerships.Stop",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=_("stop"),
        help_text=_("The stop of a visit at which it took place, if any."),
    )
    visit = models.ForeignKey(
        "partnerships.Visit",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=_("visit"),
        help_text=_("The visit of which it was a part, where it was at none of its stops."),
    )
    place = models.ForeignKey(
        "partnerships.Place",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=_("place"),
        help_text=_("Where it is not the place of the stop."),
    )
    time = models.TimeField(_("local time"), null=True, blank=True)
    time_zone = models.CharField(
        _("time zone"),
        max_length=60,
        blank=True,
        default="",
        help_text=_("As in “Europe/Brussels” or “Asia/Tokyo”."),
    )
    organization = models.ForeignKey(
        "partnerships.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=_("organisation"),
        help_text=_("The body that meets or takes part."),
    )
    partners = models.ManyToManyField(
        "partnerships.Partner", blank=True, related_name="meetings", verbose_name=_("partners")
    )
    areas = models.ManyToManyField("partnerships.Area", blank=True, related_name="meetings", verbose_name=_("areas"))

    objects: ClassVar[MeetingManager] = MeetingManager()

    stop_id: int | None
    visit_id: int | None

    if TYPE_CHECKING:
        participations: "RelatedManager[Participation]"

        def get_status_display(self) -> str: ...

        def get_kind_display(self) -> str: ...

    #: The condition for meetings that are records of their own, no parts of visits.
    BY_ITSELF = Q(stop__isnull=True, visit__isnull=True)

    class Meta(Record.Meta):
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        constraints = [
            models.CheckConstraint(
                name="meeting_publication",
                condition=Q(Q(stop__isnull=False) | Q(visit__isnull=False), publication="", published_at__isnull=True)
                | Q(stop__isnull=True, visit__isnull=True, publication__in=Publication.values),
                violation_error_message=_(
                    "A meeting at a stop is published with its visit; a meeting by itself has a state of publication."
                ),
            ),
            models.CheckConstraint(
                name="meeting_of_a_stop_or_a_visit",
                condition=Q(stop__isnull=True) | Q(visit__isnull=True),
                violation_error_message=_("A meeting is at a stop, or part of the visit itself: name just one."),
            ),
            Record.Meta.constraints[1],
            *Dated.Meta.constraints,
            *Weighed.Meta.constraints,
            models.CheckConstraint(
                name="meeting_status",
                condition=Q(status__in=Progress.values),
                violation_error_message=_("A meeting is planned, held or cancelled."),
            ),
        ]

    @property
    def owner(self) -> "Visit | None":
        """The visit of which the meeting is a part, or None."""
        return self.stop.visit if self.stop else self.visit

    @property
    def is_part(self) -> bool:
        """Whether the meeting belongs to a visit."""
        return bool(self.stop_id or self.visit_id)

    def stand_in(self, language: str, may_name: Callable[[Record], bool] = lambda record: True) -> str:
        """Return the kind of the meeting and its place: “Talks, Tokyo”."""
        place = self.place or (self.stop.where if self.stop else None)
        named = [place.label(language)] if place and may_name(place) else []
        with override(language):
            parts = [capfirst(self.get_kind_display()), *named]
        return ", ".join(parts)

    def derive(self) -> None:
        if self.is_part:
            self.publication, self.published_at = "", None
        elif not self.publication:
            self.publication = Publication.DRAFT
        super().derive()

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        super().clean_fields({*(exclude or ()), *(["publication"] if self.is_part else [])})

    def check_itself(self) -> None:
        super().check_itself()
        if wrong := self.wrong_time():
            raise ValidationError({**wrong})

    def wrong_time(self) -> dict[str, Any]:
        """Return what is wrong with the zone or the hour by the field; nothing where both could be."""
        if self.time_zone and self.time_zone not in available_timezones():
            return {"time_zone": _("Write a time zone as in “Europe/Brussels” or “Asia/Tokyo”.")}
        if self.time and self.time_zone and self.is_skipped(self.time, ZoneInfo(self.time_zone)):
            return {"time": _("The clocks went forward over this hour on that day: there was no such time.")}
        return {}

    def is_skipped(self, time: dt.time, zone: ZoneInfo) -> bool:
        """Whether the clocks of `zone` passed over `time` on the day of the meeting, where that is known to the day."""
        try:
            occasion = dates.parse(self.date) if self.date else None
        except dates.DateError:
            return False
        day = occasion.start if isinstance(occasion, dates.Period) else occasion
        if day is None or day.earliest != day.latest or day.earliest.year < SUMMER_TIME:
            return False
        said = dt.datetime.combine(day.earliest, time)
        return said.replace(tzinfo=zone).astimezone(dt.UTC).astimezone(zone).replace(tzinfo=None) != said


class Participation(owned_by(ATTENDED_KINDS, "participations")):
    """Somebody, or a delegation, at a visit or a meeting, or signing an agreement."""

    bilingual = ("styled",)

    class Role(models.TextChoices):
        VISITOR = "visitor", _("visitor")
        HOST = "host", _("host")
        INTERLOCUTOR = "interlocutor", _("interlocutor")
        SPEAKER = "speaker", _("speaker")
        CHAIR = "chair", _("chair")
        SIGNATORY = "signatory", _("signatory")
        ATTENDEE = "attendee", _("attendee")

    position = models.PositiveSmallIntegerField(_("order"), default=0)
    role = models.CharField(_("role"), max_length=15, choices=Role, default=Role.INTERLOCUTOR)
    person = models.ForeignKey(
        "partnerships.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("person"),
    )
    office = models.ForeignKey(
        "partnerships.Office",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("office held that day"),
        help_text=_("In which office the person took part. Left empty, it is looked up by date."),
    )
    state = models.ForeignKey(
        "partnerships.State",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("State represented"),
    )
    organization = models.ForeignKey(
        "partnerships.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("organisation represented"),
    )
    styled = models.CharField(_("title as the source styles it"), max_length=500, blank=True, default="")

    person_id: int | None
    office_id: int | None

    if TYPE_CHECKING:

        def get_role_display(self) -> str: ...

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ["position", "key"]
        constraints = [
            *part_constraints("participation", ATTENDED_KINDS),
            models.CheckConstraint(
                name="participation_of_somebody",
                condition=Q(person__isnull=False)
                | Q(office__isnull=False)
                | Q(state__isnull=False)
                | Q(organization__isnull=False)
                | Q(styled_fr__isnull=False)
                | Q(styled_en__isnull=False),
                violation_error_message=_(
                    "Say who took part: a person, an office, a State, an organisation, or whom the source names."
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person or self.office or self.state or self.organization)
