"""Where a reader reports an error: a form without script or cookie, and what became of it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from partnerships import dates
from partnerships.addresses import address, localized, permanent
from partnerships.editorial import reports
from partnerships.error_pages import error_page
from partnerships.listing import parameters
from partnerships.models import ErrorReport, Record
from partnerships.pages.corrections import corrections
from partnerships.pages.line_by_itself import OneLine, line_of
from partnerships.presentation.languages import language_now
from partnerships.records.kinds import kind_of, record_named
from partnerships.records.titles import called_in
from partnerships.records.visibility import is_public

from .citing import record_or_404
from .rendering import everywhere, show, site

#: What a report may hold, in characters.
LONGEST, LONGEST_WHERE = 4_000, 1_000
#: A field that nobody sees; what fills it in is no reader.
TRAP = "website"


@dataclass(frozen=True)
class Subject:
    """What is reported: a public record, or one of its lines."""

    record: Record
    line: OneLine | None

    @property
    def name(self) -> str:
        return called_in(self.record, language_now())

    @property
    def shown(self) -> str:
        """What stands there, as the reader sees it."""
        return self.line.said if self.line else self.name

    @property
    def permanent(self) -> str:
        return self.line.permanent(self.record) if self.line else permanent(self.record)


@csrf_exempt
def report_page(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Show the form, and take what is sent by it: without a cookie, so what is checked is where it comes from."""
    subject = subject_of(request, kind, key)
    if request.method != "POST":
        return form(request, subject)
    if not comes_from_here(request):
        return error_page(request, 403, foreign_form=True)
    problem = problem_of(request.POST)
    if problem:
        return form(request, subject, problem, status=400)
    if request.POST.get(TRAP):
        # As though it had been taken: whoever fills traps in learns nothing.
        return HttpResponseRedirect(localized("report-thanks", language_now()))
    try:
        report = received(request, subject)
    except reports.TooMany:
        sentence = _("Too many reports came today for another to be taken. Please come back tomorrow.")
        response = form(request, subject, sentence, status=429)
        response["Retry-After"] = str(dates.rest_of_today())
        return response
    return HttpResponseRedirect(localized("report-answer", language_now(), token=report.token))


def subject_of(request: HttpRequest, kind: str, key: str) -> Subject:
    record, moment = record_or_404(kind, key), parameters.one(request.GET, "line")
    line = line_of(record, moment, language_now()) if moment else None
    if moment and line is None:
        raise Http404
    return Subject(record, line)


def form(request: HttpRequest, subject: Subject, problem: str = "", status: int = 200) -> HttpResponse:
    """Answer with the form; with what was typed, and what stands in the way, where something does."""
    typed = request.POST
    kind, key = kind_of(subject.record), subject.record.key
    context = {
        "title": _("Report an error: %(what)s") % {"what": subject.shown},
        "description": _(
            "%(what)s: say what is wrong and where the right information can be read; no name is asked for."
        )
        % {"what": subject.shown},
        "subject": subject,
        "subject_address": address(subject.record, language_now()),
        "problem": problem,
        "typed": {name: typed.get(name, "") for name in ("text", "where")},
        "longest": LONGEST,
        "longest_where": LONGEST_WHERE,
        "trap": TRAP,
        "closed": settings.READ_ONLY,
        "noindex": True,
    }
    addresses = everywhere("report", kind=kind, key=key)
    response = show(request, "partnerships/report.html", context, addresses=addresses, status=status)
    if request.method == "POST":
        response["Cache-Control"] = "no-store"
    return response


def problem_of(typed: QueryDict) -> str:
    """Return what stands in the way of a report; nothing where nothing does."""
    if not typed.get("text", "").strip():
        return _("Say what is wrong.")
    if len(typed["text"]) > LONGEST or len(typed.get("where", "")) > LONGEST_WHERE:
        return _("This is too long: please say it in fewer words.")
    return ""


def received(request: HttpRequest, subject: Subject) -> ErrorReport:
    return reports.receive(
        kind=kind_of(subject.record),
        key=subject.record.key,
        moment=subject.line.moment if subject.line else "",
        shown=subject.shown,
        language=language_now(),
        text=request.POST["text"].strip(),
        where=request.POST.get("where", "").strip(),
        sender=get_adapter().get_client_ip(request),
    )


def comes_from_here(request: HttpRequest) -> bool:
    """Whether a form was sent from a page of this site.

    Browsers say so themselves. What says nothing at all about where it comes from is no browser that another site
    could have sent here: there is no cookie that it could misuse.
    """
    fetched = request.headers.get("Sec-Fetch-Site")
    if fetched is not None and fetched != "same-origin":
        return False
    said = request.headers.get("Origin") or request.headers.get("Referer")
    if said is None:
        return True
    origin = urlsplit(said)
    ours = {site(request), request.build_absolute_uri("/").rstrip("/"), *settings.CSRF_TRUSTED_ORIGINS}
    return f"{origin.scheme}://{origin.netloc}" in ours


@never_cache
def report_thanks(request: HttpRequest) -> HttpResponse:
    """Thank for a report of which nothing is told."""
    context = {"title": _("Thank you"), "noindex": True}
    return show(request, "partnerships/reported.html", context, addresses=everywhere("report-thanks"))


def _where_reported(record: Record, line: OneLine | None) -> str:
    return line.permanent(record) if line else address(record, language_now())


@never_cache
def report_answer(request: HttpRequest, token: str) -> HttpResponse:
    """Say what became of a report, to whoever has its address."""
    report = ErrorReport.objects.filter(token=token).first()
    if report is None:
        raise Http404
    record = record_named(report.kind, report.key)
    public = record if record is not None and is_public(record) else None
    line = line_of(public, report.moment, language_now()) if public and report.moment else None
    context = {
        "title": _("Thank you") if report.closed_at is None else _("Your report"),
        "report": report,
        "closed_on": report.closed_at and dates.day_of(report.closed_at),
        "subject": public,
        "line": line.said if line else "",
        "subject_address": _where_reported(public, line) if public else "",
        "own_address": f"{site(request)}{request.path}",
        # The page shows the latest ones, of what the public still reads.
        "correction": next((one for one in corrections() if one.change.pk == report.correction_id), None)
        if report.correction_id
        else None,
        "noindex": True,
    }
    response = show(request, "partnerships/reported.html", context, addresses=everywhere("report-answer", token=token))
    # Not even the address goes anywhere else.
    response["Referrer-Policy"] = "no-referrer"
    return response
