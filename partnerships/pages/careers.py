"""The offices that somebody held, as their page says them: the latest in a sentence, all of them as a table."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from partnerships.models import Person, Tenure
from partnerships.models.meetings import ATTENDED_KINDS
from partnerships.offices import Held, Verdict, published_tenures
from partnerships.presentation.links import link_html, office_html
from partnerships.projections import timeline
from partnerships.projections.kept_successions import career_of
from partnerships.records.visibility import is_public

from . import kept_blocks, sentences
from .blocks import AnswerInWords, Cell, Table, TableRow
from .question import Question
from .succession_rows import together
from .succession_table import asides, how_held, is_mixed, marked_row, when

#: So much of what somebody took part in is counted, and so much of it told.
MOST, SHOWN = 50, 4


def careers(person: Person, question: Question) -> list[Held]:
    """Return what somebody held, each office and time in one row."""
    return together(career_of(person, question.today))


def career_answers(person: Person, held: Sequence[Held], question: Question) -> list[AnswerInWords]:
    """Return the offices held on the day that is asked for, else the latest ones, else what somebody took part in."""
    if question.on is not None:
        ahead = _announced(person, question.today) if max(question.days) > question.today else []
        return [sentences.offices_on(person, held, day, ahead) for day in question.days]
    if held:
        return [sentences.latest_offices(person, held)]
    return [kept_blocks.kept_answer(person, "taken-part", lambda: _not_yet_in_office(person, question.today))]


def _announced(person: Person, today: date) -> list[Tenure]:
    """Return the offices that somebody is to take on a day to come."""
    found = published_tenures().filter(person=person, start_earliest__gt=today).select_related("office")
    return [one for one in found.order_by("start_earliest", "key") if is_public(one.office)]


def _not_yet_in_office(person: Person, today: date) -> AnswerInWords:
    """Return the offices that somebody of whom none is recorded is to take, else what they took part in."""
    ahead = _announced(person, today)
    return sentences.offices_to_come(person, ahead) if ahead else _taken_part(person)


def _taken_part(person: Person) -> AnswerInWords:
    """What somebody took part in of whom no office is recorded: the latest of it."""
    asked = timeline.Filters(person=(person.key,), kind=ATTENDED_KINDS)
    found = timeline.page(asked, order="newest", size=MOST).entries
    records = list({(one.kind, one.key): one.record for one in reversed(found)}.values())
    return sentences.taken_part(person, records[-SHOWN:], len(records))


def career_table(held: Sequence[Held], question: Question) -> Table:
    """Return the offices that somebody held, in their own right and by virtue of others, in order."""
    rows, mixed, recorded = [], is_mixed(one.row for one in held), sentences.on_record(held)
    for one in held:
        row = one.row
        who = [_("possibly")] if row.answer is Verdict.POSSIBLE and one not in recorded else []
        how = how_held(row, mixed)
        cells = [
            Cell([when(row)]),
            Cell([office_held(one)], citations=row.citations),
            Cell([how] if how else [], [*who, *asides(row)]),
        ]
        rows.append(marked_row(TableRow(cells, "not-known" if who else ""), row, [each.row for each in held], question))
    columns = (_("Period"), _("Office"), _("In what capacity, and how certain"))
    return Table("offices", _("Offices held"), columns, rows)


def office_held(held: Held) -> str:
    """The office that somebody held, with its title as it is said of that person."""
    return office_html(held.office, held.row.holder.tenure) if held.row.holder else link_html(held.office)
