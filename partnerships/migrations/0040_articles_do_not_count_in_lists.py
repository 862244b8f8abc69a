"""Names are put in order without their articles: « Ambassade du Japon » after « Ambassade d’Italie »."""

from django.db import migrations

UNCOUNTED = {"fr": {"l", "la", "le", "les", "d", "de", "du", "des"}, "en": {"the"}}


def in_order(text, uncounted):
    words = text.split()
    return " ".join([word for word in words if word not in uncounted] or words)


def drop_articles(apps, schema_editor):
    database = schema_editor.connection.alias
    for model in apps.get_app_config("partnerships").get_models():
        names = {field.name for field in model._meta.concrete_fields}
        if model._meta.model_name == "person" or not {"sort_fr", "sort_en"} <= names:
            continue
        for number, *placed in model._base_manager.using(database).values_list("pk", "sort_fr", "sort_en").iterator(
            chunk_size=1000
        ):
            fr, en = in_order(placed[0], UNCOUNTED["fr"]), in_order(placed[1], UNCOUNTED["en"])
            if [fr, en] != placed:
                model._base_manager.using(database).filter(pk=number).update(sort_fr=fr, sort_en=en)


class Migration(migrations.Migration):

    makes_anew = ("rebuild_search",)

    dependencies = [("partnerships", "0039_words_of_fields")]

    operations = [migrations.RunPython(drop_articles, migrations.RunPython.noop, elidable=True)]
