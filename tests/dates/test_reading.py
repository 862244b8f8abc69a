import pytest
from hypothesis import given

from partnerships.dates import DateError, Moment, Period, read, read_moment, read_period, reading
from partnerships.dates.typed_text import tidied

from .strategies import moments, periods, some
from .typed import MOMENTS, PERIODS


class TestReadMoment:
    @pytest.mark.parametrize(("text", "notation"), MOMENTS)
    def test_understands(self, text, notation):
        assert read_moment(text).edtf == read(text).edtf == notation

    def test_one_of_a_set_is_one_of_its_neighbours(self):
        assert read_moment("[2018,2019,2020]").edtf == read("[2018, 2019, 2020]").edtf == "[2018..2020]"

    def test_numbers_are_read_only_where_they_can_be_one_day(self):
        assert read_moment("24/05/2018").edtf == "2018-05-24"
        assert read_moment("10.11.2018").edtf == "2018-11-10"
        for text in ("10/11/2018", "10-11-2018", "1/2/2018"):
            with pytest.raises(DateError, match="can be two days"):
                read_moment(text)

    def test_from_is_a_day_not_before(self):
        assert (
            read_moment("à partir du 1er juillet 2018").edtf == read_moment("from 1 July 2018").edtf == "[2018-07-01..]"
        )

    @pytest.mark.parametrize(
        "text",
        [
            "since 2018",
            "2018–21",
            "from 2018 to 2019",
            "3-5 mars 2016",
            "2018/2019",
            "jusqu’en 2011",
            "from about 2018",
        ],
    )
    def test_period_is_refused_by_name(self, text):
        with pytest.raises(DateError, match="single date.*is a period"):
            read_moment(text)

    @pytest.mark.parametrize("text", ["/", "unknown", "dates inconnues", "undated", "n.d.", "s. d.", "n/a", "TBC", "–"])
    def test_what_is_not_known_is_left_empty(self, text):
        with pytest.raises(DateError, match="leave this empty"):
            read_moment(text)

    @pytest.mark.parametrize(
        "text", ["with effect from 1 July 2018", "as of 1 July 2018", "à compter du 1er juillet 2018"]
    )
    def test_with_effect_from_is_that_day(self, text):
        assert read_moment(text).edtf == "2018-07-01"

    @some
    @given(moments())
    def test_notation_is_read_as_it_is(self, moment: Moment):
        assert read_moment(moment.edtf) == read_moment(f" {moment.edtf}\n") == moment


class TestReadPeriod:
    @pytest.mark.parametrize(("text", "notation"), PERIODS)
    def test_understands(self, text, notation):
        assert read_period(text).edtf == notation
        assert isinstance(read(text), Period)

    @pytest.mark.parametrize(("text", "notation"), [("31 octobre 2017", "2017-10-31"), ("early 1990s", "[1990..1993]")])
    def test_single_moment_is_both_ends(self, text, notation):
        period = read_period(text)
        assert (period.edtf, period.is_single) == (notation, True)

    @some
    @given(periods())
    def test_notation_is_read_as_it_is(self, period: Period):
        assert read_period(period.edtf) == period


class TestTraps:
    def test_before_leaves_out_and_by_keeps_in(self):
        assert read_moment("before 2011").latest < read_moment("by 2011").latest
        assert read_moment("after 2011").earliest > read_moment("2011 or later").earliest

    def test_short_range_with_a_long_dash_is_not_a_season(self):
        # With a hyphen it is the notation for spring; a typed range of years has the long dash.
        assert read("2018–21").edtf == "2018/2021"
        assert read("2018-21").edtf == "2018-21"

    def test_year_alone_never_becomes_its_first_day(self):
        for text in ("2011", "en 2011", "since 2011", "before 2012"):
            assert "-01-01" not in read(text).edtf

    @pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009", "\u3000", "  ", "\t", "\u200b \ufeff"])
    def test_any_space_will_do(self, space):
        assert read(f"1er{space}juillet{space}2018").edtf == "2018-07-01"

    @pytest.mark.parametrize("dash", ["-", "‐", "‑", "‒", "–", "—", "−", " - ", " – "])
    def test_any_dash_will_do(self, dash):
        assert read(f"3{dash}5 mars 2016").edtf == "2016-03-03/2016-03-05"

    @pytest.mark.parametrize("apostrophe", ["'", "’", "‘", "ʼ", "′", "’ "])
    def test_any_apostrophe_will_do(self, apostrophe):
        assert read(f"jusqu{apostrophe}à l{apostrophe}été 2017").edtf == "/2017-22"

    @pytest.mark.parametrize("text", ["FÉVRIER 2018", "Fevrier 2018", "fe\u0301vrier 2018", "février 2018."])
    def test_accents_and_case_are_optional(self, text):
        assert read(text).edtf == "2018-02"


class TestOnce:
    def test_what_is_typed_is_understood_once(self, monkeypatch):
        understood = []
        monkeypatch.setattr(reading, "tidied", lambda text: understood.append(text) or tidied(text))
        for _turn in range(4):
            assert read_moment("on or about 3 March 1871").edtf == "1871-03-03~"
            assert read("from 3 to 5 March 1871").edtf == read_period("from 3 to 5 March 1871").edtf
        assert understood == ["on or about 3 March 1871", "from 3 to 5 March 1871"]


@pytest.mark.parametrize(
    ("typed", "notation"),
    [
        ("[2018,2019]", "[2018..2019]"),
        ("[2018,2019,2020]", "[2018..2020]"),
        ("[2018-05, 2018-06, 2018-07]", "[2018-05..2018-07]"),
        ("[199X,200X]", "[199X..200X]"),
    ],
)
def test_set_of_neighbours_is_a_span(typed, notation):
    assert read(typed).edtf == notation


def test_set_of_others_is_none():
    with pytest.raises(DateError):
        read("[2016,2018,2019]")
