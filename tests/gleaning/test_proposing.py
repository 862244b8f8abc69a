import pytest

from partnerships.gleaning.proposing import read_document
from tests.gleaning import releases
from tests.gleaning.documents import facts, known, proposed


class TestAgreed:
    @pytest.mark.parametrize(
        "text",
        [
            "Les deux parties ont décidé de renforcer leurs liens en matière de sûreté maritime et de cyberdéfense.",
            "Ils se sont engagés à travailler davantage ensemble à la cyberdéfense et à la sûreté maritime.",
            "Les deux hommes se sont mis d’accord sur plus d’échanges en cyberdéfense et en sûreté maritime.",
            "L’OTAN et le Japon ont aussi décidé de développer la sûreté maritime et la cyberdéfense.",
            "The two sides decided to step up their work on maritime security and cyber defence.",
            "They committed themselves to closer cooperation on cyber defence and maritime security.",
            "Both sides reached agreement on further work on maritime security and cyber defence.",
            "Japan and NATO resolved to strengthen their ties in cyber defence and maritime security.",
        ],
    )
    def test_may_be_told_by_any_word_for_it(self, text):
        for language, before in (
            ("fr", "Le 3 avril 2024, Jens Stoltenberg a rencontré Shinzo Abe à Tokyo."),
            ("en", "On 3 April 2024, Jens Stoltenberg met Shinzo Abe in Tokyo."),
        ):
            if language == ("fr" if "é" in text else "en"):
                [meeting] = proposed(f"{before} {text}")
                assert set(facts(meeting, "areas")) == {"cyber", "maritime"}

    def test_is_that_of_the_meeting_told_last_not_of_a_visit_told_after(self):
        text = (
            "On 3 April 2024, Jens Stoltenberg met Shinzo Abe. On 4 April 2024, Jens Stoltenberg met Fumio Kishida. "
            "Both "
            "sides agreed to deepen cooperation on cyber defence. On 9 April 2024, Jens Stoltenberg visited Tokyo."
        )
        assert [(each.kind, facts(each, "areas")) for each in proposed(text)] == [
            ("visit", []),
            ("meeting", []),
            ("meeting", ["cyber"]),
        ]


def test_what_had_been_agreed_at_another_time_is_none_of_what_was_said():
    text = (
        "On 3 May 2024, Jens Stoltenberg met Shinzo Abe. In May 2019, both sides had agreed to deepen cooperation on "
        "cyber defence."
    )
    [meeting] = proposed(text, "meeting")
    assert facts(meeting, "areas") == []


class TestHeading:
    @pytest.mark.parametrize(
        "above", ["Communiqué de presse", "PRESS RELEASE", "Press release:", "Communiqué de presse, 02.03.2017"]
    )
    def test_is_what_follows_the_kind_of_document(self, above):
        document = read_document(f"{above}\n\nUne mission de plus\nLe 24 mai 2018.", known())
        assert document.heading == "Une mission de plus"
        assert document.day.notation == "2018-05-24"

    def test_is_that_kind_where_nothing_follows(self):
        assert read_document("Communiqué de presse", known()).heading == "Communiqué de presse"


class TestRelease:
    """Whole documents, with what the fixtures know: each tells what a careful reader would record, and nothing else."""

    @pytest.mark.parametrize("name", releases.TOLD)
    def test_tells_all_of_it_and_nothing_else(self, name):
        document = read_document(releases.release(name), releases.register())
        assert [releases.told(each) for each in document.proposals] == releases.expected(name)

    def test_each_that_is_kept_is_asked(self):
        assert {path.stem for path in releases.HERE.glob("*.txt")} == set(releases.TOLD)

    @pytest.mark.parametrize(
        ("name", "day", "language"),
        [
            ("visit-with-two-stops", "2023-01-31", "en"),
            ("met-in-the-margins", "2024-07-11", "en"),
            ("agreement-signed", "2010-06-25", "en"),
            ("policy-consultations", "2023-11-21", "en"),
            ("lettres-de-creance", "2025-01-16", "fr"),
            ("nomination", "2014-10-28", "fr"),
            ("point-de-presse", "2025-06-25", "fr"),
        ],
    )
    def test_says_when_and_in_which_language_it_was_written(self, name, day, language):
        document = read_document(releases.release(name), releases.register())
        assert (document.day.notation, document.language) == (day, language)


class TestNothing:
    def test_is_proposed_that_the_text_does_not_say(self):
        assert proposed("Une phrase sans rien. Another one on 24 May 2018.") == []

    def test_empty_text_proposes_nothing(self):
        document = read_document("", known())
        assert (document.proposals, document.heading, document.day) == ([], "", None)


class TestPartner:
    """Those who met come from where the text said so before, or from where the document was issued."""

    @pytest.mark.parametrize(
        ("text", "partners"),
        [
            (
                "M. Jan Berg, ambassadeur d’Australie en Belgique, a parlé. M. Jens Stoltenberg a reçu l’ambassadeur "
                "le 3 mai 2018.",
                "au",
            ),
            ("Embassy of New Zealand\nAmbassador Jan Berg met Mr Jens Stoltenberg on 3 May 2018.", "nz"),
            ("Ambassade de France au Japon\nL’ambassadeur Jan Berg a reçu M. Jens Stoltenberg le 3 mai 2018.", ""),
            ("Embassy of New Zealand\nMr Jan Berg met Mr Jens Stoltenberg on 3 May 2018.", ""),
            ("New Zealand today\nAmbassador Jan Berg met Mr Jens Stoltenberg on 3 May 2018.", ""),
        ],
    )
    def test_of_a_meeting_is_said_elsewhere(self, text, partners):
        document = read_document(f"A title\n{text}", releases.register())
        [meeting] = [each for each in document.proposals if each.kind == "meeting"]
        assert ",".join(facts(meeting, "partners")) == partners
