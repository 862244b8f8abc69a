"""Citations, read by parsers that are not ours."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape

import pytest
import rispy
import time_machine
from django.utils.html import strip_tags
from pybtex.database import parse_string

from partnerships.models import ContentVersion, Name
from partnerships.pages import citing
from tests.factories import PUBLISHED, DecisionFactory, OfficeFactory, PartnerFactory, StateFactory

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
    # In Brussels the 23rd has begun.
    changed_at = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    ContentVersion.objects.filter(pk=1).update(number=12, changed_at=changed_at)
    with time_machine.travel(datetime(2026, 11, 28, 12, tzinfo=UTC), tick=False):
        yield lambda language="en", **asked: citing.cited_record(record, language, SITE, citing.AskedCitation(**asked))


class TestInWords:
    def test_says_publisher_title_version_address_and_day(self, one):
        assert citing.citation_in_words(one("fr")) == (
            "La rédaction du registre, «\u00a0Une décision\u00a0», Registre des partenariats, "
            "version 12 du 23 novembre 2026, https://register.example.org/id/decision/d-1, "
            "consulté le 28 novembre 2026."
        )
        assert citing.citation_in_words(one()).endswith("accessed on 28 November 2026.")

    def test_day_asked_for_is_part_of_it(self, one):
        text = citing.citation_in_words(one(on=date(2018, 9, 1)))
        assert "(as of 1 September 2018)" in text
        assert "/id/decision/d-1?on=2018-09-01" in text

    def test_two_days_asked_for_are_part_of_it(self, one):
        cited = one(on=date(2018, 9, 1), beside=date(2025, 2, 1))
        assert cited.name.endswith(" & more (as of 1 September 2018 and as of 1 February 2025)")
        assert cited.address.endswith("/id/decision/d-1?on=2018-09-01&and=2025-02-01")
        assert "register-decision-d-1-2018-09-01-2025-02-01-en" in citing.bibtex(cited)

    def test_line_is_cited_with_its_day_and_address(self, one):
        text = citing.citation_in_words(one(moment="on"))
        assert "“It is decided: On 50% of {things} & more (24 May 2018)”" in text
        assert "https://register.example.org/id/decision/d-1?line=on" in text
        assert "register-decision-d-1-on-en" in citing.bibtex(one(moment="on"))

    def test_line_that_is_not_there_cannot_be(self, one):
        with pytest.raises(LookupError):
            one(moment="start")

    def test_succession_is_cited(self):
        office = OfficeFactory(key="o", name_en="Ambassador", publication="published")
        found = citing.cited_record(office, "en", SITE, citing.AskedCitation(succession=True))
        assert (found.title, found.address) == ("Succession: Ambassador", f"{SITE}/id/office/o?of=succession")
        assert "register-office-o-succession-en" in citing.bibtex(found)

    def test_record_is_cited_by_the_name_that_it_had_on_the_day(self):
        state = StateFactory(name_en="Present", **PUBLISHED)
        Name.objects.create(state=state, key="old", text="Past", period="1868-01-03/1947-05-03")
        then = citing.cited_record(state, "en", SITE, citing.AskedCitation(on=date(1900, 1, 1)))
        assert then.title.startswith("Past")
        assert citing.cited_record(state, "en", SITE).title == "Present"


class TestNamesakes:
    def test_partner_and_state_of_one_country_are_told_apart(self):
        partner = PartnerFactory(state__name_en="Japan", state__name_fr="Japon", **PUBLISHED)
        for record, names in (
            (partner, ("Japan (partner)", "Japon (partenaire)")),
            (partner.state, ("Japan", "Japon")),
        ):
            assert tuple(citing.cited_record(record, language, SITE).name for language in ("en", "fr")) == names
        on = citing.cited_record(partner, "en", SITE, citing.AskedCitation(on=date(2018, 9, 1)))
        assert on.name == "Japan (partner), as of 1 September 2018"


class TestCitedQuery:
    @pytest.mark.parametrize(
        ("on", "beside", "query"),
        [
            (None, None, ""),
            (date(2018, 5, 24), None, "?on=2018-05-24"),
            (None, date(2014, 1, 1), "?and=2014-01-01"),
            (date(2018, 5, 24), date(2014, 1, 1), "?on=2018-05-24&and=2014-01-01"),
        ],
    )
    def test_holds_the_days_that_are_asked_for(self, on, beside, query):
        assert citing.AskedCitation(on=on, beside=beside).query == query


class TestPublisher:
    """Who publishes the register is said alike in each form, and what it is called beside."""

    @pytest.mark.parametrize(
        ("named", "language", "publisher", "register"),
        [
            ("A & B", "en", "A & B", "Register of partnerships"),
            ("", "en", "The editors of the register", "Register of partnerships"),
            ("", "fr", "La rédaction du registre", "Registre des partenariats"),
        ],
    )
    def test_is_whom_the_server_names_else_the_editors(self, one, settings, named, language, publisher, register):
        settings.PUBLISHER = named
        cited = one(language)
        (entry,) = parse_string(citing.bibtex(cited), "bibtex").entries.values()
        (managed,) = rispy.loads(citing.ris(cited))
        (item,) = json.loads(citing.csl(cited))
        assert entry.fields["publisher"].replace("\\&", "&") == publisher
        assert entry.fields["howpublished"] == register
        assert (managed["publisher"], managed["authors"], managed["secondary_title"]) == (
            publisher,
            [publisher],
            register,
        )
        assert (item["publisher"], item["author"], item["container-title"]) == (
            publisher,
            [{"literal": publisher}],
            register,
        )
        words = citing.citation_in_words(cited)
        assert words.startswith(f"{publisher}, ")
        assert f", {register}, version 12" in words


class TestOnAPage:
    def test_is_the_sentence_with_its_address_as_a_link(self, one):
        for language in ("en", "fr"):
            cited = one(language, on=date(2018, 9, 1))
            found = citing.citation_html(cited, "/id/decision/d-1?on=2018-09-01")
            assert unescape(strip_tags(found)) == citing.citation_in_words(cited)
            assert f'<a href="/id/decision/d-1?on=2018-09-01">{cited.address}</a>' in found
        assert "<cite>On 50% of {things} &amp; more (as of 1 September 2018)</cite>" in citing.citation_html(
            one(on=date(2018, 9, 1)), "/"
        )

    def test_marks_the_language_of_a_title_that_is_not_that_of_the_page(self, one):
        record = DecisionFactory(title_en="", title_fr="Une <autre>", publication="published")
        cited = citing.cited_record(record, "en", SITE)
        assert '<cite lang="fr">Une &lt;autre&gt;</cite>' in citing.citation_html(cited, "/")


class TestBibtex:
    def test_is_read(self, one):
        entry = parse_string(citing.bibtex(one()), "bibtex").entries["register-decision-d-1-en"]
        assert entry.fields["url"] == "https://register.example.org/id/decision/d-1"
        assert entry.fields["urldate"] == "2026-11-28"
        assert entry.fields["title"] == r"{On 50\% of \textbraceleft{}things\textbraceright{} \& more}"
        assert entry.fields["edition"] == "version 12 of 23 November 2026"
        assert (entry.fields["year"], entry.fields["date"]) == ("2026", "2026-11-23")

    @pytest.mark.parametrize(
        ("sign", "written"),
        [
            *((sign, f"\\{sign}") for sign in "&%$#_"),
            ("\\", r"\textbackslash{}"),
            ("~", r"\textasciitilde{}"),
            ("^", r"\textasciicircum{}"),
            ("{", r"\textbraceleft{}"),
            ("}", r"\textbraceright{}"),
        ],
    )
    def test_what_latex_would_read_is_escaped(self, one, sign, written):
        said = citing.bibtex(replace(one(), title=f"a{sign}b"))
        assert f"a{written}b" in said
        # Braces are counted before anything else is read.
        assert said.count("{") == said.count("}")
        assert len(parse_string(said, "bibtex").entries) == 1

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
        assert entry["publisher"] == "La rédaction du registre"
        assert entry["language"] == "fr"

    def test_days_are_written_as_reference_managers_read_them(self, one):
        lines = citing.ris(one()).splitlines()
        assert {"PY  - 2026", "DA  - 2026/11/23", "Y2  - 2026/11/28"} <= {*lines}


class TestCsl:
    def test_is_read(self, one):
        (item,) = json.loads(citing.csl(one(on=date(2018, 9, 1))))
        assert item["id"] == "register-decision-d-1-2018-09-01-en"
        assert item["accessed"] == {"date-parts": [[2026, 11, 28]]}
        assert item["issued"] == {"date-parts": [[2026, 11, 23]]}
        assert (item["version"], item["URL"].rpartition("?")[2]) == ("12", "on=2018-09-01")


class TestInEveryLanguage:
    def test_is_said_in_both(self, one):
        record = DecisionFactory(publication="published")
        assert [language for language, _ in citing.in_every_language(record, SITE)] == ["fr", "en"]
        assert one().kind == "decision"


def test_every_form_that_is_written_has_its_type():
    assert citing.TYPES.keys() == citing.WRITTEN.keys()


@pytest.mark.parametrize(("form", "begins"), [("bib", "@"), ("ris", "TY  - "), ("csl", "[\n")])
def test_each_form_is_written_as_what_it_is(one, form, begins):
    assert citing.WRITTEN[form](one()).startswith(begins)
