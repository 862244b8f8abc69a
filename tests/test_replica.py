"""What the public reads comes from the copy, where there is one; everything else from the database itself."""

import logging
from unittest import mock

import pytest
from django.conf import settings
from django.db import OperationalError, connection, connections
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.test import Client

from partnerships import replica
from tests.factories import PartnerFactory

PARTNERS = "/en/partners/"
PUBLIC = {"publication": "published"}


@pytest.fixture
def copied(monkeypatch):
    """A function that gives the site a copy in its place, and then the copy."""

    def with_copy(copy):
        monkeypatch.setitem(settings.DATABASES, replica.ALIAS, {"ATOMIC_REQUESTS": False})
        monkeypatch.setattr(connections._connections, replica.ALIAS, copy, raising=False)
        return copy

    return with_copy


class TestReading:
    def test_is_from_the_database_where_there_is_no_copy(self):
        primary = connections["default"]
        with replica.reading():
            assert connections["default"] is primary

    def test_is_from_the_copy_and_only_there(self, copied):
        primary, copy = connections["default"], copied(mock.Mock())
        with replica.reading():
            assert connections["default"] is copy
        assert connections["default"] is primary

    def test_ends_with_what_failed(self, copied):
        primary = connections["default"]
        copied(mock.Mock())
        with pytest.raises(ZeroDivisionError), replica.reading():
            _ = 1 / 0
        assert connections["default"] is primary

    def test_is_from_the_database_while_the_copy_is_away(self, copied, caplog):
        primary = connections["default"]
        copied(mock.Mock(**{"ensure_connection.side_effect": OperationalError("no route to host")}))
        with caplog.at_level(logging.ERROR), replica.reading():
            assert connections["default"] is primary
        assert "Database unavailable: replica: no route to host" in caplog.text


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="copies a file")
class TestPages:
    @pytest.fixture
    def copy(self, tmp_path, copied):
        PartnerFactory(key="before", state__name_en="Known to the copy", **PUBLIC)
        copy = DatabaseWrapper({**connection.settings_dict, "NAME": str(tmp_path / "copy.sqlite3")}, alias="replica")
        copy.ensure_connection()
        connection.connection.backup(copy.connection)
        yield copied(copy)
        copy.close()

    def test_are_those_of_the_copy_until_it_follows(self, copy):
        client = Client()
        assert "Known to the copy" in client.get(PARTNERS).text
        PartnerFactory(key="after", state__name_en="Not there yet", **PUBLIC)
        assert "Not there yet" not in client.get(PARTNERS).text
        connection.connection.backup(copy.connection)
        assert "Not there yet" in client.get(PARTNERS).text

    def test_of_staff_are_those_of_the_database(self, copy, admin_client):
        PartnerFactory(key="after", state__name_en="Not there yet", **PUBLIC)
        assert "Not there yet" in admin_client.get(PARTNERS).text
        assert "Not there yet" not in Client().get(PARTNERS).text
