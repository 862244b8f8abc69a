"""The offices of a person as a sentence."""

from datetime import timedelta

import pytest
import time_machine

from partnerships import dates
from tests.factories import (
    PUBLISHED,
    CitationFactory,
    MilestoneFactory,
    OfficeFactory,
    ParticipationFactory,
    PersonFactory,
    TenureFactory,
    VisitFactory,
)
from tests.pages.reading import around, looks, rows, said

pytestmark = pytest.mark.django_db
EN, FR = "/en/people/a/", "/fr/personnes/a/"


@pytest.fixture
def person():
    return PersonFactory(key="a", name="Person A", **PUBLISHED)


def held(person, name, period):
    office = OfficeFactory(name_en=name, name_fr=name.lower(), **PUBLISHED)
    return TenureFactory(person=person, office=office, period=period, **PUBLISHED)


def plain(texts):
    return [one.replace("\u202f", " ").replace("\u00a0", " ") for one in texts]


class TestLatest:
    def test_office_comes_first(self, client, person):
        held(person, "Minister", "2010-01-01/2012-01-01")
        held(person, "Prime Minister", "2012-12-26/2020-09-16")
        assert said(client, EN) == ["Latest office on record: Prime Minister (26 December 2012 – 16 September 2020)."]
        assert plain(said(client, FR)) == [
            "Dernière fonction consignée : prime minister (26 décembre 2012 – 16 septembre 2020)."
        ]

    def test_offices_of_one_time_stand_together(self, client, person):
        for name in ("Minister", "Prime Minister"):
            held(person, name, "2012-12-26/2020-09-16")
        assert said(client, EN)[0].startswith("Latest offices on record: ")

    def test_of_whom_no_newer_source_shows_in_office_is_in_doubt_by_now(self, client, person):
        tenure = held(person, "Minister", "2015-01-15/..")
        CitationFactory(tenure=tenure, source__date="2015-01-15", source__publication="published")
        assert said(client, EN) == ["Latest office on record: Minister (15 January 2015, not seen since)."]
        assert around(client, EN) == ["Possibly Minister. No more recent source shows this person in office."]
        table = rows(client, EN, "offices")
        assert len(table) == 2
        assert not table[0][0].startswith("since")
        assert "possibly" in " ".join(table[1]).lower()

    def test_of_whom_a_new_source_shows_in_office_is_there_since(self, client, person):
        tenure = held(person, "Minister", "2015-01-15/..")
        seen = dates.today() - timedelta(days=30)
        CitationFactory(tenure=tenure, source__date=seen.isoformat(), source__publication="published")
        english, french = (dates.word(dates.moment_on(seen), language) for language in ("en", "fr"))
        assert said(client, EN) == [
            f"Person A has been Minister since 15 January 2015; last seen in office: {english}."
        ]
        assert plain(said(client, FR)) == [
            f"Person A est minister depuis le 15 janvier 2015 ; dernière attestation en fonction : {french}."
        ]
        assert around(client, EN) == []

    def test_of_two_offices_held_now_the_day_is_told_on_which_either_was_seen_last(self, client, person):
        days = [dates.today() - timedelta(days=number) for number in (60, 30)]
        for name, seen in zip(("Minister", "Prime Minister"), days, strict=True):
            tenure = held(person, name, "2015-01-15/..")
            CitationFactory(tenure=tenure, source__date=seen.isoformat(), source__publication="published")
        last = dates.word(dates.moment_on(days[1]), "en")
        assert said(client, EN)[0].endswith(f"; last seen in office: {last}.")

    def test_doubt_of_a_few_months_is_a_row_of_its_own(self, client, person):
        seen = dates.today() - timedelta(days=500)
        tenure = held(person, "Minister", f"{seen.isoformat()}/..")
        CitationFactory(tenure=tenure, source__date=seen.isoformat(), source__publication="published")
        table = rows(client, EN, "offices")
        assert len(table) == 2
        assert "possibly" in " ".join(table[1]).lower()

    def test_that_a_source_shows_in_some_month_is_on_record(self, client, person):
        MilestoneFactory(tenure=held(person, "Ambassador", ""), kind="seen", date="2016-12")
        assert said(client, EN) == ["Latest office on record: Ambassador (December 2016)."]
        assert (looks(client, EN), around(client, EN)) == (["known"], [])
        assert "possibly" not in str(rows(client, EN, "offices"))

    def test_that_was_held_is_on_record_though_no_day_of_it_is_certain(self, client, person):
        held(person, "Minister", "2010-01-01/2012-01-01")
        held(person, "Prime Minister", "[2016..2018]/[2017..2019]")
        assert said(client, EN) == ["Latest office on record: Prime Minister (2016–2019)."]
        assert looks(client, EN) == ["known"]

    def test_that_may_be_the_earlier_is_not_said_to_be_the_latest_alone(self, client, person):
        held(person, "Minister", "[2014..2022]")
        held(person, "Prime Minister", "2015-01-01/2020-09-16")
        expected = (
            "Latest offices on record: Minister (2014–2022) and Prime Minister (1 January 2015 – 16 September 2020)."
        )
        assert said(client, EN) == [expected]


