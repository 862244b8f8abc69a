import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from partnerships.models import SavedFilter


@pytest.mark.django_db
def test_name_is_given_once_by_each_for_a_kind():
    one, other = User.objects.create_user("one"), User.objects.create_user("other")
    for user, kind in ((one, "visit"), (one, "person"), (other, "visit")):
        SavedFilter.objects.create(user=user, kind=kind, name="Mine", query="a=1")
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedFilter.objects.create(user=one, kind="visit", name="Mine", query="b=1")
