"""What the page of a decision says: what was decided, and what followed from it."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnerships import dates
from partnerships.dates import Certainty
from partnerships.kept_in_process import remembered
from partnerships.models import Decision, Partner
from partnerships.most_on_a_page import MOST_ON_A_PAGE
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import in_order, link_html
from partnerships.records.kinds.decisions import partners_of_the_day
from partnerships.records.visibility import is_public, public, shown_column

from . import kept_blocks, sentences
from .aftermath import Aftermath, aftermath, aftermath_strip, aftermath_table
from .answers_to_decision import answered
from .blocks import AnswerInWords, Block, Cell, Content, Figure, Fold, Records
from .facts import Fact, date_fact, facts, link_fact, value_fact
from .question import Question
from .sections import Section

#: What a number says of itself: “No. 12”, « n° 12 ».
_NUMBERED = re.compile(r"n(?:o\.?|[°º]) ?[0-9]", re.IGNORECASE)

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
    perhaps = _("Possibly partners on that day: when their partnership began or ended is not known")
    return [
        Figure("drawn", "", aftermath_strip(found)),
        aftermath_table(found),
        *answered(record, [*certain, *possible], found.later, question),
        _partners("concerned", _("Partners on that day"), certain),
        _partners("possibly-concerned", perhaps, possible),
    ]


def _line(record: Decision) -> list[Cell]:
    number = record.number if _NUMBERED.match(record.number) else _("No. %(number)s") % {"number": record.number}
    found = [Cell([number])] if record.number else []
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
