"""Which fields exist in French and in English: what each model and its bases call `bilingual`."""

from django.apps import apps
from django.db.models import Model
from modeltranslation.translator import TranslationOptions, translator


def bilingual_fields(model: type[Model]) -> tuple[str, ...]:
    """Return the names of the fields of `model` that exist in both languages."""
    return tuple(name for base in model.__mro__ for name in vars(base).get("bilingual", ()))


for model in apps.get_app_config("partnerships").get_models():
    if fields := bilingual_fields(model):
        translator.register(model, type(f"{model.__name__}Options", (TranslationOptions,), {"fields": fields}))
