"""The page of any record, as its templates frame it: its title in its language, the days asked for, how it is cited."""

import html5lib
import pytest

from partnerships.addresses import page_of
from tests.factories import (
    PUBLISHED,
    AreaFactory,
    DecisionFactory,
    OfficeFactory,
    PartnerFactory,
    TenureFactory,
)

pytestmark = [pytest.mark.once, pytest.mark.django_db]


def read(html):
    return html5lib.parse(html, namespaceHTMLElements=False)


class TestTitle:
    @pytest.mark.parametrize(("language", "other", "said"), [("en", "fr", "(in French)"), ("fr", "en", "(en anglais)")])
    def test_title_in_the_other_language_alone_says_so_wherever_it_stands(self, client, language, other, said):
        titles = {f"title_{other}": "Titre", f"title_{language}": ""}
        decision = DecisionFactory(key="d", date="2018", **titles, **PUBLISHED)
        tree = read(client.get(page_of(decision, language)).text)
        for element in (tree.find(".//main//h1"), tree.find(".//main//cite"), tree.find(".//title")):
            assert element.get("lang") == other
        assert tree.find(".//p[@class='untranslated']/small").text == said

    def test_title_in_the_language_of_the_page_says_nothing_of_it(self, client):
        decision = DecisionFactory(key="d", date="2018", title_en="Title", **PUBLISHED)
        tree = read(client.get(page_of(decision, "en")).text)
        assert tree.find(".//main//h1").attrib == tree.find(".//main//cite").attrib == {}
        assert tree.find(".//p[@class='untranslated']") is None


class TestBody:
    def test_says_its_text_in_its_language_and_how_it_is_followed(self, client):
        area = AreaFactory(key="sea", name_en="Sea", summary_fr="Un résumé", **PUBLISHED)
        main = read(client.get(page_of(area, "en")).text).find(".//main")
        prose = main.find(".//div[@class='prose']")
        assert " ".join("".join(prose.itertext()).split()) == "Un résumé(in French)"
        assert "fr" in [one.get("lang") for one in prose.iter()]
        partner = PartnerFactory(key="jp", **PUBLISHED)
        forms = read(client.get(page_of(partner, "en")).text).find(".//main//p[@class='other-forms']")
        assert "".join(forms.itertext()).strip().startswith("Follow and download · ")
        assert [way.get("type") for way in forms] == ["application/atom+xml", "text/calendar", "text/csv"]


class TestDays:
    @pytest.mark.parametrize("asked", ["", "?on=2018-09-01", "?on=2018-09-01&and=2019-09-01"])
    def test_is_cited_for_the_days_that_it_shows(self, client, asked):
        office = OfficeFactory(key="o", **PUBLISHED)
        TenureFactory(office=office, period="2018/..", **PUBLISHED)
        section = read(client.get(page_of(office, "en") + asked).text).find(".//section[@class='cite']")
        permanent, forms, *_others = section.findall("p/a")
        assert permanent.get("href") == f"/id/office/o{asked}"
        assert permanent.text == f"http://testserver/id/office/o{asked}"
        assert forms.get("href") == f"/en/cite/office/o/{asked}"

    @pytest.mark.parametrize(("asked", "is_open"), [("?on=2018-09-01", False), ("?on=2018-09-01&and=2019-09-01", True)])
    def test_second_day_stands_before_a_button_and_open_where_it_is_asked(self, client, asked, is_open):
        office = OfficeFactory(key="o", **PUBLISHED)
        TenureFactory(office=office, period="2018/..", **PUBLISHED)
        form = read(client.get(page_of(office, "en") + asked).text).find(".//form[@class='ask']")
        fold = form.find("details[@class='beside-day']")
        assert (fold is None) is is_open
        within = [one for one in (form if is_open else fold) if one.tag in ("input", "button")]
        assert [one.get("name") or one.get("type") for one in within][-2:] == ["and", "submit"]
        assert within[-2].get("value") == ("2019-09-01" if is_open else "")
