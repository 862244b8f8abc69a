"""How a sentence begins that says when."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.utils.html import strip_tags
from django.utils.translation import override

from partnerships.dates import parse, today, word
from partnerships.models import Citation, Office
from partnerships.offices import Sighting, Verdict, succession
from partnerships.offices.answer import Between, SuccessionRow
from partnerships.offices.sightings import Sign
from partnerships.offices.tenure_facts import Bounds
from partnerships.pages.sentences.times import (
    before_first,
    between_days,
    covered_said,
    dated,
    heading_dated,
    held_when,
    opened,
    served_from,
    served_until,
    two_days,
    value_said,
)
from tests.factories import PUBLISHED, MilestoneFactory, OfficeFactory, PersonFactory, TenureFactory
from tests.pages.reading import asked


def begun(notation, language, words=""):
    with override(language):
        when = parse(notation)
        return re.sub(r"<[^>]*>", "", opened(when, words or word(when, language)))


class TestOpening:
    @pytest.mark.parametrize(
        ("notation", "english", "french"),
        [
            ("2018-05-24", "On 24 May 2018", "Le 24 mai 2018,"),
            ("2018-05-01", "On 1 May 2018", "Le 1er mai 2018,"),
            ("2018-05-24/2018-05-24", "On 24 May 2018", "Le 24 mai 2018,"),
            ("2018-05", "In May 2018", "En mai 2018,"),
            ("2018", "In 2018", "En 2018,"),
            ("2007-12-12/2007-12-14", "From 12 to 14 December 2007", "Du 12 au 14 décembre 2007,"),
            ("2017-10-29/2017-11-01", "From 29 October to 1 November 2017", "Du 29 octobre au 1er novembre 2017,"),
            (
                "2017-12-31/2018-01-02",
                "From 31 December 2017 to 2 January 2018",
                "Du 31 décembre 2017 au 2 janvier 2018,",
            ),
            ("2024-07-10/", "From 10 July 2024", "À partir du 10 juillet 2024,"),
            ("2024-08/", "From August 2024", "À partir d’août 2024,"),
            ("2024/", "From 2024", "À partir de 2024,"),
        ],
    )
    def test_says_a_date_that_is_known(self, notation, english, french):
        assert begun(notation, "en") == english
        assert begun(notation, "fr") == french

    @pytest.mark.parametrize("notation", ["2007-12-12/2007-12-14", "2018-05-24", "2018-05", "2018"])
    def test_leaves_a_source_its_own_words(self, notation):
        assert begun(notation, "en", "on the eve of the summit") == "On the eve of the summit:"

    @pytest.mark.parametrize(
        "notation", ["2018-05-24~", "2018?", "[2018-05..2018-06]", "[2018-05..2018-06]/", "2018~/", "2018/2019"]
    )
    def test_never_says_an_inexact_date_as_a_known_one(self, notation):
        assert begun(notation, "en").endswith(":")
        assert not begun(notation, "en").startswith(("On ", "In ", "From "))
        assert begun(notation, "fr").endswith("\u00a0:")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("period", "seen", "said"),
    [
        ("2018-07-01/..", "2019-05-01", "1 July 2018, last seen 1 May 2019"),
        ("2018-07-01/..", "2018-07-01", "1 July 2018, not seen since"),
        ("2018-07-01/..", "today", "since 1 July 2018"),
        ("2018-07-01/2019-05-01", "2019-01-01", "1 July 2018 – 1 May 2019"),
        ("2018-07-01/", "2019-05-01", "1 July 2018 – 1 May 2019 or later"),
    ],
)
def test_since_is_said_as_long_as_that_is_certain_alone(period, seen, said):
    tenure = TenureFactory(
        office=OfficeFactory(**PUBLISHED), person=PersonFactory(**PUBLISHED), period=period, **PUBLISHED
    )
    MilestoneFactory(tenure=tenure, kind="seen", date=seen.replace("today", today().isoformat()))
    rows = [row for row in succession(tenure.office) if row.holder]
    with override("en"):
        assert re.sub(r"<[^>]*>", "", held_when(rows[0])) == said
        if period == "2018-07-01/..":
            # Nothing is said of when they were last seen where that is not known, or where they are possibly there.
            for row in (replace(rows[0], answer=Verdict.POSSIBLE), without_sighting(rows[0])):
                assert re.sub(r"<[^>]*>", "", held_when(row)) == "since 1 July 2018"


def without_sighting(row):
    return replace(row, holder=replace(row.holder, last_seen=None))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("period", "seen", "day", "until", "since"),
    [
        ("2018-07-01/2019", "", "2019-01-01", "until 2019", ""),
        # It is the day itself that is known.
        ("2018-07-01/2019-01-01", "", "2019-01-01", "", ""),
        # The year does not begin on it.
        ("2018-07-01/2019", "", "2019-01-02", "", ""),
        ("2018/..", "", "2018-12-31", "", "from 2018"),
        ("2018-07-01/..", "2019-05", "2019-05-01", "until May 2019", ""),
        ("2018-07-01/..", "2019-05", "2019-05-31", "", "from May 2019"),
        # Neither “until” nor “from” could be said of them.
        ("/2018~", "", "2018-01-01", "", ""),
        ("[2018-05..2018-06]/", "", "2018-06-30", "", ""),
    ],
)
def test_moment_that_bounds_a_sighting_is_said_as_it_is_known(period, seen, day, until, since):
    tenure, at = TenureFactory(period=period, **PUBLISHED), date.fromisoformat(day)
    if seen:
        MilestoneFactory(tenure=tenure, kind="seen", date=seen)
    sighting = Sighting(Bounds(at, at, day), Sign.STEP, tenure.person, tenure)
    with override("en"):
        assert [strip_tags(one) for one in (served_until(sighting), served_from(sighting))] == [until, since]


@pytest.mark.usefixtures("english")
class TestTwoDays:
    @pytest.mark.parametrize(
        ("notation", "said"),
        [
            ("2007-12-12/2007-12-14", ["12", "14 December 2007"]),
            ("2017-10-29/2017-11-29", ["29 October", "29 November 2017"]),
            ("2017-12-31/2018-12-31", ["31 December 2017", "31 December 2018"]),
        ],
    )
    def test_first_says_no_more_than_it_must(self, notation, said):
        assert [strip_tags(one) for one in two_days(notation)] == said

    @pytest.mark.parametrize(
        "notation",
        ["", "2018-05-24", "2018-05-24/2018-05-24", "2018-05/2018-06-24", "2018-05-24/2018", "2018-05-24~/2018-05-26"]
        + ["2018-05-24/2018-05-26?", "2018-05-24/..", "2018-05-24/", "/2018-05-24"],
    )
    def test_are_none_where_either_end_is_no_known_day(self, notation):
        assert two_days(notation) is None

    @pytest.mark.parametrize(
        ("coverage", "said"),
        [
            ("2018-07-01/2018-12-31", "complete from 1 July to 31 December 2018; before and after, what sources show"),
            ("2018-07-01/2018-07-01", "complete for 1 July 2018; otherwise what sources show"),
            ("2018/2019", "complete for 2018–2019; otherwise what sources show"),
            ("2018-07-01/2019", "complete for 1 July 2018 – 2019; otherwise what sources show"),
            ("2018-07-01/..", "complete since 1 July 2018; before that, what sources show"),
            ("../2019-06", "complete until June 2019; after that, what sources show"),
            ("/2019-06-30", "complete until 30 June 2019; after that, what sources show"),
        ],
    )
    def test_for_which_holders_are_known_are_said_as_two_where_they_are(self, coverage, said):
        office = Office(coverage=coverage)
        assert strip_tags(covered_said(office)) == said

    def test_that_go_on_are_said_so_in_french(self):
        with override("fr"):
            said = strip_tags(covered_said(Office(coverage="2018-07-01/..")))
        assert said == "complet depuis le 1er juillet 2018\u202f; auparavant, selon les sources disponibles"


@pytest.mark.usefixtures("english")
class TestDaysOfPage:
    @pytest.mark.parametrize(
        ("on", "beside", "title", "between"),
        [
            (None, None, "A & B", ""),
            ("2018-05-24", None, "A & B on 24 May 2018", ""),
            (
                "2018-05-24",
                "2017-01-02",
                "A & B on 2 January 2017 and on 24 May 2018",
                "Only from 2 January 2017 to 24 May 2018:",
            ),
        ],
    )
    def test_are_said_where_they_are_asked_for(self, on, beside, title, between):
        question = asked(on, beside)
        assert dated("A & B", question) == title
        assert strip_tags(heading_dated("A & B", question)) == title.replace("&", "&amp;")
        assert between_days(question) == between


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2018-07-01/..", "before 1 July 2018"),
        ("2018-07/2019", "before July 2018"),
        ("2018/2019", "before 2018"),
        ("[..2018-07-01]/..", "before 1 July 2018"),
        # Where it is not known when it began, nothing is known before which that was.
        ("/2019", "before that"),
        ("2018~/2019", "before that"),
        ("[2018-05..2018-06]/2019", "before that"),
        ("[2018-05..]/..", "before that"),
    ],
)
def test_time_before_the_first_row_is_named_by_its_beginning(period, said):
    day = Between(date(2018, 7, 1), date(2018, 7, 1))
    assert before_first(SuccessionRow(Verdict.CERTAIN, day, day, period)) == said


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(("value", "said"), [("2018-05-24", "24 May 2018"), ("Tokyo", "Tokyo")])
def test_value_that_a_source_gives_is_said_as_a_date_where_it_is_one(value, said):
    assert value_said(Citation(value=value)) == said
