from datetime import UTC, datetime
from unittest import mock

import pytest
import time_machine
from django.db import OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from partnerships.models import ContentVersion
from partnerships.presentation.links import link_html
from partnerships.projections import version
from tests.factories import StateFactory


@pytest.mark.django_db
class TestNumber:
    def test_is_none_until_the_public_sees_a_change_and_then_says_when_it_last_did(self):
        ContentVersion.objects.all().delete()
        assert (version.content_version(), version.changed_at(), version.built_layout()) == (0, None, 0)
        for number, hour in ((1, 9), (2, 10)):
            moment = datetime(2026, 11, 3, hour, tzinfo=UTC)
            with time_machine.travel(moment, tick=False):
                version.advance()
            assert (version.content_version(), version.changed_at()) == (number, moment)
        version.note_layout(7)
        assert (version.content_version(), version.built_layout()) == (2, 7)


@pytest.mark.django_db
class TestSteady:
    def test_asks_once_within_one_read(self):
        with CaptureQueriesContext(connection) as queries, version.steady():
            assert version.stamp() == version.stamp()
        assert len(queries) == 1

    def test_asks_each_time_afterwards(self):
        assert version.steadied() is None
        with version.steady():
            before = version.stamp()
            version.advance()
            assert version.stamp() == version.steadied() == before
        assert version.stamp() != before
        assert version.steadied() is None


@pytest.mark.django_db(transaction=True)
class TestStamp:
    def test_is_another_one_after_midnight_in_brussels_and_the_same_all_day(self):
        minutes = ("2026-12-30T23:00Z", "2026-12-31T22:59Z", "2026-12-31T23:00Z")
        found = []
        for minute in minutes:
            with time_machine.travel(minute, tick=False):
                found.append(version.stamp())
        assert found[0] == found[1] != found[2]

    def test_opens_a_new_connection_where_the_one_that_was_kept_is_gone(self):
        connection.ensure_connection()
        connection.health_check_enabled, connection.health_check_done = True, False
        answers = [OperationalError("server closed the connection unexpectedly"), ("the version",)]
        with (
            mock.patch.object(version, "_stamp", side_effect=answers),
            mock.patch.object(connection, "close") as closed,
        ):
            assert version.stamp() == ("the version",)
        assert closed.called

    def test_is_itself_the_check_of_a_connection_that_was_kept(self):
        connection.ensure_connection()
        connection.health_check_enabled, connection.health_check_done = True, False
        with mock.patch.object(connection, "is_usable") as checked:
            version.stamp()
        assert not checked.called


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="it is asked past the cursor on PostgreSQL alone")
class TestPastTheCursor:
    def test_is_what_a_cursor_answers(self):
        version.advance()
        with CaptureQueriesContext(connection) as queries:
            by_cursor = version.stamp()
        assert len(queries) == 1
        with mock.patch.object(connection, "cursor", side_effect=AssertionError):
            assert version.stamp() == by_cursor
        version.advance()
        assert version.stamp() != by_cursor

    def test_is_left_to_the_cursor_within_a_transaction(self):
        with transaction.atomic():
            version.advance()
            inside = version.stamp()
            transaction.set_rollback(True)
        assert version.stamp() != inside

    def test_opens_a_new_connection_where_the_server_has_ended_it(self):
        before = version.stamp()
        other = connection.copy()
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])
        other.close()
        connection.health_check_enabled, connection.health_check_done = True, False
        assert version.stamp() == before


@pytest.mark.django_db
class TestLinksUnderIt:
    def test_are_made_once_and_say_at_once_what_changed(self):
        state = StateFactory(name_en="Japan", publication="published")
        with override("en"), version.steady():
            assert link_html(state) is link_html(state)
        state.name_en = "Nippon"
        state.save()
        with override("en"), version.steady():
            assert "Nippon" in link_html(state)
        with override("en"):
            assert link_html(state) is not link_html(state)
