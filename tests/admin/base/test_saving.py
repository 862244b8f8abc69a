"""A form is shown from one read and saved in one write; what the public may not see is refused."""

import pytest
from django.contrib.auth.models import Group, User

from partnerships.admin.forms import records
from partnerships.editorial.roles import sync_roles
from partnerships.models import Area, Change, Meeting, Partner, Statement, Visit
from partnerships.transactions import Busy, one_write
from tests.crowd import Browser, SentForm, at_once, share
from tests.factories import (
    AreaFactory,
    DesignationFactory,
    EmbassyFactory,
    MeetingFactory,
    PartnerFactory,
    PersonFactory,
    SourceFactory,
    StateFactory,
    StatementFactory,
    StopFactory,
    VisitFactory,
)

from ..browsing import address, as_it_stands, parts, press, submitted

SENTENCE = {
    "en": "The public reads this record, so it may name only what is published.",
    "fr": "Le public lit cette fiche",
}


def refused(answer, *records):
    """Whether the form stands there again, with a link to each of `records`."""
    assert answer.status_code == 200
    (sentence,) = answer.context["adminform"].form.non_field_errors()
    for record in records:
        assert f'href="{address(record._meta.model_name, "change", record.pk)}"' in sentence
    return sentence


#: The button by which a reviewer publishes a change before a second person has seen it.
ALONE = {"_live": "1", "_live_reason": "An error that hurts"}


def at_once_by(client, record, **fields):
    return press(client, record, **ALONE, **fields)


class TestPublishedRecord:
    @pytest.mark.parametrize("language", SENTENCE)
    def test_may_not_come_to_name_a_draft(self, as_role, language):
        partner, state = PartnerFactory(publication="published"), StateFactory(name_fr="Hidden", name_en="Hidden")
        client, page = as_role("reviewer"), address("partner", "change", partner.pk)
        seen = SentForm(client.get(page).text).fields | {"state": state.pk} | ALONE
        answer = client.post(page, seen, headers={"accept-language": language})
        assert SENTENCE[language] in refused(answer, state)
        assert "Hidden</a>" in answer.text
        assert Partner.objects.get().state != state
        assert not Change.objects.exists()

    @pytest.mark.once
    @pytest.mark.parametrize("publication", ["draft", "in_review", "withdrawn"])
    def test_may_not_come_to_name_it_whatever_hides_it(self, as_role, publication):
        visit = VisitFactory(publication="published")
        hidden = AreaFactory(publication=publication, withdrawal_reason_fr="Erreur.")
        refused(at_once_by(as_role("reviewer"), visit, areas=[hidden.pk]), hidden)
        assert not Visit.objects.get().areas.exists()

    @pytest.mark.once
    def test_may_not_name_it_in_a_part(self, as_role):
        visit, hidden = VisitFactory(publication="published"), SourceFactory()
        row = parts("citations", {"source": hidden.pk, "grade": "A", "stance": "supports"})
        refused(at_once_by(as_role("reviewer"), visit, **row), hidden)
        assert not visit.citations.exists()

    @pytest.mark.once
    def test_may_not_name_it_in_a_meeting_at_a_stop(self, as_role):
        stop = StopFactory(visit__publication="published", place__publication="published", position=1)
        hidden = PersonFactory()
        row = parts("meetings", {"stop_number": 1, "kind": "talks", "interlocutors": [hidden.pk]})
        refused(at_once_by(as_role("reviewer"), stop.visit, **row), hidden)
        assert not Meeting.objects.exists()

    @pytest.mark.once
    def test_may_not_name_it_in_the_form_of_such_a_meeting(self, as_role):
        stop = StopFactory(visit__publication="published", place__publication="published")
        meeting, hidden = MeetingFactory(stop=stop, publication=""), AreaFactory()
        refused(at_once_by(as_role("reviewer"), meeting, areas=[hidden.pk]), hidden)

    @pytest.mark.once
    def test_may_not_name_a_draft_embassy(self, as_role):
        designation = DesignationFactory(publication="published")
        for named in (designation.mission, designation.embassy):
            for record in (named.state, getattr(named, "organization", None) or named.receiving_state, named):
                type(record).objects.filter(pk=record.pk).update(publication="published")
        hidden = EmbassyFactory()
        refused(at_once_by(as_role("reviewer"), designation, embassy=hidden.pk), hidden)

    def test_may_name_what_is_published(self, as_role):
        visit, area = VisitFactory(publication="published"), AreaFactory(publication="published")
        assert at_once_by(as_role("reviewer"), visit, areas=[area.pk]).status_code == 302

    @pytest.mark.once
    def test_keeps_what_was_typed(self, as_role):
        visit, hidden = VisitFactory(publication="published"), AreaFactory()
        answer = at_once_by(as_role("reviewer"), visit, areas=[hidden.pk], title_en="Typed at length")
        assert "Typed at length" in answer.text
        assert 'name="version"' in answer.text


