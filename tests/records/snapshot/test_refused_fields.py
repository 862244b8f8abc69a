"""In which words a field of an entry is refused."""

import pytest
from django.utils.translation import override

from partnerships.models import Area, FormerAddress, Meeting, Name, State, Stop
from partnerships.records.snapshot.entries import Entry, fields_of
from partnerships.records.snapshot.findings import PlaceInFile
from partnerships.records.snapshot.refused_fields import missing_fields, unknown_field


@pytest.fixture(autouse=True)
def _english(_fresh_state):
    with override("en"):
        yield


class TestUnknownField:
    def test_a_text_has_a_language(self):
        assert unknown_field(State, "name") == "This text has a language: write name_fr or name_en."

    def test_languages_are_those_of_the_register(self):
        assert unknown_field(State, "name_de") == "The register has no language “de” here: it has fr and en."
        assert unknown_field(State, "withdrawal_reason_de").startswith("The register has no language “de” here")

    def test_what_is_derived_is_not_given(self):
        for model, name in ((State, "sort_fr"), (Name, "folded"), (Meeting, "date_earliest")):
            assert unknown_field(model, name) == "This is derived from other fields and cannot be given."

    def test_of_any_other_it_is_said_which_there_are(self):
        assert unknown_field(FormerAddress, "colour") == (
            "There is no such field. Expected: kind, key, language, slug."
        )


class TestMissingFields:
    def of(self, model, links=(), given=()):
        entry = Entry(PlaceInFile("a.json", 1), model)
        entry.links.update(links)
        return missing_fields(entry, fields_of(model), given)

    def test_are_the_required_ones_that_are_not_given(self):
        assert self.of(Stop, given=("key", "position")) == [("visit", "This field is missing.")]
        assert self.of(Area, given=("key",)) == []

    def test_of_a_part_of_any_record_its_record_is_one(self):
        sentence = "A part belongs to exactly one record: give one of state, organization, place, person."
        assert ("", sentence) in self.of(Name, given=("key", "text"))
        assert self.of(Name, {"state": ("jp",)}, ("key", "text", "state")) == []
        assert self.of(Name, {"state": ("jp",), "person": ("p",)}, ("key", "text", "state", "person")) == [
            ("state", sentence)
        ]
