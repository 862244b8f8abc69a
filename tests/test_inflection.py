import pytest

from partnerships import inflection


class TestArticle:
    @pytest.mark.parametrize(
        ("name", "french"),
        [
            ("Ambassade du Japon en Belgique", "l’"),
            ("Mission du Japon auprès de l’OTAN", "la "),
            ("Consulat général à Anvers", "le "),
            ("SHAPE", ""),
        ],
    )
    def test_goes_with_the_post_in_french(self, name, french):
        assert inflection.article(name, "fr") == french

    def test_is_the_same_for_all_in_english(self):
        assert inflection.article("Embassy of Japan in Belgium", "en") == "the "


class TestSmall:
    def test_leaves_abbreviations_alone(self):
        assert [inflection.small(text) for text in ("Mission", "OTAN", "", "É")] == ["mission", "OTAN", "", "É"]

    def test_leaves_the_prime_minister_the_capital_of_french(self):
        assert inflection.small("Premier ministre du Japon") == "Premier ministre du Japon"


class TestOf:
    def test_elides_before_a_vowel_in_french_alone(self):
        assert inflection.office_preposition("ambassadeur", "fr") == "d’"
        assert inflection.office_preposition("envoyé", "fr") == "d’"
        assert inflection.office_preposition("ministre", "fr") == "de "
        assert inflection.office_preposition("ambassador", "en") == ""


class TestStateArticle:
    @pytest.mark.parametrize(
        ("name", "phrase"),
        [
            ("Japon", "le Japon"),
            ("Belgique", "la Belgique"),
            ("Algérie", "l’Algérie"),
            ("Hongrie", "la Hongrie"),
            ("Yémen", "le Yémen"),
            ("Israël", "Israël"),
            ("Saint-Siège", "le Saint-Siège"),
            ("Saint-Marin", "Saint-Marin"),
            ("Émirats arabes unis", "les Émirats arabes unis"),
            ("Pays-Bas", "les Pays-Bas"),
            ("Royaume-Uni", "le Royaume-Uni"),
            ("Mexique", "le Mexique"),
            ("République de Corée", "la République de Corée"),
            ("Guinée-Bissau", "la Guinée-Bissau"),
            ("Sierra Leone", "la Sierra Leone"),
            ("Fédération de Russie", "la Fédération de Russie"),
            ("Confédération suisse", "la Confédération suisse"),
            ("Principauté d’Andorre", "la Principauté d’Andorre"),
            ("Andorre", "l’Andorre"),
            ("Trinité-et-Tobago", "la Trinité-et-Tobago"),
            ("Tonga", "les Tonga"),
            ("Zaïre", "le Zaïre"),
            ("Chine, région administrative spéciale de Macao", "la Chine, région administrative spéciale de Macao"),
        ],
    )
    def test_goes_with_the_state_in_french(self, name, phrase):
        assert inflection.state_article(name, "fr") + name == phrase

    def test_stands_before_few_in_english(self):
        names = ("Japan", "Republic of Korea", "United States", "Netherlands", "Dominica", "Dominican Republic")
        assert ["the" in inflection.state_article(name, "en") for name in names] == [
            False,
            *(True, True, True),
            *(False, True),
        ]
        names = ("Russian Federation", "French Republic", "Cook Islands", "Iran (Islamic Republic of)", "Niger")
        assert [inflection.state_article(name, "en") for name in names] == ["the ", "the ", "the ", "", ""]


class TestInState:
    def test_says_where_one_goes(self):
        names = ("Japon", "Belgique", "Iran", "États-Unis", "Israël", "Cuba")
        assert [inflection.in_state(name) + name for name in names] == [
            "au Japon",
            "en Belgique",
            "en Iran",
            "aux États-Unis",
            "en Israël",
            "à Cuba",
        ]

    def test_says_where_one_goes_on_islands(self):
        names = ("Jamaïque", "Barbade", "Trinité-et-Tobago", "Haïti", "Tonga", "Île Maurice", "Malte")
        assert [inflection.in_state(name) + name for name in names] == [
            "à la Jamaïque",
            "à la Barbade",
            "à la Trinité-et-Tobago",
            "en Haïti",
            "aux Tonga",
            "à l’Île Maurice",
            "à Malte",
        ]


class TestBefore:
    def test_contracts_the_article(self):
        phrases = ("le Conseil", "les Pays-Bas", "l’OTAN", "Israël", "la Belgique")
        assert [inflection.with_preposition("de", phrase) for phrase in phrases] == [
            "du Conseil",
            "des Pays-Bas",
            "de l’OTAN",
            "d’Israël",
            "de la Belgique",
        ]
        assert inflection.with_preposition("à", "le Conseil") == "au Conseil"
        assert inflection.with_preposition("de", "Haïti") == "d’Haïti"


class TestOfSender:
    def test_leaves_out_the_article_of_most_feminine_states(self):
        names = ("France", "Australie", "Nouvelle-Zélande", "Japon", "République de Corée", "Jamaïque", "Pays-Bas")
        assert [inflection.of_sender(name) for name in names] == [
            "de France",
            "d’Australie",
            "de Nouvelle-Zélande",
            "du Japon",
            "de la République de Corée",
            "de la Jamaïque",
            "des Pays-Bas",
        ]


class TestIsPlural:
    def test_in_french_alone(self):
        assert inflection.is_plural("États-Unis", "fr")
        assert not inflection.is_plural("Japon", "fr")
        assert not inflection.is_plural("United States", "en")


class TestIsFeminine:
    def test_by_the_first_word(self):
        assert inflection.is_feminine("Déclaration conjointe")
        assert inflection.is_feminine("Accord entre A et B") is False
        assert inflection.is_feminine("Texte") is None


class TestOrdinary:
    def test_writes_the_first_word_small_where_it_is_no_name(self):
        assert inflection.ordinary("L’Algérie invitée", "fr") == "l’Algérie invitée"
        assert inflection.ordinary("Nouvelle politique", "fr") == "nouvelle politique"
        assert inflection.ordinary("Bruxelles réunit", "fr") == "Bruxelles réunit"
        assert inflection.ordinary("New policy", "en") == "new policy"
        assert inflection.ordinary("All partners invited", "en") == "all partners invited"
        assert inflection.ordinary("A new policy is adopted", "en") == "a new policy is adopted"
        for name in ("New Zealand invited", "Algeria invited", "Two", ""):
            assert inflection.ordinary(name, "en") == name
        assert inflection.ordinary("Alle Partner", "de") == "Alle Partner"


def test_english_writes_the_head_of_something_small():
    found = [inflection.office_within(text, "en") for text in ("Head of the mission", "Ambassador of Japan")]
    assert found == ["head of the mission", "Ambassador of Japan"]
    assert inflection.office_within("Ambassadeur du Japon", "fr") == "ambassadeur du Japon"


@pytest.mark.parametrize(
    ("number", "feminine", "words"),
    [(1, False, ("un", "one")), (1, True, ("une", "one")), (9, True, ("neuf", "nine")), (10, False, ("10", "10"))],
)
def test_numbers_up_to_nine_are_said_in_letters(number, feminine, words):
    assert tuple(inflection.in_letters(number, one, feminine=feminine) for one in ("fr", "en")) == words
