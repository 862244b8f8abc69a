"""What the script of the back-office adds to a form: words under dates, numbers, names; nothing typed is lost."""

import json
import re
from unittest.mock import Mock

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.utils import timezone
from playwright.sync_api import expect

from partnerships.accounts.session_store import SessionStore
from partnerships.admin.forms.last_source import LAST_SOURCE
from partnerships.models import Area, OpenForm, Translation
from tests.browser.conftest import PASSWORD, until
from tests.factories import AreaFactory, CitationFactory, DecisionFactory, PersonFactory, SourceFactory

pytestmark = pytest.mark.django_db(transaction=True)

#: The field in which these tests type.
NAME = "#id_name_en"


@pytest.fixture
def area(editor):
    return AreaFactory(name_en="Cyber", name_fr="Cyber")


@pytest.fixture
def address(live_server, area):
    return f"{live_server.url}/admin/partnerships/area/{area.pk}/change/"


@pytest.fixture
def asked(page):
    """What the browser asks whoever leaves a form; the tests leave it."""
    found = []

    def answer(dialog):
        found.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    return found


def home(page, live_server):
    page.goto(f"{live_server.url}/admin/partnerships/area/")


def log_in(page, name):
    page.fill("#id_login", name)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_selector("#user-tools")


def colleague(name="colleague"):
    user = User.objects.create_user(name, password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name="editor"))
    return user


def kept(page):
    """Whose texts the browser keeps."""
    keys = page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('register-typed:'))")
    return [json.loads(key.removeprefix("register-typed:"))[0] for key in keys]


class TestDates:
    @pytest.mark.usefixtures("editor")
    def test_what_is_not_understood_is_said_in_red_until_it_is(self, page, live_server):
        page.goto(f"{live_server.url}/admin/partnerships/visit/add/")
        line = page.locator("#id_period").locator("xpath=..").locator(".understood")
        page.fill("#id_period", "some day")
        expect(line).to_have_class(re.compile("is-error"))
        expect(line).not_to_be_empty()
        page.fill("#id_period", "3-5 March 2016")
        expect(line).not_to_have_class(re.compile("is-error"))
        expect(line).to_contain_text("2016")
        page.fill("#id_period", "")
        expect(line).to_be_empty()

    @pytest.mark.usefixtures("editor")
    def test_slow_answer_to_an_earlier_text_is_not_shown(self, page, live_server):
        page.goto(f"{live_server.url}/admin/partnerships/visit/add/")
        line = page.locator("#id_period").locator("xpath=..").locator(".understood")
        asked = []
        page.route(re.compile(r"/understood/\?kind=period"), lambda route: asked.append(route))
        for number, text in enumerate(("2016", "2017"), 1):
            page.fill("#id_period", text)
            until(page, lambda number=number: len(asked) >= number)
        for route, sentence in zip(reversed(asked), ("Second", "First"), strict=True):
            route.fulfill(json={"sentence": sentence})
            expect(line).to_have_text("Second")
        page.wait_for_timeout(300)
        expect(line).to_have_text("Second")


class TestWhileTyping:
    def test_what_resembles_it_is_said_and_linked_until_it_does_no_longer(self, page, live_server, area):
        page.goto(f"{live_server.url}/admin/partnerships/area/add/")
        said = page.locator("[data-beside]")
        expect(said).to_be_hidden()
        page.fill(NAME, "CYBER")
        expect(said).to_be_visible()
        link = said.locator("a")
        expect(link).to_have_text(str(area))
        expect(link).to_have_attribute("href", f"/admin/partnerships/area/{area.pk}/change/")
        expect(link).to_have_attribute("target", "_blank")
        expect(said.locator("li")).to_have_text(re.compile(rf"^{area} \(Area"))
        page.fill(NAME, "Something else")
        expect(said).to_be_hidden()
        assert Area.objects.count() == 1

    def test_name_is_shown_as_it_stands(self, page, live_server, editor):
        AreaFactory(name_en="<img src=x onerror=alert(1)>", name_fr="")
        page.goto(f"{live_server.url}/admin/partnerships/area/add/")
        page.fill(NAME, "<img src=x onerror=alert(1)>")
        expect(page.locator("[data-beside] a")).to_have_text("<img src=x onerror=alert(1)>")
        expect(page.locator("[data-beside] img")).to_have_count(0)

    def test_while_others_write_it_is_asked_again_and_not_for_ever(self, page, address):
        asked = []

        def nobody_knows(route):
            asked.append(route.request.url)
            route.fulfill(json={"said": None})

        page.route(address, lambda route: nobody_knows(route) if route.request.method == "POST" else route.fallback())
        page.clock.install()
        page.goto(address)
        page.fill(NAME, "Something else")
        # Each answer comes in its own time, however far the clock goes.
        until(page, lambda: page.clock.run_for(60_000) or len(asked) > 3)
        for _ in range(60):
            page.clock.run_for(60_000)
        assert len(asked) < 10


