"""Parts in the form of their record."""

import re

import pytest
from django.contrib.admin import site
from django.contrib.admin.utils import flatten, flatten_fieldsets
from django.db import connection
from django.forms import modelform_factory
from django.test.utils import CaptureQueriesContext

from partnerships.admin.forms.parts import ChosenField, CitationForm
from partnerships.models import Citation
from tests.factories import AreaFactory, CitationFactory, PlaceFactory, SourceFactory, StateFactory, StopFactory

from ..browsing import address, parts, press

FRENCH, ENGLISH = {"accept-language": "fr"}, {"accept-language": "en"}


class TestParts:
    def test_are_numbered_without_signs(self, as_role):
        stop = StopFactory(position=1)
        page = as_role("editor").get(address("visit", "change", stop.visit.pk), headers=FRENCH).text
        found = re.findall(r"<h3>(.*?)</h3>", page, re.DOTALL)
        headings = [" ".join(re.sub("<[^>]+>", " ", heading).split()) for heading in found]
        assert headings[0].startswith("Étape 1. Bruxelles")
        assert "Étape 2" in headings
        assert "#" not in "".join(headings)

    def test_what_they_name_is_read_at_once_however_many_they_are(self, as_role):
        client, first = as_role("editor"), StopFactory(position=1, state=StateFactory(), place=PlaceFactory())
        page = address("visit", "change", first.visit.pk)
        client.get(page)
        taken = []
        for position in (2, 3):
            stop = StopFactory(visit=first.visit, position=position, state=StateFactory(), place=PlaceFactory())
            stop.further_places.set([PlaceFactory(), PlaceFactory()])
            with CaptureQueriesContext(connection) as seen:
                options = re.findall(r'<option value="[0-9]+" selected>', client.get(page).text)
            assert len(options) == 4 * position - 2
            taken.append(len(seen))
        assert taken[0] == taken[1]

    def test_number_is_written_as_in_french(self, as_role):
        page = as_role("editor").get(address("visit", "add"), headers=FRENCH).text
        assert "Étape n°" in page
        assert "nº" not in page


class TestAbout:
    """What a citation is about is chosen, in words: the record, one of its moments, one of its fields."""

    def select(self, client, page, headers=ENGLISH):
        text = client.get(page, headers=headers).text
        found = re.search(r'<select name="citations-(?:0|__prefix__)-field".*?</select>', text, re.DOTALL)
        return re.sub(r"\s+", " ", found[0])

    def test_names_moments_and_fields_of_the_kind(self, as_role):
        shown = self.select(as_role("editor"), address("tenure", "add"))
        assert '<option value="" selected>The whole record</option>' in shown
        assert '<option value="end">End</option>' in shown
        assert '<option value="credentials">Presented credentials</option>' in shown
        assert '<option value="office">Office</option>' in shown
        assert 'value="start"' not in self.select(as_role("editor"), address("decision", "add"))
        assert 'value="publication"' not in shown

    def test_names_nothing_that_says_how_a_record_is_kept(self, as_role):
        shown = self.select(as_role("editor"), address("office", "add"))
        offered = set(re.findall(r'<option value="(\w*)"', shown))
        assert {"", "start", "end", "name", "role", "coverage", "checked_on"} <= offered
        assert not offered & {
            *("id", "key", "publication", "published_at", "withdrawal_reason", "note", "slug_fr", "slug_en", "weight"),
            *("folded", "sort_fr", "sort_en", "name_fr", "name_en", "period_wording", "start_earliest"),
        }

    def test_in_french_too(self, as_role):
        shown = self.select(as_role("editor"), address("tenure", "add"), FRENCH)
        assert '<option value="" selected>La fiche entière</option>' in shown
        assert '<option value="end">Fin</option>' in shown

    def test_keeps_a_text_of_one_language(self, as_role):
        client, area = as_role("editor"), AreaFactory()
        CitationFactory(area=area, field="name_fr")
        page = address("area", "change", area.pk)
        assert '<option value="name_fr" selected>' in self.select(client, page)
        press(client, area, note="Typed")
        assert area.citations.get().field == "name_fr"

    def test_refuses_a_name_that_there_is_not(self, as_role):
        client, area = as_role("editor"), AreaFactory()
        answer = press(client, area, **parts("citations", {"source": SourceFactory().pk, "field": "end"}))
        assert "La fiche n’a ni champ ni moment de ce nom." in answer.text
        assert not area.citations.exists()


