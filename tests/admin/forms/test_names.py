"""What a name says of itself."""

import pytest

from partnerships.models import Name, Person
from tests.factories import StateFactory

from ..browsing import address, parts, submitted


class TestName:
    @pytest.mark.parametrize(
        ("text", "kind", "language"),
        [
            ("佐々木太郎", "native", "ja"),
            ("ささき たろう", "native", "ja"),
            ("김철수", "native", "ko"),
            ("Сергей Иванов", "native", ""),
            ("Sasaki Tarō", "used", ""),
        ],
    )
    def test_in_another_script_is_said_to_be_so(self, as_role, text, kind, language):
        client, page = as_role("editor"), address("person", "add")
        person = {"name": "Taro Sasaki", "nationality": StateFactory(iso2="JP").pk}
        row = parts("names", {"text": text, "kind": "used", "language": ""})
        client.post(page, submitted(client.get(page)) | person | row)
        assert (Name.objects.get().kind, Name.objects.get().language) == (kind, language)

    def test_keeps_what_somebody_says_of_it(self, as_role):
        client, page = as_role("editor"), address("person", "add")
        row = parts("names", {"text": "ささき", "kind": "reading", "language": "ja-Hrkt"})
        client.post(page, submitted(client.get(page)) | {"name": "Taro Sasaki"} | row)
        assert (Name.objects.get().kind, Name.objects.get().language) == ("reading", "ja-Hrkt")


class TestPerson:
    @pytest.mark.parametrize(
        ("name", "given", "stored"),
        [
            ("Shinzo Abe", {"family_name": "Abe"}, ("Abe", "Shinzo")),
            ("Jaap de Hoop Scheffer", {"given_name": "Jaap"}, ("de Hoop Scheffer", "Jaap")),
            ("Kang Kyung-wha", {"family_name": "Kang"}, ("Kang", "Kyung-wha")),
            ("Sukarno", {"family_name": "Sukarno"}, ("Sukarno", "")),
            ("Shinzo Abe", {"family_name": "ABE"}, ("ABE", "")),
        ],
    )
    def test_with_one_half_of_the_name_has_the_other(self, as_role, name, given, stored):
        client, page = as_role("editor"), address("person", "add")
        client.post(page, submitted(client.get(page)) | {"name": name, **given})
        assert (Person.objects.get().family_name, Person.objects.get().given_name) == stored
