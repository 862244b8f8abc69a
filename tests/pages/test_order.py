"""Lists stand in the order of what they show, in the language in which they show it."""

import re

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def state(key, fr, en, **fields):
    return factories.StateFactory(key=key, name_fr=fr, name_en=en, publication="published", **fields)


#: Keys, French names and English names, each in another order.
STATES = [("c", "Allemagne", "Germany"), ("a", "États-Unis", "United States"), ("b", "Japon", "Japan")]
NAMES = {"fr": ["Allemagne", "États-Unis", "Japon"], "en": ["Germany", "Japan", "United States"]}


def shown(client, language, path, names):
    """Return those of `names` that stand on a page, in the order in which they stand there first."""
    text = re.sub(r"<[^>]+>", "\n", client.get(f"/{language}/{path}/").text)
    lines = [line.strip() for line in text.splitlines()]
    return sorted((name for name in names if name in lines), key=lines.index)


@pytest.mark.parametrize("language", ["fr", "en"])
class TestOrder:
    def test_partners_of_an_organisation(self, client, language):
        body = factories.OrganizationFactory(key="nato", publication="published")
        for number, names in enumerate(STATES):
            partner = {"organization": body, "publication": "published", "period": f"{1990 + number}/.."}
            factories.PartnerFactory(key=f"{9 - number}-partner", state=state(*names), **partner)
        assert (
            shown(client, language, "organisations/nato" if language == "fr" else "organizations/nato", NAMES[language])
            == (NAMES[language])
        )

    def test_areas_of_a_decision(self, client, language):
        decision = factories.DecisionFactory(key="d", publication="published", body=None)
        for key, fr, en in STATES:
            decision.areas.add(factories.AreaFactory(key=key, name_fr=fr, name_en=en, publication="published"))
        assert shown(client, language, "decisions/d", NAMES[language]) == NAMES[language]

    def test_predecessors_of_a_state(self, client, language):
        new = state("new", "Nouveau", "New")
        new.predecessors.set(state(*names) for names in STATES)
        page = "etats/new" if language == "fr" else "states/new"
        assert shown(client, language, page, NAMES[language]) == NAMES[language]

    def test_bodies_of_an_organisation(self, client, language):
        body = factories.OrganizationFactory(key="nato", publication="published")
        for key, fr, en in STATES:
            factories.OrganizationFactory(key=key, name_fr=fr, name_en=en, parent=body, publication="published")
        page = "organisations/nato" if language == "fr" else "organizations/nato"
        assert shown(client, language, page, NAMES[language]) == NAMES[language]

    def test_partners_and_areas_on_a_line_of_the_timeline(self, client, language):
        decision = factories.DecisionFactory(key="d", publication="published", body=None, date="2018", scope="partners")
        for key, fr, en in STATES:
            decision.areas.add(factories.AreaFactory(key=key, name_fr=fr, name_en=en, publication="published"))
        page = "chronologie" if language == "fr" else "timeline"
        assert shown(client, language, page, NAMES[language]) == NAMES[language]
