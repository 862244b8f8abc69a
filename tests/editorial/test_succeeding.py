"""The end of the tenure before, proposed with the new one."""

import pytest
from django.contrib.auth.models import Group, User
from django.utils.translation import override

from partnerships import editorial
from partnerships.editorial.beside_record import change_beside_record
from partnerships.editorial.own_sentences import worded_anew
from partnerships.editorial.succeeding import end_before, propose_end_before
from partnerships.models import PendingChange
from partnerships.records.references import called
from tests.factories import PUBLISHED, CitationFactory, OfficeFactory, SourceFactory, TenureFactory

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


def test_waits_with_its_source_and_who_comes_after(before, new, staff):
    source = SourceFactory(publication="published")
    CitationFactory(tenure=new, source=source, locator="p. 3")
    proposed = propose_end_before(new, "2026-09-30", by=staff["editor"])
    before.refresh_from_db()
    assert (before.period, before.citations.count()) == ("2019/..", 0)
    with override("en"):
        assert worded_anew(proposed.comment) == f"Succeeded by {new.person}."
    found = change_beside_record(proposed)
    chosen = [each.name for each in found.differences]
    along = [called(new.person)]
    editorial.accept(proposed, by=staff["reviewer"], chosen=chosen, version=found.version, along=along)
    before.refresh_from_db()
    assert before.period == "2019/2026-09-30"
    assert before.citations.values_list("source", "locator", "field").get() == (source.pk, "p. 3", "end")


@pytest.mark.parametrize(
    ("stored", "end"),
    [
        ({"period": "2019/2026-09-29"}, "2026-09-30"),
        ({"publication": "draft"}, "2026-09-30"),
        ({}, "2018"),
        ({}, "soon"),
        ({}, ""),
        ({"period": "2027/.."}, "2028"),
    ],
)
def test_is_refused_where_it_makes_no_sense(before, new, staff, stored, end):
    type(before).objects.filter(pk=before.pk).delete()
    TenureFactory(office=before.office, **{"period": "2019/..", "publication": "published", **stored})
    with pytest.raises(editorial.Refused) as refused:
        propose_end_before(new, end, by=staff["editor"])
    assert refused.value.field == "end_before"
    assert not PendingChange.objects.exists()


def test_is_refused_where_several_go_on_or_several_may_hold_it(before, new, staff):
    other = TenureFactory(office=before.office, period="2020/..", **PUBLISHED)
    with pytest.raises(editorial.Refused) as refused:
        propose_end_before(new, "2026-09-30", by=staff["editor"])
    assert set(refused.value.records) == {before, other}
    together = OfficeFactory(single_holder=False, publication="published")
    TenureFactory(office=together, period="2019/..", **PUBLISHED)
    with pytest.raises(editorial.Refused):
        propose_end_before(TenureFactory(office=together, period="2026-10-01/.."), "2026-09-30", by=staff["editor"])


def test_cites_what_supports_the_new_one_and_nothing_that_denies_it(before, new):
    for stance, locator in (("supports", "p. 1"), ("contradicts", "p. 2"), ("supports", "p. 3")):
        CitationFactory(tenure=new, source__publication="published", stance=stance, locator=locator)
    new.citations.filter(locator="p. 3").update(grade="C")
    ended = end_before(new, "2026-09-30")
    assert sorted(ended.citations.values_list("locator", "stance", "field", "grade")) == [
        ("p. 1", "supports", "end", "A"),
        ("p. 3", "supports", "end", "C"),
    ]


def test_keeps_the_words_of_both_ends_and_cites_each_source_once(before, new, staff):
    before.period, before.period_wording_en = "[2019-05-24..2020-05-24]/..", "since soon after 24 May 2019"
    before.save()
    source = SourceFactory(publication="published")
    for field in ("start", "appointment"):
        CitationFactory(tenure=new, source=source, field=field)
    ended = end_before(new, "probably in September 2026")
    assert ended.period == "[2019-05-24..2020-05-24]/2026-09?"
    assert ended.period_wording_en == "soon after 24 May 2019 – September 2026 (probably)"
    assert ended.period_wording_fr == "peu après le 24 mai 2019 – septembre 2026 (probablement)"
    assert ended.citations.count() == 1
