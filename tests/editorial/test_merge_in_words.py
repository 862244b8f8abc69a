"""What a merge did is told in full to whoever stands by it."""

import pytest
from django.contrib.auth.models import User
from django.utils import translation

from partnerships import editorial
from partnerships.editorial.merge_choices import fields_to_choose, version_of_two
from partnerships.editorial.merge_in_words import merge_in_words, named_then
from partnerships.models import Change
from tests.factories import AreaFactory, CitationFactory, PersonFactory, SourceFactory, TenureFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def merged(stays, goes, **picked):
    chosen = {each.field.name: each.offered for each in fields_to_choose(stays, goes)} | picked
    by = User.objects.create_user("reviewer")
    editorial.merge(stays, goes, by=by, picked=chosen, version=version_of_two(stays, goes), reason="Twice")
    return merge_in_words(Change.objects.get(action="merge", key=stays.key))


@pytest.fixture
def sources():
    named = {"title_fr": "", "publication": "published"}
    stays, goes = SourceFactory(title_en="Press release 12", **named), SourceFactory(title_en="PR (2018) 12", **named)
    for key in ("a", "b"):
        CitationFactory(source=goes, area=AreaFactory(key=key, name_en=f"Area {key}", publication="published"))
    return stays, goes


def test_fields_say_what_each_of_the_two_said_and_what_holds_since(sources):
    told = merged(*sources, title_en="goes")
    titles = [(each.label, each.language, each.stayed, each.went, each.since) for each in told.chosen]
    assert titles == [("Title, in English", "en", "Press release 12", "PR (2018) 12", "PR (2018) 12")]
    assert told.names == {"stayed": "Press release 12", "went": "PR (2018) 12", "since": "PR (2018) 12"}


def test_records_that_named_the_one_that_goes_say_what_they_named(sources):
    told = merged(*sources)
    assert told.number == 2
    assert [change.key for change, _said in told.moved] == ["a", "b"]
    for _change, (said,) in told.moved:
        assert "".join(text for text, _alone in said.before) == "PR (2018) 12"
        assert "".join(text for text, _alone in said.after).startswith("Press release 12")


def test_all_that_named_the_one_that_goes_are_counted_though_only_some_are_told(sources, monkeypatch):
    monkeypatch.setattr("partnerships.editorial.merge_in_words.MOST_TOLD", 1)
    told = merged(*sources)
    assert (told.number, len(told.moved)) == (2, 1)


def test_what_goes_is_told_in_full(sources):
    (gone,) = merged(*sources).gone
    assert ("Title, in English", "PR (2018) 12", "en") in gone.says


def test_parts_are_told_apart_from_the_fields_of_the_record_itself():
    stays, goes = PersonFactory(name="Taro Kono"), PersonFactory(name="Kono Tarō")
    for one in (stays, goes):
        CitationFactory(person=one, source__title_en="A list")
    TenureFactory(person=goes)
    told = merged(stays, goes, name="goes")
    ((_change, (said,)),) = told.moved
    assert "".join(text for text, _alone in said.before) == "Kono Tarō"
    assert {each.part.partition(":")[0] for each in told.parts} == {"Name", "Citation"}
    assert told.names == {"stayed": "Taro Kono", "went": "Kono Tarō", "since": "Kono Tarō"}
    assert [(each.stayed, each.went, each.since) for each in told.chosen] == [("Taro Kono", "Kono Tarō", "Kono Tarō")]


def test_record_without_a_name_is_called_by_what_it_names():
    stays, goes = (TenureFactory(person__name=name) for name in ("Taro Kono", "Kono Tarō"))
    CitationFactory(tenure=goes)
    assert merged(stays, goes).names["went"].startswith("Tenure: Kono Tarō")


def test_parts_that_came_over_are_told():
    told = merged(PersonFactory(name="Taro Kono"), PersonFactory(name="Kono Tarō"))
    assert [(each.action, each.part) for each in told.parts] == [("add", "Name: Kono Tarō")]


def test_names_are_in_the_language_of_the_reader(sources):
    stays, goes = sources
    goes.title_fr = "Communiqué 12"
    goes.save()
    with translation.override("fr"):
        assert merged(stays, goes).names["went"] == "Communiqué 12"
    with translation.override(None):
        assert named_then([{"model": "partnerships.area", "fields": {"name_fr": "Un", "name_en": "One"}}]) == "Un"


def test_other_changes_are_none():
    area = AreaFactory()
    assert merge_in_words(editorial.record_saving(area, by=None, before=None)) is None


def test_of_the_record_that_goes_nothing_more_is_told(sources):
    merged(*sources)
    assert merge_in_words(Change.objects.get(action="merge", merged_into=sources[0].key)) is None
