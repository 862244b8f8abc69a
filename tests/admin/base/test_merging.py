"""The page on which two records are made one."""

import re

import pytest

from partnerships.models import Person
from tests.factories import MeetingFactory, PersonFactory, StopFactory, TenureFactory

from ..browsing import address

EN = {"accept-language": "en"}


@pytest.fixture
def people(db):
    fields = {"publication": "published", "family_name": "Abe"}
    return [
        PersonFactory(key="one", name="Shinzo Abe", **fields),
        PersonFactory(key="two", name="Abe Shinzo", **fields),
    ]


def page_of(stays, goes=None):
    return address("person", "merge", stays.pk) + (f"?with={goes.pk}" if goes else "")


def chosen(text):
    """What a browser sends of the choices as they stand."""
    radios = re.findall(r'name="(pick-\w+)" value="(\w+)"[^>]*checked', text)
    return {**dict(radios), "version": re.search(r'name="version" value="(\w+)"', text)[1]}


class TestChoosing:
    def test_offers_what_resembles_it_and_what_is_sought(self, as_role, people):
        client, (one, two) = as_role("reviewer"), people
        assert page_of(one, two) in client.get(page_of(one)).text
        other = PersonFactory(name="Somebody Else")
        assert page_of(one, other) not in client.get(page_of(one)).text
        assert page_of(one, other) in client.get(page_of(one), {"q": "somebody"}).text
        assert page_of(one, one) not in client.get(page_of(one), {"q": "abe"}).text

    def test_tells_those_of_one_name_apart(self, as_role, people):
        one, _two = people
        PersonFactory(key="three", name="Shinzo Abe", publication="draft")
        text = as_role("reviewer").get(page_of(one), headers=EN).text
        assert ", two, published" in text
        assert ", three, draft" in text

    def test_two_of_a_list_lead_there(self, as_role, people):
        action = {"action": "merge_two", "_selected_action": [each.pk for each in people]}
        answer = as_role("reviewer").post(address("person", "changelist"), action)
        assert answer["Location"] == page_of(*people)

    def test_odd_numbers_are_no_record(self, as_role, people):
        for odd in ("x", "9" * 40, "²", "987654"):
            assert as_role("reviewer").get(page_of(people[0]), {"with": odd}).status_code == 200


class TestMerging:
    def test_shows_both_and_does_it(self, as_role, people):
        one, two = people
        TenureFactory(person=two)
        client = as_role("reviewer")
        text = client.get(page_of(one, two), headers=EN).text
        for said in ("Shinzo Abe", "Abe Shinzo", "1 tenure", page_of(two, one)):
            assert said in text
        answer = client.post(page_of(one, two), {**chosen(text), "pick-name": "goes", "reason": "Twice"})
        assert answer["Location"] == address("person", "change", one.pk)
        assert Person.objects.get().name == "Abe Shinzo"
        assert "?kind=person&amp;key=two" in client.get(address("person", "history", one.pk)).text
        kept = client.get(address("change", "changelist") + "?kind=person&key=two").context["cl"]
        assert [each.action for each in kept.result_list] == ["merge"]

    def test_shows_a_refusal_and_keeps_what_was_chosen(self, as_role, people):
        client = as_role("reviewer")
        fields = chosen(client.get(page_of(*people)).text) | {"pick-name": "goes", "reason": ""}
        answer = client.post(page_of(*people), fields, headers=EN)
        assert "give the reason" in answer.text
        assert chosen(answer.text)["pick-name"] == "goes"
        assert Person.objects.count() == 2

    @pytest.mark.parametrize("role", ["reader", "editor"])
    def test_is_for_those_who_may_publish(self, as_role, people, role):
        client = as_role(role)
        assert client.get(page_of(*people)).status_code == 403
        assert client.post(page_of(*people), {"pick-name": "stays", "reason": "Twice"}).status_code == 403
        assert Person.objects.count() == 2
        form = client.get(address("person", "change", people[0].pk)).text
        assert page_of(people[0]) not in form

    def test_meeting_of_a_visit_has_none(self, as_role):
        meeting = MeetingFactory(stop=StopFactory(), publication="")
        assert "/merge/" not in as_role("reviewer").get(address("meeting", "change", meeting.pk)).text
