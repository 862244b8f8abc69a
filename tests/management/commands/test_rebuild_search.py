"""The command that makes the index of the search anew."""

import pytest
from django.core.management import call_command

from partnerships.models import SearchDocument
from partnerships.projections.search.comparison import differences
from partnerships.projections.version import content_version
from tests.factories import AreaFactory

pytestmark = pytest.mark.django_db


class TestRebuildSearch:
    def test_mends_what_was_lost_and_raises_the_version(self, capsys):
        AreaFactory(publication="published")
        SearchDocument.objects.all().delete()
        before = content_version()
        call_command("rebuild_search")
        assert capsys.readouterr().out == "1 records\n"
        assert differences() == []
        assert content_version() == before + 1