class TestWithoutOffice:
    def test_says_what_somebody_took_part_in(self, client, person):
        visit = VisitFactory(title_en="Visit to Tokyo", title_fr="Visite à Tokyo", period="2017-10-31", **PUBLISHED)
        ParticipationFactory(visit=visit, person=person)
        ParticipationFactory(visit=VisitFactory(title_en="Secret"), person=person)
        assert said(client, EN) == ["Person A took part in: Visit to Tokyo (31 October 2017)."]
        assert plain(said(client, FR)) == ["Person A a pris part à ce qui suit : Visite à Tokyo (31 octobre 2017)."]
        assert around(client, EN) == ["No office is recorded."]

    def test_says_that_nothing_is_recorded(self, client, person):
        assert said(client, EN) == ["No office of Person A is recorded, nor anything taken part in."]

    def test_tells_the_latest_of_many(self, client, person):
        for year in range(2001, 2007):
            ParticipationFactory(visit=VisitFactory(title_en=f"V{year}", period=str(year), **PUBLISHED), person=person)
        assert said(client, EN) == [
            "Person A took part in: V2003 (2003), V2004 (2004), V2005 (2005), V2006 (2006) and 2 others."
        ]


class TestOnADay:
    def test_names_the_offices_held_then(self, client, person):
        held(person, "Minister", "2010-01-01/2012-01-01")
        held(person, "Prime Minister", "2012-12-26/2020-09-16")
        assert said(client, f"{EN}?on=2011-01-01") == ["On 1 January 2011 Person A held this office: Minister."]
        assert plain(said(client, f"{FR}?on=2011-01-01")) == [
            "Le 1er janvier 2011, Person A exerçait la fonction suivante : minister."
        ]

    @pytest.mark.parametrize(
        ("day", "is_held"),
        [("2009-12-31", False), ("2010-01-01", True), ("2012-01-01", True), ("2012-01-02", False)],
    )
    def test_first_and_last_day_are_days_in_office(self, client, person, day, is_held):
        held(person, "Minister", "2010-01-01/2012-01-01")
        assert said(client, f"{EN}?on={day}")[0].endswith(" held this office: Minister.") is is_held

    def test_names_several(self, client, person):
        for name in ("Minister", "Prime Minister"):
            held(person, name, "2010-01-01/2012-01-01")
        assert said(client, f"{EN}?on=2011-01-01")[0].startswith("On 1 January 2011 Person A held these offices: ")

    def test_says_that_none_is_on_record(self, client, person):
        held(person, "Minister", "2010-01-01/2012-01-01")
        assert said(client, f"{EN}?on=2014-01-01") == ["No office of Person A is on record for 1 January 2014."]
        assert looks(client, f"{EN}?on=2014-01-01") == ["not-known"]

    def test_office_possibly_held_is_no_answer(self, client, person):
        held(person, "Minister", "[2010..2014]/2016-01-01")
        assert said(client, f"{EN}?on=2011-01-01") == [
            "It is not known whether Person A held an office on 1 January 2011."
        ]
        assert said(client, f"{FR}?on=2011-01-01") == [
            "On ignore si Person A exerçait une fonction le 1er janvier 2011."
        ]
        assert around(client, f"{EN}?on=2011-01-01") == ["Possibly Minister."]


