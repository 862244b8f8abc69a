"""A kind that lacks something is named before the site starts, with what to add."""

from dataclasses import replace

import pytest
from django.contrib import admin
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from partnerships import checks, models
from partnerships.records.kinds import KINDS

POSTING, AREA, TENURE = KINDS["posting"], KINDS["area"], KINDS["tenure"]


def said(kind):
    return " ".join(checks.lacking_of_kind(kind))


class TestKinds:
    @pytest.mark.parametrize("kind", KINDS)
    def test_lack_nothing(self, kind):
        assert list(checks.lacking_of_kind(KINDS[kind])) == []

    def test_stop_the_start_where_they_lack_something(self, monkeypatch):
        monkeypatch.setitem(KINDS, "posting", replace(POSTING, stands_on=(), moments=None))
        with pytest.raises(SystemCheckError, match="posting is shown nowhere"):
            call_command("check")


class TestRecord:
    def test_without_a_kind_is_named(self, monkeypatch):
        monkeypatch.delitem(KINDS, "posting")
        assert "Posting has no kind" in " ".join(checks.without_kind())

    def test_part_of_no_record_is_named(self, monkeypatch):
        monkeypatch.setattr(checks, "PARTS", (models.Name,))
        assert "The part Alias" in " ".join(checks.without_kind())

    def test_part_that_suggests_no_key_is_named(self, monkeypatch):
        monkeypatch.delitem(checks.PART_SUGGESTIONS, "stop")
        assert "The part Stop suggests no key" in " ".join(checks.without_kind())


class TestKind:
    @pytest.mark.parametrize(
        ("change", "sentence"),
        [
            ({"concerns": {"state": ("organization",)}}, "“organization” does not lead to a state"),
            ({"concerns": {"state": ("country",)}}, "“country” does not lead to a state"),
            ({"concerns": {"country": ("state",)}}, "“country”, which is no kind"),
            ({"stands_on": ("partners",)}, "names the path “partners”"),
            ({"named_by": ("state.capital",)}, "names the path “state.capital”"),
            ({"content": ("areas.parents",)}, "names the path “areas.parents”"),
            ({"needs_date": ("date",)}, "reads “date”, which it has not"),
            ({"same_if": ("period", "time")}, "reads “time”, which it has not"),
            ({"same_if": ("kind",)}, "`same_if` of posting compares records of one partner and day"),
            ({"told_of": ("people",)}, "names the path “people”"),
            ({"rests_on": ("partner",)}, "names the path “partner”"),
            ({"schema_links": (("partner", "about"),)}, "names the path “partner”"),
            ({"tie_break_columns": ("time",)}, "reads “time”, which it has not"),
            ({"moments": None, "stands_on": ()}, "is shown nowhere"),
            ({"same_if": ("period", "title")}, "reads “title”, a text in each language"),
        ],
    )
    def test_that_says_what_is_not_so_is_named(self, change, sentence):
        assert sentence in said(replace(POSTING, **change))

    def test_that_is_named_after_others_says_after_which(self):
        assert "name" not in said(TENURE)
        assert "say by which paths in `named_by`" in said(replace(TENURE, named_by=()))

    def test_that_leaves_out_the_rules_of_its_bases_is_named(self, monkeypatch):
        monkeypatch.setattr(models.Posting._meta, "constraints", models.Posting._meta.constraints[:2])
        assert "keeps not every rule of Lasting: name *Lasting.Meta.constraints" in said(POSTING)
        assert "rule of Record:" not in said(POSTING)

    def test_that_no_source_can_support_is_named(self, monkeypatch):
        monkeypatch.setattr(models.Citation, "owner_fields", ("area",))
        assert "name it in CITED_KINDS" in said(POSTING)
        assert said(AREA) == ""

    def test_without_its_page_is_named(self, monkeypatch):
        monkeypatch.delitem(checks.PAGES, "area")
        assert "entry in PAGES" in said(AREA)

    def test_whose_page_shows_a_text_that_it_has_not_is_named(self, monkeypatch):
        monkeypatch.setitem(checks.PAGES, "area", replace(checks.PAGES["area"], text="words"))
        assert "shows its “words”, which it has not" in said(AREA)

    def test_before_what_it_must_name_is_named(self, monkeypatch):
        monkeypatch.setattr(checks, "KINDS", {"tenure": TENURE, **KINDS})
        assert "A tenure must name a person, which stands after it" in said(TENURE)

    def test_that_nobody_can_enter_is_named(self, monkeypatch):
        monkeypatch.delitem(admin.site._registry, models.Posting)
        assert "register an admin class" in said(POSTING)

    def test_part_in_no_form_is_named(self, monkeypatch):
        monkeypatch.setattr(type(admin.site._registry[models.Posting]), "inlines", ())
        assert "The part citation of posting is in no form" in said(POSTING)

    def test_field_in_no_form_is_named(self, monkeypatch):
        posting = admin.site._registry[models.Posting]
        monkeypatch.setattr(type(posting), "main", tuple(name for name in posting.main if name != "place"))
        assert "The field place of posting is in no form" in said(POSTING)
