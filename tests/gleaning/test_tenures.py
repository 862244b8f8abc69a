import pytest

from partnerships.gleaning.proposing import read_document
from tests.gleaning import releases
from tests.gleaning.documents import facts, proposed


class TestTenure:
    def test_is_told_by_credentials(self):
        text = "Le 3 mai 2024, Jens Stoltenberg, secrétaire général de l’OTAN, a remis ses lettres de créance."
        [tenure] = proposed(text, "tenure")
        assert facts(tenure, "person", "office", "milestone") == ["stoltenberg-jens", "nato-sg", "2024-05-03"]
        assert tenure.variant == "credentials"

    def test_is_none_of_whoever_received_the_credentials_in_other_words_than_the_register(self):
        host = "On 16 May 2017, NATO Secretary General Jens Stoltenberg received the Ambassador of Japan"
        [tenure] = proposed(f"{host}, Hajime Hayashi, who presented his credentials.", "tenure")
        assert facts(tenure, "office") == ["jp-ambassador-nato"]

    @pytest.mark.parametrize(
        "text",
        [
            "On 31 October 2017, Jens Stoltenberg became the first NATO Secretary General to visit Iruma Air Base.",
            "Le 29 juin 2022, Fumio Kishida est devenu le premier chef du gouvernement japonais à venir au sommet.",
        ],
    )
    def test_is_none_of_the_first_in_office_to_do_something(self, text):
        assert proposed(text, "tenure") == []

    def test_is_that_of_the_one_who_presents_them_not_of_the_one_who_receives_them(self):
        text = (
            "Le secrétaire général de l’OTAN, Anna Berg, parle. Le 15 novembre 2022, Mme Anna Berg a présenté ses "
            "lettres de créance à Jens Stoltenberg, secrétaire général de l’OTAN."
        )
        [tenure] = proposed(text, "tenure")
        assert facts(tenure, "person", "office", "milestone") == ["Anna Berg", "nato-sg", "2022-11-15"]

    @pytest.mark.parametrize(
        ("text", "office"),
        [
            (
                "On 9 May 2024, the Ambassador Extraordinary and Plenipotentiary of Japan to Belgium, H.E. Mr Masahiro "
                "Mikami, presented his credentials.",
                "jp-ambassador-be",
            ),
            (
                "S. E. M. Masahiro Mikami, ambassadeur du Japon auprès de l’OTAN, a remis ce jeudi 9 mai 2024 ses "
                "lettres de créance.",
                "jp-ambassador-nato",
            ),
        ],
    )
    def test_ambassador_is_known_by_who_sends_and_who_receives_them(self, text, office):
        [tenure] = proposed(text, "tenure")
        assert facts(tenure, "person", "office", "milestone") == ["Masahiro Mikami", office, "2024-05-09"]

    def test_ambassador_of_whom_the_text_does_not_say_where_has_no_office(self):
        text = "On 9 May 2024, the Ambassador of Japan, Mr Masahiro Mikami, presented his credentials."
        assert proposed(text, "tenure") == []
        assert proposed(text.replace("of Japan", "of Belgium to Japan"), "tenure") == []

    def test_is_that_of_each_whose_credentials_are_received(self):
        text = (
            "Le Roi a reçu ce jeudi 9 mai 2024 les lettres de créance de S.E. M. Masahiro Mikami, ambassadeur du Japon "
            "auprès du Roi des Belges, et de S.E. Mme Ryu Jeong-hyun, ambassadrice de la République de Corée."
        )
        first, second = proposed(text)
        assert facts(first, "person", "office", "milestone") == ["Masahiro Mikami", "jp-ambassador-be", "2024-05-09"]
        assert facts(second, "person", "office") == ["Ryu Jeong-hyun", "kr-ambassador-be"]

    def test_is_for_the_state_that_stands_behind_the_name(self):
        text = "On 9 May 2024, NATO received the credentials of Ambassador Masahiro Mikami of Japan."
        [tenure] = proposed(text, "tenure")
        assert facts(tenure, "person", "office") == ["Masahiro Mikami", "jp-ambassador-nato"]

    def test_is_that_of_each_who_presents_them(self):
        text = (
            "Le 9 mai 2024, M. Masahiro Mikami, ambassadeur du Japon en Belgique, et Mme Ryu Jeong-hyun, ambassadrice "
            "de la République de Corée en Belgique, ont remis leurs lettres de créance."
        )
        assert [facts(each, "person", "office") for each in proposed(text)] == [
            ["Masahiro Mikami", "jp-ambassador-be"],
            ["Ryu Jeong-hyun", "kr-ambassador-be"],
        ]

    def test_ambassador_is_known_by_the_adjective(self):
        text = "On 9 May 2024, the Japanese Ambassador to Belgium, Mr Masahiro Mikami, presented his credentials."
        assert facts(*proposed(text, "tenure"), "office") == ["jp-ambassador-be"]

    def test_head_of_state_receives_them_where_the_document_was_issued_and_not_where_else_it_names(self):
        text = "{}\nOn 9 May 2024, the Ambassador of Japan, Mr Masahiro Mikami, presented his credentials to the King."
        first, second = (proposed(text.format(places), "tenure") for places in ("Brussels", "Tokyo, Brussels"))
        assert [facts(each, "office") for each in first] == [["jp-ambassador-be"]]
        assert second == []

    def test_is_that_of_whoever_says_so_under_their_name(self):
        text = (
            "My name is Shinzo Abe. On 16 May 2017, I presented my credentials to the King of Belgium and took office "
            "as the Ambassador of Japan to Belgium."
        )
        [tenure] = proposed(text)
        assert facts(tenure, "person", "office", "milestone") == ["abe-shinzo", "jp-ambassador-be", "2017-05-16"]
        assert proposed(text.removeprefix("My name is Shinzo Abe. ")) == []

    def test_office_may_stand_behind_the_name_in_a_sentence_before(self):
        text = (
            "Mme Anna Berg, secrétaire général de l’OTAN, a parlé. Mme Berg est partie. En 2017, Mme Anna Berg a "
            "présenté ses lettres de créance."
        )
        assert facts(*proposed(text), "person", "office", "milestone") == ["Anna Berg", "nato-sg", "2017"]

    def test_office_is_the_one_named_behind_the_verb(self):
        text = "On 1 September 2019, Axel Wernhoff was appointed Secretary General of NATO."
        [tenure] = proposed(text, "tenure")
        assert facts(tenure, "person", "office") == ["Axel Wernhoff", "nato-sg"]
        assert proposed("On 1 September 2019, The Ambassador was appointed Secretary General of NATO.") == []


