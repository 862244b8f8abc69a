"""In which order the records of a list stand, and the place of each in it."""

from datetime import date

import pytest
from django.core.exceptions import BadRequest
from django.utils.translation import override

from partnerships.listing import cursor
from partnerships.listing.order import order_of
from partnerships.pages import PAGES

pytestmark = pytest.mark.usefixtures("english")


class TestOrderOf:
    @pytest.mark.parametrize(
        ("kind", "order", "columns", "descending"),
        [
            ("decision", "newest", ("in_time", "in_time_last", "key"), True),
            ("decision", "oldest", ("in_time", "in_time_last", "key"), False),
            ("embassy", "", ("sort_en", "key"), False),
            ("partner", "", ("shown_name", "key"), False),
            # « Mission d’Israël » stands behind « Mission de Bahreïn ».
            ("mission", "", ("shown_name", "key"), False),
            # They have no date.
            ("area", "newest", ("sort_en", "key"), False),
        ],
    )
    def test_is_that_of_names_unless_a_date_decides(self, kind, order, columns, descending):
        found = order_of(PAGES[kind], order)
        assert (found.columns, found.descending) == (columns, descending)

    def test_names_are_those_of_the_language(self):
        with override("fr"):
            assert order_of(PAGES["embassy"], "").columns[0] == "sort_fr"
            assert order_of(PAGES["mission"], "").named_by == "state__sort_fr"


class TestCursor:
    def test_days_are_read_as_days_and_the_rest_as_text(self):
        order = order_of(PAGES["decision"], "newest")
        place = cursor.encode("2018-05-24", "2018-05-31", "2018")
        assert order.read(place) == [date(2018, 5, 24), date(2018, 5, 31), "2018"]

    @pytest.mark.parametrize("parts", [("2018", "2018-05-31", "k"), ("2018-05-24", "2018-05-32", "k"), ("a", "k")])
    def test_that_gives_no_days_is_refused(self, parts):
        with pytest.raises(BadRequest, match="Start again from its beginning"):
            order_of(PAGES["decision"], "oldest").read(cursor.encode(*parts))
