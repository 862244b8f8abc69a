"""What was agreed at the time of a visit."""

import pytest

from partnerships.models import Agreement, Visit
from partnerships.pages.visits_and_agreements import agreed_at_the_time, visits_at_the_time
from tests.factories import PUBLISHED, AgreementFactory, PartnerFactory, PlaceFactory, StopFactory, VisitFactory
from tests.pages.reading import around, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner():
    return PartnerFactory(key="jp", **PUBLISHED)


def visit(partner, period, place=None, **fields):
    made = VisitFactory(key="v", title_en="Visit", period=period, **{**PUBLISHED, **fields})
    made.partners.add(partner)
    if place is not None:
        StopFactory(visit=made, place=place)
    return made


def agreement(partner, day, place=None, **fields):
    made = AgreementFactory(key="a", title_en="Declaration", date=day, place=place, **{**PUBLISHED, **fields})
    made.partners.add(partner)
    return made


def tied():
    """Whether either finds the other: never one alone."""
    (one,), (other,) = Visit.objects.all(), Agreement.objects.all()
    found, back = agreed_at_the_time([one]).get(one.pk, []), visits_at_the_time(other)
    assert bool(found) is bool(back)
    return bool(found)


class TestAgreedAtTheTime:
    @pytest.mark.parametrize(
        ("period", "day", "is_tied"),
        [
            ("2023-07-12", "2023-07-12", True),
            ("2023-07-11/2023-07-12", "2023-07-12", True),
            ("2023-07-11/2023-07-12", "2023-07-13", False),
            ("2023-07-11/2023-07-12", "2023-07-10", False),
            # A day of the month is not known to be one of the visit.
            ("2023-07", "2023-07-12", False),
            ("2023-07-12", "2023-07", False),
            ("2024-07-10/", "2024-07-10", True),
            ("2024-07-10/", "2024-07-11", False),
        ],
    )
    def test_is_of_a_day_of_the_visit_where_no_place_is_on_record(self, partner, period, day, is_tied):
        visit(partner, period, PlaceFactory(**PUBLISHED))
        agreement(partner, day)
        assert tied() is is_tied

    @pytest.mark.parametrize(("period", "is_tied"), [("2013-04", True), ("2013-04-15", True), ("2013-05", False)])
    def test_is_of_a_possible_day_in_a_place_of_the_visit(self, partner, period, is_tied):
        place = PlaceFactory(**PUBLISHED)
        visit(partner, period, place)
        agreement(partner, "2013-04-15", place)
        assert tied() is is_tied

    def test_is_not_of_another_place(self, partner):
        visit(partner, "2013-04-15", PlaceFactory(**PUBLISHED))
        agreement(partner, "2013-04-15", PlaceFactory(**PUBLISHED))
        assert not tied()

    def test_is_not_of_another_partner(self, partner):
        visit(partner, "2013-04-15")
        agreement(PartnerFactory(**PUBLISHED), "2013-04-15")
        assert not tied()

    @pytest.mark.parametrize("status", ["planned", "cancelled"])
    def test_is_not_of_a_visit_that_was_not_held(self, partner, status):
        visit(partner, "2013-04-15", status=status)
        agreement(partner, "2013-04-15")
        assert not tied()

    def test_is_what_the_public_may_see(self, partner):
        one, other = visit(partner, "2013-04-15"), agreement(partner, "2013-04-15", publication="draft")
        assert agreed_at_the_time([one])[one.pk] == []
        other.publication = "published"
        other.save()
        Visit.objects.update(publication="draft")
        assert visits_at_the_time(other) == []


class TestPages:
    @pytest.fixture(autouse=True)
    def _tied(self, partner):
        visit(partner, "2013-04-15")
        agreement(partner, "2013-04-15")

    def test_visit_names_it_with_its_day(self, client):
        assert "Agreed at that time: Declaration (15 April 2013)." in around(client, "/en/visits/v/")

    def test_agreement_names_the_visit(self, client):
        assert "Visit at that time: Visit." in around(client, "/en/agreements/a/")

    def test_partner_has_it_in_the_table_of_visits(self, client, partner):
        (row,) = rows(client, "/en/partners/jp/", "visits")
        assert row[-1] == "Declaration"
