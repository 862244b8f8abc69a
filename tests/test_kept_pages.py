"""Public pages are kept as they were sent, and never shown under another content, day, language or reader."""

import gzip
from datetime import UTC, datetime
from unittest import mock

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import OperationalError, ProgrammingError, connection, connections
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils.translation import get_language_from_request

from partnerships.kept_pages import KeptPagesMiddleware, accepts_gzip, canonical
from partnerships.models import Decision
from partnerships.projections import version
from tests.crowd import at_once, share
from tests.factories import DecisionFactory, OfficeFactory, PartnerFactory, PersonFactory, TenureFactory

PUBLIC = {"publication": "published"}
PARTNERS = "/en/partners/"
SHOWN = "Partner of a trial"


@pytest.fixture
def partner(db):
    return PartnerFactory(key="trial", state__name_en=SHOWN, state__name_fr="Partenaire d’essai", **PUBLIC)


def queries_of(client, path, **asked):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path, **asked)
    return response, len(queries)


def is_kept(client, path, **asked):
    """Ask twice; tell whether the second answer cost one look at the version, and nothing else."""
    client.get(path, **asked)
    return queries_of(client, path, **asked)[1] == 1


@pytest.mark.django_db
class TestKept:
    @pytest.mark.parametrize("path", ["/en/", "/fr/chronologie/", PARTNERS, "/sitemap.xml", "/en/timeline/?a=b"])
    def test_page_costs_one_look_at_the_version_and_is_the_same(self, client, path):
        first = client.get(path)
        second, queries = queries_of(client, path)
        assert queries == 1
        assert second.content == first.content
        assert dict(second.items()) == dict(first.items())

    @pytest.mark.parametrize("path", ["/", "/en/no-such-page/", "/en/timeline/?on=nonsense", "/healthz", "/robots.txt"])
    def test_nothing_but_a_good_public_page(self, client, path):
        first, second = client.get(path), client.get(path)
        assert "ETag" not in first.headers
        assert "ETag" not in second.headers

    @pytest.mark.parametrize(
        "said",
        [
            {"status": 404},
            {"headers": {"Vary": "Cookie"}},
            {"headers": {"Vary": "Accept-Encoding, Origin"}},
            {"headers": {"Cache-Control": "private"}},
            {"headers": {"Cache-Control": "no-store"}},
            {"headers": {"Content-Encoding": "br"}},
            {"cookie": "seen"},
            {"streamed": True},
        ],
        ids=str,
    )
    def test_nothing_that_says_it_is_of_one_reader_or_is_no_page(self, said):
        def make(_request):
            made.append(1)
            if "streamed" in said:
                return StreamingHttpResponse(iter([b"page"]))
            response = HttpResponse("page", status=said.get("status", 200), headers=said.get("headers"))
            if "cookie" in said:
                response.set_cookie(said["cookie"])
            return response

        made = []
        pages = KeptPagesMiddleware(make)
        for _turn in range(2):
            assert "ETag" not in pages(RequestFactory().get("/en/")).headers
        assert len(made) == 2

    @pytest.mark.parametrize("headers", [{"Content-Type": "image/png"}, {"Vary": "Accept"}], ids=str)
    def test_neither_pictures_nor_data_beside_pages_but_what_a_reader_has_is_not_sent_again(self, headers):
        made = []
        pages = KeptPagesMiddleware(lambda _request: made.append(1) or HttpResponse("told", headers=headers))
        first = pages(RequestFactory().get("/id/area/a"))
        again = pages(RequestFactory().get("/id/area/a", headers={"If-None-Match": first["ETag"]}))
        assert (len(made), first["Cache-Control"].startswith("public"), again.status_code) == (2, True, 304)

    @pytest.mark.parametrize("page", ["/en/", "/api/v1/offices/x/holders", "/sitemap.xml"])
    def test_neutral_and_translated_pages_alike(self, page):
        made = []
        pages = KeptPagesMiddleware(lambda request: made.append(request.path) or HttpResponse("page"))
        for _turn in range(2):
            pages(RequestFactory().get(page))
        assert made == [page]

    def test_nothing_of_the_back_office(self, client):
        response = client.get("/admin/login/", headers={"accept-encoding": "gzip"})
        assert response.status_code == 200
        assert not {"ETag", "Content-Encoding"} & response.headers.keys()
        assert "no-store" in response["Cache-Control"]

    def test_nothing_that_answers_a_form(self, client):
        client.get("/en/")
        assert client.post("/en/").status_code == 405

    def test_carries_the_headers_of_every_answer(self, client):
        client.get(PARTNERS)
        response = client.get(PARTNERS)
        assert "default-src 'none'" in response["Content-Security-Policy"]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Language"] == "en"
        assert not response.cookies

    def test_policy_has_nothing_of_one_request_alone(self, client):
        assert "nonce" not in client.get(PARTNERS)["Content-Security-Policy"]

    def test_holds_no_token_of_a_form(self, client):
        for path in ("/en/", PARTNERS, "/en/timeline/", "/en/people/"):
            assert "csrf" not in client.get(path).text
            assert "Cookie" not in client.get(path)["Vary"]


