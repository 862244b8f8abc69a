"""Words that are the whole name of a person or a body, or its code: what concerns it need not say them."""

import re
from collections.abc import Container, Sequence

from partnerships.kept_in_process import Shelf
from partnerships.models import SearchName, SearchWord

from .. import version
from . import words
from .full_text import Expression

#: The kinds whose names stand for what concerns them, beside places and areas; those of which so much tells that
#: their codes alone do.
KINDS_NAMED = ("person", "organization", "framework", "partner", "state")
BY_CODE_ALONE = frozenset(("partner", "state"))
LONGEST_CODE = 3
#: So many words that follow one another are looked at as one name: “Democratic People’s Republic of Korea” has six.
LONGEST_NAME = 6
#: A name is looked for by a word of it that stands in no more records than this: else it would take too long.
RARE = 2_000
#: The kinds whose names are looked for together: whoever asks for one of them asks for the others.
WHO_COOPERATES = ("organization", "partner", "state")
#: No more bearers of the names in a text are looked at.
MOST_NAMES = 200
#: A name that more records bear names none of them.
MOST_SO_NAMED = 5

#: What was named in the texts that were asked last.
kept: Shelf[dict[str, dict[str, list[str]]]] = Shelf(500)


def standing_for(text: str, typed: Sequence[str]) -> dict[str, list[Expression]]:
    """Return those of the words `typed` in `text` that are a whole name, or part of one, with what concerns whoever
    bears it; of two names, one within the other, that of more words."""
    runs = _rare(_runs(words.fold(text).split()))
    rows = (
        SearchName.objects.filter(form__in=runs, document__kind__in=KINDS_NAMED) if runs else SearchName.objects.none()
    )
    labels: dict[str, list[Expression]] = {}
    for form, kind, key in rows.order_by("form", "document").values_list("form", "document__kind", "document__key"):
        if kind not in BY_CODE_ALONE or len(form) <= LONGEST_CODE:
            labels.setdefault(form, []).append(words.label(kind, key))
    found: dict[str, list[Expression]] = {}
    for form in sorted(labels, key=lambda form: (-form.count(" "), form)):
        said = [word for word in typed if word in words.folded_words(runs[form])]
        if len(labels[form]) <= MOST_SO_NAMED and not all(word in found for word in said):
            for word in said:
                found.setdefault(word, []).extend(labels[form])
    return found


def named_among(text: str, kind: str) -> list[str]:
    """Return the keys of the records of a kind whose whole name or code stands in `text`; a code in capitals alone."""
    return sorted({key for keys in names_among(text, kind).values() for key in keys})


def names_among(text: str, kind: str) -> dict[str, list[str]]:
    """Return the whole names and codes in `text` of records of a kind, in the form held, each with their keys.

    What stands only within a longer name is none: who types “South Sudan” does not name Sudan.
    """
    kinds = WHO_COOPERATES if kind in WHO_COOPERATES else (kind,)
    return kept.having((version.stamp(), kinds, text), lambda: _names(text, kinds), lambda _found: 1)[kind]


def _names(text: str, kinds: Sequence[str]) -> dict[str, dict[str, list[str]]]:
    several = words.folded_words(text)
    capitals = {words.fold(one) for one in re.findall(r"[A-Z]+", text)}
    if text.isupper() and len(several) > 1:
        # Where all is in capitals, IT and IL are words of the sentence.
        capitals -= words.ANY_STOP_WORD
    # Of people there are no codes: Abe is somebody in small letters too.
    shortest = 1 if kinds == ("person",) else LONGEST_CODE + 1
    forms = [form for form in _runs(several) if len(form) >= shortest or form in capitals or words.is_unspaced(form)]
    forms = [form for form in forms if words.says_something(form) or form in capitals]
    rows = SearchName.objects.filter(form__in=forms, document__kind__in=kinds) if forms else SearchName.objects.none()
    found: dict[str, dict[str, list[str]]] = {kind: {} for kind in kinds}
    order = rows.order_by("form", "document__key").values_list("document__kind", "form", "document__key")
    for kind, form, key in order[:MOST_NAMES]:
        found[kind].setdefault(form, []).append(key)
    standing = _by_themselves(several, {form for names in found.values() for form in names})
    return {kind: {form: keys for form, keys in names.items() if form in standing} for kind, names in found.items()}


def _by_themselves(several: Sequence[str], forms: Container[str]) -> set[str]:
    """Return those of some names that stand among words otherwise than as a part of a longer one of them."""
    places = [
        (first, first + size, form)
        for size in range(LONGEST_NAME, 0, -1)
        for first in range(len(several) - size + 1)
        if (form := _form(several[first : first + size])) in forms
    ]
    return {
        form
        for first, behind, form in places
        if not any(one <= first and behind <= other and behind - first < other - one for one, other, _longer in places)
    }


def _form(run: Sequence[str]) -> str:
    """Return the form in which a whole name of some words is held."""
    return " ".join(sorted(run))


def _runs(several: Sequence[str]) -> dict[str, str]:
    """Return the words that follow one another, by the form in which a whole name of them is held."""
    return {_form(run): " ".join(run) for run in words.runs(several, LONGEST_NAME)}


def _rare(runs: dict[str, str]) -> dict[str, str]:
    """Return those of the runs in which a word stands that few records have."""
    several = {form: words.folded_words(run) for form, run in runs.items()}
    asked = {word for one in several.values() for word in one if word not in words.ANY_STOP_WORD}
    rare = set(SearchWord.objects.filter(word__in=asked, documents__lte=RARE).values_list("word", flat=True))
    return {form: runs[form] for form, one in several.items() if not rare.isdisjoint(one)}
