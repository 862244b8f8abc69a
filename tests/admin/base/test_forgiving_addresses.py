"""Lists and empty forms bear any address: rubbish leads back, never to an error."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import OperationalError, connection
from django.urls import reverse

from partnerships.admin.base.forgiving_addresses import answered_or_led_back
from tests.crowd import SentForm

pytestmark = pytest.mark.django_db

RUBBISH = ("abc", "", "99999", "-1", "9" * 30, "a,b", "(", "2018-13-45", "\x01", "x" * 500)
LOOKUPS = ("", "year", "gte", "in", "range", "isnull", "regex", "contains", "date", "nothing_such")
#: Every list there is, each with a moment or a number of its own.
LISTS = [f"{model._meta.app_label}_{model._meta.model_name}" for model in admin.site._registry]


@pytest.fixture
def anybody(client):
    client.force_login(User.objects.create_superuser("anybody"))
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("asked", ["id__range=", "id__in=999999999999999999999999", "nothing_such=1", "o=abc&p=-1"])
def test_every_list_bears_rubbish(anybody, name, asked):
    assert anybody.get(f"{reverse(f'admin:{name}_changelist')}?{asked}", follow=True).status_code == 200


@pytest.mark.parametrize("lookup", LOOKUPS)
@pytest.mark.parametrize("column", ["key", "published_at", "checked_on", "one_holder", "mission", "id"])
def test_a_list_bears_every_lookup(anybody, column, lookup):
    address = reverse("admin:partnerships_office_changelist")
    for value in RUBBISH[::3] if column in ("mission", "id") else RUBBISH[1::3]:
        asked = {"__".join(filter(None, (column, lookup))): value}
        assert anybody.get(address, asked).status_code < 500, asked


@pytest.mark.parametrize(
    ("address", "field", "asked"),
    [
        ("partnerships_area_add", "parent", "abc"),
        ("partnerships_designation_add", "embassy", "9" * 30),
        ("partnerships_visit_add", "partners", "a,b"),
    ],
)
def test_what_is_no_record_is_no_choice_in_a_form(anybody, address, field, asked):
    answer = anybody.get(reverse(f"admin:{address}"), {field: asked})
    assert answer.status_code == 200
    assert SentForm(answer.text).fields.get(field) in (None, [""], [])


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("partnerships_change_changelist", {"at__year": "99999"}),
        ("partnerships_change_changelist", {"before__contains": "abc"}),
        ("partnerships_batch_changelist", {"undone_at__range": ""}),
        ("auth_user_changelist", {"date_joined__year": "99999"}),
        ("auth_user_changelist", {"username__range": "abc"}),
        ("auth_user_changelist", {"email__regex": "(", "all": ""}),
        ("partnerships_decision_changelist", {"date_earliest__year": "99999"}),
        ("partnerships_state_changelist", {"key__range": "abc"}),
        # What a filter does not offer, and a page of no number.
        ("partnerships_decision_changelist", {"publication__exact": "abc"}),
        ("partnerships_decision_changelist", {"missing": "abc"}),
        ("partnerships_change_changelist", {"action__exact": "abc"}),
        ("partnerships_change_changelist", {"p": "abc"}),
    ],
)
def test_what_was_an_error_leads_back_to_a_page(anybody, address, asked):
    answer = anybody.get(reverse(f"admin:{address}"), asked, follow=True, headers={"accept-language": "en"})
    assert answer.status_code == 200
    # PostgreSQL knows years and numbers that SQLite does not, and may have answered.
    answered = connection.vendor == "postgresql" and not answer.redirect_chain
    assert answered or answer.redirect_chain[-1][0].endswith("?e=1")
    assert answered or "not known here" in answer.text


def test_a_database_that_cannot_be_reached_is_no_question(rf):
    def unreachable():
        raise OperationalError

    with pytest.raises(OperationalError):
        answered_or_led_back(rf.get("/", {"q": "abc"}), unreachable)
    with pytest.raises(ValueError, match="ours"):
        answered_or_led_back(rf.get("/"), lambda: int("ours"))


@pytest.mark.parametrize("name", ["partnerships_person", "partnerships_change", "auth_user"])
def test_of_a_search_of_any_length_the_beginning_is_looked_for(anybody, name):
    address = reverse(f"admin:{name}_changelist")
    for sought in ("a" * 70_000, "a " * 35_000):
        answer = anybody.get(address, {"q": sought})
        assert answer.status_code == 200
        (said,) = answer.context["messages"]
        assert str(said) == "Seuls les 200 premiers caractères du texte saisi sont recherchés."
        assert answer.context["cl"].query == sought[:200]
    # Of what is short, all of it, and nothing is said.
    answer = anybody.get(address, {"q": "abe"})
    assert (answer.context["cl"].query, list(answer.context["messages"])) == ("abe", [])


def test_a_filter_longer_than_a_database_takes_is_no_absent_database(anybody):
    address = reverse("admin:partnerships_person_changelist")
    assert anybody.get(address, {"key__contains": "a" * 70_000}, follow=True).status_code == 200


def test_suggestions_bear_a_term_of_any_length(anybody):
    asked = {"app_label": "partnerships", "model_name": "visit", "field_name": "partners", "term": "a" * 70_000}
    assert anybody.get(reverse("admin:autocomplete"), asked).json()["results"] == []
