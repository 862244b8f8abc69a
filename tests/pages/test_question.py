"""What a reader asks of a page."""

from datetime import date

import pytest
from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import override

from partnerships import dates
from partnerships.pages.question import Question, question

TODAY, EARLIER, LATER = date(2026, 2, 18), date(2018, 5, 24), date(2030, 1, 1)


class TestQuestion:
    def test_is_about_today_where_no_day_is_asked_for(self):
        asked = Question(QueryDict(), TODAY)
        assert (asked.day, asked.key, asked.days) == (TODAY, (None, None), [TODAY])

    @pytest.mark.parametrize(
        ("on", "beside", "day", "days"),
        [
            (EARLIER, None, EARLIER, [EARLIER]),
            (LATER, EARLIER, LATER, [EARLIER, LATER]),
            (None, EARLIER, TODAY, [EARLIER, TODAY]),
            (EARLIER, EARLIER, EARLIER, [EARLIER]),
        ],
    )
    def test_days_stand_the_earlier_first_and_each_once(self, on, beside, day, days):
        asked = Question(QueryDict(), TODAY, on, beside)
        assert (asked.day, asked.key, asked.days) == (day, (on, beside), days)

    def test_is_read_off_an_address(self):
        query = QueryDict("on=2018-05-24&and=1 January 2030&rows=2")
        assert question(query) == Question(query, dates.today(), EARLIER, LATER)
        assert question(QueryDict()).on is None

    @pytest.mark.parametrize("query", ["on=2018", "and=2018", "on=x"])
    def test_that_names_no_day_is_refused(self, query):
        with override("en"), pytest.raises(BadRequest):
            question(QueryDict(query))