class TestTakingOffice:
    @pytest.mark.parametrize(
        "text",
        [
            "M. Kenji Tanaka a pris ses fonctions d’ambassadeur du Japon en Belgique le 1er octobre 2026. "
            "Il succède à M. Shinzo Abe, en poste depuis 2023.",
            "Kenji Tanaka est entré en fonctions comme ambassadeur du Japon en Belgique le 1er octobre 2026, en "
            "remplacement de M. Shinzo Abe, en poste depuis 2023.",
            "Mr Kenji Tanaka took up his duties as Ambassador of Japan to Belgium on 1 October 2026. He succeeds "
            "Shinzo Abe, who had held the post since 2023.",
            "On 1 October 2026, Kenji Tanaka took office as Ambassador of Japan to Belgium, succeeding Mr Shinzo Abe, "
            "in post since 2023.",
        ],
    )
    def test_begins_a_tenure_and_ends_that_of_the_one_before(self, text):
        new, old = proposed(text)
        assert (new.kind, new.variant, old.kind) == ("tenure", "", "tenure")
        assert facts(new, "person", "office", "period") == ["Kenji Tanaka", "jp-ambassador-be", "2026-10-01/.."]
        assert facts(old, "person", "office", "period") == ["abe-shinzo", "jp-ambassador-be", "2023/[..2026-10-01]"]

    def test_of_the_one_before_the_text_may_say_no_more_than_until_when(self):
        text = "M. Kenji Tanaka a pris ses fonctions d’ambassadeur du Japon en Belgique le 1er octobre 2026. "
        _new, old = proposed(text + "Il succède à M. Takeshi Osuga, nommé ambassadeur aux Pays-Bas.")
        assert facts(old, "person", "period") == ["Takeshi Osuga", "/[..2026-10-01]"]
        assert len(proposed(text + "Il succède à son prédécesseur.")) == 1

    def test_an_appointment_ends_nothing(self):
        text = "Le 3 mai 2024, le Japon a nommé M. Masahiro Mikami ambassadeur du Japon en Belgique. "
        text += "Il succède à M. Shinzo Abe."
        _new, old = proposed(text)
        assert facts(old, "person", "office", "period") == ["abe-shinzo", "jp-ambassador-be"]

    def test_is_on_the_day_behind_it_and_arriving_is_no_visit(self):
        text = (
            "Mr Kenji Tanaka arrived in Brussels on 28 September 2026 and took up his duties as Ambassador of Japan to "
            "Belgium on 1 October 2026."
        )
        [tenure] = proposed(text)
        assert (tenure.kind, facts(tenure, "period")) == ("tenure", ["2026-10-01/.."])

    def test_is_not_by_whoever_leaves(self):
        text = (
            "On 1 October 2026, Jens Stoltenberg thanked the outgoing Ambassador of Japan to Belgium, Mr Kenji Tanaka. "
            "The Ambassador will take up the post on 3 October 2026."
        )
        assert proposed(text, "tenure") == []

    def test_without_an_office_begins_nothing(self):
        assert proposed("M. Kenji Tanaka a pris ses fonctions le 1er octobre 2026. Il succède à M. Shinzo Abe.") == []


