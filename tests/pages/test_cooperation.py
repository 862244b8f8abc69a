"""The page of an area: of what it is a part, and how cooperation in it came about."""

import pytest

from partnerships.pages import cooperation
from partnerships.pages.cooperation import AREA_SECTIONS, area_facts, content
from tests.factories import PUBLISHED, AreaFactory, DecisionFactory
from tests.pages.reading import asked, cells, facts_said, made, plain

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def sea():
    return AreaFactory(
        key="sea", name_en="sea", parent=AreaFactory(key="up", name_en="security", **PUBLISHED), **PUBLISHED
    )


def decided(on, day, **fields):
    DecisionFactory(key=f"on-{day}", date=day, **{**PUBLISHED, **fields}).areas.add(on)


class TestArea:
    def test_facts_name_of_what_it_is_a_part(self, sea):
        assert facts_said(area_facts(sea)) == [("Part of", "security")]
        assert area_facts(sea.parent) == []

    def test_line_names_what_is_above_and_what_is_within_by_name(self, sea):
        for name in ("piracy", "fishing"):
            AreaFactory(name_en=name, parent=sea, **PUBLISHED)
        AreaFactory(name_en="secret", parent=sea)
        assert cells(content(sea, asked()).line) == ["part of: security", "within it: fishing piracy"]

    def test_line_names_no_more_than_a_page_holds(self, sea, monkeypatch):
        monkeypatch.setattr(cooperation, "MOST_ON_A_PAGE", 1)
        for name in ("piracy", "fishing"):
            AreaFactory(name_en=name, parent=sea, **PUBLISHED)
        assert cells(content(sea, asked()).line)[1] == "within it: fishing"

    def test_line_of_one_that_stands_alone_is_empty(self):
        parent = AreaFactory(name_en="secret")
        assert content(AreaFactory(parent=parent, **PUBLISHED), asked()).line == []
        assert content(AreaFactory(**PUBLISHED), asked()).line == []

    def test_answer_tells_its_first_and_its_last_line(self, sea):
        for day in ("2014", "2018", "2016"):
            decided(sea, day)
        decided(sea, "2020", publication="draft")
        (answer,) = content(sea, asked()).answers
        one = "Designation of an embassy"
        first, last = f"{one} (2014)", f"{one} (2018)"
        assert (
            plain(answer.sentence) == f"Cooperation in this area begins on record with {first}; the latest is {last}."
        )

    def test_without_lines_it_answers_nothing_and_has_no_turning_points(self, sea):
        found = content(sea, asked())
        assert (found.answers, made(found)) == ([], {})

    def test_turning_points_lead_to_everything(self, sea):
        decided(sea, "2014")
        decided(sea, "2015", weight="further")
        turns = made(content(sea, asked()))["turning-points"]
        assert [line.key for line in turns.lines] == ["on-2014"]
        (way,) = turns.more
        assert (way.href, way.text) == ("/en/timeline/?area=sea&detail=all", "The whole timeline")

    def test_sections_are_laid_out(self):
        assert [(one.kind, one.path) for one in AREA_SECTIONS] == [("activity", "areas"), ("statement", "areas")]
