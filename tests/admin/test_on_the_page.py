"""What a page of the back-office shows to whom, in its HTML: panels, buttons, labels, ways on."""

import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.urls import reverse
from django.utils import timezone

from partnerships import editorial
from partnerships.editorial.history import record_saving
from partnerships.models import CheckedFinding
from tests.factories import (
    PUBLISHED,
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    MeetingFactory,
    OfficeFactory,
    PersonFactory,
    SourceFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

from .browsing import address, as_it_stands, press

pytestmark = pytest.mark.once
EN = {"accept-language": "en"}
#: The boxes of a list.
SELECTED = "_selected_action"


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def between(html, first, last):
    return html.partition(first)[2].partition(last)[0]


@pytest.fixture
def seen(as_role):
    """The HTML of a page as somebody with a role sees it, in English."""

    def get(role, where):
        answer = as_role(role).get(where, headers=EN)
        assert answer.status_code == 200
        return answer.text

    return get


class TestFrame:
    def test_languages_say_which_one_this_is_and_lead_back_to_what_was_asked(self, seen):
        where = f"{address('area', 'changelist')}?q=sea&publication__exact=draft"
        form = between(seen("editor", where), '<form class="admin-languages"', "</form>")
        buttons = re.findall(r'value="(\w\w)" lang="\1" (aria-current="true")?>(\w+|Français)<', form)
        assert buttons == [("fr", "", "Français"), ("en", 'aria-current="true"', "English")]
        assert f'name="next" value="{where.replace("&", "&amp;")}"' in form

    def test_leads_to_the_second_factor_and_home(self, seen):
        html = seen("reader", reverse("admin:index"))
        assert f'<a href="{reverse("mfa_index")}">Second factor</a>' in html
        assert '<div id="site-name"><a href="/admin/">' in html

    def test_way_back_stands_above_each_page(self, seen):
        area = AreaFactory(name_en="Cyber")
        crumbs = between(seen("editor", address("area", "change", area.pk)), '<div class="breadcrumbs">', "</div>")
        assert re.findall(r'href="([^"]*)"', crumbs) == ["/admin/", address("area", "changelist")]
        assert words(crumbs).endswith("› Cyber")


class TestHome:
    def test_says_what_waits_since_when(self, seen, staff, time_machine):
        time_machine.move_to("2026-12-01T12:00Z", tick=False)
        area = AreaFactory()
        record_saving(area, by=staff["editor"], before=None)
        editorial.submit(area, by=staff["editor"])
        panel = between(seen("reviewer", reverse("admin:index")), 'id="waiting"', "</section>")
        assert words(panel).endswith("Waiting for your review 1")
        time_machine.shift(timedelta(minutes=10))
        panel = between(seen("reviewer", reverse("admin:index")), 'id="waiting"', "</section>")
        assert words(panel).endswith("Waiting for your review 1 the oldest for 10 minutes")

    def test_says_that_nothing_waits_or_was_changed(self, seen):
        html = seen("editor", reverse("admin:index"))
        assert "Nothing waits for you." in html
        assert "Nothing yet." in between(html, 'id="lately"', "</section>")

    @pytest.mark.parametrize(("role", "offered"), [("editor", True), ("reader", False)])
    def test_leads_whoever_may_write_to_a_document_and_everybody_to_their_mails(self, seen, role, offered):
        html = seen(role, reverse("admin:index"))
        assert (f'<a class="button" href="{reverse("admin:partnerships_from_document")}"' in html) is offered
        assert f'<a href="{reverse("admin:partnerships_mails")}">Your e-mails</a>' in html


class TestList:
    def test_takes_out_what_it_shows_and_takes_in_from_those_who_may_add(self, seen):
        where = f"{address('area', 'changelist')}?q=sea"
        for role, may_add in (("reader", False), ("editor", True)):
            tools = between(seen(role, where), '<ul class="object-tools">', "</ul>")
            ways = {words(text): way for way, text in re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', tools, re.S)}
            for name, form in (("As CSV", "csv"), ("As CSV with parts", "zip"), ("As XLSX", "xlsx")):
                assert ways[name] == f"{address('area', 'export', form)}?q=sea"
            assert ("Import a file" in ways) is may_add
            assert (f'href="{address("area", "add")}' in tools) is may_add
            assert "From a document" not in ways

    def test_of_sources_leads_to_a_document(self, seen):
        assert "From a document" in seen("editor", address("source", "changelist"))
        assert "From a document" not in seen("reader", address("source", "changelist"))

    def test_in_a_window_to_choose_from_it_offers_no_spreadsheets(self, seen):
        html = seen("editor", f"{address('area', 'changelist')}?_popup=1")
        assert "As CSV" not in html
        assert "Import a file" not in html
        assert "register-saved" not in html

    def test_filter_can_be_kept_where_something_is_asked(self, seen):
        assert "Save this filter as" not in seen("editor", address("area", "changelist"))
        kept = between(seen("editor", f"{address('area', 'changelist')}?q=sea"), 'class="register-saved"', "</div>")
        assert '<input type="hidden" name="query" value="q=sea">' in kept
        assert f'action="{address("area", "filters")}"' in kept


class TestParts:
    """The parts of a record, one beneath the other."""

    @pytest.fixture
    def visit(self):
        visit = VisitFactory()
        StopFactory(visit=visit, position=1)
        return visit

    def group(self, html, name="stops"):
        return between(html, f'id="{name}-group"', '<div class="js-inline-admin-formset')

    def labels(self, group):
        return [words(one) for one in re.findall(r'<span class="inline_label">(.*?)</h3>', group, re.S)]

    def test_whose_words_say_nothing_have_their_number_alone(self, seen, visit):
        CitationFactory(visit=visit, source=SourceFactory())
        group = self.group(seen("editor", address("visit", "change", visit.pk)), "citations")
        assert self.labels(group)[0] == "1 Delete"

    def test_stand_under_their_heading_each_with_its_name(self, seen, visit):
        group = self.group(seen("editor", address("visit", "change", visit.pk)))
        assert 'aria-labelledby="stops-heading"' in group
        assert words(between(group, '<h2 id="stops-heading" class="inline-heading">', "</h2>")).startswith("Stops")
        assert re.findall(r"<h3>\s*<b>(\w+)</b>", group)[:1] == ["Stop"]
        assert self.labels(group)[:2] == ["1. Brussels Delete", "2"]
        assert "<h2 class=" not in group

    def test_that_are_stored_can_be_taken_out_by_those_who_may(self, seen, visit):
        for role, may in (("editor", True), ("reader", False)):
            group = self.group(seen(role, address("visit", "change", visit.pk)))
            assert group.count('type="checkbox" name="stops-0-DELETE"') == may
            assert 'name="stops-1-DELETE"' not in group.partition('id="stops-empty"')[0]
            assert ('id="stops-empty"' in group) is may

    def test_row_that_cannot_be_says_so(self, as_role, visit):
        client, page = as_role("editor"), address("visit", "change", visit.pk)
        sent = as_it_stands(client, page) | {"stops-0-place": "", "stops-0-period": "2018"}
        answer = client.post(page, sent, headers=EN)
        assert answer.status_code == 200
        sentence = "Say where the visit halts: a place, or at least the State."
        assert sentence in self.group(answer.text)
        assert sentence in between(answer.text, '<div class="register-problems"', "</div>")
        assert "Not saved. Please correct:" in answer.text


class TestForm:
    def test_keeps_its_version_and_says_nothing_while_nobody_else_is_there(self, seen):
        html = seen("editor", address("area", "change", AreaFactory().pk))
        assert re.search(r'<input type="hidden" name="version" value="\w+"', html)
        (line,) = re.findall(r"<p [^>]*data-opened=[^>]*>[^<]*</p>", html)
        assert " hidden>" in line
        assert 'role="status"' in line

    def test_preview_opens_beside_it_in_the_language_of_the_page(self, seen):
        html = seen("editor", address("area", "change", AreaFactory().pk))
        assert 'name="_preview" value="en" formtarget="_blank">Preview, and what follows</button>' in html

    def test_leads_to_both_languages_of_what_stands_by_itself(self, seen):
        visit = VisitFactory()
        part = MeetingFactory(stop=StopFactory(visit=visit))
        for record, offered in ((visit, True), (part, False)):
            html = seen("editor", address(record._meta.model_name, "change", record.pk))
            way = reverse("admin:partnerships_translation", args=[record._meta.model_name, record.key])
            assert (f'<a href="{way}?all=1">Both languages</a>' in html) is offered

    @pytest.mark.parametrize(("role", "offered"), [("editor", False), ("reviewer", True)])
    def test_merge_is_for_reviewers(self, seen, role, offered):
        assert (">Merge</a>" in seen(role, address("area", "change", AreaFactory().pk))) is offered

    def test_window_of_another_form_offers_no_steps(self, seen):
        html = seen("editor", f"{address('area', 'add')}?_popup=1")
        assert "register-steps" not in html
        assert 'name="_submit"' not in html


class TestSteps:
    """The panel of the steps: to each the words that belong to what they may do now."""

    #: What is asked for, by the field that takes it.
    ASKED = {"_step_comment": "Comment", "_alone_reason": "Reason for publishing alone"}
    ASKED |= {"_reason_fr": "Reason in French", "_reason_en": "Reason in English"}

    def asked(self, html):
        return {name for name, label in self.ASKED.items() if f'<label>{label} <textarea name="{name}"' in html}

    def buttons(self, html):
        return set(re.findall(r'<(?:input type="submit"|button type="submit")[^>]* name="_(\w+)"', html)) & {
            "submit",
            "return",
            "publish",
            "withdraw",
            "schedule",
            "unschedule",
        }

    @pytest.mark.parametrize(
        ("role", "publication", "asked", "buttons"),
        [
            ("editor", "draft", {"_step_comment"}, {"submit"}),
            ("reviewer", "draft", {"_step_comment"}, {"submit", "publish", "schedule"}),
            ("editor", "in_review", {"_step_comment"}, {"return"}),
            ("reviewer", "in_review", {"_step_comment"}, {"return", "publish", "schedule"}),
            ("reviewer", "published", {"_reason_fr", "_reason_en"}, {"withdraw"}),
            ("editor", "published", set(), set()),
            ("reviewer", "withdrawn", {"_step_comment"}, {"return", "publish"}),
            ("reader", "draft", set(), set()),
        ],
    )
    def test_asks_for_what_the_steps_need(self, seen, role, publication, asked, buttons):
        reason = {"withdrawal_reason_en": "Wrong"} if publication == "withdrawn" else {}
        area = AreaFactory(publication=publication, **reason)
        html = seen(role, address("area", "change", area.pk))
        assert (self.asked(html), self.buttons(html)) == (asked, buttons)

    def test_reasons_are_written_and_come_back_each_in_its_language(self, as_role):
        area = AreaFactory(**PUBLISHED)
        DecisionFactory(**PUBLISHED).areas.add(area)
        answer = press(as_role("reviewer"), area, _withdraw="1", _reason_fr="Faux", _reason_en="Wrong")
        for language, text in (("fr", "Faux"), ("en", "Wrong")):
            assert (
                f'name="_reason_{language}" id="id_reason_{language}" rows="2" lang="{language}">{text}</textarea>'
                in answer.text
            )

    def test_says_that_no_source_supports_it(self, seen):
        area, sentence = AreaFactory(), "No source supports this record yet: add a citation."
        assert sentence in seen("editor", address("area", "change", area.pk))
        CitationFactory(area=area, source=SourceFactory())
        assert sentence not in seen("editor", address("area", "change", area.pk))

    def test_says_that_nobody_else_has_written_it(self, seen, staff):
        area, sentence = AreaFactory(), "Nobody but you has written this record"
        record_saving(area, by=staff["reviewer"], before=None)
        for role, alone in (("reviewer", True), ("administrator", False)):
            html = seen(role, address("area", "change", area.pk))
            assert (sentence in html, "_alone_reason" in self.asked(html)) == (alone, alone)

    def test_moment_that_is_set_stands_there_and_can_be_taken_back(self, seen, staff):
        area = AreaFactory()
        record_saving(area, by=staff["editor"], before=None)
        assert self.buttons(seen("reviewer", address("area", "change", area.pk))) == {"submit", "publish", "schedule"}
        at = timezone.localtime(timezone.now() + timedelta(days=3)).replace(second=0, microsecond=0)
        editorial.schedule(area, by=staff["reviewer"], at=at)
        html = seen("reviewer", address("area", "change", area.pk))
        assert f'name="_due_at" id="id_due_at" value="{at:%Y-%m-%dT%H:%M}"' in html
        assert "unschedule" in self.buttons(html)


class TestFoot:
    """What a step needs stands above its button, which is always in sight: folded, unless it has to be seen."""

    def panels(self, html):
        """Which panels of the foot stand open, by what they are called."""
        foot = html[html.index('<div class="register-foot">') :]
        found = re.findall(r'<details class="module aligned register-steps"( open)?>\s*<summary><h2[^>]*>([^<]*)', foot)
        return {called: bool(opened) for opened, called in found}

    def bar(self, html):
        return set(re.findall(r'name="(_\w+)"', html[html.index('<div class="register-bar">') :]))

    def test_of_a_draft_is_folded_and_has_every_button_in_its_bar(self, seen):
        html = seen("reviewer", address("area", "change", AreaFactory().pk))
        assert self.panels(html) == {"Publication: next step": False}
        assert {"_submit", "_publish", "_schedule"} <= self.bar(html)

    def test_shows_a_reviewer_what_has_no_source(self, seen):
        for publication, opened in (("draft", False), ("in_review", True)):
            page = address("area", "change", AreaFactory(publication=publication).pk)
            assert self.panels(seen("reviewer", page)) == {"Publication: next step": opened}
            assert self.panels(seen("editor", page)) == {"Publication: next step": False}

    def test_shows_what_goes_public_along(self, seen):
        html = seen("reviewer", address("area", "change", AreaFactory(parent=AreaFactory()).pk))
        assert self.panels(html) == {"Publication: next step": True}
        assert html.index('id="id_along"') < html.index('<div class="register-bar">')

    def test_of_a_public_record_has_the_button_that_publishes_at_once(self, seen):
        html = seen("reviewer", address("area", "change", AreaFactory(**PUBLISHED).pk))
        assert self.panels(html) == {"For the second person": False, "Publication: next step": False}
        assert {"_live", "_withdraw"} <= self.bar(html)

    def test_opens_what_a_refused_step_asks_for(self, as_role):
        area = AreaFactory(**PUBLISHED)
        for button, opened in (("_live", "For the second person"), ("_withdraw", "Publication: next step")):
            page = address("area", "change", area.pk)
            sent = as_it_stands(as_role("reviewer"), page) | {button: "1"}
            sent |= {"note": "Written"} if button == "_live" else {}
            panels = self.panels(as_role("reviewer").post(page, sent, headers=EN).text)
            assert [called for called, is_open in panels.items() if is_open] == [opened]


class TestMany:
    def test_all_that_were_ticked_are_sent_on(self, as_role):
        numbers = [str(AreaFactory().pk) for _ in range(3)]
        sent = {"action": "take_step", SELECTED: numbers}
        html = as_role("editor").post(address("area", "changelist"), sent, headers=EN).text
        assert sorted(re.findall(rf'name="{SELECTED}" value="(\d+)"', html)) == sorted(numbers)
        assert '<input type="hidden" name="action" value="take_step">' in html
        assert "Reason for publishing alone" not in html


class TestFindings:
    @pytest.fixture
    def holders(self):
        office = OfficeFactory()
        return [TenureFactory(office=office, period="2010-01-01/2012-01-01") for _ in range(2)]

    def test_are_answered_by_those_who_write_and_say_so(self, seen, holders):
        where = f"{reverse('admin:partnerships_findings')}?kind=two-holders"
        assert 'name="reason"' in seen("editor", where)
        assert 'name="reason"' not in seen("reader", where)
        assert "This cannot be true" not in seen("editor", where)

    def test_that_cannot_be_true_say_so(self, seen):
        PersonFactory(birth="1950", death="1940")
        html = seen("editor", f"{reverse('admin:partnerships_findings')}?kind=death-before-birth")
        assert "This cannot be true: correct one of the two facts, there is no other answer." in html
        assert 'name="reason"' not in html

    def test_answer_of_before_is_told_as_such_once_something_has_changed(self, as_role, seen, holders):
        where = f"{reverse('admin:partnerships_findings')}?kind=two-holders"
        client = as_role("editor")
        name = re.search(r'name="finding" value="([^"]*)"', client.get(where, headers=EN).text)[1]
        client.post(where, {"finding": name, "reason": "Both signed"}, headers=EN)
        assert CheckedFinding.objects.count() == 1
        assert "Checked, it is so: “Both signed” (editor," in words(seen("editor", f"{where}&settled=1"))
        for tenure in holders:
            press(client, tenure, rank_en="envoy", _save="1")
        html = words(seen("editor", where))
        assert "Checked before; something has changed since: “Both signed” (editor," in html


class TestDecisions:
    def test_who_confirmed_what_stands_on_its_page(self, seen, staff):
        area = AreaFactory()
        change = record_saving(area, by=staff["editor"], before=None)
        flagged = editorial.confirm(editorial.flag(change, "Nobody was here"), by=staff["reviewer"])
        html = seen("reader", address("confirmation", "change", flagged.pk))
        facts = dict(re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", html, re.S))
        assert words(facts["Confirmed by"]).startswith("reviewer, ")
        assert words(facts["Reason"]) == "Nobody was here"
        assert words(facts["Created"]).startswith("editor, ")

    def test_what_is_refused_is_given_back_to_copy_where_nothing_can_be_done_any_more(self, as_role, staff):
        area = AreaFactory()
        change = record_saving(area, by=staff["editor"], before=None)
        flagged = editorial.flag(change, "Nobody was here")
        editorial.confirm(flagged, by=staff["administrator"])
        page = address("confirmation", "change", flagged.pk)
        answer = as_role("reviewer").post(page, {"_confirm": "1", "comment": "Seen"}, headers=EN)
        assert "This is confirmed already." in answer.text
        assert "What you had written, to copy: Seen" in words(answer.text)


class TestDeletion:
    def test_says_what_stands_in_the_way_or_what_goes_with_it(self, seen):
        state = StateFactory(name_en="Japan")
        person = PersonFactory(name="Ada", nationality=state)
        html = seen("reviewer", address("state", "delete", state.pk))
        assert "It cannot be deleted: these records name it." in html
        assert re.search(rf'<li><a href="{address("person", "change", person.pk)}">.*?Ada', html, re.S)
        assert 'name="post"' not in html
        visit = VisitFactory()
        StopFactory(visit=visit)
        html = seen("reviewer", address("visit", "delete", visit.pk))
        assert "<li>Stops: 1</li>" in html
        assert "Its history stays." in html
        assert '<input type="submit" value="Delete">' in html


class TestVanished:
    def test_leads_those_who_may_to_a_new_one(self, as_role):
        answer = as_role("editor").post(address("area", "change", 98765), {"name_en": "Cyber"}, headers=EN)
        assert f'<a class="addlink" href="{address("area", "add")}">' in answer.text
        assert "Somebody else deleted this record since you opened it" in words(answer.text)


class TestDocument:
    def test_that_is_a_source_already_is_told(self, as_role):
        source = SourceFactory(title_en="A paper", url="https://example.org/paper")
        client, page = as_role("editor"), reverse("admin:partnerships_from_document")
        told = "This document is in the register already; what you keep will cite it:"
        for where, known in ((source.url, True), ("https://example.org/other", False)):
            answer = client.post(page, {"address": where, "text": "Nothing.", "_read": "1"}, headers=EN)
            assert (told in answer.text) is known
            assert (address("source", "change", source.pk) in answer.text) is known
            assert quote(where, safe=":/") in answer.text
