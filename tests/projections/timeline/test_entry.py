"""One line of the timeline: its place, its date in words, its year, and nothing unpublished beside it."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.test import TestCase

from partnerships import dates
from partnerships.dates import EARLIEST, LATEST
from partnerships.models import Decision, Designation, Meeting, Tenure
from partnerships.projections.timeline.entry import TimelineEntry, make_entry
from partnerships.projections.timeline.line import Line
from tests.factories import (
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    MilestoneFactory,
    PartnerFactory,
    PlaceFactory,
    SourceFactory,
    TenureFactory,
    past_the_fence,
)

PUBLIC = {"publication": "published"}


def entry(record, moment, when, *, earliest=date(2018, 7, 1), latest=date(2018, 7, 1), thereby=None):
    return TimelineEntry("tenure", "t", moment, earliest, latest, record, when, [], [], [], [], thereby=thereby)


def of_day(text, moment="on", record=None):
    when = dates.parse(text)
    earliest, latest = when.sort_key
    return entry(record or Decision(), moment, when, earliest=earliest, latest=latest)


class TestLine:
    def test_has_an_anchor_and_two_days(self):
        one = entry(Tenure(), "start", dates.parse_moment("2018-07-01"), latest=date(2018, 7, 3))
        assert one.anchor == "tenure-t-start"
        assert one.days == (date(2018, 7, 1), date(2018, 7, 3))
        assert one.proven

    @pytest.mark.parametrize(
        ("moment", "thereby", "ends"),
        [
            ("end", None, True),
            ("start", None, False),
            ("thereby-1", SimpleNamespace(ends=True), True),
            ("thereby-1", SimpleNamespace(ends=False), False),
        ],
    )
    def test_says_whether_something_ends(self, moment, thereby, ends):
        assert entry(Tenure(), moment, dates.parse_moment("2018"), thereby=thereby).ends is ends


class TestWording:
    def test_is_ours_in_either_language(self):
        one = of_day("2018-07-01", "seen", Tenure(period="2018-07-01/2020"))
        assert (one.wording("en"), one.wording("fr")) == ("1 July 2018", "1er juillet 2018")

    def test_of_an_end_is_what_the_source_says_of_that_end(self):
        period = "[1850-07-18..1851-07-18]/1852"
        record = Tenure(period=period, period_wording_en="soon after 18 July 1850 – 1852")
        start, end = (
            of_day(day, moment, record) for day, moment in (("[1850-07-18..1851-07-18]", "start"), ("1852", "end"))
        )
        assert (start.wording("en"), end.wording("en")) == ("soon after 18 July 1850", "1852")
        record = Tenure(period=f"1849/{period[:24]}", period_wording_en="1849 – soon after 18 July 1850")
        assert of_day("[1850-07-18..1851-07-18]", "end", record).wording("en") == "soon after 18 July 1850"
        # What is said of the end of a tenure is not said of a day on which somebody was seen.
        milestone = of_day("[1850-07-18..1851-07-18]", "seen", record)
        assert milestone.wording("en") == "between 18 July 1850 and 18 July 1851"

    def test_of_a_day_is_that_of_its_source(self):
        record = Decision(date="2018-05", date_wording_en="soon after 24 May")
        assert of_day("2018-05", "on", record).wording("en") == "May 2018 (soon after 24 May)"
        assert of_day("2018-05", "seen", record).wording("en") == "May 2018"

    def test_of_what_has_no_day_is_that_of_its_period(self):
        record = Designation(period="2018/2019", period_wording_en="for some time")
        assert of_day("2018/2019", "on", record).wording("en") == "2018–2019 (for some time)"
        undated = Decision(date="", date_wording_en="never read")
        assert of_day("2018", "on", undated).wording("en") == "2018"

    def test_of_a_whole_period_is_not_that_of_an_end(self):
        assert of_day("2018/2019", "start", Meeting()).wording("en") == "2018–2019"


class TestHeading:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("2018-07-01", "2018"),
            ("2018", "2018"),
            ("[..2018-07]", "2018"),
            ("[2018-07..]", "2018"),
            ("2018/..", "2018"),
            ("201X", "2010s"),
            ("[2011..2014]", "2010s"),
            ("[2019..2020]", "2019"),
            ("2011/2014", "2011"),
            ("2009/2014", "2009"),
        ],
    )
    def test_is_the_year_or_the_decade_of_its_place(self, text, expected):
        assert of_day(text).heading("en") == expected

    def test_decade_is_said_in_the_language(self):
        assert of_day("201X").heading("fr") == "années 2010"

    def test_without_a_first_day_is_the_year_of_the_last(self):
        when = dates.parse_moment("2018")
        assert entry(Decision(), "on", when, earliest=EARLIEST, latest=date(2018, 7, 1)).heading("en") == "2018"
        assert entry(Decision(), "on", when, earliest=date(2011, 1, 1), latest=LATEST).heading("en") == "2011"


@pytest.mark.once
class TestMade(TestCase):
    @classmethod
    def setUpTestData(cls):
        with past_the_fence():
            cls.place, cls.partner = PlaceFactory(key="p", **PUBLIC), PartnerFactory(key="jp-nato", **PUBLIC)
            cls.decision = DecisionFactory(key="d", place=cls.place, date="2018-05-24", **PUBLIC)
            cls.decision.partners.add(cls.partner, PartnerFactory())
            cls.decision.areas.add(AreaFactory(key="shown", **PUBLIC), AreaFactory(key="hidden"))
            cls.later, cls.early = (
                CitationFactory(decision=cls.decision, source=SourceFactory(date=day, **PUBLIC))
                for day in ("2018-06", "2018-04")
            )
            CitationFactory(decision=cls.decision, source=SourceFactory(date="2019"))

    def made(self, record=None, moment="on", text="2018-05-24", derived=None):
        record = record or self.decision
        return make_entry(Line("decision", record.key, moment, "sort"), record, dates.parse_moment(text), derived)

    def test_is_the_moment_of_its_line(self):
        one = self.made(text="2018-05")
        assert (one.kind, one.key, one.moment) == ("decision", "d", "on")
        assert one.days == (date(2018, 5, 1), date(2018, 5, 31))
        assert (one.record, one.when) == (self.decision, dates.parse_moment("2018-05"))
        assert one.thereby is None

    def test_names_what_is_published_alone(self):
        one = self.made()
        assert (one.partners, one.places) == ([self.partner], [self.place])
        assert [area.key for area in one.areas] == ["shown"]

    def test_names_no_partner_where_it_concerns_them_all(self):
        self.decision.scope = Decision.Scope.ALL_PARTNERS
        assert self.made().partners == []
        assert self.made().places == [self.place]

    def test_shows_what_can_bear_it(self):
        one = self.made()
        assert (one.citations, one.proven) == ([self.later], True)
        after = self.made(text="2018-07")
        assert (after.citations, after.proven) == ([], False)

    def test_is_dated_by_those_of_whose_names_its_own_are_made(self):
        assert self.made().dated == {self.decision, self.partner.state, self.place}

    def test_words_of_a_milestone_stand_beside_its_day(self):
        tenure = TenureFactory(key="t", period="/", **PUBLIC)
        for kind, day, words in (("credentials", "1894", "at court"), ("seen", "1895", "in a letter")):
            MilestoneFactory(tenure=tenure, kind=kind, date=day, date_wording_en=words)
        told = (("credentials", "1894"), ("seen-last", "1895"), ("seen", "1896"))
        assert [self.made(tenure, moment, day).wording("en") for moment, day in told] == [
            *("1894 (at court)", "1895 (in a letter)", "1896")
        ]

    def test_what_is_said_of_its_start_is_shown_there_alone(self):
        tenure = TenureFactory(key="t", **PUBLIC)
        start, seen = (
            CitationFactory(tenure=tenure, source=SourceFactory(date="2019", **PUBLIC), field=field)
            for field in ("start", "end")
        )
        assert self.made(tenure, "start", "2013").citations == [start]
        assert self.made(tenure, "end", "2013").citations == [seen]

    def test_what_follows_from_others_rests_on_all_their_citations(self):
        with past_the_fence():
            hidden = DecisionFactory(key="hidden")
            designations = [DesignationFactory(decision=each, **PUBLIC) for each in (self.decision, hidden, None)]
        shown = SourceFactory(date="2019", **PUBLIC)
        cited = [CitationFactory(designation=each, source=shown) for each in designations]
        CitationFactory(decision=hidden, source=shown)
        tenure = TenureFactory(key="t", period="2018-05-24/2018-12-31", **PUBLIC)
        own, over = (CitationFactory(tenure=tenure, source=shown, field=end) for end in ("start", "end"))
        for end in ("start", "end"):
            CitationFactory(designation=designations[0], source=shown, field=end)
        through = [SimpleNamespace(designation=each) for each in designations]
        derived = SimpleNamespace(held=SimpleNamespace(claim=SimpleNamespace(through=through)), ends=False)
        one = self.made(tenure, "start", "2018-05-24", derived)
        assert one.citations == [own, cited[0], self.later, cited[1], cited[2]]
        assert one.thereby is derived
        assert one.proven
        derived.ends = True
        ended = self.made(tenure, "end", "2018-12-31", derived).citations
        assert ended == [over, cited[0], cited[1], cited[2]], "an end shows what bears this end, not those of others"

    def test_an_end_that_a_step_narrows_rests_on_what_is_cited_for_either(self):
        shown = SourceFactory(date="2020", **PUBLIC)
        tenure = TenureFactory(key="t", period="2018-05-24/2019", **PUBLIC)
        for kind, day in (("seen", "2019-08-01"), ("arrived", "2019-02-01")):
            MilestoneFactory(tenure=tenure, kind=kind, date=day)
        _start, over, seen, *_of_others = (
            CitationFactory(tenure=tenure, source=shown, field=field)
            for field in ("start", "end", "seen", "nominated", "arrived")
        )
        derived = SimpleNamespace(held=SimpleNamespace(claim=SimpleNamespace(through=[])), ends=True)
        one = self.made(tenure, "end", "[2019-08-01..2019-12-31]", derived)
        assert (one.citations, one.proven) == ([over, seen], True)
