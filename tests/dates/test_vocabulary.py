"""The words around dates, as pieces of patterns: each is tried alone."""

import re
from pathlib import Path

import pytest

from partnerships.dates import DateError, read
from partnerships.dates import vocabulary as words
from partnerships.dates.vocabulary import MONTH_NUMBERS, SEASON_NUMBERS, WEEKDAY_NUMBERS, one_of


class TestNumbers:
    @pytest.mark.parametrize(
        ("name", "number"),
        [
            *(("janvier", 1), ("january", 1), ("jan", 1), ("janv", 1), ("fevrier", 2), ("fev", 2), ("mar", 3)),
            *(("avr", 4), ("may", 5), ("mai", 5), ("jun", 6), ("juin", 6), ("juil", 7), ("jly", 7), ("aout", 8)),
            *(("sept", 9), ("7bre", 9), ("8bre", 10), ("9bre", 11), ("xbre", 12), ("decembre", 12)),
        ],
    )
    def test_of_months(self, name, number):
        assert MONTH_NUMBERS[name] == number

    @pytest.mark.parametrize(
        ("name", "number"),
        [("printemps", 21), ("springtime", 21), ("ete", 22), ("autumn", 23), ("fall", 23), ("hiver", 24)],
    )
    def test_of_seasons(self, name, number):
        assert SEASON_NUMBERS[name] == number

    @pytest.mark.parametrize(
        ("name", "number"),
        [("lundi", 0), ("mon", 0), ("mardi", 1), ("tues", 1), ("mer", 2), ("thurs", 3), ("ven", 4), ("dimanche", 6)],
    )
    def test_of_weekdays(self, name, number):
        assert WEEKDAY_NUMBERS[name] == number

    def test_names_are_folded(self):
        assert all(name.isascii() and name == name.lower() for name in (*MONTH_NUMBERS, *SEASON_NUMBERS))


def test_longest_word_is_tried_first():
    assert re.match(one_of(["jan", "january"]), "january")[0] == "january"


WHOLE = {
    words.ABOUT: ["vers", "circa", "c.", "ca", "env.", "~", "about"],
    words.PERHAPS: ["peut-etre", "possibly", "prob.", "sans doute"],
    words.EARLY: ["early", "debut", "au debut", "early in"],
    words.MID: ["mid", "mi", "milieu", "au milieu", "a la mi"],
    words.LATE: ["late", "fin", "la fin", "a la fin"],
    words.TOWARDS: ["towards", "toward", "vers", "autour de", "aux environs du"],
    words.FIRST: ["first", "1st", "ier", "premier", "premiere", "1er", "1ere", "1re"],
    words.SECOND: ["second", "2nd", "deuxieme", "2e"],
    words.BETWEEN: ["between", "entre"],
    words.BEFORE: ["before", "prior to", "avant", "anterieur a", "anterieurement au"],
    words.AFTER: ["after", "later than", "apres", "posterieure au"],
    words.NOT_AFTER: ["by", "no later than", "at the latest", "on or before", "au plus tard", "d'ici a"],
    words.NOT_BEFORE: ["not before", "at the earliest", "on or after", "au plus tot", "pas avant"],
    words.OR_EARLIER: [" or earlier", ", or before", " ou avant", " ou plus tot"],
    words.OR_LATER: [" or later", " or after", " ou plus tard", ", au plus tot"],
    words.SINCE: ["since", "depuis", "ever since", "in office since", "en cours, depuis", "en vigueur depuis"],
    words.UNTIL: ["until", "till", "jusqu'a", "jusqu'en", "jusqu'a la"],
    words.STARTING: ["from", "a partir de", "des", "a compter du", "with effect from", "as of"],
    words.TO: ["to", "until", "au", "a", "jusqu'en"],
    words.GOING_ON: ["ongoing", "en cours", "present", "the present day", "nos jours", "..", "in office"],
    words.NOT_KNOWN: ["unknown", "?", "date inconnue", "non connue", "an unknown date"],
    words.DATES_NOT_KNOWN: ["dates not known", "undated", "n.d.", "s. d.", "sans date", "inconnues"],
    words.START_LABEL: ["start:", "debut :", "date de debut :"],
    words.END_LABEL: ["end:", "fin :", "to:"],
}
NONE = {
    # “Vers la fin” and “vers le début” name a part, not a day nearby.
    words.ABOUT: ["vers la fin", "after"],
    words.EARLY: ["late", "fin"],
    words.LATE: ["early", "mi"],
    words.BEFORE: ["after", "on or before"],
    words.AFTER: ["before", "on or after"],
    words.NOT_AFTER: ["not before", "after"],
    words.NOT_BEFORE: ["not after", "by"],
    words.OR_EARLIER: [" or later", " ou apres"],
    words.OR_LATER: [" or earlier", " ou avant"],
    words.SINCE: ["from", "until"],
    words.UNTIL: ["since", "to"],
    words.NOT_KNOWN: ["ongoing", "known"],
    words.GOING_ON: ["unknown", "past"],
    # “Dès années 1990” is no start: “des années 1990” says only whose.
    words.STARTING: ["since"],
}


@pytest.mark.parametrize(("pattern", "text"), [(pattern, text) for pattern, texts in WHOLE.items() for text in texts])
def test_is_understood(pattern, text):
    assert re.fullmatch(pattern, text)


@pytest.mark.parametrize(("pattern", "text"), [(pattern, text) for pattern, texts in NONE.items() for text in texts])
def test_is_another_thing(pattern, text):
    assert not re.fullmatch(pattern, text)


def test_des_before_a_decade_is_no_start():
    assert re.match(words.STARTING, "des 1990")
    assert not re.match(words.STARTING, "des annees 1990")


def test_vers_before_a_part_is_no_about():
    assert re.match(words.ABOUT, "vers 2018")
    assert not re.match(words.ABOUT, "vers la fin de 2018")


@pytest.mark.parametrize("text", ["en 2011", "in the 1990s", "au printemps", "l'ete", "during 2018", "courant 2018"])
def test_filler_says_nothing(text):
    assert re.match(words.FILLER, text)


@pytest.mark.parametrize("text", ["2018", "inside", "before 2018", "enfin"])
def test_what_says_something_is_no_filler(text):
    assert not re.match(words.FILLER, text)


@pytest.mark.parametrize(
    ("text", "which", "whole"),
    [
        ("later that month", "later", "month"),
        ("earlier in the same year", "earlier", "year"),
        ("plus tard ce mois-la", "plus tard", "mois"),
        ("plus tot dans cette decennie", "plus tot", "decennie"),
    ],
)
def test_that(text, which, whole):
    match = re.fullmatch(words.THAT, text)
    assert (match["which"], match["whole"]) == (which, whole)


EVERY_WORD = [
    line for line in (Path(__file__).parent / "words.txt").read_text().splitlines() if line and line[0] != "#"
]


def read_or_refused(text):
    try:
        return read(text).edtf
    except DateError:
        return "refused"


@pytest.mark.parametrize(("told", "several"), [*zip(EVERY_WORD[::2], EVERY_WORD[1::2], strict=True)])
def test_every_word_of_a_kind_is_read_as_what_it_says(told, several):
    template, _, right = told.rpartition(" = ")
    found = {text: read_or_refused(text) for text in map(template.format, several.split("|"))}
    assert found == dict.fromkeys(found, right)
