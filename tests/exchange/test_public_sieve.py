"""A public file: no draft and nothing that names one, no picture that says nothing, nothing for staff."""

import pytest
from django.test import TestCase

from partnerships.exchange.public_sieve import (
    Public,
    PublicSieve,
    natural_key,
    published_keys,
    row_of_line,
    single_links,
)
from partnerships.models import (
    Area,
    Citation,
    Decision,
    Meeting,
    Organization,
    Participation,
    Partner,
    Person,
    Picture,
    Place,
    Source,
    State,
    Stop,
    Visit,
)
from tests.factories import AreaFactory, DecisionFactory, MeetingFactory, VisitFactory, past_the_fence

from .fixtures import line

PUBLIC = {"publication": "published"}
SAID = {"file": "0" * 64, "width": 8, "height": 6, "alternative_fr": "Une porte", "alternative_en": "A door"}


def seen(**keys):
    """What knows records of these kinds alone."""
    kinds = {"area": Area, "organization": Organization, "place": Place, "state": State, "source": Source}
    kinds |= {"person": Person, "visit": Visit, "meeting": Meeting, "decision": Decision, "partner": Partner}
    return PublicSieve({model: set(keys.get(name, ())) for name, model in kinds.items()})


def keys(lines):
    return [each["fields"]["key"] for each in lines]


class TestLines:
    def test_are_those_of_a_record_and_its_parts(self):
        lines = [line("area", key="a", name_en="A"), line("citation", key="c", area=["a"], source=["s"])]
        assert seen(area=["a"], source=["s"]).lines(lines) == lines

    def test_that_name_what_is_hidden_are_left_out(self):
        lines = [line("area", key="a"), line("citation", key="c", area=["a"], source=["s"])]
        assert keys(seen(area=["a"]).lines(lines)) == ["a"]

    def test_that_name_a_part_left_out_are_left_out_too(self):
        lines = [
            line("visit", key="v"),
            line("stop", key="one", visit=["v"], place=["hidden"]),
            line("stop", key="two", visit=["v"], place=["seen"]),
            line("meeting", key="m", stop=["v", "one"]),
            line("meeting", key="n", stop=["v", "two"]),
            line("participation", key="p", meeting=["m"]),
            line("participation", key="q", meeting=["n"]),
        ]
        assert keys(seen(visit=["v"], place=["seen"], meeting=["m", "n"]).lines(lines)) == ["v", "two", "n", "q"]

    def test_have_lists_of_what_is_seen_alone(self):
        lines = [line("visit", key="v", areas=[["a"], ["b"], ["c"]], partners=[["p"]])]
        assert seen(area=["c", "a"]).lines(lines) == [line("visit", key="v", areas=[["a"], ["c"]])]

    def test_say_nothing_for_staff(self):
        lines = [line("area", key="a", name_en="A", note="x", withdrawal_reason_fr="x", withdrawal_reason_en="x")]
        assert seen().lines(lines) == [line("area", key="a", name_en="A")]

    def test_leave_what_was_given_as_it_was(self):
        lines = [line("visit", key="v", note="x", areas=[["a"]])]
        seen().lines(lines)
        assert lines == [line("visit", key="v", note="x", areas=[["a"]])]

    def test_do_not_cite_the_birth_of_somebody_who_lives(self):
        cited = [
            line("citation", key="birth", person=["p"], source=["s"], field="birth"),
            line("citation", key="name", person=["p"], source=["s"], field="name"),
        ]
        sees = seen(person=["p"], source=["s"])
        living, dead = line("person", key="p", birth="1950"), line("person", key="p", birth="1950", death="2001")
        assert sees.lines([living, *cited]) == [line("person", key="p"), cited[1]]
        assert sees.lines([dead, *cited]) == [dead, *cited]

    def test_show_no_picture_that_says_nothing(self):
        silent = {name: value for name, value in SAID.items() if name != "alternative_en"}
        lines = [
            line("area", key="a"),
            line("picture", key="said", area=["a"], **SAID),
            line("picture", key="silent", area=["a"], **silent),
        ]
        assert keys(seen(area=["a"]).lines(lines)) == ["a", "said"]


