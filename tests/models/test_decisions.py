"""What bodies decide."""

from partnerships.models import Decision


def test_decision_is_found_by_its_number_where_it_has_one():
    assert "PO(2018)0123" in Decision(title_en="An act", number="PO(2018)0123").folded_texts()
    assert "" not in Decision(key="act", title_en="An act", title_fr="Un acte").folded_texts()
