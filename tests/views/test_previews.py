"""What is made for a preview."""

import re

import pytest
from django.test import RequestFactory
from django.utils.safestring import SafeString
from django.utils.translation import override

from partnerships.pages.consequences import Following, PublicReading
from partnerships.views.previews import Preview, lines_now, marked_new, page_text, preview, show_preview
from tests.factories import PUBLISHED, DecisionFactory, StateFactory, StatementFactory
from tests.offices.register import make_heads, make_tenure

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    ambassador, head = make_heads("2018-07-01/..")
    tenure = make_tenure(ambassador, "a", "2018-01-01/2019-12-31")
    designation = head.mission.designations.get()

    def of(record):
        with override("en"):
            return preview(RequestFactory().get("/admin/"), record, [], PublicReading())

    return tenure, designation, of


def test_what_has_no_page_is_shown_on_that_of_its_owner(made):
    tenure, _designation, of = made
    found = of(tenure)
    assert tenure.office.label("en") in found.page_name
    assert (found.title, found.title_language) == (tenure.person.name, "en")
    assert 0 < found.lines.index(f'id="tenure-{tenure.key}-start"') < found.lines.index(f'id="tenure-{tenure.key}-end"')


def test_lines_that_come_with_a_designation_are_shown_too(made):
    tenure, designation, of = made
    assert f'id="tenure-{tenure.key}-thereby-{designation.key}"' in of(designation).lines
    assert of(tenure.person).lines == ""


def test_what_has_a_page_is_shown_on_it_and_what_stands_on_none_without(made):
    tenure, _designation, of = made
    found = of(tenure.office)
    assert tenure.office.label("en") in found.article
    assert found.page_name == ""
    alone = of(StatementFactory(**PUBLISHED))
    assert (alone.article, alone.page_name) == ("", "")


def test_lines_that_stood_there_before_are_not_new(made):
    tenure, _designation, _of = made
    with override("en"):
        first, *others = lines_now(tenure)
        shown = preview(RequestFactory().get("/admin/"), tenure, [], PublicReading(), [first.html]).lines
    assert first.html in shown
    assert shown.count('class="is-new ') == len(others) > 0


def test_lines_of_others_that_name_it_are_not_its_own(made):
    _tenure, designation, _of = made
    designation.decision = DecisionFactory(key="d", date="2018-05-24", **PUBLISHED)
    designation.save()
    with override("en"):
        assert ['id="decision-d-on"' in line.html for line in lines_now(designation.decision)] == [True]


def test_what_was_typed_goes_along_to_the_other_language_and_is_kept_nowhere():
    typed = {"title_en": "A <tour>", "_preview": "en", "_preview_of": "1", "csrfmiddlewaretoken": "t"}
    request = RequestFactory().post("/admin/visit/add/?popup=1", typed)
    found = Preview("Une visite", "fr", SafeString(""), SafeString(""), SafeString(""))
    with override("en"):
        answer = show_preview(request, found, Following([], [], 0), {})
    form = answer.text.partition('<aside class="preview"')[2].partition("</form>")[0]
    assert 'action="/admin/visit/add/?popup=1"' in form
    assert re.findall('type="hidden" name="([a-z_]+)" value="([^"]*)"', form.partition("csrfmiddlewaretoken")[2]) == [
        ("title_en", "A &lt;tour&gt;")
    ]
    assert '<button type="submit" name="_preview" value="fr" lang="fr">Français</button>' in form
    assert '<h1 lang="fr">Une visite</h1>' in answer.text
    assert (answer["Cache-Control"], "hreflang" in answer.text) == ("private, no-store", False)
    assert '<meta name="robots" content="noindex">' in answer.text


@pytest.mark.once
def test_new_line_keeps_its_id_and_says_that_it_is_new():
    with override("en"):
        said = marked_new(SafeString('<li class="line" id="a">One</li>'))
    assert said == '<li class="is-new line" id="a"><p class="new-line">New, or changed</p>One</li>'


def test_what_has_no_lines_has_none(made):
    assert lines_now(None) == lines_now(StateFactory(**PUBLISHED)) == []


def test_page_says_the_same_until_its_record_does_not(made):
    tenure, _designation, _of = made
    state, request = StateFactory(**PUBLISHED), RequestFactory().get("/admin/?on=2018-01-01")
    with override("en"):
        before = page_text(request, state)
        assert before == page_text(RequestFactory().get("/admin/"), state) != ""
        state.formal_name_en = "The State of Japan"
        state.save()
        assert page_text(request, state) != before
        assert page_text(request, tenure) == ""
