"""What the register knows by name, found in a sentence."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from partnerships import models
from partnerships.folding import fold
from partnerships.kept_in_process import Shelf, all_to_stay
from partnerships.projections import version

from .demonyms import adjectives, shared_adjectives
from .text import Sentence, Word, hyphens_joined, without_plural
from .words_of_people import CALLED_AFTER, CHARGED_WITH

#: The kinds that a document names, and the columns in which their names stand.
NAMED = {
    models.State: ("name_fr", "name_en", "formal_name_fr", "formal_name_en"),
    models.Organization: ("name_fr", "name_en", "abbreviation_fr", "abbreviation_en"),
    models.Place: ("name_fr", "name_en"),
    models.Person: ("name",),
    models.Office: ("name_fr", "name_en", "title_feminine_fr", "title_feminine_en"),
    models.Area: ("name_fr", "name_en"),
    models.Framework: ("name_fr", "name_en", "abbreviation_fr", "abbreviation_en"),
    models.Embassy: ("name_fr", "name_en"),
    models.Mission: ("name_fr", "name_en"),
}
#: Kinds whose names are made of those of others: « secrétaire général de l’OTAN » names the OTAN too.
COMPOSED = ("office", "embassy", "mission")
#: Kinds whose names are common nouns: they are found in small letters too.
COMMON = ("area", "office")
_LITTLE_WORDS = frozenset(["of", "for", "to", "the", "de", "du", "des", "la", "le", "les", "l", "d"])
#: What the name of waters holds besides that of a State, without the mark of the plural.
_OFF = frozenset(("off", "large", "water", "cote", "coast"))
ARTICLES = frozenset(("le", "la", "les", "l", "the"))


@dataclass(frozen=True, order=True)
class Known:
    """A record of the register: its kind and its key."""

    kind: str
    key: str


@dataclass(frozen=True)
class Mention:
    """A record named in a text, and where; a State by its adjective too: “the Japanese Minister”."""

    known: Known
    text: str
    start: int
    end: int
    is_adjective: bool = False


@dataclass(frozen=True)
class InOffice:
    """Somebody in an office of a State or a body, from when to when as far as anybody knows."""

    person: str
    role: str
    owner: Known
    first: date
    last: date


#: Names by their first two words, of which the second may be none: the words of each, and what it names.
Names = dict[tuple[str, str], dict[tuple[str, ...], set[Known]]]
#: The names of the register as they last stood.
kept: Shelf["Vocabulary"] = Shelf(1)


class Vocabulary:
    """All the names by which the register knows its records, in both languages and every spelling it holds."""

    def __init__(
        self,
        names: Iterable[tuple[str, Known]],
        *,
        states: Mapping[str, str] | None = None,
        ambassadors: Mapping[tuple[Known, Known], Known] | None = None,
        partners: Collection[str] | None = None,
        codes: Mapping[str, str] | None = None,
        offices: Mapping[tuple[str, Known], Known] | None = None,
        people: Mapping[str, str] | None = None,
        holders: Mapping[str, Sequence[InOffice]] | None = None,
    ) -> None:
        """Take names with what they name, and what else a text leaves to its reader.

        `states` has the key of the State in which each place lies, by the place's key; `ambassadors` the office of
        each ambassador, by the State that sends them and the State or body that receives them; `partners` the keys of
        the States that have a partnership, where that is known; `codes` the key of each State by its code; `offices`
        the office of each role that a State or a body has but one of; `people` the key of the State in whose offices
        each person served, by the person’s key; `holders` who held an office, by the family name.
        """
        self.holders = holders or {}
        self.roles = _roles(self.holders)
        self.people = people or {}
        self.offices = offices or {}
        self.partners, self.codes = partners, codes or {}
        self.states, self.ambassadors = states or {}, ambassadors or {}
        self._simple: Names = {}
        self._composed: Names = {}
        self._scripts: dict[str, set[Known]] = {}
        self._by_words: dict[tuple[str, ...], Known] = {}
        self._waters: list[tuple[frozenset[str], Known]] = []
        for text, known in names:
            self._add(text, known)

    @classmethod
    def of_register(cls) -> "Vocabulary":
        """Return the names of the register, as they were read last if nothing has been written in it since."""
        return kept.having(version.stamp_of_all(), cls._read, lambda _found: 1)

    @classmethod
    def _read(cls) -> "Vocabulary":
        """Read the names of the register: labels, dated names, aliases."""
        with all_to_stay():
            places = models.Place.objects.filter(state__isnull=False).values_list("key", "state__key")
            names = [*_labels(), *_spellings(models.Name), *_spellings(models.Alias)]
            partners = models.Partner.objects.not_withdrawn()
            states = models.State.objects.not_withdrawn().exclude(iso2="")
            return cls(
                names,
                states=dict(places),
                ambassadors=dict(_ambassadors()),
                partners=set(partners.values_list("state__key", flat=True)),
                codes={code.lower(): key for code, key in states.values_list("iso2", "key")},
                offices=dict(_offices()),
                people=dict(_served()),
                holders=_holders(),
            )

    def adjectives_of(self, sentences: Iterable[Sentence]) -> dict[tuple[str, ...], str]:
        """Return what the adjectives mean in a text that States share: the State that it names in full."""
        named = {each.known for sentence in sentences for each in _spoken(sentence, self._simple)}
        return shared_adjectives([code for code, key in self.codes.items() if Known("state", key) in named])

    def mentions(self, sentence: Sentence, shared: Mapping[tuple[str, ...], str] | None = None) -> list[Mention]:
        """Return what `sentence` names in its order, at each place the longest name; of one name, every kind.

        `shared` has what the adjectives mean in the text that States share.
        """
        simple = (each for each in _spoken(sentence, self._simple) if not _is_part_of_a_name(sentence, each))
        spoken = [*simple, *_spoken(sentence, self._composed), *self._in_scripts(sentence)]
        if "-" in sentence.text:
            # A given name of two syllables is written « Soon-gu », “Soongu” or “Soon Gu”.
            joined = [each for each in _spoken(hyphens_joined(sentence), self._simple) if each.known.kind == "person"]
            spoken += [each for each in joined if each not in spoken]
        for key, start, end in adjectives(sentence, self.codes, shared):
            if not any(each.start < end and start < each.end for each in spoken):
                spoken.append(Mention(Known("state", key), sentence.passage(start, end), start, end, is_adjective=True))
        return sorted(spoken, key=lambda each: (each.start, -each.end, each.known))

    def office_said(self, title: str) -> Known | None:
        """Return the office whose name is made of just the words of a title: “the NATO Deputy Secretary General”."""
        return self._by_words.get(_telling_words(fold(title)))

    def waters_off(self, state: str) -> Known | None:
        """Return the waters before the coast of a State, as they are called after it: “Waters off Somalia”."""
        words = {without_plural(word) for word in fold(state).split()}
        return min((known for name, known in self._waters if words < name), default=None)

    def _add(self, text: str, known: Known) -> None:
        folded = fold(text)
        if known.kind == "office":
            self._by_words.setdefault(_telling_words(folded), known)
        if not text.isascii() and any("\u3040" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7a3" for sign in text):
            self._scripts.setdefault(text, set()).add(known)
            return
        if len(folded) > 1:
            words = [without_plural(word) for word in folded.split(" ")]
            names = self._composed if known.kind in COMPOSED else self._simple
            first_two = words[0], words[1] if len(words) > 1 else ""
            names.setdefault(first_two, {}).setdefault(tuple(words), set()).add(known)
            if known.kind == "place" and not _OFF.isdisjoint(words):
                self._waters.append((frozenset(words), known))

    def _in_scripts(self, sentence: Sentence) -> Iterator[Mention]:
        for text, records in self._scripts.items():
            if (at := sentence.text.find(text)) >= 0:
                start = sentence.start + at
                yield from (Mention(known, text, start, start + len(text)) for known in sorted(records))


def _spoken(sentence: Sentence, names: Names) -> Iterator[Mention]:
    number = 0
    while number < len(sentence.words):
        length, known = _longest(sentence.words, number, names)
        capital = sentence.words[number].capital
        # « la base aérienne d’Iruma »: the first word of a place may be a common one.
        inside = any(word.capital for word in sentence.words[number : number + length])
        named = [each for each in known if capital or each.kind in COMMON or (inside and each.kind == "place")]
        start, end = sentence.words[number].start, sentence.words[number + max(length, 1) - 1].end
        yield from (Mention(each, sentence.passage(start, end), start, end) for each in sorted(named))
        number += length if named else 1


def _is_part_of_a_name(sentence: Sentence, mention: Mention) -> bool:
    """Whether an area is that of somebody or of a body: “Special Representative for”, “Cyber Defence Centre”."""
    start, end = mention.start - sentence.start, mention.end - sentence.start
    charged = CHARGED_WITH.search(sentence.text, 0, start) or CALLED_AFTER.match(sentence.text, end)
    return mention.known.kind == "area" and charged is not None


def _longest(words: tuple[Word, ...], number: int, names: Names) -> tuple[int, set[Known]]:
    """Return how many words the longest name has that begins at `number`, and what it names."""
    length, known = 0, set()
    words = words[number:]
    first = without_plural(words[0].folded)
    for second in _may_be_second(words):
        for name, records in names.get((first, second), {}).items():
            # « les femmes, la paix et la sécurité »: what is no proper name takes articles.
            articles = ARTICLES if all(each.kind in COMMON for each in records) else frozenset()
            said = _words_said(words, name, articles)
            if said > length:
                length, known = said, records
    return length, known


def _may_be_second(words: tuple[Word, ...]) -> Iterable[str]:
    """Return what the second word of a name may be: none, that behind the first, or the one behind its articles."""
    behind = (word.folded for word in words[1:] if word.folded not in ARTICLES)
    found = (*(word.folded for word in words[1:2]), *islice(behind, 1))
    return dict.fromkeys(("", *map(without_plural, found)))


def _words_said(words: tuple[Word, ...], name: tuple[str, ...], articles: Collection[str]) -> int:
    """Return how many of the first words say `name`, articles between them aside; 0 where they do not."""
    said = 0
    for each in name:
        while said and said < len(words) and words[said].folded in articles and each not in articles:
            said += 1
        if said == len(words) or without_plural(words[said].folded) != each:
            return 0
        said += 1
    return said


def _ambassadors() -> Iterator[tuple[tuple[Known, Known], Known]]:
    """Yield the offices of ambassadors by who sends them and who receives them; of two, the first by key.

    Where no ambassador is accredited to a body, the head of the mission there is called so.
    """
    roles = (models.Office.Role.HEAD_OF_MISSION, models.Office.Role.AMBASSADOR)
    offices = models.Office.objects.filter(role__in=roles, state__isnull=False)
    public_or_draft = offices.not_withdrawn().order_by("-role", "-key")
    for kind in ("state", "organization"):
        receiver = f"receiving_{kind}__key"
        rows = public_or_draft.filter(**{f"receiving_{kind}__isnull": False})
        for key, sender, other in rows.values_list("key", "state__key", receiver):
            yield (Known("state", sender), Known(kind, other)), Known("office", key)


def _offices() -> Iterator[tuple[tuple[str, Known], Known]]:
    """Yield offices by their role and whose they are; of two, the first by key."""
    rows = models.Office.objects.not_withdrawn().order_by("-key")
    for key, role, state, body in rows.values_list("key", "role", "state__key", "organization__key"):
        if state or body:
            yield (role, Known("state", state) if state else Known("organization", body)), Known("office", key)


def _served() -> Iterator[tuple[str, str]]:
    """Yield the State in whose offices each person served, where it is one alone."""
    rows = models.Tenure.objects.not_withdrawn().values_list(
        "person__key", "office__state__key", "office__organization__key"
    )
    states: dict[str, set[str]] = {}
    for person, state, body in rows:
        states.setdefault(person, set()).add("" if body or not state else state)
    for person, found in states.items():
        if len(found) == 1 and "" not in found:
            yield person, next(iter(found))


def _holders() -> dict[str, list[InOffice]]:
    """Return who held an office of a State or a body, by the family name."""
    rows = models.Tenure.objects.not_withdrawn().values_list(
        "person__family_name",
        "person__key",
        "office__role",
        "office__state__key",
        "office__organization__key",
        "start_earliest",
        "end_latest",
    )
    found: dict[str, list[InOffice]] = {}
    for family, person, role, state, body, first, last in rows:
        if family and (state or body):
            # Of an ambassador, it is the State that sends them.
            owner = Known("state", state) if state else Known("organization", body)
            found.setdefault(fold(family), []).append(InOffice(person, role, owner, first, last))
    return found


def _roles(holders: Mapping[str, Sequence[InOffice]]) -> dict[str, set[str]]:
    """Return in which roles each person held an office, by the person’s key."""
    found: dict[str, set[str]] = {}
    for one in chain.from_iterable(holders.values()):
        found.setdefault(one.person, set()).add(one.role)
    return found


def _telling_words(folded: str) -> tuple[str, ...]:
    return tuple(sorted(set(folded.split()) - _LITTLE_WORDS))


def _labels() -> Iterator[tuple[str, Known]]:
    for model, columns in NAMED.items():
        present = {field.name for field in model._meta.fields}
        columns = [name for name in columns if name in present]
        kind = model._meta.model_name or ""
        rows = model._default_manager.not_withdrawn()
        # Each column is one of a language: nothing of another one stands in for it.
        for key, *texts in rows.rewrite(False).values_list("key", *columns).iterator():
            known = Known(kind, key)
            for text in filter(None, texts):
                yield from ((each, known) for each in said_names(kind, text))


#: How the office of whoever heads something is said where somebody takes it.
_HEADING = (("Chef", "tête"), ("Chef", "direction"), ("Head", "charge"))


def said_names(kind: str, text: str) -> list[str]:
    """Return a name as it may stand in a text: that of a person also with the family name first."""
    words = text.split()
    if kind == "office":
        # « a pris la tête de la mission du Japon », “took charge of the mission”.
        heads = (each for each in _HEADING if text.startswith(f"{each[0]} "))
        return [text, *(text.replace(head, taken, 1) for head, taken in heads)]
    return [text, " ".join([words[-1], *words[:-1]])] if kind == "person" and len(words) > 1 else [text]


def _spellings(model: type[models.Name | models.Alias]) -> Iterator[tuple[str, Known]]:
    owners = {target._meta.model_name: target for target in NAMED}
    for kind in model.owner_fields:
        if kind in owners:
            rows = model._default_manager.filter(**{f"{kind}__isnull": False})
            for text, key in rows.values_list("text", f"{kind}__key").iterator():
                yield from ((each, Known(kind, key)) for each in said_names(kind, text))
