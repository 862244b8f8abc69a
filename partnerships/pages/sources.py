"""What the page of a source says: the document first, then what cites it, then what it denies."""

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import Case, Q, QuerySet, Value, When
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnerships import dates
from partnerships.kept_in_process import remembered
from partnerships.listing import cursor, parameters
from partnerships.models import Citation, Source
from partnerships.presentation.links import link_html
from partnerships.presentation.values import Address, Languages, SaidDate, Tagged, field_called
from partnerships.projections import timeline
from partnerships.records import kept_rows
from partnerships.records.kinds import KINDS, ON_THE_TIMELINE, kind_of
from partnerships.records.visibility import is_public, public_citations

from . import kept_blocks, sentences
from .blocks import Block, Cell, Content, Fold, Link, Table, TableRow, Turns
from .facts import Checked, Fact, date_fact, facts, text_fact, value_fact
from .question import Question
from .turning_points import turning_points

#: A page shows no more citations of a source than this; those that contradict are never many.
USES, MOST_AGAINST = 18, 25

#: What the names and addresses of the records that cite a source need.
NAMED_BY = tuple(
    f"{kind.name}.{path}"
    for kind in KINDS.values()
    if kind.is_cited
    for path in dict.fromkeys((*kind.named_by, *kind.stands_on))
)

#: What cites a source stands in three parts: kinds that have turning points, what else happened, and what has no date
#: of its own.
_FIRST, _HAPPENED, _BACKGROUND = range(3)


def _part_of(kind: str) -> int:
    if kind not in ON_THE_TIMELINE:
        return _BACKGROUND
    return _FIRST if KINDS[kind].main else _HAPPENED


_PART = Case(
    *(When(**{f"{name}__isnull": False}, then=Value(_part_of(name))) for name in Citation.owner_fields),
    default=Value(_BACKGROUND),
)


def source_facts(record: Source) -> list[Fact]:
    read_on = [SaidDate(Checked(record.accessed_on.isoformat()), "date")] if record.accessed_on else []
    original = record.languages.partition(" ")[0]
    return facts(
        Fact(
            gettext_lazy("Original title"),
            [Tagged(record.original_title, original)] if record.original_title else [],
        ),
        text_fact(gettext_lazy("Publisher"), record, "publisher"),
        value_fact(gettext_lazy("Author"), record.author),
        value_fact(gettext_lazy("Kind"), record.get_kind_display()),
        date_fact(gettext_lazy("Date"), record, "date"),
        Fact(gettext_lazy("Languages"), [Languages(tuple(codes))] if (codes := record.languages.split()) else []),
        Fact(gettext_lazy("Consulted on"), read_on),
        _address(record),
        _archived(record),
    )


def _address(record: Source) -> Fact:
    if record.url:
        return Fact(gettext_lazy("Address"), [Address(record.url, record.url)])
    return value_fact(gettext_lazy("Address"), _("no address is recorded"))


def _archived(record: Source) -> Fact:
    if record.archive_url:
        return Fact(gettext_lazy("Archived copy"), [Address(record.archive_url, record.archive_url)])
    return value_fact(gettext_lazy("Archived copy"), _("none") if record.not_archived else "")


def content(record: Source, question: Question) -> Content:
    """What the page of a source says, in its order."""
    against = remembered()(lambda: _against(record))
    # A place that nobody gave is refused before anything is made.
    for place in cursor.cursors_asked(question.query):
        _place(place)
    return Content(
        answers=[kept_blocks.kept_answer(record, "said", lambda: sentences.source(record, bool(against())))],
        facts_first=True,
        blocks=[
            kept_blocks.kept_blocks(record, "turns", lambda: (_turns(record),)),
            kept_blocks.kept_blocks(record, "uses", lambda: _uses(record, question.query), question.query.urlencode()),
            kept_blocks.kept_blocks(
                record, "against", lambda: (_table("against", _("What it contradicts"), against()),)
            ),
        ],
    )


def _against(record: Source) -> list[Citation]:
    return _shown(_citations(record, Citation.Stance.CONTRADICTS).order_by("pk")[:MOST_AGAINST])


