import pytest

from .documents import facts, proposed


class TestAgreement:
    SIGNED = (
        "On 14 June 2012, the Prime Minister of Japan, Julia Gillard, and Jens Stoltenberg signed a Joint Political "
        "Declaration in Tokyo. The declaration sets out cooperation in cyber defence."
    )

    def test_has_its_kind_its_parties_who_signed_it_and_what_it_is_about(self):
        [agreement] = proposed(self.SIGNED)
        assert (agreement.kind, agreement.variant) == ("agreement", "declaration")
        assert facts(agreement, "date", "partners", "place", "areas") == ["2012-06-14", "jp", "tokyo", "cyber"]
        assert facts(agreement, "signatory") == ["Julia Gillard", "stoltenberg-jens"]

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("In July 2023, Japan and NATO had adopted a tailored partnership programme.", "programme"),
            (
                "In June 2010, an agreement on the security of information had been signed by Japan and NATO.",
                "security",
            ),
            ("The two sides met on 3 May 2024. In 2013, Japan and NATO had issued a joint declaration.", "declaration"),
            (
                "En juillet 2023, le Japon et l’OTAN avaient adopté un programme de partenariat individualisé.",
                "programme",
            ),
            ("Un accord sur la sécurité des informations avait été signé par le Japon et l’OTAN en 2010.", "security"),
            ("En avril 2013, le Japon et l’OTAN avaient publié une déclaration conjointe.", "declaration"),
            ("Une déclaration conjointe fut adoptée en 2013 par le Japon et l’OTAN.", "declaration"),
        ],
    )
    def test_of_another_time_is_no_decision(self, text, kind):
        [agreement] = proposed(text)
        assert (agreement.kind, agreement.variant, facts(agreement, "partners")) == ("agreement", kind, ["jp"])

    @pytest.mark.parametrize(
        "text",
        [
            "On 3 May 2024, Jens Stoltenberg noted that Japan had signed a partnership programme in July 2023.",
            "Jens Stoltenberg recalled that Japan and NATO had adopted a partnership programme in July 2023.",
            "Jens Stoltenberg said that on 4 July 2023 Japan and NATO signed a partnership programme.",
            "Le 3 mai 2024, Jens Stoltenberg a noté que le Japon avait signé en 2023 un programme de partenariat.",
            "Jens Stoltenberg a rappelé que le Japon et l’OTAN avaient signé en 2023 un programme de partenariat.",
            "Jens Stoltenberg a dit qu’en 2023, le Japon et l’OTAN ont adopté un programme de partenariat.",
        ],
    )
    def test_is_not_signed_by_whoever_speaks_of_it(self, text):
        for each in proposed(text):
            assert (each.kind, facts(each, "signatory")) == ("agreement", [])

    @pytest.mark.parametrize(
        "text",
        [
            "In 2014, for Japan, Shinzo Abe signed a partnership programme with Secretary General Jens Stoltenberg.",
            "En 2014, pour le Japon, Shinzo Abe avait signé le programme de partenariat avec M. Jens Stoltenberg.",
        ],
    )
    def test_is_signed_by_whoever_it_was_signed_with(self, text):
        assert facts(proposed(text)[0], "signatory") == ["abe-shinzo", "stoltenberg-jens"]
        text = text.replace("with", "in the presence of").replace("avec M.", "en présence de M.")
        assert facts(proposed(text)[0], "signatory") == ["abe-shinzo"]

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("Le 16 mai 2022, le Japon et l’OTAN ont adopté une déclaration conjointe.", "declaration"),
            ("On 6 May 2014 Japan and NATO signed an individual partnership and cooperation programme.", "programme"),
            ("Le 25 juin 2010, le Japon et l’OTAN ont signé un accord.", "other"),
            ("On 25 June 2010 Japan and NATO signed an agreement on the security of information.", "security"),
            ("Le 25 juin 2010, Japon et OTAN ont signé un accord sur la protection des informations.", "security"),
        ],
    )
    def test_is_of_the_kind_that_the_text_names(self, text, kind):
        assert [(each.kind, each.variant) for each in proposed(text)] == [("agreement", kind)]

    def test_is_signed_by_whoever_met_and_the_one_named_again(self):
        text = (
            "On 7 August 2019, Jens Stoltenberg met Prime Minister Scott Morrison and Defence Minister Linda Reynolds, "
            "and signed an agreement between NATO and Japan with Minister Reynolds."
        )
        [agreement] = proposed(text, "agreement")
        assert facts(agreement, "signatory") == ["stoltenberg-jens", "Linda Reynolds"]
        [meeting] = proposed(text, "meeting")
        assert facts(meeting, "interlocutor") == ["stoltenberg-jens", "Scott Morrison", "Linda Reynolds"]

    def test_is_about_what_the_next_sentence_says_of_it_too(self):
        text = f"{self.SIGNED} It covers maritime security. They visited the port."
        assert facts(*proposed(text, "agreement"), "areas") == ["cyber", "maritime"]
        other = f"{self.SIGNED} NATO agreed to deepen cooperation. It covers maritime security."
        assert facts(*proposed(other, "agreement"), "areas") == ["cyber"]

    def test_after_talks_tells_of_them_too_and_of_no_decision(self):
        text = (
            "Le 9 avril 2025, Shinzo Abe et Jens Stoltenberg ont adopté une déclaration conjointe entre le Japon et "
            "l’OTAN à l’issue de leur entretien. La déclaration prévoit d’approfondir la coopération en cyberdéfense."
        )
        agreement, talks = proposed(text)
        assert (agreement.kind, facts(agreement, "areas")) == ("agreement", ["cyber"])
        assert (talks.kind, facts(talks, "interlocutor", "areas")) == ("meeting", ["abe-shinzo", "stoltenberg-jens"])

    def test_needs_a_day_and_a_signature(self):
        assert proposed("Japan and NATO signed a joint declaration.", "agreement") == []
        assert proposed("On 6 May 2014 Japan and NATO discussed a joint declaration.", "agreement") == []


