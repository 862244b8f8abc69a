"""What the search says: kind by kind the records that are found, each with the passage that it was found by."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partnerships.addresses import address, localized
from partnerships.listing import cursor, parameters
from partnerships.listing.chips import Chip
from partnerships.listing.filters import AskedFilters, FilterChoice, read_filters
from partnerships.listing.passages import Passage, marked_words, passage
from partnerships.models import Record
from partnerships.presentation.days import date_html, date_of
from partnerships.presentation.languages import language_now, not_translated
from partnerships.presentation.links import naming_texts
from partnerships.projections import search
from partnerships.records import kept_rows, texts
from partnerships.records.kinds import KINDS
from partnerships.records.visibility import is_public

from . import PAGES, time_in_search
from .beginnings_in_search import beginnings
from .blocks import Link
from .careers_in_search import careers_then
from .holders_in_search import ShortAnswer, holders_then
from .named_in_search import PartnersNamed, lists_named, partners_named
from .search_filters import instead_of_results, kind_title, narrowed_by, search_choices
from .successors_in_search import neighbours
from .words_found import as_typed, found_with, instructions, left_out, named_by_most, words_apart

#: Of each kind so many stand on the page of all kinds; of one kind alone so many at a time.
FEW, MANY = 5, 50


@dataclass(frozen=True)
class Result:
    """One record that is found."""

    record: Record
    address: str
    name: SafeString
    when: SafeString | str
    passage: SafeString | str


@dataclass(frozen=True)
class ResultGroup:
    """The records of one kind that are found, with the way to all of them."""

    kind: str
    title: str
    number: str
    results: list[Result]
    more: str = ""
    more_text: str = ""


@dataclass(frozen=True)
class Results:
    """What was asked, what was read for it, and what is found."""

    text: str
    said: str = ""
    read_as: tuple[tuple[str, str], ...] = ()
    groups: tuple[ResultGroup, ...] = ()
    #: The first record, where its name, key or code is what was typed.
    exact: Result | None = None
    #: Else the people whom some of the words name, and no other.
    people: tuple[Result, ...] = ()
    #: The partners that are named together, and the lists that are all that is named.
    partners: PartnersNamed | None = None
    lists: tuple[Link, ...] = ()
    #: The filters as they were read, what the form offers, and what is asked.
    asked: AskedFilters | None = None
    choices: tuple[FilterChoice, ...] = ()
    chips: tuple[Chip, ...] = ()
    #: Where nothing is found with the filters: each with how much is found without it, and what lies nearest in time.
    instead: tuple[Chip, ...] = ()
    nearest: tuple[Result, ...] = ()
    earlier: str = ""
    later: str = ""
    #: On the last page of one kind: that there are more records of it.
    cut: str = ""
    #: What happened then, where a time is what was typed.
    then: time_in_search.Happened | None = None
    #: Who held an office that is named, on the day that is.
    told: Sequence[ShortAnswer] = ()
    #: What was typed as other searches have instructions; it is none here.
    instructions: str = ""
    #: The words that no record has together with the others.
    left_out: str = ""
    #: Where little is found: the records whose names have all the words but those that are said.
    most_of: tuple[Result, ...] = ()
    but: str = ""
    #: Where nothing is found: each word by which something is, and where to look through what there is.
    apart: tuple[tuple[str, str], ...] = ()
    browse: tuple[tuple[str, str], ...] = ()

    @property
    def answers_alone(self) -> bool:
        """Whether nothing is found beside an answer: then it is not said that nothing is."""
        return not self.groups and (self.then is not None or bool(self.told))

    @property
    def exact_begins(self) -> bool:
        """Whether the list begins with the record that was typed: it does not stand twice in a row."""
        begins = self.groups[0].results[0] if self.groups and self.groups[0].results else None
        return self.exact is not None and not self.told and self.then is None and begins == self.exact


def results(query: QueryDict) -> Results:
    """Return what is found by the `q` of a query, narrowed down by its other parameters."""
    asked, start = read_filters(query, kinds=tuple(KINDS)), start_asked(query)
    text = parameters.one(query, "q") or ""
    typed, found = found_with(text, asked)
    tokens = typed.tokens
    one = len(asked.keys["kind"]) == 1 and bool(found)
    start = start if one else 0
    goes_on = one and len(found[0].hits) > start + MANY
    wanted = {each.kind: each.hits[start : start + (MANY if one else FEW)] for each in found}
    made = {kind: _made(hits, tokens) for kind, hits in wanted.items()}
    exact = None if one else _exact(found, made)
    # What else may be meant is offered beside a whole list alone, where no record is just what was typed.
    offers = exact is None and not asked.narrowed
    instead = instead_of_results(query, asked) if text and not found and asked.narrowed else None
    most_of = named_by_most(typed, found, asked)
    nothing = bool(text.strip()) and not found
    # A page about the register that has the words tells what they mean, not what happened.
    among_others = bool(text.strip()) and all(each.kind == "page" for each in found)
    then = None if asked.narrowed else time_in_search.happened(text, among_others=among_others)
    told = short_answers(text, typed, found, asked)
    # Where a time is all that was typed, what happened then is the answer.
    nothing = nothing and not told and not (then is not None and then.is_all)
    return Results(
        text=text,
        said=_said(found),
        # What is read for a word by which nothing is found says nothing.
        read_as=_read_as(text, typed) if found else (),
        groups=tuple(_group(query, each, made[each.kind], one) for each in found),
        exact=exact,
        people=_people(typed, wanted) if offers else (),
        partners=partners_named(text) if offers else None,
        lists=tuple(lists_named(typed)) if offers else (),
        asked=asked,
        choices=tuple(search_choices(text, asked, found)) if text else (),
        chips=tuple(narrowed_by(query, asked)),
        instead=tuple(instead.chips) if instead else (),
        nearest=tuple(_made(instead.nearest, tokens)) if instead else (),
        later=_page(query, start + MANY) if goes_on else "",
        earlier=_page(query, start - MANY) if start else "",
        cut=cut_short(found) if one and not goes_on else "",
        then=then,
        told=told,
        instructions=_all_quoted(instructions(text)),
        left_out=_all_quoted(left_out(typed)),
        most_of=tuple(_made(most_of.hits, most_of.typed.tokens)) if most_of else (),
        but=_all_quoted(left_out(most_of.typed)) if most_of else "",
        apart=_apart(text, typed, asked) if nothing else (),
        browse=tuple(_browse()) if nothing else (),
    )


def short_answers(
    text: str, typed: search.AskedSearch, found: Sequence[search.Found], asked: AskedFilters
) -> tuple[ShortAnswer, ...]:
    """Return what is asked by the words that were typed, answered in sentences; nothing where more is asked for."""
    if asked.narrowed:
        return ()
    return (*beginnings(text), *(tuple(neighbours(typed)) or (*holders_then(text, found), *careers_then(text))))


def _exact(found: Sequence[search.Found], made: Mapping[str, list[Result]]) -> Result | None:
    """Return the first record whose name, key or code is what was typed; none where others are called so."""
    best = next((each for each in found if each.best == search.WHOLE), None)
    alike = best is not None and len(best.hits) > 1 and best.hits[1].how == search.WHOLE
    return made[best.kind][0] if best and made[best.kind] and not alike else None


def _people(typed: search.AskedSearch, wanted: Mapping[str, Sequence[search.Hit]]) -> tuple[Result, ...]:
    """Return the people whom some of the words name and no other, but for those who stand on the page anyway."""
    shown = {hit.key for hit in wanted.get("person", ())}
    hits = [search.Hit("person", key, search.NAMED, "") for key in typed.people if key not in shown]
    return tuple(_made(hits, typed.tokens))


def _read_as(text: str, typed: search.AskedSearch) -> tuple[tuple[str, str], ...]:
    """Return each word that was read as others, as it was typed, with these."""
    return tuple(
        (as_typed(text, word), _(" or ").join(map(_quoted, several))) for word, several in typed.read_as.items()
    )


def _apart(text: str, typed: search.AskedSearch, asked: AskedFilters) -> tuple[tuple[str, str], ...]:
    """Return each word by which something is found, as it was typed, with the query that asks for it alone."""
    return tuple((as_typed(text, word), urlencode({"q": word})) for word in words_apart(typed, asked))


def cut_short(found: Sequence[search.Found]) -> str:
    """Return what is said where more is found than is given: of which kinds, and how many of each are."""
    kinds = ", ".join(kind_title(each.kind) for each in found if each.more)
    if not kinds:
        return ""
    return _(
        "Of one kind no more than %(number)d records are given, and there are more of these: %(kinds)s. "
        "Narrow the search down to have the others."
    ) % {"number": search.MOST, "kinds": kinds}


def _quoted(text: str) -> str:
    return f"“{text}”" if language_now() == "en" else f"«\u00a0{text}\u00a0»"


def _all_quoted(several: Iterable[str]) -> str:
    return ", ".join(map(_quoted, several))


def _browse() -> Iterator[tuple[str, str]]:
    """Yield the lists in which everything of a kind is found, each with its address."""
    language = language_now()
    for kind in ("partner", "person", "mission", "visit"):
        yield str(PAGES[kind].title), localized(f"{kind}-list", language)
    yield _("Timeline"), localized("timeline", language)


def _made(hits: Sequence[search.Hit], tokens: frozenset[str]) -> list[Result]:
    """Return the records of `hits` in their order, those of one kind loaded together."""
    keys = {kind: [hit.key for hit in hits if hit.kind == kind] for kind in dict.fromkeys(hit.kind for hit in hits)}
    records = {kind: load_found(kind, several) for kind, several in keys.items()}
    language = language_now()
    return [_result(records[hit.kind][hit.key], hit, tokens, language) for hit in hits if hit.key in records[hit.kind]]


def load_found(kind: str, keys: Iterable[str]) -> dict[str, Record]:
    """Return the published records of `keys`, with what their names, places and texts are made of."""
    found = KINDS[kind]
    needed = {path.rpartition(".")[0] for path in texts.paths(kind)}
    several = kept_rows.keyed(found.model, keys, sorted({*needed, *found.stands_on, *found.named_by} - {""}))
    return {one.key: one for one in several if is_public(one)}


def start_asked(query: QueryDict) -> int:
    """Return from which of the records of one kind a page goes on; raise BadRequest for what is no such place."""
    after = parameters.one(query, "after")
    if not after:
        return 0
    (place,) = cursor.decode(after)
    if not place.isdecimal() or int(place) > search.MOST:
        raise cursor.refused_cursor()
    return int(place)


def _page(query: QueryDict, start: int) -> str:
    return cursor.onward_query(query, after=cursor.encode(str(start)) if start > 0 else None) or _without(
        query, "after"
    )


def _without(query: QueryDict, *names: str) -> str:
    found = query.copy()
    for name in names:
        found.pop(name, None)
    return found.urlencode()


def _group(query: QueryDict, found: search.Found, made: list[Result], one: bool) -> ResultGroup:
    title = kind_title(found.kind)
    number = f"{len(found.hits)}+" if found.more else str(len(found.hits))
    if one or len(found.hits) <= len(made):
        return ResultGroup(found.kind, title, number, made)
    asked = query.copy()
    asked.setlist("kind", [found.kind])
    return ResultGroup(
        found.kind, title, number, made, f"?{asked.urlencode()}", _("All %(number)s") % {"number": number}
    )


def _result(record: Record, hit: search.Hit, tokens: frozenset[str], language: str) -> Result:
    named = hit.how <= search.NAMED
    shown = passage(texts.texts_of(record), tokens, language, record.label(language), named=named)
    return Result(record, address(record, language), _name(record, tokens), _when(record), _passage(shown))


def _name(record: Record, tokens: frozenset[str]) -> SafeString:
    several, separator = naming_texts(record)
    here = language_now()
    parts = (
        marked_words(text, tokens)
        if found == here
        else format_html('<span lang="{}">{}</span>', found, marked_words(text, tokens))
        for text, found in several
    )
    return format_html_join(separator, "{}", ((part,) for part in parts))


def _passage(shown: Passage | None) -> SafeString | str:
    if shown is None:
        return ""
    if shown.language in ("", language_now()):
        return shown.html
    return format_html(
        '<span lang="{}">{}</span> <small class="untranslated">{}</small>',
        shown.language,
        shown.html,
        not_translated(shown.language),
    )


def _when(record: Record) -> SafeString | str:
    for field in ("date", "period"):
        if getattr(record, field, "") and date_of(record, field):
            return date_html(record, field)
    return ""


def _said(found: list[search.Found]) -> str:
    number = sum(len(each.hits) for each in found)
    if any(each.more for each in found):
        return _("More than %(number)d records") % {"number": number}
    return ngettext("%(number)d record", "%(number)d records", number) % {"number": number}
