"""Whatever changes a record, the lines that take something from it follow, and the content version rises."""

import re
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from partnerships.exchange import importing
from partnerships.exchange.reading import read_files
from partnerships.exchange.undoing import undo
from partnerships.models import (
    Alias,
    Citation,
    Decision,
    FormerAddress,
    Milestone,
    Mission,
    Partner,
    Place,
    SearchDocument,
    Stop,
    TimelineLine,
)
from partnerships.projections import search
from partnerships.projections.timeline import Filters, page
from partnerships.projections.timeline.comparison import differences
from partnerships.projections.up_to_date import touched
from partnerships.projections.version import content_version
from tests.exchange.fixtures import content, line, publisher
from tests.factories import (
    PUBLISHED,
    ActivityFactory,
    AgreementFactory,
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    MeetingFactory,
    MembershipFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    SourceFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db


def anchors(**filters):
    return {entry.anchor for entry in page(Filters(**filters)).entries}


class TestLinksOfOthers:
    def test_partner_that_changes_its_state_takes_its_lines_along(self):
        old, new = StateFactory(**PUBLISHED), StateFactory(**PUBLISHED)
        partner = PartnerFactory(key="p", state=old, **PUBLISHED)
        of_old = MissionFactory(key="old", state=old, period="2001/..", **PUBLISHED)
        MissionFactory(key="new", state=new, period="2002/..", **PUBLISHED)
        TenureFactory(key="t", office=OfficeFactory(mission=of_old, **PUBLISHED), period="2003/2004", **PUBLISHED)
        assert anchors(partner=("p",)) >= {"mission-old-start", "tenure-t-start"}
        partner.state = new
        partner.save()
        assert differences() == []
        assert "mission-new-start" in anchors(partner=("p",))
        assert not anchors(partner=("p",)) & {"mission-old-start", "tenure-t-start"}

    def test_state_changed_through_update_is_no_exception(self):
        old, new = StateFactory(**PUBLISHED), StateFactory(**PUBLISHED)
        PartnerFactory(state=old, **PUBLISHED)
        MembershipFactory(state=old, period="2001/..", **PUBLISHED)
        Partner.objects.update(state=new)
        assert differences() == []

    def test_name_changed_through_update_takes_along_what_follows_from_it(self):
        state = StateFactory(name_en="Japan", name_fr="Japon", **PUBLISHED)
        MissionFactory(state=state, period="2001/..", **PUBLISHED)
        type(state).objects.update(name_en="Nippon")
        state.refresh_from_db()
        assert state.sort_en == "nippon"
        assert differences() == []

    def test_linked_key_that_changes(self):
        person = PersonFactory(key="before", **PUBLISHED)
        TenureFactory(person=person, period="2001/2002", **PUBLISHED)
        person.key = "after"
        person.save()
        assert differences() == []
        assert anchors(person=("after",))
        assert not anchors(person=("before",))

    def test_own_key_that_changes(self):
        decision = DecisionFactory(key="before", date="2018-05-24", **PUBLISHED)
        decision.key = "after"
        decision.save()
        assert anchors() == {"decision-after-on"}

    def test_link_changed_from_its_other_side(self):
        partner, decision = PartnerFactory(key="p", **PUBLISHED), DecisionFactory(key="d", **PUBLISHED)
        partner.decisions.add(decision)
        assert differences() == []
        assert "decision-d-on" in anchors(partner=("p",))
        partner.decisions.clear()
        assert differences() == []
        assert "decision-d-on" not in anchors(partner=("p",))
        partner.decisions.set([decision])
        partner.decisions.remove(decision)
        assert differences() == []

    def test_period_of_a_partnership_moves_decisions_about_all(self):
        partner = PartnerFactory(key="p", period="2000/..", **PUBLISHED)
        DecisionFactory(key="d", scope="all_partners", date="1995-01-01", **PUBLISHED)
        assert "decision-d-on" not in anchors(partner=("p",))
        partner.period = "1990/.."
        partner.save()
        assert differences() == []
        assert "decision-d-on" in anchors(partner=("p",))


class TestColumns:
    """What readers are shown raises the version of the content, and what is for staff does not."""

    @pytest.mark.parametrize(
        ("column", "value", "is_read"),
        [
            *(("checked_on", date(2026, 1, 1), True), ("coverage", "2000/2010", True), ("single_holder", False, True)),
            *(("slug_en", "another", True), ("role", "minister", True), ("title_feminine_fr", "Ministre", True)),
            *(("note", "For us", False), ("withdrawal_reason_fr", "Faux", False)),
        ],
    )
    def test_that_is_changed(self, column, value, is_read):
        office = OfficeFactory(**PUBLISHED)
        before = content_version()
        setattr(office, column, value)
        office.save()
        assert (content_version() > before) is is_read


class TestParts:
    def test_meeting_moved_to_another_visit(self):
        first, second = (VisitFactory(key=key, period="2017-10-31", **PUBLISHED) for key in ("one", "two"))
        place = PlaceFactory(**PUBLISHED)
        meeting = MeetingFactory(stop=StopFactory(visit=first, place=place), date="2017-10-31")
        meeting.stop = StopFactory(visit=second, place=place)
        meeting.save()
        assert differences() == []

    def test_stop_moved_to_another_visit(self):
        draft, public = VisitFactory(period="2017"), VisitFactory(period="2017", **PUBLISHED)
        stop = StopFactory(visit=draft, place=PlaceFactory(key="tokyo", **PUBLISHED))
        MeetingFactory(key="m", stop=stop, date="2017-10-31")
        Stop.objects.filter(pk=stop.pk).update(visit=public)
        assert differences() == []
        assert "meeting-m-on" in anchors(related=(("place", "tokyo"),))

    def test_citation_moved_to_another_decision(self):
        body = OrganizationFactory(**PUBLISHED)
        first, second = (DecisionFactory(key=key, body=body, **PUBLISHED) for key in ("one", "two"))
        citation = CitationFactory(decision=first, source=SourceFactory(key="s", **PUBLISHED))
        citation.decision = second
        citation.save()
        assert differences() == []
        assert "decision-two-on" in anchors(related=(("source", "s"),))

    def test_citation_that_is_deleted(self):
        citation = CitationFactory(decision=DecisionFactory(**PUBLISHED), source__publication="published")
        Citation.objects.filter(pk=citation.pk).delete()
        assert differences() == []

    def test_milestone_moved_to_another_tenure(self):
        first, second = (TenureFactory(key=key, period="2001/2002", **PUBLISHED) for key in ("one", "two"))
        milestone = MilestoneFactory(tenure=first, kind="credentials", date="2001-05-01")
        assert "tenure-one-credentials" in anchors()
        milestone.tenure = second
        milestone.save()
        assert differences() == []
        assert "tenure-two-credentials" in anchors()
        Milestone.objects.filter(pk=milestone.pk).delete()
        assert differences() == []


class TestState:
    def test_withdrawn_visit_takes_its_meetings_along(self):
        visit = VisitFactory(key="v", period="2017-10-31", **PUBLISHED)
        MeetingFactory(key="m", stop=StopFactory(visit=visit), date="2017-10-31")
        assert anchors() == {"visit-v-on", "meeting-m-on"}
        visit.publication, visit.withdrawal_reason_en = "withdrawn", "An error."
        visit.save()
        assert differences() == []
        assert anchors() == set()

    def test_deleted_visit_leaves_no_line(self):
        visit = VisitFactory(period="2017-10-31", **PUBLISHED)
        MeetingFactory(stop=StopFactory(visit=visit), date="2017-10-31")
        visit.delete()
        assert differences() == []
        assert anchors() == set()


class TestContentVersion:
    @pytest.fixture
    def decision(self):
        return DecisionFactory(**PUBLISHED)

    def test_change_that_the_public_sees_raises_it(self, decision):
        before = content_version()
        decision.title_en = "Another title"
        decision.save()
        assert content_version() > before

    def test_publication_and_withdrawal_raise_it(self):
        decision = DecisionFactory(body__publication="published")
        before = content_version()
        decision.publication = "published"
        decision.save()
        published = content_version()
        decision.publication, decision.withdrawal_reason_en = "withdrawn", "An error."
        decision.save()
        assert before < published < content_version()

    def test_deletion_of_what_was_public_raises_it(self, decision):
        before = content_version()
        decision.delete()
        assert content_version() > before

    def test_draft_and_note_for_staff_leave_it(self, decision):
        before = content_version()
        DecisionFactory(title_en="A draft")
        decision.note = "For staff"
        decision.save()
        assert content_version() == before

    @pytest.mark.parametrize("language", ["fr", "en"])
    @pytest.mark.parametrize("active", ["fr", "en", None])
    def test_text_in_any_language_raises_it_whatever_language_is_active(self, decision, language, active):
        before = content_version()
        setattr(decision, f"text_{language}", "Another text")
        with translation.override(active):
            decision.save()
        assert content_version() > before

    def test_key_that_changes_takes_its_lines_and_words_along(self, decision):
        decision.key, decision.note = "renamed", "For us"
        decision.save()
        for rows in (TimelineLine.objects.filter(kind="decision"), SearchDocument.objects.filter(kind="decision")):
            assert set(rows.values_list("key", flat=True)) == {"renamed"}

    def test_moment_of_publication_alone_raises_it(self, decision):
        before = content_version()
        type(decision).objects.update(published_at=timezone.now())
        assert content_version() > before

    def test_nothing_changed_leaves_it(self, decision):
        before = content_version()
        decision.refresh_from_db()
        decision.save()
        assert content_version() == before

    def test_part_of_a_public_record_raises_it(self, decision):
        before = content_version()
        CitationFactory(decision=decision)
        assert content_version() > before

    def test_link_raises_it(self, decision):
        before = content_version()
        decision.partners.add(PartnerFactory(**PUBLISHED))
        assert content_version() > before

    def test_change_that_is_taken_back_leaves_it(self, decision):
        before = content_version()
        decision.title_en = "Another title"
        with transaction.atomic():
            decision.save()
            transaction.set_rollback(True)
        assert content_version() == before


#: What taking one’s turn among the writers asks: a lock on PostgreSQL, and a point to come back to.
TURN = 2 if connection.vendor == "postgresql" else 0


class TestCost:
    def test_save_without_a_change_asks_once_and_writes_once(self, django_assert_max_num_queries):
        partner = PartnerFactory(**PUBLISHED)
        partner.refresh_from_db()
        with django_assert_max_num_queries(2 + TURN):
            partner.save()

    def test_change_of_a_text_does_not_touch_the_lines_of_others(self, django_assert_max_num_queries):
        partner = PartnerFactory(**PUBLISHED)
        for number in range(5):
            MissionFactory(state=partner.state, period=f"200{number}/..", **PUBLISHED)
        partner.refresh_from_db()
        partner.summary_en = "A summary"
        # Its own line, and what the search finds it by.
        with django_assert_max_num_queries(27 + TURN):
            partner.save()

    @pytest.mark.parametrize(("values", "most"), [({"note": "For staff"}, 6), ({"summary_en": "A summary"}, 31)])
    def test_update_follows_what_changed_as_a_save_does(self, values, most, django_assert_max_num_queries):
        partner = PartnerFactory(**PUBLISHED)
        for number in range(5):
            MissionFactory(state=partner.state, period=f"200{number}/..", **PUBLISHED)
        with touched() as work, django_assert_max_num_queries(most + TURN):
            Partner.objects.filter(pk=partner.pk).update(**values)
        assert dict(work.keys) == ({"partner": {partner.key}} if work.seen else {})
        assert work.seen == ("note" not in values)
        assert differences() == []

    @pytest.mark.parametrize("changed", ["state", "period", "summary_en"])
    def test_does_not_grow_with_the_lines_renewed(self, changed):
        # The words are known: new ones are one thing more to write, the first time.
        AreaFactory(name_en="A summary", **PUBLISHED)
        few, many = self.cost(changed, 3), self.cost(changed, 60)
        # Where the rows do not fit into one statement, there are two.
        assert few <= many <= few + 1

    def test_what_follows_of_several_kinds_is_written_together(self):
        assert self.written() == self.written(AgreementFactory, VisitFactory, ActivityFactory)

    def written(self, *factories):
        """How often lines and documents are written where a partner, which such records concern, changes its State."""
        partner, other = PartnerFactory(**PUBLISHED), StateFactory(**PUBLISHED)
        for factory in (DecisionFactory, *factories):
            factory(**PUBLISHED).partners.add(partner)
        partner.state = other
        with CaptureQueriesContext(connection) as asked:
            partner.save()
        assert differences() == []
        of_these = re.compile(r"(DELETE FROM|INSERT INTO) \"partnerships_(timelineline|timelinefacet|searchdocument)\"")
        return [found[0] for query in asked.captured_queries if (found := of_these.match(query["sql"]))]

    def cost(self, changed, dependents):
        """The number of queries that a change of a partner takes, with so many lines and decisions about it."""
        partner = PartnerFactory(**PUBLISHED)
        other = StateFactory(**PUBLISHED)
        body = OrganizationFactory(**PUBLISHED)
        Mission.objects.bulk_create(
            Mission(key=f"{partner.key}-{n}", state=partner.state, organization=body, period="2001/..", **PUBLISHED)
            for n in range(dependents)
        )
        Decision.objects.bulk_create(
            Decision(key=f"{partner.key}-{n}", scope="all_partners", date="1985-05-24", **PUBLISHED)
            for n in range(dependents)
        )
        partner.refresh_from_db()
        setattr(partner, changed, {"state": other, "period": "1980/..", "summary_en": "A summary"}[changed])
        with CaptureQueriesContext(connection) as asked:
            partner.save()
        assert differences() == []
        return len(asked)


class TestRowsTogether:
    """What is written without `save()` is followed all the same."""

    def test_new_rows_have_their_lines(self):
        before = content_version()
        Decision.objects.bulk_create(
            [Decision(key=key, title_en="A decision", date="2018-05-24", publication="published") for key in "ab"]
        )
        assert differences() == []
        assert anchors() == {"decision-a-on", "decision-b-on"}
        assert content_version() == before + 1

    def test_new_draft_is_seen_by_nobody(self):
        before = content_version()
        Decision.objects.bulk_create([Decision(key="a", date="2018-05-24")])
        assert content_version() == before

    def test_rows_that_exist_are_not_overwritten(self):
        with pytest.raises(ValueError, match="ignores and updates nothing"):
            Decision.objects.bulk_create([Decision(key="a")], ignore_conflicts=True)

    def test_changed_rows_are_followed(self):
        decisions = [DecisionFactory(**PUBLISHED) for _ in range(2)]
        before = content_version()
        for decision in decisions:
            decision.date = "2001-02-03"
        Decision.objects.bulk_update(decisions, ["date"])
        assert differences() == []
        assert content_version() > before

    def test_drafts_changed_together_are_seen_by_nobody(self):
        decision = DecisionFactory()
        CitationFactory(decision=decision)
        before = content_version()
        Decision.objects.update(title_en="Another title")
        Citation.objects.update(locator="p. 3")
        decision.areas.add(AreaFactory())
        assert content_version() == before

    def test_part_of_a_public_record_is_seen(self):
        participation = ParticipationFactory(meeting=MeetingFactory(stop=StopFactory(visit=VisitFactory(**PUBLISHED))))
        before = content_version()
        type(participation).objects.update(styled_en="Envoy")
        assert content_version() > before


class TestSearch:
    """What a record is found by follows, whichever column says it and whatever it is called."""

    @pytest.mark.parametrize("together", [True, False])
    def test_language_that_a_name_is_said_to_be_in(self, together):
        alias = Alias.objects.create(
            state=StateFactory(**PUBLISHED), key="a", text="Relations générales", language="fr"
        )
        if together:
            Alias.objects.update(language="en")
        else:
            alias.language = "en"
            alias.save()
        assert search.comparison.differences() == []

    def test_language_of_what_a_source_is_called(self):
        source = SourceFactory(**PUBLISHED, original_title="Relations générales", languages="fr")
        type(source).objects.update(languages="en")
        assert search.comparison.differences() == []

    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_text_of_the_language_now_is_changed_by_its_name_without_one(self, language):
        visit = VisitFactory(**PUBLISHED)
        place = PlaceFactory(**PUBLISHED, name_en="Tokyo", name_fr="Tokyo")
        MeetingFactory(**PUBLISHED, visit=None, stop=None, place=place, date="2018-05-24")
        stop = StopFactory(visit=visit, place=place)
        with translation.override(language):
            Place.objects.filter(pk=place.pk).update(name="Edo")
            Stop.objects.filter(pk=stop.pk).update(period_wording="à la veille du sommet")
            assert search.comparison.differences() == []
            place.refresh_from_db()
            place.name = "Yedo"
            Place.objects.bulk_update([place], ["name"])
        assert search.comparison.differences() == []
        assert differences() == []


class TestWaysIn:
    """Every way in raises the content version with what the public sees, and a refusal does not."""

    NATION = line("state", key="jp", name_en="Japan", publication="published")

    def test_import_and_its_undo(self):
        before = content_version()
        by = publisher()
        batch = importing.run(read_files([("a.json", content(self.NATION))]), by=by, apply=True).batch
        imported = content_version()
        undo(batch, by=by)
        assert before < imported < content_version()

    def test_import_that_is_refused_leaves_it(self):
        before = content_version()
        broken = line("place", key="tokyo", state=["nowhere"])
        assert importing.run(
            read_files([("a.json", content(self.NATION, broken))]), by=publisher(), apply=True
        ).findings
        assert content_version() == before

    def test_stock_fixture(self, tmp_path):
        path, before = tmp_path / "a.json", content_version()
        path.write_bytes(content(self.NATION))
        call_command("loaddata", path, verbosity=0)
        loaded = content_version()
        call_command("loaddata", path, verbosity=0)
        assert before < loaded == content_version()

    def test_index_made_anew(self):
        before = content_version()
        call_command("rebuild_timeline", stdout=StringIO())
        assert content_version() > before

    def test_names_dates_and_coverage_of_what_is_named(self):
        state, source, person = (make(**PUBLISHED) for make in (StateFactory, SourceFactory, PersonFactory))
        mission = MissionFactory(state=state, **PUBLISHED)
        for record, name, value in (
            (state, "name_fr", "Nihon"),
            (source, "title_en", "Another title"),
            (person, "name", "Person A"),
            (mission, "coverage", "2001/2003"),
        ):
            before = content_version()
            setattr(record, name, value)
            record.save()
            assert content_version() > before, name

    def test_old_address_of_a_public_record(self):
        AreaFactory(key="a", **PUBLISHED)
        AreaFactory(key="b")
        before = content_version()
        FormerAddress.objects.create(kind="area", key="b", language="en", slug="draft")
        assert content_version() == before
        FormerAddress.objects.create(kind="area", key="a", language="en", slug="old")
        assert content_version() > before
