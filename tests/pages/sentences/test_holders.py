"""Who held an office on a day, as a sentence: each degree of certainty has words of its own, in both languages."""

import pytest
import time_machine

from partnerships import dates
from partnerships.models import Office
from partnerships.offices import Code, Reason
from partnerships.pages.sentences.holders import because, charge
from partnerships.presentation.links import link_html
from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MissionFactory,
    OfficeFactory,
    PersonFactory,
    StateFactory,
    TenureFactory,
    past_the_fence,
)
from tests.pages.reading import around, looks, said

pytestmark = pytest.mark.django_db
DAY = {"en": "1 January 2015", "fr": "1er janvier 2015"}
ELSE = {
    "en": "Whether anybody else held it is not known.",
    "fr": "On ignore si quelqu’un d’autre l’exerçait.",
}
PAGES = {
    ("office", "en"): "/en/offices/office/",
    ("office", "fr"): "/fr/fonctions/office/",
    ("head", "en"): "/en/missions/mission/",
    ("head", "fr"): "/fr/missions/mission/",
}
BOTH = [("office", "en"), ("office", "fr"), ("head", "en"), ("head", "fr")]
#: What is true of an office on the day, by what is recorded of it and of one tenure.
CASES = {
    "certain": ({}, {"period": "2012-12-26/2020-09-16"}),
    "acting": ({}, {"period": "2012-12-26/2020-09-16", "acting": True}),
    "possible": ({}, {"period": "2016-05-01/2020-09-16", "start": "[2014..2016]/2020-09-16"}),
    "not yet": ({"period": "2018-07-01/.."}, None),
    "no longer": ({"period": "2001-07-01/2004-07-01"}, None),
    "vacant": ({"period": "2001-07-01/..", "coverage": "2001-07-01/2020-12-31"}, None),
    "not known": ({}, None),
    "to this day": ({}, {"period": "2012-12-26/2015-01-01"}),
}
SAID = {
    ("certain", "office", "en"): "On {day} Person A was Minister of Japan.",
    ("certain", "office", "fr"): "Le {day}, Person A était ministre du Japon.",
    ("certain", "head", "en"): "On {day} Person A headed the mission of Japan to NATO.",
    ("certain", "head", "fr"): "Le {day}, Person A dirigeait la mission du Japon auprès de l’OTAN.",
    ("acting", "office", "en"): "On {day} Person A was Minister of Japan (acting).",
    ("acting", "office", "fr"): "Le {day}, Person A était ministre du Japon (par intérim).",
    ("acting", "head", "en"): "On {day} Person A headed the mission of Japan to NATO (acting).",
    ("acting", "head", "fr"): "Le {day}, Person A dirigeait la mission du Japon auprès de l’OTAN (par intérim).",
    ("possible", "office", "en"): "It is not known who was Minister of Japan on {day}.",
    ("possible", "office", "fr"): "On ignore qui était le ministre du Japon le {day}.",
    ("possible", "head", "en"): "It is not known who headed the mission of Japan to NATO on {day}.",
    ("possible", "head", "fr"): "On ignore qui dirigeait la mission du Japon auprès de l’OTAN le {day}.",
    ("not yet", "office", "en"): "On {day} nobody was Minister of Japan: the office did not exist yet.",
    ("not yet", "office", "fr"): "Le {day}, personne n’était ministre du Japon : la fonction n’existait pas encore.",
    ("not yet", "head", "en"): "On {day} nobody headed the mission of Japan to NATO: it did not exist yet.",
    ("not yet", "head", "fr"): (
        "Le {day}, personne ne dirigeait la mission du Japon auprès de l’OTAN, qui n’existait pas encore."
    ),
    ("no longer", "office", "en"): "On {day} nobody was Minister of Japan: the office no longer existed.",
    ("no longer", "office", "fr"): "Le {day}, personne n’était ministre du Japon : la fonction n’existait plus.",
    ("no longer", "head", "en"): "On {day} nobody headed the mission of Japan to NATO: it no longer existed.",
    ("no longer", "head", "fr"): (
        "Le {day}, personne ne dirigeait la mission du Japon auprès de l’OTAN, qui n’existait plus."
    ),
    ("vacant", "office", "en"): "On {day} nobody was Minister of Japan: the office was vacant.",
    ("vacant", "office", "fr"): "Le {day}, personne n’était ministre du Japon : la fonction était vacante.",
    ("vacant", "head", "en"): "On {day} nobody headed the mission of Japan to NATO: the post was vacant.",
    ("vacant", "head", "fr"): (
        "Le {day}, personne ne dirigeait la mission du Japon auprès de l’OTAN : le poste était vacant."
    ),
}
SAID |= {("not known", *rest): text for (case, *rest), text in SAID.items() if case == "possible"}
LOOKS = {"certain": "known", "acting": "known", "possible": "not-known", "not known": "not-known"}


