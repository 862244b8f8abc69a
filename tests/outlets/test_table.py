"""Tables, read as a spreadsheet reads them."""

import csv
from io import StringIO

import pytest

from partnerships.outlets.table import csv_table

from .conftest import LINE, text

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("decision")
class TestTable:
    def rows(self, client, address, delimiter):
        found = text(client.get(address))
        assert found.startswith("\ufeff")
        return list(csv.reader(StringIO(found.removeprefix("\ufeff")), delimiter=delimiter))

    def test_every_line_stands_in_it_with_everything(self, client):
        heading, *rows = self.rows(client, "/en/timeline.csv?partner=jp", ",")
        row = dict(zip(heading, rows[-1], strict=True))
        assert row["date in notation / date en notation"] == "2018-05-24"
        assert row["partners / partenaires"] == "Japan"
        assert row["permanent address / adresse permanente"] == "http://testserver/id/decision/d"
        assert row["sources"].startswith("A paper https://a.example/")

    def test_french_spreadsheet_separates_by_semicolons(self, client):
        heading, *rows = self.rows(client, "/fr/chronologie.csv?kind=decision", ";")
        assert heading[0] == "date en toutes lettres / date in words"
        assert rows[0][0] == "24 mai 2018"

    def test_it_is_sent_as_it_is_made(self, client):
        answer = client.get("/en/timeline.csv")
        assert answer.streaming
        assert answer["Content-Disposition"] == 'attachment; filename="en-timeline.csv"'
        answer.getvalue()

    @pytest.mark.once
    @pytest.mark.parametrize(("language", "separator"), [("fr", ";"), ("en", ",")])
    def test_says_each_thing_in_its_column(self, language, separator):
        sent = b"".join(csv_table([LINE], language, "https://r.example")).decode().removeprefix("\ufeff")
        _heading, row = csv.reader(StringIO(sent), delimiter=separator)
        assert row == [
            "29–31 October 2017",
            "2017-10-29/2017-10-31",
            "2017-10-29",
            "2017-10-31",
            "visit",
            "'=1+1; a tour",
            "Japan | Korea",
            "Tokyo | Seoul",
            "Cyber defence",
            "A paper https://a.example/",
            "Another",
            "2026-11-23T09:00:00+00:00",
            "https://r.example/id/visit/v",
            "visit-v-on",
        ]

    def test_unknown_filter_leaves_the_heading_alone(self, client):
        assert len(self.rows(client, "/en/timeline.csv?partner=none", ",")) == 1
