"""Rows of parts that somebody else removed while they were written in: they stay, as new ones."""

import re
from typing import Any

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import BaseModelFormSet

#: So many rows a set may have; more were never typed, and showing them again would hold up everybody else.
MOST_ROWS = 200
#: The field of a row that says which part it shows, should that be no more when the row comes back.
KNOWN = "known"


class KnownField(forms.CharField):
    """The key of the part that a row shows; nobody types it."""

    def __init__(self, key: str) -> None:
        super().__init__(required=False, widget=forms.HiddenInput, initial=key)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class LastingRows(BaseModelFormSet):
    """A set of rows whose text outlives the part that it was typed into."""

    #: The numbers of the rows whose part is no more.
    orphans = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.max_num = self.absolute_max = MOST_ROWS
        if self.is_bound:
            self.keep_orphans()

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if form.instance.pk:
            form.fields[KNOWN] = KnownField(form.instance.key)

    def total_form_count(self) -> int:
        """Return how many rows the form shows; where more were sent than anybody types, those alone that are stored."""
        total = super().total_form_count()
        sent = self.management_form.cleaned_data["TOTAL_FORMS"] if self.is_bound else 0
        return total if sent <= MOST_ROWS else min(total, len(self.get_queryset()))

    def keep_orphans(self) -> None:
        """Put the rows whose part is gone behind those that are stored, without the part’s number.

        Those that are to be deleted are left out.
        """
        initial, total = (count(self.data, f"{self.prefix}-{name}_FORMS") for name in ("INITIAL", "TOTAL"))
        if not initial or total > MOST_ROWS:
            return
        present = {str(pk) for pk in self.get_queryset().values_list("pk", flat=True)}
        gone = [number for number in range(initial) if self.data.get(f"{self.prefix}-{number}-id") not in present]
        if not gone:
            return
        stored = [number for number in range(initial) if number not in gone]
        gone = [number for number in gone if f"{self.prefix}-{number}-{DELETION_FIELD_NAME}" not in self.data]
        self.orphans = range(len(stored), len(stored) + len(gone))
        shown = [*stored, *gone, *range(initial, total)]
        self.data = renumbered(self.data, self.prefix, shown)
        self.data[f"{self.prefix}-INITIAL_FORMS"] = str(len(stored))
        self.data[f"{self.prefix}-TOTAL_FORMS"] = str(len(shown))
        for number in self.orphans:
            self.data[f"{self.prefix}-{number}-id"] = ""


def count(data: Any, name: str) -> int:
    text = data.get(name, "")
    return int(text) if re.fullmatch("[0-9]{1,5}", str(text)) else 0


def renumbered(data: Any, prefix: str, order: Any) -> Any:
    """Return a copy of `data` in which the row `order[n]` is row n, and there are no others."""
    places = {str(old): new for new, old in enumerate(order)}
    moved = data.copy()
    moved.clear()
    for name in data:
        row = re.fullmatch(rf"{re.escape(prefix)}-(\d+)-(.+)", name)
        if row is None or row[1] in places:
            moved.setlist(f"{prefix}-{places[row[1]]}-{row[2]}" if row else name, data.getlist(name))
    return moved
