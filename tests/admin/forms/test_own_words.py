"""Words typed for a date are the words shown, unless somebody words it otherwise."""

import pytest
from django.core.exceptions import ValidationError

from partnerships.models import Decision, Tenure
from tests.factories import DecisionFactory, TenureFactory

from ..browsing import address, as_it_stands

pytestmark = pytest.mark.django_db


@pytest.fixture
def save(as_role):
    """Open the form of a record and send it back with what is typed; return the record as it is stored."""
    client = as_role("administrator")

    def save(record, **typed):
        page = address(record._meta.model_name, "change", record.pk)
        answer = client.post(page, as_it_stands(client, page) | typed)
        assert answer.status_code == 302, answer.context["adminform"].form.errors
        return type(record)._default_manager.get(pk=record.pk)

    return save


def wordings(record, name):
    return getattr(record, f"{name}_wording_fr") or "", getattr(record, f"{name}_wording_en") or ""


class TestKeptWords:
    @pytest.mark.parametrize(
        ("typed", "notation", "kept"),
        [
            (
                "on or about 8 September 2014",
                "2014-09-08~",
                ("le 8 septembre 2014 ou vers cette date", "on or about 8 September 2014"),
            ),
            (
                "peu après le 18 juillet 2018",
                "[2018-07-18..2019-07-18]",
                ("peu après le 18 juillet 2018", "soon after 18 July 2018"),
            ),
            ("24 May 2018", "2018-05-24", ("", "")),
            ("about May 2018", "2018-05~", ("", "")),
        ],
    )
    def test_stand_in_both_languages_where_the_notation_cannot_say_them(self, save, typed, notation, kept):
        decision = save(DecisionFactory(date="2017"), date=typed)
        assert (decision.date, wordings(decision, "date")) == (notation, kept)

    def test_of_a_period_are_kept_too(self, save):
        tenure = save(TenureFactory(period="2010/.."), period="start: soon after 18 July 2018; still going on")
        assert isinstance(tenure, Tenure)
        assert "soon after 18 July 2018" in wordings(tenure, "period")[1]

    def test_what_somebody_words_stays(self, save):
        decision = save(
            DecisionFactory(date="2017"),
            date="on or about 8 September 2014",
            date_wording_en="in the week of the summit",
        )
        assert wordings(decision, "date") == ("le 8 septembre 2014 ou vers cette date", "in the week of the summit")

    def test_wording_of_a_source_is_not_taken_away(self, save):
        decision = DecisionFactory(date="2017", date_wording_en="in the year of the visit")
        assert wordings(save(decision, date="24 May 2018"), "date")[1] == "in the year of the visit"

    def test_words_of_an_older_date_leave_with_it(self, save):
        decision = save(DecisionFactory(date="2017"), date="on or about 8 September 2014")
        assert wordings(save(decision, date="24 May 2018"), "date") == ("", "")

    def test_a_form_that_is_saved_untouched_changes_nothing(self, save):
        decision = DecisionFactory(date="[2018-07-18..2019-07-18]", date_wording_en="soon after 18 July 2018")
        before = Decision.objects.filter(pk=decision.pk).values().get()
        save(decision)
        assert Decision.objects.filter(pk=decision.pk).values().get() == before


class TestErrors:
    def test_of_a_column_that_the_form_does_not_show_stand_above_it(self, as_role):
        page = as_role("administrator").get(address("decision", "add"))
        form = page.context["adminform"].form
        form.full_clean()
        form.cleaned_data = {}
        form.add_error(None, _error("sort_en", "It is wrong."))
        assert any("It is wrong." in text for text in form.non_field_errors())

    def test_of_a_field_stand_beside_it(self, as_role):
        page = as_role("administrator").get(address("decision", "add"))
        form = page.context["adminform"].form
        form.full_clean()
        form.cleaned_data = {}
        form.add_error(None, _error("date", "It is wrong."))
        assert form.errors["date"] == ["It is wrong."]


def _error(field, sentence):
    return ValidationError({field: sentence})
