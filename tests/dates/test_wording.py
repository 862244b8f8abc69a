import re
from datetime import date

import pytest
from hypothesis import given

from partnerships.dates import (
    EARLIEST,
    LATEST,
    Moment,
    Period,
    datetime_attribute,
    parse,
    parse_moment,
    parse_period,
    read,
    read_period,
    word,
    word_bound,
)

from .strategies import many, moments, periods, some

MOMENTS = [
    ("2018-07-01", "1er juillet 2018", "1 July 2018"),
    ("2018-05-24", "24 mai 2018", "24 May 2018"),
    ("2018-05", "mai 2018", "May 2018"),
    ("2017-22", "été 2017", "summer 2017"),
    ("2017-24", "hiver 2017-2018", "winter 2017–2018"),
    ("9999-24", "hiver 9999", "winter 9999"),
    ("2011", "2011", "2011"),
    ("0033", "0033", "0033"),
    ("190X", "années 1900", "1900s (decade)"),
    ("200X", "années 2000", "2000s"),
    ("[1801..1900]", "XIXe siècle", "19th century"),
    ("[0001..0100]", "Ier siècle", "1st century"),
    ("[2018-05-01..2018-05-10]", "début mai 2018", "early May 2018"),
    ("[2016-08-11..2016-08-20]", "mi-août 2016", "mid-August 2016"),
    ("[2016-02-21..2016-02-29]", "fin février 2016", "late February 2016"),
    ("[2018-01..2018-04]", "début 2018", "early 2018"),
    ("[2018-05..2018-08]", "mi-2018", "mid-2018"),
    ("[2018-09..2018-12]", "fin 2018", "late 2018"),
    ("[2018..2019]", "2018 ou 2019", "2018 or 2019"),
    ("[2018-05..2018-06]", "mai ou juin 2018", "May or June 2018"),
    ("[2018-12..2019-01]", "décembre 2018 ou janvier 2019", "December 2018 or January 2019"),
    ("[2018-05-24..2018-05-25]", "le 24 ou le 25 mai 2018", "24 or 25 May 2018"),
    ("[2018-05-31..2018-06-01]", "le 31 mai ou le 1er juin 2018", "31 May or 1 June 2018"),
    ("[2018-21..2018-22]", "printemps ou été 2018", "spring or summer 2018"),
    ("[2018-23..2018-24]", "automne 2018 ou hiver 2018-2019", "autumn 2018 or winter 2018–2019"),
    ("[2018-01..2018-03]", "entre janvier et mars 2018", "between January and March 2018"),
    ("[2014-09-08..2014-09]", "le 8 septembre 2014 ou plus tard ce mois-là", "on 8 September 2014 or later that month"),
    (
        "[2014-09..2014-09-08]",
        "le 8 septembre 2014 ou plus tôt ce mois-là",
        "on 8 September 2014 or earlier that month",
    ),
    ("[2018-05..2018]", "en mai 2018 ou plus tard cette année-là", "in May 2018 or later that year"),
    (
        "[2017-12-24..2017-24]",
        "le 24 décembre 2017 ou plus tard cet hiver-là",
        "on 24 December 2017 or later that winter",
    ),
    ("[1991..199X]", "en 1991 ou plus tard dans cette décennie", "in 1991 or later that decade"),
    ("199X", "années 1990", "1990s"),
    ("2011~", "vers 2011", "about 2011"),
    ("2018-05-24~", "vers le 24 mai 2018", "about 24 May 2018"),
    ("2018-05~", "vers mai 2018", "about May 2018"),
    ("2017-21~", "vers le printemps 2017", "about spring 2017"),
    ("2017-24~", "vers l’hiver 2017-2018", "about winter 2017–2018"),
    ("199X~", "vers les années 1990", "about the 1990s"),
    ("2011?", "2011 (date incertaine)", "2011 (uncertain)"),
    ("2011%", "vers 2011 (date incertaine)", "about 2011 (uncertain)"),
    ("[1990..1993]", "début des années 1990", "early 1990s"),
    ("[1994..1996]", "milieu des années 1990", "mid-1990s"),
    ("[1997..1999]", "fin des années 1990", "late 1990s"),
    ("[1990..1994]", "entre 1990 et 1994", "between 1990 and 1994"),
    ("[1990..2003]", "entre 1990 et 2003", "between 1990 and 2003"),
    ("[1995..1998]", "entre 1995 et 1998", "between 1995 and 1998"),
    ("[2018-05-24..2018-05-28]", "entre le 24 et le 28 mai 2018", "between 24 and 28 May 2018"),
    ("[2018-05-24..2018-06-01]", "entre le 24 mai et le 1er juin 2018", "between 24 May and 1 June 2018"),
    ("[2018-05..2018-07]", "entre mai et juillet 2018", "between May and July 2018"),
    ("[2017-22..2017-24]", "entre l’été 2017 et l’hiver 2017-2018", "between summer 2017 and winter 2017–2018"),
    ("[199X..200X]", "entre les années 1990 et les années 2000", "between the 1990s and the 2000s"),
    ("[..2010]", "au plus tard en 2010", "in 2010 or earlier"),
    ("[..2018-05-24]", "au plus tard le 24 mai 2018", "on 24 May 2018 or earlier"),
    ("[..2017-22]", "au plus tard à l’été 2017", "in summer 2017 or earlier"),
    ("[..199X]", "au plus tard dans les années 1990", "in the 1990s or earlier"),
    ("[2018-07-01..]", "au plus tôt le 1er juillet 2018", "on 1 July 2018 or later"),
    ("[2012..]", "au plus tôt en 2012", "in 2012 or later"),
]

