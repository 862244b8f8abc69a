"""A visit as a sentence: what was cancelled is said first."""

import pytest

from partnerships.models import Agreement
from partnerships.pages.sentences.visits import _agreed, _cancelled
from partnerships.projections.up_to_date import deferred
from tests.factories import (
    PUBLISHED,
    AreaFactory,
    MeetingFactory,
    OfficeFactory,
    ParticipationFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    StopFactory,
    VisitFactory,
    past_the_fence,
)
from tests.pages.reading import around, said
from tests.pages.reading import plain as plain_text

pytestmark = pytest.mark.django_db
EN, FR = "/en/visits/v/", "/fr/visites/v/"


def plain(texts):
    return [one.replace("\u202f", " ").replace("\u00a0", " ") for one in texts]


def visitor(visit, name):
    ParticipationFactory(
        position=visit.participations.count() + 1,
        visit=visit,
        role="visitor",
        person=PersonFactory(name=name, **PUBLISHED),
    )


class TestVisit:
    @pytest.fixture
    @deferred()
    def visit(self):
        visit = VisitFactory(key="v", period="2017-10-30/2017-10-31", **PUBLISHED)
        place = PlaceFactory(name_en="Tokyo", name_fr="Tokyo", **PUBLISHED)
        stop = StopFactory(visit=visit, position=1, place=place)
        visitor(visit, "Person A")
        meeting = MeetingFactory(stop=stop)
        office = OfficeFactory(**PUBLISHED)
        ParticipationFactory(meeting=meeting, person=PersonFactory(name="Person B", **PUBLISHED), office=office)
        return visit

    def test_names_who_when_and_where(self, client, visit):
        assert said(client, EN) == ["From 30 to 31 October 2017 Person A visited Tokyo."]
        assert said(client, FR) == ["Du 30 au 31 octobre 2017, Person A a effectué une visite à Tokyo."]

    @pytest.mark.parametrize(
        ("office", "said_of"),
        [(True, "Person C (plenipotentiary)"), (False, "Person C (plenipotentiary, Japan)")],
    )
    def test_state_that_a_title_does_not_say_stands_behind_it(self, client, visit, office, said_of):
        held = OfficeFactory(**PUBLISHED) if office else None
        person, state = PersonFactory(name="Person C", **PUBLISHED), StateFactory(name_en="Japan", **PUBLISHED)
        told = {"styled_en": "plenipotentiary", "state": state, "office": held, "role": "visitor", "position": 9}
        ParticipationFactory(visit=visit, person=person, **told)
        assert said_of in said(client, EN)[0]

    @pytest.mark.parametrize(
        ("number", "who"),
        [(3, "Person A, Person C and Person D"), (4, "Person A, Person C, Person D and 1 other")],
    )
    def test_three_are_named_and_the_others_counted(self, client, visit, number, who):
        for name in "CDE"[: number - 1]:
            visitor(visit, f"Person {name}")
        assert said(client, EN) == [f"From 30 to 31 October 2017 {who} visited Tokyo."]

    def test_of_several_is_said_in_the_plural(self, client, visit):
        visitor(visit, "Person C")
        assert said(client, EN) == ["From 30 to 31 October 2017 Person A and Person C visited Tokyo."]
        assert said(client, FR) == ["Du 30 au 31 octobre 2017, Person A et Person C ont effectué une visite à Tokyo."]

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("La Haye", "à La Haye"),
            ("Le Caire", "au Caire"),
            ("Base aérienne d’Iruma", "à la base aérienne d’Iruma"),
            ("Siège de l’OTAN", "au siège de l’OTAN"),
            ("École de guerre", "à l’école de guerre"),
        ],
    )
    def test_french_has_its_prepositions(self, client, visit, name, expected):
        visit.stops.update(place=PlaceFactory(name_fr=name, **PUBLISHED))
        assert said(client, FR) == [f"Du 30 au 31 octobre 2017, Person A a effectué une visite {expected}."]

    def test_counts_what_it_does_not_name(self, client, visit):
        for position, name in enumerate(("Kyoto", "Osaka", "Nara", "Kobe"), start=2):
            StopFactory(visit=visit, position=position, place=PlaceFactory(name_en=name, name_fr=name, **PUBLISHED))
        assert said(client, EN) == [
            "From 30 to 31 October 2017 Person A visited Tokyo, Kyoto, Osaka and 2 other places."
        ]
        assert said(client, FR)[0].endswith("à Tokyo, à Kyoto, à Osaka et dans 2 autres lieux.")

    def test_counts_a_place_that_is_hidden_though_few_are_named(self, client, visit):
        with past_the_fence():
            StopFactory(visit=visit, position=2, place=PlaceFactory(name_en="Hidden"))
        assert said(client, EN) == ["From 30 to 31 October 2017 Person A visited Tokyo and 1 other place."]

    def test_names_the_further_places_of_a_stop_as_far_as_they_are_public(self, client, visit):
        nara, draft = PlaceFactory(name_en="Nara", name_fr="Nara", **PUBLISHED), PlaceFactory(name_en="Draft")
        with past_the_fence():
            visit.stops.get().further_places.add(nara, draft)
        assert said(client, EN) == ["From 30 to 31 October 2017 Person A visited Tokyo and Nara."]

    def test_names_a_place_once_that_is_a_further_one_and_a_stop(self, client, visit):
        nara = PlaceFactory(name_en="Nara", name_fr="Nara", **PUBLISHED)
        visit.stops.get().further_places.add(nara)
        StopFactory(visit=visit, position=2, place=nara)
        assert said(client, EN) == ["From 30 to 31 October 2017 Person A visited Tokyo and Nara."]
        assert said(client, FR)[0].endswith("à Tokyo et à Nara.")

    def test_says_who_was_met_and_what_was_agreed(self, client, visit):
        visit.areas.add(AreaFactory(**PUBLISHED))
        assert around(client, EN) == ["Met: Person B (Prime Minister).", "Areas agreed on: maritime security."]
        assert plain(around(client, FR)) == [
            "Personnalités rencontrées : Person B (premier ministre).",
            "Domaines convenus : sûreté maritime.",
        ]

    @pytest.mark.usefixtures("english")
    @pytest.mark.parametrize(("number", "others"), [(3, "and C"), (5, "C (2018) and 2 others")])
    def test_three_agreements_are_named_and_the_others_counted(self, number, others):
        (told,) = _agreed([Agreement(key=name, title_en=name, date="2018", **PUBLISHED) for name in "ABCDE"[:number]])
        assert plain_text(told).startswith("Agreed at that time: A (2018), B (2018)")
        assert others in plain_text(told)
        assert ("other" in told) is (number > 3)

    @pytest.mark.parametrize("status", ["cancelled", "planned"])
    def test_of_what_was_not_held_says_what_was_planned(self, client, visit, status):
        visit.areas.add(AreaFactory(**PUBLISHED))
        type(visit).objects.filter(pk=visit.pk).update(status=status)
        assert around(client, EN) == [
            "Who was to travel: Person A.",
            "Who was to be met: Person B (Prime Minister).",
            "Areas on the agenda: maritime security.",
        ]
        assert plain(around(client, FR)) == [
            "Déplacement prévu : Person A.",
            "Entretiens prévus avec : Person B (premier ministre).",
            "Domaines à l’ordre du jour : sûreté maritime.",
        ]

    def test_nobody_was_met_at_a_meeting_that_was_not_held(self, client, visit):
        meeting = MeetingFactory(stop=visit.stops.get(), status="cancelled")
        ParticipationFactory(meeting=meeting, person=PersonFactory(name="Person C", **PUBLISHED))
        assert around(client, EN) == ["Met: Person B (Prime Minister)."]

    def test_cancelled_says_so_first(self, client, visit):
        type(visit).objects.filter(pk=visit.pk).update(status="cancelled")
        assert said(client, EN) == ["Planned for 30 to 31 October 2017, this visit was cancelled."]
        assert plain(said(client, FR)) == ["Prévue du 30 au 31 octobre 2017, cette visite a été annulée."]

    @pytest.mark.parametrize(
        ("period", "sentence"),
        [
            ("2017-10", "Prévue (octobre 2017), cette visite a été annulée."),
            ("/", "Prévue (dates inconnues), cette visite a été annulée."),
        ],
    )
    def test_cancelled_says_what_is_known_of_its_days(self, period, sentence):
        assert plain_text(_cancelled(VisitFactory.build(period=period, status="cancelled"))) == sentence

    def test_planned_is_not_said_to_have_taken_place(self, client, visit):
        type(visit).objects.filter(pk=visit.pk).update(status="planned")
        assert said(client, EN) == [
            "This visit is planned for 30–31 October 2017; no source says yet that it took place."
        ]

    def test_without_visitors_or_places_says_what_is_left(self, client):
        visit = VisitFactory(key="v", period="2017-10-30", **PUBLISHED)
        assert said(client, EN) == ["On 30 October 2017 this visit took place."]
        visitor(visit, "Person A")
        assert said(client, FR) == ["Le 30 octobre 2017, Person A a effectué cette visite."]


def test_visit_is_told_in_the_words_of_its_source(client):
    VisitFactory(key="v", period="[2018-05-24..2019-05-24]", period_wording_en="soon after 24 May 2018", **PUBLISHED)
    assert said(client, EN) == ["Soon after 24 May 2018 this visit took place."]
    assert said(client, FR) == ["Peu après le 24 mai 2018, cette visite a eu lieu."]
