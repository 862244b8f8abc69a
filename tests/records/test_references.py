"""Who refers to whom."""

import pytest

from partnerships.models import Citation, Place
from partnerships.records.kinds import KINDS
from partnerships.records.references import (
    called,
    hidden_names,
    named_by,
    published_naming,
    published_naming_unpublished,
    record_links,
    unpublished_behind,
    unpublished_named_by,
)
from tests.factories import (
    FACTORIES,
    AreaFactory,
    CitationFactory,
    MeetingFactory,
    PartnerFactory,
    SourceFactory,
    StatementFactory,
    StopFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db


class TestNaming:
    @pytest.mark.parametrize("kind", KINDS)
    def test_is_found_by_every_link_of_every_kind(self, kind):
        record = FACTORIES[kind](publication="published")
        for field in record_links(type(record)):
            target = FACTORIES[field.related_model._meta.model_name](publication="published")
            if field.many_to_many:
                getattr(record, field.name).add(target)
                assert record in published_naming(target), field.name
                assert target in named_by(record), field.name

    def test_counts_what_a_part_names_to_its_record(self):
        source = SourceFactory()
        visit = VisitFactory(publication="published")
        CitationFactory(meeting=MeetingFactory(stop=StopFactory(visit=visit)), source=source)
        assert published_naming(source) == [visit]
        assert source in named_by(visit)

    def test_leaves_out_the_record_itself_with_its_parts(self):
        visit = VisitFactory(publication="published")
        MeetingFactory(stop=StopFactory(visit=visit))
        MeetingFactory(stop=None, visit=visit, publication="")
        assert published_naming(visit) == []
        assert not [each for each in named_by(visit) if each == visit or not isinstance(each, Place)]

    def test_says_each_once_however_often_it_is_named(self):
        source, visit = SourceFactory(publication="published"), VisitFactory(publication="published")
        for key in ("a", "b"):
            CitationFactory(visit=visit, source=source, key=key)
        assert published_naming(source) == [visit]
        assert named_by(visit) == [source]

    def test_leaves_out_what_the_public_may_not_see(self):
        area = AreaFactory()
        VisitFactory().areas.add(area)
        assert published_naming(area) == []

    def test_goes_both_ways_between_statements(self):
        one, other = StatementFactory(publication="published"), StatementFactory(publication="published")
        one.contradicts.add(other)
        assert published_naming(one) == [other]
        assert published_naming(other) == [one]


class TestPublishedNamingUnpublished:
    def test_is_no_draft_and_nothing_that_names_what_is_public(self):
        draft, hidden, shown = VisitFactory(), AreaFactory(), AreaFactory(publication="published")
        draft.areas.add(hidden)
        public = VisitFactory(publication="published")
        public.areas.add(shown)
        assert list(published_naming_unpublished()) == []
        with past_the_fence():
            public.areas.add(hidden)
        assert list(published_naming_unpublished()) == [(public, hidden)]

    def test_is_asked_of_some_rows_alone(self):
        link = next(link for link in record_links(Citation) if link.name == "source")
        source = SourceFactory()
        of_draft = CitationFactory(visit=VisitFactory(), source=source)
        visit = VisitFactory(publication="published")
        with past_the_fence():
            of_public, again = (CitationFactory(visit=visit, source=source) for _number in range(2))
        assert list(hidden_names(Citation, link, [of_draft.pk])) == []
        assert list(hidden_names(Citation, link, [of_draft.pk, of_public.pk, again.pk])) == [(visit, source)]
        assert list(published_naming_unpublished()) == [(visit, source)]


class TestUnpublished:
    def test_is_found_directly_and_through_one_another(self):
        partner = PartnerFactory()
        visit = VisitFactory()
        visit.partners.add(partner)
        assert unpublished_named_by(visit) == [partner]
        assert set(unpublished_behind(visit)) == {partner, partner.state, partner.organization}

    def test_of_two_that_name_one_another_is_the_other(self):
        one, other = StatementFactory(), StatementFactory()
        one.contradicts.add(other)
        assert unpublished_behind(one) == [other]

    def test_is_called_by_its_kind_and_key(self):
        assert called(AreaFactory(key="cyber")) == "area/cyber"