class TestAppointment:
    """Told as a noun, without a verb: “the appointment of Ms Berg as”."""

    @pytest.mark.parametrize(
        "text",
        [
            "Japan announced on 3 May 2024 the appointment of Mr Masahiro Mikami as Ambassador of Japan to Belgium.",
            "Le 3 mai 2024, le Japon annonce la nomination de M. Masahiro Mikami au poste d’ambassadeur du Japon en "
            "Belgique.",
            "Le 3 mai 2024, le Japon a nommé M. Masahiro Mikami ambassadeur du Japon en Belgique.",
        ],
    )
    def test_is_a_tenure(self, text):
        [tenure] = proposed(text)
        assert (tenure.kind, tenure.variant) == ("tenure", "appointed")
        assert facts(tenure, "person", "office", "milestone") == ["Masahiro Mikami", "jp-ambassador-be", "2024-05-03"]

    def test_of_an_office_that_the_register_knows_by_name(self):
        text = "On 3 May 2024, NATO announced the appointment of Ms Anna Berg as Secretary General of NATO."
        assert facts(*proposed(text), "person", "office") == ["Anna Berg", "nato-sg"]

    def test_was_by_the_day_of_the_document_where_it_gives_none(self):
        text = "3 May 2024\nNATO welcomes the appointment of Ms Anna Berg as Secretary General of NATO."
        [tenure] = proposed(text)
        assert (facts(tenure, "milestone"), tenure.first("milestone").passage) == (["[..2024-05-03]"], "3 May 2024")

    @pytest.mark.parametrize(
        "text",
        [
            "On 3 May 2024, Ms Anna Berg welcomed the appointment of a Secretary General of NATO.",
            "On 3 May 2024, the appointment of Ms Anna Berg was noted.",
            "On 3 May 2024, NATO welcomed the appointment of Ms Anna Berg to a committee.",
        ],
    )
    def test_without_a_name_or_an_office_is_none(self, text):
        assert proposed(text, "tenure") == []


def test_designation_to_another_office_is_for_the_second():
    text = (
        "Le 3 mai 2024, le Japon annonce la désignation de M. Shinzo Abe, ambassadeur du Japon en Belgique, comme "
        "secrétaire général de l’OTAN."
    )
    assert facts(*proposed(text, "tenure"), "person", "office") == ["abe-shinzo", "nato-sg"]


