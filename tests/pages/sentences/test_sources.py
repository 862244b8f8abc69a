"""A source as a sentence."""

import pytest

from tests.factories import PUBLISHED, CitationFactory, DecisionFactory, SourceFactory
from tests.pages.reading import around, said

pytestmark = pytest.mark.django_db


class TestSource:
    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            (
                {"publisher_en": "Publisher A"},
                "Official document, published by Publisher A, dated 24 May 2018.",
            ),
            (
                {"publisher_en": "Publisher A", "date": ""},
                "Official document, published by Publisher A; its date is not known.",
            ),
            ({}, "Official document, dated 24 May 2018; its publisher is not recorded."),
            (
                {"date": ""},
                "Official document; neither its publisher nor its date is recorded.",
            ),
        ],
    )
    def test_says_what_is_known_of_the_document(self, client, fields, expected):
        SourceFactory(key="s", **fields, **PUBLISHED)
        assert said(client, "/en/sources/s/") == [expected]

    def test_says_that_it_contradicts(self, client):
        source = SourceFactory(key="s", **PUBLISHED)
        assert around(client, "/fr/sources/s/") == []
        CitationFactory(source=source, decision=DecisionFactory(**PUBLISHED), stance="contradicts")
        assert around(client, "/fr/sources/s/") == [
            "Sur certains points, il contredit le registre ; la liste en est donnée plus bas."
        ]
