"""What people write for offices and posts, and records do not."""

import pytest

from partnerships.projections.search.abbreviations_and_synonyms import said_for


@pytest.mark.once
class TestSaidFor:
    @pytest.mark.parametrize(
        ("typed", "words", "way"),
        [
            ("pm kishida", {"pm"}, "premier ministre"),
            ("ministre ae", {"ae"}, "affaires etrangeres"),
            ("nato sec gen visit", {"sec", "gen"}, "secretary general"),
            ("permanent representative japan", {"permanent", "representative"}, "head mission"),
            ("14th consultations", {"14th"}, "quatorzieme"),
            ("mission neo zelandaise", {"neo", "zelandaise"}, "nouvelle zelande"),
            ("convenu tokyo", {"convenu"}, "domaines convenus"),
            ("secretaire general adjoint", {"secretaire", "general", "adjoint"}, "secretaire general delegue"),
        ],
    )
    def test_word_stands_for_others_by_itself_or_with_its_neighbours(self, typed, words, way):
        found = dict(said_for(typed.split()))
        assert found.keys() == words
        assert all(tuple(way.split()) in ways for ways in found.values())

    def test_other_words_stand_for_themselves(self):
        assert list(said_for(["permanent", "mission", "general", "sec"])) == []
