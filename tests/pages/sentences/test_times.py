"""How a sentence begins that says when."""

import re

import pytest
from django.utils.translation import override

from partnerships.dates import parse, today, word
from partnerships.offices import succession
from partnerships.pages.sentences.times import held_when, opened
from tests.factories import PUBLISHED, MilestoneFactory, OfficeFactory, PersonFactory, TenureFactory


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
