import pytest

from partnerships.gleaning.existing import cited_already, existing, find_existing, source_at
from partnerships.gleaning.known_names import Known
from partnerships.gleaning.proposals import Document, Proposal, ProposedFact
from partnerships.gleaning.proposing import read_document
from tests import factories
from tests.gleaning.documents import FRENCH, facts, known

TWO_STOPS = (
    "Jens Stoltenberg visited Seoul on 29-30 January 2023, then travelled to Tokyo. In Seoul, he met Mr Park Jin on 29 "
    "January 2023. On 31 January 2023, he met Prime Minister Fumio Kishida in Tokyo."
)

pytestmark = pytest.mark.django_db


def decision(day, state):
    facts = [ProposedFact("date", day, value=day), ProposedFact("partners", "Japon", Known("state", state))]
    return Proposal(1, "decision", ["…"], facts)


class TestExisting:
    def test_decision_of_the_day_about_the_partner_is_the_same(self):
        partner = factories.PartnerFactory()
        record = factories.DecisionFactory(date="2018-05-24")
        record.partners.add(partner)
        assert existing(decision("2018-05-24", partner.state.key)) == Known("decision", record.key)

    def test_decision_of_another_day_or_partner_is_another(self):
        partner = factories.PartnerFactory()
        factories.DecisionFactory(date="2018-05-24").partners.add(partner)
        assert existing(decision("2018-05-25", partner.state.key)) is None
        assert existing(decision("2018-05-24", factories.StateFactory().key)) is None

    def test_agreement_without_a_day_is_that_of_its_kind_which_the_same_people_signed(self):
        partner, record = factories.PartnerFactory(), factories.AgreementFactory(kind="declaration")
        record.partners.add(partner)
        factories.ParticipationFactory(agreement=record, person__key="abe-shinzo", role="signatory")
        partners = ProposedFact("partners", "Japon", Known("state", partner.state.key))

        def found(variant, *keys):
            signed = [ProposedFact("signatory", key, Known("person", key)) for key in keys]
            return existing(Proposal(1, "agreement", ["…"], [partners, *signed], variant))

        assert found("declaration", "abe-shinzo") == Known("agreement", record.key)
        assert found("declaration") is found("declaration", "abe-shinzo", "kishida-fumio") is None
        assert found("treaty", "abe-shinzo") is None

    @pytest.mark.parametrize(("kind", "is_found"), [("consultation", True), ("talks", False)])
    def test_of_meetings_at_which_nobody_is_named_consultations_alone_are_looked_for(self, kind, is_found):
        partner, record = factories.PartnerFactory(), factories.MeetingFactory(date="2018-05-24", kind=kind)
        record.partners.add(partner)
        told = decision("2018-05-24", partner.state.key)
        found = existing(Proposal(1, "meeting", ["…"], told.facts, kind))
        assert (found == Known("meeting", record.key)) is is_found

    def test_activity_is_the_one_that_helped_the_same_state(self):
        partner, record, helped = factories.PartnerFactory(), factories.ActivityFactory(), factories.StateFactory()
        record.partners.add(partner)
        factories.BeneficiaryFactory(activity=record, state=helped)
        partners = ProposedFact("partners", "Japon", Known("state", partner.state.key))

        def found(state):
            facts = [partners, ProposedFact("beneficiary", "…", Known("state", state.key))]
            return existing(Proposal(1, "activity", ["…"], facts))

        assert found(helped) == Known("activity", record.key)
        assert found(factories.StateFactory()) is None

    def test_withdrawn_record_is_none(self):
        partner = factories.PartnerFactory()
        record = factories.DecisionFactory(date="2018-05-24", publication="withdrawn", withdrawal_reason_en="an error")
        record.partners.add(partner)
        assert existing(decision("2018-05-24", partner.state.key)) is None

    def test_visit_to_the_place_in_those_days_is_the_same(self):
        place = factories.PlaceFactory(key="tokyo")
        visit = factories.VisitFactory(period="2017-10-29/2017-10-31")
        factories.StopFactory(visit=visit, place=place)
        document = read_document(FRENCH, known())
        find_existing(document)
        found = {each.kind: each.existing for each in document.proposals}
        assert found["visit"] == Known("visit", visit.key)
        assert found["meeting"] is None

    def test_visit_of_somebody_else_who_is_named_is_another(self):
        visit = factories.VisitFactory(period="2017-10-29/2017-10-31")
        factories.StopFactory(visit=visit, place=factories.PlaceFactory(key="tokyo"))
        traveller = factories.ParticipationFactory(visit=visit, person__key="abe-shinzo", role="visitor")
        told = next(each for each in read_document(FRENCH, known()).proposals if each.kind == "visit")
        assert existing(told) is None
        traveller.person.key = "stoltenberg-jens"
        traveller.person.save()
        assert existing(told) == Known("visit", visit.key)

    def test_journey_of_which_the_register_has_a_part_is_proposed_for_the_rest(self):
        visit = factories.VisitFactory(key="japan", period="2023-01-31")
        factories.StopFactory(visit=visit, place=factories.PlaceFactory(key="tokyo"))
        document = read_document(TWO_STOPS, known())
        find_existing(document)
        here, there = [each for each in document.proposals if each.kind == "visit"]
        assert (facts(here, "stop"), here.existing) == (["tokyo"], Known("visit", "japan"))
        assert facts(there, "period", "visitor", "stop") == ["2023-01-29/2023-01-30", "stoltenberg-jens", "Seoul"]
        assert there.existing is None
        owners = {facts(each, "place")[0]: each.owner for each in document.proposals if each.kind == "meeting"}
        assert owners == {"Seoul": there.number, "tokyo": here.number}
        assert [each.number for each in document.proposals] == [*range(1, len(document.proposals) + 1)]

    @pytest.mark.parametrize(
        ("held", "text", "stop", "period"),
        [
            (
                "tokyo",
                "Jens Stoltenberg ended a five-day trip to Seoul and Tokyo on Wednesday (1 February 2023). In Seoul on "
                "29 and 30 January, Mr Stoltenberg met Ms Anna Berg. He met Shinzo Abe in Tokyo on 31 January.",
                "Seoul",
                "2023-01-29/2023-01-30",
            ),
            (
                "nice",
                "Jens Stoltenberg visited Nice on 29 January 2023, then travelled to Tokyo. On 31 January 2023, he met "
                "Shinzo Abe in Tokyo.",
                "tokyo",
                "2023-01-31",
            ),
            (
                "tokyo",
                "Jens Stoltenberg a achevé le 1er février 2023 une visite de cinq jours à Séoul et à Tokyo. À "
                "Séoul, les 29 et 30 janvier, il a rencontré Mme Anna Berg. Le 31 janvier, il a vu Shinzo Abe à Tokyo.",
                "Séoul",
                "2023-01-29/2023-01-30",
            ),
            (
                "tokyo",
                "Jens Stoltenberg s’est rendu à Séoul et à Tokyo du 29 janvier au 1er février 2023. Le 30 janvier "
                "2023, il a rencontré Mme Anna Berg à Séoul.",
                "Séoul",
                "2023-01-30",
            ),
            (
                "nice",
                "Jens Stoltenberg s’est rendu à Nice et à Tokyo du 29 janvier au 1er février 2023.",
                "tokyo",
                "2023-01-29/2023-02-01",
            ),
        ],
    )
    def test_part_of_a_journey_has_the_days_that_the_text_gives_it(self, held, text, stop, period):
        visit = factories.VisitFactory(key="held", period="2023-01-29/2023-02-01")
        factories.StopFactory(visit=visit, place=factories.PlaceFactory(key=held))
        document = read_document(text, known())
        find_existing(document)
        part = next(each for each in document.proposals if each.kind == "visit" and facts(each, "stop") == [stop])
        assert facts(part, "period") == [period]

    @pytest.mark.parametrize("recorded", ["place", "state"])
    def test_part_of_a_journey_may_be_told_by_its_state_and_held_by_its_town(self, recorded):
        japan = factories.StateFactory(key="jp")
        town = factories.PlaceFactory(key="tokyo", state=japan)
        where = {"place": town} if recorded == "place" else {"place": None, "state": japan}
        factories.StopFactory(visit=factories.VisitFactory(key="japan", period="2023-01-31"), **where)
        document = read_document(
            "Jens Stoltenberg visited Japan and the Republic of Korea on 29-31 January 2023.", known()
        )
        find_existing(document)
        found = [(facts(each, "stop"), each.existing) for each in document.proposals if each.kind == "visit"]
        assert found == [(["jp"], Known("visit", "japan")), (["kr"], None)]

    def test_rest_of_a_journey_may_be_in_the_register_too(self):
        for key, place in (
            ("japan", factories.PlaceFactory(key="tokyo")),
            ("korea", factories.PlaceFactory(key="nice")),
        ):
            period = "2023-01-31" if key == "japan" else "2023-01-29/2023-01-30"
            factories.StopFactory(visit=factories.VisitFactory(key=key, period=period), place=place)
        document = read_document(TWO_STOPS.replace("Seoul", "Nice"), known())
        find_existing(document)
        found = [each.existing and each.existing.key for each in document.proposals if each.kind == "visit"]
        assert sorted(found) == ["japan", "korea"]

    def test_meeting_on_the_rest_of_a_journey_is_in_the_register_too(self):
        for key, place in (
            ("japan", factories.PlaceFactory(key="tokyo")),
            ("korea", factories.PlaceFactory(key="nice")),
        ):
            visit = factories.VisitFactory(key=key, period="2023-01-29/2023-01-31")
            stop = factories.StopFactory(visit=visit, place=place)
            met = factories.MeetingFactory(key=f"met-in-{key}", stop=stop, kind="talks")
            person = "kishida-fumio" if key == "japan" else "abe-shinzo"
            factories.ParticipationFactory(meeting=met, person__key=person, role="interlocutor")
        document = read_document(TWO_STOPS.replace("Seoul", "Nice").replace("Park Jin", "Shinzo Abe"), known())
        find_existing(document)
        found = {each.existing and each.existing.key for each in document.proposals if each.kind == "meeting"}
        assert found == {"met-in-japan", "met-in-korea"}

    def test_visit_without_a_stop_is_that_of_the_visitor_in_those_days(self):
        guest, visit = factories.PersonFactory(), factories.VisitFactory(period="2023-03-22")
        factories.ParticipationFactory(visit=visit, person=guest, role="visitor")

        def found(person, day):
            visitor = ProposedFact("visitor", person.name, Known("person", person.key))
            return existing(Proposal(1, "visit", ["…"], [ProposedFact("period", day, value=day), visitor]))

        assert found(guest, "2023-03-22") == Known("visit", visit.key)
        assert found(guest, "2023-04-22") is found(factories.PersonFactory(), "2023-03-22") is None

    def test_meeting_of_a_visit_is_the_one_of_all_who_are_named(self):
        guest, host, other = (factories.PersonFactory() for _ in range(3))
        stop = factories.StopFactory()
        factories.ParticipationFactory(visit=stop.visit, person=guest, role="visitor")
        first, second = (factories.MeetingFactory(stop=stop, date="2017-10-31", kind="talks") for _ in range(2))
        factories.ParticipationFactory(meeting=first, person=other, role="interlocutor")
        factories.ParticipationFactory(meeting=second, person=host, role="interlocutor")

        told = factories.MeetingFactory(stop=stop, date="2017-10-31", kind="press_conference")
        factories.ParticipationFactory(meeting=told, person=host, role="interlocutor")

        def found(*people, day="2017-10-31", kind="talks"):
            facts = [ProposedFact("interlocutor", each.name, Known("person", each.key)) for each in people]
            return existing(Proposal(1, "meeting", ["…"], [ProposedFact("date", day, value=day), *facts], variant=kind))

        assert found(guest, host, kind="press_conference") == Known("meeting", told.key)
        assert found(guest, host) == Known("meeting", second.key)
        assert found(guest, host, kind="call") is None
        assert found(guest, other) == Known("meeting", first.key)
        assert found(guest, factories.PersonFactory()) is None
        assert found(guest, host, day="2017-11-01") is None
        type(second).objects.filter(pk=second.pk).update(kind="ceremony")
        assert found(guest, host) == Known("meeting", second.key)


