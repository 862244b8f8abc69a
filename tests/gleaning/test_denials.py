import pytest

from partnerships.gleaning.denials import denied_in
from partnerships.gleaning.proposing import read_document
from tests.gleaning.documents import facts, known, proposed

MET = "On 3 May 2024, Jens Stoltenberg met Shinzo Abe. "
A_RENCONTRÉ = "Le 3 mai 2024, Jens Stoltenberg a rencontré Shinzo Abe. "


class TestDenied:
    @pytest.mark.parametrize(
        "text",
        [
            "The Republic of Korea does not have liaison officers at SHAPE.",
            "Japan has never posted a liaison officer to SHAPE.",
            "Japan has yet to send a liaison officer to SHAPE.",
            "There is no Japanese liaison officer at SHAPE.",
            "Japan no longer has liaison officers at SHAPE.",
            "Neither Japan nor the Republic of Korea has a liaison officer at SHAPE.",
            "On 3 May 2024, Jens Stoltenberg did not meet Shinzo Abe.",
            "On 3 May 2024, Jens Stoltenberg wasn’t received by Shinzo Abe.",
            "On 3 May 2024, Jens Stoltenberg left Tokyo without meeting Fumio Kishida.",
            "On 3 May 2024, Shinzo Abe declined to meet Jens Stoltenberg.",
            "On 3 May 2024, Jens Stoltenberg has not visited Tokyo.",
            "Jens Stoltenberg hopes to meet Shinzo Abe on 3 May 2024.",
            "Jens Stoltenberg might hold talks with Shinzo Abe on 3 May 2024.",
            "Jens Stoltenberg had been due to meet Shinzo Abe on 3 May 2024.",
            "Japan is considering sending a liaison officer to SHAPE.",
            "The Republic of Korea would send a liaison officer to SHAPE.",
            "Le Japon envisage d’affecter un officier de liaison au SHAPE.",
            "La République de Corée pourrait détacher un officier de liaison auprès du SHAPE.",
            "The Ambassador of Japan to Belgium, Anna Berg, was to present her credentials to the King on 5 May 2024.",
            "Jens Stoltenberg intends to sign a partnership programme with Japan on 3 May 2024.",
            "Will Jens Stoltenberg meet Shinzo Abe in Tokyo on 3 May 2024?",
            "Q – Pouvez-vous confirmer que M. Shinzo Abe sera reçu le 3 mai 2024 par Jens Stoltenberg ?",
            "Japan is considering the appointment of a liaison officer to SHAPE.",
            "Si le Japon en décidait ainsi, des officiers pourraient être affectés au SHAPE.",
            "It is false that Jens Stoltenberg met Shinzo Abe on 3 May 2024.",
            "Reports that Jens Stoltenberg met Shinzo Abe on 3 May 2024 are unfounded.",
            "A post claims that Jens Stoltenberg met Shinzo Abe on 3 May 2024.",
            "Il est également inexact que le Conseil de l’Atlantique Nord ait décidé, le 3 mai 2024, d’accepter une "
            "demande du Japon.",
            "L’information selon laquelle Jens Stoltenberg a rencontré Shinzo Abe le 3 mai 2024 est fausse.",
            "On 3 May 2024, the North Atlantic Council decided not to accept the request of Japan.",
            "On 3 May 2024, no joint declaration was signed by Japan and NATO.",
            "Le Japon n’a pas d’officier de liaison au SHAPE.",
            "La République de Corée n’a toujours aucun officier de liaison au SHAPE.",
            "Le Japon n’entretient plus d’officiers de liaison au SHAPE.",
            "Aucun officier de liaison du Japon ne se trouve au SHAPE.",
            "Ni le Japon ni la République de Corée n’ont d’officier de liaison au SHAPE.",
            "Le 3 mai 2024, Jens Stoltenberg n’a pas rencontré Shinzo Abe.",
            "Le 3 mai 2024, Jens Stoltenberg ne s’est jamais rendu à Tokyo.",
            "Le 3 mai 2024, Jens Stoltenberg n’a pu rencontrer Shinzo Abe.",
            "Le 3 mai 2024, Jens Stoltenberg a quitté Tokyo sans rencontrer Fumio Kishida.",
            "Le 3 mai 2024, le Conseil de l’Atlantique Nord n’a pas accepté la demande du Japon.",
            "Le 3 mai 2024, le Japon et l’OTAN n’ont signé aucune déclaration conjointe.",
        ],
    )
    def test_gives_no_fact(self, text):
        assert proposed(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            f"{MET}They discussed cyber defence; they did not discuss maritime security.",
            f"{MET}They discussed cyber defence, but not maritime security.",
            f"{MET}They agreed to work on cyber defence; trade, maritime security and energy were not discussed.",
            f"{MET}They agreed to work on cyber defence; maritime security, trade and energy were not discussed.",
            f"{MET}They discussed cyber defence, maritime security was never discussed.",
            f"{MET}They agreed to deepen cooperation on cyber defence and did not address maritime security.",
            f"{MET}They discussed cyber defence rather than maritime security.",
            f"{MET}The two sides, which had not spoken of maritime security, agreed to cooperate on cyber defence.",
            f"{MET}As they could not discuss maritime security, they agreed to cooperate on cyber defence.",
            f"{A_RENCONTRÉ}Ils ont évoqué la cyberdéfense ; ils n’ont pas abordé la sûreté maritime.",
            f"{A_RENCONTRÉ}Ils ont évoqué la cyberdéfense, mais pas la sûreté maritime.",
            f"{A_RENCONTRÉ}Ils ont évoqué la cyberdéfense ; la sûreté maritime, l’énergie et l’eau n’ont pas été vues.",
            f"{A_RENCONTRÉ}Ils ont évoqué la cyberdéfense, la sûreté maritime n’a pas été abordée.",
            f"{A_RENCONTRÉ}Ils ont évoqué la cyberdéfense sans aborder la sûreté maritime.",
            f"{A_RENCONTRÉ}Ils sont convenus de coopérer en cyberdéfense et n’ont rien dit de la sûreté maritime.",
            f"{A_RENCONTRÉ}Les deux parties, qui n’avaient jamais parlé de sûreté maritime, sont convenues de "
            "coopérer en matière de cyberdéfense.",
            f"Contrary to what was reported, {MET}They discussed cyber defence.",
            f"Contrairement à ce qui a été annoncé, {A_RENCONTRÉ}Ils ont évoqué la cyberdéfense.",
        ],
    )
    def test_leaves_what_the_sentence_says_beside_it(self, text):
        [meeting] = proposed(text)
        assert facts(meeting, "areas") == ["cyber"]

    @pytest.mark.parametrize(
        "text",
        [
            "Japan has not only observers but also a liaison officer at SHAPE.",
            "Without delay, Japan sent a liaison officer to SHAPE.",
            "Japan, which has no embassy in Ghent, has a liaison officer at SHAPE.",
            "No later than 2015, Japan had a liaison officer at SHAPE.",
            "Le Japon n’a qu’un officier de liaison au SHAPE.",
            "Le Japon n’a pas seulement des observateurs : il a un officier de liaison au SHAPE.",
            "Le Japon, qui n’a pas de consulat à Gand, a un officier de liaison au SHAPE.",
            "Sans tarder, le Japon a envoyé un officier de liaison au SHAPE.",
        ],
    )
    def test_is_nothing_that_only_looks_so(self, text):
        [posting] = proposed(text)
        assert facts(posting, "state", "organization") == ["jp", "shape"]

    def test_remembers_whoever_is_named_there(self):
        text = "Shinzo Abe, who did not attend, is Prime Minister. On 3 May 2024, Mr Abe met Jens Stoltenberg."
        [meeting] = proposed(text)
        assert facts(meeting, "interlocutor") == ["abe-shinzo", "stoltenberg-jens"]

    def test_passage_is_the_sentence_as_it_stands(self):
        text = "On 3 May 2024, Jens Stoltenberg met Shinzo Abe, but not Fumio Kishida."
        [proposal] = proposed(text)
        assert (facts(proposal, "interlocutor"), proposal.passages) == (["stoltenberg-jens", "abe-shinzo"], [text])
        assert read_document(text, known()).told[0].sentence.text.rstrip(" .").endswith("Shinzo Abe,")


