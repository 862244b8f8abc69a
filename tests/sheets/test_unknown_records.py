"""What a cell names that nobody knows is said by its field, as it was typed, with what comes near."""

import pytest
from django.contrib.auth.models import User
from django.utils.translation import override

from partnerships.models import Office, Partner, Person, State, Stop, Tenure, Visit
from partnerships.sheets import unknown_records
from partnerships.sheets.importing import preview_sheets
from partnerships.sheets.unknown_records import likeness, near_in_words, near_records, unknown_in_words
from tests.factories import OfficeFactory, PartnerFactory, PersonFactory, StateFactory, TenureFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def office():
    return OfficeFactory(key="jp-ambassador-be", name_en="Ambassador of Japan", name_fr="Ambassadeur du Japon")


def read(text, kind="tenure"):
    by = User.objects.create_superuser("somebody")
    plan = preview_sheets(kind, "a.csv", text.encode(), by=by)
    return {(each.place.line, each.field): each.message for each in plan.findings}


class TestSaid:
    def test_names_the_field_what_was_typed_and_what_comes_near(self, office):
        PersonFactory(key="hayashi-hajime")
        found = read("key,person,office\n,hayashi-hajime,jp-ambasador-be\n")
        assert found == {
            (
                2,
                "office",
            ): "Office: “jp-ambasador-be” is the key of no record, neither in the register nor in this file. "
            "Near: “Ambassador of Japan” (jp-ambassador-be)."
        }

    def test_says_so_in_french(self, office):
        with override("fr"):
            found = read("key,person,office\n,,jp-ambasador-be\n")[2, "office"]
        assert found == (
            "Fonction\u00a0: «\u00a0jp-ambasador-be\u00a0» n’est la clé d’aucune fiche, "
            "ni dans le registre ni dans ce fichier. "
            "Proches\u00a0: «\u00a0Ambassadeur du Japon\u00a0» (jp-ambassador-be)."
        )

    def test_each_of_several_in_a_cell_is_said_for_itself(self):
        PartnerFactory(key="jp", state=StateFactory(key="jp", name_en="Japan"))
        found = read("key,title_en,title_fr,period,partners\n,A,B,2018,japan | nowhere\n", "visit")[2, "partners"]
        assert found.endswith("Nothing comes near it.")
        both = preview_sheets(
            "visit", "a.csv", b"key,title_en,period,partners\n,A,2018,japan | nowhere\n", by=User.objects.get()
        ).findings
        said = [each.message for each in both if each.field == "partners"]
        assert [each.partition("is the key")[0] for each in said] == ["Partners: “japan” ", "Partners: “nowhere” "]
        assert said[0].endswith("Near: “Japan” (jp).")

    def test_what_is_wrong_otherwise_is_said_as_ever(self, office):
        found = read("key,office,period\n,jp-ambassador-be,nonsense\n")
        assert "key of no record" not in found[2, "period"]

    def test_row_of_the_same_file_may_be_meant(self):
        reference, row = (Visit, ("tokio-2018",)), (Visit, ("tokyo-2018",))
        assert near_in_words(reference, [row, (Visit, ("x",)), (State, ("tokyo-2018",)), (Visit, ())]) == (
            "Near: the row “tokyo-2018” of this file."
        )

    def test_no_more_than_three_are_named_rows_of_the_file_among_them(self):
        for number in range(2):
            StateFactory(key=f"atlantis-{number}", name_en=f"Atlantis {number}")
        rows = [(State, (f"atlantis-{letter}",)) for letter in "xyz"]
        said = near_in_words((State, ("atlantis-9",)), rows)
        assert (said.count("(atlantis-"), said.count("of this file")) == (2, 1)

    def test_key_of_two_parts_stands_as_it_was_typed(self):
        said = unknown_in_words(Tenure, "office", (Office, ("a", "b")))
        assert said.startswith("Office: “a/b” is")

    def test_for_very_many_texts_nothing_is_looked_for(self, office, monkeypatch):
        monkeypatch.setattr(unknown_records, "MOST_TEXTS", 1)
        found = read("key,office\n,jp-ambasador-be\n,jp-ambasador-be\n,jp-ambassadeur-be\n")
        said = [found[line, "office"].endswith("(jp-ambassador-be).") for line in (2, 3, 4)]
        assert said == [True, True, False]


