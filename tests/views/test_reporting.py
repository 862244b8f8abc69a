"""Reporting an error: the form, what is refused, and where the answer stands."""

import re
from datetime import UTC, datetime

import pytest
from django.http import QueryDict

from partnerships.editorial import reports
from partnerships.editorial.history import record_change
from partnerships.models import ErrorReport, ReportSender
from partnerships.records.snapshot.taking import snapshot
from partnerships.views.reporting import problem_of
from tests.factories import DecisionFactory

pytestmark = pytest.mark.django_db
PAGE = "/en/report/decision/d/"
HERE = {"origin": "http://testserver", "sec-fetch-site": "same-origin"}


@pytest.fixture(autouse=True)
def _decision():
    DecisionFactory(key="d", title_en="A decision", title_fr="Une décision", date="2018-05-24", publication="published")


def send(client, page=PAGE, headers=HERE, **said):
    return client.post(page, {"text": "It was in June", **said}, headers=headers)


class TestForm:
    def test_shows_the_record_and_asks_for_nobody(self, client):
        text = client.get(PAGE).content.decode()
        assert "A decision" in text
        assert '<meta name="robots" content="noindex">' in text
        assert "csrf" not in text
        assert "/fr/signaler/decision/d/" in text

    def test_trap_is_shown_to_nobody(self, client):
        text = client.get(PAGE).content.decode()
        trap = text.partition('<p class="hidden" aria-hidden="true">')[2].partition("</p>")[0]
        assert 'name="website" tabindex="-1" autocomplete="off"' in trap
        assert "aria-invalid" not in text

    def test_shows_the_line(self, client):
        text = client.get(f"{PAGE}?line=on").content.decode()
        assert "24 May 2018 – " in text
        assert "/id/decision/d?line=on" in text

    @pytest.mark.parametrize("address", ["decision/none/", "none/d/", "decision/d/?line=start"])
    def test_nothing_public_is_not_found(self, client, address):
        assert client.get(f"/en/report/{address}").status_code == 404

    def test_draft_is_not_found(self, client):
        DecisionFactory(key="draft", date="2018")
        assert client.get("/en/report/decision/draft/").status_code == 404
        assert send(client, "/en/report/decision/draft/").status_code == 404

    def test_record_and_each_of_its_lines_lead_there(self, client):
        assert f'href="{PAGE}"' in client.get("/en/decisions/d/").content.decode()
        assert f'href="{PAGE}?line=on"' in client.get("/en/timeline/").content.decode()


@pytest.mark.once
@pytest.mark.parametrize(
    ("text", "where", "is_taken"),
    [(4000, 1000, True), (4001, 0, False), (1, 1001, False), (0, 0, False)],
)
def test_report_holds_so_much_and_no_more(text, where, is_taken):
    typed = QueryDict(mutable=True)
    typed.update({"text": "x" * text, "where": "x" * where})
    assert (problem_of(typed) == "") is is_taken


class TestSending:
    def test_becomes_a_task_with_the_line(self, client):
        answer = send(client, f"{PAGE}?line=on", text=" It was in June\n", where=" https://example.org ")
        report = ErrorReport.objects.get()
        assert (answer.status_code, answer["Location"]) == (302, f"/en/report/answer/{report.token}/")
        assert (report.kind, report.key, report.moment) == ("decision", "d", "on")
        assert report.shown.startswith("24 May 2018 – ")
        assert (report.text, report.where, report.language) == ("It was in June", "https://example.org", "en")

    def test_no_cookie_is_set_nor_asked_for(self, client):
        answer = send(client)
        assert answer.status_code == 302
        assert not answer.cookies
        assert not client.get(answer["Location"]).cookies

    @pytest.mark.parametrize(
        "headers",
        [
            {"origin": "https://elsewhere.example"},
            {"origin": "null"},
            {"origin": "https://testserver"},
            {"sec-fetch-site": "cross-site", "origin": "http://testserver"},
            {"sec-fetch-site": "same-site"},
            {"referer": "https://elsewhere.example/page"},
        ],
    )
    def test_from_another_site_is_refused_in_words(self, client, headers):
        answer = send(client, headers=headers)
        assert answer.status_code == 403
        assert "from another site" in answer.content.decode()
        assert not ErrorReport.objects.exists()

    @pytest.mark.parametrize("headers", [{}, {"referer": "http://testserver/en/"}])
    def test_what_no_other_site_could_have_sent_is_taken(self, client, headers):
        assert send(client, headers=headers).status_code == 302

    @pytest.mark.parametrize(
        ("origin", "status"), [("https://front.example", 302), ("https://front.example:8443", 403)]
    )
    def test_what_an_origin_sends_that_may_send_forms_is_taken(self, client, settings, origin, status):
        settings.CSRF_TRUSTED_ORIGINS = ["https://front.example"]
        assert send(client, headers={"origin": origin}).status_code == status

    @pytest.mark.parametrize("origin", ["https://register.test", "http://testserver"])
    def test_what_is_sent_from_the_site_by_either_of_its_names_is_taken(self, client, settings, origin):
        settings.SITE_URL, settings.CSRF_TRUSTED_ORIGINS = "https://register.test", []
        assert send(client, headers={"origin": origin}).status_code == 302

    def test_trap_is_thanked_and_thrown_away(self, client):
        answer = send(client, website="https://spam.example")
        assert answer["Location"] == "/en/report/thanks/"
        thanks = client.get(answer["Location"])
        assert thanks.status_code == 200
        assert '<meta name="robots" content="noindex">' in thanks.text
        assert not ErrorReport.objects.exists()
        assert not ReportSender.objects.exists()

    @pytest.mark.parametrize("text", ["", "   ", "x" * 4001])
    def test_empty_and_endless_ones_come_back_with_what_was_typed(self, client, text):
        answer = send(client, text=text, where="Here")
        assert (answer.status_code, answer["Cache-Control"]) == (400, "no-store")
        assert 'role="alert" id="problem"' in answer.content.decode()
        assert 'required aria-invalid="true" aria-describedby="problem">' in answer.content.decode()
        assert 'value="Here"' in answer.content.decode()
        assert not ErrorReport.objects.exists()

    def test_too_many_are_refused_and_keep_what_was_typed(self, client, monkeypatch):
        monkeypatch.setattr(reports, "MOST_OF_ONE", 1)
        send(client)
        answer = send(client, "/fr/signaler/decision/d/")
        assert answer.status_code == 429
        assert int(answer["Retry-After"]) > 0
        assert "It was in June" in answer.content.decode()
        assert ErrorReport.objects.count() == 1

    def test_read_only_register_takes_none(self, client, settings):
        settings.READ_ONLY = True
        assert send(client).status_code == 503
        assert "<textarea" not in client.get(PAGE).content.decode()

    def test_other_methods_and_pages_take_no_form(self, client):
        assert client.put(PAGE).status_code == 405
        assert client.post("/en/cite/decision/d/").status_code == 405


