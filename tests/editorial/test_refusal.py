"""A refusal says why, and names what stands in the way."""

from partnerships.editorial import Refused
from partnerships.models import State


class TestRefused:
    def test_says_why_and_names_the_records(self):
        refusal = Refused(
            "It names records that are not published:", [State(name_en="Japan", name_fr="Japan", key="jp")]
        )
        assert str(refusal).startswith("It names records that are not published: Japan (")

    def test_says_why_alone(self):
        assert str(Refused("No.")) == "No."
