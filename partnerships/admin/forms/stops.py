"""The stops of a visit, in the form of the visit."""

from itertools import count
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from partnerships import models

from .parts import PartFormSet, StackedPart

MOST_STOPS = 50
#: Positions while stops change places: nobody sees them, and no two stops ever share one.
ASIDE = 10_000


class StopForm(forms.ModelForm):
    """A stop; without a number it takes the next one."""

    position = forms.IntegerField(
        label=_("Stop no."),
        min_value=1,
        max_value=MOST_STOPS,
        required=False,
        help_text=_("1 is the first stop. If left empty: the next number."),
        widget=forms.NumberInput(attrs={"class": "stop-number"}),
    )


class StopFormSet(PartFormSet):
    """The stops of a visit, in any order of saving."""

    def clean(self) -> None:
        """Give each stop its number; whether two have the same is said here, before the stock words for it."""
        kept = self.kept_forms()
        theirs = self.stops_of_others()
        used = set(theirs)
        typed = {form.cleaned_data.get("position") for form in kept}
        for form in kept:
            number = form.cleaned_data.get("position") or next(n for n in count(1) if n not in used | typed)
            if number in theirs:
                sentence = _("Somebody else has entered stop %(stop)s meanwhile; choose another number.")
                form.add_error("position", sentence % {"stop": theirs[number]})
            elif number in used:
                form.add_error("position", _("Two stops of this visit have the same number."))
            used.add(number)
            form.cleaned_data["position"] = form.instance.position = number
        self.numbers = used - theirs.keys()
        super().clean()

    def stops_of_others(self) -> dict[int, models.Stop]:
        """Return the stored stops that no form shows, by their number: somebody else added them meanwhile."""
        shown = {form.instance.pk for form in self.initial_forms}
        stored = models.Stop.objects.filter(visit=self.instance.pk) if self.instance.pk else ()
        return {each.position: each for each in stored if each.pk not in shown}

    def kept_forms(self) -> list[Any]:
        """Return the forms of stops that stay, the numbered ones as they are typed."""
        return [
            form
            for form in self.forms
            if hasattr(form, "cleaned_data")
            and not (self.can_delete and self._should_delete_form(form))  # pyright: ignore[reportAttributeAccessIssue]
            and (form.has_changed() or form.instance.pk)
        ]

    def save(self, commit: bool = True) -> Any:
        self.set_aside()
        return super().save(commit=commit)

    def set_aside(self) -> None:
        """Free the numbers of the stops there are: they may change places, or make room for new ones."""
        changed = [form.instance.pk for form in self.initial_forms if form.has_changed() and form.instance.pk]
        for index, pk in enumerate(changed):
            models.Stop.objects.filter(pk=pk).update(position=ASIDE + index)

    def delete_existing(self, obj: Any, commit: bool = True) -> None:
        """Wait: a meeting may be moved from a stop that goes to one that stays."""
        self.going = [*getattr(self, "going", []), obj]

    def delete_left_stops(self) -> None:
        """Delete the stops that go, now that the meetings are at the stops that stay."""
        for stop in getattr(self, "going", []):
            stop.delete()


class StopInline(StackedPart):
    model = models.Stop
    add_text = _("Add a stop")
    form = StopForm
    formset = StopFormSet
    part_fields = (("position", "place", "state"), "further_places", "period", "summary")
    verbose_name_plural = _("Stops: where the visit halts")

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0 if obj else 1

    def get_autocomplete_fields(self, request: HttpRequest) -> tuple[str, ...]:
        return ("place", "state", "further_places")
