"""A form that somebody else overtook: saved over the text it was opened with, then carried over to what is stored."""

from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.db import IntegrityError
from django.db.models import Model
from django.forms.formsets import DELETION_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.utils.translation import gettext as _

from partnerships.admin.forms.conflicts import ChangesOfOthers, told_meanwhile
from partnerships.admin.forms.records import RecordForm
from partnerships.admin.forms.rows import KNOWN
from partnerships.editorial.overtaking import Clash, Meanwhile, meanwhile
from partnerships.listing.parameters import is_row_number
from partnerships.models import Meeting
from partnerships.records.snapshot.differences import Difference, Gone, carried_out
from partnerships.records.snapshot.entries import Reference
from partnerships.records.snapshot.findings import NothingWritten
from partnerships.records.snapshot.restoring import bring_to, entries_of_snapshot
from partnerships.records.snapshot.taking import digest_of, snapshot
from partnerships.transactions import one_write

from .proposing import TAKEN_UP, ProposedInstead
from .publishing import step_pressed
from .vanished import row_numbers

#: The steps after which the public reads the record.
TO_THE_PUBLIC = ("publish", "schedule")


class Wrong(Exception):
    """Ends the attempt: the form itself has errors, and is shown with them; it is merged when they are mended."""

    def __init__(self, answer: HttpResponse) -> None:
        self.answer = answer
        super().__init__()


def tell_kept(request: HttpRequest, found: Meanwhile) -> None:
    """Say what others have changed, which stays beside what is saved or proposed."""
    messages.info(request, told_meanwhile(found, _("Changed by others while you were writing, and kept:")))


def is_meeting(line: dict) -> bool:
    return line["model"] == Meeting._meta.label_lower


class OvertakingMixin(admin.ModelAdmin):
    """A record on which two people may write at once: what does not clash is kept of both."""

    def changeform_view(self, request: HttpRequest, *arguments: Any, **keywords: Any) -> HttpResponse:
        view = partial(super().changeform_view, request, *arguments, **keywords)
        object_id = keywords.get("object_id") or (arguments[0] if arguments else None)
        found = self.meanwhile_of(request, object_id)
        if found is None:
            return view()
        try:
            numbers = self.numbers_of_removed(request, found)
            if not found.can_merge or numbers is None:
                raise Clash(None)
            with one_write():
                bring_to(found.now, found.start, number=numbers.get)
                request.overtaken = found  # pyright: ignore[reportAttributeAccessIssue]
                answer = view()
                if request.overtaken is not None:  # pyright: ignore[reportAttributeAccessIssue]
                    raise Wrong(answer.render() if isinstance(answer, SimpleTemplateResponse) else answer)
        except Wrong as wrong:
            return wrong.answer
        except Clash as clash:
            theirs = {}
            if clash.mine is not None:
                theirs = found.theirs_alone(clash.mine)
                self.leave_out(request, found.removed_alone(clash.mine))
            kept = ChangesOfOthers(told_meanwhile(found), theirs, found.now)
        except (NothingWritten, Gone, IntegrityError):
            kept = ChangesOfOthers(told_meanwhile(found), {}, found.now)
        except ProposedInstead:
            tell_kept(request, found)
            raise
        else:
            tell_kept(request, found)
            return answer
        request.overtaken, request.kept = None, kept  # pyright: ignore[reportAttributeAccessIssue]
        return view()

    def meanwhile_of(self, request: HttpRequest, object_id: str | None) -> Meanwhile | None:
        """Return what others have made of the record since the form that is sent was opened."""
        if request.method != "POST" or not object_id or TAKEN_UP in request.GET or hasattr(request, "refusal"):
            return None
        record = self.get_object(request, object_id)
        seen = request.POST.get("version", "")
        if record is None or not seen or digest_of(request.snapshot_before) == seen:  # pyright: ignore[reportAttributeAccessIssue]
            return None
        return meanwhile(record, seen) if self.has_change_permission(request, record) else None

    def numbers_of_removed(self, request: HttpRequest, found: Meanwhile) -> dict[Reference, int] | None:
        """Return which number each part had that others removed, as the rows of the form have it still.

        None where no row says so, or another part has that number by now. What hangs on a meeting has no row.
        """
        removed: dict[Reference, int] = {}
        for reference, (_row, number) in self.rows_of(request, found.removed).items():
            if number is None:
                return None
            removed[reference] = number
        return removed

    def rows_of(self, request: HttpRequest, removed: list[Difference]) -> dict[Reference, tuple[str, int | None]]:
        """Return the row that each removed part has in the form, and its number; None for what is not sure."""
        rows: dict[tuple[type[Model], str], tuple[str, int]] = {}
        for formset, _inline in self.get_formsets_with_inlines(request) if removed else ():
            prefix = formset.get_default_prefix()
            for row in row_numbers(request.POST, prefix):
                number, key = (request.POST.get(f"{prefix}-{row}-{name}", "") for name in ("id", KNOWN))
                if is_row_number(number):
                    rows[formset.model, key] = f"{prefix}-{row}", int(number)
        with_row = [line for each in removed for line in each.lines if line is each.lines[0] or is_meeting(line)]
        found: dict[Reference, tuple[str, int | None]] = {}
        for entry in entries_of_snapshot(with_row):
            row, number = rows.get((entry.model, entry.reference[1][-1]), ("", None))
            is_another = number is not None and entry.model._meta.base_manager.filter(pk=number).exists()
            found[entry.reference] = row, None if is_another else number
        return found

    def leave_out(self, request: HttpRequest, removed: list[Difference]) -> None:
        """Let the form go without the rows of parts that others removed, and nobody typed into."""
        typed = request.POST.copy()
        for row, number in self.rows_of(request, removed).values():
            if number is not None:
                typed[f"{row}-{DELETION_FIELD_NAME}"] = "on"
        request.POST = typed

    def carry_over(self, request: HttpRequest, form: RecordForm) -> None:
        """Put what was typed over what is stored, once the form is saved over its own text."""
        found: Meanwhile | None = getattr(request, "overtaken", None)
        if found is None:
            return
        record, mine = form.instance, snapshot(form.instance)
        own = found.own(mine, form.changed_data)
        if step_pressed(request, TO_THE_PUBLIC) is not None and found.theirs:
            # Whoever lets it go public has seen all of it.
            raise Clash(own)
        bring_to(mine, carried_out(found.now, own))
        record.refresh_from_db()
        request.overtaken, request.snapshot_before = None, found.now  # pyright: ignore[reportAttributeAccessIssue]
        # What waits for a second person, or is translated, was written beside the text that the form showed.
        request.typed_over = (found.start, carried_out(found.start, own))  # pyright: ignore[reportAttributeAccessIssue]
