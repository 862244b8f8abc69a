"""What a reader of the back-office sees of a record: what it holds, in words."""

import re
from html import unescape

import pytest

from partnerships.addresses import page_of
from partnerships.records.kinds import KINDS
from tests.factories import (
    FACTORIES,
    CitationFactory,
    MeetingFactory,
    ParticipationFactory,
    PersonFactory,
    PlaceFactory,
    SourceFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

from ..browsing import address, submitted

FRENCH, ENGLISH = {"accept-language": "fr"}, {"accept-language": "en"}


def facts(html):
    """Return what the page says: each label with the values under it."""
    found = {}
    for label, value in re.findall(r"<dt>(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>", html, re.DOTALL):
        found.setdefault(unescape(label), []).append(unescape(re.sub("<[^>]+>", "", value)).strip())
    return found


@pytest.fixture
def visit():
    visit = VisitFactory(
        title_en="Visit to Japan", title_fr="Visite au Japon", period="2021-05-03/2021-05-07", publication="published"
    )
    stop = StopFactory(visit=visit, position=2, place=PlaceFactory(name_en="Yokosuka", name_fr="Yokosuka"))
    meeting = MeetingFactory(visit=None, stop=stop, kind="talks", date="2021-05-04")
    person = PersonFactory(name="Hana Sato", publication="published")
    ParticipationFactory(meeting=meeting, person=person, role="interlocutor")
    return visit


class TestReading:
    def read(self, as_role, record, headers):
        return as_role("reader").get(address(record._meta.model_name, "change", record.pk), headers=headers).text

    def test_says_who_was_met_where(self, as_role, visit):
        html = self.read(as_role, visit, ENGLISH)
        found = facts(html)
        assert found["Interlocutors"] == ["Hana Sato"]
        assert found["At stop no."] == ["2"]
        assert found["Place"] == ["Yokosuka"]
        person = visit.stops.get().meetings.get().participations.get().person
        assert f'<a href="{address("person", "change", person.pk)}">Hana Sato</a>' in html

    def test_says_dates_and_languages_in_words(self, as_role, visit):
        found = facts(self.read(as_role, visit, ENGLISH))
        assert found["Period"][0] == "3–7 May 2021"
        assert found["Title, in French"][0] == "Visite au Japon"
        found = facts(self.read(as_role, visit, FRENCH))
        assert found["Période"][0] == "3-7 mai 2021"
        assert found["Titre, en anglais"][0] == "Visit to Japan"

    def test_leaves_out_what_is_empty_and_how_to_type(self, as_role, visit):
        html = self.read(as_role, visit, ENGLISH)
        assert 'class="help"' not in html
        assert [value for several in facts(html).values() for value in several if value in ("None", "-", "")] == []
        assert "Summary, in English" not in facts(html)
        assert not re.search(r"<h2[^>]*>\s*Citations", html)

    def test_is_in_words_in_every_kind(self, as_role):
        for kind in KINDS:
            record = FACTORIES[kind](publication="published")
            found = facts(self.read(as_role, record, FRENCH))
            assert found, kind
            assert [label for label in found if re.search(r"\[(fr|en)\]", label)] == [], kind
            assert [value for several in found.values() for value in several if "None" in value] == [], kind

    def test_of_a_tenure_still_running(self, as_role):
        tenure = TenureFactory(period="2020-04-02/..", publication="published")
        found = facts(self.read(as_role, tenure, ENGLISH))
        assert ".." not in found["Period"][0]
        assert "2 April 2020" in found["Period"][0]

    def test_of_what_a_citation_is_about(self, as_role, visit):
        CitationFactory(visit=visit, field="period", value="2018-07-10/", source=SourceFactory(languages="fr ja"))
        found = facts(self.read(as_role, visit, ENGLISH))
        assert found["About"] == ["Period"]
        assert "10 July 2018" in found["What the source says"][0]
        assert found["Source"] == [str(visit.citations.get().source)]
        assert facts(self.read(as_role, visit.citations.get().source, ENGLISH))["Languages"] == ["French, Japanese"]

    def test_who_may_change_has_the_form(self, as_role, visit):
        answer = as_role("reviewer").get(address("visit", "change", visit.pk))
        assert "register-read" not in answer.text
        assert 'name="title_en"' in answer.text


def test_labels_of_what_a_form_only_shows(as_role):
    """What a form shows and nobody types there has its language in words too."""
    visit = VisitFactory(publication="withdrawn", published_at="2020-01-01T00:00Z", withdrawal_reason_en="Wrong")
    html = as_role("reviewer").get(address("visit", "change", visit.pk), headers=ENGLISH).text
    labels = re.findall(r"<label[^>]*>(.*?)</label>", html)
    assert [label for label in labels if re.search(r"\[(fr|en)\]", label)] == []


@pytest.mark.once
@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://example.org/a", True), ("httpx://example.org/a", False), ("https://a\u200b.org", False)],
)
def test_only_an_address_that_may_be_a_link_is_one(as_role, url, linked):
    source = SourceFactory()
    type(source).objects.filter(pk=source.pk).update(url=url)
    html = as_role("reader").get(address("source", "change", source.pk), headers=ENGLISH).text
    assert url in html
    assert (f'<a href="{url}" rel="noreferrer">' in html) is linked


class TestWayToTheSite:
    """Above the form of what the public reads stands where it reads it."""

    def on_site(self, client, record, headers):
        html = client.get(address(record._meta.model_name, "change", record.pk), headers=headers).text
        return re.findall(r'<a href="([^"]*)" class="viewsitelink">([^<]*)</a>', html)

    def test_leads_to_the_page_in_the_language_of_whoever_asks(self, as_role, visit):
        for role in ("reader", "editor"):
            client = as_role(role)
            [(french, label)] = self.on_site(client, visit, FRENCH)
            assert (french, label) == (page_of(visit, "fr"), "Voir sur le site")
            assert self.on_site(client, visit, ENGLISH) == [(page_of(visit, "en"), "View on site")]
        assert client.get(french).status_code == 200

    def test_leads_to_the_place_of_what_has_no_page(self, as_role, visit):
        client, meeting = as_role("editor"), visit.stops.get().meetings.get()
        [(where, _label)] = self.on_site(client, meeting, ENGLISH)
        page, _hash, place = where.partition("#")
        assert page == page_of(visit, "en")
        assert f'id="{place}"' in client.get(page).text

    def test_is_not_there_where_the_public_sees_nothing(self, as_role, visit):
        client = as_role("editor")
        for state, reason in (("draft", ""), ("in_review", ""), ("withdrawn", "Entered twice.")):
            type(visit).objects.filter(pk=visit.pk).update(publication=state, withdrawal_reason_en=reason)
            assert self.on_site(client, visit, ENGLISH) == []

    def test_is_that_of_the_stored_record_while_what_is_typed_is_refused(self, as_role, visit):
        client, where = as_role("editor"), address("visit", "change", visit.pk)
        typed = submitted(client.get(where, headers=ENGLISH)) | {"slug_en": "elsewhere", "period": "whenever"}
        refused = client.post(where, typed, headers=ENGLISH).text
        assert f'<a href="{page_of(visit, "en")}" class="viewsitelink">' in refused
