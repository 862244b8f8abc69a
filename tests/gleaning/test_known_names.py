from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships.editorial.history import record_saving
from partnerships.gleaning.known_names import InOffice, Known, Vocabulary, said_names
from partnerships.gleaning.text import sentences
from partnerships.models import Alias, Name, Partner
from tests.factories import (
    AreaFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    PersonFactory,
    StateFactory,
    TenureFactory,
)
from tests.gleaning.documents import known


def keys(text, vocabulary=None):
    return [each.known.key for each in (vocabulary or known()).mentions(sentences(text)[0])]


class TestMentions:
    def test_are_found_without_accent_or_case_of_the_name(self):
        assert keys("la cyberdefense au Japon") == ["cyber", "jp"]

    def test_name_of_an_office_names_its_organisation_too(self):
        assert keys("le secrétaire général de l’OTAN") == ["nato-sg", "nato"]

    def test_office_of_a_head_is_named_where_somebody_takes_it(self):
        vocabulary = Vocabulary(
            [(each, Known("office", "head")) for each in said_names("office", "Chef de la mission")]
        )
        assert keys("elle a pris la tête de la mission", vocabulary) == ["head"]

    def test_longest_name_wins(self):
        names = [
            ("Conseil", Known("organization", "any")),
            ("Conseil de l’Atlantique Nord", Known("organization", "nac")),
        ]
        assert keys("le Conseil de l’Atlantique Nord", Vocabulary(names)) == ["nac"]

    def test_small_word_is_no_proper_name(self):
        assert keys("how nice of them") == []
        assert keys("in Nice") == ["nice"]

    def test_part_of_a_word_is_none(self):
        assert keys("les Japonaises") == []

    def test_state_by_the_adjective_of_a_title_stands_once(self):
        names = [("Luxembourg", Known("state", "lu"))]
        assert keys("the Luxembourg Minister of Defence", Vocabulary(names, codes={"lu": "lu"})) == ["lu"]
        assert keys("the Japanese Minister of Defence", Vocabulary(names, codes={"jp": "jp"})) == ["jp"]

    def test_adjective_that_states_share_is_of_the_one_that_the_text_names(self):
        vocabulary = known()
        text = sentences("The Republic of Korea hosted. A Korean delegation came.")
        assert vocabulary.mentions(text[1]) == []
        [found] = vocabulary.mentions(text[1], vocabulary.adjectives_of(text))
        assert (found.known.key, found.text, found.is_adjective) == ("kr", "Korean", True)

    def test_common_nouns_take_articles(self):
        names = [("Femmes, paix et sécurité", Known("area", "wps")), ("Grande Bretagne", Known("state", "gb"))]
        vocabulary = Vocabulary(names)
        assert keys("pour les femmes, la paix et la sécurité", vocabulary) == ["wps"]
        assert keys("les femmes, la paix et", vocabulary) == keys("les femmes, la", vocabulary) == []
        assert keys("Grande la Bretagne", vocabulary) == []

    def test_office_is_known_by_its_words_in_any_order(self):
        vocabulary = known()
        assert vocabulary.office_said("NATO Secretary General") == Known("office", "nato-sg")
        assert vocabulary.office_said("Secrétaire général OTAN") == Known("office", "nato-sg")
        assert vocabulary.office_said("Deputy NATO Secretary General") is None
        assert vocabulary.office_said("Secretary General") is None

    def test_name_in_its_own_script_is_found(self):
        assert keys("会談した安倍晋三首相") == ["abe-shinzo"]


