"""A record shows the name of its day, in the language it is in."""

from datetime import date

import pytest

from partnerships.models import Name
from partnerships.records.naming import load_names, titles
from tests.factories import (
    MeetingFactory,
    MembershipFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    PostingFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
)

pytestmark = pytest.mark.django_db

IN_1970 = date(1970, 1, 1), date(1970, 1, 1)
IN_2018 = date(2018, 5, 24), date(2018, 5, 24)


@pytest.fixture
def state():
    state = StateFactory(name_fr="Burkina Faso", name_en="Burkina Faso")
    for language, text in (("fr", "Haute-Volta"), ("en", "Upper Volta")):
        Name.objects.create(state=state, key=language, language=language, text=text, period="1958/1984-08-03")
    return state


class TestTitles:
    def test_name_of_the_day_is_shown(self, state):
        assert titles(state, "fr", IN_1970) == [("Haute-Volta", "fr")]
        assert titles(state, "en", IN_1970) == [("Upper Volta", "en")]

    def test_own_name_is_shown_later(self, state):
        assert titles(state, "fr", IN_2018) == [("Burkina Faso", "fr")]

    def test_own_name_is_shown_where_no_day_is_asked(self, state):
        assert titles(state, "fr") == [("Burkina Faso", "fr")]

    def test_name_must_cover_all_the_days(self, state):
        assert titles(state, "fr", (date(1984, 1, 1), date(1984, 12, 31))) == [("Burkina Faso", "fr")]

    def test_name_in_a_native_script_is_not(self, state):
        Name.objects.create(state=state, key="native", language="", kind="native", text="名", period="1900/..")
        assert titles(state, "fr", IN_2018) == [("Burkina Faso", "fr")]

    def test_records_named_after_others_follow_them(self, state):
        assert titles(PartnerFactory(state=state), "fr", IN_1970) == [("Haute-Volta", "fr")]
        assert titles(MembershipFactory(state=state), "fr", IN_1970)[0] == ("Haute-Volta", "fr")

    def test_each_part_says_its_language(self):
        person = PersonFactory(name="Jeanne")
        tenure = TenureFactory(person=person, office=OfficeFactory(name_fr=None, name_en="Chair"))
        assert titles(tenure, "fr") == [("Jeanne", "fr"), ("Chair", "en")]

    def test_kind_and_place_stand_in_for_the_title_of_a_meeting(self):
        place = PlaceFactory(name_fr="Tokyo", name_en="Tokyo")
        at_stop = MeetingFactory(title_fr="", title_en="", kind="talks", stop=StopFactory(place=place))
        assert titles(at_stop, "fr") == [("Entretien, Tokyo", "fr")]
        assert MeetingFactory(title_fr="", title_en="", kind="call").label("en") == "Telephone call"

    def test_state_and_body_stand_in_for_the_title_of_a_posting(self):
        state, body = StateFactory(name_fr="Japon"), OrganizationFactory(name_fr="MARCOM")
        posting = PostingFactory(title_fr="", title_en="", state=state, organization=body, kind="liaison")
        assert titles(posting, "fr") == [("Officier de liaison, Japon – MARCOM", "fr")]

    def test_key_stands_in_for_no_name(self):
        state = StateFactory(key="xx", name_fr=None, name_en=None)
        assert titles(state, "fr") == [("xx", "fr")]


class TestLoadNames:
    def test_one_query_serves_all_the_states(self, state, django_assert_num_queries):
        partners = [PartnerFactory(state=one) for one in (state, StateFactory())]
        with django_assert_num_queries(1):
            load_names(partners)
            assert [titles(partner, "en", IN_1970)[0][0] for partner in partners][0] == "Upper Volta"
