"""What one record says against itself is found without the others being read."""

import pytest
from django.contrib.auth.models import User
from django.utils import translation

from partnerships.consistency import check_register
from partnerships.consistency.of_record import contradictions, contradictions_in_words
from partnerships.consistency.settling import settle
from partnerships.models import State
from tests.factories import (
    AreaFactory,
    EmbassyFactory,
    MilestoneFactory,
    OfficeFactory,
    ParticipationFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db


def arrived_after_the_end(**fields):
    tenure = TenureFactory(period="2015-01-01/2016-01-01", **fields)
    MilestoneFactory(tenure=tenure, kind="arrived", date="2017-01-01")
    return tenure


class TestContradictions:
    def test_are_those_of_the_record_alone(self):
        other, tenure = arrived_after_the_end(), arrived_after_the_end()
        assert [(each.code, each.key) for each in contradictions(tenure)] == [("service-after-end", tenure.key)]
        assert [each.key for each in contradictions(other)] == [other.key]

    def test_are_none_of_what_is_sound(self):
        arrived_after_the_end()
        tenure = TenureFactory(period="2015-01-01/2016-01-01")
        MilestoneFactory(tenure=tenure, kind="arrived", date="2014-12-01")
        assert contradictions(tenure) == []
        assert contradictions(AreaFactory()) == []

    def test_are_those_of_its_parts_too(self):
        stop = StopFactory(visit__period="2020-01-01/2020-01-03", period="2021-05-01")
        assert [each.code for each in contradictions(stop.visit)] == ["stop-outside-visit"]

    def test_are_not_what_only_the_whole_register_tells(self):
        person = PersonFactory()
        for _each in range(2):
            visit = VisitFactory(period="2017-10-10/2017-10-12")
            ParticipationFactory(person=person, role="visitor", visit=visit)
        EmbassyFactory(latitude="1", longitude="1", place=PlaceFactory(latitude="50", longitude="4"))
        assert {found.code for found in check_register()} >= {"two-visits-at-once", "far-from-its-place"}
        assert contradictions(VisitFactory()) == contradictions(EmbassyFactory()) == []

    def test_that_somebody_answered_are_none(self):
        tenure = arrived_after_the_end()
        [found] = contradictions(tenure)
        settle(found, by=User.objects.create_user("one"), reason="So it is.")
        assert contradictions(tenure) == []

    def test_cost_few_questions(self, django_assert_max_num_queries):
        area = AreaFactory()
        with django_assert_max_num_queries(8):
            contradictions(area)


def test_key_that_is_a_word_of_the_sentence_changes_nothing_else():
    State.objects.filter(key="be").delete()
    belgium = StateFactory(key="be", name_en="Belgium", name_fr="Belgique", period="1830-10-04/..")
    with translation.override("en"):
        [(sentence, others)] = contradictions_in_words(OfficeFactory(state=belgium, period="1700/1710"))
    assert (sentence, others) == ("It begins before this existed: Belgium.", (belgium,))


def test_name_other_records_in_words():
    embassy = EmbassyFactory(key="jp-xx", period="2000/2010", name_fr="Ambassade", name_en="The embassy")
    tenure = TenureFactory(office=OfficeFactory(embassy=embassy, heads_post=True), period="2015/2016")
    with translation.override("en"):
        said = contradictions_in_words(tenure)
    assert (embassy,) in [others for _sentence, others in said]
    assert "jp-xx" not in " ".join(sentence for sentence, _others in said)
    assert "The embassy" in " ".join(sentence for sentence, _others in said)
