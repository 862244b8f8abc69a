"""The pages that a public register owes."""

from django.http import HttpRequest, HttpResponse

from partnerships.pages.standing import STANDING, editors_contact
from partnerships.presentation import language_now

from .rendering import everywhere, show


def standing_page(request: HttpRequest, name: str) -> HttpResponse:
    """One of them: its text, written for each language, and its tables."""
    page = STANDING[name]
    context = {
        "title": str(page.title),
        "description": str(page.description),
        "text": f"partnerships/standing/{language_now()}/{name}.html",
        "tables": [table for table in page.tables() if table],
        "contact": editors_contact() if name == "contact" else None,
        "asks_contact": name == "contact",
    }
    return show(request, "partnerships/standing.html", context, addresses=everywhere(name))
