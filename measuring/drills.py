"""`make drills`: what goes wrong on a server is done to it on purpose, on SQLite and on PostgreSQL.

Each drill starts from a register of its own, does its harm, and asks that nothing is lost, that nobody reads what is
half done, and that the site comes back by itself. One line each; the exit code is 1 where one fails.
"""

import argparse
import json
import os
import resource
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import psycopg
from psycopg.sql import SQL, Identifier

ROOT = Path(__file__).resolve().parent.parent
#: So many records that an import is still at work when it is struck.
MANY = 3_000
SECONDS = 60
#: No more bytes go into a file where the disk is said to be full: less than the journal of an import.
LEFT = 300_000


class Failed(Exception):
    """A drill found what must not be."""


class Server:
    """A register of its own: its database, its commands, its site."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.folder = url, folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        inherited = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TZ")}
        self.environment = {
            **inherited,
            "SECRET_KEY": secrets.token_urlsafe(50),
            "DATABASE_URL": url,
            "ALLOWED_HOSTS": "127.0.0.1",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "PORT": str(self.port),
            "DJANGO_SUPERUSER_PASSWORD": secrets.token_urlsafe(20),
            "LOG_LEVEL": "CRITICAL",
        }

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "manage.py", *arguments]

    def run(self, *arguments: str, code: int | None = 0, limit: int = 0) -> str:
        """Return what a command prints; fail where it ends otherwise than with `code`."""

        def bound() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        done = subprocess.run(
            self.command(*arguments),
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            preexec_fn=bound if limit else None,
        )
        said = done.stdout + done.stderr
        if code is not None and done.returncode != code:
            raise Failed(f"{' '.join(arguments)[:80]} ended with {done.returncode}: {said[-300:]}")
        if "Traceback" in done.stderr:
            raise Failed(f"{arguments[0]} ended in a stack trace: {done.stderr.strip().splitlines()[-1]}")
        return said

    def begin(self, *arguments: str) -> subprocess.Popen:
        silent = subprocess.DEVNULL
        return subprocess.Popen(self.command(*arguments), cwd=ROOT, env=self.environment, stdout=silent, stderr=silent)

    def content(self) -> str:
        return self.run("export_register")

    def ask(self, path: str, language: str = "en") -> tuple[int, str]:
        """Return the status and the text of an answer; 0 where there is none."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", path, headers={"Accept-Language": language})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        except (HTTPException, OSError):
            return 0, ""
        finally:
            connection.close()

    @contextmanager
    def site(self, **environment: str) -> Iterator[subprocess.Popen]:
        """Serve the register meanwhile, by two workers."""
        served = subprocess.Popen(
            [Path(sys.executable).with_name("gunicorn"), "-c", "config/gunicorn.py"],
            cwd=ROOT,
            env=self.environment | environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self.until(lambda: self.ask("/readyz")[0] == 200, "the site does not start")
            yield served
        finally:
            served.terminate()
            with suppress(subprocess.TimeoutExpired):
                served.wait(30)
            served.kill()

    def until(self, happened: Callable[[], bool], otherwise: str, seconds: int = SECONDS) -> None:
        deadline = time.monotonic() + seconds
        while not happened():
            if time.monotonic() > deadline:
                raise Failed(otherwise)
            time.sleep(0.2)


def wanted(condition: bool, otherwise: str) -> None:
    if not condition:
        raise Failed(otherwise)


def states(number: int) -> list[dict]:
    """Return so many drafts that an import takes a while."""
    return [
        {
            "model": "partnerships.state",
            "fields": {"key": f"drill-{n}", "name_fr": f"État {n}", "name_en": f"State {n}"},
        }
        for n in range(number)
    ]


def written(server: Server, name: str, lines: list[dict]) -> str:
    path = server.folder / name
    path.write_text(json.dumps(lines), encoding="utf-8")
    return str(path)


# The drills


def import_that_is_killed(server: Server) -> None:
    """An import that is killed at work leaves nothing of itself, and can be made again."""
    before, file = server.content(), written(server, "many.json", states(MANY))
    for seconds in (2, 4, 6):
        begun = server.begin("import_register", file, "--apply")
        time.sleep(seconds)
        begun.kill()
        begun.wait()
        if begun.returncode != -signal.SIGKILL:
            break
        wanted(server.content() == before, f"killed after {seconds} s, it left something")
    server.run("import_register", file, "--apply")
    wanted(server.content().count('"drill-') == MANY, "made again, it is not whole")
    server.run("check_register", code=None)


def two_imports_at_once(server: Server) -> None:
    """Of two imports at once each is whole, or refused with a sentence."""
    files = [written(server, f"{n}.json", states(400)[n * 200 : n * 200 + 200]) for n in range(2)]
    begun = [server.begin("import_register", file, "--apply") for file in files]
    codes = [one.wait() for one in begun]
    kept = server.content().count('"drill-')
    wanted(set(codes) <= {0, 1}, f"they ended with {codes}")
    wanted(kept == 200 * codes.count(0), f"{codes.count(0)} were taken, and {kept} records are there")


def disk_that_is_full(server: Server) -> None:
    """An import that finds the disk full ends in a sentence, and the register stays as it was."""
    if not server.url.startswith("sqlite"):
        return
    before, file = server.content(), written(server, "many.json", states(MANY))
    said = server.run("import_register", file, "--apply", code=1, limit=LEFT)
    wanted(bool(said.strip()), "nothing was said")
    wanted(server.content() == before, "something was left of it")
    server.run("import_register", file, "--apply")


def worker_that_is_killed(server: Server) -> None:
    """A worker that is killed is replaced, and the site goes on."""
    with server.site() as served:
        children = Path(f"/proc/{served.pid}/task/{served.pid}/children").read_text().split()
        wanted(len(children) == 2, f"{len(children)} workers, not 2")
        os.kill(int(children[0]), signal.SIGKILL)
        server.until(lambda: all(server.ask("/en/")[0] == 200 for _ in range(8)), "the site does not come back")


def database_that_goes_away(server: Server) -> None:
    """Without a database the site says so in both languages, is alive and not ready, and comes back by itself."""
    if server.url.startswith("sqlite"):
        return
    with server.site():
        with database_away(server):
            server.until(lambda: server.ask("/readyz")[0] == 503, "it says that it is ready")
            wanted(server.ask("/healthz")[0] == 200, "it says that it is dead")
            for path in ("/en/visits/", "/fr/visites/"):
                status, text = server.ask(path)
                wanted(status == 503 and "Traceback" not in text, f"{path} answers {status}")
        server.until(lambda: server.ask("/readyz")[0] == 200, "it does not come back")
        wanted(server.ask("/en/partners/japan/")[0] == 200, "the pages do not come back")


@contextmanager
def database_away(server: Server) -> Iterator[None]:
    name = server.url.rpartition("/")[2]
    with psycopg.connect(f"{server.url.rpartition('/')[0]}/postgres", autocommit=True) as connection:
        connection.execute(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(Identifier(name)))
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        try:
            yield
        finally:
            connection.execute(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(Identifier(name)))


def publication_on_one_worker(server: Server) -> None:
    """What is published beside the site is on every worker at once, and what is withdrawn on none."""
    with server.site():
        for _ in range(8):
            server.ask("/en/partners/japan/")
        for name in ("Nippon (drill)", "Japan"):
            statement = f"s = State.objects.get(key='jp'); s.name_en = '{name}'; s.save()"
            server.run("shell", "-c", f"from partnerships.models import State; {statement}")
            for _ in range(12):
                wanted(f"<h1>{name}" in server.ask("/en/partners/japan/")[1], f"a worker does not say {name}")


def copy_elsewhere(server: Server) -> None:
    """What is exported and taken into an empty register is exported as the same bytes."""
    first = server.content()
    path = server.folder / "whole.json"
    path.write_text(first, encoding="utf-8")
    with register(server.url, "elsewhere", loaded=False) as other:
        other.run("createsuperuser", "--noinput", "--username=drill", "--email=drill@example.org")
        other.run("import_register", str(path), "--apply", "--as", "drill")
        wanted(other.content() == first, "the copy is not the same")


def site_that_only_reads(server: Server) -> None:
    """A site that may only read answers its readers, and nothing writes."""
    before = server.content()
    with server.site(READ_ONLY="true"):
        for path in ("/en/partners/japan/", "/fr/chronologie/", "/en/search/?q=japan"):
            wanted(server.ask(path)[0] == 200, f"{path} answers {server.ask(path)[0]}")
    wanted(server.content() == before, "something was written")


def end_in_the_midst(server: Server) -> None:
    """Told to end, the site finishes what it began."""
    with server.site() as served:
        asked = subprocess.Popen(
            [sys.executable, "-c", READING, f"http://127.0.0.1:{server.port}/en/timeline.csv"],
            stdout=subprocess.PIPE,
            text=True,
        )
        time.sleep(0.3)
        served.terminate()
        said, _ = asked.communicate(timeout=SECONDS)
        wanted(said.strip() in ("whole", "refused"), f"the answer was {said.strip() or 'cut off'}")


#: Reads an answer to its end: whole, or refused before it began.
READING = """
import sys, urllib.request, urllib.error
try:
    answer = urllib.request.urlopen(sys.argv[1], timeout=30)
except (urllib.error.URLError, ConnectionError):
    print("refused")
else:
    print("whole" if answer.read().decode().endswith("\\n") else "cut off")
"""

#: A database in a file does not go away; the disk of a server of databases is another machine’s.
DRILLS: tuple[Callable[[Server], None], ...] = (
    import_that_is_killed,
    two_imports_at_once,
    disk_that_is_full,
    worker_that_is_killed,
    database_that_goes_away,
    publication_on_one_worker,
    copy_elsewhere,
    site_that_only_reads,
    end_in_the_midst,
)


@contextmanager
def register(beside: str, name: str, *, loaded: bool = True) -> Iterator[Server]:
    """Give a new register on the same kind of database as the one at `beside`."""
    with tempfile.TemporaryDirectory() as folder:
        if beside.startswith("sqlite"):
            url = f"sqlite:///{folder}/{name}.sqlite3"
        else:
            url = f"{beside.rpartition('/')[0]}/drill_{name}_{secrets.token_hex(3)}"
            with psycopg.connect(f"{beside.rpartition('/')[0]}/postgres", autocommit=True) as connection:
                connection.execute(SQL("CREATE DATABASE {}").format(Identifier(url.rpartition("/")[2])))
        server = Server(url, Path(folder))
        server.run("migrate", "-v0")
        # Served files are shared by all of them, and stand where those of `make run` do.
        server.run("collectstatic", "--noinput", "-v0")
        if loaded:
            server.run("loaddata", "-v0", "2018_decision", "japan")
        yield server


def drill_all(beside: str, only: str) -> bool:
    """Do each drill, and say how it went; return whether all went well."""
    well = True
    for drill in DRILLS:
        if only and only not in drill.__name__:
            continue
        began = time.monotonic()
        try:
            with register(beside, drill.__name__) as server:
                drill(server)
            outcome = "ok    "
        except Failed as error:
            well, outcome = False, f"FAILED {error}\n      "
        print(f"{outcome} {(drill.__doc__ or '').strip()} ({time.monotonic() - began:.0f} s)", flush=True)
    return well


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="the drills whose name has this in it")
    parser.add_argument("--on-postgresql", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.on_postgresql:
        return int(not drill_all(os.environ["DATABASE_URL"], options.only))
    print("SQLite", flush=True)
    well = drill_all("sqlite:", options.only)
    print("PostgreSQL", flush=True)
    command = [sys.executable, "-m", "tests.postgres", sys.executable, "-m", "measuring.drills", "--on-postgresql"]
    return int(not (subprocess.run([*command, "--only", options.only]).returncode == 0 and well))


if __name__ == "__main__":
    sys.exit(main())
