"""Questions that are worded once say what the ORM says."""

from datetime import date

import pytest
from django.db import connection

from partnerships.models import Stop, Visit
from partnerships.records import compiled_questions
from tests.factories import AreaFactory, StopFactory, VisitFactory

pytestmark = pytest.mark.django_db


def test_question_is_put_for_as_many_as_are_named():
    one, other = StopFactory(position=3), StopFactory(position=4)
    asked = Stop.objects.filter(visit__in=[compiled_questions.ANY]).order_by("position").values_list("key", "position")
    question = compiled_questions.CompiledQuestion(asked)
    assert question.put([one.visit_id]) == [(one.key, 3)]
    assert question.put([other.visit_id, one.visit_id]) == [(one.key, 3), (other.key, 4)]


def test_answers_stand_in_the_order_of_the_question_and_are_understood_later():
    VisitFactory(key="a", period="2018-05/2018-06-01")
    question = compiled_questions.CompiledQuestion(Visit.objects.values_list("end_latest", "key", "start_earliest"))
    # SQLite keeps days as text, of which nothing is made for those who only compare.
    last, first = (
        ("2018-06-01", "2018-05-01") if connection.vendor == "sqlite" else (date(2018, 6, 1), date(2018, 5, 1))
    )
    assert question.answered([]) == [(last, "a", first)]
    assert question.understood(question.answered([])) == [(date(2018, 6, 1), "a", date(2018, 5, 1))]
    assert compiled_questions.CompiledQuestion(Visit.objects.values_list("key")).put([]) == [("a",)]


def test_rows_are_those_of_the_table_with_every_language():
    visit = VisitFactory(title_fr="Une visite", title_en="A visit")
    VisitFactory()
    [found] = compiled_questions.rows_with(Visit, "id", [visit.pk])
    assert (found, found.title_fr, found.title_en) == (visit, "Une visite", "A visit")
    assert list(compiled_questions.rows_with(Visit, "id", [])) == []


def test_pairs_are_those_of_a_link_between_many(monkeypatch):
    monkeypatch.setattr(compiled_questions, "CHUNK", 1)
    visits, area = VisitFactory.create_batch(2), AreaFactory()
    for visit in visits:
        visit.areas.add(area)
    found = compiled_questions.pairs_in(Visit.areas.through, "visit", "area", [visit.pk for visit in visits])
    assert sorted(found) == [(visit.pk, area.pk) for visit in visits]