class TestProof:
    def test_what_the_sources_in_the_form_do_not_prove_is_said_as_it_stands(self, page, live_server, editor):
        decision = DecisionFactory(date="2016")
        CitationFactory(decision=decision, source=SourceFactory(date="2017"))
        page.goto(f"{live_server.url}/admin/partnerships/decision/{decision.pk}/change/")
        said = page.locator("[data-proof]")
        expect(said).to_be_hidden()
        page.fill("#id_date", "24 May 2018")
        expect(said).to_contain_text("none proves this: 24 May 2018")
        page.fill("#id_date", "2016")
        expect(said).to_be_hidden()
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        page.select_option("[name='citations-0-stance']", "contradicts")
        expect(said).to_contain_text("No source supports this record yet")
        page.select_option("[name='citations-0-stance']", "supports")
        expect(said).to_be_hidden()
        page.locator("[name='citations-0-DELETE']").check()
        expect(said).to_contain_text("No source supports this record yet")


class TestNumbers:
    @pytest.mark.usefixtures("editor")
    def test_rows_are_numbered_anew_and_stops_show_the_number_that_they_will_take(self, page, live_server):
        page.goto(f"{live_server.url}/admin/partnerships/visit/add/")
        for _ in range(2):
            page.locator("#stops-group .add-row a").click()
        shown = page.locator("#stops-group .inline-related:not(.empty-form) [data-row-number]")
        expect(shown).to_have_text(["1", "2", "3"])
        places = [page.locator(f"#id_stops-{number}-position").get_attribute("placeholder") for number in range(3)]
        assert places == ["1", "2", "3"]
        page.locator("#stops-1 .inline-deletelink").click()
        expect(shown).to_have_text(["1", "2"])


class TestNames:
    @pytest.mark.usefixtures("editor")
    def test_fields_of_choice_are_called_what_their_labels_say(self, page, live_server):
        page.goto(f"{live_server.url}/admin/partnerships/tenure/add/")
        box = page.locator("#id_person ~ .select2 [role=combobox]")
        label = page.locator("label[for=id_person]").inner_text().strip().rstrip(" :")
        expect(box).to_have_attribute("aria-label", label)
        box.click()
        opened = page.locator("body > .select2-container--open")
        expect(opened).to_have_attribute("role", "dialog")
        expect(opened).to_have_attribute("aria-label", label)
        expect(opened.locator(".select2-search__field")).to_have_attribute("aria-label", label)


class TestMistakes:
    @pytest.mark.usefixtures("editor")
    def test_an_error_leads_to_its_field_in_an_opened_section(self, page, live_server):
        page.goto(f"{live_server.url}/admin/partnerships/person/{PersonFactory().pk}/change/")
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        page.fill("#id_birth", "some day")
        page.click("[name=_save]")
        page.wait_for_selector(".register-problems")
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = false; })")
        page.click(".register-problems a[href='#id_birth']")
        expect(page.locator("#id_birth")).to_be_visible()
        expect(page.locator("#id_birth")).to_be_focused()
        page.goto(f"{live_server.url}/admin/partnerships/tenure/add/")
        page.click("[name=_save]")
        page.wait_for_selector(".register-problems")
        page.click(".register-problems a[href='#id_person']")
        expect(page.locator("#id_person ~ .select2 .select2-selection")).to_be_focused()