class TestDayOfTheDocument:
    """Of people who had met when a document was issued, the meeting known is one of shortly before."""

    @pytest.mark.parametrize(("day", "is_known"), [("2023-04-04", True), ("2023-03-10", True), ("2022-04-07", False)])
    def test_is_no_day_of_the_year_before(self, day, is_known):
        person = factories.PersonFactory()
        meeting = factories.MeetingFactory(date=day, kind="talks")
        factories.ParticipationFactory(meeting=meeting, person=person)
        met = [
            ProposedFact("date", "4 April 2023", value="[..2023-04-04]"),
            ProposedFact("interlocutor", "X", Known("person", person.key)),
        ]
        assert (existing(Proposal(1, "meeting", ["…"], met, "talks")) is not None) == is_known


class TestWithoutAName:
    def test_meeting_with_somebody_unnamed_is_none_of_those_with_others(self):
        guest, other = factories.PersonFactory(), factories.PersonFactory()
        meeting = factories.MeetingFactory(date="2025-06-24", kind="talks")
        factories.ParticipationFactory(meeting=meeting, person=guest)
        day = ProposedFact("date", "…", value="2025-06-24")
        known_one = ProposedFact("interlocutor", guest.name, Known("person", guest.key))
        nameless = ProposedFact("interlocutor", "the Minister for Trade", styled="Minister for Trade")

        def found(*facts):
            return existing(Proposal(1, "meeting", ["…"], [day, *facts], variant="talks"))

        assert found(known_one, nameless) == Known("meeting", meeting.key)
        factories.ParticipationFactory(meeting=meeting, person=other, key="other")
        assert found(known_one, nameless) is None
        assert found(known_one) == Known("meeting", meeting.key)

    def test_visit_of_somebody_unnamed_is_none_of_somebody_named(self):
        place, visit = factories.PlaceFactory(), factories.VisitFactory(period="2023-01-17/2023-01-19")
        factories.StopFactory(visit=visit, place=place)
        days = ProposedFact("period", "…", value="2023-01-17/2023-01-19")
        nameless = ProposedFact("visitor", "the Minister for Trade", styled="Minister for Trade")
        proposal = Proposal(1, "visit", ["…"], [days, nameless, ProposedFact("stop", "…", Known("place", place.key))])
        assert existing(proposal) == Known("visit", visit.key)
        factories.ParticipationFactory(visit=visit, person=factories.PersonFactory(), role="visitor")
        assert existing(proposal) is None

    def test_consultation_of_the_day_with_the_same_state_and_body_is_the_same(self):
        partner, body = factories.PartnerFactory(), factories.OrganizationFactory()
        meeting = factories.MeetingFactory(date="2023-11-21", kind="consultation", organization=body)
        meeting.partners.add(partner)
        day = ProposedFact("date", "…", value="2023-11-21")
        state = ProposedFact("partners", "…", Known("state", partner.state.key))

        def found(*facts, kind="consultation"):
            return existing(Proposal(1, "meeting", ["…"], [day, *facts], variant=kind))

        assert found(state, ProposedFact("organization", "…", Known("organization", body.key))).key == meeting.key
        assert found(state).key == meeting.key
        other = ProposedFact("organization", "…", Known("organization", factories.OrganizationFactory().key))
        assert found(state, other) is found() is found(state, kind="talks") is None


