"""What somebody typed, understood."""

import pytest

from partnerships.models import Alias, Name
from partnerships.projections.search import understanding
from partnerships.projections.search.best_hits import WHOLE, find
from partnerships.projections.search.full_text import all_of, any_of
from partnerships.projections.search.understanding import MOST_PLACES, MOST_WORDS, AskedSearch, understand
from tests.factories import AreaFactory, OfficeFactory, PersonFactory, PlaceFactory, StateFactory

pytestmark = pytest.mark.django_db


class TestUnderstand:
    def test_words_that_say_nothing_are_dropped_beside_others(self):
        assert understand("la visite de l’empereur").words == ("visite", "empereur")
        assert understand("de la").words == ("de", "la")
        assert understand("Nagoya ou Sendai").words == ("nagoya", "sendai")

    def test_pairs_stand_for_characters(self):
        assert understand("河野").words == ("河野",)
        assert understand("河").words == ("河",)

    def test_what_is_pasted_is_cut(self):
        assert len(understand(" ".join(f"word{n}" for n in range(500))).words) <= MOST_WORDS

    def test_another_form_of_a_known_word_is_not_a_slip(self):
        AreaFactory(name_en="Designations", name_fr="Désignations", publication="published")
        assert understand("designation").read_as == {}

    def test_what_a_question_begins_with_is_dropped_beside_others(self):
        assert understand("Qui était ambassadeur ?").words == ("ambassadeur",)
        assert understand("who").words == ("who",)
        assert understand("when is").words == ("when",)

    def test_letter_between_two_strokes_is_dropped_beside_others(self):
        assert understand("quand le Japon a-t-il ouvert sa mission").words == ("japon", "ouvert", "mission")

    @pytest.mark.parametrize("typed", ["Koreans", "Korean", "Coréens", "coréenne"])
    def test_people_of_a_state_are_no_slip(self, typed):
        StateFactory(name_en="Korea", name_fr="Corée", publication="published")
        AreaFactory(name_en="The two Koreas", publication="published")
        found = understand(typed)
        assert found.read_as == {}
        assert {"korea", "coree"} & found.tokens

    def test_japanese_name_is_read_as_it_is_mostly_written(self):
        PersonFactory(name="Sanae Takaichi", publication="published")
        assert understand("takaiti").read_as == {"takaiti": ("takaichi",)}

    def test_word_that_is_made_of_another_one_is_a_slip(self):
        AreaFactory(name_en="Visit", publication="published")
        assert understand("visitn").read_as == {"visitn": ("visit",)}

    def test_other_word_for_an_area_is_no_slip(self):
        AreaFactory(key="arms", name_en="Non-proliferation", name_fr="Contre la prolifération", publication="published")
        for typed in ("arms control", "disarmament", "WMD", "désarmement"):
            found = understand(typed)
            assert (found.read_as, [each.kind for each in find(found)]) == ({}, ["area"]), typed

    def test_what_somebody_is_addressed_by_is_dropped_beside_a_name(self):
        assert [understand(text).words for text in ("Mr. Abe", "M. Inada", "Ms")] == [("abe",), ("inada",), ("ms",)]

    def test_other_script_is_read_by_its_sounds_unless_the_register_holds_it(self):
        PersonFactory(name="Osuga", publication="published")
        assert understand("おすが").read_as == {"おすが": ("osuga",)}
        PersonFactory(name="おすが", publication="published")
        assert understand("おすが").read_as == {}

    def test_kana_of_a_whole_name_are_read_as_its_parts(self):
        PersonFactory(key="kono", name="Taro Kono", family_name="Kono", given_name="Taro", publication="published")
        PersonFactory(key="abe", name="Shinzo Abe", family_name="Abe", given_name="Shinzo", publication="published")
        for typed, key in (("こうのたろう", "kono"), ("あべしんぞう", "abe"), ("アベ・シンゾウ", "abe")):
            (people,) = find(understand(typed))
            assert [hit.key for hit in people.hits] == [key]

    def test_title_behind_a_japanese_name_belongs_to_no_name(self):
        person = PersonFactory(key="kono", name="Taro Kono", publication="published")
        Name.objects.create(person=person, key="native", kind="native", text="河野太郎", language="ja")
        found = understand("河野太郎外務大臣")
        assert found.people == ("kono",)
        assert "郎外" not in found.words

    def test_reading_of_the_only_word_is_a_whole_name(self):
        PlaceFactory(key="tokyo", name_en="Tokyo", publication="published")
        PlaceFactory(key="new-york", name_en="New York", publication="published")
        assert find(understand("Tokio"))[0].hits[0].how == WHOLE
        assert find(understand("New Yorc"))[0].hits[0].how == WHOLE

    def test_word_made_of_two_is_no_slip(self):
        AreaFactory(name_en="Cyber defence", name_fr="Cyberdéfense", publication="published")
        assert understand("cyberdefence").read_as == {}

    def test_what_is_near_nothing_is_read_as_the_word_it_begins_with(self):
        AreaFactory(name_en="Cyber", publication="published")
        assert understand("cyberspace").read_as == {"cyberspace": ("cyber",)}

    def test_abbreviation_is_no_slip_for_a_word_of_other_letters(self):
        AreaFactory(name_en="Part of NATO", publication="published")
        assert understand("PARP").read_as == {}
        assert understand("parp").read_as == {"parp": ("part",)}
        assert understand("NTAO").read_as == {"ntao": ("nato",)}

    def test_name_of_an_area_stands_for_what_is_about_it(self):
        area = AreaFactory(key="cyber", name_en="Cyber defence", publication="published")
        Alias.objects.create(area=area, key="other", text="cyber-security", language="en")
        for text in ("cyber defence", "Cyber security", "cybersecurity"):
            found = understand(text)
            assert found.areas == ("§area§cyber",), text
            assert found.without({found.words[0]}).areas == ()
        assert understand("cyber defence of Japan").areas == understand("defence").areas == ()

    def test_name_of_a_place_or_a_person_stands_for_what_concerns_them(self):
        PlaceFactory(key="mons", name_en="Mons", publication="published")
        PersonFactory(key="kono", name="Taro Kono", family_name="Kono", publication="published")
        assert understand("Mons").areas == ("§place§mons",)
        assert understand("Kono").areas == ("§person§kono",)
        found = understand("Kono Mons")
        assert (found.areas, found.places, found.people) == ((), {"kono", "mons"}, ("kono",))

    def test_abbreviation_is_no_slip_and_stands_for_what_records_say(self):
        OfficeFactory(name_en="Minister of Defence", name_fr="Modificateur", publication="published")
        found = understand("MoD")
        assert found.read_as == {}
        assert {"minister", "defence", "en§defenc", "mod"} <= found.tokens

    def test_without_a_word_it_is_the_same_with_the_others(self):
        found = understand("the red balloon").without({"red"})
        assert (found.words, found.left_out) == (("balloon",), ("red",))
        assert found.wanted == understand("balloon").wanted
        assert found.without({"balloon"}).wanted is None

    def test_address_of_the_web_is_no_slip(self):
        AreaFactory(name_en="Cyber", publication="published")
        assert understand("example.org/cyberspace").read_as == {}
        assert understand("example cyberspace").read_as == {"cyberspace": ("cyber",)}

    def test_name_of_many_places_is_looked_for_in_so_many(self):
        for number in range(MOST_PLACES + 1):
            PlaceFactory(key=f"p{number}", name_en="Springfield", publication="published")
        assert len(understand("Springfield").areas) == MOST_PLACES
        found = understand("talks Springfield")
        assert sum(token.startswith("§place§") for token in found.tokens) == MOST_PLACES


