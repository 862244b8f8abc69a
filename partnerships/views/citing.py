"""How a record is cited: a page with every form, and each form by itself."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from partnerships.addresses import address, permanent
from partnerships.listing import parameters
from partnerships.models import Record
from partnerships.pages import citing
from partnerships.pages.data_addresses import data_address
from partnerships.presentation.languages import language_now
from partnerships.records.kinds import KINDS, record_named
from partnerships.records.visibility import is_public

from .rendering import everywhere, show, site


def cite_page(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """The citation in words in both languages, and as reference managers read it."""
    record, asked = record_or_404(kind, key), asked_of(request, kind)
    one = cited_or_404(request, record, asked)
    context = {
        "title": _("Cite: %(title)s") % {"title": one.name},
        "description": _("%(title)s: the permanent address, and how to cite it, in words, BibTeX, RIS and CSL-JSON.")
        % {"title": one.name},
        "cited": one,
        "record_address": address(record, language_now()),
        "permanent": f"{permanent(record)}{asked.query}",
        "in_words": citing.in_every_language(record, site(request), asked),
        "written": [
            (name, f"{request.path.rstrip('/')}.{form}{asked.query}", citing.WRITTEN[form](one))
            for form, name in (("bib", "BibTeX"), ("ris", "RIS"), ("csl", "CSL-JSON"))
        ],
        "data_address": data_address(record),
        "noindex": True,
    }
    return show(request, "partnerships/cite.html", context, addresses=everywhere("cite", kind=kind, key=key))


def cite_as(request: HttpRequest, kind: str, key: str, form: str) -> HttpResponse:
    """The citation in one form, to be saved."""
    one = cited_or_404(request, record_or_404(kind, key), asked_of(request, kind))
    response = HttpResponse(citing.WRITTEN[form](one), content_type=f"{citing.TYPES[form]}; charset=utf-8")
    ending = "json" if form == "csl" else form
    response["Content-Disposition"] = f'attachment; filename="{kind}-{key}.{ending}"'
    return response


def asked_of(request: HttpRequest, kind: str) -> citing.AskedCitation:
    """Return what of the record is asked for: all of it, a day, a line, the succession of an office."""
    of = parameters.one(request.GET, "of")
    if of is not None and (of != citing.SUCCESSION or kind != "office"):
        raise BadRequest(_("“%(value)s” is not something that can be cited for this record.") % {"value": of})
    return citing.AskedCitation(
        on=parameters.day_asked(request.GET),
        moment=parameters.one(request.GET, "line") or "",
        succession=of is not None,
        beside=parameters.day_asked(request.GET, "and"),
    )


def cited_or_404(request: HttpRequest, record: Record, asked: citing.AskedCitation) -> citing.CitedRecord:
    try:
        return citing.cited_record(record, language_now(), site(request), asked)
    except LookupError as error:
        raise Http404 from error


def record_or_404(kind: str, key: str) -> Record:
    """Return the public record of a kind and a key."""
    record = record_named(kind, key) if kind in KINDS else None
    if record is None or not is_public(record):
        raise Http404
    return record
