"""Offices and tenures."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnerships import dates, models
from partnerships.editorial.joined import joined_to
from partnerships.editorial.refusal import Refused
from partnerships.editorial.succeeding import FIELD, end_before, propose_end_before, take_back_with_successor

from .base.consequences import as_proposed
from .base.previewing import BUTTON
from .base.proposing import said_of_waiting
from .base.record import RecordAdmin
from .base.while_typing import Said
from .forms.copied_appointment import CopyMixin, SharedCitationInline, SharedMilestoneInline
from .forms.dates import MomentInWords
from .forms.parts import AliasInline, CitationInline
from .forms.posts import OfficeForm
from .forms.records import RecordForm


@admin.register(models.Office)
class OfficeAdmin(RecordAdmin):
    form = OfficeForm
    add_text = gettext_lazy("Add an office")
    main = (
        "name",
        ("role", "single_holder"),
        ("state", "organization"),
        ("embassy", "mission", "heads_post"),
        ("receiving_state", "receiving_organization"),
        "period",
        ("coverage", "checked_on"),
    )
    more = ("title_feminine", "summary", "wikidata")
    shown = ("role", "state", "organization")
    inlines = (AliasInline, CitationInline)


#: “Acting”, as the tenure calls it: so it stands in every sentence.
ACTING = models.Tenure._meta.get_field("acting").verbose_name


END_BEFORE = gettext_lazy("End of the previous tenure")
#: Said while the end of the tenure before is typed, with the tenure that it is of.
ENDED = gettext_lazy("The end that you give is proposed for:")


class TenureForm(RecordForm):
    """A tenure; of a new one also the end of the one before."""

    end_before = MomentInWords(
        label=END_BEFORE,
        required=False,
        help_text=gettext_lazy(
            "If somebody is recorded as still in office: the end is proposed as a change of that tenure, "
            "cited from the same sources."
        ),
    )


class SucceedingMixin(admin.ModelAdmin):
    """A new tenure that proposes the end of the one before."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        sections: Any = super().get_fieldsets(request, obj)
        if obj is None:
            rows = sections[0][1]["fields"]
            rows.insert(rows.index("period") + 1, FIELD)
        return sections

    def save_related(self, request: HttpRequest, form: Any, formsets: list, change: bool) -> None:
        # In the words that were typed, of which the notation does not keep all.
        end = "" if change or not form.cleaned_data[FIELD] else form[FIELD].value()
        if end and BUTTON in request.POST:
            request.end_before = end  # pyright: ignore[reportAttributeAccessIssue]
        super().save_related(request, form, formsets, change)  # pyright: ignore[reportArgumentType]
        if end:
            proposed = propose_end_before(form.instance, end, by=request.user)  # pyright: ignore[reportArgumentType]
            request.proposed_beside = proposed  # pyright: ignore[reportAttributeAccessIssue]

    def previewed(self, request: HttpRequest, record: models.Record) -> None:
        """Let what is only looked at show the tenure before as ended."""
        if isinstance(record, models.Tenure) and (end := getattr(request, "end_before", "")):
            end_before(record, end)
        super().previewed(request, record)  # pyright: ignore[reportAttributeAccessIssue]

    def said_while_typing(self, request: HttpRequest, record: Any) -> list[Said]:
        """Say which tenure the end is proposed of, or why of none; what else is said knows of it."""
        end, told = request.POST.get(FIELD, "").strip(), []
        # A text that is no date yet has its sentence below the field.
        if isinstance(record, models.Tenure) and is_moment(end):
            try:
                told = [(str(ENDED), (end_before(record, end),))]
            except Refused as refused:
                label = str(END_BEFORE)
                told = [(_("%(field)s: %(problem)s") % {"field": label, "problem": refused}, ())]
        with as_proposed(*joined_to(record)):
            return [*told, *super().said_while_typing(request, record)]  # pyright: ignore[reportAttributeAccessIssue]

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        answer = super().response_add(request, obj, post_url_continue)
        if (proposed := getattr(request, "proposed_beside", None)) is not None:
            proposed.refresh_from_db(fields=["state"])
        # Where the new one was published at once, it went with it.
        if proposed is not None and proposed.is_open:
            tenure = models.Tenure._default_manager.get(key=proposed.key)
            messages.success(request, said_of_waiting(tenure, proposed))
        return answer

    def delete_model(self, request: HttpRequest, obj: models.Tenure) -> None:
        """Take the end back that was proposed with a draft that is deleted."""
        take_back_with_successor(obj, by=request.user)  # pyright: ignore[reportArgumentType]
        super().delete_model(request, obj)


def is_moment(text: str) -> bool:
    try:
        dates.read_moment(text)
    except dates.DateError:
        return False
    return True


@admin.register(models.Tenure)
class TenureAdmin(SucceedingMixin, CopyMixin, RecordAdmin):
    form = TenureForm
    add_text = gettext_lazy("Add a tenure")
    main = ("person", "office", "period", ("acting", "never_served", "ending"), "appointment")
    more = ("rank", "residence", "residence_text", "title_form", "checked_on", "summary")
    shown = ("acting_shown",)
    inlines = (SharedMilestoneInline, SharedCitationInline)

    @admin.display(description=ACTING, ordering="acting")
    def acting_shown(self, record: models.Tenure) -> str:
        """Say it of those who acted alone: a mark on each of the others would draw the eye."""
        return str(ACTING) if record.acting else ""
