"""The page of a source: the document, what rests on it, what it contradicts, in parts."""

import re
from datetime import date

import pytest

from partnerships.pages import sources
from partnerships.pages.sources import USES, source_facts
from tests.factories import (
    PUBLISHED,
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    MeetingFactory,
    PersonFactory,
    SourceFactory,
)
from tests.pages.reading import facts_said, hrefs, rows

pytestmark = pytest.mark.django_db
PATH = "/en/sources/s/"


@pytest.fixture
def source():
    return SourceFactory(key="s", **PUBLISHED)


def cited(source, number):
    for one in range(number):
        CitationFactory(source=source, decision=DecisionFactory(title_en=f"Decision {one}", **PUBLISHED))


class TestUses:
    @pytest.mark.parametrize(("number", "goes_on"), [(USES, False), (USES + 1, True)])
    def test_go_on_where_there_are_more(self, client, source, number, goes_on):
        cited(source, number)
        assert len(rows(client, PATH, "uses")) == USES
        onward = [way for way in hrefs(client, PATH) if way.startswith("?after=")]
        assert len(onward) == goes_on
        if goes_on:
            assert len(rows(client, PATH + onward[0], "uses")) == 1
            assert not [way for way in hrefs(client, PATH + onward[0]) if way.startswith("?after=")]

    def test_are_made_once_under_a_version_for_each_part_that_is_asked(self, client, source, monkeypatch):
        cited(source, USES + 1)
        [onward] = [way for way in hrefs(client, PATH) if way.startswith("?after=")]
        made, whole = [], sources._uses
        monkeypatch.setattr(sources, "_uses", lambda *asked: made.append(1) or whole(*asked))
        # No page is answered from the pages that are kept: who has a log-in gets each made anew.
        client.cookies["sessionid"] = "somebody"
        found = [len(rows(client, path, "uses")) for path in (PATH, PATH + onward, PATH, PATH + onward)]
        assert found == [USES, 1, USES, 1]
        assert len(made) <= 2
        CitationFactory(source=source, decision=DecisionFactory(**PUBLISHED))
        assert len(rows(client, PATH + onward, "uses")) == 2

    def test_what_happened_stands_before_what_it_is_told_of(self, client, source):
        for name in ("Cyber", "Space"):
            CitationFactory(source=source, area=AreaFactory(name_en=name, **PUBLISHED))
        CitationFactory(source=source, decision=DecisionFactory(title_en="Decision", **PUBLISHED))
        CitationFactory(source=source, meeting=MeetingFactory(title_en="Talks", **PUBLISHED))
        CitationFactory(source=source, decision=DecisionFactory(title_en="Later decision", **PUBLISHED))
        assert [row[0] for row in rows(client, PATH, "uses")] == ["Decision", "Later decision", "Talks"]
        assert [row[0] for row in rows(client, PATH, "background")] == ["Cyber", "Space"]
        assert "Places, people, offices and areas that it tells of (2)" in client.get(PATH).text
        cited(source, USES)
        (onward,) = [one for one in hrefs(client, PATH) if one.startswith("?after=")]
        assert rows(client, PATH, "background") == []
        assert [row[0] for row in rows(client, PATH + onward, "uses")] == [
            f"Decision {USES - 2}",
            f"Decision {USES - 1}",
            "Talks",
        ]
        assert [row[0] for row in rows(client, PATH + onward, "background")] == ["Cyber", "Space"]

    def test_part_of_background_alone_is_not_folded_away(self, client, source):
        for number in range(USES + 1):
            CitationFactory(source=source, area=AreaFactory(name_en=f"Area {number}", **PUBLISHED))
        assert len(rows(client, PATH, "background")) == USES
        assert "background-all" not in client.get(PATH).text

    def test_name_the_fact_the_field_and_the_place(self, client, source):
        decision = DecisionFactory(title_en="Decision", **PUBLISHED)
        CitationFactory(source=source, decision=decision, field="date", value="2018-05-24", locator="§ 1")
        CitationFactory(source=source, decision=decision, locator="§ 2", remark_en="Said in passing.")
        assert rows(client, PATH, "uses") == [
            ["Decision", "decision", "date, 24 May 2018", "§ 1"],
            ["Decision", "decision", "Said in passing.", "§ 2"],
        ]

    def test_what_it_contradicts_stands_apart(self, client, source):
        decision = DecisionFactory(title_en="Decision", **PUBLISHED)
        CitationFactory(source=source, decision=decision, stance="contradicts", field="date", value="2018-05-23")
        assert rows(client, PATH, "uses") == []
        assert rows(client, PATH, "against") == [["Decision", "decision", "date, 23 May 2018"]]

    def test_field_that_no_record_has_is_not_named(self, client, source):
        citation = CitationFactory(source=source, decision=DecisionFactory(title_en="Decision", **PUBLISHED))
        type(citation).objects.update(field="none-such")
        assert rows(client, PATH, "uses") == [["Decision", "decision"]]

    def test_turning_points_come_before_everything(self, client, source):
        decision = DecisionFactory(title_en="Mission designated", date="2018-05-24", **PUBLISHED)
        CitationFactory(source=source, area=AreaFactory(**PUBLISHED))
        CitationFactory(source=source, decision=decision)
        first, _uses, _rest = client.get(PATH).text.partition('id="uses"')
        assert "Mission designated" in first.partition('id="turning-points"')[2]

    def test_turning_points_end_with_the_last_day_it_can_tell_of(self, client, source):
        source.date = "2018-05-24"
        source.save()
        for day in ("2018-05-23", "2018-05", "2018-05-25"):
            CitationFactory(source=source, decision=DecisionFactory(title_en=f"Decided {day}.", date=day, **PUBLISHED))
        turns = client.get(PATH).text.partition('id="turning-points"')[2].partition('id="uses"')[0]
        assert [day for day in ("2018-05-23", "2018-05", "2018-05-25") if f"Decided {day}." in turns] == [
            "2018-05-23",
            "2018-05",
        ]

    @pytest.mark.parametrize(("stance", "table"), [("supports", "uses"), ("contradicts", "against")])
    def test_drafts_are_not_named(self, client, source, stance, table):
        CitationFactory(source=source, person=PersonFactory(name="Secret Person"), stance=stance)
        assert "Secret" not in client.get(PATH).text
        assert rows(client, PATH, table) == []

    def test_come_in_parts_there_and_back(self, client, source):
        cited(source, USES + 3)
        seen, path = [], PATH
        for _part in range(2):
            seen += [row[0] for row in rows(client, path, "uses")]
            onward = [one for one in hrefs(client, path) if one.startswith("?after=")]
            last, path = path, PATH + onward[0] if onward else None
        assert seen == [f"Decision {one}" for one in range(USES + 3)]
        (back,) = [one for one in hrefs(client, last) if one.startswith("?before=")]
        assert [row[0] for row in rows(client, PATH + back, "uses")] == seen[:USES]
        assert not [one for one in hrefs(client, PATH + back) if one.startswith("?before=")]

    def test_come_back_over_what_has_no_date_and_lead_on_either_way(self, client, source):
        cited(source, USES)
        for number in range(USES + 1):
            CitationFactory(source=source, area=AreaFactory(name_en=f"Area {number:02}", **PUBLISHED))
        path, ways = PATH, []
        for _part in range(2):
            (onward,) = [way for way in hrefs(client, path) if way.startswith("?after=")]
            path = PATH + onward
        (back,) = [way for way in hrefs(client, path) if way.startswith("?before=")]
        ways = [way.partition("=")[0] for way in hrefs(client, PATH + back) if way.startswith(("?after=", "?before="))]
        assert [row[0] for row in rows(client, PATH + back, "background")] == [f"Area {one:02}" for one in range(USES)]
        assert sorted(ways) == ["?after", "?before"]
        (back,) = [way for way in hrefs(client, PATH + back) if way.startswith("?before=")]
        assert [row[0] for row in rows(client, PATH + back, "uses")] == [f"Decision {one}" for one in range(USES)]

    @pytest.mark.parametrize("asked", ["after=x", "after=eA", "before=eA", "after=MQoz", "before=eAow"])
    def test_part_that_makes_no_sense_is_refused(self, client, source, asked):
        assert client.get(f"{PATH}?{asked}").status_code == 400

    def test_take_as_many_queries_with_many_uses(self, client, source, django_assert_max_num_queries):
        cited(source, 2)
        with django_assert_max_num_queries(200) as few:
            client.get(PATH)
        cited(source, 20)
        with django_assert_max_num_queries(len(few)):
            client.get(f"{PATH}?on=2018-01-01")


class TestFacts:
    @pytest.mark.usefixtures("english")
    def test_stand_in_their_order(self, source):
        source.original_title, source.languages, source.author, source.date = "原題", "ja en", "Ann", "2018-05-24"
        source.publisher_en, source.accessed_on, source.url = "NATO", date(2018, 6, 1), "https://a.example/"
        assert [name for name, _said in facts_said(source_facts(source))] == [
            *("Original title", "Publisher", "Author", "Kind", "Date", "Languages", "Consulted on", "Address")
        ]
        said = dict(facts_said(source_facts(source)))
        assert [said[name] for name in ("Publisher", "Author", "Date")] == ["NATO", "Ann", "24 May 2018"]
        bare = SourceFactory.build(url="", languages="", date="")
        assert [name for name, _said in facts_said(source_facts(bare))] == ["Kind", "Address"]

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({}, None),
            ({"not_archived": True}, "none"),
            ({"archive_url": "https://web.archive.example/a"}, "https://web.archive.example/a"),
        ],
    )
    def test_archived_copy_is_led_to_or_said_to_be_none_and_nothing_where_nobody_looked(
        self, client, source, fields, said
    ):
        type(source).objects.update(**fields)
        found = re.search(r"<dt>Archived copy</dt>\s*<dd>(.*?)</dd>", client.get("/en/sources/s/").text, re.S)
        assert (found and re.sub("<[^>]+>", "", found[1]).strip()) == said

    @pytest.mark.parametrize(
        ("url", "said"), [("", "no address is recorded"), ("https://nato.example/a", "https://nato.example/a")]
    )
    def test_address_is_led_to_or_said_not_to_be_recorded(self, client, source, url, said):
        type(source).objects.update(url=url)
        found = re.search(r"<dt>Address</dt>\s*<dd>(.*?)</dd>", client.get("/en/sources/s/").text, re.S)
        assert re.sub("<[^>]+>", "", found[1]).strip() == said

    def test_original_title_has_its_own_language(self, client, source):
        type(source).objects.update(original_title="大使の信任状", languages="ja en")
        assert '<span lang="ja">大使の信任状</span>' in client.get("/en/sources/s/").text
