"""What the page of the search says."""

from dataclasses import replace

import pytest
from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import override

from partnerships.listing.cursor import encode
from partnerships.pages.search import (
    FEW,
    MANY,
    Result,
    ResultGroup,
    Results,
    _exact,
    cut_short,
    load_found,
    results,
    start_asked,
)
from partnerships.projections.search import MOST, NAMED, WHOLE
from partnerships.projections.search.best_hits import Found, Hit
from tests.factories import (
    PUBLISHED,
    AreaFactory,
    DecisionFactory,
    OfficeFactory,
    PageFactory,
    PartnerFactory,
    PersonFactory,
    TenureFactory,
)

pytestmark = pytest.mark.django_db


def asked(query):
    with override("en"):
        return results(QueryDict(query))


class TestResults:
    def test_groups_count_and_lead_to_all(self):
        for number in range(FEW + 1):
            DecisionFactory(key=f"d-{number}", title_en="Seaweed", **PUBLISHED)
        AreaFactory(key="a", name_en="Seaweed and more", **PUBLISHED)
        found = asked("q=seaweed")
        assert [(group.kind, group.number, len(group.results)) for group in found.groups] == [
            ("decision", "6", FEW),
            ("area", "1", 1),
        ]
        assert found.groups[0].more == "?q=seaweed&kind=decision"
        assert found.said == "7 records"

    def test_group_that_is_shown_whole_leads_nowhere(self):
        for number in range(FEW):
            DecisionFactory(key=f"d-{number}", title_en="Seaweed", **PUBLISHED)
        (group,) = asked("q=seaweed").groups
        assert (group.number, len(group.results), group.more, group.more_text) == (str(FEW), FEW, "", "")

    @pytest.mark.parametrize(("number", "goes_on"), [(MANY, False), (MANY + 1, True)])
    def test_one_kind_goes_on_where_there_is_more(self, number, goes_on):
        for one in range(number):
            DecisionFactory(key=f"d-{one:03}", title_en="Seaweed", **PUBLISHED)
        assert bool(asked("q=seaweed&kind=decision").later) is goes_on

    def test_one_kind_goes_on_page_by_page(self):
        for number in range(MANY + 2):
            DecisionFactory(key=f"d-{number:03}", title_en="Seaweed", **PUBLISHED)
        first = asked("q=seaweed&kind=decision")
        assert len(first.groups[0].results) == MANY
        second = asked(first.later)
        assert [result.record.key for result in second.groups[0].results] == ["d-050", "d-051"]
        assert asked(second.earlier).groups[0].results[0].record.key == "d-000"

    @pytest.mark.parametrize(
        ("name", "shown"),
        [
            ({"name_en": "Seaweed", "name_fr": "Varech"}, "<mark>Seaweed</mark>"),
            ({"name_en": "", "name_fr": "Seaweed"}, '<span lang="fr"><mark>Seaweed</mark></span>'),
        ],
    )
    def test_name_says_its_language_where_it_is_another_one(self, name, shown):
        AreaFactory(**name, **PUBLISHED)
        assert asked("q=seaweed").groups[0].results[0].name == shown

    def test_whole_name_leads(self):
        PersonFactory(key="kono", name="Taro Kono", **PUBLISHED)
        assert asked("q=kono+taro").exact.record.key == "kono"
        assert asked("q=kono+taroo").exact.record.key == "kono"
        assert asked("q=kono+minister").exact is None
        # Of two who are called alike each may be meant.
        PersonFactory(name="Taro Kono", **PUBLISHED)
        assert asked("q=kono+taro").exact is None

    def test_whole_name_does_not_stand_twice_in_a_row(self):
        PersonFactory(key="kono", name="Taro Kono", **PUBLISHED)
        assert asked("q=kono+taro").exact_begins
        assert asked("q=kono+minister").exact_begins is False
        for told in ({"told": ("He did.",)}, {"then": "What happened."}):
            assert not replace(asked("q=kono+taro"), **told).exact_begins

    def test_instruction_that_is_none_is_said(self):
        assert asked("q=japan+OR+korea").instructions == "“OR”"
        assert asked("q=japan").instructions == ""

    def test_whoever_is_named_among_other_words_leads(self):
        PersonFactory(key="kono", name="Taro Kono", **PUBLISHED)
        DecisionFactory(title_en="Seaweed of Taro Kono", **PUBLISHED)
        found = asked("q=minister+taro+kono")
        assert ([one.record.key for one in found.people], found.exact) == ([], None)
        assert [one.record.key for one in asked("q=seaweed+taro+kono").people] == ["kono"]
        PersonFactory(name="Taro Kono", **PUBLISHED)
        assert asked("q=seaweed+taro+kono").people == ()

    def test_what_happened_then_is_told_beside_a_page_about_the_register_alone(self):
        DecisionFactory(title_en="Treaty", date="2015-05-06", **PUBLISHED)
        PageFactory(key="method", text_en="Seaweed on 6 May 2015.", **PUBLISHED)
        assert asked("q=seaweed+6+May+2015").then is not None
        assert asked("q=treaty+6+May+2015").then is None

    def test_passage_of_the_other_language_says_so(self):
        AreaFactory(key="here", name_en="One", summary_en="Of seaweed", **PUBLISHED)
        AreaFactory(key="there", name_en="Two", summary_en=None, summary_fr="De seaweed", **PUBLISHED)
        (group,) = asked("q=seaweed").groups
        passages = {result.record.key: str(result.passage) for result in group.results}
        assert passages["here"] == "Of <mark>seaweed</mark>"
        assert passages["there"].startswith(
            '<span lang="fr">De <mark>seaweed</mark></span> <small class="untranslated">'
        )

    def test_slip_is_said(self):
        PersonFactory(name="Jens Stoltenberg", **PUBLISHED)
        assert asked("q=stoltenburg").read_as == (("stoltenburg", "“stoltenberg”"),)

    def test_words_left_out_are_said(self):
        PersonFactory(key="kono", name="Taro Kono", **PUBLISHED)
        found = asked("q=kono+xyzzyx")
        assert found.left_out == "“xyzzyx”"
        assert [result.record.key for group in found.groups for result in group.results] == ["kono"]

    def test_empty_answer_says_ways_on(self):
        for name in ("Taro Kono", "Shinzo Abe"):
            PersonFactory(name=name, **PUBLISHED)
        found = asked("q=kono+abe")
        assert found.groups == ()
        assert found.apart == (("kono", "q=kono"), ("abe", "q=abe"))
        assert ("Timeline", "/en/timeline/") in found.browse
        assert asked("q=kono").browse == asked("").browse == ()

    def test_time_among_words_that_find_nothing_is_told(self):
        DecisionFactory(date="2018-05-24", **PUBLISHED)
        assert asked("q=xyzzyx+2018").then is not None
        assert asked("q=xyzzyx+1918").then is None

    def test_answer_is_not_followed_by_that_nothing_is_found(self):
        office = OfficeFactory(name_en="Keeper of seals", single_holder=True, **PUBLISHED)
        person = PersonFactory(name="Sakaba", **PUBLISHED)
        TenureFactory(office=office, person=person, period="2018-01-05/2019-02-03", **PUBLISHED)
        DecisionFactory(title_en="The day after", **PUBLISHED)
        found = asked("q=who+came+after+Sakaba")
        assert (len(found.told), found.groups, found.answers_alone, found.browse) == (1, (), True, ())
        # A search that is narrowed down is one for records.
        assert asked("q=who+came+after+Sakaba&kind=person").told == ()

    def test_time_by_itself_is_answered_by_what_happened_then(self):
        DecisionFactory(title_en="May", date="2018-06-24", **PUBLISHED)
        found = asked("q=24+June+2018")
        assert (found.then is not None, found.groups, found.left_out, found.browse) == (True, (), "", ())
        assert asked("q=24+May+2018").groups

    def test_little_that_is_found_is_not_all(self):
        AreaFactory(key="cyber", name_en="Cyber defence", **PUBLISHED)
        DecisionFactory(title_en="A decision", text_en="On cyber security, security and security", **PUBLISHED)
        AreaFactory(name_en="Sea", summary_en="Security", **PUBLISHED)
        found = asked("q=cyber+security")
        assert ([one.record.key for one in found.most_of], found.but) == (["cyber"], "“security”")

    def test_what_is_found_is_not_offered_again(self):
        AreaFactory(name_en="Cyber defence", summary_en="Of seaweed", **PUBLISHED)
        found = asked("q=cyber+seaweed")
        assert (found.said, found.most_of) == ("1 record", ())

    def test_filter_that_names_nothing_public_finds_nothing(self):
        DecisionFactory(title_en="Seaweed", **PUBLISHED)
        PartnerFactory(key="draft")
        assert asked("q=seaweed&partner=draft").groups == asked("q=seaweed&partner=none").groups == ()

    def test_nothing_asked_is_nothing_found(self):
        assert asked("").groups == asked("q=+").groups == ()


