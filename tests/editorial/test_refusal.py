"""A refusal says why, and names what stands in the way."""

import pytest

from partnerships.editorial.refusal import Obstacles, Refused
from partnerships.models import State


class TestRefused:
    def test_says_why_and_names_the_records(self):
        refusal = Refused(
            "It names records that are not published:", [State(name_en="Japan", name_fr="Japan", key="jp")]
        )
        assert str(refusal).startswith("It names records that are not published: Japan (")

    def test_is_kept_with_the_keys_of_the_records(self):
        refusal = Refused("No:", [State(name_en="Japan", key="jp")], further=[Refused("Nor this.")])
        assert refusal.by_key() == "No: state/jp"

    def test_says_why_alone(self):
        assert str(Refused("No.")) == "No."


class TestObstacles:
    def test_are_told_together_each_once(self):
        obstacles, state = Obstacles(), State(name_en="Japan", name_fr="Japan", key="jp")
        for sentence, records in (("It needs a date:", [state]), ("Say why.", []), ("It needs a date:", [state])):
            with obstacles.noted():
                raise Refused(sentence, records, field="date")
        with pytest.raises(Refused) as refused:
            obstacles.refuse()
        assert [each.sentence for each in refused.value.each] == ["It needs a date:", "Say why."]
        assert str(refused.value).startswith("It needs a date: Japan (")
        assert str(refused.value).endswith("Say why.")

    def test_are_none_where_nothing_was_refused(self):
        obstacles = Obstacles()
        with obstacles.noted():
            pass
        obstacles.refuse()
