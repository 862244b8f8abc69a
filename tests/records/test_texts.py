"""The texts by which a record is found."""

import pytest

from partnerships.models import Alias, Name, Participation, Person, Source, State, Stop, Visit
from partnerships.records import texts
from partnerships.records.kinds import KINDS
from tests.factories import (
    PUBLISHED,
    AreaFactory,
    DecisionFactory,
    PageFactory,
    PartnerFactory,
    PersonFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)

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

    def test_are_no_addresses_codes_of_languages_telephones_or_keys_of_parts(self):
        for model, unread in ((Person, {"name_language", "slug_fr"}), (Source, {"url"}), (Name, {"key", "language"})):
            found = {column.name for column in texts.columns(model)}
            assert unread <= {each.name for each in model._meta.concrete_fields}
            assert unread.isdisjoint(found)
        assert "key" in {column.name for column in texts.columns(Person)}
        assert texts.web_addresses(Source) == ("url", "archive_url")

    def test_of_a_sort_have_its_words_and_names_have_none(self):
        (status,) = [column for column in texts.columns(Visit) if column.name == "status"]
        assert status.words == {
            "planned": {"fr": "prévue", "en": "planned"},
            "cancelled": {"fr": "annulée", "en": "cancelled"},
        }
        assert "kind" not in {column.name for column in texts.columns(Name)}

    def test_names_of_parts_name_their_record_and_other_texts_do_not(self):
        named = {model: {column.name for column in texts.columns(model) if column.names} for model in (Alias, Stop)}
        assert "text" in named[Alias]
        assert named[Stop] == set()


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

    def test_language_that_is_not_ours_is_none(self):
        person = PersonFactory(name="安倍", name_language="ja")
        Name.objects.create(person=person, key="fr", text="Abé", language="fr")
        Name.objects.create(person=person, key="ko", text="아베", language="ko")
        found = {text.text: text.language for text in texts.texts_of(person)}
        assert (found["安倍"], found["Abé"], found["아베"], found[person.key]) == ("", "fr", "", "")

    def test_key_and_codes_are_told_from_names(self):
        person = PersonFactory(key="jeanne", name="Jeanne D.", wikidata="Q7226", summary_en="A soldier.")
        found = {text.text: (text.names, text.is_key, text.is_code) for text in texts.texts_of(person)}
        assert found["Jeanne D."] == (True, False, False)
        assert found["Q7226"] == (True, False, True)
        assert found["jeanne"][1:] == (True, False)
        assert found["A soldier."] == (False, False, False)

    def test_kind_sort_and_time_are_told_from_what_it_says_itself(self):
        visit = VisitFactory(title_en="A tour", status="planned", period_wording_en="in spring")
        found = {text.text: (text.of_kind, text.of_sort, text.of_time) for text in texts.texts_of(visit)}
        assert found["visit"] == (True, False, False)
        assert found["planned"] == found["prévue"] == (False, True, False)
        assert found["in spring"] == (False, False, True)
        assert found["A tour"] == (False, False, False)

    def test_marks_of_a_text_are_no_part_of_it(self):
        page = PageFactory(text_en="## How to read\n\nSee [the method](/id/page/method).")
        (found,) = [text.text for text in texts.texts_of(page) if "How to read" in text.text]
        assert "the method" in found
        assert not {"#", "["} & set(found)

    def test_record_named_after_one_is_called_as_that_is(self):
        state = StateFactory(name_en="Japan", iso2="JP", **PUBLISHED)
        Name.objects.create(state=state, key="old", text="Nippon")
        partner = PartnerFactory(state=state, organization__name_en="Alliance", **PUBLISHED)
        found = {text.text: (text.names, text.of_another) for text in texts.texts_of(partner)}
        assert found["Japan"] == found["Nippon"] == found["JP"] == (True, True)
        assert [text.text for text in texts.texts_of(partner) if text.is_code] == ["JP"]
        assert "Alliance" not in found

    def test_record_named_after_two_is_called_as_neither(self):
        tenure = TenureFactory(person__name="Jeanne", office__name_en="Chair", **PUBLISHED)
        found = {text.text: (text.names, text.of_another) for text in texts.texts_of(tenure)}
        assert found["Jeanne"] == found["Chair"] == (False, True)

    @past_the_fence()
    def test_hidden_record_lends_no_name(self):
        partner = PartnerFactory(state=StateFactory(name_en="Hidden", name_fr="Cachée"), **PUBLISHED)
        assert {"Hidden", "Cachée"}.isdisjoint({text.text for text in texts.texts_of(partner)})

    def test_decision_has_no_words_of_what_it_is_about(self):
        decision = DecisionFactory(title_en="An act")
        decision.areas.add(AreaFactory(name_en="Space", **PUBLISHED))
        assert {"Space", "areas agreed"}.isdisjoint({text.text for text in texts.texts_of(decision)})


def test_paths_lead_to_all_by_which_a_record_is_found():
    assert {"state.name_fr", "state.publication", "state.names.text", "key", "publication"} <= {*texts.paths("partner")}
    assert "state.summary_fr" not in texts.paths("partner")
    assert ("areas.publication" in texts.paths("visit"), "areas.publication" in texts.paths("decision")) == (
        True,
        False,
    )
    assert {"participations.styled_en", "stops.summary_en"} <= {*texts.paths("visit")}
    assert ("names", Name) in texts.parts(State)
    assert Participation not in [part for _name, part in texts.parts(State)]
