"""Which offices somebody held on a day, where a name and a day are all that was typed."""

import re

import pytest

from partnerships.pages.careers_in_search import careers_then
from tests.factories import PUBLISHED, OfficeFactory, PersonFactory, TenureFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture(autouse=True)
def _people():
    office = OfficeFactory(name_en="Keeper of seals", single_holder=True, **PUBLISHED)
    for name in ("Jo Ashby", "Kay Birch", "Lee Birch"):
        person = PersonFactory(name=name, family_name=name.split()[1], slug_en=name.split()[0], **PUBLISHED)
        if name == "Jo Ashby":
            TenureFactory(person=person, office=office, period="2010-01-02/2012-03-04", **PUBLISHED)
    PersonFactory(name="Max Cole")


def said(text):
    return [(re.sub("<[^>]+>", "", one.sentence), one.more) for one in careers_then(text)]


@pytest.mark.parametrize("text", ["Jo Ashby 2011-05-06", "what was Ashby on 6 May 2011?", "Ashby, le 6 mai 2011"])
def test_are_said_of_the_day(text):
    assert said(text) == [
        ("On 6 May 2011 Jo Ashby held this office: Keeper of seals.", "/en/people/Jo/?on=2011-05-06"),
    ]


def test_are_said_of_two_who_are_called_alike():
    assert [sentence for sentence, _more in said("Birch 6 May 2011")] == [
        "No office of Kay Birch is on record for 6 May 2011.",
        "No office of Lee Birch is on record for 6 May 2011.",
    ]


@pytest.mark.parametrize(
    "text",
    ["Jo Ashby", "Ashby 2011", "Ashby visit 6 May 2011", "Ashby Birch 6 May 2011", "6 May 2011", "Cole 6 May 2011"],
)
def test_are_not_said_of_more_or_less_than_a_name_and_a_day(text):
    assert said(text) == []
