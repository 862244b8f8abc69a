"""Where no record has all the words that were typed: a partner named among them stands for all that concerns it."""

from dataclasses import replace

from .full_text import Expression, any_of
from .standing_for import names_among
from .understanding import AskedSearch
from .words import label

KINDS_OF_PARTNERS = ("partner", "state")


def concerning_partners(asked: AskedSearch) -> AskedSearch | None:
    """Return a search for what concerns the partners and States that are named, whether or not it says their names.

    “SHAPE Japan” finds the “Japanese liaison at SHAPE”. Return None where the words name none, or are but one.
    """
    about: dict[str, list[Expression]] = {}
    for kind in KINDS_OF_PARTNERS:
        for form, keys in names_among(asked.text, kind).items():
            for word in form.split():
                about.setdefault(word, []).extend(label(kind, key) for key in keys)
    named = about.keys() & set(asked.words)
    if not named or len(asked.words) < 2:
        return None
    parts = (any_of([part, *about.get(word, ())]) for word, part in zip(asked.words, asked.parts, strict=True))
    return replace(asked, parts=tuple(parts), places=asked.places | named)