class TestHisAppointment:
    def test_is_that_of_whoever_stands_before_it(self):
        text = "On 3 May 2024, NATO congratulated Ms Anna Berg on her appointment as Secretary General of NATO."
        assert facts(*proposed(text), "person", "office", "milestone") == ["Anna Berg", "nato-sg", "2024-05-03"]
        text = (
            "Le 3 mai 2024, l’OTAN félicite Mme Anna Berg pour sa nomination au poste de secrétaire général de l’OTAN."
        )
        assert facts(*proposed(text), "person", "office") == ["Anna Berg", "nato-sg"]

    def test_without_an_office_is_none(self):
        assert proposed("On 3 May 2024, NATO congratulated Ms Anna Berg on her appointment.") == []


class TestAccreditation:
    TEXT = (
        "Le 15 janvier 2025, M. Masahiro Mikami a remis à M. Jens Stoltenberg les lettres l’accréditant comme "
        "secrétaire général de l’OTAN. "
    )

    def test_is_for_the_office_behind_it(self):
        [tenure] = proposed(self.TEXT)
        assert facts(tenure, "person", "office", "milestone") == ["Masahiro Mikami", "nato-sg", "2025-01-15"]

    def test_makes_them_the_ambassador_from_there_on(self):
        [talks] = proposed(f"{self.TEXT}Le 16 janvier 2025, le nouvel ambassadeur a rencontré Shinzo Abe.", "meeting")
        assert facts(talks, "interlocutor") == ["Masahiro Mikami", "abe-shinzo"]
        assert talks.first("interlocutor").styled == ""


class TestAnnounced:
    APPOINTED = "Le 12 septembre 2022, M. Jon Lund a été nommé ambassadeur du Japon en Belgique. "

    @pytest.mark.parametrize(
        "text", ["Il prendra ses fonctions le 3 octobre 2022.", "M. Lund prendra ses fonctions le 3 octobre 2022."]
    )
    def test_beginning_is_that_of_the_tenure_just_told(self, text):
        [tenure] = proposed(self.APPOINTED + text)
        assert facts(tenure, "person", "office", "milestone", "period") == [
            "Jon Lund",
            "jp-ambassador-be",
            "2022-09-12",
            "2022-10-03/..",
        ]

    def test_beginning_of_somebody_else_is_not(self):
        [tenure] = proposed(self.APPOINTED + "Mme Anna Berg prendra ses fonctions le 3 octobre 2022.")
        assert facts(tenure, "period") == []

    def test_of_a_family_name_that_stands_first(self):
        text = (
            "On 12 September 2022, Ryu Jeong-hyun was appointed as Ambassador of the Republic of Korea to Belgium. "
            "Ambassador Ryu will take up her duties on 3 October 2022."
        )
        [tenure] = proposed(text)
        assert facts(tenure, "person", "milestone", "period") == ["Ryu Jeong-hyun", "2022-09-12", "2022-10-03/.."]


class TestLeaving:
    @pytest.mark.parametrize(
        "text",
        [
            "M. Shinzo Abe, ambassadeur du Japon en Belgique, quittera ses fonctions le 30 avril 2024.",
            "Mr Shinzo Abe, Ambassador of Japan to Belgium, left his post on 30 April 2024.",
        ],
    )
    def test_is_the_end_of_a_tenure(self, text):
        [tenure] = proposed(text)
        assert facts(tenure, "person", "office", "period") == ["abe-shinzo", "jp-ambassador-be", "/2024-04-30"]

    @pytest.mark.parametrize(
        "text",
        [
            "Jens Stoltenberg received the Ambassador of Japan to Belgium, H.E. Mr Masafumi Ishii. "
            "Ambassador Ishii leaves his post on 31 October 2016.",
            "Jens Stoltenberg a reçu l’ambassadeur du Japon en Belgique, S.E. M. Masafumi Ishii. "
            "L’ambassadeur Ishii quittera ses fonctions le 31 octobre 2016.",
        ],
    )
    def test_is_of_the_office_that_the_text_gave_before(self, text):
        [tenure] = [each for each in read_document(text, releases.register()).proposals if each.kind == "tenure"]
        assert facts(tenure, "person", "office", "period") == ["ishii-masafumi", "jp-ambassador-be", "/2016-10-31"]

    def test_without_a_day_or_an_office_is_none(self):
        assert proposed("M. Shinzo Abe, ambassadeur du Japon en Belgique, quittera ses fonctions.") == []
        assert proposed("M. Shinzo Abe quittera ses fonctions le 30 avril 2024.") == []
        # Of several days nobody knows which was the last.
        several = "Mr Shinzo Abe, Ambassador of Japan to Belgium, left his post on 29-30 April 2024."
        assert not [one for one in proposed(several) if one.kind == "tenure"]


