"""What the successions become, said after saving."""

import pytest

from partnerships.models import Tenure
from partnerships.projections.version import content_version
from tests.factories import TenureFactory
from tests.offices.register import make_heads, make_person

from ..browsing import address, as_it_stands, press, said

pytestmark = pytest.mark.django_db


class TestSaving:
    def test_of_a_new_tenure_says_what_the_succession_becomes(self, as_role):
        ambassador, _head = make_heads("2018-07-01/..")
        client, page = as_role("editor"), address("tenure", "add")
        typed = {"person": make_person("new").pk, "office": ambassador.pk, "period": "2019-06-01/2020-05-31"}
        words = said(client.post(page, as_it_stands(client, page) | typed, headers={"accept-language": "en"}))
        assert "Once it is public:" in words
        assert "thereby holds the office" in words
        assert "1 June 2019" in words
        assert address("tenure", "preview", Tenure.objects.get().pk) in words
        assert Tenure.objects.get().publication == "draft"

    def test_of_a_proposed_change_says_what_it_makes_of_the_succession(self, as_role):
        ambassador, _head = make_heads("2018-07-01/..")
        tenure = TenureFactory(
            publication="published", office=ambassador, person=make_person("old"), period="2019-01-01/2020-05-01"
        )
        version = content_version()
        words = said(press(as_role("editor"), tenure, period="2019-01-01/2020-03-01"))
        assert "1er mars 2020" in words or "1 March 2020" in words
        assert "?pending=" in words
        assert Tenure.objects.get().period == "2019-01-01/2020-05-01"
        assert content_version() == version

    def test_without_any_consequence_says_nothing_of_it(self, as_role):
        ambassador, _head = make_heads("2018-07-01/..")
        tenure = TenureFactory(
            publication="published", office=ambassador, person=make_person("old"), period="2019-01-01/2020-05-01"
        )
        assert "preview" not in said(press(as_role("editor"), tenure, note="Only a note"))
