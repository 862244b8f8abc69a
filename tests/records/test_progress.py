"""What became of a visit or a meeting."""

import pytest
from django.utils.translation import override

from partnerships.records.progress import not_held, progress
from tests.factories import DecisionFactory, MeetingFactory, StopFactory, VisitFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("status", ["held", "planned", "cancelled"])
def test_a_meeting_is_what_its_visit_is(status):
    visit = VisitFactory(status=status)
    for meeting in (MeetingFactory(stop=StopFactory(visit=visit)), MeetingFactory(stop=None, visit=visit)):
        assert (progress(visit), progress(meeting)) == (status, status)


def test_a_meeting_has_its_own_first():
    meeting = MeetingFactory(stop=StopFactory(visit=VisitFactory(status="planned")), status="cancelled")
    assert progress(meeting) == "cancelled"


def test_what_is_neither_is_held():
    assert progress(DecisionFactory()) == "held"


@pytest.mark.once
@pytest.mark.parametrize(
    ("language", "said"), [("en", ["", "planned", "cancelled"]), ("fr", ["", "prévue", "annulée"])]
)
def test_is_said_where_it_was_not_held(language, said):
    with override(language):
        assert [not_held(VisitFactory(status=status)) for status in ("held", "planned", "cancelled")] == said
