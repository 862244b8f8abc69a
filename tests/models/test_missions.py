"""Posts: where they may be, and how they are reached."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from partnerships import models
from tests.factories import EmbassyFactory, MissionFactory, OrganizationFactory, StateFactory

pytestmark = pytest.mark.django_db


class TestEmbassyInItself:
    def test_is_refused_with_a_sentence(self):
        state = StateFactory()
        with pytest.raises(ValidationError) as refused, translation.override("fr"):
            EmbassyFactory.build(state=state, receiving_state=state).full_clean()
        assert "Un État n’a pas d’ambassade sur son propre territoire" in str(refused.value)

    @pytest.mark.parametrize("kind", ["consulate_general", "delegation"])
    def test_is_refused_by_the_database_whatever_its_kind(self, kind):
        state = StateFactory()
        with pytest.raises(IntegrityError), transaction.atomic():
            EmbassyFactory(state=state, receiving_state=state, kind=kind)

    def test_mission_to_an_organisation_that_sits_at_home_is_none(self):
        MissionFactory(state=StateFactory(), organization=OrganizationFactory(), kind="delegation").full_clean()


class TestCoordinates:
    @pytest.mark.parametrize("factory", [EmbassyFactory, MissionFactory])
    @pytest.mark.parametrize("half", ["latitude", "longitude"])
    def test_one_without_the_other_is_refused(self, factory, half):
        with pytest.raises(IntegrityError), transaction.atomic():
            factory(**{half: 50})

    @pytest.mark.parametrize("factory", [EmbassyFactory, MissionFactory])
    def test_both_are_kept(self, factory):
        factory(latitude="50.84670", longitude="4.35250").full_clean()


class TestKindsOfPost:
    @pytest.mark.parametrize(
        ("kind", "french", "english"),
        [
            ("legation", "légation", "legation"),
            ("consulate_general", "consulat général", "consulate general"),
            ("nunciature", "nonciature apostolique", "apostolic nunciature"),
            ("permanent_mission", "mission permanente", "permanent mission"),
            ("delegation", "délégation", "delegation"),
            ("liaison_office", "bureau de liaison", "liaison office"),
        ],
    )
    def test_are_called_in_both_languages(self, kind, french, english):
        embassy = models.Embassy(kind=kind)
        for language, words in (("fr", french), ("en", english)):
            with translation.override(language):
                assert embassy.get_kind_display() == words
