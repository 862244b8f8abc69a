"""The numbered notes of a page: each source once, at the end."""

import re

import pytest
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import override

from partnerships.models import Citation
from partnerships.pages.notes import Notes, Remark, _day_given, _joined
from tests.factories import PUBLISHED, CitationFactory, DecisionFactory, SourceFactory, TenureFactory

pytestmark = pytest.mark.django_db


def cite(source, **fields):
    citation = CitationFactory(source=source, decision=DecisionFactory(**PUBLISHED), **fields)
    return Citation.objects.select_related("source").get(pk=citation.pk)


@pytest.fixture
def sources():
    return [SourceFactory(title_en=f"Source {one}", **PUBLISHED) for one in range(4)]


def numbers(marks):
    return re.findall(r'<a href="(#note-\d+)"[^>]*>([\d–]+)</a>', marks)


class TestNumbers:
    def test_follow_the_order_in_which_the_page_needs_them(self, sources):
        notes = Notes()
        first, second = cite(sources[0]), cite(sources[1])
        assert numbers(notes.marks([second])) == [("#note-1", "1")]
        assert numbers(notes.marks([first, second])) == [("#note-1", "1–2")]

    def test_those_after_one_another_stand_as_one(self, sources):
        notes, several = Notes(), [cite(one) for one in sources]
        notes.marks(several)
        apart = numbers(notes.marks([several[0], several[2], several[3]]))
        assert apart == [("#note-1", "1"), ("#note-3", "3–4")]

    def test_source_stands_once_with_all_its_places(self, sources):
        notes = Notes()
        notes.marks([cite(sources[0], locator="§ 1"), cite(sources[0], locator="§ 2"), cite(sources[0], locator="§ 2")])
        assert [note.places for note in notes] == [["§ 1", "§ 2"]]

    def test_are_of_the_best_where_there_are_many(self, sources):
        notes = Notes()
        weak = cite(sources[0], grade="C")
        best, good = cite(sources[1], grade="A"), cite(sources[2], grade="B")
        notes.marks([weak, good, best], most=2)
        assert {note.source for note in notes} == {sources[1], sources[2]}

    def test_are_of_a_weak_one_before_one_that_nobody_graded(self, sources):
        notes = Notes()
        bare, weak, against = (
            cite(sources[number], **fields)
            for number, fields in enumerate(({"grade": ""}, {"grade": "K"}, {"grade": "A", "stance": "contradicts"}))
        )
        notes.marks([against, bare, weak], most=1)
        assert [note.source for note in notes] == [sources[1]]
        notes.marks([against, bare], most=1)
        assert [note.source for note in notes] == [sources[1], sources[0]]

    def test_source_that_is_a_draft_has_none(self):
        notes = Notes()
        assert notes.marks([cite(SourceFactory(title_en="Secret"))]) == ""
        assert len(notes) == 0


class TestDocument:
    FIELDS = {"kind": "press", "date": "2018-05-24", "languages": "fr ja", "accessed_on": "2024-03-01"}

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            (
                "en",
                "S, P, press, 24 May 2018, in French and in Japanese, § 1, consulted on 1 March 2024, a.org, "
                "archived copy",
            ),
            (
                "fr",
                "S, P, presse, 24 mai 2018, en français et en japonais, § 1, consulté le 1er mars 2024, "
                "a.org, copie archivée",
            ),
        ],
    )
    def test_is_told_with_its_languages_and_where_it_is_read(self, language, said):
        texts = {"title_en": "S", "title_fr": "S", "publisher_en": "P", "publisher_fr": "P"}
        where = {"url": "https://www.a.org/b", "archive_url": "https://archive.org/c"}
        source = SourceFactory(**texts, **where, **self.FIELDS, **PUBLISHED)
        with override(language):
            (note,) = Notes().numbers([cite(source, locator="§ 1")])
            assert strip_tags(note.about) == said
            assert re.findall(r'href="(https[^"]*)"', note.about) == [*where.values()]

    def test_is_no_link_where_its_address_may_be_none(self):
        source = SourceFactory(**PUBLISHED)
        type(source).objects.update(url="ftp://example.org/a", archive_url="data:text/html,a")
        (note,) = Notes().numbers([cite(source)])
        assert note.about.count("href=") == 1
        assert "example.org" not in note.about


