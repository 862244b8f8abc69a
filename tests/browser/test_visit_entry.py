"""An editor’s whole job in a real browser: a visit with two stops, three interlocutors and four areas."""

import pytest

from partnerships.models import Meeting, Publication, Visit
from tests.factories import (
    AreaFactory,
    OrganizationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)

AREAS = ("Maritime security", "Cyber defence", "Non-proliferation", "Women, peace and security")
PEOPLE = ("Shinzo Abe", "Taro Kono", "Itsunori Onodera")


@pytest.fixture
def register():
    for name in AREAS:
        AreaFactory(name_en=name)
    for name in PEOPLE:
        PersonFactory(name=name)
    for name in ("Tokyo", "Yokosuka"):
        PlaceFactory(name_en=name)
    OrganizationFactory(name_en="NATO")
    PartnerFactory(state=StateFactory(name_en="Japan"))


def choose(page, field, *texts):
    """Type a part of each name into the field with a list, and choose what it offers."""
    for text in texts:
        page.click(f"#id_{field} ~ .select2 .select2-selection")
        search = page.locator(".select2-container--open .select2-search__field")
        search.fill(text)
        page.locator(".select2-results__option", has_text=text).first.click()


@pytest.mark.usefixtures("register", "editor")
def test_visit_is_entered_without_leaving_its_form(page, live_server, complaints):
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.context.add_cookies([{"name": "language", "value": "en", "url": live_server.url}])
    page.goto(f"{live_server.url}/admin/partnerships/visit/add/")

    # The two languages stand side by side.
    french, english = (page.locator(f"#id_title_{language}").bounding_box() for language in ("fr", "en"))
    assert french["y"] == english["y"]
    assert french["x"] + french["width"] <= english["x"]

    page.fill("#id_title_fr", "Visite du secrétaire général au Japon")
    page.fill("#id_title_en", "Visit of the Secretary General to Japan")
    page.fill("#id_period", "29-31 October 2017")
    page.wait_for_selector("text=Understood as: 29–31 October 2017")
    choose(page, "partners", "Japan")
    choose(page, "organization", "NATO")
    choose(page, "areas", *AREAS)

    choose(page, "stops-0-place", "Tokyo")
    page.click("text=Add a stop")
    headings = page.locator("#stops-group h3:visible").all_inner_texts()
    assert [" ".join(heading.split()[:2]) for heading in headings] == ["Stop 1", "Stop 2"]
    choose(page, "stops-1-place", "Yokosuka")

    choose(page, "meetings-0-interlocutors", *PEOPLE[:2])
    page.click("text=Add a meeting")
    page.fill("#id_meetings-1-stop_number", "2")
    choose(page, "meetings-1-interlocutors", PEOPLE[2])

    page.click("[name=_save]")
    page.wait_for_selector(".messagelist .success")

    visit = Visit.objects.get()
    assert visit.publication == Publication.DRAFT
    assert visit.period == "2017-10-29/2017-10-31"
    assert [stop.place.name_en for stop in visit.stops.order_by("position")] == ["Tokyo", "Yokosuka"]
    assert {area.name_en for area in visit.areas.all()} == set(AREAS)
    met = [
        [taken.person.name for taken in meeting.participations.order_by("pk")]
        for meeting in Meeting.objects.order_by("stop__position")
    ]
    assert met == [list(PEOPLE[:2]), [PEOPLE[2]]]
    assert complaints == []


@pytest.mark.usefixtures("editor")
def test_person_is_added_from_the_form_of_a_tenure(page, live_server, complaints):
    page.goto(f"{live_server.url}/admin/partnerships/tenure/add/")
    with page.expect_popup() as opened:
        page.click("#add_id_person")
    popup = opened.value
    popup.fill("#id_name", "Hajime Hayashi")
    popup.click("[name=_save]")
    page.wait_for_selector("#select2-id_person-container >> text=Hajime Hayashi")
    assert complaints == []


#: What stands in a row of the form and reaches beyond it.
CUT = """[...document.querySelectorAll('.form-row')].flatMap(row =>
  [...row.querySelectorAll('textarea, input, select, img, .select2-container')].filter(each =>
    each.offsetParent && each.getBoundingClientRect().right > row.getBoundingClientRect().right + 1
  ).map(each => each.id || each.outerHTML))"""


@pytest.mark.usefixtures("editor")
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_nothing_in_a_form_is_cut(page, live_server, complaints, width):
    page.set_viewport_size({"width": width, "height": 844})
    for kind in ("visit", "tenure", "place"):
        page.goto(f"{live_server.url}/admin/partnerships/{kind}/add/")
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        for button in page.locator(".add-row a").all():
            button.click()
        assert page.evaluate(CUT) == []
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert complaints == []


@pytest.mark.usefixtures("editor")
def test_what_the_register_holds_stands_under_its_field(page, live_server):
    visit = VisitFactory(period="2017-10-30")
    page.goto(f"{live_server.url}/admin/partnerships/visit/{visit.pk}/change/")
    Visit.objects.update(period="2016-03-03/2016-03-05")
    page.fill("#id_title_fr", "Mon titre")
    with page.expect_navigation():
        page.click("[name=_save]")
    stored = page.locator(".field-period .register-stored").first.bounding_box()
    field = page.locator("#id_period").bounding_box()
    assert stored["y"] >= field["y"] + field["height"]
    assert abs(stored["x"] - field["x"]) <= 2
