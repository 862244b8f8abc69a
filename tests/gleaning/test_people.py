from dataclasses import replace

import pytest

from partnerships.gleaning.known_names import Known, Mention
from partnerships.gleaning.people import (
    NamedPerson,
    by_family_name,
    family_name,
    people_in,
    spoken_of_again,
    spoken_of_by_title,
    with_full_names,
)
from partnerships.gleaning.text import sentences
from tests.gleaning.documents import facts, known, proposed


def named(text):
    sentence = sentences(text)[0]
    return [
        (one.name, one.title, one.known and one.known.key) for one in people_in(sentence, known().mentions(sentence))
    ]


class TestPeople:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("avec le premier ministre, Shinzo Abe, hier", ("Shinzo Abe", "premier ministre", "abe-shinzo")),
            ("met Prime Minister Fumio Kishida there", ("Fumio Kishida", "Prime Minister", "kishida-fumio")),
            ("le ministre de la Défense, Itsunori Onodera", ("Itsunori Onodera", "ministre de la Défense", None)),
            # Not “SUJI Kiyoto”, nor any other part of the name.
            (
                "Mr. TSUJI Kiyoto, State Minister for Trade, attended",
                ("TSUJI Kiyoto", "State Minister for Trade", None),
            ),
            ("le roi Philippe a reçu", ("roi Philippe", "roi", None)),
            ("Emperor Naruhito received", ("Emperor Naruhito", "Emperor", None)),
            ("King Abdullah II’s visit", ("Abdullah II", "King", None)),
            ("Readout of Secretary General Jan Holm’s Meeting", ("Jan Holm", "Secretary General", None)),
            ("met Yasukazu Hamada, Minister of Defence.", ("Yasukazu Hamada", "Minister of Defence", None)),
            ("and Minister of Defence Yasukazu Hamada.", ("Yasukazu Hamada", "Minister of Defence", None)),
            ("le ministre de la Défense Itsunori Onodera", ("Itsunori Onodera", "ministre de la Défense", None)),
            ("le secrétaire général, M. Itsunori Onodera", ("Itsunori Onodera", "secrétaire général", None)),
            ("le premier ministre, M. Shinzo Abe", ("Shinzo Abe", "premier ministre", "abe-shinzo")),
            ("a reçu Mlle Anna Berg, ministre de la Défense, hier", ("Anna Berg", "ministre de la Défense", None)),
            ("met Ms Anna Berg, Minister of Defence, there", ("Anna Berg", "Minister of Defence", None)),
            ("by Rear Admiral Katsushi Omachi", ("Katsushi Omachi", "Rear Admiral", None)),
            ("the Supreme Allied Commander Europe, General Philip Breedlove", ("Philip Breedlove", "General", None)),
            ("the President of the United States, Joe Biden", ("Joe Biden", "President of the United States", None)),
            ("le secrétaire général a reçu le ministre Jan Holm", ("Jan Holm", "ministre", None)),
            ("Jan Holm, Minister of Defence held a dinner", ("Jan Holm", "Minister of Defence", None)),
            ("Mr Jan Holm, Norway’s Defence Minister, spoke", ("Jan Holm", "Norway’s Defence Minister", None)),
            ("Jan Holm, Swiss Federal Councillor, spoke", ("Jan Holm", "Swiss Federal Councillor", None)),
            (
                "the Federal Councillor and Head of the Federal Department of Home Affairs, Mr. Jan Holm",
                ("Jan Holm", "Federal Councillor and Head of the Federal Department of Home Affairs", None),
            ),
            (
                "the Deputy Prime Minister and Foreign Minister Jan Holm",
                ("Jan Holm", "Deputy Prime Minister and Foreign Minister", None),
            ),
            (
                "the Deputy Assistant Secretary General for Operations, Jan Holm",
                ("Jan Holm", "Deputy Assistant Secretary General for Operations", None),
            ),
            (
                "avec l’émir, Son Altesse Cheikh Salem Al-Ali Al-Jaber Al-Sabah",
                ("Cheikh Salem Al-Ali Al-Jaber Al-Sabah", "émir", None),
            ),
        ],
    )
    def test_have_their_titles_as_the_text_styles_them(self, text, expected):
        assert named(text) == [expected]

    @pytest.mark.parametrize(
        "title",
        [
            "Deputy Assistant Secretary General for Political Affairs and Security Policy",
            "Assistant Secretary General for Emerging Security Challenges and Innovation",
            "Minister of Defence and Veterans Affairs",
            "secrétaire général adjoint délégué pour les affaires politiques et la politique de sécurité",
        ],
    )
    def test_title_that_goes_on_over_an_and_is_whole(self, title):
        for text in (f"the {title}, Jan Holm, spoke", f"the {title} Jan Holm spoke", f"Jan Holm, {title}, spoke"):
            assert named(text) == [("Jan Holm", title, None)]

    @pytest.mark.parametrize(
        "text",
        [
            "The Minister for Trade announced today the appointment of Mr Jan Holm",
            "The Minister for Trade welcomed warmly Mr Jan Holm",
            "La ministre du Commerce salue M. Jan Holm",
            "the Minister by now a friend of Mr Jan Holm",
        ],
    )
    def test_title_does_not_go_on_over_a_verb_or_an_article(self, text):
        assert named(text) == [("Jan Holm", "", None)]

    def test_title_of_somebody_beside_them_is_not_theirs(self):
        text = "the Assistant Secretary General for Operations and Jan Holm, Minister of Defence, met"
        assert named(text) == [("Jan Holm", "Minister of Defence", None)]
        text = "At a press conference with Prime Minister Kishida, Mr Stoltenberg spoke"
        assert named(text) == []

    def test_title_of_the_next_is_not_theirs(self):
        text = "la présidente Salomé Berg, le premier ministre Irakli Holm et le ministre de la Défense, Jon Lund"
        assert [found[:2] for found in named(text)] == [
            ("Salomé Berg", "présidente"),
            ("Irakli Holm", "premier ministre"),
            ("Jon Lund", "ministre de la Défense"),
        ]

    def test_title_before_them_is_not_that_of_the_one_before(self):
        text = "Foreign Minister Anna Berg and Defence Minister Jon Lund"
        assert [found[:2] for found in named(text)] == [
            ("Anna Berg", "Foreign Minister"),
            ("Jon Lund", "Defence Minister"),
        ]
        text = "le premier ministre Jan Holm, la ministre des Affaires étrangères, Anna Berg, et le ministre, Jon Lund"
        assert [found[:2] for found in named(text)] == [
            ("Jan Holm", "premier ministre"),
            ("Anna Berg", "ministre des Affaires étrangères"),
            ("Jon Lund", "ministre"),
        ]

    def test_title_between_two_names_is_of_one(self):
        text = "Anna Berg, the Vice Foreign Minister of Korea, Do Hoon Lee, and the Deputy Ambassador, Jon Lund"
        assert [found[:2] for found in named(text)] == [
            ("Do Hoon Lee", "Vice Foreign Minister of Korea"),
            ("Jon Lund", "Deputy Ambassador"),
        ]
        text = "Anna Berg, Minister of Trade, Jan Holm, Minister of Labour, and Jon Lund, Minister of Health"
        assert [found[:2] for found in named(text)] == [
            ("Anna Berg", "Minister of Trade"),
            ("Jan Holm", "Minister of Labour"),
            ("Jon Lund", "Minister of Health"),
        ]

    def test_title_of_a_heading_is_nobody(self):
        assert named("NATO Secretary General welcomes Norway’s Defence Minister") == []

    def test_rest_of_a_title_is_nobody(self):
        assert named("the Minister for Foreign Affairs and the Minister of State Security") == []

    @pytest.mark.parametrize(
        "text",
        [
            "In Seoul, the Secretary General will meet",
            "She met the Minister of Trade in Ho Chi Minh",
            "Elle a rencontré le président à Abou Dhabi",
            "Elle a rencontré le président en Arabie Heureuse",
            "À Séoul, le ministre de la Défense a parlé",
            "the Chair of the NATO Military Committee",
            "the Chairman of the Military Committee also took part",
            "le chef du Comité Militaire, hier",
            "at the invitation of the Ministry of Foreign Affairs, the Secretary General",
            "l’Assemblée des Nations Unies, le secrétaire général",
            "the Department of Defence, Civil Protection and Sport",
            "the Head of the Department of Defence, Civil Protection and Sport",
            "le ministre de la Défense, de la Protection civile et des Sports Nationaux",
        ],
    )
    def test_place_or_body_beside_a_title_is_nobody(self, text):
        assert named(text) == []

    @pytest.mark.parametrize("title", ["Minister for", "ministre de la", "ministre chargé de l’"])
    def test_title_that_goes_on_names_nobody_yet(self, title):
        assert "Foreign Affairs" not in [name for name, _title, _known in named(f"met the {title} Foreign Affairs.")]
        assert named(f"met the {title} Foreign Affairs.") == []

    def test_name_without_a_title_that_nobody_knows_is_not_taken(self):
        assert named("Le Bulletin Officiel paraît") == []

    def test_each_stands_once(self):
        assert len(named("Shinzo Abe a parlé. ".strip(". ") + ", dit Shinzo Abe")) == 1


