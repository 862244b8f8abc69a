"""What every record has: a key, a name in each language, a place in lists, and an address that is its own."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.test import TestCase
from django.utils.translation import override

from partnerships.models import SEEN, Area, FormerAddress, Membership, Organization, Partner, Publication, State
from partnerships.models.base import found_at, validate_key
from tests.factories import AreaFactory, PartnerFactory, StateFactory

pytestmark = pytest.mark.once


class TestKey:
    @pytest.mark.parametrize("key", ["a", "7", "jp-nato", "a-1-b"])
    def test_of_small_letters_digits_and_single_hyphens_is_taken(self, key):
        validate_key(key)

    @pytest.mark.parametrize("key", ["", "A", "-a", "a-", "a--b", "a_b", "é", "a\n", "a b", "٣"])
    def test_of_anything_else_is_refused(self, key):
        with pytest.raises(ValidationError) as refused:
            validate_key(key)
        assert refused.value.code == "key"


class TestName:
    def test_is_in_the_language_else_in_the_other_else_the_key(self):
        both, one = Area(key="a", name_fr="sûreté", name_en="safety"), Area(key="b", name_fr="sûreté")
        assert [both.label("fr"), both.label("en")] == ["sûreté", "safety"]
        assert [one.label("fr"), one.label("en")] == ["sûreté", "sûreté"]
        assert Area(key="c").label("en") == "c"

    def test_is_made_of_the_names_of_others_where_there_is_no_text(self):
        state, organization = State(pk=1, key="jp", name_en="Japan"), Organization(pk=1, key="nato")
        membership = Membership(key="m", state=state, organization=organization)
        assert membership.named_after == (state, organization)
        assert membership.label("en") == "Japan – nato"
        assert Area(key="a").named_after == ()

    def test_is_said_in_the_active_language_else_in_the_first(self):
        area = Area(key="a", name_fr="sûreté", name_en="safety")
        with override("en"):
            assert str(area) == "safety"
        with override(None):
            assert str(area) == "sûreté"

    def test_natural_key_is_the_key(self):
        assert Area(key="a").natural_key() == ("a",)


class TestDerived:
    def test_is_looked_for_by_its_names_and_its_key_each_once(self):
        area = Area(key="surete", name_fr="Sûreté", name_en="Safety")
        area.derive()
        assert area.folded == "surete safety"

    @pytest.mark.parametrize("active", ["fr", "en"])
    def test_stands_in_lists_by_its_name_in_each_language(self, active):
        area = Area(key="a", name_fr="Éire", name_en="Ireland")
        with override(active):
            area.derive()
        assert (area.sort_fr, area.sort_en, area.folded) == ("eire", "ireland", "eire ireland a")

    def test_stands_in_lists_by_its_key_where_it_has_no_text_of_its_own(self):
        state, organization = State(pk=1, key="jp", name_en="Japan"), Organization(pk=1, key="nato")
        partner = Partner(key="jp-nato", state=state, organization=organization)
        partner.derive()
        assert (partner.own_label("en"), partner.sort_en) == ("jp-nato", "jp nato")

    def test_place_in_lists_has_room_for_three_hundred_letters(self):
        area = Area(key="a", name_fr="ê" * 301, name_en="e" * 301)
        area.derive()
        assert (area.sort_fr, area.sort_en) == ("e" * 300, "e" * 300)

    def test_empty_slug_is_none(self):
        state = State(key="a", slug_fr="", slug_en="japan")
        state.derive()
        assert (state.slug_fr, state.slug_en) == (None, "japan")


class TestPublication(TestCase):
    def test_is_draft_at_first_and_seen_once_it_was_published(self):
        assert Area().publication == "draft"
        assert [state.value for state in Publication if state in SEEN] == ["published", "withdrawn"]

    def test_public_records_are_those_that_are_published(self):
        for state in Publication.values:
            AreaFactory(key=state.replace("_", "-"), publication=state, withdrawal_reason_en="Why")
        assert [area.key for area in Area.objects.published()] == ["published"]
        assert Area.objects.get_by_natural_key("draft").publication == "draft"

    def test_withdrawn_is_said_why_in_a_language(self):
        area = AreaFactory()
        plain = models.QuerySet(Area).filter(pk=area.pk)
        for name in ("withdrawal_reason_fr", "withdrawal_reason_en"):
            plain.update(publication="withdrawn", **{name: "Why"})
            plain.update(publication="draft", **{name: None})
        with pytest.raises(IntegrityError, match="area_withdrawn_with_reason"), transaction.atomic():
            plain.update(publication="withdrawn")
        with pytest.raises(IntegrityError, match="area_publication"), transaction.atomic():
            plain.update(publication="public")


class TestAddress(TestCase):
    def refused(self, record):
        with override("en"):
            with pytest.raises(ValidationError) as refused:
                record.clean()
            return refused.value.message_dict

    def test_is_its_slug_else_its_key(self):
        state = State(key="cv", slug_fr="cap-vert")
        assert (state.slug("fr"), state.slug("en")) == ("cap-vert", "cv")

    def test_record_is_found_by_its_slug_and_by_its_key_where_it_has_none(self):
        StateFactory(key="cv", slug_fr="cap-vert")
        StateFactory(key="jp", slug_fr="cv")

        def found(language, slug):
            return [state.key for state in State.objects.filter(found_at(language, slug))]

        assert found("fr", "cap-vert") == ["cv"]
        assert found("fr", "cv") == ["jp"]
        assert found("en", "cv") == ["cv"]
        assert found("en", "cap-vert") == []

    def test_that_another_has_is_refused_in_its_language(self):
        StateFactory(key="cv", slug_fr="cap-vert", slug_en="cape-verde")
        sentence = ["Another record is found at this address: give a slug of its own."]
        assert self.refused(State(key="x", slug_fr="cap-vert", slug_en="x")) == {"slug_fr": sentence}
        assert self.refused(State(key="cape-verde", slug_fr="x")) == {"slug_en": sentence}
        State(key="x", slug_fr="cape-verde", slug_en="cap-vert").clean()

    def test_in_capitals_it_is_the_same(self):
        StateFactory(key="cv", name_en="Cabo Verde", slug_fr="cap-vert")
        FormerAddress.objects.create(kind="state", key="cv", language="en", slug="cape-verde")
        sentence = "This was the address of another record, and still leads to it: Cabo Verde. Give another slug."
        assert self.refused(State(key="x", slug_fr="Cap-Vert", slug_en="Cape-verde")) == {
            "slug_fr": ["Another record is found at this address: give a slug of its own."],
            "slug_en": [sentence],
        }
        assert self.refused(State(key="x", slug_fr="Autre")) == {
            "slug_fr": ["Write this part of the address in small letters."]
        }

    def test_that_it_has_itself_is_its_own(self):
        state = StateFactory(key="cv", slug_fr="cap-vert")
        state.clean()
        State(key="cv", slug_fr="cap-vert").clean()
        Area(key="cap-vert").clean()

    def test_that_another_had_is_refused_and_says_whose_it_was(self):
        StateFactory(key="cv", name_en="Cabo Verde")
        FormerAddress.objects.create(kind="state", key="cv", language="fr", slug="cap-vert")
        sentence = "This was the address of another record, and still leads to it: Cabo Verde. Give another slug."
        assert self.refused(State(key="x", slug_fr="cap-vert")) == {"slug_fr": [sentence]}
        State(key="x", slug_en="cap-vert").clean()
        State(key="cv", slug_fr="cap-vert").clean()
        # All that is wrong is said at once.
        assert set(self.refused(State(key="x", name_en="a\x07", slug_fr="cap-vert"))) == {"name_en", "slug_fr"}

    def test_that_led_to_a_record_that_is_gone_or_of_another_kind_is_free(self):
        FormerAddress.objects.create(kind="state", key="gone", language="fr", slug="cap-vert")
        PartnerFactory(key="cv")
        FormerAddress.objects.create(kind="partner", key="cv", language="fr", slug="cap-vert")
        State(key="x", slug_fr="cap-vert").clean()

    def test_that_another_had_is_kept_by_who_stands_there(self):
        StateFactory(key="cv")
        stands = StateFactory(key="x", slug_fr="cap-vert")
        FormerAddress.objects.create(kind="state", key="cv", language="fr", slug="cap-vert")
        stands.clean()
        moved = State.objects.get(pk=stands.pk)
        moved.slug_fr = "elsewhere"
        moved.clean()
        models.QuerySet(State).filter(pk=stands.pk).update(slug_fr="elsewhere")
        assert set(self.refused(stands)) == {"slug_fr"}
