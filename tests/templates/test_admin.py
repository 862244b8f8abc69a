"""What templates of the back-office say where only they decide it: each drawn by itself, with what it is given."""

import re
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from partnerships.models import Visit

pytestmark = pytest.mark.once

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def drawn(template, **context):
    with override("en"):
        return render_to_string(f"admin/partnerships/{template}.html", context)


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def difference(**fields):
    given = {"name": "n", "action": "", "label": "Title", "language": "fr", "says": []}
    said = SimpleNamespace(**given | {"before": [("Avant", True)], "after": [("Après", True)]} | fields)
    return {"said": said, "clashes": False, "done": False, "ticked": True, "now": ""}


class TestDifferences:
    def test_texts_are_marked_with_their_language_and_with_what_became_of_them(self):
        html = drawn("_differences", parts=[("", [difference()])])
        before, after = re.findall(r'<td data-label="(?:Before|After)" lang="fr">(.*?)</td>', html, re.S)
        assert re.findall(r"<(ins|del)>(\w+)<", before + after) == [("del", "Avant"), ("ins", "Après")]

    def test_what_is_added_stands_after_and_what_is_removed_before(self):
        for action, said in (("add", ("–", "Day 2018")), ("remove", ("Day 2018", "–"))):
            row = difference(action=action, says=[("Day", "2018", "")])
            html = drawn("_differences", parts=[("", [row])])
            cells = re.findall(r"<td data-label=.*?</td>", html, re.S)
            assert tuple(words(cell) for cell in cells) == said

    def test_what_the_register_says_already_or_meanwhile_is_said(self):
        done, clash = difference() | {"done": True}, difference() | {"clashes": True, "now": "Other"}
        sentences = ("The register says so already.", "In the register now: Other")
        for row, said in ((done, (True, False)), (clash, (False, True)), (difference(), (False, False))):
            text = words(drawn("_differences", parts=[("", [row])]))
            assert tuple(sentence in text for sentence in sentences) == said

    def test_box_is_ticked_where_its_row_is_and_there_is_one_only_to_choose(self):
        rows = [difference(name=name) | {"ticked": name in "ac"} for name in "abc"]
        html = drawn("_differences", parts=[("", rows)], choosing=True)
        boxes = re.findall(r'value="(\w)" id="chosen-\w"( checked|)>', html)
        assert boxes == [("a", " checked"), ("b", ""), ("c", " checked")]
        assert "<input" not in drawn("_differences", parts=[("", rows)])

    @pytest.mark.parametrize(("level", "heading"), [(None, "<h2>Stop</h2>"), (4, "<h4>Stop</h4>")])
    def test_part_stands_under_its_heading_at_the_level_of_the_page(self, level, heading):
        assert heading in drawn("_differences", parts=[("Stop", [difference()])], level=level)


class TestWork:
    def row(self, **fields):
        given = {"name": "area/a", "link": "A", "label": "An area", "state": "draft", "last": None, "ticked": True}
        return given | {"unsupported": False} | fields

    def test_says_which_have_no_source(self):
        for unsupported, said in ((True, "none"), (False, "yes")):
            html = drawn("_rows_of_work", rows=[self.row(unsupported=unsupported)], name="")
            assert words(html.partition('<td data-label="Source">')[2].partition("</td>")[0]) == said

    def test_box_has_the_name_of_its_record(self):
        html = drawn("_rows_of_work", rows=[self.row(), self.row(label="Another", ticked=False)], name="along")
        boxes = re.findall(r'<input type="checkbox" name="along" value="area/a" aria-label="(.*?)"( checked)?>', html)
        assert boxes == [("An area", " checked"), ("Another", "")]


class TestWaiting:
    @pytest.mark.parametrize("own", [True, False])
    def test_go_on_with_a_change_is_for_its_author(self, own):
        pending = SimpleNamespace(pk=7, state="waiting", author_name="Ada", created_at=AT)
        html = drawn("_waiting", pendings=[(pending, own)])
        assert "A change is pending (Ada, 20 November 2026)." in words(html)
        assert ('href="?pending=7"' in html) is own
        # What came back waits for its author, not for a second person.
        pending.state, pending.decided_by_name, pending.answer = "returned", "Bo", "No."
        said = words(drawn("_waiting", pendings=[(pending, own)]))
        assert "Returned by Bo: No. A change went back to its author (Ada, 20 November 2026)." in said


