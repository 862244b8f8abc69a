"""What a line of each kind says at each of its moments, and what stands beneath it, in both languages."""

import re

import pytest

from partnerships.projections.up_to_date import deferred
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
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    PostingFactory,
    SourceFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = [pytest.mark.once, pytest.mark.django_db]

PATHS = {"en": "/en/timeline/?detail=all", "fr": "/fr/chronologie/?detail=all"}
#: A period that begins and ends on known days; one that had begun already; one of which no side is known.
WHOLE, LASTING = "2010-05-01/2015-06-01", "[..2010]/.."


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).replace("&#x27;", "'").strip()


def titles(client, language):
    """What the lines say, those that stand apart as well; each leads to a page of that language."""
    html = client.get(PATHS[language]).text
    found = re.findall(r'<p class="line-title">(.*?)</p>', html, re.S)
    assert all(f'<a href="/{language}/' in one for one in found)
    return [words(one) for one in found]


def line(client, anchor, language="en"):
    return client.get(PATHS[language]).text.partition(f'<li id="{anchor}"')[2].partition("</li>")[0]


def state(plural=False):
    if plural:
        return StateFactory(name_en="United Arab Emirates", name_fr="Émirats arabes unis", **PUBLISHED)
    return StateFactory(name_en="Japan", name_fr="Japon", **PUBLISHED)


def nato():
    return OrganizationFactory(name_en="NATO", name_fr="OTAN", **PUBLISHED)


def embassy(period):
    EmbassyFactory(name_en="Embassy of A in B", name_fr="Ambassade d’A en B", period=period, **PUBLISHED)


def mission(period):
    MissionFactory(name_en="Mission of A to C", name_fr="Mission d’A auprès de C", period=period, **PUBLISHED)


def framework(period, **fields):
    names = {"name_en": "Mediterranean Dialogue", "name_fr": "Dialogue méditerranéen"}
    FrameworkFactory(period=period, **names, **({"organization": None} | fields), **PUBLISHED)


def member(period, **fields):
    given = {"state": state(), "framework": None, "organization": None} | fields
    MembershipFactory(period=period, **given, **PUBLISHED)


def in_framework(period):
    dialogue = FrameworkFactory(name_en="Mediterranean Dialogue", name_fr="Dialogue méditerranéen", **PUBLISHED)
    member(period, framework=dialogue)


def partner(period, plural=False):
    PartnerFactory(state=state(plural), organization=nato(), period=period, **PUBLISHED)


def posting(period, kind, plural=False):
    PostingFactory(state=state(plural), organization=nato(), kind=kind, period=period, **PUBLISHED)


def tenure(period, **fields):
    office = OfficeFactory(name_en="Minister", name_fr="Ministre", **PUBLISHED)
    TenureFactory(person=PersonFactory(name="Ada", **PUBLISHED), office=office, period=period, **fields, **PUBLISHED)


def activity(period, *names):
    made = ActivityFactory(period=period, title_en="Counter-piracy", title_fr="Lutte contre la piraterie", **PUBLISHED)
    for name in names:
        made.partners.add(
            PartnerFactory(state=StateFactory(name_en=name, name_fr=name, **PUBLISHED), period="", **PUBLISHED)
        )


def agreement(french="Accord de sécurité", signed=False, **fields):
    made = AgreementFactory(title_en="Agreement on security", title_fr=french, **fields, **PUBLISHED)
    if signed:
        signatory = PersonFactory(name="Ada", **PUBLISHED)
        ParticipationFactory(agreement=made, visit=None, person=signatory, role="signatory")


def designation(period):
    post = EmbassyFactory(name_en="Embassy of A in B", name_fr="Ambassade d’A en B", period="", **PUBLISHED)
    house = MissionFactory(name_en="Mission of A to C", name_fr="Mission d’A auprès de C", period="", **PUBLISHED)
    DesignationFactory(embassy=post, mission=house, period=period, **PUBLISHED)


