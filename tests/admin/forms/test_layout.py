"""The two languages of a text stand beside one another."""

from django import forms

from partnerships.admin.forms.layout import in_its_language, linked, rows, translated
from partnerships.models import Citation, State


def test_a_text_in_two_languages_is_a_row_of_its_own():
    assert rows(State, ["iso2", "name"]) == ["iso2", ("name_fr", "name_en")]

    assert {"name", "formal_name"} <= translated(State)


def test_says_its_language_to_people_and_to_what_reads_aloud():
    field = in_its_language(forms.CharField(), State._meta.get_field("name_fr"))
    assert field.widget.attrs["lang"] == "fr"
    assert field.label
    plain = forms.CharField()
    assert "lang" not in in_its_language(plain, State._meta.get_field("iso2")).widget.attrs


def test_finds_what_names_records():
    assert "source" in linked(Citation)
    assert linked(State) == ["predecessors"]
