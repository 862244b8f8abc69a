"""The findings of the register on the command line: what is printed, and how it ends."""

import json

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils.translation import override

from partnerships.consistency import check_register
from partnerships.consistency.report import SHOWN
from partnerships.consistency.settling import settle
from partnerships.models import Tenure, TimelineFacet
from tests.factories import DecisionFactory, MilestoneFactory, OrganizationFactory, PersonFactory, TenureFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    """Read the findings in English: commands answer in the language of the site."""
    with override("en"):
        yield


def published_decision(key, **fields):
    body = OrganizationFactory(publication="published", name_en=f"Body of {key}")
    return DecisionFactory(key=key, publication="published", body=body, **fields)


class TestReport:
    @pytest.fixture
    def register(self):
        """A register with one error, more warnings of a kind than are shown, and notes."""
        TenureFactory(key="t", person=PersonFactory(death="2000"), period="2001/2002")
        for number in range(SHOWN + 2):
            published_decision(key=f"d-{number}", title_fr="", date="2019")

    def run(self, capsys, *arguments):
        try:
            call_command("check_register", *arguments)
        except CommandError as error:
            return capsys.readouterr().out, error.returncode
        return capsys.readouterr().out, 0

    def test_gravest_come_first_and_are_counted_by_kind(self, register, capsys):
        out, code = self.run(capsys)
        headings = [line for line in out.splitlines() if not line.startswith(" ")]
        assert headings == [
            "error: after-death: 1",
            "warning: no-source: 14",
            "note: missing-fr: 7",
            "1 error, 14 warnings, 7 notes",
        ]
        assert code == 1

    def test_first_of_a_kind_are_shown_and_the_rest_counted(self, register, capsys):
        out, _code = self.run(capsys)
        assert [line[2:15] for line in out.splitlines() if "decision/" in line] == [
            f"decision/d-{number}" + ":" for number in range(SHOWN)
        ]
        assert "  … and 9 more: --kind no-source" in out.splitlines()

    def test_kind_asked_for_is_listed_whole(self, register, capsys):
        out, code = self.run(capsys, "--kind", "missing-fr")
        assert out.count("decision/d-") == 7
        assert "no-source" not in out
        assert code == 0

    def test_severity_asked_for(self, register, capsys):
        out, code = self.run(capsys, "--severity", "warning")
        assert "after-death" not in out
        assert "warning: no-source: 14" in out
        assert code == 0

    def test_record_asked_for(self, register, capsys):
        out, code = self.run(capsys, "--record", "decision/d-6")
        assert [line for line in out.splitlines() if "/" in line] == [
            "  decision/d-6: No source supports this record.",
            "  decision/d-6: Its name or title is missing in this language: fr.",
        ]
        assert code == 0

    def test_unknown_kind_is_a_mistake_of_use(self, db, capsys):
        with pytest.raises(CommandError, match="no such kind.*after-death") as refused:
            call_command("check_register", "--kind", "tenure")
        assert refused.value.returncode == 2

    @pytest.mark.parametrize("record", ["tenure/none", "nonsense/t", "t", ""])
    def test_record_that_is_not_there_is_a_mistake_of_use(self, db, record):
        TenureFactory(key="t")
        with pytest.raises(CommandError, match=f"no such record: {record}") as refused:
            call_command("check_register", "--record", record)
        assert refused.value.returncode == 2

    def test_json_says_where_to_mend(self, register, capsys):
        out, code = self.run(capsys, "--format", "json", "--severity", "error")
        answer = json.loads(out)
        tenure = Tenure.objects.get()
        assert answer["counts"] == {"error": 1, "warning": 0, "note": 0}
        assert answer["kinds"] == {"after-death": 1}
        [finding] = answer["findings"]
        assert finding.pop("sentence").startswith("It comes after the death")
        assert finding == {
            "code": "after-death",
            "severity": "error",
            "record": "tenure/t",
            "field": "person",
            "where": reverse("admin:partnerships_tenure_change", args=[tenure.pk]),
        }
        assert code == 1

    def test_sound_register_ends_well(self, db, capsys):
        assert self.run(capsys) == ("0 errors, 0 warnings, 0 notes\n", 0)

    def test_index_out_of_step_is_mended_by_a_command(self, db, capsys):
        published_decision(key="d")
        TimelineFacet.objects.all().delete()
        out, _code = self.run(capsys, "--format", "json", "--severity", "error")
        assert json.loads(out)["findings"][0]["where"] == "manage.py rebuild_timeline"

    def test_unknown_kind_is_told_which_there_are(self, capsys):
        with pytest.raises(CommandError) as refused:
            call_command("check_register", "--kind", "no-such")
        text = str(refused.value)
        assert text.startswith(
            "There is no such kind of finding: no-such. There are: accredited-to-itself, acting-with-credentials,"
        )
        assert capsys.readouterr().out == ""

    def test_record_asked_for_is_listed_whole(self, capsys):
        tenure = TenureFactory(key="t", period="")
        for date in ("1601-01-01", "1753-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "1970-01-01"):
            MilestoneFactory(tenure=tenure, kind="nominated", date=date)
        out, _code = self.run(capsys)
        assert out.count("  tenure/t: The date looks like a placeholder") == SHOWN == 5
        out, _code = self.run(capsys, "--record", "tenure/t")
        assert out.count("  tenure/t: The date looks like a placeholder") == 6

    @pytest.mark.parametrize("argument", ["--severity=grave", "--format=xml", "--reckless"])
    def test_other_argument_is_a_mistake_of_use(self, argument):
        with pytest.raises(CommandError, match=argument.rpartition("=")[2]):
            call_command("check_register", argument)

    def test_what_was_checked_is_left_out_unless_all_are_asked_for(self, capsys):
        PersonFactory(key="p", birth="1900-01-01")
        [finding] = check_register("placeholder")
        settle(finding, by=User.objects.create(username="somebody"), reason="An old one.")
        assert self.run(capsys, "--severity", "warning") == ("0 errors, 0 warnings, 0 notes\n", 0)
        out, code = self.run(capsys, "--severity", "warning", "--all")
        assert out.splitlines() == [
            "warning: placeholder: 1",
            "  person/p: The date looks like a placeholder: 1900-01-01.",
            "0 errors, 1 warning, 0 notes",
        ]
        assert code == 0
        assert self.run(capsys, "--record", "person/p", "--kind", "placeholder")[0] == "0 errors, 0 warnings, 0 notes\n"

    def test_an_error_is_said_where_it_fails(self, register, capsys):
        with pytest.raises(CommandError, match="^1 error, 0 warnings, 0 notes$"):
            call_command("check_register", "--kind", "after-death")
