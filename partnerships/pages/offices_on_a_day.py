"""Which offices the people of a list held on a day: in their own right, and by virtue of others."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnerships import inflection
from partnerships.kept_in_process import Shelf
from partnerships.models import Person, Tenure
from partnerships.offices import NamedHolder, named_on
from partnerships.presentation.languages import language_now, marked_language
from partnerships.projections import possible_service, version
from partnerships.records import kept_rows
from partnerships.records.titles import office_title

from . import sentences

#: What people held on a day, in words, up to so many characters, and about what one takes beside them.
CAPACITY, OVERHEAD = 2 * 1024 * 1024, 200
kept: Shelf[SafeString] = Shelf(CAPACITY)


def offices_that_day(people: Sequence[Person], day: date, today: date) -> Mapping[int, SafeString]:
    """Return what `people` held on a day, by primary key, in a number of queries that they do not raise."""
    under = version.stamp(), language_now(), day, today
    known = kept.several([(under, one.pk) for one in people])
    said = {one.pk: words for one, words in zip(people, known, strict=True) if words is not None}
    if others := [one for one in people if one.pk not in said]:
        made = _held_on(others, day, today)
        for one in others:
            said[one.pk] = made.get(one.pk, SafeString(""))
            kept.put((under, one.pk), said[one.pk], len(said[one.pk]) + OVERHEAD)
    return {pk: words for pk, words in said.items() if words}


def _held_on(people: Sequence[Person], day: date, today: date) -> Mapping[int, SafeString]:
    found: dict[int, list[SafeString]] = {one.pk: [] for one in people}
    named = named_on(possible_service.numbers_of_tenures(found, day), day, today=today)
    named = [one for one in named if one.person in found]
    tenures = kept_rows.rows_by_number(Tenure, (one.tenure for one in named))
    kept_rows.beside(tenures.values(), ("person",))
    for one in sorted(named, key=_order):
        found[one.person].append(_said(one, feminine=tenures[one.tenure].is_feminine))
    return {pk: sentences.set_apart(several) for pk, several in found.items() if several}


def _order(holder: NamedHolder) -> tuple:
    return holder.thereby, getattr(holder.office, f"sort_{language_now()}"), holder.office.key


def _said(holder: NamedHolder, *, feminine: bool) -> SafeString:
    """An office as somebody held it: “Prime Minister”, “possibly thereby head of the mission (acting)”."""
    title, found = office_title(holder.office, language_now(), feminine)
    text = {
        (True, False): "{office}",
        (True, True): _("thereby {office}"),
        (False, False): _("possibly {office}"),
        (False, True): _("possibly thereby {office}"),
    }[holder.certain, holder.thereby]
    name = title if text.startswith("{") or found != language_now() else inflection.small(title)
    office = format_html(text, office=marked_language(name, found, mark=False))
    return office + sentences.acting_said(holder)
