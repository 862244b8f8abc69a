"""What the register writes where people write comments is read in the language of whoever reads."""

from datetime import datetime

import pytest
from django.utils import timezone
from django.utils.translation import override

from partnerships.editorial.own_sentences import (
    FROM_SPREADSHEET,
    MERGED,
    OBSTACLES,
    RESTORED,
    SENTENCES,
    TRANSLATED,
    moment_in_words,
    worded_anew,
)
from partnerships.models.base import LANGUAGES
from tests.factories import StateFactory

AT = datetime(2026, 5, 1, 9, 5, tzinfo=timezone.get_fixed_timezone(120))
TOLD = {
    "person": "Hanako Sato",
    "goes": "Iwaya (T.)",
    "key": "iwaya",
    "stays": "Takeshi Iwaya",
    "into": "iwaya-takeshi",
    "name": "Visites.xlsx",
}


def said(sentence, language):
    with override(language):
        return str(sentence) % {**TOLD, "at": moment_in_words(AT)}


@pytest.mark.parametrize("number", range(len(SENTENCES)))
def test_own_sentences_are_said_in_the_readers_language_whichever_they_were_written_in(number):
    for written in LANGUAGES:
        for read in LANGUAGES:
            with override(read):
                assert worded_anew(said(SENTENCES[number], written)) == said(SENTENCES[number], read)


def test_sentences_differ_between_the_languages():
    for sentence in (RESTORED, MERGED, FROM_SPREADSHEET, TRANSLATED, *OBSTACLES):
        assert said(sentence, "fr") != said(sentence, "en")


def test_what_a_person_wrote_behind_one_stays():
    merged = f"{said(MERGED, 'fr')} Deux fiches\nd’un seul homme."
    hindered = f"{said(OBSTACLES[3], 'fr')} Japon (État)"
    with override("en"):
        assert worded_anew(merged) == f"{said(MERGED, 'en')} Deux fiches\nd’un seul homme."
        assert worded_anew(hindered) == "It names records that are withdrawn: Japon (État)"


@pytest.mark.django_db
def test_records_in_the_way_are_called_as_the_reader_calls_them():
    StateFactory(key="jp", name_fr="Japon", name_en="Japan")
    kept = f"{said(OBSTACLES[3], 'fr')} state/jp; state/gone; km/h"
    for language, called in (("fr", "Japon (État)"), ("en", "Japan (State)")):
        with override(language):
            assert worded_anew(kept) == f"{said(OBSTACLES[3], language)} {called}; state/gone; km/h"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Translation of the title put right",
        "Traduction à revoir",
        "Restored: the text of yesterday, I hope",
        "Please look at 1 May 2026, 09:05",
        "31 February 2026, 09:05",
        "1 Nowhere 2026, 09:05",
    ],
)
def test_what_a_person_wrote_is_left_as_it_is(text):
    with override("fr"):
        assert worded_anew(text) == text


def test_moment_of_a_publication_is_said_anew():
    with override("fr"):
        told = moment_in_words(AT)
    assert told == "1er mai 2026 à 09 h 05"
    with override("en"):
        assert worded_anew(told) == "1 May 2026, 09:05"


def test_moment_that_is_none_stays_as_it_was_written():
    with override("fr"):
        written = str(RESTORED) % {"at": "ce matin"}
    with override("en"):
        assert worded_anew(written) == "Restored: the text of ce matin."
