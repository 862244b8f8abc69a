"""A mission or an embassy that nobody names, and the office of its head."""

from partnerships.models import Embassy, Mission, Office
from tests.factories import EmbassyFactory, OrganizationFactory, StateFactory

from ..browsing import address, submitted


class TestPost:
    def test_is_named_after_its_two_sides(self, as_role):
        japan = StateFactory(name_fr="Japon", name_en="Japan", key="jp")
        belgium = StateFactory(name_fr="Belgique", name_en="Belgium", key="be")
        nato = OrganizationFactory(name_fr="OTAN", name_en="NATO", abbreviation_fr="OTAN", abbreviation_en="NATO")
        client = as_role("editor")
        forms = {
            "citations-TOTAL_FORMS": 0,
            "citations-INITIAL_FORMS": 0,
            "aliases-TOTAL_FORMS": 0,
            "aliases-INITIAL_FORMS": 0,
        }
        for kind, side in (
            ("mission", {"organization": nato.pk, "coverage": "unknown"}),
            ("embassy", {"receiving_state": belgium.pk}),
        ):
            page = client.get(address(kind, "add"))
            data = {name: field.initial or "" for name, field in page.context["adminform"].form.fields.items()}
            answer = client.post(address(kind, "add"), {**data, "state": japan.pk, **side, **forms})
            assert answer.status_code == 302, answer.context["problems"]
        assert (Mission.objects.get().name_en, Mission.objects.get().name_fr) == (
            "Mission of Japan to NATO",
            "Mission du Japon auprès de l’OTAN",
        )
        assert Embassy.objects.get().name_en == "Embassy of Japan in Belgium"

    def test_without_both_sides_is_refused(self, as_role):
        client = as_role("editor")
        answer = client.post(address("mission", "add"), {"citations-TOTAL_FORMS": 0, "citations-INITIAL_FORMS": 0})
        assert answer.status_code == 200
        assert not Mission.objects.exists()


class TestOfficeOfAHead:
    def send(self, client, **fields):
        page = address("office", "add")
        return client.post(page, submitted(client.get(page)) | fields)

    def test_takes_title_role_and_sides_from_its_post(self, as_role):
        belgium = StateFactory(name_fr="Belgique", name_en="Belgium", key="be")
        embassy = EmbassyFactory(state=StateFactory(key="jp"), receiving_state=belgium)
        self.send(as_role("editor"), embassy=embassy.pk, heads_post="on")
        office = Office.objects.get()
        assert (office.name_fr, office.name_en) == (
            "Ambassadeur du Japon en Belgique",
            "Ambassador of Japan to Belgium",
        )
        assert (office.role, office.state, office.receiving_state) == ("ambassador", embassy.state, belgium)

    def test_keeps_what_somebody_gave(self, as_role):
        embassy = EmbassyFactory()
        self.send(as_role("editor"), embassy=embassy.pk, heads_post="on", name_en="Envoy", role="minister")
        office = Office.objects.get()
        assert (office.name_fr, office.name_en, office.role) == (None, "Envoy", "minister")

    def test_of_somebody_else_at_the_post_is_to_be_named(self, as_role):
        assert self.send(as_role("editor"), embassy=EmbassyFactory().pk).status_code == 200
        assert not Office.objects.exists()
