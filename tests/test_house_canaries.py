"""No public surface speaks of what the public may not see, whatever published records were made to name it."""

import base64
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import unescape
from io import StringIO
from itertools import cycle
from unittest.mock import patch
from urllib.parse import unquote, urlencode, urlsplit

from django.core.management import call_command
from django.db import connection
from django.http import HttpResponse
from django.test import TestCase
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

from partnerships.consistency import check_register
from partnerships.listing import lists
from partnerships.listing.filters import KEYS
from partnerships.models import ErrorReport, FormerAddress, Office, Record
from partnerships.models.base import LANGUAGES
from partnerships.pages import PAGES, citing
from partnerships.pages.about_the_register import STANDING
from partnerships.pages.data_addresses import kind_words
from partnerships.pages.other_forms import TYPES
from partnerships.records.kinds import KINDS, ON_THE_TIMELINE
from partnerships.records.references import called, published_naming_unpublished

from .canaries import CANARY, HIDDEN, Register, written

#: A day on which everything published is in effect, and two periods.
TIMES = ({"on": "2018-07-02"}, {"from": "2018", "to": "2019"}, {"to": "2017"})
ORDERS = ({"order": "oldest"}, {"order": "newest"})
CURSOR = re.compile(r"(?:after|before)=([\w-]+)")
NEXT = re.compile(r'<a rel="next" href="(\?[^"]+)"')
NOBODY = "no-such-key"


