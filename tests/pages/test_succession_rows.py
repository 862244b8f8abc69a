"""The successions on the pages of offices, missions, embassies and people, read as a reader does."""

import re
from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from partnerships.offices.answer import Between, SuccessionRow
from partnerships.offices.held_or_vacant import Verdict
from partnerships.offices.reason_codes import Code, Reason
from partnerships.pages.succession_rows import INEXACT, folded, holds, reaches
from partnerships.projections.kept_successions import succession_of
from partnerships.projections.up_to_date import deferred
from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MissionFactory,
    OfficeFactory,
    PersonFactory,
    TenureFactory,
    past_the_fence,
)
from tests.pages.reading import hrefs, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
@deferred()
def ambassador():
    """An ambassador who heads a mission from the day on which the embassy serves as it."""
    embassy = EmbassyFactory(key="embassy", name_en="Embassy of A", name_fr="Ambassade d’A", **PUBLISHED)
    mission = MissionFactory(key="mission", **PUBLISHED)
    post = OfficeFactory(
        key="ambassador",
        name_en="Ambassador of A",
        name_fr="Ambassadeur d’A",
        embassy=embassy,
        heads_post=True,
        **PUBLISHED,
    )
    OfficeFactory(
        key="head",
        name_en="Head of mission",
        name_fr="Chef de mission",
        mission=mission,
        heads_post=True,
        period="2018-07-01/..",
        coverage="2018-07-01/2018-12-31",
        **PUBLISHED,
    )
    decision = DecisionFactory(key="decision", title_en="The decision", date="2018-05-24", **PUBLISHED)
    DesignationFactory(mission=mission, embassy=embassy, decision=decision, period="2018-07-01/2025-01", **PUBLISHED)
    person = PersonFactory(key="hayashi", name="Hajime Hayashi", **PUBLISHED)
    return TenureFactory(key="tenure", person=person, office=post, period="2017-04-27/2019-10-01", **PUBLISHED)


def text(client, address):
    """The words of a page, without its marks."""
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


@pytest.mark.once
class TestFolded:
    @pytest.mark.parametrize("expired", [False, True])
    def test_row_that_only_says_how_far_another_reaches_unless_nothing_vouches_any_more(self, expired):
        days = [date(2018, 1, 1), date(2019, 1, 1), date(2019, 1, 2), date(2019, 6, 1)]
        holder = SimpleNamespace(
            tenure=SimpleNamespace(pk=1),
            by_virtue_of=None,
            reasons=[Reason(Code.EXPIRED if expired else Code.END_NOT_EXACT)],
        )
        certain = SuccessionRow(Verdict.CERTAIN, Between(days[0], days[0]), Between(days[1], days[3]), "", holder)
        possible = SuccessionRow(Verdict.POSSIBLE, Between(days[2], days[2]), Between(days[3], days[3]), "", holder)
        certain = replace(certain, holder=SimpleNamespace(**{**vars(holder), "reasons": []}))
        assert folded([certain, possible]) == [certain, *([possible] if expired else [])]

    @pytest.mark.parametrize(("days", "is_folded"), [(INEXACT.days - 1, True), (INEXACT.days, False)])
    def test_row_that_reaches_far_is_a_row_of_its_own(self, days, is_folded):
        first = date(2018, 1, 1)
        last = first + timedelta(days=days)
        holder = SimpleNamespace(tenure=SimpleNamespace(pk=1), by_virtue_of=None, reasons=[])
        certain = SuccessionRow(Verdict.CERTAIN, Between(first, first), Between(first, last), "", holder)
        possible = SuccessionRow(Verdict.POSSIBLE, Between(first, first), Between(last, last), "", holder)
        assert folded([certain, possible]) == [certain, *([] if is_folded else [possible])]


@pytest.mark.once
class TestReaches:
    #: Possibly from 1 January, certainly from 1 March to 1 May, possibly until 1 July.
    START = Between(date(2018, 1, 1), date(2018, 3, 1))
    END = Between(date(2018, 5, 1), date(2018, 7, 1))

    @pytest.mark.parametrize(
        ("month", "day", "is_held", "is_reached"),
        [
            (12, 31, False, False),
            (1, 1, False, True),
            (2, 28, False, True),
            (3, 1, True, False),
            (5, 1, True, False),
            (5, 2, False, True),
            (7, 1, False, True),
            (7, 2, False, False),
        ],
    )
    def test_beyond_its_certain_days_as_far_as_they_are_not_known_exactly(self, month, day, is_held, is_reached):
        row = SuccessionRow(Verdict.CERTAIN, self.START, self.END, "")
        asked = date(2017 if month == 12 else 2018, month, day)
        assert holds(row, asked) is is_held
        assert reaches(row, [row], asked) is is_reached
        assert not reaches(replace(row, answer=Verdict.POSSIBLE), [row], asked)

    @pytest.mark.parametrize(("tenure", "is_reached"), [(1, False), (2, True)])
    def test_no_day_of_which_another_row_of_the_same_service_tells(self, tenure, is_reached):
        one, other = (
            SimpleNamespace(tenure=SimpleNamespace(pk=number), by_virtue_of=None, reasons=[]) for number in (1, tenure)
        )
        row = SuccessionRow(Verdict.CERTAIN, self.START, self.END, "", one)
        beside = SuccessionRow(Verdict.POSSIBLE, Between(*[date(2018, 5, 2)] * 2), Between(*[date(2018, 7, 1)] * 2), "")
        assert reaches(row, [row, replace(beside, holder=other)], date(2018, 6, 1)) is is_reached


