"""Names and links: of their days, small within a French sentence, and never of what is not public."""

from datetime import date

import pytest
from django.utils.translation import override

from partnerships.models import Name
from partnerships.presentation.links import in_order, led_to, link_html, links_html, name_html, office_html, within_html
from partnerships.projections import version
from tests.factories import (
    AreaFactory,
    DecisionFactory,
    DesignationFactory,
    OfficeFactory,
    PlaceFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = pytest.mark.usefixtures("english")

PUBLIC = {"publication": "published"}


@pytest.mark.django_db
@pytest.mark.once
class TestLinks:
    def test_name_and_language_stand_in_a_link_and_the_note_behind_it(self):
        state = StateFactory(key="jp", name_en="", name_fr="Japon", slug_en="jp", **PUBLIC)
        assert link_html(state) == (
            '<a href="/en/states/jp/"><span lang="fr">Japon</span></a> <small class="untranslated">(in French)</small>'
        )
        assert name_html(state) == '<span lang="fr">Japon</span> <small class="untranslated">(in French)</small>'
        assert name_html(state, noted=False) == '<span lang="fr">Japon</span>'

    def test_what_the_public_may_not_see_is_not_named(self):
        assert link_html(StateFactory()) == "(not public)"
        assert link_html(None) == ""
        shown_one = StateFactory(key="jp", slug_en="jp", **PUBLIC)
        assert links_html([StateFactory(), shown_one, shown_one]) == ", ".join(
            ['<a href="/en/states/jp/">Japan</a>'] * 2
        )

    def test_name_is_that_of_its_days(self):
        state = StateFactory(slug_en="jp", **PUBLIC)
        Name.objects.create(state=state, key="old", text="Empire of Japan", period="1868-01-03/1947-05-03")
        day = date(1900, 1, 1)
        assert link_html(state, (day, day)) == '<a href="/en/states/jp/">Empire of Japan</a>'

    def test_designation_leads_from_the_post_to_the_mission(self):
        designation = DesignationFactory(mission__publication="published", embassy__publication="published", **PUBLIC)
        assert name_html(designation) == "Embassy of Japan in Belgium → Mission of Japan to NATO"
        tenure = TenureFactory(person__name="Abe", **PUBLIC)
        assert name_html(tenure) == f"Abe{tenure.label_separator}Prime Minister"

    def test_is_kept_under_the_version_by_language_and_day(self, monkeypatch):
        state = StateFactory(slug_en="jp", slug_fr="jp", **PUBLIC)
        monkeypatch.setattr(version, "steadied", lambda: ("v",))
        first = link_html(state)
        state.name_en = "Nippon"
        assert link_html(state) is first
        with override("fr"):
            assert link_html(state) == '<a href="/fr/etats/jp/">Japon</a>'
        day = date(2000, 1, 1)
        assert link_html(state, (day, day)) == '<a href="/en/states/jp/">Nippon</a>'
        # Another kind may have the same number.
        other = PlaceFactory(pk=state.pk, name_en="Tokyo", **PUBLIC)
        assert ">Tokyo</a>" in link_html(other)

    def test_is_kept_of_no_draft_and_only_while_the_version_is_steady(self, monkeypatch):
        state = StateFactory(slug_en="jp", **PUBLIC)
        monkeypatch.setattr(version, "steadied", lambda: None)
        link_html(state)
        state.name_en = "Nippon"
        assert link_html(state) == '<a href="/en/states/jp/">Nippon</a>'
        monkeypatch.setattr(version, "steadied", lambda: ("w",))
        link_html(state)
        state.publication = "draft"
        assert link_html(state) == "(not public)"


@pytest.mark.django_db
@pytest.mark.once
class TestOffices:
    @pytest.fixture
    def office(self):
        titles = {"name_fr": "Ambassadeur", "title_feminine_fr": "Ambassadrice", "name_en": "Ambassador"}
        return OfficeFactory(key="o", slug_fr="o", slug_en="o", **titles, **PUBLIC)

    def test_title_is_small_within_a_french_sentence_alone(self, office):
        assert within_html(office) == "Ambassador"
        with override("fr"):
            assert within_html(office) == "ambassadeur"
            assert within_html(office, linked=True) == '<a href="/fr/fonctions/o/">ambassadeur</a>'
            assert within_html(StateFactory(**PUBLIC)) == "Japon"

    def test_title_is_said_as_of_the_person(self, office):
        tenure = TenureFactory(office=office, person__title_form="feminine", **PUBLIC)
        with override("fr"):
            assert office_html(office, tenure) == '<a href="/fr/fonctions/o/">Ambassadrice</a>'
            assert office_html(office, tenure, within=True) == '<a href="/fr/fonctions/o/">ambassadrice</a>'
        assert office_html(office, tenure, within=True) == '<a href="/en/offices/o/">Ambassador</a>'

    def test_hidden_one_is_not_named(self):
        hidden = OfficeFactory()
        assert office_html(hidden, TenureFactory(**PUBLIC)) == ""
        assert within_html(hidden, linked=True) == "(not public)"


@pytest.mark.django_db
@pytest.mark.once
def test_a_visit_led_to_each_place_once_and_to_a_state_without_one():
    visit, state = VisitFactory(), StateFactory(**PUBLIC)
    tokyo, nikko, hakone = (PlaceFactory(name_en=name, **PUBLIC) for name in ("Tokyo", "Nikko", "Hakone"))
    for place, further in ((tokyo, [nikko, hakone, PlaceFactory()]), (None, []), (nikko, [])):
        stop = StopFactory(visit=visit, place=place, state=None if place else state)
        stop.further_places.set(further)
    assert led_to(visit) == [tokyo, hakone, nikko, state]


@pytest.mark.django_db
@pytest.mark.once
class TestInOrder:
    def test_dates_come_first_then_names_whatever_their_accents_then_keys(self):
        decisions = [DecisionFactory(key=key, date=day) for key, day in (("b", "2018"), ("a", "2018"), ("c", "2014"))]
        assert [one.key for one in in_order(decisions)] == ["c", "a", "b"]
        areas = [AreaFactory(key=key, name_en=name) for key, name in (("x", "Zoo"), ("y", "Église"), ("z", "fire"))]
        assert [one.key for one in in_order(areas)] == ["y", "z", "x"]
        assert in_order([decisions[0], areas[0]]) == [areas[0], decisions[0]]
