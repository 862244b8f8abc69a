"""The reading index compared with the records."""

import pytest

from partnerships.models import TimelineFacet, TimelineLine
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

    def test_facet_that_is_too_many_or_says_something_else_is_found(self):
        [line] = set(TimelineFacet.objects.values_list("line", flat=True))
        one = TimelineFacet.objects.get(facet="person")
        added = TimelineFacet(
            line_id=line, facet="person", value="another", kind=one.kind, sort=one.sort, length=one.length
        )
        added.save()
        assert len(differences()) == 1
        added.delete()
        TimelineFacet.objects.filter(pk=one.pk).update(facet="partner")
        assert len(differences()) == 1

    def test_facet_at_another_place_than_its_line_is_found(self):
        TimelineFacet.objects.filter(facet="person").update(sort="0001-01-01")
        assert len(differences()) == 1

    def test_line_that_says_something_else_is_gone_or_is_of_nothing_is_found(self):
        TimelineLine.objects.update(weight="other")
        assert len(differences()) == 1
        TimelineLine.objects.update(weight="main", earliest="2000-01-01")
        assert len(differences()) == 1
        line = TimelineLine.objects.get()
        line.delete()
        assert len(differences()) == 1
        line.pk, line.sort = None, "2000-01-01 of nothing"
        line.save()
        assert len(differences()) == 2

    def test_line_that_lost_all_it_is_found_under_is_found(self):
        TimelineFacet.objects.all().delete()
        assert len(differences()) == 1
