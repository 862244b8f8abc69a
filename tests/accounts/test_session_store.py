"""A log-in notes when it was last used; where somebody else writes for long, that can wait."""

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection

from partnerships.accounts.session_store import SessionStore
from partnerships.transactions import one_write
from tests.crowd import Browser, at_once, share

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def browser(monkeypatch, tmp_path):
    """A browser of somebody just logged in, and a database that gives up waiting within a second."""
    browser = Browser(User.objects.create_user("editor", is_staff=True))
    impatient = {} if connection.vendor == "sqlite" else {"options": "-c lock_timeout=100"}
    share(monkeypatch, tmp_path, patience=0.1, **impatient)
    return browser


def while_all_log_ins_are_held(work):
    """Return what `work()` does, in a thread of its own, while another writes and does not end."""

    def hold(_n):
        with one_write():
            if connection.vendor == "postgresql":
                # There, writers of other tables would not be in one another's way.
                connection.cursor().execute("LOCK TABLE django_session IN EXCLUSIVE MODE")
            return at_once(lambda _n: work(), 1)[0]

    return at_once(hold, 1)[0]


def test_page_is_answered_while_another_writes(browser):
    assert while_all_log_ins_are_held(lambda: browser.get("/admin/").status_code) == 200


def test_what_was_not_noted_is_noted_at_the_next_request(browser):
    def noted():
        return sorted(Session.objects.get().get_decoded())

    before = at_once(lambda _n: noted(), 1)[0]
    while_all_log_ins_are_held(lambda: browser.get("/admin/"))
    between = at_once(lambda _n: noted(), 1)[0]
    at_once(lambda _n: browser.get("/admin/"), 1)
    assert (before, at_once(lambda _n: noted(), 1)[0]) == (between, sorted([*before, "logged_in_at", "seen_at"]))


def test_log_in_that_is_gone_is_said(db):
    store = SessionStore()
    store.create()
    Session.objects.all().delete()
    store["seen_at"] = 1
    with pytest.raises(UpdateError):
        store.save()


def test_log_in_that_cannot_begin_is_said(browser):
    def begin():
        with pytest.raises(OperationalError):
            SessionStore().save(must_create=True)
        return True

    assert while_all_log_ins_are_held(begin)
