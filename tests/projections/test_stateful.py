"""Whatever is edited, by whatever way in: the lines follow, and the content version rises with what the public sees.

HYPOTHESIS_PROFILE=explore looks for new examples, in longer runs; --hypothesis-seed gives others.
"""

import json
import os
import tempfile
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from partnerships.editorial import merge_choices, merging, pending_changes, publishing, scheduling
from partnerships.editorial.beside_record import change_beside_record
from partnerships.editorial.restoring import restore
from partnerships.exchange import undoing
from partnerships.exchange.importing import run
from partnerships.exchange.reading import read_files
from partnerships.kept_in_process import nothing_kept
from partnerships.models import (
    Batch,
    Change,
    FormerAddress,
    Office,
    PendingChange,
    ScheduledPublication,
    TimelineFacet,
    TimelineLine,
)
from partnerships.offices import succession
from partnerships.projections import possible_service, search
from partnerships.projections.timeline.comparison import differences
from partnerships.projections.up_to_date import deferred
from partnerships.projections.version import content_version
from partnerships.records.kinds import KINDS, PARTS
from partnerships.records.references import published_naming_unpublished
from partnerships.records.snapshot.findings import NothingWritten
from partnerships.records.snapshot.taking import fixture_fields, snapshot
from partnerships.records.visibility import FOR_STAFF, public_rows, published
from tests.admin.browsing import address, opened, submitted

from . import edits

REFUSALS = (ValidationError, DatabaseError, publishing.Refused, NothingWritten, CommandError)
EXPLORING = os.environ.get("HYPOTHESIS_PROFILE") == "explore"
EXAMPLES, STEPS = (int(os.environ.get("STATEFUL_EXAMPLES", 100)), 40) if EXPLORING else (4, 12)

of_rows = st.sampled_from(edits.ROWS)
of_kinds = st.sampled_from([kind.model for kind in KINDS.values()])
of_parts = st.sampled_from([(part, owner) for part in PARTS for owner in part.owner_fields])
of_ties = st.sampled_from([link.remote_field.through for model in edits.ROWS for link in model._meta.many_to_many])
of_backward_links = st.sampled_from([(model, name) for model in edits.ROWS for name in edits.links_from_many(model)])
of_links = st.sampled_from([(model, name) for model in edits.ROWS for name in edits.links_to_many(model)])


def public() -> list:
    """All that the public can see: the rows of public records, the links between many, the timeline."""
    rows = [shown(model, public_rows(model)) for model in edits.ROWS]
    for model in edits.ROWS:
        for link in model._meta.many_to_many:
            here, there = public_rows(model), public_rows(link.related_model)
            pairs = link.remote_field.through.objects.filter(
                **{f"{link.m2m_field_name()}__in": here, f"{link.m2m_reverse_field_name()}__in": there}
            )
            rows.append(sorted(pairs.values_list(link.m2m_field_name(), link.m2m_reverse_field_name())))
    known = {(name, key) for name, kind in KINDS.items() for key in published(kind.model).values_list("key", flat=True)}
    facets = TimelineFacet.objects.order_by("sort", "facet", "value").values_list("sort", "facet", "value")
    # Nobody can ask what is found under a record that is not public.
    facets = [row for row in facets if row[1:] in known]
    lines = TimelineLine.objects.order_by("sort").values_list("sort", "weight")
    return [*rows, list(lines), facets, *map(former, KINDS.values())]


def is_translation(field) -> bool:
    return hasattr(field, "translated_field")


def news(before: list, after: list) -> list:
    """What the public sees and did not see before, or the other way round; for a failure that says what it is."""
    several = zip(before, after, strict=True)
    return [row for one, other in several for row in (*one, *other) if (row in one) != (row in other)]


def former(kind) -> list[tuple]:
    """The old addresses that lead to public records of a kind."""
    known = public_rows(kind.model).values("key")
    addresses = FormerAddress.objects.filter(kind=kind.name, key__in=known).order_by("pk")
    return list(addresses.values_list("language", "slug", "key"))


def shown(model, rows) -> list[tuple]:
    """The columns that the public can read: nothing for staff, and of a text its languages, not the column of none."""
    columns = model._meta.concrete_fields
    unread = {"folded", *FOR_STAFF, *(each.translated_field.name for each in columns if is_translation(each))}
    names = [each.attname for each in columns if each.name not in unread]
    return list(rows.order_by("pk").values_list(*names))


def successions() -> list[tuple]:
    """What is said of each office: by whom, from when to when, how surely, and why."""
    return [
        (office.key, row.answer, row.period, row.start, row.end, row.holder and row.holder.tenure.pk, row.unnamed)
        for office in Office.objects.published().order_by("key")
        for row in succession(office)
    ]