PERIODS = [
    ("2016-03-03/2016-03-05", "3-5 mars 2016", "3–5 March 2016"),
    ("2016-03-01/2016-03-05", "1er-5 mars 2016", "1–5 March 2016"),
    ("2017-10-29/2017-11-02", "29 octobre – 2 novembre 2017", "29 October – 2 November 2017"),
    ("2017-12-29/2018-01-02", "29 décembre 2017 – 2 janvier 2018", "29 December 2017 – 2 January 2018"),
    ("2016-03/2016-05", "mars-mai 2016", "March–May 2016"),
    ("2017-10/2018-03", "octobre 2017 – mars 2018", "October 2017 – March 2018"),
    ("2004/2009", "2004-2009", "2004–2009"),
    ("199X/200X", "années 1990 – années 2000", "1990s – 2000s"),
    ("2018-07-01/2025-01", "1er juillet 2018 – janvier 2025", "1 July 2018 – January 2025"),
    ("1990~/1993", "vers 1990 – 1993", "about 1990 – 1993"),
    ("[1990..1993]/1995", "début des années 1990 – 1995", "early 1990s – 1995"),
    ("2018-07-01/..", "depuis le 1er juillet 2018", "since 1 July 2018"),
    ("2018/..", "depuis 2018", "since 2018"),
    ("2018~/..", "depuis 2018 environ", "since about 2018"),
    ("2018%/..", "depuis 2018 environ (date incertaine)", "since about 2018 (uncertain)"),
    ("2017-22/..", "depuis l’été 2017", "since summer 2017"),
    ("199X/..", "depuis les années 1990", "since the 1990s"),
    ("[1997..1999]/..", "depuis la fin des années 1990", "since the late 1990s"),
    ("2018-07-01/", "1er juillet 2018, aucune fin consignée", "1 July 2018, no end recorded"),
    ("/2011", "jusqu’en 2011", "until 2011"),
    ("/2018-05-24", "jusqu’au 24 mai 2018", "until 24 May 2018"),
    ("/2017-21", "jusqu’au printemps 2017", "until spring 2017"),
    ("/2017-22", "jusqu’à l’été 2017", "until summer 2017"),
    ("/199X", "jusque dans les années 1990", "until the 1990s"),
    ("/[1990..1993]", "jusqu’au début des années 1990", "until the early 1990s"),
    ("../2011", "jusqu’en 2011, sans commencement", "until 2011, with no beginning"),
    ("/", "dates inconnues", "dates unknown"),
    ("../..", "sans commencement, toujours en cours", "with no beginning, still going on"),
    ("/..", "depuis une date inconnue", "since an unknown date"),
    ("[2016-05-04..]/", "au plus tôt le 4 mai 2016, aucune fin consignée", "on 4 May 2016 or later, no end recorded"),
    (
        "[..2018-05-24]/",
        "au plus tard le 24 mai 2018, aucune fin consignée",
        "on 24 May 2018 or earlier, no end recorded",
    ),
    ("[2016-05-04..]/..", "depuis le 4 mai 2016 au plus tôt", "since 4 May 2016 or later"),
    ("[2016-21..]/..", "depuis le printemps 2016 au plus tôt", "since spring 2016 or later"),
    ("[1994-01-10..1994-01-11]/..", "depuis le 10 ou le 11 janvier 1994", "since 10 or 11 January 1994"),
    ("[2018-05..2018-06]/..", "depuis mai ou juin 2018", "since May or June 2018"),
    (
        "[2014-09-08..2014-09]/..",
        "depuis le 8 septembre 2014 ou plus tard ce mois-là",
        "since 8 September 2014 or later that month",
    ),
    ("[2018-22..2018]/..", "depuis l’été 2018 ou plus tard cette année-là", "since summer 2018 or later that year"),
    ("../", "sans commencement, aucune fin consignée", "with no beginning, no end recorded"),
    (
        "[1995..1998]/2004",
        "d’une date comprise entre 1995 et 1998 jusqu’en 2004",
        "from some time between 1995 and 1998 until 2004",
    ),
    (
        "2018-05-24/[2019-03..2019-05]",
        "du 24 mai 2018 jusqu’à une date comprise entre mars et mai 2019",
        "from 24 May 2018 until some time between March and May 2019",
    ),
    (
        "[2018-05-24..2018-05-25]/[2018-12-31..2019-01-01]",
        "du 24 ou du 25 mai 2018 jusqu’au 31 décembre 2018 ou au 1er janvier 2019",
        "from 24 or 25 May 2018 until 31 December 2018 or 1 January 2019",
    ),
    (
        "[..2018-08]/[2019..2020]",
        "d’août 2018 au plus tard jusqu’en 2019 ou 2020",
        "from August 2018 or earlier until 2019 or 2020",
    ),
    (
        "2011/[2018-21..2018-22]",
        "de 2011 jusqu’à une date comprise entre le printemps 2018 et l’été 2018",
        "from 2011 until spring or summer 2018",
    ),
    ("199X~/2004", "des années 1990 environ jusqu’en 2004", "from about the 1990s until 2004"),
    (
        "[2016..2018]/[2018-09-08..2018-09]",
        "d’une date comprise entre 2016 et 2018 jusqu’au 8 septembre 2018 ou plus tard ce mois-là",
        "from some time between 2016 and 2018 until 8 September 2018 or later that month",
    ),
    ("/[2009..2011]", "jusqu’à une date comprise entre 2009 et 2011", "until some time between 2009 and 2011"),
    ("/[2009..]", "jusqu’en 2009 au plus tôt", "until 2009 or later"),
    (
        "../[2009..2011]",
        "jusqu’à une date comprise entre 2009 et 2011, sans commencement",
        "until some time between 2009 and 2011, with no beginning",
    ),
    ("[..2010]/..", "depuis 2010 au plus tard", "since 2010 or earlier"),
    ("[..2016-05-04]/..", "depuis le 4 mai 2016 au plus tard", "since 4 May 2016 or earlier"),
    (
        "[2004-06-29..2016]/..",
        "depuis une date comprise entre le 29 juin 2004 et 2016",
        "since some time between 29 June 2004 and 2016",
    ),
    (
        "[..2019-09]/[2022-08..]",
        "septembre 2019 – août 2022 au moins",
        "September 2019 – August 2022 at least",
    ),
    ("2022-06-29?/2022-06-30?", "29-30 juin 2022 (dates incertaines)", "29–30 June 2022 (dates uncertain)"),
    (
        "2018-05?/2018?",
        "mai 2018 (date incertaine) – 2018 (date incertaine)",
        "May 2018 (uncertain) – 2018 (uncertain)",
    ),
    ("[..2010-06-25]/[2010-06-25..]", "25 juin 2010 au moins", "25 June 2010 at least"),
    (
        "[..2010]/[2010-06-25..]",
        "2010 au plus tard – 25 juin 2010 au plus tôt",
        "2010 or earlier – 25 June 2010 or later",
    ),
    ("2014-09-08/2014-09", "8 septembre 2014 – plus tard ce mois-là", "8 September 2014 – later that month"),
    (
        "2012?/[2014-09-08..2014-09]",
        "2012 (date incertaine) – 8 septembre 2014 ou plus tard ce mois-là",
        "2012 (uncertain) – 8 September 2014 or later that month",
    ),
    (
        "[2014-09-08..2014-09]/2016",
        "8 septembre 2014 ou plus tard ce mois-là – 2016",
        "8 September 2014 or later that month – 2016",
    ),
    ("2012/[2014-09-08..]", "2012 – 8 septembre 2014 au plus tôt", "2012 – 8 September 2014 or later"),
    ("[..2012]/2014", "2012 au plus tard – 2014", "2012 or earlier – 2014"),
    ("2018/2018-05", "2018, jusqu’en mai", "2018, until May"),
    ("2018/2018-05?", "2018, jusqu’en mai 2018 (date incertaine)", "2018, until May 2018 (uncertain)"),
    ("2018~/2018-05-01", "vers 2018, jusqu’au 1er mai 2018", "about 2018, until 1 May 2018"),
    ("2020-04/2020-04-29", "avril 2020, jusqu’au 29 avril", "April 2020, until 29 April"),
    ("2017-22/2017-07-26", "été 2017, jusqu’au 26 juillet 2017", "summer 2017, until 26 July 2017"),
    ("199X/1995", "années 1990, jusqu’en 1995", "1990s, until 1995"),
    ("[2018-05-01..2018-05-10]/..", "depuis début mai 2018", "since early May 2018"),
    ("/[2018-05-11..2018-05-20]", "jusqu’à la mi-mai 2018", "until mid-May 2018"),
    ("/[2018-09..2018-12]", "jusqu’à fin 2018", "until late 2018"),
    ("[1801..1900]/..", "depuis le XIXe siècle", "since the 19th century"),
    ("[2018-01..2018-04]/[2019-09..2019-12]", "début 2018 – fin 2019", "early 2018 – late 2019"),
    ("2018/2018", "2018", "2018"),
]