class TestIssuedTogether:
    TEXT = (
        "Joint Statement issued by Japan and NATO\nTokyo, 31 January 2023\nWe, Prime Minister Shinzo Abe and NATO "
        "Secretary General Jens Stoltenberg, met in Tokyo on 31 January 2023.\n"
        "We are determined to work on cyber defence."
    )

    def test_is_the_declaration_that_the_document_is(self):
        [declaration] = proposed(self.TEXT, "agreement")
        assert facts(declaration, "date", "partners", "organization", "place", "signatory", "areas") == [
            "2023-01-31",
            "jp",
            "nato",
            "tokyo",
            "abe-shinzo",
            "stoltenberg-jens",
            "cyber",
        ]

    def test_is_none_where_nobody_says_we(self):
        [declaration] = proposed(self.TEXT.replace("We", "They"), "agreement")
        assert facts(declaration, "signatory", "areas") == []

    def test_is_none_of_others_who_say_we(self):
        text = self.TEXT.replace("We, Prime Minister", "We, the people of Nagoya, ask Prime Minister")
        [declaration] = proposed(text, "agreement")
        assert facts(declaration, "signatory") == []


class TestInForce:
    @pytest.mark.parametrize(
        ("text", "since"),
        [
            ("It entered into force on the same day.", "2010-06-25/"),
            ("The agreement enters into force on signature.", "2010-06-25/"),
            ("The agreement will enter into force on 1 August 2010.", "2010-08-01/"),
            ("The agreement enters into force once both have ratified it.", None),
        ],
    )
    def test_is_since_the_day_that_the_text_says(self, text, since):
        signed = "On 25 June 2010 Shinzo Abe and Jens Stoltenberg signed an agreement between Japan and NATO. "
        (agreement,) = proposed(signed + text, "agreement")
        assert facts(agreement, "period") == ([since] if since else [])

    def test_is_not_since_a_day_that_is_not_known(self):
        text = "In May 2010 Shinzo Abe and Jens Stoltenberg signed an agreement with Japan. It took effect immediately."
        assert facts(proposed(text, "agreement")[0], "period") == ["2010-05/"]


class TestEarlierText:
    def test_is_none_that_was_signed(self):
        text = "On 12 July 2023 they met. It replaces the partnership programme between NATO and Japan signed in 2014."
        assert proposed(text, "agreement") == []


class TestSignedBy:
    def test_are_those_behind_the_verb(self):
        text = "A security agreement with Japan was signed on 25 June 2010 by Shinzo Abe and Jens Stoltenberg."
        (agreement,) = proposed(text, "agreement")
        assert facts(agreement, "signatory") == ["abe-shinzo", "stoltenberg-jens"]


