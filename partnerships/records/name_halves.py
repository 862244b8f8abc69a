"""The name of a person and its halves, family name and given name: what can be made of one another."""

from unicodedata import name as called

#: Where the family name comes first in Latin letters too; Japan, as its people are known abroad, is not among them.
FAMILY_FIRST = {"CN", "HK", "KP", "KR", "MO", "TW", "VN"}


def rest_of(name: str, part: str) -> str:
    """Return what is left of `name` without the words of `part` at its beginning or end; an empty text elsewhere."""
    words, taken = name.split(), part.split()
    if words[: len(taken)] == taken:
        return " ".join(words[len(taken) :])
    return " ".join(words[: -len(taken)]) if words[-len(taken) :] == taken else ""


def other_half(name: str, family_name: str, given_name: str) -> tuple[str, str]:
    """Return both halves of a name of which one was given."""
    if family_name and not given_name:
        given_name = rest_of(name, family_name)
    elif given_name and not family_name:
        family_name = rest_of(name, given_name)
    return family_name, given_name


def whole_name(family_name: str, given_name: str, iso2: str) -> str:
    """Return the name of both halves; an empty text where nobody can tell which of them comes first."""
    letters = [letter for letter in family_name + given_name if letter.isalpha()]
    is_latin = all(called(letter, "").startswith("LATIN") for letter in letters)
    return f"{given_name} {family_name}" if is_latin and iso2 not in FAMILY_FIRST else ""
