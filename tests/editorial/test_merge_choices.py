"""Where two records differ, and which of them is offered first."""

import pytest

from partnerships.editorial.merge_choices import BOTH, GOES, STAYS, fields_to_choose
from tests.factories import AreaFactory, DecisionFactory

pytestmark = pytest.mark.django_db


def test_what_is_there_is_offered_first_and_lists_together():
    stays = DecisionFactory(title_fr="Une décision", title_en=None, text_en="One text")
    goes = DecisionFactory(title_fr=None, title_en="A decision", text_en="Another text")
    goes.areas.add(AreaFactory())
    offered = {each.field.name: each.offered for each in fields_to_choose(stays, goes)}
    assert offered | {"title_en": GOES, "text_en": STAYS, "areas": BOTH} == offered
    assert "title_fr" not in offered


def test_what_makes_a_record_this_one_is_not_chosen():
    stays = AreaFactory(key="a", slug_en="a", publication="published", name_en="Cyber", name_fr="Cyber")
    goes = AreaFactory(key="b", slug_en="b", name_en="Cyber", name_fr="Cyber")
    assert fields_to_choose(stays, goes) == []
