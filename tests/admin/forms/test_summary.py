"""The errors of a form at its head: each leads to its field."""

import re

import pytest

from partnerships.models import Area
from tests.factories import AreaFactory, PersonFactory, SourceFactory, StateFactory, VisitFactory

from ..browsing import address, as_it_stands, parts, press

EN = {"accept-language": "en"}


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

    def listed(self, answer):
        return {problem.anchor: str(problem.sentence) for problem in answer.context["problems"]}

    def test_lead_to_the_date_that_a_new_record_needs_and_to_no_form_that_is_not_there(self, as_role):
        client, page = as_role("reviewer"), address("visit", "add")
        sent = as_it_stands(client, page) | {"title_en": "A visit", "_publish": "1", "_alone_reason": "Nobody is here"}
        answer = client.post(page, sent, headers=EN)
        assert self.listed(answer)["id_period"] == "It needs its date or period first, as far as it is known."
        assert not re.search(r'href="/admin/partnerships/visit/\d+/change/"', answer.text)

    def test_tell_everything_that_stands_in_the_way_at_once(self, as_role):
        visit = VisitFactory(period="")
        visit.areas.add(AreaFactory(key="bare"))
        answer = press(as_role("reviewer"), visit, _publish="1", unsourced=[])
        assert self.listed(answer).keys() == {"id_period", "id_along", "id_unsourced"}
        mine = press(as_role("reviewer"), Area.objects.get(), name_en="Mine")
        assert mine.status_code == 302
        answer = press(as_role("reviewer"), visit, _schedule="1", _due_at="2099-01-01T09:00", unsourced=[])
        assert self.listed(answer).keys() == {"id_period", "id_along", "id_unsourced", "id_alone_reason"}

    def test_lead_to_what_a_step_asks_for(self, as_role):
        sent = StateFactory()
        press(as_role("editor"), sent, _submit="1")
        public = StateFactory(publication="published")
        asked = [
            (sent, "_return", "id_step_comment"),
            (sent, "_schedule", "id_due_at"),
            (public, "_withdraw", "id_reason_fr"),
        ]
        for record, button, anchor in asked:
            answer = press(as_role("reviewer"), record, **{button: "1"})
            assert anchor in self.listed(answer), button
            assert f'id="{anchor}"' in answer.text, button

    def test_of_a_change_at_once_lead_to_its_reason_under_the_name_that_is_stored(self, as_role):
        public = StateFactory(publication="published", name_en="Japan")
        answer = press(as_role("reviewer"), public, name_en="Nippon", name_fr="Nippon", _live="1")
        assert self.listed(answer).keys() == {"id_live_reason"}
        assert str(answer.context["original"]) == str(public)
        assert "Nippon" not in re.search(r"<title>.*?</title>", answer.text, re.DOTALL).group()

    def test_there_are_none_where_nothing_is_wrong(self, as_role):
        assert as_role("editor").get("/admin/partnerships/person/add/").context["problems"] == []


class TestSections:
    @pytest.mark.parametrize(("field", "text"), [("birth", "nonsense date"), ("slug_en", "Bad Slug !!"), ("note", "")])
    def test_with_an_error_are_open_without_a_click(self, as_role, field, text):
        answer = press(as_role("editor"), PersonFactory(), **{field: text, "name": ""})
        shown = answer.text[: answer.text.index(f'id="id_{field}"')]
        assert (shown.count("<details>") == shown.count("</details>")) is bool(text)
