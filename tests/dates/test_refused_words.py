"""Words in place of a date: each family is refused with what helps whoever typed it, in either language."""

import pytest
from django.utils.translation import override

from partnerships.dates import DateError, read, read_moment, read_period

pytestmark = pytest.mark.once

NOTHING = "leave this empty"
AGE = "the name of an age or an event"
AGAIN = "came again, or with breaks"
READER = "depends on the day it is read"
ELSEWHERE = "refers to another text"
YEAR = "The year is missing"
WEEKDAY = "counts the days of the week"
COUNTED = "counts from another day"
HOUR = "without a time of day"
LONG = "says how long, not when"
CALENDAR = "of another calendar"
LANGUAGE = "in another language"
FEAST = "has other days each year"
FORMULA = "is a formula"
ENDLESS = "leaves one end open"
NO_LIMIT = "sets no limit"
MORE = "Write the date alone"
AROUND = "first and the last year that it may be"
YEARS = "Years go from 0001 to 9999"

FAMILIES = {
    NOTHING: "not known|non datée|not available|non communiqué|withheld|confidentiel|Invalid Date|####|TRUE|various",
    AGE: "pre-war|après-guerre|Cold War|guerre froide|Edo period|Third Republic|IIIe République"
    "|reign of Victoria|under Abe|sous le gouvernement Abe|at the Brussels summit|sommet de Bruxelles 2018",
    AGAIN: "annually|chaque année|every May|tous les ans|several times|deux fois en 2018|2018 with interruptions"
    "|2018 avec interruptions|2018 except August|de façon intermittente|2018 passim",
    READER: "to date|à ce jour|so far|jusqu’à présent|current|actuel|autrefois|formerly|always|toujours|permanent",
    ELSEWHERE: "see above|voir plus haut|cf. supra|note 3|see note 3",
    YEAR: "the end|à la fin|début|first|dernier|Thursday|jeudi|1st quarter|5月24日",
    WEEKDAY: "3rd Thursday of May 2018|dernier vendredi de mai 2018|first Monday in May",
    COUNTED: "D+3|J-3|T+1|day 1|jour 1",
    HOUR: "24 May 2018 JST|24 May 2018 local time|24 mai 2018 heure locale|241200Z MAY 18|DTG 241200Z MAY 18",
    LONG: "P1Y|2018-05-24/P3D|R5/2018",
    CALENDAR: "24 Sivan 5778|1439 H|Year of the Dragon",
    LANGUAGE: "24 мая 2018|Μάιος 2018|2018년 5월 24일",
    FEAST: "full moon May 2018|solstice d’été 2018|Golden Week 2018|Saint-Sylvestre 2018|Labour Day|fiscal 2018",
    FORMULA: "=DATE(2018;5;24)|=AUJOURDHUI()",
    ENDLESS: "between 2018 and|entre 2018 et|2018 to|2018<",
    NO_LIMIT: "a few days in May 2018|quelques jours en mai 2018|half of 2018|all year",
    MORE: "du 24 mai 2018|séance du 24 mai 2018|on the occasion of 24 May 2018|24 May 2018 wef"
    "|24 May 2018!|Tokyo 24 May 2018",
    AROUND: "2018 ± 1|2018 +/- 2",
    YEARS: "24 May 20188|Y20180",
}


@pytest.mark.parametrize("said", FAMILIES)
def test_family_is_told_what_to_write(said):
    for text in FAMILIES[said].split("|"):
        for function in (read, read_moment, read_period):
            with override("en"), pytest.raises(DateError) as refused:
                function(text)
            assert said in str(refused.value), text


@pytest.mark.parametrize("said", FAMILIES)
def test_french_is_told_in_french(said):
    for text in FAMILIES[said].split("|"):
        sentences = []
        for language in ("en", "fr"):
            with override(language), pytest.raises(DateError) as refused:
                read(text)
            with override(language):
                sentences.append(str(refused.value))
        assert sentences[0] != sentences[1]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "since 2018",
            "end of 2018",
            "début mai 2018",
            "week of 21 May 2018",
            "first half of 2018",
            "T1 2018",
            "2018 onwards",
        ),
        *("Thursday 24 May 2018", "jeudi 24 mai 2018", "before 2018", "24 May 2018", "as of 24 May 2018", "mi-2018"),
    ],
)
def test_what_only_looks_like_one_of_them_is_read(text):
    assert read(text).edtf
