"""The paths of the kinds, read backwards."""

import pytest

from partnerships.models import Citation, Partner, State, Tenure
from partnerships.projections.dependents import (
    KEPT,
    Taking,
    keys_of,
    lines_taking,
    links_between_many,
    own_keys,
    reaching,
    takings,
)
from partnerships.records.kinds import KINDS


def kinds_of(several):
    return {each.kind for each in several}


def test_every_kind_takes_from_its_own_rows():
    for name, kind in KINDS.items():
        assert any(each.kind == name and not each.path for each in takings()[kind.model]), name


def test_all_that_is_taken_is_a_column_and_every_path_a_path():
    for model, several in takings().items():
        columns = {field.attname for field in model._meta.concrete_fields}
        for each in several:
            assert each.columns <= columns, each
            assert each.records([]).query.model is KEPT[each.kind].model


def test_a_column_moves_what_takes_it_and_nothing_else():
    of_state = lines_taking(Partner, {"state_id"})
    assert "mission" in kinds_of(of_state)
    assert kinds_of(lines_taking(Partner, {"note"})) == set()
    assert kinds_of(lines_taking(Partner, {"summary_en"})) == {"partner"}
    assert kinds_of(lines_taking(Partner, None)) >= kinds_of(of_state)


def test_a_new_row_is_reached_only_by_what_it_names():
    assert all(each.backwards for each in lines_taking(State, None, created=True))
    assert kinds_of(lines_taking(State, None, created=True)) < kinds_of(lines_taking(State, None))
    assert "decision" in kinds_of(lines_taking(Citation, None, created=True))


@pytest.mark.parametrize("name", KINDS)
def test_every_link_of_its_concerns_is_followed(name):
    kind = KINDS[name]
    tables = [link.remote_field.through for link in kind.model._meta.many_to_many]
    concerned = [table for table in tables if any(link.kind == name for link in links_between_many().get(table, ()))]
    paths = {path.split(".")[0] for path in kind.paths} if kind.moments else set()
    assert len(concerned) >= len([link for link in kind.model._meta.many_to_many if link.name in paths])


def test_own_keys_are_those_of_the_record_itself():
    assert own_keys(State, "jp").keys() == {"state"}
    assert set().union(*own_keys(Tenure, "t").values()) == {"t"}


def test_decision_about_all_partners_is_reached_by_when_one_of_them_was_and_by_nothing_else():
    assert len(reaching(Partner, None)) == len(reaching(Partner, {"key", "note"})) == 1
    assert len(reaching(Partner, {"end_latest"})) == 1
    assert reaching(Partner, {"note"}) == reaching(State, None) == []


def test_nothing_is_asked_of_no_rows():
    assert keys_of([Taking("state", "", frozenset({"key"}), True)], []) == {}
