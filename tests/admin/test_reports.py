"""The page on which a reader's report is answered."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.utils import timezone

from partnerships.editorial import reports
from partnerships.editorial.history import record_change
from partnerships.editorial.pending_changes import propose
from partnerships.models import Change, ErrorReport
from partnerships.records.snapshot.taking import snapshot
from tests.factories import PUBLISHED, PartnerFactory, VisitFactory

from .browsing import address

EN = {"accept-language": "en"}


@pytest.fixture
def report(db):
    VisitFactory(key="v", title_en="Visit", title_fr="Visite", period="2018-05", publication="published")
    given = {"moment": "on", "shown": "May 2018 – Visit", "language": "en", "where": "https://example.org/x"}
    return reports.receive(kind="visit", key="v", text="It was <June>", sender="192.0.2.1", **given)


@pytest.mark.parametrize(("typed", "found"), [("June", 1), ("v", 1), ("none such", 0)])
def test_list_finds_what_a_reader_wrote(rf, report, typed, found):
    reports_shown = admin.site.get_model_admin(ErrorReport)
    several, _twice = reports_shown.get_search_results(rf.get("/"), ErrorReport.objects.all(), typed)
    assert several.count() == found


class TestPage:
    def test_shows_what_is_reported_with_the_line(self, as_role, report):
        text = as_role("reader").get(address("errorreport", "change", report.pk), headers=EN).text
        for part in ("It was &lt;June&gt;", "May 2018 – Visit", 'href="https://example.org/x"', "/id/visit/v?line=on"):
            assert part in text

    @pytest.mark.once
    def test_is_listed_and_waits_for_those_who_answer(self, as_role, report):
        assert "Visit" in as_role("reader").get(address("errorreport", "changelist"), headers=EN).text
        counts = {}
        for role in ("reader", "editor", "reviewer", "administrator"):
            rows = as_role(role).get("/admin/").context["waiting"]
            counts[role] = sum(row["count"] for row in rows if "closed_at__isempty" in row["address"])
        assert counts == {"reader": 0, "editor": 1, "reviewer": 1, "administrator": 1}

    def test_list_gives_a_long_text_shortened(self, report):
        shown = admin.site._registry[ErrorReport].shortened
        assert [shown(ErrorReport(text="x" * length)) for length in (99, 100)] == ["x" * 99, "x" * 99 + "…"]

    def test_list_names_kinds_in_words(self, as_role, report):
        text = " ".join(as_role("reviewer").get(address("errorreport", "changelist"), headers=EN).text.split())
        assert re.search(r'kind=visit">\s*Visit</a>', text)
        assert not re.search(r">\s*visit</a>", text)
        assert re.search(r'closed_at__isempty=1">\s*to be answered</a>', text)
        assert re.search(r'closed_at__isempty=0">\s*answered</a>', text)

    def test_record_says_it_at_its_head(self, as_role, report):
        text = as_role("editor").get(address("visit", "change", VisitFactory._meta.model.objects.get().pk)).text
        assert address("errorreport", "change", report.pk) in text

    @pytest.mark.once
    def test_says_that_a_change_is_proposed_already_and_the_change_says_what_was_reported(self, as_role, report):
        visit = VisitFactory._meta.model.objects.get()
        [line, *parts] = before = snapshot(visit)
        after = [{**line, "fields": {**line["fields"], "period": "2018-06"}}, *parts]
        pending = propose(visit, by=User.objects.create_user("author"), before=before, after=after)
        editor, ways = (
            as_role("editor"),
            (address("pendingchange", "change", pending.pk), address("errorreport", "change", report.pk)),
        )
        assert ways[0] in editor.get(ways[1]).text
        assert ways[1] in editor.get(ways[0]).text
        type(pending).objects.update(state="taken_back")
        assert ways[1] not in editor.get(ways[0]).text

    def test_nobody_else_sees_it(self, client, report):
        assert client.get(address("errorreport", "change", report.pk)).status_code == 302


class TestClosing:
    def test_is_answered_with_the_correction(self, as_role, report):
        change = Change.objects.create(kind="visit", key="v", action="update", at=timezone.now())
        page = address("errorreport", "change", report.pk)
        client = as_role("editor")
        assert f'<option value="{change.pk}">' in client.get(page).text
        form = {"outcome": "corrected", "answer": "Thank you", "correction": change.pk, "_close": "1"}
        assert client.post(page, form).status_code == 302
        assert ErrorReport.objects.get().correction == change
        text = client.get(page).text
        assert address("change", "change", change.pk) in text
        assert "_close" not in text
        late = client.post(page, form | {"answer": "From the other editor"}, headers=EN).text
        assert "This report is closed already." in late
        assert "From the other editor" in late

    def test_offers_the_latest_change_of_the_record_and_says_what_changed(self, as_role, report):
        visit = VisitFactory._meta.model.objects.get()
        for title in ("One", "Two"):
            before = snapshot(visit)
            visit.title_en = title
            visit.save()
            record_change(visit, action="update", by=None, before=before, after=snapshot(visit))
        text = as_role("editor").get(address("errorreport", "change", report.pk), headers=EN).text
        (select,) = re.findall(r'<select name="correction">(.*?)</select>', text, re.S)
        newest, oldest = Change.objects.order_by("-id")
        assert re.findall(r'<option value="(\d+)">', select) == [str(newest.pk), str(oldest.pk)]
        assert select.count("(title, in English)</option>") == 2

    def test_names_the_record_where_another_one_was_changed(self, as_role, report):
        visit, partner = VisitFactory._meta.model.objects.get(), PartnerFactory(**PUBLISHED)
        visit.partners.add(partner)
        record_change(partner, action="delete", by=None, before=snapshot(partner), after=None)
        text = as_role("editor").get(address("errorreport", "change", report.pk), headers=EN).text
        (select,) = re.findall(r'<select name="correction">(.*?)</select>', text, re.S)
        assert re.search(rf'<option value="\d+">{partner}: [^()]*</option>', select), select

    def test_what_is_offered_counts_for_no_other_outcome(self, as_role, report):
        change = Change.objects.create(kind="visit", key="v", action="update", at=timezone.now())
        form = {"outcome": "unchanged", "answer": "It is right", "correction": change.pk, "_close": "1"}
        assert as_role("editor").post(address("errorreport", "change", report.pk), form).status_code == 302
        assert ErrorReport.objects.get().correction is None

    def test_says_what_to_do_where_nothing_has_changed(self, as_role, report):
        page, client = address("errorreport", "change", report.pk), as_role("editor")
        text = client.get(page, headers=EN).text
        assert 'name="correction"' not in text
        assert "correct it first" in re.search(r'<p class="register-notice">(.*?)</p>', text).group(1)
        form = {"outcome": "corrected", "answer": "Thank you", "_close": "1"}
        refused = client.post(page, form, headers=EN).text
        assert "correct it first" in re.search(r'<div class="errornote" role="alert">(.*?)</div>', refused).group(1)
        assert ErrorReport.objects.get().closed_at is None

    def test_change_leads_back_to_what_was_reported(self, as_role, report):
        change = Change.objects.create(kind="visit", key="v", action="update", at=timezone.now())
        form = {"outcome": "corrected", "answer": "Thank you", "correction": change.pk, "_close": "1"}
        client = as_role("editor")
        assert "Corrects what a reader" not in client.get(address("change", "change", change.pk), headers=EN).text
        client.post(address("errorreport", "change", report.pk), form)
        text = client.get(address("change", "change", change.pk), headers=EN).text
        (said,) = re.findall(r"<dt>Corrects what a reader reported</dt>\s*<dd>(.*?)</dd>", text, re.S)
        assert address("errorreport", "change", report.pk) in said

    def test_keeps_the_answer_where_it_is_refused(self, as_role, report):
        page = address("errorreport", "change", report.pk)
        answer = as_role("editor").post(page, {"answer": "Kept words", "_close": "1"})
        assert answer.status_code == 200
        assert "Kept words" in answer.text
        assert ErrorReport.objects.get().closed_at is None

    def test_is_not_for_readers(self, as_role, report):
        page = address("errorreport", "change", report.pk)
        form = {"outcome": "unchanged", "answer": "No", "_close": "1"}
        assert as_role("reader").post(page, form).status_code == 403
