"""What an address asks of the back-office: a question that nothing can answer leads back to where it was asked."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import (
    ERROR_FLAG,
    PAGE_VAR,
    SEARCH_VAR,
    ChangeList,
    ChangeListSearchForm,  # pyright: ignore[reportAttributeAccessIssue]
)
from django.core.exceptions import FieldError, ValidationError
from django.db import DataError, NotSupportedError, OperationalError, ProgrammingError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import SimpleTemplateResponse
from django.utils.translation import gettext as _

from partnerships.listing.parameters import is_row_number
from partnerships.transactions import one_question

logger = logging.getLogger(__name__)

#: So much of what is sought is looked for: more is no name of anything, and no database takes any length.
LONGEST_SOUGHT = 200
#: What Django, or the database, says of a value that a lookup cannot take: Django itself expects only some of them.
SENSELESS = (
    ValueError,
    LookupError,
    OverflowError,
    TypeError,
    FieldError,
    ValidationError,
    DataError,
    NotSupportedError,
    ProgrammingError,
)


class SearchForm(ChangeListSearchForm):
    """What is typed into the search of a list: its beginning is looked for, and it says so."""

    def clean(self) -> dict[str, Any]:
        """Cut what is sought to its first characters, and say so where it is too long."""
        cleaned = super().clean() or self.cleaned_data
        sought = cleaned.get(SEARCH_VAR) or ""
        if len(sought) > LONGEST_SOUGHT:
            cleaned[SEARCH_VAR] = sought[:LONGEST_SOUGHT]
            sentence = _("Only the first %(count)s characters of what you typed are searched for.")
            self.add_error(None, sentence % {"count": LONGEST_SOUGHT})
        return cleaned


class AnsweringList(ChangeList):
    """A list that bears a search of any length."""

    search_form_class = SearchForm

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        if not (self.query or self.has_active_filters):  # pyright: ignore[reportAttributeAccessIssue]
            # All are shown already: nothing leads to them.
            self.full_result_count = self.result_count


class ForgivingMixin(admin.ModelAdmin):
    """Lists and empty forms whose address may hold any rubbish: `?at__year=99999`, `add/?parent=abc`."""

    def get_changelist(self, request: HttpRequest, **keywords: Any) -> type[ChangeList]:
        listed = super().get_changelist(request, **keywords)
        return listed if issubclass(listed, AnsweringList) else AnsweringList

    def changelist_view(self, request: HttpRequest, *arguments: Any, **keywords: Any) -> HttpResponse:
        if not all(is_row_number(number) for number in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            return HttpResponseRedirect(request.get_full_path())
        return answered_or_led_back(request, partial(super().changelist_view, request, *arguments, **keywords))

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """Return the list that is asked for; an unknown value of a filter, or no number of a page, is no question."""
        found: Any = super().get_changelist_instance(request)
        page = request.GET.get(PAGE_VAR, "")
        if not all(map(_offers, found.filter_specs)) or (page and not is_row_number(page)):
            raise IncorrectLookupParameters
        return found

    def add_view(self, request: HttpRequest, *arguments: Any, **keywords: Any) -> HttpResponse:
        return answered_or_led_back(request, partial(super().add_view, request, *arguments, **keywords))


def _offers(chosen: Any) -> bool:
    """Whether a filter offers the values that the address gives for it."""
    if isinstance(chosen, admin.SimpleListFilter):
        return chosen.value() in (None, *(str(value) for value, _words in chosen.lookup_choices))
    if isinstance(chosen, admin.ChoicesFieldListFilter):
        field: Any = chosen.field
        offered = {str(value) for value, _words in field.flatchoices}
        return {str(value) for value in chosen.lookup_val or ()} <= offered
    return True


def answered_or_led_back(request: HttpRequest, view: Callable[[], HttpResponse]) -> HttpResponse:
    """Return the answer of `view`, or lead back to the same address without a question."""
    asked = set(request.GET) - {ERROR_FLAG}
    if request.method == "POST" or not asked:
        return view()
    try:
        with one_question():
            answer = view()
            answer = answer.render() if isinstance(answer, SimpleTemplateResponse) else answer
        if answer.headers.get("Location") == _plain(request):
            say_left_out(request)
        return answer
    except SENSELESS as error:
        return _without_question(request, error)
    except OperationalError as error:
        # SQLite says so of a pattern that is none, or too long; anything else is a database that cannot be reached.
        if any("regex" in name or len(request.GET[name]) > LONGEST_SOUGHT for name in asked):
            return _without_question(request, error)
        raise


def _without_question(request: HttpRequest, error: Exception) -> HttpResponse:
    logger.info("%s: %s", request.get_full_path(), error)
    say_left_out(request)
    return HttpResponseRedirect(_plain(request))


def _plain(request: HttpRequest) -> str:
    """Return the address without a question, as Django writes it where one makes no sense."""
    return f"{request.path}?{ERROR_FLAG}=1"


def say_left_out(request: HttpRequest) -> None:
    """Tell whoever is led back that nothing of the question was asked."""
    messages.warning(
        request, _("Part of what this address asks for is not known here, and was left out."), fail_silently=True
    )
