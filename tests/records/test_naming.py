"""A record shows the name of its day."""

from datetime import date

import pytest

from partnerships.models import Name
from partnerships.records.naming import name_on
from tests.factories import StateFactory

pytestmark = pytest.mark.django_db


class TestNameOn:
    @pytest.fixture
    def state(self):
        state = StateFactory(name_fr="Burkina Faso", name_en="Burkina Faso")
        for language, text in (("fr", "Haute-Volta"), ("en", "Upper Volta")):
            Name.objects.create(state=state, key=language, language=language, text=text, period="1958/1984-08-03")
        return state

    def test_name_of_the_day_is_shown(self, state):
        assert name_on(state, date(1970, 1, 1), "fr") == ("Haute-Volta", "fr")
        assert name_on(state, date(1970, 1, 1), "en") == ("Upper Volta", "en")

    def test_own_name_is_shown_later(self, state):
        assert name_on(state, date(2018, 5, 24), "fr") == ("Burkina Faso", "fr")

    def test_name_in_a_native_script_is_not(self, state):
        Name.objects.create(state=state, key="native", language="", kind="native", text="名", period="1900/..")
        assert name_on(state, date(2018, 5, 24), "fr") == ("Burkina Faso", "fr")
