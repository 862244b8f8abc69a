"""The pictures of pages, for those who share them."""

import re

import pytest

from tests.factories import PUBLISHED, DecisionFactory, MissionFactory

pytestmark = pytest.mark.django_db


def picture_of(page):
    return re.search(r'og:image" content="[a-z]+://[^/]+([^"]+)"', page)[1]


class TestPicture:
    @pytest.mark.parametrize("path", ["/en/missions/m/", "/fr/missions/m/", "/en/", "/fr/chronologie/"])
    def test_each_page_names_one_that_is_there(self, client, path):
        MissionFactory(key="m", period="2018-07-01/..", **PUBLISHED)
        where = picture_of(client.get(path).content.decode())
        answer = client.get(where, headers={"accept-encoding": "gzip"})
        assert answer["Content-Type"] == "image/png"
        assert "Content-Encoding" not in answer
        assert answer["Content-Language"] == path[1:3]
        assert ("/m.png" in where) == ("missions" in path)
        assert answer.content.startswith(b"\x89PNG")

    def test_says_what_the_page_says(self, client, monkeypatch):
        drawn = []
        monkeypatch.setattr("partnerships.views.sharing.card_png", lambda card: drawn.append(card) or b"")
        MissionFactory(key="m", name_en="Mission A", period="2018-07-01/..", **PUBLISHED)
        client.get("/en/card/mission/m.png?on=1900-01-01")
        assert drawn[0].title == "Mission A"
        assert drawn[0].above == "Register of partnerships · Mission"
        assert [lane.label for lane in drawn[0].strip.lanes] == ["Mission"]

    def test_is_of_nothing_that_is_not_public(self, client):
        for state in ("draft", "in_review"):
            DecisionFactory(key=state, publication=state)
            assert client.get(f"/en/card/decision/{state}.png").status_code == 404
        DecisionFactory(key="gone", publication="withdrawn", withdrawal_reason_en="Wrong.")
        assert client.get("/en/card/decision/gone.png").status_code == 404
        assert client.get("/en/card/nothing/gone.png").status_code == 404

    def test_follows_what_it_pictures(self, client):
        mission = MissionFactory(key="m", **PUBLISHED)
        before = client.get("/en/card/mission/m.png").content
        assert client.get("/en/card/mission/m.png").content == before
        mission.name_en = "Another name"
        mission.save()
        assert client.get("/en/card/mission/m.png").content != before
