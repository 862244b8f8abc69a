"""Who answers for what is written is an account that may enter; only with the right to publish does it publish."""

import pytest
from django.contrib.auth.models import User

from partnerships.exchange.answerable import account, may_publish
from partnerships.records.snapshot.findings import NothingWritten

from .fixtures import publisher


class TestNobody:
    """No database is asked."""

    def test_answers_where_no_name_is_given(self):
        assert account(None) is None

    def test_may_not_publish(self):
        assert may_publish(None) is False


@pytest.mark.django_db
@pytest.mark.once
class TestSomebody:
    def test_is_the_account_of_that_name(self):
        User.objects.create_user("another")
        wanted = User.objects.create_user("editor")
        assert account("editor") == wanted

    def test_who_may_not_enter_answers_for_nothing(self):
        User.objects.create_user("gone", is_active=False)
        for name in ("gone", "nobody", ""):
            with pytest.raises(NothingWritten) as refused:
                account(name)
            assert refused.value.sentences == [f"There is no active account “{name}”."]

    def test_publishes_with_the_right_to(self):
        assert may_publish(publisher()) is True
        assert may_publish(User.objects.create_user("editor")) is False
