"""Every kind has its tables; what a heading means is found in either language."""

from types import SimpleNamespace

import pytest
from django.utils.translation import override

from partnerships.records.kinds import KINDS
from partnerships.sheets.tables import NOT_TOLD, VERSION, SheetTable, tables_of

pytestmark = pytest.mark.once


@pytest.mark.parametrize("language", ["fr", "en"])
def test_headings_and_titles_are_read_again(language):
    for kind in KINDS:
        with override(language):
            titles = [table.title for table in tables_of(kind)]
            heads = [table.headings() for table in tables_of(kind)]
        assert len(set(titles)) == len(titles)
        for table, title, several in zip(tables_of(kind), titles, heads, strict=True):
            assert [each.is_called(title) for each in tables_of(kind)].count(True) == 1
            read = [name for head in several if (name := table.named(head))]
            assert read == [*table.names, *([VERSION] if table.has_version else [])]
            assert not set(table.names) & set(NOT_TOLD)


def test_what_is_for_staff_alone_is_not_told():
    told = {name for kind in KINDS for table in tables_of(kind) for name in table.names}
    assert {"published_at", "withdrawal_reason_fr", "withdrawal_reason_en"} & told == set()
    assert "publication" in told


def test_title_of_a_sheet_is_as_long_as_a_spreadsheet_takes():
    several = SimpleNamespace(verbose_name_plural="participations à une organisation")
    assert SheetTable(SimpleNamespace(_meta=several), (), False).title == "Participations à une organisati"


def test_label_alone_is_enough():
    (table, *_parts) = tables_of("visit")
    assert table.named("Titre, en français") == table.named("title_fr") == "title_fr"
    assert table.named("no such column") is None


def test_parts_name_their_own_kind_alone():
    citations = next(table for table in tables_of("tenure") if table.model.__name__ == "Citation")
    assert "tenure" in citations.names
    assert "visit" not in citations.names
