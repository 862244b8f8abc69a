"""What the page of an office says: who held it on a day, and everybody who held it, one after the other."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnerships.drawing import Strip
from partnerships.models import Office
from partnerships.presentation.days import date_html
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import links_html
from partnerships.records.titles import titles
from partnerships.records.visibility import public

from . import kept_blocks
from .blocks import Cell, Content, Figure
from .coverage import coverage_said
from .facts import Fact, coverage_facts, date_fact, facts, link_fact, text_fact, value_fact, wikidata_fact
from .headships import Headship, answers, whole_headship
from .question import Question
from .sections import Section
from .strips import strip
from .succession_lane import lane
from .succession_table import headship_table

OFFICE_SECTIONS = (Section("tenure", "office", gettext_lazy("Terms of office: dates and sources")),)


def _feminine(record: Office) -> Fact:
    """The title in the feminine, where it is another: in English it seldom is."""
    label, language = gettext_lazy("In the feminine"), language_now()
    if record.title(language, feminine=True) == record.title(language):
        return Fact(label, [])
    return text_fact(label, record, "title_feminine")


def office_facts(record: Office) -> list[Fact]:
    several = "" if record.single_holder else gettext_lazy("several people hold it together")
    return facts(
        _feminine(record),
        value_fact(gettext_lazy("Role"), record.get_role_display()),
        link_fact(gettext_lazy("State"), record.state),
        link_fact(gettext_lazy("Organisation"), record.organization),
        link_fact(gettext_lazy("Post"), record.embassy, record.mission),
        link_fact(gettext_lazy("Accredited to"), record.receiving_state, record.receiving_organization),
        value_fact(gettext_lazy("Holders at a time"), several),
        date_fact(gettext_lazy("Existence"), record),
        *coverage_facts(record),
        wikidata_fact(record),
    )


def content(record: Office, question: Question) -> Content:
    """What the page of an office says, in its order."""
    head = whole_headship(record, question)
    return Content(
        answers=answers([head]),
        asks_for_day=True,
        line=kept_blocks.kept_line(record, lambda: _line(record)),
        blocks=[
            kept_blocks.kept_blocks(
                record,
                "of-the-day",
                lambda: (
                    Figure("drawn", "", _drawn(record, question, head)),
                    headship_table([head], "succession", _("Succession"), cut=False),
                ),
                question.key,
                head.part.earlier,
                head.part.later,
            ),
        ],
    )


def _line(record: Office) -> list[Cell]:
    whose = public(one for one in (record.embassy, record.mission, record.state, record.organization) if one)
    found = [Cell([links_html(whose)])] if whose else []
    if not record.single_holder:
        found.append(Cell([_("several people hold it together")]))
    if when := date_html(record):
        found.append(Cell([when], citations=list(record.citations.all())))
    return [*found, *(Cell([one]) for one in coverage_said(record))]


def _drawn(record: Office, question: Question, head: Headship) -> Strip:
    language = language_now()
    lanes = [lane(head, _("Holders"), "#succession")]
    title = titles(record, language)[0][0]
    return strip("strip", title, _("The same facts are in the tables below."), lanes, *question.days)
