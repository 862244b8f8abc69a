"""The site, and beside it a view that does nothing but send the bytes of a page: what the others are measured by."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from config import urls

#: What the bare view sends.
BODY = {"bytes": b""}


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse(BODY["bytes"])


handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
urlpatterns = [path("bare", bare), *urls.urlpatterns]
