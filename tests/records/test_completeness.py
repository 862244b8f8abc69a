"""What a record must have before the public sees it."""

import pytest

from partnerships import editorial
from partnerships.models import Meeting, Person, Tenure, Visit
from partnerships.records.completeness import incomplete, lacks, unsaid_pictures
from tests import factories

pytestmark = pytest.mark.django_db

NAMELESS = {
    "area": "name",
    "office": "name",
    "visit": "title",
    "decision": "title",
    "statement": "text",
    "source": "title",
}
UNDATED = {"decision": "date", "visit": "period", "meeting": "date", "statement": "date", "agreement": "date"}


@pytest.mark.parametrize(("kind", "field"), NAMELESS.items())
class TestLabel:
    def test_is_needed_in_one_language(self, kind, field):
        record = factories.FACTORIES[kind](**{f"{field}_fr": None, f"{field}_en": None})
        with pytest.raises(editorial.Refused) as refusal:
            editorial.publish(record, by=None, along=True)
        assert refusal.value.records == [record]
        record.refresh_from_db()
        assert record.publication == "draft"

    def test_is_enough_in_one_language(self, kind, field):
        record = factories.FACTORIES[kind](**{f"{field}_fr": None})
        assert editorial.publish(record, by=None, along=True).publication == "published"


class TestLabelOfOthers:
    @pytest.mark.parametrize("kind", ["tenure", "partner", "membership", "designation"])
    def test_is_that_of_what_they_are_named_after(self, kind):
        record = factories.FACTORIES[kind]()
        assert editorial.publish(record, by=None, along=True).publication == "published"

    def test_of_a_meeting_may_be_missing(self):
        record = factories.MeetingFactory(title_fr=None, title_en=None)
        assert editorial.publish(record, by=None).publication == "published"

    def test_is_needed_of_what_is_taken_along(self):
        visit = factories.VisitFactory()
        visit.areas.add(factories.AreaFactory(name_fr=None, name_en=None))
        with pytest.raises(editorial.Refused) as refusal:
            editorial.publish(visit, by=None, along=True)
        assert refusal.value.records == [visit.areas.get()]


class TestDate:
    @pytest.mark.parametrize(("kind", "field"), UNDATED.items())
    def test_is_needed(self, kind, field):
        record = factories.FACTORIES[kind](**{field: ""})
        with pytest.raises(editorial.Refused) as refusal:
            editorial.publish(record, by=None, along=True)
        assert refusal.value.records == [record]

    def test_of_an_agreement_may_be_its_period(self):
        record = factories.AgreementFactory(date="", period="2014/..")
        assert editorial.publish(record, by=None).publication == "published"

    def test_is_not_asked_of_what_lasts(self):
        assert editorial.publish(factories.OfficeFactory(period=""), by=None).publication == "published"


@pytest.mark.once
class TestLacking:
    """What a record lacks: its name in any state, its date once the public reads it."""

    @pytest.mark.parametrize(
        ("record", "fields"),
        [
            (Visit(title_fr="Visite", period="2018"), []),
            (Visit(title_fr="Visite", period=""), []),
            (Visit(title_fr="Visite", period="", publication="published"), ["period"]),
            (Visit(period="2018"), ["title_fr"]),
            (Visit(publication="published"), ["title_fr", "period"]),
            (Meeting(publication="published"), ["date"]),
            (Tenure(publication="published"), []),
            (Person(), ["name"]),
        ],
    )
    def test_is_told_by_the_first_field_for_it(self, record, fields):
        assert [name for name, _sentence in lacks(record)] == fields

    def test_is_found_among_all_of_a_kind(self):
        whole, nameless, undated, public = (
            factories.VisitFactory(),
            factories.VisitFactory(title_fr=None, title_en=None),
            factories.VisitFactory(period=""),
            factories.VisitFactory(period="", publication="published"),
        )
        assert set(incomplete(Visit)) == {nameless, public}
        assert {whole, undated}.isdisjoint(incomplete(Visit))
        assert not incomplete(Tenure).exists()

    def test_pictures_without_words_are_those_of_the_record_alone(self):
        visit, other = factories.VisitFactory(), factories.VisitFactory()
        silent = factories.PictureFactory(visit=visit, alternative_fr="")
        factories.PictureFactory(visit=visit)
        factories.PictureFactory(visit=other, alternative_en="")
        assert list(unsaid_pictures(visit)) == [silent]
        assert not unsaid_pictures(Visit()).exists()
        assert not unsaid_pictures(factories.SourceFactory()).exists()


class TestSupport:
    def test_is_a_citation_that_supports(self):
        visit = factories.VisitFactory()
        assert editorial.is_unsupported(visit)
        citation = factories.CitationFactory(visit=visit, stance="contradicts")
        assert editorial.is_unsupported(visit)
        citation.stance = "supports"
        citation.save()
        assert not editorial.is_unsupported(visit)

    def test_of_a_visit_may_be_that_of_its_meeting(self):
        meeting = factories.MeetingFactory(stop=factories.StopFactory())
        factories.CitationFactory(meeting=meeting)
        visit = meeting.stop.visit
        assert not editorial.is_unsupported(visit)
        assert editorial.is_unsupported(factories.VisitFactory())
        assert editorial.is_unsupported(factories.AreaFactory(pk=visit.pk))

    def test_is_not_asked_of_a_source(self):
        assert not editorial.is_unsupported(factories.SourceFactory())
