import pytest

from .documents import facts, proposed


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2018 Shinzo Abe met Jens Stoltenberg. Ms Anna Berg leaves for Nice. On 4 May 2018 she met Fumio "
        "Kishida.",
        "Le 3 mai 2018, Shinzo Abe a rencontré Jens Stoltenberg. Mme Anna Berg quittera Tokyo. Le 4 mai 2018, elle a "
        "rencontré Fumio Kishida.",
    ],
)
def test_a_text_goes_on_about_the_one_person_of_the_sentence_before(text):
    _first, meeting = proposed(text, "meeting")
    assert facts(meeting, "interlocutor") == ["Anna Berg", "kishida-fumio"]
