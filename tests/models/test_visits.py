"""Visits: where they halt."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from partnerships import models
from partnerships.models import TimelineFacet
from tests.factories import (
    PlaceFactory,
    StateFactory,
    StatementFactory,
    StopFactory,
    VisitFactory,
    past_the_fence,
)
from tests.pages.reading import cards_of_page

pytestmark = pytest.mark.django_db
PUBLIC = {"publication": "published"}


class TestStop:
    def test_is_somewhere(self):
        stop = StopFactory.build(visit=VisitFactory(), place=None)
        with pytest.raises(ValidationError) as refused, translation.override("fr"):
            stop.full_clean()
        assert "un lieu, ou du moins l’État" in str(refused.value)
        with pytest.raises(IntegrityError), transaction.atomic():
            stop.save()
        place, state = PlaceFactory(), StateFactory()
        assert StopFactory.build(place=place, state=state).where == place
        assert StopFactory.build(place=None, state=state).where == state

    def test_known_by_its_state_alone_is_shown_and_found(self, client):
        stop = StopFactory(visit=VisitFactory(key="v", **PUBLIC), place=None, state=StateFactory(key="jp", **PUBLIC))
        assert "Japon" in client.get("/fr/visites/v/").text
        assert str(stop).endswith("Japon")
        assert TimelineFacet.objects.filter(facet="state", value="jp").exists()

    def test_meeting_at_it_is_called_after_the_state(self):
        stop = StopFactory(visit=VisitFactory(), place=None, state=StateFactory(**PUBLIC))
        assert models.Meeting(stop=stop, kind="talks").label("fr") == "Entretien, Japon"

    @past_the_fence()
    def test_several_places_of_one_stop_are_shown_and_found(self, client):
        stop = StopFactory(visit=VisitFactory(key="v", **PUBLIC), place=PlaceFactory(key="a", **PUBLIC))
        stop.further_places.add(
            PlaceFactory(key="b", name_fr="Lieu B", **PUBLIC), PlaceFactory(key="c", name_fr="Lieu C")
        )
        text = client.get("/fr/visites/v/").text
        assert "Lieu B" in text
        assert "Lieu C" not in text
        assert TimelineFacet.objects.filter(facet="place", value="b").exists()
        stop.further_places.clear()
        assert not TimelineFacet.objects.filter(facet="place", value="b").exists()


class TestStatement:
    def test_names_a_state_and_lasts(self, client):
        state = StateFactory(key="jp", **PUBLIC)
        statement = StatementFactory(key="s", date="", period="2018/2020", **PUBLIC)
        statement.states.add(state)
        card = cards_of_page(client, "/fr/etats/jp/")["record-statement-s"]
        assert card == "Énoncé, 2018-2020 citer Plus de vingt partenaires ont ouvert une mission."
        line = models.TimelineLine.objects.get(kind="statement")
        assert (line.earliest.year, line.latest.year) == (2018, 2020)
        assert TimelineFacet.objects.filter(facet="state", value="jp", line=line).exists()

    def test_has_a_day_or_a_period(self):
        statement = StatementFactory.build(date="2018", period="2018/2020")
        with pytest.raises(ValidationError), transaction.atomic():
            statement.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            statement.save()
