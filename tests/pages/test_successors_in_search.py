"""Who came after somebody in an office, or before."""

import re

import pytest
from django.utils.translation import override

from partnerships.pages.successors_in_search import neighbours
from partnerships.projections import search
from tests.factories import PUBLISHED, OfficeFactory, PersonFactory, TenureFactory

pytestmark = pytest.mark.django_db


def said(text):
    with override("en"):
        return [re.sub("<[^>]+>", "", one.sentence) for one in neighbours(search.understand(text))]


@pytest.fixture(autouse=True)
def _offices():
    people = [PersonFactory(name=name, family_name=name, **PUBLISHED) for name in ("Ashby", "Birch", "Cole")]
    for post in ("Keeper of seals", "Keeper of nets"):
        office = OfficeFactory(name_en=post, single_holder=True, **PUBLISHED)
        for person, period in zip(
            people, ("2010-01-02/2012-03-04", "2012-03-04/2015-06-07", "2015-06-07/.."), strict=True
        ):
            TenureFactory(person=person, office=office, period=period, **PUBLISHED)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("who succeeded Ashby as keeper of nets", "On 5 March 2012 Birch was Keeper of nets."),
        ("successeur de Ashby, seals", "On 5 March 2012 Birch was Keeper of seals."),
        ("WHO CAME AFTER ASHBY, NETS", "On 5 March 2012 Birch was Keeper of nets."),
        ("predecessor of Birch, nets", "On 3 March 2012 Ashby was Keeper of nets."),
        ("qui était là avant Birch, nets", "On 3 March 2012 Ashby was Keeper of nets."),
        ("who did Birch succeed, nets", "On 3 March 2012 Ashby was Keeper of nets."),
        ("who was replaced by Birch, nets", "On 3 March 2012 Ashby was Keeper of nets."),
        ("à qui Birch a-t-elle succédé, nets", "On 3 March 2012 Ashby was Keeper of nets."),
        ("by whom was Ashby succeeded, nets", "On 5 March 2012 Birch was Keeper of nets."),
    ],
)
def test_is_said_of_the_office_that_is_named(text, answer):
    assert said(text) == [answer]


def test_is_said_of_each_where_none_is():
    assert len(said("who succeeded Ashby")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ashby before the Council",
        "who succeeded Cole",
        "Ashby",
        "who succeeded Ashby Birch",
        "who came to Tokyo after Ashby",
        "who met the Council after Ashby",
    ],
)
def test_is_not_said_where_it_is_not_asked_or_nobody_followed(text):
    assert said(text) == []


def test_is_said_of_everybody_who_is_called_so():
    PersonFactory(name="Jo Ashby", family_name="Ashby", **PUBLISHED)
    assert said("who succeeded Ashby as keeper of nets") == ["On 5 March 2012 Birch was Keeper of nets."]


def test_is_said_of_the_next_who_is_known_where_the_day_after_is_not():
    office = OfficeFactory(name_en="Keeper of oars", single_holder=True, **PUBLISHED)
    for name, period in (("Dale", "2001-02-03"), ("Elm", "2004-05-06/2005-06-07"), ("Fir", "2008-09-10/2009-10-11")):
        person = PersonFactory(name=name, family_name=name, **PUBLISHED)
        # Of the first one day alone is known.
        period = f"[..{period}]/[{period}..]" if name == "Dale" else period
        TenureFactory(person=person, office=office, period=period, **PUBLISHED)
    assert said("who succeeded Dale") == [
        "It is not known who was Keeper of oars on 4 February 2001. On 6 May 2004 Elm was Keeper of oars."
    ]
    assert said("who succeeded Elm") == [
        "It is not known who was Keeper of oars on 8 June 2005. On 10 September 2008 Fir was Keeper of oars."
    ]
    assert said("predecessor of Fir") == [
        "It is not known who was Keeper of oars on 9 September 2008. On 7 June 2005 Elm was Keeper of oars."
    ]


def test_nothing_of_what_is_not_public():
    office = OfficeFactory(name_en="Hidden keeper")
    TenureFactory(person=PersonFactory(name="Dale", **PUBLISHED), office=office, period="2010/2012")
    assert said("who succeeded Dale") == []
