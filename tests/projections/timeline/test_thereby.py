"""The lines that say who heads a mission by virtue of another office: where the succession has such a row."""

import re
from datetime import date
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from partnerships.dates import LATEST
from partnerships.models import (
    Citation,
    Designation,
    Embassy,
    Milestone,
    Mission,
    Office,
    Person,
    Source,
    Tenure,
    TimelineFacet,
    TimelineLine,
)
from partnerships.offices import succession
from partnerships.projections.timeline import Filters, page
from partnerships.projections.timeline.comparison import differences
from partnerships.projections.timeline.thereby import DERIVED, all_missions, derived_lines, of_lines, with_those_served
from partnerships.projections.up_to_date import deferred
from tests.factories import (
    PUBLISHED,
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    PartnerFactory,
    PersonFactory,
    TenureFactory,
    past_the_fence,
)
from tests.offices import strategies
from tests.offices.register import make_tenure
from tests.offices.test_succession import fill
from tests.projections import edits

pytestmark = pytest.mark.django_db


def derived():
    """The lines that are derived: tenure, moment, first and last day."""
    rows = TimelineLine.objects.filter(DERIVED).order_by("sort")
    return [
        (key, moment.removeprefix("thereby-"), str(first), str(last))
        for key, moment, first, last in rows.values_list("key", "moment", "earliest", "latest")
    ]


def moments():
    return [f"{key} {moment}" for key, moment, _, _ in derived()]


@pytest.fixture
def japan():
    """An ambassador in Belgium from 2017 to 2019 whose embassy is the mission to NATO from July 2018 on."""
    mission = MissionFactory(key="jp-nato", **PUBLISHED)
    embassy = EmbassyFactory(key="jp-be", **PUBLISHED)
    ambassador = OfficeFactory(key="ambassador", embassy=embassy, heads_post=True, **PUBLISHED)
    head = OfficeFactory(key="head", mission=mission, heads_post=True, **PUBLISHED)
    decision = DecisionFactory(key="decision", **PUBLISHED)
    designation = DesignationFactory(
        key="d", mission=mission, embassy=embassy, decision=decision, period="2018-07-01/2025-01-15", **PUBLISHED
    )
    tenure = TenureFactory(
        key="t",
        office=ambassador,
        period="2017-04-27/2019",
        person=PersonFactory(key="hayashi", **PUBLISHED),
        **PUBLISHED,
    )
    return SimpleNamespace(
        mission=mission,
        embassy=embassy,
        ambassador=ambassador,
        head=head,
        designation=designation,
        decision=decision,
        tenure=tenure,
    )


WHOLE = [("t", "d", "2018-07-01", "2018-07-01"), ("t", "d-end", "2019-01-01", "2019-12-31")]


