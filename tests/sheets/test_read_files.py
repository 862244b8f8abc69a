"""What comes from a spreadsheet is read as it looks there; a bomb is refused before it unfolds."""

import io
import re
import zipfile
import zlib
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook

from partnerships.sheets import read_files
from partnerships.sheets.read_files import Unread, Unreadable, read_tables

pytestmark = pytest.mark.once


def rows(content):
    return read_tables(content)[0].rows


def workbook(*several):
    book, file = Workbook(), io.BytesIO()
    for row in several:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def archive(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as found:
        for name, content in parts.items():
            found.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


class TestCsv:
    @pytest.mark.parametrize(
        "content",
        [
            "clé;titre\nx;Été, à l’Œuvre\n".encode("cp1252"),
            'clé,titre\r\nx,"Été, à l’Œuvre"\r\n'.encode(),
            '\ufeffclé;titre\nx;"Été, à l’Œuvre"\n'.encode(),
            "clé\ttitre\nx\tÉté, à l’Œuvre\n".encode("utf-16"),
        ],
    )
    def test_of_every_spreadsheet_is_read(self, content):
        assert rows(content) == [(1, ["clé", "titre"]), (2, ["x", "Été, à l’Œuvre"])]

    @pytest.mark.parametrize(
        ("content", "is_western"),
        [
            ("clé;Été".encode("cp1252"), True),
            (b"key;text", True),
            ("clé;Été".encode(), False),
            ("key;text".encode("utf-8-sig"), False),
            ("key;text".encode("utf-16"), False),
        ],
    )
    def test_says_whether_it_can_hold_western_letters_alone(self, content, is_western):
        assert read_tables(content)[0].is_western is is_western

    def test_rows_have_the_numbers_that_a_spreadsheet_shows(self):
        assert rows(b'key;text\n\na;"two\nlines"\n;;\nb;\n') == [
            (1, ["key", "text"]),
            (3, ["a", "two\nlines"]),
            (5, ["b"]),
        ]

    def test_alone_has_no_title_and_is_shown(self):
        (sheet,) = read_tables(b"key;text")
        assert (sheet.title, sheet.is_hidden, sheet.merged) == ("", False, [])

    def test_what_separates_cells_is_told_by_the_first_line_outside_of_quotes(self):
        assert rows(b'"a,b,c";x\n1,2,3,4;5\n') == [(1, ["a,b,c", "x"]), (2, ["1,2,3,4", "5"])]
        assert rows(b'"a;b;c",x\n') == [(1, ["a;b;c", "x"])]

    def test_what_is_no_text_is_refused(self):
        for content in (b"\x81\x8d\xff", b"a;" + b"x" * 200_000):
            with pytest.raises(Unreadable):
                read_tables(content)


class TestXlsx:
    def test_formulas_are_not_values(self):
        ((_one, (key, formula)),) = rows(workbook(["a", '=HYPERLINK("http://x")']))
        assert not isinstance(key, Unread)
        assert isinstance(formula, Unread)

    def test_bomb_is_refused_by_what_it_declares(self, monkeypatch):
        monkeypatch.setattr(zlib, "decompressobj", None)  # nothing is unfolded
        with pytest.raises(Unreadable, match="dépasse"):
            read_tables(archive(xl__a_xml=b"0" * (read_files.LARGEST_UNFOLDED + 1)))
        with pytest.raises(Unreadable, match="dépasse"):
            read_tables(archive(**{f"a{number}_xml": b"" for number in range(read_files.MOST_PARTS + 1)}))

    @pytest.mark.parametrize(
        "content", [b"PK\x03\x04broken", archive(a_xml="<!DOCTYPE a>"), archive(a_xml="<a/>"), b"\xd0\xcf\x11\xe0old"]
    )
    def test_what_is_no_workbook_is_refused_in_words(self, content):
        with pytest.raises(Unreadable):
            read_tables(content)

    @pytest.mark.parametrize(
        ("at", "value"),
        [(8, 1), (10, 99), (42, 0xFFFF)],
        ids=["a password", "a way to pack that nobody knows", "a part beyond the end"],
    )
    def test_part_that_cannot_be_unpacked_is_refused_in_words(self, at, value):
        content = bytearray(archive(a_xml="<a/>"))
        # What the directory at the end says of the part.
        where = content.rindex(b"PK\1\2") + at
        content[where : where + 2] = value.to_bytes(2, "little")
        with pytest.raises(Unreadable, match="endommagé"):
            read_tables(bytes(content))

    @pytest.mark.parametrize("name", ["a.xml", "a.csv"])
    def test_part_that_has_been_damaged_is_refused_in_words(self, name):
        content = archive(**{name: "key,title\n" * 9})
        within = content.index(name.encode()) + len(name)
        for end in (content[within + 4 :], b""):
            with pytest.raises(Unreadable, match="endommagé"):
                read_tables(content[:within] + b"\xff" * 4 + end)

    @pytest.mark.parametrize("within", [b"<worksheet", b"<Relationships", b"<workbook"])
    def test_entities_are_refused_in_a_workbook_that_is_one(self, within):
        content, file = workbook(["a", "b"]), io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
            for part in old.namelist():
                new.writestr(part, old.read(part).replace(within, b"<!DOCTYPE a>" + within))
        with pytest.raises(Unreadable, match="déclare"):
            read_tables(file.getvalue())

    def test_day_is_a_day_and_a_moment_keeps_its_hour(self):
        days = [datetime(2018, 5, 24), datetime(2018, 5, 24, 10, 30)]  # noqa: DTZ001  as a spreadsheet holds them
        assert rows(workbook(days)) == [(1, ["2018-05-24", "2018-05-24T10:30"])]

    @pytest.mark.parametrize(
        ("shown", "said"),
        [
            ("mmm-yy", "2019-05"),
            ("[$-40C]mmmm yyyy;@", "2019-05"),
            ("yyyy", "2019"),
            ("d-mmm-yy", "2019-05-01"),
            ("dd/mm/yyyy", "2019-05-01"),
            ("d mmm", "2019-05-01"),
            ("jj/mm/aaaa", "2019-05-01"),
            ("mmm aaaa", "2019-05"),
            ("hh:mm", "2019-05-01"),
            ('"le jour" mmm\\ yyyy', "2019-05"),
        ],
    )
    def test_month_or_year_alone_is_no_day(self, shown, said):
        book, file = Workbook(), io.BytesIO()
        book.active.append([datetime(2019, 5, 1)])  # noqa: DTZ001  as a spreadsheet holds it
        book.active["A1"].number_format = shown
        book.save(file)
        assert rows(file.getvalue()) == [(1, [said])]

    def test_what_is_no_text_is_said_in_one_way(self):
        several = [True, False, 5.0, 5.5, 7, date(2018, 5, 24), time(9, 30), None, "x"]
        assert rows(workbook(several)) == [
            (1, ["true", "false", "5", "5.5", "7", "2018-05-24", "09:30:00", "", "x"]),
        ]

    def test_error_in_which_a_formula_ended_is_no_value(self):
        book, file = Workbook(), io.BytesIO()
        book.active["A1"] = "#N/A"
        book.active["B1"] = "#N/A of the text"
        book.save(file)
        assert [isinstance(cell, Unread) for cell in rows(file.getvalue())[0][1]] == [True, False]

    def test_is_not_read_below_where_nobody_writes(self, monkeypatch):
        monkeypatch.setattr(read_files, "DEEPEST", 2)
        assert rows(workbook(["a"], ["b"], ["c"])) == [(1, ["a"]), (2, ["b"])]

    def test_sheet_without_a_row_is_none(self):
        book, file = Workbook(), io.BytesIO()
        book.active.append(["a"])
        book.create_sheet("Empty")
        book.save(file)
        assert [sheet.title for sheet in read_tables(file.getvalue())] == ["Sheet"]

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    def test_part_in_other_letters_could_hide_what_it_declares(self, encoding):
        mark = "\ufeff".encode(encoding)
        with pytest.raises(Unreadable, match="déclare"):
            read_tables(archive(a_xml=mark + "<!DOCTYPE a>".encode(encoding)))

    def test_sheet_that_claims_to_be_endless_is_read_as_far_as_it_goes(self):
        content, file = workbook(["a", "b"]), io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
            for part in old.namelist():
                new.writestr(part, old.read(part).replace(b'ref="A1:B1"', b'ref="A1:XFD1048576"'))
        assert rows(file.getvalue()) == [(1, ["a", "b"])]


class TestMost:
    @pytest.mark.parametrize("form", ["csv", "xlsx"])
    def test_rows_below_the_headings_and_columns_are_so_many(self, form, monkeypatch):
        monkeypatch.setattr(read_files, "MOST_ROWS", 2)
        monkeypatch.setattr(read_files, "MOST_COLUMNS", 3)
        for table, fits in (([["a"]] * 3, True), ([["a"]] * 4, False), ([["a"] * 3], True), ([["a"] * 4], False)):
            content = "\n".join(map(",".join, table)).encode() if form == "csv" else workbook(*table)
            if fits:
                assert len(rows(content)) == len(table)
            else:
                with pytest.raises(Unreadable, match="au plus"):
                    read_tables(content)

    def test_bytes_are_so_many(self, monkeypatch):
        monkeypatch.setattr(read_files, "LARGEST", 5)
        assert rows(b"x" * 5)
        with pytest.raises(Unreadable, match="dépasse"):
            read_tables(b"x" * 6)

    def test_parts_and_what_they_unfold_to_are_so_many(self, monkeypatch):
        parts = {f"a{number}.csv": "key\nx\n" for number in range(3)}
        content = archive(**parts)
        monkeypatch.setattr(read_files, "MOST_PARTS", 3)
        monkeypatch.setattr(read_files, "LARGEST_UNFOLDED", 3 * len("key\nx\n"))
        assert len(read_tables(content)) == 3
        for name, most in (("MOST_PARTS", 2), ("LARGEST_UNFOLDED", 17)):
            with monkeypatch.context() as less:
                less.setattr(read_files, name, most)
                with pytest.raises(Unreadable, match="dépasse"):
                    read_tables(content)


class TestArchive:
    def test_has_a_table_for_each_csv_called_as_its_file(self):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as found:
            for name in ("states.csv", "further/NAME.CSV", "__MACOSX/states.csv", "readme.txt"):
                found.writestr(name, "key\nx\n")
        content = file.getvalue()
        assert [(sheet.title, sheet.rows[1:]) for sheet in read_tables(content)] == [
            ("states", [(2, ["x"])]),
            ("NAME", [(2, ["x"])]),
        ]


class TestHabits:
    def test_line_that_says_what_separates_cells_is_none_of_them(self):
        assert rows(b"sep=|\nkey|title\nx|a;b,c\n") == [(2, ["key", "title"]), (3, ["x", "a;b,c"])]

    @pytest.mark.parametrize("content", ['key;title\nx;"a\ny;b\n', 'key;title\nx;"a" b\n'])
    def test_quotation_mark_that_is_not_closed_is_refused_with_its_row(self, content):
        with pytest.raises(Unreadable, match="2"):
            read_tables(content.encode())

    @pytest.mark.parametrize(
        ("content", "kind"),
        [
            (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
            (b"\xff\xd8\xff\xe0", "JPEG"),
            (b"%PDF-1.4\n1 0 obj", "PDF"),
            (b'\xef\xbb\xbf\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>', "HTML/XML"),
            (b'[{"model": "partnerships.state"}]', "JSON"),
        ],
    )
    def test_file_of_another_kind_is_refused_by_what_it_is(self, content, kind):
        with pytest.raises(Unreadable, match=re.escape(f"({kind})")):
            read_tables(content)

    def test_archive_of_another_kind_is_no_text(self):
        with pytest.raises(Unreadable):
            read_tables(b"7z\xbc\xaf\x27\x1c\0\4")

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    def test_utf_16_without_its_mark_is_read(self, encoding):
        assert rows("key\tté\nx\té\n".encode(encoding)) == [(1, ["key", "té"]), (2, ["x", "é"])]

    def test_file_of_libreoffice_is_refused_with_what_to_do(self):
        with pytest.raises(Unreadable, match="ODS"):
            read_tables(b"PK\3\4" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet")

    def test_merged_cells_and_hidden_sheets_are_told(self):
        book, file = Workbook(), io.BytesIO()
        book.active.append(["key", "title"])
        book.active.append(["x", "a"])
        book.active.merge_cells("A2:A3")
        book.create_sheet("Lists").append(["helper"])
        book["Lists"].sheet_state = "hidden"
        book.create_sheet("Macros").append(["helper"])
        book["Macros"].sheet_state = "veryHidden"
        book.save(file)
        assert [(each.is_hidden, each.merged) for each in read_tables(file.getvalue())] == [
            (False, [(2, "A2:A3")]),
            *[(True, [])] * 2,
        ]