@pytest.mark.once
class TestParts:
    """Of what a word may be made, and what is made of several."""

    def test_halves_are_no_shorter_than_four_letters(self):
        assert understanding._halves("abcdefg") == []
        assert understanding._halves("abcdefgh") == [("abcd", "efgh")]
        assert understanding._halves("abcdefghi") == [("abcd", "efghi"), ("abcde", "fghi")]
        assert understanding._halves("日本国外務大臣室") == []

    def test_sounds_are_one_word_or_two_of_three_letters_at_least(self):
        assert understanding._ways_to_say("abeabe") == [("abeabe",), ("abe", "abe")]
        assert understanding._ways_to_say("asoab") == [("asoab",)]
        # With short vowels too.
        assert understanding._ways_to_say("kouno") == [("kouno",), ("kono",)]

    def test_abbreviation_is_in_capitals_and_short(self):
        assert understanding._abbreviations("MoD NATO UNMIS UNAMID Nato P-4") == {"nato", "unmis", "p"}

    def test_beginning_is_the_longest_known_of_five_letters_at_least(self):
        known = {"cybe", "cyber", "cybers", "cyberspac"}
        assert understanding._beginning("cyberspace", known) == ["cybers"]
        assert understanding._beginning("cyberspace", {"cybe", "cyberspac"}) == []

    def test_whole_as_read_is_each_reading_of_one_word_and_the_first_of_several(self):
        assert understanding._whole_as_read(("tokio",), {"tokio": ("tokyo", "toki")}) == {"tokyo", "toki"}
        read = {"dialog": ("dialogue", "dialect")}
        assert understanding._whole_as_read(("mediterranean", "dialog"), read) == {
            *("dialogue mediterranean", "mediterraneandialogue")
        }
        assert understanding._whole_as_read(("mediterranean", "dialogue"), {}) == set()

    def test_neighbours_are_the_one_before_and_the_one_behind_where_both_are_one_known_word(self):
        typed, forms = ("cyber", "defence", "plan"), understanding._forms
        of = [
            understanding._with_neighbours(typed, place, {"cyberdefence", "defenceplan", "planplan"})
            for place in range(3)
        ]
        assert of == [
            [forms("cyberdefence")],
            [forms("cyberdefence"), forms("defenceplan")],
            [forms("defenceplan")],
        ]
        assert understanding._with_neighbours(typed, 1, set()) == []

    def test_apart_are_two_known_words_alone(self):
        known = {"cyber", "defence", "cyberdef"}
        (pair,) = understanding._apart("cyberdefence", known)
        assert pair == all_of([understanding._forms("cyber"), understanding._forms("defence")])

    def test_people_are_those_whom_a_word_names_alone(self):
        standing = {"kono": ["§person§kono"], "taro": ["§person§aso", "§person§kono"], "nac": ["§organization§nac"]}
        assert understanding._people(standing) == {"kono": None}


