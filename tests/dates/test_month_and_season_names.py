"""The names of months, seasons and weekdays stand in the order of the calendar."""

from datetime import date

from partnerships.dates.month_and_season_names import MONTHS, SEASONS, WEEKDAYS


def test_twelve_months_from_january():
    assert MONTHS["en"][0] == "January"
    assert MONTHS["en"][7] == "August"
    assert MONTHS["fr"][0] == "janvier"
    assert MONTHS["fr"][7] == "août"
    assert [len(names) for names in MONTHS.values()] == [12, 12]


def test_months_are_those_of_the_calendar():
    # strftime speaks English here: the tests run in the C locale.
    assert list(MONTHS["en"]) == [f"{date(2018, month, 1):%B}" for month in range(1, 13)]


def test_each_month_begins_with_the_same_letter_in_both_languages():
    assert [name[0] for name in MONTHS["fr"]] == [name[0].lower() for name in MONTHS["en"]]


def test_four_seasons_from_spring_by_their_numbers_in_the_notation():
    assert SEASONS["en"] == {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
    assert SEASONS["fr"] == {21: "printemps", 22: "été", 23: "automne", 24: "hiver"}


def test_seven_weekdays_from_monday_as_python_counts_them():
    assert date(2018, 5, 24).weekday() == 3
    assert (WEEKDAYS["fr"][3], WEEKDAYS["en"][3]) == ("jeudi", "Thursday")
    assert (WEEKDAYS["fr"][0], WEEKDAYS["en"][0]) == ("lundi", "Monday")
    assert (WEEKDAYS["fr"][6], WEEKDAYS["en"][6]) == ("dimanche", "Sunday")
    assert [len(set(names)) for names in WEEKDAYS.values()] == [7, 7]


def test_only_english_months_and_weekdays_have_capitals():
    assert all(name.islower() for name in (*MONTHS["fr"], *WEEKDAYS["fr"], *SEASONS["en"].values()))
    assert all(name.istitle() for name in (*MONTHS["en"], *WEEKDAYS["en"]))
