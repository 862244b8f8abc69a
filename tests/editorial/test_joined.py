"""The end of the tenure before and the new one: submitted, returned and published together, whichever is opened."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.utils import timezone

from partnerships import editorial
from partnerships.editorial.beside_record import change_beside_record
from partnerships.editorial.joined import goes_with
from partnerships.editorial.merge_choices import version_of_two
from partnerships.editorial.previewing import let_public
from partnerships.editorial.scheduling import no_longer_as_decided, publish_due, schedule_acceptance
from partnerships.editorial.succeeding import propose_end_before, take_back_with_successor
from partnerships.editorial.waiting import changes_for
from partnerships.models import PendingChange, ScheduledAcceptance, Tenure
from partnerships.records.references import called
from partnerships.records.snapshot.taking import digest_of, snapshot
from partnerships.transactions import taken_back
from tests.factories import OfficeFactory, TenureFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    editorial.sync_roles()
    found = {name: User.objects.create_user(name) for name in ("editor", "reviewer")}
    for name, user in found.items():
        user.groups.add(Group.objects.get(name=name))
    return found


@pytest.fixture
def before():
    office = OfficeFactory(single_holder=True, publication="published")
    return TenureFactory(office=office, person__publication="published", period="2019/..", publication="published")


@pytest.fixture
def new(before):
    return TenureFactory(office=before.office, period="2026-10-01/..")


class TestOneStepWithTheNewTenure:
    @pytest.fixture
    def proposed(self, before, new, staff):
        for one in (new, new.person):
            editorial.record_saving(one, by=staff["editor"], before=None)
        found = propose_end_before(new, "2026-09-30", by=staff["editor"])
        editorial.submit(new, by=staff["editor"])
        return found

    @staticmethod
    def states(*rows):
        for each in rows:
            each.refresh_from_db()
        return [getattr(each, "state", None) or each.publication for each in rows]

    @staticmethod
    def accept(proposed, staff, **more):
        found = change_beside_record(proposed)
        chosen = [each.name for each in found.differences]
        words = {"chosen": chosen, "version": found.version, "along": [called(proposed.successor.person)], **more}
        return editorial.accept(proposed, by=staff["reviewer"], **words)

    def test_publishing_the_new_one_ends_the_one_before(self, before, new, proposed, staff):
        editorial.publish(new, by=staff["reviewer"], along=True)
        assert self.states(new, proposed) == ["published", "accepted"]
        before.refresh_from_db()
        assert before.period == "2019/2026-09-30"
        assert editorial.last_change(before).pending == proposed

    def test_seen_before_it_is_public_the_one_before_has_ended(self, before, new, proposed):
        with taken_back():
            let_public(new, lambda record: True)
            assert Tenure.objects.get(pk=before.pk).period == "2019/2026-09-30"
        assert self.states(new, proposed) == ["in_review", "waiting"]

    def test_accepting_the_end_publishes_the_new_one(self, before, new, proposed, staff):
        self.accept(proposed, staff, comment="Both.")
        assert self.states(new, proposed) == ["published", "accepted"]
        assert proposed.answer == "Both."

    def test_is_published_whole_or_not_at_all(self, before, new, proposed, staff):
        with pytest.raises(editorial.Refused):
            self.accept(proposed, staff, along=())
        Tenure.objects.filter(pk=before.pk).update(period="2019/2024")
        with pytest.raises(editorial.Refused) as refused:
            editorial.publish(new, by=staff["reviewer"], along=True)
        assert refused.value.records == [before]
        assert self.states(new, proposed) == ["in_review", "waiting"]

    def test_an_end_that_says_so_already_hinders_nothing(self, before, new, proposed, staff):
        Tenure.objects.filter(pk=before.pk).update(period="2019/2026-09-30")
        editorial.publish(new, by=staff["reviewer"], along=True)
        assert self.states(new, proposed) == ["published", "accepted"]

    def test_returning_either_returns_the_new_one_and_keeps_the_end(self, new, proposed, staff):
        editorial.give_back(proposed, by=staff["reviewer"], comment="Which day?")
        assert self.states(new, proposed) == ["draft", "waiting"]
        assert editorial.last_change(new).comment == "Which day?"

    def test_waits_as_one(self, new, proposed, staff):
        waiting = PendingChange.objects.filter(pk=proposed.pk)
        for user in staff.values():
            assert not any(rows.filter(pk__in=waiting).exists() for rows in changes_for(user).values())
        editorial.publish(new, by=staff["reviewer"], along=True)
        assert not goes_with(proposed)

    def test_nobody_publishes_their_own_end_without_a_reason(self, new, proposed, staff):
        PendingChange.objects.update(author=staff["reviewer"])
        with pytest.raises(editorial.Refused) as refused:
            editorial.publish(new, by=staff["reviewer"], along=True)
        assert refused.value.field == "alone_reason"
        editorial.publish(new, by=staff["reviewer"], along=True, reason="urgent")
        assert editorial.unconfirmed().count() == 2

    def test_a_moment_is_set_anew_once_the_end_is_another(self, new, proposed, staff):
        at = timezone.now() + timedelta(hours=1)
        editorial.schedule(new, by=staff["reviewer"], at=at, along=[called(new.person)])
        assert not no_longer_as_decided(new)
        after = [*proposed.after]
        after[0] = {**after[0], "fields": {**after[0]["fields"], "period": "2019/2026-09-29"}}
        editorial.revise(proposed, by=staff["editor"], before=proposed.before, after=after)
        assert no_longer_as_decided(new)

    def test_is_taken_back_with_a_new_one_that_is_no_more(self, new, proposed, staff):
        take_back_with_successor(new, by=staff["editor"])
        assert self.states(proposed) == ["taken_back"]
        assert not goes_with(proposed)

    def test_is_seen_anew_where_the_new_one_is_another(self, new, proposed, staff):
        version = change_beside_record(proposed).version
        Tenure.objects.filter(pk=new.pk).update(period="2026-11-01/..")
        with pytest.raises(editorial.Refused):
            self.accept(proposed, staff, version=version)

    def test_a_moment_set_on_the_page_of_the_end_is_told_or_ends_with_a_step(self, before, new, proposed, staff):
        found, reviewer = change_beside_record(proposed), staff["reviewer"]
        words = {"chosen": [each.name for each in found.differences], "version": found.version}
        at = timezone.now() + timedelta(hours=1)
        schedule_acceptance(proposed, by=reviewer, at=at, along=[called(new.person)], **words)
        editorial.publish(new.person, by=reviewer)
        Tenure.objects.filter(pk=before.pk).update(period="2019/2024")
        assert [*publish_due(at)]
        assert [*changes_for(reviewer)["pending-hindered"]] == [proposed]
        # Returned, it is not published later as it was.
        editorial.return_to_draft(new, by=reviewer, comment="Which day?")
        assert not ScheduledAcceptance.objects.exists()

    def test_goes_on_with_the_one_into_which_the_new_one_is_merged(self, before, new, proposed, staff):
        stays = TenureFactory(office=before.office, period="2026-10-01/..")
        editorial.merge(stays, new, by=staff["reviewer"], picked={}, version=version_of_two(stays, new))
        proposed.refresh_from_db()
        assert goes_with(proposed) == stays


def test_what_waits_by_itself_keeps_the_version_that_it_had(before, staff):
    """Moments set before changes could go with a new record were set for that."""
    lines = snapshot(before)
    after = [{**lines[0], "fields": {**lines[0]["fields"], "period": "2019/2020"}}, *lines[1:]]
    proposed = editorial.propose(before, by=staff["editor"], before=lines, after=after)
    assert change_beside_record(proposed).version == digest_of([*lines, *after, {"state": "waiting"}])
