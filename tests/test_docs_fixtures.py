"""docs/fixtures.md names everything that a fixture may hold, and its examples load."""

import json
import re

import pytest
from django.conf import settings
from django.core.management import call_command

from partnerships import models
from partnerships.dates import parse
from partnerships.exchange import importing
from partnerships.exchange.reading import read_files
from partnerships.records.kinds import KINDS, PARTS
from partnerships.records.snapshot.entries import fields_of

TEXT = (settings.BASE_DIR / "docs" / "fixtures.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```(jsonl?)\n(.*?)```", TEXT, flags=re.DOTALL)
MODELS = [*(kind.model for kind in KINDS.values()), *PARTS]
#: Described once, above all kinds.
COMMON = TEXT[TEXT.index("## What every record has") : TEXT.index("## Texts in two languages")]


def section(model):
    """The section of a kind or part: from its heading to the next."""
    match = re.search(rf"^### {model._meta.model_name}\n(.*?)(?=^##)", TEXT, flags=re.DOTALL | re.MULTILINE)
    assert match, f"docs/fixtures.md has no section on {model._meta.model_name}"
    return match[1]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
class TestEveryKindAndPart:
    def test_its_fields_are_named(self, model):
        common = set(re.findall(r"`([a-z_]+)`", COMMON)) if issubclass(model, models.Record) else {"key"}
        assert set(fields_of(model)) - common - set(re.findall(r"`([a-z0-9_]+)`", section(model))) == set()

    def test_no_field_is_named_that_it_has_not(self, model):
        named = re.findall(r"^\| (`.*?) \|", section(model), flags=re.MULTILINE)
        assert set(re.findall(r"`([a-z0-9_]+)`", " ".join(named))) <= set(fields_of(model))

    def test_its_slugs_and_dates_are_named_where_it_has_them(self, model):
        for name in {"slug_fr", "slug_en", "date", "period"} & set(fields_of(model)):
            assert f"`{name}`" in section(model)

    def test_its_choices_are_named(self, model):
        for name, field in fields_of(model).items():
            place = COMMON if name == "publication" else section(model)
            for value, _label in field.flatchoices:
                assert value == "" or f"`{value}`" in place, (name, value)

    def test_its_required_fields_are_marked(self, model):
        rows = re.findall(r"^\| (`.*?) \|.*\| \*\*required\*\* \|$", section(model) + COMMON, flags=re.MULTILINE)
        required = {name for name, field in fields_of(model).items() if is_required(field)}
        assert required - set(getattr(model, "owner_fields", ())) <= {row.strip("`") for row in rows} | {"key"}

    def test_it_has_an_example(self, model):
        assert any(f'"{model._meta.label_lower}"' in text for _form, text in EXAMPLES)


def test_every_field_that_is_written_out_is_one():
    """What stands as `"field": …` in a sentence or an example is a field of some kind, or a part of the format."""
    fields = {name for model in MODELS for name in fields_of(model)}
    assert set(re.findall(r'"([a-z_0-9]+)":', TEXT)) <= fields | {"model", "fields", "pk", "kind", "language", "slug"}


def is_required(field):
    return not field.blank and not field.has_default() and not field.many_to_many


class TestDates:
    def test_every_notation_in_the_tables_is_read(self):
        tables = TEXT[TEXT.index("## Dates") : TEXT.index("## Not known")]
        rows = re.findall(r"^\| (`.*?) \|", tables, flags=re.MULTILINE)
        notations = [notation for row in rows for notation in re.findall(r"`(.*?)`", row)]
        assert len(notations) > 20
        for notation in notations:
            assert parse(notation)


@pytest.mark.django_db
class TestExamples:
    def test_they_load_with_full_validation_one_after_the_other(self):
        for number, (form, text) in enumerate(EXAMPLES):
            outcome = importing.run(read_files([(f"{number}.{form}", text.encode())]), apply=True)
            assert [str(finding) for finding in outcome.findings] == []

    def test_they_load_with_loaddata(self, tmp_path):
        for number, (form, text) in enumerate(EXAMPLES):
            path = tmp_path / f"{number}.{form}"
            path.write_text(text, encoding="utf-8")
            call_command("loaddata", path, verbosity=0)
        assert models.Tenure.objects.filter(appointment="izawa-dakar").count() == 4

    def test_they_are_lists_of_objects(self):
        assert all(isinstance(json.loads(text), list) for form, text in EXAMPLES if form == "json")
