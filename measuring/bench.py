"""`make bench`: what a page costs beside a bare view, and what it costs when the register grows, as ratios.

Each ratio is one of two medians taken in the same process or in turn, so that whatever else the machine does is on
both sides. Beside a bare view the processor’s time in this process counts, and under “calls” how many functions are
called, which no other work changes; as the register grows the time that passes, since the database works too, and how
many times as many functions are called for how many times as many bytes: a small register has less to show. On
SQLite and on PostgreSQL. It judges nothing.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

SMALL = 1_000
RUNS = 3
FIXTURES = ("2018_decision", "japan", "nato", "partner_missions", "states")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--peers", action="store_true", help="measure Datasette and a Wagtail listing as well")
    parser.add_argument("--on-postgresql", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--measure", choices=("bare", "growth"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measured(options.measure)))
    elif options.on_postgresql:
        compare(create_database, options.records)
    else:
        with tempfile.TemporaryDirectory() as folder:
            compare(lambda name: f"sqlite:///{Path(folder) / name}.sqlite3", options.records)
            if options.peers:
                from measuring import peers

                peers.compare(Path(folder))
        command = [sys.executable, "-m", "tests.postgres", sys.executable, "-m", "measuring.bench"]
        subprocess.run([*command, "--records", str(options.records), "--on-postgresql"], check=True)


def measured(what: str) -> dict[str, dict[str, float]]:
    import django

    django.setup()
    from measuring import bench_goals

    return bench_goals.compared_with_bare() if what == "bare" else bench_goals.growing()


def compare(address: Callable[[str], str], records: int) -> None:
    """Print both tables for one kind of database; `address` gives that of a new, empty one."""
    real, small, large = (address(name) for name in ("real", "small", "large"))
    for url in (real, small, large):
        manage(url, "migrate", "-v0")
    manage(real, "loaddata", "-v0", *FIXTURES)
    for url, number in ((small, SMALL), (large, records)):
        manage(url, "generate_register", f"--records={number}", "--seed=1")
        analyse(url)
    engine = real.partition("://")[0]
    print_bare(engine, child(real, "bare"))
    runs = [[child(url, "growth") for url in (small, large)] for _ in range(RUNS)]
    print_growth(engine, runs, records)


def print_bare(engine: str, found: dict[str, dict[str, float]]) -> None:
    print(f"\n{engine}: the fixtures, × a bare view that sends the same bytes (processor, medians)")
    print(
        f"{'page':<26}{'queries':>9}{'calls':>8}{'ms':>8}"
        f"{'lines kept':>12}{'first request':>15}{'nothing kept':>14}{'goal':>7}"
    )
    for name, one in found.items():
        first, cold = (f"{one[name]:.1f}" if one[name] else "-" for name in ("first request", "nothing kept"))
        seen = f"{one['queries']:>9.0f}{one['calls']:>8.1f}{one['seconds'] * 1000:>8.2f}{one['lines kept']:>12.2f}"
        print(f"{name:<26}{seen}{first:>15}{cold:>14}{one['goal']:>7.4g}", flush=True)


def print_growth(engine: str, runs: list[list[dict[str, dict[str, float]]]], records: int) -> None:
    print(f"\n{engine}: {records:,} records against {SMALL:,} (time that passes; calls, bytes: so many times as many)")
    print(f"{'page':<26}{'queries':>12}{'ms':>9}{'ratio':>8}{'goal':>7}{'calls':>8}{'bytes':>8}")
    for name, one in runs[0][0].items():
        small, large = (min(run[side][name]["seconds"] for run in runs) for side in (0, 1))
        queries = " / ".join(f"{run[name]['queries']:.0f}" for run in runs[0])
        goal = f"{one['goal']:.4g}" if one["goal"] else "-"
        more = "".join(f"{runs[0][1][name][what] / one[what]:>8.2f}" for what in ("calls", "bytes"))
        print(f"{name:<26}{queries:>12}{large * 1000:>9.1f}{large / small:>8.2f}{goal:>7}{more}", flush=True)


def create_database(name: str) -> str:
    """Return the address of a new PostgreSQL database beside the one in DATABASE_URL."""
    import psycopg
    from psycopg import sql

    url = os.environ["DATABASE_URL"]
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return f"{url.rpartition('/')[0]}/{name}"


def analyse(url: str) -> None:
    """Let PostgreSQL look at its tables, as it does by itself on a server, soon after much was written."""
    import psycopg

    if url.startswith("postgres"):
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("ANALYZE")


def manage(url: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "manage.py", *arguments], check=True, env=environment(url))


def child(url: str, what: str) -> dict[str, dict[str, float]]:
    command = [sys.executable, "-m", "measuring.bench", "--measure", what]
    done = subprocess.run(command, check=True, env=environment(url), stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def environment(url: str) -> dict[str, str]:
    return {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "measuring.settings"}


if __name__ == "__main__":
    main()
