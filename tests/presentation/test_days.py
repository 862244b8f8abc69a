"""Dates and hours in words, each with the `<time>` that a machine reads."""

from datetime import time

import pytest

from partnerships import dates
from partnerships.presentation.days import date_html, date_of, hour_said, machine_dates, when_html
from tests.factories import DecisionFactory, MeetingFactory, OfficeFactory, VisitFactory

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.django_db
@pytest.mark.once
class TestDates:
    def test_are_read_as_what_their_field_holds(self):
        assert date_of(VisitFactory(period="2018"), "period") == dates.parse_period("2018")
        assert date_of(DecisionFactory(date="2018"), "date") == dates.parse_moment("2018")
        assert date_of(OfficeFactory(coverage="2018"), "coverage") == dates.parse_period("2018")
        assert date_of(DecisionFactory(date=""), "date") is None

    def test_words_of_the_source_stand_where_no_date_does(self):
        decision = DecisionFactory(date="", date_wording_en="soon <after>")
        assert date_html(decision, "date") == "soon &lt;after&gt;"
        assert date_html(DecisionFactory(date=""), "date") == ""
        assert date_html(OfficeFactory(coverage=""), "coverage") == ""
        assert date_html(DecisionFactory(date="2018-05-24"), "date") == '<time datetime="2018-05-24">24 May 2018</time>'


class TestTimes:
    def test_two_ends_have_each_their_own(self):
        said = when_html(dates.parse("2017/2018"), "2017–2018")
        assert said == '<time datetime="2017">2017</time>–<time datetime="2018">2018</time>'

    @pytest.mark.parametrize("words", ["2017 to 2018", "2017–2018–2019", "<b>–2018"])
    def test_that_cannot_be_told_apart_in_the_words_stand_before_them(self, words):
        said = when_html(dates.parse("2017/2018"), words)
        assert said.startswith('<time datetime="2017"></time><time datetime="2018"></time>')
        assert "<b>" not in said

    @pytest.mark.parametrize(
        ("notation", "words", "first", "dash", "last"),
        [
            ("2017-05/2018", "May 2017 – 2018", "May 2017", " – ", "2018"),
            ("2018-05-04/2018-05-05", "4-5 mai 2018", "4", "-", "5 mai 2018"),
            ("2018-05-01/2018-05-03", "1er-3 mai 2018", "1er", "-", "3 mai 2018"),
        ],
    )
    def test_stand_on_either_side_of_the_dash(self, notation, words, first, dash, last):
        begin, end = notation.split("/")
        said = f'<time datetime="{begin}">{first}</time>{dash}<time datetime="{end}">{last}</time>'
        assert when_html(dates.parse(notation), words) == said
        assert when_html(dates.parse(notation), words, "when") == f'<span class="when">{said}</span>'

    def test_one_alone_has_the_look_itself(self):
        day, month = dates.parse("2018-05-24"), dates.parse("2018-05~")
        assert when_html(day, "24 May", "when") == '<time class="when" datetime="2018-05-24">24 May</time>'
        assert when_html(month, "about May", "when").startswith('<span class="when"><time datetime="2018-04-01">')

    def test_of_a_moment_are_itself_or_its_bounds(self):
        assert machine_dates(dates.parse_moment("2018-05")) == ["2018-05"]
        assert machine_dates(dates.parse_moment("2018?")) == ["2018-01-01", "2018-12-31"]
        assert machine_dates(dates.parse_moment("[..2018-05-24]")) == ["2018-05-24"]
        assert machine_dates(dates.parse_moment("[2018-05-24..]")) == ["2018-05-24"]


@pytest.mark.django_db
@pytest.mark.once
class TestHours:
    def test_hour_of_a_meeting_is_local_on_its_day(self):
        meeting = MeetingFactory(date="2025-06-24", time=time(17, 35), time_zone="Europe/Amsterdam")
        assert hour_said(meeting) == "17:35 local time (UTC+2)"
        assert (
            hour_said(MeetingFactory(date="2025-06", time=time(17, 35), time_zone="Asia/Tokyo")) == "17:35 local time"
        )
        assert hour_said(MeetingFactory(date="", time=time(17, 35), time_zone="Asia/Tokyo")) == "17:35 local time"
        assert hour_said(MeetingFactory(date="2025-06-24")) == ""
