"""The command that makes the reading index of the timeline anew."""

import pytest
from django.core.management import call_command

from partnerships.models import PossibleService, TimelineFacet, TimelineLine
from partnerships.projections import possible_service
from partnerships.projections.timeline.comparison import differences
from partnerships.projections.version import content_version
from tests.factories import DecisionFactory, OrganizationFactory, TenureFactory

pytestmark = pytest.mark.django_db


class TestRebuildTimeline:
    def test_mends_what_was_lost_and_raises_the_version(self, capsys):
        body = OrganizationFactory(publication="published")
        DecisionFactory(publication="published", body=body)
        DecisionFactory(publication="draft", body=body)
        TimelineFacet.objects.all().delete()
        TimelineLine.objects.all().delete()
        assert len(differences()) == 1
        before = content_version()
        call_command("rebuild_timeline")
        assert capsys.readouterr().out == "1 lines\n"
        assert differences() == []
        assert content_version() == before + 1

    def test_mends_who_possibly_held_an_office(self, capsys):
        TenureFactory(period="2001/2002", office__publication="published", publication="published")
        PossibleService.objects.all().delete()
        assert list(possible_service.differences())
        call_command("rebuild_timeline")
        assert list(possible_service.differences()) == []
