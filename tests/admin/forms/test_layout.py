"""The two languages of a text stand beside one another."""

from django import forms

from partnerships.admin.forms.layout import field_in_language, form_rows, linking_names
from partnerships.models import Citation, State


def test_a_text_in_two_languages_is_a_row_of_its_own():
    assert form_rows(State, ["iso2", "name"]) == ["iso2", ("name_fr", "name_en")]


def test_says_its_language_to_people_and_to_what_reads_aloud():
    field = field_in_language(forms.CharField(), State._meta.get_field("name_fr"))
    assert field.widget.attrs["lang"] == "fr"
    assert field.label
    plain = forms.CharField()
    assert "lang" not in field_in_language(plain, State._meta.get_field("iso2")).widget.attrs


def test_finds_what_names_records():
    assert "source" in linking_names(Citation)
    assert linking_names(State) == ["predecessors"]
