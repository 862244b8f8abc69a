"""What the page of a person says: the offices held, also by virtue of others, and what they took part in."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnerships.models import Person
from partnerships.models.meetings import ATTENDED_KINDS
from partnerships.projections import timeline
from partnerships.records.births import shows_birth

from . import kept_blocks
from .blocks import Content
from .careers import career_answers, career_table, careers
from .facts import Fact, date_fact, facts, link_fact, other_names, text_fact, wikidata_fact
from .question import Question
from .sections import Section
from .turning_points import timeline_link, turning_points_of

PERSON_SECTIONS = (
    Section("tenure", "person", gettext_lazy("Terms of office: dates and sources")),
    Section("posting", "person", gettext_lazy("Postings")),
    Section("statement", "people", gettext_lazy("Statements")),
)


def person_facts(record: Person) -> list[Fact]:
    birth = [date_fact(gettext_lazy("Born"), record, "birth")] if shows_birth(record) else []
    return facts(
        text_fact(gettext_lazy("Honorific"), record, "honorific"),
        text_fact(gettext_lazy("Suffix"), record, "suffix"),
        other_names(record),
        link_fact(gettext_lazy("Nationality"), record.nationality),
        *birth,
        date_fact(gettext_lazy("Died"), record, "death"),
        wikidata_fact(record),
    )


def content(record: Person, question: Question) -> Content:
    """What the page of a person says, in its order."""
    everything = timeline_link(_("Everything about this person on the timeline"), person=record.key, detail="all")
    taken = timeline.Filters(person=(record.key,), kind=ATTENDED_KINDS)
    turns = timeline.Filters(person=(record.key,), kind=("tenure",), detail="main")
    held = careers(record, question)
    return Content(
        answers=career_answers(record, held, question),
        asks_for_day=bool(held),
        facts_first=True,
        blocks=[
            kept_blocks.kept_blocks(record, "of-the-day", lambda: [career_table(held, question)], question.key),
            kept_blocks.kept_blocks(
                record,
                "acts",
                lambda: [turning_points_of([taken, turns], [everything], _("Turning points, visits and meetings"))],
            ),
        ],
    )