def visit(status, *names):
    made = VisitFactory(period="2018-05-24", status=status, **PUBLISHED)
    StopFactory(visit=made, place=PlaceFactory(name_en="Tokyo", name_fr="Tokyo", **PUBLISHED))
    for name in names:
        ParticipationFactory(visit=made, person=PersonFactory(name=name, **PUBLISHED), role="visitor", key=name.lower())


def journey(name):
    """A visit that names whom it is of, and no place."""
    made = VisitFactory(period="2018-05-24", title_en="A journey", title_fr="Un voyage", **PUBLISHED)
    ParticipationFactory(visit=made, person=PersonFactory(name=name, **PUBLISHED), role="visitor")


SAID = {
    "activity": (
        lambda: activity(WHOLE),
        ["Cooperation begins: Counter-piracy", "Cooperation ends: Counter-piracy"],
        ["La coopération commence : lutte contre la piraterie", "La coopération prend fin : lutte contre la piraterie"],
    ),
    "activity for long": (
        lambda: activity(LASTING),
        ["Cooperation: Counter-piracy"],
        ["Coopération : lutte contre la piraterie"],
    ),
    "activity of a partner": (
        lambda: activity(WHOLE, "Oman"),
        ["Oman begins to cooperate: Counter-piracy", "Oman ceases to cooperate: Counter-piracy"],
        [
            "Oman engage une coopération : lutte contre la piraterie",
            "Oman met fin à sa coopération : lutte contre la piraterie",
        ],
    ),
    "activity of several": (
        lambda: activity(WHOLE, "Cuba", "Oman"),
        ["Cuba and Oman begin to cooperate: Counter-piracy", "Cuba and Oman cease to cooperate: Counter-piracy"],
        [
            "Cuba et Oman engagent une coopération : lutte contre la piraterie",
            "Cuba et Oman mettent fin à leur coopération : lutte contre la piraterie",
        ],
    ),
    "activity of a partner for long": (
        lambda: activity(LASTING, "Oman"),
        ["Oman cooperates: Counter-piracy"],
        ["Oman coopère : lutte contre la piraterie"],
    ),
    "agreement in force": (
        lambda: agreement(date="", period=WHOLE),
        ["Agreement on security enters into force", "Agreement on security ceases to be in force"],
        ["L’accord de sécurité entre en vigueur", "L’accord de sécurité cesse d’être en vigueur"],
    ),
    "agreement in force for long": (
        lambda: agreement(date="", period=LASTING),
        ["Agreement on security is in force"],
        ["L’accord de sécurité est en vigueur"],
    ),
    "agreement signed": (
        lambda: agreement(signed=True),
        ["Agreement on security is signed"],
        ["L’accord de sécurité est signé"],
    ),
    "declaration signed": (
        lambda: agreement("Déclaration commune", signed=True),
        ["Agreement on security is signed"],
        ["La déclaration commune est signée"],
    ),
    "agreement": (
        lambda: agreement(),
        ["Agreement on security is agreed"],
        ["L’accord de sécurité est conclu"],
    ),
    "declaration": (
        lambda: agreement("Déclaration commune"),
        ["Agreement on security is agreed"],
        ["La déclaration commune est adoptée"],
    ),
    "designation": (
        lambda: designation(WHOLE),
        [
            "The embassy of A in B becomes the mission of A to C",
            "The embassy of A in B ceases to be the mission of A to C",
        ],
        [
            "L’ambassade d’A en B devient la mission d’A auprès de C",
            "L’ambassade d’A en B cesse d’être la mission d’A auprès de C",
        ],
    ),
    "designation for long": (
        lambda: designation(LASTING),
        ["The embassy of A in B serves as the mission of A to C"],
        ["L’ambassade d’A en B est la mission d’A auprès de C"],
    ),
    "visit": (lambda: visit("held", "Ada"), ["Ada visits Tokyo"], ["Ada se rend à Tokyo"]),
    "visit of several": (
        lambda: visit("held", "Ada", "Eve"),
        ["Ada and Eve visit Tokyo"],
        ["Ada et Eve se rendent à Tokyo"],
    ),
    "visit whose place is not known": (lambda: journey("Ada"), ["A journey"], ["Un voyage"]),
    "visit to come": (lambda: visit("planned", "Ada"), ["Ada is to visit Tokyo"], ["Ada doit se rendre à Tokyo"]),
    "visit of several to come": (
        lambda: visit("planned", "Ada", "Eve"),
        ["Ada and Eve are to visit Tokyo"],
        ["Ada et Eve doivent se rendre à Tokyo"],
    ),
    "visit that was not": (
        lambda: visit("cancelled", "Ada"),
        ["The visit of Ada to Tokyo is cancelled"],
        ["La visite d’Ada à Tokyo est annulée"],
    ),
    "embassy": (
        lambda: embassy(WHOLE),
        ["The embassy of A in B opens", "The embassy of A in B closes"],
        ["L’ambassade d’A en B ouvre ses portes", "L’ambassade d’A en B ferme ses portes"],
    ),
    "mission": (
        lambda: mission(WHOLE),
        ["The mission of A to C opens", "The mission of A to C closes"],
        ["La mission d’A auprès de C ouvre ses portes", "La mission d’A auprès de C ferme ses portes"],
    ),
    "framework": (
        lambda: framework(WHOLE),
        ["The Mediterranean Dialogue comes into being", "The Mediterranean Dialogue comes to an end"],
        ["Le Dialogue méditerranéen voit le jour", "Le Dialogue méditerranéen prend fin"],
    ),
    "framework of a body": (
        lambda: framework(WHOLE, organization=nato()),
        ["NATO launches the Mediterranean Dialogue", "The Mediterranean Dialogue comes to an end"],
        ["L’OTAN lance le Dialogue méditerranéen", "Le Dialogue méditerranéen prend fin"],
    ),
    "member of a body": (
        lambda: member(WHOLE, organization=nato()),
        ["Japan becomes a member of NATO", "Japan ceases to be a member of NATO"],
        ["Le Japon devient membre de l’OTAN", "Le Japon cesse d’être membre de l’OTAN"],
    ),
    "in a framework": (
        lambda: in_framework(WHOLE),
        ["Japan joins the Mediterranean Dialogue", "Japan leaves the Mediterranean Dialogue"],
        ["Le Japon rejoint le Dialogue méditerranéen", "Le Japon quitte le Dialogue méditerranéen"],
    ),
    "partner": (
        lambda: partner(WHOLE),
        ["Japan becomes a partner of NATO", "Japan ceases to be a partner of NATO"],
        ["Le Japon devient partenaire de l’OTAN", "Le Japon cesse d’être partenaire de l’OTAN"],
    ),
    "liaison officer": (
        lambda: posting(WHOLE, "liaison"),
        ["Japan posts a liaison officer to NATO", "Japan no longer has a liaison officer at NATO"],
        [
            "Le Japon détache un officier de liaison auprès de l’OTAN",
            "Le Japon n’a plus d’officier de liaison auprès de l’OTAN",
        ],
    ),
    "staff officer": (
        lambda: posting(WHOLE, "staff"),
        ["Japan posts a staff officer to NATO", "Japan no longer has a staff officer at NATO"],
        [
            "Le Japon détache un administrateur auprès de l’OTAN",
            "Le Japon n’a plus d’administrateur détaché auprès de l’OTAN",
        ],
    ),
    "staff officer of States": (
        lambda: posting(WHOLE, "staff", plural=True),
        [
            "The United Arab Emirates posts a staff officer to NATO",
            "The United Arab Emirates no longer has a staff officer at NATO",
        ],
        [
            "Les Émirats arabes unis détachent un administrateur auprès de l’OTAN",
            "Les Émirats arabes unis n’ont plus d’administrateur détaché auprès de l’OTAN",
        ],
    ),
    "tenure": (
        lambda: tenure(WHOLE, acting=True),
        ["Ada takes office as Minister (acting)", "Ada leaves office as Minister (acting)"],
        ["Ada prend ses fonctions de ministre (par intérim)", "Ada cesse ses fonctions de ministre (par intérim)"],
    ),
    "lasting embassy": (
        lambda: embassy(LASTING),
        ["The embassy of A in B is open"],
        ["L’ambassade d’A en B est en place"],
    ),
    "lasting mission": (
        lambda: mission(LASTING),
        ["The mission of A to C is open"],
        ["La mission d’A auprès de C est en place"],
    ),
    "lasting framework": (
        lambda: framework(LASTING, organization=nato()),
        ["The Mediterranean Dialogue"],
        ["Le Dialogue méditerranéen"],
    ),
    "member for long": (
        lambda: member(LASTING, organization=nato()),
        ["Japan is a member of NATO"],
        ["Le Japon est membre de l’OTAN"],
    ),
    "in a framework for long": (
        lambda: in_framework(LASTING),
        ["Japan takes part in the Mediterranean Dialogue"],
        ["Le Japon participe au Dialogue méditerranéen"],
    ),
    "partners for long": (
        lambda: partner(LASTING, plural=True),
        ["The United Arab Emirates is a partner of NATO"],
        ["Les Émirats arabes unis sont partenaires de l’OTAN"],
    ),
    "liaison officer for long": (
        lambda: posting(LASTING, "liaison"),
        ["Japan has a liaison officer at NATO"],
        ["Le Japon a un officier de liaison auprès de l’OTAN"],
    ),
    "staff officer for long": (
        lambda: posting(LASTING, "staff"),
        ["Japan has a staff officer at NATO"],
        ["Le Japon a un administrateur détaché auprès de l’OTAN"],
    ),
    "in office for long": (
        lambda: tenure(LASTING),
        ["Ada is in office as Minister"],
        ["Ada exerce les fonctions de ministre"],
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_says_what_happens(client, name):
    make, english, french = SAID[name]
    make()
    assert (titles(client, "en"), titles(client, "fr")) == (english, french)


class TestMeetings:
    def met(self, kind, *roles, **fields):
        meeting = MeetingFactory(key="m", kind=kind, date="2018-05-24", title_en="A title", **fields, **PUBLISHED)
        for number, role in enumerate(roles):
            person = PersonFactory(name="AB"[number], **PUBLISHED)
            ParticipationFactory(meeting=meeting, visit=None, person=person, role=role, position=number + 1)

    def test_a_call_of_one_alone_has_its_title(self, client):
        self.met("call", "attendee")
        assert titles(client, "en") == ["A title"]

    def test_each_kind_is_told_of_one_and_of_several(self, client):
        told = {
            "press_conference": ("A holds a press conference", "A and B hold a press conference"),
            "talks": ("A holds talks", "A and B hold talks"),
            "ceremony": ("A title", "A title"),
            "summit": ("A takes part in a summit", "A and B take part in a summit"),
            "council": ("A takes part in a council meeting", "A and B take part in a council meeting"),
            "conference": ("A takes part in a conference", "A and B take part in a conference"),
            "consultation": ("A takes part in consultations", "A and B take part in consultations"),
            "call": ("A title", "A and B speak by telephone"),
            "other": ("A title", "A and B meet"),
        }
        people = [PersonFactory(name=name, **PUBLISHED) for name in "AB"]
        with deferred():
            for number, kind in enumerate(told, 1):
                for several in (1, 2):
                    day = f"2018-0{several}-0{number}"
                    meeting = MeetingFactory(kind=kind, date=day, title_en="A title", **PUBLISHED)
                    for person in people[:several]:
                        ParticipationFactory(meeting=meeting, visit=None, person=person, key=person.name.lower())
        assert titles(client, "en") == [
            sentence for number in (0, 1) for sentence in (each[number] for each in told.values())
        ]

    def test_of_which_nobody_is_named_is_called_by_its_title_and_no_partner_is_said_to_be_there(self, client):
        meeting = MeetingFactory(key="m", kind="council", date="2018-05-24", title_en="A title", **PUBLISHED)
        meeting.partners.set([PartnerFactory(state=state(), **PUBLISHED)])
        assert titles(client, "en")[-1] == "A title"

    def test_one_of_several_speaks(self, client):
        self.met("address", "speaker", "attendee", organization=nato())
        assert titles(client, "en") == ["A addresses NATO"]

    def test_several_speak(self, client):
        self.met("address", "speaker", "speaker", organization=nato())
        assert titles(client, "en") == ["A and B address NATO"]

    def test_title_stands_beneath_what_is_said_of_those_who_met(self, client):
        self.met("talks", "attendee", "attendee")
        assert "meeting: A title" in words(line(client, "meeting-m-on"))


class TestGathered:
    """What happened at once is one line, on which each of the lines is found."""

    def test_mission_that_opens_by_its_designation(self, client):
        post = EmbassyFactory(name_en="Embassy", period="", **PUBLISHED)
        house = MissionFactory(key="m", name_en="Mission", period="2018-07-01/..", **PUBLISHED)
        DesignationFactory(key="d", embassy=post, mission=house, period="2018-07-01/..", **PUBLISHED)
        (told,) = titles(client, "en")
        assert told == "The embassy becomes the mission"
        html = line(client, "designation-d-start")
        assert "designation, opening of the mission" in words(html)
        assert '<span id="mission-m-start"></span>' in html


class TestBeneath:
    def test_line_without_a_source_is_cited_and_corrected_too(self, client):
        DecisionFactory(key="d", date="2018-05-24", **PUBLISHED)
        html = line(client, "decision-d-on")
        assert "no source proves this moment" in words(html)
        # It is cited without unfolding its sources.
        assert "/en/cite/decision/d/" in html.partition("<details")[0]
        assert re.findall(r'class="cite-line" href="([^"?]*)', html) == [
            "/en/cite/decision/d/",
            "/en/report/decision/d/",
        ]

    def test_names_six_of_many_partners_and_beneath_a_visit_two(self, client):
        partners = [PartnerFactory(state=StateFactory(name_en=f"S{n}", **PUBLISHED), **PUBLISHED) for n in range(8)]
        visit = VisitFactory(key="v", period="2018-05-24", **PUBLISHED)
        visit.partners.set(partners)
        MeetingFactory(key="m", date="2018-05-24", stop=StopFactory(visit=visit))
        found = client.get(PATHS["en"]).text.partition('<li id="visit-v')[2]
        beside = [words(one) for one in re.findall(r'<p class="beside">(.*?)</p>', found)]
        assert beside[0].endswith("S0, S1, S2, S3, S4, S5 and 2 others")
        assert beside[1].endswith("S0, S1 and 6 others")

    def test_disagreement_is_marked(self, client):
        for key, stance in (("a", "supports"), ("c", "contradicts")):
            decision = DecisionFactory(key=key, date="2018-05-24", **PUBLISHED)
            CitationFactory(decision=decision, stance=stance, source=SourceFactory(date="2019", **PUBLISHED))
        assert '<summary class="disagree">' in line(client, "decision-c-on")
        assert 'class="disagree"' not in line(client, "decision-a-on")

    def test_moment_that_no_source_proves_says_so(self, client):
        sentence = "no source proves this moment"
        for key, date, said in (("old", "2001", True), ("new", "2019", False)):
            decision = DecisionFactory(key=key, date="2018-05-24", **PUBLISHED)
            CitationFactory(decision=decision, source=SourceFactory(date=date, **PUBLISHED))
            assert (sentence in line(client, f"decision-{key}-on")) is said

    def test_title_of_a_posting_stands_there(self, client):
        PostingFactory(key="p", state=state(), organization=nato(), title_en="To the fleet", period=WHOLE, **PUBLISHED)
        assert "posting: To the fleet" in words(line(client, "posting-p-start"))

    def test_date_leads_to_the_permanent_address_with_a_time_for_each_bound(self, client):
        DecisionFactory(key="d", date="2018-05-24", **PUBLISHED)
        DecisionFactory(key="e", date="[2018-05-24..2018-06]", **PUBLISHED)
        way = '<a class="line-when" href="/id/decision/{}" title="permanent address">'
        dated = way.format("d") + '<time datetime="2018-05-24">24 May 2018</time></a>'
        assert dated in line(client, "decision-d-on")
        assert way.format("e") + "<time " in line(client, "decision-e-on")