class TestLines:
    def test_begin_with_the_designation_and_end_with_the_tenure(self, japan):
        assert derived() == WHOLE

    def test_are_turning_points_unless_staff_say_otherwise_of_the_tenure(self, japan):
        weights = TimelineLine.objects.filter(DERIVED).values_list("weight", flat=True)
        assert set(weights) == {"main"}
        japan.tenure.weight = "further"
        japan.tenure.save()
        assert set(weights.all()) == {"further"}

    def test_tell_when_somebody_was_first_seen_where_no_record_tells_how_it_began(self, japan):
        seen = TenureFactory(
            key="seen",
            office=japan.ambassador,
            period="/",
            person=PersonFactory(key="shimokawa", **PUBLISHED),
            **PUBLISHED,
        )
        MilestoneFactory(tenure=seen, kind="seen", date="2022-08")
        MilestoneFactory(tenure=seen, kind="seen", date="2019-09")
        assert derived() == [*WHOLE, ("seen", "d-seen", "2019-09-01", "2019-09-30")]
        assert TimelineLine.objects.filter(DERIVED, key="seen").values_list("weight", flat=True).get() == "further"

    def test_of_a_sign_alone_say_no_beginning(self, japan, client):
        person = PersonFactory(key="shimokawa", **PUBLISHED)
        seen = TenureFactory(key="seen", office=japan.ambassador, period="/", person=person, **PUBLISHED)
        MilestoneFactory(tenure=seen, kind="seen", date="2019-09-03")
        text = client.get("/en/timeline/", {"person": "shimokawa"}).content.decode()
        title = re.search(r'id="tenure-seen-thereby-d-seen".*?<p class="line-title">(.*?)</p>', text, re.S).group(1)
        assert ", is prime Minister" in title

    def test_are_found_under_all_that_makes_them_so(self, japan):
        PartnerFactory(key="jp", state=japan.mission.state, **PUBLISHED)
        CitationFactory(decision=japan.decision, source__key="nato", source__publication="published")
        line = TimelineLine.objects.filter(DERIVED).order_by("sort")[0]
        found = set(TimelineFacet.objects.filter(line=line).values_list("facet", "value"))
        assert found == {
            ("thereby", "jp-nato"),
            ("mission", "jp-nato"),
            ("embassy", "jp-be"),
            ("office", "ambassador"),
            ("office", "head"),
            ("person", "hayashi"),
            ("designation", "d"),
            ("decision", "decision"),
            ("tenure", "t"),
            ("partner", "jp"),
            ("source", "nato"),
            ("state", japan.mission.state.key),
            ("organization", japan.mission.organization.key),
        }

    def test_stand_on_the_timeline_with_both_reasons(self, japan):
        (begun, ended) = (one for one in page(Filters(office=("head",))).entries if one.thereby)
        assert begun.anchor == "tenure-t-thereby-d"
        assert (begun.thereby.designation, begun.thereby.decision) == (japan.designation, japan.decision)
        assert (begun.thereby.by_virtue_of, begun.thereby.office) == (japan.ambassador, japan.head)
        assert (begun.ends, ended.ends, ended.wording("en")) == (False, True, "2019")

    def test_cite_the_sources_of_both_reasons_that_can_bear_them(self, japan):
        late, early = (
            CitationFactory(**{name: getattr(japan, name)}, source__date=day, source__publication="published")
            for name, day in (("designation", "2018-07-02"), ("tenure", "2017"))
        )
        (begun, ended) = (one for one in page(Filters(office=("head",))).entries if one.thereby)
        assert (begun.citations, begun.proven) == ([late], True)
        assert (ended.citations, ended.proven) == ([], False)

    @past_the_fence()
    def test_decision_that_is_not_public_is_not_named(self, japan):
        Designation.objects.update(decision=DecisionFactory(key="draft"))
        (begun, _) = (one for one in page(Filters(office=("head",))).entries if one.thereby)
        assert begun.thereby.decision is None
        assert not TimelineFacet.objects.filter(facet="decision", value="draft", line__moment="thereby-d").exists()

    def test_nothing_is_said_of_a_day_to_come(self, japan, monkeypatch):
        monkeypatch.setattr("partnerships.dates.today", lambda: date(2018, 6, 30))
        assert not [one for one in page(Filters(office=("head",))).lines if "thereby" in one.moment]
        # As the feeds and calendars ask for them.
        assert not Filters(office=("head",)).rows().filter(line__moment__startswith="thereby").exists()
        monkeypatch.setattr("partnerships.dates.today", lambda: date(2018, 7, 1))
        found = [one.moment for one in page(Filters(office=("head",))).lines if "thereby" in one.moment]
        assert found == ["thereby-d"]


class TestNames:
    def test_two_runs_of_one_tenure_have_names_of_their_own(self, japan):
        make_tenure(japan.head, "own", "2018-09-01/2018-10-01", key="own")
        assert moments() == ["t d", "t d-end", "t d-2", "t d-2-end"]

    def test_designation_whose_key_ends_as_an_end_takes_no_name_from_another(self, japan):
        DesignationFactory(
            key="d-end", mission=japan.mission, embassy=japan.embassy, period="2018-08-01/2018-09-01", **PUBLISHED
        )
        assert len(set(moments())) == len(moments())
        assert {"t d", "t d-end"} <= set(moments())

    def test_mission_with_two_heads_says_it_once(self, japan):
        OfficeFactory(key="another", mission=japan.mission, heads_post=True, **PUBLISHED)
        assert derived() == WHOLE


def edited(record, **fields):
    for name, value in fields.items():
        setattr(record, name, value)
    record.save()


