"""The first page: what waits for whoever is there, what changed lately, and the menu by task."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import chain
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.auth.models import AbstractUser, AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partnerships import editorial
from partnerships.admin.forms.links import linked_record
from partnerships.consistency.kept_findings import AT_HOME, DUE, to_mend
from partnerships.editorial import translating, waiting
from partnerships.editorial.called_then import name_of_changed
from partnerships.editorial.roles import PUBLISHERS
from partnerships.models import Change, Publication, Record
from partnerships.records.kinds import KINDS, records_named
from partnerships.records.references import called, unpublished_behind
from partnerships.transactions import one_read

from .differences import joined_links
from .many_at_once import take_with_all, told_of_steps
from .own_pages import checked_later
from .publishing import step_pressed
from .rows_of_work import work_rows
from .unsourced import unsourced_context

LATELY = 12
#: The lists of one’s own records, that may be submitted from there, and under which name they are ticked.
SUBMITTED_TOGETHER, TICKED = ("drafts", "returned"), "record"
#: What the lists of a kind are narrowed down by to the public records in which something is missing.
NARROWED = {"without-source": "missing=source", "untranslated": "missing=translation"}
JUST_NOW = timedelta(minutes=1)


def task_address(name: str) -> str:
    """Return the one place where what waits is dealt with."""
    if name.startswith("pending"):
        return f"{reverse('admin:partnerships_pendingchange_changelist')}?waits={name}"
    elsewhere = {
        "translations": reverse("admin:partnerships_translations"),
        "findings": reverse("admin:partnerships_findings"),
        "due": f"{reverse('admin:partnerships_findings')}?kind={DUE}",
        "unconfirmed": f"{reverse('admin:partnerships_confirmation_changelist')}?waits=unconfirmed",
        "reports": f"{reverse('admin:partnerships_errorreport_changelist')}?closed_at__isempty=1",
    }
    return elsewhere.get(name) or reverse("admin:partnerships_work", args=[name])


def aged(found: waiting.Waiting) -> datetime | None:
    """Return since when the oldest waits; nothing of what came just now, whose age is no news."""
    return found.oldest if found.oldest and timezone.now() - found.oldest > JUST_NOW else None


def waiting_rows(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return what waits for `user`, and what is theirs and waits for others: title, count, since when, address."""
    names = waiting.list_titles()
    found = waiting.waiting_for(user)
    if waiting.may_mend(user):
        found += translating.in_the_register(to_mend(AT_HOME))
    rows: dict[str, list[dict[str, Any]]] = {"waiting": [], "with_others": []}
    for each in found:
        rows["with_others" if each.name in waiting.WITH_OTHERS else "waiting"].append(
            {"title": names[each.name], "count": each.count, "oldest": aged(each), "address": task_address(each.name)}
        )
    return rows


def lately() -> list[dict[str, Any]]:
    """Return the last changes, each with its record if that is still there."""
    changes = list(Change.objects.filter(kind__in=KINDS).defer("before", "after").order_by("-id")[:LATELY])
    records = records_named((change.kind, change.key) for change in changes)
    # Only what is no more is called as in its last text.
    gone = Change.objects.in_bulk([each.pk for each in changes if (each.kind, each.key) not in records])
    return [
        {"change": each, "link": _link(records.get((each.kind, each.key)), gone.get(each.pk, each))} for each in changes
    ]


def _link(record: Any, change: Change) -> str:
    if record is not None:
        return linked_record(record)
    return f"{name_of_changed(change, None)} ({capfirst(str(KINDS[change.kind].model._meta.verbose_name))})"


def work_view(request: HttpRequest, name: str) -> HttpResponse:
    """Show the records that wait under `name`, of every kind in one list, from which steps are taken with several."""
    if name not in (*waiting.LISTS, *waiting.MISSING):
        raise Http404
    refusal = None
    step = step_asked(request, name)
    if step is not None:
        refusal = told_of_steps(request, step, lambda: take_with_ticked(step, name, request))
        if refusal is None:
            return HttpResponseRedirect(request.path)
    with one_read():
        return work_page(request, name, refusal)


def step_asked(request: HttpRequest, name: str) -> str | None:
    """Return the step whose button was pressed; where there is but one, whatever is sent asks for it."""
    if request.method != "POST":
        return None
    steps = steps_from(name, request.user)
    return steps[0] if len(steps) == 1 else step_pressed(request, steps)


