"""A record shows the name of its day, in the language it is in."""

from datetime import date

import pytest

from partnerships.models import Name, Office, Person, Tenure
from partnerships.records.titles import called_in, load_names, office_title, origins, titles, titles_as_read
from tests.factories import (
    PUBLISHED,
    DesignationFactory,
    EmbassyFactory,
    MeetingFactory,
    MembershipFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    PostingFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db

IN_1970 = date(1970, 1, 1), date(1970, 1, 1)
IN_2018 = date(2018, 5, 24), date(2018, 5, 24)


#: How a title is said: as the tenure says, else as the record of the person does.
TITLE_FORMS = [
    ("feminine", "", "ministre déléguée"),
    ("", "feminine", "ministre déléguée"),
    ("masculine", "feminine", "ministre délégué"),
    ("", "", "ministre délégué"),
]


@pytest.fixture
def state():
    state = StateFactory(**PUBLISHED, name_fr="Burkina Faso", name_en="Burkina Faso")
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

    def test_name_that_was_possibly_borne_is_not(self, state):
        in_1958 = date(1958, 6, 1), date(1958, 6, 1)
        assert titles(state, "fr", in_1958) == [("Burkina Faso", "fr")]

    def test_name_in_the_other_language_is_not(self, state):
        Name.objects.filter(language="fr").delete()
        assert titles(state, "fr", IN_1970) == [("Burkina Faso", "fr")]
        Name.objects.filter(language="en").update(language="")
        assert titles(state, "fr", IN_1970) == [("Upper Volta", "fr")]

    def test_name_of_which_no_days_are_known_is_not(self, state):
        Name.objects.update(period="")
        assert titles(state, "fr", IN_1970) == [("Burkina Faso", "fr")]

    @pytest.mark.parametrize(("form", "of_person", "told"), TITLE_FORMS)
    def test_title_of_a_woman_is_said_as_a_source_says_it(self, form, of_person, told):
        office = Office(name_fr="ministre délégué", title_feminine_fr="ministre déléguée", **PUBLISHED)
        person = Person(name="Jeanne", title_form=of_person, **PUBLISHED)
        tenure = Tenure(person=person, office=office, title_form=form, **PUBLISHED)
        assert titles(tenure, "fr")[1] == (told, "fr")

    def test_title_is_the_usual_one_where_there_is_none_in_the_feminine(self):
        office = Office(name_fr="ministre", name_en="Minister", **PUBLISHED)
        assert [office_title(office, code, True) for code in ("fr", "en")] == [("ministre", "fr"), ("Minister", "en")]
        assert office_title(Office(key="x", **PUBLISHED), "fr", True) == ("x", "fr")

    def test_name_in_a_native_script_is_not(self, state):
        Name.objects.create(state=state, key="native", language="", kind="native", text="名", period="1900/..")
        assert titles(state, "fr", IN_2018) == [("Burkina Faso", "fr")]

    def test_name_as_old_as_somebody_who_lives_is_not(self):
        for death, shown in (("", "Later"), ("2020", "At First")):
            person = PersonFactory(**PUBLISHED, name="Later", birth="1955-05-05", death=death)
            Name.objects.create(person=person, key="first", text="At First", period="1955/1980")
            assert titles(person, "en", IN_1970) == [(shown, "en")]

    def test_records_named_after_others_follow_them(self, state):
        assert titles(PartnerFactory(**PUBLISHED, state=state), "fr", IN_1970) == [("Haute-Volta", "fr")]
        assert titles(MembershipFactory(**PUBLISHED, state=state), "fr", IN_1970)[0] == (
            "Haute-Volta",
            "fr",
        )
        tenure = TenureFactory(**PUBLISHED, person=PersonFactory(**PUBLISHED, name="Later"))
        Name.objects.create(person=tenure.person, key="n", text="Before", period="1960/1980")
        assert [titles(tenure, "en", days)[0][0] for days in (IN_1970, IN_2018)] == ["Before", "Later"]

    def test_each_part_says_its_language(self):
        person = PersonFactory(**PUBLISHED, name="Jeanne")
        tenure = TenureFactory(
            publication="published",
            person=person,
            office=OfficeFactory(**PUBLISHED, name_fr=None, name_en="Chair"),
        )
        assert titles(tenure, "fr") == [("Jeanne", "fr"), ("Chair", "en")]

    def test_kind_and_place_stand_in_for_the_title_of_a_meeting(self):
        place = PlaceFactory(**PUBLISHED, name_fr="Tokyo", name_en="Tokyo")
        visit = VisitFactory(**PUBLISHED)
        at_stop = MeetingFactory(title_fr="", title_en="", kind="talks", stop=StopFactory(visit=visit, place=place))
        assert titles(at_stop, "fr") == [("Entretien, Tokyo", "fr")]
        assert MeetingFactory(**PUBLISHED, title_fr="", title_en="", kind="call").label("en") == "Telephone call"

    def test_state_and_body_stand_in_for_the_title_of_a_posting(self):
        state, body = (
            StateFactory(**PUBLISHED, name_fr="Japon"),
            OrganizationFactory(**PUBLISHED, name_fr="MARCOM"),
        )
        posting = PostingFactory(**PUBLISHED, title_fr="", title_en="", state=state, organization=body, kind="liaison")
        assert titles(posting, "fr") == [("Officier de liaison, Japon – MARCOM", "fr")]

    def test_what_the_public_may_not_see_is_never_named(self):
        state = StateFactory(name_fr="Canari", name_en="Canary")
        partner = PartnerFactory(**PUBLISHED, state=state)
        assert titles(partner, "fr") == [("(non public)", "fr")]
        assert titles(partner, "en") == [("(not public)", "en")]

    @pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
    def test_office_that_is_hidden_is_no_title(self, state):
        office = OfficeFactory(name_fr="Canari", name_en="Canary", publication=state, withdrawal_reason_en="No.")
        assert office_title(office, "en", False) == ("(not public)", "en")
        with past_the_fence():
            tenure = TenureFactory(**PUBLISHED, person=PersonFactory(**PUBLISHED, name="Jeanne"), office=office)
        assert titles(tenure, "fr") == [("Jeanne", "fr"), ("(non public)", "fr")]

    def test_hidden_place_does_not_stand_in_for_a_title(self):
        place = PlaceFactory(name_fr="Canari", name_en="Canary")
        meeting = MeetingFactory(**PUBLISHED, title_fr="", title_en="", kind="talks", place=place)
        assert titles(meeting, "en") == [("Talks", "en")]

    def test_key_stands_in_for_no_name(self):
        state = StateFactory(**PUBLISHED, key="xx", name_fr=None, name_en=None)
        assert titles(state, "fr") == [("xx", "fr")]


class TestLoadNames:
    def test_one_query_serves_all_the_states(self, state, django_assert_num_queries):
        partners = [PartnerFactory(**PUBLISHED, state=one) for one in (state, StateFactory(**PUBLISHED))]
        with django_assert_num_queries(1):
            load_names(partners)
            assert [titles(partner, "en", IN_1970)[0][0] for partner in partners][0] == "Upper Volta"


class TestTitlesAsRead:
    def test_designation_leads_from_the_post_to_the_mission_wherever_it_is_named(self):
        post, mission = EmbassyFactory(name_en="Embassy", **PUBLISHED), MissionFactory(name_en="Mission", **PUBLISHED)
        designation = DesignationFactory(embassy=post, mission=mission, **PUBLISHED)
        assert titles_as_read(designation, "en") == ([("Embassy", "en"), ("Mission", "en")], " → ")
        assert called_in(designation, "en") == "Embassy → Mission"
        assert called_in(post, "en") == "Embassy"

    def test_others_stand_in_their_order(self):
        person, office = PersonFactory(name="Jeanne", **PUBLISHED), OfficeFactory(name_en="Chair", **PUBLISHED)
        tenure = TenureFactory(person=person, office=office, **PUBLISHED)
        assert titles_as_read(tenure, "en") == ([("Jeanne", "en"), ("Chair", "en")], tenure.label_separator)
        assert list(origins(tenure)) == [person, office]
        assert list(origins(office)) == [office]
