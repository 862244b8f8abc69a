"""One line of the timeline, ready to be shown: a plain record."""

from dataclasses import dataclass
from datetime import date

from partnerships import dates, models
from partnerships.dates import EARLIEST
from partnerships.records.kinds import When
from partnerships.records.visibility import is_public, public
from partnerships.records.walking import concerned
from partnerships.records.wordings import said, wordings_of


@dataclass(frozen=True)
class Entry:
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

    @property
    def anchor(self) -> str:
        """The line's id on a page, such as `designation-jp-nato-2018-start`."""
        return f"{self.kind}-{self.key}-{self.moment}"

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day of the line: its names are those of that time."""
        return self.earliest, self.latest

    def wording(self, language: str) -> str:
        """Return the date in words, of one end of a period what is said of that end."""
        if self.moment in ("start", "end") and isinstance(self.when, dates.Moment):
            period = dates.parse_period(self.record.period)  # type: ignore[attr-defined]
            return dates.end_said(period, self.when, wordings_of(self.record, "period"), language)
        if self.moment == "on":
            field = "date" if getattr(self.record, "date", "") else "period"
            return said(self.record, field, self.when, language)
        return dates.word(self.when, language)

    def heading(self, language: str) -> str:
        """Return the year, or the decade, under which the line stands: that of its place in reading order."""
        if self.earliest == EARLIEST:
            return str(self.latest.year)
        if self.earliest.year == self.latest.year or self.latest == dates.LATEST:
            return str(self.earliest.year)
        if self.earliest.year // 10 == self.latest.year // 10 and not isinstance(self.when, dates.Period):
            return dates.word(dates.parse_moment(f"{self.earliest.year // 10:03}X"), language)
        return str(self.earliest.year)


def make_entry(line: models.TimelineLine, record: models.Record, when: When) -> Entry:
    """Return the entry of an index line; what it names is left out unless it is published."""
    return Entry(
        kind=line.kind,
        key=line.key,
        moment=line.moment,
        earliest=line.earliest,
        latest=line.latest,
        record=record,
        when=when,
        partners=[] if _is_for_all(record) else public(concerned(record, "partner")),
        places=public(concerned(record, "place")),
        areas=public(concerned(record, "area")),
        citations=_bearing(record, line.earliest),
    )


def _bearing(record: models.Record, day: date) -> list[models.Citation]:
    """Return the public citations of `record` that can bear a line of `day`; where none can, all that there are."""
    cited = [one for one in record.citations.all() if is_public(one.source)]  # type: ignore[attr-defined]
    against = models.Citation.Stance.CONTRADICTS
    return [one for one in cited if one.stance == against or one.can_bear(day)] or cited


def _is_for_all(record: models.Record) -> bool:
    return isinstance(record, models.Decision) and record.scope == models.Decision.Scope.ALL_PARTNERS
