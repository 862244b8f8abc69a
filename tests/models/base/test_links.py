"""Where links lead, and that nothing is deleted that one names."""

import pytest
from django.contrib.auth.models import User
from django.db.models import PROTECT

from partnerships.models import Decision, Meeting, Participation, Partner, Statement
from partnerships.models.base import ends_of, model_at_end, related_name, target_of
from partnerships.models.base.links import owner_in
from partnerships.records.kinds import KINDS, PARTS

MODELS = [*(kind.model for kind in KINDS.values()), *PARTS]


def test_lead_to_a_model():
    assert target_of(Decision, "partners")._meta.model_name == "partner"
    with pytest.raises(LookupError, match="title_en leads to no other model"):
        target_of(Decision, "title_en")
    assert related_name(Decision, "partners") == "decisions"
    assert model_at_end(Meeting, "stop.visit.partners") is Partner


def test_have_a_table_whose_own_side_comes_first():
    assert ends_of(Decision._meta.get_field("partners"))[1:] == ("decision", "partner")
    assert ends_of(Statement._meta.get_field("contradicts"))[1:] == ("from_statement", "to_statement")


@pytest.mark.parametrize("model", MODELS)
def test_nothing_is_deleted_that_a_link_names(model):
    for link in model._meta.many_to_many:
        table, _own, named = ends_of(link)
        assert table._meta.get_field(named).remote_field.on_delete is PROTECT, link


def test_a_row_of_a_table_of_links_belongs_to_what_names():
    decision = Decision(key="d")
    table = ends_of(Decision._meta.get_field("partners"))[0]
    assert owner_in(table(decision=decision)) is decision
    for other in (Participation(key="p"), User()):
        assert owner_in(other) is other
