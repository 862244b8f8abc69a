import pytest

from tests.gleaning.documents import facts, proposed


class TestInCompany:
    @pytest.mark.parametrize(
        "company", ["accompanied by Mr Shinzo Abe", "together with the Prime Minister, Mr Shinzo Abe"]
    )
    def test_whoever_travels_along_is_neither_the_visitor_nor_met(self, company):
        [visit] = proposed(f"Prime Minister Fumio Kishida, {company}, visited Brussels on 4 April 2023.")
        assert facts(visit, "visitor", "stop") == ["kishida-fumio", "brussels"]

    def test_whoever_is_named_in_another_clause_is_not_met(self):
        text = "Le 4 avril 2023, M. Shinzo Abe a salué le Japon ; M. Fumio Kishida a visité Bruxelles."
        [visit] = proposed(text)
        assert facts(visit, "visitor") == ["kishida-fumio"]