def names(patterns: Iterable[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    """Yield what every address of the URL configuration is called, or how it is written where it has no name."""
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from names(one.url_patterns, f"{space}{one.namespace}:" if one.namespace else space)
        else:
            yield f"{space}{one.name or one.pattern}"


def seen(model: type[Record]) -> list[Record]:
    return list(model._default_manager.published().order_by("pk"))


def localized(name: str, **arguments: str) -> list[str]:
    found = []
    for language in LANGUAGES:
        with override(language):
            found.append(reverse(name, kwargs=arguments))
    return found


def asking(where: str, *queries: dict[str, str]) -> list[str]:
    return [where, *(f"{where}?{urlencode(query)}" for query in queries)]


def of_lists(name: str, *queries: dict[str, str]) -> list[str]:
    """Return every question to a list in one language; in the other, which answers by the same lines, some of them."""
    french, english = localized(name)
    return [*asking(english, *TIMES, *ORDERS, *queries), *asking(french, *ORDERS, *queries[::3])]


def keys_of(register: Register, parameter: str) -> dict[str, str]:
    return {parameter: register.sound[KEYS[parameter]].key}


def of_the_timeline(register: Register, name: str = "timeline") -> list[str]:
    filters = [keys_of(register, parameter) for parameter in KEYS]
    return of_lists(name, *filters, *({"kind": kind} for kind in ON_THE_TIMELINE), filters[0] | TIMES[1])


def of_the_search(register: Register) -> list[str]:
    """Return searches for what is public, for every hidden word, and for slips of them."""
    filters = [keys_of(register, parameter) for parameter in KEYS]
    words = [*("a", "published", "japan"), *sorted(register.words)[::25]]
    asked = [{"q": word} for word in words] + [{"q": f"{word[:-1]}y"} for word in words[3:20]]
    seen_words = [{"q": "published", **each} for each in (*filters, *({"kind": kind} for kind in KINDS))]
    return [url for where in localized("search") for url in asking(where, *asked, *seen_words)]


def of_pages(kind: str) -> list[str]:
    """Return every address at which a record of `kind` has, or could be thought to have, its page."""
    model, found = KINDS[kind].model, []
    for record in model._default_manager.order_by("pk"):
        for slug in dict.fromkeys([record.slug("fr"), record.key]):
            several = localized(f"{kind}-detail", slug=slug)
            # Most of them name one hidden record each: they are asked for in one language or the other.
            found += several if record.publication != "published" or record.pk < 3 else [several[record.pk % 2]]
    for former in FormerAddress.objects.filter(kind=kind):
        found += localized(f"{kind}-detail", slug=former.slug)
    first = seen(model)[0]
    return [*found, *(f"{where}?on=2018-07-02" for where in localized(f"{kind}-detail", slug=first.key))]


def of_everything(_register: Register) -> list[str]:
    everything = ((kind, record) for kind in KINDS for record in KINDS[kind].model._default_manager.all())
    return [reverse("permanent", args=[kind, record.key]) for kind, record in everything if record.publication]


def by_name(register: Register) -> list[str]:
    """Return questions to the timeline, to a list and to the search for what is called by a hidden word."""
    words = [{"named": word} for word in ("seen", *sorted(register.words)[::40])]
    asked = [{**each, "q": "published"} for each in words]
    lists_of = [url for name in ("timeline", "visit-list") for url in asking(localized(name)[1], *words)]
    return [*lists_of, *asking(localized("search")[1], *asked)]


def of_lists_drawn(register: Register) -> list[str]:
    """Return the pictures of the timeline and of every list, narrowed down to what is public and to what is not."""
    queries = [keys_of(register, parameter) for parameter in KEYS]
    queries += [{"partner": record.key} for (_model, _state), record in register.hidden.items()][:20]
    found = [url for where in localized("timeline-card") for url in asking(where, *queries)]
    for kind in PAGES:
        found += asking(localized("list-card", kind=kind)[1], *queries[: len(KEYS)])
    return found


def of_comparisons(register: Register, name: str = "compare") -> list[str]:
    """Return comparisons of two public partners, and of one with a hidden one."""
    public = [record.key for record in seen(KINDS["partner"].model)]
    hidden = [record.key for (model, _state), record in register.hidden.items() if model is KINDS["partner"].model]
    pairs = [*zip(public, public[1:], strict=False), *((public[0], key) for key in hidden)]
    queries = [f"partner={one}&partner={other}" for one, other in pairs[:12]]
    return [url for where in localized(name) for url in (where, *(f"{where}?{query}" for query in queries))]


def of_citations(name: str) -> list[str]:
    """Return where records are cited, some of each kind: in one language or the other, whole or in part."""
    found = []
    for kind in KINDS:
        for place, record in enumerate(KINDS[kind].model._default_manager.order_by("pk")[:20]):
            where = localized(name, kind=kind, key=record.key)[place % 2]
            several = [where, f"{where}?on=2018-07-02", f"{where}?line=start"]
            # Every form is made of what the page says; the record is one of the same in each question.
            found += several if name == "cite" and place < 3 else [several[place % 3]]
    return found


def of_reports(_register: Register) -> list[str]:
    """Return where errors in records are reported, hidden ones and their lines included."""
    return [url.partition("?on=")[0] for url in of_citations("report")]


def of_answers(register: Register) -> list[str]:
    """Return where answers to reports stand: of public records, and of those that are public no more."""
    found = []
    for number, ((model, state), record) in enumerate(register.hidden.items()):
        words = {"text": "zq99990x", "shown": "zq99991x", "where": "zq99992x"}
        kind = model._meta.model_name
        ErrorReport.objects.create(kind=kind, key=record.key, token=f"{state}{number}", language="fr", **words)
        found += localized("report-answer", token=f"{state}{number}")
    return found


def of_offices(name: str) -> list[str]:
    return [reverse(name, args=[office.key]) for office in Office.objects.order_by("pk")]


def of_the_interface(register: Register) -> list[str]:
    """Return every list of the interface for programs, narrowed down to a day and to one thing or another."""
    several = zip(kind_words(), cycle(KEYS), strict=False)
    return [
        url for word, parameter in several for url in asking(f"/api/v1/{word}", TIMES[0], keys_of(register, parameter))
    ]


def of_successions(form: str) -> list[str]:
    name = f"succession-{form}"
    return [localized(name, office=office.key)[office.pk % 2] for office in Office.objects.order_by("pk")]


def of_the_back_office(register: Register) -> list[str]:
    found = []
    for (model, _state), record in register.hidden.items():
        name = f"admin:partnerships_{model._meta.model_name}"
        found.append(reverse(f"{name}_changelist"))
        found += [reverse(f"{name}_{view}", args=[record.pk]) for view in ("change", "history", "delete")]
    return found


#: What is asked at each address of the URL configuration, by its name; the back-office has a test of its own.
SURFACES = {
    "root": lambda register: ["/"],
    "home": lambda register: localized("home"),
    "timeline": lambda register: [*of_the_timeline(register), *by_name(register)],
    "search": of_the_search,
    **{f"timeline-{form}": lambda register, form=form: of_the_timeline(register, f"timeline-{form}") for form in TYPES},
    "permanent": of_everything,
    "compare": of_comparisons,
    "compare-card": lambda register: of_comparisons(register, "compare-card"),
    "timeline-card": of_lists_drawn,
    "list-card": lambda register: ["/en/card/none.png"],
    "card": lambda register: of_citations("card"),
    "corrections-atom": lambda register: localized("corrections-atom"),
    "home-card": lambda register: localized("home-card"),
    **{name: lambda register, name=name: localized(name) for name in STANDING},
    **{
        name: lambda register, name=name: of_citations(name)
        for name in ("cite", *(f"cite-{form}" for form in citing.TYPES))
    },
    **{f"succession-{form}": lambda register, form=form: of_successions(form) for form in TYPES},
    **{
        f"search-{form}": lambda register, form=form: [
            f"{where}?q={word}"
            for where in localized(f"search-{form}")
            for word in ("published", "seen", *sorted(register.words)[::200])
        ]
        for form in TYPES
    },
    **{
        f"{kind}-list-{form}": lambda register, kind=kind, form=form: localized(f"{kind}-list-{form}")
        for kind in PAGES
        for form in PAGES[kind].forms
    },
    "search-suggestions": lambda register: [
        f"{where}?q={word}"
        for where in localized("search-suggestions")
        for word in ("pub", "seen", "zq", *(word[:5] for word in sorted(register.words)[::50]))
    ],
    "report": of_reports,
    "report-thanks": lambda register: localized("report-thanks"),
    "report-answer": of_answers,
    "office-holders": lambda register: [
        url for where in of_offices("office-holders") for url in asking(where, {"on": "2018-07-02"}, {"on": "2017"})
    ],
    "office-succession": lambda register: of_offices("office-succession"),
    "api": lambda register: ["/api/v1/"],
    "api-description": lambda register: ["/api/v1/openapi.json"],
    "api-list": of_the_interface,
    "api-record": lambda register: [
        f"/api/v1/{word}/{key}"
        for word, kind in kind_words().items()
        for key in KINDS[kind].model._default_manager.values_list("key", flat=True)
    ],
    "picture": lambda register: [f"/pictures/{'a' * 64}-400.jpg"],
    "sitemap": lambda register: ["/sitemap.xml", "/sitemap.xml?p=1", "/sitemap.xml?p=9"],
    "sitemap-section": lambda register: ["/sitemap-pages.xml", "/sitemap-other.xml"],
    "robots": lambda register: ["/robots.txt"],
    "security": lambda register: ["/.well-known/security.txt"],
    "icon": lambda register: ["/favicon.ico"],
    "healthz": lambda register: ["/healthz"],
    "readyz": lambda register: ["/readyz"],
    "set_language": lambda register: ["/i18n/setlang/"],
    **{
        f"{kind}-list": lambda register, kind=kind: of_lists(
            f"{kind}-list", *(keys_of(register, parameter) for parameter in KEYS)
        )
        for kind in PAGES
    },
    **{f"{kind}-detail": lambda register, kind=kind: of_pages(kind) for kind in PAGES},
}
#: What goes wrong: nothing there, a question without sense, a place that no list gave.
ERRORS = [
    *("/admin/login/", "/admin/jsi18n/", "/fr/rien", "/id/none/none"),
    *("/en/timeline/?on=2018", "/en/people/?after=AAAA", "/en/timeline/?after=AAAA"),
]


#: What reads no rows but those that pages read: on the second database the pages are enough.
MADE_OF_PAGES = (
    "cite-",
    "card",
    "compare-card",
    "list-card",
    "report",
    "timeline-",
    "search-ics",
    "search-csv",
    "search-atom",
)


def each_once(urls: list[str]) -> list[str]:
    """Return all addresses; on the second database those of one language, since the rows are the same in both."""
    other = f"/{LANGUAGES[0]}/"
    return [url for url in urls if connection.vendor == "sqlite" or not url.startswith(other)] or urls


#: What is counted, drawn by lot or read from the clock: now and then it is a number or a word that is hidden.
NO_TEXT = {"Content-Length", "Content-Security-Policy", "Expires"}
NONCE = re.compile(r' nonce="[^"]*"')


class Heard:
    """What answers said that the public may not know: each thing, with the first address where it was heard."""

    def __init__(self, register: Register) -> None:
        self.words, self.leaks = register.words, {}

    def listen(self, url: str, answer: HttpResponse) -> None:
        text = unquote(unescape(NONCE.sub("", answer.getvalue().decode())))
        cursors = "\n".join(decoded(cursor) for cursor in CURSOR.findall(text))
        headers = unquote("\n".join(f"{name}: {answer[name]}" for name in answer.headers.keys() - NO_TEXT))
        for word in set(CANARY.findall(f"{text}\n{headers}\n{cursors}")):
            where = self.words.get(word.lower(), word)
            reason = answer.status_code == 410 and "withdrawal_reason" in where
            if word not in unquote(url) and not reason:
                self.leaks.setdefault(where, f"{answer.status_code} {url}")


def decoded(cursor: str) -> str:
    return base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()


#: Addresses of staff: the back-office and one’s own account.
STAFF = ("admin:", "account_", "mfa_")


class TestCanaries(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.register = written()

    def setUp(self):
        lists_of, lists.PAGE_SIZE = lists.PAGE_SIZE, 3
        self.addCleanup(setattr, lists, "PAGE_SIZE", lists_of)
        self.heard = Heard(self.register)
        # What a picture says is heard before it is drawn.
        drawn = patch("partnerships.views.sharing.card_png", lambda card: repr(card).encode())
        drawn.start()
        self.addCleanup(drawn.stop)

    def ask(self, urls):
        """Ask each address and, of what is not narrowed down, the pages that follow it."""
        waiting, asked = list(urls), set()
        while waiting:
            url = waiting.pop()
            if url not in asked:
                asked.add(url)
                answer = self.client.get(url)
                assert answer.status_code < 500, url
                self.heard.listen(url, answer)
                query, found = urlsplit(url).query, NEXT.search(answer.getvalue().decode())
                if found and (not query or query.startswith(("order=", "after="))):
                    waiting.append(urlsplit(url).path + unescape(found[1]))

    def test_every_address_is_known(self):
        known = {*SURFACES, *(name for name in names(get_resolver().url_patterns) if name.startswith(STAFF))}
        assert set(names(get_resolver().url_patterns)) == known

    def test_the_canaries_are_there(self):
        states, kinds = HIDDEN, {kind.model for kind in KINDS.values()}
        assert set(self.register.hidden) == {(model, state) for model in kinds for state in states}
        assert set(published_naming_unpublished()) == self.register.naming

    def test_check_names_each_of_them(self):
        found = defaultdict(set)
        for finding in check_register():
            if finding.code == "names-unpublished":
                found[finding.kind, finding.key].add(finding.sentence.rpartition(" ")[2].rstrip("."))
        wanted = defaultdict(set)
        for record, target in self.register.naming:
            wanted[tuple(called(record).split("/"))].add(called(target))
        assert found == wanted

    def test_no_public_address_speaks_of_them(self):
        for name, surface in SURFACES.items():
            if connection.vendor != "sqlite" and name.startswith(MADE_OF_PAGES):
                continue
            with self.subTest(name):
                self.heard.leaks.clear()
                self.ask(each_once(surface(self.register)))
                assert self.heard.leaks == {}

    def test_no_public_file_does(self):
        partners = KINDS["partner"].model.objects.published().values_list("key", flat=True)[:6]
        for options in ({}, *({"partner": key} for key in partners)):
            file = StringIO()
            call_command("export_register", published=True, stdout=file, **options)
            self.heard.listen("export", HttpResponse(file.getvalue()))
        assert self.heard.leaks == {}

    def test_a_hidden_key_is_asked_for_like_one_that_nobody_has(self):
        for parameter, model in KEYS.items():
            for where in (*localized("timeline"), *localized("person-list"), *localized("decision-list")):
                answers = [
                    self.client.get(where, {parameter: key}).content.decode().lower().replace(key, NOBODY)
                    for key in (*(self.register.hidden[model, state].key for state in HIDDEN), NOBODY)
                ]
                assert len(set(answers)) == 1, (where, parameter)

    def test_the_back_office_asks_who_is_there(self):
        for url in ("/admin/", *of_the_back_office(self.register)):
            answer = self.client.get(url)
            assert answer.status_code == 302, url
            assert answer["Location"].startswith("/admin/login/"), url

    def test_no_error_page_does(self):
        self.ask(ERRORS)
        self.heard.listen("/i18n/setlang/", self.client.post("/i18n/setlang/", {"language": "fr", "next": "/en/"}))
        self.heard.listen("/en/", self.client.post("/en/"))
        for record in self.register.hidden.values():
            where = localized("report", kind=called(record).partition("/")[0], key=record.key)[0]
            self.heard.listen(where, self.client.post(where, {"text": "Wrong"}))
        assert self.heard.leaks == {}
