"""What the page of an embassy says: who headed it, and which mission it serves as."""

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from partnerships.drawing import Lane, Mark, Strip
from partnerships.models import Designation, Embassy, Office
from partnerships.offices import held_thereby
from partnerships.presentation.days import date_html
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import link_html
from partnerships.records import kept_rows, place_in_time
from partnerships.records.titles import titles
from partnerships.records.visibility import is_public

from . import sentences
from .blocks import Cell, Content, Figure, Table
from .common_tables import serving_table
from .facts import Fact, date_fact, facts, link_fact, reached, value_fact
from .headships import Headship, answers, headship_elsewhere
from .missions import MOST_OFFICES
from .question import Question
from .section_tables import folded_away
from .sections import Section
from .strips import period_bar, strip
from .succession_lane import lane
from .succession_table import headship_table

EMBASSY_SECTIONS = (
    Section("office", "embassy", gettext_lazy("Offices")),
    Section("designation", "embassy", gettext_lazy("Designations, with their dates and sources")),
)


def embassy_facts(record: Embassy) -> list[Fact]:
    return facts(
        value_fact(gettext_lazy("Kind"), record.get_kind_display()),
        link_fact(pgettext_lazy("of an embassy", "Sending State"), record.state),
        link_fact(gettext_lazy("Receiving State"), record.receiving_state),
        link_fact(gettext_lazy("Place"), record.place),
        *reached(record),
        date_fact(gettext_lazy("Period"), record),
    )


def content(record: Embassy, question: Question) -> Content:
    """What the page of an embassy says, in its order."""
    own = list(_heads(record)[:MOST_OFFICES])
    heads = [headship_elsewhere(office, question) for office in own]
    thereby = [headship_elsewhere(office, question) for office in held_thereby(own)[:MOST_OFFICES]]
    designations = list(_designations(record))
    return Content(
        answers=answers([*heads, *thereby]) or [sentences.embassy(record, designations)],
        asks_for_day=bool(heads),
        line=_line(record),
        blocks=[
            Figure("drawn", "", _drawn(record, question, heads, designations)),
            headship_table(heads, "heads", _("Heads of the embassy")),
            _missions_table(designations),
            folded_away(headship_table(thereby, "thereby", _("Heads of mission in that capacity"), thereby=True)),
        ],
    )


def _heads(record: Embassy) -> list[Office]:
    heads = record.offices.published().filter(heads_post=True).order_by(f"sort_{language_now()}", "key")
    return kept_rows.loaded(heads, ("mission", "embassy"))


def _designations(record: Embassy) -> list[Designation]:
    found = Designation.objects.published().filter(embassy=record, mission__publication="published")
    found = found.order_by(*place_in_time.place_in_time(Designation), "key")
    return kept_rows.loaded(found, ("mission", "embassy", "decision", "citations"))


def _line(record: Embassy) -> list[Cell]:
    sent = format_html(_("of {}"), link_html(record.state))
    received = format_html(_("in {}"), link_html(record.receiving_state)) if is_public(record.receiving_state) else ""
    found = [Cell([one]) for one in (sent, received) if one]
    if when := date_html(record):
        found.append(Cell([when], citations=list(record.citations.all())))
    return found


def _missions_table(designations: Sequence[Designation]) -> Table:
    missions = [(one, one.mission) for one in designations]
    return serving_table("missions", _("Missions entrusted to this embassy"), _("Mission"), missions)


def _drawn(
    record: Embassy, question: Question, heads: Sequence[Headship], designations: Sequence[Designation]
) -> Strip:
    language = language_now()
    lanes = [
        *(lane(head, _("Head of the embassy"), "#heads") for head in heads),
        Lane(_("Mission"), [mark for one in designations for mark in _service(one)]),
    ]
    title = titles(record, language)[0][0]
    return strip("strip", title, _("The same facts are in the tables below."), lanes, *question.days)


def _service(designation: Designation) -> list[Mark]:
    name = titles(designation.mission, language_now())[0][0]
    return list(period_bar(designation, "", name, "#missions"))
