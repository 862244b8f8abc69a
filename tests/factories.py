"""One factory per kind and per part, with the fewest fields that validate.

They write past the fence: what a published record is made with may be a draft, unless a test says otherwise.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import factory
from django.db.models import Max
from factory.django import DjangoModelFactory

from partnerships import models
from partnerships.projections.up_to_date import deferred
from partnerships.records import fence

#: What makes a record public.
PUBLISHED = {"publication": "published"}


@contextmanager
def past_the_fence() -> Iterator[None]:
    """Let published records come to name drafts, as nothing can but a hand in the database."""
    with patch.object(fence, "at_the_end", lambda *noted: None):
        yield


class RowFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    @classmethod
    def create(cls, **kwargs):
        """Write a row with all that it is made with, and bring up to date once what takes something from them."""
        with past_the_fence(), deferred():
            return super().create(**kwargs)


class RecordFactory(RowFactory):
    class Meta:
        abstract = True


class SourceFactory(RecordFactory):
    class Meta:
        model = models.Source

    key = factory.Sequence(lambda n: f"source-{n}")
    title_fr = "Un document"
    title_en = "A document"
    date = "2018-05-24"


class AreaFactory(RecordFactory):
    class Meta:
        model = models.Area

    key = factory.Sequence(lambda n: f"area-{n}")
    name_fr = "sûreté maritime"
    name_en = "maritime security"


class StateFactory(RecordFactory):
    class Meta:
        model = models.State

    key = factory.Sequence(lambda n: f"state-{n}")
    name_fr = "Japon"
    name_en = "Japan"


class PlaceFactory(RecordFactory):
    class Meta:
        model = models.Place

    key = factory.Sequence(lambda n: f"place-{n}")
    name_fr = "Bruxelles"
    name_en = "Brussels"


class OrganizationFactory(RecordFactory):
    class Meta:
        model = models.Organization

    key = factory.Sequence(lambda n: f"organization-{n}")
    name_fr = "Conseil de l’Atlantique Nord"
    name_en = "North Atlantic Council"


class PartnerFactory(RecordFactory):
    class Meta:
        model = models.Partner

    key = factory.Sequence(lambda n: f"partner-{n}")
    state = factory.SubFactory(StateFactory, publication=factory.SelfAttribute("..publication"))
    organization = factory.SubFactory(OrganizationFactory, publication=factory.SelfAttribute("..publication"))
    publication = "draft"
    period = "1990/.."


class FrameworkFactory(RecordFactory):
    class Meta:
        model = models.Framework

    key = factory.Sequence(lambda n: f"framework-{n}")
    name_fr = "Partenariat pour la paix"
    name_en = "Partnership for Peace"


class MembershipFactory(RecordFactory):
    class Meta:
        model = models.Membership

    key = factory.Sequence(lambda n: f"membership-{n}")
    state = factory.SubFactory(StateFactory)
    framework = factory.SubFactory(FrameworkFactory)
    period = "1994/.."


class PersonFactory(RecordFactory):
    class Meta:
        model = models.Person

    key = factory.Sequence(lambda n: f"person-{n}")
    name = factory.Sequence(lambda n: f"Person Number {n}")


class EmbassyFactory(RecordFactory):
    class Meta:
        model = models.Embassy

    key = factory.Sequence(lambda n: f"embassy-{n}")
    name_fr = "Ambassade du Japon en Belgique"
    name_en = "Embassy of Japan in Belgium"
    state = factory.SubFactory(StateFactory)
    receiving_state = factory.SubFactory(StateFactory)


class MissionFactory(RecordFactory):
    class Meta:
        model = models.Mission

    key = factory.Sequence(lambda n: f"mission-{n}")
    name_fr = "Mission du Japon auprès de l’OTAN"
    name_en = "Mission of Japan to NATO"
    state = factory.SubFactory(StateFactory)
    organization = factory.SubFactory(OrganizationFactory)


class OfficeFactory(RecordFactory):
    class Meta:
        model = models.Office

    key = factory.Sequence(lambda n: f"office-{n}")
    name_fr = "premier ministre"
    name_en = "Prime Minister"


class TenureFactory(RecordFactory):
    class Meta:
        model = models.Tenure

    key = factory.Sequence(lambda n: f"tenure-{n}")
    person = factory.SubFactory(PersonFactory, publication=factory.SelfAttribute("..publication"))
    office = factory.SubFactory(OfficeFactory, publication=factory.SelfAttribute("..publication"))
    publication = "draft"
    period = "2012-12-26/2020-09-16"


class MilestoneFactory(RowFactory):
    class Meta:
        model = models.Milestone

    key = factory.Sequence(lambda n: f"milestone-{n}")
    tenure = factory.SubFactory(TenureFactory)
    kind = "seen"
    date = "2015-06-01"


class DecisionFactory(RecordFactory):
    class Meta:
        model = models.Decision

    key = factory.Sequence(lambda n: f"decision-{n}")
    title_fr = "Désignation d’une ambassade"
    title_en = "Designation of an embassy"
    date = "2018-05-24"
    body = factory.SubFactory(OrganizationFactory)


class DesignationFactory(RecordFactory):
    class Meta:
        model = models.Designation

    key = factory.Sequence(lambda n: f"designation-{n}")
    mission = factory.SubFactory(MissionFactory)
    embassy = factory.SubFactory(EmbassyFactory)
    period = "2018-07-01/2025-01-15"


class AgreementFactory(RecordFactory):
    class Meta:
        model = models.Agreement

    key = factory.Sequence(lambda n: f"agreement-{n}")
    title_fr = "Déclaration commune"
    title_en = "Joint declaration"
    date = "2013-04-15"


class VisitFactory(RecordFactory):
    class Meta:
        model = models.Visit

    key = factory.Sequence(lambda n: f"visit-{n}")
    title_fr = "Visite à Tokyo"
    title_en = "Visit to Tokyo"
    period = "2017-10-30/2017-10-31"


def last_position(visit: models.Visit) -> int:
    return (visit.stops.aggregate(last=Max("position"))["last"] or 0) if visit.pk else 0


class StopFactory(RowFactory):
    class Meta:
        model = models.Stop

    key = factory.Sequence(lambda n: f"stop-{n}")
    visit = factory.SubFactory(VisitFactory)
    # After those that are there: a page shows the stops of a visit in parts, by their order.
    position = factory.LazyAttribute(lambda stop: last_position(stop.visit) + 1)
    place = factory.SubFactory(PlaceFactory)


class MeetingFactory(RecordFactory):
    class Meta:
        model = models.Meeting

    key = factory.Sequence(lambda n: f"meeting-{n}")
    title_fr = "Entretien"
    title_en = "Talks"
    date = "2017-10-31"


class ParticipationFactory(RowFactory):
    class Meta:
        model = models.Participation

    key = factory.Sequence(lambda n: f"participation-{n}")
    person = factory.SubFactory(PersonFactory)


class PostingFactory(RecordFactory):
    class Meta:
        model = models.Posting

    key = factory.Sequence(lambda n: f"posting-{n}")
    title_fr = "Officier de liaison"
    title_en = "Liaison officer"
    state = factory.SubFactory(StateFactory)
    organization = factory.SubFactory(OrganizationFactory)
    period = "[..2018-05-24]/.."


class ActivityFactory(RecordFactory):
    class Meta:
        model = models.Activity

    key = factory.Sequence(lambda n: f"activity-{n}")
    title_fr = "Lutte contre la piraterie"
    title_en = "Counter-piracy"
    period = "2009/2016"


class BeneficiaryFactory(RowFactory):
    class Meta:
        model = models.Beneficiary

    key = factory.Sequence(lambda n: f"beneficiary-{n}")
    activity = factory.SubFactory(ActivityFactory)
    state = factory.SubFactory(StateFactory)


class StatementFactory(RecordFactory):
    class Meta:
        model = models.Statement

    key = factory.Sequence(lambda n: f"statement-{n}")
    text_fr = "Plus de vingt partenaires ont ouvert une mission."
    text_en = "More than twenty partners have opened a mission."
    date = "2018-05-24"


class PageFactory(RecordFactory):
    class Meta:
        model = models.Page

    key = factory.Sequence(lambda n: f"page-{n}")
    title_fr = "Aide"
    title_en = "Help"
    text_fr = "## Comment lire\n\nVoir [la méthode](/id/page/method)."
    text_en = "## How to read\n\nSee [the method](/id/page/method)."


class PictureFactory(RowFactory):
    class Meta:
        model = models.Picture

    key = factory.Sequence(lambda n: f"picture-{n}")
    file = factory.Sequence(lambda n: f"{n:064x}")
    width = 800
    height = 600
    caption_fr = "Poignée de main"
    caption_en = "Handshake"
    alternative_fr = "Deux personnes se serrent la main."
    alternative_en = "Two people shake hands."


class CitationFactory(RowFactory):
    class Meta:
        model = models.Citation

    key = factory.Sequence(lambda n: f"citation-{n}")
    source = factory.SubFactory(SourceFactory)
    grade = "A"


class Factories(dict):
    """The factories by the names of their kinds; one that is missing is asked for in a sentence."""

    def __missing__(self, kind):
        raise AssertionError(f"write a factory for {kind} in tests/factories.py")


#: One factory for every kind of record, by its name.
FACTORIES = Factories(
    {factory_class._meta.model._meta.model_name: factory_class for factory_class in RecordFactory.__subclasses__()}
)
