"""Every kind of record has its list and its form, in both languages."""

import pytest

from partnerships.records.kinds import KINDS
from tests.factories import FACTORIES

from .browsing import address, submitted

#: The forms ask the database for the same in either.
LANGUAGES = (pytest.param("fr", marks=pytest.mark.once), "en")


@pytest.mark.once
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
class TestEveryKind:
    def test_form_for_a_new_record_opens(self, as_role, kind, language):
        answer = as_role("editor").get(address(kind, "add"), headers={"accept-language": language})
        assert answer.status_code == 200
        assert f'<html lang="{language}"' in answer.text
        assert 'style="' not in answer.text

    def test_list_shows_a_record(self, as_role, kind, language):
        FACTORIES[kind]()
        answer = as_role("reader").get(address(kind, "changelist") + "?q=a", headers={"accept-language": language})
        assert answer.status_code == 200

    def test_form_of_a_record_opens_and_saves(self, as_role, kind, language):
        record = FACTORIES[kind]()
        client = as_role("editor")
        page = client.get(address(kind, "change", record.pk), headers={"accept-language": language})
        assert page.status_code == 200
        answer = client.post(address(kind, "change", record.pk), submitted(page))
        assert answer.status_code == 302, answer.context and answer.context["errors"]
