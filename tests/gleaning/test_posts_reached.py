import pytest

from tests.gleaning.documents import facts, proposed


class TestPostsReached:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("On 2 October 2026 Ambassador Shinzo Abe left Brussels.", "departed"),
            ("Shinzo Abe, Ambassador of Japan, departed from Belgium on 2 October 2026.", "departed"),
            ("The Japanese Ambassador, Mr Shinzo Abe, arrived in Brussels on 2 October 2026.", "arrived"),
            ("Le 2 octobre 2026, l’ambassadeur Shinzo Abe a quitté définitivement Bruxelles.", "departed"),
            ("Shinzo Abe, ambassadeur du Japon, avait quitté la Belgique le 2 octobre 2026.", "departed"),
            ("L’ambassadeur du Japon, M. Shinzo Abe, est arrivé à Bruxelles le 2 octobre 2026.", "arrived"),
        ],
    )
    def test_is_a_step_of_a_tenure_and_no_visit(self, text, kind):
        [tenure] = proposed(text)
        assert (tenure.kind, tenure.variant) == ("tenure", kind)
        assert facts(tenure, "person", "office", "milestone") == ["abe-shinzo", "jp-ambassador-be", "2026-10-02"]

    @pytest.mark.parametrize(
        "text",
        [
            "On 2 October 2026 Ambassador Shinzo Abe left Tokyo.",
            "On 2 October 2026 Shinzo Abe left Brussels.",
            "On 2 October 2026 Ambassador Jens Stoltenberg left Brussels.",
            "On 2 October 2026 Ambassador Shinzo Abe has not left Brussels.",
            "Ambassador Shinzo Abe left Brussels.",
            "Le 2 octobre 2026, l’ambassadeur Shinzo Abe a quitté Tokyo.",
            "Le 2 octobre 2026, Shinzo Abe a quitté Bruxelles.",
        ],
    )
    def test_is_none_of_anybody_else_or_elsewhere(self, text):
        assert proposed(text) == []

    def test_is_that_of_whoever_the_text_has_told_holds_the_office(self):
        text = "On 16 May 2017 Mr Taro Berg, Ambassador of Japan to Belgium, presented his credentials."
        [tenure] = proposed(f"{text} Mr Berg had arrived in Brussels on 27 April 2017.")
        assert facts(tenure, "milestone", "arrived") == ["2017-05-16", "2017-04-27"]
