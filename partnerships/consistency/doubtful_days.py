"""Days that have not come, and days that a machine wrote where nobody knew one."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import DateField, F, Model, Q, QuerySet
from django.utils import timezone

from partnerships import dates, models
from partnerships.chunks import AT_ONCE, as_stored, chunks
from partnerships.dates.month_and_season_names import MONTHS
from partnerships.folding import fold
from partnerships.kept_in_process import remembered
from partnerships.models import Milestone, Part, Progress
from partnerships.models.base import LANGUAGES, Lasting
from partnerships.models.fields import DateNotation
from partnerships.records.kinds import KINDS, PARTS, kind_of

from .findings import Finding
from .rows import GOING_ON, belonging, findings, is_concerned, looks_at_all, owner_lookups, possible_owners, rows_of_it
from .rules import RULES
from .texts import days_in

#: What is announced is a few years ahead; what lies further is a slip.
AHEAD = timedelta(days=10 * 366)
#: From when on something, and the post, the State and the body behind it, possibly were there.
BEGUN: dict[type[Model], tuple[str, ...]] = {
    models.Office: (
        *("start_earliest", "mission__start_earliest", "embassy__start_earliest"),
        *("state__start_earliest", "organization__start_earliest"),
    ),
    models.Mission: ("start_earliest", "state__start_earliest", "organization__start_earliest"),
}


def check() -> Iterator[Finding]:
    """Find placeholders, and what is recorded as done or going on before its day has come."""
    today = dates.today()
    for model in (*(kind.model for kind in KINDS.values()), *PARTS):
        if not is_concerned(model):
            continue
        yield from _notations(model)
        if issubclass(model, Lasting):
            rows, field = model._default_manager.filter(start_earliest__gt=today), _field_of(model, "period")
            going_on = rows.filter(period__endswith=GOING_ON)
            yield from findings(going_on, "going-on-from-a-day-to-come", field=field)
            far = rows.filter(start_earliest__gt=today + AHEAD)
            yield from findings(far.exclude(period__endswith=GOING_ON), "far-future", field=field)
    yield from _titles()
    yield from _numbers()
    yield from _not_yet()
    yield from _checked_and_covered()
    yield from _no_such_time()


def _field_of(model: type[Model], name: str) -> str:
    """Return the field of the record under which an editor finds `name`."""
    return f"{model._meta.model_name}.{name}" if issubclass(model, Part) else name


def _notations(model: type[Model]) -> Iterator[Finding]:
    """Find, among the dates of `model`, placeholders, and dates whose own wording says otherwise."""
    names = {column.name for column in model._meta.concrete_fields}
    for column in model._meta.concrete_fields:
        if isinstance(column, DateNotation):
            places = list(possible_owners(model))
            owners = owner_lookups(places)
            worded = [name for code in LANGUAGES if (name := f"{column.name}_wording_{code}") in names]
            rows = rows_of_it(QuerySet(model)).exclude(**{column.name: ""})
            for row in rows.values_list(*owners, column.name, *worded).iterator():
                notation, *wordings = row[len(owners) :]
                if dates.may_hold_placeholder(notation) and (found := _placeholder_in(notation)):
                    field = _field_of(model, column.name)
                    yield RULES["placeholder"].finding(*belonging(places, row), field, date=found)
                if any(wordings):
                    for code, place in _against_wordings(notation, *wordings):
                        said = {} if code == "wordings-disagree" else {"text": wordings[place]}
                        yield RULES[code].finding(*belonging(places, row), _field_of(model, worded[place]), **said)


@remembered()
def _against_wordings(notation: str, *wordings: str) -> tuple[tuple[str, int], ...]:
    """Return what is wrong with the wordings of a date that can be read, each with the place of its wording."""
    value = dates.parse(notation)
    read = {place: found for place, text in enumerate(wordings) if text and (found := _read(text, value))}
    wrong = [place for place, found in read.items() if dates.overlaps(found, value) is dates.Certainty.NOT]
    if not wrong and isinstance(value, dates.Moment) and value.earliest == value.latest:
        return tuple(("wording-less-exact", place) for place, found in read.items() if _says_less(found, value))
    if not wrong and len(read) > 1 and dates.overlaps(*read.values()) is dates.Certainty.NOT:
        return (("wordings-disagree", 0),)
    return tuple(("wording-of-another-date", place) for place in wrong)


def _says_less(found: dates.Moment | dates.Period, value: dates.Moment) -> bool:
    """Whether a moment that was read is wider than a day, or doubted where the day is not."""
    if not isinstance(found, dates.Moment):
        return False
    return (found.earliest, found.latest) != (value.earliest, value.latest) or (found.uncertain and not value.uncertain)


def _read(wording: str, value: dates.Moment | dates.Period) -> dates.Moment | dates.Period | None:
    """Return the date that a wording is, in the year of `value` where it names none; nothing where it is no date."""
    known = dates.known_moments(value)
    years = {day.year for one in known for day in (one.earliest, one.latest)}
    for text in (wording, *(f"{wording} {year}" for year in years if len(years) == 1)):
        try:
            return dates.read(text)
        except dates.DateError:
            continue
    return None


#: What is called after its own days: a decision or an agreement may be called after those of others.
CALLED_AFTER_DAYS = (
    (models.Visit, "start_earliest", "end_latest"),
    (models.Meeting, "date_earliest", "date_latest"),
    (models.Activity, "start_earliest", "end_latest"),
)
#: The year after which something is called: “2018 Summit”, “Visit, April 2013”, “Talks (2018)”; not “NATO 2030”.
_YEAR_OF_ITS_OWN = re.compile(
    rf"(?:^|[,(] ?|\b(?:{'|'.join(name for names in MONTHS.values() for name in names)})[ \u00a0])"
    r"((?:19|20)[0-9]{2})(?=$|[),;:]|(?<=^[0-9]{4}) )"
)
#: What has days or years of its own in a title: “2030 Agenda seminar”, “tenth anniversary of 11 March 2011”.
_OF_OTHER_DAYS = re.compile(
    r"\b(?:agendas?|strateg\w+|budgets?|visions?|horizon|goals?|targets?|objectifs?|plans?|program(?:me)?s?|concepts?"
    r"|anniversa\w+|years?|ans|commemor\w+|remembrance|memor\w+|treat(?:y|ies)|traites?|declarations?|agreements?"
    r"|accords?|decisions?|resolutions?|earthquakes?|seismes?|tsunami|disasters?|catastrophes?|attacks?|attentats?"
    r"|wars?|guerres?|olympi\w+|games|jeux|expo|elections?|cris[ei]s|crises|follow-up|suites?|since|depuis)\b"
)
#: What a title ends with, after a comma or in brackets, is of the occasion itself.
_AT_THE_END = re.compile(r"[,(][^,(]*$")


def _titles() -> Iterator[Finding]:
    """Find visits, meetings and activities of which the title names days or years, none of them theirs."""
    for model, *bounds in CALLED_AFTER_DAYS:
        rows, places = as_stored(rows_of_it(model._default_manager.all())), list(possible_owners(model))
        titled = rows.values_list("pk", *(f"title_{code}" for code in LANGUAGES))
        named = {pk: days for pk, *titles in titled if (days := set().union(*map(_dates_in, filter(None, titles))))}
        for some in chunks(named, AT_ONCE):
            for pk, first, last, *row in rows.filter(pk__in=some).values_list("pk", *bounds, *owner_lookups(places)):
                if not any(_begins_with(first, day) <= day <= _begins_with(last, day) for day in named[pk]):
                    said = ", ".join(sorted(named[pk]))
                    yield RULES["title-of-another-date"].finding(*belonging(places, row), "title", text=said)


def _dates_in(title: str) -> set[str]:
    """Return the days that a title names as its own, in notation; where it names none, the years."""
    if _OF_OTHER_DAYS.search(fold(title)):
        end = _AT_THE_END.search(title)
        title = "" if end is None or _OF_OTHER_DAYS.search(fold(end[0])) else end[0]
    return days_in(title) or set(_YEAR_OF_ITS_OWN.findall(title))


def _begins_with(day: date, notation: str) -> str:
    """Return as much of a day in notation as `notation` says of one."""
    return day.isoformat()[: len(notation)]


#: The year in the number of a document: “PO(2018)0123”.
_YEAR_OF_A_NUMBER = re.compile(r"\(((?:19|20)[0-9]{2})\)")


def _numbers() -> Iterator[Finding]:
    """Find decisions of which the number is of a year that is not theirs, nor beside theirs."""
    rows = rows_of_it(models.Decision.objects.exclude(number="").exclude(date=""))
    for pk, key, number, first, last in rows.values_list("pk", "key", "number", "date_earliest", "date_latest"):
        years = [int(year) for year in _YEAR_OF_A_NUMBER.findall(number)]
        if years and not any(first.year - 1 <= year <= last.year + 1 for year in years):
            yield RULES["number-of-another-year"].finding("decision", pk, key, "number", text=number)


@remembered()
def _placeholder_in(notation: str) -> str:
    """Return the day that looks like a placeholder, without what else its period says."""
    found = (one for one in dates.known_moments(dates.parse(notation)) if dates.is_placeholder(one))
    return next((one.edtf for one in found), "")


def _not_yet() -> Iterator[Finding]:
    """Find what cannot have been done yet: held, signed, decided, published, read or checked on a day to come."""
    today = dates.today()
    done = (
        *(found for kind in KINDS.values() if is_concerned(kind.model) for found in _done(kind.model)),
        (Milestone.objects.filter(kind=Milestone.Kind.SEEN, date_earliest__gt=today), "milestone.date"),
        (models.Person.objects.filter(Q(birth__gt=today.isoformat()) & ~Q(birth__startswith="[")), "birth"),
        (models.Person.objects.filter(Q(death__gt=today.isoformat()) & ~Q(death__startswith="[")), "death"),
    )
    for rows, field in done:
        yield from findings(rows, "not-yet", field=field)


def _done(model: type[Model]) -> Iterator[tuple[QuerySet, str]]:
    """Yield the records of `model` that happened, were read or checked on a day to come, and the field that says so.

    What lasts may be announced; so may be a day, where a record can say that it was not held yet.
    """
    rows, today = QuerySet(model), dates.today()
    columns = {column.name: column for column in model._meta.concrete_fields}
    held = {"status": Progress.HELD} if "status" in columns else {}
    if "date_earliest" in columns:
        yield rows.filter(date_earliest__gt=today, **held), "date"
    # No form lets anybody type it.
    if "published_at" in columns and looks_at_all():
        yield rows.filter(published_at__gt=timezone.now()), "published_at"
    if held and "start_earliest" in columns:
        yield rows.filter(start_earliest__gt=today, **held), "period"
    for name, column in columns.items():
        if type(column) is DateField and column.editable:
            yield rows.filter(**{f"{name}__gt": today}), name


def _checked_and_covered() -> Iterator[Finding]:
    """Find checks of what had not begun, and coverage of days to come."""
    for model in (models.Tenure, models.Office, models.Mission):
        early = model.objects.exclude(checked_on=None).filter(start_earliest__gt=F("checked_on"))
        yield from findings(early, "checked-before-it-began", field="checked_on")
    for model, begun in BEGUN.items():
        rows = rows_of_it(QuerySet(model).exclude(coverage="")).values_list(
            "pk", "key", "coverage", "checked_on", *begun
        )
        for pk, key, coverage, checked, *first in rows:
            for code in _wrong_coverage(dates.parse_period(coverage), checked, max(filter(None, first))):
                yield RULES[code].finding(kind_of(model), pk, key, "coverage")


def _wrong_coverage(covered: dates.Period, checked: date | None, begun: date) -> Iterator[str]:
    """Yield what is wrong with the days for which the register claims to know who held something that has `begun`."""
    if covered.end and covered.end.earliest > dates.today():
        yield "covered-to-come"
    if covered.start and covered.start.latest < begun:
        yield "covered-before-it-began"
    if covered.end and checked and covered.end.earliest > checked:
        yield "covered-past-its-check"


def _no_such_time() -> Iterator[Finding]:
    """Find meetings at an hour that the clocks of their zone passed over, or in a zone that there is not."""
    zoned = models.Meeting.objects.exclude(time_zone="")
    wrong = [meeting.pk for meeting in rows_of_it(zoned) if meeting.wrong_time()]
    if wrong:
        yield from findings(models.Meeting.objects.filter(pk__in=wrong), "no-such-time", field="time")
