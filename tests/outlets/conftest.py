"""What every outlet is asked about."""

from datetime import UTC, date, datetime

import pytest

from partnerships.models import Source
from partnerships.outlets.lines import CitedSource, NamedRecord, OutletLine
from tests.factories import CitationFactory, DecisionFactory, PartnerFactory, StateFactory

PUBLISHED = {"publication": "published", "published_at": datetime(2026, 11, 23, 9, tzinfo=UTC)}

#: A line as outlets are given it: no column says what another one says.
LINE = OutletLine(
    anchor="visit-v-on",
    kind="visit",
    key="v",
    moment="on",
    kind_name="visit",
    title="=1+1; a tour",
    when="29–31 October 2017",
    notation="2017-10-29/2017-10-31",
    first=date(2017, 10, 29),
    last=date(2017, 10, 31),
    exact=True,
    partners=(NamedRecord("jp", "Japan"), NamedRecord("kr", "Korea")),
    places=(NamedRecord("tokyo", "Tokyo"), NamedRecord("seoul", "Seoul")),
    areas=(NamedRecord("cyber", "Cyber defence"),),
    sources=(CitedSource("s", "A paper", "https://a.example/", True), CitedSource("t", "Another", "", False)),
    address="/en/visits/v/",
    permanent="/id/visit/v",
    published_at=PUBLISHED["published_at"],
)


@pytest.fixture
def decision():
    state = StateFactory(key="jp", name_en="Japan", name_fr="Japon", **PUBLISHED)
    decision = DecisionFactory(
        key="d", title_en="=1+1; a mission", title_fr="Une mission", date="2018-05-24", **PUBLISHED
    )
    decision.partners.add(PartnerFactory(key="jp", state=state, period="1990/..", **PUBLISHED))
    CitationFactory(
        decision=decision,
        source=Source.objects.create(key="s", title_en="A paper", url="https://a.example/", **PUBLISHED),
    )
    return decision


def text(answer):
    """Return what a sound answer says."""
    assert answer.status_code == 200
    return answer.getvalue().decode()
