"""“Checked, it is so”: an answer holds while the records stay what they were."""

import json
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils.translation import override

from partnerships.consistency import check_register, open_findings, reopen, settle
from partnerships.models import CheckedFinding
from tests.factories import DecisionFactory, DesignationFactory, OfficeFactory, PlaceFactory, TenureFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return User.objects.create_user("editor", first_name="Aiko", last_name="Mori")


@pytest.fixture
def holders():
    office = OfficeFactory()
    return [TenureFactory(key=key, office=office, period="2012-12-26/2014") for key in ("one", "two")]


def found(code):
    return check_register(code)[0]


def is_open(code):
    return bool(open_findings(check_register(code)))


class TestAnswer:
    def test_says_who_when_and_why_and_closes_the_finding(self, holders, editor):
        answer = settle(found("two-holders"), by=editor, reason=" They shared it. ")
        assert (answer.by_name, answer.reason) == ("Aiko Mori", "They shared it.")
        assert not is_open("two-holders")
        editor.delete()
        assert CheckedFinding.objects.get().by_name == "Aiko Mori"

    def test_is_one_in_both_languages(self, holders, editor):
        with override("fr"):
            settle(found("two-holders"), by=editor, reason="Partagée.")
        with override("en"):
            assert not is_open("two-holders")

    @pytest.mark.parametrize("key", ["one", "two"])
    def test_ends_when_a_record_that_it_is_about_changes(self, holders, editor, key):
        settle(found("two-holders"), by=editor, reason="They shared it.")
        tenure = next(each for each in holders if each.key == key)
        tenure.note = "Seen again"
        tenure.save()
        assert is_open("two-holders")
        assert CheckedFinding.objects.get().reason == "They shared it."

    def test_ends_when_the_record_of_another_kind_changes(self, editor):
        decision = DecisionFactory(date="2019-05-24")
        DesignationFactory(decision=decision, period="2018-07-01/..")
        settle(found("decision-after-effect"), by=editor, reason="Decided afterwards.")
        decision.note = "Seen again"
        decision.save()
        assert is_open("decision-after-effect")

    def test_holds_whatever_else_changes(self, holders, editor):
        settle(found("two-holders"), by=editor, reason="They shared it.")
        person = holders[0].person
        person.note = "Born in Tokyo"
        person.save()
        assert not is_open("two-holders")

    def test_is_taken_back_and_given_again(self, holders, editor):
        at = settle(found("two-holders"), by=editor, reason="They shared it.").at
        reopen(found("two-holders"))
        assert is_open("two-holders")
        assert CheckedFinding.objects.get().at > at
        settle(found("two-holders"), by=editor, reason="They did.")
        assert CheckedFinding.objects.get().reason == "They did."

    def test_is_not_overwritten_by_whoever_comes_second(self, holders, editor):
        settle(found("two-holders"), by=editor, reason="They shared it.")
        with (
            override("en"),
            pytest.raises(ValidationError, match="Aiko Mori has answered this already: “They shared it.”"),
        ):
            settle(found("two-holders"), by=editor, reason="They did.")
        assert CheckedFinding.objects.get().reason == "They shared it."

    def test_is_refused_without_a_reason_and_of_what_cannot_be_true(self, holders, editor):
        with pytest.raises(ValidationError):
            settle(found("two-holders"), by=editor, reason=" ")
        DesignationFactory(mission__period="2020/..", period="2018-07-01/2025-01-15")
        with pytest.raises(ValidationError):
            settle(found("before-it-existed"), by=editor, reason="It did.")
        assert not CheckedFinding.objects.exists()


def test_command_leaves_out_what_is_settled(editor):
    PlaceFactory(latitude=0, longitude=0)
    settle(found("null-island"), by=editor, reason="A buoy lies there.")
    for options, number in (([], 0), (["--all"], 1)):
        out = StringIO()
        call_command("check_register", "--kind", "null-island", "--format", "json", *options, stdout=out)
        assert len(json.loads(out.getvalue())["findings"]) == number
