"""What the public may not see leaves no trace: a page is the same whether it is there or not."""

from itertools import product

import pytest
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.urls import reverse
from django.utils.translation import override

from partnerships.models import Publication
from partnerships.models.base import LANGUAGES
from partnerships.pages import PAGES
from partnerships.records.kinds import KINDS, kind_of

from .canaries import hide, published_links, seen_alone, with_drafts
from .factories import past_the_fence

pytestmark = pytest.mark.once

#: What says of itself that it is not public, where the rest would make no sense without it.
SAYS_SO = ["stop.place"]
#: Days on which what is published here is in effect, and on which what is hidden would be.
DAYS = ("", "?on=2018-07-02", "?on=1743-02-17")


def content(client, address):
    """What a page says, without the frame around it and the citation, which names the version of the register."""
    text = client.get(address, follow=True).text
    main = text.partition("<main")[2].partition("</main>")[0] or text
    before, cite, after = main.partition('<section class="cite"')
    return before + (after.partition("</section>")[2] if cite else "")


def shown(client, addresses):
    return {address: content(client, address) for address in addresses}


class TestHiddenRecords(TestCase):
    """Hidden records that name public ones."""

    @classmethod
    def setUpTestData(cls):
        cls.register = seen_alone()

    def addresses(self):
        for language in LANGUAGES:
            with override(language):
                yield reverse("home")
                yield f"{reverse('timeline')}?detail=all"
                yield from (reverse(f"{kind}-list") for kind in PAGES)
                partners = [
                    several[KINDS["partner"].model].key for several in (self.register.sound, self.register.spare)
                ]
                yield f"{reverse('compare')}?partner={partners[0]}&partner={partners[1]}"
                for several, (kind, day) in product((self.register.sound, self.register.spare), product(PAGES, DAYS)):
                    yield f"{reverse(f'{kind}-detail', kwargs={'slug': several[KINDS[kind].model].key})}{day}"

    def test_change_no_page_that_they_would_stand_on(self):
        addresses = list(self.addresses())
        before = shown(self.client, addresses)
        hide(self.register)
        after = shown(self.client, addresses)
        assert [address for address in addresses if before[address] != after[address]] == []


class TestHiddenLinks(TestCase):
    """Public records that name hidden ones."""

    @classmethod
    def setUpTestData(cls):
        cls.register = with_drafts()
        cls.links = list(published_links(cls.register))

    def page(self, record):
        return [content(self.client, f"/id/{kind_of(record)}/{record.key}{day}") for day in DAYS[:2]]

    def named(self, row, link, target):
        """Let a row name a record, or none; nothing where that may not be."""
        try:
            with transaction.atomic(), past_the_fence():
                if link.many_to_many:
                    getattr(row, link.name).set([target] if target else [])
                else:
                    setattr(row, link.name, target)
                    row.save()
        except IntegrityError:
            return False
        return True

    def test_are_as_though_nothing_were_named(self):
        other = []
        for record, row, link in self.links:
            if not (link.many_to_many or link.null):
                continue
            target = self.register.hidden[link.related_model, Publication.DRAFT]
            if not self.named(row, link, None):
                continue
            none = self.page(record)
            assert self.named(row, link, target)
            if self.page(record) != none:
                other.append(f"{row._meta.model_name}.{link.name}")
        assert other == SAYS_SO
