"""Who held an office: on a day, and one after the other."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.listing.parameters import day
from partnerships.models import Office
from partnerships.offices import holders, succession

from .described import answer_described, row_described
from .refusals import refusal


def office_holders(request: HttpRequest, key: str) -> JsonResponse:
    """Who held an office on a day, certainly or possibly, by virtue of what, and why the register says so."""
    office = published_office(key)
    if office is None:
        return no_such_office()
    try:
        on = day(request.GET) or dates.today()
    except BadRequest as error:
        return refusal(400, str(error))
    return JsonResponse(answer_described(holders(office, on)))


def office_succession(request: HttpRequest, key: str) -> JsonResponse:
    """Everybody who held an office, in order, from the day it existed until today, without a gap."""
    office = published_office(key)
    if office is None:
        return no_such_office()
    return JsonResponse({"office": office.key, "rows": [row_described(row) for row in succession(office)]})


def published_office(key: str) -> Office | None:
    """Return the office that the public sees under `key`, with its post."""
    return Office.objects.published().select_related("embassy", "mission").filter(key=key).first()


def no_such_office() -> JsonResponse:
    return refusal(404, _("There is no such office."))
