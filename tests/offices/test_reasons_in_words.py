"""The reasons of an answer in words."""

from datetime import date

import pytest
from django.utils.translation import override

from partnerships.offices import Code, Reason, reason_sentence
from partnerships.offices.facts import Bounds
from partnerships.offices.reasons_in_words import SENTENCES

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
