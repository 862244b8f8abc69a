"""The search: what public records are found by, kept in step with them, and what is found by it."""

from .finding import MOST, WHOLE, Found, Hit, Narrowed, concerned_by, find, nearest_hits, so_named
from .suggesting import suggest
from .understanding import AskedSearch, understand
from .words import says_something

__all__ = [
    "MOST",
    "WHOLE",
    "AskedSearch",
    "Found",
    "Hit",
    "Narrowed",
    "concerned_by",
    "find",
    "nearest_hits",
    "says_something",
    "so_named",
    "suggest",
    "understand",
]
