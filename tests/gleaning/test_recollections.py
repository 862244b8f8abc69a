import pytest

from partnerships.gleaning.recollections import recalled_in
from tests.gleaning.documents import facts, proposed

MET = "On 3 May 2024, Jens Stoltenberg met Fumio Kishida in Tokyo."
A_RENCONTRÉ = "Le 3 mai 2024, Jens Stoltenberg a rencontré Fumio Kishida à Tokyo."
AGREED = "They agreed to deepen cooperation on cyber defence."
CONVENUS = "Ils sont convenus d’approfondir leur coopération en matière de cyberdéfense."


def told(text):
    fields = ("date", "period", "visitor", "interlocutor", "areas")
    return {each.kind: facts(each, *fields) for each in proposed(text)}


class TestRecalled:
    """A visit of other people at another time, beside what the document tells."""

    @pytest.mark.parametrize(
        "text",
        [
            f"{MET} Mr Stoltenberg recalled the visit of Shinzo Abe to NATO Headquarters in June 2017. {AGREED}",
            f"{MET} “We go on,” said Mr Stoltenberg, recalling the visit of Shinzo Abe to NATO in June 2017. {AGREED}",
            f"{MET} In June 2017 Shinzo Abe had visited NATO Headquarters. {AGREED}",
            f"{MET} Mr Stoltenberg recalled that Shinzo Abe visited NATO Headquarters in June 2017. {AGREED}",
            f"{A_RENCONTRÉ} M. Stoltenberg a rappelé la visite de Shinzo Abe à l’OTAN en juin 2017. {CONVENUS}",
            f"{A_RENCONTRÉ} M. Stoltenberg a pris la parole, rappelant la visite de Shinzo Abe à l’OTAN en juin 2017. "
            f"{CONVENUS}",
            f"{A_RENCONTRÉ} En juin 2017, Shinzo Abe s’était rendu au siège de l’OTAN. {CONVENUS}",
            f"{A_RENCONTRÉ} M. Stoltenberg est revenu sur la visite de Shinzo Abe à l’OTAN en juin 2017. {CONVENUS}",
        ],
    )
    def test_has_its_own_people_and_day_and_nothing_of_the_others(self, text):
        found = told(text)
        assert found.pop("visit", ["2017-06", "abe-shinzo"]) == ["2017-06", "abe-shinzo"]
        assert found == {"meeting": ["2024-05-03", "stoltenberg-jens", "kishida-fumio", "cyber"]}

    @pytest.mark.parametrize(
        "text",
        [
            f"{MET[:-1]}, recalling his visit to NATO Headquarters in June 2017.",
            "On 3 May 2024, Jens Stoltenberg met Fumio Kishida, whom he had met in Brussels on 6 July 2017.",
            f"{A_RENCONTRÉ[:-1]}, rappelant sa visite à Bruxelles en juin 2017.",
            "Le 3 mai 2024, Jens Stoltenberg a rencontré Fumio Kishida, qu’il avait rencontré le 6 juillet 2017.",
        ],
    )
    def test_of_whoever_is_meant_by_a_pronoun_gives_nothing(self, text):
        found = told(text)
        assert (list(found), sorted(found["meeting"])) == (
            ["meeting"],
            ["2024-05-03", "kishida-fumio", "stoltenberg-jens"],
        )

    @pytest.mark.parametrize(
        "text",
        [
            f"{MET} Mr Stoltenberg recalled the talks of Shinzo Abe with Ms Anna Berg on 6 July 2017. {AGREED}",
            f"{A_RENCONTRÉ} M. Stoltenberg a rappelé l’entretien de Shinzo Abe avec Mme Anna Berg le 6 juillet "
            f"2017. {CONVENUS}",
        ],
    )
    def test_meeting_is_one_of_its_own(self, text):
        now, then = proposed(text, "meeting")
        assert facts(now, "date", "interlocutor", "areas") == [
            "2024-05-03",
            "stoltenberg-jens",
            "kishida-fumio",
            "cyber",
        ]
        assert facts(then, "date", "interlocutor") == ["2017-07-06", "abe-shinzo", "Anna Berg"]

    @pytest.mark.parametrize(
        "then",
        [
            "He recalled that they agreed to deepen cooperation on cyber defence in 2017.",
            "In 2017 they had agreed to deepen cooperation on cyber defence.",
        ],
    )
    def test_what_was_agreed_then_is_not_of_what_the_document_tells(self, then):
        assert facts(*proposed(f"{MET} {then}"), "areas") == []

    def test_journey_is_not_that_of_the_document(self):
        text = (
            "Jens Stoltenberg began his visit to Tokyo on 6 May 2024, recalling the visit of Shinzo Abe to NATO from "
            "6 to 8 May 2023."
        )
        assert facts(proposed(text, "visit")[0], "period") == ["2024-05-06"]


