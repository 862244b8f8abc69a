"""The interface for programs, described: what it says is what is answered."""

import re

import pytest
from django.urls import resolve

from partnerships.pages.data_addresses import kind_words
from partnerships.records.kinds import KINDS
from tests.factories import FACTORIES, PUBLISHED

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(client):
    return client.get("/api/v1/openapi.json").json()


def refers(node):
    """Yield every reference in a document."""
    if isinstance(node, dict):
        yield from (node[name] for name in ("$ref",) if name in node)
        for value in node.values():
            yield from refers(value)
    elif isinstance(node, list):
        for value in node:
            yield from refers(value)


#: What a value is in JSON, by the type that is described.
IN_JSON = {"string": str, "integer": int, "boolean": bool, "number": float, "array": list, "object": dict}


@pytest.mark.parametrize("kind", KINDS)
def test_each_value_is_of_the_type_that_is_described(client, document, kind):
    places = {"latitude": "35.6762", "longitude": "139.6503"}
    columns = {field.name for field in KINDS[kind].model._meta.concrete_fields}
    record = FACTORIES[kind](**PUBLISHED, **{name: value for name, value in places.items() if name in columns})
    word = next(word for word, one in kind_words().items() if one == kind)
    told = client.get(f"/api/v1/{word}/{record.key}").json()["fields"]
    described = document["components"]["schemas"][kind]["properties"]["fields"]["properties"]
    for name, value in told.items():
        if "type" in described[name]:
            assert isinstance(value, IN_JSON[described[name]["type"]]), name


def test_each_refusal_that_may_come_is_described(document):
    told = {path: {*described["get"]["responses"]} for path, described in document["paths"].items()}
    assert told == dict.fromkeys(told, {"200", "400", "404", "410"})


class TestDescription:
    def test_every_path_is_an_address(self, document):
        assert {f"/{word}" for word in kind_words()} < set(document["paths"])
        for path in document["paths"]:
            assert resolve(f"/api/v1{re.sub('{key}', 'a', path)}")

    def test_every_reference_leads_somewhere(self, document):
        known = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
        assert set(refers(document)) - known == set()

    def test_every_field_that_is_answered_is_described(self, client, document):
        schemas = document["components"]["schemas"]
        for word, kind in kind_words().items():
            found = client.get(f"/api/v1/{word}/{FACTORIES[kind](**PUBLISHED).key}").json()
            described = schemas[kind]["properties"]
            # Further parts are only led to where there are any: tests/api/test_crowded_records.py.
            assert set(found) | {"next"} == set(described), kind
            assert set(found["fields"]) <= set(described["fields"]["properties"]), kind
            assert set(found["parts"]) <= set(described["parts"]["properties"]), kind

    def test_parts_are_described_with_their_keys_and_a_visit_with_its_meetings(self, document):
        schemas = document["components"]["schemas"]
        parts = {name: each["properties"] for name, each in schemas.items() if name.startswith("part-")}
        assert all("key" in each for each in parts.values())
        assert schemas["visit"]["properties"]["parts"]["properties"]["meeting"]["items"] == {
            "$ref": "#/components/schemas/part-meeting"
        }
        assert "stop" in parts["part-meeting"]
        assert "stop" in schemas["meeting"]["properties"]["fields"]["properties"]
        assert "stop" in schemas["Link"]["properties"]["kind"]["enum"]

    def test_every_way_to_say_no_is_described(self, document):
        for path in document["paths"].values():
            assert set(path["get"]["responses"]) == {"200", "400", "404", "410"}

    def test_nothing_for_staff_is_described(self, document):
        for kind in KINDS:
            fields = document["components"]["schemas"][kind]["properties"]["fields"]["properties"]
            assert {"note", "withdrawal_reason_fr", "publication"} & set(fields) == set()

    def test_last_page_of_a_list_leads_to_no_other(self, client, document):
        listed = document["paths"]["/visits"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert client.get("/api/v1/visits").json()["next"] is None
        assert listed["properties"]["next"]["type"] == ["string", "null"]

    def test_names_the_licence_and_where_it_stands(self, client):
        licence = client.get("/api/v1/openapi.json").json()["info"]["license"]
        assert licence["name"]
        assert client.get(licence["url"].removeprefix("http://testserver")).status_code == 200
