"""The search: what public records are found by, kept in step with them, and what is found by it."""

from .best_hits import (
    MOST,
    NAMED,
    WHOLE,
    Found,
    Hit,
    Narrowed,
    concerned_by,
    find,
    find_named,
    found_together,
    names_of_kind,
    so_named,
)
from .concerning_partners import concerning_partners
from .days_of_hits import any_dated, in_order_of_time, nearest_hits
from .fewer_words import fewer_words, named_without_one, words_held
from .standing_for import named_among, names_among
from .typed_time import TypedTime, typed_time
from .understanding import LONGEST, MOST_WORDS, AskedSearch, understand
from .unfinished_words import suggest
from .words import BEGAN, folded_words, says_something

__all__ = [
    "BEGAN",
    "LONGEST",
    "MOST",
    "MOST_WORDS",
    "NAMED",
    "WHOLE",
    "AskedSearch",
    "Found",
    "Hit",
    "Narrowed",
    "TypedTime",
    "any_dated",
    "concerned_by",
    "concerning_partners",
    "fewer_words",
    "find",
    "find_named",
    "folded_words",
    "found_together",
    "named_without_one",
    "in_order_of_time",
    "named_among",
    "names_among",
    "names_of_kind",
    "nearest_hits",
    "says_something",
    "so_named",
    "suggest",
    "typed_time",
    "understand",
    "words_held",
]