class Edits(RuleBasedStateMachine):
    """A register that is edited in every way; each example begins with the same one."""

    def __init__(self):
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        self.client = Client()
        self.client.force_login(User.objects.get(username="chief"))
        self.seen, self.version = public(), content_version()

    def teardown(self):
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    @contextmanager
    def step(self):
        """One change, or a refusal that leaves everything as it was."""
        refused = False
        try:
            with transaction.atomic():
                yield
        except REFUSALS:
            refused = True
        assert differences() == []
        assert possible_service.differences() == []
        assert search.comparison.differences() == []
        said = successions()
        with nothing_kept():
            assert successions() == said
        assert not list(published_naming_unpublished())
        seen, version = public(), content_version()
        assert version > self.version or news(self.seen, seen) == []
        assert not refused or (seen, version) == (self.seen, self.version)
        self.seen, self.version = seen, version

    def one(self, data, model):
        """One of the rows of `model`, by its place: numbers of rows differ from run to run."""
        ids = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
        if not ids:
            return None
        return model._default_manager.get(pk=ids[data.draw(st.integers(0, len(ids) - 1))])

    def some(self, data, model):
        ids = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
        return [pk for pk in ids if data.draw(st.booleans())] if ids else []

    def edit(self, data, model):
        field = data.draw(st.sampled_from(edits.columns(model)), label="field")
        return field, data.draw(edits.values(field), label="value")

    @rule(data=st.data(), model=of_rows, alone=st.booleans())
    def save(self, data, model, alone):
        row = self.one(data, model)
        field, value = self.edit(data, model)
        with self.step():
            if row:
                setattr(row, field.attname, value)
                row.save(update_fields=[field.name]) if alone else row.save()

    @rule(data=st.data(), model=of_rows)
    def update(self, data, model):
        ids = self.some(data, model)
        field, value = self.edit(data, model)
        with self.step():
            model.objects.filter(pk__in=ids).update(**{field.attname: value})

    @rule(data=st.data(), model=of_rows)
    def update_in_bulk(self, data, model):
        rows = list(model.objects.filter(pk__in=self.some(data, model)).order_by("pk"))
        field, value = self.edit(data, model)
        for row in rows:
            setattr(row, field.attname, value)
        with self.step():
            model.objects.bulk_update(rows, [field.name])

    @rule(data=st.data(), model=of_rows)
    def create_in_bulk(self, data, model):
        row = self.one(data, model)
        if row:
            row.pk, row.key = None, f"{row.key}-again"
            row._state.adding = True
            for name in ("slug_fr", "slug_en"):
                setattr(row, name, None)
            with self.step():
                model.objects.bulk_create([row])

    @rule(data=st.data(), link=of_links, way=st.sampled_from(["add", "remove", "set", "clear"]))
    def link(self, data, link, way):
        model, name = link
        row = self.one(data, model)
        if row:
            manager = getattr(row, name)
            ids = self.some(data, manager.model)
            with self.step():
                arguments = {"add": ids, "remove": ids, "set": [ids], "clear": []}[way]
                getattr(manager, way)(*arguments)

    @rule(data=st.data(), link=of_backward_links)
    def add_from_afar(self, data, link):
        model, name = link
        target = self.one(data, model)
        if target:
            manager = getattr(target, name)
            rows = list(manager.model.objects.filter(pk__in=self.some(data, manager.model)))
            with self.step():
                manager.add(*rows)

    @rule(data=st.data(), table=of_ties, way=st.sampled_from(["create", "bulk_create", "update", "delete"]))
    def tie(self, data, table, way):
        ends = {
            field.name: self.one(data, field.related_model)
            for field in table._meta.concrete_fields
            if field.remote_field
        }
        rows = table.objects.filter(pk__in=self.some(data, table))
        named, target = [*ends.items()][-1]
        with self.step():
            if way == "create":
                table.objects.create(**ends)
            elif way == "bulk_create":
                table.objects.bulk_create([table(**ends)], ignore_conflicts=True)
            elif way == "update":
                rows.update(**{named: target})
            else:
                rows.delete()

    @rule(data=st.data(), place=of_parts)
    def add_part(self, data, place):
        part, owner = place
        of = self.one(data, part._meta.get_field(owner).related_model)
        with self.step():
            if of:
                edits.make_part(part, owner, of)

    @rule(data=st.data(), model=of_rows, together=st.booleans())
    def delete(self, data, model, together):
        row = self.one(data, model)
        with self.step():
            if row:
                model.objects.filter(pk=row.pk).delete() if together else row.delete()

    @rule(data=st.data(), model=of_kinds, way=st.sampled_from(["publish", "withdraw", "submit", "return_to_draft"]))
    def change_state(self, data, model, way):
        record = self.one(data, model)
        options = {"publish": {"along": True}, "withdraw": {"reason_en": "An error."}}.get(way, {})
        with self.step():
            if record:
                getattr(publishing, way)(record, by=User.objects.get(), **options)

    @rule(data=st.data(), model=of_kinds)
    def save_in_admin(self, data, model):
        record = self.one(data, model)
        if record is None or getattr(record, "stop_id", None):
            return
        page = address(record._meta.model_name, "change", record.pk)
        answer = opened(self.client, page)
        form = submitted(answer)
        changed = data.draw(st.sampled_from(sorted(form_fields(answer))), label="field")
        form[changed] = data.draw(form_values(form_fields(answer)[changed]), label="value")
        with self.step():
            answer = self.client.post(page, form)
            # Saved, or shown again with what stands in the way.
            shown_again = answer.context is not None and answer.context.get("errors")
            assert answer.status_code == (200 if shown_again else 302)

    def changed_lines(self, data, model):
        """The lines of a record in a fixture, with one field changed."""
        record = self.one(data, model)
        lines = snapshot(record) if record else []
        if lines:
            fields = lines[data.draw(st.integers(0, len(lines) - 1))]
            named = model if fields["model"].endswith(f".{model._meta.model_name}") else model_of(fields["model"])
            field = data.draw(st.sampled_from(fixture_fields(named)), label="field")
            fields["fields"][field.name] = self.written(data, field)
        return lines

    def written(self, data, field):
        if field.many_to_many:
            chosen = field.related_model._base_manager.filter(pk__in=self.some(data, field.related_model))
            return [list(each.natural_key()) for each in chosen.order_by("pk")]
        value = data.draw(edits.values(field), label="value")
        if field.remote_field and value is not None:
            return list(field.related_model._base_manager.get(pk=value).natural_key())
        return value if value is None or isinstance(value, bool | int | str) else str(value)

    @rule(data=st.data(), model=of_kinds)
    def import_file(self, data, model):
        lines = self.changed_lines(data, model)
        with self.step():
            run(read_files([("test.json", json.dumps(lines).encode())]), by=User.objects.get(), apply=True)

    @rule(data=st.data())
    def undo(self, data):
        batches = list(Batch.objects.filter(undone_at=None).order_by("pk"))
        if batches:
            with self.step():
                undoing.undo(batches[data.draw(st.integers(0, len(batches) - 1))].pk, by=User.objects.get())

    @rule(data=st.data(), model=of_kinds)
    def merge(self, data, model):
        stays, goes = self.one(data, model), self.one(data, model)
        with self.step():
            if stays and goes:
                version = merge_choices.version_of_two(stays, goes)
                merging.merge(stays, goes, by=User.objects.get(), picked={}, version=version, reason="Entered twice.")

    @rule(data=st.data())
    def restore(self, data):
        changes = list(Change.objects.order_by("pk"))
        if changes:
            with self.step():
                restore(changes[data.draw(st.integers(0, len(changes) - 1))], by=User.objects.get())

    @rule(data=st.data())
    def accept(self, data):
        waiting = list(PendingChange.objects.filter(state=PendingChange.State.WAITING).order_by("pk"))
        if waiting:
            found = change_beside_record(waiting[data.draw(st.integers(0, len(waiting) - 1))])
            chosen = [each.name for each in found.differences if data.draw(st.booleans())]
            words = {"comment": "Not all of it.", "reason": "There is nobody else."}
            with self.step():
                pending_changes.accept(
                    found.pending, by=User.objects.get(), chosen=chosen, version=found.version, **words
                )

    @rule(data=st.data(), model=of_kinds)
    def publish_later(self, data, model):
        record, by, now = self.one(data, model), User.objects.get(), timezone.now()
        with self.step():
            if record:
                scheduling.schedule(record, by=by, at=now + timedelta(hours=1), along=(), reason="Nobody else.")
        with self.step():
            list(scheduling.publish_due(now + timedelta(hours=2)))
            ScheduledPublication.objects.all().delete()

    @rule(data=st.data(), model=of_kinds)
    def load(self, data, model):
        lines = self.changed_lines(data, model)
        if not lines:
            # The command warns of a file in which there is nothing.
            return
        with tempfile.TemporaryDirectory() as folder, self.step():
            path = Path(folder, "changed.json")
            path.write_text(json.dumps(lines), encoding="utf-8")
            call_command("loaddata", path, verbosity=0)


