"""The reading index of the timeline: derived from the records, rebuilt from them at will."""

from django.db import models

from .fields import BytewiseCharField


class TimelineLine(models.Model):
    """One published line: one moment of one record, with its place in the total order.

    `earliest` and `latest` bound the moment, for filters of time; `sort` is its place in reading order, another thing.
    `is_open` says that one side of it has no bound. `weight` is “main” for a turning point, else “further”.
    """

    kind = models.CharField(max_length=20)
    key = BytewiseCharField(max_length=200)
    moment = models.CharField(max_length=230)
    earliest = models.DateField()
    latest = models.DateField()
    is_open = models.BooleanField(default=False)
    weight = models.CharField(max_length=7, default="main")
    sort = BytewiseCharField(max_length=500, unique=True)

    class Meta:
        constraints = [models.UniqueConstraint(name="timeline_line_once", fields=["kind", "key", "moment"])]
        indexes = [models.Index(name="timeline_line_kind", fields=["kind", "sort"])]

    def __str__(self) -> str:
        return f"{self.kind}-{self.key}-{self.moment}"


class TimelineFacet(models.Model):
    """A partner, area, person, body or record page under which a line is found."""

    line = models.ForeignKey(TimelineLine, on_delete=models.CASCADE, related_name="facets")
    facet = models.CharField(max_length=20)
    value = BytewiseCharField(max_length=200)
    sort = BytewiseCharField(max_length=500)

    class Meta:
        constraints = [models.UniqueConstraint(name="timeline_facet_once", fields=["facet", "value", "sort"])]

    def __str__(self) -> str:
        return f"{self.facet}={self.value}"
