"""The register as a fixture, by command."""

import json

import pytest

from tests.exchange.fixtures import content
from tests.factories import AreaFactory, PartnerFactory

from .test_import_register import JAPAN, run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "japan.json"
    path.write_bytes(content(JAPAN))
    return path


class TestExport:
    def test_it_writes_a_fixture(self, path, tmp_path):
        run(path, "--apply")
        code, out, _err = run(command="export_register")
        assert (code, json.loads(out)) == (0, [JAPAN])
        run("--output", str(tmp_path / "out.json"), command="export_register")
        assert (tmp_path / "out.json").read_text(encoding="utf-8") == out

    def test_a_file_that_cannot_be_written_ends_with_two(self, path, tmp_path):
        run(path, "--apply")
        missing = tmp_path / "missing" / "out.json"
        code, _out, err = run("--output", str(missing), command="export_register")
        assert (code, err) == (2, f"{missing}: No such file or directory")

    def test_it_is_of_one_partner_and_of_what_is_published_where_that_is_asked(self):
        PartnerFactory(key="jp", state__key="jp", organization__key="nato")
        for key, publication in (("shown", "published"), ("draft", "draft")):
            AreaFactory(key=key, publication=publication)

        def keys(*arguments):
            return [each["fields"]["key"] for each in json.loads(run(*arguments, command="export_register")[1])]

        assert keys() == ["draft", "shown", "jp", "nato", "jp"]
        assert keys("--published") == ["shown"]
        assert keys("--partner", "jp") == ["jp", "nato", "jp"]

    def test_an_unknown_partner_is_refused(self):
        assert run("--partner", "xx", command="export_register")[0] == 1