class TestGivenAnother:
    def test_office_that_nobody_knows_is_none_that_somebody_has(self):
        text = (
            "On 15 April 2013 Japan announced the appointment of Mr Shinzo Abe, Ambassador of Japan to Belgium, as "
            "Representative of the Government of Japan."
        )
        assert proposed(text, "tenure") == []
        (known,) = proposed(
            text.replace("as Representative of the Government of Japan", "as Secretary General of NATO")
        )
        assert facts(known, "office") == ["nato-sg"]


class TestWhoseOfficeItIs:
    def test_is_nobody_named_in_passing(self):
        for passing in ("who worked with Mr Shinzo Abe", "a former adviser to Mr Shinzo Abe"):
            text = f"Ms Anna Berg, {passing}, has been Ambassador of Japan to Belgium since 3 November 2022."
            assert facts(*proposed(text, "tenure"), "person", "period") == ["Anna Berg", "2022-11-03/.."]

    def test_is_where_they_have_been_and_not_where_the_other_one_is(self):
        for who in (
            "The Ambassador of Norway to NATO, Ms Anna Berg, greets Mr Hajime Hayashi",
            "At NATO, Mr Hajime Hayashi",
        ):
            text = f"{who}, who has been Ambassador of Japan to Belgium since 3 November 2022."
            assert facts(*proposed(text, "tenure"), "person", "office") == ["Hajime Hayashi", "jp-ambassador-be"]

    def test_is_the_last_named_of_two_ambassadors(self):
        text = (
            "The Ambassador of Norway to NATO, Ms Anna Berg, greets the Ambassador of Japan to Belgium, Mr Hajime "
            "Hayashi, who has been Ambassador since 3 November 2022."
        )
        assert facts(*proposed(text, "tenure"), "person", "office") == ["Hajime Hayashi", "jp-ambassador-be"]

    def test_is_nobody_of_whom_a_sentence_about_him_speaks(self):
        text = (
            "In 2013, he went with Prime Minister Shinzo Abe to Brussels.\n"
            "He has been Ambassador of Japan to Belgium since 15 January 2025."
        )
        assert proposed(text, "tenure") == []

    def test_is_the_successor_who_arrives_and_pays_no_visit(self):
        text = (
            "On 24 October 2019 the Ambassador of Japan to Belgium, Mr Hajime Hayashi, left Brussels. His successor, "
            "Mr Makita Shimokawa, arrived in Brussels on 8 November 2019."
        )
        left, arrived = proposed(text)
        assert (left.variant, facts(left, "milestone")) == ("departed", ["2019-10-24"])
        assert (arrived.variant, facts(arrived, "person", "milestone")) == (
            "arrived",
            ["Makita Shimokawa", "2019-11-08"],
        )


def test_whoever_was_nominated_first_was_appointed_on_the_day_of_the_appointment():
    text = "Mr Hajime Hayashi, nominated Ambassador of Japan to Belgium on 3 May 2018, was appointed on 5 June 2018."
    [tenure] = proposed(text, "tenure")
    assert (tenure.variant, *facts(tenure, "milestone")) == ("appointed", "2018-06-05")


