"""Sixteen people write at once: nothing is lost, and nobody meets an error."""

import os

import pytest
from django.contrib.auth.models import Group, User

from partnerships.editorial.roles import sync_roles
from partnerships.models import Area, Change
from tests.crowd import Browser, SentForm, at_once, share
from tests.factories import AreaFactory

from .browsing import address

pytestmark = pytest.mark.django_db(transaction=True)

CLIENTS, MOST_TRIES = 16, 400
#: How often each of them writes; CROWD=25 makes it four hundred times in all.
EACH = int(os.environ.get("CROWD", "2"))


@pytest.fixture
def crowd(monkeypatch, tmp_path):
    """Sixteen browsers of editors, and a database that they share."""
    sync_roles()
    editor = User.objects.create_user("editor", is_staff=True)
    editor.groups.add(Group.objects.get(name="editor"))
    clients = [Browser(editor) for _ in range(CLIENTS)]
    records = AreaFactory.create_batch(9)
    share(monkeypatch, tmp_path)
    return clients, records


def add_word(client, record, word):
    """Add `word` to what stands in the note, and save until nobody came between."""
    page = address("area", "change", record.pk)
    for _ in range(MOST_TRIES):
        seen = SentForm(client.get(page).text).fields
        answer = client.post(page, seen | {"note": f"{seen['note']} {word}"})
        if answer.status_code == 302:
            return
        assert answer.status_code == 200
        assert "register-stored" in answer.text
    raise AssertionError(word)


def test_nothing_is_lost(crowd):
    clients, records = crowd

    def write(n):
        for number in range(EACH):
            # Now and then all of them write into the first record, else two at a time into one.
            record = records[0] if number % 12 == 0 else records[1 + (n + number) % 8]
            add_word(clients[n], record, f"w{n}-{number}")
        return True

    def read(_n):
        return [record.note.split() for record in Area.objects.order_by("pk")], Change.objects.count()

    at_once(write, CLIENTS)
    ((notes, changes),) = at_once(read, 1)
    written = sorted(word for note in notes for word in note)
    assert written == sorted(f"w{n}-{number}" for n in range(CLIENTS) for number in range(EACH))
    assert changes == CLIENTS * EACH
