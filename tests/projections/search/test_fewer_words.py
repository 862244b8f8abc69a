"""As many of the words as some record has."""

import importlib

import pytest

from partnerships.folding import fold
from partnerships.models import Name
from partnerships.projections.search import Narrowed, fewer_words, find, named_without_one, understand, words_held
from tests.factories import PUBLISHED, AreaFactory, DecisionFactory, PersonFactory

pytestmark = pytest.mark.django_db

EVERYTHING = Narrowed()
module = importlib.import_module("partnerships.projections.search.fewer_words")


def left_out(text):
    found = fewer_words(understand(text), EVERYTHING)
    return None if found is None else found.left_out


class TestFewerWords:
    @pytest.fixture(autouse=True)
    def _people(self):
        abe = PersonFactory(key="abe", name="Shinzo Abe", family_name="Abe", given_name="Shinzo", **PUBLISHED)
        Name.objects.create(person=abe, key="native", kind="native", text="安倍晋三", language="ja")
        PersonFactory(key="solana", name="Javier Solana", **PUBLISHED)
        AreaFactory(key="piracy", name_en="Piracy", **PUBLISHED)
        AreaFactory(key="antarctica", name_en="Antarctica", **PUBLISHED)

    @pytest.mark.parametrize(
        ("text", "gone"),
        [
            ("Javier Solana Madariaga", ("madariaga",)),
            ("安倍首相", ("首相",)),
            ("J. Abe", ("j",)),
            # It is read as the beginning of Antarctica.
            ("anta-piracy", ("anta",)),
            ("Javier Solana Abe", ("abe",)),
        ],
    )
    def test_leaves_out_what_no_record_has_with_the_others(self, text, gone):
        assert left_out(text) == gone

    def test_keeps_what_tells_records_apart_rather_than_a_kind(self):
        DecisionFactory(text_en="On the gulf", **PUBLISHED)
        AreaFactory(name_en="United states", **PUBLISHED)
        assert left_out("gulf states") == ("states",)
        assert left_out("xyzzyx states") is None

    @pytest.mark.parametrize("text", ["Abe", "Abe Solana", "zzyx zzyxx", "", "a b"])
    def test_is_nothing_where_each_word_is_as_good_as_the_other(self, text):
        assert left_out(text) is None

    def test_of_two_words_the_one_that_names_something_is_kept(self):
        DecisionFactory(title_en="A decision", text_en="Quite everyday", **PUBLISHED)
        assert left_out("everyday piracy") == ("everyday",)

    def test_of_more_than_two_words_one_that_was_misread_may_be_right(self):
        AreaFactory(name_en="Antarctica piracy", **PUBLISHED)
        assert left_out("Antarctca piracy Solana") == ("solana",)

    def test_leaves_out_first_that_something_began(self):
        AreaFactory(name_en="Open piracy", **PUBLISHED)
        AreaFactory(name_en="Piracy of Solana", **PUBLISHED)
        assert left_out("open piracy solana") == ("open",)
        AreaFactory(name_en="Beginnings of piracy", **PUBLISHED)
        for word in ("beginnings", "débuts"):
            assert left_out(f"depuis quand, {word}, piracy solana") == (fold(word),)

    def test_what_is_left_finds(self):
        fewer = fewer_words(understand("Javier Solana Madariaga"), EVERYTHING)
        assert [hit.key for each in find(fewer, EVERYTHING) for hit in each.hits] == ["solana"]

    def test_asks_what_is_public_alone(self):
        PersonFactory(key="draft", name="Zebrafish Quagga")
        assert left_out("Zebrafish Abe") == ("zebrafish",)

    def test_asks_no_more_for_more_words(self, django_assert_max_num_queries):
        asked = understand("Javier Solana Abe Shinzo Piracy Antarctica")
        with django_assert_max_num_queries(5):
            fewer_words(asked, EVERYTHING)


class TestNamedWithoutOne:
    def test_lacks_the_word_that_is_in_most_records(self):
        AreaFactory(key="cyber", name_en="Cyber defence", **PUBLISHED)
        DecisionFactory(title_en="Cooperation", text_en="On cyber cooperation", **PUBLISHED)
        AreaFactory(name_en="Cooperation at sea", **PUBLISHED)
        found = named_without_one(understand("cooperation cyber"), EVERYTHING)
        assert found is not None
        assert (found.words, found.left_out) == (("cyber",), ("cooperation",))

    def test_is_nothing_where_no_name_has_the_others(self):
        DecisionFactory(title_en="A decision", text_en="On seaweed and kelp", **PUBLISHED)
        assert named_without_one(understand("seaweed kelp"), EVERYTHING) is None


class TestWordsHeld:
    def test_are_those_that_some_public_record_has(self):
        PersonFactory(name="Shinzo Abe", **PUBLISHED)
        PersonFactory(name="Quagga")
        assert words_held(understand("Quagga Abe xyzzyx"), EVERYTHING) == ["abe"]


class TestManyRecords:
    """Where each of several words stands in many records, names are not looked through for them together."""

    @pytest.mark.parametrize(("most", "gone"), [(20_000, ("gamma",)), (0, ("alpha",))])
    def test_names_decide_among_words_of_few_records_alone(self, monkeypatch, most, gone):
        monkeypatch.setattr(module, "MANY", most)
        PersonFactory(name="Alpha Beta", **PUBLISHED)
        DecisionFactory(title_en="A decision", text_en="Beta, gamma.", **PUBLISHED)
        DecisionFactory(title_en="A decision", text_en="Alpha, alpha.", **PUBLISHED)
        assert left_out("alpha beta gamma") == gone

    def test_single_words_are_looked_for_by_their_names_however_many_there_are(self, monkeypatch):
        monkeypatch.setattr(module, "MANY", 0)
        PersonFactory(name="Alpha Beta", **PUBLISHED)
        DecisionFactory(title_en="A decision", text_en="Gamma.", **PUBLISHED)
        assert left_out("alpha gamma") == ("gamma",)

    def test_words_of_the_register_are_not_looked_for_one_by_one(self, django_assert_num_queries):
        PersonFactory(name="Alpha Beta", **PUBLISHED)
        DecisionFactory(title_en="Gammas", **PUBLISHED)
        asked, both = understand("alpha gamma beta"), understand("alpha beta")
        with django_assert_num_queries(2):
            assert words_held(asked, EVERYTHING) == ["alpha", "gamma", "beta"]
        with django_assert_num_queries(1):
            assert words_held(both, EVERYTHING) == ["alpha", "beta"]
        with django_assert_num_queries(1):
            assert words_held(asked, Narrowed(kinds=("person",))) == ["alpha", "beta"]
