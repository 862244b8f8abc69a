"""Lists are narrowed down by what editors look for."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

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


def test_somebody_is_looked_for_from_their_side(as_role, visits):
    with CaptureQueriesContext(connection) as asked:
        as_role("editor").get(address("visit", "changelist") + "?person=abe+shinzo")
    counted = [one["sql"] for one in asked.captured_queries if "COUNT" in one["sql"] and "_person" in one["sql"]]
    # An outer join reads every journey, also those that name nobody, before the name is looked for.
    assert [sql.count("LEFT OUTER JOIN") for sql in counted] == [0]


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
