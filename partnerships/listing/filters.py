"""What a reader asks of the timeline or of a list: whom it concerns, and when."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from partnerships import models
from partnerships.models import Partner, Record
from partnerships.presentation import language_now
from partnerships.projections import timeline
from partnerships.records.kinds import ON_THE_TIMELINE
from partnerships.records.titles import titles
from partnerships.records.visibility import is_public, shown_column

from . import parameters

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
#: A form offers no more records than this.
MOST_OPTIONS = 200


@dataclass(frozen=True)
class Asked:
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


def read(query: QueryDict, kinds: Iterable[str] = tuple(ON_THE_TIMELINE)) -> Asked:
    """Return what is asked for; `kinds` are those that can be found here."""
    keys = {name: parameters.keys(query, name) for name in (*KEYS, "kind")}
    known: dict[str, Any] = {name: published_keys(model, keys[name]) for name, model in KEYS.items()}
    known["kind"] = tuple(kind for kind in keys["kind"] if kind in kinds)
    since, until = parameters.moment_or_period(query, "from"), parameters.moment_or_period(query, "to")
    if since and until and since.sort_key[0] > until.sort_key[1]:
        raise BadRequest(_("The end of the time asked for lies before its beginning."))
    return Asked(
        timeline.Filters(**known, since=since, until=until, on=parameters.day(query), detail=_detail(query, keys)),
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


def published_keys(model: type[Record], keys: Iterable[str]) -> tuple[()] | tuple:
    """Return those of `keys` that the public may know of."""
    if not keys:
        return ()
    return tuple(model.objects.published().filter(key__in=keys).order_by("key").values_list("key", flat=True))


@dataclass(frozen=True)
class Option:
    """One value that a form offers, in words, with the language they are in."""

    value: str
    text: str
    language: str
    chosen: bool = False


@dataclass(frozen=True)
class Choice:
    """One parameter of a form: its name, and the values that it offers."""

    parameter: str
    label: str
    options: list[Option]

    @property
    def chosen(self) -> list[Option]:
        return [option for option in self.options if option.chosen]

    @property
    def several(self) -> bool:
        """Whether more values are chosen than a list for one could hold."""
        return len(self.chosen) > 1


def choices(asked: Asked, names: Iterable[str]) -> list[Choice]:
    """Return what a form offers for the parameters `names`; those that were asked for always stand there."""
    found = [
        Choice("partner", _("Partner"), partner_options(asked)),
        Choice("kind", _("Kind"), kind_options(asked)),
        Choice("area", _("Area of cooperation"), record_options(asked, "area")),
        Choice("body", _("Body"), record_options(asked, "body")),
        Choice("person", _("Person"), record_options(asked, "person", offered=False)),
        Choice("place", _("Place"), record_options(asked, "place", offered=False)),
        Choice("office", _("Office"), record_options(asked, "office", offered=False)),
    ]
    return [choice for choice in found if choice.options and (choice.parameter in names or choice.chosen)]


def kind_options(asked: Asked) -> list[Option]:
    kinds = [(name, str(kind.model._meta.verbose_name)) for name, kind in ON_THE_TIMELINE.items()]
    return with_unknown(
        asked, "kind", [(key, text, language_now()) for key, text in sorted(kinds, key=lambda one: one[1])]
    )


def record_options(asked: Asked, name: str, offered: bool = True) -> list[Option]:
    """Return the published records that `name` can ask for, by name; else only those that it does ask for."""
    found = offered_records(
        KEYS[name].objects.published().order_by(f"sort_{language_now()}", "key"), asked.keys[name], offered
    )
    return with_unknown(asked, name, [(record.key, *titles(record, language_now())[0]) for record in found])


def partner_options(asked: Asked) -> list[Option]:
    """Return the partners in the order of the names of their States; those of one name with their organisations."""
    partners = models.Partner.objects.published().select_related("state", "organization")
    found = offered_records(
        partners.order_by(shown_column(f"state__sort_{language_now()}"), "key"), asked.keys["partner"]
    )
    apart = of_one_name(found)
    rows = []
    for record in found:
        text, language = titles(record, language_now())[0]
        rows.append((record.key, f"{text} ({apart[record].label(language)})" if record in apart else text, language))
    return with_unknown(asked, "partner", rows)


def offered_records(records: QuerySet, keys: Iterable[str], offered: bool = True) -> list:
    found = list(records[:MOST_OPTIONS]) if offered else []
    missing = set(keys) - {record.key for record in found}
    return [*found, *records.filter(key__in=missing)] if missing else found


def with_unknown(asked: Asked, name: str, rows: Any) -> list[Option]:
    """Return the options: what was asked for and is not known stays visible as such; several choices stand first."""
    keys = asked.keys[name]
    known = {key for key, _text, _language in rows}
    unknown = [(key, _("%(key)s (unknown)") % {"key": key}, language_now()) for key in keys if key not in known]
    found = [Option(*row, chosen=row[0] in keys) for row in (*rows, *unknown)]
    return sorted(found, key=lambda option: not option.chosen) if len(keys) > 1 else found


def of_one_name(partners: Iterable[Partner]) -> dict:
    """Return the organisations that tell those of `partners` apart that bear the same name."""
    names = Counter(str(titles(partner, language_now())) for partner in partners)
    return {
        partner: partner.organization
        for partner in partners
        if names[str(titles(partner, language_now()))] > 1 and is_public(partner.organization)
    }
