"""Pages show names as they were on the day that is asked about, or on which something happened."""

import re

import pytest
from django.utils.html import strip_tags

from partnerships.models import Name
from tests.factories import AreaFactory, DecisionFactory, PartnerFactory, StateFactory

pytestmark = pytest.mark.django_db
PUBLIC = {"publication": "published"}


@pytest.fixture
def partner():
    state = StateFactory(key="bf", name_fr="Burkina Faso", name_en="Burkina Faso", slug_en="burkina-faso", **PUBLIC)
    Name.objects.create(state=state, key="old", language="en", text="Upper Volta", period="1958/1984-08-03")
    return PartnerFactory(key="bf", state=state, slug_en="burkina-faso", period="1960/..", **PUBLIC)


class TestNamesOfTheDay:
    def test_line_shows_the_name_of_its_day(self, client, partner):
        for date in ("1970-05-24", "2018-05-24"):
            DecisionFactory(key=f"on-{date}", date=date, **PUBLIC).partners.add(partner)
        page = client.get("/en/timeline/?kind=decision").text
        before, after = page.split('id="decision-on-2018-05-24-on"')
        assert "Upper Volta" in before
        assert "Burkina Faso" not in before.split('<ol class="lines">')[1]
        assert "Burkina Faso" in after

    def test_list_of_a_day_shows_the_names_of_that_day(self, client, partner):
        assert "Upper Volta" in client.get("/en/partners/?on=1970-01-01").text
        assert "Upper Volta" not in client.get("/en/partners/").text

    def test_heading_of_a_day_is_the_name_of_that_day(self, client, partner):
        heading = client.get("/en/partners/burkina-faso/?on=1970-01-01").text.partition("</h1>")[0]
        assert strip_tags(heading).endswith("Upper Volta on 1 January 1970")
        assert "Burkina Faso</h1>" in client.get("/en/partners/burkina-faso/").text


@pytest.mark.once
@pytest.mark.parametrize(
    ("name", "path", "heading", "said"),
    [
        ("name_en", "/fr/domaines/a/", '<h1 lang="en">Sea</h1>', "(en anglais)"),
        ("name_fr", "/en/areas/a/", '<h1 lang="fr">Sea</h1>', "(in French)"),
    ],
)
def test_name_that_is_not_translated_is_said_to_be_in_the_other_language(client, name, path, heading, said):
    AreaFactory(key="a", **{"name_en": None, "name_fr": None, name: "Sea"}, **PUBLIC)
    page = client.get(path).text
    assert heading in page
    assert said in page


class TestNamesakes:
    def test_headings_and_descriptions_tell_a_partner_from_its_state(self, client, partner):
        pages = [client.get(one).text for one in ("/en/partners/burkina-faso/", "/en/states/burkina-faso/")]
        for pattern in (r"<title>(.*?)</title>", r"<h1>(.*?)</h1>", r'name="description" content="(.*?)"'):
            first, second = (re.findall(pattern, page, re.DOTALL)[0] for page in pages)
            assert first != second


class TestOrder:
    def test_partners_stand_in_the_order_of_their_names(self, client):
        for key, name in (("de", "Allemagne"), ("aa", "Zambie"), ("eg", "Égypte")):
            PartnerFactory(key=key, state=StateFactory(key=key, name_fr=name, **PUBLIC), **PUBLIC)
        page = client.get("/fr/partenaires/").text
        places = [page.index(f"{name}</a>") for name in ("Allemagne", "Égypte", "Zambie")]
        assert places == sorted(places)