@pytest.mark.once
class TestAsked:
    """What is looked for, as its parts say."""

    asked = AskedSearch(
        "hayashi tokyo talks",
        words=("hayashi", "tokyo", "talks"),
        parts=("hayashi", "tokyo", any_of(["talks", "talk"])),
        read_as={"hayashi": ("hayashy",), "talks": ("talk",)},
        places=frozenset(["tokyo"]),
        areas=("label",),
    )

    def test_record_says_all_or_is_found_under_what_the_whole_names(self):
        assert self.asked.said == all_of(self.asked.parts)
        assert self.asked.wanted == any_of([self.asked.said, "label"])
        assert self.asked.tokens == {"hayashi", "tokyo", "talks", "talk", "label"}

    def test_names_need_not_say_the_place(self):
        assert self.asked.named == all_of([self.asked.parts[0], self.asked.parts[2]])
        alone = AskedSearch("tokyo", words=("tokyo",), parts=("tokyo",), places=frozenset(["tokyo"]))
        assert alone.named == alone.said == "tokyo"

    def test_without_a_word_nothing_is_wanted(self):
        nothing = AskedSearch("")
        assert (nothing.wanted, nothing.said, nothing.named, nothing.tokens) == (None, None, None, frozenset())

    def test_words_that_are_left_out_are_told_and_what_the_whole_names_goes_with_them(self):
        fewer = self.asked.without({"talks", "elsewhere"})
        assert (fewer.words, fewer.parts) == (("hayashi", "tokyo"), ("hayashi", "tokyo"))
        assert (fewer.read_as, fewer.left_out, fewer.areas) == ({"hayashi": ("hayashy",)}, ("talks",), ())
        assert fewer.without({"tokyo"}).left_out == ("talks", "tokyo")
        same = self.asked.without({"elsewhere"})
        assert (same.left_out, same.areas) == ((), ("label",))
