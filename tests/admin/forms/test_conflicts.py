"""Two people at one record: what is stored stands beside what was typed."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django import forms
from django.http import QueryDict
from django.utils.translation import override

from partnerships.admin.forms.conflicts import LONGEST, short_value, take_stored, told_meanwhile, value_in_words
from partnerships.admin.forms.dates import DateInWords
from partnerships.models import State, Visit
from tests.factories import StateFactory, VisitFactory

from ..browsing import address, as_it_stands, submitted, visit_form


def save(client, state, **fields):
    page = client.get(address("state", "change", state.pk))
    return client.post(address("state", "change", state.pk), submitted(page) | fields)


class TestTakingWhatIsStored:
    """Where nobody typed anything else, a form that is sent says what the register says, in each sort of field."""

    class Fields(forms.Form):
        text = forms.CharField(required=False)
        number = forms.IntegerField(required=False)
        ticked = forms.BooleanField(required=False)
        several = forms.MultipleChoiceField(choices=[("a", "A"), ("b", "B")], required=False)

    @pytest.mark.parametrize(
        ("name", "typed", "stored", "sent"),
        [
            ("text", "typed", "stored", ["stored"]),
            ("text", "typed", None, [""]),
            ("number", "1", 2, ["2"]),
            ("ticked", "on", False, []),
            ("ticked", "", True, ["on"]),
            ("several", "a", ["a", "b"], ["a", "b"]),
        ],
    )
    def test_each_sort_of_field(self, name, typed, stored, sent):
        form = self.Fields(QueryDict(f"{name}={typed}" if typed else ""), initial={name: stored})
        take_stored(form, [name])
        assert form.data.getlist(name) == sent
        assert form.changed_data == []


@pytest.mark.django_db
class TestValuesInWords:
    def test_are_names_of_records_and_choices_dates_in_words_and_texts(self):
        one, other = StateFactory(name_en="Chad"), StateFactory(name_en="Japan")
        states = forms.ModelMultipleChoiceField(State.objects.order_by("name_en"))
        choice = forms.ChoiceField(choices=[("a", "An A")])
        several = [
            ([one, other], states),
            ((one.pk, str(other.pk), "x"), states),
            (one.pk, forms.ModelChoiceField(State.objects.all())),
            ([], states),
            ("a", choice),
            ("z", choice),
            ("2018-05", DateInWords()),
            ("no date", DateInWords()),
            (None, choice),
            (7, forms.IntegerField()),
        ]
        with override("en"):
            found = [value_in_words(value, field) for value, field in several]
        both = "Chad, Japan"
        assert found == [both, both, "Chad", "", "An A", "z", "May 2018", "no date", "", "7"]

    def test_are_cut_where_they_are_very_long_and_said_to_be_none(self):
        with override("en"):
            assert short_value("", forms.CharField()) == "empty"
            assert len(short_value("a" * (LONGEST + 1), forms.CharField())) == LONGEST


@pytest.mark.django_db
class TestTwoPeople:
    def test_second_one_sees_both_texts_and_nothing_is_lost(self, as_role):
        client, state = as_role("editor"), StateFactory()
        seen = as_it_stands(client, address("state", "change", state.pk))
        save(client, state, name_en="Stored first")
        answer = client.post(address("state", "change", state.pk), seen | {"name_en": "Typed second"})
        assert answer.status_code == 200
        assert "Stored first" in answer.text
        assert "Typed second" in answer.text
        assert State.objects.get().name_en == "Stored first"
        assert client.post(address("state", "change", state.pk), submitted(answer)).status_code == 302
        assert State.objects.get().name_en == "Typed second"

    @pytest.mark.once
    def test_second_one_sees_the_stored_text_of_parts(self, as_role):
        client = as_role("editor")
        client.post(address("visit", "add"), visit_form())
        page = address("visit", "change", Visit.objects.get().pk)
        seen = as_it_stands(client, page)
        client.post(page, seen | {"meetings-0-title_en": "Stored first"})
        answer = client.post(page, seen | {"meetings-0-title_en": "Typed second"})
        assert "Stored first" in answer.text
        assert "Typed second" in answer.text

    @pytest.mark.once
    @pytest.mark.parametrize(
        ("language", "said"),
        [("fr", "Actuellement dans le registre\xa0: 3-5 mars 2016"), ("en", "In the register now: 3–5 March 2016")],
    )
    def test_second_one_reads_dates_in_words_beside_the_field(self, as_role, language, said):
        client, visit = as_role("editor"), VisitFactory()
        page = address("visit", "change", visit.pk)
        seen = as_it_stands(client, page)
        client.post(page, as_it_stands(client, page) | {"period": "2016-03-03/2016-03-05"})
        answer = client.post(page, seen | {"period": "2017"}, headers={"accept-language": language})
        form = answer.context["adminform"].form
        assert list(form.errors) == ["__all__"]
        assert f'<p class="register-stored">{said}</p>' in str(form["period"])
        assert "register-stored" not in str(form["summary_en"])


class TestTold:
    @pytest.mark.parametrize(
        ("language", "line"),
        [
            ("fr", "Jeanne &lt;b&gt;, le 24 mai 2018 à 14 h 05\u00a0: Titre, Note"),
            ("en", "Jeanne &lt;b&gt;, 24 May 2018, 14:05: Titre, Note"),
        ],
    )
    def test_says_who_changed_what_and_when(self, language, line):
        change = SimpleNamespace(by_name="Jeanne <b>", at=datetime(2018, 5, 24, 12, 5, tzinfo=UTC))
        with override(language):
            told = told_meanwhile(SimpleNamespace(told=lambda: [(change, ["Titre", "Note"])]), "Changed:")
        assert told == f"Changed:<ul><li>{line}</li></ul>"
