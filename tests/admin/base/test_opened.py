"""Who else has a form open: said at its head, to those who may write in it."""

from datetime import timedelta

import time_machine
from django.utils import timezone

from partnerships.models import OpenForm
from tests.factories import PersonFactory

from ..browsing import address

EN = {"accept-language": "en"}


class TestOpened:
    def test_two_people_know_of_each_other_until_one_leaves(self, client, staff):
        person = PersonFactory()
        here = address("person", "opened", person.pk)
        client.force_login(staff["editor"])
        told = client.post(here, headers=EN).json()
        assert told["sentence"] == ""
        client.force_login(staff["reviewer"])
        assert client.post(here, headers=EN).json()["sentence"] == "editor has this form open as well."
        assert (
            "editor has this form open"
            in client.get(address("person", "change", person.pk), headers=EN).content.decode()
        )
        client.force_login(staff["editor"])
        assert client.post(here, {"left": told["noted"]}).json() == {}
        client.force_login(staff["reviewer"])
        assert client.post(here, headers=EN).json()["sentence"] == ""

    def test_word_of_a_form_that_was_left_is_not_about_the_one_opened_since(self, as_role):
        client, person = as_role("editor"), PersonFactory()
        here = address("person", "opened", person.pk)
        noted = [client.post(here).json()["noted"] for _form in range(2)]
        for left in (noted[0], "", "1", "0001-01-01T00:00:00"):
            assert client.post(here, {"left": left}).json() == {}
            assert OpenForm.objects.count() == 1
        client.post(here, {"left": noted[1]})
        assert not OpenForm.objects.exists()

    def test_what_nobody_says_any_more_is_forgotten(self, client, staff):
        person = PersonFactory()
        here = address("person", "opened", person.pk)
        client.force_login(staff["editor"])
        client.post(here)
        client.force_login(staff["reviewer"])
        with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=False):
            assert client.post(here, headers=EN).json()["sentence"] == ""
        assert [each.user for each in OpenForm.objects.all()] == [staff["reviewer"]]

    def test_is_for_those_who_may_write_and_only_sent(self, as_role):
        person = PersonFactory()
        here = address("person", "opened", person.pk)
        assert as_role("reader").post(here).status_code == 403
        assert as_role("editor").get(here).status_code == 405
        assert as_role("editor").post(address("person", "opened", 987654)).status_code == 404
        assert not OpenForm.objects.exists()

    def test_a_form_that_is_left_open_keeps_nobody_logged_in(self, as_role):
        client, person = as_role("editor"), PersonFactory()
        client.get(address("person", "change", person.pk))
        later = timezone.now() + timedelta(minutes=30)
        before = client.session["seen_at"]
        with time_machine.travel(later, tick=False):
            client.post(address("person", "opened", person.pk))
            assert client.session["seen_at"] == before
            client.get(address("person", "change", person.pk))
            assert client.session["seen_at"] > before
