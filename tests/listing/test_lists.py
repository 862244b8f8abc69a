"""Lists of records: one page of them, and what stands on each line; pages ask the rest."""

from datetime import date
from itertools import product

import pytest
from django.http import QueryDict

from partnerships.listing import cursor, lists
from partnerships.listing.lists import first_page, list_rows, nearest, sliced
from partnerships.listing.order import Order, order_of
from partnerships.models import Area, Decision, Mission, Name, Partner
from partnerships.pages import PAGES
from tests.factories import (
    AreaFactory,
    DecisionFactory,
    MissionFactory,
    OrganizationFactory,
    PartnerFactory,
    StateFactory,
    VisitFactory,
)

pytestmark = pytest.mark.usefixtures("english")

PUBLIC = {"publication": "published"}
BY_KEY = Order(("key",))


def keys_of(found):
    return [one.key for one in found[0]]


@pytest.mark.django_db
class TestSliced:
    @pytest.fixture
    def areas(self):
        # Names and keys are in another order.
        for key, name in (("c", "Alpha"), ("b", "Beta"), ("a", "Beta"), ("d", "Gamma")):
            AreaFactory(key=key, name_en=name, **PUBLIC)
        return Area.objects.all()

    def test_stands_in_the_order_of_names_then_of_keys(self, areas):
        found, before, after = sliced(QueryDict(), areas, order_of(PAGES["area"], ""))
        assert [one.key for one in found] == ["c", "a", "b", "d"]
        assert (before, after) == (None, None)

    def test_leads_there_and_back(self, areas):
        order = order_of(PAGES["area"], "")
        first = sliced(QueryDict(), areas, order, 2)
        assert (keys_of(first), first[1]) == (["c", "a"], None)
        second = sliced(QueryDict(f"after={first[2]}"), areas, order, 2)
        assert (keys_of(second), second[2]) == (["b", "d"], None)
        back = sliced(QueryDict(f"before={second[1]}"), areas, order, 2)
        assert (keys_of(back), back[1], back[2]) == (["c", "a"], None, first[2])

    def test_going_back_it_stops_at_its_size(self, areas):
        found = sliced(QueryDict(f"before={cursor.encode('d')}"), areas, BY_KEY, 2)
        assert keys_of(found) == ["b", "c"]
        assert (cursor.decode(found[1]), cursor.decode(found[2])) == (["b"], ["c"])

    def test_running_backwards_it_goes_on_downwards(self, areas):
        found = sliced(QueryDict(f"after={cursor.encode('c')}"), areas, Order(("key",), descending=True))
        assert keys_of(found) == ["b", "a"]

    def test_beyond_the_end_nothing_leads_on(self, areas):
        assert sliced(QueryDict(f"after={cursor.encode('z')}"), areas, BY_KEY) == ([], None, None)

    def test_has_the_usual_size_where_none_is_given(self, areas, monkeypatch):
        monkeypatch.setattr(lists, "PAGE_SIZE", 3)
        assert keys_of(sliced(QueryDict(), areas, BY_KEY)) == ["a", "b", "c"]

    def test_brings_what_the_paths_lead_to(self, django_assert_num_queries):
        MissionFactory(**PUBLIC)
        found, _before, _after = sliced(QueryDict(), Mission.objects.all(), BY_KEY, 0, ["state"])
        with django_assert_num_queries(0):
            assert {one.state.name_en for one in found} == {"Japan"}

    def test_name_of_a_draft_gives_no_place(self):
        for key, name, publication in (("a", "Zambia", "published"), ("b", "Zzz", "draft")):
            PartnerFactory(key=key, state=StateFactory(name_en=name, publication=publication), **PUBLIC)
        found = sliced(QueryDict(), Partner.objects.all(), order_of(PAGES["partner"], ""), 1)
        assert keys_of(found) == ["b"]
        assert cursor.decode(found[2], 2) == ["", "b"]

    def test_of_one_first_day_that_which_may_last_longer_comes_after(self):
        for key, day in (("a", "2018"), ("b", "2018-01-01")):
            DecisionFactory(key=key, date=day, **PUBLIC)
        order, decisions = order_of(PAGES["decision"], "oldest"), Decision.objects.all()
        first = sliced(QueryDict(), decisions, order, 1)
        assert keys_of(first) == ["b"]
        second = sliced(QueryDict(f"after={first[2]}"), decisions, order)
        assert keys_of(second) == ["a"]
        beyond = cursor.encode("2018-01-01", "2018-12-31", "a")
        assert keys_of(sliced(QueryDict(f"after={beyond}"), decisions, order)) == []

    def test_what_has_no_date_stands_last_either_way(self):
        for key, day in (("old", "2014"), ("none", ""), ("new", "2018")):
            DecisionFactory(key=key, date=day, **PUBLIC)
        for order, expected in (("newest", ["new", "old", "none"]), ("oldest", ["old", "new", "none"])):
            found = sliced(QueryDict(), Decision.objects.all(), order_of(PAGES["decision"], order))
            assert keys_of(found) == expected