class TestNeverStale:
    def test_after_a_publication(self, client, partner):
        assert SHOWN in client.get(PARTNERS).text
        partner.publication = "draft"
        partner.save()
        assert SHOWN not in client.get(PARTNERS).text

    def test_after_a_change_past_the_forms(self, client, partner):
        assert is_kept(client, PARTNERS)
        type(partner.state).objects.update(name_en="Renamed")
        assert "Renamed" in client.get(PARTNERS).text

    def test_on_another_worker(self, partner):
        workers = Client(), Client()
        for worker in workers:
            assert is_kept(worker, PARTNERS)
        partner.state.name_en = "Renamed"
        partner.state.save()
        for worker in workers:
            assert "Renamed" in worker.get(PARTNERS).text

    def test_draft_changes_nothing(self, client, partner):
        assert is_kept(client, PARTNERS)
        PartnerFactory(publication="draft")
        assert queries_of(client, PARTNERS)[1] == 1

    def test_when_a_copy_of_the_database_is_put_back(self, client, partner):
        before = version.content_version()
        version.advance()
        assert is_kept(client, PARTNERS)
        # An older copy, whose number rises to the same by another change.
        with connection.cursor() as cursor:
            cursor.execute("UPDATE partnerships_contentversion SET number = %s", [before])
        version.advance()
        assert queries_of(client, PARTNERS)[1] > 1

    def test_index_made_anew_is_a_new_version(self, client, partner):
        assert is_kept(client, PARTNERS)
        call_command("rebuild_timeline", stdout=mock.Mock())
        assert queries_of(client, PARTNERS)[1] > 1


@pytest.mark.django_db(transaction=True)
class TestPublicationMeanwhile:
    """A change is committed while a page is being made."""

    def test_page_is_of_one_moment_and_not_found_again(self, monkeypatch, tmp_path):
        DecisionFactory(key="d", title_en="Before", **PUBLIC)
        share(monkeypatch, tmp_path)

        def change(_n):
            decision = Decision.objects.get()
            decision.title_en = "After"
            decision.save()

        def make(request):
            begins = Decision.objects.get().title_en
            if begins == "Before":
                at_once(change, 1)
            return HttpResponse(f"{begins} {Decision.objects.get().title_en}")

        def work(_n):
            pages = KeptPagesMiddleware(make)
            return [pages(RequestFactory().get("/en/")).content for _ in range(3)]

        assert at_once(work, 1) == [[b"Before Before", b"After After", b"After After"]]


@pytest.mark.django_db
class TestDay:
    def test_is_another_page_after_midnight_in_brussels(self, client):
        office = OfficeFactory(key="o", period="2000/..", **PUBLIC)
        TenureFactory(office=office, person=PersonFactory(**PUBLIC), period="2020-01-01/..", **PUBLIC)
        pages = {}
        for minute in (datetime(2026, 6, 30, 21, 59, tzinfo=UTC), datetime(2026, 6, 30, 22, 1, tzinfo=UTC)):
            with time_machine.travel(minute, tick=False):
                pages[minute.minute] = client.get("/en/offices/o/").text
        assert "30 June 2026" in pages[59]
        assert "30 June 2026" not in pages[1]
        assert "1 July 2026" in pages[1]

    @pytest.mark.parametrize(("second", "left"), [(0, 60), (45, 15), (59, 1)])
    def test_is_not_outlived_in_the_hands_of_others(self, client, second, left):
        with time_machine.travel(datetime(2026, 6, 30, 21, 59, second, tzinfo=UTC), tick=False):
            for _ in range(2):
                assert client.get(PARTNERS)["Cache-Control"] == f"public, max-age={left}"