def model_of(label):
    return next(model for model in edits.ROWS if model._meta.label_lower == label)


def form_fields(answer):
    """The fields of the form of the back-office, by the names they are sent under; those of its parts too."""
    forms = [answer.context_data["adminform"].form]
    for inline in answer.context_data["inline_admin_formsets"]:
        forms += inline.formset.forms
    return {bound.html_name: bound.field for form in forms for bound in form}


def form_values(field):
    if hasattr(field, "queryset"):
        ids = list(field.queryset.order_by("pk").values_list("pk", flat=True))
        many = hasattr(field, "max_choices") or type(field).__name__.startswith("ModelMultiple")
        return st.lists(st.sampled_from(ids), unique=True) if many and ids else st.sampled_from(["", *ids])
    if getattr(field, "choices", None):
        return st.sampled_from([value for value, _ in field.choices])
    return st.sampled_from(["", "on", "2", "a", "May 2018", "2002 to 2004", "A text"])


@pytest.mark.django_db
def test_whatever_is_edited_the_lines_follow():
    with deferred():
        edits.build()
    assert differences() == []
    User.objects.create_superuser("chief")
    checked = settings(
        max_examples=EXAMPLES,
        stateful_step_count=STEPS,
        # A failure shows its steps as they were found; to make them fewer takes minutes.
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Edits, settings=checked)