def recorded(which, case):
    """An office, with what is recorded of it in a case."""
    own, tenure = CASES[case]
    where = {"name_en": "Minister of Japan", "name_fr": "Ministre du Japon"}
    if which == "head":
        where = {"mission": MissionFactory(key="mission", **PUBLISHED), "heads_post": True}
    office = OfficeFactory(key=which, **where, **own, **PUBLISHED)
    if tenure:
        period = tenure.get("start", tenure["period"])
        person = PersonFactory(key="a", name="Person A", **PUBLISHED)
        TenureFactory(office=office, person=person, period=period, acting=tenure.get("acting", False), **PUBLISHED)


def plain(text):
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(("which", "language"), BOTH)
class TestDayOfThePast:
    @pytest.mark.parametrize("case", [case for case in CASES if case != "to this day"])
    def test_is_said_as_surely_as_it_is_known(self, client, case, which, language):
        recorded(which, case)
        path = f"{PAGES[which, language]}?on=2015-01-01"
        expected = SAID[case, which, language].format(day=DAY[language])
        assert [plain(one) for one in said(client, path)] == [expected]
        assert looks(client, path) == [LOOKS.get(case, "nobody")]

    def test_possible_holder_comes_after_the_answer(self, client, which, language):
        recorded(which, "possible")
        words = around(client, f"{PAGES[which, language]}?on=2015-01-01")
        possibly = "Possibly Person A." if language == "en" else "Peut-être Person A."
        assert [one.startswith(possibly) for one in words].count(True) == 1

    @pytest.mark.parametrize("case", ["possible", "not known", "vacant"])
    def test_nobody_else_is_spoken_of_where_nobody_is_certain(self, client, which, language, case):
        recorded(which, case)
        words = around(client, f"{PAGES[which, language]}?on=2015-01-01")
        assert not {"Whether anybody else held it is not known.", ELSE[language]} & {*words}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Last seen in office: Person A, 1 May 2012.", "Next seen in office: Person B, 2 June 2017."]),
        ("fr", ["Dernière attestation en fonction : Person A", "Attestation suivante en fonction : Person B"]),
    ],
)
def test_day_between_two_that_are_known_says_who_was_seen_before_and_after(client, language, words):
    office = OfficeFactory(slug_en="office", slug_fr="office", **PUBLISHED)
    for name, period in (("Person A", "2010-01-01/2012-05-01"), ("Person B", "2017-06-02/2019-01-01")):
        TenureFactory(office=office, person=PersonFactory(name=name, **PUBLISHED), period=period, **PUBLISHED)
    address = PAGES["office", language]
    found = [plain(one) for one in around(client, f"{address}?on=2015-01-01")]
    assert [one[: len(words[number])] for number, one in enumerate(found[:2])] == words
    assert not any("Next seen" in one or "suivante" in one for one in around(client, f"{address}?on=2020-01-01"))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            [
                "In office until the mid-2010s: Person A.",
                "Possibly still in office. ",
                "Next seen in office: Person B",
            ],
        ),
        (
            "fr",
            [
                "En fonction jusqu’au milieu des années 2010 : Person A.",
                "Peut-être encore en fonction. ",
                "Attestation suivante",
            ],
        ),
    ],
)
def test_whoever_was_last_seen_and_may_be_there_still_is_named_once(client, language, words):
    office = OfficeFactory(slug_en="office", slug_fr="office", **PUBLISHED)
    for name, period in (("Person A", "2010-01-01/[2014..2016]"), ("Person B", "2017-06-02/2019-01-01")):
        TenureFactory(office=office, person=PersonFactory(name=name, **PUBLISHED), period=period, **PUBLISHED)
    found = [plain(one) for one in around(client, f"{PAGES['office', language]}?on=2015-01-01")]
    assert [one[: len(words[number])] for number, one in enumerate(found[:3])] == words
    assert sum("Person A" in one for one in found) == 1


