"""The words that keys are made of: names and titles folded, dates as far as they are known."""

from string import ascii_lowercase
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from partnerships import dates
from partnerships.folding import fold
from partnerships.models.base import LANGUAGES

#: What is said of a new record with such a key, and then with which.
NEAR_KEY = _("A record whose key differs in one letter is in the register already:")
#: So many letters has a code within a key at most; of a longer key none that is near is looked for.
LONGEST_CODE, LONGEST_KEY = 3, 40


def slug_of(text: str, longest: int = 80) -> str:
    """Return `text` as a key: folded, hyphens for spaces, cut at a word."""
    slug = slugify(fold(text or "")).strip("-_").replace("_", "-")
    if len(slug) <= longest:
        return slug
    return slug[:longest].rsplit("-", 1)[0]


def key_text(record: Any, name: str) -> str:
    """Return the English text, else the French one."""
    return next((text for code in reversed(LANGUAGES) if (text := getattr(record, f"{name}_{code}", None))), "")


def start_of(record: Any) -> str:
    """Return the year, year and month, or day on which a record begins, as far as it is known."""
    notation = getattr(record, "date", "") or getattr(record, "period", "")
    moment = dates.parse(notation) if notation else None
    moment = getattr(moment, "start", moment)
    if moment is None or moment.precision not in ("day", "month", "year"):  # pyright: ignore[reportAttributeAccessIssue]
        return ""
    return moment.edtf.strip("~?%")


def year_of(record: Any) -> str:
    return start_of(record)[:4]


def joined(*words: str) -> str:
    return "-".join(word for word in words if word)


def named_key(record: Any) -> str:
    return slug_of(key_text(record, "name"))


def titled_key(record: Any) -> str:
    return joined(start_of(record), slug_of(key_text(record, "title")))


def between(record: Any, first: str, *others: str) -> str:
    """Return the keys of two records that this one stands between."""
    second = next((target for name in others if (target := getattr(record, name))), None)
    return joined(getattr(record, first).key, second.key if second else "")


def usual_key(record: Any) -> str:
    return named_key(record) if hasattr(record, "name_fr") else titled_key(record)


def short_key(record: Any) -> str:
    """Return the abbreviation of a body, else its name."""
    return slug_of(key_text(record, "abbreviation")) or named_key(record)


def mistyped(key: str) -> set[str]:
    """Return the keys that are a letter away from `key`: one more, one less, another one, two turned round.

    A short word of it is a code, of a State or a body, and a digit counts: with another one it means something else.
    """
    words, found = key.split("-"), set[str]()
    if len(key) > LONGEST_KEY:
        return found
    for place, word in enumerate(words):
        if len(word) <= LONGEST_CODE or not word.isalpha():
            continue
        ends = [(word[:at], word[at:]) for at in range(len(word) + 1)]
        near = {first + rest[1:] for first, rest in ends}
        near |= {first + rest[1] + rest[0] + rest[2:] for first, rest in ends if len(rest) > 1}
        near |= {first + letter + rest for first, rest in ends for letter in ascii_lowercase}
        near |= {first + letter + rest[1:] for first, rest in ends for letter in ascii_lowercase}
        found |= {"-".join([*words[:place], each, *words[place + 1 :]]) for each in near - {word}}
    return found