class TestDraft:
    def test_may_name_drafts(self, as_role):
        assert press(as_role("editor"), VisitFactory(), areas=[AreaFactory().pk]).status_code == 302

    def test_does_not_slip_into_a_published_record_by_a_link_that_goes_both_ways(self, as_role):
        public = StatementFactory(publication="published", text_en="The public one")
        answer = press(as_role("editor"), StatementFactory(), contradicts=[public.pk])
        assert "publiez-la d’abord" in refused(answer, public)
        assert not Statement.contradicts.through.objects.exists()


@pytest.fixture
def reviewer(transactional_db, monkeypatch, tmp_path):
    """A browser, and one visit in a database that threads share."""
    sync_roles()
    person = User.objects.create_user("reviewer", is_staff=True)
    person.groups.add(Group.objects.get(name="reviewer"))
    AreaFactory(name_en="As shown", note="")
    browser = Browser(person)
    share(monkeypatch, tmp_path)
    return browser


class TestTwoAtOnce:
    def test_version_and_text_come_from_one_read(self, reviewer, monkeypatch):
        """Somebody saves between the reading of the text and that of the version."""
        page, digest = address("area", "change", Area.objects.get().pk), records.digest

        def digest_a_moment_later(record):
            def change(_n):
                with one_write():
                    Area.objects.update(name_en="Saved in between")

            at_once(change, 1)
            return digest(record)

        def work(_n):
            with monkeypatch.context() as patched:
                patched.setattr(records, "digest", digest_a_moment_later)
                seen = SentForm(reviewer.get(page).text).fields
            answer = reviewer.post(page, seen | {"note": "typed"})
            return seen["name_en"], answer.status_code, Area.objects.get().name_en

        assert at_once(work, 1) == [("As shown", 200, "Saved in between")]

    def test_form_stays_where_others_write_too_long(self, reviewer, monkeypatch):
        page = address("area", "change", Area.objects.get().pk)

        def busy():
            raise Busy("the others took too long")

        def work(_n):
            seen = SentForm(reviewer.get(page).text).fields
            with monkeypatch.context() as patched:
                patched.setattr("partnerships.admin.base.saving.one_write", busy)
                answer = reviewer.post(page, seen | {"note": "Typed at length"})
            return answer.status_code, answer.text

        ((status, text),) = at_once(work, 1)
        assert status == 200
        assert "Typed at length" in text
        assert "réessayez dans un instant" in text or "save again in a moment" in text


class TestLogInThatEnded:
    def test_form_comes_back_as_it_was_typed_and_nothing_is_saved(self, as_role):
        area = AreaFactory(name_en="Stored")
        answer = press(as_role("editor"), area, name_en="Typed", _again="1", _submit="1")
        assert answer.status_code == 200
        assert submitted(answer)["name_en"] == "Typed"
        assert answer.context["adminform"].form.non_field_errors()
        assert Area.objects.get().name_en == "Stored"
        assert as_role("reader").post(address("area", "change", area.pk), {"_again": "1"}).status_code == 403

    def test_says_that_something_is_to_be_corrected_only_where_it_is(self, as_role):
        area, client = AreaFactory(name_en="Cyber", name_fr="Cyber"), as_role("editor")
        page, asks = address("area", "change", area.pk), "Please correct:"
        form = as_it_stands(client, page) | {"_again": "1"}
        for name, asked in (("Cyber defence", False), ("", True)):
            told = client.post(page, form | {"name_en": name, "name_fr": name}, headers={"accept-language": "en"}).text
            assert ("Your log-in had ended" in told, asks in told) == (True, asked)


@pytest.mark.parametrize("role", ["editor", "administrator"])
def test_history_says_who_entered_a_record(as_role, staff, role):
    client = as_role(role)
    client.post(address("area", "add"), as_it_stands(client, address("area", "add")) | {"name_en": "Sea", "key": "sea"})
    assert list(Change.objects.values_list("action", "by_name")) == [("create", staff[role].get_username())]