@pytest.mark.parametrize(
    ("period", "on", "words"),
    [
        ("2018-03-01/2019", "2020-01-01", "In office until 2019: Person A."),
        ("2018-03-01/2019", "2019-06-01", "In office until 2019: Person A."),
        ("2018/2019-03-01", "2018-06-01", "In office from 2018: Person A."),
        ("[2018-02-03..2018-06-20]/2019-03-01", "2018-06-01", "Certainly in office from 20 June 2018 at the latest: "),
        ("2018-03-01/2019-05-07", "2020-01-01", "Last seen in office: Person A, 7 May 2019."),
    ],
)
def test_no_day_is_named_that_only_bounds_what_is_known(client, period, on, words):
    office = OfficeFactory(slug_en="office", **PUBLISHED)
    TenureFactory(office=office, person=PersonFactory(name="Person A", **PUBLISHED), period=period, **PUBLISHED)
    assert plain(around(client, f"{PAGES['office', 'en']}?on={on}")[0]).startswith(words)


TODAY = {
    ("to this day", "office", "en"): "Today, {day}, Person A is Minister of Japan.",
    ("to this day", "office", "fr"): "À ce jour ({day}), Person A est ministre du Japon.",
    ("to this day", "head", "en"): "Today, {day}, Person A heads the mission of Japan to NATO.",
    ("to this day", "head", "fr"): "À ce jour ({day}), Person A dirige la mission du Japon auprès de l’OTAN.",
    ("not known", "office", "en"): "It is not known who is Minister of Japan today, {day}.",
    ("not known", "office", "fr"): "On ignore qui est le ministre du Japon à ce jour ({day}).",
    ("not known", "head", "en"): "It is not known who heads the mission of Japan to NATO today, {day}.",
    ("not known", "head", "fr"): "On ignore qui dirige la mission du Japon auprès de l’OTAN à ce jour ({day}).",
}


@pytest.mark.parametrize(("which", "language"), BOTH)
class TestToday:
    @pytest.mark.parametrize("case", ["to this day", "not known"])
    def test_is_said_in_the_present(self, client, monkeypatch, case, which, language):
        recorded(which, case)
        today = dates.parse_moment("2015-01-01").earliest
        monkeypatch.setattr("partnerships.dates.today", lambda: today)
        expected = TODAY[case, which, language].format(day=DAY[language])
        assert [plain(one) for one in said(client, PAGES[which, language])] == [expected]

    def test_is_no_other_day(self, client, monkeypatch, which, language):
        recorded(which, "not known")
        expected = SAID["not known", which, language].format(day=DAY[language])
        for today in ("2014-12-31", "2015-01-02"):
            monkeypatch.setattr("partnerships.dates.today", lambda day=today: dates.parse_moment(day).earliest)
            (found,) = said(client, f"{PAGES[which, language]}?on=2015-01-01")
            # Of a day to come the question is put in the future.
            assert (plain(found) == expected) is (today == "2015-01-02")
            assert DAY[language] in plain(found)


SEVERAL = {
    ("today", "office", "en"): "Today, {day}, Person A and Person B hold this office.",
    ("today", "office", "fr"): "À ce jour ({day}), Person A et Person B occupent cette fonction.",
    ("today", "head", "en"): "Today, {day}, Person A and Person B head the mission of Japan to NATO.",
    ("today", "head", "fr"): "À ce jour ({day}), Person A et Person B dirigent la mission du Japon auprès de l’OTAN.",
    ("then", "office", "en"): "On {day} Person A and Person B held this office.",
    ("then", "office", "fr"): "Le {day}, Person A et Person B occupaient cette fonction.",
    ("then", "head", "en"): "On {day} Person A and Person B headed the mission of Japan to NATO.",
    ("then", "head", "fr"): "Le {day}, Person A et Person B dirigeaient la mission du Japon auprès de l’OTAN.",
}


@pytest.mark.parametrize(("when", "which", "language"), SEVERAL)
def test_several_together_are_said_in_the_plural(client, monkeypatch, when, which, language):
    recorded(which, "to this day" if when == "today" else "certain")
    office = Office.objects.get()
    Office.objects.update(single_holder=False)
    person = PersonFactory(key="b", name="Person B", **PUBLISHED)
    TenureFactory(office=office, person=person, period="2013-01-01/2015-01-01", **PUBLISHED)
    path = PAGES[which, language]
    if when == "today":
        monkeypatch.setattr("partnerships.dates.today", lambda: dates.parse_moment("2015-01-01").earliest)
    else:
        path += "?on=2015-01-01"
    expected = SEVERAL[when, which, language].format(day=DAY[language])
    assert [plain(one) for one in said(client, path)] == [expected]


