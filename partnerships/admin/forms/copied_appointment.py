"""One appointment, several offices: the next tenure opens with what it shares with the last one."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import flatten_fieldsets
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partnerships import models
from partnerships.listing.parameters import is_row_number
from partnerships.models import Tenure

from .beside_fields import ShownMixin
from .parts import CitationInline, MilestoneInline, PartInline

BUTTON, SOURCE = "_copy", "like"
SHARED = (
    *("person", "period", "period_wording_fr", "period_wording_en"),
    *("acting", "never_served", "ending", "appointment"),
)
Kind = models.Milestone.Kind
#: The steps of an appointment as a whole; credentials are presented, and people seen, in each office by itself.
SHARED_STEPS = (Kind.NOMINATED, Kind.APPOINTED, Kind.ARRIVED, Kind.RECALLED, Kind.DEPARTED)


def tenure_before(request: HttpRequest) -> Tenure | None:
    """Return the tenure whose shared fields a new form begins with, or None."""
    number = request.GET.get(SOURCE, "")
    if request.method != "GET" or not is_row_number(number):
        return None
    return models.Tenure.objects.filter(pk=number).first()


class CopiedPart(PartInline):
    """Parts that a new form begins with, as rows that are saved like typed ones."""

    def copied(self, request: HttpRequest) -> list[Any]:
        tenure = tenure_before(request)
        return list(self.shared(tenure)) if tenure else []  # pyright: ignore[reportAttributeAccessIssue]

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        copied = len(self.copied(request)) if obj is None else 0
        return copied or super().get_extra(request, obj, **kwargs)

    def initial(self, request: HttpRequest) -> list[dict[str, Any]]:
        names = flatten_fieldsets(self.get_fieldsets(request))
        return [model_to_dict(part, fields=names) for part in self.copied(request)]


class SharedMilestoneInline(CopiedPart, MilestoneInline):
    def shared(self, tenure: Any) -> Any:
        return tenure.milestones.filter(kind__in=SHARED_STEPS).order_by("date_earliest", "key")


class SharedCitationInline(CopiedPart, CitationInline):
    classes = ()

    def shared(self, tenure: Any) -> Any:
        return tenure.citations.order_by("key")


class CopyMixin(ShownMixin):
    """A button that saves the form and opens the next one."""

    copy_text = _("Save and enter another office of the same appointment")

    def beside_form(self, request: HttpRequest, context: dict[str, Any], obj: Any) -> dict[str, Any]:
        may = self.has_add_permission(request) and (obj is None or self.has_change_permission(request, obj))
        return {**super().beside_form(request, context, obj), "copy_text": self.copy_text if may else ""}

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        tenure = tenure_before(request)
        shared = model_to_dict(tenure, fields=SHARED) if tenure else {}
        return {**super().get_changeform_initial_data(request), **shared}

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        initial = inline.initial(request) if isinstance(inline, CopiedPart) and not obj.pk else []
        return {**super().get_formset_kwargs(request, obj, inline, prefix), **({"initial": initial} if initial else {})}

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        return self.next_form(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self.next_form(request, obj) or super().response_change(request, obj)

    def after_proposing(self, request: HttpRequest, record: Any, waiting: Any) -> HttpResponse:
        return self.opened_next(request, record) or super().after_proposing(request, record, waiting)  # pyright: ignore[reportAttributeAccessIssue]

    def next_form(self, request: HttpRequest, tenure: Any) -> HttpResponse | None:
        answer = self.opened_next(request, tenure)
        if answer is not None:
            self.message_user(request, self.saved(tenure), messages.SUCCESS)  # pyright: ignore[reportAttributeAccessIssue]
        return answer

    def opened_next(self, request: HttpRequest, tenure: Any) -> HttpResponse | None:
        if BUTTON not in request.POST or not self.has_add_permission(request):
            return None
        return HttpResponseRedirect(f"{reverse('admin:partnerships_tenure_add')}?{SOURCE}={tenure.pk}")
