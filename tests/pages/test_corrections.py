"""What was corrected, and what the public is told of it."""

from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from partnerships.models import Change, CorrectionReason, ErrorReport
from partnerships.pages.blocks import Table
from partnerships.pages.corrections import (
    LOOKED_THROUGH_OF_ONE,
    changed_fields,
    cited_keys,
    corrected,
    corrections,
    course,
)
from partnerships.records.snapshot.taking import snapshot
from tests.factories import PUBLISHED, CitationFactory, DecisionFactory, SourceFactory

pytestmark = pytest.mark.django_db
# In Brussels the 24th has begun.
NOW = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)


def change(record, before, action="update"):
    return Change.objects.create(
        kind="decision",
        key=record.key,
        action=action,
        at=NOW,
        before=before,
        after=snapshot(record),
    )


def reasons():
    (table,) = corrected()
    return [row.cells[3].values for row in table.rows]


class TestCorrected:
    @pytest.mark.once
    def test_changes_of_what_was_a_draft_then_are_none(self):
        decision = DecisionFactory(title_en="Before", publication="in_review", body__publication="published")
        before = snapshot(decision)
        decision.title_en, decision.publication = "After", "published"
        decision.save()
        change(decision, before)
        assert not any(isinstance(block, Table) for block in corrected())

    def test_names_what_was_changed_after_publication(self):
        decision = DecisionFactory(title_en="Before", **PUBLISHED)
        before = snapshot(decision)
        decision.title_en = "After"
        decision.save()
        change(decision, before)
        for language, words in (("en", "title, in English"), ("fr", "titre, en anglais")):
            with override(language):
                (table,) = corrected()
            assert [row.cells[2].values for row in table.rows] == [(words,)]

    def test_say_why_as_readers_are_told_in_either_language(self):
        decision = DecisionFactory(title_en="Before", **PUBLISHED)
        before = snapshot(decision)
        decision.title_en = "After"
        decision.save()
        made = change(decision, before)
        with override("en"):
            assert reasons() == [("not stated",)]
        CorrectionReason.objects.create(change=made, text_fr="Une faute de frappe")
        with override("fr"):
            assert reasons() == [("Une faute de frappe",)]
        with override("en"):
            [(said,)] = reasons()
        assert said.startswith('<span lang="fr">Une faute de frappe</span>')
        assert "(in French)" in said

    def test_sentence_that_goes_on_has_no_full_stop_before_the_comma(self):
        decision = DecisionFactory(title_en="Before", **PUBLISHED)
        before = snapshot(decision)
        decision.title_en = "After"
        decision.save()
        made = change(decision, before)
        CorrectionReason.objects.create(change=made, text_fr="Titre précisé.", text_en="Title made precise.")
        with override("en"):
            assert reasons() == [("Title made precise.",)]
        ErrorReport.objects.create(kind="decision", key=decision.key, language="en", text="No.", correction=made)
        with override("en"):
            assert reasons() == [("Title made precise", "reported by a reader")]
        with override("fr"):
            assert reasons()[0][0] == "Titre précisé"

    def test_name_the_public_sources_that_are_cited_anew(self):
        decision = DecisionFactory(**PUBLISHED)
        known, new, draft = (
            SourceFactory(title_en=name, publication=state)
            for name, state in (("Known", "published"), ("New", "published"), ("Hidden", "draft"))
        )
        CitationFactory(decision=decision, source=known)
        before = snapshot(decision)
        for source in (known, new, draft):
            CitationFactory(decision=decision, source=source)
        change(decision, before)
        with override("en"):
            [(said,)] = reasons()
        assert said.startswith("source added: <a ")
        assert ">New</a>" in said
        assert not any(name in said for name in ("Known", "Hidden"))

    def test_source_of_a_birth_is_not_told(self):
        birth = {"model": "partnerships.citation", "fields": {"source": ["s"], "field": "birth"}}
        assert cited_keys([birth]) == set()
        assert cited_keys([{**birth, "fields": {"source": ["s"], "field": "period"}}]) == {"s"}

    def test_drafts_and_notes_are_nobody_else_s_business(self):
        draft, public = DecisionFactory(), DecisionFactory(**PUBLISHED)
        for decision in (draft, public):
            before = snapshot(decision)
            decision.note = "An internal note"
            decision.save()
            change(decision, before)
        assert not isinstance(corrected()[0], Table)

    def test_record_that_is_public_no_more_is_not_named(self):
        decision = DecisionFactory(title_en="Before", **PUBLISHED)
        before = snapshot(decision)
        decision.title_en, decision.publication = "After", "draft"
        decision.save()
        change(decision, before)
        assert not isinstance(corrected()[0], Table)

    def test_are_the_latest_of_known_kinds_and_no_more_than_are_asked_for(self):
        several = [DecisionFactory(title_en="Before", **PUBLISHED) for _number in range(3)]
        for decision in several:
            before = snapshot(decision)
            decision.title_en = "After"
            decision.save()
            change(decision, before)
        assert [one.record for one in corrections(2)] == several[:0:-1]
        gone = [{"model": "partnerships.no-more", "fields": {"publication": "published"}}]
        Change.objects.create(kind="no-more", key="k", action="update", at=NOW, before=gone, after=[])
        assert len(corrections()) == 3


