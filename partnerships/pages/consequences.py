"""What follows from a change: what the successions say then, and which pages say something else."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from partnerships import dates
from partnerships.addresses import owners_of
from partnerships.models import Designation, Embassy, Mission, Office, Person, Record, Tenure
from partnerships.offices import Succession, SuccessionRow, Verdict
from partnerships.presentation.links import link_html, name_html
from partnerships.projections.dependents import Keys
from partnerships.projections.up_to_date import Work
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.visibility import is_public

from .sentences import capacity
from .succession_table import when

#: So many successions are compared, and the pages of so many records named.
MOST_OFFICES, MOST_RECORDS = 12, 60
#: So many pages are read before and after; of more, it is said that they change.
MOST_READ = 60

#: A record by its kind and key.
Named = tuple[str, str]


@dataclass(frozen=True)
class ToldRow:
    """One row of a succession in words: of whom it speaks, by virtue of what, how surely, and when."""

    claim: tuple[str, str] | None
    verdict: Verdict
    who: SafeString
    how: SafeString
    when: SafeString
    #: Its first and its last day; a row whose words stay the same says nothing new of others.
    days: tuple[date, date] = field(default=(date.max, date.min), compare=False)
    #: Whether nothing but sources that show the person in office tells when that was.
    is_seen: bool = False

    @property
    def said(self) -> SafeString:
        """What the row says."""
        if self.claim is None:
            nobody = self.verdict is Verdict.NOBODY
            text = gettext("Nobody holds the office: {when}") if nobody else gettext("Not known who: {when}")
        elif self.verdict is Verdict.POSSIBLE:
            text = gettext("{who} possibly holds the office{how}: {when}")
        elif self.claim[1]:
            text = gettext("{who} thereby holds the office{how}: {when}")
        elif self.is_seen:
            text = gettext("{who} is seen in office{how}: {when}")
        else:
            text = gettext("{who} holds the office{how}: {when}")
        return format_html(text, who=self.who, how=self.how, when=self.when)

    @property
    def said_beside(self) -> SafeString:
        """What is said of a row that stays as it is, of days on which somebody else comes to hold the office."""
        text = gettext("{who} holds the office in those days as well{how}: {when}")
        if self.is_seen:
            text = gettext("{who} is seen in office in those days{how}: {when}")
        return format_html(text, who=self.who, how=self.how, when=self.when)

    def is_beside(self, other: "ToldRow") -> bool:
        """Whether somebody else certainly holds the office on one of its days."""
        apart = self.days[1] < other.days[0] or other.days[1] < self.days[0]
        return bool(self.claim and self.verdict is Verdict.CERTAIN and self.claim != other.claim) and not apart

    @property
    def said_as_gone(self) -> SafeString:
        """What is said of a row that is no more."""
        if self.claim is None:
            nobody = self.verdict is Verdict.NOBODY
            text = gettext("No longer “nobody”: {when}") if nobody else gettext("No longer “not known”: {when}")
        elif self.verdict is Verdict.POSSIBLE:
            text = gettext("This ends the possible service of {who}: {when}")
        else:
            text = gettext("This ends the service of {who}: {when}")
        return format_html(text, who=self.who, when=self.when)


@dataclass(frozen=True)
class PublicReading:
    """What the public reads, before or after a change: successions by office, pages by their record."""

    courses: dict[str, tuple[SafeString, list[ToldRow]]] = field(default_factory=dict)
    pages: dict[Named, tuple[SafeString, SafeString]] = field(default_factory=dict)
    #: What these pages say, made short; of a page that is not among them nobody has looked.
    texts: dict[Named, str] = field(default_factory=dict)
    #: How many records say something else beside those that were looked at.
    further: int = 0


@dataclass(frozen=True)
class Succeeding:
    """What becomes of the succession in one office."""

    office: SafeString
    begins: list[SafeString]
    ends: list[SafeString]

    def __bool__(self) -> bool:
        return bool(self.begins or self.ends)


@dataclass(frozen=True)
class Following:
    """What follows from a change."""

    offices: list[Succeeding]
    pages: list[SafeString]
    further: int

    def __bool__(self) -> bool:
        return bool(self.offices or self.pages)


def public_reading(
    record: Record | None,
    offices: Iterable[str],
    touched: Work,
    pages_known: Iterable[Named] = (),
    text_of_page: Callable[[Record], str] | None = None,
) -> PublicReading:
    """Return what the public reads now of `offices`, by their keys, and on the pages of what a change touches.

    `text_of_page` returns all that a page says: one that says the same before and after does not change.
    """
    named = [(kind, key) for kind in KINDS for key in sorted(touched.keys.get(kind, ()))]
    named += [("mission", key) for key in sorted(touched.keys.get("thereby", ()))]
    records = [*([record] if record and touched.seen else []), *_found(dict.fromkeys(named[:MOST_RECORDS]))]
    courses = {office.key: (link_html(office), list(_rows(office))) for office in _public_offices(offices)}
    found = [*(page for each in records for page in _pages_of(each)), *_found(pages_known)]
    by_place = {(kind_of(page), page.key): page for page in found}
    pages = {place: (link_html(page), name_html(page)) for place, page in by_place.items()}
    looked_at = list(by_place.items())[:MOST_READ] if text_of_page else []
    texts = {place: text_of_page(page) for place, page in looked_at if text_of_page}
    return PublicReading(courses, pages, texts, max(0, len(named) - MOST_RECORDS))


def offices_of(record: Record | None, touched: Keys | None = None) -> list[str]:
    """Return the keys of the offices of which a change of `record`, that touches so much, may tell something else."""
    keys = touched or {}
    found = Q(key__in=keys.get("office", ())) | Q(tenures__key__in=keys.get("tenure", ()))
    found |= Q(heads_post=True, mission__key__in=keys.get("thereby", ()))
    if isinstance(record, Tenure):
        found |= Q(pk=record.office_id)
    elif isinstance(record, Office):
        found |= Q(pk=record.pk)
    elif isinstance(record, Designation):
        found |= Q(heads_post=True, mission=record.mission_id)
    elif isinstance(record, Mission | Embassy):
        found |= Q(heads_post=True, **{kind_of(record): record.pk})
    elif isinstance(record, Person):
        found |= Q(tenures__person=record.pk)
    elif record is not None:
        return []
    return list(Office.objects.filter(found).order_by("key").values_list("key", flat=True).distinct()[:MOST_OFFICES])


def what_follows(before: PublicReading, after: PublicReading) -> Following:
    """Return what follows, from what the public reads before and after."""
    keys = dict.fromkeys((*after.courses, *before.courses))
    found = {key: each for key in keys if (each := _succeeding(before, after, key))}
    pages = [link for place, (link, _name) in before.pages.items() if _says_otherwise(before, after, place)]
    pages += [each.office for key, each in found.items() if not {("office", key)} & {*before.pages, *after.pages}]
    new = gettext("{page} (new)")
    pages += [format_html(new, page=name) for place, (_link, name) in after.pages.items() if place not in before.pages]
    return Following([*found.values()], pages, after.further)


def _says_otherwise(before: PublicReading, after: PublicReading, place: Named) -> bool:
    """Whether a page says something else after, or nobody has read it both before and after."""
    texts = before.texts.get(place), after.texts.get(place)
    return None in texts or texts[0] != texts[1]


def _succeeding(before: PublicReading, after: PublicReading, key: str) -> Succeeding:
    title, now = after.courses.get(key) or (before.courses[key][0], [])
    was = before.courses[key][1] if key in before.courses else []
    begins = [each for each in now if each not in was]
    gone = [each for each in was if each not in now]
    said, instead = [], set()
    for each in begins:
        old = next((one for one in gone if one.claim and _is_same(one, each) and one not in instead), None)
        if old is None:
            said.append(each.said)
        else:
            instead.add(old)
            said.append(format_html(gettext("{now} (until now: {before})"), now=each.said, before=old.when))
    certain = [each for each in begins if each.claim and each.verdict is Verdict.CERTAIN]
    said += [each.said_beside for each in now if each in was and any(each.is_beside(one) for one in certain)]
    return Succeeding(title, said, [each.said_as_gone for each in gone if each not in instead])


def _is_same(one: ToldRow, other: ToldRow) -> bool:
    return (one.claim, one.verdict) == (other.claim, other.verdict)


def _rows(office: Office) -> Iterator[ToldRow]:
    for row in Succession(office, today=dates.today()).rows():
        yield ToldRow(_claim(row), row.answer, *_in_words(row), (row.first, row.last), _is_seen(row))


def _is_seen(row: SuccessionRow) -> bool:
    """Whether a tenure says neither when it began nor when it ended: its row runs as far as people saw it."""
    held = row.holder
    return held is not None and held.by_virtue_of is None and held.tenure.period in ("", "/")


def _claim(row: SuccessionRow) -> tuple[str, str] | None:
    if row.holder is None:
        return None
    through = row.holder.by_virtue_of
    return row.holder.tenure.key, through.designation.key if through else ""


def _in_words(row: SuccessionRow) -> tuple[SafeString, SafeString, SafeString]:
    if row.holder is None:
        return SafeString(""), SafeString(""), when(row)
    return link_html(row.holder.person, (row.first, row.first)), capacity(row.holder), when(row)


def _public_offices(keys: Iterable[str]) -> list[Office]:
    return list(Office.objects.published().filter(key__in=list(keys)).order_by("key"))


def _found(named: Iterable[Named]) -> Iterator[Record]:
    by_kind: dict[str, list[str]] = {}
    for kind, key in named:
        by_kind.setdefault(kind, []).append(key)
    for kind, keys in by_kind.items():
        yield from KINDS[kind].model._default_manager.published().filter(key__in=keys).order_by("key")


def _pages_of(record: Record) -> Iterator[Record]:
    """Yield the public records on whose pages `record` stands: its own, and those of its owners."""
    if not is_public(record):
        return
    if KINDS[kind_of(record)].has_page:
        yield record
    for _path, owner in owners_of(record):
        yield owner
