"""What one record says against itself and against others is found without the whole register being read."""

from importlib import import_module

import pytest
from django.contrib.auth.models import User
from django.utils import translation

from partnerships.consistency import RULES, Severity, check_register
from partnerships.consistency.of_record import MOST, SAID_OTHERWISE, contradictions, contradictions_in_words
from partnerships.consistency.register import CHECKS
from partnerships.consistency.settling import settle
from partnerships.models import State
from partnerships.records.kinds import record_named
from tests.factories import (
    AreaFactory,
    CitationFactory,
    EmbassyFactory,
    MilestoneFactory,
    OfficeFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db

#: What forms, imports and `loaddata` refuse, so that only a hand in the database can make it; what no form mends; what
#: is said on saving of the same records in other words.
NOT_ASKED = {
    *("timeline-out-of-step", "service-out-of-step", "search-out-of-step"),
    *("names-unpublished", "leads-back", "former-address-taken", "address-taken"),
    *("same-source", "same-day", "same-person"),
    *SAID_OTHERWISE,
}
ASKED = [code for code, rule in RULES.items() if rule.severity != Severity.NOTE and code not in NOT_ASKED]
CASES = {
    code: case
    for check in CHECKS
    for case in reversed(import_module(f"tests.consistency.test_{check}").CASES)
    for code in [case.code]
}


def arrived_after_the_end(**fields):
    tenure = TenureFactory(period="2015-01-01/2016-01-01", **fields)
    MilestoneFactory(tenure=tenure, kind="arrived", date="2017-01-01")
    return tenure


def named(called):
    return record_named(*called.split("/"))


@pytest.mark.once
@pytest.mark.parametrize("code", ASKED)
class TestEveryRule:
    """What the desk finds in a record is said when it is saved; of what it is about, too, where that is asked."""

    @past_the_fence()
    def test_is_asked_of_the_record_as_of_the_register_and_no_more(self, code):
        CASES[code].make(CASES[code].contradictory)
        found = check_register(code)
        assert found
        for each in found:
            said = contradictions(named(each.record))
            assert each in said
            assert all(one in check_register(one.code) for one in said)


#: What is said of the other record as well: a death of the tenures after it, an end of a State of its embassies.
BOTH_WAYS = (
    *("before-it-existed", "after-it-ended", "began-meanwhile", "ended-meanwhile", "before-what-it-follows"),
    *("after-death", "before-birth", "very-young", "long-after-birth", "ending-not-death", "national-of-no-state"),
    *(
        "ending-not-abolition",
        "decision-after-effect",
        "renewed-and-goes-on",
        "far-from-its-place",
        "outside-its-state",
    ),
    *("two-designations", "two-posts", "two-heads", "membership-twice", "partner-twice", "partner-and-member"),
    *(
        "membership-outside-partnership",
        "tenure-twice",
        "two-states",
        "appointment-of-two",
        "same-identifier",
        "source-older",
    ),
)


@pytest.mark.parametrize("code", BOTH_WAYS)
@pytest.mark.once
@past_the_fence()
def test_is_said_of_what_it_is_about(code):
    CASES[code].make(CASES[code].contradictory)
    for each in check_register(code):
        other = named(each.about)
        assert each in contradictions(other)
        with translation.override("en"):
            said = [sentence for sentence, _others in contradictions_in_words(other)]
            assert any(str(named(each.record)) in sentence for sentence in said)


@past_the_fence()
def test_of_a_source_are_the_milestones_that_it_is_too_old_for():
    milestone = MilestoneFactory(kind="credentials", date="2017-01-01")
    cited = CitationFactory(tenure=milestone.tenure, field="credentials", source__date="2018-01-01")
    cited.source.date = "2016-01-01"
    assert contradictions(cited.source) == []
    cited.source.save()
    assert [(each.code, each.record, each.about) for each in contradictions(cited.source)] == [
        ("source-older", f"tenure/{milestone.tenure.key}", f"source/{cited.source.key}")
    ]


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

    def test_are_no_notes(self):
        embassy = EmbassyFactory(place=PlaceFactory(state=StateFactory()))
        assert [each.severity for each in check_register("place-elsewhere")] == [Severity.NOTE]
        assert contradictions(embassy) == []

    def test_that_somebody_answered_are_none(self):
        tenure = arrived_after_the_end()
        [found] = contradictions(tenure)
        settle(found, by=User.objects.create_user("one"), reason="So it is.")
        assert contradictions(tenure) == []

    def test_of_the_record_stand_before_those_of_others(self):
        person = PersonFactory(birth="1990", death="1980")
        TenureFactory(person=person, period="2000/2001")
        assert [each.code for each in contradictions(person)] == ["death-before-birth", "after-death"]

    @pytest.mark.once
    def test_cost_few_questions(self, django_assert_max_num_queries):
        area, tenure, state = AreaFactory(), TenureFactory(), StateFactory()
        with django_assert_max_num_queries(10):
            contradictions(area)
        with django_assert_max_num_queries(130):
            contradictions(tenure)
        with django_assert_max_num_queries(120):
            contradictions(state)


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


@pytest.mark.once
class TestOfOthers:
    def test_are_named_before_what_is_wrong_with_them(self):
        person = PersonFactory(name="Person A", death="1980")
        tenure = TenureFactory(person=person, period="2000/2001")
        with translation.override("en"):
            [(sentence, others)] = contradictions_in_words(person)
            assert sentence == f"{tenure}: It comes after the death of this person: Person A."
        assert others == (tenure,)
        with translation.override("fr"):
            [(sentence, _others)] = contradictions_in_words(person)
            assert sentence.startswith(f"{tenure}\u00a0: ")

    @pytest.mark.parametrize(
        ("more", "said"),
        [
            (0, []),
            (1, ["One more record contradicts this one: see “Findings”."]),
            (2, ["2 more records contradict this one: see “Findings”."]),
        ],
    )
    def test_are_named_up_to_some_and_counted_after(self, more, said):
        person = PersonFactory(death="1980")
        for number in range(MOST + more):
            TenureFactory(person=person, period=f"{2000 + number}", office=OfficeFactory())
        with translation.override("en"):
            told = contradictions_in_words(person)
        assert len([others for _sentence, others in told if others]) == MOST
        assert [sentence for sentence, others in told if not others] == said
