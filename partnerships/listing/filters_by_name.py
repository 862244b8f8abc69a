"""A filter that is chosen by a name: a form cannot offer thousands of people, places and offices one by one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from partnerships.projections import search

from . import cursor, parameters
from .filters import KEYS, AskedFilters, FilterChoice
from .form_options import Option, those
from .option_counts import LONG, parameter_label
from .selection import facet_of

#: What is chosen by a name stands in the address under its key; the name itself does not stay there.
NAMED = "named"
#: Of one name so many are offered.
MOST = 12
#: So many are offered where a name stands in the place of a key.
MOST_MEANT = 3


@dataclass(frozen=True)
class SoCalled:
    """A record that is called as was typed: its name, what it is, and the query that asks for it."""

    text: str
    language: str
    sort: str
    query: str


@dataclass(frozen=True)
class ChosenByName:
    """What a name chooses: one record, by the query that asks for it; else those that are called so."""

    text: str
    #: The query without the name.
    without: QueryDict
    several: Sequence[SoCalled]
    more: bool = False

    @property
    def chosen(self) -> str | None:
        """The query that asks for the one record that is meant."""
        return self.several[0].query if len(self.several) == 1 else None


def chosen_by_name(query: QueryDict, names: Iterable[str]) -> ChosenByName | None:
    """Return what the name in a query chooses among the values of the parameters `names`; None where none is typed."""
    if NAMED not in query:
        return None
    text = parameters.one(query, NAMED)
    without = cursor.without_cursor(query)
    without.pop(NAMED)
    if not text:
        return ChosenByName("", without, [])
    kinds = {facet_of(name): name for name in KEYS if name in names}
    hits = _so_called(text, tuple(kinds))
    found = [_called(without, kinds[kind], option) for kind, option in _in_words(hits[:MOST], kinds)]
    return ChosenByName(text, without, found, len(hits) > MOST)


def meant_by_keys(query: QueryDict, asked: AskedFilters) -> list[SoCalled]:
    """Return the records whose name or code stands where a key should: “japan” or “JP” for jp, each with its query."""
    found = []
    for name, keys in asked.keys.items() if asked.unknown else ():
        for key in keys if name in KEYS else ():
            kinds = {facet_of(name): name}
            hits = [hit for hit in _so_called(key, tuple(kinds)) if hit.how == search.WHOLE and hit.key not in keys]
            others = cursor.without_cursor(query)
            others.setlist(name, [one for one in others.getlist(name) if one.strip() != key])
            found += [_called(others, name, option) for _kind, option in _in_words(hits[:MOST_MEANT], kinds)]
    return found


def _so_called(text: str, kinds: tuple[str, ...]) -> list[search.Hit]:
    """Return the records of some kinds whose whole name is `text`; else those with it in theirs."""
    typed, narrowed = search.understand(text), search.Narrowed(kinds)
    found = [hit for each in search.find(typed, narrowed, MOST + 1) for hit in each.hits] if kinds else []
    return [hit for hit in found if hit.how == search.WHOLE] or [hit for hit in found if hit.how == search.NAMED]


def _in_words(hits: Sequence[search.Hit], kinds: Mapping[str, str]) -> Iterator[tuple[str, Option]]:
    """Yield the kind of what was found, and what it is called, in the order in which it was found."""
    found = {
        (kind, option.value): option
        for kind, name in kinds.items()
        for option in those(KEYS[name], [hit.key for hit in hits if hit.kind == kind])
    }
    yield from ((hit.kind, found[hit.kind, hit.key]) for hit in hits if (hit.kind, hit.key) in found)


def _called(query: QueryDict, name: str, option: Option) -> SoCalled:
    asked = query.copy()
    if option.value not in asked.getlist(name):
        asked.appendlist(name, option.value)
    return SoCalled(option.text, option.language, parameter_label(name), asked.urlencode())


def by_name_label(names: Iterable[str], choices: Iterable[FilterChoice] = ()) -> str:
    """Return what the field for a name is called where the parameters `names` can be asked for among `choices`."""
    several = [name for name in KEYS if name in names]
    long = {*LONG, *(choice.parameter for choice in choices if choice.is_cut)}
    said = [name for name in several if name in long] or several
    what = ", ".join(parameter_label(name).lower() for name in said)
    return _("By name: %(what)s") % {"what": what} if what else ""