class TestTable:
    def test_own_right_is_not_said_where_all_are_held_so(self, client, person):
        held(person, "Minister", "2010-01-01/2012-01-01")
        assert rows(client, EN, "offices") == [["1 January 2010 – 1 January 2012", "Minister"]]


class TestWordedDay:
    WORDS = {"period_wording_fr": "de peu après le 24 mai 2018 au 1er janvier 2022"}

    def test_is_said_in_the_words_of_the_source_in_sentence_and_table(self, client, person):
        tenure = held(person, "Minister", "[2018-05-24..2019-05-24]/2022-01-01")
        for column, words in self.WORDS.items():
            setattr(tenure, column, words)
        tenure.save()
        assert said(client, EN) == ["Latest office on record: Minister (soon after 24 May 2018 – 1 January 2022)."]
        assert rows(client, EN, "offices")[0][0] == "soon after 24 May 2018 – 1 January 2022"
        assert rows(client, f"/fr/fonctions/{tenure.office.key}/", "succession")[1][0] == (
            "peu après le 24 mai 2018 – 1er janvier 2022"
        )

    def test_of_a_milestone_is_said_where_somebody_was_last_seen(self, client, person):
        arrived = MilestoneFactory(
            tenure=held(person, "Minister", "/"),
            kind="arrived",
            date="[2018-05-24..2019-05-24]",
            date_wording_en="soon after 24 May 2018",
        )
        found = around(client, f"/en/offices/{arrived.tenure.office.key}/")
        assert found[0] == "Last seen in office: Person A, soon after 24 May 2018."


class TestToCome:
    """Nobody is told as seen on a day that has not come."""

    @pytest.fixture(autouse=True)
    def _today(self):
        with time_machine.travel("2026-11-30", tick=False):
            yield

    def test_office_that_is_announced_is_no_office_on_record(self, client, person):
        held(person, "Minister", "2041-05-01/..")
        assert said(client, EN) == ["Person A is to take this office: Minister (from 1 May 2041)."]
        assert plain(said(client, FR)) == [
            "Person A doit occuper la fonction suivante : minister (à partir du 1er mai 2041)."
        ]
        held(person, "Ambassador", "2042/2043")
        assert said(client, EN)[0].startswith("Person A is to take these offices: Minister (from 1 May 2041) and ")

    def test_is_told_of_a_day_on_which_it_is_to_run(self, client, person):
        held(person, "Minister", "2027-01-15/2028-01-15")
        assert said(client, f"{EN}?on=2027-06-01")[0].startswith("Person A is to take this office: Minister (")
        for day in ("2026-12-25", "2028-01-16"):
            assert said(client, f"{EN}?on={day}")[0].startswith("No office of Person A is on record for ")

    def test_draft_is_not_told(self, client, person):
        TenureFactory(person=person, office=OfficeFactory(**PUBLISHED), period="2041-05-01/..")
        assert said(client, EN) == ["No office of Person A is recorded, nor anything taken part in."]

    def test_office_held_until_a_day_to_come_is_possible_till_then(self, client, person):
        held(person, "Minister", "2018-06-01/2028-03-04")
        assert around(client, f"{EN}?on=2027-11-01") == ["Possibly Minister."]
        assert around(client, f"{EN}?on=2028-03-05") == []
