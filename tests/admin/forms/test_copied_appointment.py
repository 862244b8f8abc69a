"""One appointment, several offices: the next form begins with what they share."""

import pytest

from partnerships.dates import read_period
from partnerships.models import Milestone, Tenure
from tests.factories import CitationFactory, MilestoneFactory, OfficeFactory, TenureFactory

from ..browsing import address, as_it_stands, submitted


@pytest.fixture
def tenure(db):
    tenure = TenureFactory(
        appointment="brussels-2018",
        acting=True,
        ending="transfer",
        period_wording_en="since the spring",
        summary_en="Of this office",
    )
    MilestoneFactory(tenure=tenure, kind="appointed", date="2012-12-01")
    MilestoneFactory(tenure=tenure, kind="credentials", date="2012-12-20")
    CitationFactory(tenure=tenure, locator="p. 3")
    return tenure


def test_next_form_begins_with_what_is_shared(as_role, tenure):
    client = as_role("editor")
    page = address("tenure", "change", tenure.pk)
    answer = client.post(page, as_it_stands(client, page) | {"_copy": "1"})
    assert answer.url == f"{address('tenure', 'add')}?like={tenure.pk}"
    form = client.get(answer.url)
    seen = submitted(form)
    assert seen["person"] == tenure.person_id
    assert read_period(seen["period"]).edtf == tenure.period
    assert (seen["appointment"], seen["ending"]) == ("brussels-2018", "transfer")
    assert seen["period_wording_en"] == "since the spring"
    assert not {"office", "key", "summary_en"} & {name for name, value in seen.items() if value}
    assert "p. 3" in form.text

    office = OfficeFactory()
    answer = client.post(answer.url, seen | {"office": office.pk, "_copy": "1"})
    assert answer.status_code == 302, answer.context["errors"]
    other = Tenure.objects.get(office=office)
    assert answer.url.endswith(f"?like={other.pk}")
    assert (other.person, other.period, other.acting) == (tenure.person, tenure.period, True)
    assert other.key != tenure.key
    # Credentials are presented in each office by itself.
    assert list(other.milestones.values_list("kind", "date")) == [("appointed", "2012-12-01")]
    assert list(other.citations.values_list("source", "locator")) == [(tenure.citations.get().source_id, "p. 3")]
    assert tenure.milestones.count() == 2


def test_every_step_of_an_appointment_is_shared_and_none_of_one_office(as_role, tenure):
    tenure.milestones.all().delete()
    shared = {"nominated", "appointed", "arrived", "recalled", "departed"}
    for kind in Milestone.Kind:
        MilestoneFactory(tenure=tenure, kind=kind, date="2012-12-01")
    seen = as_it_stands(as_role("editor"), f"{address('tenure', 'add')}?like={tenure.pk}")
    steps = {value for name, value in seen.items() if name.startswith("milestones-") and name.endswith("-kind")}
    assert steps - {""} == shared


def test_is_refused_without_an_office(as_role, tenure):
    client = as_role("editor")
    page = f"{address('tenure', 'add')}?like={tenure.pk}"
    answer = client.post(page, as_it_stands(client, page))
    assert "office" in answer.context["adminform"].form.errors
    assert "2012-12-01" in answer.text


@pytest.mark.parametrize("like", ["", "x", "0", "9" * 40, "²"])
def test_odd_addresses_open_an_empty_form(as_role, db, like):
    page = as_role("editor").get(f"{address('tenure', 'add')}?like={like}")
    assert page.status_code == 200
    assert "person" not in submitted(page)


def test_reader_has_no_such_button(as_role, tenure):
    assert 'name="_copy"' not in as_role("reader").get(address("tenure", "change", tenure.pk)).text
