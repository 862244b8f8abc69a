"""Where two records differ, and which of them is offered first."""

import pytest

from partnerships.editorial.merge_choices import BOTH, GOES, STAYS, carried_over, fields_to_choose, touches_public
from partnerships.models import Citation, Tenure
from tests.factories import (
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    OfficeFactory,
    PersonFactory,
    TenureFactory,
)

pytestmark = pytest.mark.django_db


def test_what_is_there_is_offered_first_and_lists_together():
    stays = DecisionFactory(title_fr="Une décision", title_en=None, text_en="One text")
    goes = DecisionFactory(title_fr=None, title_en="A decision", text_en="Another text")
    goes.areas.add(AreaFactory())
    offered = {each.field.name: each.offered for each in fields_to_choose(stays, goes)}
    assert offered | {"title_en": GOES, "text_en": STAYS, "areas": BOTH} == offered
    assert "title_fr" not in offered


def test_list_that_one_alone_has_is_not_asked_for_where_nothing_would_be_added():
    stays, goes = DecisionFactory(), DecisionFactory()
    stays.areas.add(AreaFactory())
    asked = {each.field.name for each in fields_to_choose(stays, goes)}
    assert "areas" not in asked
    assert "areas" in {each.field.name for each in fields_to_choose(goes, stays)}


def test_choice_that_cannot_be_empty_is_asked_for_either_way():
    several, alone = OfficeFactory(single_holder=False), OfficeFactory()
    for stays, goes in ((several, alone), (alone, several)):
        (found,) = [each for each in fields_to_choose(stays, goes) if each.field.name == "single_holder"]
        assert (found.offered, found.options) == (STAYS, (STAYS, GOES))


@pytest.mark.parametrize(("stays", "goes", "told"), [("d", "d", 0), ("d", "p", 1), ("p", "d", 1), ("p", "p", 1)])
def test_touches_what_the_public_reads_where_it_reads_either(stays, goes, told):
    states = {"d": "draft", "p": "published"}
    one, other = (AreaFactory.build(publication=states[each]) for each in (stays, goes))
    assert touches_public(one, other) is bool(told)


def test_carries_over_what_names_it_counted_by_model():
    person = PersonFactory()
    for _number in range(2):
        TenureFactory(person=person)
    CitationFactory(person=person)
    assert carried_over(person) == {Tenure: 2, Citation: 1}


def test_what_makes_a_record_this_one_is_not_chosen():
    stays = AreaFactory(key="a", slug_en="a", publication="published", name_en="Cyber", name_fr="Cyber")
    goes = AreaFactory(key="b", slug_en="b", name_en="Cyber", name_fr="Cyber")
    assert fields_to_choose(stays, goes) == []