class TestCapacity:
    @pytest.fixture
    def mission(self):
        mission, embassy = MissionFactory(key="mission", **PUBLISHED), EmbassyFactory(**PUBLISHED)
        OfficeFactory(mission=mission, heads_post=True, **PUBLISHED)
        post = OfficeFactory(
            name_en="Ambassador",
            name_fr="Ambassadeur",
            title_feminine_fr="Ambassadrice",
            title_feminine_en="Ambassador",
            embassy=embassy,
            heads_post=True,
            **PUBLISHED,
        )
        person = PersonFactory(name="Person A", **PUBLISHED)
        TenureFactory(office=post, person=person, period="2014/2016-01-01", **PUBLISHED)
        return mission, embassy, person

    @pytest.mark.parametrize(
        ("path", "expected"),
        [
            (
                "/en/missions/mission/?on=2015-01-01",
                "On 1 January 2015 Person A headed the mission of Japan to NATO, as Ambassador, under the decision of "
                "24 May 2014.",
            ),
            (
                "/fr/missions/mission/?on=2015-01-01",
                "Le 1er janvier 2015, Person A dirigeait la mission du Japon auprès de l’OTAN, en sa qualité "
                "d’ambassadeur, en vertu de la décision du 24 mai 2014.",
            ),
        ],
    )
    def test_names_the_office_and_the_ground(self, client, mission, path, expected):
        post, embassy, _person = mission
        decision = DecisionFactory(date="2014-05-24", **PUBLISHED)
        DesignationFactory(mission=post, embassy=embassy, decision=decision, period="2014-06-01/..", **PUBLISHED)
        assert [plain(one) for one in said(client, path)] == [expected]

    def test_of_a_woman_is_said_in_the_feminine(self, client, mission):
        post, embassy, person = mission
        type(person).objects.filter(pk=person.pk).update(title_form="feminine")
        DesignationFactory(mission=post, embassy=embassy, period="2014-06-01/..", **PUBLISHED)
        (sentence,) = said(client, "/fr/missions/mission/?on=2015-01-01")
        assert "en sa qualité d’ambassadrice, par désignation" in sentence

    def test_of_a_decision_that_is_a_draft_names_the_designation(self, client, mission):
        post, embassy, _person = mission
        DesignationFactory(
            mission=post, embassy=embassy, decision=DecisionFactory(), period="2014-06-01/..", **PUBLISHED
        )
        (sentence,) = said(client, "/en/missions/mission/?on=2015-01-01")
        assert sentence.endswith("as Ambassador, by designation.")

    def test_of_several_holders_is_said_of_each(self, client):
        office = OfficeFactory(key="office", single_holder=False, **PUBLISHED)
        for name, acting in (("Person A", False), ("Person B", True)):
            person = PersonFactory(name=name, **PUBLISHED)
            TenureFactory(
                key=name[-1], office=office, person=person, acting=acting, period="2014/2016-01-01", **PUBLISHED
            )
        (sentence,) = said(client, "/en/offices/office/?on=2015-06-01")
        assert sentence == "On 1 June 2015 Person A and Person B (acting) held this office."
        words = "Whether anybody else held it is not known."
        assert words in client.get("/en/offices/office/?on=2015-06-01").text
        office.single_holder = True
        office.save()
        assert words not in client.get("/en/offices/office/?on=2015-06-01").text

    @pytest.mark.once
    @past_the_fence()
    def test_mission_that_is_not_public_is_not_named(self):
        office = OfficeFactory(mission=MissionFactory(), heads_post=True, **PUBLISHED)
        assert charge(office) == ""
        office.mission.publication = "published"
        assert "mission" in charge(office)


@pytest.mark.once
@pytest.mark.parametrize(
    ("decided", "named"), [(PUBLISHED, ["decision"]), ({}, ["designation"])], ids=["public decision", "draft"]
)
def test_reason_names_the_decision_and_else_the_designation(decided, named):
    decision = DecisionFactory(**decided)
    mission, embassy = MissionFactory(**PUBLISHED), EmbassyFactory(**PUBLISHED)
    with past_the_fence():
        designation = DesignationFactory(mission=mission, embassy=embassy, decision=decision, **PUBLISHED)
    names = {"decision": decision, "designation": designation}
    said = because(Reason(Code.DESIGNATION_NOT_EXACT, records=(designation, decision), when=None))
    assert [name for name, record in names.items() if str(link_html(record)) in said] == named
    assert "(" not in because(Reason(Code.DESIGNATION_NOT_EXACT, records=(), when=None))


