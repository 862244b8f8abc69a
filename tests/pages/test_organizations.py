"""The pages of organisations and frameworks: their partners and participants, their bodies and offices."""

import pytest

from partnerships.models import Name
from partnerships.pages.organizations import (
    FRAMEWORK_SECTIONS,
    ORGANIZATION_SECTIONS,
    content,
    framework_content,
    framework_facts,
    organization_facts,
)
from tests.factories import (
    PUBLISHED,
    CitationFactory,
    DecisionFactory,
    FrameworkFactory,
    MembershipFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    PlaceFactory,
    StateFactory,
)
from tests.pages.reading import asked, cells, facts_said, made, plain, table_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def nato():
    fields = {"name_en": "NATO", "abbreviation_en": "N", "period": "1949/2020"}
    return OrganizationFactory(key="nato", seat=PlaceFactory(**PUBLISHED), **fields, **PUBLISHED)


class TestFacts:
    def test_of_an_organisation_stand_in_their_order(self, nato):
        nato.parent = OrganizationFactory(name_en="Above", **PUBLISHED)
        Name.objects.create(organization=nato, key="old", text="Old")
        assert facts_said(organization_facts(nato)) == [
            ("Abbreviation", "N"),
            ("Names", "Old"),
            ("Part of", "Above"),
            ("Seat", "Brussels"),
            ("Existence", "1949–2020"),
        ]

    def test_of_a_framework_stand_in_their_order(self, nato):
        pfp = FrameworkFactory(abbreviation_en="PfP", organization=nato, period="1994/2020")
        assert facts_said(framework_facts(pfp)) == [
            ("Abbreviation", "PfP"),
            ("Organisation", "NATO"),
            ("In use", "1994–2020"),
        ]


class TestLine:
    def test_says_of_what_it_is_a_part_where_and_when(self, nato):
        nato.parent = OrganizationFactory(name_en="Above", **PUBLISHED)
        PartnerFactory(organization=nato, **PUBLISHED)
        citation = CitationFactory(organization=nato, source__publication="published")
        line = content(nato, asked()).line
        assert cells(line) == ["N", "part of: Above", "Brussels", "1949–2020"]
        assert [list(cell.citations) for cell in line] == [[], [], [], [citation]]

    def test_does_not_say_of_what_it_is_a_part_where_the_answer_did(self, nato):
        nato.parent = OrganizationFactory(name_en="Above", **PUBLISHED)
        found = content(nato, asked())
        assert [plain(one.sentence) for one in found.answers] == ["N is a body of the Above."]
        assert cells(found.line) == ["N", "Brussels", "1949–2020"]

    def test_leaves_out_what_is_not_public_or_not_known(self):
        hidden = {"parent": OrganizationFactory(), "seat": PlaceFactory()}
        found = content(OrganizationFactory(**hidden, **PUBLISHED), asked())
        assert (found.line, found.answers) == ([], [])


