"""What has a moment, lasts for a period, is covered for certain days, or was only planned."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..fields import DateOrPeriod, MomentField, PeriodField, PlaceInTime, in_time


class Progress(models.TextChoices):
    """Whether something planned took place."""

    PLANNED = "planned", _("planned")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")


class Dated(models.Model):
    """Something with one moment."""

    bilingual = ("date_wording",)

    date = MomentField(
        _("date"),
        bounds=("date_earliest", "date_latest"),
        help_text=_("As people write it: “24 May 2018”, “about 2011”, “early 1990s”."),
    )
    date_wording = models.CharField(
        _("wording of the date"),
        max_length=250,
        blank=True,
        default="",
        help_text=_("Only where the source’s own words matter, such as “soon after 24 May”."),
    )
    date_earliest = models.DateField(editable=False)
    date_latest = models.DateField(editable=False)

    class Meta:
        abstract = True
        indexes = [models.Index(name="%(class)s_by_date", fields=["date_earliest", "date_latest", "key"])]
        constraints = [
            models.CheckConstraint(
                name="%(class)s_date_bounds",
                condition=Q(date_earliest__lte=F("date_latest")),
                violation_error_message=_("The date ends before it begins."),
            )
        ]


def _by_date(newest: bool) -> tuple[Any, Any]:
    return PlaceInTime("date_earliest", "date_latest", newest=newest), F("date_latest")


def _by_period(newest: bool) -> tuple[Any, Any]:
    return PlaceInTime("start_earliest", "start_latest", newest=newest), F("end_latest")


def _by_either(newest: bool) -> tuple[Any, Any]:
    first, last = zip(_by_date(newest), _by_period(newest), strict=True)
    return DateOrPeriod(*first), DateOrPeriod(*last)


#: The indexes of the lists of records with a date, with a period, or with either.
LISTED_BY_DATE = in_time(oldest=_by_date(False), newest=_by_date(True))
LISTED_BY_PERIOD = in_time(oldest=_by_period(False), newest=_by_period(True))
LISTED_BY_EITHER = in_time(oldest=_by_either(False), newest=_by_either(True))


class Lasting(models.Model):
    """Something with a period, whose two ends each have their own precision."""

    bilingual = ("period_wording",)

    period = PeriodField(
        _("period"),
        bounds=("start_earliest", "start_latest", "end_earliest", "end_latest"),
        help_text=_(
            "As people write it: “since 1 July 2018”, “3-5 March 2016”, “2004 to 2009”. "
            "In notation: “a/b”, “a/..” still going on, “a/” end not known."
        ),
    )
    period_wording = models.CharField(
        _("wording of the period"),
        max_length=250,
        blank=True,
        default="",
        help_text=_("Only where the source’s own words matter."),
    )
    start_earliest = models.DateField(editable=False)
    start_latest = models.DateField(editable=False)
    end_earliest = models.DateField(editable=False)
    end_latest = models.DateField(editable=False)

    class Meta:
        abstract = True
        indexes = [models.Index(name="%(class)s_by_period", fields=["start_earliest", "end_latest", "key"])]
        constraints = [
            models.CheckConstraint(
                name="%(class)s_period_bounds",
                condition=Q(start_earliest__lte=F("start_latest"))
                & Q(end_earliest__lte=F("end_latest"))
                & Q(start_earliest__lte=F("end_latest")),
                violation_error_message=_("The period ends before it begins."),
            )
        ]

    @classmethod
    def moments_in_words(cls) -> dict[str, str | Promise]:
        """Return what its moments are called, by the names that their lines have."""
        return {"start": _("beginning"), "end": _("end")}


class Weight(models.TextChoices):
    """How much a line of the timeline matters."""

    MAIN = "main", _("turning point")
    FURTHER = "further", _("one more event")


class Weighed(models.Model):
    """Something whose lines on the timeline have a weight: what is usual for its kind, or what staff say."""

    weight = models.CharField(
        _("weight on the timeline"),
        max_length=7,
        choices=Weight,
        blank=True,
        default="",
        help_text=_("Only where this record matters more, or less, than is usual for its kind."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_weight",
                condition=Q(weight__in=["", *Weight.values]),
                violation_error_message=_("This is not a weight."),
            )
        ]


class Covered(models.Model):
    """Something of which the register says for which days it has looked."""

    coverage = PeriodField(
        _("coverage"),
        help_text=_("The days for which the register claims to know every holder."),
    )
    checked_on = models.DateField(_("last checked on"), null=True, blank=True)

    class Meta:
        abstract = True
