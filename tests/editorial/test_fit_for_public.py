"""What is asked of what is saved over a published record."""

import pytest

from partnerships import editorial
from tests.factories import (
    AreaFactory,
    MeetingFactory,
    StatementFactory,
    StopFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db


class TestPublicNames:
    """What is saved over a published record."""

    def test_are_those_of_published_records(self, visit):
        editorial.publish(visit, by=None, along=True)
        visit.refresh_from_db()
        editorial.require_public_names(visit)
        hidden = AreaFactory()
        with past_the_fence():
            visit.areas.add(hidden)
        with pytest.raises(editorial.Refused) as refusal:
            editorial.require_public_names(visit)
        assert refusal.value.records == [hidden]
        meeting = MeetingFactory(stop=StopFactory(visit=visit, place__publication="published"), publication="")
        with pytest.raises(editorial.Refused):
            editorial.require_public_names(meeting)

    def test_are_told_once_it_is_complete(self):
        visit = VisitFactory(publication="published", period="")
        with pytest.raises(editorial.Refused) as refusal:
            editorial.require_public_names(visit)
        assert (refusal.value.field, refusal.value.records) == ("date", [visit])
        editorial.require_public_names(VisitFactory(period=""))

    @past_the_fence()
    def test_of_two_that_are_public_or_two_that_are_not_nothing_is_hidden(self):
        for state in ("published", "draft"):
            one, other = (StatementFactory(publication=state) for _number in range(2))
            one.contradicts.add(other)
            editorial.require_public_names(one)

    def test_are_not_asked_of_drafts(self, visit):
        editorial.require_public_names(visit)

    @past_the_fence()
    def test_are_asked_of_links_that_go_both_ways_as_well(self):
        hidden, public = StatementFactory(), StatementFactory(publication="published")
        hidden.contradicts.add(public)
        with pytest.raises(editorial.Refused) as refusal:
            editorial.require_public_names(hidden)
        assert refusal.value.records == [public]
