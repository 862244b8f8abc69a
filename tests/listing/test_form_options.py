import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from partnerships.listing.form_options import Option, kinds, of_one_name, offer, options, options_html, records, those
from partnerships.models import Area, Partner
from tests.factories import AreaFactory, OrganizationFactory, PartnerFactory, StateFactory

PUBLIC = {"publication": "published"}


class TestOption:
    def test_is_escaped_and_says_its_language_and_whether_it_is_chosen(self):
        with override("en"):
            assert Option("a", "space & <time>", "en").html == '<option value="a">Space &amp; &lt;time&gt;</option>'
            assert (
                Option("a", "Espace", "fr", chosen=True).html == '<option value="a" lang="fr" selected>Espace</option>'
            )
            assert Option("a", "space", "en", number=3).html == '<option value="a">Space (3)</option>'
            assert options_html([]) == ""


class TestKinds:
    def test_stand_in_the_order_of_their_names_whatever_their_accents(self):
        with override("fr"):
            names = [one.text for one in kinds()]
        assert names.index("accords") < names.index("activités")
        assert names.index("décisions") < names.index("énoncés") < names.index("mandats") < names.index("visites")


@pytest.mark.django_db
class TestOffer:
    def test_is_read_once_until_the_public_sees_a_change(self):
        area = AreaFactory(name_en="Space", **PUBLIC)

        def asked():
            return [one.text for one in offer("area", lambda: options(records(Area))).options]

        with override("en"):
            assert asked() == ["Space"]
            with CaptureQueriesContext(connection) as queries:
                assert asked() == ["Space"]
            assert len(queries) == 1
            area.name_en = "Outer space"
            area.save()
            assert asked() == ["Outer space"]

    def test_is_another_one_in_another_language(self):
        with override("en"):
            english = offer("kind", kinds)
        with override("fr"):
            assert offer("kind", kinds).options != english.options

    def test_those_asked_for_stand_in_the_order_of_their_names_and_are_read_once(self):
        for key, name in (("c", "Cyber"), ("a", "Space"), ("b", "Arms")):
            AreaFactory(key=key, name_en=name, name_fr="", **PUBLIC)
        AreaFactory(key="draft", name_en="Draft")
        with override("en"):
            assert [one.text for one in those(Area, ["a", "c"])] == ["Cyber", "Space"]
            # One that is known already beside one that is not, and two that the public does not know.
            assert [one.value for one in those(Area, ["a", "draft", "b", "none", "c"])] == ["b", "c", "a"]
            with CaptureQueriesContext(connection) as queries:
                assert [one.value for one in those(Area, ["a", "b", "c"])] == ["b", "c", "a"]
        assert len(queries) == 1, "the version alone"

    def test_others_than_partners_stand_by_themselves_though_they_share_a_name(self):
        for _each in range(2):
            AreaFactory(name_en="Space", name_fr="Espace", **PUBLIC)
        with override("en"):
            assert [(one.text, one.language) for one in options(records(Area))] == [("Space", "en")] * 2

    def test_drafts_are_not_offered(self):
        AreaFactory()
        assert options(records(Area)) == []


@pytest.mark.django_db
class TestPartners:
    def test_of_one_name_stand_with_their_organisations(self):
        state = StateFactory(name_en="Japan", **PUBLIC)
        for name in ("NATO", "OECD"):
            PartnerFactory(state=state, organization=OrganizationFactory(name_en=name, **PUBLIC), **PUBLIC)
        with override("en"):
            found = {one.text for one in options(records(Partner))}
        assert found == {"Japan (NATO)", "Japan (OECD)"}


@pytest.mark.django_db
class TestOfOneName:
    def test_those_alone_stand_with_their_organisations(self):
        body = OrganizationFactory(name_en="Body", abbreviation_en="", **PUBLIC)
        several = [
            PartnerFactory(state=state, organization=organization, **PUBLIC)
            for state, organization in (
                (StateFactory(name_en="Japan", **PUBLIC), body),
                (StateFactory(name_en="Korea", **PUBLIC), body),
                (StateFactory(name_en="Korea", **PUBLIC), OrganizationFactory(name_en="Other", **PUBLIC)),
            )
        ]
        with override("en"):
            assert set(of_one_name(several)) == set(several[1:])
            assert set(of_one_name(several[:2])) == set()
            # What the public does not know tells nobody apart.
            body.publication = "draft"
            assert set(of_one_name(several)) == {several[2]}
