"""Who may take which step with a record, by where it stands."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group, User

from partnerships.editorial.allowed_steps import first_steps, is_fresh, is_protected, steps
from partnerships.editorial.roles import sync_roles
from partnerships.models import Publication
from tests.factories import AreaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """One account per role, by its name."""
    if not Group.objects.exists():
        # A test that emptied the tables took them away.
        sync_roles()
    found = {role: User.objects.create_user(role) for role in ("editor", "reviewer")}
    for role, account in found.items():
        account.groups.add(Group.objects.get(name=role))
    return found


#: Which steps a form offers to whom, by where its record stands.
STEPS = {
    ("draft", "editor"): ["submit"],
    ("draft", "reviewer"): ["submit", "publish", "schedule", "unschedule"],
    ("in_review", "editor"): ["return"],
    ("in_review", "reviewer"): ["return", "publish", "schedule", "unschedule"],
    ("published", "editor"): [],
    ("published", "reviewer"): ["withdraw"],
    ("withdrawn", "editor"): [],
    ("withdrawn", "reviewer"): ["return", "publish"],
}


@pytest.mark.parametrize(("state", "role"), STEPS)
def test_each_state_has_its_steps_for_each_role(people, state, role):
    assert steps(people[role], AreaFactory.build(publication=state)) == STEPS[state, role]


@pytest.mark.parametrize("state", Publication.values)
@pytest.mark.parametrize("ever", [None, datetime(2018, 5, 24, tzinfo=UTC)])
def test_fresh_is_a_draft_that_the_public_never_saw(state, ever):
    assert is_fresh(AreaFactory.build(publication=state, published_at=ever)) is (state == "draft" and ever is None)


@pytest.mark.parametrize("state", Publication.values)
def test_what_the_public_sees_or_saw_is_changed_by_a_reviewer_alone(state):
    assert is_protected(AreaFactory.build(publication=state)) is (state in ("published", "withdrawn"))


def test_what_is_not_there_yet_is_protected_by_nothing():
    assert is_protected(None) is False


@pytest.mark.parametrize(("role", "found"), [("editor", ["submit"]), ("reviewer", ["submit", "publish"])])
def test_record_that_is_not_saved_yet_has_its_first_steps(people, role, found):
    assert first_steps(people[role]) == found
