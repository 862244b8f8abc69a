"""The door to what the public may see."""

import pytest

from partnerships.models import Partner, State
from partnerships.records.visibility import is_public, public, public_rows, shown_column, unseen_fields
from tests.factories import PartnerFactory, StateFactory
from tests.projections import edits

pytestmark = pytest.mark.django_db


class TestPublicRows:
    def test_are_those_of_public_records(self):
        edits.build()
        for model in edits.ROWS:
            assert set(public_rows(model)) == {row for row in model.objects.all() if is_public(row)}, model


@pytest.mark.once
def test_of_several_the_public_ones_stay_in_their_order():
    hidden = [StateFactory(publication=state) for state in ("draft", "in_review")]
    first, second = StateFactory(publication="published"), StateFactory(publication="published")
    assert public([second, *hidden, first]) == [second, first]
    assert public(hidden) == []


@pytest.mark.once
def test_what_staff_write_for_staff_is_not_seen_of_what_is_public():
    state = State(publication="published")
    assert unseen_fields(state, state) == {"note", "withdrawal_reason_fr", "withdrawal_reason_en"}


@pytest.mark.once
class TestShownColumn:
    def test_places_what_is_named_after_a_hidden_record_as_one_without_a_name(self):
        for name, publication in (("Aland", "published"), ("Middle", "draft"), ("Zanzibar", "published")):
            PartnerFactory(key=name.lower(), state=StateFactory(name_en=name, publication=publication))
        found = Partner.objects.annotate(shown=shown_column("state__sort_en")).order_by("shown")
        assert [one.key for one in found] == ["middle", "aland", "zanzibar"]
        assert (found[0].shown, bool(found[1].shown)) == ("", True)
