import pickle

import pytest
from django.utils import translation

from partnerships.dates import DateError, errors, parse_moment
from partnerships.dates.errors import LONGEST_QUOTE, quoted


@pytest.fixture
def french_catalogue(monkeypatch):
    """A catalogue of one sentence, so that this test needs no compiled file."""
    sentences = {"fr": {"This is too long for a date.": "C’est trop long pour une date."}}

    def gettext(msgid):
        return sentences.get(translation.get_language() or "", {}).get(msgid, msgid)

    monkeypatch.setattr(errors, "gettext", gettext)


class TestDateError:
    def test_is_a_value_error(self):
        assert issubclass(DateError, ValueError)

    def test_speaks_the_language_active_when_it_is_shown(self, french_catalogue):
        with translation.override("en"), pytest.raises(DateError) as caught:
            parse_moment("9" * 101)
        sentence = caught.value.sentence
        with translation.override("fr"):
            assert str(caught.value) == str(sentence) == "C’est trop long pour une date."
        with translation.override("en"):
            assert str(caught.value) == str(sentence) == "This is too long for a date."

    def test_survives_being_sent_to_another_process(self):
        with pytest.raises(DateError) as caught:
            parse_moment("2018-13")
        with translation.override("en"):
            assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("24 mai", "24 mai"),
        (" 24\0mai\n2018 ", "24 mai 2018"),
        ("x" * LONGEST_QUOTE, "x" * LONGEST_QUOTE),
        ("x" * (LONGEST_QUOTE + 1), "x" * (LONGEST_QUOTE - 1) + "…"),
    ],
)
def test_what_was_typed_is_quoted_on_one_line_and_shortened_where_it_is_long(text, shown):
    assert quoted(text) == shown
