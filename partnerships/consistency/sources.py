"""Sources: what they can bear, and what nothing bears."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from urllib.parse import unquote

from django.db.models import F, Field, Q, QuerySet

from partnerships import dates
from partnerships.chunks import as_stored
from partnerships.dates import LATEST
from partnerships.folding import fold
from partnerships.models import Citation, Meeting, Milestone, Record, Source, Tenure
from partnerships.models.fields import DateNotation, MomentField
from partnerships.models.sources import CITED_KINDS, moments_of
from partnerships.offices.tenure_facts import day_of_source
from partnerships.records.kinds import KINDS
from partnerships.records.same_document import document_at

from .findings import Finding
from .people import IN_OTHERS_TOO, LATIN, NOT_LATIN
from .rows import findings, looks_at, own_or_about, rows_of_it
from .rules import RULES

#: The day in the address of an archived copy: “web.archive.org/web/20180524103000/https://…”.
_DAY_OF_COPY = re.compile(r"^https?://[^/]+/(?:web/)?((?:19|20)[0-9]{6})[0-9]{6}(?:[a-z]{2}_)?/")
#: The month in the address of a page: “…/news/2018/05/24/visit”; “2010-11” may be two years.
_MONTH_OF_A_PAGE = re.compile(r"/((?:19|20)[0-9]{2})(?:/|-(?=[0-9]{2}-[0-9]))(0[1-9]|1[0-2])(?=[/-])")
#: Months that a page may be dated after its address.
LATER = 1


def check() -> Iterator[Finding]:
    """Find what no source supports, sources older than what they are cited for, and citations about nothing."""
    for kind in (kind for kind in CITED_KINDS if looks_at(kind, "source")):
        model = KINDS[kind].model
        yield from _older(kind, model)
        yield from _older_than_a_moment(kind, model)
        if looks_at(kind):
            yield from _unsupported(model)
            yield from _about_nothing(kind, model)
            yield from _saying_otherwise(kind, model)
            yield from _cited_twice(kind)
    early = Source.objects.exclude(date="").filter(accessed_on__lt=F("date_earliest"))
    yield from findings(early, "read-before-written", field="accessed_on")
    yield from _addressed()
    yield from _archived()
    yield from _graded_and_told()
    yield from _in_another_script()
    lost = Source.objects.published().exclude(url="").filter(accessed_on=None, archive_url="", not_archived=False)
    yield from findings(lost, "page-not-kept", field="accessed_on")


def _addressed() -> Iterator[Finding]:
    """Find pages dated long after the month in their address: they had it before they were written."""
    rows = rows_of_it(Source.objects.exclude(url="").exclude(date="")).values_list("pk", "key", "url", "date_earliest")
    for pk, key, url, written in rows:
        months = [int(year) * 12 + int(month) for year, month in _MONTH_OF_A_PAGE.findall(url)]
        if months and max(months) + LATER < written.year * 12 + written.month:
            yield RULES["older-address"].finding("source", pk, key, "date")


def _archived() -> Iterator[Finding]:
    """Find archived copies that, by their address, are older than what they are copies of, or of something else."""
    rows = rows_of_it(Source.objects.exclude(archive_url="")).order_by("key")
    today = dates.today().isoformat().replace("-", "")
    for pk, key, url, address, written in rows.values_list("pk", "key", "url", "archive_url", "date_earliest"):
        if url and document_at(address) == document_at(url):
            yield RULES["archived-as-itself"].finding("source", pk, key, "archive_url")
        if not (copied := _DAY_OF_COPY.search(address)):
            continue
        if copied[1] > today:
            yield RULES["archived-to-come"].finding("source", pk, key, "archive_url")
        if written and copied[1] < written.isoformat().replace("-", ""):
            yield RULES["archived-before-written"].finding("source", pk, key, "archive_url")
        page = address[copied.end() :]
        if url and page.startswith("http") and document_at(unquote(page)) != document_at(unquote(url)):
            yield RULES["archived-elsewhere"].finding("source", pk, key, "archive_url")


def _in_another_script() -> Iterator[Finding]:
    """Find original titles of which no language that the document is in is written so."""
    rows = rows_of_it(Source.objects.exclude(original_title="").exclude(languages=""))
    for pk, key, title, languages in rows.values_list("pk", "key", "original_title", "languages"):
        if any(map(IN_OTHERS_TOO.fullmatch, languages.split())):
            continue
        latin = {not NOT_LATIN.fullmatch(each) for each in languages.split()}
        if len(latin) == 1 and any(map(str.isalpha, title)) and _is_of_another(title, latin=True in latin):
            yield RULES["title-of-another-language"].finding("source", pk, key, "original_title", text=title)


def _is_of_another(title: str, *, latin: bool) -> bool:
    """Whether a title has no letter of Latin script where it should, or none of another one."""
    return not LATIN.search(title) if latin else fold(title).isascii()


def _graded_and_told() -> Iterator[Finding]:
    """Find what is graded as a primary source and is none, and what contradicts a field without a word of how."""
    kinds = Source.Kind
    second_hand = (kinds.PRESS, kinds.AGENCY, kinds.REFERENCE, kinds.DATA_SET, kinds.PERSONAL_PAGE)
    graded = Citation.objects.filter(grade=Citation.Grade.A, source__kind__in=second_hand)
    yield from findings(graded, "grade-too-high", field="citations", told={"target": "source__key"})
    silent = Citation.objects.filter(stance=Citation.Stance.CONTRADICTS, value="").exclude(field="")
    silent = silent.filter(remark_fr=None, remark_en=None)
    yield from findings(silent, "contradicts-without-word", field="citations", told={"target": "source__key"})


def _cited_twice(kind: str) -> Iterator[Finding]:
    """Find one place in a source that is cited twice, or for and against, for one thing."""
    cited = rows_of_it(Citation.objects.filter(**{f"{kind}__isnull": False}))
    columns = (f"{kind}_id", "source_id", "field", "locator", "value", "remark_fr", "remark_en")
    seen = set()
    for key, source, *row in as_stored(cited).values_list(f"{kind}__key", "source__key", *columns):
        if (said := tuple(row)) in seen:
            yield RULES["cited-twice"].finding(kind, row[0], key, "citations", about="source", target=source)
        seen.add(said)


def _saying_otherwise(kind: str, model: type[Record]) -> Iterator[Finding]:
    """Find citations that support a date and give another one, or contradict it and give the same."""
    for column in model._meta.concrete_fields:
        if not isinstance(column, DateNotation):
            continue
        cited = Citation.objects.filter(field=column.name, **{f"{kind}__isnull": False}).exclude(value="")
        columns = (f"{kind}_id", f"{kind}__key", "stance", "value", f"{kind}__{column.name}")
        for pk, key, stance, value, stated in rows_of_it(cited).values_list(*columns):
            if code := _against_what_is_cited(stance, value, stated):
                yield RULES[code].finding(kind, pk, key, column.name, text=value)


def _against_what_is_cited(stance: str, value: str, stated: str) -> str:
    if stance == Citation.Stance.CONTRADICTS:
        return "contradicts-nothing" if value == stated else ""
    try:
        apart = bool(stated) and dates.overlaps(dates.parse(value), dates.parse(stated)) is dates.Certainty.NOT
    except dates.DateError:
        return ""
    return "supports-otherwise" if apart else ""


def _unsupported(model: type[Record]) -> Iterator[Finding]:
    rows = model._default_manager.published().filter(citations=None)
    if model is Meeting:
        rows = rows.filter(Meeting.BY_ITSELF)
    yield from findings(rows, "no-source")


def _beginning(model: type[Record]) -> tuple[str, str] | None:
    """Return the columns of the first day of a record of `model`, and of the earliest of its end, if it is dated."""
    columns = {column.name for column in model._meta.concrete_fields}
    if "date_earliest" in columns:
        return "date_earliest", "date_earliest"
    return ("start_earliest", "end_earliest") if "start_earliest" in columns else None


def _older(kind: str, model: type[Record]) -> Iterator[Finding]:
    """Compare the days of sources with those of the record: a document proves nothing of what came after it."""
    columns = _beginning(model)
    if columns is None:
        return
    cited = Citation.objects.filter(stance=Citation.Stance.SUPPORTS, **{f"{kind}__isnull": False})
    newest: dict[int, date] = {}
    about: dict[int, tuple[date, date, str]] = {}
    begins, ends = (F(f"{kind}__{column}") for column in columns)
    cited = cited.filter(field__in=("", "period", "date", "start", "end")).annotate(begins=begins, ends=ends)
    columns = (
        *(f"{kind}_id", f"{kind}__key", "begins", "ends", "field"),
        *("source__key", "source__date_earliest", "source__date_latest", "source__date", "source__accessed_on"),
    )
    for pk, key, first, last, field, source, *written in _of_it_or_its_source(cited, columns):
        when = day_of_source(*written)
        day = when.latest if when else LATEST
        if field != "start":
            newest[pk] = max(newest.get(pk, day), day)
            about[pk] = first, last, key
        if day < (last if field == "end" and last < LATEST else first):
            yield RULES["source-older"].finding(kind, pk, key, "citations", about="source", target=source)
    if not looks_at(kind):
        # Its other citations, which may bear what this source does not, were not read.
        return
    for pk, (first, last, key) in about.items():
        if first <= newest[pk] < last:
            yield RULES["unsupported-moment"].finding(kind, pk, key, "citations")


def _of_it_or_its_source(cited: QuerySet, columns: Sequence[str]) -> Iterator[tuple]:
    """Yield these columns of the citations of the record looked at; of a source, of those that cite it."""
    return chain.from_iterable(as_stored(rows).values_list(*columns) for rows in own_or_about(cited, "source"))


def _older_than_a_moment(kind: str, model: type[Record]) -> Iterator[Finding]:
    """Compare the days of sources with the milestones, births and deaths that they are cited for."""
    cited = Citation.objects.filter(stance=Citation.Stance.SUPPORTS, **{f"{kind}__isnull": False})
    written = ("source__date_earliest", "source__date_latest", "source__date", "source__accessed_on")
    columns = (f"{kind}_id", f"{kind}__key", "source__key", *written)
    for name, days in _other_moments(model):
        for pk, key, source, *read in _of_it_or_its_source(cited.filter(field=name), columns):
            when = day_of_source(*read)
            if when and pk in days and when.latest < days[pk]:
                yield RULES["source-older"].finding(kind, pk, key, "citations", about="source", target=source)


def _other_moments(model: type[Record]) -> Iterator[tuple[str, dict[int, date]]]:
    """Yield by their names the moments that are no beginning and no end, with the first day of each by its record."""
    if model is Tenure:
        for name in Milestone.Kind.values:
            dated = Milestone.objects.filter(kind=name).exclude(date="").order_by("-date_earliest")
            yield name, dict(_of_it_or_cited(dated, "tenure__", ("tenure_id", "date_earliest")))
    for column in model._meta.concrete_fields:
        if isinstance(column, MomentField) and column.name != "date":
            stated = _of_it_or_cited(model._default_manager.exclude(**{column.name: ""}), "", ("pk", column.name))
            yield column.name, {pk: dates.parse_moment(notation).earliest for pk, notation in stated}


def _of_it_or_cited(rows: QuerySet, record: str, columns: Sequence[str]) -> Iterator[tuple]:
    """Yield these columns of the rows of the record looked at; of a source, of the records that cite it."""
    several = own_or_about(rows, f"{record}citations__source")
    return chain.from_iterable(as_stored(some).values_list(*columns).distinct() for some in several)


def _about_nothing(kind: str, model: type[Record]) -> Iterator[Finding]:
    """Find citations about a field that says nothing."""
    cited = Citation.objects.filter(stance=Citation.Stance.SUPPORTS, **{f"{kind}__isnull": False}).exclude(field="")
    known: dict[str, Field] = {field.name: field for field in (*model._meta.concrete_fields, *model._meta.many_to_many)}
    names = rows_of_it(cited).order_by().values_list("field", flat=True).distinct()
    moments = moments_of(model)
    for name in names:
        if name in moments or name in known:
            empty = _has_no(name) if name in moments else _is_empty(known, name)
            rows = model._default_manager.filter(citations__in=cited.filter(field=name)).filter(empty)
            for pk, key in rows_of_it(rows).values_list("pk", "key").distinct():
                yield RULES["empty-field-cited"].finding(
                    kind, pk, key, "citations" if name in moments else name, name=moments.get(name, name)
                )


def _has_no(moment: str) -> Q:
    """Return the condition that a record has no such moment: no period with that end, no such milestone."""
    if moment in Milestone.Kind.values:
        return ~Q(milestones__kind=moment)
    written = "startswith" if moment == "start" else "endswith"
    return Q(period="") | Q(**{f"period__{written}": "/"}) | Q(**{f"period__{written}": ".."})


def _is_empty(known: dict[str, Field], name: str) -> Q:
    """Return the condition that a field is empty, in both languages where it has two."""
    columns = [f"{name}_{code}" for code in ("fr", "en") if f"{name}_{code}" in known] or [name]
    condition = Q()
    for column in columns:
        empty = Q(**{f"{column}__isnull": True})
        condition &= (
            empty | Q(**{column: ""})
            if known[column].empty_strings_allowed and not known[column].is_relation
            else empty
        )
    return condition
