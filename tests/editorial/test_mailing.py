"""Mails of the way of a record: to whom, in which language, of what; and that they hinder nothing."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core import mail
from django.core.mail import BadHeaderError
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from partnerships import editorial
from partnerships.editorial import (
    accept,
    give_back,
    mailing,
    propose,
    publish,
    publish_all,
    record_saving,
    return_to_draft,
    revise,
    submit,
    sync_roles,
    withdraw,
)
from partnerships.editorial.beside_record import change_beside_record
from partnerships.editorial.waiting import Waiting
from partnerships.models import MailChoice, Name, State
from partnerships.projections.up_to_date import deferred
from partnerships.records.snapshot.taking import snapshot
from partnerships.transactions import one_write, taken_back
from tests.factories import StateFactory, TenureFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(settings):
    settings.SITE_URL = "https://register.example.org"
    sync_roles()
    found = {}
    for name, role in (("ed", "editor"), ("other", "editor"), ("rev", "reviewer"), ("read", "reader")):
        found[name] = User.objects.create_user(name, f"{name}@example.org", is_staff=True)
        found[name].groups.add(Group.objects.get(name=role))
    return found


@pytest.fixture
def after(django_capture_on_commit_callbacks):
    """What is done here is committed at its end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def written_by(user, **fields):
    record = StateFactory(**fields)
    record_saving(record, by=user, before=None)
    return record


def to():
    return [each.to[0].partition("@")[0] for each in mail.outbox]


class TestAddresses:
    def test_lead_to_the_site_that_is_set(self, staff, after):
        with after():
            submit(written_by(staff["ed"]), by=staff["ed"])
        assert "  https://register.example.org/admin/partnerships/state/" in mail.outbox[0].body

    def test_lead_to_where_it_listens_where_nothing_is_set(self, staff, after, settings):
        settings.SITE_URL, settings.LISTENS_AT = "", "http://localhost:8123"
        with after():
            submit(written_by(staff["ed"]), by=staff["ed"])
        mailing.send_digests([Waiting("findings", 3)])
        assert len(mail.outbox) > 1
        for each in mail.outbox:
            assert "http://localhost:8123/admin/" in each.body
            assert not [line for line in each.body.splitlines() if line.strip().startswith("/")]


