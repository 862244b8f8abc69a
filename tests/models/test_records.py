"""What a record may say, and what it may not."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from partnerships import models
from partnerships.models.base import translated_names
from partnerships.records.kinds import KINDS
from partnerships.records.loops import own_links
from partnerships.records.texts import CALLED, CODES
from tests.factories import (
    FACTORIES,
    ActivityFactory,
    AgreementFactory,
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    MeetingFactory,
    MembershipFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    ParticipationFactory,
    PersonFactory,
    PlaceFactory,
    SourceFactory,
    StateFactory,
    StatementFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db
#: By what nobody looks for a State.
FORMAL = {"formal_name"}


class TestEveryKind:
    @pytest.mark.parametrize("kind", sorted(FACTORIES))
    def test_validates_with_the_fewest_fields(self, kind):
        record = FACTORIES[kind]()
        record.full_clean()
        assert record.label("fr")
        assert record.label("en")
        assert type(record)._default_manager.get_by_natural_key(*record.natural_key()) == record

    @pytest.mark.parametrize("kind", sorted(FACTORIES))
    def test_key_is_unique_within_the_kind(self, kind):
        FACTORIES[kind](key="same")
        with pytest.raises(IntegrityError), transaction.atomic():
            FACTORIES[kind](key="same")

    def test_leads_back_to_itself_by_no_link_to_its_own_kind(self):
        tried = []
        for kind in KINDS.values():
            for link in own_links(kind.model):
                if not link.many_to_many:
                    record = FACTORIES[kind.name]()
                    setattr(record, link.name, record)
                    with pytest.raises(ValidationError, match=link.name):
                        record.full_clean()
                    tried.append(link.name)
        assert {"parent", "follows", "renews"} <= {*tried}

    @pytest.mark.parametrize("model", [kind.model for kind in KINDS.values()], ids=lambda model: model.__name__)
    def test_is_found_by_staff_under_whatever_it_is_called(self, model):
        fields = {each.name: getattr(each, "translated_field", each).name for each in model._meta.concrete_fields}
        read = [name for name, field in fields.items() if field in CALLED - CODES - FORMAL]
        texts = {name: f"zq{number}x" for number, name in enumerate(read) if name not in translated_names(model)}
        row = model(key="a", **texts)
        row.derive()
        assert [name for name, text in texts.items() if text not in row.folded] == []


class TestKey:
    @pytest.mark.parametrize("key", ["", "Jp", "jp_nato", "jp--nato", "-jp", "jp nato", "é", "jp\n"])
    def test_nonsense_is_refused(self, key):
        with pytest.raises(ValidationError) as refused:
            StateFactory.build(key=key).full_clean()
        assert "key" in refused.value.message_dict


class TestTexts:
    def test_missing_translation_comes_with_its_language(self):
        decision = DecisionFactory(title_fr="Titre", title_en="")
        assert decision.read("title", "en") == ("Titre", "fr")
        assert decision.title_en is None

    def test_nothing_in_either_language_is_empty(self):
        assert DecisionFactory(title_fr="", title_en="").read("title", "en") == ("", "en")

    def test_record_without_texts_is_named_by_its_key(self):
        assert DecisionFactory(key="d", title_fr="", title_en="").label("fr") == "d"

    def test_long_texts_are_kept(self):
        decision = DecisionFactory(title_en="t" * 250, text_en="x" * 40_000)
        decision.full_clean()
        decision.refresh_from_db()
        assert (len(decision.title_en), len(decision.text_en)) == (250, 40_000)

    def test_names_are_folded_for_search_and_order(self):
        state = StateFactory(name_fr="Émirats arabes unis", name_en="United Arab Emirates")
        assert state.sort_fr == "emirats arabes unis"
        assert StateFactory(name_fr="République de Corée").sort_fr == "republique coree"
        assert "united arab emirates" in state.folded

    def test_person_is_sorted_by_family_name(self):
        person = PersonFactory(name="Shinzo Abe", family_name="Abe", given_name="Shinzo")
        assert person.sort_fr == "abe shinzo"
        assert PersonFactory(family_name="Le Pen", given_name="Jean").sort_fr == "le pen jean"
        assert "shinzo abe" in person.folded

    def test_label_does_not_depend_on_the_language_of_the_editor(self):
        with translation.override("en"):
            state = StateFactory(name_fr="Japon", name_en="Japan")
        assert (state.label("fr"), state.label("en")) == ("Japon", "Japan")


class TestPublication:
    def test_withdrawn_without_a_reason_is_refused(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            DecisionFactory(publication="withdrawn")

    def test_unknown_state_is_refused(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            DecisionFactory(publication="secret")

    def test_meeting_at_a_stop_has_none_of_its_own(self):
        meeting = MeetingFactory(stop=StopFactory(), publication="published")
        assert meeting.publication == ""
        assert not models.Meeting.objects.published().exists()

    def test_meeting_at_a_stop_is_public_with_its_visit(self):
        meeting = MeetingFactory(stop=StopFactory(visit=VisitFactory(publication="published")))
        assert list(models.Meeting.objects.published()) == [meeting]


class TestTrueFacts:
    """What others forbid, and what is true all the same."""

    def test_announced_appointment_lies_in_the_future(self):
        TenureFactory(period="2030-01-01/..").full_clean()

    def test_tenures_overlap_at_a_handover(self):
        office = OfficeFactory()
        for _ in range(2):
            TenureFactory(office=office, period="2020/2021").full_clean()

    def test_one_person_holds_an_office_twice(self):
        person, office = PersonFactory(), OfficeFactory()
        for period in ("2012/2014", "2017/2018"):
            TenureFactory(person=person, office=office, period=period).full_clean()

    def test_two_missions_of_one_state_to_one_organisation(self):
        state, organization = StateFactory(), OrganizationFactory()
        for _ in range(2):
            MissionFactory(state=state, organization=organization).full_clean()

    def test_ambassador_is_accredited_to_eight_states(self):
        person = PersonFactory()
        for _ in range(8):
            office = OfficeFactory(receiving_state=StateFactory())
            TenureFactory(person=person, office=office, appointment="jp-sn-2020").full_clean()
        assert models.Tenure.objects.filter(appointment="jp-sn-2020").count() == 8

    def test_state_ends_and_has_successors(self):
        past = StateFactory(period="1918-10-28/1992-12-31")
        for _ in range(2):
            StateFactory().predecessors.add(past)
        assert past.successors.count() == 2

    def test_visit_has_sixteen_stops(self):
        visit = VisitFactory()
        for position in range(1, 17):
            StopFactory(visit=visit, position=position).full_clean()

    @pytest.mark.parametrize(
        "period", ["/", "/..", "2014/", "/2014", "../2014", "199X/2004~", "[..2010]/[2012..2013]", ""]
    )
    def test_periods_of_every_precision(self, period):
        TenureFactory(period=period).full_clean()

    def test_date_that_is_not_recorded_is_empty(self):
        SourceFactory(date="").full_clean()


class TestUntrueFacts:
    @pytest.mark.parametrize(
        "period", ["2018/2017", "2018-13/..", "2018-02-30/..", "0000/..", "soon", "2018-07-01 /.."]
    )
    def test_bad_period_is_refused_with_a_sentence(self, period):
        with pytest.raises(ValidationError):
            TenureFactory.build(period=period, person=PersonFactory(), office=OfficeFactory()).full_clean()

    def test_membership_is_in_one_group(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            MembershipFactory(organization=OrganizationFactory())

    def test_designation_is_of_one_post(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            DesignationFactory(embassy=None)

    def test_mission_does_not_serve_as_itself(self):
        mission = MissionFactory()
        with pytest.raises(IntegrityError), transaction.atomic():
            DesignationFactory(mission=mission, embassy=None, serving_mission=mission)

    def test_office_at_the_head_heads_a_post(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            OfficeFactory(heads_post=True)

    def test_place_lies_on_earth(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            PlaceFactory(latitude=91, longitude=0)

    def test_place_has_both_coordinates(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            PlaceFactory(latitude=50)

    def test_citation_belongs_to_one_record(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            CitationFactory()
        with pytest.raises(IntegrityError), transaction.atomic():
            CitationFactory(decision=DecisionFactory(), statement=StatementFactory())

    def test_short_key_is_unique_in_its_record(self):
        decision, other = DecisionFactory(), DecisionFactory()
        CitationFactory(decision=decision, key="nato")
        CitationFactory(decision=other, key="nato")
        with pytest.raises(IntegrityError), transaction.atomic():
            CitationFactory(decision=decision, key="nato")

    def test_participant_is_somebody(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            ParticipationFactory(agreement=AgreementFactory(), person=None)

    def test_citation_of_a_field_that_is_not_there_is_refused(self):
        with pytest.raises(ValidationError, match="field"):
            CitationFactory.build(decision=DecisionFactory(), source=SourceFactory(), field="colour").full_clean()

    def test_unknown_time_zone_is_refused(self):
        with pytest.raises(ValidationError, match="time_zone"):
            MeetingFactory.build(time_zone="Brussels").full_clean()

    @pytest.mark.parametrize(
        ("date", "time", "zone"),
        [
            ("2018-03-25", "02:30", "Europe/Brussels"),
            ("2018-03-25", "02:00", "Europe/Brussels"),
            ("2018-03-25/2018-03-26", "02:59", "Europe/Paris"),
            ("2018-03-11", "02:30", "America/New_York"),
            ("2018-03-25", "01:30", "Europe/London"),
            ("2011-12-30", "10:00", "Pacific/Apia"),
        ],
    )
    def test_hour_over_which_the_clocks_went_is_refused(self, date, time, zone):
        with translation.override("en"), pytest.raises(ValidationError, match="clocks went forward"):
            MeetingFactory(date=date, time=time, time_zone=zone).full_clean()

    @pytest.mark.parametrize(
        ("date", "time", "zone"),
        [
            ("2018-03-25", "01:59", "Europe/Brussels"),
            ("2018-03-25", "03:00", "Europe/Brussels"),
            ("2018-10-28", "02:30", "Europe/Brussels"),
            ("2018-03-25", "02:30", "Asia/Tokyo"),
            ("2018-03-25", "02:30", ""),
            ("2018-03", "02:30", "Europe/Brussels"),
            ("", "02:30", "Europe/Brussels"),
        ],
    )
    def test_hour_that_was_is_kept(self, date, time, zone):
        MeetingFactory(date=date, time=time, time_zone=zone).full_clean()


class TestFormerAddress:
    def remembered(self):
        return set(models.FormerAddress.objects.values_list("kind", "key", "language", "slug"))

    @pytest.fixture
    def state(self):
        return StateFactory(key="cv", slug_fr="cap-vert", slug_en="cape-verde", publication="published")

    def test_lost_slug_is_remembered(self, state):
        state.slug_fr = "cabo-verde"
        state.save()
        assert self.remembered() == {("state", "cv", "fr", "cap-vert")}

    def test_slug_lost_with_many_others_is_remembered(self, state):
        models.State.objects.update(slug_fr=None, slug_en="cabo-verde")
        assert self.remembered() == {("state", "cv", "fr", "cap-vert"), ("state", "cv", "en", "cape-verde")}

    def test_lost_key_is_remembered(self, state):
        expected = {("state", "cpv", language, "cv") for language in ("fr", "en")}
        models.State.objects.update(key="cpv")
        assert self.remembered() == expected

    @pytest.mark.parametrize("together", [False, True])
    def test_follows_the_key(self, state, together):
        models.State.objects.update(slug_fr="cabo-verde")
        if together:
            models.State.objects.update(key="cpv")
        else:
            state = models.State.objects.get()
            state.key = "cpv"
            state.save()
        assert ("state", "cpv", "fr", "cap-vert") in self.remembered()
        assert {key for _, key, _, _ in self.remembered()} == {"cpv"}

    def test_address_that_nobody_saw_is_forgotten(self, state):
        models.State.objects.update(publication="draft", published_at=None)
        models.State.objects.update(slug_fr="cabo-verde", key="cpv")
        assert self.remembered() == set()

    @pytest.mark.parametrize("fields", [{"slug_fr": "cap-vert"}, {"key": "cap-vert"}])
    def test_is_given_to_no_other_record(self, state, fields):
        models.State.objects.update(slug_fr="cabo-verde")
        with pytest.raises(ValidationError, match=": Japon") as refusal:
            StateFactory.build(**fields).full_clean()
        assert set(refusal.value.message_dict) == {"slug_fr"}

    def test_may_be_taken_back(self, state):
        models.State.objects.update(slug_fr="cabo-verde")
        state.full_clean()

    def test_of_a_record_that_is_gone_is_free(self, state):
        models.State.objects.update(slug_fr="cabo-verde")
        state.delete()
        StateFactory.build(slug_fr="cap-vert").full_clean()

    def test_whoever_stands_there_already_may_be_saved(self, state):
        models.State.objects.update(slug_fr="cabo-verde")
        StateFactory(slug_fr="cap-vert").full_clean()

    def test_natural_key_finds_it(self):
        address = models.FormerAddress.objects.create(kind="state", key="cv", language="fr", slug="cap-vert")
        assert models.FormerAddress.objects.get_by_natural_key(*address.natural_key()) == address

    def test_slug_is_unique_per_language(self):
        StateFactory(slug_fr="japon", slug_en="japan")
        StateFactory(slug_fr="japan", slug_en="japon")
        with pytest.raises(IntegrityError), transaction.atomic():
            StateFactory(slug_fr="japon")


class TestParts:
    def test_parts_go_with_their_record(self):
        activity = ActivityFactory()
        CitationFactory(activity=activity)
        activity.delete()
        assert not models.Citation.objects.exists()

    def test_natural_key_names_the_kind_where_owners_differ(self):
        citation = CitationFactory(decision=DecisionFactory(key="d"), key="nato")
        assert citation.natural_key() == ("decision", "d", "nato")
        assert models.Citation.objects.get_by_natural_key("decision", "d", "nato") == citation

    def test_kind_that_owns_no_such_part_is_not_found(self):
        with pytest.raises(models.Citation.DoesNotExist):
            models.Citation.objects.get_by_natural_key("colour", "d", "nato")


class TestWhatSourcesSay:
    """What sources say can be written as they say it."""

    def test_meeting_of_two_days(self):
        meeting = MeetingFactory(date="2025-06-24/2025-06-25")
        meeting.full_clean()
        assert (meeting.date_earliest, meeting.date_latest) == (date(2025, 6, 24), date(2025, 6, 25))

    def test_meeting_does_not_go_on_for_ever(self):
        with pytest.raises(ValidationError) as raised:
            MeetingFactory.build(date="2025-06-24/..").clean_fields()
        assert list(raised.value.message_dict) == ["date"]

    def test_participant_whom_the_source_only_styles(self):
        models.Participation(key="a", meeting=MeetingFactory(), styled_en="a member of the delegation").save()
        assert models.Participation.objects.get().styled_en

    def test_participant_of_whom_nothing_is_said_is_refused(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            models.Participation(key="a", meeting=MeetingFactory()).save()

    def test_decision_of_a_body_that_nobody_names(self):
        DecisionFactory(body=None).full_clean()


class TestCircles:
    @pytest.mark.parametrize(
        ("factory", "field"),
        [(AreaFactory, "parent"), (OrganizationFactory, "parent"), (DecisionFactory, "follows")],
    )
    def test_are_refused(self, factory, field):
        first = factory()
        second = factory(**{field: first})
        factory(**{field: second}).clean()
        setattr(first, field, second)
        with pytest.raises(ValidationError) as raised:
            first.clean()
        assert list(raised.value.message_dict) == [field]


class TestTextsToBeSeen:
    @pytest.mark.parametrize("text", ["   ", "\u3000", "\u200b", "a\u202eb", "bell\x07"])
    def test_that_cannot_be_shown_are_refused(self, text):
        with pytest.raises(ValidationError) as raised:
            StateFactory.build(name_en=text).clean()
        assert list(raised.value.message_dict) == ["name_en"]

    @pytest.mark.parametrize("text", ["山本\u3000一郎", "two\nlines", "Zaïre", "a\u200db"])
    def test_of_any_script_are_taken(self, text):
        StateFactory.build(name_en=text).clean()


class TestAddresses:
    def test_key_that_is_the_slug_of_another_is_refused(self):
        AreaFactory(key="one", slug_fr="cyber")
        with pytest.raises(ValidationError) as raised:
            AreaFactory.build(key="cyber", slug_fr=None, slug_en="two").clean()
        assert list(raised.value.message_dict) == ["slug_fr"]

    def test_slug_that_is_the_key_of_another_is_refused(self):
        AreaFactory(key="cyber", slug_fr=None)
        with pytest.raises(ValidationError):
            AreaFactory.build(key="one", slug_fr="cyber").clean()

    def test_slug_that_is_a_key_with_another_slug_is_taken(self):
        AreaFactory(key="cyber", slug_fr="cyberdefense", slug_en="cyber-defence")
        AreaFactory.build(key="one", slug_fr="cyber").clean()