class TestFullNames:
    def test_are_those_by_which_one_alone_was_called_before(self):
        before = [NamedPerson(name, "", 0, 9) for name in ("Anna Berg", "Pedro Shinzo Abe", "Jan Holm", "Jon Holm")]
        people = [NamedPerson(name, "", 20, 29) for name in ("Berg", "BERG", "Holm", "erg", "Lund")]
        abe = NamedPerson("Shinzo Abe", "", 20, 29, Known("person", "abe-shinzo"))
        found = [each.name for each in with_full_names([*people, abe], before)]
        assert found == ["Anna Berg", "Anna Berg", "Holm", "erg", "Lund", "Shinzo Abe"]


class TestTitleAlone:
    STOLTENBERG = NamedPerson("Jens Stoltenberg", "NATO Secretary General", 0, 16, Known("person", "stoltenberg-jens"))
    GUTERRES = NamedPerson("António Guterres", "secrétaire général de l’ONU", 0, 16)
    ARDERN = NamedPerson("Jacinda Ardern", "Prime Minister", 0, 14)

    def found(self, text, *before):
        return [each.name for each in spoken_of_by_title(sentences(text)[0], [], before)]

    def test_means_the_one_who_was_named_with_it(self):
        assert self.found("Later the Prime Minister met the Secretary General.", self.STOLTENBERG, self.ARDERN) == [
            "Jacinda Ardern",
            "Jens Stoltenberg",
        ]
        [found] = spoken_of_by_title(sentences("Later, the Prime Minister spoke")[0], [], [self.ARDERN])
        assert (found.start, found.title) == (7, "Prime Minister")

    def test_of_two_means_the_one_whom_the_register_knows(self):
        known_one = replace(self.STOLTENBERG, title="secrétaire général de l’OTAN")
        assert self.found("Le secrétaire général a parlé", known_one, self.GUTERRES) == ["Jens Stoltenberg"]
        assert self.found("Le secrétaire général a parlé", replace(known_one, known=None), self.GUTERRES) == []

    @pytest.mark.parametrize(
        "text",
        [
            "the Secretary General of the United Nations",
            "the Secretary General António Guterres",
            "le secrétaire général, M. António Guterres",
            "le secrétaire général adjoint",
            "le secrétaire général norvégien",
            "a Secretary General",
        ],
    )
    def test_means_nobody_where_more_is_said(self, text):
        assert self.found(text, replace(self.STOLTENBERG, title="Secretary General, secrétaire général")) == []

    def test_may_be_that_of_the_new_one_or_stand_before_another(self):
        ambassador = replace(self.ARDERN, title="ambassadeur")
        assert self.found("le secrétaire général et le nouvel ambassadeur", ambassador) == ["Jacinda Ardern"]
        assert self.found("Le lendemain, l’ambassadeur est parti", ambassador) == ["Jacinda Ardern"]
        assert self.found("l’ambassadeur et ministre", ambassador) == []

    def test_means_nobody_where_the_text_speaks_so_of_somebody_without_a_name(self):
        [sentence] = sentences("The Prime Minister spoke")
        assert spoken_of_by_title(sentence, [], [self.ARDERN], {"prime minister"}) == []

    def test_means_nobody_a_second_time(self):
        assert spoken_of_by_title(sentences("the Prime Minister")[0], [self.ARDERN], [self.ARDERN]) == []


