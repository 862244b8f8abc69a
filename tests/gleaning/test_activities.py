"""What a State has done with a body, and how many have done so, in a document."""

import pytest

from partnerships import models
from partnerships.gleaning.drafting import draft
from partnerships.gleaning.existing import find_existing
from partnerships.gleaning.proposing import read_document

from .documents import facts, known, proposed
from .test_drafting import enter, kept

WORKED = (
    "Brussels, 24 May 2018. Japan has worked with NATO to support the Republic of Korea, to stabilise Nice and "
    "to fight piracy off the coast of Belgium. In 2011 Allies invited all partners to open a mission. "
    "More than twenty have done so to date."
)


class TestWorkedTogether:
    def test_each_end_is_an_activity_with_what_it_names(self):
        found = proposed(WORKED, "activity")
        assert [facts(each, "place", "beneficiary") for each in found] == [["kr"], ["nice"], ["coast of Belgium"]]
        assert {tuple(facts(each, "partners", "organization", "period")) for each in found} == {
            ("jp", "nato", "[..2018-05-24]/")
        }

    @pytest.mark.parametrize(
        "text",
        [
            "Japan has worked with NATO for many years.",
            "Japan has worked with NATO to fight terrorism.",
            "Japan has not worked with NATO to stabilise Nice.",
            "Japan hopes to work with NATO to stabilise Nice.",
        ],
    )
    def test_is_none_without_what_it_was_about(self, text):
        assert proposed(text, "activity") == []


class TestCounted:
    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("More than twenty have done so to date.", ["20", "more_than"]),
            ("Une trentaine d’entre eux l’ont fait.", ["30", "about"]),
            ("12 countries have done so.", ["12", "exactly"]),
            ("Twenty questions were asked.", None),
            ("More than twenty had not done so.", None),
        ],
    )
    def test_is_how_many_did_what_they_were_invited_to(self, text, count):
        found = proposed(
            f"In 2011, the North Atlantic Council invited all partners to open a mission. {text}", "statement"
        )
        assert [facts(each, "count", "qualifier") for each in found] == ([count] if count else [])

    def test_is_none_without_the_invitation(self):
        assert proposed("Allies met on 3 May 2018. More than twenty have done so.", "statement") == []


@pytest.mark.django_db
def test_drafts_say_in_both_languages_what_was_counted():
    enter()
    document = read_document(WORKED, known())
    find_existing(document)
    assert draft(document, kept(document), by=None).findings == []
    statement = models.Statement.objects.get()
    assert (statement.count, statement.decisions.count()) == (20, 1)
    assert statement.text_en == "On 24 May 2018, more than 20 partners had opened a mission to NATO."
    assert statement.text_fr == "Au 24 mai 2018, plus de 20 partenaires avaient ouvert une mission auprès de l’OTAN."
    assert models.Beneficiary.objects.get().state.key == "kr"
    assert set(models.Activity.objects.values_list("place__key", flat=True)) == {None, "nice", "coast-of-belgium"}
