import pytest

from partnerships.gleaning.draft_lines import Accepted, DraftLines
from partnerships.gleaning.proposals import ProposedFact
from partnerships.gleaning.proposing import read_document
from tests.factories import PersonFactory
from tests.gleaning.documents import known

pytestmark = pytest.mark.django_db
TEXT = "Title\nOn 3 May 2024 Jens Stoltenberg met Shinzo Abe."


@pytest.fixture
def work():
    document = read_document(TEXT, known())
    return DraftLines(document, Accepted({1: {"interlocutor:person.abe-shinzo"}}, source={"key": "page"}))


class TestLines:
    def test_keep_of_a_proposal_what_was_accepted(self, work):
        [proposal] = work.document.proposals
        assert [fact.field for fact in work.kept(proposal).facts] == ["interlocutor"]

    def test_cite_the_paragraph_in_which_a_proposal_stands(self, work):
        assert list(work.source_lines()) == []
        fields = work.citation("meeting", "met", "Stoltenberg met Shinzo Abe")["fields"]
        assert fields == {"key": "page", "meeting": ["met"], "source": ["page"], "locator": "§ 1"}
        assert "locator" not in work.citation("meeting", "met", "Title")["fields"]

    def test_count_no_line_of_dates_as_a_paragraph(self):
        document = read_document(TEXT.replace("On", "02 May 2024 - 03 May 2024\n12:30\nOn"), known())
        work = DraftLines(document, Accepted({}, source={"key": "page"}))
        assert work.citation("meeting", "met", "met Shinzo Abe")["fields"]["locator"] == "§ 1"

    def test_give_each_record_a_key_of_its_own(self, work):
        PersonFactory(key="anna-berg")
        assert [work.key("person", "Anna Berg") for _ in range(2)] == ["anna-berg-2", "anna-berg-3"]

    def test_draft_a_stranger_once_where_they_are_named(self):
        stranger = ProposedFact("interlocutor", "Anna Berg", value="Anna Berg")
        document = read_document(f"{TEXT}\nAnna Berg spoke.", known())
        work = DraftLines(document, Accepted({}, source={"key": "page"}))
        person, citation = work.unknown(stranger)
        assert (person["model"], citation["fields"]["locator"]) == ("partnerships.person", "§ 2")
        assert list(work.unknown(stranger)) == []
        assert work.person(stranger) == "anna-berg"
