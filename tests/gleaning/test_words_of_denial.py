import pytest

from partnerships.gleaning.words_of_denial import DENIED, LEFT_OUT


class TestDenied:
    @pytest.mark.parametrize(
        "text",
        [
            "did not meet",
            "hasn’t met",
            "has yet to meet",
            "was unable to meet",
            "no visit",
            "n’a pas rencontré",
            "n’y a guère eu",
            "aucune visite n’a eu",
            "a refusé de recevoir",
            "n’a pu recevoir",
        ],
    )
    def test_denies(self, text):
        assert DENIED.search(text)

    @pytest.mark.parametrize(
        "text",
        [
            "not only met",
            "did not fail to stress",
            "no later than May",
            "no doubt",
            "will not take place",
            "n’a pas seulement rencontré",
            "n’a pas manqué de souligner",
            "n’a pas eu lieu",
            "n’est qu’un premier pas",
            "n’a rencontré que",
            "reste à Tokyo",
        ],
    )
    def test_only_looks_like_a_denial(self, text):
        assert not DENIED.search(text)


class TestLeftOut:
    def test_is_what_stands_behind_the_word(self):
        assert LEFT_OUT.search("without a visit")
        assert LEFT_OUT.search("au lieu de la visite")
        assert not LEFT_OUT.search("without delay")
        assert not LEFT_OUT.search("sans délai")
        assert not LEFT_OUT.search("et non-prolifération")

    def test_is_what_would_have_been_done_and_not_what_was(self):
        assert LEFT_OUT.search("hoped that it could be signed")
        assert LEFT_OUT.search("would have been adopted")
        assert LEFT_OUT.search("aurait pu être signé")
        assert LEFT_OUT.search("he may meet her")
        assert not LEFT_OUT.search("who on 6 May met her")
        assert not LEFT_OUT.search("has been signed")
        assert not LEFT_OUT.search("a été signé")
