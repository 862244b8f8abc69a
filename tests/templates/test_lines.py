"""What a line of each kind says at each of its moments, and what stands beneath it, in both languages."""

import re

import pytest

from tests.factories import (
    PUBLISHED,
    CitationFactory,
    DecisionFactory,
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
    PostingFactory,
    SourceFactory,
    StateFactory,
    TenureFactory,
)

pytestmark = [pytest.mark.once, pytest.mark.django_db]

PATHS = {"en": "/en/timeline/?detail=all", "fr": "/fr/chronologie/?detail=all"}
#: A period that begins and ends on known days; one that had begun already; one of which no side is known.
WHOLE, LASTING = "2010-05-01/2015-06-01", "[..2010]/.."


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).replace("&#x27;", "'").strip()


def titles(client, language):
    """What the lines say, those that stand apart as well."""
    return [
        words(one) for one in re.findall(r'<p class="line-title">(.*?)</p>', client.get(PATHS[language]).text, re.S)
    ]


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


SAID = {
    "embassy": (
        lambda: embassy(WHOLE),
        ["The embassy of A in B opens", "The embassy of A in B closes"],
        ["L’ambassade d’A en B ouvre", "L’ambassade d’A en B ferme"],
    ),
    "mission": (
        lambda: mission(WHOLE),
        ["The mission of A to C opens", "The mission of A to C closes"],
        ["La mission d’A auprès de C ouvre", "La mission d’A auprès de C ferme"],
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
    "lasting embassy": (lambda: embassy(LASTING), ["The embassy of A in B"], ["L’ambassade d’A en B"]),
    "lasting mission": (lambda: mission(LASTING), ["The mission of A to C"], ["La mission d’A auprès de C"]),
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
        ["Ada in office as Minister"],
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

    def test_one_of_several_speaks(self, client):
        self.met("address", "speaker", "attendee", organization=nato())
        assert titles(client, "en") == ["A addresses NATO"]

    def test_several_speak(self, client):
        self.met("address", "speaker", "speaker", organization=nato())
        assert titles(client, "en") == ["A and B address NATO"]

    def test_title_stands_beneath_what_is_said_of_those_who_met(self, client):
        self.met("talks", "attendee", "attendee")
        assert "meeting: A title" in words(line(client, "meeting-m-on"))


class TestBeneath:
    def test_line_without_a_source_is_cited_and_corrected_too(self, client):
        DecisionFactory(key="d", date="2018-05-24", **PUBLISHED)
        html = line(client, "decision-d-on")
        assert "no source" in words(html)
        assert re.findall(r'class="cite-line" href="([^"?]*)', html) == [
            "/en/cite/decision/d/",
            "/en/report/decision/d/",
        ]

    def test_disagreement_is_marked(self, client):
        for key, stance in (("a", "supports"), ("c", "contradicts")):
            decision = DecisionFactory(key=key, date="2018-05-24", **PUBLISHED)
            CitationFactory(decision=decision, stance=stance, source=SourceFactory(date="2019", **PUBLISHED))
        assert '<summary class="disagree">' in line(client, "decision-c-on")
        assert 'class="disagree"' not in line(client, "decision-a-on")

    def test_moment_that_no_source_proves_says_so(self, client):
        sentence = "No source in the register proves this moment."
        for key, date, said in (("old", "2001", True), ("new", "2019", False)):
            decision = DecisionFactory(key=key, date="2018-05-24", **PUBLISHED)
            CitationFactory(decision=decision, source=SourceFactory(date=date, **PUBLISHED))
            assert (sentence in line(client, f"decision-{key}-on")) is said

    def test_title_of_a_posting_stands_there(self, client):
        PostingFactory(key="p", state=state(), organization=nato(), title_en="To the fleet", period=WHOLE, **PUBLISHED)
        assert "posting: To the fleet" in words(line(client, "posting-p-start"))

    def test_permanent_address_is_said_and_led_to(self, client):
        DecisionFactory(key="d", date="2018-05-24", **PUBLISHED)
        html = client.get(PATHS["en"]).text
        assert '<a class="line-when" href="/id/decision/d" title="permanent address"><time' in html
