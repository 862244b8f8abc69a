"""One read, one write, on whichever database the suite runs."""

import threading
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError, connection

from partnerships import transactions
from partnerships.models import Area
from partnerships.transactions import Busy, ReadOnly, at_the_end, in_passing, one_read, one_write, taken_back
from tests.crowd import at_once, share
from tests.factories import AreaFactory, VisitFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def area(monkeypatch, tmp_path):
    """A record in a database that threads share."""
    record = AreaFactory(note="")
    share(monkeypatch, tmp_path)
    return record


def note():
    return Area.objects.values_list("note", flat=True).get()


def write(text):
    with one_write():
        Area.objects.update(note=text)


class TestOneRead:
    def test_stands_as_at_one_instant_while_another_writes(self, area):
        def work(n):
            with one_read():
                first = note()
                at_once(lambda _n: write("in between"), 1)
                second = note()
            return first, second, note()

        assert at_once(work, 1) == [("", "", "in between")]

    def test_leaves_the_next_transaction_as_the_settings_ask(self, area):
        with one_read():
            pass
        assert getattr(connection, "transaction_mode", "IMMEDIATE") == "IMMEDIATE"


class TestTakenBack:
    def test_is_read_inside_alone(self, area):
        def work(n):
            with taken_back():
                write("inside")
                inside = note()
            with one_write():
                with taken_back():
                    write("further inside")
                write(f"{note()}after")
            return inside, note()

        assert at_once(work, 1) == [("inside", "after")]

    def test_is_judged_by_nobody(self, area):
        def refuse(noted):
            raise AssertionError(noted)

        def work(n):
            with taken_back():
                at_the_end(refuse, "inside")
            return note()

        assert at_once(work, 1) == [""]


class TestInPassing:
    def test_is_read_inside_alone_and_leaves_the_connection_as_it_was(self, area):
        def work(n):
            with in_passing():
                write("inside")
                inside = note()
            if connection.vendor == "sqlite":
                with connection.cursor() as cursor:
                    cursor.execute("PRAGMA busy_timeout")
                    assert cursor.fetchone() == (20_000,)
            return inside, note()

        assert at_once(work, 1) == [("inside", "")]

    def test_waits_for_nobody(self, area):
        def pass_by(n):
            with pytest.raises(Busy), in_passing():
                Area.objects.update(note="in passing")

        def work(n):
            with one_write():
                Area.objects.update(note="saved")
                at_once(pass_by, 1)

        at_once(work, 1)
        assert at_once(lambda _n: note(), 1) == ["saved"]


class TestOneWrite:
    def test_lets_one_writer_in_at_a_time(self, area):
        def work(n):
            for number in range(5):
                with one_write():
                    write(f"{note()} {n}-{number}")

        at_once(work, 8)
        ((words,),) = at_once(lambda _n: [note().split()], 1)
        assert sorted(words) == sorted(f"{n}-{number}" for n in range(8) for number in range(5))

    def test_is_taken_back_whole(self, area):
        class Stop(Exception):
            pass

        def half_of_it():
            with one_write():
                write("half")
                raise Stop

        with pytest.raises(Stop):
            half_of_it()
        assert note() == ""

    def test_says_so_where_others_take_too_long(self, area, monkeypatch, tmp_path):
        share(monkeypatch, tmp_path, patience=0.05)
        inside, done = threading.Event(), threading.Event()

        def work(n):
            if n == 0:
                with one_write():
                    inside.set()
                    done.wait(30)
            else:
                inside.wait(30)
                try:
                    with pytest.raises(Busy):
                        write("too late")
                finally:
                    done.set()

        at_once(work, 2)

    def test_calls_a_database_that_is_gone_by_its_name(self, monkeypatch):
        """Nobody is told that others are saving; it is for the log, and for the page of an absent database."""

        def ask():
            raise OperationalError("server closed the connection unexpectedly")

        monkeypatch.setattr(transactions, "take_turn", ask)
        for entered in (one_write, in_passing):
            with pytest.raises(OperationalError) as met, entered():
                ask()
            assert not isinstance(met.value, Busy)

    @pytest.mark.parametrize(
        "act",
        [
            lambda area, visit: area.save(),
            lambda area, visit: area.delete(),
            lambda area, visit: Area.objects.update(note="too late"),
            lambda area, visit: Area.objects.filter(pk=area.pk).delete(),
            lambda area, visit: Area.objects.bulk_create([Area(key="too-late")]),
            lambda area, visit: visit.areas.add(area),
            lambda area, visit: visit.areas.clear(),
            lambda area, visit: area.visits.add(visit),
        ],
    )
    def test_keeps_whoever_writes_by_the_models_waiting(self, act, monkeypatch, tmp_path):
        """What follows from a row is asked for before it is written: by a script too."""
        area, visit = AreaFactory(), VisitFactory()
        share(monkeypatch, tmp_path, patience=0.05)

        def work(_n):
            with pytest.raises(OperationalError):
                act(area, visit)

        def hold(_n):
            with one_write():
                at_once(work, 1)

        at_once(hold, 1)

    def test_is_how_every_module_writes(self):
        """Nothing else opens a transaction: one that takes no turn could check what another is about to change."""
        app = Path(settings.BASE_DIR, "partnerships")
        opening = {str(path.relative_to(app)) for path in app.rglob("*.py") if "atomic(" in path.read_text()}
        decorated = {str(path.relative_to(app)) for path in app.rglob("*.py") if ".atomic\n" in path.read_text()}
        assert opening | decorated == {"transactions.py"}


class TestReadOnly:
    @pytest.mark.django_db
    def test_refuses_to_write_with_a_sentence(self, settings):
        settings.READ_ONLY = True
        with pytest.raises(ReadOnly, match="lecture seule"), one_write():
            pytest.fail("it writes")
