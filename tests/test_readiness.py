"""The addresses that machines ask for."""

from unittest import mock

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

PLAIN = ["/healthz", "/readyz", "/robots.txt", "/.well-known/security.txt"]


@pytest.mark.django_db
class TestEvery:
    @pytest.mark.parametrize("path", PLAIN)
    def test_is_plain_text_without_a_cookie(self, client, path):
        response = client.get(path)
        assert response.status_code == 200
        assert response["Content-Type"] == "text/plain; charset=utf-8"
        assert not response.cookies

    @pytest.mark.parametrize("path", PLAIN)
    def test_is_only_read(self, client, path):
        assert client.post(path).status_code == 405
        head, get = client.head(path), client.get(path)
        assert head.content == b""
        assert head["Content-Length"] == str(len(get.content))


class TestHealthz:
    def test_asks_no_database(self, client):
        # Without the database mark a query would fail.
        assert client.get("/healthz").content == b"alive\n"


@pytest.mark.django_db
class TestReadyz:
    def test_is_ready_with_all_migrations(self, client):
        assert client.get("/readyz").content == b"ready\n"

    def test_is_not_ready_while_a_migration_is_missing(self, client):
        # Of the register's own, the one that stands for all says still that nothing is missing.
        MigrationRecorder(connection).migration_qs.filter(app="auth").latest("id").delete()
        response = client.get("/readyz")
        assert response.status_code == 503
        assert response["Retry-After"]
        assert b"migrations" in response.content

    def test_is_not_ready_without_a_database(self, client):
        with mock.patch.object(MigrationRecorder, "applied_migrations", side_effect=OperationalError("refused")):
            response = client.get("/readyz")
        assert response.status_code == 503
        assert b"refused" not in response.content
