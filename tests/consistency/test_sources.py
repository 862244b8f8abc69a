"""What sources can bear, and what nothing bears."""

from collections.abc import Callable

import pytest

from tests.factories import (
    CitationFactory,
    DecisionFactory,
    MeetingFactory,
    MilestoneFactory,
    PartnerFactory,
    PersonFactory,
    SourceFactory,
    TenureFactory,
    VisitFactory,
)

from .cases import Case, Cells, about, cells, recorded, told
from .cases import day as in_days

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
    decision = DecisionFactory(publication="draft" if given == "draft" else "published")
    if given == "cited":
        CitationFactory(decision=decision)


def meeting_unsourced(given):
    """A meeting by itself, or one of a visit that has its source."""
    if given == "by itself":
        MeetingFactory(publication="published")
        return
    visit = VisitFactory(publication="published")
    CitationFactory(visit=visit)
    MeetingFactory(visit=visit, publication="")


def cited_period(period: str, field: str = "") -> Callable[[str], object]:
    return lambda given: CitationFactory(
        tenure=TenureFactory(period=period), field=field, source=SourceFactory(date=given)
    )


def cited_end_of(period: str) -> Callable[[str], object]:
    return cited_period(period, "end")


def cited_start(given):
    CitationFactory(tenure=TenureFactory(period=given), field="start")


def cited_step(kind: str) -> Callable[[str], object]:
    """Return what cites a source of the day given for a milestone of 1 February 2000 in a tenure until 2010."""

    def make(given):
        tenure = TenureFactory(period="1999/2010")
        MilestoneFactory(tenure=tenure, kind=kind, date="2000-02-01")
        CitationFactory(tenure=tenure, field=kind, source=SourceFactory(date=given))

    return make


def archived(given):
    SourceFactory(date="2018-05-24", archive_url=f"https://{given}/https://example.org/a")


def written_in(given):
    SourceFactory(date=given, archive_url="https://web.archive.org/web/20180524000000/https://example.org/a")


def of_the_web(given):
    """A published page of which nothing is kept, or what is `given`."""
    fields = {"url": "https://example.org/a", **KEPT_OF_A_PAGE.get(given, {})}
    SourceFactory(publication="published", **fields)


KEPT_OF_A_PAGE = {
    "no address": {"url": ""},
    "the day": {"accessed_on": "2026-01-01"},
    "a copy": {"archive_url": "https://web.archive.org/web/2026/https://example.org/a"},
    "that there is none": {"not_archived": True},
}


def saying(stance: str) -> Callable[[str], object]:
    return lambda given: CitationFactory(
        decision=DecisionFactory(date="2018-05-24"), stance=stance, field="date", value=given
    )


def cited_again(given):
    """A decision that cites page 1 of a source for its date, and then what is given of it."""
    decision, source = DecisionFactory(), SourceFactory()
    for told_of in ("date p. 1", given):
        field, _, page = told_of.partition(" ")
        CitationFactory(decision=decision, source=source, field=field, locator=page)


def page_kept_at(given):
    SourceFactory(url="https://www.a.org/1", archive_url=given)


def copied_on(given):
    SourceFactory(archive_url=f"https://web.archive.org/web/{given.replace('-', '')}000000/https://a.org/")


def graded(given):
    grade, _, kind = given.partition(" ")
    CitationFactory(decision=DecisionFactory(), grade=grade, source=SourceFactory(kind=kind))


def contradicted(given):
    """A citation that contradicts a date, with the value or the remark given."""
    told = {"remark_en": "Later."} if given == "remark" else {"value": given}
    CitationFactory(decision=DecisionFactory(), field="date", stance="contradicts", **told)


DATED = "https://www.example.org/news/2018/05/24/visit"


def entitled(languages: str) -> Callable[[str], object]:
    return recorded(SourceFactory, "original_title", languages=languages)


