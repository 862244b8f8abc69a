"""Who possibly held an office from when to when: derived from the tenures, rebuilt from them at will."""

from django.db import models

from .fields import BytewiseCharField

#: The classes of length: service of a class lasts no more than so many days.
LONGEST = (31, 366, 1500, 4000, 11000)
#: Longer service; that whose end nothing bounds; that whose beginning nothing bounds.
LONGER, AFTER, BEFORE = len(LONGEST), len(LONGEST) + 1, len(LONGEST) + 2
#: What is another answer on another day: it is worked out at the question.
MOVING = BEFORE + 1


class PossibleService(models.Model):
    """Days on which one tenure possibly ran, as those beside it allow, whatever the day on which it is asked.

    Tenure and person stand by their numbers, the office by its key, so that what is gone can still be named.
    `length` is the class of length; a row that is `MOVING` says of no days anything.
    """

    office = BytewiseCharField(max_length=200)
    tenure = models.BigIntegerField()
    person = models.BigIntegerField()
    first = models.DateField()
    last = models.DateField()
    length = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(name="possible_service_once", fields=["office", "tenure", "first"])]
        indexes = [
            models.Index(name="possible_service_person", fields=["person", "first", "last"]),
            models.Index(name="possible_service_length", fields=["length", "first", "last", "person"]),
        ]

    def __str__(self) -> str:
        return f"{self.tenure}: {self.first}/{self.last}"
