"""The meetings at the stops of a visit, in the form of the visit."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.checks import InlineModelAdminChecks
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import F, Model, QuerySet
from django.forms.models import BaseModelFormSet, modelformset_factory
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from partnerships import models
from partnerships.editorial.changes_in_words import capitalized, label_of
from partnerships.records.key_words import joined
from partnerships.records.keys import part_key, unique_key

from .choosing import ChooseSeveral, SeveralField
from .dates import OccasionInWords
from .parts import PartInline, StackedPart
from .rows import LastingRows
from .stops import MOST_STOPS, StopFormSet

Role = models.Participation.Role
TITLE_MAY_BE_EMPTY = _("May stay empty: the public then reads what kind of meeting it was, and where.")


class MeetingForm(forms.ModelForm):
    """A meeting at a stop, which is named by its number, or of the visit itself, with those who were met."""

    stop_number = forms.IntegerField(
        label=_("At stop no."),
        min_value=1,
        max_value=MOST_STOPS,
        initial=1,
        required=False,
        help_text=_("The number of the stop above at which it took place; empty: part of the visit, at none of them."),
        widget=forms.NumberInput(attrs={"class": "stop-number"}),
    )
    date = OccasionInWords(
        label=_("Date"),
        required=False,
        help_text=_("As people write it: “24 May 2018”, “24-25 June 2025”, “about 2011”."),
    )
    interlocutors = SeveralField(
        label=_("Interlocutors"),
        queryset=models.Person.objects.all(),
        required=False,
        help_text=_(
            "Who was met: type a part of the name and choose, one after the other. Somebody new: the green plus."
        ),
    )

    class Meta:
        model = models.Meeting
        fields = ("date", "kind", "title_fr", "title_en")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in ("fr", "en"):
            title = self.fields[f"title_{language}"]
            title.label = capitalized(label_of(models.Meeting._meta.get_field(f"title_{language}")))
            title.widget = forms.TextInput({"class": "vTextField", "lang": language})
            title.help_text = TITLE_MAY_BE_EMPTY
        if self.instance.pk:
            self.initial["stop_number"] = self.instance.stop.position if self.instance.stop_id else None
            self.initial["interlocutors"] = [taken.person_id for taken in interlocutors(self.instance)]


class MeetingFormSet(LastingRows, BaseModelFormSet):
    """The meetings of one visit."""

    stops = None

    def __init__(
        self,
        *args: Any,
        instance: Any = None,
        queryset: QuerySet | None = None,
        save_as_new: Any = False,
        **kwargs: Any,
    ) -> None:
        self.instance = instance
        found = models.Meeting.objects.none()
        if instance is not None and instance.pk:
            found = models.Meeting.objects.of_visits([instance.pk]).select_related("stop")
        in_order = (F("stop__position").asc(nulls_last=True), "date_earliest", "pk")
        super().__init__(*args, queryset=found.order_by(*in_order), **kwargs)

    @classmethod
    def get_default_prefix(cls) -> str:
        return "meetings"

    def clean(self) -> None:
        super().clean()
        if self.stops is None or not self.stops.is_valid():
            return
        for form in self.forms:
            if form in self.deleted_forms or not hasattr(form, "cleaned_data"):
                continue
            number = form.cleaned_data.get("stop_number")
            if number and (form.has_changed() or form.instance.pk) and number not in self.stops.numbers:
                form.add_error("stop_number", _("This visit has no stop with this number."))

    def save_new(self, form: Any, commit: bool = True) -> Any:
        return self.save_meeting(form)

    def save_existing(self, form: Any, obj: Any, commit: bool = True) -> Any:
        return self.save_meeting(form)

    def save_meeting(self, form: Any) -> Any:
        """Save a meeting at its stop, or at none, then those who were met."""
        meeting = form.instance
        number = form.cleaned_data["stop_number"]
        meeting.stop = self.instance.stops.get(position=number) if number else None
        meeting.visit = None if number else self.instance
        meeting.key = meeting.key or unique_key(meeting, joined(self.instance.key, meeting.kind.replace("_", "-")))
        meeting.save()
        save_interlocutors(meeting, form.cleaned_data["interlocutors"])
        return meeting

    def save(self, commit: bool = True) -> Any:
        # The admin asks for unsaved rows first; these are saved once, with the people in them.
        return super().save(commit=True)

    def save_m2m(self) -> None:
        return None


class WithoutColumn(InlineModelAdminChecks):
    """Meetings reach their visit through a stop, not by a column of their own."""

    def _check_relation(self, obj: Any, parent_model: type[Model]) -> list:
        return []

    def _check_exclude_of_parent_model(self, obj: Any, parent_model: type[Model]) -> list:
        return []


class MeetingInline(PartInline, admin.StackedInline):
    model = models.Meeting
    template = StackedPart.template
    add_text = _("Add a meeting")
    form = MeetingForm
    formset = MeetingFormSet
    checks_class = WithoutColumn
    show_change_link = True
    verbose_name_plural = _("Meetings: who was met at which stop")
    fieldsets = [(None, {"fields": [("stop_number", "kind", "date"), "interlocutors", ("title_fr", "title_en")]})]

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> type[Any]:
        formset = modelformset_factory(
            models.Meeting,
            form=MeetingForm,
            formset=MeetingFormSet,
            extra=0 if obj else 1,
            can_delete=self.has_delete_permission(request, obj),
        )
        formset.form = type("MeetingForm", (formset.form,), {})  # pyright: ignore[reportAttributeAccessIssue]
        formset.form.base_fields["interlocutors"].widget = self.people_widget()  # pyright: ignore[reportAttributeAccessIssue]
        return formset

    def people_widget(self) -> Any:
        person = models.Participation._meta.get_field("person")
        return RelatedFieldWidgetWrapper(
            ChooseSeveral(person, self.admin_site),  # pyright: ignore[reportArgumentType]
            person.remote_field,  # pyright: ignore[reportArgumentType]
            self.admin_site,
        )


def connect(formsets: Any) -> None:
    """Let the meetings know the stops of the same form."""
    stops = next((formset for formset in formsets if isinstance(formset, StopFormSet)), None)
    for formset in formsets:
        if isinstance(formset, MeetingFormSet):
            formset.stops = stops  # pyright: ignore[reportAttributeAccessIssue]


def interlocutors(meeting: Any) -> list[Any]:
    return [taken for taken in meeting.participations.all() if taken.role == Role.INTERLOCUTOR and taken.person_id]


def save_interlocutors(meeting: Any, people: Any) -> None:
    """Keep those who are still named, remove the others, add the new ones."""
    present = {taken.person_id: taken for taken in interlocutors(meeting)}
    for person_id, taken in present.items():
        if person_id not in {person.pk for person in people}:
            taken.delete()
    keys = set(meeting.participations.values_list("key", flat=True))
    for position, person in enumerate(people, start=1):
        if person.pk not in present:
            add_interlocutor(meeting, person, position, keys)


def add_interlocutor(meeting: Any, person: Any, position: int, keys: Any) -> None:
    taken = models.Participation(meeting=meeting, person=person, role=Role.INTERLOCUTOR, position=position)
    taken.key = part_key(taken, keys)
    keys.add(taken.key)
    taken.save()
