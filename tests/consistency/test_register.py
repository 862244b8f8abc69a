"""What the register finds wrong with itself."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from partnerships.consistency import check_register
from partnerships.consistency.report import SHOWN
from partnerships.models import Statement, Tenure, TimelineFacet
from tests.factories import (
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    MeetingFactory,
    MilestoneFactory,
    OfficeFactory,
    OrganizationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    StateFactory,
    StatementFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    """Read the findings in English: commands answer in the language of the site."""
    with override("en"):
        yield


def found(severity):
    return {(finding.kind, finding.key) for finding in check_register() if finding.severity == severity}


def published_decision(**fields):
    return DecisionFactory(publication="published", body=OrganizationFactory(publication="published"), **fields)


@pytest.mark.once
class TestErrors:
    def test_sound_register_has_none(self):
        CitationFactory(decision=published_decision(), source__publication="published")
        assert found("error") == set()

    def test_published_decision_of_a_draft_body_is_found(self):
        DecisionFactory(key="d", publication="published")
        assert found("error") == {("decision", "d")}

    @past_the_fence()
    def test_published_decision_about_a_draft_partner_is_found(self):
        decision = published_decision(key="d")
        decision.partners.add(PartnerFactory())
        assert found("error") == {("decision", "d")}

    @past_the_fence()
    def test_public_target_hides_no_other_of_the_same_link(self):
        decision = published_decision(key="d")
        decision.partners.add(PartnerFactory(publication="published"), PartnerFactory(key="p"), PartnerFactory(key="q"))
        sentences = [finding.sentence for finding in check_register() if finding.severity == "error"]
        assert [sentence[-10:] for sentence in sentences] == ["partner/p.", "partner/q."]

    def test_part_of_a_part_of_a_published_visit_is_found(self):
        meeting = MeetingFactory(stop=StopFactory(visit=VisitFactory(key="v", publication="published")), publication="")
        ParticipationFactory(meeting=meeting)
        assert ("visit", "v") in found("error")

    @past_the_fence()
    def test_withdrawn_target_of_many_is_found(self):
        first, second = (StatementFactory(key=key, publication="published") for key in ("a", "b"))
        first.contradicts.add(second)
        Statement.objects.filter(key="b").update(publication="withdrawn", withdrawal_reason_en="Wrong")
        assert found("error") == {("statement", "a")}

    def test_draft_source_of_a_published_decision_is_found(self):
        CitationFactory(decision=published_decision(key="d"))
        assert found("error") == {("decision", "d")}

    def test_index_out_of_step_is_found(self):
        published_decision(key="d")
        TimelineFacet.objects.all().delete()
        assert found("error") == {("decision", "d")}

    def test_record_that_leads_back_to_itself_is_found(self):
        first, second = AreaFactory(key="a"), AreaFactory(key="b")
        for one, other in ((first, second), (second, first)):
            one.parent = other
            one.save()
        assert found("error") == {("area", "a"), ("area", "b")}

    def test_record_in_its_own_list_is_found(self):
        state, statement = StateFactory(key="s"), StatementFactory(key="own")
        state.predecessors.add(state)
        statement.contradicts.add(statement, StatementFactory(key="other"))
        assert found("error") == {("state", "s"), ("statement", "own")}

    def test_command_fails_on_an_error(self):
        DecisionFactory(publication="published")
        with pytest.raises(CommandError, match="1 error"):
            call_command("check_register")

    def test_rebuilding_mends_the_index(self, capsys):
        published_decision(key="d")
        TimelineFacet.objects.all().delete()
        call_command("rebuild_timeline")
        assert capsys.readouterr().out == "1 lines\n"
        assert found("error") == set()


@pytest.mark.once
class TestWarnings:
    def test_record_without_source_is_found(self):
        published_decision(key="d")
        assert ("decision", "d") in found("warning")

    def test_missing_translation_is_found(self):
        CitationFactory(decision=published_decision(key="d", title_en=""), source__publication="published")
        assert ("decision", "d") in found("note")

    def test_sighting_outside_the_stated_period_warns(self):
        for key, day in (("inside", "2011-05-01"), ("outside", "2013-05-01")):
            tenure = TenureFactory(key=key, period="2010-01-01/2012-01-01")
            MilestoneFactory(tenure=tenure, kind="seen", date=day)
        warned = found("warning")
        assert ("tenure", "outside") in warned
        assert ("tenure", "inside") not in warned

    def test_overlap_warns(self):
        office = OfficeFactory()
        for key, period in (("one", "2010-01-01/2012-01-01"), ("two", "2011-01-01/2013-01-01")):
            TenureFactory(key=key, office=office, person=PersonFactory(), period=period)
        assert ("tenure", "one") in found("warning")

    def test_overlap_with_one_who_lasts_longer_warns(self):
        office = OfficeFactory()
        for key, period in (("one", "1990/2000-12-31"), ("two", "1991/1992"), ("three", "1995-01-01/1996-12-31")):
            TenureFactory(key=key, office=office, person=PersonFactory(), period=period, acting=key == "two")
        assert ("tenure", "one") in found("warning")
        assert ("tenure", "two") not in found("warning")

    def test_handover_on_one_day_does_not(self):
        office = OfficeFactory()
        for key, period in (("one", "2010-01-01/2012-01-01"), ("two", "2012-01-01/2013-01-01")):
            TenureFactory(key=key, office=office, person=PersonFactory(), period=period)
        assert ("tenure", "one") not in found("warning")


class TestCommand:
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


class TestQueries:
    def some(self, number):
        for n in range(number):
            published_decision(key=f"d-{number}-{n}", scope="all_partners")
            tenure = TenureFactory(publication="published", period="2010/..")
            CitationFactory(tenure=tenure, source__publication="published")
            MilestoneFactory(tenure=tenure)
            visit = VisitFactory()
            ParticipationFactory(meeting=MeetingFactory(stop=StopFactory(visit=visit)), person=tenure.person)

    def test_number_does_not_grow_with_the_records(self):
        counts = []
        for number in (1, 5):
            self.some(number)
            with CaptureQueriesContext(connection) as queries:
                check_register()
            counts.append(len(queries))
        assert counts[0] == counts[1]


@pytest.mark.once
class TestField:
    """A finding names the field in which somebody mends it."""

    @pytest.mark.parametrize(
        ("factory", "fields", "named"),
        [
            (PersonFactory, {"death": "2999-01-01"}, "death"),
            (VisitFactory, {"period": "2999-01-01", "status": "held"}, "period"),
            (MeetingFactory, {"date": "2999-01-01", "status": "held"}, "date"),
            (DecisionFactory, {"date": "2999-01-01"}, "date"),
            (StatementFactory, {"date": "2999-01-01"}, "date"),
            (TenureFactory, {"checked_on": "2999-01-01"}, "checked_on"),
            (OfficeFactory, {"checked_on": "2999-01-01"}, "checked_on"),
        ],
    )
    def test_of_what_cannot_have_been_done_yet(self, factory, fields, named):
        factory(**fields)
        assert [finding.field for finding in check_register() if finding.code == "not-yet"] == [named]


@pytest.mark.once
class TestOnce:
    """What is told once is not told again, and nothing is told of days that nobody knows."""

    def codes(self, key):
        return [one.code for one in check_register() if one.key == key and one.severity != "note"]

    def test_meeting_outside_its_stop_is_not_outside_the_visit_as_well(self):
        visit = VisitFactory(key="v", period="2017-10-30/2017-10-31")
        stop = StopFactory(visit=visit, period="2017-10-31")
        MeetingFactory(stop=stop, date="2017-11-02")
        assert [one for one in self.codes("v") if one.startswith("meeting-outside")] == ["meeting-outside-stop"]

    def test_tenure_that_nothing_ever_showed_is_not_due_for_checking(self):
        TenureFactory(key="t", period="/..")
        TenureFactory(key="shown", period="2001-02-03/..")
        assert "due-for-checking" not in self.codes("t")
        assert "due-for-checking" in self.codes("shown")
