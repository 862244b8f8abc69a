"""What the lines of the timeline say happens, read as a reader does."""

import re

import pytest
from django.utils.translation import override

from partnerships.addresses import address
from partnerships.models import Agreement, Designation, Tenure
from partnerships.templatetags.line_titles import participle
from tests.factories import (
    PUBLISHED,
    ActivityFactory,
    AgreementFactory,
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    FrameworkFactory,
    MeetingFactory,
    MembershipFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    PostingFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db


def titles(client, language):
    path = {"en": "/en/timeline/?detail=all", "fr": "/fr/chronologie/?detail=all"}[language]
    found = re.findall(r'<p class="line-title">(.*?)</p>', client.get(path).text, re.S)
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", one)).strip() for one in found]


class TestDesignation:
    @pytest.fixture(autouse=True)
    def designation(self):
        embassy = EmbassyFactory(name_en="Embassy of A in B", name_fr="Ambassade d’A en B", **PUBLISHED)
        mission = MissionFactory(name_en="Mission of A to C", name_fr="Mission d’A auprès de C", **PUBLISHED)
        return DesignationFactory(embassy=embassy, mission=mission, period="2018-07-01/2025-01-14", **PUBLISHED)

    def test_says_what_becomes_what(self, client):
        assert titles(client, "en") == [
            "The embassy of A in B becomes the mission of A to C",
            "The embassy of A in B ceases to be the mission of A to C",
        ]
        assert titles(client, "fr") == [
            "L’ambassade d’A en B devient la mission d’A auprès de C",
            "L’ambassade d’A en B cesse d’être la mission d’A auprès de C",
        ]

    def test_does_not_say_that_something_began_that_was_only_seen(self, client, designation):
        designation.period = "[..2018-07-01]/"
        designation.save()
        assert titles(client, "en") == ["The embassy of A in B serves as the mission of A to C"]

    def test_decision_says_what_it_designates_where_that_is_all(self, client, designation):
        nato = OrganizationFactory(name_en="Council", name_fr="Conseil", **PUBLISHED)
        titled = {"title_en": "Two designations", "title_fr": "Deux désignations", "date": "2018-05-24"}
        designation.decision = DecisionFactory(body=nato, **titled, **PUBLISHED)
        designation.save()
        english = "The Council decides that the embassy of A in B will serve as the mission of A to C"
        assert titles(client, "en")[0] == english
        assert titles(client, "fr")[0] == "Le Conseil décide que l’ambassade d’A en B sera la mission d’A auprès de C"
        posts = {"mission": MissionFactory(**PUBLISHED), "embassy": EmbassyFactory(**PUBLISHED)}
        DesignationFactory(decision=designation.decision, period="2019/", **posts, **PUBLISHED)
        assert titles(client, "en")[0] == "The Council decides: two designations"


class TestTenure:
    def test_says_what_somebody_does(self, client):
        office = OfficeFactory(name_en="Ambassador of A", name_fr="Ambassadeur d’A", **PUBLISHED)
        person = PersonFactory(name="Person A", **PUBLISHED)
        tenure = TenureFactory(office=office, person=person, period="2017-04-27/2019-10-01", **PUBLISHED)
        MilestoneFactory(tenure=tenure, kind="credentials", date="2017-05-10")
        assert titles(client, "en") == [
            "Person A takes office as Ambassador of A",
            "Person A presents credentials as Ambassador of A",
            "Person A leaves office as Ambassador of A",
        ]
        assert titles(client, "fr") == [
            "Person A prend ses fonctions d’ambassadeur d’A",
            "Person A présente ses lettres de créance en sa qualité d’ambassadeur d’A",
            "Person A cesse ses fonctions d’ambassadeur d’A",
        ]
        tenure.ending = "death"
        tenure.save()
        assert titles(client, "en")[2] == "Person A dies in office as Ambassador of A"
        assert titles(client, "fr")[2] == "Person A meurt dans l’exercice de ses fonctions d’ambassadeur d’A"
        office.name_en = "Head of the mission of A"
        office.save()
        assert titles(client, "en")[0] == "Person A takes office as head of the mission of A"

    def test_draft_office_is_not_named(self, client):
        office = OfficeFactory(name_en="Secret office", publication="draft")
        TenureFactory(office=office, period="2017/2019", **PUBLISHED)
        assert "Secret office" not in " ".join(titles(client, "en"))


def said(client):
    """The first title in both languages, with plain spaces."""
    return [titles(client, language)[0].replace("\u00a0", " ").replace("\u202f", " ") for language in ("en", "fr")]


@pytest.fixture
def nato():
    names = {"name_en": "North Atlantic Treaty Organization", "name_fr": "Organisation du Traité de l’Atlantique Nord"}
    return OrganizationFactory(abbreviation_en="NATO", abbreviation_fr="OTAN", **names, **PUBLISHED)


@pytest.fixture
def japan():
    return StateFactory(name_en="Japan", name_fr="Japon", **PUBLISHED)


@pytest.fixture
def emirates():
    return StateFactory(name_en="United Arab Emirates", name_fr="Émirats arabes unis", **PUBLISHED)


class TestPartner:
    def test_becomes_one(self, client, nato, japan):
        PartnerFactory(state=japan, organization=nato, period="1990/..", **PUBLISHED)
        assert said(client) == ["Japan becomes a partner of NATO", "Le Japon devient partenaire de l’OTAN"]

    def test_agrees_with_a_state_in_the_plural(self, client, nato, emirates):
        PartnerFactory(state=emirates, organization=nato, period="/2020", **PUBLISHED)
        assert said(client) == [
            "The United Arab Emirates ceases to be a partner of NATO",
            "Les Émirats arabes unis cessent d’être partenaires de l’OTAN",
        ]


class TestMembership:
    def test_joins_a_framework(self, client, japan):
        framework = FrameworkFactory(name_en="Partnership for Peace", name_fr="Partenariat pour la paix", **PUBLISHED)
        MembershipFactory(state=japan, framework=framework, organization=None, period="1994/2020", **PUBLISHED)
        assert titles(client, "en") == [
            "Japan joins the Partnership for Peace",
            "Japan leaves the Partnership for Peace",
        ]
        assert titles(client, "fr")[0] == "Le Japon rejoint le Partenariat pour la paix"

    def test_becomes_a_member(self, client, japan, nato):
        MembershipFactory(state=japan, framework=None, organization=nato, period="1994/..", **PUBLISHED)
        assert said(client) == ["Japan becomes a member of NATO", "Le Japon devient membre de l’OTAN"]


class TestDecision:
    def test_says_who_decides(self, client, nato):
        DecisionFactory(body=nato, title_en="New policy", title_fr="Nouvelle politique", date="2011", **PUBLISHED)
        assert said(client) == ["NATO decides: new policy", "L’OTAN décide : nouvelle politique"]

    def test_without_a_body(self, client):
        DecisionFactory(body=None, title_en="New policy", title_fr="Nouvelle politique", date="2011", **PUBLISHED)
        assert said(client) == ["It is decided: new policy", "Il est décidé : nouvelle politique"]


class TestAgreement:
    def test_is_signed_in_the_right_gender(self, client):
        titled = {"title_en": "Joint declaration", "title_fr": "Déclaration conjointe"}
        agreement = AgreementFactory(date="2013-04-15", **titled, **PUBLISHED)
        assert said(client) == ["Joint declaration is agreed", "La déclaration conjointe est adoptée"]
        ParticipationFactory(agreement=agreement, visit=None, meeting=None, role="signatory")
        agreement.save()
        assert said(client) == ["Joint declaration is signed", "La déclaration conjointe est signée"]


class TestVisit:
    @pytest.fixture
    def visit(self):
        visit = VisitFactory(title_en="Visit to Tokyo", title_fr="Visite à Tokyo", period="2017-10", **PUBLISHED)
        StopFactory(visit=visit, place=PlaceFactory(name_en="Tokyo", name_fr="Tokyo", **PUBLISHED))
        person = PersonFactory(name="Akira A", **PUBLISHED)
        ParticipationFactory(visit=visit, person=person, role="visitor")
        return visit

    def test_says_who_goes_where(self, client, visit):
        assert said(client) == ["Akira A visits Tokyo", "Akira A se rend à Tokyo"]

    def test_cancelled(self, client, visit):
        visit.status = "cancelled"
        visit.save()
        assert said(client) == ["The visit of Akira A to Tokyo is cancelled", "La visite d’Akira A à Tokyo est annulée"]

    def test_cancelled_and_nobody_is_named(self, client, visit):
        visit.participations.all().delete()
        visit.status = "cancelled"
        visit.save()
        assert said(client) == ["Visit to Tokyo (cancelled)", "Visite à Tokyo (annulée)"]

    def test_planned(self, client, visit):
        visit.status = "planned"
        visit.save()
        assert said(client) == ["Akira A is to visit Tokyo", "Akira A doit se rendre à Tokyo"]

    def test_further_places_are_counted(self, client, visit):
        further = [PlaceFactory(name_en=name, name_fr=name, **PUBLISHED) for name in ("Nikko", "Hakone", "Kyoto")]
        visit.stops.get().further_places.set(further)
        en, fr = (
            "Akira A visits Tokyo, Hakone and 2 other places",
            "Akira A se rend à Tokyo, à Hakone et dans 2 autres lieux",
        )
        assert said(client) == [en, fr]

    def test_without_visitors_keeps_its_title(self, client):
        VisitFactory(title_en="Visit to Tokyo", period="2017-10", **PUBLISHED)
        assert titles(client, "en") == ["Visit to Tokyo"]

    @pytest.mark.parametrize(
        ("title", "said"), [("Visit of A", "Visit of A"), ("Journey of A", "visit: Journey of A"), ("", "visit")]
    )
    def test_title_stands_beside_what_it_is_unless_it_says_so(self, client, visit, title, said):
        visit.title_en = visit.title_fr = title
        visit.save()
        beside = re.findall(
            r'<p class="beside">(.*?)</p>', client.get("/en/timeline/?detail=all&kind=visit").text, re.S
        )
        assert re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", beside[0])).strip().split(" · ")[0] == said

    def test_names_no_draft(self, client, visit):
        ParticipationFactory(visit=visit, person=PersonFactory(name="Secret", publication="draft"), role="visitor")
        assert "Secret" not in " ".join(titles(client, "en"))


class TestMeeting:
    @pytest.mark.parametrize(
        ("kind", "english", "french"),
        [
            ("talks", "A and B hold talks", "A et B s’entretiennent"),
            ("call", "A and B speak by telephone", "A et B s’entretiennent par téléphone"),
            ("press_conference", "A and B hold a press conference", "A et B donnent une conférence de presse"),
            ("other", "A and B meet", "A et B se rencontrent"),
            # What was done there stands in its title alone.
            ("ceremony", "Talks", "Entretien"),
            ("summit", "A and B take part in a summit", "A et B participent à un sommet"),
            ("council", "A and B take part in a council meeting", "A et B participent à une réunion du Conseil"),
            ("conference", "A and B take part in a conference", "A et B participent à une conférence"),
            ("consultation", "A and B take part in consultations", "A et B participent à des consultations"),
        ],
    )
    def test_says_who_does_what(self, client, kind, english, french):
        meeting = MeetingFactory(kind=kind, date="2017-10-31", **PUBLISHED)
        for position, name in enumerate("AB"):
            person = PersonFactory(name=name, **PUBLISHED)
            ParticipationFactory(meeting=meeting, visit=None, person=person, position=position)
        assert said(client) == [english, french]

    def test_an_address(self, client, nato):
        meeting = MeetingFactory(kind="address", organization=nato, date="2017-10-31", **PUBLISHED)
        person = PersonFactory(name="A", **PUBLISHED)
        ParticipationFactory(meeting=meeting, visit=None, person=person, role="speaker")
        assert said(client) == ["A addresses NATO", "A s’adresse à l’OTAN"]


class TestPostingAndActivity:
    def test_says_what_a_state_does(self, client, japan, nato):
        PostingFactory(state=japan, organization=nato, kind="liaison", period="2018-05-24/", **PUBLISHED)
        assert said(client) == [
            "Japan posts a liaison officer to NATO",
            "Le Japon détache un officier de liaison auprès de l’OTAN",
        ]

    def test_says_what_partners_do_together(self, client, japan, nato):
        activity = ActivityFactory(title_en="Cyber defence", title_fr="Lutte", organization=nato, period="2018-05-24/")
        activity.partners.add(PartnerFactory(state=japan, organization=nato, period="", **PUBLISHED))
        activity.publication = "published"
        activity.save()
        assert said(client) == [
            "Japan and NATO begin to cooperate: Cyber defence",
            "Le Japon et l’OTAN engagent une coopération : lutte",
        ]

    def test_a_framework_is_launched(self, client, nato):
        names = {"name_en": "Mediterranean Dialogue", "name_fr": "Dialogue méditerranéen"}
        FrameworkFactory(organization=nato, period="1994/..", **names, **PUBLISHED)
        assert said(client) == ["NATO launches the Mediterranean Dialogue", "L’OTAN lance le Dialogue méditerranéen"]


AS_EN, AS_FR = ", as Ambassador of Japan to Belgium,", ", en sa qualité d’ambassadeur du Japon en Belgique,"


class TestThereby:
    """Who heads a mission by virtue of another office."""

    @pytest.fixture
    def embassy(self):
        mission = MissionFactory(name_en="Mission of Japan to NATO", name_fr="Mission du Japon", **PUBLISHED)
        embassy = EmbassyFactory(**PUBLISHED)
        OfficeFactory(
            mission=mission,
            heads_post=True,
            name_en="Head of the mission of Japan to NATO",
            name_fr="Chef de la mission du Japon auprès de l’OTAN",
            title_feminine_fr="Cheffe de la mission du Japon auprès de l’OTAN",
            **PUBLISHED,
        )
        DesignationFactory(key="d", mission=mission, embassy=embassy, period="2018-07-01/2025-01-15", **PUBLISHED)
        return embassy

    def tenure(self, embassy, **fields):
        office = OfficeFactory(
            embassy=embassy,
            heads_post=True,
            name_en="Ambassador of Japan to Belgium",
            name_fr="Ambassadeur du Japon en Belgique",
            title_feminine_fr="Ambassadrice du Japon en Belgique",
            **PUBLISHED,
        )
        person = PersonFactory(name="Hajime Hayashi", **PUBLISHED)
        TenureFactory(office=office, person=person, **{"period": "2017/2019", **fields}, **PUBLISHED)

    def test_becomes_and_ceases_to_be(self, client, embassy):
        self.tenure(embassy)
        assert {
            f"Hajime Hayashi{AS_EN} becomes head of the mission of Japan to NATO",
            "Hajime Hayashi ceases to be head of the mission of Japan to NATO",
        } <= set(titles(client, "en"))
        assert {
            f"Hajime Hayashi devient{AS_FR} chef de la mission du Japon auprès de l’OTAN",
            "Hajime Hayashi cesse d’être chef de la mission du Japon auprès de l’OTAN",
        } <= set(titles(client, "fr"))

    def test_possibly_where_nobody_is_certain(self, client, embassy):
        self.tenure(embassy, period="2017/..")
        assert {
            f"Hajime Hayashi{AS_EN} possibly becomes head of the mission of Japan to NATO",
            "Hajime Hayashi possibly ceases to be head of the mission of Japan to NATO",
        } <= set(titles(client, "en"))
        assert {
            f"Hajime Hayashi devient peut-être{AS_FR} chef de la mission du Japon auprès de l’OTAN",
            "Hajime Hayashi cesse peut-être d’être chef de la mission du Japon auprès de l’OTAN",
        } <= set(titles(client, "fr"))

    @pytest.mark.parametrize(
        ("designated", "sure_en", "sure_fr"),
        [("2018-07-01/2025-01-15", "is", "est"), ("2018-07-01/", "is possibly", "est peut-être")],
    )
    def test_is_where_somebody_was_seen_and_nothing_began(self, client, embassy, designated, sure_en, sure_fr):
        designation = Designation.objects.get()
        designation.period = designated
        designation.save()
        self.tenure(embassy, period="")
        MilestoneFactory(tenure=Tenure.objects.get(), kind="seen", date="2020-05-01")
        for language, sentence in (
            ("en", f"Hajime Hayashi{AS_EN} {sure_en} head of the mission of Japan to NATO"),
            ("fr", f"Hajime Hayashi {sure_fr}{AS_FR} chef de la mission du Japon auprès de l’OTAN"),
        ):
            assert sentence in titles(client, language)

    def test_in_the_feminine_where_the_tenure_and_the_office_have_it(self, client, embassy):
        self.tenure(embassy, title_form="feminine")
        as_her = AS_FR.replace("ambassadeur", "ambassadrice")
        found = titles(client, "fr")
        assert f"Hajime Hayashi devient{as_her} cheffe de la mission du Japon auprès de l’OTAN" in found

    @pytest.mark.parametrize(
        ("date", "en", "fr"),
        [
            (
                "2018-05-24",
                "tenure, under the decision of 24 May 2018 · designation",
                "mandat, en vertu de la décision du 24 mai 2018 · désignation",
            ),
            (
                "",
                "tenure, by designation",
                "mandat, par désignation",
            ),
        ],
    )
    def test_says_by_virtue_of_what_in_a_few_words(self, client, embassy, date, en, fr):
        self.tenure(embassy)
        Designation.objects.update(decision=DecisionFactory(date=date, **PUBLISHED) if date else None)
        assert [set(beside(client, language)) for language in ("en", "fr")] == [{en}, {fr}]
        linked = f'href="{address(Designation.objects.get(), "en")}">designation</a>' if date else "designation</a>"
        assert client.get("/en/timeline/?detail=all").text.count(linked) >= 2

    def test_acting(self, client, embassy):
        self.tenure(embassy, acting=True)
        assert f"Hajime Hayashi{AS_EN} becomes head of the mission of Japan to NATO (acting)" in titles(client, "en")


class TestProof:
    def test_line_that_no_source_bears_says_so(self, client):
        decision = AgreementFactory(date="2018-05-24", **PUBLISHED)
        said = "no source proves this moment"
        assert said in client.get("/en/timeline/?detail=all").text
        assert "aucune source n’atteste ce moment" in client.get("/fr/chronologie/?detail=all").text
        cited = {"agreement": decision, "source__publication": "published"}
        CitationFactory(source__date="2017", source__title_en="Too early", **cited)
        text = client.get("/en/timeline/?detail=all").text
        assert said in text
        assert "Too early" not in text
        CitationFactory(source__date="2019", source__title_en="In time", **cited)
        text = client.get("/en/timeline/?detail=all").text
        assert said not in text
        assert "In time" in text


def beside(client, language):
    """What stands under the titles of the lines of derived heads."""
    path = {"en": "/en/timeline/?detail=all", "fr": "/fr/chronologie/?detail=all"}[language]
    found = re.findall(r'<p class="beside">(.*?)</p>', client.get(path).text, re.S)
    return [text for one in found if (text := re.sub(r"<[^>]+>", "", one).strip()).startswith(("tenure, ", "mandat, "))]


@pytest.mark.parametrize(
    ("title", "form"), [("Déclaration commune", "f"), ("Accord de sécurité", "m"), ("Vers Tokyo", ""), ("", "")]
)
def test_participle_agrees_with_the_title_where_its_gender_is_known(title, form):
    with override("fr"):
        assert participle(Agreement(title_fr=title, title_en="Agreement")) == form
