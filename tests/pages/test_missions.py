"""The page of a mission: who headed it, since when, and by virtue of which designation."""

from datetime import date

import pytest

from partnerships.drawing import Look
from partnerships.pages import missions
from partnerships.pages.missions import (
    MISSION_SECTIONS,
    content,
    decisions_lane,
    designations_of,
    designations_table,
    heads_at,
    mission_facts,
    posts_drawn,
    story,
)
from tests.factories import (
    PUBLISHED,
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    StatementFactory,
    TenureFactory,
)
from tests.pages.reading import asked, cells, facts_said, lanes, made, plain, table_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def post():
    body = OrganizationFactory(key="nato", name_en="NATO", **PUBLISHED)
    return MissionFactory(key="m", state=StateFactory(**PUBLISHED), organization=body, period="2001/2019", **PUBLISHED)


def head(post, name="Head", **fields):
    return OfficeFactory(mission=post, name_en=name, **{"heads_post": True, **PUBLISHED, **fields})


def held(office, person, period, **fields):
    known = {"person": PersonFactory(name=person, **PUBLISHED), **PUBLISHED}
    return TenureFactory(office=office, period=period, **known, **fields)


def designated(post, key, period="2018-07-01/2019-12-31", **fields):
    embassy = {"embassy": EmbassyFactory(**PUBLISHED)}
    return DesignationFactory(key=key, mission=post, period=period, **{**embassy, **PUBLISHED, **fields})


class TestFacts:
    def test_stand_in_their_order(self, post):
        post.place, post.email = PlaceFactory(**PUBLISHED), "a@b.test"
        post.coverage, post.checked_on = "2014/2018", date(2020, 5, 1)
        assert facts_said(mission_facts(post)) == [
            ("Kind", "mission"),
            ("Sending State", "Japan"),
            ("Accredited to", "NATO"),
            ("Place", "Brussels"),
            ("E-mail", "a@b.test"),
            ("Period", "2001–2019"),
            ("Recorded for", "2014–2018"),
            ("Last checked", "1 May 2020"),
        ]


class TestLine:
    def test_says_whose_it_is_to_whom_when_and_how_completely_it_is_known(self, post):
        citation = CitationFactory(mission=post, source__publication="published")
        head(post, checked_on=date(2020, 5, 1))
        line = content(post, asked()).line
        assert cells(line) == ["Japan", "accredited to NATO", "2001–2019", "last checked 1 May 2020"]
        assert [list(cell.citations) for cell in line] == [[], [], [citation], []]

    def test_has_no_period_where_none_is_known(self, post):
        post.period = ""
        assert cells(content(post, asked()).line) == ["Japan", "accredited to NATO"]


class TestHeads:
    def test_are_the_offices_that_head_it_by_name_no_more_than_asked(self, post):
        offices = [head(post, name) for name in ("C", "A", "B")]
        head(post, "D", heads_post=False)
        head(post, "E", publication="draft")
        head(MissionFactory(**PUBLISHED), "F")
        assert heads_at([post.pk]) == [offices[1], offices[2], offices[0]]
        assert heads_at([post.pk], 2) == [offices[1], offices[2]]

    def test_of_a_hidden_mission_are_none(self):
        hidden = MissionFactory()
        head(hidden)
        assert heads_at([hidden.pk]) == []


class TestContent:
    def test_answers_for_the_day_and_lays_out_what_it_rests_on(self, post):
        held(head(post), "Person A", "2018-01-01/2019-12-31")
        decision = DecisionFactory(title_en="Decided", date="2018-05-24", **PUBLISHED)
        designated(post, "d", decision=decision)
        found = content(post, asked(on="2019-01-01"))
        (answer,) = found.answers
        assert (found.asks_for_day, plain(answer.sentence)) == (
            True,
            "On 1 January 2019 Person A headed the mission of Japan to NATO.",
        )
        blocks = made(found)
        assert list(blocks) == ["drawn", "heads", "designations", "turning-points"]
        assert lanes(blocks["drawn"])["Decisions"] == [(2018,)]
        assert lanes(blocks["drawn"])["Mission"] == [(2001, 2001), (2001, 2019), (2018, 2019)]
        assert lanes(blocks["drawn"])["Head of mission"]
        assert blocks["drawn"].strip.chosen[0] == date(2019, 1, 1)
        assert "Person A" in [row[1] for row in table_rows(blocks["heads"])]

    def test_without_heads_it_answers_for_a_day_too(self, post):
        (answer,) = content(post, asked(on="2000-01-01")).answers
        assert plain(answer.sentence) == (
            "On 1 January 2000 nobody headed the mission of Japan to NATO: it did not exist yet."
        )
        found = content(post, asked())
        assert found.asks_for_day
        assert [plain(one.sentence) for one in found.answers] == [
            "The register records the mission of Japan to NATO (2001–2019)."
        ]

    def test_names_the_holders_of_no_more_offices_than_so_many(self, post, monkeypatch):
        monkeypatch.setattr(missions, "MOST_OFFICES", 1)
        for name in ("A", "B"):
            head(post, name)
        assert len(content(post, asked()).answers) == 1


