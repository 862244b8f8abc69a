import pytest

from partnerships.dates import (
    as_said,
    end_said,
    known_moments,
    moments_said,
    parse,
    parse_period,
    read,
    with_moments_said,
    word,
    word_with_wordings,
    wording_to_keep,
)
from partnerships.dates.own_words import kept_words


class TestSaid:
    @pytest.mark.parametrize(
        ("notation", "wording", "shown"),
        [
            ("[2022-08-31..]", "exact day not found", "on 31 August 2022 or later (exact day not found)"),
            ("[2022-08-31..]", "31 August 2022", "on 31 August 2022 or later (31 August 2022)"),
            ("2018-05", "soon after 24 May", "May 2018 (soon after 24 May)"),
            ("[1850-07-18..1851-07-18]", "soon after 18 July 1850", "soon after 18 July 1850"),
            ("2012/2014-09", "2012 (year inferred) – September 2014", "2012 (year inferred) – September 2014"),
            ("[..2018-05-24]/", "in place on 24 May 2018", "in place on 24 May 2018"),
            # One of two ends, or another one, hides what is known.
            ("2012/2014-09", "2012 (year inferred) and on", "2012 – September 2014 (2012 (year inferred) and on)"),
            ("2012/2014", "2012", "2012–2014 (2012)"),
            (
                "[2018-05..2018-09]",
                "from May 2018, it seems",
                "between May and September 2018 (from May 2018, it seems)",
            ),
            # What goes on is not said by its beginning alone; “from” may be said of it, from its own beginning.
            ("2018/..", "2018", "since 2018 (2018)"),
            ("2018/..", "from 2018", "from 2018"),
            ("2018/..", "from 2017", "since 2018 (from 2017)"),
        ],
    )
    def test_wording_never_hides_a_known_end(self, notation, wording, shown):
        assert word_with_wordings(parse(notation), {"en": wording}, "en") == shown

    def test_other_language_is_said_in_this_one(self):
        assert word_with_wordings(parse("[1850-07-18..1851-07-18]"), {"en": "soon after 18 July 1850"}, "fr") == (
            "peu après le 18 juillet 1850"
        )
        assert (
            word_with_wordings(parse("[2022-08-31..]"), {"en": "exact day not found"}, "fr")
            == "au plus tôt le 31 août 2022"
        )


class TestEndSaid:
    def test_line_says_its_own_end(self):
        period = parse_period("[1850-07-18..1851-07-18]/1852")
        found = [end_said(period, end, {"en": "soon after 18 July 1850 – 1852"}, "en") for end in known_moments(period)]
        assert found == ["soon after 18 July 1850", "1852"]

    @pytest.mark.parametrize(
        "wordings",
        [
            {"fr": "peu après le 18 juillet 1850 – 1852"},
            {"fr": "peu après le 18 juillet 1850 – 1852", "en": "it is said, then"},
            {"fr": "juste après le 18 juillet 1850 – 1852", "en": "soon after 18 July 1850 – 1852"},
        ],
    )
    def test_what_the_words_of_the_other_language_say_is_said_in_this_one(self, wordings):
        period = parse_period("[1850-07-18..1851-07-18]/1852")
        found = [end_said(period, end, wordings, "en") for end in known_moments(period)]
        assert found == ["soon after 18 July 1850", "1852"]

    @pytest.mark.parametrize(
        ("notation", "wording", "found"),
        [
            ("[..2018-05-24]/", "in place on 24 May 2018", ["in place on 24 May 2018"]),
            ("[..2018-05-24]/", "in place in May", ["on 24 May 2018 or earlier"]),
            ("[..2018-05-24]/", "24 May 2018", ["on 24 May 2018 or earlier"]),
            ("2012/2014-09", "2012 (year inferred) – September 2014", ["2012", "September 2014"]),
        ],
    )
    def test_words_that_cannot_be_read_stand_for_the_only_end_that_they_name(self, notation, wording, found):
        period = parse_period(notation)
        assert [end_said(period, end, {"en": wording}, "en") for end in known_moments(period)] == found


