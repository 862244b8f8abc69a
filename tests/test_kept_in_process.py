"""What is kept in this process, bounded by its weight."""

import gc
import weakref

import pytest

from partnerships.kept_in_process import Shelf, all_to_stay, forget, none_to_stay, nothing_kept


class TestShelf:
    def test_lets_go_of_what_was_not_asked_for_the_longest(self):
        shelf = Shelf(10)
        shelf.put("a", "A", 4)
        shelf.put("b", "B", 4)
        assert shelf.get("a") == "A"
        shelf.put("c", "C", 4)
        assert [shelf.get(key) for key in "abc"] == ["A", None, "C"]
        assert shelf.weight == 8

    def test_lets_first_go_of_what_nobody_has_asked_for(self):
        shelf = Shelf(8)
        shelf.put("asked", "A", 4)
        shelf.put("made", "B", 4, asked=False)
        assert shelf.in_turn() == ["made", "asked"]
        shelf.put("new", "C", 4)
        assert shelf.in_turn() == ["asked", "new"]

    def test_does_not_keep_what_is_heavier_than_the_whole(self):
        shelf = Shelf(10)
        shelf.put("a", "A", 4)
        shelf.put("b", "B", 11)
        assert [shelf.get(key) for key in "ab"] == ["A", None]

    def test_keeps_what_is_just_as_heavy_as_the_whole(self):
        shelf = Shelf(10)
        shelf.put("a", "A", 10)
        assert (shelf.get("a"), shelf.weight) == ("A", 10)

    def test_keeps_and_gives_nothing_where_nothing_is_kept(self):
        shelf = Shelf(10)
        shelf.put("a", "A", 1)
        with nothing_kept():
            shelf.put("b", "B", 1)
            assert shelf.having("a", lambda: "made anew", len) == "made anew"
        assert [shelf.get(key) for key in "ab"] == ["A", None]

    def test_weighs_what_takes_the_place_of_another_once(self):
        shelf = Shelf(10)
        for weight in (9, 3, 5):
            shelf.put("a", weight, weight)
        assert (shelf.get("a"), shelf.weight, len(shelf)) == (5, 5, 1)

    def test_makes_once_what_comes_to_nothing(self):
        shelf, made = Shelf(10), []
        for _time in range(2):
            assert shelf.having("a", lambda: made.append("A"), lambda _found: 1) is None
        assert made == ["A"]

    def test_makes_once_what_it_has_not(self):
        shelf, made = Shelf(10), []

        def make():
            made.append("A")
            return "A"

        assert [shelf.having("a", make, lambda value: 4) for _ in range(2)] == ["A", "A"]
        assert (made, shelf.weight) == (["A"], 4)

    def test_is_empty_once_cleared(self):
        shelf = Shelf(10)
        shelf.put("a", "A", 4)
        shelf.clear()
        assert (shelf.get("a"), shelf.weight, len(shelf)) == (None, 0, 0)


class TestForget:
    def test_empties_every_shelf(self):
        shelf = Shelf(10)
        shelf.put("a", "kept", 1)
        forget()
        assert (len(shelf), shelf.weight) == (0, 0)

    def test_gives_several_at_once(self):
        shelf = Shelf(2)
        shelf.put("a", "A", 1)
        shelf.put("b", "B", 1)
        assert shelf.several(["a", "c"]) == ["A", None]
        # What was asked for last stays the longest.
        shelf.put("d", "D", 1)
        assert shelf.several("abd") == ["A", None, "D"]
        with nothing_kept():
            assert shelf.several("ad") == [None, None]


@pytest.mark.parametrize("pausing", [all_to_stay, none_to_stay])
def test_garbage_is_looked_for_again_whatever_happens_meanwhile(pausing):
    seen = []

    def fail():
        with pausing():
            seen.append(gc.isenabled())
            raise ValueError("planned")

    with pytest.raises(ValueError, match="planned"):
        fail()
    assert seen == [False]
    assert gc.isenabled()


@pytest.mark.parametrize("pausing", [all_to_stay, none_to_stay])
def test_where_nothing_looks_for_garbage_nothing_begins_to(pausing):
    gc.disable()
    try:
        with pausing():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


class Ring:
    """Something that holds itself."""

    def __init__(self):
        self.itself = self


def test_of_much_that_is_not_to_stay_nothing_grows_old():
    with none_to_stay():
        gone = [weakref.ref(Ring()) for _each in range(5)]
        held = Ring()
    assert [one() for one in gone] == [None] * 5
    assert held.itself is held