def _turns(record: Source) -> Turns:
    """The turning points that rest on a source, before everything that does: none that came after it was written."""
    until = dates.moment_on(record.tells_until) if record.tells_until else None
    asked = timeline.Filters(related=(("source", record.key),), detail="main", until=until)
    return turning_points(asked, [], _("Turning points that cite it"))


def _uses(record: Source, query: QueryDict) -> Iterator[Block]:
    """What rests on a source, page by page: first what has a date, then, folded away, places, people and offices."""
    found, links = _page(_citations(record, Citation.Stance.SUPPORTS), query)
    shown = _shown(found)
    happened = [one for one in shown if _happened(one)]
    rest = [one for one in shown if not _happened(one)]
    if happened or not rest:
        yield _table("uses", _("What rests on this source"), happened, () if rest else links)
        background = _table("background", "", rest, links)
        yield Fold("background-all", _("Places, people, offices and areas that it tells of"), (background,), len(rest))
    else:
        yield _table("background", _("Places, people, offices and areas that it tells of"), rest, links)


def _happened(citation: Citation) -> bool:
    """Whether what cites a source has a date of its own."""
    return citation.owner is not None and _part_of(kind_of(citation.owner)) != _BACKGROUND


def _page(citations: QuerySet[Citation], query: QueryDict) -> tuple[list[Citation], list[Link]]:
    """The citations after, or before, the one that a cursor gives, and the ways on."""
    after, before = (_place(one) for one in cursor.cursors_asked(query))
    placed = citations.annotate(part=_PART)
    if before is not None:
        number, part = before
        found = list(placed.filter(Q(part__lt=part) | Q(part=part, pk__lt=number)).order_by("-part", "-pk")[: USES + 1])
        more, found = len(found) > USES, found[USES - 1 :: -1] if len(found) > USES else found[::-1]
        earlier, later = more, True
    else:
        if after is not None:
            number, part = after
            placed = placed.filter(Q(part__gt=part) | Q(part=part, pk__gt=number))
        found = list(placed.order_by("part", "pk")[: USES + 1])
        earlier, later = after is not None, len(found) > USES
        found = found[:USES]
    if not found:
        return [], []
    ways = [
        (cursor.onward_query(query, before=_cursor(found[0])) if earlier else "", _("Previous facts")),
        (cursor.onward_query(query, after=_cursor(found[-1])) if later else "", _("Further facts")),
    ]
    return found, [Link(f"?{address}", words) for address, words in ways if address]


def _cursor(citation: Citation) -> str:
    return cursor.encode(str(citation.pk), str(citation.part))  # pyright: ignore[reportAttributeAccessIssue]


def _place(given: str | None) -> tuple[int, int] | None:
    """The number of a citation and the part in which it stands, as a cursor gives them."""
    if given is None:
        return None
    number, part = cursor.decode(given, 2)
    if not parameters.is_row_number(number) or part not in map(str, range(3)):
        raise cursor.refused_cursor()
    return int(number), int(part)


def _citations(record: Source, stance: str) -> QuerySet[Citation]:
    return public_citations().filter(source=record, stance=stance)


def _shown(citations: Iterable[Citation]) -> list[Citation]:
    """Those of `citations` of public records, with what these are named after."""
    found = list(citations)
    kept_rows.beside(found, (*Citation.owner_fields, *NAMED_BY))
    return [citation for citation in found if is_public(citation.owner)]


def _table(key: str, title: str, several: Sequence[Citation], more: Sequence[Link] = ()) -> Table:
    rows = [
        TableRow([Cell([link_html(one.owner)]), Cell([one.owner._meta.verbose_name]), _what(one), Cell([one.locator])])
        for one in several
        if one.owner is not None
    ]
    columns = (_("Record"), _("Kind"), _("Part or field"), _("Place in the source"))
    return Table(key, title, columns, rows, more)


def _what(one: Citation) -> Cell:
    """Which field a citation is about, what it says of it, and its remark; nothing where it bears all of a record."""
    field = [name] if (name := field_called(one)) else []
    remark = sentences.text_said(one, "remark")
    value = sentences.value_said(one)
    return Cell([*field, *([value] if value else [])], [remark] if remark else [])
