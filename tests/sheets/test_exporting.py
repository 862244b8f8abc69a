"""What is exported, and read again untouched, changes nothing."""

import pytest
from django.utils.translation import override

from partnerships.records.snapshot.taking import digest
from partnerships.sheets import exporting, read_files
from partnerships.sheets.exporting import TooMuch, as_csv, as_xlsx, as_zip, sheet_rows
from partnerships.sheets.importing import preview_sheets
from partnerships.sheets.tables import tables_of
from tests.factories import (
    FACTORIES,
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    MeetingFactory,
    MilestoneFactory,
    OfficeFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
)

pytestmark = pytest.mark.django_db


def test_round_trip_of_every_kind_changes_nothing(django_user_model):
    chief = django_user_model.objects.create_superuser("chief")
    for kind, factory in FACTORIES.items():
        record = factory(publication="published")
        ids = [record.pk]
        if kind == "visit":
            of_visit = MeetingFactory(stop=StopFactory(visit=record), publication="")
        if kind == "meeting":
            ids.append(of_visit.pk)
        if kind == "tenure":
            MilestoneFactory(tenure=record)
            CitationFactory(tenure=record)
        with override("fr"):
            files = {"a.xlsx": as_xlsx(kind, ids), "a.csv": as_csv(kind, ids, "fr")}
            files["a.zip"] = as_zip(kind, ids, "fr")
        for name, content in files.items():
            with override("en"):
                plan = preview_sheets(kind, name, content, by=chief)
            assert (plan.findings, plan.changes) == ([], []), kind
            assert plan.unchanged >= 1, (kind, name)


class TestRow:
    def row(self, kind, record):
        ((table, row),) = sheet_rows(tables_of(kind)[:1], kind, [record.pk])
        names = [head.rpartition("(")[2].rstrip(")") for head in table.headings()]
        return dict(zip(names, row, strict=True))

    def test_has_the_names_of_records_beside_their_keys(self):
        office = OfficeFactory(key="pm", name_en="Prime Minister")
        with override("en"):
            row = self.row("tenure", TenureFactory(office=office, person__key="abe", person__name="Shinzo Abe"))
        assert [row[name] for name in ("office", "office.name", "person", "person.name")] == [
            *("pm", "Prime Minister", "abe", "Shinzo Abe")
        ]

    def test_has_those_of_several_and_nothing_where_there_are_none(self):
        decision = DecisionFactory()
        with override("en"):
            columns = ("areas", "areas.name")
            assert [self.row("decision", decision)[name] for name in columns] == ["", ""]
            decision.areas.set([AreaFactory(key="a", name_en="Cyber"), AreaFactory(key="b", name_en="Sea")])
            assert [self.row("decision", decision)[name] for name in ("areas", "areas.name")] == [
                "a | b",
                "Cyber | Sea",
            ]

    def test_has_the_version_of_its_record_and_a_meeting_of_a_visit_none_of_its_own(self):
        alone, of_visit = MeetingFactory(), MeetingFactory(stop=StopFactory(), publication="")
        assert self.row("meeting", alone)["version"] == digest(alone)
        assert self.row("meeting", of_visit)["version"] == ""


class TestNoMoreThanComesInAgain:
    def test_is_given_out_at_once(self):
        assert exporting.MOST == read_files.MOST_ROWS

    def test_of_parts_either(self, monkeypatch):
        tenure = TenureFactory()
        for number in range(3):
            MilestoneFactory(tenure=tenure, kind="arrived", date=f"201{number}")
        for limit in (read_files, exporting):
            monkeypatch.setattr(limit, "MOST_ROWS", 3)
        content = as_xlsx("tenure", [tenure.pk])
        assert [len(sheet.rows) for sheet in read_files.read_tables(content)] == [2, 4, 1]
        MilestoneFactory(tenure=tenure, kind="arrived", date="2015")
        for give in (as_xlsx, lambda kind, ids: as_zip(kind, ids, "fr")):
            with override("en"), pytest.raises(TooMuch, match="more than 3 rows"):
                give("tenure", [tenure.pk])
        # A CSV alone has the records without their parts.
        assert b"(never_served)" in as_csv("tenure", [tenure.pk], "fr").partition(b"\n")[0]

    def test_nor_a_larger_file(self, monkeypatch):
        ids = [StateFactory(name_en="Atlantis" * 50).pk]
        monkeypatch.setattr(exporting, "LARGEST", 200)
        with override("en"), pytest.raises(TooMuch, match="take XLSX or ZIP"):
            as_csv("state", ids, "en")

    def test_nor_one_by_a_byte_larger(self, monkeypatch):
        monkeypatch.setattr(exporting, "LARGEST", 3)
        assert exporting.readable_again(b"abc") == b"abc"
        with pytest.raises(TooMuch):
            exporting.readable_again(b"abcd")
