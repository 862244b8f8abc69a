"""The permanent address of every record: to its page, to its data, to that of it which is asked for."""

import pytest
from django.http import Http404, QueryDict
from django.test import RequestFactory

from partnerships.models import FormerAddress
from partnerships.views.permanent import LINKED_DATA, at, permanent_address, where_shown
from tests.factories import PUBLISHED, DecisionFactory, OfficeFactory, StateFactory, TenureFactory

pytestmark = pytest.mark.django_db


def asked(kind, key, query="", accept="text/html", language="en"):
    request = RequestFactory().get(f"/id/{kind}/{key}{query}", headers={"accept": accept, "accept-language": language})
    return permanent_address(request, kind, key)


@pytest.fixture
def japan():
    return StateFactory(key="jp", slug_en="japan", slug_fr="japon", **PUBLISHED)


class TestAt:
    def test_is_what_was_public_once(self, japan):
        gone = StateFactory(key="gone", publication="withdrawn", withdrawal_reason_en="Twice.")
        StateFactory(key="draft")
        assert [at("state", key) for key in ("jp", "gone", "draft", "none")] == [japan, gone, None, None]
        assert at("banana", "jp") is None
        assert at("partner", "jp") is None

    def test_key_of_today_goes_before_one_of_the_past(self, japan):
        FormerAddress.objects.create(kind="state", key="jp", language="en", slug="old")
        assert at("state", "old") == japan
        assert at("office", "old") is None
        later = StateFactory(key="old", **PUBLISHED)
        assert at("state", "old") == later


@pytest.mark.once
class TestAnswer:
    def test_leads_to_the_page_about_it_in_the_language_of_the_reader(self, japan):
        for language, place in (("en", "/en/states/japan/"), ("fr", "/fr/etats/japon/")):
            answer = asked("state", "jp", language=language)
            assert (answer.status_code, answer["Location"]) == (303, place)
            assert answer["Vary"] == "Accept, Accept-Language"

    def test_is_data_where_they_are_preferred(self, japan):
        answer = asked("state", "jp", accept=LINKED_DATA)
        assert (answer.status_code, answer["Content-Type"]) == (200, LINKED_DATA)
        assert answer["Vary"] == "Accept, Accept-Language"
        for accept in (f"text/html, {LINKED_DATA};q=0.5", "*/*", "application/pdf"):
            assert asked("state", "jp", accept=accept).status_code == 303, accept

    @pytest.mark.parametrize(
        ("accept", "status"),
        [
            (f'{LINKED_DATA};profile="http://www.w3.org/ns/json-ld#compacted"', 200),
            (f'{LINKED_DATA};profile="http://www.w3.org/ns/json-ld#expanded", text/html;q=0.5', 200),
            (f"text/html, {LINKED_DATA};profile=x;q=0.5", 303),
        ],
    )
    def test_is_data_in_whatever_profile_they_are_asked_for(self, japan, accept, status):
        answer = asked("state", "jp", accept=accept)
        assert answer.status_code == status

    def test_text_of_data_is_not_escaped(self):
        StateFactory(key="et", name_fr="Éthiopie", **PUBLISHED)
        assert "Éthiopie" in asked("state", "et", accept=LINKED_DATA).text

    def test_of_a_withdrawn_record_says_so_under_this_address_alone(self):
        StateFactory(key="gone", slug_en="of-old", publication="withdrawn", withdrawal_reason_en="Twice.")
        for accept in ("text/html", LINKED_DATA):
            answer = asked("state", "gone", accept=accept)
            assert (answer.status_code, answer["Content-Language"]) == (410, "en")
            assert "Twice." in answer.text
            assert 'rel="canonical" href="http://testserver/id/state/gone"' in answer.text
            assert "of-old" not in answer.text
        assert asked("state", "gone", language="fr")["Content-Language"] == "fr"

    def test_of_nothing_is_not_found(self):
        with pytest.raises(Http404):
            asked("state", "none")


class TestWhere:
    def test_keeps_what_is_asked_but_not_what_it_has_understood(self, japan):
        assert where_shown(japan, "en", QueryDict("on=2018-05-24&line=&of=")) == "/en/states/japan/?on=2018-05-24"

    def test_line_leads_to_its_days_on_the_timeline(self):
        decision = DecisionFactory(key="d", slug_en="d", date="2018-05", **PUBLISHED)
        found = where_shown(decision, "en", QueryDict("line=on&order=newest"))
        assert found == ("/en/timeline/?kind=decision&from=2018-05-01&to=2018-05-31&order=newest#decision-d-on")
        assert where_shown(decision, "fr", QueryDict("line=on")).startswith("/fr/chronologie/?")

    def test_line_that_it_has_not_leads_to_the_record(self):
        decision = DecisionFactory(key="d", slug_en="d", **PUBLISHED)
        assert where_shown(decision, "en", QueryDict("line=start")) == "/en/decisions/d/"

    def test_succession_is_that_of_an_office_alone(self, japan):
        office = OfficeFactory(key="o", slug_en="pm", **PUBLISHED)
        assert where_shown(office, "en", QueryDict("of=succession&on=2018-05-24")) == (
            "/en/offices/pm/?on=2018-05-24#succession"
        )
        assert where_shown(office, "en", QueryDict("of=other")) == "/en/offices/pm/"
        assert where_shown(japan, "en", QueryDict("of=succession")) == "/en/states/japan/"

    def test_last_of_several_counts(self):
        office = OfficeFactory(slug_en="pm", **PUBLISHED)
        assert where_shown(office, "en", QueryDict("of=other&of=succession")).endswith("#succession")

    def test_what_has_no_page_stands_on_that_of_another(self):
        tenure = TenureFactory(key="t", office__slug_en="pm", **PUBLISHED)
        assert where_shown(tenure, "en", QueryDict("on=2018-05-24")) == "/en/offices/pm/?on=2018-05-24#record-tenure-t"
