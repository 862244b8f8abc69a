"""What the pages of posts, decisions and sources say beside names and dates."""

import pytest

from tests.factories import DecisionFactory, EmbassyFactory, MissionFactory, SourceFactory
from tests.views.test_details import read

pytestmark = pytest.mark.django_db
PUBLIC = {"publication": "published"}
REACHED = {
    "address": "Rue A 1\n1000 Ville",
    "latitude": "50.84670",
    "longitude": "4.35250",
    "website": "https://post.example/",
    "email": "post@example.org",
    "phone": "+32 2 000 00 00",
}


class TestPost:
    @pytest.mark.parametrize(
        ("factory", "path", "kind", "words"),
        [
            (EmbassyFactory, "/fr/ambassades/a/", "legation", "légation"),
            (MissionFactory, "/fr/missions/a/", "permanent_representation", "représentation permanente"),
        ],
    )
    def test_says_what_it_is_and_how_it_is_reached(self, client, factory, path, kind, words):
        factory(key="a", kind=kind, **REACHED, **PUBLIC)
        response = client.get(path)
        for said in (words, "Rue A 1, 1000 Ville", "50,8467° N ; 4,3525° E", "+32 2 000 00 00"):
            assert said in read(response)
        for address in ("https://post.example/", "mailto:post@example.org", "tel:+3220000000"):
            assert f'href="{address}"' in response.text

    def test_says_nothing_of_what_is_not_recorded(self, client):
        EmbassyFactory(key="a", **PUBLIC)
        text = read(client.get("/en/embassies/a/"))
        for label in ("Postal address", "Coordinates", "Website", "E-mail", "Telephone"):
            assert label not in text


class TestDecision:
    def test_number_stands_on_its_page_and_is_searched(self, client):
        decision = DecisionFactory(key="d", number="PO(2018)0123", **PUBLIC)
        assert "Numéro PO(2018)0123" in read(client.get("/fr/decisions/d/"))
        assert "po 2018 0123" in decision.folded


class TestSource:
    def test_says_what_a_historian_needs(self, client):
        SourceFactory(
            key="s",
            kind="agency",
            original_title="日本",
            author="Person A",
            languages="ja en",
            not_archived=True,
            **PUBLIC,
        )
        response = client.get("/fr/sources/s/")
        text = read(response)
        assert "agence de presse" in text
        assert '<span lang="ja">日本</span>' in response.text
        assert "Auteur Person A" in text
        assert "Copie archivée aucune" in text

    def test_nothing_is_said_of_a_copy_that_nobody_looked_for(self, client):
        SourceFactory(key="s", **PUBLIC)
        assert "Archived copy" not in read(client.get("/en/sources/s/"))
