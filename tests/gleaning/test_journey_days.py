from tests.gleaning.documents import facts, proposed


class TestDays:
    def test_of_a_visit_in_a_month_are_not_made_more_by_a_day_behind_it(self):
        text = "Mr Fumio Kishida visited Brussels in September 2020. On 4 October 2020 he met Mr Shinzo Abe there."
        [visit] = proposed(text, "visit")
        assert facts(visit, "period") == ["2020-09"]

    def test_of_a_visit_in_days_are(self):
        text = "Mr Fumio Kishida visited Brussels on 3 October 2020. On 4 October 2020 he met Mr Shinzo Abe there."
        [visit] = proposed(text, "visit")
        assert facts(visit, "period") == ["2020-10-03/2020-10-04"]
