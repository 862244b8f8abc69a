"""Differences in words, as pages show them."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import User

from partnerships.admin.base.differences import by_part, joined_links
from partnerships.editorial.succeeding import propose_end_before
from tests.factories import AreaFactory, OfficeFactory, TenureFactory


def test_stand_under_their_part_those_of_the_record_first():
    rows = [{"said": SimpleNamespace(part=part)} for part in ("Name", "", "Name")]
    assert by_part(rows) == [("", [rows[1]]), ("Name", [rows[0], rows[2]])]


@pytest.mark.django_db
def test_what_is_one_step_with_a_record_is_named_with_its_own():
    office = OfficeFactory(single_holder=True, publication="published")
    before = TenureFactory(office=office, person__publication="published", period="2019/..", publication="published")
    new, area = TenureFactory(office=office, period="2026-10-01/.."), AreaFactory()
    proposed = propose_end_before(new, "2026-09-30", by=User.objects.create_user("editor"))
    assert joined_links([area, new, before]) == {new: [(proposed, before)]}
