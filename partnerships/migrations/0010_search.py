"""The index of the search, and beside its table the full-text index of each database.

On SQLite an FTS5 table follows the documents by triggers; on PostgreSQL two GIN indexes do by themselves. Both take the
tokens as Python made them: those of FTS5 end at ASCII blanks alone, those of PostgreSQL never meet its parser.
"""

import django.db.models.deletion
import partnerships.models.fields
from django.db import migrations, models


TABLE = "partnerships_searchdocument"
FULL_TEXT = f"{TABLE}_text"
_GONE = f"INSERT INTO {FULL_TEXT}({FULL_TEXT}, rowid, names, tokens) VALUES ('delete', old.id, old.names, old.tokens);"  # noqa: S608
_COME = f"INSERT INTO {FULL_TEXT}(rowid, names, tokens) VALUES (new.id, new.names, new.tokens);"  # noqa: S608

SQLITE = (
    f"CREATE VIRTUAL TABLE {FULL_TEXT} USING fts5("
    f"names, tokens, content='{TABLE}', content_rowid='id', tokenize='ascii', detail='column')",
    f"CREATE TRIGGER {TABLE}_come AFTER INSERT ON {TABLE} BEGIN {_COME} END",
    f"CREATE TRIGGER {TABLE}_gone AFTER DELETE ON {TABLE} BEGIN {_GONE} END",
    f"CREATE TRIGGER {TABLE}_new AFTER UPDATE ON {TABLE} BEGIN {_GONE} {_COME} END",
)
POSTGRESQL = tuple(
    f"CREATE INDEX {TABLE}_{column} ON {TABLE} USING gin (array_to_tsvector(string_to_array({column}, ' ')))"
    for column in ("names", "tokens")
)


def lay_out(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def take_back(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"DROP TABLE {FULL_TEXT}")


class Migration(migrations.Migration):

    dependencies = [
        ('partnerships', '0009_room_for_derived_lines'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', partnerships.models.fields.BytewiseCharField(max_length=60, unique=True)),
                ('documents', models.IntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='SearchDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('key', partnerships.models.fields.BytewiseCharField(max_length=200)),
                ('sort', partnerships.models.fields.BytewiseCharField(max_length=300)),
                ('names', models.TextField()),
                ('tokens', models.TextField()),
                ('vocabulary', models.TextField()),
                ('earliest', models.DateField()),
                ('latest', models.DateField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'key'), name='search_document_once')],
            },
        ),
        migrations.CreateModel(
            name='SearchSpelling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('form', partnerships.models.fields.BytewiseCharField(max_length=60)),
                ('word', partnerships.models.fields.BytewiseCharField(db_index=True, max_length=60)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('form', 'word'), name='search_spelling_once')],
            },
        ),
        migrations.CreateModel(
            name='SearchName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('form', partnerships.models.fields.BytewiseCharField(max_length=250)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='whole_names', to='partnerships.searchdocument')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('form', 'document'), name='search_name_once')],
            },
        ),
        migrations.RunPython(lay_out, take_back),
    ]
