"""What the index holds of one record."""

from datetime import date

import pytest

from partnerships.dates import EARLIEST, LATEST
from partnerships.projections.search import words
from partnerships.projections.search.documents import documents, found_under, record_bounds, whole_forms
from partnerships.records.kinds import KINDS
from tests.factories import (
    PUBLISHED,
    AgreementFactory,
    DecisionFactory,
    EmbassyFactory,
    MissionFactory,
    OfficeFactory,
    PartnerFactory,
    PersonFactory,
    SourceFactory,
    StateFactory,
)

pytestmark = pytest.mark.django_db


class TestDocuments:
    def test_draft_has_none(self):
        assert list(documents("decision", [DecisionFactory()])) == []

    def test_words_that_say_nothing_are_left_out_of_texts(self):
        decision = DecisionFactory(title_en="Of the sea", text_en="It is of the land", publication="published")
        (found,) = documents("decision", [decision])
        assert {"of", "the", "sea"} <= set(found.names.split())
        assert "land" in found.vocabulary.split()
        assert "is" not in found.vocabulary.split()
        assert "en§land" in found.tokens.split()
        assert "en§land" not in found.names.split()

    def test_record_is_found_by_its_names_and_by_what_it_concerns(self):
        decision = DecisionFactory(key="d", title_en="Sea", publication="published")
        decision.partners.add(PartnerFactory(key="jp", **PUBLISHED))
        (found,) = documents("decision", [decision])
        tokens = set(found.tokens.split())
        assert {words.label(*each) for each in (("kind", "decision"), ("decision", "d"), ("partner", "jp"))} <= tokens
        assert set(found.names.split()) <= tokens
        assert "en§sea" in found.names.split()
        for column in (found.names, found.tokens, found.vocabulary):
            assert column.split() == sorted(column.split())

    def test_words_that_are_joined_are_one_word_too_but_for_those_of_a_key(self):
        decision = DecisionFactory(key="ab-cd", title_en="Co-operation", publication="published")
        (found,) = documents("decision", [decision])
        assert {"co", "operation", "cooperation", "ab", "cd"} <= set(found.vocabulary.split())
        assert "abcd" not in found.vocabulary.split()

    def test_what_french_elides_is_no_part_of_a_word_but_in_a_name_it_may_be(self):
        decision = DecisionFactory(
            title_fr="D’Artagnan", text_fr="L’accord", text_en="O’clock", publication="published"
        )
        (found,) = documents("decision", [decision])
        said = set(found.vocabulary.split())
        assert ("dartagnan" in said, "oclock" in said, "laccord" in said) == (True, True, False)

    def test_code_has_no_stem(self):
        morocco = StateFactory(iso2="MA", iso3="MAR", iso_numeric="504", name_en="Morocco", publication="published")
        (found,) = documents("state", [morocco])
        assert {"ma", "mar", "504"} <= set(found.names.split())
        assert not {"fr§ma", "en§ma", "fr§mar"} & set(found.names.split())

    def test_address_in_the_web_is_a_name_of_no_words(self):
        source = SourceFactory(
            url="https://www.example.org/news_1.htm", archive_url="http://kept.example.net/1/", **PUBLISHED
        )
        (found,) = documents("source", [source])
        assert {"examplenewsorg1htm", "exampleorgnews1htm"} & found.whole == {"exampleorgnews1htm"}
        assert "keptexamplenet1" in found.whole
        assert "htm" not in found.tokens.split()

    def test_korean_name_is_found_in_latin_letters(self):
        person = PersonFactory(publication="published")
        person.names.create(key="native", text="윤순구", kind="native")
        (found,) = documents("person", [person])
        assert {"yun", "sungu", "yoon", "soonkoo"} <= set(found.names.split()) & set(found.vocabulary.split())
        assert whole_forms("Yun Sun-gu") & found.whole

    def test_a_post_is_found_by_what_else_its_state_is_called(self):
        state = StateFactory(publication="published")
        state.aliases.create(key="nippon", text="Nippon")
        for kind, post in (
            ("mission", MissionFactory(state=state, publication="published")),
            ("embassy", embassy := EmbassyFactory(state=state, publication="published")),
            ("office", OfficeFactory(embassy=embassy, publication="published")),
        ):
            (found,) = documents(kind, [post])
            assert "nippon" in found.tokens.split()
            assert "nippon" not in found.names.split()


class TestYears:
    @pytest.mark.once
    def test_are_those_alone_that_a_source_gives(self):
        for number, notation in enumerate(("[2018..]", "[..2018]", "2018")):
            decision = DecisionFactory(key=f"d{number}d", date=notation, publication="published")
            (found,) = documents("decision", [decision])
            assert {token for token in found.tokens.split() if token.isdecimal()} == {"2018"}


class TestWholeForms:
    def test_order_and_marks_do_not_matter(self):
        assert whole_forms("O’Brien, Pat") & whole_forms("Pat O'Brien")
        assert "obrien" in whole_forms("O’Brien")

    def test_endless_name_has_none(self):
        assert whole_forms("a" * 300) == set()


class TestBounds:
    def test_are_those_of_the_date(self):
        day = date(2018, 5, 24)
        assert record_bounds(DecisionFactory(date="2018-05-24")) == (day, day)

    @pytest.mark.parametrize(
        ("when", "period", "first", "last"),
        [
            ("2014", "2015/2018-06-30", date(2014, 1, 1), date(2018, 6, 30)),
            ("2019-03-04", "2015/2018", date(2015, 1, 1), date(2019, 3, 4)),
            ("2014", "", date(2014, 1, 1), date(2014, 12, 31)),
            ("", "2015/..", date(2015, 1, 1), LATEST),
            ("", "", EARLIEST, LATEST),
        ],
    )
    def test_reach_over_the_date_and_the_period(self, when, period, first, last):
        assert record_bounds(AgreementFactory(date=when, period=period)) == (first, last)


class TestFoundUnder:
    def test_kind_own_key_and_what_is_concerned(self):
        decision = DecisionFactory(key="d")
        decision.partners.add(PartnerFactory(key="jp"))
        assert {("kind", "decision"), ("decision", "d"), ("partner", "jp")} <= found_under(
            KINDS["decision"], decision, []
        )