@pytest.mark.django_db
class TestReaders:
    def test_who_may_be_staff_get_a_page_of_their_own(self, client):
        client.get(PARTNERS)
        staff = f"{settings.SESSION_COOKIE_NAME}=abc"
        for asked in ({"cookie": staff}, {"cookie": "x=y; messages=abc"}, {"authorization": "Basic eDp5"}):
            response, queries = queries_of(client, PARTNERS, headers=asked)
            assert response["Cache-Control"] == "private, no-store"
            assert "ETag" not in response.headers
            assert queries > 1

    def test_signed_in_leave_nothing_for_others(self, client):
        client.force_login(User.objects.create_user("editor", is_staff=True))
        client.get(PARTNERS)
        assert client.get(PARTNERS)["Cache-Control"] == "private, no-store"
        client.logout()
        client.cookies.clear()
        response, queries = queries_of(client, PARTNERS)
        assert response["Cache-Control"].startswith("public")
        assert queries > 1

    def test_with_another_cookie_are_anybody(self, client):
        assert is_kept(client, PARTNERS, headers={"cookie": "x=y"})

    def test_of_a_neutral_address_have_it_kept_by_language(self):
        pages = KeptPagesMiddleware(lambda request: HttpResponse(get_language_from_request(request)))
        asked = [RequestFactory().get("/api/", headers={"accept-language": code}) for code in ("fr", "en", "fr")]
        assert [pages(request).content for request in asked] == [b"fr", b"en", b"fr"]

    def test_of_a_neutral_address_get_their_language(self, client):
        for language in ("fr", "en"):
            client.get("/sitemap.xml", headers={"accept-language": language})
        assert "Accept-Language" in client.get("/sitemap.xml")["Vary"]

    def test_of_another_host_or_scheme_get_their_own_links(self, client):
        here = client.get(PARTNERS).text
        there = client.get(PARTNERS, headers={"host": "localhost"}).text
        over_https = client.get(PARTNERS, secure=True).text
        assert "http://testserver/en/" in here
        assert "http://localhost/en/" in there
        assert "https://testserver/en/" in over_https

    def test_who_name_a_host_that_is_not_ours_are_refused(self, client):
        client.get(PARTNERS)
        assert client.get(PARTNERS, headers={"host": "evil.example"}).status_code == 400


class TestQuery:
    @pytest.mark.parametrize(
        ("query", "same"),
        [
            ("b=2&a=1", "a=1&b=2"),
            ("a=1&b=", "a=1"),
            ("a=%6a&&", "a=j"),
            ("q=a+b", "q=a%20b"),
        ],
    )
    def test_that_only_looks_different_is_the_same(self, query, same):
        assert canonical(query) == canonical(same)

    @pytest.mark.parametrize(("query", "other"), [("a=2&a=1", "a=1&a=2"), ("a=1", "a=%201"), ("q=a%26b=1", "q=a&b=1")])
    def test_that_says_something_else_is_another(self, query, other):
        assert canonical(query) != canonical(other)

    @pytest.mark.django_db
    @pytest.mark.parametrize("query", ["q=%ff", "q=%00", "on=nonsense"])
    def test_that_makes_no_sense_is_refused_each_time(self, client, query):
        # U+FFFD is what a lenient reading makes of a broken byte.
        assert client.get("/en/search/", QUERY_STRING="q=%EF%BF%BD").status_code == 200
        assert [client.get("/en/search/", QUERY_STRING=query).status_code for _ in range(2)] == [400, 400]

    @pytest.mark.django_db
    def test_of_an_idle_visitor_cannot_fill_the_memory(self, settings):
        settings.KEPT_PAGES_BYTES = 100_000
        pages = KeptPagesMiddleware(lambda request: HttpResponse(request.GET["x"] * 1000))
        for number in range(100):
            pages(RequestFactory().get("/en/", {"x": number}))
        assert 0 < pages.pages.weight <= 100_000