class TestParts:
    @pytest.fixture
    def office(self, monkeypatch):
        monkeypatch.setattr("partnerships.pages.succession_rows.ROWS", 1)
        office = OfficeFactory(key="office", period="2010-01-01/2012-12-31", **PUBLISHED)
        for year in (2010, 2011, 2012):
            person = PersonFactory(name=f"Person {year}", **PUBLISHED)
            TenureFactory(office=office, person=person, period=f"{year}-01-01/{year}-12-31", **PUBLISHED)
        return len(succession_of(office, date(2026, 11, 20)))

    def test_hold_their_own_rows(self, client, office):
        path = "/en/offices/office/"
        found = [
            row[1] for number in range(1, office + 1) for row in rows(client, f"{path}?rows={number}", "succession")
        ]
        assert [who for who in found if who.startswith("Person ")] == ["Person 2010", "Person 2011", "Person 2012"]

    def test_lead_to_those_beside_them_and_no_further(self, client, office):
        path = "/en/offices/office/"
        for number in range(1, office + 1):
            ways = [way for way in hrefs(client, f"{path}?rows={number}") if way.startswith("?rows=")]
            assert ways == [f"?rows={beside}" for beside in (number - 1, number + 1) if 0 < beside <= office], number
        assert [way for way in hrefs(client, path) if way.startswith("?rows=")] == [f"?rows={office - 1}"]


class TestPerson:
    def test_derived_office_stands_on_the_page_with_its_reason(self, client, ambassador):
        words = text(client, "/en/people/hayashi/")
        assert "1 July 2018 – 1 October 2019 Head of mission as Ambassador of A" in words
        assert "under the decision of 24 May 2018" in words

    def test_reads_in_french(self, client, ambassador):
        assert "Chef de mission en sa qualité d’ ambassadeur d’A" in text(client, "/fr/personnes/hayashi/")

    def test_draft_designation_gives_no_second_office(self, client, ambassador):
        ambassador.office.embassy.designations.update(publication="draft")
        assert "Head of mission" not in text(client, "/en/people/hayashi/")


class TestMission:
    def test_lists_those_who_head_it_by_virtue_of_their_post(self, client, ambassador):
        words = text(client, "/en/missions/mission/")
        assert "1 July 2018 – 1 October 2019 Hajime Hayashi as Ambassador of A" in words

    def test_says_that_it_does_not_know_who_came_after(self, client, ambassador):
        assert "Not known The register is not complete for this period." in text(client, "/en/missions/mission/")
        assert "On l’ignore Le registre n’est pas complet pour cette période." in text(client, "/fr/missions/mission/")

    @past_the_fence()
    def test_draft_person_is_on_no_row(self, client, ambassador):
        ambassador.person.publication = "draft"
        ambassador.person.save()
        assert "Hayashi" not in text(client, "/en/missions/mission/")


class TestEmbassy:
    def test_shows_both_offices_of_its_head(self, client, ambassador):
        words = text(client, "/en/embassies/embassy/")
        assert "27 April 2017 – 1 October 2019 Hajime Hayashi" in words
        assert "1 July 2018 – 1 October 2019 Hajime Hayashi as Ambassador of A" in words


class TestOffice:
    @pytest.fixture
    def long_office(self):
        office = OfficeFactory(key="long", name_en="Long office", period="1900-01-01/..", **PUBLISHED)
        with deferred():
            for year in range(1900, 2000):
                person = PersonFactory(name=f"Holder of {year}", **PUBLISHED)
                TenureFactory(office=office, person=person, period=f"{year}-01-01/{year}-12-31", **PUBLISHED)
        return office

    def test_long_succession_is_paged_from_its_end(self, client, long_office):
        words = text(client, "/en/offices/long/")
        table = words[words.index("Succession") : words.index("Earlier holders")]
        assert "Holder of 1999" in table
        assert "Holder of 1910" not in table

    def test_earlier_part_is_shown_when_asked_for(self, client, long_office):
        assert "Later holders" in text(client, "/en/offices/long/?rows=1")

    def test_part_that_does_not_exist_is_refused(self, client, long_office):
        answers = {part: client.get("/en/offices/long/", {"rows": part}) for part in ("0", "99", "x", "-1", "²")}
        assert {part: answer.status_code for part, answer in answers.items()} == dict.fromkeys(answers, 400)
