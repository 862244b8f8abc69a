"""What belongs to a record stands on its page: a kind with a page loses none of its parts there, a new one neither."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import override

from partnerships import models
from partnerships.addresses import page_of
from partnerships.pages import PAGES, KindPage
from partnerships.records.kinds import KINDS, PARTS
from tests.factories import FACTORIES, PUBLISHED, PersonFactory, PictureFactory, SourceFactory, StateFactory

pytestmark = pytest.mark.django_db

#: By these words a record is looked for; its page says how it is called.
FOR_THE_SEARCH = models.Alias
#: What a reader is to find of each part, and what makes the part say so.
SAID = {
    models.Name: ("Zorglub", lambda: {"text": "Zorglub", "kind": "used"}),
    models.Milestone: ("24 May 2018", lambda: {"kind": "credentials", "date": "2018-05-24"}),
    models.Stop: ("Zorglubia", lambda: {"position": 1, "state": StateFactory(**PUBLISHED, name_en="Zorglubia")}),
    models.Participation: ("Zorglub", lambda: {"person": PersonFactory(**PUBLISHED, name="Zorglub")}),
    models.Beneficiary: ("Zorglubia", lambda: {"state": StateFactory(**PUBLISHED, name_en="Zorglubia")}),
    models.Citation: ("Zorglub Gazette", lambda: {"source": SourceFactory(**PUBLISHED, title_en="Zorglub Gazette")}),
    models.Picture: ("Zorglub waves.", lambda: {"alternative_en": "Zorglub waves."}),
}


def parts_of_pages():
    """Return each relation from a kind with a page to a part of it."""
    return [
        pytest.param(kind, part, owner, id=f"{kind}-{part._meta.model_name}")
        for kind in PAGES
        for part in SAID
        for owner in part.owner_fields
        if part._meta.get_field(owner).related_model is KINDS[kind].model
    ]


def test_each_part_has_words_to_be_found_by():
    unsaid = [part for part in PARTS if part not in SAID]
    assert unsaid == [FOR_THE_SEARCH]


@pytest.mark.parametrize(("kind", "part", "owner"), parts_of_pages())
def test_each_part_is_said_on_the_page_of_its_record(client, kind, part, owner):
    said, values = SAID[part]
    record = FACTORIES[kind](**PUBLISHED)
    with override("en"):
        address = page_of(record, "en")
    before = client.get(address).content.decode()
    if part is models.Picture:
        picture = PictureFactory(**{owner: record}, **values())
        default_storage.save(f"pictures/{picture.file[:2]}/{picture.file}-800.jpg", ContentFile(b"points"))
    else:
        part.objects.create(key="a", **{owner: record}, **values())
    after = client.get(address).content.decode()
    assert said not in before
    assert said in after


#: It stands where a woman holds the office.
OF_A_HOLDER = ("office", "title_feminine")


@pytest.mark.parametrize("kind", PAGES)
def test_each_text_for_readers_is_said_on_the_page_of_its_record(client, kind):
    texts = [name for name in KINDS[kind].model.bilingual if (kind, name) != OF_A_HOLDER]
    record = FACTORIES[kind](**PUBLISHED, **{f"{name}_en": f"Zorglub {name}" for name in texts})
    with override("en"):
        said = client.get(page_of(record, "en")).content.decode()
    assert [name for name in texts if f"Zorglub {name}" not in said] == []


@pytest.mark.parametrize(
    ("date", "dates", "dated_by", "has_calendar"),
    [("", (), (), False), ("period", (), ("period",), True), ("date", ("date", "period"), ("date", "period"), True)],
)
def test_list_of_what_has_dates_is_asked_by_them_and_is_a_calendar_too(date, dates, dated_by, has_calendar):
    page = KindPage("area", "areas/", "Areas", list, list, date=date, dates=dates)
    assert page.dated_by == dated_by
    assert page.forms == ("atom", *(["ics"] if has_calendar else []), "csv", "json")


def test_what_stands_on_a_page_in_another_form_has_no_section_and_nothing_has_two():
    assert "meeting" not in [section.kind for section in PAGES["visit"].all_sections]
    kinds = [section.kind for section in PAGES["person"].all_sections]
    assert sorted({*kinds}) == sorted(kinds)
    assert {"tenure", "posting", "statement"} <= {*kinds}
