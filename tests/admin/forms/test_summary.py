"""The errors of a form at its head: each leads to its field."""

from tests.factories import PersonFactory, SourceFactory

from ..browsing import parts, press


class TestProblems:
    def test_name_the_part_and_the_field_and_lead_there(self, as_role):
        row = parts("citations", {"source": SourceFactory().pk, "locator": "x" * 300, "stance": "supports"})
        answer = press(as_role("editor"), PersonFactory(), birth="the day before", **row)
        found = {problem.anchor: problem.label for problem in answer.context["problems"]}
        assert found.keys() == {"id_birth", "id_citations-0-locator"}
        assert found["id_citations-0-locator"].startswith("Référence 1, ")
        page = answer.content.decode()
        for anchor in found:
            assert f'<a href="#{anchor}">' in page
            assert f'id="{anchor}"' in page

    def test_there_are_none_where_nothing_is_wrong(self, as_role):
        assert as_role("editor").get("/admin/partnerships/person/add/").context["problems"] == []
