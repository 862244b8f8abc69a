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


def test_column_of_names_is_known_and_not_read():
    (table, *_parts) = tables_of("tenure")
    assert table.named("Fonction : nom, non relu (office.name)") == table.named("(office.name)") == ""
    assert table.named("(nonsense.name)") is table.named("(office.nonsense)") is None
    assert table.named("Whatever (office)") == "office"


def test_label_of_two_columns_names_none():
    (table, *_parts) = tables_of("visit")
    both = SheetTable(table.model, ("title_fr", "title_fr"), False)
    assert table.named("Titre, en français") == "title_fr"
    assert both.named("Titre, en français") is None


def test_version_is_a_column_of_records_alone():
    table, *parts = tables_of("tenure")
    assert table.named("version") == table.named("Version (version)") == "version"
    assert {part.named("version") for part in parts} == {None}


def test_sheet_may_be_called_as_its_kind():
    (table, *_parts) = tables_of("state")
    assert table.is_called(" STATE ")
    assert not table.is_called("visit")


def test_pictures_are_no_rows():
    assert "Picture" not in {table.model.__name__ for kind in KINDS for table in tables_of(kind)}


def test_parts_name_their_own_kind_alone():
    citations = next(table for table in tables_of("tenure") if table.model.__name__ == "Citation")
    assert "tenure" in citations.names
    assert "visit" not in citations.names
