"""A record that is imported, opened and saved untouched is still what the file says."""

import pytest

from partnerships.models import Decision
from tests.exchange.fixtures import apply, line, plan

from .browsing import address, as_it_stands

pytestmark = pytest.mark.django_db


class TestTextOfSeveralLines:
    @pytest.mark.parametrize("text", ["First line\nSecond line", "First line\r\nSecond line", "First\fSecond"])
    def test_is_unchanged(self, as_role, text):
        decision = line("decision", key="d", title_en="A decision", text_en=text, date="2018-05-24")
        apply(decision)
        page = address("decision", "change", Decision.objects.get().pk)
        client = as_role("editor")
        answer = client.post(page, browser(as_it_stands(client, page)))
        assert answer.status_code == 302, answer.context["errors"]
        assert [step.action for step in plan(decision).steps] == ["unchanged"]


def browser(data):
    """What a browser sends: lines of a text end in CR LF."""
    return {name: value.replace("\n", "\r\n") if isinstance(value, str) else value for name, value in data.items()}
