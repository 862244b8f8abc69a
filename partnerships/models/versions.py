"""The version of what the public can see."""

from django.db import models


class ContentVersion(models.Model):
    """One row: a number raised in the transaction of every change that the public can see.

    What is kept of pages, feeds and counts is kept under this number. `layout` is that of the reading index, which is
    made anew where the code has another one.
    """

    number = models.PositiveBigIntegerField(default=1)
    changed_at = models.DateTimeField(null=True)
    layout = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)
