"""Damaged texts, untranslated copies, and names missing in a language."""

from collections.abc import Callable

import pytest

from partnerships.consistency.texts import FIRST_YEAR, LAST_YEAR, days_in, numbers_in
from tests.factories import AreaFactory, CitationFactory, DecisionFactory, PartnerFactory, SourceFactory

from .cases import Case, Cells, about, cells, told

pytestmark = pytest.mark.django_db


def texts(given):
    DecisionFactory(text_fr=given)


def part_text(given):
    CitationFactory(decision=DecisionFactory(), remark_en=given)


def copied(given):
    text = "The council decides that the embassy in Belgium serves as the mission to the organisation."
    DecisionFactory(text_fr=text, text_en=given or text)


def said_in_both(french: str) -> Callable[[str], object]:
    return lambda given: DecisionFactory(text_fr=french, text_en=given)


def named(language: str) -> Callable[[str], object]:
    return lambda given: AreaFactory(publication="published", **{f"name_{language}": given})


#: Sixty letters, and one more; with five spaces.
LONG = "abcdefghi " * 5 + "abcdefghij"
LONGER = f"{LONG}k"


def same_in_both(given):
    DecisionFactory(text_fr=given, text_en=given)


CASES = [
    Case(
        "languages-swapped",
        "title",
        said_in_both("Visit to the Gulf of Aden"),
        "Visite dans le golfe",
        "The Gulf of Aden",
    ),
    Case("languages-swapped", "names", said_in_both("Visit to the Gulf of Aden"), "Visite de Rio", "Rio Grande"),
    Case(
        "numbers-disagree",
        "number",
        said_in_both("30 missions, soit 1 500 personnes"),
        "20 missions, 1,500 people",
        "30 missions, 1,500 people",
    ),
    Case("numbers-disagree", "one alone", said_in_both("30 missions"), "20 missions", "Thirty missions"),
    Case("numbers-disagree", "year", said_in_both("30 missions, en 2018"), "20 missions", "30 missions, in 2019"),
    Case("numbers-disagree", "hour", said_in_both("30 missions, à 14 h 30"), "20 missions", "30 missions, at 11 p.m."),
    Case(
        "numbers-disagree",
        "day",
        said_in_both("30 missions, le 24 mai 2018"),
        "20 missions",
        "30 missions, 25 May 2018",
    ),
    *(
        Case("damaged-text", damaged, make, f"The {damaged} of it", "The whole of it: “é” & 3 < 4, why???")
        for damaged in ("d\ufffdcision", "dÃ©cision", "itâ€™s", "Smith &amp; Co", "<p>text</p>", r"\ud83d", "????")
        for make in (texts,)
    ),
    *(
        Case("damaged-text", f"U+{ord(control):04X}", texts, f"The {control} of it", "The\u00a0\u200dwhole\tof\nit")
        for control in "\x07\x0b\x1e\x85\u202e\u2067\ufffe"
    ),
    Case("damaged-text", "remark of a citation", part_text, "itâ€™s", "it’s"),
    Case(
        "untranslated-copy",
        "decision",
        copied,
        "",
        "The council decides that the embassy in Belgium serves as a mission.",
    ),
    *(
        Case("no-name", placeholder, named("en"), placeholder, name)
        for placeholder, name in (
            ("-", "-1"),
            ("…", "A…"),
            ("- - - - - - - - - -", "- - - - - - - - - A"),
            ("TBD", "TBDs"),
            ("n/a", "NAC"),
            ("XXX", "XIX"),
            ("to do", "Togo"),
            ("Unknown", "Unknown man"),
            ("à compléter", "à côté"),
        )
    ),
    *(
        Case("damaged-text", name, named("en"), damaged, whole)
        for name, damaged, whole in (
            ("nothing within a word", "Mari\u200btime", "Mari\u2060time"),
            ("mark of bytes within a word", "Mari\ufefftime", "Maritime"),
            ("letter of Russian", "M\u0430ritime", "Москва Moscow"),
            ("letter of ours", "Мoсква", "Москва"),
        )
    ),
    *(
        Case(
            "days-disagree",
            name,
            said_in_both(french),
            wrong,
            right,
        )
        for name, french, wrong, right in (
            ("day", "Décidé le 24\u00a0mai 2018.", "Decided on 25 May 2018.", "Decided on 24 May 2018."),
            ("first", "Décidé le 1er août 2018.", "Decided on 2 August 2018.", "Decided on 1st August 2018."),
            ("year", "Décidé le 24 mai 2018.", "Decided on 24 May 2017.", "Decided in 2017."),
            ("leaves one out", "Le 24 mai 2018 puis le 3 juin 2018.", "On 24 May and 4 June 2018.", "On 24 May 2018."),
        )
    ),
    *(
        Case("languages-swapped", name, said_in_both("Embassy of Japan"), "Ambassade du Japon", english)
        for name, english in (("no word of French", "Japan Embassy"), ("words of both", "Ambassade du Japon, of Japan"))
    ),
    *(
        Case(
            "languages-swapped",
            name,
            lambda given: DecisionFactory(text_fr=given, text_en="Ambassade du Japon"),
            "Embassy of Japan",
            french,
        )
        for name, french in (("no word of English", "Ambassade japonaise"), ("of both", "Embassy of Japan en Belgique"))
    ),
    Case("no-name", "in French", named("fr"), "sans titre", "sans titres"),
    Case("missing-fr", "area", named("fr"), "", "sûreté"),
    Case("missing-en", "area", named("en"), "", "safety"),
    *(
        Case("damaged-text", f"{damaged} and {whole}", texts, damaged, whole)
        for damaged, whole in (
            ("Ã©", "Ã e"),
            ("Â°", "Â e"),
            ("&#233;", "&#2;"),
            ("&#xE9;", "&#xE;"),
            ("&eacute;", "R&D; "),
            ("<br/>", "<brr>"),
            ("</div>", "< div >"),
            (r"\uDE00", r"\u00e9"),
            ("What ????", "What ???"),
        )
    ),
    Case("untranslated-copy", "longer than sixty letters", same_in_both, LONGER, LONG),
    Case("untranslated-copy", "more than four spaces", same_in_both, LONGER, LONGER.replace(" ", "-", 1)),
    Case(
        "untranslated-copy", "a letter less", lambda given: DecisionFactory(text_fr=LONGER, text_en=given), LONGER, LONG
    ),
    Case("missing-en", "draft", lambda given: AreaFactory(publication=given, name_en=""), "published", "draft"),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


@pytest.mark.once
class TestWhere:
    def test_what_is_damaged_is_shown_with_fifteen_letters_around(self):
        DecisionFactory(key="d", text_fr="0123456789abcdefg&amp;hijklmnopqrstuvwxyz")
        assert told("damaged-text") == [
            (
                *("decision/d", "text_fr"),
                "The text is damaged, or holds marks of a program: “23456789abcdefg&amp;hijklmnopqrstuv”.",
            )
        ]

    def test_first_of_several_days_and_numbers_is_told_of_each_text(self):
        french, english = "Le 24 mai 2018, le 3 mai 2018.", "On 9 June 2018, 4 June 2018."
        DecisionFactory(key="d", text_fr=french, text_en=english)
        DecisionFactory(key="n", text_fr="30 missions, 25 postes", text_en="41 missions, 40 posts")
        ((record, field, sentence),) = told("days-disagree")
        assert (record, field, "2018-05-03, 2018-06-04" in sentence) == ("decision/d", "text", True)
        ((record, field, sentence),) = told("numbers-disagree")
        assert (record, field, "25, 40" in sentence) == ("decision/n", "text", True)

    def test_a_control_is_shown_by_a_sign(self):
        DecisionFactory(key="d", title_en="Bell \a rings")
        [(_record, field, sentence)] = told("damaged-text")
        assert (field, sentence[-15:]) == ("title_en", "“Bell \ufffd rings”.")

    def test_what_stands_first_is_shown_from_its_beginning(self):
        DecisionFactory(key="d", title_en="ab????cdefghijklmnopqrstuvwxyz")
        [(_record, field, sentence)] = told("damaged-text")
        assert (field, sentence[-24:]) == ("title_en", "“ab????cdefghijklmnopq”.")

    def test_text_of_a_part_is_told_of_its_record(self):
        CitationFactory(decision=DecisionFactory(key="d"), remark_en="itâ€™s")
        assert [(record, field) for record, field, _sentence in told("damaged-text")] == [("decision/d", "remark_en")]

    def test_copy_is_told_of_the_field_in_both_languages(self):
        DecisionFactory(key="d", text_fr=LONGER, text_en=LONGER)
        assert told("untranslated-copy") == [("decision/d", "text", "The French and the English text are the same.")]

    def test_name_is_missing_in_its_language(self):
        AreaFactory(key="a", publication="published", name_fr="")
        DecisionFactory(key="d", publication="published", body=None, title_en="")
        sentence = "Its name or title is missing in this language: %s."
        assert told("missing-fr") == [("area/a", "name_fr", sentence % "fr")]
        assert told("missing-en") == [("decision/d", "title_en", sentence % "en")]
        assert about("missing-en") == [("decision/d", "", "")]

    def test_address_is_no_text(self):
        SourceFactory(url="https://example.org/?a=1&amp;b=2")
        assert told("damaged-text") == []

    def test_partner_is_named_after_others(self):
        PartnerFactory(publication="published")
        assert told("missing-fr") == told("missing-en") == []


@pytest.mark.once
@pytest.mark.parametrize(
    ("text", "days", "numbers"),
    [
        ("On 24 May 2018 and 1st June 2018, 30 of 4,500.", {"2018-05-24", "2018-06-01"}, {30, 4500}),
        ("Le 1er juillet 2018, 4\u202f500 agents.", {"2018-07-01"}, {4500}),
        ("In May 2018: 7 of them.", set(), set()),
        (f"{FIRST_YEAR - 1} or {FIRST_YEAR}", set(), {FIRST_YEAR - 1}),
        (f"{LAST_YEAR} or {LAST_YEAR + 1}", set(), {LAST_YEAR + 1}),
    ],
)
def test_days_and_numbers_of_a_text(text, days, numbers):
    assert (days_in(text), numbers_in(text)) == (days, numbers)
