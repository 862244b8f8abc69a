"""The facts of a record."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from partnerships.models import Name
from partnerships.pages import facts
from partnerships.pages.facts import Fact
from partnerships.presentation.values import Reached
from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    EmbassyFactory,
    OfficeFactory,
    PersonFactory,
    StateFactory,
)
from tests.pages.reading import facts_said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


class TestFacts:
    def test_without_a_value_is_left_out(self):
        says, silent = Fact("A", ["b"]), Fact("C")
        assert facts.facts(silent, says) == [says]

    def test_plain_ones_keep_all_that_says_something(self):
        assert facts.value_fact("A", "b", "", None, 0).values == ["b", 0]

    def test_links_name_what_is_public_by_name(self):
        korea, japan = (StateFactory(name_en=name, **PUBLISHED) for name in ("Korea", "Japan"))
        assert facts.link_fact("A", korea, None, StateFactory(), japan).values == [japan, korea]

    def test_date_is_said_where_there_is_one_or_the_words_of_a_source(self):
        for dated in ({"date": "2018"}, {"date": "", "date_wording_en": "soon"}):
            assert facts_said([facts.date_fact("A", DecisionFactory(**dated), "date")])[0][1] in ("2018", "soon")
        assert facts.date_fact("A", DecisionFactory(date=""), "date").values == []
        assert facts.date_fact("A", OfficeFactory(coverage=""), "coverage").values == []

    def test_text_is_said_where_there_is_one(self):
        state = StateFactory(formal_name_fr="État du Japon")
        assert facts_said([facts.text_fact("A", state, "formal_name")]) == [("A", "État du Japon (in French)")]
        assert facts.text_fact("A", StateFactory(), "formal_name").values == []


class TestReached:
    def test_says_how_in_its_order(self):
        embassy = EmbassyFactory(
            address="1 Street\nBrussels",
            latitude=Decimal("0.000000"),
            longitude=Decimal("4.350000"),
            website="https://a.test/",
            email="a@b.test",
            phone="+32 (0)2 123-45",
        )
        assert facts_said(facts.reached(embassy)) == [
            ("Postal address", "1 Street Brussels"),
            ("Coordinates", "0° N, 4.35° E"),
            ("Website", "https://a.test/"),
            ("E-mail", "a@b.test"),
            ("Telephone", "+32 (0)2 123-45"),
        ]
        with override("fr"):
            embassy.latitude, embassy.longitude = Decimal("-12.345678"), Decimal("-77.000000")
            assert ("Coordonnées", "12,3457° S ; 77° O") in facts_said(facts.reached(embassy))
        *_others, mail, phone = facts.reached(embassy)
        assert mail.values == [Reached("mailto:a@b.test", "a@b.test")]
        assert phone.values == [Reached("tel:+320212345", "+32 (0)2 123-45")]

    def test_of_what_nothing_is_known_says_nothing(self):
        assert facts.facts(*facts.reached(EmbassyFactory())) == []


def named(record, *several):
    """The dated names of a record, written in this order, as they stand."""
    for key, period in several:
        kind = "birth" if key == "born" else "used"
        Name.objects.create(**{record._meta.model_name: record}, key=key, text=key, kind=kind, period=period)
    return [one.name.key for one in facts.other_names(record).values]


class TestOtherNames:
    PERIODS = (
        ("until", "/1950"),
        ("first", "1971/1997"),
        ("a-longer", "1971/1999"),
        ("open", "1980/.."),
        ("c-none", ""),
        ("b-unknown", "/"),
        ("d-none", ""),
    )
    IN_ORDER = ("until", "first", "a-longer", "open", "b-unknown", "c-none", "d-none")

    @pytest.mark.parametrize("way", [1, -1])
    def test_stand_by_their_dates_those_without_one_last_in_whatever_order_they_are_stored(self, way):
        assert named(StateFactory(), *self.PERIODS[::way]) == list(self.IN_ORDER)

    def test_whose_period_is_hidden_stands_as_if_it_had_none(self):
        person = PersonFactory(birth="1954-09-21")
        written = (("born", "1954-09-21/1980"), ("z-none", ""), ("used", "1980/1990"), ("a-none", ""))
        assert named(person, *written) == ["used", "a-none", "born", "z-none"]
        assert [one.dated for one in facts.other_names(person).values] == [True, True, False, True]

    def test_of_the_dead_stands_where_it_was_borne(self):
        person = PersonFactory(birth="1954-09-21", death="2022-07-08")
        assert named(person, ("used", "1980/1990"), ("born", "1954-09-21/1980")) == ["born", "used"]


class TestCoverage:
    def test_says_for_which_days_and_when_somebody_looked(self):
        office = OfficeFactory(coverage="2014/2018", checked_on=date(2020, 5, 1))
        assert facts_said(facts.coverage_facts(office)) == [
            ("Recorded for", "2014–2018"),
            ("Last checked", "1 May 2020"),
        ]
        assert facts.facts(*facts.coverage_facts(OfficeFactory())) == []