def test_family_name_is_the_one_in_capitals_or_the_last():
    assert [family_name(each) for each in ("KAMIKAWA Yoko", "Yoko Kamikawa", "YOKO KAMIKAWA")] == ["kamikawa"] * 3


class TestFamilyName:
    FAMILIES = {"stoltenberg": Known("person", "stoltenberg-jens")}

    def found(self, text):
        sentence = sentences(text)[0]
        return [each.known.key for each in by_family_name(sentence, [], self.FAMILIES)]

    def test_after_a_title_means_the_one_spoken_of(self):
        assert self.found("M. Stoltenberg a rencontré") == ["stoltenberg-jens"]
        assert self.found("Mr Stoltenberg met") == ["stoltenberg-jens"]

    def test_after_several_titles_means_each(self):
        assert self.found("MM. Abe et Stoltenberg ont parlé") == ["stoltenberg-jens"]
        assert self.found("Ministers Kono and Stoltenberg met") == ["stoltenberg-jens"]
        assert self.found("Mr Abe and Stoltenberg met") == []

    def test_by_itself_means_nobody(self):
        assert self.found("la place Stoltenberg") == []


class TestSpokenOfAgain:
    def test_is_by_the_family_name_unless_the_register_knows_what_stands_there(self):
        [sentence] = sentences("Later Minister Berg spoke.")
        [word] = [each for each in sentence.words if each.folded == "berg"]
        before = {"berg": NamedPerson("Anna Berg", "", 0, 9)}
        assert [each.name for each in spoken_of_again(sentence, [], before)] == ["Anna Berg"]
        town = Mention(Known("place", "berg"), "Berg", word.start, word.end)
        assert spoken_of_again(sentence, [town], before) == []


def test_no_order_nor_seat_is_part_of_a_name():
    [meeting] = proposed("On 3 May 2018 Jens Stoltenberg met the Minister of Defence, Jan Holm TD.")
    assert facts(meeting, "interlocutor") == ["stoltenberg-jens", "Jan Holm"]


@pytest.mark.parametrize(
    "title",
    [
        "the Assistant Secretary General of NATO for Political Affairs and Security Policy, Mr",
        "le haut représentant de l’Union pour les affaires étrangères et la politique de sécurité, M.",
    ],
)
def test_a_title_says_of_whom_and_for_what(title):
    verb = "received" if title.startswith("the") else "a reçu"
    text = f"3 mai 2018 : Jens Stoltenberg {verb} {title} Jan Holm."
    [meeting] = proposed(text)
    assert meeting.of("visitor")[0].styled in title
    assert meeting.of("visitor")[0].styled
