"""What the public would meet: each published record that names what is not published, in a sentence of its own."""

import pytest

from partnerships.exchange.naming_unpublished import (
    is_protected_snapshot,
    is_public_snapshot,
    published_referrers,
    unpublished_names,
)
from partnerships.models import Area, Organization, Source, State
from tests.factories import (
    AreaFactory,
    CitationFactory,
    OrganizationFactory,
    ParticipationFactory,
    SourceFactory,
    StateFactory,
    StatementFactory,
    VisitFactory,
    past_the_fence,
)

PUBLIC = {"publication": "published"}


def names(record, target):
    return f"{record} is published and names {target}, which is not."


@pytest.mark.django_db
@pytest.mark.once
class TestUnpublishedNames:
    @past_the_fence()
    def test_each_is_said_once_in_the_order_of_its_name(self):
        visit = VisitFactory(key="v", organization=OrganizationFactory(key="o"), **PUBLIC)
        visit.areas.add(AreaFactory(key="b"), AreaFactory(key="a"), AreaFactory(key="seen", **PUBLIC))
        ParticipationFactory(visit=visit, person=None, organization=visit.organization)
        targets = ("area/a", "area/b", "organization/o")
        assert unpublished_names(visit) == [names("visit/v", target) for target in targets]

    @past_the_fence()
    @pytest.mark.parametrize("publication", ["draft", "in_review"])
    def test_are_none_of_what_is_not_published_itself(self, publication):
        assert unpublished_names(AreaFactory(parent=AreaFactory(), publication=publication)) == []

    def test_are_none_of_a_part_which_its_record_answers_for(self):
        assert unpublished_names(CitationFactory(area=AreaFactory(**PUBLIC))) == []


@pytest.mark.django_db
@pytest.mark.once
class TestPublishedReferrers:
    @past_the_fence()
    def test_name_it_by_a_column_a_list_or_a_part(self):
        AreaFactory(key="another")
        area, source = AreaFactory(key="hidden"), SourceFactory(key="s")
        AreaFactory(key="below", parent=area, **PUBLIC)
        statement = StatementFactory(key="statement", **PUBLIC)
        statement.areas.add(area)
        CitationFactory(statement=statement, source=source)
        assert published_referrers([(Source, source.pk), (Area, area.pk)]) == [
            names("area/below", "area/hidden"),
            names("statement/statement", "area/hidden"),
            names("statement/statement", "source/s"),
        ]

    def test_are_said_once_however_often_they_name_it(self):
        visit, state = VisitFactory(key="v", **PUBLIC), StateFactory(key="jp")
        for _each in range(2):
            ParticipationFactory(visit=visit, person=None, state=state)
        assert published_referrers([(State, state.pk)]) == [names("visit/v", "state/jp")]

    @past_the_fence()
    def test_are_none_that_the_public_does_not_see(self):
        area = AreaFactory()
        for publication in ("draft", "in_review"):
            AreaFactory(parent=area, publication=publication)
        assert published_referrers([(Area, area.pk)]) == []

    def test_are_not_those_of_another_kind_with_the_same_number(self):
        area = AreaFactory()
        OrganizationFactory(pk=area.pk)
        AreaFactory(parent=area, **PUBLIC)
        assert published_referrers([(Organization, area.pk)]) == []


class TestSnapshot:
    def of(self, *states):
        return [[{"fields": {"key": "a", "publication": state}}, {"fields": {"key": "part"}}] for state in states]

    def test_is_public_where_its_record_is_published(self):
        several = self.of("published", "withdrawn", "in_review", "draft")
        assert [is_public_snapshot(each) for each in several] == [True, False, False, False]

    def test_is_protected_once_the_public_has_seen_it(self):
        several = self.of("published", "withdrawn", "in_review", "draft")
        assert [is_protected_snapshot(each) for each in several] == [True, True, False, False]

    @pytest.mark.parametrize("lines", [None, [], [{"fields": {"key": "a"}}]])
    def test_of_nothing_or_of_a_draft_is_neither(self, lines):
        assert (is_public_snapshot(lines), is_protected_snapshot(lines)) == (False, False)

    def test_is_that_of_its_record_and_not_of_a_part(self):
        lines = [{"fields": {"key": "a"}}, {"fields": {"key": "part", "publication": "published"}}]
        assert (is_public_snapshot(lines), is_protected_snapshot(lines)) == (False, False)
