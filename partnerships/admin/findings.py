"""The desk of the findings: what is wrong or doubtful, kind by kind, with the one place to mend it, or an answer."""

from collections import defaultdict
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from partnerships.admin.forms.links import linked_record
from partnerships.consistency import RULES, Finding, Severity, reopen, settle
from partnerships.consistency.ages import named_in, unchanged_since
from partnerships.consistency.kept_findings import ON_THE_DESK, FindingCount, moving_when_answered, of_kind, overview
from partnerships.consistency.names_in_findings import sentences_with_names
from partnerships.consistency.settling import answers_to
from partnerships.records.kinds import KINDS, records_named

from .base.own_pages import add_pages, checked_later
from .base.saving import in_one

ANSWERING = "partnerships.add_checkedfinding"
PAGE = 50


def findings_view(request: HttpRequest) -> HttpResponse:
    """Show the kinds of finding with their numbers, or those of one kind; or take an answer."""
    code = request.GET.get("kind", "")
    if code and code not in RULES:
        raise Http404
    if request.method == "POST" and code:
        return in_one(request, lambda: keep_answer(request, code))
    return checked_later(
        lambda: in_one(request, lambda: kind_page(request, code) if code else findings_by_kind(request))
    )


def severities() -> dict[Severity, str]:
    return {
        Severity.ERROR: _("Errors: this cannot be true"),
        Severity.WARNING: _("Warnings: to be looked at"),
        Severity.NOTE: _("Notes: work that can wait"),
    }


def findings_by_kind(request: HttpRequest) -> HttpResponse:
    found, late = overview(ON_THE_DESK), False
    groups: dict[Severity, list[dict[str, Any]]] = defaultdict(list)
    asked = request.GET.get("severity", "")
    for code, rule in RULES.items():
        kept = found[rule.check]
        group = kept.groups.get(code) if kept is not None else FindingCount()
        late = late or kept is None or kept.is_older
        if group is None or (asked and rule.severity != asked):
            continue
        if kept is None or group.count or group.settled_count:
            groups[rule.severity].append({"code": code, "title": RULES[code].title, "group": group, "kept": kept})
    ordered = [(title, groups[each]) for each, title in severities().items() if groups[each]]
    context = {
        "title": _("Findings"),
        "groups": ordered,
        "late": late,
        "asked": asked,
        "severities": [(each.value, title) for each, title in severities().items()],
    }
    return TemplateResponse(
        request, "admin/partnerships/findings.html", {**admin.site.each_context(request), **context}
    )


def kind_page(request: HttpRequest, code: str, refusal: str = "") -> HttpResponse:
    group, closed = of_kind(code), "settled" in request.GET
    records_of = {*KINDS} & {finding.kind for finding in [*group.open, *group.settled]}
    kind = request.GET.get("record", "")
    several = [each for each in (group.settled if closed else group.open) if kind in ("", each.kind)]
    shown = Paginator(several, PAGE).get_page(request.GET.get("page"))
    known = records_named(named for each in shown.object_list for named in named_in(each))
    said, since = answers_to(shown.object_list), unchanged_since(shown.object_list)
    sentences = sentences_with_names(shown.object_list)
    rule = RULES[code]
    context = {
        **admin.site.each_context(request),
        "title": RULES[code].title,
        "code": code,
        "group": group,
        "late": group.is_older,
        "closed": closed,
        "kinds": [(name, KINDS[name].model._meta.verbose_name_plural) for name in KINDS if name in records_of],
        "asked": kind,
        "page": shown,
        "rows": [
            {
                **finding_row(each, known, said.get(each)),
                "sentence": sentences[each],
                "since": since[each],
            }
            for each in shown
        ],
        "may_answer": rule.severity is not Severity.ERROR and request.user.has_perm(ANSWERING),
        "is_error": rule.severity is Severity.ERROR,
        "refusal": refusal,
        "typed": request.POST,
    }
    return TemplateResponse(request, "admin/partnerships/findings_of_kind.html", context)


def finding_row(finding: Finding, known: dict[tuple[str, str], Any], answer: Any) -> dict[str, Any]:
    record = known.get((finding.kind, finding.key))
    kind, _slash, key = finding.about.partition("/")
    other = known.get((kind, key))
    return {
        "finding": finding,
        "link": linked_record(record) if record is not None else finding.record,
        "other": linked_record(other) if other is not None and other != record else "",
        "answer": answer,
    }


def keep_answer(request: HttpRequest, code: str) -> HttpResponse:
    """Keep what somebody says of a finding, or open it again."""
    if not request.user.has_perm(ANSWERING):
        raise PermissionDenied
    group = of_kind(code)
    name = request.POST.get("finding", "")
    finding = next((each for each in [*group.open, *group.settled] if each.name == name), None)
    if finding is None:
        messages.info(
            request, _("This finding no longer exists: somebody has corrected it, or the record has changed.")
        )
        return HttpResponseRedirect(request.get_full_path())
    try:
        if "_reopen" in request.POST:
            with moving_when_answered(finding):
                reopen(finding)
            messages.success(request, _("The finding is open again."))
        else:
            with moving_when_answered(finding):
                settle(finding, by=request.user, reason=request.POST.get("reason", ""))  # pyright: ignore[reportArgumentType]
            messages.success(request, _("It is kept that this was checked; it opens again when the record changes."))
    except ValidationError as error:
        return kind_page(request, code, refusal=" ".join(error.messages))
    return HttpResponseRedirect(request.get_full_path())


add_pages(
    admin.site,
    path("partnerships/findings/", admin.site.admin_view(findings_view), name="partnerships_findings"),
)