class TestRecalledIn:
    @pytest.mark.parametrize(
        ("text", "left"),
        [
            ("He, recalling her visit in 2014, met him", "He, , met him"),
            ("Recalling the visit of Ms Berg, then minister, in 2014, he met him", ", he met him"),
            (
                "Recalling her visit to Bern, in 2014, the Minister, Mr Berg, met him",
                ", the Minister, Mr Berg, met him",
            ),
            ("He spoke, recalling her visit, when she signed", "He spoke, "),
            ("He recalled her visit in 2014 and met him", "He recalled and met him"),
            ("He recalled her visit in 2014; she met him", "He recalled; she met him"),
            ("He recalled that she visited it in 2014 and met him", "He recalled"),
            ("Il a rappelé sa visite de 2014 et a reçu M. Berg", "Il a rappelé et a reçu M. Berg"),
            ("Ils ont rappelé leur attachement à la paix", "Ils ont rappelé leur attachement à la paix"),
            ("Elle, qui avait signé l’accord, est partie", "Elle, , est partie"),
            ("She told that he had left", "She told that he had left"),
        ],
    )
    def test_goes_on_until_the_sentence_tells_something_else(self, text, left):
        for start, end in reversed(list(recalled_in(text))):
            text = text[:start] + text[end:]
        assert text == left


def test_what_somebody_is_quoted_to_have_told_is_not_of_the_day_on_which_they_said_so():
    said = "“I met Prime Minister Shinzo Abe in Tokyo last year,” Mr Jens Stoltenberg said on 10 July 2018."
    assert proposed(said) == []
    assert len(proposed("On 10 July 2018 Mr Jens Stoltenberg met Mr Shinzo Abe: “I am glad,” he said.")) == 1


@pytest.mark.parametrize(
    "aside",
    [
        "who became Secretary General of NATO on 1 October 2014",
        "elected on 28 March 2014",
        "in office since 1 October 2014",
    ],
)
def test_the_day_of_a_clause_in_passing_is_not_that_of_the_sentence(aside):
    [visit] = proposed(f"Mr Jens Stoltenberg, {aside}, visited Tokyo on 31 October 2017.", "visit")
    assert facts(visit, "period", "visitor") == ["2017-10-31", "stoltenberg-jens"]


def test_the_day_on_which_something_was_asked_is_not_that_of_the_decision():
    text = "Tokyo, le 16 mai 2018\nLe Conseil de l’Atlantique Nord a accepté hier la demande du Japon, déposée le"
    [decision, _] = proposed(
        f"{text} 3 mars 2018, que son ambassade en Belgique soit désignée comme sa mission auprès de l’OTAN."
    )
    assert facts(decision, "date") == ["2018-05-15"]


def test_a_day_that_is_recalled_hides_none_of_which_the_sentence_tells_in_words():
    text = "Issued on 7 May 2015\nThe North Atlantic Council has today agreed that the embassy of Japan in Belgium may"
    [decision, _] = proposed(f"{text} act as its mission to NATO, as Tokyo had asked in a letter of 2 March 2015.")
    assert facts(decision, "date") == ["2015-05-07"]


@pytest.mark.parametrize(
    "text",
    [
        "Fumio Kishida, who had visited NATO in June 2017, met Jens Stoltenberg in Tokyo on 3 May 2024.",
        "Fumio Kishida, qui avait visité l’OTAN en juin 2017, a rencontré Jens Stoltenberg le 3 mai 2024.",
    ],
)
def test_journey_of_which_a_sentence_tells_in_passing_is_that_of_whoever_stands_before(text):
    found = told(text)
    assert found["visit"] == ["2017-06", "kishida-fumio"]
    assert sorted(found["meeting"]) == ["2024-05-03", "kishida-fumio", "stoltenberg-jens"]


def test_what_is_told_of_somebody_in_passing_is_theirs():
    text = "Mr Hajime Hayashi, Ambassador of Japan to Belgium, who had presented his credentials on 16 May 2017, met"
    [tenure] = proposed(f"{text} Jens Stoltenberg on 18 October 2018.", "tenure")
    assert facts(tenure, "person", "office", "milestone") == ["Hajime Hayashi", "jp-ambassador-be", "2017-05-16"]
