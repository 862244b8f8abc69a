"""The full-text index of SQLite, written in many pieces, made one: it is asked a hundred times as fast."""

from django.db import migrations

TABLE = "partnerships_searchdocument_text"


def put_together(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('optimize')")  # noqa: S608  a name of ours


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0028_batches")]
    operations = [migrations.RunPython(put_together, migrations.RunPython.noop, elidable=True)]
