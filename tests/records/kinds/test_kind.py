"""What a kind says of itself, and what follows from it."""

import pytest

from partnerships import models
from partnerships.models.base import model_at_end
from partnerships.records.kinds import KINDS, paths_to_names, standing_on


class TestPaths:
    @pytest.mark.parametrize("name", KINDS)
    def test_to_what_a_kind_takes_begin_at_its_own_columns(self, name):
        taken = KINDS[name].takes
        assert ("key" in taken) == (KINDS[name].moments is not None)

    def test_to_what_names_a_partner_lead_to_its_state(self):
        assert "partners.state" in paths_to_names(KINDS["activity"])
        assert paths_to_names(KINDS["framework"]) == ()


class TestLinkedData:
    @pytest.mark.parametrize("name", KINDS)
    def test_names_links_to_other_records_alone(self, name):
        model = KINDS[name].model
        ends = {path: model_at_end(model, path) for path, _relation in KINDS[name].schema_links}
        assert [path for path, end in ends.items() if not issubclass(end, models.Record)] == []


class TestStandingOn:
    def test_gives_each_kind_with_the_path_to_the_page(self):
        found = {(kind.name, path) for kind, path in standing_on("mission")}
        assert found == {("designation", "mission"), ("designation", "serving_mission"), ("statement", "missions")}


class TestWhatFollows:
    @pytest.mark.parametrize(
        ("name", "page", "cited", "doers"),
        [
            ("visit", True, True, []),
            ("tenure", False, True, ["person"]),
            ("source", True, False, []),
            ("page", True, False, []),
        ],
    )
    def test_from_its_model_are_pages_citations_and_who_acts(self, name, page, cited, doers):
        kind = KINDS[name]
        assert (kind.has_page, kind.is_cited, [link.name for link in kind.doers]) == (page, cited, doers)


class TestWeight:
    def test_is_what_staff_say_else_what_is_usual(self):
        designation, posting, visit = KINDS["designation"], KINDS["posting"], KINDS["visit"]
        assert [visit.weight(models.Visit(weight=weight), "on") for weight in ("", "main", "further")] == [
            "main",
            "main",
            "further",
        ]
        assert designation.weight(models.Designation(), "start") == "main"
        assert posting.weight(models.Posting(), "start") == "further"

    @pytest.mark.parametrize(
        ("office", "moment", "weight"),
        [
            ({"heads_post": True, "mission": models.Mission()}, "start", "main"),
            ({"heads_post": True, "mission": models.Mission()}, "end", "main"),
            ({"heads_post": True, "mission": models.Mission()}, "credentials", "further"),
            ({"heads_post": True, "embassy": models.Embassy()}, "start", "further"),
            ({"mission": models.Mission()}, "start", "further"),
        ],
    )
    def test_to_head_a_mission_is_a_turning_point(self, office, moment, weight):
        tenure = models.Tenure(office=models.Office(**office))
        assert KINDS["tenure"].weight(tenure, moment) == weight