def test_what_waits_says_for_how_long_the_oldest_has():
    oldest = timezone.now() - timedelta(days=3, hours=1)
    html = drawn("_what_waits", rows=[SimpleNamespace(address="/a/", title="Drafts", count=2, oldest=oldest)])
    assert "the oldest for 3\u00a0days" in html


def test_number_of_texts_to_be_translated_leads_to_those_of_its_kind():
    row = SimpleNamespace(title="states", kind="state", counts=[("older", "Older", 2)])
    html = drawn("translations", rows=[row], states=[("older", "Older")])
    assert '<a href="?state=older&amp;kind=state">2</a>' in html


class TestReport:
    def page(self, **fields):
        given = {"shown": "2018 – Visit", "language": "en", "text": "Wrong", "where": "", "received_at": AT}
        row = SimpleNamespace(**given | {"erased_at": None, "closed_at": None} | fields)
        return {"row": row, "record_link": "Visit", "steps": [], "opts": SimpleNamespace(verbose_name_plural="reports")}

    @pytest.mark.parametrize(("now", "is_said"), [("2018 – Visit", False), ("2019 – Visit", True)])
    def test_line_is_said_again_where_it_has_changed(self, now, is_said):
        html = drawn("report", **self.page(), line=SimpleNamespace(said=now))
        assert (f"As it is now {now}" in words(html)) is is_said

    def test_address_of_a_reader_is_not_told_where_one_comes_from(self):
        html = drawn("report", **self.page(where="https://example.org/x"), where_is_link=True)
        assert '<a href="https://example.org/x" rel="noreferrer nofollow">' in html

    def test_words_of_the_reader_are_marked_with_their_language(self):
        for fields in ({}, {"erased_at": AT}):
            html = drawn("report", **self.page(language="fr", **fields))
            assert len(re.findall(r'<dd lang="fr">', html)) == 2


class TestBatch:
    @pytest.mark.parametrize(("number", "more"), [(2, False), (3, True)])
    def test_says_that_there_are_more_changes_than_it_lists(self, number, more):
        changes = [("visit", SimpleNamespace(pk=pk, action=""), f"Visit {pk}") for pk in (1, 2)]
        row = SimpleNamespace(at=AT, by_name="Ada", undone_at=None)
        opts = SimpleNamespace(verbose_name_plural="batches")
        html = drawn("batch", row=row, opts=opts, steps=[], changes=changes, number=number)
        assert f"Changes ({number})" in words(html)
        assert ("<li>…</li>" in html) is more


class TestTranslation:
    def test_text_that_is_only_read_is_marked_with_its_language(self):
        sides = [
            SimpleNamespace(name=f"t_{code}", code=code, language=code, text=text, state="")
            for code, text in (("fr", "Un texte"), ("en", ""))
        ]
        row = SimpleNamespace(part="", label="Text", sides=sides, changes=[])
        opts = SimpleNamespace(verbose_name_plural="texts")
        html = drawn("translation", rows=[row], row="", may_write=False, opts=opts)
        assert re.findall(r'<p id="t_\w\w" class="register-text" lang="(\w\w)">(.*?)</p>', html) == [
            ("fr", "Un texte"),
            ("en", "–"),
        ]
        html = drawn("translation", rows=[row], row="", may_write=True, opts=opts)
        assert re.findall(r'<textarea [^>]* lang="(\w\w)">', html) == ["fr", "en"]


class TestOffer:
    def test_title_of_a_draft_is_marked_with_its_language(self):
        titles = [SimpleNamespace(name=f"t{code}", label=code, language=code, text="A") for code in ("fr", "en")]
        offer = SimpleNamespace(number=1, kind="visit", taken=True, possible=True, titles=titles, existing=None)
        assert re.findall(r'<input type="text"[^>]* lang="(\w\w)"', drawn("offer", offer=offer)) == ["fr", "en"]


