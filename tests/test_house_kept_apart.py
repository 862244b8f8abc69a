"""What is kept in the process is kept apart: each page is the same, whatever was asked before it and in which order."""

from itertools import product

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import TestCase
from django.urls import reverse
from django.utils.translation import override

from partnerships import kept_in_process
from partnerships.addresses import page_of
from partnerships.models.base import LANGUAGES
from partnerships.pages import PAGES
from partnerships.records.kinds import KINDS

pytestmark = pytest.mark.once

FIXTURES = ("2018_decision",)
#: So many records of each kind are looked at: the first ones, whose numbers are those of records of other kinds.
MOST = 3
DAYS = ("", "?on=2018-09-01", "?on=2011-06-01&and=2018-09-01")
ASKED = ("", "?on=2018-09-01", "?order=newest", "?partner=jp", "?letter=a")
LINES = (
    *("", "?detail=all", "?partner=jp", "?partner=kr", "?partner=jp&detail=all", "?kind=visit", "?kind=decision"),
    *("?from=2018&to=2018", "?from=2017&to=2017", "?area=cyber-defence", "?order=newest", "?body=nato&kind=tenure"),
)
#: What has an address and no record of its own.
OTHERS = (("home", DAYS), ("timeline", LINES), ("compare", ("", "?partner=jp&partner=kr", "?partner=kr&partner=jp")))


def of_one_language(language):
    lists = [(f"{kind}-list", ASKED) for kind in PAGES if KINDS[kind].tells_facts]
    with override(language):
        found = [f"{reverse(name)}{query}" for name, queries in (*OTHERS, *lists) for query in queries]
    for kind in PAGES:
        records = KINDS[kind].model._default_manager.published().order_by("pk")[:MOST]
        found += [f"{page_of(record, language)}{query}" for record, query in product(records, DAYS)]
    return found


class TestPages(TestCase):
    @classmethod
    def setUpTestData(cls):
        call_command("loaddata", *FIXTURES, verbosity=0)

    def forget(self):
        cache.clear()
        kept_in_process.forget()

    def read(self, address):
        answer = self.client.get(address)
        return answer.status_code, answer.text

    def test_are_the_same_whatever_was_asked_before(self):
        addresses = [address for several in zip(*map(of_one_language, LANGUAGES), strict=True) for address in several]
        assert len(addresses) == len(set(addresses))
        alone = {}
        for address in addresses:
            self.forget()
            alone[address] = self.read(address)
        assert {status for status, _text in alone.values()} <= {200, 400}
        for several in (addresses, addresses[::-1]):
            self.forget()
            other = [address for address in several if self.read(address) != alone[address]]
            assert other == []
