"""What an answer says by itself of what it holds."""

from datetime import date

import pytest

from partnerships.models import Citation, Office, Person, Tenure
from partnerships.offices import Answer, Between, Code, Holder, Reason, SuccessionRow, Unnamed, Verdict

pytestmark = pytest.mark.once
DAY = date(2018, 7, 1)
SOMEBODY = Holder(Person(), Tenure(), acting=False)


def answer(**fields) -> Answer:
    return Answer(Office(), DAY, **fields)


class TestVacant:
    def test_is_an_office_that_existed_and_of_which_it_is_known_that_nobody_held_it(self):
        assert answer(known=True, exists=True).vacant

    @pytest.mark.parametrize(
        "fields",
        [
            {"known": False},
            {"known": True, "exists": False},
            {"known": True, "certain": [SOMEBODY]},
            {"known": True, "possible": [SOMEBODY]},
        ],
    )
    def test_is_none_that_is_not_known_did_not_exist_or_has_a_name(self, fields):
        assert not answer(**fields).vacant

    def test_is_not_said_of_an_answer_that_says_nothing(self):
        empty = answer()
        assert (empty.known, empty.exists, empty.vacant) == (False, True, False)


class TestReasons:
    def test_of_an_answer_are_those_of_the_whole(self):
        reason = Reason(Code.NOT_COVERED)
        holder = Holder(Person(), Tenure(), acting=False, reasons=(Reason(Code.OWN_RIGHT),))
        assert answer(certain=[holder], unnamed=Unnamed(reasons=(reason,))).reasons == (reason,)


class TestRow:
    """The days of a row, and of whom it speaks."""

    said, of_holder = Unnamed((Reason(Code.TO_COME),), (Citation(pk=1),)), (Reason(Code.OWN_RIGHT),)

    def row(self, holder=None) -> SuccessionRow:
        start, end = Between(date(2018, 1, 1), date(2018, 12, 31)), Between(date(2019, 1, 1), date(2019, 12, 31))
        return SuccessionRow(Verdict.CERTAIN, start, end, "2018/2019", holder, self.said)

    def holder(self, *reasons) -> Holder:
        return Holder(Person(), Tenure(), acting=False, citations=(Citation(pk=2),), reasons=reasons)

    def test_lasts_from_its_latest_start_to_its_earliest_end(self):
        assert (self.row().first, self.row().last) == (date(2018, 12, 31), date(2019, 1, 1))

    def test_without_a_holder_has_the_reasons_and_sources_of_the_days(self):
        assert (self.row().reasons, self.row().citations) == (self.said.reasons, self.said.citations)

    def test_with_a_holder_has_theirs(self):
        holder = self.holder(*self.of_holder)
        assert (self.row(holder).reasons, self.row(holder).citations) == (holder.reasons, holder.citations)

    def test_is_expired_where_no_newer_source_shows_the_holder(self):
        expired = Reason(Code.EXPIRED)
        assert self.row(self.holder(*self.of_holder, expired)).expired is expired
        assert self.row(self.holder(Reason(Code.END_NOT_EXACT))).expired is None
        assert self.row().expired is None
