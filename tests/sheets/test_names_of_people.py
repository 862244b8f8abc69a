import pytest
from django.utils.translation import override

from partnerships.models import Person, State
from partnerships.records.snapshot.understanding_values import WrongValue
from partnerships.sheets.names_of_people import complete_name


class TestCompleteName:
    @pytest.mark.parametrize(
        ("cells", "said"),
        [
            ({"family_name": "Dupont", "given_name": "Marie"}, ("Marie Dupont", "Dupont", "Marie")),
            # « Nom », « Prénom »
            ({"name": "Martinez", "given_name": "Martin"}, ("Martin Martinez", "Martinez", "Martin")),
            ({"name": "Marie Dupont", "given_name": "Marie"}, ("Marie Dupont", "Dupont", "Marie")),
            ({"name": "Marie Dupont", "family_name": "Dupont"}, ("Marie Dupont", "Dupont", "Marie")),
            ({"name": "Pelé", "family_name": "", "given_name": "Edson"}, ("Pelé", "", "Edson")),
            ({"family_name": "Dupont"}, ("", "Dupont", "")),
        ],
    )
    def test_is_made_from_its_halves_or_makes_them(self, cells, said):
        fields = {name: text for name, text in cells.items() if text}
        complete_name(Person(**fields), fields, cells)
        assert tuple(fields.get(each, "") for each in ("name", "family_name", "given_name")) == said

    def test_is_asked_for_where_the_family_name_may_come_first(self):
        fields = {"family_name": "Ban", "given_name": "Ki-moon"}
        with override("en"), pytest.raises(WrongValue, match="in its order"):
            complete_name(Person(**fields, nationality=State(iso2="KR")), fields, fields)
