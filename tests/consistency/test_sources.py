"""What sources can bear, and what nothing bears."""

from collections.abc import Callable

import pytest

from tests.factories import (
    CitationFactory,
    DecisionFactory,
    MilestoneFactory,
    PartnerFactory,
    PersonFactory,
    SourceFactory,
    TenureFactory,
)

from .cases import Case, Cells, cells

pytestmark = pytest.mark.django_db


def cited(field: str = "", **fields) -> Callable[[str], object]:
    """Return what makes a decision of 24 May 2018 (or of `fields`), cited to a source of the day given."""
    return lambda given: CitationFactory(
        decision=DecisionFactory(**{"date": "2018-05-24", **fields}), field=field, source=SourceFactory(date=given)
    )


def cited_page(given):
    source = SourceFactory(date="", accessed_on=given)
    CitationFactory(tenure=TenureFactory(period="2018-05-24/.."), source=source)


def cited_tenure(given):
    CitationFactory(tenure=TenureFactory(period="2018-05-24/2020-01-01"), source=SourceFactory(date=given))


def cited_end(given):
    CitationFactory(tenure=TenureFactory(period="2018-05-24/2020-01-01"), field="end", source=SourceFactory(date=given))


def cited_start_alone(given):
    """A source of the start cannot stand for the end; one of the end does."""
    tenure = TenureFactory(period="2018-05-24/2020-01-01")
    CitationFactory(tenure=tenure, source=SourceFactory(date="2019"))
    CitationFactory(tenure=tenure, field=given, source=SourceFactory(date="2021"))


def cited_moment(given):
    CitationFactory(tenure=TenureFactory(period=given), field="end")


def cited_milestone(given):
    tenure = TenureFactory()
    MilestoneFactory(tenure=tenure, kind=given)
    CitationFactory(tenure=tenure, field="appointed")


def cited_field(given):
    CitationFactory(person=PersonFactory(death=given), field="death")


def cited_text(given):
    CitationFactory(decision=DecisionFactory(text_fr=given), field="text")


def cited_link(given):
    decision = DecisionFactory()
    if given:
        decision.partners.add(PartnerFactory())
    CitationFactory(decision=decision, field="partners")


def unsourced(given):
    decision = DecisionFactory(publication=given)
    if given == "cited":
        CitationFactory(decision=decision)


CASES = [
    Case("no-source", "decision", unsourced, "published", "draft"),
    Case("source-older", "decision", cited(), "2018-05-23", "2018-05-24"),
    Case("source-older", "living page", cited_page, "2018-05-23", "2018-05-24"),
    Case("source-older", "start of a tenure", cited_tenure, "2018-05-23", "2020-01-01"),
    Case("unsupported-moment", "end of a tenure", cited_tenure, "2019-12-31", "2020-01-01"),
    Case("source-older", "end of a tenure", cited_end, "2019-12-31", "2020-01-01"),
    Case("unsupported-moment", "end, by a source of the start", cited_start_alone, "start", "end"),
    Case("empty-field-cited", "end", cited_moment, "2018-05-24/..", "2018-05-24/2020-01-01"),
    Case("empty-field-cited", "milestone", cited_milestone, "arrived", "appointed"),
    Case("empty-field-cited", "date", cited_field, "", "2010"),
    Case("empty-field-cited", "text of two languages", cited_text, "", "Un texte"),
    Case("empty-field-cited", "link", cited_link, "", "linked"),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass
