"""Everything that is wrong is said at once, with file, line, record and field."""

import pytest

from partnerships import models
from partnerships.exchange import importing
from partnerships.exchange.reading import read_files
from partnerships.records.snapshot.ordering import find_one_sided
from tests.growth import growth

from .fixtures import apply, content, line, messages, plan, publisher, tables

pytestmark = pytest.mark.django_db

STATE = line("state", key="jp", name_en="A name")
AREA = line("area", key="cyber", name_en="A name")
PACT = line("agreement", key="pact", title_en="A title")


def only(outcome):
    assert len(outcome.findings) == 1, messages(outcome)
    return outcome.findings[0]


@pytest.mark.once
class TestOneLine:
    @pytest.mark.parametrize(
        ("wrong", "field", "expected"),
        [
            (line("state", key="jp", name_en="A name", name_de="Japan"), "name_de", "no language “de”"),
            (line("state", key="jp", name="Japan"), "name", "write name_fr or name_en"),
            (line("state", key="jp", name_en="A name", colour="red"), "colour", "no such field"),
            (line("state", key="jp", name_en="A name", sort_fr="x"), "sort_fr", "derived"),
            (line("state", key="jp", name_en=7), "name_en", "A text is expected, not 7"),
            (line("state", key="jp", name_en="a\x00b"), "name_en", "NUL"),
            (line("state", key="jp", name_en="\ud800"), "name_en", "surrogate"),
            (line("state", key="jp", name_en="A name", note=None), "note", "null is not allowed"),
            (line("state", key="jp", name_en="A name", iso2="jp"), "iso2", "capital letters"),
            (line("state", key="jp", name_en="A name", slug_en="no good"), "slug_en", "slug"),
            (line("state", key="JP", name_en="A name"), "key", "lower-case"),
            (line("state", key="jp", name_en="A name", period="2019/2018"), "period", "before it starts"),
            (line("state", key="jp", name_en="A name", period="2018-02-30"), "period", "no day 30"),
            (line("state", key="jp", name_en="A name", period=2018), "period", "A text is expected"),
            (line("state", key="jp", name_en="A name", publication="public"), "publication", "Expected: draft"),
            (
                line("state", key="jp", name_en="A name", published_at="2018-05-24T12:00:00"),
                "published_at",
                "with its zone",
            ),
            (
                line("state", key="jp", name_en="A name", published_at="0001-01-01T00:00:00+14:00"),
                "published_at",
                "years 0001 to 9999",
            ),
            (
                line("state", key="jp", name_en="A name", published_at="9999-12-31T23:00:00-14:00"),
                "published_at",
                "years 0001 to 9999",
            ),
            (line("state", key="jp", name_en="A name", published_at="2018-05-24"), "published_at", "with its zone"),
            (
                line("state", key="jp", name_en="A name", published_at="20180524T120000Z"),
                "published_at",
                "with its zone",
            ),
            (line("state", key="jp", name_en="A name", published_at="2018-05-24T25:00:00Z"), "published_at", "invalid"),
            (line("state", key="jp", name_en="A name", predecessors="cs"), "predecessors", "list of keys"),
            (line("state", key="jp", name_en="A name", predecessors=["cs"]), "predecessors", "list of lists"),
            (line("state", key="jp", name_en="A name", predecessors=[["cs"]]), "predecessors", "“state/cs” is neither"),
            (line("area", key="x", name_en="A name", parent="y"), "parent", "A list with the key"),
            (line("area", key="x", name_en="A name", parent=3), "parent", "A list with the key"),
            (line("area", key="x", name_en="A name", parent=["y"]), "parent", "“area/y” is neither"),
            (line("area", key="x", name_en="A name", parent=["x"]), "parent", "would lead back to the record itself"),
            (
                line("state", key="jp", name_en="A name", predecessors=[["jp"]]),
                "predecessors",
                "would lead back to the record itself",
            ),
            (line("place", key="x", name_en="A name", latitude=True), "latitude", "A number is expected"),
            (line("place", key="x", name_en="A name", latitude=91, longitude=1), "latitude", "90"),
            (line("place", key="x", name_en="A name", latitude=1), "", "both coordinates"),
            (line("place", key="x", name_en="A name", latitude="5_0", longitude=1), "latitude", "A number is expected"),
            (line("place", key="x", name_en="A name", latitude="٥", longitude=1), "latitude", "A number is expected"),
            (line("place", key="x", name_en="A name", latitude=1.000001, longitude=1), "latitude", "5 decimal"),
            (
                line("place", key="x", name_en="A name", latitude="1e99999999", longitude=1),
                "latitude",
                "A number is expected",
            ),
            (line("source", key="x", title_en="A title", accessed_on="20180524"), "accessed_on", "YYYY-MM-DD"),
            (line("source", key="x", title_en="A title", accessed_on="2018-W21-4"), "accessed_on", "YYYY-MM-DD"),
            (line("source", key="x", title_en="A title", accessed_on="2018-05-32"), "accessed_on", "invalid"),
            (line("meeting", key="x", time="2018-13"), "time", "HH:MM"),
            (line("meeting", key="x", time="10:00+02:00"), "time", "HH:MM"),
            (line("meeting", key="x", time="1000"), "time", "HH:MM"),
            (line("meeting", key="x", time="10:60"), "time", "invalid"),
            (line("office", key="x", name_en="A name", single_holder="yes"), "single_holder", "true or false"),
            (line("office", key="x", name_en="A name", heads_post=True), "", "which embassy or mission"),
            (line("statement", key="x", text_en="A text", count="20"), "count", "A whole number"),
            (line("statement", key="x", text_en="A text", count=True), "count", "A whole number"),
            (line("statement", key="x", text_en="A text", count=-1), "count", "0"),
            (line("statement", key="x", text_en="A text", qualifier="about"), "", "goes with a count"),
            (line("statement", key="x", text_en="A text", count=2147483648), "count", "2147483647"),
            (line("participation", key="x", agreement=["pact"], styled_en="X", position=32768), "position", "32767"),
            (line("meeting", key="x", time_zone="Mars"), "time_zone", "time zone"),
            (line("state", key="jp", name_en="A name", publication="withdrawn"), "", "with a reason"),
            (line("person", key="x"), "name", "missing"),
            (line("name", key="n", text="N"), "", "exactly one record"),
            (line("name", key="n", text="N", state=["xx"]), "state", "“state/xx” is neither"),
            (line("state", name_en="Japan"), "key", "missing"),
        ],
    )
    def test_what_is_wrong_is_said_with_its_place(self, wrong, field, expected):
        finding = only(plan(AREA, wrong, PACT))
        assert (finding.place.file, finding.place.line, finding.field) == ("test.json", 3, field)
        assert expected in finding.message

    @pytest.mark.parametrize(
        ("wrong", "expected"),
        [
            ({"model": "partnerships.planet", "fields": {}}, "no model “partnerships.planet”"),
            ({"model": "auth.user", "fields": {}}, "no model “auth.user”"),
            ({"fields": {}}, "“model” is missing"),
            ({"model": "partnerships.state"}, "“fields” is missing"),
            (["state"], "An object with “model”"),
            ({"model": "partnerships.state", "pk": 1, "fields": {"key": "jp"}}, "Database numbers"),
            ({"model": "partnerships.state", "more": 1, "fields": {"key": "jp"}}, "nothing is expected"),
        ],
    )
    def test_an_object_that_is_no_line_is_refused(self, wrong, expected):
        assert expected in only(plan(AREA, wrong)).message


class TestAllLines:
    def test_everything_is_reported_at_once_and_nothing_is_written(self):
        before = tables()
        outcome = apply(
            line("state", key="jp", name_en="A name", name_de="Japan"),
            line("tenure", key="t", person=["nobody"], office=["none"], period="2019/2018"),
            line("statement", key="s", text_en="A text", count="20"),
            AREA,
        )
        assert {(finding.place.line, finding.field) for finding in outcome.findings} == {
            (2, "name_de"),
            (3, "person"),
            (3, "office"),
            (3, "period"),
            (4, "count"),
        }
        assert tables() == before

    def test_a_line_given_twice_counts_once(self):
        assert [step.action for step in plan(STATE, STATE).steps] == ["create"]

    def test_two_lines_that_disagree_are_a_conflict(self):
        finding = only(plan(STATE, line("state", key="jp", name_en="Japan")))
        assert finding.conflict
        assert (finding.place.line, finding.message) == (3, "test.json:2 says something else of the same record.")

    def test_mistakes_of_a_line_given_twice_are_said_at_each_place(self):
        wrong = line("state", key="jp", name_en="A name", colour="red")
        assert [finding.place.line for finding in plan(wrong, wrong).findings] == [2, 3]

    def test_lines_without_a_key_are_not_those_of_one_record(self):
        found = plan(line("state", name_en="Japan"), line("state", name_en="Korea")).findings
        assert [(finding.place.line, finding.field, finding.conflict) for finding in found] == [
            (2, "key", False),
            (3, "key", False),
        ]

    def test_a_key_in_a_broken_line_is_not_reported_as_unknown_too(self):

        text = b'[\n{"model": "partnerships.area", "fields": {"key": "a", "note": x}},\n'
        text += b'{"model": "partnerships.area", "fields": {"key": "b", "name_en": "B", "parent": ["a"]}}\n]'
        assert only(importing.run(read_files([("a.json", text)]))).place.line == 2

    def test_nor_is_that_of_an_object_that_is_no_line(self):
        wrong = line("areas", key="a", name_en="A")
        found = plan(wrong, line("area", key="b", name_en="B", parent=["a"])).findings
        assert {finding.place.line for finding in found} == {2}


class TestAgainstTheRegister:
    def test_a_slug_of_another_record_is_a_conflict(self):
        models.State.objects.create(key="jp", slug_en="japan")
        finding = only(plan(line("state", key="nippon", name_en="A name", slug_en="japan")))
        assert finding.conflict
        assert finding.field == "slug_en"

    def test_two_stops_in_one_place_of_the_order_are_a_conflict(self):
        stops = [line("stop", key=key, visit=["v"], position=1, place=["p"]) for key in "ab"]
        visit, place = line("visit", key="v", title_en="A title"), line("place", key="p", name_en="A name")
        finding = only(plan(visit, place, *stops))
        assert finding.conflict
        assert "same order" in finding.message

    def test_two_statements_that_disagree_on_disagreeing_are_a_conflict(self):
        outcome = plan(
            line("statement", key="a", text_en="A text", contradicts=[["b"]]),
            line("statement", key="b", text_en="A text", contradicts=[]),
        )
        assert only(outcome).conflict


class TestDocumented:
    """What docs/fixtures.md says of single values."""

    @pytest.mark.parametrize(
        "right",
        [
            *(
                line("source", key="x", title_en="A title", url=f"{scheme}://example.org/é%20")
                for scheme in ("http", "https", "ftp", "ftps")
            ),
            line("state", key="x", name_en="A name", slug_fr="le_japon-2"),
            line("state", key="cshh", name_en="A name"),
            line("statement", key="x", text_en="A text", count=2147483647),
            line("participation", key="x", agreement=["pact"], styled_en="X", position=32767),
            line("place", key="x", name_en="A name", latitude="50.8467", longitude=-180),
            line("decision", key="x", title_en="A title"),
            line("meeting", key="x", date="2025-06-24/2025-06-25", time="10:00:30"),
            *(
                line("citation", key="c", agreement=["pact"], source=["s"], field=name)
                for name in ("title", "title_fr", "period", "partners")
            ),
        ],
    )
    def test_it_is_taken(self, right):
        assert messages(plan(PACT, line("source", key="s", title_en="A title"), right)) == ""

    @pytest.mark.parametrize("url", ["example.org", "mailto:a@example.org", "https://example.org/a b", "javascript:0"])
    def test_other_addresses_are_not(self, url):
        assert only(plan(line("source", key="x", title_en="A title", url=url))).field == "url"

    def test_an_import_publishes_without_inventing_an_instant(self):
        assert apply(line("area", key="x", name_en="X", publication="published"), by=publisher()).findings == []
        assert models.Area.objects.get().published_at is None


@pytest.mark.once
class TestHostile:
    """What nobody writes is refused in few words; what somebody writes is reported whole."""

    def findings(self, *objects):
        return plan(*objects).findings

    def test_objects_that_are_none_are_counted_from_some_number_on(self):
        found = self.findings(*[0] * 5000)
        assert len(found) == 1001
        assert "4000 more of this kind" in found[-1].message

    @pytest.mark.parametrize(
        "wrong",
        [
            line("state", key="jp", name_en="A name", **{f"x{n}": 1 for n in range(5000)}),
            line("state", key="jp", name_en="A name", predecessors=[[f"s{n}"] for n in range(5000)]),
        ],
    )
    def test_mistakes_of_one_object_are_counted_from_some_number_on(self, wrong):
        found = self.findings(wrong)
        assert len(found) == 101
        assert "4900 more of this kind" in found[-1].message

    def test_lines_that_disagree_are_counted_from_some_number_on(self):
        assert len(self.findings(*(line("area", key="a", name_en="A name", note=str(n)) for n in range(300)))) == 101

    def test_every_record_with_a_mistake_is_reported(self):
        assert len(self.findings(*(line("area", key=f"a{n}", name_en="A name", note=1) for n in range(1100)))) == 1100

    def test_long_names_are_cut(self):
        long = "x" * 100_000
        found = self.findings(
            line("area", key=long, name_en="A name"),
            line("area", key="a", name_en="A name", parent=[long]),
            line(long),
            line("area", key="b", name_en="A name", **{long: 1}),
        )
        assert len(messages(plan(line("area", key="a", name_en="A name", parent=[long])))) < 1000
        assert max(len(str(finding)) for finding in found) < 2000

    def test_many_statements_that_disagree_take_no_more_time_than_they_are(self):
        def look(number):
            keys = [f"s{n}" for n in range(number)]
            all_of_all = [
                line("statement", key=key, text_en="A text", contradicts=[[other] for other in keys if other != key])
                for key in keys
            ]
            find_one_sided(read_files([("test.json", content(*all_of_all))]).entries)

        # Three times as many, each with three times as many others.
        assert growth(look, 100, 300) < 27
