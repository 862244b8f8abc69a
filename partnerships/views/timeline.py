"""The timeline, as a reader narrows it down."""

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _

from partnerships import models, timeline
from partnerships.folding import fold
from partnerships.presentation import language_now
from partnerships.timeline.kinds import TIMELINE_KINDS

from . import parameters
from .rendering import everywhere, show, with_names

#: The parameters that hold keys, and whose keys they are.
KEYS = {
    "partner": models.Partner,
    "area": models.Area,
    "person": models.Person,
    "body": models.Organization,
}


def timeline_page(request):
    query = request.GET
    filters, unknown = read_filters(query)
    order = parameters.order(query)
    found = timeline.Page([], None, None) if unknown else read_page(query, filters, order)
    addresses = everywhere("timeline")
    context = {
        "title": _("Timeline"),
        "entries": with_names(found.entries),
        "earlier": found.before and parameters.with_cursor(request, before=found.before),
        "later": found.after and parameters.with_cursor(request, after=found.after),
        "order": order,
        "choices": choices(filters),
        "since": query.get("from", ""),
        "until": query.get("to", ""),
        "on": filters.on,
        "narrowed": any(query.get(name) for name in (*KEYS, "kind", "from", "to", "on")),
        "persons": query.getlist("person"),
        "list_address": addresses[language_now()],
    }
    return show(request, "partnerships/timeline.html", context, addresses=addresses)


def read_filters(query):
    """Return the filters, and whether one of them asks only for what the public cannot see."""
    asked = {name: parameters.keys(query, name) for name in KEYS}
    known = {name: published_keys(KEYS[name], keys) for name, keys in asked.items()}
    kinds = parameters.keys(query, "kind")
    known_kinds = tuple(kind for kind in kinds if kind in TIMELINE_KINDS)
    since, until = parameters.moment_or_period(query, "from"), parameters.moment_or_period(query, "to")
    if since and until and since.sort_key[0] > until.sort_key[1]:
        raise BadRequest(_("The end of the time asked for lies before its beginning."))
    on = parameters.day(query)
    unknown = any(asked[name] and not known[name] for name in KEYS) or bool(kinds and not known_kinds)
    return timeline.Filters(**known, kind=known_kinds, since=since, until=until, on=on), unknown


def published_keys(model, keys):
    """Return those of `keys` that the public may know of."""
    if not keys:
        return ()
    return tuple(model.objects.published().filter(key__in=keys).order_by("key").values_list("key", flat=True))


def read_page(query, filters, order):
    after, before = parameters.cursors(query)
    try:
        return timeline.page(filters, order=order, after=after, before=before)
    except timeline.BadCursor as error:
        raise parameters.bad_cursor() from error


def choices(filters):
    """Return what the form offers: for each parameter its title, and its options with those chosen."""
    kinds = [(name, kind.model._meta.verbose_name, name in filters.kind) for name, kind in TIMELINE_KINDS.items()]
    return [
        ("partner", _("Partner"), partner_options(filters.partner)),
        ("kind", _("Kind"), sorted(kinds, key=lambda option: str(option[1]))),
        ("area", _("Area of cooperation"), options(models.Area.objects, filters.area)),
        ("body", _("Body"), options(models.Organization.objects, filters.body)),
    ]


def options(records, chosen, most=200):
    found = records.all().published().order_by(f"sort_{language_now()}", "key")[:most]
    return [(record.key, record.label(language_now()), record.key in chosen) for record in found]


def partner_options(chosen):
    """Return the partners, in the order of the names of their States."""
    found = options(models.Partner.objects.select_related("state"), chosen)
    return sorted(found, key=lambda option: fold(option[1]))
