"""The pages that a public register owes."""

from django.http import HttpRequest, HttpResponse

from partnerships.models import SEEN, Page
from partnerships.pages.about_the_register import computed, first_texts, followed
from partnerships.presentation.languages import language_now, text_of
from partnerships.presentation.texts import written_html
from partnerships.records import kept_rows

from .record_page import show_record
from .rendering import everywhere, show


def standing_page(request: HttpRequest, name: str) -> HttpResponse:
    """One of them, as staff published it; as the register began with it, where they never did."""
    record = next((one for one in kept_rows.rows_holding(Page, ("key",), name) if one.publication in SEEN), None)
    if record is not None:
        return show_record(request, record, everywhere(name))
    first = first_texts()[name]
    title, description = (text_of(first, field, language_now())[0] for field in ("title", "summary"))
    context = {
        "title": title,
        "description": description,
        "text": written_html(first, "text"),
        "blocks": computed(name),
        "forms": followed(name),
    }
    return show(request, "partnerships/about_the_register.html", context, addresses=everywhere(name))
