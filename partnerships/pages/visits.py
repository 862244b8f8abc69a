"""What the page of a visit says: who went where and met whom, and its stops and meetings in their order, in parts."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnerships import dates
from partnerships.addresses import anchor, page_of
from partnerships.listing import parameters
from partnerships.models import Meeting, Participation, Progress, Stop, Visit
from partnerships.most_on_a_page import OWN, OWN_ORDER, OWN_PART, STOPS, part_of
from partnerships.presentation.days import date_html, hour_said
from partnerships.presentation.languages import language_now, text_of
from partnerships.presentation.links import in_order, link_html, links_html, name_html
from partnerships.records import kept_rows
from partnerships.records.kinds import KINDS
from partnerships.records.progress import not_held
from partnerships.records.visibility import is_public, public

from . import kept_blocks, maps, sentences
from .blocks import AnswerInWords, Block, Cell, Content, Fold, Link, Table, TableRow
from .facts import Fact, date_fact, facts, link_fact
from .participants import Participant, attach_participants, participants, shares_fate
from .question import Question
from .visits_and_agreements import agreed_at_the_time

#: A journey of more rows than the first is folded after so many.
LONG, SHOWN = 9, 6
#: What the rows of meetings read.
_OF_MEETINGS = (*KINDS["meeting"].content_paths, "citations")
#: What is said of somebody only where it is more than being there.
_ROLES = (Participation.Role.HOST, Participation.Role.CHAIR, Participation.Role.SIGNATORY)


def visit_facts(record: Visit) -> list[Fact]:
    status = [off] if (off := not_held(record)) else []
    return facts(
        date_fact(gettext_lazy("Date"), record),
        Fact(gettext_lazy("Status"), status),
        link_fact(gettext_lazy("Partners"), *record.partners.all()),
        link_fact(gettext_lazy("Organisation"), record.organization),
        link_fact(gettext_lazy("Areas agreed"), *record.areas.all()),
    )


def content(record: Visit, question: Question) -> Content:
    """What the page of a visit says, in its order."""
    first = _first_part(record)
    # Meetings at no stop stand on the page that opens first, among those at the stops.
    number, part = parameters.part_asked(question.query) or first, parameters.part_asked(question.query, OWN_PART) or 1
    shown = _Part(record, number, part, number == first)
    return Content(
        answers=[kept_blocks.kept_answer(record, "said", lambda: _said(shown), number, part)],
        line=_line(record),
        blocks=[kept_blocks.kept_blocks(record, "journey", lambda: _blocks(shown), number, part)],
    )


@dataclass(frozen=True)
class _Part:
    """The part of a visit that its page shows, read once where something on it is not kept."""

    visit: Visit
    number: int
    part: int
    with_own: bool

    @cached_property
    def stops(self) -> list[Stop]:
        return _stops(self.visit, self.number)

    @cached_property
    def own(self) -> list[Meeting]:
        """The meetings at no stop that stand here, and one more."""
        return _own(self.visit, self.part) if self.with_own else []

    @cached_property
    def meetings(self) -> list[Meeting]:
        """All that stand here, with those who took part."""
        found = [*self.own[:OWN], *(meeting for stop in self.stops for meeting in _meetings_at(stop))]
        attach_participants(found)
        return found

    @cached_property
    def travelling(self) -> list[Participant]:
        return participants(self.visit, (self.visit.start_earliest, self.visit.end_latest))

    @cached_property
    def visitors(self) -> list[Participant]:
        return [one for one in self.travelling if one.participation.role == Participation.Role.VISITOR]


def _said(shown: _Part) -> AnswerInWords:
    met = _met(shown.travelling, [one for one in shown.meetings if shares_fate(one, shown.visit)])
    agreed = agreed_at_the_time([shown.visit]).get(shown.visit.pk, ())
    return sentences.visit(shown.visit, shown.visitors, met, *_places(shown.visit), agreed)


def _blocks(shown: _Part) -> Iterator[Block | None]:
    own, further = shown.meetings[: min(len(shown.own), OWN)], len(shown.own) > OWN
    ways = [*_turning_own(shown.visit, shown.part, further), *_turning(shown.visit, shown.number)]
    yield from _journey(shown.visit, ways, own, shown.stops)
    yield _delegation(shown.travelling) if len(shown.travelling) > len(shown.visitors) else None
    yield maps.of_stops(shown.stops, held=shown.visit.status == Progress.HELD)


def _first_part(record: Visit) -> int:
    """The first part of the journey that has stops."""
    first = kept_rows.once(("first-stop", record.pk), Stop, lambda: record.stops.order_by("position")[:1])
    return part_of(first[0].position if first else 0)


def _own(record: Visit, part: int) -> list[Meeting]:
    """The meetings of one part at no stop, and one more."""

    def ask(visits: list[int]) -> QuerySet[Meeting]:
        return Meeting.objects.order_by(*OWN_ORDER).filter(visit__in=visits)[(part - 1) * OWN : part * OWN + 1]

    if part > 1:
        return kept_rows.loaded(ask([record.pk]), _OF_MEETINGS)
    return kept_rows.rows_where("own", Meeting, ask, [record.pk], _OF_MEETINGS)


def _stops(record: Visit, number: int) -> list[Stop]:
    """The stops of one part, in their order, with their meetings and those who took part."""
    # The first part begins with the order 0, where somebody counts from it.
    first = (number - 1) * STOPS + 1 if number > 1 else 0

    def ask(visits: list[int]) -> QuerySet[Stop]:
        return Stop.objects.filter(visit__in=visits, position__gte=first, position__lte=number * STOPS)

    paths = ("place", "state", "further_places", *(f"meetings.{path}" for path in _OF_MEETINGS))
    return (
        kept_rows.rows_where("stops", Stop, ask, [record.pk], paths)
        if number == 1
        else kept_rows.loaded(ask([record.pk]), paths)
    )


def _meetings_at(stop: Stop) -> list[Meeting]:
    """The meetings at a stop, in the order of those at none (`OWN_ORDER`)."""

    return sorted(stop.meetings.all(), key=lambda meeting: (_place(meeting), meeting.key))


def _place(meeting: Meeting) -> tuple:
    days = dates.reading_place(meeting.date_earliest, meeting.date_latest)
    return days, KINDS["meeting"].tie_break(meeting)


def _places(record: Visit) -> tuple[list, int]:
    """The first places of the journey, each once, and how many stops it has."""
    first = kept_rows.loaded(record.stops.order_by("position", "key")[:6], ("place", "state", "further_places"))
    led_to = [(stop.where, *in_order(public(stop.further_places.all()))) for stop in first]
    places = list({(type(one), one.pk): one for several in led_to for one in several if one}.values())
    halts = set(record.stops.order_by().values_list("place", "state").distinct())
    told = record.stops.order_by().filter(further_places__publication="published")
    further = told.values_list("further_places", flat=True)
    return places, len(halts) + len(set(further) - {place for place, _state in halts})


def _met(travelling: Sequence[Participant], meetings: Iterable[Meeting]) -> list[Participant]:
    """Those who were met, each once: at the meetings shown, and on the visit as a whole."""
    everybody = [*travelling, *(one for meeting in meetings for one in meeting.participants)]  # pyright: ignore[reportAttributeAccessIssue]
    travellers = {one.participation.person_id for one in everybody if one.participation.role == "visitor"}
    found: dict[object, Participant] = {}
    for one in everybody:
        person = one.participation.person_id
        if person and person not in travellers and is_public(one.participation.person):
            found.setdefault(person, one)
    return list(found.values())


def _line(record: Visit) -> list[Cell]:
    found = [Cell([links_html(in_order(record.partners.all()))])] if any(map(is_public, record.partners.all())) else []
    if is_public(record.organization):
        found.append(Cell([link_html(record.organization)]))
    if when := date_html(record):
        found.append(Cell([when]))
    return found


def _journey(
    visit: Visit, ways: Sequence[Link], own: Sequence[Meeting], stops: Sequence[Stop]
) -> Iterator[Block | None]:
    """The stops and the meetings at them as one table, with the ways to its other parts; many are folded."""
    rows = list(_in_one_order(visit, own, stops))
    columns = (_("When"), _("What"), _("Who"), _("Where"))
    if len(rows) <= LONG:
        yield Table("journey", _("Stops and meetings"), columns, rows, ways)
        return
    yield Table("journey", _("Stops and meetings"), columns, rows[:SHOWN])
    rest = Table("journey", "", columns, rows[SHOWN:], ways)
    yield Fold("journey-all", _("Further stops and meetings"), (rest,), len(rows) - SHOWN)


def _in_one_order(visit: Visit, own: Sequence[Meeting], stops: Sequence[Stop]) -> Iterator[TableRow]:
    """Yield the rows of stops in their order, and each meeting at no stop before what comes after it."""
    ahead = deque(own)
    for row, place in (found for stop in stops for found in _rows(stop, visit.period)):
        while ahead and place and _place(ahead[0]) <= place:
            yield _meeting(ahead.popleft(), None)
        yield row
    yield from (_meeting(meeting, None) for meeting in ahead)


def _turning_own(record: Visit, part: int, goes_on: bool) -> Iterator[Link]:
    """The ways to the other meetings at no stop, where there are many."""
    where = page_of(record, language_now())
    if part > 1:
        yield Link(f"{where}?{OWN_PART}={part - 1}" if part > 2 else where, _("Earlier meetings at no stop"))
    if goes_on:
        yield Link(f"{where}?{OWN_PART}={part + 1}", _("Further meetings at no stop"))


def _turning(record: Visit, number: int) -> Iterator[Link]:
    where = page_of(record, language_now())
    before = (
        record.stops.filter(position__lte=(number - 1) * STOPS).order_by("-position").first() if number > 1 else None
    )
    after = record.stops.filter(position__gt=number * STOPS).order_by("position").first()
    for stop, words in ((before, _("Earlier stops")), (after, _("Later stops"))):
        if stop is not None:
            part = part_of(stop.position)
            yield Link(f"{where}?{parameters.PART}={part}" if part > 1 else where, words)


def _rows(stop: Stop, whole: str) -> Iterator[tuple[TableRow, tuple | None]]:
    """Yield the rows of a stop, each with its place among others, where its date is recorded.

    It has one of its own where no meeting says its days, and they are not the `whole` of the visit.
    """
    meetings = _meetings_at(stop)
    remark = sentences.text_said(stop, "summary")
    told = {whole, *(meeting.date for meeting in meetings)}
    if not meetings or remark or (stop.period and stop.period not in told):
        aside = [remark] if remark else []
        days = dates.reading_place(stop.start_earliest, stop.start_latest) if stop.period else None
        row = TableRow([Cell([date_html(stop)]), Cell([_("Stop")], aside), Cell(), _where(stop)])
        yield row, days and (days,)
    for meeting in meetings:
        yield _meeting(meeting, stop), _place(meeting) if meeting.date else None


def _where(stop: Stop | None) -> Cell:
    """The place of a stop, else its State, and the other places to which it led."""
    if stop is None or stop.where is None:
        return Cell()
    return Cell([link_html(stop.where)], [link_html(one) for one in in_order(public(stop.further_places.all()))])


def _meeting(meeting: Meeting, stop: Stop | None) -> TableRow:
    when = [date_html(meeting, "date")]
    when.append(hour_said(meeting))
    about = [sentences.text_said(meeting, "summary"), links_html(in_order(meeting.areas.all()))]
    if is_public(meeting.organization):
        about.append(link_html(meeting.organization))
    status = not_held(meeting)
    cells = [
        Cell([one for one in when if one]),
        Cell(
            [name_html(meeting)],
            [one for one in (capfirst(", ".join(filter(None, (_kind(meeting), status)))), *about) if one],
            list(meeting.citations.all()),
        ),
        Cell([_taking(one) for one in meeting.participants]),  # pyright: ignore[reportAttributeAccessIssue]
        Cell([link_html(meeting.place)]) if is_public(meeting.place) else _where(stop),
    ]
    return TableRow(cells, "nobody" if status else "", anchor(meeting))


def _kind(meeting: Meeting) -> str:
    """Return what kind of meeting it was, where its title does not say so: “Talks with …”, “Joint press conference”."""
    kind, (title, _language) = meeting.get_kind_display(), text_of(meeting, "title", language_now())
    return "" if kind.casefold() in title.casefold() else kind


def _taking(one: Participant) -> str:
    role = one.participation
    return sentences.taking(one, role.get_role_display() if role.role in _ROLES else "")


def _delegation(travelling: Sequence[Participant]) -> Table:
    """Those who took part in the visit as a whole, and as what."""
    rows = [
        TableRow([Cell([sentences.participant(one)]), Cell([one.participation.get_role_display()])])
        for one in travelling
    ]
    return Table("participants", _("Who took part"), (_("Who"), _("Role")), rows)