class TestCourse:
    def test_says_when_a_record_was_published_and_that_it_stands_unchanged(self, client):
        # In Brussels the 24th has begun.
        decision = DecisionFactory(key="d", published_at=datetime(2026, 11, 23, 23, 30, tzinfo=UTC), **PUBLISHED)
        assert "Published on 24 November 2026, not changed since</p>" in client.get("/en/decisions/d/").text
        assert "Fiche publiée le 24 novembre 2026, jamais modifiée depuis</p>" in client.get("/fr/decisions/d/").text
        before = snapshot(decision)
        decision.title_en = "After"
        decision.save()
        change(decision, before)
        assert "Published on 24 November 2026</p>" in client.get("/en/decisions/d/").text

    @pytest.mark.parametrize("beyond", [0, 1])
    def test_claims_nothing_of_more_changes_than_it_looks_through(self, beyond):
        decision = DecisionFactory(**PUBLISHED)
        for number in range(LOOKED_THROUGH_OF_ONE + beyond):
            before = snapshot(decision)
            decision.note = f"An internal note {number}"
            decision.save()
            change(decision, before)
        assert course(decision).is_unchanged is not bool(beyond)

    def test_leads_from_the_page_of_a_record_to_its_correction(self, client):
        decision = DecisionFactory(key="d", title_en="Before", text_en="It was", **PUBLISHED)
        assert "Corrected on" not in client.get("/en/decisions/d/").text
        before = snapshot(decision)
        decision.title_en, decision.text_en = "After", "It is"
        decision.save()
        made = change(decision, before)
        said = f'<a href="/en/corrections/#correction-{made.pk}">Corrected on 24 November 2026</a>:'
        assert f"{said} text, in English; title, in English</p>" in client.get("/en/decisions/d/").text
        french = client.get("/fr/decisions/d/").text
        assert "Fiche corrigée le 24 novembre 2026</a>\u00a0: texte, en anglais\u202f; titre" in french

    def test_tells_the_latest_correction_behind_changes_that_nobody_reads(self):
        decision = DecisionFactory(title_en="Before", **PUBLISHED)
        for field in ("title_en", "note"):
            before = snapshot(decision)
            setattr(decision, field, "After")
            decision.save()
            change(decision, before)
        with override("en"):
            found = course(decision)
        assert (str(found.corrected.fields), found.is_unchanged) == ("title, in English", False)

    def test_is_none_of_notes_and_drafts(self):
        draft, public = DecisionFactory(), DecisionFactory(**PUBLISHED)
        for decision in (draft, public):
            before = snapshot(decision)
            decision.note = "An internal note"
            decision.save()
            change(decision, before)
            assert course(decision).corrected is None


class TestChangedFields:
    def test_birth_is_not_told(self):
        one = Change(kind="person", before=[{"model": "partnerships.person", "fields": {"birth": "1950"}}], after=[])
        assert changed_fields(one) == []

    @pytest.mark.parametrize(
        ("before", "after", "said"),
        [
            ({"title_en": "A", "number": "1"}, {"title_en": "B", "number": "1"}, ["title, in English"]),
            ({"title_en": "A"}, {"title_en": "B", "title_fr": "C"}, ["title, in English", "title, in French"]),
            ({"note": "A"}, {"note": "B"}, []),
            ({"publication": "published"}, {"publication": "withdrawn"}, []),
            # A field that there is no more.
            ({"former_field": "A"}, {"former_field": "B"}, []),
        ],
    )
    def test_are_those_that_the_public_reads(self, before, after, said):
        lines = [[{"model": "partnerships.decision", "fields": fields}] for fields in (before, after)]
        with override("en"):
            assert changed_fields(Change(kind="decision", before=lines[0], after=lines[1])) == said

    def test_parts_are_one_thing(self):
        own = {"model": "partnerships.decision", "fields": {}}
        cited = [{"model": "partnerships.citation", "fields": {"source": [key]}} for key in "ab"]
        with override("en"):
            for before, after in (([own], [own, *cited]), ([own, *cited], None)):
                assert changed_fields(Change(kind="decision", before=before, after=after)) == ["parts or sources"]
            assert changed_fields(Change(kind="decision", before=[own, *cited], after=[own, *cited])) == []