class TestNear:
    @pytest.mark.parametrize(
        "typed",
        ["jp-ambasador-be", "Ambassador of Japan", "ambassadeur du japon", "Japan ambassador", "jp ambassador be"],
    )
    def test_slip_in_the_key_or_any_name_is_found(self, office, typed):
        assert near_records(Office, typed) == [office]

    def test_people_are_found_by_their_names_in_either_order(self):
        person = PersonFactory(key="hayashi-hajime", name="Hajime Hayashi", family_name="Hayashi", given_name="Hajime")
        PersonFactory(key="hayashi-yoshimasa", name="Yoshimasa Hayashi", family_name="Hayashi", given_name="Yoshimasa")
        for typed in ("Hayashi Hajime", "Hajime Hayachi", "hajime"):
            assert near_records(Person, typed)[0] == person

    def test_slip_in_the_first_letters_is_found_too(self):
        state = StateFactory(key="jp", name_en="Japan")
        assert near_records(State, "Xapan") == [state]

    def test_what_is_called_after_others_is_found_by_their_names(self, office):
        person = PersonFactory(key="h", name="Hajime Hayashi", family_name="Hayashi", given_name="Hajime")
        tenure = TenureFactory(key="t", person=person, office=office)
        partner = PartnerFactory(key="x", state=StateFactory(key="y", name_en="Japan"))
        assert near_records(Tenure, "Hajime Hayashi, ambassador of Japan") == [tenure]
        # One of the two is enough, however long the name of the other.
        assert near_records(Tenure, "Hajime Hayashi") == [tenure]
        assert near_records(Tenure, "Yoshimasa") == []
        assert near_records(Partner, "Japan") == [partner]

    def test_nearest_come_first_and_far_ones_not_at_all(self):
        for key, name in (("a", "Ministry of Defence"), ("b", "Minister of Defence"), ("c", "Prime Minister")):
            OfficeFactory(key=key, name_en=name, name_fr=name)
        assert [each.key for each in near_records(Office, "Minister of Defense")] == ["b", "a"]

    def test_of_very_many_those_are_looked_at_that_share_most(self, monkeypatch):
        monkeypatch.setattr(unknown_records, "MOST_LOOKED_AT", 1)
        for key, name in (("a", "Minister of Finance"), ("b", "Minister of Defence of Japan")):
            OfficeFactory(key=key, name_en=name, name_fr=name)
        assert [each.key for each in near_records(Office, "Minister of Defence, Japan")] == ["b"]

    def test_no_more_than_three(self):
        for number in range(5):
            OfficeFactory(key=f"office-of-note-{number}")
        assert len(near_records(Office, "office-of-note-9")) == 3

    @pytest.mark.parametrize("typed", ["nothing", "", "—", "%", "_", "\u00e9"])
    def test_where_nothing_is_near_it_says_so(self, office, typed):
        assert near_in_words((Office, (typed,))) == "Nothing comes near it."

    def test_of_parts_nothing_is_looked_for(self):
        assert near_in_words((Stop, ("v", "tokyo"))) == "Nothing comes near it."


class TestLikeness:
    @pytest.mark.parametrize(
        ("one", "other", "shared"),
        [("Tokyo", "tokyo", 1), ("Abe Shinzo", "Shinzo Abe", 1), ("abc", "xyz", 0), ("", "a", 0)],
    )
    def test_is_a_share(self, one, other, shared):
        assert likeness(one, other) == shared
