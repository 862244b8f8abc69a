"""What is known of the work on a record that is to be published along."""

import pytest

from partnerships import editorial
from partnerships.admin.base.rows_of_work import work_rows
from tests.factories import AreaFactory, CitationFactory

pytestmark = pytest.mark.django_db


class TestRows:
    def test_tick_what_was_submitted(self):
        rows = work_rows([AreaFactory(), AreaFactory(publication="in_review")])
        assert [row["ticked"] for row in rows] == [False, True]

    def test_keep_what_somebody_ticked(self):
        areas = [AreaFactory(key="a"), AreaFactory(key="b", publication="in_review")]
        assert [row["ticked"] for row in work_rows(areas, ["area/a"])] == [True, False]

    def test_say_whether_a_source_bears_it_and_what_was_done_last(self):
        area, cited = AreaFactory(), AreaFactory()
        CitationFactory(area=cited)
        editorial.submit(area, by=None, comment="Look at the source")
        first, second = work_rows([area, cited])
        assert (first["unsupported"], second["unsupported"]) == (True, False)
        assert first["last"].comment == "Look at the source"
