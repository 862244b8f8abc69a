"""What somebody typed, as it is looked for: every word in any of its forms, in any order, slips forgiven."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from django.db import connection

from partnerships.models import SearchName, SearchWord

from . import other_scripts, spelling, words
from .abbreviations_and_synonyms import said_for
from .adjectives_and_feminines import words_within
from .documents import whole_forms
from .full_text import Expression, all_of, any_of, are_held, matching, order_of_numbers, tokens_of
from .katakana import words_sounding_so
from .standing_for import standing_for

#: Nobody types more words than this; what is pasted is cut.
MOST_WORDS = 12
LONGEST = 300
#: A word is taken apart into two that are no shorter.
SHORTEST_PART = 4
#: Of the sounds of a Japanese name each part has so many letters: Abe, Aso.
SHORTEST_SOUND = 3
#: So many letters of a word that says nothing as a whole say something by themselves.
SHORTEST_BEGINNING = 5
#: A word in capitals that is no longer may be an abbreviation: another word is not what was meant by it.
LONGEST_ABBREVIATION = 5
#: Of one name no more places are looked for, nor areas.
MOST_PLACES = 5
#: No more places and areas with a word in their names are looked at.
MOST_NAMED = 200


#: An address of the web: none of its words is a slip.
_ADDRESS = re.compile(r"[^\s/]*(?://|\.)\S*/\S*")


@dataclass(frozen=True)
class AskedSearch:
    """What was typed: its words, how they are looked for, and the words of the register that were read for others."""

    text: str
    words: tuple[str, ...] = ()
    #: How each of the words is looked for.
    parts: tuple[Expression, ...] = ()
    #: The forms in which the whole of it is compared with names, keys and codes, with those that it has as it stands.
    whole: frozenset[str] = frozenset()
    as_typed: frozenset[str] = frozenset()
    #: For a word that the register does not hold, those that were read for it.
    read_as: dict[str, tuple[str, ...]] = field(default_factory=dict)
    #: The words that are the name of a place, a person or a body: what concerns it need not have it in its own.
    places: frozenset[str] = frozenset()
    #: The people who are named among the words, where nobody else is so called: by their keys.
    people: tuple[str, ...] = ()
    #: What is found under what it is the whole name of, an area or a place, a person or a body: it need not say so.
    areas: tuple[Expression, ...] = ()
    #: The words that were typed and are not looked for, where no record has all.
    left_out: tuple[str, ...] = ()

    @property
    def wanted(self) -> Expression | None:
        """What a record must say, or be about; nothing where no word was typed."""
        return any_of([self.said, *self.areas]) if self.said is not None else None

    @property
    def said(self) -> Expression | None:
        """What a record must say with its own words."""
        return all_of(self.parts) if self.parts else None

    @property
    def named(self) -> Expression | None:
        """What of it must stand in the names of a record that is found by them."""
        parts = [part for word, part in zip(self.words, self.parts, strict=True) if word not in self.places]
        return all_of(parts) if parts else self.said

    @property
    def tokens(self) -> frozenset[str]:
        """Every token by which a passage is found."""
        return frozenset(tokens_of(self.wanted)) if self.wanted is not None else frozenset()

    def without(self, left_out: Container[str]) -> "AskedSearch":
        """Return the same without some of its words."""
        kept = [(word, part) for word, part in zip(self.words, self.parts, strict=True) if word not in left_out]
        return replace(
            self,
            words=tuple(word for word, _part in kept),
            parts=tuple(part for _word, part in kept),
            read_as={word: several for word, several in self.read_as.items() if word not in left_out},
            left_out=(*self.left_out, *(word for word in self.words if word in left_out)),
            areas=() if any(word in left_out for word in self.words) else self.areas,
        )


def understand(text: str) -> AskedSearch:
    """Return how `text` is looked for."""
    text = text[:LONGEST]
    in_latin, read_as = _in_latin_letters(other_scripts.titles_apart(text))
    typed = tuple(_typed(in_latin))
    if not typed:
        return AskedSearch(text)
    as_typed = frozenset(whole_forms(words.without_scheme(text)))
    whole = frozenset(as_typed | whole_forms(in_latin) | whole_forms(" ".join(typed)))
    known = _known(typed)
    others = _said_otherwise(typed)
    abbreviations = _abbreviations(in_latin)
    found = []
    for place, word in enumerate(typed):
        readings = _readings(word, known)
        apart = _apart(word, known)
        is_two = readings is None and bool(apart) and any(are_held(apart))
        if readings is None and word not in others and not is_two and not _of_a_state(word, known):
            is_address = _ADDRESS.fullmatch(text.strip()) is not None
            readings = [] if is_address else _instead_of(word, known, is_abbreviation=word in abbreviations)
            read_as |= {word: tuple(readings)} if readings else {}
        ways = [*map(_forms, readings or [word]), *_with_neighbours(typed, place, known), *apart]
        ways += [*others.get(word, ()), *(_forms(other) for other in words_within(word) if other in known)]
        found.append(any_of(ways))
    whole |= _whole_as_read(typed, read_as)
    places, areas = _named_whole(typed, whole, found)
    standing = standing_for(in_latin, typed)
    if len(typed) == 1:
        areas += tuple(label for several in standing.values() for label in several)
    for word, several in standing.items() if len(typed) > 1 else ():
        places.setdefault(word, []).extend(several)
    found = [any_of([part, *places.get(word, ())]) for word, part in zip(typed, found, strict=True)]
    return AskedSearch(
        text,
        words=typed,
        parts=tuple(found),
        whole=whole,
        as_typed=as_typed,
        read_as=read_as,
        places=frozenset(places),
        people=tuple(_people(standing)),
        areas=areas,
    )


def _whole_as_read(typed: Sequence[str], read_as: dict[str, tuple[str, ...]]) -> set[str]:
    """Return the whole names that were meant: “Tokio” is Tokyo, “Mediterranean Dialog” the Dialogue."""
    if len(typed) == 1:
        return {form for several in read_as.values() for one in several for form in whole_forms(one)}
    return set(whole_forms(" ".join(read_as.get(word, (word,))[0] for word in typed))) if read_as else set()


def _in_latin_letters(text: str) -> tuple[str, dict[str, tuple[str, ...]]]:
    """Return `text` with what stands in letters that the register does not hold in Latin ones, and what became what."""
    runs = dict(other_scripts.in_latin_letters(text))
    if not runs:
        return text, {}
    held = {run: set(words.folded_words(run)) for run in runs}
    ways = {run: _ways_to_say(sounds) for run, sounds in runs.items()}
    said = {part for several in ways.values() for way in several for part in way}
    known = _held(said.union(*held.values()))
    runs |= {
        run: " ".join(next((way for way in several if known.issuperset(way)), _as_heard(run, runs[run])))
        for run, several in ways.items()
    }
    read_as = {}
    for run, sounds in runs.items():
        pairs = {word for word in held[run] if len(word) > 1}
        if not (pairs and pairs <= known):
            text = text.replace(run, f" {sounds} ")
            read_as[run] = (sounds,)
    return text, read_as


def _as_heard(run: str, sounds: str) -> tuple[str, ...]:
    """Return the word of the register that a name in katakana is of, if there is one; else its sounds."""
    return (*(words_sounding_so(sounds)[:1] if other_scripts.is_katakana(run) else ()), sounds)[:1]


def _ways_to_say(sounds: str) -> list[tuple[str, ...]]:
    """Return the words that some sounds may be, as they are and with short vowels: one, or those of a whole name."""
    several = dict.fromkeys((sounds, other_scripts.with_short_vowels(sounds)))
    parts = [(one[:cut], one[cut:]) for one in several for cut in range(SHORTEST_SOUND, len(one) - SHORTEST_SOUND + 1)]
    return [*((one,) for one in several), *parts]


def _abbreviations(text: str) -> set[str]:
    """Return the words of `text`, folded, that may be abbreviations: PARP is no slip for “part”, NTAO is of NATO."""
    return {
        words.fold(one) for one in re.findall(r"[^\W\d_]+", text) if one.isupper() and len(one) <= LONGEST_ABBREVIATION
    }


def _typed(text: str) -> list[str]:
    """Return the words that are looked for: pairs of a script without blanks, else those that say something."""
    several = list(dict.fromkeys(words.folded_words(text)))
    pairs = [word for word in several if words.is_unspaced(word) and len(word) > 1]
    if pairs:
        inside = set("".join(pairs))
        several = [word for word in several if not (len(word) == 1 and word in inside)]
    saying = [word for word in several if word not in words.ANY_STOP_WORD]
    saying = [word for word in saying if word not in words.ASKING] or saying
    return (saying or several)[:MOST_WORDS]


def _held(asked: set[str]) -> set[str]:
    """Return those of some words that the register holds."""
    return set(SearchWord.objects.filter(word__in=asked).values_list("word", flat=True))


def _known(typed: tuple[str, ...]) -> set[str]:
    """Return those words of the register that are typed, or are made of what is: of two words, of a part of one."""
    asked = {*typed, *("".join(pair) for pair in zip(typed, typed[1:], strict=False))}
    for word in typed:
        asked.update(part for halves in _halves(word) for part in halves)
        asked.update(words_within(word))
    return _held(asked)


def _named_whole(
    typed: tuple[str, ...], whole: frozenset[str], parts: Sequence[Expression]
) -> tuple[dict[str, list[Expression]], tuple[Expression, ...]]:
    """Return the words among others that are the whole name of a place, each with what is found there; and what is
    found under the areas and places of which all words together are the name."""
    named = _names(_with_a_name(parts), {*typed, *whole})
    places: dict[str, list[Expression]] = {}
    areas: dict[Expression, None] = {}
    for form, kind, key in named:
        if form in whole and len(areas) < MOST_PLACES:
            areas[words.label(kind, key)] = None
        if kind == "place" and form in typed and len(typed) > 1:
            several = places.setdefault(form, [])
            several += [words.label("place", key)] if len(several) < MOST_PLACES else []
    return places, tuple(areas)


def _with_a_name(parts: Sequence[Expression]) -> list[int]:
    """Return the numbers of the places and areas with one of some words in their names, so many at most.

    The full-text index is asked for these kinds: of a name that thousands of people bear it looks at none of them.
    """
    of_kind = any_of([words.label("kind", kind) for kind in ("place", "area")])
    tables, where, parameters = matching({"names": any_of(parts), "tokens": of_kind})
    order = order_of_numbers()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT d.id FROM {tables} WHERE {where} ORDER BY {order} LIMIT {MOST_NAMED}", parameters)  # noqa: S608
        return [number for (number,) in cursor.fetchall()]


def _names(numbers: list[int], forms: Container[str]) -> list[tuple[str, str, str]]:
    """Return those of some forms that are the whole name of one of some documents, with its kind and key, in order."""
    rows = SearchName.objects.filter(document__in=numbers) if numbers else SearchName.objects.none()
    found = rows.order_by("form", "document").values_list("form", "document__kind", "document__key")
    return [(form, kind, key) for form, kind, key in found if form in forms]


def _halves(word: str) -> list[tuple[str, str]]:
    if words.is_unspaced(word):
        return []
    return [(word[:cut], word[cut:]) for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)]


def _readings(word: str, known: set[str]) -> list[str] | None:
    """Return the words to look for where the register holds the one typed, or another form of it; else None."""
    if words.is_unspaced(word):
        return other_scripts.in_other_forms(word)
    if word in known or not word.isalpha():
        return [word]
    return [word] if _stem_is_known(word) else None


def _instead_of(word: str, known: set[str], *, is_abbreviation: bool) -> list[str]:
    """Return what may be meant by a word that the register does not hold; by an abbreviation, words of its letters."""
    hepburn = other_scripts.in_hepburn(word)
    is_japanese = hepburn != word and hepburn in _held({hepburn})
    readings = [hepburn] if is_japanese else spelling.readings(word) or _beginning(word, known)
    return [one for one in readings if not is_abbreviation or sorted(one) == sorted(word)]


def _beginning(word: str, known: set[str]) -> list[str]:
    """Return the longest word that one which is near none begins with: “cyberattack” is read as cyber."""
    several = (first for first, _last in reversed(_halves(word)) if len(first) >= SHORTEST_BEGINNING)
    return [first for first in several if first in known][:1]


def _stem_is_known(word: str) -> bool:
    """Whether a record holds another form of a word that the register does not hold as it is typed."""
    tables, where, parameters = matching({"tokens": any_of(words.tokens_of_word(word, as_written=False))})
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {tables} WHERE {where} LIMIT 1", parameters)  # noqa: S608
        return cursor.fetchone() is not None


def _of_a_state(word: str, known: set[str]) -> list[str]:
    """Return the words within one that the register does not hold that name a State: “Koreans” are of Korea."""
    several = [other for other in words_within(word) if other in known]
    held = are_held([_forms(other) for other in several], "state", "names") if several else []
    return [other for other, is_held in zip(several, held, strict=True) if is_held]


def _forms(word: str) -> Expression:
    return any_of(words.tokens_of_word(word))


def _with_neighbours(typed: tuple[str, ...], place: int, known: set[str]) -> list[Expression]:
    """Return the words that the one at `place` makes together with the one before it, or after it."""
    pairs = [f"{typed[place - 1]}{typed[place]}"] if place else []
    pairs += ["".join(typed[place : place + 2])] if place + 1 < len(typed) else []
    return [_forms(pair) for pair in pairs if pair in known]


def _people(standing: dict[str, list[Expression]]) -> dict[str, None]:
    """Return the keys of the people whom words name that name nobody else."""
    alone = (several[0] for several in standing.values() if len(several) == 1)
    named = (words.labels_among(each) for each in alone if isinstance(each, str))
    return {key: None for several in named for kind, key in several if kind == "person"}


def _said_otherwise(typed: tuple[str, ...]) -> dict[str, list[Expression]]:
    """Return the words that stand for others, each with what a record may say for it."""
    found: dict[str, list[Expression]] = {}
    for word, ways in said_for(typed):
        found.setdefault(word, []).extend(all_of([_forms(each) for each in way]) for way in ways)
    return found


def _apart(word: str, known: set[str]) -> list[Expression]:
    """Return the pairs of words that `word` is made of: “cyberdefence” is cyber, defence."""
    return [all_of([_forms(first), _forms(last)]) for first, last in _halves(word) if first in known and last in known]
