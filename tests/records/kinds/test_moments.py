"""When records have lines on the timeline."""

import pytest

from partnerships.records.kinds import KINDS
from tests.factories import AgreementFactory, MilestoneFactory, TenureFactory, VisitFactory


def found(record):
    moments = KINDS[record._meta.model_name].moments
    return [(name, when.edtf) for name, when in moments.of(record)]


class TestEnds:
    @pytest.mark.parametrize(
        ("period", "moments"),
        [
            ("2013/2017", [("start", "2013"), ("end", "2017")]),
            ("2013/..", [("start", "2013")]),
            ("../2017", [("end", "2017")]),
            ("2013", [("on", "2013")]),
            ("", []),
        ],
    )
    def test_are_those_that_are_known(self, period, moments):
        tenure = KINDS["posting"].model(period=period)
        assert found(tenure) == moments


class TestOthers:
    def test_visit_has_one_line_for_all_its_days(self):
        assert [name for name, _ in found(VisitFactory.build(period="2017-10-30/2017-10-31"))] == ["on"]

    def test_agreement_is_signed_and_then_in_force(self):
        agreement = AgreementFactory.build(date="2013-04-15", period="2013-05-01/2014")
        assert found(agreement) == [("on", "2013-04-15"), ("start", "2013-05-01"), ("end", "2014")]

    @pytest.mark.django_db
    def test_tenure_has_a_line_for_its_first_credentials(self):
        tenure = TenureFactory(period="2013/2017")
        MilestoneFactory(tenure=tenure, kind="seen", date="2014")
        # The first in time, in whichever order they are recorded.
        for date in ("2013-06-02", "2013-06-01", "2013-06-03"):
            MilestoneFactory(tenure=tenure, kind="credentials", date=date)
        assert found(tenure) == [("start", "2013"), ("end", "2017"), ("credentials", "2013-06-01")]

    @pytest.mark.django_db
    @pytest.mark.parametrize(
        ("period", "expected"),
        [
            ("/", [("seen", "2019-09"), ("seen-last", "2022-08")]),
            ("", [("seen", "2019-09"), ("seen-last", "2022-08")]),
            ("/2024", [("end", "2024"), ("seen", "2019-09")]),
            ("/..", [("seen", "2019-09")]),
            ("2018/", [("start", "2018"), ("seen-last", "2022-08")]),
            ("2018/..", [("start", "2018")]),
            ("2018", [("on", "2018")]),
        ],
    )
    def test_tenure_has_a_line_for_the_first_and_the_last_sign_where_an_end_is_not_stated(self, period, expected):
        tenure = TenureFactory(period=period)
        for date in ("2022-08", "2020", "2019-09"):
            MilestoneFactory(tenure=tenure, kind="seen", date=date)
        assert found(tenure) == expected

    @pytest.mark.django_db
    def test_tenure_known_by_one_sign_has_one_line(self):
        tenure = TenureFactory(period="/")
        MilestoneFactory(tenure=tenure, kind="seen", date="2016-12")
        MilestoneFactory(tenure=tenure, kind="seen", date="")
        assert found(tenure) == [("seen", "2016-12")]