class TestAnswer:
    def test_waits_and_then_says_what_became_of_it(self, client, django_user_model):
        address = send(client)["Location"]
        first = client.get(address)
        assert "waits to be answered" in first.content.decode()
        assert "no-store" in first["Cache-Control"]
        assert first["Referrer-Policy"] == "no-referrer"
        assert '<meta name="robots" content="noindex">' in first.text
        assert first.content.decode().count(f"http://testserver{address}") >= 2
        user = django_user_model.objects.create_user("editor")
        reports.close(ErrorReport.objects.get(), by=user, outcome="unchanged", answer="May it was <b>")
        text = client.get(address).content.decode()
        assert "May it was &lt;b&gt;" in text
        # A day of the register begins at midnight in Brussels.
        ErrorReport.objects.update(closed_at=datetime(2026, 5, 1, 22, 30, tzinfo=UTC))
        assert "<dt>Outcome</dt><dd>nothing to correct, 2 May 2026</dd>" in client.get(address).text
        assert "editor<" not in text
        assert "waits to be answered" not in text
        assert "The correction is listed among" not in text
        assert client.get(address.replace("/en/report/answer", "/fr/signaler/reponse")).status_code == 200

    def test_leads_to_the_correction_where_there_is_one(self, client, django_user_model):
        address, user = send(client)["Location"], django_user_model.objects.create_user("editor")
        decision = DecisionFactory._meta.model.objects.get()
        before = snapshot(decision)
        decision.title_en = "Another title"
        decision.save()
        change = record_change(decision, action="update", by=user, before=before, after=snapshot(decision))
        later = DecisionFactory(title_en="Later", publication="published")
        record_change(later, action="update", by=user, before=snapshot(decision), after=snapshot(later))
        told = {"outcome": "corrected", "answer": "In May", "correction": str(change.pk)}
        reports.close(ErrorReport.objects.get(), by=user, **told)
        link = f'The correction is listed among the <a href="/en/corrections/#correction-{change.pk}">'
        assert link in client.get(address).content.decode()
        row = rf'<tr[^>]* id="correction-{change.pk}">(.*?)</tr>'
        (said,) = re.findall(row, client.get("/en/corrections/").content.decode(), re.S)
        assert "reported by a reader" in said

    def test_speaks_of_none_that_does_not_stand_there(self, client, django_user_model):
        address, user = send(client)["Location"], django_user_model.objects.create_user("editor")
        decision = DecisionFactory._meta.model.objects.get()
        change = record_change(decision, action="delete", by=user, before=snapshot(decision), after=None)
        told = {"outcome": "corrected", "answer": "Taken down", "correction": str(change.pk)}
        reports.close(ErrorReport.objects.get(), by=user, **told)
        assert "The correction is listed among" not in client.get(address).content.decode()

    def test_names_no_record_that_is_public_no_more(self, client):
        address = send(client)["Location"]
        DecisionFactory._meta.model.objects.update(publication="draft")
        text = client.get(address).text
        assert "A decision" not in text
        assert 'class="reported"' not in text
        assert 'href="/en/decisions/' not in text.partition("<main")[2].partition("</main>")[0]

    def test_names_the_record_as_long_as_it_is_public(self, client):
        text = client.get(send(client)["Location"]).text
        assert re.search(r'<p class="reported"><a href="/en/decisions/[^"]+">A decision</a></p>', text)

    def test_names_the_line_that_was_reported_and_leads_there(self, client):
        text = client.get(send(client, f"{PAGE}?line=on")["Location"]).text
        line = r'<p class="reported"><a href="/id/decision/d\?line=on">24 May 2018 – [^<]+</a></p>'
        assert re.search(line, text)

    def test_nobody_else_finds_it(self, client):
        send(client)
        assert client.get("/en/report/answer/0123/").status_code == 404
