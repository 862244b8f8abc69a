"""The history: kept as it was written, with the name of whoever wrote it."""

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from partnerships.models import Batch, Change
from partnerships.models.history import name_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return User.objects.create_user("mori", first_name="Aiko", last_name="Mori")


@pytest.fixture
def change(editor):
    batch = Batch.objects.create(at=timezone.now(), by=editor)
    return Change.objects.create(kind="state", key="jp", action="create", at=timezone.now(), by=editor, batch=batch)


def refused(act):
    with pytest.raises(DatabaseError, match="The history is kept"), transaction.atomic():
        act()


class TestTrail:
    def test_no_column_is_changed(self, change):
        other = User.objects.create_user("other")
        values = {field.attname: field.value_from_object(change) for field in Change._meta.concrete_fields}
        changed = {"at": timezone.now(), "by_id": other.pk, "batch_id": None, "pending_id": 7, "id": 987}
        changed |= dict.fromkeys(("before", "after"), [1])
        for name in values:
            refused(lambda name=name: Change.objects.update(**{name: changed.get(name, "other")}))
        assert Change.objects.values(*values).get() == values

    def test_nothing_is_deleted(self, change):
        refused(change.delete)
        refused(Change.objects.all().delete)
        if connection.vendor == "postgresql":
            connection.check_constraints()
            refused(lambda: connection.cursor().execute("TRUNCATE partnerships_change CASCADE"))
        assert Change.objects.get() == change

    def test_what_is_written_past_the_models_is_kept_too(self, change):
        for statement in ("UPDATE partnerships_change SET comment = 'x'", "DELETE FROM partnerships_change"):
            refused(lambda statement=statement: connection.cursor().execute(statement))


class TestName:
    def test_outlives_the_account(self, change, editor):
        editor.first_name = "Somebody"
        editor.save()
        editor.delete()
        for row in (Change.objects.get(), Batch.objects.get()):
            assert (row.by, row.by_name) == (None, "Aiko Mori")

    @pytest.mark.once
    def test_is_that_of_the_account_where_there_is_no_other_and_fits_its_column(self):
        assert name_of(User(username="mori")) == "mori"
        assert name_of(User(username="mori", first_name="A" * 150, last_name="M" * 150)) == f"{'A' * 150} {'M' * 49}"

    def test_that_is_said_stays(self, editor):
        batch = Batch.objects.create(at=timezone.now(), by=editor, by_name="As it was said")
        assert batch.by_name == "As it was said"

    def test_is_written_with_many_at_once(self, editor):
        rows = [Change(kind="state", key="jp", action="create", at=timezone.now(), by=by) for by in (editor, None)]
        Change.objects.bulk_create(row for row in rows)
        assert list(Change.objects.order_by("id").values_list("by_name", flat=True)) == ["Aiko Mori", ""]
