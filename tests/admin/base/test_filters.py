"""Lists are narrowed down by what editors look for."""

from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships.admin.base.filters import LARGE_SHARE, YearFilter
from partnerships.models import Visit
from tests.admin.browsing import address
from tests.factories import (
    AreaFactory,
    CitationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    StateFactory,
    VisitFactory,
)


@pytest.fixture
def visits(db):
    japan = PartnerFactory(state=StateFactory(name_fr="Japon", name_en="Japan"))
    first = VisitFactory(key="first", period="2017-10-29/2018-01-02", title_en="First")
    first.partners.add(japan)
    ParticipationFactory(visit=first, person=PersonFactory(name="Shinzō Abe"))
    CitationFactory(visit=first)
    VisitFactory(key="second", period="2019", title_en=None)
    VisitFactory(key="undated", period="")


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("in_year=2018", {"first"}),
        ("in_year=2019", {"second"}),
        ("in_year=nonsense", set()),
        ("in_year=99999", set()),
        ("partner=japon", {"first"}),
        ("partner=nobody", set()),
        ("person=abe+shinzo", {"first"}),
        ("person=kono+shinzo", set()),
        ("person=%00%27", set()),
        ("missing=source", {"second", "undated"}),
        ("missing=translation", {"second"}),
        ("partner=japan&in_year=2019", set()),
    ],
)
def test_narrow_a_list_down(as_role, visits, question, found):
    answer = as_role("reader").get(address("visit", "changelist") + f"?{question}")
    if answer.status_code == 400:
        assert "%00" in question
        return
    assert {record.key for record in answer.context["cl"].result_list} == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2017", {"first"}),
        ("2018", {"first"}),
        ("2010", {"before"}),
        ("2011", set()),
        # What has no date is of no year, and what has no beginning of all before its end.
        ("1", {"before"}),
        ("9999", set()),
        ("0", set()),
        ("10000", set()),
        ("２０１８", set()),
        ("-1", set()),
    ],
)
def test_year_is_one_of_the_calendar_in_figures_that_the_date_may_fall_into(visits, text, found):
    VisitFactory(key="before", period="/2010")
    condition = YearFilter.condition(SimpleNamespace(text=text, model=Visit))
    assert {*Visit.objects.filter(condition).values_list("key", flat=True)} == found


@pytest.fixture
def asked_for_abe(as_role, visits):
    """Return a function that looks for the journeys of one person: what is found, and what the database was asked."""
    client = as_role("editor")

    def ask():
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address("visit", "changelist") + "?person=abe+shinzo")
        found = {record.key for record in answer.context["cl"].result_list}
        return found, [one["sql"] for one in asked.captured_queries if "_participation" in one["sql"]]

    return ask


def test_one_of_many_people_is_looked_for_once_and_from_their_side(asked_for_abe):
    PersonFactory.create_batch(LARGE_SHARE)
    found, asked = asked_for_abe()
    assert found == {"first"}
    # An outer join reads every journey, also those that name nobody; a name looked for in each reads all people again.
    assert [(sql.count("LEFT OUTER JOIN"), sql.count("LIKE"), sql.count("EXISTS")) for sql in asked] == [(0, 0, 0)]


def test_where_nearly_everybody_is_named_each_journey_is_asked(asked_for_abe):
    found, asked = asked_for_abe()
    assert found == {"first"}
    # From their side every journey would be gone to, by each of the ways, before the first of the list is known.
    assert [(sql.count("LEFT OUTER JOIN"), sql.count("EXISTS")) for sql in asked] == [(0, 3)]


def test_what_is_typed_goes_along_with_the_other_filters_and_begins_at_the_first_page(as_role, visits):
    page = as_role("reader").get(address("visit", "changelist") + "?missing=source&partner=japon&p=1").text
    form = page.partition('<input type="text" name="partner"')[0].rpartition("<form")[2]
    assert '<input type="hidden" name="missing" value="source">' in form
    assert 'name="p"' not in form
    assert 'name="partner" value="japon"' in page


def test_what_is_not_offered_leads_back_to_the_list(as_role, visits):
    answer = as_role("reader").get(address("visit", "changelist") + "?missing=nonsense")
    assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, address("visit", "changelist"))


def test_are_those_that_a_kind_has(as_role):
    AreaFactory(name_en=None)
    answer = as_role("reader").get(address("area", "changelist"))
    assert {spec.title for spec in answer.context["cl"].filter_specs} >= {"ce qui manque"}
    assert 'name="in_year"' not in answer.text
    assert 'name="in_year"' in as_role("reader").get(address("visit", "changelist")).text