class TestWithoutHidden:
    def test_the_line_stays_without_its_links_to_what_is_hidden(self):
        given = line("decision", key="d", body=["hidden"], follows=["seen"], areas=[["hidden"]], date="2018")
        expected = line("decision", key="d", follows=["seen"], areas=[["hidden"]], date="2018")
        assert seen(decision=["seen"]).without_hidden(given) == expected
        assert given["fields"]["body"] == ["hidden"]


class TestRows:
    def test_links_to_one_record_are_told_from_lists(self):
        assert list(single_links(Area)) == ["parent"]
        assert list(single_links(State)) == []

    def test_natural_key_of_a_stop_begins_with_its_visit(self):
        assert natural_key(Stop, {"key": "one", "visit": ["v"]}) == ("v", "one")
        assert natural_key(Participation, {"key": "p", "visit": ["v"]}) == ("p",)

    def test_row_says_what_its_line_does_without_naming_others(self):
        citation = row_of_line(line("citation", key="c", source=["s"], field="birth"))
        assert (type(citation), citation.key, citation.field, citation.source_id) == (Citation, "c", "birth", None)
        visit = row_of_line(line("visit", key="v", title_en="V", areas=[["a"]]))
        assert (type(visit), visit.title_en) == (Visit, "V")
        assert row_of_line(line("picture", key="p", area=["a"], **SAID)).width == 8
        assert isinstance(row_of_line(line("picture", key="p")), Picture)


@pytest.mark.once
class TestSeen(TestCase):
    def test_knows_those_that_lines_name_as_far_as_they_are_published(self):
        AreaFactory(key="shown", **PUBLIC)
        AreaFactory(key="shown-parent", **PUBLIC)
        AreaFactory(key="unnamed", **PUBLIC)
        AreaFactory(key="hidden")
        several = [
            [line("visit", key="v", areas=[["shown"], ["hidden"]])],
            [line("area", key="a", parent=["shown-parent"])],
            [line("visit", key="w"), line("stop", key="one", visit=["w"]), line("meeting", key="m", stop=["w", "one"])],
        ]
        found = PublicSieve.of(several)
        assert found.keys[Area] == {"shown", "shown-parent"}
        assert found.keys[Visit] == set()

    def test_keys_are_those_that_are_published_among_some(self):
        for state in ("published", "draft", "in_review"):
            AreaFactory(key=state, publication=state)
        AreaFactory(key="another", **PUBLIC)
        assert published_keys(Area, {"published", "draft", "in_review"}) == {"published"}
        with self.assertNumQueries(0):
            assert published_keys(Area, set()) == set()


@pytest.mark.once
class TestPublic(TestCase):
    def test_is_what_is_published_and_names_nothing_else_however_far(self):
        with past_the_fence():
            hidden = AreaFactory(key="hidden")
            low = AreaFactory(key="low", parent=AreaFactory(key="middle", parent=hidden, **PUBLIC), **PUBLIC)
            AreaFactory(key="shown", parent=AreaFactory(key="top", **PUBLIC), **PUBLIC)
            AreaFactory(key="in-review", publication="in_review")
        public = Public()
        assert public.keys[Area] == {"shown", "top"}
        assert low.pk not in public.ids[Area]
        assert len(public.ids[Area]) == 2

    def test_stays_where_a_list_names_what_is_hidden(self):
        with past_the_fence():
            VisitFactory(key="v", **PUBLIC).areas.add(AreaFactory(key="hidden"))
            DecisionFactory(key="d", follows=DecisionFactory(), body__publication="published", **PUBLIC)
        public = Public()
        assert public.keys[Visit] == {"v"}
        assert public.keys[Decision] == set()

    def test_holds_the_meetings_of_published_visits(self):
        MeetingFactory(key="shown", visit=VisitFactory(**PUBLIC))
        MeetingFactory(key="hidden", visit=VisitFactory())
        assert Public().keys[Meeting] == {"shown"}