class TestUnsaved:
    def test_whoever_leaves_is_asked_unless_nothing_is_typed_or_all_is_saved(self, page, live_server, address, asked):
        page.goto(address)
        home(page, live_server)
        assert asked == []
        page.goto(address)
        page.fill(NAME, "Cyber defence")
        home(page, live_server)
        assert asked == ["beforeunload"]
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        page.locator(".add-row a").first.click()
        home(page, live_server)
        assert asked == ["beforeunload", "beforeunload"]
        page.goto(address)
        page.fill(NAME, "Cyber defence")
        page.click("[name=_save]")
        page.wait_for_selector(".messagelist .success")
        assert asked == ["beforeunload", "beforeunload"]
        assert Area.objects.get().name_en == "Cyber defence"

    def test_a_preview_saves_nothing(self, page, live_server, address, asked):
        page.goto(address)
        page.fill(NAME, "Cyber defence")
        with page.expect_popup() as preview:
            page.click("[name=_preview]")
        preview.value.close()
        home(page, live_server)
        assert asked == ["beforeunload"]

    def test_a_refused_form_holds_what_is_not_saved(self, page, live_server, address, asked):
        page.goto(address)
        page.fill(NAME, "")
        page.fill("#id_name_fr", "")
        page.click("[name=_save]")
        page.wait_for_selector(".errornote", state="attached")
        assert kept(page) == ["editor"]
        home(page, live_server)
        assert asked == ["beforeunload"]


@pytest.mark.usefixtures("asked")
class TestKept:
    """What is typed is kept in the browser, for its author and its form, until it is saved or they log out."""

    def type_and_leave(self, page, live_server, address):
        page.goto(address)
        page.fill(NAME, "Cyber defence")
        home(page, live_server)
        assert kept(page) == ["editor"]

    def test_comes_back_when_it_is_asked_for(self, page, live_server, address):
        self.type_and_leave(page, live_server, address)
        page.goto(address)
        expect(page.locator("#register-unsaved [data-when]")).to_have_text(re.compile(r"\d \D{3,} 20\d\d"))
        expect(page.locator(NAME)).to_have_value("Cyber")
        page.click("#register-unsaved [data-back]")
        expect(page.locator(NAME)).to_have_value("Cyber defence")
        expect(page.locator("#content")).to_contain_text("This is what you had typed before")
        assert Area.objects.get().name_en == "Cyber"
        page.click("[name=_save]")
        page.wait_for_selector(".messagelist .success")
        assert Area.objects.get().name_en == "Cyber defence"
        assert kept(page) == []
        page.goto(address)
        expect(page.locator("#register-unsaved")).to_be_hidden()

    def test_is_kept_while_it_is_typed_whatever_becomes_of_the_browser(self, page, address):
        page.goto(address)
        page.fill(NAME, "Cyber defence")
        until(page, lambda: kept(page))
        assert "Cyber defence" in page.evaluate("Object.values(localStorage).join()")

    def test_is_forgotten_where_that_is_said(self, page, live_server, address):
        self.type_and_leave(page, live_server, address)
        page.evaluate("""for (const key of Object.keys(localStorage).filter(key => key.startsWith('register-typed:'))) {
            const kept = JSON.parse(localStorage.getItem(key)), now = new Date();
            const first = new Date(now.getFullYear(), now.getMonth() + 1, 1, 12).getTime();
            localStorage.setItem(key, JSON.stringify({...kept, at: first}));
        }""")
        with page.expect_navigation():
            page.locator(".admin-languages button[lang=fr]").click()
        page.goto(address)
        expect(page.locator("#register-unsaved [data-when]")).to_have_text(
            re.compile(r"^1er \D{3,} 20\d\d à 12\u00a0h\u00a000$")
        )
        page.click("#register-unsaved [data-forget]")
        expect(page.locator("#register-unsaved")).to_be_hidden()
        assert kept(page) == []

    @pytest.mark.parametrize("status", [403, 503])
    def test_comes_back_after_an_answer_that_saved_nothing(self, page, address, monkeypatch, status):
        page.goto(address)
        page.fill(NAME, "Cyber defence")
        if status == 503:
            monkeypatch.setattr("partnerships.admin.base.saving.one_write", Mock(side_effect=OperationalError("gone")))
        else:
            page.context.clear_cookies(name=settings.CSRF_COOKIE_NAME)
        page.click("[name=_save]")
        expect(page.locator(".status")).to_have_text(f"Error {status}")
        monkeypatch.undo()
        page.click(f"main a[href$='{page.url.partition('/admin/')[2]}']")
        page.click("#register-unsaved [data-back]")
        expect(page.locator(NAME)).to_have_value("Cyber defence")
        page.click("[name=_save]")
        page.wait_for_selector(".messagelist .success")
        assert kept(page) == []

    def test_is_of_one_form(self, page, live_server, address):
        self.type_and_leave(page, live_server, address)
        other = AreaFactory(name_en="Space")
        page.goto(f"{live_server.url}/admin/partnerships/area/{other.pk}/change/")
        page.wait_for_timeout(200)
        expect(page.locator("#register-unsaved")).to_be_hidden()

    def test_is_nothing_where_what_stands_there_was_typed_again(self, page, live_server, address):
        page.goto(address)
        page.fill(NAME, "Cyber defence")
        page.fill(NAME, "Cyber")
        home(page, live_server)
        assert kept(page) == []

    def test_goes_with_the_log_out(self, page, live_server, address):
        self.type_and_leave(page, live_server, address)
        with page.expect_navigation():
            page.locator("#logout-form button").click()
        assert kept(page) == []

    def test_is_never_for_somebody_else(self, page, live_server, address):
        self.type_and_leave(page, live_server, address)
        Session.objects.all().delete()
        colleague()
        page.goto(address)
        log_in(page, "colleague")
        page.goto(address)
        assert kept(page) == []
        expect(page.locator("#register-unsaved")).to_be_hidden()

    def test_is_for_a_week_and_not_for_ever(self, page, live_server, address):
        self.type_and_leave(page, live_server, address)
        for days, whose in ((6, ["editor"]), (2, [])):
            page.evaluate(
                """days => {
                    for (const key of Object.keys(localStorage).filter(key => key.startsWith('register-typed:'))) {
                        const kept = JSON.parse(localStorage.getItem(key));
                        localStorage.setItem(key, JSON.stringify({...kept, at: kept.at - days * 86400000}));
                    }
                }""",
                days,
            )
            page.goto(address)
            assert kept(page) == whose
            expect(page.locator("#register-unsaved")).to_be_visible(visible=bool(whose))


