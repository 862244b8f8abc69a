"""A mission or an embassy that nobody names."""

from partnerships.models import Embassy, Mission
from tests.factories import OrganizationFactory, StateFactory

from ..browsing import address


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
