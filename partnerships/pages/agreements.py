"""What the page of an agreement says: what was agreed or signed, by whom, and what it renews."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnerships.drawing import Lane, Look, Strip
from partnerships.models import Agreement
from partnerships.presentation.days import date_html
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import in_order, link_html
from partnerships.records.titles import titles
from partnerships.records.visibility import is_public, public

from . import kept_blocks, sentences
from .blocks import AnswerInWords, Block, Cell, Content, Figure, Table, TableRow
from .facts import Fact, date_fact, facts, link_fact, value_fact
from .participants import participants
from .question import Question
from .strips import moment_mark, period_bar, strip
from .visits_and_agreements import visits_at_the_time


def agreement_facts(record: Agreement) -> list[Fact]:
    return facts(
        value_fact(gettext_lazy("Kind"), record.get_kind_display()),
        date_fact(gettext_lazy("Signed") if record.is_signed else gettext_lazy("Agreed"), record, "date"),
        date_fact(gettext_lazy("In force"), record),
        link_fact(gettext_lazy("Partners"), *record.partners.all()),
        link_fact(gettext_lazy("Other parties"), *record.states.all(), *record.organizations.all()),
        link_fact(gettext_lazy("Organisation"), record.organization),
        link_fact(gettext_lazy("Areas of cooperation"), *record.areas.all()),
        link_fact(gettext_lazy("Place of signature"), record.place),
        link_fact(gettext_lazy("Renews"), record.renews),
        link_fact(gettext_lazy("Renewed by"), *in_order(record.renewed_by.all())),
    )


def content(record: Agreement, question: Question) -> Content:
    """What the page of an agreement says, in its order."""
    named = (record.renews, record, *in_order(record.renewed_by.all()))
    chain = [one for one in named if one is not None and is_public(one)]
    return Content(
        answers=[kept_blocks.kept_answer(record, "said", lambda: _said(record))],
        line=[Cell([link_html(area)]) for area in in_order(public(record.areas.all()))],
        blocks=[kept_blocks.kept_blocks(record, "signed", lambda: _agreed(record, chain))],
    )


def _said(record: Agreement) -> AnswerInWords:
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
    return strip("strip", title, _("The same facts are told in the sentences above."), lanes, None)
