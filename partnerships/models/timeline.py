"""The reading index of the timeline: derived from the records, rebuilt from them at will."""

from django.db import models

from .fields import BytewiseCharField

#: The classes of length: from its place in reading order a line of a class reaches no further than so many days.
LONGEST = (0, 31, 92, 366, 1100, 4000)
#: Longer ones; those whose end nothing bounds; those whose beginning nothing bounds.
LONGER, AFTER, BEFORE = len(LONGEST), len(LONGEST) + 1, len(LONGEST) + 2
#: Periods that began at a known moment and whose end is not known, that go on, that ended at a known moment.
STARTED, GOING_ON, ENDED = BEFORE + 1, BEFORE + 2, BEFORE + 3


class TimelineLine(models.Model):
    """One published line: one moment of one record, with its place in the total order.

    `earliest` and `latest` bound the moment, for filters of time; `sort` is its place in reading order, another thing.
    `is_open` says that one side of it has no bound; `length` is its class of length.
    `weight` is “main” for a turning point, else “further”.
    """

    kind = models.CharField(max_length=20)
    key = BytewiseCharField(max_length=200)
    moment = models.CharField(max_length=230)
    earliest = models.DateField()
    latest = models.DateField()
    is_open = models.BooleanField(default=False)
    weight = models.CharField(max_length=7, default="main")
    sort = BytewiseCharField(max_length=500, unique=True)
    length = models.PositiveSmallIntegerField(default=LONGER)

    class Meta:
        constraints = [models.UniqueConstraint(name="timeline_line_once", fields=["kind", "key", "moment"])]
        indexes = [
            models.Index(name="timeline_line_kind", fields=["kind", "sort"]),
            models.Index(name="timeline_line_weight", fields=["weight", "sort"]),
            models.Index(name="timeline_line_length", fields=["length", "sort"]),
        ]

    def __str__(self) -> str:
        return f"{self.kind}-{self.key}-{self.moment}"


class TimelineFacet(models.Model):
    """A partner, area, person, body or record page under which a line is found."""

    line = models.ForeignKey(TimelineLine, on_delete=models.CASCADE, related_name="facets")
    facet = models.CharField(max_length=20)
    value = BytewiseCharField(max_length=200)
    kind = models.CharField(max_length=20, default="")
    sort = BytewiseCharField(max_length=500)
    length = models.PositiveSmallIntegerField(default=LONGER)

    class Meta:
        constraints = [models.UniqueConstraint(name="timeline_facet_once", fields=["facet", "value", "sort"])]
        indexes = [
            models.Index(name="timeline_facet_kind", fields=["facet", "value", "kind", "sort"]),
            models.Index(name="timeline_facet_length", fields=["facet", "value", "length", "sort"]),
        ]

    def __str__(self) -> str:
        return f"{self.facet}={self.value}"
