"""The same thing recorded twice, and addresses given twice."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from django.db.models import F, Model, Q, QuerySet

from partnerships import dates, models
from partnerships.chunks import as_stored
from partnerships.dates import EARLIEST, LATEST
from partnerships.folding import fold
from partnerships.models import FormerAddress
from partnerships.models.base import LANGUAGES, AddressedRecord, Lasting
from partnerships.records.kinds import KINDS, Kind, kind_of
from partnerships.records.same_document import document_at

from .findings import Finding
from .rows import (
    GOING_ON,
    belonging,
    looks_at,
    owner_lookups,
    possible_owners,
    rows_beside_it,
    rows_of_it,
    standing,
    tables_beside_it,
)
from .rules import RULES

#: What Wikidata has a number for.
IDENTIFIED = (models.Person, models.State, models.Organization, models.Office)
#: What has a name of its own among those that have these columns in common.
NAMED_ONCE: tuple[tuple, ...] = (
    (models.Office, "state", "organization", "embassy", "mission", "receiving_state", "receiving_organization"),
    (models.Organization, "parent"),
    (models.Framework, "organization"),
    (models.Place, "state", "kind"),
    (models.Area, "parent"),
)


#: What tells two of one name apart, where both have it: ministries of two States may be recorded under no parent.
TOLD_APART_BY: dict[type[Model], tuple[str, ...]] = {
    models.Office: ("wikidata",),
    models.Organization: ("wikidata", "seat__state"),
}
#: The same of an abbreviation: bodies under two others have theirs each.
ABBREVIATED: dict[type[Model], tuple[str, ...]] = {
    models.Organization: (*TOLD_APART_BY[models.Organization], "parent"),
    models.Framework: ("organization",),
}


def check() -> Iterator[Finding]:
    """Find sources, people and occasions recorded twice, and addresses that were another record’s."""
    yield from _alike(models.Source.objects.exclude(url=""), ("url",), "same-source", "url", document_at)
    yield from _alike(models.Person.objects.exclude(birth=""), ("sort_en", "birth"), "same-person", "name")
    yield from of_one_identifier()
    yield from called_alike()
    yield from reached_alike()
    yield from names_at_one_time()
    for kind in KINDS.values():
        if kind.same_if:
            yield from _of_same_day(kind)
    yield from taken_addresses()


def of_one_identifier() -> Iterator[Finding]:
    """Find what has the identifier, number or place of another; codes of States pass to those that come after."""
    placed = models.Place.objects.exclude(latitude=None).exclude(latitude=0, longitude=0)
    yield from _alike(rows_beside_it(placed, "latitude"), ("latitude", "longitude"), "same-coordinates", "latitude")
    numbered = rows_beside_it(models.Decision.objects.exclude(number="").exclude(body=None), "number")
    yield from _alike(numbered, ("body", "number"), "same-number", "number")
    for model in IDENTIFIED:
        rows = rows_beside_it(model.objects.exclude(wikidata=""), "wikidata")
        yield from _alike(rows, ("wikidata",), "same-identifier", "wikidata")
    yield from _of_several_kinds()
    for name in ("iso2", "iso3", "iso_numeric"):
        by_code: dict[str, list[tuple[date, date, str]]] = defaultdict(list)
        rows = rows_beside_it(models.State.objects.exclude(**{name: ""}), name)
        for pk, key, code, period, first, last in rows.order_by("start_latest", "key").values_list(
            "pk", "key", name, "period", "start_latest", "end_earliest"
        ):
            first, last = _being_there(period, first, last)
            other = next((each for since, until, each in by_code[code] if since < last and first < until), "")
            if other:
                yield RULES["same-identifier"].finding("state", pk, key, name, target=other)
            by_code[code].append((first, last, key))


def _of_several_kinds() -> Iterator[Finding]:
    """Find records of two kinds that Wikidata is said to know under one number."""
    first: dict[str, tuple[str, str]] = {}
    tables = (QuerySet(model).exclude(wikidata="").order_by("key") for model in IDENTIFIED)
    for rows in tables_beside_it("wikidata", *tables):
        own = kind_of(rows.model)
        for pk, key, number in as_stored(rows).values_list("pk", "key", "wikidata"):
            kind, other = first.setdefault(number, (own, key))
            if kind != own:
                yield RULES["same-identifier"].finding(own, pk, key, "wikidata", about=kind, target=other)


def called_alike() -> Iterator[Finding]:
    """Find offices of one post, bodies under one parent, places of one State that have one name at one time."""
    for model, *shared in NAMED_ONCE:
        yield from _called(model, "sort_en", shared, TOLD_APART_BY.get(model, ()), "same-name", "name")
    for model, apart in ABBREVIATED.items():
        for language in LANGUAGES:
            yield from _called(model, f"abbreviation_{language}", (), apart, "same-abbreviation", "abbreviation")


def _called(
    model: type[Model], column: str, shared: Sequence[str], apart: Sequence[str], code: str, field: str
) -> Iterator[Finding]:
    """Find what has one text in `column` at one time, the columns `shared` too, and is not told `apart`."""
    lasting = ("period", "start_latest", "end_earliest") if issubclass(model, Lasting) else ()
    known: dict[tuple, list[tuple[date, date, str, tuple]]] = defaultdict(list)
    rows = rows_beside_it(QuerySet(model).filter(**{f"{column}__gt": ""}), column)
    for pk, key, *row in as_stored(rows.order_by("key")).values_list("pk", "key", column, *shared, *apart, *lasting):
        several, own = known[tuple(row[: len(shared) + 1])], tuple(row[len(shared) + 1 :][: len(apart)])
        since, until = _being_there(*row[len(shared) + len(apart) + 1 :]) if lasting else (EARLIEST, LATEST)
        alike = (
            each
            for first, last, each, others in several
            if first < until and since < last and not _are_told_apart(own, others)
        )
        if other := next(alike, ""):
            yield RULES[code].finding(kind_of(model), pk, key, field, target=other)
        several.append((since, until, key, own))


def _are_told_apart(own: tuple, others: tuple) -> bool:
    return any(one and other and one != other for one, other in zip(own, others, strict=True))


#: How a post is reached, and what of it tells it from another.
REACHED: dict[str, Callable[[str], str]] = {
    "website": document_at,
    "email": str.casefold,
    "phone": lambda number: re.sub("[^0-9]", "", number),
}


def reached_alike() -> Iterator[Finding]:
    """Find posts reached where one of another State is, or one other of their own to which nothing ties them.

    What more posts of a State have in common is the address of its ministry.
    """
    if not looks_at("embassy", "mission"):
        return
    for name, common in REACHED.items():
        reached: dict[str, list[tuple]] = defaultdict(list)
        for model in (models.Embassy, models.Mission):
            rows = as_stored(standing(QuerySet(model).exclude(**{name: ""})).order_by("key"))
            for text, *post in rows.values_list(name, "pk", "key", "state_id", "place_id"):
                reached[common(text)].append((kind_of(model), *post))
        for several in reached.values():
            for number, (kind, pk, key, state, place) in enumerate(several):
                before = several[:number]
                other = next((one for one in before if one[3] != state), None)
                if other is None and len(several) == 2 and before and (place is None or place != before[0][4]):
                    other = None if _serve_together(several) else before[0]
                if other:
                    rule = RULES["same-contact"]
                    yield rule.finding(kind, pk, key, name, about=other[0], target=other[2])


def _serve_together(posts: list[tuple]) -> bool:
    """Whether one of two posts is designated to serve as the other."""
    numbers = {kind: pk for kind, pk, *_rest in posts}
    if len(numbers) == 1:
        one, other = (post[1] for post in posts)
        either = Q(mission=one, serving_mission=other) | Q(mission=other, serving_mission=one)
        return "mission" in numbers and models.Designation.objects.filter(either).exists()
    return models.Designation.objects.filter(mission=numbers["mission"], embassy=numbers["embassy"]).exists()


def names_at_one_time() -> Iterator[Finding]:
    """Find two names of one kind, in one language, that a record has on the same days; at birth there is one."""
    kinds = models.Name.Kind
    dated = Q(kind__in=(kinds.USED, kinds.LEGAL)) & ~Q(period="")
    places = list(possible_owners(models.Name))
    rows = rows_of_it(models.Name.objects.filter(dated | Q(kind=kinds.BIRTH))).order_by("start_latest", "key")
    columns = ("text", "kind", "language", "period", "start_latest", "end_earliest")
    known: dict[tuple, list[tuple[date, date, str]]] = defaultdict(list)
    for text, kind, language, period, first, last, *row in rows.values_list(*columns, *owner_lookups(places)):
        bearer = belonging(places, row)
        first, last = _being_there(period, first, last)
        # A name and its transcription are one.
        several = known[bearer, kind, language, fold(text).isascii()]
        other = next((each for since, until, each in several if since < last and first < until), text)
        if fold(other) != fold(text):
            yield RULES["two-names"].finding(*bearer, "name.period", text=f"{other} / {text}")
        several.append((first, last, text))


def _being_there(period: str, first: date, last: date) -> tuple[date, date]:
    """Return since when until when something certainly was there: always, where nothing is said of it."""
    if not period or period.startswith("../"):
        first = EARLIEST
    if not period:
        return first, LATEST
    going_on = period.endswith(GOING_ON)
    return first, max(last, dates.today()) if going_on else last


def _of_same_day(kind: Kind) -> Iterator[Finding]:
    """Find records of one partner and one day, or of the same days, that agree in what else is `same_if`."""
    when, partner = kind.same_if[0], kind.concerns["partner"][0].replace(".", "__")
    exact = {
        "date": Q(date_earliest=F("date_latest")),
        "period": Q(start_earliest=F("start_latest"), end_earliest=F("end_latest")),
    }
    rows = kind.model._default_manager.filter(exact[when]).exclude(**{partner: None}).exclude(**{when: ""})
    yield from _alike(rows, (partner, *kind.same_if), "same-day", when)


def _alike(
    rows: QuerySet, columns: Iterable[str], code: str, field: str, common: Callable[[str], str] | None = None
) -> Iterator[Finding]:
    """Find, of records whose `columns` are the same, or have in common what `common` returns, each but the first."""
    groups: dict[tuple, dict[int, str]] = defaultdict(dict)
    for pk, key, *same in as_stored(standing(rows).order_by("key")).values_list("pk", "key", *columns):
        groups[tuple(map(common, same) if common else same)][pk] = key
    told = set()
    for several in groups.values():
        first, *others = several.items()
        for pk, key in others:
            if pk not in told:
                told.add(pk)
                yield RULES[code].finding(rows.model._meta.model_name, pk, key, field, target=first[1])


def taken_addresses() -> Iterator[Finding]:
    """Find records at an address that was, or is, another one’s; capitals make no other address."""
    former: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for kind, language, slug, key in FormerAddress.objects.values_list("kind", "language", "slug", "key"):
        former[kind, language][slug.lower()] = key
    for kind in KINDS.values():
        if issubclass(kind.model, AddressedRecord):
            for language in LANGUAGES:
                yield from _taken(kind, language, former.get((kind.name, language), {}))


def _taken(kind: Kind, language: str, former: dict[str, str]) -> Iterator[Finding]:
    column = f"slug_{language}"
    rows = list(as_stored(kind.model._default_manager.order_by("key")).values_list("pk", "key", column))
    there = {key for _pk, key, _slug in rows}
    first: dict[str, str] = {}
    for pk, key, slug in rows:
        address = (slug or key).lower()
        if (other := former.get(address, key)) != key and other in there:
            rule = RULES["former-address-taken"]
            yield rule.finding(kind.name, pk, key, column, slug=slug or key, target=other)
        if (other := first.setdefault(address, key)) != key:
            yield RULES["address-taken"].finding(kind.name, pk, key, column, slug=slug or key, target=other)
