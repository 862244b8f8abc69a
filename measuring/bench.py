"""`make bench`: what a page costs when the register grows, as ratios taken in one run.

Each question is put to a small and to a large synthetic register in turn, on SQLite and on
PostgreSQL; the figure is the ratio, large to small, of the least time that each took: whatever else
the machine does can only add to it. It judges nothing.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SMALL = 1_000
ROUNDS = 15


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--databases", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure()))
    elif options.databases:
        compare(options.databases, options.records)
    else:
        both_engines(options.records)


def both_engines(records: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        urls = [f"sqlite:///{Path(folder) / name}.sqlite3" for name in ("small", "large")]
        compare(urls, records)
    command = [sys.executable, "-m", "tests.postgres", sys.executable, "-m", "measuring.bench"]
    subprocess.run([*command, "--records", str(records), "--databases", "small", "large"], check=True)


def compare(databases: list[str], records: int) -> None:
    urls = [url if "://" in url else create_database(url) for url in databases]
    for url, number in zip(urls, (SMALL, records), strict=True):
        manage(url, "migrate", "-v0")
        manage(url, "generate_register", f"--records={number}", "--seed=1")
    runs = [[json.loads(child(url, "measuring.bench", "--measure")) for url in urls] for _ in range(3)]
    engine = urls[0].partition("://")[0]
    print(f"\n{engine}: {records:,} records against {SMALL:,}\n{'question':<28}{'ratio':>8}{'queries':>14}")
    for question in runs[0][0]:
        least = [min(one[side][question]["seconds"] for one in runs) for side in (0, 1)]
        queries = [runs[0][side][question]["queries"] for side in (0, 1)]
        print(f"{question:<28}{least[1] / least[0]:>8.2f}{queries[0]:>7} /{queries[1]:>5}")


def create_database(name: str) -> str:
    """Return the address of a new PostgreSQL database beside the one in DATABASE_URL."""
    import psycopg
    from psycopg import sql

    url = os.environ["DATABASE_URL"]
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return f"{url.rpartition('/')[0]}/{name}"


def manage(url: str, *arguments: str) -> None:
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    subprocess.run([sys.executable, "manage.py", *arguments], check=True, env=environment)


def child(url: str, module: str, *arguments: str) -> bytes:
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE).stdout


def measure() -> dict[str, dict[str, float]]:
    """Return the least seconds and the number of queries of each question, on this database."""
    import django

    django.setup()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    figures = {}
    for name, ask in questions().items():
        with CaptureQueriesContext(connection) as captured:
            ask()
        # Counted at once: the next request empties the log.
        queries = len(captured)
        ask()
        figures[name] = {"seconds": min(timed(ask) for _ in range(ROUNDS)), "queries": queries}
    return figures


def timed(ask: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    ask()
    return time.perf_counter() - begun


def questions() -> dict[str, Callable[[], Any]]:
    from datetime import date

    from django.test import Client

    from partnerships.models import Office, TimelineLine
    from partnerships.offices import holders
    from partnerships.projections.timeline import Filters, page

    client = Client()
    offices = list(Office.objects.filter(key__in=[f"synthetic-office-{n}" for n in range(10)]))
    middle = TimelineLine.objects.order_by("sort")[TimelineLine.objects.count() // 2]
    deep = page(Filters(on=middle.earliest), size=1)
    cursor = deep.after or page(Filters(), size=1).after

    def get(query: str) -> Callable[[], None]:
        def ask() -> None:
            response = client.get(f"/en/{query}")
            if response.status_code != 200:
                raise RuntimeError(f"{query} answers {response.status_code}")

        return ask

    return {
        "timeline, first page": get("timeline/"),
        "timeline, deep page": get(f"timeline/?after={cursor}"),
        "timeline, by partner": get("timeline/?partner=synthetic-partner-7"),
        "timeline, by area": get("timeline/?area=synthetic-area-7"),
        "page of a partner": get("partners/synthetic-partner-7/"),
        "list of decisions": get("decisions/"),
        "list of people": get("people/"),
        "who held ten offices": lambda: [holders(office, date(1985, 6, 1)) for office in offices],
    }


if __name__ == "__main__":
    main()
