import pytest

from partnerships.dates import end_said, kept_words, known_moments, parse, parse_period, read, word_with_wordings


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
