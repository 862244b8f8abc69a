"""Bodies, States and parties that do not go together."""

import pytest

from partnerships.models import Beneficiary, Organization
from tests.factories import (
    ActivityFactory,
    AgreementFactory,
    DecisionFactory,
    DesignationFactory,
    MeetingFactory,
    MembershipFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    PostingFactory,
    StateFactory,
    TenureFactory,
    VisitFactory,
)

from .cases import Case, Cells, about, cells, told

pytestmark = pytest.mark.django_db


def body(given: str, own: Organization) -> Organization:
    """Return a body under `own`, one of which nothing is known, or another organisation that has partners."""
    if given == "another":
        return PartnerFactory().organization
    return OrganizationFactory(parent=own if given == "under it" else None)


def naming_a_partner(factory, field: str):
    def make(given):
        partner = PartnerFactory()
        factory(**{field: body(given, partner.organization)}).partners.add(partner)

    return make


def designated_by(given):
    mission = MissionFactory()
    DesignationFactory(mission=mission, decision=DecisionFactory(body=body(given, mission.organization)))


def in_an_office_of(given):
    own = PartnerFactory().organization
    office = OfficeFactory(organization=body(given, own))
    ParticipationFactory(meeting=MeetingFactory(), organization=own, office=office)


def renewing(given):
    """An agreement that renews that of a partner: of the same, of another, with the State beside it, or of nobody."""
    before, partner = AgreementFactory(), PartnerFactory()
    before.partners.add(partner)
    after = AgreementFactory(renews=before, date="2018-05-24")
    if given == "state":
        after.states.add(partner.state)
    elif given:
        after.partners.add(partner if given == "same" else PartnerFactory())


def parties(given):
    agreement, partner = AgreementFactory(), PartnerFactory()
    agreement.partners.add(partner)
    agreement.states.add(partner.state if given == "same" else StateFactory())


def organizations(given):
    agreement = AgreementFactory(organization=OrganizationFactory())
    agreement.organizations.add(agreement.organization if given == "same" else OrganizationFactory())


def beneficiaries(given):
    activity, state = ActivityFactory(), StateFactory()
    for key, each in (("a", state), ("b", state if given == "same" else StateFactory())):
        Beneficiary.objects.create(activity=activity, key=key, state=each)


def signing(given):
    agreement, partner = AgreementFactory(), PartnerFactory()
    if given != "nobody":
        agreement.partners.add(partner)
    ParticipationFactory(
        agreement=agreement, role="signatory", state=partner.state if given == "same" else StateFactory()
    )


def signing_for(given):
    """An agreement of an organisation, signed for a body of it, another organisation, or one under none."""
    organization = PartnerFactory().organization
    body = {
        "another": lambda: PartnerFactory().organization,
        "party too": lambda: PartnerFactory().organization,
        "body": lambda: OrganizationFactory(parent=organization),
        "under none": OrganizationFactory,
    }
    agreement = AgreementFactory(organization=organization)
    signatory = ParticipationFactory(agreement=agreement, role="signatory", organization=body[given]())
    if given == "party too":
        agreement.organizations.add(signatory.organization)


def attended(factory):
    """An occasion of a partner, in which a State takes part with what is given: its own, another, or nobody placed."""

    def make(given):
        partner = PartnerFactory()
        occasion = factory()
        occasion.partners.add(partner)
        field = {factory._meta.model._meta.model_name: occasion}
        other = ParticipationFactory(state=StateFactory(), **field)
        if given == "member":
            MembershipFactory(state=other.state, framework=None, organization=partner.organization)
        if given == "somebody":
            ParticipationFactory(**field)
        elif given == "office":
            ParticipationFactory(office=OfficeFactory(state=partner.state), **field)
        elif given == "own":
            ParticipationFactory(state=partner.state, **field)

    return make


def serving(period: str, *states) -> object:
    person = PersonFactory()
    for state in states:
        TenureFactory(person=person, office=OfficeFactory(state=state), period=period)
    return person


def standing_for(given):
    own = StateFactory()
    person = serving("2010-01-01/2012-01-01", own)
    meeting = MeetingFactory(date=given.partition(" ")[0], status=given.partition(" ")[2] or "held")
    ParticipationFactory(person=person, meeting=meeting, state=StateFactory())