class TestSteps:
    def test_review_is_asked_of_those_who_review(self, staff, after):
        record = written_by(staff["ed"], name_fr="Japon")
        with after():
            submit(record, by=staff["ed"], comment="Please")
        assert to() == ["rev"]
        (told,) = mail.outbox
        assert "1 fiche attend une relecture" in told.subject
        for text in ("Japon", "Please", f"https://register.example.org/admin/partnerships/state/{record.pk}/change/"):
            assert text in told.body

    def test_return_and_publication_are_told_to_who_wrote_it(self, staff, after):
        record = submit(written_by(staff["ed"]), by=staff["other"])
        with after():
            return_to_draft(record, by=staff["rev"], comment="No source")
        assert sorted(to()) == ["ed", "other"]
        assert "No source" in mail.outbox[0].body
        mail.outbox.clear()
        with after():
            publish(record, by=staff["rev"])
        assert sorted(to()) == ["ed", "other"]

    def test_what_was_withdrawn_is_told_of_once_it_is_public_again_and_not_when_it_is_a_draft(
        self, staff, after, caplog
    ):
        record = publish(written_by(staff["ed"]), by=staff["rev"])
        Name.objects.create(state=record, key="old", text="Nippon")
        with after():
            record = withdraw(record, by=staff["rev"], reason_en="Mistaken.")
        assert (to(), caplog.records) == ([], [])
        with after():
            publish(record, by=staff["rev"])
        assert to() == ["ed"]
        mail.outbox.clear()
        withdraw(record, by=staff["rev"], reason_en="Mistaken.")
        with after():
            return_to_draft(record, by=staff["rev"])
        assert to() == []

    def test_pending_changes_are_told_like_records(self, staff, after):
        record = StateFactory(publication="published")
        lines = snapshot(record)
        changed = [{**lines[0], "fields": {**lines[0]["fields"], "name_en": "Nippon"}}]
        with after():
            pending = propose(record, by=staff["ed"], before=lines, after=changed, comment="Better")
        assert to() == ["rev"]
        with after():
            give_back(pending, by=staff["rev"], comment="Worse")
        assert to() == ["rev", "ed"]
        assert "Worse" in mail.outbox[1].body
        changed[0]["fields"]["name_en"] = "Nihon"
        with after():
            revise(pending, by=staff["ed"], before=lines, after=changed)
        assert to() == ["rev", "ed", "rev"]

    def test_change_that_is_one_step_with_a_new_record_is_told_of_with_that_one(self, staff, after):
        before = TenureFactory(period="2019/..", publication="published")
        new = TenureFactory(office=before.office, period="2026-10-01/..")
        lines = snapshot(before)
        ended = [{**lines[0], "fields": {**lines[0]["fields"], "period": "2019/2026-09-30"}}]
        with after():
            propose(before, by=staff["ed"], before=lines, after=ended, successor=new)
        assert to() == []

    @pytest.mark.parametrize(("chosen", "said"), [(1, True), (0, False)])
    def test_what_went_back_says_whether_a_part_of_it_is_public(self, staff, after, chosen, said):
        record = StateFactory(publication="published")
        lines = snapshot(record)
        changed = [{**lines[0], "fields": {**lines[0]["fields"], "name_en": "Nippon", "name_fr": "Nippon"}}]
        pending = propose(record, by=staff["ed"], before=lines, after=changed)
        found = change_beside_record(pending)
        with after():
            if chosen:
                names = [each.name for each in found.differences[:chosen]]
                accept(pending, by=staff["rev"], chosen=names, version=found.version, comment="Japan")
            else:
                give_back(pending, by=staff["rev"], comment="Japan")
        assert ("une partie de la modification a été acceptée" in mail.outbox[0].body) is said

    @pytest.mark.once
    def test_many_are_one_mail(self, staff, after):
        with deferred():
            records = [submit(written_by(staff["ed"]), by=staff["ed"]) for _number in range(mailing.MOST_NAMED + 2)]
        with after():
            publish_all(records, by=staff["rev"])
        assert to() == ["ed"]
        assert mail.outbox[0].body.count("\n- ") == mailing.MOST_NAMED + 1
        assert "\n- Et 2 de plus.\n  https://register.example.org/admin/\n" in mail.outbox[0].body

    @pytest.mark.once
    def test_as_many_as_are_named_are_all(self, staff, after):
        with deferred():
            records = [submit(written_by(staff["ed"]), by=staff["ed"]) for _number in range(mailing.MOST_NAMED)]
        with after():
            publish_all(records, by=staff["rev"])
        assert mail.outbox[0].body.count("\n- ") == mailing.MOST_NAMED
        assert "de plus" not in mail.outbox[0].body


class TestWhoIsTold:
    def test_nobody_of_what_they_did_themselves(self, staff, after):
        with after():
            submit(written_by(staff["rev"]), by=staff["rev"])
        assert to() == []

    def test_nobody_of_what_they_may_not_see(self, staff, after):
        Group.objects.get(name="reviewer").permissions.remove(Permission.objects.get(codename="view_state"))
        with after():
            submit(written_by(staff["ed"]), by=staff["ed"])
        assert to() == []

    @pytest.mark.parametrize("gone", ["is_active", "is_staff"])
    def test_nobody_who_has_left(self, staff, after, gone):
        User.objects.filter(username="rev").update(**{gone: False})
        with after():
            submit(written_by(staff["ed"]), by=staff["ed"])
        assert to() == []

    @pytest.mark.parametrize("off", [True, False])
    def test_as_they_have_chosen(self, staff, after, off):
        MailChoice.objects.create(user=staff["rev"], language="en", review=not off)
        with after():
            submit(written_by(staff["ed"], name_en="Japan"), by=staff["ed"])
        assert to() == ([] if off else ["rev"])
        assert off or ("waits for review" in mail.outbox[0].subject and "Japan (State)" in mail.outbox[0].body)


