"""One line of the timeline, ready to be shown: a plain record."""

from dataclasses import dataclass
from datetime import date

from partnerships import dates, models
from partnerships.dates import EARLIEST
from partnerships.offices.grounds import public_decision
from partnerships.records.bearing import Borne, bearing
from partnerships.records.kinds import When
from partnerships.records.own_words import date_in_own_words, wordings_of
from partnerships.records.titles import origins
from partnerships.records.visibility import public
from partnerships.records.walking import concerned_records

from .line import Line
from .thereby import DerivedLine

#: What a citation is about that bears an end of its record, or both.
ENDS = ("start", "end", "period")


@dataclass(frozen=True)
class TimelineEntry:
    """One moment of one published record, with what stands on its line."""

    kind: str
    key: str
    moment: str
    earliest: date
    latest: date
    record: models.Record
    when: When
    partners: list
    places: list
    areas: list
    citations: list
    #: Whether one of the citations proves it.
    proven: bool = True
    #: What the line concerns and its names are made of: those that stand on it with the name of its day.
    dated: frozenset[models.Record] = frozenset()
    #: What makes it so, where it follows from a tenure and a designation.
    thereby: DerivedLine | None = None

    @property
    def anchor(self) -> str:
        """The line's id on a page, such as `designation-jp-nato-2018-start`."""
        return f"{self.kind}-{self.key}-{self.moment}"

    @property
    def ends(self) -> bool:
        """Whether something ends with it."""
        return self.moment == "end" or (self.thereby is not None and self.thereby.ends)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day of the line: its names are those of that time."""
        return self.earliest, self.latest

    def wording(self, language: str) -> str:
        """Return the date in words, of one end of a period what is said of that end."""
        if self.moment in ("start", "end") and isinstance(self.when, dates.Moment):
            period = dates.parse_period(self.record.period)  # pyright: ignore[reportAttributeAccessIssue]
            return dates.end_said(period, self.when, wordings_of(self.record, "period"), language)
        if self.moment == "on":
            field = "date" if getattr(self.record, "date", "") else "period"
            return date_in_own_words(self.record, field, self.when, language)
        steps = (one for one in _milestones(self.record) if not self.thereby and self._is_of(one))
        if (step := next(steps, None)) is not None:
            return date_in_own_words(step, "date", self.when, language)
        return dates.word(self._told(language), language)

    def _is_of(self, step: models.Milestone) -> bool:
        """Whether the line tells this milestone: “seen-last” the last of those that show somebody."""
        same = step.kind == self.moment.partition("-")[0]
        return same and bool(step.date) and dates.parse_moment(step.date) == self.when

    def _told(self, language: str) -> When:
        """Return the moment as the milestone words it, or the tenure or designation from which the line follows."""
        worded = [(one, "date") for one in _milestones(self.record)]
        if self.thereby:
            links = self.thereby.held.claim.through
            worded += [(one, "period") for one in (self.record, *(link.designation for link in links))]
        said = (one for record, field in worded for one in dates.moments_said(wordings_of(record, field), language))
        return next((one for one in said if one == self.when), self.when)

    def heading(self, language: str) -> str:
        """Return the year, or the decade, under which the line stands: that of its place in reading order."""
        if self.earliest == EARLIEST:
            return str(self.latest.year)
        if self.earliest.year == self.latest.year or self.latest == dates.LATEST:
            return str(self.earliest.year)
        if self.earliest.year // 10 == self.latest.year // 10 and not isinstance(self.when, dates.Period):
            return dates.word(dates.parse_moment(f"{self.earliest.year // 10:03}X"), language)
        return str(self.earliest.year)


def _milestones(record: models.Record) -> list[models.Milestone]:
    return list(record.milestones.all()) if isinstance(record, models.Tenure) and record.pk else []


def make_entry(line: Line, record: models.Record, when: When, derived: DerivedLine | None = None) -> TimelineEntry:
    """Return the entry of an index line; what it names is left out unless it is published."""
    earliest, latest = when.sort_key
    partners = [] if _is_for_all(record) else public(concerned_records(record, "partner"))
    places = public(concerned_records(record, "place"))
    borne = _borne_by_all(record, when, derived) if derived else bearing(record.citations.all(), earliest, line.moment)
    return TimelineEntry(
        kind=line.kind,
        key=line.key,
        moment=line.moment,
        earliest=earliest,
        latest=latest,
        record=record,
        when=when,
        partners=partners,
        places=places,
        areas=public(concerned_records(record, "area")),
        citations=borne.citations,
        proven=borne.proven,
        dated=frozenset(one for each in (record, *partners, *places) for one in origins(each)),
        thereby=derived,
    )


def _borne_by_all(record: models.Record, when: When, derived: DerivedLine) -> Borne:
    """Return the citations of all that a derived line follows from.

    Of what begins or ends with it, what bears that; of the others, whatever is cited for neither end of them.
    """
    found = [_borne_by_one(record, when, derived)]
    for link in derived.held.claim.through:
        found.append(_borne_by_one(link.designation, when, derived))
        if decision := public_decision(link.designation):
            found.append(bearing(decision.citations.all(), when.sort_key[0]))
    return Borne([each for borne in found for each in borne.citations], any(borne.proven for borne in found))


def _borne_by_one(record: models.Record, when: When, derived: DerivedLine) -> Borne:
    period, cited = dates.parse_period(record.period or "/"), record.citations.all()  # pyright: ignore[reportAttributeAccessIssue]
    moment, told = ("end", period.end) if derived.ends else ("start", period.start)
    (first, last), day = (told or when).sort_key, when.sort_key[0]
    if told is None or not first <= day <= when.sort_key[1] <= last:
        return bearing([each for each in cited if each.field not in ENDS], day)
    borne = [bearing(cited, day, moment)]
    if when != told:
        # A step narrows an end of which only the year is known: what is left of it begins or ends with that step.
        steps = {one.kind for one in _milestones(record) if {one.date_earliest, one.date_latest} & set(when.sort_key)}
        borne += [bearing([each for each in cited if each.field == step], day, step) for step in sorted(steps)]
    return Borne([each for one in borne for each in one.citations], any(one.proven for one in borne))


def _is_for_all(record: models.Record) -> bool:
    return isinstance(record, models.Decision) and record.scope == models.Decision.Scope.ALL_PARTNERS
