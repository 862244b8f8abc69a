"""Rows of parts that somebody else removed while they were written in: they stay, as new ones."""

import re
from typing import Any

from django import forms
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
        """Put the rows whose part is gone behind those that are stored, without the part’s number."""
        initial, total = (count(self.data, f"{self.prefix}-{name}_FORMS") for name in ("INITIAL", "TOTAL"))
        if not initial or total > MOST_ROWS:
            return
        present = {str(pk) for pk in self.get_queryset().values_list("pk", flat=True)}
        gone = [number for number in range(initial) if self.data.get(f"{self.prefix}-{number}-id") not in present]
        if not gone:
            return
        stored = [number for number in range(initial) if number not in gone]
        self.orphans = range(len(stored), initial)
        self.data = renumbered(self.data, self.prefix, [*stored, *gone, *range(initial, total)])
        self.data[f"{self.prefix}-INITIAL_FORMS"] = str(len(stored))
        for number in self.orphans:
            self.data[f"{self.prefix}-{number}-id"] = ""


def count(data: Any, name: str) -> int:
    text = data.get(name, "")
    return int(text) if re.fullmatch("[0-9]{1,5}", str(text)) else 0


def renumbered(data: Any, prefix: str, order: Any) -> Any:
    """Return a copy of `data` in which the row `order[n]` is row n."""
    places = {str(old): new for new, old in enumerate(order)}
    moved = data.copy()
    moved.clear()
    for name in data:
        row = re.fullmatch(rf"{re.escape(prefix)}-(\d+)-(.+)", name)
        place = places.get(row[1]) if row else None
        moved.setlist(name if place is None else f"{prefix}-{place}-{row[2]}", data.getlist(name))  # pyright: ignore[reportOptionalSubscript]
    return moved
