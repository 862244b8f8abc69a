"""import_register and export_register as scripts meet them: arguments, output, exit codes."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command, execute_from_command_line
from django.utils import translation

from partnerships import models
from tests.exchange.fixtures import content, line, publisher, tables

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

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
            assert out.endswith("Nothing is written: this is a plan.\n")
        assert tables() == before

    def test_apply_writes_and_prints_the_batch_and_a_second_time_does_nothing(self, path):
        code, out, _err = run(path, "--apply")
        assert (code, f"Batch {models.Batch.objects.get().pk} is written." in out) == (0, True)
        assert "this is a plan" not in out
        code, out, _err = run(path, "--apply")
        assert (code, "Nothing to do." in out) == (0, True)
        assert models.Batch.objects.count() == 1

    def test_answer_for_scripts_is_ascii_whatever_it_names(self, path, tmp_path):
        other = tmp_path / "québec.json"
        other.write_bytes(content(line("state", key="jp", name_fr="Japon", iso2="é")))
        _code, out, _err = run(other, "--format", "json")
        assert out.isascii()
        assert json.loads(out)["files"] == [str(other)]

    def test_undo_takes_it_back(self, path):
        run(path, "--apply")
        code, out, _err = run("--undo", str(models.Batch.objects.get().pk))
        assert (code, "deleted state/jp" in out) == (0, True)
        assert models.State.objects.count() == 0

    def test_undo_answers_scripts_too(self, path):
        run(path, "--apply")
        number = models.Batch.objects.get().pk
        code, out, _err = run("--undo", str(number), "--format", "json")
        assert (code, json.loads(out)) == (0, {"batch": number, "undone": ["state/jp"]})

    def test_on_a_terminal_it_says_how_far_it_is(self, path):
        class Terminal(io.StringIO):
            def isatty(self):
                return True

        for stream, told in ((Terminal(), True), (io.StringIO(), False)):
            call_command("import_register", path, stdout=io.StringIO(), stderr=stream)
            assert (stream.getvalue() == "\r1/1\n", stream.getvalue() == "") == (told, not told)

    def test_undo_says_what_is_back_and_what_is_no_more(self, path):
        run(path, "--apply")
        path.write_bytes(content(line("state", key="jp", name_en="Nippon")))
        run(path, "--apply")
        second, first = models.Batch.objects.order_by("-pk").values_list("pk", flat=True)
        assert "restored state/jp\n" in run("--undo", str(second))[1]
        assert "deleted state/jp\n" in run("--undo", str(first))[1]

    def test_undo_speaks_french(self, path):
        run(path, "--apply")
        with translation.override("fr"):
            assert "supprimé\u00a0: state/jp\n" in run("--undo", str(models.Batch.objects.get().pk))[1]

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
        code, out, err = run(path, other, "--apply")
        assert (code, "to create, " in out) == (1, True)
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
        path.write_bytes(content(line("state", key="jp", name_en="Japan", publication="published")))
        publisher()
        assert run(path, "--apply")[0] == 1
        assert run(path, "--apply", "--as", "publisher")[0] == 0
        batch = models.Batch.objects.get()
        assert batch.by.username == "publisher"
        assert [run("--undo", str(batch.pk), *who)[0] for who in ((), ("--as", "publisher"))] == [1, 0]

    @pytest.mark.parametrize(
        "arguments",
        [
            [],
            ["missing.json"],
            ["a.json", "--undo", "1"],
            ["a.json", "--plan", "--apply"],
            ["--undo", "x"],
            ["a.json", "--format", "xml"],
            ["a.json", "--as", "nobody"],
            ["."],
            ["-"],
        ],
    )
    def test_wrong_use_ends_with_two(self, arguments, monkeypatch, tmp_path, capsys):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "a.json").write_bytes(content(JAPAN))
        monkeypatch.setattr(sys, "stdin", None)
        monkeypatch.setattr(sys, "argv", ["manage.py", "import_register", *arguments])
        with pytest.raises(SystemExit) as end:
            execute_from_command_line(sys.argv)
        assert end.value.code == 2
        assert "Traceback" not in capsys.readouterr().err

    @pytest.mark.parametrize("wrong", ["missing.json", ".", "-"])
    def test_a_file_that_cannot_be_read_hides_no_finding_of_the_others(self, path, wrong, monkeypatch, tmp_path):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "stdin", None)
        path.write_bytes(content(line("state", key="jp", name_de="Japan")))
        code, out, err = run(wrong, path, "--apply", "--format", "json")
        findings = json.loads(out)["findings"]
        assert (code, [(each["file"], each["field"]) for each in findings]) == (
            2,
            [(wrong, ""), (str(path), "name_de")],
        )
        code, _out, err = run(wrong, path, "--apply")
        assert code == 2
        assert f"{wrong}: It cannot be read" in err
        assert "name_de: The register has no language" in err

    @pytest.mark.parametrize("arguments", [["--as", "nobody"], ["--undo", "1"]])
    def test_wrong_use_is_json_too_for_scripts(self, path, arguments):
        code, out, _err = run(path, *arguments, "--format", "json")
        assert (code, len(json.loads(out)["refused"])) == (2, 1)

    def test_an_unknown_batch_is_refused(self):
        assert run("--undo", "99")[0] == 1


class TestOutput:
    """Whatever stands in a file, and wherever the output goes, the answer is given and the exit code true."""

    ODD = '[{"model": "partnerships.state", "fields": {"key": "jp", "\\udfff": 1, "name_fr": "Corée — 韓国"}}]'

    def ascii(self):
        return io.TextIOWrapper(io.BytesIO(), encoding="ascii")

    @pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
    @pytest.mark.parametrize("form", ["text", "json"])
    def test_half_a_character_is_answered(self, path, form, encoding):
        path.write_text(self.ODD)
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict") for _ in range(2))
        with pytest.raises(CommandError):
            call_command("import_register", path, "--format", form, stdout=out, stderr=err)
        out.seek(0)
        if form == "json":
            assert json.loads(out.read())["findings"][0]["field"] == "\udfff"

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_output_that_is_not_utf8_takes_everything(self, path, form):
        path.write_text(self.ODD.replace('"\\udfff": 1, ', ""))
        call_command("import_register", path, stdout=io.StringIO())
        out = self.ascii()
        with translation.override("fr"):
            call_command("import_register", path, "--apply", "--format", form, stdout=out)
        assert models.State.objects.get().name_fr == "Corée — 韓国"
        path.write_text(self.ODD.replace('"\\udfff": 1, ', "").replace("韓国", "日本"))
        call_command("import_register", path, "--apply", "--format", form, stdout=out)
        out.seek(0)
        if form == "text":
            assert r"\u97d3\u56fd -> Cor\xe9e \u2014 \u65e5\u672c" in out.read()

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_output_that_takes_nothing_changes_no_exit_code(self, path, form):
        class Full(io.StringIO):
            def write(self, text):
                raise OSError(28, "No space left on device")

        err = io.StringIO()
        call_command("import_register", path, "--apply", "--format", form, stdout=Full(), stderr=err)
        assert models.State.objects.count() == 1
        assert "The answer cannot be written: No space left on device." in err.getvalue()
        with pytest.raises(CommandError) as error:
            call_command("export_register", stdout=Full())
        assert error.value.returncode == 2

    def test_output_that_is_closed_changes_no_exit_code(self, path, monkeypatch):
        monkeypatch.setattr(sys, "stdout", None)
        call_command("import_register", path, "--apply", stderr=io.StringIO())
        assert models.State.objects.count() == 1
        with pytest.raises(CommandError) as error:
            call_command("export_register")
        assert error.value.returncode == 2

    def test_an_export_is_utf8_wherever_it_goes(self):
        models.State.objects.create(key="kr", name_fr="Corée")
        out = self.ascii()
        call_command("export_register", stdout=out)
        out.flush()
        assert "Corée" in out.buffer.getvalue().decode("utf-8")

    def test_a_file_name_that_is_not_utf8_is_kept_in_the_batch(self, tmp_path):
        path = tmp_path / "\udcff.json"
        path.write_bytes(content(JAPAN))
        assert run(path, "--apply")[0] == 0
        assert models.Batch.objects.get().files == [f"{tmp_path}/\\udcff.json"]
