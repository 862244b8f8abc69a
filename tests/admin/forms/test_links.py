"""Records that a sentence is about, with the way to their forms."""

import pytest
from django.utils.translation import override

from partnerships.admin.forms.links import date_in_words, form_of, linked_record, with_dated_records, with_records
from partnerships.models import Area, Visit


@pytest.fixture(autouse=True)
def _english(_fresh_state):
    with override("en"):
        yield


def test_form_is_that_of_the_kind_and_number():
    assert form_of(Visit(pk=7)).endswith("/partnerships/visit/7/change/")


def test_name_is_a_link_with_the_kind_after_it():
    area = Area(pk=7, key="a", name_en="Safety & security")
    assert linked_record(area) == f'<a href="{form_of(area)}">Safety &amp; security</a> (Area)'


class TestListed:
    def test_records_stand_under_the_sentence(self):
        first, second = Area(pk=1, key="a"), Area(pk=2, key="b")
        expected = f"1 &lt; 2<ul><li>{linked_record(first)}</li><li>{linked_record(second)}</li></ul>"
        assert with_records("1 < 2", [first, second]) == expected

    def test_sentence_about_none_stands_alone(self):
        assert with_records("1 < 2", []) == "1 < 2"

    def test_records_say_when_they_were_where_that_is_asked_for(self):
        visit, area = Visit(pk=1, key="a", period="2017-10"), Area(pk=2, key="b")
        expected = f"When?<ul><li>{linked_record(visit)}, October 2017</li><li>{linked_record(area)}</li></ul>"
        assert with_dated_records("When?", [visit, area]) == expected


def test_date_stands_by_itself_with_a_capital():
    assert date_in_words(Visit(period="2018-07-01/..")) == "Since 1 July 2018"
    assert date_in_words(Visit()) == date_in_words(Area()) == "–"
