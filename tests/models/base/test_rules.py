"""Rules that several kinds of record keep."""

import pytest
from django.core.exceptions import ValidationError

from partnerships.models import Area
from partnerships.models.base import refuse_circle


def ring(length):
    areas = [Area(pk=number, key=f"a-{number}") for number in range(1, length + 1)]
    for number, area in enumerate(areas):
        area.parent = areas[(number + 1) % length]
    return areas


@pytest.mark.parametrize("length", [1, 2, 5])
def test_nothing_leads_back_to_itself(length):
    with pytest.raises(ValidationError) as refused:
        refuse_circle(ring(length)[0], "parent")
    assert list(refused.value.message_dict) == ["parent"]


def test_what_only_leads_into_a_circle_is_not_to_blame():
    refuse_circle(Area(pk=9, key="a-9", parent=ring(3)[0]), "parent")


def test_a_chain_is_none():
    refuse_circle(Area(pk=1, parent=Area(pk=2, parent=Area(pk=3))), "parent")
    refuse_circle(Area(parent=Area(parent=None)), "parent")
