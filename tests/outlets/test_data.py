"""Lists as JSON."""

import json
from dataclasses import replace

import pytest

from partnerships.outlets.data import line_as_json

from .conftest import LINE, text

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("decision")
class TestData:
    def test_says_what_was_asked_and_every_line(self, client):
        found = json.loads(text(client.get("/en/timeline.json?kind=decision")))
        assert found["asked"] == {"kind": ["decision"], "detail": ["all"]}
        (line,) = found["lines"]
        assert line["id"] == "decision-d-on"
        assert line["date"] == {
            "words": "24 May 2018",
            "edtf": "2018-05-24",
            "earliest": "2018-05-24",
            "latest": "2018-05-24",
        }
        assert line["partners"] == [{"key": "jp", "name": "Japan"}]
        assert line["sources"][0]["agrees"] is True

    @pytest.mark.once
    def test_says_each_thing_under_its_name(self):
        assert line_as_json(LINE, "https://r.example") == {
            "id": "visit-v-on",
            "kind": "visit",
            "key": "v",
            "moment": "on",
            "title": "=1+1; a tour",
            "date": {
                "words": "29–31 October 2017",
                "edtf": "2017-10-29/2017-10-31",
                "earliest": "2017-10-29",
                "latest": "2017-10-31",
            },
            "partners": [{"key": "jp", "name": "Japan"}, {"key": "kr", "name": "Korea"}],
            "places": [{"key": "tokyo", "name": "Tokyo"}, {"key": "seoul", "name": "Seoul"}],
            "areas": [{"key": "cyber", "name": "Cyber defence"}],
            "sources": [
                {"key": "s", "title": "A paper", "url": "https://a.example/", "agrees": True},
                {"key": "t", "title": "Another", "url": None, "agrees": False},
            ],
            "published_at": "2026-11-23T09:00:00+00:00",
            "url": "https://r.example/en/visits/v/",
            "permanent": "https://r.example/id/visit/v",
        }
        open_ended = line_as_json(replace(LINE, first=None, last=None, published_at=None), "")
        assert (open_ended["date"]["earliest"], open_ended["date"]["latest"]) == (None, None)
        assert open_ended["published_at"] is None