class TestWhatRewritesThem:
    """Each side of the tie, in both directions."""

    @pytest.mark.parametrize(
        ("change", "left"),
        [
            (lambda jp: edited(jp.designation, period="2018-08-01/2018-12-31"), ["2018-08-01", "2018-12-31"]),
            (lambda jp: edited(jp.designation, embassy=EmbassyFactory(**PUBLISHED)), []),
            (lambda jp: edited(jp.designation, publication="draft"), []),
            (lambda jp: jp.designation.delete(), []),
            (lambda jp: edited(jp.tenure, period="2018-09-09/2019-01-01"), ["2018-09-09", "2019-01-01"]),
            (lambda jp: edited(jp.tenure, never_served=True), []),
            (lambda jp: edited(jp.tenure, publication="draft"), []),
            (lambda jp: edited(jp.tenure, office=OfficeFactory(**PUBLISHED)), []),
            (lambda jp: jp.tenure.delete(), []),
            (lambda jp: edited(jp.ambassador, heads_post=False), []),
            (lambda jp: edited(jp.ambassador, publication="draft"), []),
            (lambda jp: edited(jp.ambassador, embassy=EmbassyFactory(**PUBLISHED)), []),
            (lambda jp: edited(jp.head, heads_post=False), []),
            (lambda jp: edited(jp.head, publication="draft"), []),
            (lambda jp: edited(jp.head, period="2018-12-01/.."), ["2018-12-01", "2019-01-01"]),
            (lambda jp: edited(jp.mission, period="2018-10-10/.."), ["2018-10-10", "2019-01-01"]),
            (lambda jp: edited(jp.mission, publication="draft"), []),
            (lambda jp: edited(jp.embassy, publication="draft"), []),
            (lambda jp: edited(jp.embassy, period="2018-11-11/.."), ["2018-11-11", "2019-01-01"]),
            (lambda jp: edited(jp.tenure.person, publication="draft"), []),
            (lambda jp: edited(jp.tenure.person, death="2018-12-24"), ["2018-07-01"]),
            (lambda jp: edited(jp.tenure.person, birth="2018-06-06"), []),
            (lambda jp: make_tenure(jp.head, "own", "2017/2020"), []),
            (lambda jp: make_tenure(jp.head, "own", "2018-12-01/2020"), ["2018-07-01", "2018-11-30"]),
            (lambda jp: make_tenure(jp.head, "own", "2017/2020", publication="draft"), ["2018-07-01", "2019-01-01"]),
        ],
    )
    @past_the_fence()
    def test_changes_them(self, japan, change, left):
        change(japan)
        assert [first for _, _, first, _ in derived()] == left or [last for *_, last in derived()] == left
        assert differences() == []

    def test_person_of_the_tenure_that_has_another_key(self, japan):
        edited(japan.tenure.person, key="another")
        assert TimelineFacet.objects.filter(facet="person", value="another", line__moment="thereby-d").exists()
        assert differences() == []

    @pytest.mark.parametrize("name", ["tenure", "designation", "mission", "head", "ambassador", "embassy", "decision"])
    def test_another_key(self, japan, name):
        edited(getattr(japan, name), key="another")
        assert len(derived()) == 2
        assert differences() == []

    def test_mission_that_serves_as_another_takes_its_heads_along(self, japan):
        further = MissionFactory(key="further", **PUBLISHED)
        OfficeFactory(key="further-head", mission=further, heads_post=True, **PUBLISHED)
        DesignationFactory(
            key="e", mission=further, embassy=None, serving_mission=japan.mission, period="2018-09-01/..", **PUBLISHED
        )
        assert ("t", "e", "2018-09-01", "2018-09-01") in derived()
        edited(japan.designation, period="2018-10-01/..")
        assert ("t", "e", "2018-10-01", "2018-10-01") in derived()
        assert with_those_served(["jp-nato"]) == ["further", "jp-nato"]
        assert differences() == []


@pytest.mark.once
class TestAgreement(TestCase):
    """A derived line stands exactly where the succession has a derived row, and has its bounds."""

    @given(
        head=strategies.offices,
        own=strategies.tenures,
        ambassadors=strategies.tenures,
        designation=strategies.periods(),
    )
    @settings(suppress_health_check=[HealthCheck.too_slow], max_examples=10)
    def test_for_any_register(self, head, own, ambassadors, designation):
        embassy, mission = EmbassyFactory(**PUBLISHED), MissionFactory(**PUBLISHED)
        ambassador = OfficeFactory(embassy=embassy, heads_post=True, **PUBLISHED)
        held = OfficeFactory(mission=mission, heads_post=True, **PUBLISHED, **head)
        with deferred():
            fill(held, own)
            fill(ambassador, ambassadors)
            DesignationFactory(key="d", mission=mission, embassy=embassy, period=designation, **PUBLISHED)
        agree(held)
        assert differences() == []


def agree(office, today=LATEST):
    """Compare the derived lines of an office with the rows of its succession."""
    rows = [row for row in succession(office, today=today) if row.holder and row.holder.by_virtue_of]
    for line in TimelineLine.objects.filter(DERIVED, facets__facet="office", facets__value=office.key):
        same = [row for row in rows if row.holder.tenure.key == line.key]
        if line.moment.endswith("-seen"):
            assert any(row.start.earliest <= line.earliest and line.latest <= row.end.latest for row in same)
            continue
        edge = line.latest if line.moment.endswith("-end") else line.earliest
        assert edge in {bound for row in same for bound in (row.first, row.last, row.start.earliest, row.end.latest)}
    lines = {(line.key, line.moment) for line in TimelineLine.objects.filter(DERIVED)}
    for row in rows:
        # What both records state, and nobody else cuts, has its line.
        tenure, designation = row.holder.tenure, row.holder.by_virtue_of.designation
        stated = tenure.period.partition("/")[0], designation.period.partition("/")[0]
        begun = max(tenure.start_earliest, designation.start_earliest)
        if all(stated) and row.first == row.start.earliest == begun and not stated[0].startswith("[.."):
            assert any(key == tenure.key and not moment.endswith("-end") for key, moment in lines), row


