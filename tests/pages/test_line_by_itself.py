"""One line of the timeline by itself."""

import pytest

from partnerships.pages.line_by_itself import line_of, place_of_line
from tests.factories import PUBLISHED, DecisionFactory, TenureFactory

pytestmark = pytest.mark.django_db


class TestLine:
    def test_says_what_stands_on_the_timeline(self):
        record = DecisionFactory(key="d", title_en="A decision", date="2018-05-24", **PUBLISHED)
        line = line_of(record, "on", "en")
        assert line.said == "24 May 2018 – It is decided: a decision"
        assert line.permanent(record) == "/id/decision/d?line=on"
        assert line_of(record, "start", "en") is None

    def test_draft_has_none(self):
        assert line_of(DecisionFactory(date="2018-05-24"), "on", "en") is None


class TestPlace:
    def test_is_found_there(self, client):
        record = TenureFactory(key="t", period="2018-07-01/2020-03", **PUBLISHED)
        for moment in ("start", "end"):
            place = place_of_line(record, line_of(record, moment, "en"), "en")
            page, _, anchor = place.partition("#")
            assert f'id="{anchor}"' in client.get(page).content.decode()

    def test_permanent_address_leads_there(self, client):
        DecisionFactory(key="d", date="2018-05-24", **PUBLISHED)
        answer = client.get("/id/decision/d?line=on", headers={"accept-language": "en"})
        assert answer["Location"] == "/en/timeline/?kind=decision&from=2018-05-24&to=2018-05-24#decision-d-on"
        other = client.get("/id/decision/d?line=none&on=2019-01-01", headers={"accept-language": "en"})
        assert other["Location"] == "/en/decisions/d/?on=2019-01-01"

    @pytest.mark.parametrize(
        ("date", "query"),
        [
            ("2018", "kind=decision&from=2018-01-01&to=2018-12-31"),
            ("[..2018]", "kind=decision&to=2018-12-31"),
            ("[2018..]", "kind=decision&from=2018-01-01"),
        ],
    )
    def test_is_asked_for_from_the_first_day_to_the_last(self, date, query):
        record = DecisionFactory(key="d", date=date, **PUBLISHED)
        place = place_of_line(record, line_of(record, "on", "en"), "en")
        assert place == f"/en/timeline/?{query}#decision-d-on"