class TestSource:
    def test_is_found_by_its_address_or_its_very_title(self):
        source = factories.SourceFactory(url="https://example.org/a", title_fr="Un titre")
        assert source_at("https://example.org/a", "autre") == source
        assert source_at("", "Un titre") == source
        kept = factories.SourceFactory(url="", archive_url="https://example.org/kept")
        assert source_at("https://example.org/kept", "") == kept

    @pytest.mark.parametrize("field", ["title_fr", "title_en", "original_title"])
    def test_title_may_be_in_any_language(self, field):
        factories.SourceFactory(**{"title_fr": "Autre", field: "The title"})
        assert source_at("", "The title") is not None

    def test_same_title_at_another_address_is_another(self):
        factories.SourceFactory(url="https://example.org/a", title_fr="Un titre")
        assert source_at("https://example.org/b", "Un titre") is None
        assert source_at("", "") is None

    def test_same_title_of_no_address_is_the_same_unless_of_another_day(self):
        source = factories.SourceFactory(url="", title_fr="Communiqué", date="2018-05-24")
        assert source_at("https://example.org/b", "Communiqué", "2018-05-24") == source
        assert source_at("https://example.org/b", "Communiqué", "2018-05-25") is None
        assert source_at("", "Communiqué", "2018-05-25") is None
        assert source_at("", "Communiqué") == source

    def test_records_that_cite_it_are_told_from_the_others(self):
        visits = [factories.VisitFactory(), factories.VisitFactory()]
        citation = factories.CitationFactory(visit=visits[0])
        told = [Proposal(1, "visit", ["…"], existing=Known("visit", each.key)) for each in visits]
        document = Document("fr", "…", None, [], told)
        assert cited_already(document, citation.source) == {Known("visit", visits[0].key)}
        assert cited_already(document, None) == set()


class TestOneOfSeveral:
    def test_talks_of_two_are_not_left_to_whoever_attended_them_too(self):
        keys = {"rutte": "Mark Rutte", "ishiba": "Shigeru Ishiba", "nakatani": "Gen Nakatani"}
        people = [factories.PersonFactory(key=key, name=name) for key, name in keys.items()]
        meeting = factories.MeetingFactory(date="2025-04-09", kind="talks")
        for position, person in enumerate(people, 1):
            factories.ParticipationFactory(meeting=meeting, person=person, key=person.key, position=position)

        def talks(number, with_whom):
            found = [ProposedFact("date", "", value="2025-04-09")]
            found += [ProposedFact("interlocutor", each, Known("person", each)) for each in ("rutte", with_whom)]
            return Proposal(number, "meeting", ["…"], found, "talks")

        document = Document("en", "", None, [], [talks(1, "nakatani"), talks(2, "ishiba")])
        find_existing(document)
        assert [each.existing for each in document.proposals] == [None, Known("meeting", meeting.key)]
