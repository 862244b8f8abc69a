"""The search: what public records are found by, kept in step with them, and what is found by it."""

from .fewer_words import fewer_words, named_without_one, words_held
from .finding import (
    MOST,
    NAMED,
    WHOLE,
    Found,
    Hit,
    Narrowed,
    any_dated,
    concerned_by,
    find,
    find_named,
    found_together,
    names_of_kind,
    nearest_hits,
    so_named,
)
from .suggesting import suggest
from .typed_time import TypedTime, typed_time
from .understanding import LONGEST, AskedSearch, understand
from .words import folded_words, says_something

__all__ = [
    "LONGEST",
    "MOST",
    "NAMED",
    "WHOLE",
    "AskedSearch",
    "Found",
    "Hit",
    "Narrowed",
    "TypedTime",
    "any_dated",
    "concerned_by",
    "fewer_words",
    "find",
    "find_named",
    "folded_words",
    "found_together",
    "named_without_one",
    "names_of_kind",
    "nearest_hits",
    "says_something",
    "so_named",
    "suggest",
    "typed_time",
    "understand",
    "words_held",
]
