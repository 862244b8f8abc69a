"""Differences in words, in both languages."""

import pytest
from django.utils import translation

from partnerships.editorial import changes_in_words
from partnerships.editorial.changes_in_words import (
    Wording,
    changed_in_short,
    cited_field,
    compared_texts,
    in_own_language,
    refusal_in_words,
)
from partnerships.models import Meeting, Office, Stop
from partnerships.records.snapshot.differences import differences_between
from partnerships.records.snapshot.findings import FileFinding, NothingWritten, PlaceInFile
from partnerships.records.snapshot.taking import snapshot
from tests.factories import (
    AreaFactory,
    CitationFactory,
    MeetingFactory,
    ParticipationFactory,
    PersonFactory,
    PictureFactory,
    PlaceFactory,
    SourceFactory,
    StopFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db


def texts(pieces):
    return "".join(text for text, _alone in pieces)


def said(before, after, language="en"):
    with translation.override(language):
        return Wording.of(before, after).say_all(differences_between(before, after))


@pytest.fixture
def visit():
    return VisitFactory(key="v", title_en="Visit to Japan", period="2017-10-29/2017-10-31")


def change(visit, **fields):
    before = snapshot(visit)
    for name, value in fields.items():
        setattr(visit, name, value)
    visit.save()
    return before, snapshot(visit)


class TestFields:
    def test_of_a_language_say_which(self, visit):
        before, after = change(visit, title_en="A visit to Japan")
        (english,), (french,) = said(before, after), said(before, after, "fr")
        assert (english.label, french.label) == ("Title, in English", "Titre, en anglais")
        assert (english.language, english.part) == ("en", "")
        assert (texts(english.before), texts(english.after)) == ("Visit to Japan", "A visit to Japan")

    def test_of_a_part_leave_out_its_key_and_its_owner(self, visit):
        StopFactory(visit=visit, period="2017-10-30")
        lines = snapshot(visit)
        with translation.override("en"):
            labels = [label for label, _text, _language in Wording.of(lines).content(lines[-1], lines)]
        assert "Period" in labels
        assert not {"Key", "Visit"} & set(labels)

    def test_of_dates_are_dates(self, visit):
        (one,) = said(*change(visit, period="2017-10-30/2017-10-31"), "fr")
        assert texts(one.after) == "30-31 octobre 2017"

    def test_with_choices_say_the_choice_also_where_it_is_the_usual_one(self, visit):
        (one,) = said(*change(visit, status="cancelled"))
        assert (texts(one.before), texts(one.after)) == ("held", "cancelled")

    def test_of_lists_name_the_records(self, visit):
        before = snapshot(visit)
        visit.areas.add(AreaFactory(name_en="cyber defence", name_fr="cyberdéfense", key="a"))
        visit.areas.add(AreaFactory(name_en="armaments", name_fr="armement", key="b"))
        (one,) = said(before, snapshot(visit), "fr")
        assert texts(one.after) == "armement\ncyberdéfense"


class TestParts:
    def test_that_come_say_what_they_are(self, visit):
        before = snapshot(visit)
        source = SourceFactory(title_en="Joint press statement")
        CitationFactory(visit=visit, source=source, locator="p. 3", field="period")
        (one,) = said(before, snapshot(visit))
        assert (one.action, one.part) == ("add", "Citation: Joint press statement, p. 3")
        told = {"Field": "period", "Place in the source": "p. 3", "Grade": "A: primary source, seen"}
        assert {(label, text, "") for label, text in told.items()} <= {*one.says}

    def test_name_the_people_in_what_hangs_on_them(self, visit):
        before = snapshot(visit)
        stop = StopFactory(visit=visit, position=2, place=PlaceFactory(name_en="Tokyo"))
        ParticipationFactory(meeting=MeetingFactory(stop=stop, publication=""), person=PersonFactory(name="Kono Taro"))
        (one,) = said(before, snapshot(visit))
        assert one.part == "Stop: 2, Tokyo"
        assert "Kono Taro" in [text for _label, text, _language in one.says]

    def test_that_stand_in_others_say_in_which(self, visit):
        stop = StopFactory(visit=visit, position=1, place=PlaceFactory(name_fr="Tokyo", name_en="Tokyo"))
        talks, dinner = (
            MeetingFactory(stop=stop, publication="", kind="council", title_fr="Repas", title_en=title)
            for title in ("Talks", "Dinner")
        )
        before = snapshot(visit)
        one = ParticipationFactory(meeting=talks, person=PersonFactory(name="Onodera Itsunori"))
        ParticipationFactory(meeting=dinner, person=PersonFactory(name="Kono Taro"))
        assert said(before, snapshot(visit), "fr")[0].part.startswith(
            "Étape\u00a0: 1, Tokyo › Rencontre\u00a0: réunion du Conseil, Repas"
        )
        came = {each.part for each in said(before, snapshot(visit))}
        assert came == {
            "Stop: 1, Tokyo › Meeting: council meeting, Talks › Participant: Onodera Itsunori",
            "Stop: 1, Tokyo › Meeting: council meeting, Dinner › Participant: Kono Taro",
        }
        before = snapshot(visit)
        one.position = 7
        one.save()
        (moved,) = said(before, snapshot(visit))
        assert moved.part.startswith("Stop: 1, Tokyo › Meeting: council meeting, Talks › ")
        stop.delete()
        (gone,) = said(before, snapshot(visit))
        assert gone.part == "Stop: 1, Tokyo"
        parts = [text for label, text, _language in gone.says if not label]
        assert "Meeting: council meeting, Talks › Participant: Onodera Itsunori" in parts
        assert "Meeting: council meeting, Dinner" in parts

    def test_of_a_picture_say_where_it_is_seen_and_nothing_of_its_size(self, visit):
        before = snapshot(visit)
        picture = PictureFactory(visit=visit, file="a" * 64, width=800, credit="NATO")
        (added,) = said(before, snapshot(visit))
        told = {label: text for label, text, _language in added.says}
        assert (told["File"], told["Credit"]) == ("a" * 64 + "_400", "NATO")
        assert not {"Width", "Height"} & {*told}
        before = snapshot(visit)
        picture.file, picture.width = "b" * 64, 300
        picture.save()
        changed = next(each for each in said(before, snapshot(visit)) if each.label == "File")
        assert (changed.before, changed.after) == ((("a" * 64 + "_400", True),), (("b" * 64 + "_300", True),))

    def test_whose_field_changes_are_named(self, visit):
        stop = StopFactory(visit=visit, position=1, place=PlaceFactory(name_en="Tokyo"))
        before = snapshot(visit)
        stop.place = PlaceFactory(name_en="Kyoto")
        stop.save()
        (one,) = said(before, snapshot(visit))
        assert one.part.startswith("Stop: 1, ")
        assert (texts(one.before), texts(one.after)) == ("Tokyo", "Kyoto")

    def test_name_what_is_no_more_by_its_key(self, visit):
        before = snapshot(visit)
        citation = CitationFactory(visit=visit)
        after, source = snapshot(visit), citation.source
        citation.delete()
        source.delete()
        (one,) = said(before, after)
        assert source.key in one.part


@pytest.mark.parametrize(
    ("record", "field", "said"),
    [
        ("area/a", "name_en", "Name, in English: It is too long."),
        ("area/a", "nothing", "It is too long."),
        ("area/a", "", "It is too long."),
        ("area/a", "citations", "It is too long."),
        ("nothing/a", "name_en", "It is too long."),
        ("", "", "It is too long."),
    ],
)
def test_refusal_says_each_field_by_its_name_where_it_has_one(record, field, said):
    found = FileFinding(PlaceInFile("", 0), "It is too long.", record, field)
    with translation.override("en"):
        assert refusal_in_words(NothingWritten("Nothing is written.", findings=[found])) == said
        assert refusal_in_words(NothingWritten("Nothing is written.")) == "Nothing is written."


class TestValues:
    """A value as a reader reads it."""

    @pytest.mark.parametrize(
        ("model", "name", "value", "language", "words"),
        [
            (Office, "heads_post", True, "en", "yes"),
            (Office, "heads_post", False, "fr", "non"),
            (Office, "heads_post", None, "en", "no"),
            (Office, "single_holder", None, "en", "yes"),
            (Office, "role", "minister", "fr", "ministre"),
            (Office, "role", "gardener", "en", "gardener"),
            (Office, "checked_on", "2018-05-24", "en", "24 May 2018"),
            (Office, "checked_on", None, "en", ""),
            (Office, "period", "2018-05-24", "en", "24 May 2018"),
            (Office, "period", "soon", "en", "soon"),
            (Office, "period", "2018-05-24", None, "24 mai 2018"),
            (Office, "published_at", "2018-05-24T12:00:00Z", "en", "24 May 2018, 14:00"),
            (Meeting, "time", "09:30:00", "en", "09:30"),
            (Office, "name_en", "Chair", "en", "Chair"),
            (Office, "name_en", "", "en", ""),
        ],
    )
    def test_is_said_by_the_sort_of_its_field(self, model, name, value, language, words):
        with translation.override(language):
            assert Wording().value(model._meta.get_field(name), value) == words

    @pytest.mark.parametrize(
        ("owner", "field", "words"),
        [
            ("tenure", "start", "beginning"),
            ("tenure", "period", "period"),
            ("visit", "title_en", "title, in English"),
            ("visit", "nonsense", "nonsense"),
            (None, "period", "period"),
        ],
    )
    def test_moment_or_field_that_is_cited_is_called_by_its_name(self, owner, field, words):
        line = {"model": "partnerships.citation", "fields": {"key": "c"} | ({owner: ["x"]} if owner else {})}
        with translation.override("en"):
            assert cited_field(line, field) == words

    def test_text_in_both_languages_is_called_once_and_in_the_readers_where_it_is_there(self):
        names = ("kind", "title_fr", "title_en", "date")
        for language, fields, told in (
            ("en", {"title_fr": "Un", "title_en": "One"}, ["kind", "title_en", "date"]),
            ("fr", {"title_fr": "Un", "title_en": "One"}, ["kind", "title_fr", "date"]),
            ("en", {"title_fr": "Un", "title_en": ""}, ["kind", "title_fr", "date"]),
            ("en", {}, ["kind", "date"]),
            (None, {"title_fr": "Un", "title_en": "One"}, ["kind", "title_fr", "date"]),
        ):
            with translation.override(language):
                assert list(in_own_language(names, fields)) == told

    def test_part_that_says_nothing_is_called_by_its_kind(self):
        with translation.override("en"):
            assert Wording().called({"model": "partnerships.alias", "fields": {"key": "a"}}) == "Alias"
            line = {"model": "partnerships.alias", "fields": {"key": "a", "text": "Nippon"}}
            assert Wording().called(line) == "Alias: Nippon"


def test_changes_in_short_name_each_field_and_each_kind_of_part_once(visit):
    StopFactory(visit=visit, place__publication="published")
    before = snapshot(visit)
    for _number in range(2):
        CitationFactory(visit=visit, source__publication="published")
    visit.title_en, visit.publication = "Another", "published"
    visit.save()
    Stop.objects.update(position=7)
    with translation.override("en"):
        assert sorted(changed_in_short(differences_between(before, snapshot(visit)))) == [
            "Citation",
            "Stop",
            "Title, in English",
        ]


class TestTexts:
    @pytest.mark.parametrize(
        ("before", "after", "shown"),
        [
            ("", "a b", ((), (("a b", True),))),
            ("a b", "", ((("a b", True),), ())),
            ("", "", ((), ())),
            ("a b", "a b", ((("a b", False),), (("a b", False),))),
        ],
    )
    def test_one_of_which_there_is_none_is_there_alone(self, before, after, shown):
        assert compared_texts(before, after) == shown

    def test_long_ones_are_shown_as_they_are(self, monkeypatch):
        for most, alone in ((4, False), (3, True)):
            monkeypatch.setattr(changes_in_words, "MOST_WORDS", most)
            assert compared_texts("a b", "a c")[0][0][1] is alone

    def test_are_compared_word_by_word(self):
        before, after = compared_texts("The visit took place in Tokyo.", "The visit took place in Kyoto.")
        assert [text.strip() for text, alone in before if alone] == ["Tokyo"]
        assert [text.strip() for text, alone in after if alone] == ["Kyoto"]

    def test_that_have_little_in_common_are_shown_whole(self):
        assert compared_texts("One thing", "Quite another matter") == (
            (("One thing", True),),
            (("Quite another matter", True),),
        )

    def test_keep_every_letter(self):
        before, after = compared_texts("  a b\n\nc", "a  b c d")
        assert (texts(before), texts(after)) == ("  a b\n\nc", "a  b c d")
