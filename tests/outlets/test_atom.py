"""Feeds, read by a feed reader."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape

import feedparser
import pytest

from partnerships.models import Change, CorrectionReason, Decision
from partnerships.outlets.atom import feed
from partnerships.outlets.lines import NamedRecord
from partnerships.records.snapshot.taking import snapshot
from tests.factories import DecisionFactory

from .conftest import LINE, PUBLISHED, text

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("decision")
class TestFeed:
    def test_entries_are_updated_when_they_were_published(self, client):
        found = feedparser.parse(text(client.get("/en/timeline.atom?kind=decision")))
        assert found.bozo == 0
        assert found.feed.language == "en"
        (entry,) = found.entries
        assert entry.updated == "2026-11-23T09:00:00+00:00"
        assert entry.title.startswith("24 May 2018 – ")
        assert entry.id == "http://testserver/id/decision/d#decision-d-on"
        assert {tag.term for tag in entry.tags} >= {"decision", "Japan"}

    @pytest.mark.once
    def test_entry_is_found_under_its_kind_its_partners_and_its_areas(self):
        about = {"title": "Visits", "subtitle": "", "page": "/en/visits/", "own": "/en/visits.atom", "language": "en"}
        sent = feed([LINE], **about, site="https://r.example", updated=PUBLISHED["published_at"])
        (entry,) = feedparser.parse(sent).entries
        assert [tag.term for tag in entry.tags] == ["visit", "Japan", "Korea", "Cyber defence"]

    @pytest.mark.once
    def test_entry_says_when_what_for_whom_where_and_about_what(self):
        about = {"title": "Visits", "subtitle": "", "page": "/en/visits/", "own": "/en/visits.atom", "language": "en"}
        sent = feed([LINE], **about, site="https://r.example", updated=PUBLISHED["published_at"])
        (entry,) = feedparser.parse(sent).entries
        assert entry.title == "29–31 October 2017 – =1+1; a tour"
        assert entry.link == "https://r.example/en/visits/v/"
        assert entry.summary == "29–31 October 2017 · visit · Japan · Korea · Tokyo · Seoul · Cyber defence"
        assert entry.published == PUBLISHED["published_at"].isoformat()

    @pytest.mark.parametrize("list_of", ["timeline", "decisions"])
    def test_what_no_feed_may_hold_leaves_the_rest_to_be_read(self, client, list_of):
        Decision.objects.update(title_en="Bell\a, \ufffe end")
        answer = client.get(f"/en/{list_of}.atom")
        found = feedparser.parse(text(answer))
        assert (answer.status_code, found.bozo) == (200, 0)
        assert any("Bell\ufffd, \ufffd end" in entry.title for entry in found.entries)

    @pytest.mark.once
    def test_signs_of_a_name_stay_in_the_summary(self):
        """A summary is HTML, as its type says."""
        about = {"title": "Visits", "subtitle": "", "page": "/en/visits/", "own": "/en/visits.atom", "language": "en"}
        line = replace(LINE, places=(), areas=(), partners=(NamedRecord("x", "A <i> & B &lt; C"),))
        sent = feed([line], **about, site="https://r.example", updated=line.published_at)
        html = unescape(re.search(r'<summary type="html">(.*?)</summary>', sent)[1])
        assert "<" not in html
        assert unescape(html) == "29–31 October 2017 · visit · A <i> & B &lt; C"

    @pytest.mark.once
    def test_entry_without_a_date_begins_with_its_title(self):
        about = {"title": "Visits", "subtitle": "", "page": "/en/visits/", "own": "/en/visits.atom", "language": "en"}
        line = replace(LINE, when="", partners=(), places=(), areas=())
        (entry,) = feedparser.parse(feed([line], **about, site="https://r.example", updated=line.published_at)).entries
        assert (entry.title, entry.summary) == ("=1+1; a tour", "visit")

    @pytest.mark.parametrize(("publisher", "author"), [("A Ministry", "A Ministry"), ("", "La rédaction du registre")])
    @pytest.mark.parametrize("address", ["/fr/chronologie.atom", "/fr/corrections.atom"])
    def test_author_is_the_publisher(self, client, settings, publisher, author, address):
        settings.PUBLISHER = publisher
        found = feedparser.parse(text(client.get(address)))
        assert [one.name for one in found.feed.authors] == [author]

    @pytest.mark.once
    @pytest.mark.parametrize("published_at", [datetime(2026, 11, 1, tzinfo=UTC), None])
    def test_entry_says_when_it_was_published_else_when_the_list_last_changed(self, published_at):
        about = {"title": "Visits", "subtitle": "", "page": "/en/visits/", "own": "/en/visits.atom", "language": "en"}
        changed = datetime(2026, 11, 25, tzinfo=UTC)
        sent = feed([replace(LINE, published_at=published_at)], **about, site="https://r.example", updated=changed)
        found = feedparser.parse(sent)
        assert found.entries[0].updated == (published_at or changed).isoformat()
        # When it was published is said of what was, not of what the list alone knows.
        assert found.entries[0].get("published") == (published_at and published_at.isoformat())
        assert found.feed.updated == changed.isoformat()

    def test_newest_publication_comes_first(self, client):
        DecisionFactory(
            key="late", date="1995-01-01", **{**PUBLISHED, "published_at": datetime(2026, 11, 25, tzinfo=UTC)}
        )
        found = feedparser.parse(text(client.get("/en/timeline.atom?kind=decision")))
        assert [entry.id.rpartition("#")[2] for entry in found.entries] == ["decision-late-on", "decision-d-on"]
        assert found.feed.updated == "2026-11-25T00:00:00+00:00"

    def test_empty_one_is_a_feed_too(self, client):
        found = feedparser.parse(text(client.get("/fr/chronologie.atom?partner=none")))
        assert (found.bozo, found.entries, found.feed.language) == (0, [], "fr")


class TestCorrections:
    def test_tell_what_was_changed_and_when(self, client):
        public, draft = DecisionFactory(title_en="Before", **PUBLISHED), DecisionFactory()
        for decision in (public, draft):
            before = snapshot(decision)
            decision.title_en = "After"
            decision.save()
            Change.objects.create(
                kind="decision",
                key=decision.key,
                action="update",
                at=datetime(2026, 11, 27, tzinfo=UTC),
                before=before,
                after=snapshot(decision),
            )
        found = feedparser.parse(text(client.get("/en/corrections.atom")))
        assert (found.bozo, found.feed.updated) == (0, "2026-11-27T00:00:00+00:00")
        assert [(one.title, one.summary) for one in found.entries] == [("After", "title, in English")]
        assert "/en/corrections.atom" in client.get("/en/corrections/").content.decode()

    def test_of_one_record_are_told_apart(self, client):
        decision = DecisionFactory(title_en="One", **PUBLISHED)
        for day, title in ((26, "Two"), (27, "Three")):
            before = snapshot(decision)
            decision.title_en = title
            decision.save()
            texts = {"before": before, "after": snapshot(decision)}
            moment = datetime(2026, 11, day, tzinfo=UTC)
            made = Change.objects.create(kind="decision", key=decision.key, action="update", at=moment, **texts)
        CorrectionReason.objects.create(change=made, text_en="Misspelt", text_fr="Mal écrit")
        found = feedparser.parse(text(client.get("/en/corrections.atom")))
        assert found.feed.updated == "2026-11-27T00:00:00+00:00"
        first, second = found.entries
        assert [one.summary for one in (first, second)] == ["title, in English – Misspelt", "title, in English"]
        assert first.id != second.id
        assert {one.id.partition("#")[0] for one in (first, second)} == {
            f"http://testserver/id/decision/{decision.key}"
        }
