"""What one sentence tells of an office."""

import pytest

from partnerships.gleaning.proposing import read_document
from partnerships.gleaning.tenures_told import (
    appointment_told,
    day_behind,
    from_then_on,
    offices_by_title,
    stands_right_behind,
)

from .documents import known, proposed


def told(text):
    return read_document(text, known()).told[0]


def test_office_stands_beside_the_name():
    found = offices_by_title(told("The Secretary General of NATO, Jens Stoltenberg, spoke."))
    assert [each.known.key for each in found.values()] == ["nato-sg"]


@pytest.mark.parametrize(
    ("text", "who"),
    [("He announced the appointment of Ms Anna Berg as Ambassador.", "Anna Berg"), ("Ms Anna Berg spoke.", None)],
)
def test_appointment_as_a_noun_says_whose(text, who):
    person = appointment_told(told(text))
    assert (person.name if person else None) == who


def test_of_several_days_it_is_the_one_behind_the_verb():
    sentence = told("Appointed on 3 May 2018, Ms Anna Berg took office on 1 July 2018.")
    assert from_then_on(sentence).value == "2018-07-01/.."
    assert day_behind(sentence, sentence.sentence.text.index("took")).notation == "2018-07-01"
    assert day_behind(sentence, 0).notation == "2018-05-03"


@pytest.mark.parametrize(
    ("text", "is_theirs"),
    [
        ("Ms Anna Berg has been the Ambassador of Japan to Belgium since 1 May 2018.", True),
        ("Ms Anna Berg has been, since 1 May 2018, Ambassador of Japan to Belgium.", True),
        ("Mme Anna Berg occupe le poste d’ambassadrice du Japon en Belgique depuis mai 2018.", True),
        ("Ms Anna Berg has served as adviser to the Ambassador of Japan to Belgium since 1 May 2018.", False),
        ("Mme Anna Berg est adjointe de l’ambassadeur du Japon en Belgique depuis le 1er mai 2018.", False),
        ("Mr Jan Berg met Mr Shinzo Abe; he is Ambassador of Japan to Belgium since May 2018.", False),
        ("Ms Anna Berg has been retired since 2018 after serving as Ambassador of Japan to Belgium.", False),
        ("Ms Anna Berg has been Minister-Counsellor since 2018 and was earlier Secretary General of NATO.", False),
    ],
)
def test_office_stands_right_behind_what_somebody_has_been(text, is_theirs):
    assert bool(proposed(text, "tenure")) == is_theirs


def test_office_elsewhere_in_a_sentence_is_not_behind_the_verb():
    sentence = told("The Ambassador has been in Brussels.")
    at = sentence.sentence.text.index("been") + len("been")
    assert not stands_right_behind(sentence, at, "Ambassador")