class TestDeniedIn:
    @pytest.mark.parametrize(
        ("text", "left"),
        [
            ("He met her and told him that he would not come", "He met her and"),
            ("He met her; he did not meet him", "He met her;"),
            ("Having not met her, he left", ", he left"),
            ("Having left, he met her", "Having left, he met her"),
            ("He met her and said that she could visit Rome", "He met her and said that she "),
            ("They would cooperate, went and met him", "They would cooperate, went and met him"),
            ("He did not stay but left", " but left"),
            ("Il ne l’a pas vue et il est parti", " et il est parti"),
            ("Elle, qui n’était pas venue, a écrit", "Elle,, a écrit"),
            ("Il reste à Tokyo", "Il reste à Tokyo"),
            ("Il reste à signer l’accord", ""),
        ],
    )
    def test_goes_from_where_the_clause_begins_to_where_it_ends(self, text, left):
        for start, end in reversed(sorted(denied_in(text))):
            text = text[:start] + text[end:]
        assert text == left


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2024 Fumio Kishida visited Brussels and Foreign Minister Anna Berg remained in Tokyo.",
        "Fumio Kishida s’est rendu à Bruxelles le 3 mai 2024, mais le ministre, M. Jan Holm, restait à Tokyo.",
    ],
)
def test_where_somebody_stayed_nobody_went(text):
    [visit] = proposed(text)
    assert facts(visit, "visitor", "stop") == ["kishida-fumio", "brussels"]


def test_where_whoever_went_stayed_on_they_were():
    [visit] = proposed("On 3 May 2024 Fumio Kishida visited Brussels and remained in Nice until 5 May 2024.")
    assert "nice" in facts(visit, "stop")
