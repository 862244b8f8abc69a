"""What the pages of decisions and agreements say: what was decided or signed, and what followed from it."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnerships import dates
from partnerships.addresses import MOST_ON_A_PAGE
from partnerships.dates import Certainty
from partnerships.drawing import Lane, Look, Strip
from partnerships.kept_in_process import remembered
from partnerships.models import Agreement, Decision, Partner
from partnerships.presentation.days import date_html
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import in_order, link_html
from partnerships.records.kinds.decisions import partners_of_the_day
from partnerships.records.titles import titles
from partnerships.records.visibility import is_public, public, shown_column

from . import kept_blocks, sentences
from .aftermath import Aftermath, aftermath, aftermath_strip, aftermath_table
from .agreed import visits_at_the_time
from .answers_to_decision import answered
from .blocks import AnswerInWords, Block, Cell, Content, Figure, Fold, Records, Table, TableRow
from .facts import Fact, date_fact, facts, link_fact, value_fact
from .participants import participants
from .question import Question
from .sections import Section
from .strips import moment_mark, period_bar, strip

DECISION_SECTIONS = (Section("statement", "decisions", gettext_lazy("Statements")),)


def decision_facts(record: Decision) -> list[Fact]:
    named = record.partners.all() if record.scope == Decision.Scope.PARTNERS else []
    about = record.get_scope_display() if record.scope == Decision.Scope.ALL_PARTNERS else ""
    return facts(
        date_fact(gettext_lazy("Date"), record, "date"),
        value_fact(gettext_lazy("Number"), record.number),
        link_fact(gettext_lazy("Decided by"), record.body),
        value_fact(gettext_lazy("Concerns"), about),
        link_fact(gettext_lazy("Partners"), *named),
        link_fact(gettext_lazy("Areas of cooperation"), *record.areas.all()),
        link_fact(gettext_lazy("Place"), record.place),
        link_fact(gettext_lazy("Follows"), record.follows),
        link_fact(gettext_lazy("Followed by"), *record.followed_by.all()),
    )


def content(record: Decision, question: Question) -> Content:
    """What the page of a decision says, in its order."""
    read = remembered()(lambda: (aftermath(record, question), *_concerned(record)))
    return Content(
        answers=[kept_blocks.kept_answer(record, "said", lambda: _said(record, *read()))],
        line=kept_blocks.kept_line(record, lambda: _line(record)),
        blocks=[kept_blocks.kept_blocks(record, "followed", lambda: _blocks(record, question, *read()), question.key)],
    )


def _said(record: Decision, found: Aftermath, certain: list[Partner], possible: list[Partner]) -> AnswerInWords:
    return sentences.decision(record, found.designations, len(certain), len(possible))


def _blocks(
    record: Decision, question: Question, found: Aftermath, certain: list[Partner], possible: list[Partner]
) -> list[Block | None]:
    perhaps = _("Perhaps partners on that day: their beginning or end is not known")
    return [
        Figure("drawn", "", aftermath_strip(found)),
        aftermath_table(found),
        *answered(record, [*certain, *possible], found.later, question),
        _partners("concerned", _("Partners on that day"), certain),
        _partners("possibly-concerned", perhaps, possible),
    ]


def _line(record: Decision) -> list[Cell]:
    found = [Cell([_("No. %(number)s") % {"number": record.number}])] if record.number else []
    if is_public(record.place):
        found.append(Cell([link_html(record.place)]))
    return [*found, *(Cell([link_html(area)]) for area in in_order(public(record.areas.all())))]


def _concerned(record: Decision) -> tuple[list[Partner], list[Partner]]:
    """The partners that a decision about all partners concerns: for certain, and those of which that is not known."""
    if record.scope != Decision.Scope.ALL_PARTNERS:
        return [], []
    found = partners_of_the_day(record).filter(publication="published").select_related("state")
    several = list(found.order_by(shown_column(f"state__sort_{language_now()}"), "key")[: MOST_ON_A_PAGE * 3])
    certain = [one for one in several if _certainly(one, record)]
    return certain, [one for one in several if one not in certain]


def _certainly(partner: Partner, record: Decision) -> bool:
    """Whether a partnership certainly contains every day on which a decision can have been taken."""
    period, today = dates.shown_period(partner.period), dates.today()
    days = (record.date_earliest, record.date_latest)
    return all(dates.contains(period, day, today=today) is Certainty.CERTAINLY for day in days)


def _partners(key: str, title: str, several: Sequence[Partner]) -> Fold:
    return Fold(f"{key}-all", title, (Records(key, title, "partner", several),), len(several))


def agreement_facts(record: Agreement) -> list[Fact]:
    return facts(
        value_fact(gettext_lazy("Kind"), record.get_kind_display()),
        date_fact(gettext_lazy("Signed") if record.is_signed else gettext_lazy("Agreed"), record, "date"),
        date_fact(gettext_lazy("In force"), record),
        link_fact(gettext_lazy("Partners"), *record.partners.all()),
        link_fact(gettext_lazy("Other parties"), *record.states.all()),
        link_fact(gettext_lazy("Organisation"), record.organization),
        link_fact(gettext_lazy("Areas of cooperation"), *record.areas.all()),
        link_fact(gettext_lazy("Place of signature"), record.place),
        link_fact(gettext_lazy("Renews"), record.renews),
        link_fact(gettext_lazy("Renewed by"), *in_order(record.renewed_by.all())),
    )


def agreement_content(record: Agreement, question: Question) -> Content:
    """What the page of an agreement says, in its order."""
    named = (record.renews, record, *in_order(record.renewed_by.all()))
    chain = [one for one in named if one is not None and is_public(one)]
    return Content(
        answers=[kept_blocks.kept_answer(record, "said", lambda: _agreement_said(record))],
        line=[Cell([link_html(area)]) for area in in_order(public(record.areas.all()))],
        blocks=[kept_blocks.kept_blocks(record, "signed", lambda: _agreed(record, chain))],
    )


def _agreement_said(record: Agreement) -> AnswerInWords:
    return sentences.agreement(record, visits_at_the_time(record))


def _agreed(record: Agreement, chain: Sequence[Agreement]) -> list[Block | None]:
    drawn = _drawn(record, chain) if len(chain) > 1 or record.period else None
    return [Figure("drawn", "", drawn), _signatures(record), _chain(chain)]


def _signatures(record: Agreement) -> Table:
    signing = participants(record, (record.date_earliest, record.date_latest))
    rows = [
        TableRow([Cell([sentences.participant(one)]), Cell([one.participation.get_role_display()])]) for one in signing
    ]
    return Table("participants", _("Who took part"), (_("Who"), _("Role")), rows)


def _chain(chain: Sequence[Agreement]) -> Table:
    """An agreement among those that it renews and that renew it."""
    in_force = any(one.period for one in chain)
    rows = [
        TableRow(
            [
                Cell([date_html(one, "date")]),
                Cell([link_html(one)]),
                *([Cell([date_html(one)])] if in_force else []),
            ]
        )
        for one in chain
        if len(chain) > 1
    ]
    columns = (_("When"), _("Agreement"), *([_("In force")] if in_force else []))
    return Table("renewals", _("Renewals"), columns, rows)


def _drawn(record: Agreement, chain: Sequence[Agreement]) -> Strip:
    title = titles(record, language_now())[0][0]
    lanes = [
        Lane(_("Agreements"), [mark for one in chain for mark in moment_mark(one, Look.TURNING)]),
        Lane(
            _("In force"),
            [mark for one in chain for mark in period_bar(one, "", titles(one, language_now())[0][0], "#content")],
        ),
    ]
    return strip("strip", title, _("The same facts stand in the sentences above."), lanes, None)
