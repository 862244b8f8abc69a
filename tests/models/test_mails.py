import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from partnerships.models import MailChoice


@pytest.mark.django_db
def test_everybody_has_chosen_once_and_is_told_everything_until_then():
    user = User.objects.create_user("somebody")
    choice = MailChoice.objects.create(user=user)
    assert (choice.review, choice.returned, choice.published, choice.digest) == (True,) * 4
    with pytest.raises(IntegrityError), transaction.atomic():
        MailChoice.objects.create(user=user)
    user.delete()
    assert not MailChoice.objects.exists()
