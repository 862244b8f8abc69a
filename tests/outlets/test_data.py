"""Lists as JSON."""

import json

import pytest

from .conftest import text

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