def bounds(period: Period):
    return (
        period.start_earliest, period.start_latest, period.end_earliest, period.end_latest,
        period.start_edge, period.end_edge,
    )  # fmt: skip


class TestWord:
    @pytest.mark.parametrize(("text", "french", "english"), MOMENTS)
    def test_moment(self, text, french, english):
        moment = parse_moment(text)
        assert (word(moment, "fr"), word(moment, "en")) == (french, english)
        assert (word(parse_period(text), "fr"), word(parse_period(text), "en")) == (french, english)

    @pytest.mark.parametrize(("text", "french", "english"), PERIODS)
    def test_period(self, text, french, english):
        period = parse_period(text)
        assert (word(period, "fr"), word(period, "en")) == (french, english)

    def test_capitalised(self):
        assert word(parse("2017-22"), "fr", capitalised=True) == "Été 2017"
        assert word(parse("2018/.."), "en", capitalised=True) == "Since 2018"
        assert word(parse("2018-07-01"), "fr", capitalised=True) == "1er juillet 2018"

    @pytest.mark.parametrize(
        ("text", "french", "english"),
        [
            ("2041-05-01/..", "à partir du 1er mai 2041", "from 1 May 2041"),
            ("2041/..", "à partir de 2041", "from 2041"),
            ("2041-08/..", "à partir d’août 2041", "from August 2041"),
            ("2041-22/..", "à partir de l’été 2041", "from summer 2041"),
            ("204X/..", "à partir des années 2040", "from the 2040s"),
            ("[2041-01..2041-04]/..", "à partir de début 2041", "from early 2041"),
            (
                "[2041..2043]/..",
                "entre 2041 et 2043, sans fin",
                "between 2041 and 2043, with no end",
            ),
            ("2026-11-28/..", "depuis le 28 novembre 2026", "since 28 November 2026"),
            ("2026-11-29/..", "à partir du 29 novembre 2026", "from 29 November 2026"),
            ("2026/..", "depuis 2026", "since 2026"),
            ("2041-05-01/", "1er mai 2041, aucune fin consignée", "1 May 2041, no end recorded"),
        ],
    )
    def test_start_to_come(self, text, french, english):
        period, today = parse_period(text), date(2026, 11, 28)
        assert (word(period, "fr", today=today), word(period, "en", today=today)) == (french, english)

    @pytest.mark.parametrize(
        ("text", "french", "english"),
        [
            (
                "2018-08-24",
                "à partir du 24 août 2018 jusqu’au 24 août 2018",
                "from 24 August 2018 until 24 August 2018",
            ),
            ("2018-08", "à partir d’août 2018 jusqu’en août 2018", "from August 2018 until August 2018"),
            ("199X", "à partir des années 1990 jusque dans les années 1990", "from the 1990s until the 1990s"),
            (
                "[2018..2020]",
                "à partir d’une date comprise entre 2018 et 2020 jusqu’à une date comprise entre 2018 et 2020",
                "from some time between 2018 and 2020 until some time between 2018 and 2020",
            ),
        ],
    )
    def test_bounds_of_what_is_asked_for(self, text, french, english):
        moment = parse_moment(text)
        assert " ".join(word_bound(moment, "fr", last=last) for last in (False, True)) == french
        assert " ".join(word_bound(moment, "en", last=last) for last in (False, True)) == english

    @pytest.mark.parametrize("language", ["fr", "fr-be", "FR_ca"])
    def test_variant_of_a_language_is_that_language(self, language):
        assert word(parse("2018-05"), language) == "mai 2018"

    def test_other_language_is_refused(self):
        with pytest.raises(ValueError, match="'nl'"):
            word(parse("2018"), "nl")

    @many
    @given(moments())
    def test_no_day_is_said_that_is_not_known(self, moment: Moment):
        known_days = len(re.findall(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", moment.edtf))
        for language in ("fr", "en"):
            days = re.findall(r"(?<![0-9])[0-9]{1,2}(?:er)?(?![0-9])", word(moment, language))
            assert len(days) <= known_days

    @some
    @given(periods())
    def test_typography(self, period: Period):
        french, english = word(period, "fr"), word(period, "en")
        for text in (french, english):
            assert text == " ".join(text.split(" "))
            assert text == text.strip()
            assert "'" not in text
            assert not re.search(r"[\s]-|-[\s]", text)
        assert not re.search("(?<!\u00a0):|(?<!\u202f);", french)
        assert not re.search(r"\s[:;]", english)


class TestRoundTrip:
    """What is worded is understood again, with the same bounds, in both languages. No exceptions."""

    @many
    @given(moments())
    def test_moment(self, moment: Moment):
        for language in ("fr", "en"):
            assert read(word(moment, language)) == moment
            assert read(word(moment, language, capitalised=True)) == moment

    @many
    @given(periods())
    def test_period(self, period: Period):
        for language in ("fr", "en"):
            again = read_period(word(period, language, today=LATEST))
            assert bounds(again) == bounds(period)
            # Two equal sides (2018/2018) are said once, and come back as the single moment.
            assert again.edtf == period.edtf or period.start == period.end == again.start

    @some
    @given(periods())
    def test_start_to_come_is_read_as_a_start(self, period: Period):
        for language in ("fr", "en"):
            again = read_period(word(period, language, today=EARLIEST))
            assert (again.start, again.end) == (period.start, period.end)

    @pytest.mark.parametrize(("text", "french", "english"), MOMENTS + PERIODS)
    def test_examples(self, text, french, english):
        for said in (french, english):
            assert bounds(read_period(said)) == bounds(parse_period(text))


class TestDatetimeAttribute:
    @pytest.mark.parametrize("text", ["2018-07-01", "2018-07", "2018", "0033"])
    def test_exact_day_month_or_year(self, text):
        assert datetime_attribute(parse_moment(text)) == text

    @pytest.mark.parametrize(
        "text", ["2018~", "2018?", "2018-07-01%", "2018-21", "199X", "[1990..1993]", "[..2010]", "[2010..]"]
    )
    def test_nothing_for_what_html_cannot_say(self, text):
        assert datetime_attribute(parse_moment(text)) is None


def test_what_was_typed_is_worded_and_understood_again():
    for text in ("since before 2011", "from late 2017 to early 2018", "jusqu’à fin 2018"):
        for language in ("fr", "en"):
            assert read(word(read(text), language)) == read(text)
