"""Citations, read by parsers that are not ours."""

import json
from datetime import UTC, date, datetime

import pytest
import rispy
import time_machine
from pybtex.database import parse_string

from partnerships.models import ContentVersion
from partnerships.pages import citing
from tests.factories import DecisionFactory, OfficeFactory

pytestmark = pytest.mark.django_db
SITE = "https://register.example.org"


@pytest.fixture
def one():
    record = DecisionFactory(
        key="d-1",
        date="2018-05-24",
        title_en="On 50% of {things} & more",
        title_fr="Une décision",
        publication="published",
    )
    ContentVersion.objects.filter(pk=1).update(number=12, changed_at=datetime(2026, 11, 23, 9, tzinfo=UTC))
    with time_machine.travel(datetime(2026, 11, 28, 12, tzinfo=UTC), tick=False):
        yield lambda language="en", **asked: citing.cited_record(record, language, SITE, citing.AskedCitation(**asked))


class TestInWords:
    def test_says_publisher_title_version_address_and_day(self, one):
        assert citing.citation_in_words(one("fr")) == (
            "Registre des partenariats, «\u00a0Une décision\u00a0», version 12 du 23 novembre 2026, "
            "https://register.example.org/id/decision/d-1, consulté le 28 novembre 2026."
        )
        assert citing.citation_in_words(one()).endswith("accessed on 28 November 2026.")

    def test_day_asked_for_is_part_of_it(self, one):
        text = citing.citation_in_words(one(on=date(2018, 9, 1)))
        assert "(as of 1 September 2018)" in text
        assert "/id/decision/d-1?on=2018-09-01" in text

    def test_line_is_cited_with_its_day_and_address(self, one):
        text = citing.citation_in_words(one(moment="on"))
        assert "“It is decided: On 50% of {things} & more (24 May 2018)”" in text
        assert "https://register.example.org/id/decision/d-1?line=on" in text

    def test_line_that_is_not_there_cannot_be(self, one):
        with pytest.raises(LookupError):
            one(moment="start")

    def test_succession_is_cited(self):
        office = OfficeFactory(key="o", name_en="Ambassador", publication="published")
        found = citing.cited_record(office, "en", SITE, citing.AskedCitation(succession=True))
        assert (found.title, found.address) == ("Succession: Ambassador", f"{SITE}/id/office/o?of=succession")
        assert "register-office-o-succession-en" in citing.bibtex(found)


class TestBibtex:
    def test_is_read(self, one):
        entry = parse_string(citing.bibtex(one()), "bibtex").entries["register-decision-d-1-en"]
        assert entry.fields["url"] == "https://register.example.org/id/decision/d-1"
        assert entry.fields["urldate"] == "2026-11-28"
        assert entry.fields["title"] == r"{On 50\% of \{things\} \& more}"
        assert entry.fields["edition"] == "version 12 of 23 November 2026"
        assert (entry.fields["year"], entry.fields["date"]) == ("2026", "2026-11-23")

    @pytest.mark.parametrize(("language", "said"), [("en", "english"), ("fr", "french")])
    def test_says_its_language(self, one, language, said):
        (entry,) = parse_string(citing.bibtex(one(language)), "bibtex").entries.values()
        assert entry.fields["langid"] == said
        assert entry.fields["publisher"] == one(language).publisher


class TestRis:
    def test_is_read(self, one):
        (entry,) = rispy.loads(citing.ris(one("fr")))
        assert entry["title"] == "Une décision"
        assert entry["urls"] == ["https://register.example.org/id/decision/d-1"]
        assert entry["publisher"] == "Registre des partenariats"
        assert entry["language"] == "fr"


class TestCsl:
    def test_is_read(self, one):
        (item,) = json.loads(citing.csl(one(on=date(2018, 9, 1))))
        assert item["id"] == "register-decision-d-1-2018-09-01-en"
        assert item["accessed"] == {"date-parts": [[2026, 11, 28]]}
        assert item["issued"] == {"date-parts": [[2026, 11, 23]]}
        assert item["URL"].endswith("?on=2018-09-01")


class TestInEveryLanguage:
    def test_is_said_in_both(self, one):
        record = DecisionFactory(publication="published")
        assert [language for language, _ in citing.in_every_language(record, SITE)] == ["fr", "en"]
        assert one().kind == "decision"


def test_every_form_that_is_written_has_its_type():
    assert citing.TYPES.keys() == citing.WRITTEN.keys()
