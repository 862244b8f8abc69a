from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command

from tests.factories import StateFactory

pytestmark = pytest.mark.django_db


def test_sends_and_says_how_many(monkeypatch):
    User.objects.create_superuser("chief", "chief@example.org")
    StateFactory(publication="published", name_en=None)
    said = StringIO()
    call_command("send_digests", stdout=said)
    assert said.getvalue() == "Courriels envoyés\u00a0: 1\n"
    assert len(mail.outbox) == 1

    def fail(*_arguments):
        raise TimeoutError

    monkeypatch.setattr(EmailBackend, "send_messages", fail)
    with pytest.raises(CommandError):
        call_command("send_digests", stdout=StringIO())
