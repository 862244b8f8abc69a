"""What is asked before the site is served."""

import socket
from types import SimpleNamespace

import pytest

from config.gunicorn import on_starting


@pytest.fixture
def taken():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()


def server(*addresses, master_pid=0):
    return SimpleNamespace(master_pid=master_pid, cfg=SimpleNamespace(address=addresses))


class TestOnStarting:
    def test_says_in_a_sentence_that_the_address_is_taken(self, taken):
        with pytest.raises(SystemExit, match=f"Cannot listen on 127.0.0.1:{taken[1]} "):
            on_starting(server("/run/register.sock", taken))

    def test_takes_over_what_another_one_hands_it(self, taken, monkeypatch):
        on_starting(server(taken, master_pid=1))
        monkeypatch.setenv("LISTEN_FDS", "1")
        on_starting(server(taken))
