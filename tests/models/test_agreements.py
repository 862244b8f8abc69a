"""What the parties agree, and sign."""

import pytest

from tests.factories import AgreementFactory, ParticipationFactory


@pytest.mark.django_db
@pytest.mark.once
@pytest.mark.parametrize(
    ("roles", "signed"), [([], False), (["attendee"], False), (["attendee", "signatory"], True), (["signatory"], True)]
)
def test_agreement_is_signed_where_a_source_says_who_signed(roles, signed):
    agreement = AgreementFactory()
    for role in roles:
        ParticipationFactory(agreement=agreement, role=role)
    assert agreement.is_signed is signed
