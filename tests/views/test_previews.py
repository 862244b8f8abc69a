"""What is made for a preview."""

import pytest
from django.test import RequestFactory
from django.utils.translation import override

from partnerships.pages.consequences import PublicReading
from partnerships.views.previews import preview
from tests.offices.register import make_heads, make_tenure

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    ambassador, head = make_heads("2018-07-01/..")
    tenure = make_tenure(ambassador, "a", "2018-01-01/2019-12-31")
    designation = head.mission.designations.get()

    def of(record):
        with override("en"):
            return preview(RequestFactory().get("/admin/"), record, [], PublicReading())

    return tenure, designation, of


def test_what_has_no_page_is_shown_on_that_of_its_owner(made):
    tenure, _designation, of = made
    found = of(tenure)
    assert tenure.office.label("en") in found.page_name
    assert 0 < found.lines.index(f'id="tenure-{tenure.key}-start"') < found.lines.index(f'id="tenure-{tenure.key}-end"')


def test_lines_that_come_with_a_designation_are_shown_too(made):
    tenure, designation, of = made
    assert f'id="tenure-{tenure.key}-thereby-{designation.key}"' in of(designation).lines
    assert of(tenure.person).lines == ""
