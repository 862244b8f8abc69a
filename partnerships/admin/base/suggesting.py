"""What a field suggests in which a record is chosen: the best match first, with what tells it from its like."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import Count, Model, Q, QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse

from partnerships.admin.forms.links import date_told
from partnerships.folding import begins_with, fold, without_articles
from partnerships.models import Alias, Name, Publication, Record
from partnerships.models.base import LANGUAGES
from partnerships.projections.version import stamp as version_now
from partnerships.records.references import relations_to
from partnerships.shared_cache import share, shared_value

from .lists import MOST_SUGGESTED

#: Among so many of the best matches, those come first that most records name.
MOST_COMPARED = 40
#: Under which name it is kept how often records are named, and of so many of a kind.
KEPT_USES, MOST_KEPT = "suggesting:uses", 5_000
#: By which paths a record is of a State, in this order.
STATES = ("state", "nationality", "office.state", "mission.state", "receiving_state", "partners.state")


class SuggestingView(AutocompleteJsonView):
    """Suggestions in the order of how well they match, in as many queries however many they are."""

    def get_queryset(self) -> Any:
        found: QuerySet = super().get_queryset()
        sought = fold(self.term)
        if not sought or not issubclass(found.model, Record):
            return found
        return best_first(found, sought, self.model_admin.get_queryset(self.request))

    def get_context_data(self, **keywords: Any) -> dict[str, Any]:
        context = super().get_context_data(**keywords)
        rows = [*context["object_list"]]
        if rows and (path := state_path(type(rows[0]))):
            prefetch_related_objects(rows, path.replace(".", "__"))
        return {**context, "object_list": rows}

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        told = super().serialize_result(obj, to_field_name)  # pyright: ignore[reportAttributeAccessIssue]
        return {**told, "text": suggestion(obj)}


def suggest_in_order(site: AdminSite) -> None:
    """Let the fields of `site` suggest the best match first."""

    def view(request: HttpRequest) -> HttpResponse:
        return SuggestingView.as_view(admin_site=site)(request)

    site.autocomplete_view = view  # pyright: ignore[reportAttributeAccessIssue]


def best_first(found: QuerySet, sought: str, every: QuerySet) -> list[Any]:
    """Return the records among `every` that match best, those that many others name before their like."""
    # In no order first: where few are found, all rows would be read one after the other along the index of the order.
    few = list(found.order_by().values_list("pk", flat=True)[: MOST_SUGGESTED + 1])
    # What is named after other records alone has no name by which one would stand before another.
    if len(few) <= MOST_SUGGESTED or found.model.label_field == "key":
        read = every.filter(pk__in=few[:MOST_SUGGESTED]).order_by(*found.query.order_by) if few else []
        rows = {row.pk: row for row in read}
    else:
        # Those called so come first, then those that begin so; where all are suggested that are found, nothing is
        # looked for twice.
        called_so = found.filter(is_called(found.model, sought, whole=True)).order_by()
        begins_so = found.filter(is_called(found.model, sought, whole=False))
        each = (rows.values_list("pk", flat=True)[:MOST_SUGGESTED] for rows in (called_so, begins_so, found))
        numbers = list(dict.fromkeys(chain.from_iterable(each)))
        read = every.in_bulk(numbers[:MOST_SUGGESTED])
        rows = {number: read[number] for number in numbers if number in read}
    called = names_of(found.model, rows)
    places = {row.pk: match([*folded_labels(row), *called.get(row.pk, ())], sought) for row in rows.values()}
    ranked = sorted(rows.values(), key=lambda row: places[row.pk])
    first, rest = ranked[:MOST_COMPARED], ranked[MOST_COMPARED:]
    used = uses(found.model, [row.pk for row in first])
    first.sort(key=lambda row: (places[row.pk], -used[row.pk]))
    return [*first, *rest]


def is_called(model: type[Model], sought: str, *, whole: bool) -> Q:
    """Return the condition for records of `model` of which a name begins so, or is so as a `whole`."""
    kind = model._meta.model_name or ""
    places = {f"sort_{each}": without_articles(sought, each) for each in LANGUAGES}
    found = Q(
        *(Q(**{name: text}) if whole else begins_with(name, text) for name, text in places.items()), _connector=Q.OR
    )
    for part in (Name, Alias):
        if kind in part.owner_fields:
            said = {"folded" if whole else "folded__startswith": sought, f"{kind}__isnull": False}
            found |= Q(pk__in=part.objects.filter(**said).values(kind))
    return found


def folded_labels(record: Record) -> list[str]:
    return [fold(str(record)), fold(record.own_label("fr")), fold(record.own_label("en"))]


def match(texts: Iterable[str], sought: str) -> int:
    """Return how well one of `texts` matches: it is the same, begins so, has a word that does, or says it elsewhere."""
    places = [3]
    for text in texts:
        if text == sought:
            return 0
        if text.startswith(sought):
            places.append(1)
        elif f" {sought}" in text:
            places.append(2)
    return min(places)


def names_of(model: type[Model], numbers: Iterable[int]) -> dict[int, list[str]]:
    """Return the further names and aliases of the records of `model` with these `numbers`."""
    found: dict[int, list[str]] = {}
    kind = model._meta.model_name or ""
    for part in (Name, Alias):
        if kind in part.owner_fields:
            rows = part.objects.filter(**{f"{kind}__in": [*numbers]})
            for number, text in rows.values_list(f"{kind}_id", "folded"):
                found.setdefault(number, []).append(text)
    return found


def uses(model: type[Record], numbers: list[int]) -> Counter[int]:
    """Return how often others name the records of `model` with these `numbers`; kept until the public sees a change."""
    place, stamp = f"{KEPT_USES}:{model._meta.model_name}", version_now()
    kept = shared_value(place)
    known: dict[int, int] = kept[1] if kept is not None and kept[0] == stamp and len(kept[1]) < MOST_KEPT else {}
    if unknown := [number for number in numbers if number not in known]:
        counted = count_uses(model, unknown)
        known |= {number: counted[number] for number in unknown}
        share(place, (stamp, known))
    return Counter({number: known[number] for number in numbers})


def count_uses(model: type[Record], numbers: list[int]) -> Counter[int]:
    """Return how often other records name those of `model` with these `numbers`, counted now."""
    found: Counter[int] = Counter()
    for relation in relations_to(model):
        name, part = relation.field.name, relation.related_model
        if name in getattr(part, "owner_fields", ()):
            continue
        rows = part._default_manager.filter(**{f"{name}__in": numbers}).order_by()
        found.update(dict(rows.values_list(name).annotate(number=Count("pk"))))
    return found


def state_path(model: type[Model]) -> str:
    """Return the path by which a record of `model` is of a State; an empty text where it is of none."""
    return next((path for path in STATES if leads(model, path)), "")


def leads(model: Any, path: str) -> bool:
    """Whether each step of `path` is a link of the model to which the one before leads, from `model` on."""
    for step in path.split("."):
        fields = {each.name: each for each in (*model._meta.fields, *model._meta.many_to_many)}
        if step not in fields:
            return False
        model = fields[step].related_model
    return True


def states_of(record: Record) -> list[Record]:
    """Return the States that `record` is of."""
    found: list[Any] = [record]
    for step in state_path(type(record)).split("."):
        values = [getattr(each, step, None) for each in found]
        found = [
            one for value in values if value is not None for one in (value.all() if hasattr(value, "all") else [value])
        ]
    return found


def suggestion(record: Record) -> str:
    """Return what a record is called, its date and State unless the name says them, and that it is not public."""
    name = str(record)
    told = (date_told(record), *map(str, states_of(record)))
    said = [text for text in told if fold(text) not in fold(name)]
    if record.publication != Publication.PUBLISHED:
        said.append(record.get_publication_display())
    return f"{name} ({', '.join(said)})" if said else name
