"""What has its place on the map, and what people can reach."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class OnEarth(models.Model):
    """Something with coordinates: both, or neither."""

    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("In degrees, north positive."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("In degrees, east positive."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_on_earth",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False)
                & Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                violation_error_message=_(
                    "A place has both coordinates or neither: latitude from -90 to 90, longitude from -180 to 180."
                ),
            )
        ]


class Reachable(OnEarth):
    """A post that people can write to, call, and find."""

    address = models.TextField(
        _("postal address"), blank=True, default="", help_text=_("As it is written on an envelope, one line each.")
    )
    website = models.URLField(_("website"), max_length=2000, blank=True, default="")
    email = models.EmailField(
        _("e-mail address"), blank=True, default="", help_text=_("Only what the post itself makes public.")
    )
    phone = models.CharField(
        _("telephone"),
        max_length=100,
        blank=True,
        default="",
        help_text=_("Only what the post itself makes public: “+32 2 000 00 00”."),
    )

    class Meta(OnEarth.Meta):
        abstract = True
