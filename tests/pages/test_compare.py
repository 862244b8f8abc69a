"""Partners side by side."""

from datetime import date

import pytest
from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.html import strip_tags
from django.utils.translation import override

from partnerships import dates
from partnerships.drawing import Look
from partnerships.models import Decision, Mission, Organization, Partner, State
from partnerships.pages.compare import SHOWN, VISITS, comparison
from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    FrameworkFactory,
    MembershipFactory,
    MissionFactory,
    OrganizationFactory,
    PartnerFactory,
    StateFactory,
    StatementFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _partners():
    body = OrganizationFactory(**PUBLISHED)
    for key, name in (("jp", "Japan"), ("kr", "Korea"), ("au", "Australia")):
        state = StateFactory(key=key, name_en=name, name_fr=name, **PUBLISHED)
        PartnerFactory(key=key, state=state, organization=body, period="1990/..", **PUBLISHED)
        MissionFactory(key=f"{key}-m", state=state, organization=body, period="2018-07-01/..", **PUBLISHED)


def compared(query):
    with override("en"):
        return comparison(QueryDict(query), date(2020, 1, 1))


class TestComparison:
    def test_sets_each_partner_in_a_column_and_in_lanes_of_the_same_years(self):
        found = compared("partner=jp&partner=kr")
        figure, table, _together, _rest = found.blocks
        assert [lane.label for lane in figure.strip.lanes] == ["Japan", "Japan: mission", "Korea", "Korea: mission"]
        assert table.columns == ("Compared", "Japan", "Korea")
        assert {len(row.cells) for row in table.rows} == {3}
        # Under “since” it would be said twice, and of a former partner wrongly.
        assert [strip_tags(cell.values[0]) for cell in table.rows[0].cells] == ["Partnership", *["since 1990"] * 2]

    @pytest.mark.parametrize(
        ("query", "title", "told"),
        [
            ("", "Compare partners", "Partners side by side: "),
            ("partner=jp", "Compare: Japan", "Japan side by side: "),
            ("partner=kr&partner=jp", "Compare: Korea, Japan", "Korea, Japan side by side: "),
        ],
    )
    def test_is_called_by_the_partners_in_the_order_asked_for(self, query, title, told):
        found = compared(query)
        assert (found.title, found.told.startswith(told)) == (title, True)

    def test_table_says_of_each_its_mission_since_when_by_whom_and_how_much_there_is(self):
        Mission.objects.filter(key="kr-m").update(name_en="Mission of Korea to NATO")
        MissionFactory(key="draft", state=State.objects.get(key="jp"), organization=Organization.objects.get())
        VisitFactory(period="2019").partners.add(Partner.objects.get(key="jp"))
        _figure, table, *_rest = compared("partner=jp&partner=kr").blocks
        said = {
            str(row.cells[0].values[0]): [[strip_tags(one) for one in cell.values] for cell in row.cells[1:]]
            for row in table.rows
        }
        assert list(said) == [
            *("Partnership", "Frameworks", "Mission", "Mission since", "Served by"),
            *("Head today", "Latest visit", "On the timeline"),
        ]
        assert said["Mission"] == [["Mission of Japan to NATO"], ["Mission of Korea to NATO"]]
        assert said["Mission since"] == [["1 July 2018"], ["1 July 2018"]]
        assert said["On the timeline"] == [["2 lines"], ["2 lines"]]
        (linked,) = table.rows[-1].cells[1].values
        assert 'href="/en/timeline/?partner=jp&amp;detail=all"' in linked

    def test_partner_that_nobody_sees_is_no_other_partner_of_a_decision(self):
        decision = DecisionFactory(date="2016", **PUBLISHED)
        decision.partners.set(Partner.objects.filter(key__in=("jp", "kr")))
        with past_the_fence():
            decision.partners.add(PartnerFactory(key="draft"))
        (together,) = [one for one in compared("partner=jp&partner=kr").blocks if one and one.key == "together"]
        assert [str(link.text) for link in together.more] == ["The timeline of these partners together"]

    def test_leads_to_the_other_partners_of_the_decisions_about_all_of_them(self):
        japan, korea, australia = (Partner.objects.get(key=key) for key in ("jp", "kr", "au"))
        several = {
            "all": ("2011", []),
            "three": ("2016", [japan, korea, australia]),
            "two": ("2017", [japan, korea]),
            "one": ("2018", [japan]),
        }
        for key, (day, partners) in several.items():
            scope = "partners" if partners else "all_partners"
            decision = DecisionFactory(key=key, title_en=key, date=day, scope=scope, slug_en=key, **PUBLISHED)
            decision.partners.set(partners)
        StatementFactory(count=3, **PUBLISHED).decisions.add(Decision.objects.get(key="all"))
        together = next(
            block for block in compared("partner=jp&partner=kr").blocks if block and block.key == "together"
        )
        assert [(link.text, link.href) for link in together.more if "same decision" in link.text] == [
            ("The same decision, other partners: three", "/en/decisions/three/"),
            ("The same decision, other partners: all", "/en/decisions/all/#answered"),
        ]

    def test_journey_that_was_cancelled_is_no_latest_visit_and_drawn_as_such(self):
        for key, period, status in (("old", "2017-10", "held"), ("new", "2025-06", "cancelled")):
            VisitFactory(key=key, title_en=key, period=period, status=status, **PUBLISHED).partners.add(
                Partner.objects.get(key="jp")
            )
        figure, table, *_rest = compared("partner=jp&partner=kr").blocks
        (latest,) = [row.cells[1].values for row in table.rows if str(row.cells[0].values[0]) == "Latest visit"]
        assert [strip_tags(one) for one in latest] == ["old October 2017"]
        (visits,) = [lane.marks for lane in figure.strip.lanes if lane.label == "Japan: visits"]
        assert [mark.look for mark in visits] == [Look.OFF, Look.MOMENT]

    def test_journeys_too_many_to_be_drawn_each_are_drawn_over_all_years(self):
        for number in range(VISITS + 1):
            VisitFactory(period=str(1950 + number), status="held", **PUBLISHED).partners.add(
                Partner.objects.get(key="jp")
            )
        figure, *_rest = compared("partner=jp&partner=kr").blocks
        (visits,) = [lane for lane in figure.strip.lanes if lane.label.startswith("Japan: visits")]
        assert visits.label == f"Japan: visits ({VISITS + 1})"
        assert visits.marks[0].title.startswith("1950–")

    @pytest.mark.parametrize(
        ("heading", "said"), [("Latest visit", "no visit recorded"), ("Frameworks", "no framework recorded")]
    )
    def test_what_is_not_recorded_is_said(self, heading, said):
        _figure, table, *_rest = compared("partner=jp&partner=kr").blocks
        (cells,) = [row.cells[1:] for row in table.rows if str(row.cells[0].values[0]) == heading]
        assert [cell.values for cell in cells] == [[said], [said]]

    def test_mission_that_may_have_ended_is_drawn_until_today(self):
        mission = Mission.objects.get(key="kr-m")
        mission.period = "[2016-05-04..2016-12]/"
        mission.save()
        figure, *_rest = compared("partner=jp&partner=kr").blocks
        (marks,) = [lane.marks for lane in figure.strip.lanes if lane.label == "Korea: mission"]
        assert {mark.look for mark in marks} == {Look.POSSIBLE}
        assert max(mark.last for mark in marks) == dates.today()

    def test_four_stand_side_by_side_and_no_more(self):
        for key in ("nz", "in"):
            PartnerFactory(key=key, state=StateFactory(key=key, **PUBLISHED), **PUBLISHED)
        found = compared("partner=jp&partner=kr&partner=au&partner=nz")
        assert [one.key for one in found.partners] == ["jp", "kr", "au", "nz"]
        assert [[one.value for one in field if one.chosen] for field in found.fields] == [
            ["jp"],
            ["kr"],
            ["au"],
            ["nz"],
        ]
        with pytest.raises(BadRequest):
            compared("partner=jp&partner=kr&partner=au&partner=nz&partner=in")

    @past_the_fence()
    def test_frameworks_are_named_as_far_as_they_are_public(self):
        state = Partner.objects.get(key="jp").state
        for name, fields in (("Framework A", PUBLISHED), ("Framework B", {})):
            framework = FrameworkFactory(name_en=name, **fields)
            MembershipFactory(state=state, organization=None, framework=framework, **PUBLISHED)
        _figure, table, *_rest = compared("partner=jp&partner=kr").blocks
        (named,) = [row.cells[1].values for row in table.rows if str(row.cells[0].values[0]) == "Frameworks"]
        assert [strip_tags(one) for one in named] == ["Framework A"]

    def test_mission_is_named_or_said_not_to_be_recorded(self):
        Mission.objects.get(key="kr-m").delete()
        _figure, table, *_rest = compared("partner=jp&partner=kr").blocks
        (cells,) = [row.cells[1:] for row in table.rows if str(row.cells[0].values[0]) == "Mission"]
        assert [[strip_tags(one) for one in cell.values] for cell in cells] == [
            ["Mission of Japan to NATO"],
            ["not recorded"],
        ]

    @pytest.mark.parametrize("number", [SHOWN, SHOWN + 1])
    def test_way_to_the_timeline_stands_behind_the_last_line(self, number):
        both = Partner.objects.filter(key__in=("jp", "kr"))
        for day in range(1, number + 1):
            DecisionFactory(date=f"2011-04-0{day}", **PUBLISHED).partners.set(both)
        *_rest, together, folded = compared("partner=jp&partner=kr").blocks
        onward = [str(link.text) for link in together.more]
        assert (len(together.lines), len(folded.blocks[0].lines)) == (SHOWN, number - SHOWN)
        assert ("The timeline of these partners together" in onward) is (number == SHOWN)
        assert [str(link.text) for link in folded.blocks[0].more] == ["The timeline of these partners together"]

    def test_what_concerns_all_of_them(self):
        both = DecisionFactory(key="both", date="2011-04-15", **PUBLISHED)
        one = DecisionFactory(key="one", date="2018-05-24", **PUBLISHED)
        for key, decisions in (("jp", (both, one)), ("kr", (both,))):
            for decision in decisions:
                decision.partners.add(decision.partners.model.objects.get(key=key))
        *_rest, together, folded = compared("partner=jp&partner=kr").blocks
        assert [line.key for line in together.lines] == ["both"]
        assert together.more
        assert not folded

    def test_one_alone_is_not_compared(self):
        assert compared("partner=jp").blocks == []
        assert [option.value for option in compared("partner=jp").fields[0] if option.chosen] == ["jp"]

    def test_draft_and_unknown_cannot_be_told_apart(self):
        PartnerFactory(key="draft")
        found = compared("partner=jp&partner=draft&partner=none")
        assert found.unknown == ["draft", "none"]
        assert [one.key for one in found.partners] == ["jp"]

    def test_five_are_too_many(self):
        with pytest.raises(BadRequest):
            compared("partner=a&partner=b&partner=c&partner=d&partner=e")