@pytest.mark.once
class TestFixtures:
    def test_lines_are_those_of_the_successions(self):
        call_command("loaddata", "2018_decision", "japan", "nato", "partner_missions", "states", verbosity=0)
        assert [one for one in derived() if one[0].startswith("jp-")] == [
            ("jp-ambassador-be-hayashi-2017", "jp-nato-2018", "2018-07-01", "2018-07-01"),
            ("jp-ambassador-be-hayashi-2017", "jp-nato-2018-end", "2019-01-01", "2019-12-31"),
        ]
        seen = [one for one in derived() if one[1].endswith("-seen")]
        assert ("shimokawa-makita-jp-ambassador-be", "jp-nato-2018-seen", "2019-09-01", "2019-09-30") in seen
        for office in Office.objects.published().filter(heads_post=True, mission__isnull=False):
            agree(office, date(2026, 11, 28))


CHANGED = (Designation, Tenure, Office, Embassy, Mission, Milestone, Person, Citation, Source)


class TestWhateverIsEdited(TestCase):
    """The lines follow every edit of what heads missions, one serving as the other."""

    @given(data=st.data())
    @settings(suppress_health_check=list(HealthCheck), max_examples=8, deadline=None)
    def test_the_lines_follow(self, data):
        with deferred():
            posts()
        assert TimelineLine.objects.filter(DERIVED).exists()
        for _step in range(data.draw(st.integers(1, 12), label="steps")):
            model = data.draw(st.sampled_from(CHANGED), label="model")
            ids = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
            row = model._default_manager.get(pk=ids[data.draw(st.integers(0, len(ids) - 1), label="row")])
            field = data.draw(st.sampled_from(edits.columns(model)), label="field")
            setattr(row, field.attname, data.draw(edits.values(field), label="value"))
            try:
                with past_the_fence(), transaction.atomic():
                    row.full_clean()
                    row.save()
            except Exception:  # noqa: BLE001, S112 - whatever is refused changes nothing
                continue
            assert differences() == []


def posts():
    """Two embassies, of which one serves as two missions, the second through the first."""
    first, second = (MissionFactory(key=key, **PUBLISHED) for key in ("m-1", "m-2"))
    embassies = [EmbassyFactory(key=key, **PUBLISHED) for key in ("e-1", "e-2")]
    people = [PersonFactory(key=f"p-{number}", **PUBLISHED) for number in range(3)]
    heads = [OfficeFactory(key=f"o-{one.key}", mission=one, heads_post=True, **PUBLISHED) for one in (first, second)]
    own = [OfficeFactory(key=f"o-{one.key}", embassy=one, heads_post=True, **PUBLISHED) for one in embassies]
    DesignationFactory(key="d-1", mission=first, embassy=embassies[0], period="2001-05/2006", **PUBLISHED)
    DesignationFactory(
        key="d-2", mission=second, embassy=None, serving_mission=first, period="2003-01-01/..", **PUBLISHED
    )
    DesignationFactory(key="d-3", mission=first, embassy=embassies[1], period="2006/2009", **PUBLISHED)
    for number, (office, period) in enumerate(
        [
            (own[0], "2000/2003-04-05"),
            (own[0], "2003-05/"),
            (own[1], "2004/2008-02-02"),
            (heads[0], "2007-03-01/2007-09-01"),
            (heads[1], "2008/.."),
        ]
    ):
        made = TenureFactory(key=f"t-{number}", office=office, period=period, person=people[number % 3], **PUBLISHED)
        edits.make_part(Milestone, "tenure", made)
        CitationFactory(tenure=made, source__date="2004", source__publication="published")


class TestReading:
    def test_of_lines_asks_for_the_missions_of_these_lines_alone(self, japan):
        lines = list(TimelineLine.objects.all())
        assert {moment for _, moment in of_lines(lines)} == {"thereby-d", "thereby-d-end"}
        assert of_lines([line for line in lines if "thereby" not in line.moment]) == {}

    def test_missions_without_a_designation_have_none(self, japan):
        MissionFactory(key="alone", **PUBLISHED)
        assert list(all_missions()) == ["jp-nato"]
        assert derived_lines(["alone"]) == []
