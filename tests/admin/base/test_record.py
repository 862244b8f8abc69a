"""The form of every kind of record: which fields stand in it and which are only read; what a date is read as."""

import json
from types import SimpleNamespace

import pytest
from django.contrib import admin
from django.contrib.admin import site
from django.test import RequestFactory
from django.utils.translation import override

from partnerships.admin.base.record import RecordAdmin, date_understood
from partnerships.admin.forms.parts import CitationInline, PictureInline
from partnerships.models import Area, Decision, Meeting, Source, Visit

from ..browsing import address

REQUEST = SimpleNamespace()


@pytest.fixture(autouse=True)
def _english(_fresh_state):
    with override("en"):
        yield


def of(model, **given):
    """The form of a kind that says of itself what is given."""
    return type("OwnAdmin", (RecordAdmin,), given)(model, site)


class TestFields:
    def sections(self, one, obj=None):
        return [(str(title or ""), section["fields"]) for title, section in one.get_fieldsets(REQUEST, obj)]

    def test_that_come_first_stand_first_and_both_languages_side_by_side(self):
        first, *_others = self.sections(of(Area, main=("name", "parent")))
        assert first == ("", [("name_fr", "name_en"), "parent"])

    def test_that_few_need_stand_apart_with_the_wordings_of_dates(self):
        _first, more, address_rows = self.sections(of(Visit, main=("title",), more=("summary",)))
        wording = ("period_wording_fr", "period_wording_en")
        assert more == ("More", [("summary_fr", "summary_en"), wording, "weight"])
        assert address_rows == ("Key, address and note", ["key", ("slug_fr", "slug_en"), "note"])

    def test_that_nobody_needs_have_no_part(self):
        titles = [title for title, _fields in self.sections(of(Area, main=("name",)))]
        assert titles == ["", "Key, address and note"]

    def test_of_publication_are_those_of_a_record_that_is_there(self):
        titles = [title for title, _fields in self.sections(of(Area, main=("name",)), Area(pk=1, key="a"))]
        assert titles == ["", "Key, address and note", "Publication"]

    def test_that_are_rare_are_folded_in(self):
        sections = of(Visit, main=("title",)).get_fieldsets(REQUEST, Visit(pk=1, key="v"))
        assert [section.get("classes") for _title, section in sections] == [None, ("collapse",), ("collapse",), None]

    def test_of_wordings_are_those_that_the_kind_has(self):
        assert of(Area).wordings() == []
        assert of(Decision).wordings() == ["date_wording", "weight"]

    def test_of_addresses_are_those_of_kinds_with_a_page(self):
        assert of(Meeting).address_rows() == ["key", "note"]

    def test_that_name_records_are_typed(self):
        assert of(Area).get_autocomplete_fields(REQUEST) == ["parent"]


class TestReadOnly:
    always = ["publication", "published_at", "withdrawal_reason_fr", "withdrawal_reason_en"]

    @pytest.mark.parametrize(
        ("fields", "key_too"),
        [
            ({"publication": "draft"}, False),
            ({"publication": "in_review"}, False),
            ({"publication": "published"}, True),
            ({"publication": "withdrawn"}, True),
            ({"publication": "draft", "published_at": "2018-05-24T12:00:00Z"}, True),
        ],
    )
    def test_key_is_once_the_public_has_seen_it(self, fields, key_too):
        found = of(Area).get_readonly_fields(REQUEST, Area(pk=1, key="a", **fields))
        assert found == self.always + ["key"] * key_too

    def test_key_of_a_new_record_may_be_typed(self):
        assert of(Area).get_readonly_fields(REQUEST) == self.always


class TestParts:
    def test_are_its_citations_and_pictures_where_it_has_such(self):
        assert of(Visit).get_inlines(REQUEST, None) == [CitationInline, PictureInline]
        assert of(Meeting).get_inlines(REQUEST, None) == [CitationInline]
        assert of(Source, inlines=()).get_inlines(REQUEST, None) == []

    def test_every_kind_goes_this_way(self):
        for model in (Area, Decision, Meeting, Source, Visit):
            assert isinstance(admin.site.get_model_admin(model), RecordAdmin)


class TestUnderstood:
    def answer(self, **asked):
        return json.loads(date_understood(RequestFactory().get("/", asked)).content)

    def test_says_what_a_moment_or_a_period_is_understood_as(self):
        assert "24 May 2018" in json.dumps(self.answer(text="24.5.2018"))
        assert self.answer(text="since 2018", kind="period") != self.answer(text="since 2018", kind="moment")

    def test_says_nothing_of_nothing(self):
        assert self.answer() == self.answer(text="  ") == {}

    def test_reads_no_more_than_somebody_types(self):
        assert self.answer(text=" " * 500 + "2018") == {}

    def test_is_told_to_staff_alone(self, as_role, client):
        place = address("area", "understood")
        assert client.get(place, {"text": "2018"}).status_code == 302
        assert as_role("editor").get(place, {"text": "2018"}).json()


def test_deleting_has_no_icon_in_a_form_and_a_text_says_its_language(as_role):
    page = as_role("editor").get(address("area", "add"))
    form = page.context["adminform"].form
    assert form.fields["name_fr"].widget.attrs["lang"] == "fr"
    assert not form.fields["parent"].widget.can_delete_related