def standing_for_one_of_two(given):
    one, two = StateFactory(), StateFactory()
    person = serving("2010-01-01/2012-01-01", one, *([two] if given == "both" else []))
    ParticipationFactory(person=person, visit=VisitFactory(period="2011-05-01/2011-05-03"), state=two)


def posted(given):
    PostingFactory(person=serving("2010-01-01/2012-01-01", StateFactory()), period=given)


def appointed(given):
    one, two = StateFactory(), StateFactory()
    person = PersonFactory()
    for state in (one, two if given == "another" else one):
        TenureFactory(person=person, office=OfficeFactory(state=state), appointment="2018", period="")


CASES = [
    *(
        Case(
            "partners-of-another-body",
            f"{factory._meta.model.__name__} {sound}",
            naming_a_partner(factory, field),
            "another",
            sound,
        )
        for factory, field in (
            (DecisionFactory, "body"),
            (AgreementFactory, "organization"),
            (VisitFactory, "organization"),
            (MeetingFactory, "organization"),
            (ActivityFactory, "organization"),
        )
        for sound in ("under it", "under none")
    ),
    Case("decided-by-another-body", "designation", designated_by, "another", "under it"),
    Case("decided-by-another-body", "under none", designated_by, "another", "under none"),
    Case("office-of-another-body", "participant", in_an_office_of, "another", "under it"),
    Case("renews-of-others", "partner", renewing, "another", "same"),
    Case("renews-of-others", "State", renewing, "another", "state"),
    Case("renews-of-others", "nobody known", renewing, "another", ""),
    Case("party-twice", "agreement", parties, "same", "another"),
    Case("party-twice", "organisation", organizations, "same", "another"),
    Case("beneficiary-twice", "activity", beneficiaries, "same", "another"),
    Case("signs-without-being-party", "agreement", signing, "another", "same"),
    Case("signs-without-being-party", "parties not known", signing, "another", "nobody"),
    Case("signs-for-another-body", "agreement", signing_for, "another", "body"),
    Case("signs-for-another-body", "under none", signing_for, "another", "under none"),
    Case("signs-for-another-body", "of several", signing_for, "another", "party too"),
    Case("without-its-partners", "visit", attended(VisitFactory), "nobody", "own"),
    Case("without-its-partners", "meeting", attended(MeetingFactory), "nobody", "office"),
    Case("without-its-partners", "member", attended(VisitFactory), "nobody", "member"),
    Case("without-its-partners", "who may be theirs", attended(VisitFactory), "nobody", "somebody"),
    Case("stands-for-another-state", "last day", standing_for, "2012-01-01", "2012-01-02"),
    Case("stands-for-another-state", "month", standing_for, "2011-12", "2012-01"),
    Case("stands-for-another-state", "cancelled", standing_for, "2011-12-01", "2011-12-01 cancelled"),
    Case("stands-for-another-state", "visit", standing_for_one_of_two, "one", "both"),
    Case("posted-by-another-state", "posting", posted, "2011-01-01/2011-12-31", "2011-01-01/2012-01-02"),
    Case("appointment-by-two", "tenure", appointed, "another", "same"),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


@pytest.mark.once
class TestToldOf:
    def test_partner(self):
        partner = PartnerFactory(key="p")
        DecisionFactory(key="d", body=PartnerFactory().organization).partners.add(partner)
        sentence = "It is of one organisation, and names partners of another: p."
        assert told("partners-of-another-body") == [("decision/d", "body", sentence)]
        assert about("partners-of-another-body") == [("decision/d", "partner/p", "")]

    def test_one_partner_of_its_own_is_enough(self):
        partner = PartnerFactory()
        decision = DecisionFactory(body=partner.organization)
        decision.partners.add(partner, PartnerFactory())
        assert told("partners-of-another-body") == []

    def test_partners_of_any_party_to_an_agreement_are_its_own(self):
        partner = PartnerFactory()
        agreement = AgreementFactory(organization=PartnerFactory().organization)
        agreement.partners.add(partner)
        assert len(told("partners-of-another-body")) == 1
        agreement.organizations.add(partner.organization)
        assert told("partners-of-another-body") == []

    def test_participant(self):
        person = PersonFactory()
        TenureFactory(key="t", person=person, office=OfficeFactory(state=StateFactory()), period="2010/2019")
        meeting = MeetingFactory(key="m", date="2015-01-01")
        ParticipationFactory(key="x", person=person, meeting=meeting, state=StateFactory())
        assert about("stands-for-another-state") == [("meeting/m", "tenure/t", "part/x")]