class TestServed:
    @pytest.mark.parametrize(
        "who",
        [
            "Jens Stoltenberg would have",
            "Jens Stoltenberg’s adviser had",
            "Jens Stoltenberg said that another had",
            "Jens Stoltenberg, whose predecessor had",
        ],
    )
    def test_of_another_or_of_nobody_is_not_theirs(self, who):
        text = f"{who} been Secretary General of NATO from 1 October 2009 to 1 October 2014."
        assert proposed(text, "tenure") == []

    @pytest.mark.parametrize(
        "text",
        [
            "Jens Stoltenberg served as Secretary General of NATO from 1 October 2014 to 1 October 2024.",
            "M. Jens Stoltenberg, qui fut secrétaire général de l’OTAN du 1er octobre 2014 au 1er octobre 2024, parle.",
            "Jens Stoltenberg, Secretary General of NATO from 1 October 2014 to 1 October 2024, died.",
        ],
    )
    def test_is_a_tenure_from_the_one_day_to_the_other(self, text):
        [tenure] = proposed(text)
        assert facts(tenure, "person", "office", "period") == ["stoltenberg-jens", "nato-sg", "2014-10-01/2024-10-01"]

    def test_is_of_the_office_with_which_the_text_named_them(self):
        text = "Secretary General of NATO Jens Stoltenberg stays. Mr Stoltenberg has been Secretary General since 2014."
        [tenure] = proposed(text)
        assert facts(tenure, "office", "period") == ["nato-sg", "2014/.."]


@pytest.mark.parametrize(
    "text",
    [
        "Le 8 mars 2017, le Roi a donné son agrément à la nomination de M. Hajime Hayashi en qualité d’ambassadeur du "
        "Japon en Belgique.",
        "On 8 March 2017, Tokyo nominated Mr Hajime Hayashi as Ambassador of Japan to Belgium.",
    ],
)
def test_whoever_is_nominated_is_not_yet_appointed(text):
    [tenure] = proposed(text)
    assert tenure.variant == "nominated"
    assert facts(tenure, "person", "office", "milestone") == ["Hajime Hayashi", "jp-ambassador-be", "2017-03-08"]


@pytest.mark.parametrize(
    "text",
    [
        "M. Shinzo Abe, premier ministre du Japon, nommé le 26 décembre 2012, a reçu Jens Stoltenberg le 4 mai 2018.",
        "On 4 May 2018 Prime Minister of Japan Shinzo Abe, appointed on 26 December 2012, met Jens Stoltenberg.",
    ],
)
def test_whoever_is_said_in_passing_to_be_appointed_is_so_to_the_office_of_their_title(text):
    [tenure] = proposed(text, "tenure")
    assert facts(tenure, "person", "office", "milestone") == ["abe-shinzo", "jp-prime-minister", "2012-12-26"]


def test_whoever_is_appointed_to_something_else_in_passing_has_no_office():
    text = "M. Shinzo Abe, premier ministre du Japon, nommé le 3 mai 2017 envoyé spécial, a reçu M. Jens Stoltenberg"
    assert proposed(f"{text} le 4 mai 2018.", "tenure") == []


def test_whoever_a_text_names_before_the_successor_held_no_office():
    text = (
        "Anna Berg was appointed Ambassador of Japan to Belgium on 3 May 2024. In the presence of Mr Shinzo Abe, she "
        "succeeds Mr Jan Holm, in office since 4 June 2019."
    )
    assert [facts(each, "person") for each in proposed(text, "tenure")] == [["Anna Berg"], ["Jan Holm"]]


def test_list_of_letters_ends_where_a_sentence_tells_of_others():
    text = (
        "On 3 May 2024 the King received the letters of credence of:\nMs Anna Berg, Ambassador of Japan to Belgium\n"
        "Mr Jan Holm, Ambassador of the Republic of Korea to Belgium, presented his credentials elsewhere."
    )
    assert [facts(each, "person") for each in proposed(text, "tenure") if each.of("milestone")] == [["Anna Berg"]]
