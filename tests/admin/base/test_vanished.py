"""A record is deleted while somebody writes in its form: the text stays on the screen."""

from django.contrib.auth.models import User

from partnerships import editorial
from partnerships.editorial.merging import version_of_two
from partnerships.models import Visit
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory, PersonFactory, PlaceFactory, StopFactory, VisitFactory

from ..browsing import address, as_it_stands


def test_typed_texts_stay_on_the_screen(as_role):
    place, area, person = PlaceFactory(name_fr="Yokosuka"), AreaFactory(name_fr="Cyberdéfense"), PersonFactory()
    visit = VisitFactory()
    StopFactory(visit=visit, place=place, position=1)
    client, page = as_role("editor"), address("visit", "change", visit.pk)
    seen = as_it_stands(client, page) | {
        "title_fr": "Un titre <long>",
        "period": "3-5 mars 2016",
        "areas": [area.pk],
        "stops-0-summary_fr": "Pluie tout le jour",
        "meetings-TOTAL_FORMS": 1,
        "meetings-0-stop_number": 1,
        "meetings-0-kind": "talks",
        "meetings-0-interlocutors": [person.pk],
    }
    seen |= {"participations-TOTAL_FORMS": 2}
    seen |= {f"participations-{row}-styled_en": f"Guest {row}" for row in range(2)}
    Visit.objects.all().delete()
    answer = client.post(page, seen)
    assert answer.status_code == 410
    for text in ("Un titre &lt;long&gt;", "3-5 mars 2016", "Cyberdéfense", "Yokosuka", "Pluie", person.name, "Étape 1"):
        assert text in answer.text, text
    assert answer.text.index("Guest 0") < answer.text.index("Guest 1")
    assert address("visit", "add") in answer.text
    assert "csrf" not in str(answer.context["typed"])


def test_what_was_merged_leads_to_the_one_that_stays_and_what_was_deleted_to_who_did_it(as_role):
    stays, goes, gone = (AreaFactory(name_en=name) for name in ("Cyber", "Cyberspace", "Sea"))
    client, by = as_role("editor"), User.objects.create_user("other")
    kept, merged_away, deleted = (address("area", "change", each.pk) for each in (stays, goes, gone))
    sent = {page: as_it_stands(client, page) | {"name_en": "Typed"} for page in (merged_away, deleted)}
    editorial.merge(stays, goes, by=by, picked={}, version=version_of_two(stays, goes))
    merged = client.post(merged_away, sent[merged_away], headers={"accept-language": "en"})
    assert (merged.status_code, kept in merged.text) == (410, True)
    assert "other merged this record into another one" in merged.text
    before = snapshot(gone)
    deletion = editorial.record_deletion(gone, by=by, before=before)
    gone.delete()
    answer = client.post(deleted, sent[deleted], headers={"accept-language": "en"})
    assert "other deleted this record" in answer.text
    assert address("change", "change", deletion.pk) in answer.text


def test_odd_input_is_shown_as_it_is(as_role):
    page = address("visit", "change", 98765)
    answer = as_role("editor").post(page, {"period": "some day", "areas": ["x", "9" * 40], "organization": "zz"})
    assert answer.status_code == 410
    assert "some day" in answer.text


def test_page_of_nothing_leads_to_the_list(as_role):
    answer = as_role("editor").get(address("visit", "change", 98765))
    assert answer.url == address("visit", "changelist")


def test_reader_learns_nothing(as_role):
    assert as_role("reader").post(address("visit", "change", 98765), {"title_fr": "x"}).status_code == 403
