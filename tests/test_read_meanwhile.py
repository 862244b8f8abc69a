"""What is read in a process of its own, on whichever database the suite runs."""

import os

import pytest
from django.db import connection

from partnerships.models import Area
from partnerships.read_meanwhile import read_meanwhile
from partnerships.transactions import one_read
from tests.crowd import at_once, share
from tests.factories import AreaFactory


def process_and_areas():
    return os.getpid(), Area.objects.count()


def failing():
    raise ZeroDivisionError


@pytest.mark.django_db(transaction=True)
class TestReadMeanwhile:
    def test_runs_in_another_process_that_sees_what_is_committed(self, monkeypatch, tmp_path):
        monkeypatch.setattr(os, "cpu_count", lambda: 2)
        AreaFactory()
        share(monkeypatch, tmp_path)

        def work(n):
            with read_meanwhile(process_and_areas) as read, one_read():
                return read(), Area.objects.count()

        (((process, areas), here),) = at_once(work, 1)
        assert process != os.getpid()
        assert areas == here == 1

    def test_raises_what_the_other_raised(self, monkeypatch, tmp_path):
        monkeypatch.setattr(os, "cpu_count", lambda: 2)
        share(monkeypatch, tmp_path)

        def work(n):
            with read_meanwhile(failing) as read:
                read()

        with pytest.raises(ZeroDivisionError):
            at_once(work, 1)

    @pytest.mark.parametrize("processors", [1, None])
    def test_runs_here_where_there_is_no_second_processor(self, monkeypatch, tmp_path, processors):
        monkeypatch.setattr(os, "cpu_count", lambda: processors)
        share(monkeypatch, tmp_path)

        def work(n):
            with read_meanwhile(os.getpid) as read:
                return read()

        assert at_once(work, 1) == [os.getpid()]


@pytest.mark.django_db
def test_runs_here_within_a_transaction():
    AreaFactory()
    assert connection.in_atomic_block
    with read_meanwhile(process_and_areas) as read:
        assert read() == (os.getpid(), 1)
