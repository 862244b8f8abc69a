"""What partners do together from day to day."""

import pytest

from partnerships.models import Organization, Posting, State


class TestOfficer:
    """An officer without a title is called by what the register knows, and may name."""

    @pytest.mark.parametrize(
        ("hidden", "language", "called"),
        [
            ((), "en", "Staff officer, Japan – SHAPE"),
            ((), "fr", "Administrateur, Japon – SHAPE"),
            ((State,), "en", "Staff officer, SHAPE"),
            ((Organization,), "en", "Staff officer, Japan"),
            ((State, Organization), "en", "Staff officer"),
        ],
    )
    def test_is_called_by_the_kind_the_state_and_the_body(self, hidden, language, called):
        posting = Posting(
            kind="staff",
            state=State(pk=1, name_fr="Japon", name_en="Japan"),
            organization=Organization(pk=1, name_fr="SHAPE", name_en="SHAPE"),
        )
        assert posting.stand_in(language, may_name=lambda one: not isinstance(one, hidden)) == called
