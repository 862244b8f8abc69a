"""What leaves the site leads to it, whatever is set."""

import pytest
from django.test import RequestFactory

from partnerships.own_site import asked_site, own_site

pytestmark = pytest.mark.once


@pytest.fixture
def request_(settings):
    settings.SITE_URL, settings.LISTENS_AT = "", "http://localhost:8123"
    settings.ALLOWED_HOSTS = ["register.test"]
    return RequestFactory(headers={"host": "register.test"}).get("/admin/")


def test_what_is_set_holds_before_all(request_, settings):
    settings.SITE_URL = "https://register.example.org"
    with asked_site(request_):
        assert own_site() == "https://register.example.org"


def test_else_it_is_where_it_was_asked_for(request_):
    with asked_site(request_):
        assert own_site() == "http://register.test"


def test_else_it_is_where_it_listens(request_):
    with asked_site(request_):
        pass
    assert own_site() == "http://localhost:8123"