class TestToCome:
    """Nobody is told as seen on a day that has not come; what is announced is told as announced."""

    NOT_COMPLETE = "The register is not complete for this period."
    TO_COME = "That day is still to come."

    @pytest.fixture(autouse=True)
    def _today(self):
        with time_machine.travel("2026-11-30", tick=False):
            yield

    @pytest.mark.parametrize(
        ("period", "on", "words"),
        [
            ("2041-05-01/..", "", ["Person A is to take office on 1 May 2041.", NOT_COMPLETE]),
            ("2041-05/..", "", ["Person A is to take office in May 2041.", NOT_COMPLETE]),
            ("2041/..", "2041-01-01", ["Person A is to take office in 2041.", TO_COME]),
            ("[2041..2042]/..", "", ["Person A is to take office (2041 or 2042).", NOT_COMPLETE]),
            ("2027-01-15/..", "2026-12-25", ["Person A is to take office on 15 January 2027.", TO_COME]),
            ("2027-01-15/..", "2027-06-01", ["Person A is to take office on 15 January 2027.", TO_COME]),
            (
                "2027-01-15/2028-01-15",
                "2027-06-01",
                ["Person A is to take office on 15 January 2027. The end is announced for 15 January 2028.", TO_COME],
            ),
            (
                "2018-06-01/2028-03-04",
                "2027-11-01",
                [
                    "Last seen in office: Person A, 1 June 2018.",
                    "Possibly still in office. No more recent source shows this person in office. "
                    "The end is announced for 4 March 2028.",
                    TO_COME,
                ],
            ),
        ],
    )
    def test_is_announced(self, client, period, on, words):
        office = OfficeFactory(slug_en="office", slug_fr="office", **PUBLISHED)
        person = PersonFactory(name="Person A", **PUBLISHED)
        TenureFactory(office=office, person=person, period=period, **PUBLISHED)
        address = PAGES["office", "en"]
        assert [plain(one) for one in around(client, f"{address}?on={on}" if on else address)] == words

    def test_is_asked_in_the_future(self, client):
        OfficeFactory(slug_en="office", slug_fr="office", **PUBLISHED)
        for language, words in (("en", "It is not known who will "), ("fr", "On ignore qui ")):
            assert said(client, f"{PAGES['office', language]}?on=2027-06-01")[0].startswith(words)

    def test_whoever_follows_a_vacancy_is_told(self, client):
        office = OfficeFactory(
            slug_en="office", slug_fr="office", coverage="2001-01-01/..", checked_on="2026-11-29", **PUBLISHED
        )
        person = PersonFactory(name="Person A", **PUBLISHED)
        TenureFactory(office=office, person=person, period="2041-05-01/..", **PUBLISHED)
        found = around(client, f"{PAGES['office', 'en']}")
        assert "Person A is to take office on 1 May 2041." in [plain(one) for one in found]


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Last seen in office: Person A, 15 January 2025."), ("fr", "Dernière attestation en fonction : Person A")],
)
def test_whoever_goes_on_is_said_to_have_been_seen_last_when_a_source_shows_it(client, language, words):
    office = OfficeFactory(slug_en="office", slug_fr="office", **PUBLISHED)
    TenureFactory(
        office=office, person=PersonFactory(name="Person A", **PUBLISHED), period="2025-01-15/..", **PUBLISHED
    )
    path = PAGES["office", language]
    assert [plain(one)[: len(words)] for one in around(client, f"{path}?on=2025-06-01")] == [words]
    assert around(client, f"{path}?on=2025-01-15") == []


def test_whoever_left_on_a_known_day_is_not_said_to_have_been_seen_last(client):
    office = OfficeFactory(slug_en="office", slug_fr="office", **PUBLISHED)
    TenureFactory(
        office=office, person=PersonFactory(name="Person A", **PUBLISHED), period="2010-01-01/2015-12-31", **PUBLISHED
    )
    assert around(client, f"{PAGES['office', 'en']}?on=2012-01-01") == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["The designation had been decided on 24 May 2018; it took effect on 1 July 2018."]),
        ("fr", ["La désignation avait été décidée le 24 mai 2018 ; elle a pris effet le 1er juillet 2018."]),
    ],
)
def test_what_was_decided_and_not_yet_in_effect_says_both_days_once(client, language, words):
    state = StateFactory(**PUBLISHED)
    mission = MissionFactory(slug_en="mission", slug_fr="mission", state=state, period="2018-07-01/..", **PUBLISHED)
    OfficeFactory(mission=mission, heads_post=True, **PUBLISHED)
    embassy, decision = EmbassyFactory(state=state, **PUBLISHED), DecisionFactory(date="2018-05-24", **PUBLISHED)
    DesignationFactory(mission=mission, embassy=embassy, decision=decision, period="2018-07-01/..", **PUBLISHED)
    path = f"{PAGES['head', language]}?on=2018-06-15"
    assert [plain(one) for one in around(client, path)] == words
    assert f"/{decision.slug(language)}/" in client.get(path).text
