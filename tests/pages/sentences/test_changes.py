"""The latest changes of the register, in sentences."""

import pytest
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import override

from partnerships.pages import sentences
from tests.factories import PUBLISHED, DecisionFactory

pytestmark = pytest.mark.django_db


class TestAdded:
    def test_names_one_or_several(self):
        several = [DecisionFactory(title_en=name, title_fr=name, **PUBLISHED) for name in ("A", "B")]
        with override("en"):
            assert strip_tags(sentences.added(several[:1])) == "A was added to the register."
            assert strip_tags(sentences.added(several)) == "A and B were added to the register."
        with override("fr"):
            assert strip_tags(sentences.added(several[:1])) == "la fiche A a été ajoutée au registre."
            assert strip_tags(sentences.added(several)) == "les fiches A et B ont été ajoutées au registre."


class TestCorrected:
    @pytest.mark.parametrize(
        ("reason", "said"), [("", "A was corrected (date)."), ("Why.", "A was corrected (date). Reason: Why.")]
    )
    def test_says_why_where_anybody_did(self, reason, said):
        decision = DecisionFactory(title_en="A", **PUBLISHED)
        with override("en"):
            assert strip_tags(sentences.corrected_because(decision, SafeString("date"), SafeString(reason))) == said
