import pytest

from partnerships.gleaning import words_of_meetings

from .documents import without_names


class TestVerbs:
    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (words_of_meetings.TALKS, "il a rencontré le ministre"),
            (words_of_meetings.TALKS, "il a également rencontré le ministre"),
            (words_of_meetings.TALKS, "il s’est aussi entretenu avec le ministre"),
            (words_of_meetings.TALKS, "ils se sont ensuite entretenus"),
            (words_of_meetings.TALKS, "elle a ensuite été reçue par le ministre"),
            (words_of_meetings.TALKS, "she met with the minister"),
            (words_of_meetings.TALKS, "she will also meet the minister"),
            (words_of_meetings.TALKS, "she called on the minister"),
            (words_of_meetings.TALKS, "he was received by the minister"),
            (words_of_meetings.TALKS, "il a été reçu par le ministre"),
            (words_of_meetings.TALKS, "une réunion sur la cyberdéfense avec elle"),
            (words_of_meetings.PRESS_CONFERENCE, "lors d’une conférence de presse"),
            (words_of_meetings.THEN_TO_THE_PRESS, "un entretien suivi d’une conférence de presse conjointe"),
            (words_of_meetings.CEREMONY, "a ceremony marking the opening was held"),
            (words_of_meetings.CEREMONY, "une cérémonie s’est tenue"),
            (words_of_meetings.DISCUSSED, "ils ont aussi parlé de la cyberdéfense"),
            (words_of_meetings.TALKS, "a working lunch with the minister"),
            (words_of_meetings.THEN_TO_THE_PRESS, "talks followed by a joint press conference"),
            (words_of_meetings.ATTENDED, "addressed the North Atlantic Council"),
            (words_of_meetings.ATTENDED, "s’est adressé mardi au Conseil"),
            (words_of_meetings.CALL, "un entretien téléphonique"),
            (words_of_meetings.TALKS, "he also had discussions with the minister"),
            (words_of_meetings.TALKS, "lors de son entrevue avec lui"),
            (words_of_meetings.MET, "il s’est aussi entretenu avec lui"),
            (words_of_meetings.MET, "she held talks with him"),
            (words_of_meetings.DISCUSSED, "les entretiens ont porté sur la cyberdéfense"),
            (words_of_meetings.DISCUSSED, "they discussed cyber defence"),
            (words_of_meetings.SAID, "the minister stated that"),
            (words_of_meetings.SAID, "la ministre a souligné que"),
            (words_of_meetings.CONSULTED, "they held their annual consultations"),
            (words_of_meetings.CONSULTED, "the high-level dialogue took place"),
            (words_of_meetings.CONSULTED, "s’est rendu à Tokyo pour les consultations annuelles"),
            (words_of_meetings.CONSULTED, "les consultations se sont tenues à Tokyo"),
            (words_of_meetings.ATTENDED, "he attended the meeting of the North Atlantic Council"),
            (words_of_meetings.ATTENDED, "il a participé à la réunion du Conseil"),
            (words_of_meetings.CALL, "they held a telephone talk"),
            (words_of_meetings.TALKS, "they exchanged views on it"),
            (words_of_meetings.TALKS, "il avait été reçu par le ministre"),
            (words_of_meetings.DISCUSSED, "un entretien consacré à la cyberdéfense"),
            (words_of_meetings.DISCUSSED, "ils ont fait le point et évoqué la cyberdéfense"),
            (words_of_meetings.AFTER_TALKS, "à l’issue de leur entretien"),
            (words_of_meetings.AFTER_TALKS, "following their talks"),
            (words_of_meetings.CONSULTED, "co-chaired staff talks"),
            (words_of_meetings.MET, "held bilateral talks with her"),
            (words_of_meetings.MET, "will travel there to meet her"),
            (words_of_meetings.TALKS, "une délégation était reçue au siège"),
            (words_of_meetings.DISCUSSED, "talks covering cyber defence"),
            (words_of_meetings.DISCUSSED, "les ministres évoqueront la cyberdéfense"),
            (words_of_meetings.DISCUSSED, "ils ont fait le point de la coopération"),
            (words_of_meetings.TOOK_PART, "l’ambassadeur y a pris part"),
            (words_of_meetings.TOOK_PART, "the Ambassador also took part."),
        ],
    )
    def test_are_seen_in_both_languages(self, pattern, text):
        assert without_names(text).says(pattern)

    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (words_of_meetings.TALKS, "the metropolitan area"),
            (words_of_meetings.TOOK_PART, "he took part in the war"),
            (words_of_meetings.CONSULTED, "the Mediterranean Dialogue"),
            (words_of_meetings.CONSULTED, "the consultations were useful"),
            (words_of_meetings.ATTENDED, "he attended the dinner of the Council"),
            (words_of_meetings.DISCUSSED, "la discussion est close"),
        ],
    )
    def test_are_not_seen_in_other_words(self, pattern, text):
        assert not without_names(text).says(pattern)


@pytest.mark.parametrize(
    "text",
    [
        "Elle a en outre pris part, en tant que première représentante de la Suisse, à une réunion du Conseil",
        "She took part, as the first representative of Switzerland, in a meeting of the Council",
    ],
)
def test_as_what_somebody_attends_a_council_may_stand_in_between(text):
    assert without_names(text).says(words_of_meetings.ATTENDED)
