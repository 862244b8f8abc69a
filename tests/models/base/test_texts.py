"""Texts are kept in one form, whoever writes them."""

import pytest
from django.core.exceptions import ValidationError

from partnerships import models
from partnerships.models.base import tidy, translated_names
from tests.factories import DecisionFactory, StateFactory


@pytest.mark.once
def test_texts_in_each_language_are_known_by_their_names():
    assert list(translated_names(models.Area)) == ["withdrawal_reason", "name", "summary"]
    assert not translated_names(models.Change)


class TestTidy:
    @pytest.mark.parametrize("text", ["one\r\ntwo", "one\rtwo", "one\ntwo"])
    def test_lines_end_alike(self, text):
        assert tidy(text) == "one\ntwo"

    def test_letters_and_accents_are_composed(self):
        assert tidy("Su\u0302rete\u0301") == "Sûreté"

    def test_variants_of_characters_in_names_stay(self):
        assert tidy("\ufa19\u7530 e\u0301") == "\ufa19\u7530 é"

    @pytest.mark.parametrize("blank", [" ", "\t", "\n", "\u00a0", "\u3000", "\u200b", "\ufeff"])
    def test_blanks_around_go(self, blank):
        assert tidy(f"{blank}Japan{blank}") == "Japan"

    def test_blanks_within_stay(self):
        assert tidy("山本\u3000一郎") == "山本\u3000一郎"

    @pytest.mark.parametrize("text", ["one\ftwo", "one \f two", "one\n\f\ntwo"])
    def test_page_break_ends_a_paragraph(self, text):
        assert tidy(text) == "one\n\ntwo"

    @pytest.mark.parametrize("text", ["\x1cone", "one\x07two", "one\x1f"])
    def test_other_controls_stay_to_be_refused(self, text):
        assert tidy(text) == text

    def test_tidy_text_is_not_changed_again(self):
        once = tidy(" e\u0301\f\r\n x ")
        assert tidy(once) == once


@pytest.mark.django_db
class TestWhatIsStored:
    def test_text_is_tidied_before_it_is_saved(self):
        decision = DecisionFactory(title_en=" A\fdecision ", text_en="First\r\nSecond\fThird")
        decision.refresh_from_db()
        assert (decision.title_en, decision.text_en) == ("A decision", "First\nSecond\n\nThird")

    @pytest.mark.parametrize("written", ["Cyber\r\ndefence", "Cyber \n defence", "Cyber\rdefence"])
    def test_what_stands_in_one_line_has_no_end_of_one(self, written):
        assert StateFactory(name_en=written).name_en == "Cyber defence"

    def test_names_differ_no_more_by_how_their_accents_are_written(self):
        composed, decomposed = StateFactory(name_fr="Sénégal"), StateFactory(name_fr="Se\u0301ne\u0301gal ")
        assert composed.name_fr == decomposed.name_fr

    def test_text_of_blanks_is_none(self):
        assert StateFactory(name_fr=" \u3000").name_fr is None

    def test_key_is_left_as_it_stands(self):
        state = models.State(key=" jp", slug_en=" japan", name_en=" Japan")
        state.derive()
        assert (state.key, state.slug_en, state.name_en) == (" jp", " japan", "Japan")

    def test_page_break_is_no_reason_to_refuse_a_text(self):
        DecisionFactory.build(text_en="one\ftwo").clean()

    @pytest.mark.parametrize("text", ["one\x0btwo", "\x1cone", "one\x7f"])
    def test_other_control_is_refused(self, text):
        with pytest.raises(ValidationError, match="text_en"):
            DecisionFactory.build(text_en=text).clean()