class TestDisagreement:
    def test_is_said_in_words_on_the_line_and_in_the_note(self, sources):
        notes = Notes()
        with override("en"):
            marks = notes.marks([cite(sources[0], stance="contradicts", field="date", value="2018-05-23")])
            (note,) = notes
            assert '<a class="disagree" href="#note-1">sources disagree</a>' in marks
            assert note.disagrees
            assert [str(one.text) for one in note.remarks] == ["gives another date: 23 May 2018"]

    def test_stands_behind_a_sentence_as_one_of_its_own(self, sources):
        notes = Notes()
        with override("en"):
            against = cite(sources[0], stance="contradicts", field="date", value="2018-05-23")
            notes.marks([cite(sources[0], remark_en="For the end."), against])
            (note,) = notes
            assert ' For the end. <span class="disagree">Gives another date: 23 May 2018</span>' in note.about

    def test_says_which_end_it_bears_alone(self, sources):
        tenure = TenureFactory(**PUBLISHED)
        end = CitationFactory(tenure=tenure, source=sources[0], field="end", remark_en="He left.", remark_fr="Il part.")
        start = CitationFactory(tenure=tenure, source=sources[1], field="start")
        for language, said in (("en", "For the end. He left."), ("fr", "Pour la fin. Il part.")):
            notes = Notes()
            with override(language):
                notes.marks([end, start])
                first, second = notes
                assert strip_tags(first.about).endswith(f". {said}")
                assert second.about.endswith(" For the beginning." if language == "en" else " Pour le début.")

    def test_says_no_more_of_an_end_whose_day_it_gives(self, sources):
        given = CitationFactory(
            tenure=TenureFactory(**PUBLISHED), source=sources[0], field="end", value="2018-05-23", stance="contradicts"
        )
        notes = Notes()
        with override("en"):
            notes.marks([given])
            assert "For the end" not in next(iter(notes)).about

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({}, []),
            ({"field": "date", "value": "2018-05-23"}, ["date: 23 May 2018"]),
            ({"field": "date", "value": "2018-05-23", "remark_en": "In passing."}, ["date: 23 May 2018. In passing."]),
            ({"stance": "contradicts"}, ["gives another value"]),
            (
                {"stance": "contradicts", "field": "scope", "value": "Other"},
                ["gives another value (partners concerned: Other)"],
            ),
            (
                {"stance": "contradicts", "field": "date", "value": "2018", "remark_en": "A slip."},
                ["gives another date: 2018. A slip."],
            ),
        ],
    )
    def test_value_that_a_source_gives_is_told_with_its_field_and_its_remark(self, sources, fields, said):
        notes, one = Notes(), cite(sources[0], **fields)
        with override("en"):
            notes.marks([one])
            notes.marks([one])
            (note,) = notes
            assert (note.citations, [strip_tags(each.text) for each in note.remarks]) == ([one], said)

    def test_agreement_says_nothing_of_it(self, sources):
        notes = Notes()
        assert "disagree" not in notes.marks([cite(sources[0])])
        assert not next(iter(notes)).disagrees

    def test_on_the_page_stands_in_the_list_of_sources(self, client, sources):
        decision = DecisionFactory(key="d", **PUBLISHED)
        CitationFactory(source=sources[0], decision=decision, stance="contradicts", field="date", value="2018-05-23")
        text = client.get("/en/decisions/d/").text
        assert text.count("Source 0") == 1
        assert "gives another date: 23 May 2018" in text

    @pytest.mark.parametrize(
        ("language", "field", "value", "said"),
        [
            ("en", "date", "2018-05-23", "23 May 2018"),
            ("fr", "date", "2018-05-23", "le 23 mai 2018"),
            ("fr", "date", "2018-05", "mai 2018"),
            ("fr", "date", "2018-05-23/2018-05-24", "23-24 mai 2018"),
            # What is no date, or is said of something else, is another value.
            ("fr", "date", "some day", None),
            ("fr", "title", "2018-05-23", None),
        ],
    )
    def test_gives_another_date_in_words(self, language, field, value, said):
        with override(language):
            assert _day_given(Citation(field=field, value=value)) == said

    @pytest.mark.parametrize(
        ("remarks", "said"),
        [
            ([], ""),
            (["One"], ". One"),
            (["One", "Two"], ". One. Two"),
            (["One.", "Two"], ". One. Two"),
            (["-one"], " – one"),
            (["One", "-two"], ". One – two"),
            # Behind a sentence no dash stands.
            (["One!", "-two"], ". One! Two"),
        ],
    )
    def test_remarks_stand_as_sentences_and_what_disagrees_behind_a_dash(self, remarks, said):
        several = [Remark(SafeString(text.removeprefix("-")), disagrees=text.startswith("-")) for text in remarks]
        found = _joined(several)
        assert strip_tags(found) == said
        assert found.count('<span class="disagree">') == sum(one.disagrees for one in several)


class TestOfTheRecord:
    def test_are_told_where_one_of_them_stands_nowhere_before(self, sources):
        notes, first, second = Notes(), cite(sources[0]), cite(sources[1])
        notes.marks([first])
        with override("en"):
            assert notes.of_the_record([]) == notes.of_the_record([first]) == ""
            assert notes.of_the_record([first, cite(SourceFactory())]) == ""
            assert strip_tags(notes.of_the_record([first, second])) == "Sources of this record: 1–2"