class TestContent:
    def test_lays_out_what_belongs_to_it_folding_what_matters_less(self, nato):
        OfficeFactory(organization=nato, **PUBLISHED)
        PartnerFactory(organization=nato, **PUBLISHED)
        for name in ("One", "Another"):
            MissionFactory(organization=nato, name_en=name, **PUBLISHED)
        OrganizationFactory(name_en="Body", parent=nato, **PUBLISHED)
        FrameworkFactory(organization=nato, **PUBLISHED)
        DecisionFactory(body=nato, **PUBLISHED)
        member = StateFactory(name_en="Member", **PUBLISHED)
        MembershipFactory(organization=nato, framework=None, state=member, period="1994/2020", **PUBLISHED)
        found = content(nato, asked())
        blocks = made(found)
        assert list(blocks) == [
            "office",
            "partner",
            "mission",
            "organization-all",
            "framework-all",
            "turning-points",
            "membership-all",
        ]
        assert table_rows(blocks["membership-all"].blocks[0]) == [["Member", "1994–2020"]]
        assert blocks["membership-all"].blocks[0].columns == ("Member", "Period")
        assert [blocks[key].columns[1] for key in ("partner", "mission")] == ["Partner", "Mission"]
        (answer,) = found.answers
        assert plain(answer.sentence) == "The register records one partner of NATO and two missions to it."
        assert [way.href for way in blocks["turning-points"].more] == ["/en/timeline/?body=nato&detail=all"]

    def test_long_tables_lead_to_all(self, nato):
        for _number in range(7):
            PartnerFactory(organization=nato, **PUBLISHED)
            MissionFactory(organization=nato, **PUBLISHED)
        for _number in range(11):
            OfficeFactory(organization=nato, **PUBLISHED)
        blocks = made(content(nato, asked()))
        assert {
            key: [(way.href, way.text) for way in blocks[key].more] for key in ("office", "partner", "mission")
        } == {
            "office": [("/en/offices/?body=nato", "All offices")],
            "partner": [("/en/partners/?body=nato", "All partners")],
            "mission": [("/en/missions/?body=nato", "All missions")],
        }

    @pytest.mark.parametrize(
        ("on", "beside", "more"),
        [("2018-01-01", None, "&on=2018-01-01"), ("2018-01-01", "2019-01-01", ""), (None, None, "")],
    )
    def test_ways_to_all_keep_the_one_day_that_is_asked(self, nato, on, beside, more):
        for _number in range(7):
            PartnerFactory(organization=nato, period="1990/..", **PUBLISHED)
        (way,) = made(content(nato, asked(on, beside)))["partner"].more
        assert way.href == f"/en/partners/?body=nato{more}"

    @pytest.mark.parametrize("made_by", [PartnerFactory, MissionFactory])
    def test_asks_for_a_day_where_it_has_partners_or_missions_alone(self, nato, made_by):
        made_by(organization=nato, **PUBLISHED)
        found = content(nato, asked(on="2018-01-01"))
        assert found.asks_for_day
        (answer,) = found.answers
        assert "1 January 2018" in plain(answer.sentence)
        assert "1 January 2018" not in plain(content(nato, asked()).answers[0].sentence)

    def test_asks_for_a_day_where_it_has_offices(self, nato):
        assert not content(nato, asked()).asks_for_day
        OfficeFactory(organization=nato, **PUBLISHED)
        assert content(nato, asked()).asks_for_day

    def test_turning_points_alone_are_shown(self, nato):
        DecisionFactory(key="main", body=nato, **PUBLISHED)
        DecisionFactory(key="further", body=nato, weight="further", **PUBLISHED)
        assert [line.key for line in made(content(nato, asked()))["turning-points"].lines] == ["main"]


class TestFramework:
    def test_says_whose_it_is_and_names_its_participants(self, nato):
        pfp = FrameworkFactory(key="pfp", organization=nato, period="1994/2020", **PUBLISHED)
        citation = CitationFactory(framework=pfp, source__publication="published")
        for name in ("Korea", "Japan"):
            state = StateFactory(name_en=name, **PUBLISHED)
            MembershipFactory(framework=pfp, state=state, period="1994/..", **PUBLISHED)
        found = framework_content(pfp, asked())
        assert cells(found.line) == ["NATO", "1994–2020"]
        assert [list(cell.citations) for cell in found.line] == [[], [citation]]
        blocks = made(found)
        assert table_rows(blocks["membership"]) == [["Japan", "since 1994"], ["Korea", "since 1994"]]
        assert blocks["membership"].columns == ("Participant", "Period")
        assert {line.kind for line in blocks["turning-points"].lines} == {"membership"}
        (answer,) = found.answers
        assert plain(answer.sentence).startswith("Two States take part in")

    def test_of_a_hidden_body_and_without_participants_says_nothing(self):
        found = framework_content(FrameworkFactory(organization=OrganizationFactory(), **PUBLISHED), asked())
        assert (found.line, found.answers, made(found)) == ([], [], {})


def test_sections_are_laid_out():
    assert [(one.kind, one.path, one.elsewhere) for one in ORGANIZATION_SECTIONS] == [
        ("posting", "organization", ()),
        ("activity", "organization", ()),
        ("meeting", "organization", ("stop", "visit")),
        ("statement", "organizations", ()),
    ]
    assert [(one.kind, one.path) for one in FRAMEWORK_SECTIONS] == [("statement", "frameworks")]
