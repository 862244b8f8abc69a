import pytest

from partnerships.gleaning import words_of_taking_office


class TestVerbs:
    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (words_of_taking_office.CREDENTIALS, "a remis ses lettres de créance"),
            (words_of_taking_office.CREDENTIALS, "a remis hier, à Bruxelles, ses lettres de créance"),
            (words_of_taking_office.APPOINTED, "was appointed ambassador"),
            (words_of_taking_office.CREDENTIALS, "I presented my credentials"),
            (words_of_taking_office.CREDENTIALS, "j’ai remis mes lettres de créance"),
            (words_of_taking_office.CREDENTIALS, "a remis à M. Holm les lettres l’accréditant comme"),
            (words_of_taking_office.CREDENTIALS, "presented to Mr. Holm the letters accrediting him as"),
            (words_of_taking_office.APPOINTMENT_OF, "the appointment of Anna Berg as"),
            (words_of_taking_office.APPOINTMENT_OF, "annonce la nomination d’Anna Berg au poste de"),
            (words_of_taking_office.AS_OFFICE, "au poste d’ambassadeur"),
            (words_of_taking_office.CREDENTIALS, "venu lui présenter ses lettres de créance"),
            (words_of_taking_office.CREDENTIALS, "came to present her credentials"),
            (words_of_taking_office.ACCREDITED_AS, "ses lettres de créance en tant que chef"),
            (words_of_taking_office.HIS_APPOINTMENT, "congratulated him on his appointment"),
            (words_of_taking_office.CREDENTIALS_OF, "les lettres de créance de Mme Berg"),
            (words_of_taking_office.CREDENTIALS_OF, "the letters of credence of Ms Berg"),
            (words_of_taking_office.TOOK_OFFICE, "he will take up his post"),
            (words_of_taking_office.TOOK_OFFICE, "elle prendra ses fonctions"),
            (words_of_taking_office.LEFT_OFFICE, "quittera ses fonctions"),
            (words_of_taking_office.LEFT_OFFICE, "she left her post"),
            (words_of_taking_office.LEFT_OFFICE, "he will step down"),
            (words_of_taking_office.APPOINTMENT_OF, "a décidé de nommer M. Holm"),
            (words_of_taking_office.APPOINTED, "sera nommée ambassadrice"),
            (words_of_taking_office.APPOINTED, "will be appointed ambassador"),
        ],
    )
    def test_are_seen_in_both_languages(self, pattern, text):
        assert pattern.search(text)

    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (words_of_taking_office.CREDENTIALS, "a reçu les lettres de créance"),
            (words_of_taking_office.APPOINTMENT_OF, "he made an appointment"),
            (words_of_taking_office.LEFT_OFFICE, "he left Brussels"),
            (words_of_taking_office.TOOK_OFFICE, "he will take part"),
        ],
    )
    def test_are_not_seen_in_other_words(self, pattern, text):
        assert not pattern.search(text)
