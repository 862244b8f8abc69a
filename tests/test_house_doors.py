"""By no door does a published record come to name an unpublished one: every link of every kind is tried at each."""

import json
import tempfile
from collections import defaultdict
from itertools import groupby
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import TestCase
from django.utils.translation import override

from partnerships.exchange import importing
from partnerships.exchange.reading import read_files
from partnerships.models import Meeting, Publication
from partnerships.models.base import related_name
from partnerships.projections.version import content_version
from partnerships.records.kinds import KINDS
from partnerships.records.references import called, published_naming, published_naming_unpublished, unpublished_named_by
from partnerships.records.snapshot.taking import snapshot

from .admin.browsing import address, opened, submitted
from .canaries import published_links, with_drafts

pytestmark = pytest.mark.once


class TestDoors(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.register = with_drafts()
        cls.links = list(published_links(cls.register))
        cls.chief = User.objects.create_superuser("chief")

    def setUp(self):
        self.client.force_login(self.chief)
        self.version, self.seen = content_version(), {}
        self.enterContext(override("en"))

    def hidden(self, link):
        return self.register.hidden[link.related_model, Publication.DRAFT]

    def changed(self, record, row, link):
        """Return the lines of a record in a fixture, one of which names the draft now."""
        lines, named = snapshot(record), list(self.hidden(link).natural_key())
        label = row._meta.label_lower
        (line,) = (one for one in lines if one["model"] == label and one["fields"]["key"] == row.key)
        line["fields"][link.name] = [*line["fields"].get(link.name, ()), named] if link.many_to_many else named
        return lines

    def imported(self, lines):
        outcome = importing.run(read_files([("it.json", json.dumps(lines).encode())]), by=self.chief, apply=True)
        return "\n".join(str(finding) for finding in outcome.findings)

    def loaded(self, lines):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "it.json")
            path.write_text(json.dumps(lines), encoding="utf-8")
            try:
                call_command("loaddata", path, verbosity=0)
            except CommandError as error:
                return str(error)
        return ""

    def saved(self, record, row, link):
        """Return what the form of a record says once it names the draft; None where it has no field for the link."""
        of = row if isinstance(row, Meeting) else record
        page = address(of._meta.model_name, "change", of.pk)
        # What came of a link before was taken back: the form is still the same.
        if page not in self.seen:
            self.seen[page] = opened(self.client, page)
        answer = self.seen[page]
        name = field_of(answer, row, link.name)
        if name is None:
            return None
        form, hidden = submitted(answer), self.hidden(link).pk
        form[name] = [*form.get(name, ()), hidden] if link.many_to_many else hidden
        # Published at once; what waits for a second person is held by the tests of pending changes.
        answer = self.client.post(page, form | {"_live": "1", "_live_reason": "An error that hurts"})
        return answer.text if answer.status_code == 200 else ""

    def try_each(self, door):
        """Ask `door` for each link what it says, and that nothing came of it."""
        for record, row, link in self.links:
            with self.subTest(record=called(record), row=row._meta.model_name, link=link.name):
                point = transaction.savepoint()
                try:
                    door(record, row, link)
                    assert unpublished_named_by(type(record).objects.get(pk=record.pk)) == []
                    assert content_version() == self.version
                finally:
                    transaction.savepoint_rollback(point)

    def try_together(self, door):
        """Ask `door` for one link of each record at a time what it says, and that nothing came of it."""
        rounds = defaultdict(list)
        for record, links in groupby(self.links, key=lambda each: each[0]):
            for number, (_record, row, link) in enumerate(links):
                rounds[number].append((record, row, link))
        for number, several in rounds.items():
            with self.subTest(round=number):
                point = transaction.savepoint()
                said = door([line for each in several for line in self.changed(*each)])
                wanted = {sentence(record, self.hidden(link)) for record, _row, link in several}
                assert {one for one in wanted if one not in said} == set()
                assert not list(published_naming_unpublished())
                assert content_version() == self.version
                transaction.savepoint_rollback(point)

    def test_imports_refuse(self):
        self.try_together(self.imported)

    def test_loaddata_refuses_with_the_remedy(self):
        def door(lines):
            said = self.loaded(lines)
            assert "Publish what is named" in said
            return said

        self.try_together(door)

    def test_the_back_office_refuses_with_the_record(self):
        without = set()

        def door(record, row, link):
            said, hidden = self.saved(record, row, link), self.hidden(link)
            if said is None:
                without.add((row._meta.model_name, link.name))
            else:
                assert address(hidden._meta.model_name, "change", hidden.pk) in said

        self.try_each(door)
        assert without == set()

    def test_scripts_are_refused(self):
        def door(record, row, link):
            hidden = self.hidden(link)
            for write in (set_and_saved, updated, tied_from_afar):
                with pytest.raises(ValidationError) as refused, transaction.atomic():
                    write(row, link, hidden)
                assert sentence(record, hidden) in refused.value.messages, write.__name__

        self.try_each(door)

    def written(self, lines):
        """Return what a script is told that saves the state which the first of `lines` has."""
        record = KINDS[lines[0]["model"].partition(".")[2]].model.objects.get(key=lines[0]["fields"]["key"])
        record.publication = lines[0]["fields"]["publication"]
        try:
            with transaction.atomic():
                record.save()
        except ValidationError as error:
            return "\n".join(error.messages)
        return ""

    def test_nothing_that_is_named_goes_back_to_draft(self):
        for place, kind in enumerate(KINDS.values()):
            record = self.register.sound[kind.model]
            referring = published_naming(record)
            lines = snapshot(record)
            lines[0]["fields"]["publication"] = "draft"
            # Both read files alike: each kind comes by one of them.
            for door in ((self.imported, self.loaded)[place % 2], self.written):
                with self.subTest(kind=kind.name, door=door.__name__):
                    point = transaction.savepoint()
                    said = door(lines)
                    assert not referring or kind.model.objects.get(pk=record.pk).publication == "published"
                    transaction.savepoint_rollback(point)
                    assert [called(one) for one in referring if sentence(one, record) not in said] == []


def set_and_saved(row, link, hidden):
    row = type(row).objects.get(pk=row.pk)
    if link.many_to_many:
        getattr(row, link.name).add(hidden)
    else:
        setattr(row, link.name, hidden)
        row.save()


def updated(row, link, hidden):
    if link.many_to_many:
        getattr(row, link.name).set([hidden])
    else:
        type(row).objects.filter(pk=row.pk).update(**{link.attname: hidden.pk})


def tied_from_afar(row, link, hidden):
    if link.many_to_many:
        # A link that runs both ways has one name.
        back = link.name if link.remote_field.symmetrical else related_name(type(row), link.name)
        getattr(hidden, back).add(row)
    else:
        type(row).objects.bulk_update([type(row)(pk=row.pk, **{link.name: hidden})], [link.name])


def sentence(record, target):
    return f"{called(record)} is published and names {called(target)}, which is not."


def field_of(answer, row, link):
    """Return the name under which a form sends `link` of `row`; None where it does not."""
    forms = [answer.context_data["adminform"].form]
    for inline in answer.context_data["inline_admin_formsets"]:
        forms += inline.formset.forms
    for form in forms:
        if type(form.instance) is type(row) and form.instance.pk == row.pk and link in form.fields:
            return form.add_prefix(link)
    return None
