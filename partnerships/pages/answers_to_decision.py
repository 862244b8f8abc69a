"""A decision about all partners of its day: which of them answered it with a mission, when, and who is not recorded."""

from collections.abc import Sequence

from django.db.models import QuerySet, prefetch_related_objects
from django.utils.html import format_html
from django.utils.translation import gettext as _

from partnerships.addresses import address
from partnerships.models import Decision, Mission, Partner, Statement
from partnerships.presentation.languages import language_now, marked_language
from partnerships.records import place_in_time
from partnerships.records.titles import titles
from partnerships.records.visibility import is_public

from . import sentences
from .blocks import Block, Cell, Fold, Records, Table, TableRow
from .facts import citations
from .list_tables import representations
from .question import Question
from .section_tables import to_list

#: The table of those who answered.
ANSWERED = "answered"
#: So many missions stand in the table.
MOST = 60


def answered(
    record: Decision, partners: Sequence[Partner], later: Sequence[Decision], question: Question
) -> list[Block]:
    """Return who answered a decision about `partners`, and of whom no mission is recorded.

    Nothing where no later decision follows it, and nobody has said how many missions there are by it.
    """
    statements = Statement.objects.published().filter(decisions=record)
    if not partners or not _is_answered(later, statements):
        return []
    missions = _missions(record, partners)
    shown = missions[:MOST]
    prefetch_related_objects(shown, citations())
    known = representations(shown, question.day, question.today)
    rows = [
        TableRow(
            [
                Cell([_whose(one.mission)]),
                Cell(one.since.values, citations=list(one.mission.citations.all())),
                Cell(one.served.values, one.served.aside),
            ]
        )
        for one in known.values()
    ]
    columns = (_("Partner"), _("Mission since"), _("Served by"))
    lead = sentences.missions_recorded(missions, statements)
    more = [to_list("mission", _("All missions"))] if len(missions) > MOST else []
    missing = _without(partners, missions)
    title = _("Partners on that day for whom no mission is recorded")
    heading = _("Missions of these partners, each with its decision")
    return [
        Table(ANSWERED, heading, columns, rows, more, lead=lead, labelled=True),
        Fold("unanswered-all", title, (Records("unanswered", title, "partner", missing),), len(missing)),
    ]


def where_answered(record: Decision) -> str:
    """Return the address of who answered a decision; of the decision itself where nobody is known to have."""
    statements = Statement.objects.published().filter(decisions=record)
    found = address(record, language_now())
    is_answered = _is_answered(Decision.objects.published().filter(follows=record)[:1], statements)
    return f"{found}#{ANSWERED}" if is_answered and record.scope == Decision.Scope.ALL_PARTNERS else found


def _is_answered(later: Sequence[Decision] | QuerySet[Decision], statements: QuerySet[Statement]) -> bool:
    return bool(later or sentences.counted_statement(statements))


def _missions(record: Decision, partners: Sequence[Partner]) -> list[Mission]:
    """Return the missions of the States of `partners` to their organisations, but for those that closed before."""
    pairs = {(one.state_id, one.organization_id) for one in partners}
    states = {state for state, _organization in pairs}
    found = Mission.objects.published().filter(state__in=states, end_latest__gte=record.date_earliest)
    found = found.select_related("state").order_by(*place_in_time.place_in_time(Mission), "key")
    return [one for one in found if (one.state_id, one.organization_id) in pairs and is_public(one.state)]  # pyright: ignore[reportAttributeAccessIssue]


def _without(partners: Sequence[Partner], missions: Sequence[Mission]) -> list[Partner]:
    having = {(one.state_id, one.organization_id) for one in missions}  # pyright: ignore[reportAttributeAccessIssue]
    return [one for one in partners if (one.state_id, one.organization_id) not in having]


def _whose(mission: Mission) -> str:
    """The mission of a State, by the name of the State."""
    name = marked_language(*titles(mission.state, language_now())[0], mark=False)
    return format_html('<a href="{}">{}</a>', address(mission, language_now()), name)
