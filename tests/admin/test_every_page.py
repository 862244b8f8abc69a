"""Every page of the back-office answers everybody on the staff, whatever stands in the register."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.template.response import TemplateResponse
from django.urls import get_resolver, reverse
from django.utils import timezone

from partnerships.editorial import ROLES
from partnerships.models import Batch, Change, Confirmation, ErrorReport, PendingChange
from partnerships.records.kinds import KINDS
from tests.factories import FACTORIES, MeetingFactory, StopFactory
from tests.test_house_canaries import names

#: What each role is answered, by hand: of records, of what the register writes about itself, of accounts.
RECORDS, JOURNALS, ACCOUNTS = "records", "journals", "accounts"
SEEN, REFUSED, ELSEWHERE = 200, 403, 302
ANSWERS = {
    RECORDS: {
        "changelist": {"reader": SEEN, "editor": SEEN, "reviewer": SEEN, "administrator": SEEN},
        "add": {"reader": REFUSED, "editor": SEEN, "reviewer": SEEN, "administrator": SEEN},
        "change": {"reader": SEEN, "editor": SEEN, "reviewer": SEEN, "administrator": SEEN},
        "history": {"reader": SEEN, "editor": SEEN, "reviewer": SEEN, "administrator": SEEN},
        "preview": {"reader": SEEN, "editor": SEEN, "reviewer": SEEN, "administrator": SEEN},
        "delete": {"reader": REFUSED, "editor": REFUSED, "reviewer": SEEN, "administrator": SEEN},
        "merge": {"reader": REFUSED, "editor": REFUSED, "reviewer": SEEN, "administrator": SEEN},
        "export": {"reader": SEEN, "editor": SEEN, "reviewer": SEEN, "administrator": SEEN},
        "understood": {"reader": SEEN, "editor": SEEN, "reviewer": SEEN, "administrator": SEEN},
        "opened": {"reader": REFUSED, "editor": SEEN, "reviewer": SEEN, "administrator": SEEN},
        "import": {"reader": REFUSED, "editor": SEEN, "reviewer": SEEN, "administrator": SEEN},
    },
    JOURNALS: {
        "changelist": {"reader": SEEN, "editor": SEEN, "reviewer": SEEN, "administrator": SEEN},
        "add": {"reader": REFUSED, "editor": REFUSED, "reviewer": REFUSED, "administrator": REFUSED},
        "change": {"reader": SEEN, "editor": SEEN, "reviewer": SEEN, "administrator": SEEN},
        # Leads to the page of the row, which says what became of it.
        "history": {"reader": ELSEWHERE, "editor": ELSEWHERE, "reviewer": ELSEWHERE, "administrator": ELSEWHERE},
        "delete": {"reader": REFUSED, "editor": REFUSED, "reviewer": REFUSED, "administrator": REFUSED},
    },
    ACCOUNTS: {
        "changelist": {"reader": REFUSED, "editor": REFUSED, "reviewer": REFUSED, "administrator": SEEN},
        "add": {"reader": REFUSED, "editor": REFUSED, "reviewer": REFUSED, "administrator": SEEN},
        "change": {"reader": REFUSED, "editor": REFUSED, "reviewer": REFUSED, "administrator": SEEN},
        "history": {"reader": REFUSED, "editor": REFUSED, "reviewer": REFUSED, "administrator": SEEN},
        "delete": {"reader": REFUSED, "editor": REFUSED, "reviewer": REFUSED, "administrator": REFUSED},
    },
}

#: The pages that belong to no kind: what they are asked with, and what each role is answered, by hand.
EVERYBODY = {"reader": SEEN, "editor": SEEN, "reviewer": SEEN, "administrator": SEEN}
WRITERS = {**EVERYBODY, "reader": REFUSED}
OWN = {
    "index": ([], EVERYBODY),
    "partnerships_work": (["drafts"], EVERYBODY),
    "partnerships_findings": ([], EVERYBODY),
    "partnerships_translations": ([], EVERYBODY),
    "partnerships_mails": ([], EVERYBODY),
    "partnerships_from_document": ([], WRITERS),
    "jsi18n": ([], EVERYBODY),
}
#: The other addresses, and where their rights are asked.
ELSEWHERE_ASKED = {
    **{f"partnerships_{kind}_filters": "tests/admin/base/test_saved_filters.py" for kind in KINDS},
    "partnerships_translation": "tests/admin/test_translations.py",
    "login": "tests/accounts/test_urls.py",
    "logout": "Django's own: ends one's own log-in",
    "password_change": "tests/accounts/test_urls.py: leads to the one door",
    "password_change_done": "tests/accounts/test_urls.py: leads to the one door",
    "auth_user_password_change": "Django's own: who may change accounts; tests/admin/test_accounts.py",
    "autocomplete": "tests/admin/base/test_lists.py",
    "view_on_site": "Django's own: leads to a public page",
    "<path:object_id>/": "leads on to the form",
    "app_list": "Django's own: the menu of one application",
    "(?P<url>.*)$": "nothing is there",
}

#: Questions that a list does not know: it leads back to what it does know.
UNKNOWN = (
    *("?no_such_field=1", "?date_earliest__year=99999", "?parent=abc"),
    *("?p=minus", "?p=99999999999999999999", "?publication__exact=nonsense"),
)
SEARCHES = ("?q=%27%22%3Cscript%3E%25_%5C", "?q=" + "%E3%81%8B%E3%80%80" * 200, "?q=%22unfinished")
ODD = (
    "?o=9.-9.zz",
    *UNKNOWN,
    "?all=",
    "?_facets=True",
    "?e=1",
)

STATE = {"model": "partnerships.state", "fields": {"key": "gone"}}


@pytest.fixture
def rows(staff):
    """One row of every model of the back-office, by its model."""
    found = {KINDS[name].model: factory() for name, factory in FACTORIES.items()}
    batch = Batch.objects.create(at=timezone.now(), by=staff["reviewer"], files=["a.jsonl"])
    found[Change] = Change.objects.create(
        kind="visit",
        key="a",
        action="create",
        at=timezone.now(),
        by=staff["editor"],
        batch=batch,
        after=[{"model": "partnerships.visit", "fields": {"key": "a"}}],
    )
    found[PendingChange] = PendingChange.objects.create(
        kind="state", key="gone", before=[STATE], after=[STATE | {"fields": {"key": "gone", "name_en": "Japan"}}]
    )
    found[ErrorReport] = ErrorReport.objects.create(kind="visit", key="gone", language="fr", text="Wrong")
    found[Confirmation] = Confirmation.objects.create(change=found[Change], reason="In a hurry")
    return {**found, Batch: batch, User: staff["reader"], Group: Group.objects.first()}


# Each role opens the same pages: one is asked on either database, the others once.
@pytest.mark.parametrize(
    "role", [pytest.param(role, marks=() if role == "reviewer" else pytest.mark.once) for role in ROLES]
)
class TestEveryPage:
    def test_answers(self, as_role, rows, role, monkeypatch):
        client = as_role(role)
        if role in ("editor", "administrator"):
            # Whether they may is said before the page is written, and a reviewer and a reader see all that there is.
            monkeypatch.setattr(TemplateResponse, "rendered_content", "")
        assert set(admin.site._registry) == set(rows)
        for model, row in rows.items():
            name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
            for page, answers in ANSWERS[sort_of(model)].items():
                of_one = page not in ("changelist", "add", "import", "export", "understood")
                if page == "opened":
                    # Only sent, never opened.
                    assert client.get(reverse(f"{name}_{page}", args=[row.pk])).status_code == 405
                    assert client.post(reverse(f"{name}_{page}", args=[row.pk])).status_code == answers[role]
                    continue
                if page == "export":
                    assert client.get(reverse(f"{name}_{page}", args=["csv"])).status_code == answers[role]
                    continue
                assert client.get(reverse(f"{name}_{page}", args=[row.pk] * of_one)).status_code == answers[role], page
                if of_one and role in ("reader", "reviewer"):
                    # What is not there leads back to the list; history asks after the record before the right.
                    gone = ELSEWHERE if answers[role] == SEEN or page == "history" else REFUSED
                    assert client.get(reverse(f"{name}_{page}", args=[987654])).status_code == gone, page

    def test_of_no_kind_answers(self, as_role, role):
        client = as_role(role)
        for name, (arguments, answers) in OWN.items():
            assert client.get(reverse(f"admin:{name}", args=arguments)).status_code == answers[role], name

    def test_of_a_meeting_at_a_stop_answers(self, as_role, role):
        meeting = MeetingFactory(stop=StopFactory())
        for page in ("change", "history", "delete"):
            answer = as_role(role).get(reverse(f"admin:partnerships_meeting_{page}", args=[meeting.pk]))
            assert answer.status_code == ANSWERS[RECORDS][page][role]


def sort_of(model):
    journals = dict.fromkeys((Change, Batch, PendingChange, Confirmation, ErrorReport), JOURNALS)
    return {**journals, User: ACCOUNTS, Group: ACCOUNTS}.get(model, RECORDS)


def test_every_list_answers_odd_questions(as_role, rows):
    client = as_role("administrator")
    for place, model in enumerate(rows):
        page = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        # Each list is searched in its own columns; of the others, which all lists answer alike, every second one.
        for question in (*SEARCHES, *ODD[place % 2 :: 2]):
            expected = ELSEWHERE if question in UNKNOWN else SEEN
            assert client.get(page + question).status_code == expected, page + question


class TestChanges:
    def test_are_read_by_everybody_on_the_staff(self, as_role, rows):
        for model in (Change, Batch):
            page = reverse(f"admin:partnerships_{model._meta.model_name}_change", args=[rows[model].pk])
            for role in ROLES:
                assert as_role(role).get(page).status_code == 200


@pytest.mark.once
def test_every_address_of_the_back_office_is_in_these_tables():
    """Whoever gives it a new address says here, by hand, who may go there."""
    known = {*OWN, *ELSEWHERE_ASKED}
    for model in admin.site._registry:
        pages = ANSWERS[sort_of(model)]
        known |= {f"{model._meta.app_label}_{model._meta.model_name}_{page}" for page in pages}
    found = {name.removeprefix("admin:") for name in names(get_resolver().url_patterns) if name.startswith("admin:")}
    assert found - known == set(), "say in ANSWERS or OWN who may go there"
    assert set(ELSEWHERE_ASKED) - found == set(), "strike what is gone"
