"""The end of the tenure before and the new one: submitted, returned and published together, whichever is opened."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.utils import timezone

from partnerships import editorial
from partnerships.editorial.beside_record import change_beside_record
from partnerships.editorial.joined import goes_with
from partnerships.editorial.scheduling import no_longer_as_decided
from partnerships.editorial.succeeding import propose_end_before, take_back_with_successor
from partnerships.editorial.waiting import changes_for
from partnerships.models import PendingChange, Tenure
from partnerships.records.references import called
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
