"""What is asked of a list: whom it concerns, and when."""

import pytest
from django.core.exceptions import BadRequest
from django.http import QueryDict

from partnerships.listing.filters import choices, read_filters
from partnerships.listing.form_options import kinds
from tests.factories import AreaFactory, PartnerFactory, PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_key_of_a_draft_is_known_no_more_than_any_other():
    PersonFactory(key="shown", publication="published")
    PersonFactory(key="hidden")
    for asked, keys in (("person=hidden", ()), ("person=nobody", ()), ("person=hidden&person=shown", ("shown",))):
        found = read_filters(QueryDict(asked))
        assert (found.filters.person, found.unknown) == (keys, not keys)


@pytest.mark.parametrize(
    ("asked", "detail"),
    [
        ("", "main"),
        ("partner=jp", "main"),
        ("kind=visit", "all"),
        ("person=a", "all"),
        ("office=a", "all"),
        ("person=a&detail=main", "main"),
        ("partner=jp&detail=all", "all"),
    ],
)
def test_turning_points_are_shown_unless_everything_is_meant(asked, detail):
    PartnerFactory(key="jp", publication="published")
    assert read_filters(QueryDict(asked)).filters.detail == detail


@pytest.mark.parametrize(
    ("asked", "kinds", "unknown"),
    [
        ("", (), False),
        ("kind=visit", ("visit",), False),
        ("kind=nonsense&kind=visit", ("visit",), False),
        ("kind=nonsense", (), True),
        # It is a kind, and none of this list.
        ("kind=decision", (), True),
    ],
)
def test_kind_is_one_of_those_that_can_be_found_here(asked, kinds, unknown):
    found = read_filters(QueryDict(asked), kinds=("visit", "meeting"))
    assert (found.filters.kind, found.unknown) == (kinds, unknown)


@pytest.mark.parametrize(
    ("asked", "dated", "narrowed"),
    [
        ("", False, False),
        ("detail=all&order=newest", False, False),
        ("from=2018", True, True),
        ("on=2018-05-24", True, True),
        ("person=nobody", False, True),
    ],
)
def test_list_is_narrowed_down_by_a_time_or_by_a_key(asked, dated, narrowed):
    found = read_filters(QueryDict(asked))
    assert (found.dated, found.narrowed) == (dated, narrowed)
    assert (found.since, found.until) == ("2018" if "from" in asked else "", "")


def test_time_within_another_is_a_time():
    assert read_filters(QueryDict("from=2018&to=2018-05")).dated
    asked = read_filters(QueryDict("from=2018-05&to=2018"))
    assert (asked.dated, asked.since, asked.until) == (True, "2018-05", "2018")


@pytest.mark.parametrize(
    ("asked", "span"),
    [
        ("from=2018-05-01&to=2018-05-31&on=2018-05-24", (24, 24)),
        ("from=2018-05-25&on=2018-05-24", (25, 24)),
        ("to=2018-05-23&on=2018-05-24", (24, 23)),
        ("from=2018-05-01&to=2018-05-31", (1, 31)),
        ("from=2018-05&to=2018-06", (1, 30)),
    ],
)
def test_a_day_and_a_time_narrow_one_another(asked, span):
    assert tuple(day.day for day in read_filters(QueryDict(asked)).span) == span


def test_one_day_alone_is_a_time_and_one_that_ends_before_it_begins_is_none():
    assert read_filters(QueryDict("from=2018-05-24&to=2018-05-24")).dated
    with pytest.raises(BadRequest):
        read_filters(QueryDict("from=2018-05-25&to=2018-05-24"))


def test_key_of_one_kind_is_no_key_of_another():
    PartnerFactory(key="jp", publication="published")
    assert not read_filters(QueryDict("partner=jp")).unknown
    for other in ("area", "place", "person", "office", "body"):
        assert read_filters(QueryDict(f"{other}=jp")).unknown, other


def test_several_that_are_chosen_stand_first_and_one_alone_in_its_place():
    for key in ("au", "jp", "kr"):
        PartnerFactory(key=key, state__name_en=key, state__name_fr=key, publication="published")

    def offered(query):
        (choice,) = choices(read_filters(QueryDict(query)), ["partner"])
        return [(option.value, option.chosen) for option in choice.options]

    assert offered("") == [("au", False), ("jp", False), ("kr", False)]
    assert offered("partner=jp") == [("au", False), ("jp", True), ("kr", False)]
    assert offered("partner=kr&partner=jp") == [("jp", True), ("kr", True), ("au", False)]


def test_what_was_asked_for_is_offered_and_what_offers_nothing_is_not():
    PersonFactory(key="shown", name="Abe", publication="published")
    AreaFactory(key="space", name_en="Space", name_fr="Espace", publication="published")
    for query, names, offered in (
        ("", ["area", "partner"], {"area": ["Espace"]}),
        ("", [], {}),
        ("person=shown", ["area"], {"area": ["Espace"], "person": ["Abe"]}),
        ("person=hidden&person=shown", [], {"person": ["Abe", "inconnu\u00a0: hidden"]}),
        ("kind=nonsense", [], {"kind": [*(one.text for one in kinds()), "inconnu\u00a0: nonsense"]}),
    ):
        found = choices(read_filters(QueryDict(query)), names)
        assert {choice.parameter: [option.text for option in choice.options] for choice in found} == offered


@pytest.mark.parametrize(("query", "several"), [("", False), ("kind=visit", False), ("kind=visit&kind=meeting", True)])
def test_field_holds_one_value_or_none_unless_several_are_chosen(query, several):
    (choice,) = choices(read_filters(QueryDict(query)), ["kind"])
    assert (" multiple" in choice.field, '<option value="">' in choice.field) == (several, not several)
    assert choice.field.count(" selected") == query.count("kind=")
