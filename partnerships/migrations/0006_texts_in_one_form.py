"""Texts that are there take the form in which they are kept from now on: one kind of line end, composed letters, no blanks around."""

import re
import unicodedata

from django.db import migrations, models

BLANK = r"(?:[^\S\x1c-\x1f]|[\u200b\u2060\ufeff])"
AROUND = re.compile(rf"\A{BLANK}+|{BLANK}+\Z")
PAGE_BREAK = re.compile(rf"{BLANK}*\f{BLANK}*")
COMPOSED = re.compile("[^\uf900-\ufaff\U0002f800-\U0002fa1f]+")
#: Words of their own, and columns that follow from others.
KEPT = {"key", "slug", "slug_fr", "slug_en", "folded", "sort_fr", "sort_en", "date", "period", "coverage", "birth", "death"}
WITHOUT_TEXTS = {"batch", "change", "formeraddress", "timelineline", "timelinefacet"}


def tidy(text, page_break):
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = AROUND.sub("", PAGE_BREAK.sub(page_break, text))
    return COMPOSED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)


def tidy_texts(apps, schema_editor):
    for model in apps.get_app_config("partnerships").get_models():
        if model._meta.model_name not in WITHOUT_TEXTS:
            tidy_rows(model, schema_editor.connection.alias)


def tidy_rows(model, database):
    breaks = {
        field.attname: "\n\n" if isinstance(field, models.TextField) else " "
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField) and not field.choices and field.name not in KEPT
    }
    for row in model._base_manager.using(database).values("pk", *breaks).iterator(chunk_size=500):
        tidied = {name: tidy(row[name], page_break) for name, page_break in breaks.items() if row[name]}
        if changed := {name: text for name, text in tidied.items() if text != row[name]}:
            model._base_manager.using(database).filter(pk=row["pk"]).update(**changed)


class Migration(migrations.Migration):

    dependencies = [("partnerships", "0005_reading_order_and_version")]

    operations = [migrations.RunPython(tidy_texts, migrations.RunPython.noop, elidable=True)]
