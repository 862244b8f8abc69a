"""What others made of a record since its form was opened."""

import pytest
from django.utils import timezone
from django.utils.translation import override

from partnerships import editorial
from partnerships.editorial.overtaking import Clash, about, meanwhile
from partnerships.models import Change, State
from partnerships.records.snapshot.differences import ADD, carried_out, differences_between
from partnerships.records.snapshot.taking import digest_of, snapshot
from tests.factories import CitationFactory, StateFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def texts():
    """A record, and its texts before a change and after each of two."""
    state = StateFactory(name_fr="Japon", name_en="Japan")
    found = [snapshot(state)]
    for name in ("Nippon", "Nihon"):
        state.name_en = name
        state.save()
        editorial.record_saving(state, by=None, before=found[-1])
        found.append(snapshot(state))
    return state, found


def test_is_told_by_the_history_from_any_text_on(texts):
    state, found = texts
    for number, text in enumerate(found):
        since = meanwhile(state, digest_of(text))
        assert (since.base, since.now, len(since.changes)) == (text, found[-1], 2 - number)
    assert meanwhile(state, digest_of([])) is None


def test_merges_or_names_what_clashes(texts):
    state, found = texts
    since = meanwhile(state, digest_of(found[0]))

    def typed(**fields):
        return [{**found[0][0], "fields": {**found[0][0]["fields"], **fields}}]

    own = since.own(typed(name_fr="Le Japon"))
    assert [(each.field, each.after) for each in own] == [("name_fr", "Le Japon")]
    with pytest.raises(Clash):
        since.own(typed(name_en="Cipango"))
    assert since.own(typed(name_en="Nihon")) == []


def test_address_made_from_a_name_gives_way_to_another_one_and_to_nothing_else():
    def merged(theirs, typed=()):
        State.objects.all().delete()
        state = StateFactory(name_fr="Japon", name_en="Japan", slug_fr="japon", slug_en="japan")
        opened = snapshot(state)
        for name, value in theirs.items():
            setattr(state, name, value)
        state.save()
        editorial.record_saving(state, by=None, before=opened)
        mine = [{**opened[0], "fields": {**opened[0]["fields"], "name_en": "Nihon", "slug_en": "nihon"}}]
        since = meanwhile(state, digest_of(opened))
        found = carried_out(since.now, since.own(mine, typed))[0]["fields"]
        return found["name_en"], found["slug_en"]

    assert merged({"name_fr": "Le Japon"}) == ("Nihon", "nihon")
    assert merged({"slug_en": "nippon"}) == ("Nihon", "nippon")
    with pytest.raises(Clash):
        merged({"slug_en": "nippon"}, typed=["slug_en"])


def test_address_that_the_public_knows_is_settled_and_no_other_text():
    seen = StateFactory(publication="published", published_at=timezone.now())
    CitationFactory(state=seen, source__publication="published")
    for state, settled in ((seen, True), (StateFactory(), False)):
        text = snapshot(state)
        state.name_en = "Nippon"
        state.save()
        editorial.record_saving(state, by=None, before=text)
        since = meanwhile(state, digest_of(text))
        assert since.can_merge
        assert [since.is_settled(field) for field in ("slug_en", "name_en", "key")] == [settled, False, True]
        state.slug_en = f"nippon-{state.pk}"
        state.save()
        editorial.record_saving(state, by=None, before=since.now)
        assert meanwhile(state, digest_of(text)).can_merge is not settled


@pytest.mark.parametrize(("language", "said"), [("fr", "publiée"), ("en", "published")])
def test_step_is_told_by_its_name_not_as_a_field(language, said):
    state = StateFactory(name_fr="Japon", name_en="Japan")
    before = snapshot(state)
    editorial.publish(state, by=None)
    with override(language):
        assert [what for _change, what in meanwhile(state, digest_of(before)).told()] == [[said]]


@pytest.mark.parametrize("turned", [False, True])
def test_change_that_brings_or_takes_all_is_about_the_record(turned):
    texts = [None, [{"model": "partnerships.state", "fields": {"key": "jp", "name_en": "Japan"}}]]
    before, after = texts[::-1] if turned else texts
    with override("en"):
        assert about(Change(before=before, after=after)) == ["State: Japan"]


def test_tells_what_others_alone_changed_of_what_was_there(texts):
    state, found = texts
    since = meanwhile(state, digest_of(found[0]))
    known = since.theirs[0].known

    def mine(**fields):
        return differences_between(found[0], [{**found[0][0], "fields": {**found[0][0]["fields"], **fields}}])

    assert {known: {"name_en"}}.items() <= since.theirs_alone(mine(name_fr="Le Japon")).items()
    assert "name_en" not in since.theirs_alone(mine(name_en="Cipango")).get(known, ())
    before = snapshot(state)
    citation = CitationFactory(state=state)
    editorial.record_saving(state, by=None, before=before)
    added = meanwhile(state, digest_of(before))
    assert [each.action for each in added.theirs] == [ADD]
    assert added.theirs_alone([]) == {}
    after = snapshot(state)
    citation.delete()
    editorial.record_saving(state, by=None, before=after)
    assert meanwhile(state, digest_of(after)).theirs_alone([]) == {}
