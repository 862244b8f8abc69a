"""The stock command loads, derives and keeps the timeline in step."""

import json

import pytest
from django.core.management import CommandError, call_command

from partnerships.models import Decision, State, TimelineLine
from partnerships.projections.timeline import comparison

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(tmp_path):
    def load(*lines):
        path = tmp_path / "lines.json"
        path.write_text(json.dumps([{"model": f"partnerships.{kind}", "fields": fields} for kind, fields in lines]))
        call_command("loaddata", str(path), verbosity=0)

    return load


BODY = ("organization", {"key": "nac", "name_en": "North Atlantic Council"})
DECISION = {"key": "d", "title_en": "Decision", "body": ["nac"], "publication": "published", "date": "2018-05"}


class TestLoaddata:
    def test_derived_columns_are_filled(self, load):
        load(BODY, ("decision", DECISION))
        decision = Decision.objects.get()
        assert (decision.date_earliest.isoformat(), decision.date_latest.isoformat()) == ("2018-05-01", "2018-05-31")
        assert (decision.sort_en, decision.sort_fr) == ("decision", "decision")

    def test_timeline_is_in_step(self, load):
        load(BODY, ("decision", DECISION))
        assert TimelineLine.objects.count() == 1
        assert comparison.differences() == []

    def test_second_load_adds_nothing(self, load):
        for _ in range(2):
            load(BODY, ("decision", DECISION))
        assert (Decision.objects.count(), TimelineLine.objects.count()) == (1, 1)

    def test_bad_date_names_its_record_and_changes_nothing(self, load):
        with pytest.raises(CommandError, match="decision d, date: 2018-13"):
            load(BODY, ("state", {"key": "jp"}), ("decision", {**DECISION, "date": "2018-13"}))
        assert not State.objects.exists()

    def test_unknown_field_is_a_sentence(self, load):
        with pytest.raises(CommandError, match="name_de"):
            load(("state", {"key": "jp", "name_de": "Japan"}))

    def test_code_of_namibia_is_a_text(self, load):
        load(("state", {"key": "na", "iso2": "NA", "name_en": "Namibia"}))
        assert State.objects.get().iso2 == "NA"
