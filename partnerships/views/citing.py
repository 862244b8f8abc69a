"""How a record is cited: a page with every form, and each form by itself."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from partnerships.addresses import address, permanent
from partnerships.listing import parameters
from partnerships.models import Record
from partnerships.pages import citing
from partnerships.presentation import language_now
from partnerships.records.kinds import KINDS, record_named
from partnerships.records.visibility import is_public

from .rendering import everywhere, show, site


def cite_page(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """The citation in words in both languages, and as reference managers read it."""
    record, on = found(kind, key), parameters.day(request.GET)
    one = citing.cited(record, language_now(), site(request), on)
    query = f"?on={on.isoformat()}" if on else ""
    context = {
        "title": _("Cite: %(title)s") % {"title": one.name},
        "cited": one,
        "record_address": address(record, language_now()),
        "permanent": permanent(record),
        "in_words": citing.in_every_language(record, site(request), on),
        "written": [
            (name, f"{request.path.rstrip('/')}.{form}{query}", citing.WRITTEN[form](one))
            for form, name in (("bib", "BibTeX"), ("ris", "RIS"), ("csl", "CSL-JSON"))
        ],
        "noindex": True,
    }
    return show(request, "partnerships/cite.html", context, addresses=everywhere("cite", kind=kind, key=key))


def cite_as(request: HttpRequest, kind: str, key: str, form: str) -> HttpResponse:
    """The citation in one form, to be saved."""
    one = citing.cited(found(kind, key), language_now(), site(request), parameters.day(request.GET))
    response = HttpResponse(citing.WRITTEN[form](one), content_type=f"{citing.TYPES[form]}; charset=utf-8")
    ending = "json" if form == "csl" else form
    response["Content-Disposition"] = f'attachment; filename="{kind}-{key}.{ending}"'
    response["Content-Language"] = language_now()
    return response


def found(kind: str, key: str) -> Record:
    """Return the public record of a kind and a key."""
    record = record_named(kind, key) if kind in KINDS else None
    if record is None or not is_public(record):
        raise Http404
    return record
