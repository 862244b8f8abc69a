"""While the register is only read, no command writes: whatever would, asks for the one turn to write first."""

import pytest
from django.core.management import call_command

from partnerships.transactions import ReadOnly

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "name", ["sync_roles", "create_accounts", "rebuild_search", "rebuild_timeline", "forget_reports"]
)
def test_is_refused(settings, tmp_path, name):
    settings.READ_ONLY, settings.ACCOUNTS_FILE = True, tmp_path / "accounts.txt"
    with pytest.raises(ReadOnly):
        call_command(name, verbosity=0)
    assert not settings.ACCOUNTS_FILE.exists()