class TestFindings:
    def test_number_of_the_answered_leads_to_them(self):
        group, kept = SimpleNamespace(count=3, settled_count=2), SimpleNamespace(at=AT, is_older=False)
        row = {"code": "two-holders", "title": "Two", "group": group, "kept": kept}
        html = drawn("findings", groups=[("Warnings", [row])], severities=[])
        assert '<a href="?kind=two-holders&amp;settled=1">2</a>' in html
        assert '<td data-label="Open">3</td>' in html


class TestHistory:
    def given(self, changes):
        opts = SimpleNamespace(verbose_name_plural="areas", app_label="partnerships", model_name="area")
        return {"changes": changes, "opts": opts, "object": SimpleNamespace(pk=1)}

    def page(self):
        said = {"at": AT, "by_name": "Ada", "get_action_display": "changed", "comment": ""}
        changes = [SimpleNamespace(pk=pk, **said) for pk in (3, 2, 1)]
        return drawn("history", **self.given(changes)), changes

    def chosen(self, html):
        return re.findall(r'name="(from|to)" value="(\d)"[^>]* checked', html)

    def test_last_change_but_one_is_compared_with_the_last_unless_others_are_chosen(self):
        html, changes = self.page()
        assert self.chosen(html) == [("to", "3"), ("from", "2")]
        _last, second, first = changes
        assert self.chosen(drawn("history", **self.given(changes), first=first, second=second)) == [
            ("to", "2"),
            ("from", "1"),
        ]

    def test_moment_is_the_head_of_its_row(self):
        assert self.page()[0].count('<th scope="row">') == 3


class TestMerge:
    def test_says_what_it_brings_along(self):
        one = SimpleNamespace(key="a", get_publication_display="draft")
        opts = SimpleNamespace(verbose_name_plural="areas", app_label="partnerships", model_name="area")
        page = {"record": one, "other": one, "record_link": "A", "other_link": "B", "opts": opts, "rows": []}
        assert "Brings along visits: 2, names: 1" in words(drawn("merge", **page, brings=["visits: 2", "names: 1"]))
        assert "Brings along nothing that names it" in words(drawn("merge", **page, brings=[]))


class TestPending:
    @pytest.mark.parametrize("own", [True, False])
    def test_reason_is_asked_of_the_author_alone(self, own):
        row = SimpleNamespace(author_name="Ada", created_at=AT, get_state_display="waiting", pk=1)
        opts = SimpleNamespace(verbose_name_plural="changes")
        html = drawn("pending", row=row, opts=opts, asks_reason=own, steps=["accept"], parts=[], record=None)
        assert ('name="reason"' in html) is own
        assert 'name="comment"' in html

    @pytest.mark.parametrize(("steps", "shown"), [(["accept"], True), (["take_back"], False)])
    def test_what_goes_along_is_ticked_by_whoever_accepts(self, steps, shown):
        row = SimpleNamespace(author_name="Ada", created_at=AT, get_state_display="waiting", pk=1)
        opts = SimpleNamespace(verbose_name_plural="changes")
        along = [TestWork().row()]
        html = drawn("pending", row=row, opts=opts, own=False, steps=steps, parts=[], record=None, along=along)
        assert ('name="along" value="area/a"' in html) is shown


class TestSpreadsheet:
    def test_parts_stand_beneath_the_row_they_belong_to(self):
        row = {
            "change": SimpleNamespace(label="Visit", key="v"),
            "becomes": "changed",
            "parts": [("Stop", [difference()])],
        }
        plan = SimpleNamespace(unchanged=0, findings=[])
        html = drawn("spreadsheet", opts=Visit._meta, plan=plan, rows=[row], counts=[("changed", 1)])
        assert re.findall(r"<h[34][^>]*>\s*(\w+)", html) == ["Visit", "Stop"]
        assert "<h4>Stop</h4>" in html

    def test_what_was_read_goes_along_with_what_is_then_imported(self):
        plan = SimpleNamespace(unchanged=0, findings=[], version="v1")
        html = drawn(
            "spreadsheet", opts=Visit._meta, plan=plan, rows=[], counts=[], name="a.csv", content="C", does=True
        )
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="(.*?)">', html))
        assert hidden == {"name": "a.csv", "content": "C", "version": "v1", "next": ""}
