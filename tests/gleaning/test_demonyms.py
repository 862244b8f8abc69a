import pytest

from partnerships.gleaning.demonyms import adjectives, is_adjective, shared_adjectives
from partnerships.gleaning.text import sentences

CODES = ("jp", "kr", "nz", "be", "at", "iq", "sa", "ch", "tr", "ua")


def found(text):
    return [
        (key, text[start:end]) for key, start, end in adjectives(sentences(text)[0], {code: code for code in CODES})
    ]


class TestAdjectives:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("the Japanese Minister of Defence", ("jp", "Japanese")),
            ("la ministre japonaise des Affaires étrangères", ("jp", "japonaise")),
            ("les ministres japonais", ("jp", "japonais")),
            ("New Zealand Prime Minister Anna Berg", ("nz", "New Zealand")),
            ("le premier ministre sud-coréen", ("kr", "sud-coréen")),
            ("le chancelier fédéral autrichien", ("at", "autrichien")),
            ("le premier ministre irakien", ("iq", "irakien")),
            ("le premier ministre iraquien", ("iq", "iraquien")),
            ("the Saudi Deputy Defence Minister", ("sa", "Saudi")),
            ("la ministre turque de la Défense", ("tr", "turque")),
            ("la présidente ukrainienne", ("ua", "ukrainienne")),
            ("auprès du Roi des Belges", ("be", "Belges")),
            ("to the King of the Belgians", ("be", "Belgians")),
            ("a Japanese delegation", ("jp", "Japanese")),
            ("une délégation japonaise", ("jp", "japonaise")),
            ("his Swiss counterpart", ("ch", "Swiss")),
            ("son homologue belge", ("be", "belge")),
        ],
    )
    def test_name_the_state_whose_title_it_is(self, text, expected):
        assert found(text) == [expected]

    @pytest.mark.parametrize(
        "text",
        [
            "the Japanese armed forces",
            "l’armée japonaise, General Berg",
            "le gouvernement japonais",
            "la ministre coréenne",
            "the Korean Minister of Defence",
            "le roi des montagnes",
            "the Swiss",
        ],
    )
    def test_name_none_elsewhere_nor_where_two_states_share_them(self, text):
        assert found(text) == []

    def test_name_no_state_that_the_register_does_not_know(self):
        assert list(adjectives(sentences("the Japanese Minister of Defence")[0], {})) == []

    def test_are_words_of_which_one_can_ask(self):
        assert [is_adjective(each) for each in ("japonaise", "Dutch", "Japon", "")] == [True, True, False, False]


class TestShared:
    """Adjectives that several States have."""

    BOTH = {"kr": "kr", "kp": "kp"}

    def found(self, text, *named):
        return [each[0] for each in adjectives(sentences(text)[0], self.BOTH, shared_adjectives(named))]

    @pytest.mark.parametrize("text", ["the Korean delegation", "une délégation coréenne", "son homologue coréen"])
    def test_mean_the_one_that_the_text_names(self, text):
        assert self.found(text, "kr", "jp") == ["kr"]

    def test_mean_none_where_it_names_several_or_none(self):
        assert self.found("the Korean delegation") == self.found("the Korean delegation", "kr", "kp") == []

    def test_are_adjectives(self):
        assert is_adjective("coréenne")
