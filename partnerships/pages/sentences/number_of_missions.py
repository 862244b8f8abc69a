"""How many missions are recorded, and how many there are by what has been said of them."""

from collections.abc import Sequence

from django.db.models import F, Min, Q, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from partnerships.addresses import address
from partnerships.inflection import in_letters
from partnerships.models import Citation, Mission, Publication, Statement
from partnerships.presentation.languages import language_now, marked_language, text_of


def counted_statement(statements: QuerySet[Statement]) -> Statement | None:
    """Return the statement that gives a number on the best grade of source; of several such the latest."""
    bearing = Q(
        citations__stance=Citation.Stance.SUPPORTS,
        citations__grade__in=(Citation.Grade.A, Citation.Grade.B),
        citations__source__publication=Publication.PUBLISHED,
    )
    graded = statements.filter(count__isnull=False).annotate(grade=Min("citations__grade", filter=bearing))
    return graded.order_by(F("grade").asc(nulls_last=True), "-date_latest", "key").first()


def missions_recorded(missions: Sequence[Mission], statements: QuerySet[Statement]) -> SafeString:
    """Say how many missions are recorded, and lead to what a statement says of how many there are.

    What it says is of its day: beside it stands how many of those recorded were certainly open by then.
    """
    number = len(missions)
    recorded = ngettext("{number} mission recorded.", "{number} missions recorded.", number)
    counted = format_html(recorded, number=number)
    said = counted_statement(statements)
    if said is None:
        return counted
    text = marked_language(*text_of(said, "text", language_now()))
    led = format_html('{} <a href="{}">{}</a>', counted, address(said, language_now()), text)
    by_then = sum(mission.start_latest <= said.date_latest for mission in missions)
    if not said.date or by_then == number:
        return led
    if not by_then:
        return format_html("{} {}", led, gettext("None of the missions recorded was certainly open by then."))
    of_these = ngettext(
        "Of the missions recorded, {number} was certainly open by then.",
        "Of the missions recorded, {number} were certainly open by then.",
        by_then,
    )
    return format_html("{} {}", led, format_html(of_these, number=in_letters(by_then, language_now(), feminine=True)))
