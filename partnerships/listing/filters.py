"""What an address asks of the timeline or of a list, read from its parameters: whom it concerns, and when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from partnerships import models
from partnerships.kept_in_process import Shelf
from partnerships.models import Record
from partnerships.presentation.languages import language_now
from partnerships.projections import timeline, version
from partnerships.records.kinds import ON_THE_TIMELINE

from . import parameters
from .form_options import MOST_OPTIONS, Offer, Option, kinds, offer, options, options_html, records

#: The parameters that hold keys, and whose keys they are.
KEYS = {
    "partner": models.Partner,
    "area": models.Area,
    "person": models.Person,
    "body": models.Organization,
    "place": models.Place,
    "office": models.Office,
}
#: What asks for everything, and not for turning points alone, as soon as it is asked for.
IN_FULL = ("kind", "person", "office")
DETAILS = ("main", "all")
#: The parameters for which a form offers what there is.
OFFERED = ("partner", "area", "body")
NOTHING_OFFERED = Offer((), SafeString(""))
#: Which of the keys that are asked for the public may know of.
published: Shelf[tuple[str, ...]] = Shelf(10_000)


@dataclass(frozen=True)
class AskedFilters:
    """The filters of an address: as the timeline understands them, and as they were written."""

    filters: timeline.Filters
    #: For each parameter the keys as they were given, unknown ones included.
    keys: dict[str, tuple[str, ...]]
    #: Whether one of the parameters names only what the public cannot see.
    unknown: bool
    since: str
    until: str

    @property
    def span(self) -> tuple[date | None, date | None]:
        """The day on or after which something must end, and that by which it must begin."""
        filters = self.filters
        first = [filters.since.sort_key[0]] if filters.since else []
        last = [filters.until.sort_key[1]] if filters.until else []
        day = [filters.on] if filters.on else []
        return max([*first, *day], default=None), min([*last, *day], default=None)

    @property
    def dated(self) -> bool:
        """Whether a time is asked for."""
        return self.span != (None, None)

    @property
    def narrowed(self) -> bool:
        return self.dated or any(self.keys.values())


def read_filters(query: QueryDict, kinds: Iterable[str] = tuple(ON_THE_TIMELINE)) -> AskedFilters:
    """Return what is asked for; `kinds` are those that can be found here."""
    keys = {name: parameters.keys_asked(query, name) for name in (*KEYS, "kind")}
    known: dict[str, Any] = {name: public_keys(model, keys[name]) for name, model in KEYS.items()}
    known["kind"] = tuple(kind for kind in keys["kind"] if kind in kinds)
    since, until = parameters.time_asked(query, "from"), parameters.time_asked(query, "to")
    if since and until and since.sort_key[0] > until.sort_key[1]:
        raise BadRequest(_("The period asked for ends before it begins."))
    return AskedFilters(
        timeline.Filters(
            **known, since=since, until=until, on=parameters.day_asked(query), detail=_detail(query, keys)
        ),
        keys,
        any(keys[name] and not known[name] for name in keys),
        parameters.one(query, "from") or "",
        parameters.one(query, "to") or "",
    )


def _detail(query: QueryDict, keys: dict[str, tuple[str, ...]]) -> str:
    """Return whether turning points alone are asked for, or everything."""
    value = parameters.one(query, "detail")
    if value not in (None, *DETAILS):
        raise BadRequest(_("The detail is “main” or “all”."))
    return value or ("all" if any(keys[name] for name in IN_FULL) else "main")


def public_keys(model: type[Record], keys: Iterable[str]) -> tuple[()] | tuple:
    """Return those of `keys` that the public may know of."""
    several = tuple(keys)
    if not several:
        return ()

    def read() -> tuple[str, ...]:
        found = model.objects.published().filter(key__in=several)
        return tuple(found.order_by("key").values_list("key", flat=True))

    return published.having((version.stamp(), model, several), read, lambda found: len(several))


@dataclass(frozen=True)
class FilterChoice:
    """One parameter of a form: its name, and the values that it offers."""

    parameter: str
    label: str
    options: Sequence[Option]
    #: The options as they stand in the form.
    html: SafeString
    #: Whether some find no room there, and are asked for by their name.
    is_cut: bool = False

    @cached_property
    def field(self) -> SafeString:
        """The whole field as it stands in the form; it is kept for the pages of one language."""
        several = self.several
        return format_html(
            '<p><label for="filter-{0}">{1}</label> <select id="filter-{0}" name="{0}"{2}>{3}{4}</select></p>',
            self.parameter,
            self.label,
            SafeString(' multiple size="4"') if several else "",
            "" if several else format_html('<option value="">{}</option>', pgettext("filter", "all")),
            self.html,
        )

    @property
    def chosen(self) -> list[Option]:
        return [option for option in self.options if option.chosen]

    @property
    def several(self) -> bool:
        """Whether more values are chosen than a list for one could hold."""
        return len(self.chosen) > 1


def choices(asked: AskedFilters, names: Iterable[str]) -> list[FilterChoice]:
    """Return what a form offers for the parameters `names`; those that were asked for always stand there."""
    labels = {
        "partner": _("Partner"),
        "kind": _("Kind"),
        "area": _("Area of cooperation"),
        "body": _("Body"),
        "person": _("Person"),
        "place": _("Place"),
        "office": _("Office"),
    }
    found = [_choice(asked, name, label) for name, label in labels.items() if name in names or asked.keys[name]]
    return [choice for choice in found if choice.options]


def _choice(asked: AskedFilters, name: str, label: str) -> FilterChoice:
    offer = _offer(name)
    keys = asked.keys[name]
    if not keys:
        return FilterChoice(name, label, offer.options, offer.html)
    options = _with_chosen(name, keys, offer.options)
    return FilterChoice(name, label, options, options_html(options))


def _offer(name: str) -> Offer:
    if name == "kind":
        return offer(name, kinds)
    # Of people, places and offices there are too many: only those that are asked for stand there.
    return offer(name, lambda: options(records(KEYS[name])[:MOST_OPTIONS])) if name in OFFERED else NOTHING_OFFERED


def _with_chosen(name: str, keys: Sequence[str], offered: Sequence[Option]) -> list[Option]:
    """Return the options, those of `keys` chosen; what is not known stays visible as such; several stand first."""
    missing = set(keys) - {option.value for option in offered}
    others = options(records(KEYS[name]).filter(key__in=missing)) if missing and name in KEYS else []
    known = [*offered, *others]
    missing -= {option.value for option in others}
    unknown = [Option(key, _("unknown: %(key)s") % {"key": key}, language_now()) for key in keys if key in missing]
    found = [replace(option, chosen=True) if option.value in keys else option for option in (*known, *unknown)]
    return sorted(found, key=lambda option: not option.chosen) if len(keys) > 1 else found