class TestEndedLogIn:
    def test_what_was_sent_comes_back_after_the_next_one_and_is_not_saved(self, page, address):
        page.goto(address)
        page.fill(NAME, "Cyber defence")
        Session.objects.all().delete()
        page.click("[name=_save]")
        log_in(page, "editor")
        expect(page.locator(NAME)).to_have_value("Cyber defence")
        expect(page.locator("#content")).to_contain_text("Your log-in had ended")
        assert Area.objects.get().name_en == "Cyber"

    def test_comes_back_on_a_page_that_is_no_form_of_a_record_too(self, page, live_server, area, asked):
        older = {"kind": "area", "key": area.key, "field": "name", "language": "fr", "source": "Cyber war"}
        Translation.objects.create(**older, since=timezone.now())
        address = f"{live_server.url}/admin/partnerships/translations/area/{area.key}/?all=1"
        page.goto(address)
        french = page.locator("textarea[lang=fr]").first
        french.fill("Défense des réseaux")
        page.goto(address)
        assert asked == ["beforeunload"]
        french.fill("Défense des réseaux")
        # Whoever logged in anew in another tab holds a page that is no longer taken.
        page.context.clear_cookies(name=settings.CSRF_COOKIE_NAME)
        page.click("[name=_save]")
        page.click("text=open the page again")
        expect(french).to_have_value("Défense des réseaux")
        assert page.url == address
        page.check("[name=checked]")
        # A tick says something of what was seen: somebody else changes it meanwhile.
        Area.objects.update(note="Seen")
        Session.objects.all().delete()
        page.click("[name=_save]")
        expect(page.locator(".messagelist")).to_contain_text("What you sent is kept in this window")
        log_in(page, "editor")
        expect(french).to_have_value("Défense des réseaux")
        expect(page.locator("#register-again")).to_be_visible()
        expect(page.locator("[name=checked]")).not_to_be_checked()
        assert Area.objects.get().name_fr == "Cyber"

    def test_comes_back_in_a_step_for_many_with_all_that_were_chosen_in_their_list(self, page, live_server, area):
        AreaFactory.create_batch(50, name_en="Cyber")
        page.goto(f"{live_server.url}/admin/partnerships/area/?q=Cyber")
        # More than the list shows on a page.
        page.check("#action-toggle")
        page.click(".question a")
        page.select_option("[name=action]", "take_step")
        page.click("[name=index]")
        page.fill("[name=comment]", "Please look at both")
        Session.objects.all().delete()
        page.click("[name=_submit]")
        log_in(page, "editor")
        expect(page.locator("[name=comment]")).to_have_value("Please look at both")
        expect(page.locator("#register-again")).to_be_visible()
        expect(page.locator("[name=_selected_action]")).to_have_count(51)
        assert Area.objects.get(pk=area.pk).publication == "draft"

    @pytest.mark.parametrize(
        ("place", "field"),
        [("area/{0.pk}/change/", NAME), ("translations/area/{0.key}/?all=1", "textarea[lang=fr]")],
        ids=["form", "desk"],
    )
    def test_but_not_to_somebody_else(self, page, live_server, area, place, field):
        colleague()
        page.goto(f"{live_server.url}/admin/partnerships/{place.format(area)}")
        typed = page.locator(field).first
        typed.fill("Cyber defence")
        Session.objects.all().delete()
        page.click("[name=_save]")
        log_in(page, "colleague")
        page.wait_for_timeout(300)
        expect(typed).to_have_value("Cyber")


