"""Documents, of which day they can tell, and what a citation of them may be about."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from partnerships.models import Citation, Decision, Person, Source, State, Tenure
from partnerships.models.sources import moments_of

pytestmark = pytest.mark.once
READ_ON = date(2020, 2, 3)


def written(day="", read_on=None):
    source = Source(date=day, accessed_on=read_on)
    source.derive()
    return source


class TestTellsUntil:
    @pytest.mark.parametrize(
        ("source", "until"),
        [
            (written("2018-05-24", READ_ON), date(2018, 5, 24)),
            (written("2018-05"), date(2018, 5, 31)),
            (written("", READ_ON), READ_ON),
            (written(), None),
        ],
    )
    def test_is_the_last_day_on_which_it_can_have_been_written_or_else_that_on_which_it_was_read(self, source, until):
        assert source.tells_until == until

    @pytest.mark.parametrize(
        ("source", "day", "may"),
        [
            (written("2018-05"), date(2018, 5, 31), True),
            (written("2018-05"), date(2018, 6, 1), False),
            (written("", READ_ON), date(2020, 2, 4), False),
            (written(), date(2020, 2, 4), True),
        ],
    )
    def test_no_source_proves_what_came_after_it(self, source, day, may):
        assert Citation(source=source).can_bear(day) is may


class TestField:
    """A citation is about a field or a moment of the record that it belongs to."""

    @pytest.mark.parametrize(
        ("owner", "field", "may"),
        [
            (Tenure, "", True),
            (Tenure, "period", True),
            (Tenure, "start", True),
            (Tenure, "appointed", True),
            (Decision, "areas", True),
            (Decision, "title_fr", True),
            (Decision, "start", False),
            (State, "start", True),
            (State, "appointed", False),
            (Person, "colour", False),
        ],
    )
    def test_is_one_that_the_record_has(self, owner, field, may):
        citation = Citation(key="c", field=field, **{owner._meta.model_name: owner(pk=1)})
        if may:
            citation.clean()
        else:
            with pytest.raises(ValidationError) as refused:
                citation.clean()
            assert list(refused.value.message_dict) == ["field"]

    def test_moments_are_those_of_what_lasts(self):
        assert moments_of(Decision) == {}
        assert list(moments_of(State)) == ["start", "end"]
        assert {"start", "end", "seen", "credentials"} <= {*moments_of(Tenure)}


def test_is_found_by_its_title_publisher_address_author_and_own_title():
    source = Source(
        title_en="Report", publisher_fr="OTAN", url="https://nato.int/x", original_title="報告", author="A. Writer"
    )
    assert {"Report", "OTAN", "https://nato.int/x", "報告", "A. Writer"} <= {*source.folded_texts()}
    assert None not in Source(title_en="Report").folded_texts()
