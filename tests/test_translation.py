"""Which fields exist in French and in English."""

from modeltranslation.translator import translator

from partnerships import models
from partnerships.translation import bilingual_fields


class TestBilingualFields:
    def test_are_those_of_a_model_and_of_its_bases(self):
        assert set(bilingual_fields(models.Visit)) == {"title", "summary", "withdrawal_reason", "period_wording"}

    def test_of_a_part_without_texts_for_readers_are_none(self):
        assert bilingual_fields(models.Beneficiary) == ()

    def test_are_columns_in_both_languages(self):
        for model in translator.get_registered_models(abstract=False):
            columns = {field.name for field in model._meta.concrete_fields}
            for name in bilingual_fields(model):
                assert {f"{name}_fr", f"{name}_en"} <= columns
