"""The name of whoever changed something outlives the account, and triggers keep the history as it was written."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

TABLE = "partnerships_change"
SENTENCE = "The history is kept: it is neither changed nor deleted."
#: All columns but the account, which may be emptied when it is deleted.
KEPT = (
    *("id", "kind", "key", "action", "at", "by_name", "batch_id", "pending_id", "comment", "merged_into"),
    *("before", "after"),
)
NAMES = ("change_kept", "change_kept_account", "change_never_deleted", "change_never_emptied")


def sqlite():
    columns = ", ".join(f'"{name}"' for name in KEPT)
    refuse = f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
    another = "NEW.by_id IS NOT NULL AND NEW.by_id IS NOT OLD.by_id"
    return [
        f"CREATE TRIGGER change_kept BEFORE UPDATE OF {columns} ON {TABLE} {refuse}",
        f"CREATE TRIGGER change_kept_account BEFORE UPDATE OF by_id ON {TABLE} WHEN {another} {refuse}",
        f"CREATE TRIGGER change_never_deleted BEFORE DELETE ON {TABLE} {refuse}",
    ]


def postgresql():
    otherwise = "to_jsonb(OLD) - 'by_id' IS DISTINCT FROM to_jsonb(NEW) - 'by_id'"
    another = "(NEW.by_id IS NOT NULL AND NEW.by_id IS DISTINCT FROM OLD.by_id)"
    refuse = "EXECUTE FUNCTION partnerships_keep_trail()"
    return [
        "CREATE OR REPLACE FUNCTION partnerships_keep_trail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f"CREATE TRIGGER change_kept BEFORE UPDATE ON {TABLE} FOR EACH ROW WHEN ({otherwise} OR {another}) {refuse}",
        f"CREATE TRIGGER change_never_deleted BEFORE DELETE ON {TABLE} FOR EACH ROW {refuse}",
        f"CREATE TRIGGER change_never_emptied BEFORE TRUNCATE ON {TABLE} FOR EACH STATEMENT {refuse}",
    ]


def lay(apps, schema_editor):
    for statement in {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]():
        schema_editor.execute(statement, params=None)


def take_away(apps, schema_editor):
    on_table = f" ON {TABLE}" if schema_editor.connection.vendor == "postgresql" else ""
    for name in NAMES:
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}", params=None)


def name_accounts(apps, schema_editor):
    """Write down the names of those who wrote what is there already."""
    alias = schema_editor.connection.alias
    for model in ("Batch", "Change"):
        rows = apps.get_model("partnerships", model)._base_manager.using(alias)
        for number in rows.exclude(by=None).order_by().values_list("by", flat=True).distinct():
            user = apps.get_model("auth", "User")._base_manager.using(alias).get(pk=number)
            name = f"{user.first_name} {user.last_name}".strip() or user.username
            rows.filter(by=number).update(by_name=name[:200])


def account(related_name):
    return models.ForeignKey(
        blank=True,
        null=True,
        on_delete=django.db.models.deletion.SET_NULL,
        related_name=related_name,
        to=settings.AUTH_USER_MODEL,
        verbose_name="by",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0018_citations_by_source_and_tenures_by_period"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="batch",
            name="by_name",
            field=models.CharField(blank=True, default="", max_length=200, verbose_name="by"),
        ),
        migrations.AddField(
            model_name="change",
            name="by_name",
            field=models.CharField(blank=True, default="", max_length=200, verbose_name="by"),
        ),
        migrations.AlterField(model_name="batch", name="by", field=account("%(class)s_set")),
        migrations.AlterField(model_name="change", name="by", field=account("%(class)s_set")),
        migrations.RunPython(name_accounts, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(lay, take_away),
    ]
