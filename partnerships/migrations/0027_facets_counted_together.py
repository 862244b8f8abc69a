"""PostgreSQL counts facets and their values together: apart it takes the lines of a partner for a fifth of what they are."""

from django.db import migrations

NAME, TABLE = "timeline_facet_values", "partnerships_timelinefacet"


def lay(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"CREATE STATISTICS {NAME} (dependencies, mcv) ON facet, value FROM {TABLE}")
        schema_editor.execute(f"ANALYZE {TABLE}")


def take_away(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP STATISTICS {NAME}")


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0026_possible_service")]
    operations = [migrations.RunPython(lay, take_away)]
