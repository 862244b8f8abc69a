"""The door to what the public may see."""

import pytest

from partnerships.models import Citation, Name, Partner, Person, Source, State
from partnerships.records.visibility import (
    FOR_STAFF,
    is_public,
    public,
    public_citations,
    public_pictures,
    public_rows,
    shown_column,
    unseen_fields,
)
from tests.factories import CitationFactory, PartnerFactory, PersonFactory, PictureFactory, StateFactory, VisitFactory
from tests.projections import edits

pytestmark = pytest.mark.django_db


class TestPublicRows:
    def test_are_those_of_public_records(self):
        edits.build()
        for model in edits.ROWS:
            assert set(public_rows(model)) == {row for row in model.objects.all() if is_public(row)}, model


@pytest.mark.once
def test_of_several_the_public_ones_stay_in_their_order():
    hidden = [StateFactory(publication=state) for state in ("draft", "in_review")]
    first, second = StateFactory(publication="published"), StateFactory(publication="published")
    assert public([second, *hidden, first]) == [second, first]
    assert public(hidden) == []
    assert not is_public(Citation())


@pytest.mark.once
def test_what_staff_write_for_staff_is_not_seen_of_what_is_public():
    state = State(publication="published")
    assert unseen_fields(state, state) == {"note", "withdrawal_reason_fr", "withdrawal_reason_en"}


@pytest.mark.once
@pytest.mark.parametrize(("death", "seen"), [("", False), ("2010", True)])
def test_birth_and_days_of_the_name_at_birth_are_seen_of_the_dead_alone(death, seen):
    person = Person(birth="1930", death=death)
    unseen = set() if seen else {"birth", "period", "period_wording_fr", "period_wording_en"}
    rows = (person, Name(kind="birth", period="1930/1950"), Name(kind="used", period="1960/1970"))
    assert [unseen_fields(row, person) - {*FOR_STAFF} for row in rows] == [
        unseen & {"birth"},
        unseen - {"birth"},
        set(),
    ]


@pytest.mark.once
def test_citations_that_are_seen_are_of_public_sources_and_of_no_birth_of_the_living():
    lives, died = PersonFactory(), PersonFactory(birth="1930", death="2010")
    seen = [CitationFactory(person=died, field="birth"), CitationFactory(person=lives, field="name")]
    unseen = [CitationFactory(person=lives, field="birth"), CitationFactory(person=died, field="birth")]
    Source.objects.filter(pk__in=[one.source_id for one in (*seen, unseen[0])]).update(publication="published")
    assert set(public_citations()) == set(seen)


@pytest.mark.once
def test_pictures_that_are_seen_are_described_in_both_languages():
    public, draft = (VisitFactory(publication=state) for state in ("published", "draft"))
    said, _hidden = PictureFactory(visit=public), PictureFactory(visit=draft)
    for language in ("fr", "en"):
        PictureFactory(visit=public, **{f"alternative_{language}": ""})
    assert list(public_pictures()) == [said]


@pytest.mark.once
class TestShownColumn:
    def test_places_what_is_named_after_a_hidden_record_as_one_without_a_name(self):
        for name, publication in (("Aland", "published"), ("Middle", "draft"), ("Zanzibar", "published")):
            PartnerFactory(key=name.lower(), state=StateFactory(name_en=name, publication=publication))
        found = Partner.objects.annotate(shown=shown_column("state__sort_en")).order_by("shown")
        assert [one.key for one in found] == ["middle", "aland", "zanzibar"]
        assert (found[0].shown, bool(found[1].shown)) == ("", True)
