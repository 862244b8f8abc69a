"""Pages on which somebody decides: read by all, decided by those whose buttons they show."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from partnerships import editorial
from partnerships.admin.base.to_decide import ToDecideAdmin
from partnerships.models import Change
from partnerships.records.snapshot.taking import snapshot
from tests.factories import TenureFactory

from ..browsing import address


@pytest.fixture
def change(db):
    line = {"model": "partnerships.area", "fields": {"key": "a", "name_en": "An area"}}
    return Change.objects.create(kind="area", key="a", action="delete", at=timezone.now(), before=[line])


class TestPage:
    def test_of_what_is_not_there_leads_back(self, as_role):
        assert as_role("editor").get(address("change", "change", 987654))["Location"] == "/admin/"

    def test_is_for_those_alone_who_have_a_role(self, client, db):
        client.force_login(User.objects.create_user("nobody", is_staff=True))
        pages = [
            model._meta.model_name for model, one in admin.site._registry.items() if isinstance(one, ToDecideAdmin)
        ]
        assert len(pages) > 2
        for kind in pages:
            assert client.get(address(kind, "change", 987654)).status_code == 403, kind

    def test_has_no_form_for_new_ones(self, as_role):
        assert as_role("administrator").get(address("change", "add")).status_code == 403

    def test_takes_no_button_that_it_does_not_show(self, as_role, change):
        page = address("change", "change", change.pk)
        assert as_role("editor").get(page).context["steps"] == ["restore"]
        assert as_role("editor").post(page, {"_accept": "1"}).status_code == 403
        assert as_role("reader").get(page).context["steps"] == []

    def test_leads_back_to_the_list_once_it_is_done(self, as_role, change):
        answer = as_role("editor").post(address("change", "change", change.pk), {"_restore": "1"})
        assert answer["Location"] == address("change", "changelist")

    def test_leads_back_to_the_list_as_it_was_narrowed_down(self, as_role, change):
        page = f"{address('change', 'change', change.pk)}?_changelist_filters=kind%3Darea%26p%3D2"
        answer = as_role("editor").post(page, {"_restore": "1"})
        assert answer["Location"] == f"{address('change', 'changelist')}?kind=area&p=2"


def test_list_asks_no_more_for_more_rows(as_role, staff):
    client, asked = as_role("reviewer"), []
    for _each in range(2):
        for tenure in (TenureFactory(publication="published") for _number in range(2)):
            before = snapshot(tenure)
            after = [{**before[0], "fields": {**before[0]["fields"], "note": "New"}}, *before[1:]]
            editorial.propose(tenure, before=before, after=after, by=staff["editor"])
        with CaptureQueriesContext(connection) as queries:
            assert f"{tenure}" in client.get(address("pendingchange", "changelist")).text
        asked.append(len(queries))
    assert asked[1] <= asked[0]


def test_kinds_are_chosen_by_their_words(as_role, change):
    Change.objects.create(kind="visit", key="v", action="delete", at=timezone.now(), before=[])
    page = as_role("reader").get(address("change", "changelist"), headers={"accept-language": "en"}).text
    assert '<a href="?kind=visit">Visit</a>' in page
    shown = as_role("reader").get(f"{address('change', 'changelist')}?kind=visit").context["cl"].queryset
    assert [each.key for each in shown] == ["v"]
