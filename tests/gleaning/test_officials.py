import pytest

from partnerships.gleaning.officials import introduced_in, offices_by_role, officials_in, unnamed_in
from partnerships.gleaning.people import people_in
from partnerships.gleaning.text import sentences
from tests.gleaning.documents import OFFICES, facts, known, proposed


def found(text):
    sentence = sentences(text)[0]
    mentions = known().mentions(sentence)
    people = people_in(sentence, mentions)
    mentions += offices_by_role(sentence, mentions, OFFICES)
    return [(each.name, each.known.key) for each in officials_in(sentence, mentions, people)]


class TestOfficials:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The NATO Secretary General met Richard Marles", ("NATO Secretary General", "nato-sg")),
            ("Le secrétaire général de l’OTAN a reçu Anna Berg", ("secrétaire général de l’OTAN", "nato-sg")),
            ("She met the Japanese Minister of Defence", ("Japanese Minister of Defence", "jp-defence-minister")),
            (
                "Elle a rencontré la ministre japonaise de la Défense",
                ("ministre japonaise de la Défense", "jp-defence-minister"),
            ),
            (
                "Reçu hier, il s’est entretenu avec le premier ministre du Japon",
                ("premier ministre du Japon", "jp-prime-minister"),
            ),
            ("He was received by the Prime Minister of Japan", ("Prime Minister of Japan", "jp-prime-minister")),
        ],
    )
    def test_who_met_or_were_met_stand_for_their_office(self, text, expected):
        assert found(text) == [expected]

    @pytest.mark.parametrize(
        "text",
        [
            "He met Shinzo Abe at the invitation of the Prime Minister of Japan",
            "He met the Japanese Minister of Defence, Mr Itsunori Onodera",
            "He met the Japanese Prime Minister Shinzo Abe",
            "Ils recevront le secrétaire général de l’OTAN, Monsieur Javier Solana",
            "Ils ont reçu le secrétaire général de l’Alliance, l’OTAN (NATO), Jens Stoltenberg",
            "Ils ont reçu le secrétaire général de l’OTAN (NATO), Jens Stoltenberg",
            "Shinzo Abe, Prime Minister of Japan, met the press",
            "He met the Japanese Minister of Trade",
            "He met the Minister of Defence of Belgium",
            "The Prime Minister of Japan spoke",
        ],
    )
    def test_who_are_named_or_did_not_meet_or_have_no_office_are_none(self, text):
        assert found(text) == []


def test_meeting_is_one_of_the_office():
    text = (
        "On 8 July 2024 the NATO Secretary General met the Minister of Defence, Richard Marles. He also met Shinzo Abe."
    )
    first, second = proposed(text)
    assert facts(first, "interlocutor") == ["nato-sg", "Richard Marles"]
    assert facts(second, "interlocutor", "date") == ["2024-07-08", "nato-sg", "abe-shinzo"]


def unnamed(text):
    sentence = sentences(text)[0]
    return [
        (each.styled, each.is_subject, each.is_one)
        for each in unnamed_in(sentence, people_in(sentence, known().mentions(sentence)))
    ]


