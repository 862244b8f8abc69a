"""What templates ask of a record."""

from partnerships.models import Posting, State
from partnerships.templatetags.records import prose


class TestProse:
    def test_is_the_text(self):
        assert "One." in prose(Posting(summary_en="One.", summary_fr="One."), "summary")

    def test_of_a_kind_without_the_text_is_nothing(self):
        """The common card of a kind that has no summary ended in an error, on every page where it stands."""
        assert prose(State(name_en="Japan"), "summary") == ""
