"""import_register and export_register as scripts meet them: arguments, output, exit codes."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command, execute_from_command_line

from partnerships import models

from .fixtures import content, line, publisher, tables

pytestmark = pytest.mark.django_db

JAPAN = line("state", key="jp", name_en="Japan")


def run(*arguments, command="import_register"):
    """Return the exit code and what was written to standard output and standard error."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command(command, *arguments, stdout=out, stderr=err)
    except CommandError as error:
        return error.returncode, out.getvalue(), f"{err.getvalue()}{error}"
    return 0, out.getvalue(), err.getvalue()


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "japan.json"
    path.write_bytes(content(JAPAN))
    return path


class TestImport:
    def test_a_plan_is_the_default(self, path):
        before = tables()
        for arguments in ([path], [path, "--plan"]):
            code, out, err = run(*arguments)
            assert (code, err) == (0, "")
            assert "create state/jp" in out
            assert "1 to create, 0 to update, 0 unchanged, 0 conflicts." in out
        assert tables() == before

    def test_apply_writes_and_prints_the_batch_and_a_second_time_does_nothing(self, path):
        code, out, _err = run(path, "--apply")
        assert (code, f"Batch {models.Batch.objects.get().pk} is written." in out) == (0, True)
        code, out, _err = run(path, "--apply")
        assert (code, "Nothing to do." in out) == (0, True)
        assert models.Batch.objects.count() == 1

    def test_undo_takes_it_back(self, path):
        run(path, "--apply")
        code, out, _err = run("--undo", str(models.Batch.objects.get().pk))
        assert (code, "restored state/jp" in out) == (0, True)
        assert models.State.objects.count() == 0

    def test_json_is_for_scripts(self, path):
        plan = json.loads(run(path, "--format", "json")[1])
        assert [each["record"] for each in plan["create"]] == ["state/jp"]
        applied = json.loads(run(path, "--apply", "--format", "json")[1])
        assert applied["batch"] == models.Batch.objects.get().pk
        path.write_bytes(content(line("state", key="jp", name_en="Nippon")))
        update = json.loads(run(path, "--format", "json")[1])["update"]
        assert update[0]["fields"] == {"name_en": {"before": "Japan", "after": "Nippon"}}

    def test_findings_of_all_files_are_printed_and_end_with_one(self, path, tmp_path):
        other = tmp_path / "other.jsonl"
        other.write_text('{"model": broken\n{"model": "partnerships.area", "fields": {"key": "a", "name_de": "x"}}')
        code, _out, err = run(path, other, "--apply")
        assert code == 1
        assert f"{other}:1:11: This is not JSON" in err
        assert f"{other}:2: area/a name_de: The register has no language “de”" in err
        assert models.State.objects.count() == 0
        findings = json.loads(run(path, other, "--format", "json")[1])["findings"]
        assert [(each["line"], each["record"], each["field"]) for each in findings] == [
            (1, "", ""),
            (2, "area/a", "name_de"),
        ]

    def test_standard_input_is_read(self, monkeypatch):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(JAPAN).encode())))
        assert "create state/jp" in run("-")[1]

    def test_an_account_answers_for_what_is_published(self, path):
        path.write_bytes(content(line("state", key="jp", publication="published")))
        publisher()
        assert run(path, "--apply")[0] == 1
        assert run(path, "--apply", "--as", "nobody")[0] == 1
        assert run(path, "--apply", "--as", "publisher")[0] == 0
        assert models.Batch.objects.get().by.username == "publisher"

    @pytest.mark.parametrize(
        "arguments",
        [
            [],
            ["missing.json"],
            ["a.json", "--undo", "1"],
            ["a.json", "--plan", "--apply"],
            ["--undo", "x"],
            ["a.json", "--format", "xml"],
        ],
    )
    def test_wrong_use_ends_with_two(self, arguments, monkeypatch, tmp_path, capsys):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["manage.py", "import_register", *arguments])
        with pytest.raises(SystemExit) as end:
            execute_from_command_line(sys.argv)
        assert end.value.code == 2

    def test_an_unknown_batch_is_refused(self):
        assert run("--undo", "99")[0] == 1


class TestExport:
    def test_it_writes_a_fixture(self, path, tmp_path):
        run(path, "--apply")
        code, out, _err = run(command="export_register")
        assert (code, json.loads(out)) == (0, [JAPAN])
        run("--output", str(tmp_path / "out.json"), command="export_register")
        assert (tmp_path / "out.json").read_text(encoding="utf-8") == out

    def test_an_unknown_partner_is_refused(self):
        assert run("--partner", "xx", command="export_register")[0] == 1
