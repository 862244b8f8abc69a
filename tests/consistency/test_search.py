"""The index of the search against the records."""

from unittest.mock import patch

import pytest

from partnerships import models
from partnerships.consistency import check_register, search
from tests.factories import DecisionFactory, OrganizationFactory

from .cases import Case, Cells, cells, told

pytestmark = pytest.mark.django_db


def lost_document(given):
    decision = DecisionFactory(publication="published", body=OrganizationFactory(publication="published"))
    models.SearchDocument.objects.filter(key=given or decision.key).delete()


CASES = [
    Case("search-out-of-step", "decision", lost_document, "", "none"),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


@pytest.mark.once
class TestHowMuch:
    """A large register is read in parts, unless this alone is asked."""

    @pytest.fixture
    def compared(self):
        with patch.object(search.comparison, "differences", return_value=[]) as compared:
            yield compared

    def test_a_thousand_records_of_the_whole_register(self, compared):
        check_register()
        compared.assert_called_once_with(1000)

    def test_all_of_them_where_this_alone_is_asked(self, compared):
        check_register("search-out-of-step")
        compared.assert_called_once_with(None)

    def test_none_where_another_finding_is(self, compared):
        check_register("no-source")
        compared.assert_not_called()


@pytest.mark.once
class TestWhere:
    def test_is_mended_by_a_command(self):
        DecisionFactory(key="d", publication="published", body=OrganizationFactory(publication="published"))
        models.SearchDocument.objects.filter(key="d").delete()
        assert told("search-out-of-step") == [
            (
                *("decision/d", ""),
                "The search does not find this record as it is; run “manage.py rebuild_search”.",
            )
        ]
        [found] = check_register("search-out-of-step")
        assert (found.pk, found.where) == (None, "manage.py rebuild_search")

    def test_other_words_than_the_record_has_are_found(self):
        DecisionFactory(key="d", publication="published", body=OrganizationFactory(publication="published"))
        models.SearchDocument.objects.filter(key="d").update(vocabulary="other words")
        assert [record for record, _field, _sentence in told("search-out-of-step")] == ["decision/d"]
