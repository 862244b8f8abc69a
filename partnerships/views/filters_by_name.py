"""Lists whose filters are chosen by a name."""

from collections.abc import Callable, Iterable
from copy import copy
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from partnerships.listing.filters_by_name import chosen_by_name

View = Callable[..., HttpResponse]


def choosing_by_name(names: Callable[..., Iterable[str]]) -> Callable[[View], View]:
    """Let a view lead to the address with the key of what a reader calls by its name.

    `names` gives the parameters that can be chosen so. Where several records are called so, the view is told of them as
    `called`, and answers what else is asked.
    """

    def wrapped(view: View) -> View:
        @wraps(view)
        def asked(request: HttpRequest, **given: Any) -> HttpResponse:
            found = chosen_by_name(request.GET, names(**given))
            if found is None:
                return view(request, **given)
            if found.chosen is not None:
                return HttpResponseRedirect(f"{request.path}?{found.chosen}")
            others = copy(request)
            others.GET = found.without
            return view(others, called=found if found.text else None, **given)

        return asked

    return wrapped
