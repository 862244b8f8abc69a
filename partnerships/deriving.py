"""The one place that listens to signals: it fills what is derived, whoever saves.

Stock `loaddata` calls neither `save()` nor validation, so the derived columns are filled
before every save, raw ones too; the reading index of the timeline follows after it.
"""

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.dispatch import receiver

from .models import AddressedRecord, FormerAddress, Part, Record
from .models.base import LANGUAGES, Derived
from .timeline import index


@receiver(pre_save)
def derive_columns(sender, instance, **kwargs):
    if isinstance(instance, Derived):
        instance.derive()
    if isinstance(instance, AddressedRecord) and instance.pk:
        keep_former_addresses(sender, instance)


def keep_former_addresses(model, record):
    """Remember the slugs that `record` is about to lose: old addresses redirect for ever."""
    fields = [f"slug_{language}" for language in LANGUAGES]
    stored = model._default_manager.filter(pk=record.pk).values(*fields).first() or {}
    for language in LANGUAGES:
        slug = stored.get(f"slug_{language}")
        if slug and slug != getattr(record, f"slug_{language}"):
            FormerAddress.objects.update_or_create(
                kind=model._meta.model_name, language=language, slug=slug, defaults={"key": record.key}
            )


@receiver([post_save, post_delete])
def index_record(sender, instance, **kwargs):
    if isinstance(instance, Record | Part):
        index.touch(instance)


@receiver(m2m_changed)
def index_links(sender, instance, action, **kwargs):
    if action.startswith("post_") and isinstance(instance, Record):
        index.touch(instance)
