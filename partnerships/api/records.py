"""Records of every kind as JSON: lists by the page, and one record whole, as its lines stand in a fixture."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.db.models import Model, QuerySet
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import override

from partnerships.addresses import address, localized, permanent
from partnerships.dates import EARLIEST, LATEST
from partnerships.error_pages import error_as_json
from partnerships.exchange.public_sieve import PublicSieve
from partnerships.listing import filters, lists, parameters
from partnerships.listing.cursor import cursors_asked, decode, encode, refused_cursor
from partnerships.listing.filters import AskedFilters
from partnerships.listing.order import Order
from partnerships.listing.selection import BOUNDS, concerning, possibly_in
from partnerships.models import Publication, Record
from partnerships.models.base import LANGUAGES
from partnerships.own_site import publisher_by_itself
from partnerships.pages import PAGES
from partnerships.pages.data_addresses import data_address, kind_words
from partnerships.presentation.languages import language_now
from partnerships.projections import version
from partnerships.records import kept_rows
from partnerships.records.kinds import KINDS, paths_to_names
from partnerships.records.snapshot.entries import BY_LABEL, fields_of, owner_columns
from partnerships.records.snapshot.taking import Lines, snapshots
from partnerships.records.titles import called_in, load_names
from partnerships.records.visibility import published, state_of
from partnerships.views.permanent import at
from partnerships.views.rendering import site

from .crowded_records import crowded_ones, lines_after
from .offices_as_json import Json

#: An answer holds no more records than this.
SIZE = 100
#: By the key alone: it never changes, so no record is left out while somebody reads on.
BY_KEY = Order(("key",))
#: What is said of a record beside what its lines say.
TOLD_BESIDE = ("key", "publication", "published_at")


def entrance(request: HttpRequest) -> JsonResponse:
    """Where everything is found."""
    home = f"{site(request)}{request.path.rstrip('/')}"
    return JsonResponse(
        {
            "kinds": {kind: f"{home}/{word}" for word, kind in kind_words().items()},
            "description": f"{home}/openapi.json",
            "register": _in_languages(lambda: _("Register of partnerships")),
            "publisher": _in_languages(publisher_by_itself),
            "version": version.content_version(),
        }
    )


def _in_languages(say: Callable[[], str]) -> dict[str, str]:
    """Return what the register says of itself, in each of its languages."""
    found = {}
    for language in LANGUAGES:
        with override(language):
            found[language] = say()
    return found


def api_list(request: HttpRequest, word: str) -> JsonResponse:
    """Records of one kind in the order of their keys, a page at a time; `next` leads to the one after."""
    kind = kind_words().get(word)
    if kind is None:
        return no_such_record()
    try:
        if words := parameters.one(request.GET, "q"):
            # All records would be taken for what has the words.
            instead = (
                f"{site(request)}{localized('search-json', language_now())}?{urlencode({'q': words, 'kind': kind})}"
            )
            raise BadRequest(_("To search by words, use %(address)s") % {"address": instead})
        asked = filters.read_filters(request.GET, kinds=(kind,))
        found, _before, after = lists.sliced(request.GET, selected(kind, asked), BY_KEY, SIZE, _placing(kind))
    except BadRequest as error:
        return error_as_json(400, str(error))
    query = request.GET.copy()
    query.pop("before", None)
    query["after"] = after or ""
    following = f"{site(request)}{request.path}?{query.urlencode()}" if after else None
    records = records_as_json(KINDS[kind].model, found, site(request))
    return JsonResponse(
        {"kind": kind, "version": version.content_version(), "records": list(records), "next": following},
        json_dumps_params={"ensure_ascii": False},
    )


def selected(kind: str, asked: AskedFilters) -> QuerySet:
    """Return the public records of a kind that concern, or possibly last, what is asked."""
    records = published(KINDS[kind].model)
    if asked.unknown:
        return records.none()
    return records.filter(concerning(kind, asked.filters), possibly_in(kind, dates_of(kind), *asked.span))


def dates_of(kind: str) -> tuple[str, ...]:
    """Return the dates that say when a record of a kind was."""
    columns = {field.name for field in KINDS[kind].model._meta.concrete_fields}
    return PAGES[kind].dated_by if kind in PAGES else tuple(name for name in BOUNDS if name in columns)


def api_record(request: HttpRequest, word: str, key: str) -> JsonResponse:
    """One record, whole: what it says in both languages, what it is tied to, its parts and its sources."""
    kind = kind_words().get(word)
    record = at(kind, key) if kind else None
    if kind is None or record is None:
        return no_such_record()
    if state_of(record) == Publication.WITHDRAWN:
        return error_as_json(410, _("This record was withdrawn."))
    try:
        after, before = cursors_asked(request.GET)
        if before:
            # What stands before some of its parts is the record itself.
            raise refused_cursor()
        (on_from,) = decode(after) if after else ("",)
    except BadRequest as error:
        return error_as_json(400, str(error))
    record = kept_rows.adopted(record)
    kept_rows.beside([record], _placing(kind))
    (found,) = records_as_json(KINDS[kind].model, [record], site(request), on_from)
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False})


def no_such_record() -> JsonResponse:
    return error_as_json(404, _("There is no such record."))


def records_as_json(model: type[Record], records: Sequence[Record], home: str, after: str = "") -> Iterator[Json]:
    """Yield public records of `model` as JSON says them, in this order, in a few queries for all.

    With them is loaded what names them, and what leads to the pages on which they stand. A record that has more parts
    than an answer holds comes with those after a key, and with `next`, which leads to the following ones.
    """
    load_names(records)
    ids = [one.pk for one in records]
    crowded = {*ids} if after else crowded_ones(model, ids)
    found = {one.pk: lines_after(one, after) for one in records if one.pk in crowded}
    found |= {one.pk: (lines, "") for one, lines in snapshots(model, (pk for pk in ids if pk not in crowded))}
    seen = PublicSieve.of(lines for lines, _last in found.values())
    for record in records:
        (own, *parts), last = found[record.pk]
        yield _whole(record, seen.lines([seen.without_hidden(own), *parts]), home) | _following(record, last, home)


def _following(record: Record, last: str, home: str) -> Json:
    """Return what leads to the parts of a record after `last`, where there are any."""
    return {"next": f"{home}{data_address(record)}?after={encode(last)}"} if last else {}


def _placing(kind: str) -> list[str]:
    """Return the paths to what names records of a kind, and to what leads to the pages on which they stand."""
    found = KINDS[kind]
    return sorted({*found.paths, *found.named_by, *found.stands_on, *paths_to_names(found)})


def _whole(record: Record, lines: Lines, home: str) -> Json:
    own, *parts = lines
    several: dict[str, list[Json]] = {}
    for part in parts:
        several.setdefault(part["model"].partition(".")[2], []).append(
            {"key": part["fields"]["key"], **fields_as_json(part)}
        )
    return {
        "kind": record._meta.model_name,
        "key": record.key,
        "title": {language: called_in(record, language) for language in LANGUAGES},
        "permanent": f"{home}{permanent(record)}",
        "pages": {language: f"{home}{address(record, language)}" for language in LANGUAGES},
        "published_at": own["fields"].get("published_at"),
        "bounds": _bounds(record),
        "fields": fields_as_json(own),
        "parts": several,
    }


def fields_as_json(line: dict) -> Json:
    """Return what a line says, under the names that it has in a fixture; links as the kind and the key they name.

    Whose part it is, the record that it stands with says already; a meeting of a visit names its stop.
    """
    model = BY_LABEL[line["model"]]
    fields, found = fields_of(model), dict[str, object]()
    for name, value in line["fields"].items():
        if name in TOLD_BESIDE or name in owner_columns(model):
            continue
        target = fields[name].related_model
        if target is None:
            found[name] = value
        elif fields[name].many_to_many:
            found[name] = [_link(target, identity) for identity in value]
        else:
            found[name] = _link(target, value)
    return found


def _link(target: type[Model], identity: list[str]) -> Json:
    """Return what names a record, or a stop of a visit: its key, and that of the record it belongs to."""
    *owner, key = identity
    return {"kind": target._meta.model_name, "key": key, **({"of": owner[0]} if owner else {})}


def _bounds(record: Record) -> Json:
    """Return the first and the last day that each date of a record can have; None where nothing limits it."""
    return {
        name: {"earliest": _day(getattr(record, first)), "latest": _day(getattr(record, last))}
        for name, (first, last) in BOUNDS.items()
        if getattr(record, name, "")
    }


def _day(value: date) -> str | None:
    return None if value in (EARLIEST, LATEST) else value.isoformat()