class TestLoad:
    def test_drafts_are_not_loaded(self):
        DecisionFactory(key="d")
        assert load_found("decision", ["d"]) == {}


def group(*several):
    return ResultGroup("person", "People", "1", [*several])


def result(name):
    return Result(PersonFactory.build(key=name), f"/{name}/", name, "", "")


class TestWhatWasTyped:
    @pytest.mark.parametrize(
        ("groups", "then", "told", "alone"),
        [
            ((), None, (), False),
            ((), "then", (), True),
            ((), None, ("told",), True),
            ((group(),), "then", ("told",), False),
        ],
    )
    def test_answer_stands_alone_where_nothing_is_found(self, groups, then, told, alone):
        assert Results("text", groups=groups, then=then, told=told).answers_alone is alone

    def test_list_begins_with_what_was_typed_unless_an_answer_stands_before_it(self):
        one, other = result("one"), result("other")
        found = Results("text", groups=(group(one, other),), exact=one)
        assert found.exact_begins
        for fields in ({"exact": other}, {"exact": None}, {"told": ("told",)}, {"then": "then"}, {"groups": ()}):
            assert not replace(found, **fields).exact_begins, fields
        assert not replace(found, groups=(group(), group(one))).exact_begins

    def test_record_called_so_is_that_one_where_no_other_is(self):
        whole, part = (Hit("person", key, how, "") for key, how in (("one", WHOLE), ("two", NAMED)))
        made = {"person": ["one"], "area": ["area"]}
        areas = Found("area", (replace(part, kind="area"),), more=False)
        assert _exact([areas, Found("person", (whole, part), more=False)], made) == "one"
        assert _exact([Found("person", (whole,), more=False)], made) == "one"
        assert _exact([Found("person", (whole, whole), more=False)], made) is None
        assert _exact([Found("person", (part,), more=False)], made) is None
        assert _exact([Found("person", (whole,), more=False)], {"person": []}) is None
        assert _exact([], made) is None

    def test_of_which_kinds_there_is_more_is_said(self):
        hit = (Hit("person", "one", NAMED, ""),)
        with override("en"):
            assert cut_short([Found("person", hit, more=False)]) == ""
            said = cut_short([Found("person", hit, more=False), Found("decision", hit, more=True)])
        assert said.startswith(f"Of one kind no more than {MOST} records are given")
        assert "these: Decisions." in said

    @pytest.mark.parametrize("place", [0, MOST])
    def test_list_of_one_kind_goes_on_from_a_place_that_there_is(self, place):
        assert start_asked(QueryDict(f"after={encode(str(place))}")) == place
        assert start_asked(QueryDict("")) == 0

    @pytest.mark.parametrize("place", ["x", "-1", str(MOST + 1)])
    def test_list_goes_on_from_no_other_place(self, place):
        with pytest.raises(BadRequest):
            start_asked(QueryDict(f"after={encode(place)}"))
