"""What every outlet is asked about."""

from datetime import UTC, datetime

import pytest

from partnerships.models import Source
from tests.factories import CitationFactory, DecisionFactory, PartnerFactory, StateFactory

PUBLISHED = {"publication": "published", "published_at": datetime(2026, 11, 23, 9, tzinfo=UTC)}


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
