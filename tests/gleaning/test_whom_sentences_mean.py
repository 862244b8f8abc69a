from datetime import date

from partnerships import dates
from partnerships.gleaning.days import DateInText
from partnerships.gleaning.text import sentences
from partnerships.gleaning.whom_sentences_mean import Telling
from tests.gleaning.documents import known


def told(text, day=None):
    dateline = DateInText("", dates.moment_on(day), -1, -1) if day else None
    return list(Telling(known(), sentences(text), dateline).all())


class TestTelling:
    def test_each_sentence_means_whom_those_before_it_name(self):
        first, second, third = told(
            "The Prime Minister, Mr Shinzo Abe, spoke. Mr Abe left. Later the Prime Minister met Ms Anna Berg."
        )
        assert [[each.known and each.known.key for each in one.people] for one in (first, second)] == [
            ["abe-shinzo"]
        ] * 2
        assert [each.name for each in third.people] == ["Shinzo Abe", "Anna Berg"]

    def test_title_by_itself_is_the_whole_one_that_the_text_gave_to_somebody_without_a_name(self):
        _, second = told("The Minister for Trade met Shinzo Abe. The Minister met Fumio Kishida.")
        assert [each.styled for each in second.unnamed] == ["Minister for Trade"]

    def test_title_of_an_office_of_the_register_is_that_office(self):
        [only] = told("On Monday a reporter met the NATO Secretary General.")
        assert ([each.known.key for each in only.people], only.unnamed) == (["nato-sg"], [])

    def test_days_go_on_from_one_sentence_to_the_next(self):
        found = told("On 3 May 2024 he spoke. The next day he left. On 5 June he came back.", date(2024, 5, 1))
        assert [[each.notation for each in one.days] for one in found] == [
            ["2024-05-03"],
            ["2024-05-04"],
            ["2024-06-05"],
        ]

    def test_sentence_that_begins_a_text_is_of_its_dateline_and_others_are_of_no_day(self):
        first, second = told("Shinzo Abe spoke. Fumio Kishida left.", date(2024, 5, 1))
        assert [each.notation for each in first.days] == (["2024-05-01"] if first.sentence.is_begun else [])
        assert second.days == []
        assert not second.sentence.is_begun

    def test_title_that_somebody_has_by_name_since_is_theirs(self):
        _first, _second, third = told(
            "The Minister for Trade met Shinzo Abe. The Minister for Trade, Ms Anna Berg, spoke. The Minister left."
        )
        assert [each.name for each in third.people] == ["Anna Berg"]
        assert third.unnamed == []