def work_page(request: HttpRequest, name: str, refusal: str | None) -> HttpResponse:
    ticked = request.POST.getlist(TICKED) or request.GET.getlist(TICKED)
    work = waiting.in_list(name, request.user)  # pyright: ignore[reportArgumentType]
    further = lists_with_more(name, work)
    work = [each for each in work if each.record not in further]
    steps = steps_from(name, request.user) if all(_may_write(request, each.record) for each in work) else ()
    joined = joined_links(each.record for each in work)
    rows = [
        {
            "work": each,
            "joined": joined.get(each.record),
            "link": linked_record(each.record),
            "name": called(each.record),
            "label": str(each.record),
            "ticked": called(each.record) in ticked,
        }
        for each in work
    ]
    records = [row["work"].record for row in rows if row["ticked"]] if refusal and "_publish" in request.POST else []
    behind = [each for each in dict.fromkeys(chain(*map(unpublished_behind, records))) if each not in records]
    context = {
        **admin.site.each_context(request),
        "title": waiting.list_titles()[name],
        "rows": rows,
        "first": waiting.FIRST,
        "further": further.values(),
        "steps": steps,
        "refusal": refusal,
        "along": work_rows(behind, request.POST.getlist("along")),
        **unsourced_context([*records, *behind], request),
        "typed": request.POST,
    }
    return TemplateResponse(request, "admin/partnerships/work.html", context).render()


def lists_with_more(name: str, work: Iterable[waiting.WaitingRecord]) -> dict[Record, dict[str, str]]:
    """Return the lists in which all stands of which `work` holds but the first, by the records one too many."""
    if name not in waiting.MISSING:
        return {}
    found, seen = {}, Counter()
    for each in work:
        seen[each.kind] += 1
        if seen[each.kind] > waiting.FIRST:
            address = reverse(f"admin:partnerships_{each.kind}_changelist")
            query = f"publication__exact={Publication.PUBLISHED}&{NARROWED[name]}"
            found[each.record] = {
                "title": capfirst(str(each.record._meta.verbose_name_plural)),
                "address": f"{address}?{query}",
            }
    return found


def steps_from(name: str, user: AbstractUser | AnonymousUser) -> tuple[str, ...]:
    """Return the steps that `user` may take with several records of a list at once."""
    if name == "in-review":
        return ("return", "publish") if user.has_perm(PUBLISHERS) else ()
    return ("submit",) if name in SUBMITTED_TOGETHER else ()


def take_with_ticked(step: str, name: str, request: HttpRequest) -> list[Record]:
    """Take `step` with those of a list that are ticked, all or none; return those with which it was taken."""
    ticked = set(request.POST.getlist(TICKED))
    work = waiting.in_list(name, request.user)  # pyright: ignore[reportArgumentType]
    records = [each.record for each in work if called(each.record) in ticked]
    if not all(_may_write(request, each) for each in records):
        raise PermissionDenied
    if not records:
        tick = _("Tick what you want to submit.") if step == "submit" else _("Tick the records concerned.")
        raise editorial.Refused(tick)
    return take_with_all(step, records, request)


def _may_write(request: HttpRequest, record: Record) -> bool:
    """Whether who asks may still write such a record: whoever wrote a draft may have lost their role since."""
    return admin.site.get_model_admin(type(record)).has_change_permission(request, record)  # pyright: ignore[reportAttributeAccessIssue]


def address_of_drafts(records: Iterable[Record]) -> str:
    """Return where one’s drafts are submitted together, these ticked."""
    query = urlencode([(TICKED, called(each)) for each in records])
    return f"{reverse('admin:partnerships_work', args=['drafts'])}?{query}"


def at_home(site: Any) -> None:
    """Let the first page of `site` say what waits, and give each list of it an address."""
    stock_index, stock_urls = site.index, site.get_urls

    def index(request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        def answer() -> HttpResponse:
            with one_read():
                found = {**waiting_rows(request.user), "lately": lately()}  # pyright: ignore[reportArgumentType]
            return stock_index(request, {**found, **(extra_context or {})})

        return checked_later(answer)

    def get_urls() -> list[URLPattern | URLResolver]:
        own = path("partnerships/work/<slug:name>/", site.admin_view(work_view), name="partnerships_work")
        return [own, *stock_urls()]

    site.index, site.get_urls, site.index_template = index, get_urls, "admin/partnerships/home.html"


at_home(admin.site)
