"""Nothing empty is saved, and nothing without its name."""

import pytest
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import modelform_factory

from partnerships.admin.forms.records import RecordForm
from partnerships.editorial import Refused, label_fields
from partnerships.exchange import importing
from partnerships.exchange.reading import read_files
from partnerships.models import Area, Meeting
from partnerships.records.kinds import KINDS
from tests.exchange.fixtures import content, line
from tests.factories import AreaFactory, PersonFactory

from ..browsing import address, as_it_stands, press

NAMED = [name for name, kind in KINDS.items() if label_fields(kind.model)]


@pytest.mark.django_db
class TestWhatStandsInTheWay:
    """It is told of this record at the field that is to be filled, of others above the form, and once."""

    def told(self, field, *records, instance=None):
        form = modelform_factory(Area, form=RecordForm, fields=["name_fr", "name_en"])(
            {"name_fr": "x"}, instance=instance
        )
        form.refusal = Refused("Lacks something:", records, field=field)
        form.data["version"] = form.stored_version
        return {name: " ".join(errors) for name, errors in form.errors.items()}

    def test_of_this_record_alone(self):
        area = AreaFactory()
        assert self.told("label", area, instance=area).keys() == {"name_fr"}

    def test_of_others_alone(self):
        area, other = AreaFactory(), AreaFactory(name_fr="Cyber")
        told = self.told("label", other, instance=area)
        assert told.keys() == {NON_FIELD_ERRORS}
        assert told[NON_FIELD_ERRORS].startswith("Lacks something:<ul><li><a ")

    def test_of_both(self):
        area, other = AreaFactory(name_fr="Espace"), AreaFactory(name_fr="Cyber")
        told = self.told("label", area, other, instance=area)
        assert told.keys() == {"name_fr", NON_FIELD_ERRORS}
        assert "Cyber</a>" in told[NON_FIELD_ERRORS]
        assert "Espace" not in told[NON_FIELD_ERRORS]

    def test_of_this_record_where_no_field_of_it_is_meant(self):
        area = AreaFactory(name_fr="Espace")
        told = self.told("", area, instance=area)
        assert told == {NON_FIELD_ERRORS: "Lacks something:<ul><li>Espace (Domaine)</li></ul>"}

    def test_of_a_new_record_which_the_refusal_has_taken_back(self):
        AreaFactory(pk=2, name_fr="Autre")
        taken_back = AreaFactory.build(pk=1, name_fr="Espace")
        assert self.told("label", taken_back).keys() == {"name_fr"}
        assert self.told("label", AreaFactory(pk=1, name_fr="Cyber")).keys() == {NON_FIELD_ERRORS}


@pytest.mark.once
class TestUntouchedForm:
    @pytest.mark.parametrize("kind", KINDS)
    def test_is_refused(self, as_role, kind):
        client = as_role("editor")
        answer = client.post(address(kind, "add"), as_it_stands(client, address(kind, "add")))
        assert answer.status_code == 200
        assert not KINDS[kind].model.objects.exists()

    @pytest.mark.parametrize("kind", NAMED)
    def test_needs_the_name_of_the_record(self, as_role, kind):
        client = as_role("editor")
        seen = as_it_stands(client, address(kind, "add")) | {"note": "something"}
        answer = client.post(address(kind, "add"), seen)
        assert label_fields(KINDS[kind].model)[0] in answer.context["adminform"].form.errors

    def test_of_a_meeting_needs_no_title(self, as_role):
        client = as_role("editor")
        seen = as_it_stands(client, address("meeting", "add")) | {"date": "24 May 2018"}
        assert client.post(address("meeting", "add"), seen).status_code == 302
        assert Meeting.objects.get().key

    def test_needs_one_language_only(self, as_role):
        client = as_role("editor")
        client.post(address("area", "add"), as_it_stands(client, address("area", "add")) | {"name_fr": "Cyber"})
        assert Area.objects.get().name_en is None


class TestTextOutsideTheForm:
    def test_that_cannot_be_shown_is_named_above_it(self, as_role):
        """Written by a script, past all rules."""
        area = AreaFactory(publication="withdrawn", withdrawal_reason_fr="a\u202eb")
        answer = press(as_role("reviewer"), area, name_fr="Autre")
        assert answer.status_code == 200
        (said,) = answer.context["adminform"].form.non_field_errors()
        assert said == "motif du retrait [fr] : Le texte contient un caractère de contrôle (U+202E)."

    def test_in_the_form_is_named_there(self, as_role):
        answer = press(as_role("reviewer"), AreaFactory(), name_fr="a\u202eb")
        assert set(answer.context["adminform"].form.errors) == {"name_fr"}


class TestWikidata:
    @pytest.mark.parametrize("typed", ["Q17", "q17"])
    def test_is_kept_by_its_identifier(self, as_role, typed):
        person = PersonFactory()
        assert press(as_role("editor"), person, wikidata=typed).status_code == 302
        person.refresh_from_db()
        assert person.wikidata == "Q17"

    @pytest.mark.parametrize("typed", ["nonsense", "17", "Q0", "Q17 and more"])
    def test_that_is_none_is_refused(self, as_role, typed):
        answer = press(as_role("editor"), PersonFactory(), wikidata=typed)
        assert "Q17" in answer.context["adminform"].form.errors["wikidata"][0]

    @pytest.mark.django_db
    @pytest.mark.parametrize(
        ("kind", "wikidata"),
        [("person", "nonsense"), ("state", "q17"), ("state", "Q0"), ("office", "17"), ("organization", "Q")],
    )
    def test_that_is_none_is_refused_by_import_as_by_the_form(self, kind, wikidata):
        done = importing.run(read_files([("a.json", content(line(kind, key="a", wikidata=wikidata)))]), apply=False)
        assert any("Q17" in str(finding) for finding in done.findings)
