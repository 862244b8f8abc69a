"""The reasons of an answer in words."""

from datetime import date

import pytest
from django.utils.translation import override

from partnerships.offices import Code, Reason, reason_sentence
from partnerships.offices.reasons_in_words import SENTENCES
from partnerships.offices.tenure_facts import Bounds

DAY = Bounds(date(2018, 7, 1), date(2018, 7, 1), "2018-07-01")
YEAR = Bounds(date(2018, 1, 1), date(2018, 12, 31), "2018")


class TestSentence:
    @pytest.mark.parametrize("code", list(Code))
    def test_every_code_has_one_in_each_language(self, code):
        said = {}
        for language in ("fr", "en"):
            with override(language):
                said[language] = reason_sentence(Reason(code, when=DAY))
        assert code in SENTENCES
        assert said["fr"] != said["en"]

    def test_day_stands_in_it(self):
        with override("en"):
            assert reason_sentence(Reason(Code.NOT_YET, when=DAY)) == "The office did not exist before 1 July 2018."
        with override("fr"):
            assert (
                reason_sentence(Reason(Code.NOT_YET, when=DAY))
                == "La fonction n’existait pas avant le 1er juillet 2018."
            )

    def test_year_has_no_article_in_french(self):
        with override("fr"):
            assert reason_sentence(Reason(Code.NO_LONGER, when=YEAR)) == "La fonction n’existait plus après 2018."

    @pytest.mark.parametrize(
        ("code", "notation", "said"),
        [
            (Code.NOT_YET, "[2018-07-01..2018-07-31]", "The office did not exist before 1 July 2018."),
            (Code.NOT_YET, "[..2018-07-31]", "The office did not exist before 31 July 2018."),
            (Code.NO_LONGER, "[2018-07-01..2018-07-31]", "The office no longer existed after 31 July 2018."),
            (Code.NO_LONGER, "[2018-07-01..]", "The office no longer existed after 1 July 2018."),
            (Code.NOT_YET, "2018~", "The office did not exist before 2018."),
        ],
    )
    def test_of_a_span_the_first_day_begins_and_the_last_one_ends(self, code, notation, said):
        with override("en"):
            when = Bounds(date(2018, 7, 1), date(2018, 7, 31), notation)
            assert reason_sentence(Reason(code, when=when)) == said
