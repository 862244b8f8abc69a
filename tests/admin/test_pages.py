"""Every kind of record has its list and its form, in both languages."""

import pytest
from django.urls import reverse

from partnerships.records.kinds import KINDS
from tests import factories

LANGUAGES = ("fr", "en")


def address(kind, page, *args):
    return reverse(f"admin:partnerships_{kind}_{page}", args=args)


def factory_of(kind):
    return getattr(factories, f"{KINDS[kind].model.__name__}Factory")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
class TestEveryKind:
    def test_form_for_a_new_record_opens(self, as_role, kind, language):
        answer = as_role("editor").get(address(kind, "add"), headers={"accept-language": language})
        assert answer.status_code == 200
        assert f'<html lang="{language}"' in answer.text
        assert 'style="' not in answer.text

    def test_list_shows_a_record(self, as_role, kind, language):
        factory_of(kind)()
        answer = as_role("reader").get(address(kind, "changelist") + "?q=a", headers={"accept-language": language})
        assert answer.status_code == 200

    def test_form_of_a_record_opens_and_saves(self, as_role, kind, language):
        record = factory_of(kind)()
        client = as_role("editor")
        page = client.get(address(kind, "change", record.pk), headers={"accept-language": language})
        assert page.status_code == 200
        answer = client.post(address(kind, "change", record.pk), submitted(page))
        assert answer.status_code == 302, answer.context and answer.context["errors"]


def submitted(page):
    """Return what the browser would send of a form as it stands."""
    data = {}
    forms = [page.context["adminform"].form]
    for inline in page.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            if value is True:
                data[bound.html_name] = "on"
            elif value is not None and value is not False:
                data[bound.html_name] = (
                    [getattr(each, "pk", each) for each in value] if isinstance(value, list) else value
                )
    return data
