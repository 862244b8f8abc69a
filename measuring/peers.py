"""What others take for the same work: Datasette's table page and a Wagtail listing, from PyPI, beside the bare view.

They live in an environment of their own under var/, and each measures its own bare answer, so that a ratio of theirs
says of them what ours says of us.
"""

import json
import subprocess
import sys
import textwrap
from pathlib import Path

ENVIRONMENT = Path(__file__).resolve().parent.parent / "var" / "peers"
PACKAGES = ("datasette", "wagtail")
LINES = 50

DATASETTE = """
    import asyncio, json, sqlite3, statistics, sys, time
    from datasette.app import Datasette
    database = sys.argv[1]
    with sqlite3.connect(database) as connection:
        connection.execute("create table event (id integer primary key, day text, title text, place text)")
        rows = [(f"20{n % 90 + 10}-01-02", f"Event {n} in two languages, as long as a line is", f"Town {n % 20}")
                for n in range(1000)]
        connection.executemany("insert into event (day, title, place) values (?, ?, ?)", rows)
    site = Datasette([database])

    async def seconds(address):
        taken = []
        for _ in range(25):
            begun = time.process_time()
            answer = await site.client.get(address)
            assert answer.status_code == 200, address
            taken.append(time.process_time() - begun)
        return statistics.median(taken)

    async def all_of_it():
        name = "/" + database.rsplit("/", 1)[-1].removesuffix(".sqlite3") + "/event"
        table, program = f"{name}?_size={LINES}", f"{name}.json?_size={LINES}"
        return {"Datasette, a table": await seconds(table), "Datasette, its JSON": await seconds(program)}

    print(json.dumps(asyncio.run(all_of_it())))
"""

WAGTAIL = """
    import json, statistics, sys, time
    import django
    from django.conf import settings
    settings.configure(
        DEBUG=False, SECRET_KEY="measuring", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, USE_TZ=True,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": sys.argv[1]}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField", WAGTAIL_SITE_NAME="peer", STATIC_URL="/static/",
        WAGTAILADMIN_BASE_URL="http://localhost",
        INSTALLED_APPS=[
            "wagtail.users", "wagtail.documents", "wagtail.images", "wagtail.search", "wagtail.admin", "wagtail",
            "modelcluster", "taggit", "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions",
        ],
        MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"],
        TEMPLATES=[{
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {"loaders": [("django.template.loaders.locmem.Loader", {"list.html":
                "{% load wagtailcore_tags %}<ul>{% for page in pages %}<li>"
                "<a href='{% pageurl page %}'>{{ page.title }}</a> {{ page.first_published_at|date:'j F Y' }} "
                "{{ page.search_description }}</li>{% endfor %}</ul>"})]},
        }],
    )
    django.setup()
    from io import BytesIO
    from wsgiref.util import setup_testing_defaults
    from django.core.handlers.wsgi import WSGIHandler
    from django.core.management import call_command
    from django.http import HttpResponse
    from django.shortcuts import render
    from django.urls import include, path
    from django.utils import timezone
    from wagtail import urls as wagtail_urls
    from wagtail.models import Page
    call_command("migrate", verbosity=0)
    root = Page.objects.get(depth=2)
    for n in range(LINES):
        root.add_child(instance=Page(title=f"Event {n} in two languages, as long as a line is", slug=f"event-{n}",
                                     search_description=f"Town {n % 20}", first_published_at=timezone.now()))
    def listing(request):
        return render(request, "list.html", {"pages": root.get_children().live().specific()[:LINES]})
    body = []
    def bare(request):
        return HttpResponse(body[0])
    urlpatterns = [path("list", listing), path("bare", bare), path("", include(wagtail_urls))]
    handler = WSGIHandler()
    def ask(where):
        environ = {"PATH_INFO": where}
        setup_testing_defaults(environ)
        environ["wsgi.input"] = BytesIO()
        status = []
        response = handler(environ, lambda said, headers, *_: status.append(said))
        text = b"".join(response)
        response.close()
        assert status[0].startswith("200"), status
        return text
    body.append(ask("/list"))
    def seconds(where):
        taken = []
        for _ in range(25):
            begun = time.process_time()
            ask(where)
            taken.append(time.process_time() - begun)
        return statistics.median(taken)
    print(json.dumps({"Wagtail, a listing": seconds("/list"), "Wagtail, bare": seconds("/bare")}))
"""


def compare(folder: Path) -> None:
    """Print what the peers take for a page of fifty lines, in milliseconds and beside a bare view of theirs."""
    python = environment()
    found = {name: one for script in (DATASETTE, WAGTAIL) for name, one in _measured(python, script, folder).items()}
    unit = found.pop("Wagtail, bare")
    print(f"\nPeers: {LINES} lines each, SQLite (processor, medians)\n{'page':<26}{'ms':>9}{'× bare':>9}")
    for name, seconds in found.items():
        print(f"{name:<26}{seconds * 1000:>9.1f}{seconds / unit:>9.1f}", flush=True)


def environment() -> Path:
    """Return the Python of the peers; make their environment the first time."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-qq", *PACKAGES], check=True)
    return python


def _measured(python: Path, script: str, folder: Path) -> dict[str, float]:
    database = folder / f"peer-{len(script)}.sqlite3"
    text = textwrap.dedent(script).replace("LINES", str(LINES))
    done = subprocess.run([str(python), "-c", text, str(database)], check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout.splitlines()[-1])
