"""States, organisations, places, and the partnerships between them."""

import pytest
from django.core.exceptions import ValidationError

from partnerships.models import Framework, Membership, Organization, Partner, State
from partnerships.models.partners import capitals, three_digits

pytestmark = pytest.mark.once


def takes(validator, text):
    try:
        validator(text)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "two", "three", "digits"),
    [
        ("JP", True, False, False),
        ("JPN", False, True, False),
        ("392", False, False, True),
        ("004", False, False, True),
        ("jp", False, False, False),
        ("J1", False, False, False),
        ("JP\n", False, False, False),
        ("É", False, False, False),
        ("٣٩٢", False, False, False),
        ("4", False, False, False),
        ("0004", False, False, False),
    ],
)
def test_codes_of_states_are_so_many_capitals_or_digits(text, two, three, digits):
    assert [takes(validator, text) for validator in (capitals(2), capitals(3), three_digits)] == [two, three, digits]


class TestNamedAfter:
    state = State(pk=1, name_en="Japan")

    @pytest.mark.parametrize(
        ("fields", "is_state"),
        [({}, True), ({"name_fr": "Le Japon"}, False), ({"name_en": "Japan (partner)"}, False)],
    )
    def test_partner_is_called_as_its_state_unless_it_has_a_name_of_its_own(self, fields, is_state):
        assert Partner(state=self.state, **fields).named_after == ((self.state,) if is_state else ())
        assert Partner(**fields).named_after == ()

    def test_membership_is_called_by_the_state_and_what_it_is_in(self):
        framework, body = Framework(pk=1), Organization(pk=2)
        for fields, group in (({"framework": framework}, framework), ({"organization": body}, body)):
            membership = Membership(state=self.state, **fields)
            assert (membership.group, membership.named_after) == (group, (self.state, group))
        assert Membership(state=self.state).named_after == (self.state,)


@pytest.mark.parametrize("model", [Organization, Framework])
def test_body_is_found_by_its_abbreviations(model):
    found = model(name_en="Alliance", abbreviation_fr="OTAN", abbreviation_en="NATO").folded_texts()
    assert {"Alliance", "OTAN", "NATO"} <= {*found}
    assert None not in model(name_en="Alliance").folded_texts()
