"""The tables of the search."""

from datetime import date

import pytest
from django.db import connection

from partnerships.models import SearchDocument, SearchName

pytestmark = pytest.mark.django_db


def document(**values: str) -> SearchDocument:
    days = {"earliest": date(2018, 5, 24), "latest": date(2018, 5, 24)}
    return SearchDocument.objects.create(
        **{"kind": "area", "key": "a", "names": "one", "tokens": "one two", **values}, **days
    )


class TestFullText:
    """What the migration lays beside the documents follows them by itself."""

    def found(self, token: str) -> list[int]:
        if connection.vendor == "sqlite":
            sql = "SELECT rowid FROM partnerships_searchdocument_text WHERE partnerships_searchdocument_text MATCH %s"
        else:
            sql = (
                "SELECT id FROM partnerships_searchdocument"
                " WHERE array_to_tsvector(string_to_array(tokens, ' ')) @@ %s::tsquery"
            )
        with connection.cursor() as cursor:
            cursor.execute(sql, [token])
            return [pk for (pk,) in cursor.fetchall()]

    def test_follows_what_comes_changes_and_goes(self):
        row = document()
        assert self.found("two") == [row.pk]
        SearchDocument.objects.filter(pk=row.pk).update(tokens="one three")
        assert (self.found("two"), self.found("three")) == ([], [row.pk])
        row.delete()
        assert self.found("three") == []


class TestNames:
    def test_are_said_as_they_are_compared(self):
        row = document()
        assert str(SearchName(document=row, form="kono taro")) == "kono taro"
        assert str(row) == "area/a"