class TestKeptWords:
    def test_words_that_the_notation_cannot_say_are_kept_in_both_languages(self):
        found = read("on or about 8 September 2014")
        assert kept_words(found, "en") == "on or about 8 September 2014"
        assert kept_words(found, "fr") == "le 8 septembre 2014 ou vers cette date"

    def test_words_that_the_notation_says_are_not(self):
        assert kept_words(read("late 2018"), "en") == kept_words(read("c. 2018"), "fr") == ""


class TestAsSaid:
    SOON = "[2018-05-24..2019-05-24]"

    def test_moment_is_told_with_what_a_wording_says_of_it(self):
        found = as_said(parse(self.SOON), {"fr": "peu après le 24 mai 2018"}, "en")
        assert word(found, "en") == "soon after 24 May 2018"
        assert word(as_said(parse(self.SOON), {"en": "in spring"}, "en"), "en") == "between 24 May 2018 and 24 May 2019"

    def test_language_of_the_reader_comes_first(self):
        wordings = {"fr": "peu après le 24 mai 2018", "en": "shortly after 24 May 2018"}
        assert word(as_said(parse(self.SOON), wordings, "en"), "en") == "shortly after 24 May 2018"
        assert word(as_said(parse(self.SOON), wordings, "fr"), "fr") == "peu après le 24 mai 2018"

    def test_end_that_was_doubted_in_words_is_told_with_them(self):
        said = moments_said({"en": "perhaps 2018 – 2022"}, "en")
        assert word(with_moments_said(parse_period("2018?/2022"), said), "en") == "2018 (perhaps) – 2022"

    def test_moment_of_which_nothing_is_said_hides_none_of_which_something_is(self):
        said = moments_said({"en": f"{self.SOON}", "fr": "peu après le 24 mai 2018"}, "en")
        found = with_moments_said(parse_period(f"{self.SOON}/2022"), said)
        assert word(found, "en") == "soon after 24 May 2018 – 2022"

    def test_end_of_another_period_is_told_so_too(self):
        said = moments_said({"en": "since soon after 24 May 2018"}, "fr")
        found = with_moments_said(parse_period(f"{self.SOON}/2022"), said)
        assert word(found, "en") == "soon after 24 May 2018 – 2022"
        other = parse_period("[2018-05-24..2019-05-25]/2022")
        assert word(with_moments_said(other, said), "en") == word(other, "en")


class TestBoundsOfDifferentPrecision:
    """ "Between 8 September 2014 and September 2014" is never said: such bounds are said once."""

    @pytest.mark.parametrize(
        ("typed", "english", "french"),
        [
            (
                "between 8 September 2014 and September 2014",
                "on 8 September 2014 or later that month",
                "le 8 septembre 2014 ou plus tard ce mois-là",
            ),
            (
                "entre septembre 2014 et le 8 septembre 2014",
                "on 8 September 2014 or earlier that month",
                "le 8 septembre 2014 ou plus tôt ce mois-là",
            ),
            (
                "between 2014 and September 2014",
                "in September 2014 or earlier that year",
                "en septembre 2014 ou plus tôt cette année-là",
            ),
        ],
    )
    def test_are_worded_anew(self, typed, english, french):
        found = read(typed)
        assert kept_words(found, "en") == kept_words(found, "fr") == ""
        assert word_with_wordings(found, {"en": typed}, "en") == english
        assert word_with_wordings(found, {"fr": typed}, "fr") == french

    def test_of_an_end_are_worded_anew_too(self):
        found = read("from between 8 September 2014 and September 2014 to 2016")
        assert kept_words(found, "en") == ""
        assert word_with_wordings(found, {"en": found.edtf}, "en") == "8 September 2014 or later that month – 2016"


class TestWordingToKeep:
    @pytest.mark.parametrize(
        ("typed", "before", "wording", "kept"),
        [
            ("probably 2018", "", "", "2018 (probably)"),
            ("probably early 2018", "2017", "", "early 2018 (probably)"),
            ("2018", "2017?", "2017 (probably)", ""),
            ("probably 2018", "2017", "the year of the summit", "the year of the summit"),
            ("probably 2018", "", "the year of the summit", "the year of the summit"),
        ],
    )
    def test_is_of_the_date_typed_unless_it_said_something_of_its_own(self, typed, before, wording, kept):
        assert wording_to_keep(read(typed), "en", before, wording) == kept
