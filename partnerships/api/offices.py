"""Who held an office: on a day, and one after the other."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.error_pages import error_as_json
from partnerships.listing.parameters import PART, day_asked, part_asked
from partnerships.models import Office
from partnerships.offices.loading import BEHIND
from partnerships.projections.kept_successions import succession_of

from .offices_as_json import answer_described, row_described

#: An answer holds no more rows than this.
ROWS = 200


def office_holders(request: HttpRequest, key: str) -> JsonResponse:
    """Who held an office on a day, certainly or possibly, by virtue of what, and why the register says so."""
    office = published_office(key)
    if office is None:
        return no_such_office()
    try:
        on = day_asked(request.GET) or dates.today()
    except BadRequest as error:
        return error_as_json(400, str(error))
    return JsonResponse(answer_described(succession_of(office, dates.today()).on(on)))


def office_succession(request: HttpRequest, key: str) -> JsonResponse:
    """Everybody who held an office, in order, from the day it existed until today, without a gap.

    A long succession is given in parts: `next` leads to the one after.
    """
    office = published_office(key)
    if office is None:
        return no_such_office()
    found = succession_of(office, dates.today())
    parts = max(1, -(-len(found) // ROWS))
    try:
        number = part_asked(request.GET, most=parts) or 1
    except BadRequest as error:
        return error_as_json(400, str(error))
    rows = found.rows((number - 1) * ROWS, number * ROWS)
    following = f"{request.path}?{PART}={number + 1}" if number < parts else None
    described = [row_described(row) for row in rows]
    return JsonResponse({"office": office.key, "total": len(found), "rows": described, "next": following})


def published_office(key: str) -> Office | None:
    """Return the office that the public sees under `key`, with its post."""
    return Office.objects.published().select_related(*BEHIND).filter(key=key).first()


def no_such_office() -> JsonResponse:
    return error_as_json(404, _("There is no such office."))
