"""Words of French: articles and what they run together with, ordinals, the numbers of centuries."""

import pytest

from partnerships.dates import read, word
from partnerships.dates.edtf import parse_unit
from partnerships.dates.named_parts import DatePart, PartKind
from partnerships.dates.reading_moments import moment_of
from partnerships.dates.sayings import Manner, Nearness, Saying
from partnerships.dates.wording_french import French, roman

WORDS = French()


@pytest.mark.parametrize(
    ("number", "signs"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (19, "XIX"), (21, "XXI"), (40, "XL"), (90, "XC"), (100, "C")],
)
def test_roman(number, signs):
    assert roman(number) == signs


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("2018-05/2020", "mai 2018 – 2020"),
        ("before late 2018", "avant les derniers mois de 2018"),
        ("before early 2018", "avant début 2018"),
        ("before the late 1990s", "avant la fin des années 1990"),
        ("/[2018-05..2018]", "jusqu’en mai 2018 ou plus tard cette année-là"),
        ("until May or June 2018", "jusqu’en mai ou juin 2018"),
        ("until 24 or 25 May 2018", "jusqu’au 24 ou au 25 mai 2018"),
        ("until early or mid-May 2018", "jusqu’à début mai 2018 ou mi-mai 2018"),
        ("until spring or summer 2018", "jusqu’à une date comprise entre le printemps 2018 et l’été 2018"),
    ],
)
def test_what_could_be_cut_or_meant_otherwise(typed, written):
    assert word(read(typed), "fr") == written


@pytest.mark.parametrize(
    ("kind", "notation", "number", "written"),
    [
        (PartKind.THIRD, "2018-05", 0, "début mai 2018"),
        (PartKind.THIRD, "2018-05", 1, "mi-mai 2018"),
        (PartKind.EDGE, "2018", 2, "fin 2018"),
        (PartKind.THIRD, "199X", 0, "début des années 1990"),
        (PartKind.THIRD, "199X", 1, "milieu des années 1990"),
        (PartKind.THIRD, "199X", 2, "fin des années 1990"),
        (PartKind.HALF, "2018", 0, "premier semestre 2018"),
        (PartKind.HALF, "2018", 1, "second semestre 2018"),
        (PartKind.HALF, "2018-05", 0, "première quinzaine de mai 2018"),
        (PartKind.HALF, "2018-04", 1, "seconde quinzaine d’avril 2018"),
        (PartKind.HALF, "2018-10", 1, "seconde quinzaine d’octobre 2018"),
        (PartKind.HALF, "199X", 1, "seconde moitié des années 1990"),
        (PartKind.QUARTER, "2018", 3, "quatrième trimestre 2018"),
        (PartKind.WEEK, "2018-05-01", 0, "semaine commençant le 1er mai 2018"),
        (PartKind.CENTURY, "1801", 0, "XIXe siècle"),
        (PartKind.CENTURY, "0001", 0, "Ier siècle"),
        (PartKind.CENTURY, "0101", 0, "IIe siècle"),
    ],
)
def test_part(kind, notation, number, written):
    assert WORDS.part(DatePart(kind, parse_unit(notation), number)) == written


@pytest.mark.parametrize(
    ("manner", "near", "included", "notation", "written"),
    [
        (Manner.AFTER, Nearness.SOON, False, "2018-05-24", "peu après le 24 mai 2018"),
        (Manner.AFTER, Nearness.SHORTLY, True, "2018-05-24", "le 24 mai 2018 ou peu de temps après"),
        (Manner.BEFORE, Nearness.JUST, False, "2018-22", "juste avant l’été 2018"),
        (Manner.BEFORE, Nearness.SOON, True, "199X", "dans les années 1990 ou peu avant"),
    ],
)
def test_near(manner, near, included, notation, written):
    assert WORDS.near(Saying(manner, parse_unit(notation), near=near, included=included)) == written