@pytest.mark.django_db
class TestRegister:
    def test_gives_labels_dated_names_and_aliases_in_both_languages(self):
        state = StateFactory(key="md", name_fr="République de Moldova", name_en="Republic of Moldova")
        Alias.objects.create(key="moldavie", state=state, text="Moldavie")
        person = PersonFactory(key="kono", name="Taro Kono")
        Name.objects.create(key="kono-taro", person=person, text="Kōno Tarō")
        AreaFactory(key="cyber", name_fr="Cyberdéfense", name_en="Cyber defence")
        vocabulary = Vocabulary.of_register()
        assert keys("Moldavie, République de Moldova, cyber defence", vocabulary) == ["md", "md", "cyber"]
        assert keys("Taro Kono, KONO Taro et Kōno Tarō", vocabulary) == ["kono"] * 3

    def test_knows_each_ambassador_by_who_sends_and_who_receives_them(self):
        japan, belgium = StateFactory(key="jp"), StateFactory(key="be")
        nato = OrganizationFactory(key="nato")
        OfficeFactory(key="to-be", role="ambassador", state=japan, receiving_state=belgium)
        OfficeFactory(key="to-nato", role="ambassador", state=japan, receiving_organization=nato)
        OfficeFactory(key="minister", role="minister", state=belgium, receiving_state=japan)
        assert Vocabulary.of_register().ambassadors == {
            (Known("state", "jp"), Known("state", "be")): Known("office", "to-be"),
            (Known("state", "jp"), Known("organization", "nato")): Known("office", "to-nato"),
        }

    def test_knows_the_offices_of_states_and_bodies_by_their_role(self):
        OfficeFactory(key="minister", role="defence_minister", state=StateFactory(key="jp"))
        OfficeFactory(key="head", role="secretary_general", organization=OrganizationFactory(key="nato"))
        offices = Vocabulary.of_register().offices
        assert offices["defence_minister", Known("state", "jp")] == Known("office", "minister")
        assert offices["secretary_general", Known("organization", "nato")] == Known("office", "head")

    def test_knows_which_states_have_a_partnership(self):
        PartnerFactory(state=StateFactory(key="jp"))
        gone = PartnerFactory(state=StateFactory(key="kr"))
        Partner.objects.filter(pk=gone.pk).update(publication="withdrawn", withdrawal_reason_en="It never was.")
        StateFactory(key="be")
        assert Vocabulary.of_register().partners == {"jp"}

    def test_knows_in_whose_offices_people_served(self):
        japan, korea = StateFactory(key="jp"), StateFactory(key="kr")
        first, second = OfficeFactory(state=japan), OfficeFactory(state=korea)
        served = {"abe": [first], "both": [first, second], "body": [OfficeFactory(organization=OrganizationFactory())]}
        for key, offices in served.items():
            person = PersonFactory(key=key)
            for office in offices:
                TenureFactory(person=person, office=office)
        assert Vocabulary.of_register().people == {"abe": "jp"}

    def test_knows_who_held_an_office_by_the_family_name(self):
        office = OfficeFactory(state=StateFactory(key="jp"), organization=None, role="foreign_minister")
        for key, family in (("hayashi-anna", "Hayashi"), ("nobody", "")):
            person = PersonFactory(key=key, family_name=family, given_name="Anna")
            TenureFactory(person=person, office=office, period="2021-11-10/2023-09-13")
        assert Vocabulary.of_register().holders == {
            "hayashi": [
                InOffice(
                    "hayashi-anna", "foreign_minister", Known("state", "jp"), date(2021, 11, 10), date(2023, 9, 13)
                )
            ]
        }

    def test_is_read_once_until_a_draft_or_something_public_is_written(self):
        def named():
            return keys("Grandland, Secretland", Vocabulary.of_register())

        StateFactory(key="grand", name_en="Grandland")
        assert named() == ["grand"]
        with CaptureQueriesContext(connection) as asked:
            named()
        assert len(asked) == 2
        draft = StateFactory(key="secret", name_en="Secretland", publication="draft")
        record_saving(draft, by=None, before=None)
        assert named() == ["grand", "secret"]

    def test_leaves_out_what_is_withdrawn(self):
        StateFactory(name_en="Atlantis", publication="withdrawn", withdrawal_reason_en="never was")
        assert keys("Atlantis", Vocabulary.of_register()) == []


def test_given_name_of_two_syllables_is_found_however_it_is_written():
    vocabulary = Vocabulary([("Yoon Soongu", Known("person", "yoon-soongu"))])
    for text in ("Yoon Soon-gu a parlé", "YOON Soon-Gu spoke", "Yoon Soongu"):
        [found] = vocabulary.mentions(sentences(text)[0])
        assert found.known.key == "yoon-soongu"
    [found] = vocabulary.mentions(sentences("Yoon Soon-gu a parlé")[0])
    assert found.text == "Yoon Soon-gu"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They discussed cyber defence", ["cyber defence"]),
        ("They discussed Cyber Defence", ["Cyber Defence"]),
        ("They praised the Cyber Defence Centre", []),
        ("the Special Representative for Cyber Defence spoke", []),
        ("la représentante spéciale pour la cyberdéfense a parlé", []),
        ("les représentants ont parlé de la cyberdéfense", ["cyberdéfense"]),
    ],
)
def test_area_of_which_a_body_or_somebody_is_called_is_none(text, found):
    names = [(each, Known("area", "cyber")) for each in ("Cyber defence", "Cyberdéfense")]
    assert [each.text for each in Vocabulary(names).mentions(sentences(text)[0])] == found