class TestBetweenTwoDays:
    def test_stand_its_turning_points_and_all_of_its_heads(self, post):
        PartnerFactory(key="jp", state=post.state, organization=post.organization, **PUBLISHED)
        held(head(post), "Person A", "2018-02-01/2018-03-01")
        designated(post, "d", "2018-07-01/2025-12-31")
        StatementFactory(date="2018-05-01", **PUBLISHED).missions.add(post)
        blocks = made(content(post, asked(on="2018-12-31", beside="2018-01-01")))
        changes = blocks["changes"]
        assert [(line.kind, line.moment) for line in changes.lines] == [
            ("tenure", "start"),
            ("tenure", "end"),
            ("designation", "start"),
        ]
        assert changes.more[0].href == "/en/timeline/?partner=jp&detail=all&from=2018-01-01&to=2018-12-31"

    def test_one_day_has_none(self, post):
        designated(post, "d")
        assert "changes" not in made(content(post, asked(on="2018-12-31")))

    def test_without_a_partner_nothing_has_everything(self, post):
        PartnerFactory(state=post.state, organization=post.organization)
        designated(post, "d")
        changes = made(content(post, asked(on="2018-12-31", beside="2018-01-01")))["changes"]
        assert (len(changes.lines), changes.more) == (1, ())


class TestDesignations:
    def test_stand_by_date_with_the_post_that_the_public_may_see(self, post):
        later = designated(post, "a", "2018/2019")
        first = designated(post, "b", "2001/2002")
        hidden = designated(post, "c", "2003/2004", embassy=EmbassyFactory())
        designated(post, "draft", publication="draft")
        designated(MissionFactory(**PUBLISHED), "other")
        found = designations_of(post)
        assert found == [first, hidden, later]
        table = designations_table(found)
        assert table.columns == ("Period", "Post that serves as the mission", "Decision")
        assert [row[0] for row in table_rows(table)] == ["2001–2002", "2018–2019"]

    def test_serving_post_is_named_as_what_it_is(self, post):
        by_mission = designated(post, "m", embassy=None, serving_mission=MissionFactory(name_en="Other", **PUBLISHED))
        (mark,) = posts_drawn([], [by_mission])
        assert (mark.name, mark.title) == ("another mission", "Other, 1 July 2018 – 31 December 2019")
        assert mark.href.endswith("#record-designation-m")
        (mark,) = posts_drawn([], [designated(post, "e")])
        assert mark.name == "the embassy"
        assert posts_drawn([], [designated(post, "h", embassy=EmbassyFactory())]) == []

    def test_days_on_which_it_stood_are_drawn_beneath_them_with_a_look_of_their_own(self, post):
        post.period = "2001-01-01/2019-12-31"
        post.save()
        (own, served) = posts_drawn([post], [designated(post, "e")])
        assert (own.look, own.first, own.last) == (Look.OTHER, date(2001, 1, 1), date(2019, 12, 31))
        assert (served.look, served.name) == (Look.FULL, "the embassy")

    @pytest.mark.parametrize(
        ("period", "looks"),
        [
            ("2018-07-01/2019-12-31", [Look.FULL]),
            ("2018-01-01/2020-12-31", [Look.FULL]),
            ("../2019-12-31", [Look.FULL]),
            ("2018-07-02/2019-12-31", [Look.OTHER, Look.FULL]),
            ("2018-07-01/2019-12-30", [Look.OTHER, Look.FULL]),
        ],
    )
    def test_days_of_its_own_that_are_all_covered_are_not_drawn(self, post, period, looks):
        post.period = "2018-07-01/2019-12-31"
        post.save()
        assert [mark.look for mark in posts_drawn([post], [designated(post, "e", period)])] == looks

    def test_a_mission_that_nothing_else_serves_as_needs_no_look_of_its_own(self, post):
        post.period = "2001-01-01/2019-12-31"
        post.save()
        hidden = designated(post, "h", embassy=EmbassyFactory())
        assert [mark.look for mark in posts_drawn([post], [hidden])] == [Look.FULL]


class TestDecisions:
    def test_stand_once_as_turning_points_where_they_are_public(self, post):
        public = DecisionFactory(date="2018-05-24", **PUBLISHED)
        several = [
            designated(post, "a", decision=public),
            designated(post, "b", decision=public),
            designated(post, "c", decision=DecisionFactory(date="2017-05-24")),
            designated(post, "d"),
        ]
        lane = decisions_lane(several)
        assert [(mark.day, mark.look) for mark in lane.marks] == [(date(2018, 5, 24), Look.TURNING)]
        assert lane.label == "Decisions"

    def test_belong_to_the_story_and_its_heads_do_not(self, post):
        decision = DecisionFactory(key="further", date="2018-05-24", weight="further", **PUBLISHED)
        held(head(post), "Person A", "2018-01-01/2019-12-31", weight="main")
        several = [designated(post, "a", decision=decision)]
        StatementFactory(date="2018-05-01", **PUBLISHED).decisions.add(decision)
        turns = story(post, several, "Story")
        assert turns.title == "Story"
        assert [(line.kind, line.moment) for line in turns.lines] == [
            ("mission", "start"),
            ("decision", "on"),
            ("designation", "start"),
            ("mission", "end"),
            ("designation", "end"),
        ]
        assert turns.more == ()


def test_sections_are_laid_out():
    assert [(one.kind, one.path) for one in MISSION_SECTIONS] == [
        ("designation", "mission"),
        ("designation", "serving_mission"),
        ("office", "mission"),
        ("statement", "missions"),
    ]
