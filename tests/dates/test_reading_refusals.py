from contextlib import suppress
from itertools import product

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from partnerships.dates import DateError, parse, read, read_moment, read_period
from tests.growth import growth

from .strategies import many
from .typed import REFUSED

VOCABULARY = (
    "entre et between and avant before not after début fin mi - – / .. , ; : ? ~ % ( [ ] 2018 1990 1er 24 mai May 05 "
    "1990s années hiver 2017-2018 depuis since jusqu'en until from de du à au to present unknown vers about environ "
    "possibly (uncertain) or earlier the le l' d' end not known start: still going on jeudi 199X 24/05/2018 d'ici "
    "month of year soon c. mid- pre- premier date"
)
WORDS = VOCABULARY.split()
# Words that say nothing and may be skipped: where a pattern can skip them in two ways, time explodes.
SKIPPED = ["the", "year", "month of", "mois de", "au cours de", "a", "la", "en", "in", "about", "c.", "mid"]


class TestRefusals:
    @pytest.mark.parametrize(("text", "said"), REFUSED, ids=[repr(text[:30]) for text, _ in REFUSED])
    def test_sentence_names_what_is_wrong(self, text, said):
        with pytest.raises(DateError, match=said):
            read(text)

    @pytest.mark.parametrize(
        ("typed", "language", "meant"),
        [
            ("24 Jui 2018", "en", "June / July"),
            ("24 Jui 2018", "fr", "juin / juillet"),
            ("24 Jui 2018", None, "June / July"),
            ("24 Ma 2018", "en", "March / May"),
            ("24 mal 2018", "en", "is May"),
            ("24 Septernber 2018", "en", "is September"),
            ("24 Febuary 2018", "en", "is February"),
        ],
    )
    def test_month_that_was_misspelt_is_guessed_at_in_the_language_of_the_reader(self, typed, language, meant):
        with override(language), pytest.raises(DateError) as refused:
            read(typed)
        with override("fr" if language == "fr" else "en"):
            assert meant in str(refused.value)

    def test_error_quotes_what_was_typed_on_one_line(self):
        with pytest.raises(DateError, match="“Années 90”"):
            read("Années\u00a090")

    @pytest.mark.parametrize(
        ("typed", "piece"),
        [
            ("début des années 90", "“années 90”"),
            ("De MAI à 2018", "“MAI”"),
            ("between 24\u00a0May and 2018", "“24 May”"),
            ("de fe\u0301vrier à 2018", "“février”"),
            ("since The 90s", "“The 90s”"),
        ],
    )
    def test_error_quotes_a_piece_as_it_was_typed(self, typed, piece):
        with pytest.raises(DateError, match=piece):
            read(typed)


class TestRobustness:
    @many
    @given(st.one_of(
        st.text(max_size=40),
        st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
        st.lists(st.sampled_from(WORDS), max_size=12).map("".join),
    ))  # fmt: skip
    def test_no_text_raises_anything_but_date_error(self, text):
        for function in (read, read_moment, read_period):
            with suppress(DateError):
                value = function(text)
                assert read(value.edtf).edtf == parse(value.edtf).edtf == value.edtf

    def test_twice_as_long_a_text_takes_no_more_than_a_few_times_as_long(self):
        def refuse(length):
            for first, second in (*product(SKIPPED, SKIPPED), *product(WORDS[::4], WORDS[::5])):
                with pytest.raises(DateError):
                    read((f"{first} {second} " * 100)[:length] + "!")

        assert growth(refuse, 99, 199) < 8