def test_every_form_shows_every_field_that_its_parts_name(as_role):
    """The fields of a part are named by its class and by its form; one that neither shows can never be filled."""
    client, missing = as_role("editor"), set()
    for record_admin in site._registry.values():
        if not getattr(record_admin, "inlines", ()):
            continue
        page = client.get(address(record_admin.model._meta.model_name, "add"))
        for shown in page.context["inline_admin_formsets"]:
            inline, form = shown.opts, shown.formset.empty_form
            named = {*form.fields, *inline.form.declared_fields, *flatten(getattr(inline, "part_fields", ()))}
            named.update(flatten_fieldsets(inline.fieldsets or ()))
            for name in named - {"id", "DELETE", shown.formset.model._meta.pk.name}:
                texts = [name] if name in form.fields else [f"{name}_fr", f"{name}_en"]
                if not all(f'name="{form.add_prefix(text)}"' in page.text for text in texts):
                    missing.add(f"{type(inline).__name__}.{name}")
    assert not missing


class TestCitation:
    """A citation stands on one line; what few of them say is folded below it, unless it says something."""

    def folded(self, client, area):
        text = client.get(address("area", "change", area.pk), headers=ENGLISH).text
        row = text[text.index('id="citations-0"') : text.index('id="citations-empty"')]
        line, more = row.split('<details class="register-folded"')
        assert re.findall(r'name="citations-0-(\w+)"', line)[1:] == ["source", "locator", "grade", "field", "stance"]
        assert set(re.findall(r'name="citations-0-(value|remark_\w+)"', more)) == {"value", "remark_fr", "remark_en"}
        return not more.startswith(" open")

    def test_is_one_line(self, as_role):
        area = AreaFactory()
        citation = CitationFactory(area=area)
        assert self.folded(as_role("editor"), area)
        citation.value = "12"
        citation.save()
        assert not self.folded(as_role("editor"), area)

    def test_opens_what_is_wrong_below_it(self, as_role):
        area = AreaFactory()
        CitationFactory(area=area)
        text = press(as_role("editor"), area, **{"citations-0-value": "x" * 5000}).text
        assert '<details class="register-folded" open>' in text


class TestChosenField:
    def test_keeps_what_is_stored_or_sent_once_and_offers_nothing_twice(self):
        field = ChosenField(choices=[("", "All"), ("Fields", [("date", "Date")]), ("note", "Note")])
        field.keep("", "date", "note", "title_en", "title_en")
        assert field.choices == [
            *(("", "All"), ("Fields", [("date", "Date")]), ("note", "Note")),
            ("title_en", "title_en"),
        ]


@pytest.mark.django_db
def test_citation_keeps_the_field_that_was_sent_to_be_refused():
    class Form(CitationForm):
        field = ChosenField(choices=[("date", "Date")])

    shown = modelform_factory(Citation, form=Form, fields=["field"])({"field": "none-such"})
    assert ("none-such", "none-such") in shown.fields["field"].choices


class TestOfferedSource:
    """A tick takes the source that is offered, where the citation is new and names none itself."""

    Form = modelform_factory(Citation, form=CitationForm, fields=["source", "value"])

    @pytest.mark.parametrize(
        ("sent", "pk", "source"),
        [
            ({"c-offered": "5"}, None, "5"),
            ({"c-offered": "5", "c-source": "7"}, None, "7"),
            ({"c-offered": "5"}, 1, ""),
            ({"c-offered": "x"}, None, ""),
            ({}, None, ""),
        ],
    )
    def test_is_taken_by_a_tick(self, sent, pk, source):
        form = self.Form(sent, prefix="c", instance=Citation(pk=pk))
        assert form.data.get("c-source", "") == source

    def test_is_offered_to_a_new_one_alone(self):
        form = self.Form(prefix="c")
        assert not form.shows_offer
        form.offers = True
        assert form.shows_offer
        form.instance = Citation(pk=1)
        assert not form.shows_offer

    def test_what_few_citations_say_is_in_sight_where_one_says_it(self):
        assert [self.Form(instance=Citation(value=text)).says_more for text in ("", "2018")] == [False, True]

    @pytest.mark.django_db
    def test_what_few_citations_say_is_in_sight_where_it_is_wrong(self):
        form = self.Form({"c-source": "5"}, prefix="c")
        form.errors["value"] = form.error_class(["Wrong."])
        assert form.says_more
