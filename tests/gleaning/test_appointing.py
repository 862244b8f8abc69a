import pytest

from partnerships.gleaning import appointing


class TestVerbs:
    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (appointing.CREDENTIALS, "a remis ses lettres de créance"),
            (appointing.CREDENTIALS, "a remis hier, à Bruxelles, ses lettres de créance"),
            (appointing.APPOINTED, "was appointed ambassador"),
            (appointing.CREDENTIALS, "I presented my credentials"),
            (appointing.CREDENTIALS, "j’ai remis mes lettres de créance"),
            (appointing.CREDENTIALS, "a remis à M. Holm les lettres l’accréditant comme"),
            (appointing.CREDENTIALS, "presented to Mr. Holm the letters accrediting him as"),
            (appointing.APPOINTMENT_OF, "the appointment of Anna Berg as"),
            (appointing.APPOINTMENT_OF, "annonce la nomination d’Anna Berg au poste de"),
            (appointing.AS_OFFICE, "au poste d’ambassadeur"),
            (appointing.CREDENTIALS, "venu lui présenter ses lettres de créance"),
            (appointing.CREDENTIALS, "came to present her credentials"),
            (appointing.ACCREDITED_AS, "ses lettres de créance en tant que chef"),
            (appointing.HIS_APPOINTMENT, "congratulated him on his appointment"),
            (appointing.CREDENTIALS_OF, "les lettres de créance de Mme Berg"),
            (appointing.CREDENTIALS_OF, "the letters of credence of Ms Berg"),
            (appointing.TOOK_OFFICE, "he will take up his post"),
            (appointing.TOOK_OFFICE, "elle prendra ses fonctions"),
            (appointing.LEFT_OFFICE, "quittera ses fonctions"),
            (appointing.LEFT_OFFICE, "she left her post"),
            (appointing.LEFT_OFFICE, "he will step down"),
            (appointing.APPOINTMENT_OF, "a décidé de nommer M. Holm"),
            (appointing.APPOINTED, "sera nommée ambassadrice"),
            (appointing.APPOINTED, "will be appointed ambassador"),
        ],
    )
    def test_are_seen_in_both_languages(self, pattern, text):
        assert pattern.search(text)

    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (appointing.CREDENTIALS, "a reçu les lettres de créance"),
            (appointing.APPOINTMENT_OF, "he made an appointment"),
            (appointing.LEFT_OFFICE, "he left Brussels"),
            (appointing.TOOK_OFFICE, "he will take part"),
        ],
    )
    def test_are_not_seen_in_other_words(self, pattern, text):
        assert not pattern.search(text)
