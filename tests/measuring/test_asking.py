from functools import partial

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from measuring import asking, urls
from measuring.asking import Site
from tests.factories import PartnerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _transaction_outlives_its_requests():
    """A server closes at the end of a request what a transaction was left open on."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


class TestSite:
    def test_answers_as_a_server_would(self):
        PartnerFactory(publication="published")
        answer = Site(keeping=False).page("/en/partners/?order=oldest")
        assert b"<!doctype html>" in answer.body
        assert answer.headers["Content-Language"] == "en"

    def test_says_what_does_not_answer(self):
        with pytest.raises(RuntimeError, match="/en/nothing/ answers 404"):
            Site(keeping=False).page("/en/nothing/")

    def test_keeps_pages_or_does_not(self):
        for keeping, looks in ((True, 1), (False, None)):
            site = Site(keeping=keeping)
            site.page("/en/")
            found = asking.queries(lambda site=site: site.page("/en/"))
            assert found == looks if keeping else found > 1


class TestCalls:
    def test_are_those_of_functions_whatever_the_clock_says(self):
        def inner():
            return len("built in: not counted")

        def several(number):
            for _each in range(number):
                inner()

        assert [asking.calls(partial(several, number)) for number in (0, 1, 5)] == [1, 2, 6]


class TestBare:
    def test_sends_the_bytes_that_it_is_given(self, settings):
        settings.ROOT_URLCONF = "measuring.urls"
        asking.bare(site := Site(keeping=False), b"as long as a page")()
        assert site.page("/bare").body == urls.BODY["bytes"] == b"as long as a page"