@pytest.mark.django_db
class TestCompressed:
    GZIP = {"accept-encoding": "br, gzip"}

    def test_is_what_is_not_compressed(self, client):
        plain, short = client.get(PARTNERS), client.get(PARTNERS, headers=self.GZIP)
        assert short["Content-Encoding"] == "gzip"
        assert gzip.decompress(short.content) == plain.content
        assert (short["Content-Length"], plain["Content-Length"]) == (str(len(short.content)), str(len(plain.content)))
        assert len(short.content) < len(plain.content) / 2
        assert short["ETag"] != plain["ETag"]
        assert "Content-Encoding" not in plain.headers
        assert "Accept-Encoding" in plain["Vary"]
        assert "Accept-Encoding" in short["Vary"]

    @pytest.mark.parametrize(
        ("accepted", "taken"),
        [
            ("gzip", True),
            ("GZIP;q=0.5", True),
            ("deflate, gzip;q=1.0, *;q=0.5", True),
            ("*", True),
            ("x-gzip", True),
            ("", False),
            ("identity", False),
            ("br", False),
            ("gzip;q=0", False),
            ("gzip; q=0.000", False),
            ("*;q=0", False),
            ("*, gzip;q=0", False),
        ],
    )
    def test_goes_to_who_takes_it(self, accepted, taken):
        assert accepts_gzip(accepted) is taken


@pytest.mark.django_db
class TestValidator:
    def test_is_the_same_on_every_worker_while_the_page_is(self, partner):
        tags = {Client().get(PARTNERS)["ETag"] for _ in range(2)}
        assert len(tags) == 1
        version.advance()
        assert Client().get(PARTNERS)["ETag"] in tags
        partner.state.name_en = "Renamed"
        partner.state.save()
        assert Client().get(PARTNERS)["ETag"] not in tags

    @pytest.mark.parametrize("kept", [True, False])
    @pytest.mark.parametrize("known", ["{}", "W/{}", '"x", {}', '"x", W/{} , "y"', "*"])
    def test_spares_who_has_the_page(self, client, known, kept):
        tag = client.get(PARTNERS)["ETag"]
        response = (client if kept else Client()).get(PARTNERS, headers={"if-none-match": known.format(tag)})
        assert (response.status_code, response.content) == (304, b"")
        assert response["ETag"] == tag
        assert response["Cache-Control"].startswith("public, max-age=")
        assert "Accept-Encoding" in response["Vary"]
        assert "default-src" in response["Content-Security-Policy"]
        assert not {"Content-Length", "Content-Encoding"} & response.headers.keys()

    @pytest.mark.parametrize("known", ['"x"', 'W/"x"', "nonsense", ""])
    def test_sends_the_page_to_who_has_another(self, client, known):
        assert client.get(PARTNERS, headers={"if-none-match": known}).status_code == 200

    def test_is_not_all_that_somebody_may_ask(self, client):
        tag = client.get(PARTNERS)["ETag"]
        for also in ({"if-match": '"x"'}, {"if-unmodified-since": "Thu, 24 May 2018 12:00:00 GMT"}):
            assert client.get(PARTNERS, headers={"if-none-match": tag, **also}).status_code == 412

    def test_does_not_take_one_form_for_the_other(self, client):
        tag = client.get(PARTNERS, headers=TestCompressed.GZIP)["ETag"]
        assert client.get(PARTNERS, headers={"if-none-match": tag}).status_code == 200


@pytest.mark.django_db
class TestHead:
    @pytest.mark.parametrize("path", [PARTNERS, "/en/no-such-page/", "/"])
    def test_is_get_without_its_text(self, path):
        # Each with its own worker, so that HEAD is what makes the page.
        head, get = Client().head(path), Client().get(path)
        assert head.content == b""
        assert (head.status_code, head["Content-Length"]) == (get.status_code, str(len(get.content)))
        assert head.headers.get("ETag") == get.headers.get("ETag")

    def test_keeps_the_page_for_get(self, client):
        client.head(PARTNERS)
        response, queries = queries_of(client, PARTNERS)
        assert queries == 1
        assert response.content

    def test_is_answered_from_what_is_kept(self, client):
        client.get(PARTNERS)
        with CaptureQueriesContext(connection) as queries:
            assert client.head(PARTNERS).content == b""
        assert len(queries) == 1


class TestDatabaseAway:
    @pytest.mark.django_db
    @pytest.mark.parametrize(("error", "status"), [(OperationalError, 503), (ProgrammingError, 500)])
    def test_nothing_is_shown_from_memory(self, error, status):
        client = Client(raise_request_exception=False)
        assert is_kept(client, PARTNERS)
        with mock.patch.object(connections["default"], "cursor", side_effect=error("no such table")):
            response = client.get(PARTNERS)
        assert response.status_code == status
        assert "ETag" not in response.headers
