"""Holders, successions and their reasons as JSON: each key holds what its name says."""

from datetime import date

import pytest

from partnerships.api.offices_as_json import (
    answer_described,
    holder_described,
    row_described,
    source_keys,
    titles_described,
)
from partnerships.models import Citation, Decision, Designation, Office, Person, Source, Tenure
from partnerships.offices import (
    Answer,
    Between,
    ByVirtueOf,
    Code,
    Holder,
    Reason,
    Sighting,
    SuccessionRow,
    Unnamed,
    Verdict,
)
from partnerships.offices.sightings import Sign
from partnerships.offices.tenure_facts import Bounds

pytestmark = pytest.mark.once
MONTH = Bounds(date(2018, 7, 1), date(2018, 7, 31), "2018-07")
PERSON, OTHER = Person(key="hayashi", name="Hayashi", name_language="ja"), Person(key="izawa", name="Izawa")
OFFICE = Office(key="head", name_fr="chef", name_en="head", title_feminine_fr="cheffe")
VIRTUE = ByVirtueOf(Designation(key="jp-nato"), Office(key="ambassador"), Decision(key="decision"))


def citation(source: str, stance="supports") -> Citation:
    return Citation(source=Source(key=source), stance=stance)


def sighting(person: Person, **fields) -> Sighting:
    return Sighting(MONTH, Sign.STEP, person, Tenure(key=f"{person.key}-be"), **fields)


def holder(**fields) -> Holder:
    return Holder(**{"person": PERSON, "tenure": Tenure(key="hayashi-be"), "acting": True, **fields})


def test_title_that_is_missing_in_a_language_is_none_there():
    assert titles_described(Office(key="head", name_fr="chef"))["en"] == {"title": None, "feminine": None}


class TestHolder:
    def test_says_who_by_what_with_which_sources_and_why(self):
        found = holder_described(
            holder(
                by_virtue_of=VIRTUE,
                citations=(citation("letter"),),
                reasons=(Reason(Code.BY_VIRTUE_OF, (Designation(key="jp-nato"),), MONTH),),
                last_seen=sighting(OTHER, by_virtue_of=VIRTUE, citations=(citation("note"),)),
            )
        )
        virtue = {"designation": "jp-nato", "office": "ambassador", "decision": "decision"}
        assert found == {
            "person": {"key": "hayashi", "name": "Hayashi", "name_language": "ja"},
            "tenure": "hayashi-be",
            "acting": True,
            "by_virtue_of": virtue,
            "sources": ["letter"],
            "reasons": [
                {
                    "code": "by_virtue_of",
                    "records": [{"kind": "designation", "key": "jp-nato"}],
                    "day": {"earliest": "2018-07-01", "latest": "2018-07-31"},
                }
            ],
            "last_seen": {
                "date": "2018-07",
                "earliest": "2018-07-01",
                "latest": "2018-07-31",
                "shown_by": "step",
                "person": {"key": "izawa", "name": "Izawa", "name_language": None},
                "tenure": "izawa-be",
                "by_virtue_of": virtue,
                "sources": ["note"],
            },
        }

    def test_without_more_says_nothing_more(self):
        found = holder_described(holder(acting=False, reasons=(Reason(Code.OWN_RIGHT),)))
        assert (found["acting"], found["by_virtue_of"], found["last_seen"], found["sources"]) == (False, None, None, [])
        assert found["reasons"] == [{"code": "own_right", "records": [], "day": None}]

    def test_designation_without_a_decision_has_none(self):
        virtue = ByVirtueOf(VIRTUE.designation, VIRTUE.office, None)
        assert holder_described(holder(by_virtue_of=virtue))["by_virtue_of"]["decision"] is None


class TestAnswer:
    def test_keeps_the_certain_from_the_possible_and_the_known_from_what_exists(self):
        unnamed = Unnamed((Reason(Code.NOT_COVERED),), (citation("list"),), sighting(PERSON), sighting(OTHER))
        found = answer_described(
            Answer(
                OFFICE,
                date(2018, 8, 2),
                certain=[holder()],
                possible=[holder(person=OTHER)],
                known=False,
                exists=True,
                unnamed=unnamed,
            )
        )
        assert [one["person"]["key"] for one in found["certain"]] == ["hayashi"]
        assert [one["person"]["key"] for one in found["possible"]] == ["izawa"]
        assert (found["office"], found["on"], found["known"], found["exists"]) == ("head", "2018-08-02", False, True)
        assert found["titles"] == {
            "fr": {"title": "chef", "feminine": "cheffe"},
            "en": {"title": "head", "feminine": None},
        }
        assert ([one["code"] for one in found["reasons"]], found["sources"]) == (["outside_the_coverage"], ["list"])
        assert (found["last_seen"]["person"]["key"], found["next_seen"]["person"]["key"]) == ("hayashi", "izawa")


class TestRow:
    start, end = Between(date(2018, 1, 1), date(2018, 7, 1)), Between(date(2019, 1, 1), date(2019, 12, 31))

    def row(self, verdict, someone=None, **fields):
        return row_described(SuccessionRow(verdict, self.start, self.end, "2018/2019", someone, Unnamed(**fields)))

    def test_has_its_bounds_and_its_holder(self):
        found = self.row(Verdict.CERTAIN, holder(last_seen=sighting(PERSON)), next_seen=sighting(OTHER))
        assert found["start"] == {"earliest": "2018-01-01", "latest": "2018-07-01"}
        assert found["end"] == {"earliest": "2019-01-01", "latest": "2019-12-31"}
        assert (found["answer"], found["person"]["key"], found["acting"]) == ("certain", "hayashi", True)
        assert (found["last_seen"]["person"]["key"], found["next_seen"]["person"]["key"]) == ("hayashi", "izawa")

    def test_without_a_holder_names_nobody_and_says_why(self):
        found = self.row(Verdict.NOT_KNOWN, reasons=(Reason(Code.TO_COME),), citations=(citation("list"),))
        assert (found["answer"], found["sources"]) == ("not_known", ["list"])
        assert (found["person"], found["tenure"], found["acting"], found["by_virtue_of"]) == (None, None, False, None)
        assert [one["code"] for one in found["reasons"]] == ["day_to_come"]
        assert (found["last_seen"], found["next_seen"]) == (None, None)


def test_sources_are_those_that_support_each_once_and_in_order():
    cited = [citation("b"), citation("denial", "contradicts"), citation("a"), citation("b")]
    assert source_keys(cited) == ["b", "a"]
