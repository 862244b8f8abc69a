"""What the page of a State says: whose partner it is, who represents it where, and in which frameworks it is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from partnerships.drawing import Strip
from partnerships.models import (
    Activity,
    Agreement,
    Embassy,
    Meeting,
    Membership,
    Mission,
    Office,
    Partner,
    Person,
    Place,
    Posting,
    Record,
    State,
    Statement,
    Visit,
)
from partnerships.most_on_a_page import MOST_ON_A_PAGE
from partnerships.presentation.days import date_html
from partnerships.presentation.languages import language_now, text_of
from partnerships.presentation.links import in_order, link_html
from partnerships.presentation.values import ShownText, number_said
from partnerships.projections import timeline
from partnerships.records.kinds import KINDS, ON_THE_TIMELINE
from partnerships.records.titles import titles
from partnerships.records.visibility import public, published

from . import kept_blocks, sentences
from .blocks import AnswerInWords, Cell, Content, Figure, Fold, Table
from .facts import Fact, date_fact, facts, link_fact, other_names, text_fact, value_fact, wikidata_fact
from .question import Question
from .section_tables import bars, folded_away, itself, offices_table, records_table, to_list
from .sections import Section
from .standing_on_a_day import days_asked
from .strips import strip
from .turning_points import timeline_link, weightiest_turning_points

_PARTNERSHIPS = Section("partner", "state", gettext_lazy("Partnerships"))
_MISSIONS = Section("mission", "state", gettext_lazy("Missions"))
_EMBASSIES = Section("embassy", "state", gettext_lazy("Embassies"))
_RECEIVED = Section("embassy", "receiving_state", gettext_lazy("Embassies in this State"))
_OFFICES = Section("office", "state", gettext_lazy("Offices"))
_MEMBERSHIPS = Section("membership", "state", gettext_lazy("Frameworks and organisations"))

#: What is counted of a State that is nobody’s partner: kinds, and where they name a State.
_TELLING: tuple[tuple[type[Record], str], ...] = (
    (Embassy, "state"),
    (Mission, "state"),
    (Office, "state"),
    (Place, "state"),
    (Person, "nationality"),
    (Agreement, "states"),
    (Visit, "participations__state"),
    (Meeting, "participations__state"),
    (Activity, "beneficiaries__state"),
    (Posting, "state"),
    (Statement, "states"),
    (Membership, "state"),
)
#: Kinds that are counted otherwise, or not where a State is nobody’s partner.
_COUNTED_APART = {Partner, *(model for model, _path in _TELLING)}
#: Whatever other kind names a State itself is counted too.
_TELLING += tuple(
    (kind.model, path)
    for kind in KINDS.values()
    for path in kind.concerns.get("state", ())[:1]
    if kind.model not in _COUNTED_APART and "." not in path
)

STATE_SECTIONS = (
    Section("posting", "state", gettext_lazy("Postings")),
    Section("statement", "states", gettext_lazy("Statements")),
)
#: The kinds that stand on the page as tables.
TABLES = ("membership",)


def state_facts(record: State) -> list[Fact]:
    return facts(
        text_fact(gettext_lazy("Formal name"), record, "formal_name"),
        other_names(record),
        value_fact(gettext_lazy("ISO code"), record.iso2, record.iso3, record.iso_numeric),
        date_fact(gettext_lazy("Existence"), record),
        link_fact(gettext_lazy("Predecessors"), *record.predecessors.all()),
        link_fact(gettext_lazy("Successors"), *record.successors.all()),
        wikidata_fact(record),
    )


def content(record: State, question: Question) -> Content:
    """What the page of a State says, in its order."""
    partnerships = _PARTNERSHIPS.records(record)
    partner = {"partner": partnerships[0].key} if partnerships else {}
    every_office = [to_list("office", _("All offices"), **partner)] if partner else []
    offices = offices_table(_OFFICES, record, question, more=every_office)
    everything = [timeline_link(_("The whole timeline"), partner=tuple(one.key for one in partnerships))]
    memberships = _MEMBERSHIPS.records(record)
    return Content(
        answers=_answers(record, partnerships, memberships, question),
        asks_for_day=bool(offices or partnerships or memberships),
        line=_line(record),
        blocks=[
            Figure("drawn", "", _drawn(record, question)),
            records_table(
                _PARTNERSHIPS, record, (_("Partner of"), lambda one: one.organization), question=question, every=True
            ),
            *_posts(record, question, partner),
            _received(record, question),
            offices,
            records_table(
                _MEMBERSHIPS,
                record,
                (_("Framework or organisation"), lambda one: one.group),
                question=question,
                every=True,
            ),
            weightiest_turning_points(_turning(record, partnerships), everything if partnerships else []),
        ],
    )


def _posts(record: State, question: Question, partner: Mapping[str, str]) -> list[Table]:
    """Its missions and its embassies, each with the way to all of them where it is a partner."""
    missions = [to_list("mission", _("All missions"), **partner)] if partner else []
    embassies = [to_list("embassy", _("All embassies"), **partner)] if partner else []
    to, receiver = (
        (_("Accredited to"), lambda one: one.organization),
        (_("Receiving State"), lambda one: one.receiving_state),
    )
    return [
        records_table(_MISSIONS, record, (_("Mission"), itself), to, more=missions, question=question, every=True),
        records_table(
            _EMBASSIES, record, (_("Embassy"), itself), receiver, more=embassies, question=question, every=True
        ),
    ]


def _answers(
    record: State, partnerships: Sequence[Partner], memberships: Sequence[Membership], question: Question
) -> list[AnswerInWords]:
    """Whose partner it was on each day asked for, where that is on record; else what is said of it for no day."""
    usual = kept_blocks.kept_answer(
        record, "said", lambda: sentences.state(record, partnerships, memberships, lambda: _counted(record))
    )
    days = days_asked(question)
    found = [sentences.state_on(record, partnerships, memberships, day, question.today) for day in days]
    return [one for one in found if one is not None] or [usual]


def _turning(record: State, partnerships: Sequence[Partner]) -> list[timeline.Filters]:
    """Return what asks for the turning points of a State and of its partnerships, but for the visits of these."""
    found = [timeline.Filters(related=(("state", record.key),), detail="main")]
    kinds = tuple(kind for kind in ON_THE_TIMELINE if kind != "visit")
    keys = tuple(one.key for one in partnerships)
    return found + ([timeline.Filters(partner=keys, kind=kinds, detail="main")] if keys else [])


def _counted(record: State) -> list[str]:
    """How many records of each kind tell of a State, where it is nobody’s partner."""
    numbers = ((model, _number(model, path, record)) for model, path in _TELLING)
    said = [number_said(model, number) for model, number in numbers if number]
    if received := _RECEIVED.number(record):
        text = ngettext("{number} embassy of another State", "{number} embassies of other States", received)
        said.insert(0, text.format(number=received))
    if accredited := _number(Office, "receiving_state", record):
        text = ngettext("{number} office accredited there", "{number} offices accredited there", accredited)
        said.append(text.format(number=accredited))
    if before := len(public(record.predecessors.all())):
        said.append(ngettext("{number} State before it", "{number} States before it", before).format(number=before))
    if after := len(public(record.successors.all())):
        said.append(ngettext("{number} State after it", "{number} States after it", after).format(number=after))
    return said


def _number(model: type[Record], path: str, record: State) -> int:
    return published(model).filter(**{path: record}).distinct().count()


def _line(record: State) -> list[Cell]:
    formal = text_of(record, "formal_name", language_now())
    found = (
        [Cell([ShownText(record, "formal_name")])] if formal[0] and formal not in titles(record, language_now()) else []
    )
    if when := date_html(record):
        found.append(Cell([when], citations=list(record.citations.all())))
    for before in in_order(public(record.predecessors.all())):
        found.append(Cell([_("before:"), link_html(before)]))
    return found


def _received(record: State, question: Question) -> Fold:
    """The embassies of other States in this one, folded away: for some there are hundreds."""
    sender = (pgettext("of an embassy", "Sending State"), lambda one: one.state)
    found = folded_away(
        replace(
            records_table(_RECEIVED, record, (_("Embassy"), itself), sender, question=question, every=True),
            key="received",
        )
    )
    return replace(found, goes_on=len(_RECEIVED.records(record)) > MOST_ON_A_PAGE)


def _drawn(record: State, question: Question) -> Strip:
    lanes = [
        bars(_("Partnerships"), _PARTNERSHIPS.records(record), "#partner"),
        bars(_("Missions"), _MISSIONS.records(record), "#mission"),
        bars(_("Embassies"), _EMBASSIES.records(record), "#embassy"),
    ]
    title = titles(record, language_now())[0][0]
    return strip("strip", title, _("The same facts are in the tables below."), lanes, *days_asked(question))
