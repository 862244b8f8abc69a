"""What no source of a record proves."""

import pytest
from django.utils.translation import override

from partnerships.editorial.unproven import lack_of_proof, lack_of_proof_typed
from partnerships.models import Area, Citation, Designation, Source, Tenure
from tests.factories import AreaFactory, CitationFactory, DesignationFactory, MilestoneFactory, TenureFactory

pytestmark = pytest.mark.django_db
NONE = "No source supports this record yet: add a citation."


@pytest.fixture(autouse=True)
def _english(_fresh_state):
    with override("en"):
        yield


class TestStored:
    def test_record_without_a_source_lacks_one(self):
        assert lack_of_proof(AreaFactory()) == NONE

    def test_moment_after_the_only_source_is_named(self):
        designation = DesignationFactory(period="2021-04-01/..")
        CitationFactory(designation=designation, source__date="2021-03-12")
        assert "beginning (1 April 2021)" in lack_of_proof(designation)

    @pytest.mark.parametrize("written", ["2021-04-01", "2022", ""])
    def test_source_of_the_day_or_later_or_of_no_day_is_enough_published_or_not(self, written):
        designation = DesignationFactory(period="2021-04-01/..")
        CitationFactory(designation=designation, source__date=written)
        assert lack_of_proof(designation) == ""

    def test_only_the_moment_that_none_proves_is_named(self):
        tenure = TenureFactory(period="2018-07-01/2020-01-31")
        MilestoneFactory(tenure=tenure, kind="credentials", date="2018-09-01")
        CitationFactory(tenure=tenure, source__date="2019")
        said = lack_of_proof(tenure)
        assert "end (31 January 2020)" in said
        assert "2018" not in said

    def test_what_has_no_dates_is_supported_by_any_source(self):
        area = AreaFactory()
        CitationFactory(area=area, source__date="1990")
        assert lack_of_proof(area) == ""


class TestTyped:
    def cited(self, written, **fields):
        source = Source(date=written)
        source.date_latest = source._meta.get_field("date").read(written).latest
        return Citation(source=source, **fields)

    def test_says_the_same_of_what_is_not_stored(self):
        typed = Designation(period="2021-04-01/..")
        assert lack_of_proof_typed(typed, []) == NONE
        assert "1 April 2021" in lack_of_proof_typed(typed, [self.cited("2021-03-12")])
        assert lack_of_proof_typed(typed, [self.cited("2021-04-01")]) == ""

    def test_what_contradicts_supports_nothing(self):
        assert lack_of_proof_typed(Area(), [self.cited("2021-03-12", stance="contradicts")]) == NONE

    def test_of_a_tenure_looks_at_its_ends(self):
        typed = Tenure(period="2018-07-01/2020-01-31")
        assert "2020" in lack_of_proof_typed(typed, [self.cited("2019-01-01")])