class TestOpened:
    def test_who_else_has_the_form_open_is_said_until_they_leave(self, page, browser, live_server, address):
        colleague()
        self.open(page, address)
        line = page.locator("[data-opened]")
        expect(line).to_be_hidden()
        with browser.new_context() as context:
            other = context.new_page()
            other.goto(address)
            with other.expect_response("**/opened/"):
                log_in(other, "colleague")
            expect(other.locator("[data-opened]")).to_contain_text("editor")
            # The form that is left says so after the one that takes its place has said that it is open, or before.
            self.open(page, address)
            expect(line).to_contain_text("colleague")
            home(other, live_server)
            until(page, lambda: not OpenForm.objects.filter(user__username="colleague").exists())
        assert OpenForm.objects.get().user.username == "editor"
        self.open(page, address)
        expect(line).to_be_hidden()

    def open(self, page, address):
        """Open the form, and wait until the server knows."""
        with page.expect_response("**/opened/"):
            page.goto(address)


class TestSources:
    def test_that_is_offered_is_taken_by_a_key_and_left_again(self, page, live_server, editor):
        offered = self.used_last(page, SourceFactory(title_en="A paper"))
        page.goto(f"{live_server.url}/admin/partnerships/area/add/")
        field, box = page.locator("#id_citations-0-source"), page.locator("#citations-0 [data-offered]")
        expect(field).to_have_value("")
        box.focus()
        page.keyboard.press("Space")
        expect(field).to_have_value(str(offered.pk))
        expect(page.locator("#id_citations-0-source ~ .select2")).to_contain_text("A paper")
        page.keyboard.press("Space")
        expect(field).to_have_value("")
        page.fill("#id_name_en", "Ice")
        box.check()
        page.click("[name=_save]")
        expect(page.locator(".messagelist")).to_be_visible()
        assert Area.objects.get().citations.get().source == offered

    def test_of_a_form_is_taken_by_what_is_added_from_within(self, page, live_server, editor):
        paper, other = SourceFactory(title_en="A paper"), SourceFactory(title_en="Another")
        page.goto(f"{live_server.url}/admin/partnerships/tenure/add/")
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        page.locator("#citations-group .add-row a").click()
        page.click("#id_citations-0-source ~ .select2 .select2-selection")
        page.locator(".select2-container--open .select2-search__field").fill("A paper")
        page.locator(".select2-results__option", has_text="A paper").first.click()
        for used in (None, other):
            if used:
                self.used_last(page, used)
            with page.expect_popup() as opened:
                page.click("#add_id_person")
            window = opened.value
            source, box = window.locator("#id_citations-0-source"), window.locator("#citations-0 [data-offered]")
            expect(box).to_have_value(str(paper.pk))
            expect(window.locator("#citations-0 .register-offered")).to_contain_text("A paper")
            expect(source).to_have_value(str(paper.pk))
            box.uncheck()
            expect(source).to_have_value("")
            window.close()

    def used_last(self, page, source):
        (cookie,) = [each for each in page.context.cookies() if each["name"] == settings.SESSION_COOKIE_NAME]
        session = SessionStore(cookie["value"])
        session[LAST_SOURCE] = source.key
        session.save()
        return source
