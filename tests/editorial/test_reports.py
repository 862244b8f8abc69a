"""Errors that readers report: received, limited, answered, forgotten."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from partnerships import dates
from partnerships.editorial import Refused, reports, waiting
from partnerships.editorial.history import record_change
from partnerships.models import Change, ErrorReport, ReportSender
from partnerships.projections import version
from partnerships.records.snapshot.taking import snapshot
from tests.factories import (
    PUBLISHED,
    CitationFactory,
    OfficeFactory,
    PartnerFactory,
    PersonFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)


def receive(sender="192.0.2.1", **said):
    given = {"kind": "visit", "key": "v", "moment": "", "shown": "A visit", "language": "en", "text": "Wrong"}
    return reports.receive(**given | {"where": "", "sender": sender} | said)


@pytest.fixture
def editor():
    return User.objects.create_user("editor", first_name="Eve")


class TestMark:
    def test_tells_senders_and_days_apart_and_nothing_else(self):
        day, other = date(2026, 11, 28), date(2026, 11, 29)
        mark = reports.mark_of("192.0.2.1", day)
        assert mark == reports.mark_of("192.0.2.1", day)
        assert len({mark, reports.mark_of("192.0.2.2", day), reports.mark_of("192.0.2.1", other)}) == 3
        # Digits of an address stand in many a mark by chance: none of its dots does.
        assert re.fullmatch(r"[0-9a-f]{64}", mark)

    def test_house_is_one_sender(self):
        day = date(2026, 11, 28)
        one, neighbour, other = (reports.mark_of(f"2001:db8:0:{house}", day) for house in ("1::1", "1::2", "2::1"))
        assert one == neighbour != other

    def test_zone_of_a_machine_and_what_is_no_address_make_no_difference_beyond_themselves(self):
        day = date(2026, 11, 28)
        one, other, none, nobody = (
            reports.mark_of(address, day) for address in ("fe80::1%eth0", "fe80::2%eth1", "nonsense", "")
        )
        assert one == other
        assert len({one, none, nobody}) == 3


class TestReceiving:
    def test_keeps_what_is_said_and_no_address(self):
        report = receive(text="It was in May", moment="start", where="/en/visits/v/")
        told = ErrorReport.objects.values_list("kind", "key", "moment", "shown", "language", "text", "where").get()
        assert told == ("visit", "v", "start", "A visit", "en", "It was in May", "/en/visits/v/")
        assert len(report.token) == 32
        assert "192.0.2.1" not in repr([*ErrorReport.objects.values(), *ReportSender.objects.values()])

    def test_takes_so_many_a_day_of_one_sender(self):
        with time_machine.travel(NOON, tick=False) as clock:
            for _ in range(reports.MOST_OF_ONE):
                receive()
            with pytest.raises(reports.TooMany):
                receive()
            receive("192.0.2.2")
            clock.shift(timedelta(days=1))
            receive()
        # The marks of the day before are gone, and count no more.
        assert ReportSender.objects.count() == 1

    def test_takes_so_many_a_day_of_all_together(self, monkeypatch):
        monkeypatch.setattr(reports, "MOST_OF_ALL", 2)
        receive("192.0.2.1")
        receive("192.0.2.2")
        with pytest.raises(reports.TooMany):
            receive("192.0.2.3")
        assert ErrorReport.objects.count() == 2


class TestFollowing:
    def test_report_follows_the_key_of_its_record(self):
        visit = VisitFactory(key="v")
        receive()
        visit.key = "w"
        visit.save()
        assert ErrorReport.objects.get().key == "w"


class TestForgetting:
    def test_words_go_a_year_after_the_answer_and_the_answer_stays(self, editor):
        old, young, waits = (receive(where="/en/visits/v/") for _turn in range(3))
        for report in (old, young):
            reports.close(report, by=editor, outcome="unchanged", answer="It is right")
        ErrorReport.objects.filter(pk=old.pk).update(closed_at=timezone.now() - timedelta(days=366))
        assert reports.forget_reports() == 1
        for report in (old, young, waits):
            report.refresh_from_db()
        assert (old.text, old.answer, young.text, waits.text) == ("", "It is right", "Wrong", "Wrong")
        assert (old.where, old.shown, young.where) == ("", "", "/en/visits/v/")
        assert reports.forget_reports() == 0

    def test_marks_of_today_stay(self):
        for days in (0, 1):
            ReportSender.objects.create(day=dates.today() - timedelta(days=days), mark=f"{days}")
        reports.forget_reports()
        assert [each.mark for each in ReportSender.objects.all()] == ["0"]


class TestClosing:
    def close(self, report, editor, **said):
        return reports.close(report, by=editor, **{"outcome": "corrected", "answer": "Thank you"} | said)

    def change(self, **said):
        given = {"kind": "visit", "key": "v", "action": "update", "at": timezone.now()}
        return Change.objects.create(**given | said)

    def test_names_who_what_and_the_correction(self, editor):
        report, change, before = receive(), self.change(), version.content_version()
        self.close(report, editor, correction=str(change.pk))
        found = ErrorReport.objects.get()
        assert (found.closed_by_name, found.outcome, found.answer) == ("Eve", "corrected", "Thank you")
        assert (found.closed_by, found.closed_at is None) == (editor, False)
        assert found.correction == change
        assert version.content_version() > before

    @pytest.mark.parametrize(
        "said",
        [{"outcome": ""}, {"outcome": "else"}, {"answer": "  "}, {"correction": "0"}, {"correction": "x"}],
    )
    def test_is_refused_without_outcome_reason_or_a_real_correction(self, editor, said):
        with pytest.raises(Refused):
            self.close(receive(), editor, **said)
        assert reports.open_reports().exists()

    def test_correction_is_of_this_record_and_since_then(self, editor):
        earlier = self.change()
        report = receive()
        for change in (earlier, self.change(key="w"), self.change(kind="mission")):
            with pytest.raises(Refused):
                self.close(report, editor, correction=str(change.pk))

    def test_correction_is_whatever_changes_what_the_public_reads(self):
        actions = [action for action, _label in Change._meta.get_field("action").choices]
        report = receive()
        for action in actions:
            self.change(action=action)
        found = {change.action for change in reports.corrections_of(report)}
        assert found == {"update", "accept", "publish", "withdraw", "delete", "merge", "restore"}

    def test_correction_belongs_to_what_was_corrected(self, editor):
        report, change = receive(), self.change()
        with override("en"), pytest.raises(Refused, match="but the outcome is another one"):
            self.close(report, editor, outcome="unchanged", correction=str(change.pk))

    def test_is_done_once(self, editor):
        report = receive()
        self.close(report, editor, outcome="unchanged")
        with override("en"), pytest.raises(Refused, match="closed already"):
            self.close(report, editor, outcome="unchanged")


class TestCorrected:
    """Nothing is corrected before something has changed, and the change is named."""

    @pytest.fixture(autouse=True)
    def _in_english(self):
        with override("en"):
            yield

    @pytest.fixture
    def visit(self):
        return VisitFactory(key="v", **PUBLISHED)

    def saved(self, record, action="update", **said):
        """A change of a record, as saving it writes one."""
        before = snapshot(record)
        for name, value in said.items():
            setattr(record, name, value)
        record.save()
        return record_change(record, action=action, by=None, before=before, after=snapshot(record))

    def close(self, report, editor, **said):
        return reports.close(report, by=editor, **{"outcome": "corrected", "answer": "Thank you"} | said)

    def test_is_refused_while_nothing_has_changed_and_says_what_to_do(self, editor, visit):
        report = receive()
        with pytest.raises(Refused, match="To answer “corrected”, correct it first"):
            self.close(report, editor)
        self.close(report, editor, outcome="unchanged")

    def test_asks_for_the_change_where_there_is_one(self, editor, visit):
        report = receive()
        change = self.saved(visit, title_en="Another title")
        with pytest.raises(Refused, match="Name the change"):
            self.close(report, editor)
        assert self.close(report, editor, correction=str(change.pk)).correction == change

    def test_change_of_what_the_record_names_may_be_it(self, editor, visit):
        partner = PartnerFactory(**PUBLISHED)
        visit.partners.add(partner)
        report = receive()
        self.saved(PartnerFactory(**PUBLISHED), summary_en="Of another one")
        change = self.saved(partner, summary_en="Said anew")
        assert reports.corrections_of(report) == [change]

    def test_change_of_what_names_the_record_may_be_it_even_if_it_is_gone(self, editor):
        office = OfficeFactory(key="o", **PUBLISHED)
        report, tenure = receive(kind="office", key="o"), TenureFactory(office=office, **PUBLISHED)
        CitationFactory(tenure=tenure, source__publication="published")
        namesake = TenureFactory(
            person=PersonFactory(key="o", **PUBLISHED), office__publication="published", **PUBLISHED
        )
        self.saved(namesake, period="2001/2002")
        lines = snapshot(tenure)
        came = record_change(tenure, action="restore", by=None, before=None, after=lines)
        gone = record_change(tenure, action="delete", by=None, before=lines, after=None)
        tenure.delete()
        assert reports.corrections_of(report) == [gone, came]

    def test_change_of_a_record_that_names_it_among_several_may_be_it(self, editor):
        partner = PartnerFactory(key="p", **PUBLISHED)
        report, visit = receive(kind="partner", key="p"), VisitFactory(key="v", **PUBLISHED)
        visit.partners.add(partner)
        change = self.saved(visit, period="2018-06")
        assert reports.corrections_of(report) == [change]

    def test_draft_that_nobody_reads_corrects_nothing(self, editor):
        office = OfficeFactory(key="o", **PUBLISHED)
        report, tenure = (
            receive(kind="office", key="o"),
            TenureFactory(office=office, person=PersonFactory(**PUBLISHED)),
        )
        self.saved(tenure, period="2019/2020")
        assert reports.corrections_of(report) == []
        change = self.saved(tenure, action="publish", **PUBLISHED)
        assert reports.corrections_of(report) == [change]

    def test_remark_for_staff_corrects_nothing(self, visit):
        report = receive()
        self.saved(visit, note="Ask the embassy")
        assert reports.corrections_of(report) == []
        change = self.saved(visit, note="Asked", title_en="Another title")
        assert reports.corrections_of(report) == [change]

    def test_changes_of_the_record_itself_come_first_the_newest_before_all(self, visit):
        partner = PartnerFactory(**PUBLISHED)
        visit.partners.add(partner)
        report = receive()
        first, second = self.saved(visit, title_en="One"), self.saved(visit, title_en="Two")
        other = self.saved(partner, summary_en="Said anew")
        assert reports.corrections_of(report) == [second, first, other]

    def test_asks_the_database_no_more_often_for_more_changes(self, visit, django_assert_num_queries):
        report = receive()
        others = [PartnerFactory(**PUBLISHED) for _ in range(5)]
        self.saved(others[0], summary_en="Said anew")
        with CaptureQueriesContext(connection) as one:
            reports.corrections_of(report)
        for partner in others:
            self.saved(partner, summary_en="Said once more")
        with django_assert_num_queries(len(one)):
            reports.corrections_of(report)


class TestWaiting:
    def test_counts_for_those_who_answer(self, editor):
        first, _second = receive(), receive()
        assert list(waiting.reports_waiting(editor)) == []
        (found,) = waiting.reports_waiting(User(is_superuser=True, is_active=True))
        assert (found.name, found.count, found.oldest) == ("reports", 2, first.received_at)
