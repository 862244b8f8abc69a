import pytest

from partnerships.gleaning import events
from partnerships.gleaning.days import dates_in
from partnerships.gleaning.text import sentences
from partnerships.gleaning.told import ToldSentence


def told(text):
    sentence = sentences(text)[0]
    return ToldSentence(sentence, [], dates_in(sentence))


class TestVerbs:
    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (events.DECIDED, "le Conseil a décidé"),
            (events.DECIDED, "the Council agreed to accept the request"),
            (events.DECIDED, "the Council agreed on 4 May 2023, to designate the embassy"),
            (events.DECIDED, "the Council granted its request"),
            (events.DECIDED, "le Conseil a accédé à la demande"),
            (events.TRAVELLED, "il s’est rendu à Tokyo"),
            (events.TRAVELLED, "he will travel to Tokyo"),
            (events.TRAVELLED, "she is travelling to Tokyo"),
            (events.TRAVELLED, "paid a three-day official visit"),
            (events.TRAVELLED, "a entamé hier une visite"),
            (events.TALKS, "il a rencontré le ministre"),
            (events.TALKS, "il a également rencontré le ministre"),
            (events.TALKS, "il s’est aussi entretenu avec le ministre"),
            (events.TALKS, "ils se sont ensuite entretenus"),
            (events.TALKS, "elle a ensuite été reçue par le ministre"),
            (events.TALKS, "she met with the minister"),
            (events.TALKS, "she called on the minister"),
            (events.TALKS, "he was received by the minister"),
            (events.TALKS, "il a été reçu par le ministre"),
            (events.TALKS, "une réunion sur la cyberdéfense avec elle"),
            (events.PRESS_CONFERENCE, "lors d’une conférence de presse"),
            (events.CALL, "un entretien téléphonique"),
            (events.AGREED, "ils sont convenus de"),
            (events.LIAISON, "liaison officers at SHAPE"),
            (events.DESIGNATED, "désignée comme mission"),
            (events.DESIGNATED, "designate its embassy in Belgium as its mission"),
            (events.ALL_PARTNERS, "tous les pays partenaires"),
            (events.DESIGNATED, "dont l’ambassade devient la mission"),
            (events.CREDENTIALS, "a remis ses lettres de créance"),
            (events.CREDENTIALS, "a remis hier, à Bruxelles, ses lettres de créance"),
            (events.APPOINTED, "was appointed ambassador"),
            (events.CANCELLED, "la visite est annulée"),
            (events.CANCELLED, "la rencontre a été reportée"),
            (events.CANCELLED, "the visit was cancelled"),
            (events.CANCELLED, "the talks were postponed"),
            (events.PLANNED, "il se rendra à Tokyo"),
            (events.PLANNED, "she will meet him"),
            (events.TRAVELLED, "achevant ainsi une visite officielle"),
            (events.TRAVELLED, "concluding an official visit"),
            (events.TALKS, "he also had discussions with the minister"),
            (events.TALKS, "it welcomed the Foreign Ministers"),
            (events.TALKS, "lors de son entrevue avec lui"),
            (events.MET, "il s’est aussi entretenu avec lui"),
            (events.MET, "she held talks with him"),
            (events.DISCUSSED, "les entretiens ont porté sur la cyberdéfense"),
            (events.DISCUSSED, "they discussed cyber defence"),
            (events.SAID, "the minister stated that"),
            (events.SAID, "la ministre a souligné que"),
            (events.SIGNED, "ils se sont mis d’accord sur un programme"),
            (events.CREDENTIALS, "I presented my credentials"),
            (events.CREDENTIALS, "j’ai remis mes lettres de créance"),
            (events.CONSULTED, "they held their annual consultations"),
            (events.CONSULTED, "the high-level dialogue took place"),
            (events.CONSULTED, "s’est rendu à Tokyo pour les consultations annuelles"),
            (events.CONSULTED, "les consultations se sont tenues à Tokyo"),
            (events.ATTENDED, "he attended the meeting of the North Atlantic Council"),
            (events.ATTENDED, "il a participé à la réunion du Conseil"),
            (events.CALL, "they held a telephone talk"),
            (events.TALKS, "they exchanged views on it"),
            (events.TALKS, "il avait été reçu par le ministre"),
            (events.TRAVELLED, "il effectuait une visite"),
            (events.CREDENTIALS, "a remis à M. Holm les lettres l’accréditant comme"),
            (events.CREDENTIALS, "presented to Mr. Holm the letters accrediting him as"),
            (events.APPOINTMENT_OF, "the appointment of Anna Berg as"),
            (events.APPOINTMENT_OF, "annonce la nomination d’Anna Berg au poste de"),
            (events.AS_OFFICE, "au poste d’ambassadeur"),
            (events.PLANNED, "une délégation est attendue"),
            (events.PLANNED, "the talks will be held"),
            (events.DISCUSSED, "un entretien consacré à la cyberdéfense"),
            (events.DISCUSSED, "ils ont fait le point et évoqué la cyberdéfense"),
            (events.AFTER_TALKS, "à l’issue de leur entretien"),
            (events.AFTER_TALKS, "following their talks"),
            (events.NO_VISIT, "they met to prepare the"),
            (events.NO_VISIT, "he thanked them for the welcome since his"),
            (events.CREDENTIALS_OF, "les lettres de créance de Mme Berg"),
            (events.CREDENTIALS_OF, "the letters of credence of Ms Berg"),
        ],
    )
    def test_are_seen_in_both_languages(self, pattern, text):
        assert told(text).says(pattern)

    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (events.DECIDED, "il n’est pas décisif"),
            (events.DECIDED, "the Council granted an interview"),
            (events.DECIDED, "they agreed on 4 May 2023 that all is well"),
            (events.TRAVELLED, "the visitors’ book"),
            (events.TRAVELLED, "began a two-day conference"),
            (events.TALKS, "the metropolitan area"),
            (events.AGREED, "the agreement"),
            (events.WENT, "une visite"),
            (events.CREDENTIALS, "a reçu les lettres de créance"),
            (events.CONSULTED, "the Mediterranean Dialogue"),
            (events.CONSULTED, "the consultations were useful"),
            (events.ATTENDED, "he attended the dinner of the Council"),
            (events.APPOINTMENT_OF, "he made an appointment"),
            (events.NO_VISIT, "since then, he paid a"),
            (events.DISCUSSED, "la discussion est close"),
        ],
    )
    def test_are_not_seen_in_other_words(self, pattern, text):
        assert not told(text).says(pattern)
