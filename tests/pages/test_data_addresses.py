"""Where records stand as data."""

import pytest

from partnerships.pages.data_addresses import _word_of, data_address, kind_words
from partnerships.records.kinds import KINDS
from tests.factories import FACTORIES


class TestWords:
    def test_are_those_of_the_addresses(self):
        found = kind_words()
        assert list(found.values()) == list(KINDS)
        assert (found["people"], found["tenures"], found["organizations"]) == ("person", "tenure", "organization")

    @pytest.mark.usefixtures("english")
    @pytest.mark.parametrize(("kind", "word"), [("person", "people"), ("area", "areas"), ("tenure", "tenures")])
    def test_is_that_of_the_pages_of_a_kind_else_its_plural(self, kind, word):
        assert _word_of(kind) == word


@pytest.mark.django_db
class TestAddress:
    def test_answers_and_stands_where_a_record_is_cited(self, client):
        for kind, factory in FACTORIES.items():
            record = factory(publication="published")
            assert client.get(data_address(record)).json()["key"] == record.key
            assert f'href="{data_address(record)}"' in client.get(f"/en/cite/{kind}/{record.key}/").text
