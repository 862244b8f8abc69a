"""What is said when a record is saved."""

from tests.factories import AreaFactory

from ..browsing import address, press, said, submitted


class TestSaving:
    def test_links_what_has_the_same_name(self, as_role):
        known = AreaFactory(name_en="Cyber defence", name_fr="Cyberdéfense")
        client, page = as_role("editor"), address("area", "add")
        answer = client.post(page, submitted(client.get(page)) | {"name_en": "Cyber Defence"})
        assert answer.status_code == 302
        assert f'href="{address("area", "change", known.pk)}"' in said(answer)

    def test_says_that_a_source_is_missing(self, as_role):
        answer = press(as_role("editor"), AreaFactory(), note="Typed")
        assert "référence" in said(answer) or "citation" in said(answer)

    def test_of_what_is_public_says_nothing_of_it(self, as_role):
        area = AreaFactory(publication="published")
        answer = press(as_role("reviewer"), area, note="Typed", _live="1", _live_reason="In a hurry")
        assert "référence" not in said(answer)