CASES = [
    Case("title-of-another-language", "Latin", entitled("en fr"), "共同宣言", "Déclaration"),
    Case("title-of-another-language", "Japanese", entitled("ja"), "Joint declaration", "NATO 共同宣言"),
    Case("title-of-another-language", "both", entitled("ja"), "Joint declaration", "共同宣言"),
    Case("title-of-another-language", "number", entitled("ja"), "Joint", "2018"),
    Case("cited-twice", "page", cited_again, "date p. 1", "date p. 2"),
    Case("cited-twice", "field", cited_again, "date p. 1", "number p. 1"),
    Case("archived-as-itself", "page", page_kept_at, "http://www.a.org/1/", "https://archive.today/x1"),
    Case("older-address", "source", recorded(SourceFactory, "date", url=DATED), "2018-07-01", "2018-06"),
    Case(
        "older-address",
        "two years",
        lambda given: SourceFactory(date="2011-05-01", url=f"https://example.org/{given}/text"),
        "2010-11-03",
        "2010-11",
    ),
    Case("older-address", "upload", recorded(SourceFactory, "date", url=DATED), "2019", "2017"),
    Case("archived-to-come", "copy", copied_on, in_days(1), in_days(0)),
    Case("grade-too-high", "reference work", graded, "A reference", "B reference"),
    Case("grade-too-high", "official page", graded, "A press", "A official_page"),
    Case("contradicts-without-word", "value", contradicted, "", "2011"),
    Case("contradicts-without-word", "remark", contradicted, "", "remark"),
    Case("supports-otherwise", "another day", saying("supports"), "2018-05-25", "2018-05"),
    Case("supports-otherwise", "no date", saying("supports"), "2017", "the year before"),
    Case("contradicts-nothing", "the same day", saying("contradicts"), "2018-05-24", "2018-05"),
    *(
        Case(
            "archived-elsewhere",
            name,
            lambda given: SourceFactory(url="https://example.org/a", archive_url=given),
            f"{copy}https://example.org/b",
            sound,
        )
        for copy in ("https://web.archive.org/web/20180524000000/",)
        for name, sound in (
            ("another page", f"{copy}http://www.example.org/a/"),
            ("written in signs", f"{copy}https%3A//example.org/%61"),
            ("no day in it", "https://archive.example/https://example.org/b"),
            ("no address in it", f"{copy}example.org/b"),
        )
    ),
    Case(
        "archived-before-written",
        "source",
        archived,
        "web.archive.org/web/20180523235959",
        "web.archive.org/web/20180524000000",
    ),
    Case(
        "archived-before-written",
        "shown in a frame",
        archived,
        "web.archive.org/web/20180523235959if_",
        "archive.ph/abc12",
    ),
    Case("archived-before-written", "of any century", written_in, "2019", "0988"),
    *(Case("page-not-kept", kept, of_the_web, "nothing", kept) for kept in KEPT_OF_A_PAGE),
    *(
        Case("source-older", kind, cited_step(kind), "2000-01-31", "2000-02-01")
        for kind in ("appointed", "credentials", "seen")
    ),
    *(
        Case(
            "source-older",
            field,
            lambda given, field=field: CitationFactory(
                person=PersonFactory(**{field: "1980-05"}), field=field, source=SourceFactory(date=given)
            ),
            "1980-04-30",
            "1980-05-01",
        )
        for field in ("birth", "death")
    ),
    Case(
        "read-before-written", "source", recorded(SourceFactory, "accessed_on", date="2010"), "2009-12-31", "2010-01-01"
    ),
    Case(
        "read-before-written",
        "source without a date",
        lambda given: SourceFactory(date=given, accessed_on="2009-12-31"),
        "2010",
        "",
    ),
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
    Case("no-source", "meeting by itself", meeting_unsourced, "by itself", "of a visit"),
    Case("no-source", "cited", unsourced, "published", "cited"),
    Case("source-older", "some month", cited(), "2018-04", "2018-05"),
    Case("source-older", "decided in some year", cited(date="2018"), "2017-12-31", "2018-01-01"),
    Case("source-older", "start", cited("start"), "2018-05-23", "2018-05-24"),
    Case(
        "source-older",
        "about another field",
        lambda given: cited(given)("2018-05-23"),
        "date",
        "text",
    ),
    Case(
        "source-older",
        "that contradicts",
        lambda given: CitationFactory(
            decision=DecisionFactory(date="2018-05-24"), stance=given, source=SourceFactory(date="2018-05-23")
        ),
        "supports",
        "contradicts",
    ),
    Case("source-older", "of a day not known", cited(), "2018-05-23", ""),
    Case("source-older", "end of what goes on", cited_end_of("2018-05-24/.."), "2018-05-23", "2018-05-24"),
    Case("unsupported-moment", "end in some month", cited_period("2018-05-24/2020-02"), "2020-01", "2020-02"),
    Case(
        "source-older", "period as a whole", cited_period("2018-05-24/2020-01-01", "period"), "2018-05-23", "2018-05-24"
    ),
    Case("unsupported-moment", "older than the start too", cited_tenure, "2018-05-24", "2018-05-23"),
    Case("empty-field-cited", "start", cited_start, "../2020", "2018/2020"),
    Case("empty-field-cited", "start of a period without one", cited_start, "/2020", "2018/2020"),
    Case("empty-field-cited", "period", cited_start, "", "2018"),
    Case(
        "empty-field-cited",
        "by one that contradicts",
        lambda given: CitationFactory(person=PersonFactory(death=""), field="death", stance=given),
        "supports",
        "contradicts",
    ),
    Case(
        "empty-field-cited",
        "text in one language",
        lambda given: CitationFactory(decision=DecisionFactory(text_en=given), field="text"),
        "",
        "A text",
    ),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


@pytest.mark.once
class TestWhere:
    def test_source_is_named(self):
        CitationFactory(decision=DecisionFactory(key="d"), source=SourceFactory(key="s", date="2018-05-23"))
        assert told("source-older") == [
            ("decision/d", "citations", "The source is older than what it is cited for: s.")
        ]
        assert about("source-older") == [("decision/d", "source/s", "")]

    def test_of_a_source_without_address_or_day_a_copy_may_be_of_anything(self):
        SourceFactory(url="", date="", archive_url="https://web.archive.org/web/20180524000000/https://example.org/a")
        found = [told(f"archived-{code}") for code in ("as-itself", "before-written", "elsewhere", "to-come")]
        assert found == [[], [], [], []]

    def test_of_what_no_source_supports(self):
        DecisionFactory(key="d", publication="published", body=None)
        assert told("no-source") == [("decision/d", "", "No source supports this record.")]

    def test_of_an_end(self):
        CitationFactory(tenure=TenureFactory(key="t", period="2018/2020"), source=SourceFactory(date="2019"))
        assert told("unsupported-moment") == [("tenure/t", "citations", "All its sources are older than its end.")]

    def test_a_moment_is_named_in_words_and_mended_in_its_citation(self):
        CitationFactory(tenure=TenureFactory(key="t"), field="credentials")
        CitationFactory(person=PersonFactory(key="p"), field="death")
        assert told("empty-field-cited") == [
            ("person/p", "death", "A citation is about a field that is empty: death."),
            ("tenure/t", "citations", "A citation is about a field that is empty: presented credentials."),
        ]


@pytest.mark.once
class TestNewest:
    def test_one_source_of_several_bears_the_end(self):
        tenure = TenureFactory(period="2018-05-24/2020-01-01")
        for day in ("2019-01-01", "2020-01-01", "2019-06-01"):
            CitationFactory(tenure=tenure, source=SourceFactory(date=day))
        assert told("unsupported-moment") == []

    def test_an_old_source_is_told_though_a_newer_one_bears_it(self):
        decision = DecisionFactory(key="d", date="2018-05-24")
        for key, day in (("new", "2019"), ("old", "2017")):
            CitationFactory(decision=decision, source=SourceFactory(key=key, date=day))
        assert about("source-older") == [("decision/d", "source/old", "")]


@pytest.mark.once
def test_a_language_written_in_two_scripts_tells_of_none():
    for language in ("sr", "kk", "ky"):
        SourceFactory(languages=language, original_title="Декларација")
    assert told("title-of-another-language") == []
