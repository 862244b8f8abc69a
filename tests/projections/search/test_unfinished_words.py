"""What is suggested while somebody types."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships.projections.search import suggest
from tests.factories import DecisionFactory, OfficeFactory, PersonFactory

pytestmark = pytest.mark.django_db
PUBLIC = {"publication": "published"}


def keys(text, most=8):
    return [hit.key for hit in suggest(text, most)]


class TestSuggest:
    @pytest.fixture(autouse=True)
    def _register(self):
        PersonFactory(key="stoltenberg", name="Jens Stoltenberg", **PUBLIC)
        kono = PersonFactory(key="kono", name="Kōno Tarō", **PUBLIC)
        kono.aliases.create(key="native", text="河野太郎", language="ja")
        PersonFactory(key="hidden", name="Stolten Hidden")
        DecisionFactory(key="d", title_en="About Jens", text_en="Stoltenberg said so", **PUBLIC)

    def test_takes_the_last_word_for_a_beginning_in_any_order(self):
        assert keys("stolt") == keys("Jens St") == keys("stoltenberg je") == ["stoltenberg"]
        assert keys("kono tar") == keys("河野") == ["kono"]

    def test_name_that_says_least_beside_comes_first(self):
        OfficeFactory(key="deputy", name_en="Deputy Keeper of Seals", **PUBLIC)
        OfficeFactory(key="keeper", name_en="Keeper of Seals", **PUBLIC)
        assert keys("seals keep") == ["keeper", "deputy"]

    def test_says_nothing_of_what_is_not_public_or_not_there(self):
        assert keys("hidd") == keys("zzz") == keys("stolten hid") == []

    @pytest.mark.parametrize("text", ["Stoltenburg", "Jens Stoltnberg", "Столтенберг"])
    def test_forgives_slips_and_reads_other_scripts_where_nothing_begins_so(self, text):
        assert keys(text) == ["stoltenberg"]
        assert keys("コウノ") == ["kono"]

    def test_words_that_say_nothing_need_not_be_there(self):
        assert keys("the stolt") == keys("of Jens st") == ["stoltenberg"]

    def test_says_nothing_of_too_little(self):
        PersonFactory(key="s", name="S. Weber", **PUBLIC)
        assert keys("s") == keys("") == keys("the") == []
        # One character of a script without blanks is a word, and nobody has both.
        assert (keys("河"), keys("stoltenberg 河"), keys("stoltenberg w")) == (["kono"], [], ["stoltenberg"])

    def test_first_letter_of_a_next_word_says_what_comes_first(self):
        for name in ("Norbert Ash", "Norbert Birch", "Norbert Cole"):
            PersonFactory(key=name[8:].lower(), name=name, **PUBLIC)
        assert keys("norbert b") == ["birch", "ash", "cole"]
        assert keys("norb") == ["ash", "birch", "cole"]
        assert keys("the b") == keys("b") == []
        PersonFactory(key="zorn", name="Norbert Zorn", family_name="Young", given_name="Norbert Zorn", **PUBLIC)
        assert keys("norbert z")[0] == "zorn"

    def test_gives_a_few_of_each_kind_before_more_of_one(self):
        for number in range(5):
            PersonFactory(key=f"o{number}", name=f"Oda {number}", **PUBLIC)
        DecisionFactory(key="oda", title_en="About Oda", **PUBLIC)
        assert keys("oda", 5) == ["o0", "o1", "o2", "oda", "o3"]

    def test_gives_so_many_and_asks_twice(self):
        for number in range(12):
            PersonFactory(key=f"n{number:02}", name=f"Norbert {number}", **PUBLIC)
        with CaptureQueriesContext(connection) as queries:
            assert len(keys("norb", 5)) == 5
        assert len(queries) <= 3
