"""Which lines are turning points, and how lines of one day stand: by hand, kind by kind."""

from datetime import time

import pytest

from partnerships.models import Meeting, TimelineLine
from partnerships.records.kinds import ON_THE_TIMELINE
from tests.factories import (
    FACTORIES,
    PUBLISHED,
    AgreementFactory,
    DecisionFactory,
    DesignationFactory,
    MeetingFactory,
    MilestoneFactory,
    MissionFactory,
    PartnerFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db

#: By the kind: whether its lines are turning points unless staff say otherwise.
MAIN = {
    "partner": True,
    "membership": True,
    "decision": True,
    "agreement": True,
    "designation": True,
    "mission": True,
    "visit": True,
    "framework": False,
    "embassy": False,
    "tenure": False,
    "posting": False,
    "meeting": False,
    "activity": False,
    "statement": False,
}
#: What needs no date, and stands on the timeline once it has one.
DATED = {kind: {"period": "2000-01-01/2010-12-31"} for kind in ("mission", "embassy", "framework")}


def lines():
    """The lines as the timeline gives them, in reading order."""
    ordered = TimelineLine.objects.order_by("sort", "kind", "key", "moment")
    return [f"{line.kind} {line.moment}" for line in ordered]


class TestWeight:
    def test_every_kind_of_the_timeline_is_weighed_here(self):
        assert set(MAIN) == set(ON_THE_TIMELINE)

    @pytest.mark.parametrize("kind", MAIN)
    def test_is_the_usual_one(self, kind):
        FACTORIES[kind](**PUBLISHED, **DATED.get(kind, {}))
        found = set(TimelineLine.objects.filter(kind=kind).values_list("weight", flat=True))
        assert found == {"main" if MAIN[kind] else "further"}

    @pytest.mark.parametrize(("kind", "weight"), [(kind, "further" if main else "main") for kind, main in MAIN.items()])
    def test_is_what_staff_say(self, kind, weight):
        FACTORIES[kind](weight=weight, **PUBLISHED, **DATED.get(kind, {}))
        assert set(TimelineLine.objects.filter(kind=kind).values_list("weight", flat=True)) == {weight}

    def test_credentials_are_no_turning_point(self):
        MilestoneFactory(tenure=TenureFactory(**PUBLISHED), kind="credentials", date="2017-05-16")
        assert TimelineLine.objects.get(moment="credentials").weight == "further"


class TestOneDay:
    def test_end_stands_before_a_beginning(self):
        TenureFactory(key="b-ends", period="2010-01-01/2018-07-01", **PUBLISHED)
        TenureFactory(key="a-begins", period="2018-07-01/2020-01-01", **PUBLISHED)
        found = TimelineLine.objects.filter(earliest="2018-07-01").order_by("sort", "kind", "key", "moment")
        assert [(line.key, line.moment) for line in found] == [("b-ends", "end"), ("a-begins", "start")]

    def test_decision_stands_before_what_follows_from_it(self):
        MissionFactory(period="2018-05-24/2018-12-31", **PUBLISHED)
        DesignationFactory(period="2018-05-24/2018-12-31", **PUBLISHED)
        TenureFactory(period="2018-05-24/2018-12-31", **PUBLISHED)
        AgreementFactory(date="2018-05-24", period="", **PUBLISHED)
        DecisionFactory(date="2018-05-24", **PUBLISHED)
        PartnerFactory(period="2018-05-24/2018-12-31", **PUBLISHED)
        assert lines()[:6] == [
            "decision on",
            "agreement on",
            "partner start",
            "designation start",
            "mission start",
            "tenure start",
        ]

    def test_visit_stands_before_its_meetings_and_they_in_their_own_order(self):
        visit = VisitFactory(key="z", period="2018-05-24", **PUBLISHED)
        first, second = (StopFactory(visit=visit, position=n, place__publication="published") for n in (1, 2))
        for key, stop, hour in (("a", second, 18), ("c", first, 11), ("b", first, 9)):
            MeetingFactory(key=key, stop=stop, date="2018-05-24", time=time(hour), publication="")
        assert Meeting.objects.count() == 3
        found = TimelineLine.objects.order_by("sort", "kind", "key", "moment").values_list("kind", "key")
        assert list(found) == [("visit", "z"), ("meeting", "b"), ("meeting", "c"), ("meeting", "a")]

    def test_talks_stand_before_the_press_conference_about_them(self):
        MeetingFactory(key="a", kind="press_conference", date="2018-05-24", **PUBLISHED)
        MeetingFactory(key="b", kind="talks", date="2018-05-24", **PUBLISHED)
        assert list(TimelineLine.objects.order_by("sort", "kind", "key").values_list("key", flat=True)) == ["b", "a"]

    def test_kind_then_key_settle_the_rest(self):
        for key in ("b", "a", "c"):
            DecisionFactory(key=key, date="2018-05-24", **PUBLISHED)
        assert list(TimelineLine.objects.order_by("sort", "kind", "key").values_list("key", flat=True)) == [
            "a",
            "b",
            "c",
        ]
