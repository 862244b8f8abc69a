"""What an agreement is called, and how it is drawn."""

import pytest
from django.utils.translation import override

from partnerships.pages.agreements import _agreed, _chain, _drawn, agreement_facts
from tests.factories import PUBLISHED, AgreementFactory, ParticipationFactory
from tests.pages.reading import table_rows

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize(("signed", "said"), [(True, {"en": "Signed", "fr": "Signature"}), (False, {"en": "Agreed"})])
def test_agreement_is_signed_where_a_source_says_who_signed(signed, said):
    record = AgreementFactory(date="2018-05-24", **PUBLISHED)
    if signed:
        ParticipationFactory(agreement=record, role="signatory")
    for language, word in said.items():
        with override(language):
            assert str(agreement_facts(record)[1].label) == word


@pytest.mark.parametrize(("language", "name"), [("en", "Agreement"), ("fr", "Accord")])
def test_agreement_is_drawn_by_its_name_in_the_language_of_the_page(language, name):
    first = AgreementFactory(title_en="Agreement", title_fr="Accord", date="2014", period="2014/2018", **PUBLISHED)
    then = AgreementFactory(title_en="Renewal", title_fr="Suite", date="2018", period="2018/..", **PUBLISHED)
    with override(language):
        drawn = _drawn(first, [first, then])
    assert drawn.title == name
    assert [mark.title.split(",")[0] for mark in drawn.lanes[1].marks if mark.title.startswith(name)]


@pytest.mark.parametrize(("period", "is_drawn"), [("2014/2018", True), ("", False)])
def test_agreement_by_itself_is_drawn_where_it_was_in_force(period, is_drawn):
    record = AgreementFactory(date="2014", period=period, **PUBLISHED)
    assert (_agreed(record, [record])[0].strip is not None) is is_drawn


def test_agreement_that_was_renewed_is_drawn_with_its_renewal():
    several = [AgreementFactory(date=year, **PUBLISHED) for year in ("2014", "2018")]
    (lane,) = _agreed(several[0], several)[0].strip.lanes
    assert len(lane.marks) == 2


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("period", "columns", "row"),
    [
        ("2014/2018", ("When", "Agreement", "In force"), ["2014", "First", "2014–2018"]),
        ("", ("When", "Agreement"), ["2014", "First"]),
    ],
)
def test_renewals_say_how_long_each_was_in_force_where_one_says_so(period, columns, row):
    first = AgreementFactory(title_en="First", date="2014", period=period, **PUBLISHED)
    then = AgreementFactory(title_en="Then", date="2018", **PUBLISHED)
    table = _chain([first, then])
    assert table.columns == columns
    assert table_rows(table) == [row, ["2018", "Then", ""][: len(columns)]]
    assert not _chain([first])


def test_what_is_not_public_is_no_renewal(client):
    first = AgreementFactory(slug_en="first", title_en="First", date="2014", **PUBLISHED)
    AgreementFactory(title_en="Secret", date="2018", renews=first)
    assert 'id="renewals"' not in client.get("/en/agreements/first/").text
    AgreementFactory(title_en="Second", date="2020", renews=first, **PUBLISHED)
    text = client.get("/en/agreements/first/").text
    assert 'id="renewals"' in text
    assert "Secret" not in text
