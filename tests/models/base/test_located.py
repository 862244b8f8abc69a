"""What has its place on the map has both coordinates or neither, within their bounds."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from partnerships.models import Embassy, Mission, Place
from partnerships.models.base import OnEarth, Reachable
from tests.factories import EmbassyFactory, PlaceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(None, None), (0, 0), (90, 180), (-90, -180), ("50.84670", "4.35170")]
)
def test_place_on_earth_is_kept(latitude, longitude):
    PlaceFactory.build(key="p", latitude=latitude, longitude=longitude).full_clean()
    PlaceFactory(key="p", latitude=latitude, longitude=longitude)
    assert Place.objects.filter(latitude=latitude, longitude=longitude).exists()


@pytest.mark.parametrize(
    ("latitude", "longitude", "fields"),
    [
        (None, 1, {"__all__"}),
        (1, None, {"__all__"}),
        ("90.00001", 1, {"latitude"}),
        ("-90.00001", 1, {"latitude"}),
        (1, "180.00001", {"longitude"}),
        (1, "-180.00001", {"longitude"}),
    ],
)
def test_place_elsewhere_is_refused_by_the_form_and_the_database(latitude, longitude, fields):
    with pytest.raises(ValidationError) as refused:
        PlaceFactory.build(key="p", latitude=latitude, longitude=longitude).full_clean()
    assert set(refused.value.message_dict) - {"__all__"} == fields - {"__all__"}
    assert fields <= set(refused.value.message_dict)
    with pytest.raises(IntegrityError, match="place_on_earth"), transaction.atomic():
        PlaceFactory(key="p", latitude=latitude, longitude=longitude)


def test_fraction_of_a_degree_has_five_digits():
    with pytest.raises(ValidationError) as refused:
        PlaceFactory.build(key="p", latitude="1.000001", longitude=1).full_clean()
    assert set(refused.value.message_dict) == {"latitude"}


class TestReachable:
    def test_posts_can_be_reached_and_lie_on_earth_too(self):
        assert issubclass(Embassy, Reachable)
        assert issubclass(Mission, Reachable)
        assert issubclass(Place, OnEarth)
        assert not issubclass(Place, Reachable)
        with pytest.raises(IntegrityError, match="embassy_on_earth"), transaction.atomic():
            EmbassyFactory(latitude=1)

    @pytest.mark.parametrize(
        ("field", "right", "wrong"),
        [
            ("website", "https://example.org/mission", "example.org"),
            ("email", "mission@example.org", "mission"),
            ("phone", "+32 2 000 00 00", "0" * 101),
        ],
    )
    def test_ways_to_reach_a_post_may_be_empty_but_not_wrong(self, field, right, wrong):
        embassy = EmbassyFactory(address="Rue 1\n1000 Bruxelles")
        for value in ("", right):
            setattr(embassy, field, value)
            embassy.full_clean()
        setattr(embassy, field, wrong)
        with pytest.raises(ValidationError) as refused:
            embassy.full_clean()
        assert set(refused.value.message_dict) == {field}