class TestUnnamed:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The Australian Minister for Trade met Ms Yoko Kamikawa", ("Australian Minister for Trade", True, True)),
            ("The Minister met Mr Shinzo Abe", ("Minister", True, False)),
            (
                "Le ministre de l’Europe et des Affaires étrangères a rencontré M. Shinzo Abe",
                ("ministre de l’Europe et des Affaires étrangères", True, True),
            ),
            ("Shinzo Abe s’est entretenu à Paris avec son homologue français", ("homologue français", False, True)),
            ("Shinzo Abe met a Korean delegation", ("Korean delegation", False, True)),
            ("he was received by the President of Belgium in Nice", ("President of Belgium", False, True)),
            ("Shinzo Abe met the President of Belgium and laid a wreath", ("President of Belgium", False, True)),
            ("The Minister for Trade visited Tokyo", ("Minister for Trade", True, True)),
            ("Le ministre de la Défense effectuera une visite à Nice", ("ministre de la Défense", True, True)),
            ("Earlier in the day the Minister for Trade met Shinzo Abe", ("Minister for Trade", True, True)),
            (
                "Shinzo Abe met Anna Berg, Minister, and the Minister of Trade of Belgium",
                ("Minister of Trade of Belgium", False, True),
            ),
            ("Shinzo Abe rencontrera demain une délégation coréenne de passage", ("délégation coréenne", False, True)),
            ("Shinzo Abe welcomed a delegation from Belgium to Nice", ("delegation from Belgium", False, True)),
            ("Une délégation belge conduite par le directeur a été reçue", ("délégation belge", True, True)),
            ("Shinzo Abe welcomed the ministers of Belgium", ("ministers of Belgium", False, False)),
        ],
    )
    def test_are_those_on_either_side_of_a_meeting_without_a_name(self, text, expected):
        assert unnamed(text) == [expected]

    @pytest.mark.parametrize(
        "text",
        [
            "The Minister of Defence, Anna Berg, met Shinzo Abe",
            "Shinzo Abe met Prime Minister Fumio Kishida",
            "Shinzo Abe, the Prime Minister, met Anna Berg, Minister of Defence",
            "The Minister said that Shinzo Abe met them",
            "Shinzo Abe met the press at the office of the President",
            "The President of Belgium spoke",
            "The visit of the President of Belgium to Tokyo",
        ],
    )
    def test_are_none_of_those_who_have_one_or_met_nobody(self, text):
        assert unnamed(text) == []

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The Minister for Trade announced it.", ("minister", "Minister for Trade")),
            ("Le ministre du Commerce a parlé.", ("ministre", "ministre du Commerce")),
            ("The Minister for Trade of Japan met Ms Anna Berg.", ("minister", "Minister for Trade of Japan")),
            ("The Minister for Trade, Jan Holm, spoke.", None),
            ("The Minister spoke.", None),
            ("The Minister for Trade in Japan", None),
            ("They met the Minister for Trade.", None),
        ],
    )
    def test_are_introduced_at_the_beginning_of_a_sentence(self, text, expected):
        sentence = sentences(text)[0]
        assert introduced_in(sentence, people_in(sentence, [])) == expected

    def test_two_joined_are_two(self):
        assert unnamed("The Minister for Trade and the Minister for Defence met Shinzo Abe") == [
            ("Minister for Trade", True, True),
            ("Minister for Defence", True, True),
        ]

    def test_are_called_as_the_text_called_them_before(self):
        [party] = unnamed_in(sentences("Le ministre a rencontré son homologue")[0], [])[:1]
        called = party.called("ministre de la Défense")
        assert (party.is_one, called.is_one, called.styled) == (False, True, "ministre de la Défense")


class TestMetInATown:
    @pytest.mark.parametrize(
        ("text", "who"),
        [
            (
                "Le 3 mai 2024, Shinzo Abe avait rencontré à Mons le commandant des forces alliées.",
                "commandant des forces alliées",
            ),
            ("Le 3 mai 2024, Shinzo Abe a reçu à Tokyo la ministre du Commerce.", "ministre du Commerce"),
            ("On 3 May 2024, Shinzo Abe met in Mons the Commander for Europe.", "Commander for Europe"),
            ("On 3 May 2024, Shinzo Abe received in Tokyo the Minister of Trade.", "Minister of Trade"),
        ],
    )
    def test_is_whoever_stands_behind_it(self, text, who):
        [meeting] = proposed(text)
        assert {each.styled for each in meeting.of("interlocutor", "host", "visitor")} == {"", who}

    def test_has_the_name_that_stands_behind_the_title(self):
        [meeting] = proposed(
            "Le 3 mai 2024, Shinzo Abe a rencontré à Mons le chef de la mission de Belgique, M. Jan Holm."
        )
        assert [fact.value or fact.known.key for fact in meeting.of("interlocutor", "host", "visitor")] == [
            "abe-shinzo",
            "Jan Holm",
        ]

    def test_is_not_whoever_stands_before_a_verb(self):
        [meeting] = proposed("On 3 May 2018 Jens Stoltenberg met the Minister of Defence of Japan.")
        assert facts(meeting, "interlocutor", "host", "visitor") == ["stoltenberg-jens", "jp-defence-minister"]
