"""People: nobody acts before birth or after death."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet

from partnerships import dates, models
from partnerships.dates import EARLIEST, LATEST
from partnerships.folding import fold
from partnerships.kept_in_process import remembered
from partnerships.models.base import LANGUAGES, TitleForm
from partnerships.offices.days import Span
from partnerships.offices.tenure_facts import Bounds, bounds_of
from partnerships.records.kinds import KINDS
from partnerships.records.place_in_time import is_dated

from .existence import OCCASIONS, bounding_columns, there
from .findings import Finding
from .posts import OF_STATES, Role
from .rows import GOING_ON, belonging, findings, own_or_about, owner_lookups, possible_owners, rows_of_it
from .rules import RULES

#: Nobody is known to have lived longer.
LONGEST_LIFE = 120
#: Some reign as children, and no list is free of slips: both are told to somebody who looks.
YOUNGEST = 15
#: The names of fewer people than these are asked for by their numbers.
FEW = 100
#: “Akihito”, “Elizabeth II”.
#: Languages that are not written in Latin letters.
NOT_LATIN = re.compile("(?:am|ar|be|bg|el|fa|he|hi|hy|ja|ka|km|ko|mk|mn|my|ne|ru|si|ta|th|ti|uk|ur|zh)(?:-[A-Z]{2})?")
#: Those that are written in other letters, or in both: Serbian, Kazakh.
IN_OTHERS_TOO = re.compile("(?:az|bs|kk|ku|ky|ps|sr|tg|tk|uz)(?:-.*)?|[a-z]+-(?:[A-Z][a-z]{3})(?:-.*)?")
LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_REGNAL = re.compile(r"[^\W\d_]+|(?:[^\W\d_]+ ){1,2}[IVX]+")


class _Life(NamedTuple):
    """The days on which somebody possibly lived, and the latest on which they can have been born."""

    days: Span
    born: date | None


def check() -> Iterator[Finding]:
    """Find lives that cannot be, and what people do outside theirs."""
    both = models.Person.objects.exclude(birth="").exclude(death="")
    for pk, key, birth, death in rows_of_it(both).values_list("pk", "key", "birth", "death"):
        born, died = bounds_of(birth), bounds_of(death)
        if born and died and died.latest < born.earliest:
            yield RULES["death-before-birth"].finding("person", pk, key, "death")
        elif born and died and died.earliest.year - born.latest.year > LONGEST_LIFE:
            yield RULES["life-too-long"].finding("person", pk, key, "death")
    yield from _nationals()
    yield from _nationals_of_others()
    yield from _names_in_time()
    yield from _family_names()
    yield from _names()
    for doing in _doings():
        yield from _outside(*doing)
    yield from _ended_by_death()


@remembered(100_000)
def _life(birth: str, death: str) -> _Life:
    born, died = bounds_of(birth), bounds_of(death)
    days = Span(born.earliest if born else EARLIEST, died.latest if died else LATEST)
    return _Life(days, born.latest if born else None)


def _nationals() -> Iterator[Finding]:
    """Find nationals of a State that had ended before they were born, or began after their death."""
    rows = models.Person.objects.filter(~Q(birth="") | ~Q(death="")).exclude(nationality=None)
    columns = ("nationality__key", "nationality__start_earliest", "nationality__end_latest")
    for several in own_or_about(rows.exclude(nationality__period=""), "nationality"):
        for pk, key, birth, death, state, first, last in several.values_list("pk", "key", "birth", "death", *columns):
            if not _life(birth, death).days & Span(first, last):
                yield RULES["national-of-no-state"].finding(
                    "person", pk, key, "nationality", about="state", target=state
                )


#: The way to the State that somebody serves who is a national of it.
OF_ONE_STATE = ((models.Tenure, "office__state"), (models.Posting, "state"))


def _nationals_of_others() -> Iterator[Finding]:
    """Find who governs or is posted by a State as a national of another alone, which is no older or later form of it.

    A king may reign over States beside his own.
    """
    nationality = "person__nationality"
    for model, state in OF_ONE_STATE:
        rows = _served(model).exclude(**{nationality: None}).exclude(**{state: None})
        rows = rows.exclude(**{nationality: F(state)})
        if model is models.Tenure:
            rows = rows.filter(office__role__in=OF_STATES)
        at_home = models.Tenure.objects.filter(
            person=OuterRef("person"), office__role=Role.HEAD_OF_STATE, office__state=OuterRef(nationality)
        )
        one, other = OuterRef(state), OuterRef(nationality)
        # Serbia comes after Serbia and Montenegro, and that after Yugoslavia.
        ways = ["__".join(["predecessors"] * steps) for steps in (1, 2, 3)]
        later, earlier = (
            models.State.objects.filter(Q(*((way, before) for way in ways), _connector=Q.OR), pk=after)
            for after, before in ((one, other), (other, one))
        )
        rows = rows.filter(~Exists(later), ~Exists(earlier))
        rows = rows.filter(~Exists(at_home))
        yield from findings(rows, "national-of-another", field="person", told={"target": f"{nationality}__key"})


def _names_in_time() -> Iterator[Finding]:
    """Find names of people that they have before they are born, and names at birth that begin long after it."""
    dated = models.Name.objects.exclude(period="").exclude(period__startswith="/").exclude(period__startswith="..")
    dated = rows_of_it(dated.exclude(person=None).exclude(person__birth="")).order_by("person__key", "key")
    columns = ("person_id", "person__key", "person__birth", "text", "kind", "start_earliest", "start_latest")
    for pk, key, birth, text, kind, first, last in dated.values_list(*columns):
        born = bounds_of(birth)
        late = born and kind == models.Name.Kind.BIRTH and first.year > born.latest.year + 1
        if born and (late or last < born.earliest):
            yield RULES["name-of-another-time"].finding("person", pk, key, "name.period", text=text)


def _family_names() -> Iterator[Finding]:
    """Find people sorted under a family name that is no part of what they are called, in the same script.

    Who reigns is called by another name: one word, or one with a number.
    """
    rows = rows_of_it(models.Person.objects.exclude(family_name=""))
    found = []
    for pk, key, name, family in rows.values_list("pk", "key", "name", "family_name"):
        whole, part = (fold(text).replace(" ", "") for text in (name, family))
        if part not in whole and whole.isascii() and part.isascii() and not _REGNAL.fullmatch(name):
            found.append((pk, key, family))
    called = _further_names({pk for pk, _key, _family in found})
    for pk, key, family in found:
        if not any(fold(family) in name for name in called[pk]):
            yield RULES["family-name-elsewhere"].finding("person", pk, key, "family_name", text=family)


#: The form of titles that goes with a honorific.
_FORMS = {
    **dict.fromkeys(("mr", "mr.", "m.", "sir", "lord", "monsieur"), TitleForm.MASCULINE),
    **dict.fromkeys(("mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady"), TitleForm.FEMININE),
    **dict.fromkeys(("mme", "mlle", "madame", "mademoiselle"), TitleForm.FEMININE),
}


def _names() -> Iterator[Finding]:
    """Find names that do not go with their honorific or suffix, or are in no script of their language."""
    columns = ("name", "name_language", "title_form", "honorific_fr", "honorific_en", "suffix_fr", "suffix_en")
    people = rows_of_it(models.Person.objects.exclude(name=""))
    for pk, key, name, language, form, *around in people.values_list("pk", "key", *columns):
        forms = {form, *(_FORMS.get(word) for each in around[:2] if each for word in each.casefold().split())}
        if {TitleForm.MASCULINE, TitleForm.FEMININE} <= forms:
            text = ", ".join(filter(None, around[:2]))
            yield RULES["honorific-of-another-form"].finding("person", pk, key, "honorific", text=text)
        if any(around) and (twice := _said_twice(name, around)):
            yield RULES["honorific-twice"].finding("person", pk, key, "name", text=twice)
        if fold(name).isascii() if NOT_LATIN.fullmatch(language) else not language and not LATIN.search(name):
            yield RULES["script-of-another-language"].finding("person", pk, key, "name", text=name)
    places = list(possible_owners(models.Name))
    named = rows_of_it(models.Name.objects.filter(language__in=LANGUAGES).exclude(text=""))
    for text, *row in named.values_list("text", *owner_lookups(places)):
        if not LATIN.search(text):
            rule = RULES["script-of-another-language"]
            yield rule.finding(*belonging(places, row), "name.language", text=text)


def _said_twice(name: str, around: Iterable[str | None]) -> str:
    """Return what stands before or after a name and is its first or last word too."""
    ends = {fold(name.split()[0]), fold(name.split()[-1])}
    return next((each for each in around if each and fold(each) in ends), "")


def _further_names(people: set[int]) -> dict[int, list[str]]:
    """Return what people are called beside their name in use, folded."""
    called: dict[int, list[str]] = defaultdict(list)
    for rows in (models.Name.objects, models.Alias.objects) if people else ():
        asked = rows.filter(person__in=people) if len(people) < FEW else rows.exclude(person=None)
        for person, text in asked.values_list("person", "text"):
            called[person].append(fold(text))
    return called


def _doings() -> Iterator[tuple[QuerySet, str, str, str]]:
    """Yield what people do, with the way to them, and the columns of its latest beginning and its earliest end."""
    for kind in KINDS.values():
        for link in kind.doers if is_dated(kind.model) else ():
            begun, over = bounding_columns(kind.name)
            # Of several people one may die while it goes on.
            yield _served(kind.model), link.name, begun, during(over) if link.many_to_many else over
    yield models.Milestone.objects.exclude(date=""), "tenure__person", "date_latest", "date_earliest"
    for occasion, (begun, over) in OCCASIONS.items():
        # Who dies during a visit took part in it.
        yield there(occasion), "person", f"{occasion}__{begun}", f"{occasion}__{during(over)}"


def _served(model: type[Model]) -> QuerySet:
    rows = QuerySet(model)
    return rows.filter(never_served=False) if model is models.Tenure else rows


def during(over: str) -> str:
    """Return the column of the first day, where `over` is that of the last."""
    return over.replace("end", "start")


def _outside(rows: QuerySet, person: str, begun: str, over: str) -> Iterator[Finding]:
    """Find among `rows` what begins before the birth of a `person`, or ends after the death."""
    rows = rows.filter(Q(**{f"{person}__birth__gt": ""}) | Q(**{f"{person}__death__gt": ""}))
    going_on = "period" if over == "end_earliest" else "key"
    field = "person" if person == "tenure__person" else person
    places = list(possible_owners(rows.model))
    today = dates.today()
    columns = (f"{person}__key", f"{person}__birth", f"{person}__death", begun, over, going_on)
    for several in own_or_about(rows, person):
        for target, birth, death, first, last, period, *row in several.values_list(*columns, *owner_lookups(places)):
            last = max(last, today) if going_on == "period" and period.endswith(GOING_ON) else last
            code = _against(_life(birth, death), first, last)
            if code:
                yield RULES[code].finding(*belonging(places, row), field, about="person", target=target)


def _against(life: _Life, first: date, last: date) -> str:
    """Return the code of what a life has against what somebody did between two days, or nothing."""
    if first < life.days.first:
        return "before-birth"
    if last > life.days.last:
        return "after-death"
    if life.born is None:
        return ""
    if last.year - life.born.year > LONGEST_LIFE and life.days.last == LATEST:
        return "long-after-birth"
    return "very-young" if first < LATEST and first.year - life.days.first.year < YOUNGEST else ""


def _ended_by_death() -> Iterator[Finding]:
    """Hold how a tenure ended against the death of its person."""
    by_death = models.Tenure.Ending.DEATH
    rows = models.Tenure.objects.exclude(ending="").filter(Q(ending=by_death) | Q(person__death__gt=""))
    columns = ("pk", "key", "ending", "end_earliest", "end_latest", "person__death", "person__key")
    for several in own_or_about(rows, "person"):
        for pk, key, ending, first, last, death, person in several.values_list(*columns):
            if code := _against_death(bounds_of(death), first, last, by_death=ending == by_death):
                yield RULES[code].finding("tenure", pk, key, "ending", about="person", target=person)


def _against_death(died: Bounds | None, first: date, last: date, *, by_death: bool) -> str:
    """Return the code of what a death has against how a tenure ended between two days, or nothing."""
    if died is None:
        return "death-not-recorded" if by_death else ""
    if by_death:
        return "ending-not-death" if first > died.latest or last < died.earliest else ""
    return "died-as-it-ended" if first == last == died.earliest == died.latest else ""
