"""The lines of a list as plain records."""

import pytest

from partnerships import dates
from partnerships.outlets import lines
from partnerships.projections.timeline import Filters
from tests.factories import DecisionFactory, VisitFactory

pytestmark = pytest.mark.django_db


class TestLinesOf:
    def test_goes_on_beyond_one_batch(self, monkeypatch):
        monkeypatch.setattr(lines, "BATCH", 2)
        for number in range(5):
            DecisionFactory(key=f"d-{number}", title_en="A & b", date=f"201{number}-05-24", publication="published")
        found = list(lines.lines_of(Filters(), "en"))
        assert [line.key for line in found] == ["d-0", "d-1", "d-2", "d-3", "d-4"]
        assert "A & b" in found[0].title
        assert len(list(lines.lines_of(Filters(), "en", most=3))) == 3

    def test_draft_is_not_told(self):
        DecisionFactory(date="2018-05-24")
        assert list(lines.lines_of(Filters(), "en")) == []


class TestIsExact:
    @pytest.mark.parametrize("notation", ["2018-05-24", "2017-10-29/2017-10-31"])
    def test_known_days(self, notation):
        assert lines.is_exact(dates.parse(notation))

    @pytest.mark.parametrize(
        "notation", ["2018-05", "2018-05-24~", "2018", "2018-05-24/..", "2018-05-24/", "[..2018-05-24]"]
    )
    def test_everything_else(self, notation):
        assert not lines.is_exact(dates.parse(notation))


class TestNewest:
    def test_without_an_instant_of_publication_there_is_none(self):
        VisitFactory(publication="published", published_at=None)
        assert lines.newest(Filters(), "en", 5) == []
