import pytest

from partnerships.gleaning.days import dates_in
from partnerships.gleaning.officials import unnamed_in
from partnerships.gleaning.people import people_in
from partnerships.gleaning.text import sentences
from partnerships.gleaning.told_sentence import ToldSentence
from tests.gleaning.documents import known


def told(text):
    sentence = sentences(text)[0]
    mentions = known().mentions(sentence)
    people = people_in(sentence, mentions)
    return ToldSentence(sentence, mentions, dates_in(sentence), people, unnamed_in(sentence, people))


class TestTold:
    def test_day_is_the_most_exact_date(self):
        assert told("En 2017, le 31 octobre 2017").day.notation == "2017-10-31"

    def test_meeting_is_told_by_any_of_its_kinds(self):
        assert told("une conférence de presse").tells_meeting
        assert not told("une mission").tells_meeting

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Jens Stoltenberg met Shinzo Abe", "Jens Stoltenberg"),
            ("Reçue hier, Shinzo Abe s’est aussi entretenue avec Jens Stoltenberg", "Shinzo Abe"),
            ("Lors d’une série d’entretiens, Jens Stoltenberg a parlé", "Jens Stoltenberg"),
        ],
    )
    def test_subject_stands_before_the_verb_or_alone(self, text, names):
        assert told(text).subject.name == names

    def test_company_is_whoever_is_named_right_behind_its_words(self):
        one = told("Fumio Kishida, together with Mr Shinzo Abe, visited Brussels")
        assert [one.is_in_company(each) for each in one.people] == [False, True]

    @pytest.mark.parametrize("text", ["The minister met Shinzo Abe", "Un entretien a eu lieu avec Shinzo Abe"])
    def test_whoever_was_met_is_no_subject(self, text):
        assert told(text).subject is None

    @pytest.mark.parametrize(
        "text",
        [
            "Shinzo Abe met her in the margins of the NATO Summit, in Japan",
            "Shinzo Abe l’a rencontrée en marge du sommet de l’OTAN (Japon)",
            "Shinzo Abe met her in Japan to prepare the visit of NATO",
            "Shinzo Abe, from Japan, who had accompanied NATO",
        ],
    )
    def test_gathering_beside_which_they_met_is_no_party(self, text):
        assert [each.known.key for each in told(text).others] == ["jp"]
        assert told(text).bodies == []

    def test_body_to_which_somebody_is_accredited_is_none_that_met(self):
        assert told("Anna Berg, Ambassador of Japan to NATO, spoke").bodies == []
        assert told("Anna Berg, ambassadrice du Japon auprès de l’OTAN, a parlé").bodies == []
        assert [each.text for each in told("Anna Berg, Ambassador of Japan, spoke to NATO").bodies] == ["NATO"]

    def test_whoever_has_a_title_alone_comes_for_the_state_that_it_names(self):
        [party] = told("Jens Stoltenberg met the President of the Republic of Korea").without_a_name(subjects=False)
        assert (party.name, party.title, party.state.key) == ("", "President of the Republic of Korea", "kr")
        [party] = told("A Japanese delegation met Jens Stoltenberg in the Republic of Korea").without_a_name(
            subjects=True
        )
        assert (party.title, party.state.key) == ("Japanese delegation", "jp")
        assert told("The President met Jens Stoltenberg").without_a_name(subjects=True) == []
        assert (
            told("Shinzo Abe met the President of Belgium and Anna Berg, minister").without_a_name(subjects=False) == []
        )

    def test_state_of_a_title_is_no_other_party(self):
        assert told("NATO Secretary General Jens Stoltenberg spoke").others == []
        assert told("Jens Stoltenberg met Japanese Prime Minister Fumio Kishida").others == []
        assert told("le ministre japonais de la Défense, Itsunori Onodera, a parlé").others == []
        assert [each.known.key for each in told("Minister Itsunori Onodera spoke of NATO in Japan").others] == [
            "nato",
            "jp",
        ]
