"""Lists whose filters are chosen by a name, as readers meet them."""

import re

import pytest

from tests.factories import PUBLISHED, DecisionFactory, PersonFactory, PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _register():
    for key, name in (("hajime", "Hajime Hayashi"), ("yoshimasa", "Yoshimasa Hayashi")):
        PersonFactory(key=key, name=name, **PUBLISHED)
    PlaceFactory(key="tokyo", name_en="Tokyo", **PUBLISHED)
    DecisionFactory(date="2018", **PUBLISHED)


class TestChoosing:
    @pytest.mark.parametrize(
        ("address", "leads"),
        [
            ("/en/timeline/?named=yoshimasa&partner=jp", "/en/timeline/?partner=jp&person=yoshimasa"),
            ("/fr/visites/?named=tokyo", "/fr/visites/?place=tokyo"),
            ("/en/search/?q=talks&named=tokyo", "/en/search/?q=talks&place=tokyo"),
        ],
    )
    def test_leads_to_the_address_with_the_key(self, client, address, leads):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (302, leads)

    def test_says_who_is_called_so_and_answers_what_else_is_asked(self, client):
        html = client.get("/en/timeline/?named=hayashi&from=2018&to=2018").text
        said = re.search(r'<div class="by-name" role="status">.*?</div>', html, re.S)[0]
        assert re.findall(r'href="(\?[^"]*)">([^<]*)</a> \((\w+)\)', said) == [
            ("?from=2018&amp;to=2018&amp;person=hajime", "Hajime Hayashi", "person"),
            ("?from=2018&amp;to=2018&amp;person=yoshimasa", "Yoshimasa Hayashi", "person"),
        ]
        assert "named=" not in html.replace('name="named"', "")
        assert ">1 main event" in html

    def test_says_that_nobody_is_called_so_and_leads_to_the_search(self, client):
        html = client.get("/en/people/?named=Hajime+Hayashi").text
        said = re.search(r'<div class="by-name" role="status">.*?</div>', html, re.S)[0]
        assert "Nothing public that the list can be filtered by is called “Hajime Hayashi”." in said
        assert 'href="/en/search/?q=Hajime%20Hayashi"' in said

    def test_says_nothing_where_nothing_is_typed(self, client):
        html = client.get("/en/timeline/?named=&from=2018").text
        assert 'class="by-name"' not in html
        assert 'name="named"' in html
        assert client.get("/en/timeline/?named=a&named=b").status_code == 400
