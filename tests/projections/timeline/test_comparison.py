"""The reading index compared with the records."""

import pytest

from partnerships.models import TimelineFacet
from partnerships.projections.timeline.comparison import differences
from tests.factories import MeetingFactory, ParticipationFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def _meeting_of_somebody_and_a_body():
    """A meeting one of whose participants is no person."""
    meeting = MeetingFactory(publication="published")
    ParticipationFactory(meeting=meeting, person=PersonFactory(publication="published"))
    ParticipationFactory(meeting=meeting, person=None, styled_en="the council")


@pytest.mark.usefixtures("_meeting_of_somebody_and_a_body")
class TestDifferences:
    def test_empty_link_beside_a_filled_one_hides_nothing(self):
        assert differences() == []

    def test_facet_lost_beside_an_empty_link_is_found(self):
        TimelineFacet.objects.filter(facet="person").delete()
        assert len(differences()) == 1
