"""A link may be written in its table, or from its other end: what follows follows, and nothing passes the fence.

Every link of every kind is written in every way that Django has beside those of its own row.
"""

import pytest
from django.core.exceptions import ValidationError
from django.core.serializers import deserialize
from django.test import TestCase
from django.utils.translation import override

from partnerships.models import Publication
from partnerships.models.base import ends_of, related_name
from partnerships.projections.timeline.comparison import differences
from partnerships.projections.version import content_version
from partnerships.records.kinds import KINDS
from partnerships.records.references import called
from partnerships.transactions import one_write
from tests.canaries import published_links, with_drafts
from tests.factories import FACTORIES


def place(link, row, target):
    """Return where a link from `row` to `target` is written: in its table, or from where it leads."""
    if not link.many_to_many:
        return link, row, target
    table, own, named = ends_of(link)
    return table, {own: row, named: target}


def added(link, row, target, _now):
    """A link to one, written from where it leads."""
    getattr(target, related_name(type(row), link.name)).add(row)


def created(table, ends, _now):
    table.objects.create(**ends)


def created_together(table, ends, _now):
    table.objects.bulk_create([table(**ends)])


def created_by_the_base(table, ends, _now):
    table._base_manager.bulk_create([table(**ends)], ignore_conflicts=True)


def updated(table, ends, now):
    own, named = ends
    table.objects.filter(**{own: ends[own], named: now}).update(**{named: ends[named]})


def saved(table, ends, now):
    own, named = ends
    row = table.objects.get(**{own: ends[own], named: now})
    setattr(row, named, ends[named])
    row.save()


def loaded(table, ends, now):
    """A line of a fixture, as `loaddata` writes it."""
    own, named = ends
    row = table.objects.filter(**{own: ends[own], named: now}).first() if now else None
    fields = {name: end.pk for name, end in ends.items()}
    for line in deserialize("python", [{"model": table._meta.label_lower, "pk": row and row.pk, "fields": fields}]):
        line.save()


def deleted(table, ends, _now):
    table.objects.get(**ends).delete()


def deleted_together(table, ends, _now):
    table.objects.filter(**ends).delete()


class TestEveryLink(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.register = with_drafts()
        cls.links = list(published_links(cls.register))
        cls.further = {kind.model: FACTORIES[name](publication="published") for name, kind in KINDS.items()}

    def setUp(self):
        self.enterContext(override("en"))

    def write_each(self, write, to, now=None):
        """Write each link between many that `write` is for, and ask that what follows has followed."""
        for _record, row, link in self.links:
            if link.many_to_many is (write is not added):
                before = content_version()
                write(*place(link, row, to[link.related_model]), now and now[link.related_model])
                assert content_version() > before, (write.__name__, link)
        assert differences() == [], write.__name__

    def test_what_follows_from_it_follows(self):
        sound, spare = self.register.sound, self.register.spare
        self.write_each(added, self.further)
        self.write_each(deleted_together, sound)
        self.write_each(updated, sound, spare)
        self.write_each(saved, spare, sound)
        self.write_each(loaded, sound, spare)
        self.write_each(created, spare)
        self.write_each(deleted, sound)
        self.write_each(deleted_together, spare)
        self.write_each(created_together, sound)
        self.write_each(created_by_the_base, spare)

    def name_drafts(self, write, expected):
        """Write each link that `write` is for to a draft; add to `expected` what is to be said of it."""
        with one_write():
            for record, row, link in self.links:
                if link.many_to_many is (write is not added):
                    hidden = self.register.hidden[link.related_model, Publication.DRAFT]
                    expected.add(f"{called(record)} is published and names {called(hidden)}, which is not.")
                    write(*place(link, row, hidden), self.register.spare[link.related_model])

    def test_no_draft_is_named(self):
        for write in (added, created, created_together, created_by_the_base, updated, saved, loaded):
            expected = set()
            with pytest.raises(ValidationError) as refused:
                self.name_drafts(write, expected)
            assert expected - {*refused.value.messages} == set(), write.__name__

    def test_nothing_is_said_of_a_link_that_stays(self):
        before = content_version()
        for _record, row, link in self.links:
            if link.many_to_many:
                spare = self.register.spare[link.related_model]
                for write in (created_by_the_base, saved, updated, loaded):
                    write(*place(link, row, spare), spare)
        assert content_version() == before

    def test_links_are_not_overwritten(self):
        link = next(link for _record, _row, link in self.links if link.many_to_many)
        with pytest.raises(ValueError, match="update_conflicts"):
            ends_of(link)[0].objects.bulk_create([], update_conflicts=True)