def test_is_signed_by_those_whom_a_participle_names():
    text = "The Security Agreement between Japan and NATO, signed in Tokyo on 25 June 2010 by Mr Shinzo Abe and"
    [agreement] = proposed(f"{text} Mr Jens Stoltenberg, entered into force on 1 October 2010.")
    assert facts(agreement, "signatory", "period") == ["abe-shinzo", "stoltenberg-jens", "2010-10-01/"]


def test_issued_as_the_line_below_the_heading_says_is_of_those_whom_it_names():
    text = "Déclaration conjointe\npubliée à l’occasion de l’entretien entre M. Shinzo Abe et M. Jens Stoltenberg\n"
    [agreement] = proposed(f"{text}Bruxelles, le 6 mai 2014\nLe Japon et l’OTAN renforceront la cyberdéfense.")
    assert facts(agreement, "date", "place", "areas") == ["2014-05-06", "brussels", "cyber"]
    assert facts(agreement, "signatory") == ["abe-shinzo", "stoltenberg-jens"]


def test_issued_together_has_the_town_of_its_dateline_and_its_areas_are_of_no_visit():
    text = (
        "Joint statement of Mr Shinzo Abe, Prime Minister of Japan, and Mr Jens Stoltenberg\nTokyo, 31 October 2017\n"
    )
    text += "Jens Stoltenberg visited Japan from 29 October to 1 November 2017. Both sides agreed on cyber defence."
    agreement, visit = proposed(text)
    assert facts(agreement, "place", "areas") == ["tokyo", "cyber"]
    assert facts(visit, "areas") == []


def test_of_a_text_issued_together_what_it_says_of_others_is_no_area():
    text = "Joint declaration\nissued by Jens Stoltenberg and Fumio Kishida\nTokyo, 31 January 2023\n"
    [agreement] = proposed(f"{text}The threat to maritime security grows. NATO and Japan will promote cyber defence.")
    assert facts(agreement, "areas") == ["cyber"]


def test_the_agreement_told_of_right_before_is_the_same():
    text = (
        "Brussels, 25 June 2010\nJapan and NATO today signed an Agreement on the Security of Information. "
        "The Agreement was signed by Shinzo Abe and Jens Stoltenberg. It enters into force upon signature."
    )
    [agreement] = proposed(text)
    assert agreement.variant == "security"
    assert facts(agreement, "signatory", "period") == ["abe-shinzo", "stoltenberg-jens", "2010-06-25/"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Fumio Kishida welcomed the adoption in June 2020 of the partnership programme of Japan and NATO.",
            ["2020-06"],
        ),
        (
            "Ils se sont félicités de la signature, le 2 juin 2020, du programme de partenariat du Japon.",
            ["2020-06-02"],
        ),
        ("He welcomed the conclusion of negotiations on a partnership programme with Japan in June 2020.", []),
        ("He welcomed progress towards the conclusion of a partnership programme with Japan in June 2020.", []),
        ("Japan might sign a partnership programme with NATO in June 2020.", []),
    ],
)
def test_is_told_by_those_who_are_glad_of_it_and_have_not_signed(text, dates):
    found = proposed(text, "agreement")
    assert [one for each in found for one in facts(each, "date")] == dates
    assert [each for each in found if each.of("signatory")] == []


def test_those_who_issued_the_following_are_those_of_the_heading():
    text = (
        "Joint Statement by the Prime Minister of Japan and the Secretary General\n31 January 2023\n"
        "The Prime Minister of Japan, Mr Fumio Kishida, and the Secretary General, Mr Jens Stoltenberg, met on "
        "31 January 2023 and issued the following statement."
    )
    [agreement] = proposed(text, "agreement")
    assert facts(agreement, "signatory") == ["kishida-fumio", "stoltenberg-jens"]


@pytest.mark.parametrize(
    ("line", "dates"), [("Done at Brussels in May 2014", ["2014-05"]), ("Done here at Brussels in May 2014", [])]
)
def test_is_of_the_month_that_stands_alone_on_a_short_line_above_the_text(line, dates):
    text = f"Joint declaration of Japan and NATO\n{line}\nWe, Shinzo Abe and Jens Stoltenberg, will work together."
    assert [facts(each, "date") for each in proposed(text, "agreement")] == [dates]


def test_is_not_signed_where_a_post_is():
    text = "Le Japon, dont l’ambassade à Bruxelles est une mission, a signé un accord de sécurité le 3 mai 2018."
    [agreement] = proposed(text)
    assert facts(agreement, "place") == []