class TestWhen:
    def test_not_of_what_was_taken_back(self, staff, after, caplog):
        record = written_by(staff["ed"])
        with after(), one_write():
            with taken_back():
                submit(record, by=staff["ed"])
            assert State.objects.get().publication == "draft"
        assert (to(), caplog.records) == ([], [])

    def test_what_could_not_go_public_at_its_moment_is_told_once_to_those_who_review(self, staff, after):
        """Whoever set the moment may be away: each who can set it anew is told."""
        MailChoice.objects.create(user=staff["rev"], language="en")
        late = timezone.now() + timedelta(hours=2)
        record = written_by(staff["ed"], name_fr="Japon")
        editorial.schedule(record, by=staff["rev"], at=timezone.now() + timedelta(hours=1))
        State.objects.update(note="Written after")
        for _run in range(2):
            with after():
                list(editorial.publish_due(late))
        assert to() == ["rev"]
        (told,) = mail.outbox
        assert told.subject == "Register of partnerships: 1 record could not be published at the time set"
        assert "It was changed after the time was set." in told.body
        assert f"https://register.example.org/admin/partnerships/state/{record.pk}/change/" in told.body

    def test_change_that_could_not_be_accepted_at_its_moment_leads_to_its_page(self, staff, after):
        record = StateFactory(publication="published", name_en="Japan")
        before = snapshot(record)
        lines = [{**before[0], "fields": {**before[0]["fields"], "name_en": "Nippon"}}]
        pending = propose(record, by=staff["ed"], before=before, after=lines)
        found = change_beside_record(pending)
        chosen = [each.name for each in found.differences]
        moment = {"at": timezone.now() + timedelta(hours=1), "version": found.version}
        editorial.schedule_acceptance(pending, by=staff["rev"], chosen=chosen, **moment)
        State.objects.update(note="Written after")
        with after():
            list(editorial.publish_due(timezone.now() + timedelta(hours=2)))
        assert to()[-1] == "rev"
        assert f"/admin/partnerships/pendingchange/{pending.pk}/change/" in mail.outbox[-1].body

    @pytest.mark.parametrize("error", [ConnectionRefusedError, SMTPServerDisconnected, BadHeaderError])
    def test_server_that_fails_breaks_no_step(self, staff, after, monkeypatch, caplog, error):
        def fail(*_arguments):
            raise error

        monkeypatch.setattr(EmailBackend, "send_messages", fail)
        with after():
            submit(written_by(staff["ed"]), by=staff["ed"])
        assert State.objects.get().publication == "in_review"
        assert "event=not-sent account='rev' reason=" + error.__name__ in caplog.text


class TestDigest:
    def test_says_what_waits_for_each(self, staff):
        submit(written_by(staff["ed"]), by=staff["ed"])
        MailChoice.objects.create(user=staff["rev"], language="en")
        MailChoice.objects.create(user=staff["other"], digest=False)
        assert mailing.send_digests([Waiting("findings", 7)]) == (2, 0)
        # Whoever only reads can mend nothing, and what an author has handed in is no task of theirs.
        assert sorted(to()) == ["ed", "rev"]
        assert "relit" not in next(each.body for each in mail.outbox if each.to == ["ed@example.org"])
        told = next(each for each in mail.outbox if each.to == ["rev@example.org"])
        assert "Waiting for your review: 1" in told.body
        assert "Errors and warnings in the register: 7" in told.body
        assert "https://register.example.org/admin/partnerships/mails/" in told.body
        last = told.body.partition("Errors and warnings in the register: 7\n")[2]
        assert last.startswith("  https://register.example.org/admin/\n\nChoose here which e-mails")

    def test_is_sent_to_nobody_who_has_left_or_is_no_staff(self, staff):
        User.objects.filter(username="rev").update(is_active=False)
        User.objects.filter(username="read").update(is_staff=False)
        User.objects.filter(username="other").update(email="")
        assert mailing.send_digests([Waiting("findings", 7)]) == (1, 0)
        assert to() == ["ed"]


class TestSubject:
    @pytest.mark.parametrize(
        ("name", "one", "two"),
        [
            (mailing.REVIEW, "1 record waits for review", "2 records wait for review"),
            (mailing.RETURNED, "1 record is returned to you", "2 records are returned to you"),
            (mailing.PUBLISHED, "1 record of yours is published", "2 records of yours are published"),
            (
                mailing.HINDERED,
                "1 record could not be published at the time set",
                "2 records could not be published at the time set",
            ),
        ],
    )
    def test_says_what_happened_to_how_many(self, english, name, one, two):
        assert (mailing.subject(name, 1), mailing.subject(name, 2)) == (one, two)
