"""Envoys: their credentials, the offices that nobody holds beside one another, and their appointments."""

import pytest

from tests.factories import (
    EmbassyFactory,
    MilestoneFactory,
    OfficeFactory,
    OrganizationFactory,
    PersonFactory,
    StateFactory,
    TenureFactory,
)

from .cases import Case, Cells, about, cells, milestone, told

pytestmark = pytest.mark.django_db

IN_OFFICE = "2010-01-01/2012-12-31"


def presented_by(role: str):
    """Credentials presented by the holder of an office of the role given."""
    milestone("credentials", office=OfficeFactory(role=role))("2010-03-01")


def presented_again(given):
    tenure = TenureFactory(period="2010/2018")
    MilestoneFactory(tenure=tenure, kind="credentials", date=given)
    MilestoneFactory(tenure=tenure, kind="credentials", date="2016")


def held(place: str, **fields):
    """An office at home, in an organisation, or at an embassy in a State of its own."""
    offices = {
        "home": lambda: OfficeFactory(role="foreign_minister"),
        "organisation": lambda: OfficeFactory(role="secretary_general", organization=OrganizationFactory()),
        "ministry": lambda: OfficeFactory(role="secretary_general", state=StateFactory()),
        "accredited": lambda: OfficeFactory(role="ambassador", receiving_state=StateFactory()),
        "post": lambda: OfficeFactory(embassy=EmbassyFactory(), heads_post=True),
    }
    return TenureFactory(office=offices[place](), **{"period": IN_OFFICE, **fields})


def beside(first: str, **fields):
    """Two offices of one person: `first`, and the one given, with the same `fields`."""

    def make(given):
        person = PersonFactory()
        held(first, person=person, key="a", **fields)
        held(given, person=person, key="b", **fields)

    return make


def overlapping(given):
    person = PersonFactory()
    held("post", person=person)
    held("post", person=person, period=given)


def resident(given):
    """Two embassies headed by one person, who resides in neither or lives there."""
    person = PersonFactory()
    held("post", person=person)
    held("post", person=person, residence_text_en=given)


def appointed(given):
    """Two tenures of one appointment: of one office where the period says so, else of two."""
    person, office = PersonFactory(), OfficeFactory()
    period, _, where = given.partition(" ")
    TenureFactory(key="a", person=person, office=office, appointment="x", period="2010-01-01/2012-01-01")
    other = office if where else OfficeFactory()
    TenureFactory(key="b", person=person, office=other, appointment="x", period=period)


CASES = [
    Case("credentials-of-no-envoy", "government", presented_by, "head_of_government", "ambassador"),
    Case("credentials-of-no-envoy", "organisation", presented_by, "secretary_general", "head_of_mission"),
    Case("credentials-late", "credentials", milestone("credentials", period="2010/2018"), "2014", "2013-12-31"),
    Case("credentials-late", "arrival", milestone("arrived", period="2010/2018"), "2014-01-01", "2013"),
    Case("credentials-late", "no start", milestone("credentials", period="2010/2018"), "2016", "2012"),
    Case("credentials-late", "anew", presented_again, "2016", "2010"),
    Case("offices-apart", "government", beside("home"), "post", "home"),
    Case("offices-apart", "accredited", beside("home"), "accredited", "ministry"),
    Case("offices-apart", "organisation", beside("organisation"), "home", "organisation"),
    Case("offices-apart", "one more accreditation", beside("post"), "post", "accredited"),
    Case("offices-apart", "handed over", overlapping, "2012-11-29/2016", "2012-11-30/2016"),
    Case("offices-apart", "resides elsewhere", resident, "", "Brussels"),
    Case("appointment-again", "years", appointed, "2014-01-01/2016", "2013-12-31/2016"),
    Case("appointment-again", "same office", appointed, "2012-01-01/2013 same", "2012-01-01/2013"),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestEnvoys(Cells):
    pass


@pytest.mark.once
class TestFoundOfEnvoys:
    def test_one_appointment_may_head_several_embassies(self):
        beside("post", appointment="x")("post")
        assert told("offices-apart") == []

    def test_who_stands_in_may_be_at_home(self):
        beside("home", acting=True)("post")
        assert told("offices-apart") == []

    def test_names_the_other_office(self):
        beside("home")("post")
        assert about("offices-apart") == [("tenure/b", "tenure/a", "")]

    def test_no_start_is_no_late_one(self):
        milestone("credentials", period="/2018")("2016")
        assert told("credentials-late") == []

    def test_names_the_first_tenure_of_the_appointment(self):
        appointed("2016/2018")
        assert told("appointment-again") == [
            ("tenure/b", "appointment", "Another tenure of the same appointment begins at another time: a.")
        ]