@pytest.mark.parametrize(
    ("typed", "since", "from_", "until"),
    [
        ("le 1er mai 2018", "depuis le 1er mai 2018", "à partir du 1er mai 2018", "jusqu’au 1er mai 2018"),
        ("avril 2018", "depuis avril 2018", "à partir d’avril 2018", "jusqu’en avril 2018"),
        ("octobre 2018", "depuis octobre 2018", "à partir d’octobre 2018", "jusqu’en octobre 2018"),
        ("2018", "depuis 2018", "à partir de 2018", "jusqu’en 2018"),
        ("printemps 2018", "depuis le printemps 2018", "à partir du printemps 2018", "jusqu’au printemps 2018"),
        ("ete 2018", "depuis l’été 2018", "à partir de l’été 2018", "jusqu’à l’été 2018"),
        (
            *("annees 1990", "depuis les années 1990"),
            *("à partir des années 1990", "jusque dans les années 1990"),
        ),
        (
            *("vers 2018", "depuis 2018 environ"),
            *("à partir de 2018 environ", "jusqu’en 2018 environ"),
        ),
        (
            *("vers les annees 1990?", "depuis les années 1990 environ (date incertaine)"),
            *(
                "à partir des années 1990 environ (date incertaine)",
                "jusque dans les années 1990 environ (date incertaine)",
            ),
        ),
        ("fin 2018", "depuis fin 2018", "à partir de fin 2018", "jusqu’à fin 2018"),
        (
            *("peut-etre debut mai 2018", "depuis début mai 2018 (peut-être)"),
            *("à partir de début mai 2018 (peut-être)", "jusqu’à début mai 2018 (peut-être)"),
        ),
        ("mi-mai 2018", "depuis la mi-mai 2018", "à partir de la mi-mai 2018", "jusqu’à la mi-mai 2018"),
        (
            *("premier semestre 2018", "depuis le premier semestre 2018"),
            *("à partir du premier semestre 2018", "jusqu’au premier semestre 2018"),
        ),
        (
            *("fin des annees 1990", "depuis la fin des années 1990"),
            *("à partir de la fin des années 1990", "jusqu’à la fin des années 1990"),
        ),
        ("peu apres 2018", "depuis peu après 2018", "à partir de peu après 2018", "jusqu’à peu après 2018"),
    ],
)
def test_after_a_preposition(typed, since, from_, until):
    moment = moment_of(typed)
    assert WORDS.since(moment) == since
    assert WORDS.from_(moment) == from_
    assert WORDS.until(moment) == until


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("le ou vers le 24 mai 2018", "le 24 mai 2018 ou vers cette date"),
        ("entre debut mai 2018 et 2019", "entre début mai 2018 et 2019"),
        ("fin 2018 ou debut 2019", "fin 2018 ou début 2019"),
        ("second semestre 2018 ou premier semestre 2019", "second semestre 2018 ou premier semestre 2019"),
        ("automne 2018 ou hiver 2018", "automne 2018 ou hiver 2018-2019"),
        ("printemps 2018 ou ete 2018", "printemps ou été 2018"),
        ("hiver 2018 ou printemps 2019", "hiver 2018-2019 ou printemps 2019"),
        ("entre le printemps et l'ete 2018", "entre le printemps 2018 et l’été 2018"),
    ],
)
def test_what_was_typed(typed, written):
    assert WORDS.moment(moment_of(typed)) == written


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2018-05-01", "2018-05-28", "1er-28 mai 2018"),
        ("2018-05-24", "2018-06-01", "24 mai – 1er juin 2018"),
        ("2018-05", "2018-06", "mai-juin 2018"),
        ("2018", "2019", "2018-2019"),
        ("199X", "2000", "des années 1990 à l’an 2000"),
        ("199X", "2004", "années 1990 – 2004"),
        ("199X", "200X", "années 1990 – années 2000"),
    ],
)
def test_range(first, last, written):
    assert WORDS.units_range(parse_unit(first), parse_unit(last)) == written


@pytest.mark.parametrize(
    ("unit", "whole", "later", "written"),
    [
        ("2018-05-24", "2018-05", True, "le 24 mai 2018 ou plus tard ce mois-là"),
        ("2018-05", "2018", False, "en mai 2018 ou plus tôt cette année-là"),
        ("2018-04-24", "2018-21", True, "le 24 avril 2018 ou plus tard ce printemps-là"),
        ("2018-07-24", "2018-22", True, "le 24 juillet 2018 ou plus tard cet été-là"),
        ("2018-12-24", "2018-24", True, "le 24 décembre 2018 ou plus tard cet hiver-là"),
        ("1991", "199X", True, "en 1991 ou plus tard dans cette décennie"),
    ],
)
def test_within(unit, whole, later, written):
    assert WORDS.within(parse_unit(unit), parse_unit(whole), later=later) == written


def test_winter_lies_in_two_years_but_the_last():
    assert WORDS.unit(parse_unit("9998-24")) == "hiver 9998-9999"
    assert WORDS.unit(parse_unit("9999-24")) == "hiver 9999"
