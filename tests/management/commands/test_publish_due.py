"""`manage.py publish_due`: for cron."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone

from partnerships import editorial
from partnerships.models import ScheduledPublication, State
from partnerships.transactions import Busy
from tests.editorial.test_scheduling import later
from tests.factories import StateFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer():
    return User.objects.create_superuser("chief")


def run():
    out, err = StringIO(), StringIO()
    call_command("publish_due", stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_reports_what_it_published_and_what_it_could_not(reviewer):
    for key in ("jp", "kr", "cn"):
        editorial.schedule(StateFactory(key=key), by=reviewer, at=later())
    ScheduledPublication.objects.update(at=timezone.now())
    State.objects.filter(key__in=("kr", "cn")).update(note="Changed")
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError) as refused:
        call_command("publish_due", stdout=out, stderr=err)
    assert refused.value.returncode == 1
    assert "state/jp" in out.getvalue()
    assert "state/kr" in err.getvalue()
    assert "2" in str(refused.value)
    State.objects.update(note="")
    assert {"state/kr", "state/cn"} <= {*run()[0].split()}
    assert run() == ("", "")


def test_that_another_is_writing_is_a_sentence(monkeypatch):
    def busy(_now):
        raise Busy("Somebody is saving.")

    monkeypatch.setattr("partnerships.management.commands.publish_due.publish_due", busy)
    with pytest.raises(CommandError, match="Somebody is saving.") as refused:
        run()
    assert refused.value.returncode == 1


def test_writes_nothing_while_the_register_is_read_only(reviewer, settings):
    editorial.schedule(StateFactory(), by=reviewer, at=later())
    ScheduledPublication.objects.update(at=timezone.now())
    settings.READ_ONLY = True
    with pytest.raises(CommandError):
        run()
