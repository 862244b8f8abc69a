"""Which fields exist in French and in English."""

import pickle

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


class TestQuerySets:
    def test_are_of_one_class_for_each_manager(self):
        assert type(models.State.objects.all()) is type(models.State.objects.filter(key="jp"))
        assert type(models.State.objects.all()) is not type(models.Citation.objects.all())

    def test_are_made_anew_each_time(self):
        one, other = (pickle.loads(pickle.dumps(models.State.objects.none())) for _ in range(2))  # noqa: S301
        assert type(one) is type(models.State.objects.all())
        assert one is not other
