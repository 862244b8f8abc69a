"""Which fields exist in French and in English: what each model and its bases call `bilingual`."""

from typing import Any

from django.apps import apps
from django.db.models import Model
from modeltranslation import manager
from modeltranslation.translator import TranslationOptions, translator

from .kept_in_process import remembered

_made = manager.multilingual_queryset_factory


@remembered()
def _translated(stock: type) -> type[Any]:
    return _made(stock, instantiate=False)


def _translated_rows(old_cls: type, instantiate: bool = True) -> Any:
    """Return querysets of one class for each; the package makes a new class for every question, a tenth of a page."""
    made = _translated(old_cls)
    return made() if instantiate else made


manager.multilingual_queryset_factory = _translated_rows


def bilingual_fields(model: type[Model]) -> tuple[str, ...]:
    """Return the names of the fields of `model` that exist in both languages."""
    return tuple(name for base in model.__mro__ for name in vars(base).get("bilingual", ()))


for model in apps.get_app_config("partnerships").get_models():
    if fields := bilingual_fields(model):
        translator.register(model, type(f"{model.__name__}Options", (TranslationOptions,), {"fields": fields}))
