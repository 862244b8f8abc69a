"""The lines of a list as plain records."""

import gc
from datetime import UTC, date, datetime
from itertools import islice

import pytest

from partnerships import dates, kept_lines
from partnerships.dates import parse_moment
from partnerships.models import Meeting, Stop, Visit
from partnerships.outlets import lines
from partnerships.projections.timeline import Filters
from tests.factories import (
    PUBLISHED,
    CitationFactory,
    DecisionFactory,
    MeetingFactory,
    PartnerFactory,
    SourceFactory,
    StopFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db


def in_memory(model):
    """Return how many records of `model` are held, or garbage that nobody has looked for."""
    return sum(type(one) is model for one in gc.get_objects())


class TestLinesOf:
    def test_goes_on_beyond_one_batch(self, monkeypatch):
        monkeypatch.setattr(lines, "CHUNK", 2)
        for number in range(5):
            DecisionFactory(key=f"d-{number}", title_en="A & b", date=f"201{number}-05-24", publication="published")
        found = list(lines.outlet_lines(Filters(), "en"))
        assert [line.key for line in found] == ["d-0", "d-1", "d-2", "d-3", "d-4"]
        assert "A & b" in found[0].title

    def test_what_has_no_limit_on_one_side_comes_last_and_is_not_left_out(self):
        for key, when in (("open", "[2001..]"), ("known", "2012-05-24"), ("before", "2005-05-24")):
            DecisionFactory(key=key, date=when, publication="published")
        asked = Filters(since=parse_moment("2010"))
        assert [line.key for line in lines.outlet_lines(asked, "en")] == ["known", "open"]

    def test_line_of_a_partner_stands_under_it_as_those_of_its_visits_do(self):
        partner = PartnerFactory(key="jp", state__name_en="Japan", period="1990/..", **PUBLISHED)
        VisitFactory(period="2018-05-01", **PUBLISHED).partners.add(partner)
        found = [(line.kind, [one.key for one in line.partners]) for line in lines.outlet_lines(Filters(), "en")]
        assert found == [("partner", ["jp"]), ("visit", ["jp"])]

    def test_visit_comes_before_the_meetings_of_its_first_day(self):
        visit = VisitFactory(key="v", period="2018-05-01/2018-05-05", **PUBLISHED)
        MeetingFactory(key="by-itself", date="2018-05-01", **PUBLISHED)
        for key, day in (("first", "2018-05-01"), ("second", "2018-05-01"), ("later", "2018-05-03")):
            MeetingFactory(key=key, stop=StopFactory(visit=visit), date=day)
        told = [line.key for line in lines.outlet_lines(Filters(), "en")]
        assert told == ["by-itself", "v", "first", "second", "later"]
        newest = [line.key for line in lines.outlet_lines(Filters(), "en", order="newest")]
        assert newest[0] == "later"

    def test_newest_first_is_the_other_way_round(self):
        MeetingFactory(
            key="m", stop=StopFactory(visit=VisitFactory(key="v", period="2018-05-01", **PUBLISHED)), date="2018-05-01"
        )
        told = [
            [line.key for line in lines.outlet_lines(Filters(), "en", order=order)] for order in ("oldest", "newest")
        ]
        assert told == [["v", "m"], ["m", "v"]]

    def test_of_what_was_said_nothing_stays_in_memory(self, monkeypatch):
        monkeypatch.setattr(lines, "CHUNK", 2)
        for number in range(6):
            visit = VisitFactory(key=f"v-{number}", period=f"201{number}-05-24", **PUBLISHED)
            CitationFactory(visit=visit, source=SourceFactory(**PUBLISHED))
        del visit
        gc.collect()
        before = in_memory(Visit)
        told = lines.outlet_lines(Filters(), "en")
        assert [next(told).key for _each in range(5)] == [f"v-{number}" for number in range(5)]
        assert in_memory(Visit) == before

    def test_long_stream_keeps_its_beginning_alone(self, monkeypatch):
        monkeypatch.setattr(lines, "CHUNK", 2)
        for number in range(5):
            DecisionFactory(key=f"d-{number}", date=f"201{number}-05-24", publication="published")
        weighed = kept_lines.kept.weight
        list(islice(lines.outlet_lines(Filters(), "en"), 2))
        first = kept_lines.kept.weight
        list(lines.outlet_lines(Filters(), "en"))
        assert weighed < first == kept_lines.kept.weight

    def test_draft_is_not_told(self):
        DecisionFactory(date="2018-05-24")
        assert list(lines.outlet_lines(Filters(), "en")) == []


class TestProgress:
    @pytest.mark.parametrize("language", ["en", "fr"])
    def test_meeting_of_a_cancelled_visit_says_so(self, language):
        stop = StopFactory(visit=VisitFactory(status="cancelled", **PUBLISHED))
        MeetingFactory(key="m", title_en="Talks", title_fr="Entretien", stop=stop)
        (line,) = lines.outlet_lines(Filters(kind=("meeting",)), language)
        said = {"en": "Talks (cancelled)", "fr": "Entretien (annulée)"}[language]
        assert (line.title, line.progress) == (said, "cancelled")


class TestIsExact:
    @pytest.mark.parametrize("notation", ["2018-05-24", "2017-10-29/2017-10-31"])
    def test_known_days(self, notation):
        assert lines.is_exact(dates.parse(notation))

    @pytest.mark.parametrize("notation", ["2014-05-06", "2014-05-06/2014-05-06"])
    def test_period_of_one_known_day(self, notation):
        assert lines.is_exact(dates.parse_period(notation))

    @pytest.mark.parametrize("notation", ["2014-05", "2014-05-06~", "../2014-05-06", "/2014-05-06", "../..", "/"])
    def test_no_other_period_of_one_moment(self, notation):
        assert not lines.is_exact(dates.parse_period(notation))

    @pytest.mark.parametrize(
        "notation",
        [
            "2018-05",
            "2018-05-24~",
            "2018-05-24?",
            "2018-05-24%",
            "2018",
            "2018-05-24/..",
            "2018-05-24/",
            "[..2018-05-24]",
        ],
    )
    def test_everything_else(self, notation):
        assert not lines.is_exact(dates.parse(notation))


class TestCited:
    def test_address_that_leads_nowhere_is_none_and_a_draft_is_no_source(self):
        decision = DecisionFactory(date="2018-05-24", publication="published")
        for key, url, publication in (
            ("a", "https://a.example/", "published"),
            ("b", "javascript:alert(1)", "published"),
            ("c", "https://c.example/", "draft"),
        ):
            source = SourceFactory(key=key, url=url, publication=publication)
            CitationFactory(decision=decision, source=source, stance="contradicts" if key == "b" else "supports")
        found = lines.cited_sources(list(decision.citations.order_by("pk")), "en")
        assert [(one.key, one.url, one.agrees) for one in found] == [
            ("a", "https://a.example/", True),
            ("b", "", False),
        ]

    def test_source_that_agrees_and_disagrees_is_both(self):
        decision, source = DecisionFactory(date="2018", **PUBLISHED), SourceFactory(key="s", **PUBLISHED)
        for key, stance in (("a", "supports"), ("b", "contradicts"), ("c", "supports")):
            CitationFactory(key=key, decision=decision, source=source, stance=stance)
        found = lines.cited_sources(list(decision.citations.order_by("pk")), "en")
        assert [(one.key, one.agrees) for one in found] == [("s", True), ("s", False)]


class TestLimits:
    @pytest.mark.parametrize(
        ("notation", "limits"),
        [
            ("2018-05", (date(2018, 5, 1), date(2018, 5, 31))),
            ("[..2018-05-24]", (None, date(2018, 5, 24))),
            ("[2018-05-24..]", (date(2018, 5, 24), None)),
        ],
    )
    def test_are_those_days_alone_that_a_source_gives(self, notation, limits):
        DecisionFactory(date=notation, publication="published")
        (line,) = lines.outlet_lines(Filters(), "en")
        assert (line.first, line.last) == limits


class TestNewest:
    def test_holds_so_many_lines_of_the_kinds_asked_for_those_of_one_record_in_their_order(self):
        moments = {day: datetime(2026, 11, day, tzinfo=UTC) for day in (1, 2, 3)}
        partner = PartnerFactory(key="jp", period="1990/2000", publication="published", published_at=moments[2])
        for day in (1, 3):
            VisitFactory(key=f"v{day}", period="2018", publication="published", published_at=moments[day])
        assert partner.published_at == moments[2]
        asked = (Filters(), 3), (Filters(kind=("partner",)), 5), (Filters(kind=("partner", "visit")), 9)
        found = [[f"{line.key}-{line.moment}" for line in lines.newest_lines(each, "en", most)] for each, most in asked]
        ends = ["jp-start", "jp-end"]
        assert found == [["v3-on", *ends], ends, ["v3-on", *ends, "v1-on"]]

    def test_without_an_instant_of_publication_there_is_none(self):
        VisitFactory(publication="published", published_at=None)
        assert lines.newest_lines(Filters(), "en", 5) == []

    def test_meeting_of_a_visit_was_published_with_it(self):
        visit = Visit(published_at=datetime(2026, 11, 3, tzinfo=UTC))
        for meeting in (Meeting(stop=Stop(visit=visit)), Meeting(visit=visit)):
            assert lines.published_at(meeting) == visit.published_at

    def test_come_first_whatever_their_kind_and_their_key(self):
        for day, make, key in ((1, DecisionFactory, "b"), (3, VisitFactory, "a"), (2, DecisionFactory, "c")):
            make(key=key, publication="published", published_at=datetime(2026, 11, day, tzinfo=UTC))
        found = [(line.kind, line.key) for line in lines.newest_lines(Filters(), "en", 2)]
        assert list(dict.fromkeys(found)) == [("visit", "a"), ("decision", "c")]
