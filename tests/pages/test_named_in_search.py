"""What the words of a search name that has a page of its own."""

import pytest
from django.utils.translation import override

from partnerships.pages.compare import MOST
from partnerships.pages.named_in_search import lists_named, partners_named
from partnerships.projections import search
from tests.factories import (
    PUBLISHED,
    MissionFactory,
    OrganizationFactory,
    PartnerFactory,
    StateFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db


class TestPartners:
    @pytest.fixture(autouse=True)
    def _partners(self):
        for key, name in (
            ("jp", "Japan"),
            ("kr", "Korea"),
            ("au", "Australia"),
            ("nz", "New Zealand"),
            ("ge", "Georgia"),
        ):
            PartnerFactory(key=key, state=StateFactory(key=key, name_en=name, **PUBLISHED), **PUBLISHED)
        PartnerFactory(key="draft", state=StateFactory(name_en="Ruritania", **PUBLISHED))

    def test_several_stand_side_by_side(self):
        with override("en"):
            found = partners_named("Japan and New Zealand: missions")
        assert found is not None
        assert found.compare == "/en/compare/?partner=jp&partner=nz"
        assert "Japan" in found.partners
        assert "New Zealand" in found.partners

    def test_as_many_as_can_be_compared_do(self):
        with override("en"):
            found = partners_named("Japan, Korea, Australia, New Zealand")
        assert found.compare.count("partner=") == MOST

    @past_the_fence()
    def test_whose_state_or_organisation_is_hidden_do_not(self):
        korea = PartnerFactory._meta.model.objects.get(key="kr")
        for hidden in (korea.state, korea.organization):
            assert partners_named("Japan and Korea") is not None
            hidden.publication = "draft"
            hidden.save()
            assert partners_named("Japan and Korea") is None
            hidden.publication = "published"
            hidden.save()

    @pytest.mark.parametrize("text", ["Japan", "Japan Ruritania", "", "Japan, Korea, Australia, New Zealand, Georgia"])
    def test_one_or_too_many_do_not(self, text):
        assert partners_named(text) is None


class TestLists:
    def named(self, text):
        with override("en"):
            return [link.href for link in lists_named(search.understand(text))]

    def test_are_those_of_the_kinds_that_are_named(self):
        OrganizationFactory(key="nato", name_en="NATO", **PUBLISHED)
        MissionFactory(name_en="A mission", **PUBLISHED)
        assert self.named("people") == ["/en/people/"]
        assert self.named("which partners have a mission to NATO") == ["/en/partners/", "/en/missions/"]
        assert self.named("combien de missions auprès de NATO ?") == ["/en/missions/"]

    def test_are_none_where_something_else_is_named(self):
        StateFactory(name_en="Japan", **PUBLISHED)
        assert self.named("mission of Japan") == self.named("seaweed") == self.named("") == []
