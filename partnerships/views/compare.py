"""Partners side by side."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.pages.compare import comparison
from partnerships.pages.notes import NOTES, Notes
from partnerships.presentation import language_now
from partnerships.records.titles import titles

from .rendering import everywhere, show


def compare_page(request: HttpRequest) -> HttpResponse:
    """Two to four partners over the same years, in one table, and what concerns all of them."""
    compared = comparison(request.GET, dates.today())
    names = [titles(one, language_now())[0][0] for one in compared.partners]
    title = _("Compare: %(partners)s") % {"partners": ", ".join(names)} if names else _("Compare partners")
    context = {
        "title": title,
        "description": _("Partners side by side: partnership, mission, head, visits, over the same years."),
        "compared": compared,
        NOTES: Notes(),
    }
    return show(request, "partnerships/compare.html", context, addresses=everywhere("compare"))
