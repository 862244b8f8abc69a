"""The site as gunicorn serves it."""

import http.client
import os
import socket
import subprocess
import sys
import time

import pytest
from django.conf import settings

from .test_settings import GOOD

SECONDS_TO_START = 30


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def port():
    """The port on which the site answers while the tests of this file run."""
    number = free_port()
    environment = {**GOOD, "PATH": os.environ["PATH"], "PORT": str(number), "WEB_CONCURRENCY": "1"}
    command = [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn.py"]
    with subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, stderr=subprocess.PIPE) as process:
        try:
            wait_for(process, number)
            yield number
        finally:
            process.terminate()


def wait_for(process, number):
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", number)) == 0:
                return
        time.sleep(0.05)
    process.terminate()
    pytest.fail(f"gunicorn did not start: {process.stderr.read().decode()}")


def answer(port, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Host": "register.example.org", **headers})
    found = connection.getresponse()
    body = found.read()
    connection.close()
    return found.status, dict(found.headers) | {"Date": ""}, body


class TestAddress:
    @pytest.mark.parametrize("name", ["SCRIPT_NAME", "Script-Name", "PATH_INFO", "Path-Info", "REMOTE_USER"])
    @pytest.mark.parametrize("value", ["/.well-known", "/.well-known/security.txt", "/elsewhere"])
    def test_is_what_was_asked_for_whatever_a_header_says(self, port, name, value):
        path = "/.well-known/security.txt"
        plain = answer(port, path)
        assert plain[0] == 200
        assert answer(port, path, **{name: value}) == plain

    def test_is_not_called_otherwise_by_a_forwarded_host(self, port):
        plain = answer(port, "/robots.txt")
        assert b"register.example.org" in plain[2]
        assert answer(port, "/robots.txt", **{"X-Forwarded-Host": "elsewhere.example"}) == plain