@pytest.mark.django_db
class TestFirstPage:
    def test_is_what_a_page_without_a_place_is(self):
        for key, day in (("a", "2016"), ("b", "2018-01-01"), ("c", ""), ("d", "2017")):
            DecisionFactory(key=key, date=day, **PUBLIC)
        for size, order in product((2, 4, 9), ("newest", "oldest")):
            asked = order_of(PAGES["decision"], order)
            # Asked twice: the second time it is worded already.
            for _again in range(2):
                found = first_page(Decision, Decision.objects.all, asked, size)
                assert found == sliced(QueryDict(), Decision.objects.all(), asked, size)

    def test_is_worded_once(self):
        DecisionFactory(key="a", **PUBLIC)
        worded = []

        def records():
            worded.append(1)
            return Decision.objects.all()

        order = Order(("key",), descending=True)
        for _again in range(3):
            assert keys_of(first_page(Decision, records, order, 777)) == ["a"]
        assert worded == [1]

    def test_of_a_register_that_changes_is_another_one(self):
        order = order_of(PAGES["decision"], "newest")
        for number, key in enumerate("abc", start=1):
            DecisionFactory(key=key, **PUBLIC)
            assert len(first_page(Decision, Decision.objects.all, order)[0]) == number


@pytest.mark.django_db
@pytest.mark.once
class TestRows:
    def test_partner_is_told_from_its_namesake_by_what_then_stands_beside_it_no_more(self):
        state, body = StateFactory(**PUBLIC), OrganizationFactory(name_en="NATO", **PUBLIC)
        others = OrganizationFactory(name_en="OECD", **PUBLIC), OrganizationFactory(**PUBLIC)
        twins = [PartnerFactory(state=state, organization=one, **PUBLIC) for one in (body, others[0])]
        single = PartnerFactory(state=StateFactory(name_en="Korea", **PUBLIC), organization=others[1], **PUBLIC)
        found = list_rows(PAGES["partner"], [*twins, single], None)
        assert [row.record for row in found] == [*twins, single]
        assert [row.apart for row in found] == [body, others[0], None]
        assert [row.beside for row in found] == [[], [], [others[1]]]

    def test_beside_a_record_stand_those_of_each_relation_by_name(self):
        visit = VisitFactory(organization=OrganizationFactory(name_en="NATO", **PUBLIC), **PUBLIC)
        for name in ("Korea", "Japan"):
            visit.partners.add(PartnerFactory(state=StateFactory(name_en=name, **PUBLIC), **PUBLIC))
        (found,) = list_rows(PAGES["visit"], [visit], None)
        assert [one.label("en").split(" – ")[0] for one in found.beside] == ["NATO", "Japan", "Korea"]

    def test_relation_that_leads_nowhere_is_left_out(self):
        (found,) = list_rows(PAGES["area"], [AreaFactory(**PUBLIC)], None)
        assert found.beside == []

    def test_names_of_a_day_are_loaded_for_all_at_once(self, django_assert_num_queries):
        state = StateFactory(**PUBLIC)
        Name.objects.create(state=state, key="old", text="Empire of Japan", period="1868/1947")
        mission = MissionFactory(state=state, **PUBLIC)
        (row,) = list_rows(PAGES["mission"], [mission], date(1900, 1, 1))
        with django_assert_num_queries(0):
            assert [one.text for one in row.beside[0].names.all()] == ["Empire of Japan"]


@pytest.mark.django_db
class TestNearest:
    @pytest.fixture(autouse=True)
    def _decisions(self):
        for day in ("2010", "2014-03", "2018-05-24", "2020", ""):
            DecisionFactory(key=f"d-{day or 'none'}", date=day, **PUBLIC)

    @pytest.mark.parametrize(
        ("first", "last", "keys"),
        [
            (date(2014, 4, 1), date(2018, 5, 23), ["d-2014-03", "d-2018-05-24"]),
            # What possibly falls inside is not beside it.
            (date(2014, 3, 31), date(2018, 5, 24), ["d-2010", "d-2020"]),
            (None, date(2016, 1, 1), ["d-2018-05-24"]),
            (date(2016, 1, 1), None, ["d-2014-03"]),
            (date(2000, 1, 1), date(2030, 1, 1), []),
        ],
    )
    def test_are_the_last_before_a_time_and_the_first_after_it(self, first, last, keys):
        assert [one.key for one in nearest(PAGES["decision"], Decision.objects.all(), first, last)] == keys

    def test_what_has_no_dates_has_none(self):
        assert nearest(PAGES["area"], Decision.objects.all(), date(2016, 1, 1), None) == []
