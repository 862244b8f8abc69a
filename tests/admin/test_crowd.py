"""Many people write at once: nothing is lost, and nobody meets an error."""

import json
import os
from itertools import pairwise

import pytest
from django.contrib.auth.models import Group, User

from partnerships.editorial.roles import sync_roles
from partnerships.exchange import importing, undoing
from partnerships.exchange.reading import read_files
from partnerships.models import Area, Batch, Change, Visit
from partnerships.projections.timeline.comparison import differences
from partnerships.records.kinds import KINDS
from partnerships.records.references import published_naming_unpublished
from partnerships.records.snapshot.findings import NothingWritten
from partnerships.records.snapshot.taking import snapshot
from partnerships.transactions import Busy
from tests.crowd import Browser, SentForm, at_once, share
from tests.factories import AreaFactory, VisitFactory

from .browsing import address

pytestmark = pytest.mark.django_db(transaction=True)

MOST_TRIES = 400
#: How many seconds they wait for their turn, all of them on a machine that may be slow: nobody is sent away.
PATIENCE = 600
#: How often each of them writes, and how many they are: who writes first lets all others begin anew. CROWD=25 makes
#: them sixteen, who write four hundred times in all.
EACH = int(os.environ.get("CROWD", "2"))
CLIENTS = 16 if "CROWD" in os.environ else 8


@pytest.fixture
def crowd(monkeypatch, tmp_path):
    """Browsers of editors, and a database that they share."""
    sync_roles()
    editor = User.objects.create_user("editor", is_staff=True)
    editor.groups.add(Group.objects.get(name="editor"))
    clients = [Browser(editor) for _ in range(CLIENTS)]
    records = AreaFactory.create_batch(9)
    share(monkeypatch, tmp_path, PATIENCE)
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
        # Somebody came between.
        assert "register-stored" in answer.text
    raise AssertionError(word)


def test_nothing_is_lost(crowd):
    clients, records = crowd

    def write(n):
        for number in range(EACH):
            # Now and then all of them write into the first record, else two at a time into one.
            record = records[0] if number % 12 == 0 else records[1 + (n + number) % (CLIENTS // 2)]
            add_word(clients[n], record, f"w{n}-{number}")
        return True

    def read(_n):
        return [record.note.split() for record in Area.objects.order_by("pk")], Change.objects.count()

    at_once(write, CLIENTS)
    ((notes, changes),) = at_once(read, 1)
    written = sorted(word for note in notes for word in note)
    assert written == sorted(f"w{n}-{number}" for n in range(CLIENTS) for number in range(EACH))
    assert changes == CLIENTS * EACH


@pytest.fixture
def reviewers(monkeypatch, tmp_path):
    """Browsers of reviewers; visits that name areas, one of them public, and none has a history yet."""
    sync_roles()
    reviewer = User.objects.create_user("reviewer", is_staff=True)
    reviewer.groups.add(Group.objects.get(name="reviewer"))
    areas, visits = AreaFactory.create_batch(2), VisitFactory.create_batch(3)
    for visit in visits:
        visit.areas.add(*areas)
    clients = [Browser(reviewer) for _ in range(CLIENTS)]
    # Drafts may all be deleted in the end; what the public saw remains.
    public = VisitFactory(publication="published")
    share(monkeypatch, tmp_path, PATIENCE)
    return clients, [*visits, *areas, public]


#: What each of them does in turn: buttons of a form, a page of deletion, a file and its undoing.
ACTS = (
    {"_publish": "1"},
    {"_withdraw": "1", "_reason_en": "An error."},
    {"_return": "1"},
    {"_submit": "1"},
    {"note": "Changed."},
    "import",
    "undo",
    "delete",
)


def press(client, record, act):
    """Press a button of the form of `record`, or save it; return the status of the answer."""
    page = address(record._meta.model_name, "change", record.pk)
    seen = client.get(page)
    return client.post(page, SentForm(seen.text).fields | act).status_code if seen.status_code == 200 else 302


def import_or_undo(act, record, word):
    """Import a change of a record, or take the last import back; what is refused is no error."""
    record = type(record).objects.filter(pk=record.pk).first()
    try:
        if act == "undo":
            batch = Batch.objects.filter(undone_at=None).order_by("-pk").first()
            undoing.undo(batch.pk if batch else 0)
        elif record:
            lines = snapshot(record)
            lines[0]["fields"]["note"] = word
            importing.run(read_files([("crowd.json", json.dumps(lines).encode())]), apply=True)
    except (NothingWritten, Busy):
        pass
    return 302


def test_whatever_is_pressed_at_once_holds_together(reviewers):
    clients, records = reviewers

    def work(n):
        statuses = set()
        for number in range(EACH * 2):
            act, record = ACTS[(n + number) % len(ACTS)], records[(n * 3 + number) % len(records)]
            if act in ("import", "undo"):
                statuses.add(import_or_undo(act, record, f"w{n}-{number}"))
            elif act == "delete":
                page = address(record._meta.model_name, "delete", record.pk)
                seen = clients[n].get(page)
                sent = SentForm(seen.text).fields if seen.status_code == 200 else {}
                statuses.add(clients[n].post(page, {"post": "yes"} | sent).status_code)
            else:
                statuses.add(press(clients[n], record, act))
        return statuses

    def read_all(_n):
        histories = [
            list(Change.objects.filter(kind=name, key=key).order_by("pk").values_list("before", "after"))
            for name, kind in KINDS.items()
            for key in kind.model.objects.values_list("key", flat=True)
        ]
        now = [snapshot(each) for model in (Area, Visit) for each in model.objects.all()]
        return histories, now, differences(), published_naming_unpublished()

    # A form again, the way on, or the words that a record is gone, or may not be deleted once the public saw it.
    assert set().union(*at_once(work, CLIENTS)) <= {200, 302, 403, 410}
    ((histories, now, stale, too_early),) = at_once(read_all, 1)
    assert (list(stale), list(too_early)) == ([], [])
    assert any(histories)
    for history in filter(None, histories):
        # Every change began where the one before it ended, and the last one ended at what stands there now.
        assert all(one[1] == other[0] for one, other in pairwise(history))
        assert history[-1][1] in now
