"""The version of what the public sees begins at one, under no layout."""

import pytest

from partnerships.models import ContentVersion

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_version_begins_at_one():
    version = ContentVersion()
    assert (version.number, version.changed_at, version.layout) == (1, None, 0)
    assert str(version) == "1"


def test_number_has_room_for_ever():
    ContentVersion.objects.all().delete()
    ContentVersion.objects.create(number=2**40)
    assert str(ContentVersion.objects.get()) == "1099511627776"
