"""How the interface says no."""

import json

import pytest

from partnerships.api.refusals import refusal_as_json

pytestmark = pytest.mark.once


@pytest.mark.parametrize("status", [400, 404])
def test_is_json_with_one_sentence_under_its_status(status):
    response = refusal_as_json(status, "Il n’y a pas de telle fonction.")
    assert (response.status_code, response["Content-Type"]) == (status, "application/json")
    assert json.loads(response.content) == {"error": "Il n’y a pas de telle fonction."}
