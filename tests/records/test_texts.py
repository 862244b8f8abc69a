"""The texts by which a record is found."""

import pytest

from partnerships.models import Name, Person, Source, Visit
from partnerships.records import texts
from partnerships.records.kinds import KINDS
from tests.factories import AreaFactory, PersonFactory, StopFactory, VisitFactory

pytestmark = pytest.mark.django_db


class TestColumns:
    @pytest.mark.parametrize("kind", KINDS)
    def test_nothing_for_staff_is_among_them(self, kind):
        told = {column.field for column in texts.columns(KINDS[kind].model)}
        assert told.isdisjoint({"note", "withdrawal_reason", "publication", "birth", "death", "slug_fr", "slug_en"})

    def test_say_their_language_and_what_names(self):
        found = {(column.name, column.language, column.names) for column in texts.columns(Source)}
        assert {("title_fr", "fr", True), ("original_title", "", True), ("summary_en", "en", False)} <= found
        assert "title" not in {column.name for column in texts.columns(Source)}


class TestParts:
    def test_are_those_that_belong_to_the_record(self):
        assert {part for _, part in texts.parts(Person)} == {Name, texts.Alias}
        assert {part for _, part in texts.parts(Visit)} == {texts.Stop, texts.Participation}


class TestOf:
    def test_parts_speak_for_their_record(self):
        visit = VisitFactory(title_en="A tour")
        StopFactory(visit=visit, summary_en="At the port")
        assert {"A tour", "At the port"} <= {text.text for text in texts.texts_of(visit)}

    def test_visit_says_that_something_was_agreed_where_an_area_is_public(self):
        visit = VisitFactory()
        visit.areas.add(AreaFactory())
        assert "areas agreed" not in {text.text for text in texts.texts_of(visit)}
        visit.areas.add(AreaFactory(publication="published"))
        assert {"areas agreed", "domaines convenus"} <= {text.text for text in texts.texts_of(visit)}

    def test_language_of_a_name_is_told(self):
        person = PersonFactory(name="Jean", name_language="fr")
        assert ("Jean", "fr") in {(text.text, text.language) for text in texts.texts_of(person)}
