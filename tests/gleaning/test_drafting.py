import re

import pytest

from partnerships import models
from partnerships.gleaning.draft_lines import Accepted, DraftLines
from partnerships.gleaning.drafting import _lines, draft, draft_titles, may_draft, offer_days_of_visits
from partnerships.gleaning.existing import find_existing
from partnerships.gleaning.kinds import GLEANED
from partnerships.gleaning.known_names import Known, Vocabulary
from partnerships.gleaning.proposals import Proposal, ProposedFact
from partnerships.gleaning.proposing import read_document
from partnerships.gleaning.wording import records_of_facts
from partnerships.records.kinds import KINDS
from tests import factories
from tests.exchange.fixtures import publisher
from tests.factories import OrganizationFactory, PlaceFactory, StateFactory
from tests.gleaning.documents import FRENCH, NAMES, known
from tests.gleaning.test_existing import TWO_STOPS

pytestmark = pytest.mark.django_db
MAKERS = {
    "state": factories.StateFactory,
    "organization": factories.OrganizationFactory,
    "place": factories.PlaceFactory,
    "person": factories.PersonFactory,
    "office": factories.OfficeFactory,
    "area": factories.AreaFactory,
}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SOURCE = {"title_fr": "Une mission de plus", "date": "2018-05-24", "publisher_en": "NATO", "languages": "fr"}


def enter():
    """Put what the documents name into the register."""
    for kind, records in NAMES.items():
        for key, texts in records.items():
            names = {"name": texts[0]} if kind == "person" else {"name_fr": texts[0], "name_en": texts[-1]}
            MAKERS[kind](key=key, **names)
    nato = models.Organization.objects.get(key="nato")
    factories.PartnerFactory(key="jp", state=models.State.objects.get(key="jp"), organization=nato)


@pytest.fixture
def register(db):
    enter()


def kept(document, without=()):
    facts = {
        each.number: {fact.name for fact in each.facts if fact.name not in without}
        for each in document.proposals
        if each.number not in without
    }
    return Accepted(
        facts, {each.number: draft_titles(each, records_of_facts(each.facts)) for each in document.proposals}, SOURCE
    )


@pytest.mark.usefixtures("register")
class TestDraft:
    def test_rest_of_a_journey_is_a_visit_with_its_meetings(self):
        visit = factories.VisitFactory(key="japan", period="2023-01-31")
        factories.StopFactory(visit=visit, place=models.Place.objects.get(key="tokyo"))
        document = read_document(TWO_STOPS, known())
        find_existing(document)
        outcome = draft(document, kept(document), by=None)
        assert outcome.findings == []
        new = models.Visit.objects.exclude(key="japan").get()
        assert (new.period, new.stops.get().place.name_en) == ("2023-01-29/2023-01-30", "Seoul")
        assert new.stops.get().meetings.get().date == "2023-01-29"

    def test_tenures_have_the_days_that_the_text_gives(self):
        factories.OfficeFactory(key="jp-ambassador-be")
        text = (
            "M. Kenji Tanaka a pris ses fonctions d’ambassadeur du Japon en Belgique le 1er octobre 2026. "
            "Il succède à M. Shinzo Abe, en poste depuis 2023."
        )
        document = read_document(text, known())
        outcome = draft(document, kept(document), by=None)
        assert outcome.findings == []
        found = models.Tenure.objects.order_by("key").values_list("person__name", "period", "office__key")
        assert list(found) == [
            ("Shinzo Abe", "2023/[..2026-10-01]", "jp-ambassador-be"),
            ("Kenji Tanaka", "2026-10-01/..", "jp-ambassador-be"),
        ]
        assert not models.Milestone.objects.exists()

    def test_whole_document_becomes_drafts_that_cite_it(self):
        document = read_document(FRENCH, known())
        outcome = draft(document, kept(document), by=None)
        assert [str(finding) for finding in outcome.findings] == []
        decision = models.Decision.objects.get(date="2018-05-24")
        assert (decision.publication, decision.body.key, [each.key for each in decision.partners.all()]) == (
            "draft",
            "nac",
            ["jp"],
        )
        source = models.Source.objects.get()
        assert [cited.source for cited in decision.citations.all()] == [source]
        visit = models.Visit.objects.get()
        assert sorted(visit.areas.values_list("key", flat=True)) == ["cyber", "maritime"]
        meetings = models.Meeting.objects.filter(stop__visit=visit)
        assert sorted(meetings.values_list("kind", flat=True)) == ["press_conference", "talks", "talks"]
        assert models.Designation.objects.get().decision == decision
        assert {each.name_fr for each in models.Mission.objects.all()} == {"Mission du Japon auprès de l’OTAN"}
        assert {each.name_en for each in models.Embassy.objects.all()} == {"Embassy of Japan in Belgium"}
        assert models.Posting.objects.get().organization.key == "shape"

    @pytest.mark.parametrize("above", ["", "Communiqué de presse\n\n"])
    def test_citation_names_the_paragraph_after_the_title_however_many_sentences_stand_before(self, above):
        first, *others = FRENCH.split("\n")
        text = "\n \n".join([above + first, "Un mot. Un autre mot. Un troisième.", *others])
        document = read_document(text, known())
        draft(document, kept(document), by=None)
        assert models.Decision.objects.get(date="2018-05-24").citations.get().locator == "§ 2"
        assert models.Visit.objects.get().citations.get().locator == "§ 4"

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            (
                "Jens Stoltenberg visited Tokyo on 12 and 13 May 2023. In Tokyo he met Shinzo Abe.",
                "[2023-05-12..2023-05-13]",
            ),
            ("Jens Stoltenberg visited Tokyo from 12 to 14 May 2023 and met Shinzo Abe.", None),
            (
                "Jens Stoltenberg a visité Tokyo les 12 et 13 mai 2023. Il a rencontré Shinzo Abe.",
                "[2023-05-12..2023-05-13]",
            ),
        ],
    )
    def test_day_within_a_visit_is_offered_and_may_be_left(self, text, day):
        document = read_document(text, known())
        offer_days_of_visits(document)
        [meeting] = [each for each in document.proposals if each.kind == "meeting"]
        date = meeting.first("date")
        assert date.value == day or day is None
        assert date.passage in text
        assert draft(document, kept(document), by=None).findings == []
        assert models.Meeting.objects.get().date == date.value
        without = kept(document, without=[f"date:{date.value}"])
        assert draft(document, without, by=None).findings == []
        assert models.Meeting.objects.order_by("pk").last().date == ""

    def test_posts_that_a_designation_needs_cite_the_document_where_it_names_them(self):
        document = read_document(FRENCH, known())
        draft(document, kept(document), by=None)
        posts = [models.Mission.objects.get(), models.Embassy.objects.get(), models.Designation.objects.get()]
        assert [each.publication for each in posts] == ["draft"] * 3
        assert [each.citations.get().locator for each in posts] == ["§ 1"] * 3
        assert {each.citations.get().source for each in posts} == {models.Source.objects.get()}

    def test_mission_that_opened_is_the_one_that_was_designated(self):
        text = (
            "On 24 May 2018, the North Atlantic Council accepted Japan’s request to designate its embassy in Belgium "
            "as its mission to NATO. The mission opened on 1 July 2018."
        )
        document = read_document(text, known())
        assert draft(document, kept(document), by=None).findings == []
        mission = models.Mission.objects.get()
        assert (mission.period, mission.citations.count()) == ("2018-07-01/", 1)
        assert models.Designation.objects.get().mission == mission
        again = read_document(text, known())
        find_existing(again)
        [opened] = [each for each in again.proposals if each.kind == "mission"]
        assert opened.existing == Known("mission", mission.key)

    def test_posts_that_the_register_has_are_left_as_they_are(self):
        nato, japan = models.Organization.objects.get(key="nato"), models.State.objects.get(key="jp")
        mission = factories.MissionFactory(state=japan, organization=nato)
        document = read_document(FRENCH, known())
        draft(document, kept(document), by=None)
        assert (mission.citations.count(), models.Embassy.objects.get().citations.count()) == (0, 1)

    def test_person_whom_nobody_knows_is_drafted_under_the_name_of_the_text(self):
        document = read_document(FRENCH, known())
        draft(document, kept(document), by=None)
        person = models.Person.objects.get(name="Itsunori Onodera")
        assert (person.publication, person.citations.count()) == ("draft", 1)
        assert person.participations.get().styled_fr == "ministre de la Défense"

    def test_place_that_nobody_knows_is_drafted_and_is_where_they_met(self):
        document = read_document(
            "On 29 January 2023, Jens Stoltenberg visited Seoul, where he met Shinzo Abe.", known()
        )
        assert draft(document, kept(document), by=None).findings == []
        place = models.Place.objects.get(name_en="Seoul")
        assert (place.publication, place.name_fr, place.citations.count()) == ("draft", None, 1)
        assert [stop.place for stop in models.Visit.objects.get().stops.all()] == [place]
        assert models.Meeting.objects.get().stop.place == place

    def test_they_met_at_the_stop_that_the_text_names_of_several(self):
        text = (
            "On 29 January 2023, Jens Stoltenberg visited Seoul. On 31 January 2023, he met Shinzo Abe in Tokyo. "
            "On 1 February 2023, he met Fumio Kishida."
        )
        document = read_document(text, known())
        assert draft(document, kept(document), by=None).findings == []
        met = models.Meeting.objects.order_by("date_earliest")
        assert [each.stop and each.stop.key for each in met] == ["tokyo", None]

    @pytest.mark.parametrize(("verb", "status"), [("will visit", "planned"), ("visited", "held")])
    def test_visit_stands_as_the_text_says(self, verb, status):
        document = read_document(f"On 3 April 2024, Jens Stoltenberg {verb} Tokyo, where he met Shinzo Abe.", known())
        assert draft(document, kept(document), by=None).findings == []
        assert (models.Visit.objects.get().status, models.Meeting.objects.get().status) == (status, status)

    def test_they_met_in_the_course_of_a_visit_where_the_text_does_not_say_at_which_of_several_stops(self):
        text = (
            "Jens Stoltenberg visited Tokyo and Nice from 29 January to 1 February 2023. He also met Shinzo Abe. "
            "They discussed cyber defence."
        )
        document = read_document(text, known())
        draft(document, kept(document), by=None)
        meeting = models.Meeting.objects.get()
        assert (meeting.stop, meeting.visit) == (None, models.Visit.objects.get())
        assert [each.key for each in meeting.areas.all()] == ["cyber"]

    def test_of_a_visit_that_is_dropped_the_dated_meetings_stand_by_themselves(self):
        text = (
            "On 29 January 2023, Jens Stoltenberg visited Tokyo. On 30 January 2023, he met Shinzo Abe. He also met "
            "Fumio Kishida."
        )
        document = read_document(text, known())
        [visit] = [each.number for each in document.proposals if each.kind == "visit"]
        assert draft(document, kept(document, without={visit}), by=None).findings == []
        meeting = models.Meeting.objects.get()
        assert (meeting.date, meeting.visit, meeting.citations.count()) == ("2023-01-30", None, 1)
        assert sorted(meeting.participations.values_list("person__key", flat=True)) == [
            "abe-shinzo",
            "stoltenberg-jens",
        ]

    def test_of_whom_the_text_gives_the_office_alone_the_office_takes_part(self):
        text = "On 8 July 2024 the NATO Secretary General met Prime Minister Shinzo Abe."
        document = read_document(text, known())
        assert draft(document, kept(document), by=None).findings == []
        taking_part = models.Meeting.objects.get().participations.values_list("office__key", "person__key")
        assert sorted(taking_part, key=str) == [("nato-sg", None), (None, "abe-shinzo")]

    def test_what_is_not_ticked_is_not_written(self):
        document = read_document(FRENCH, known())
        [visit] = [each for each in document.proposals if each.kind == "visit"]
        without = {visit.number, *(each.number for each in document.proposals if each.owner == visit.number)}
        draft(document, kept(document, {*without, "partners:state.jp"}), by=None)
        assert not models.Visit.objects.exists()
        assert not models.Decision.objects.get(date="2018-05-24").partners.exists()

    @pytest.mark.parametrize("kind", ["designation", "tenure"])
    def test_draft_that_lacks_what_it_needs_is_left_out(self, kind):
        text = (
            f"{FRENCH}\nLe 3 mai 2024, Jens Stoltenberg, secrétaire général de l’OTAN, a remis ses lettres de créance."
        )
        document = read_document(text, known())
        [proposal] = [each for each in document.proposals if each.kind == kind]
        accepted = kept(document)
        accepted.facts[proposal.number] = set()
        assert draft(document, accepted, by=None).findings == []
        assert not getattr(models, kind.capitalize()).objects.exists()
        assert models.Decision.objects.filter(date="2018-05-24").exists()

    def test_again_writes_nothing_twice_but_cites(self):
        document = read_document(FRENCH, known())
        draft(document, kept(document), by=None)
        counts = [model.objects.count() for model in (models.Decision, models.Visit, models.Meeting, models.Posting)]
        document = read_document(FRENCH, Vocabulary.of_register())
        find_existing(document)
        accepted = kept(document)
        accepted.source = {"key": models.Source.objects.get().key}
        assert draft(document, accepted, by=None).findings == []
        assert counts == [
            model.objects.count() for model in (models.Decision, models.Visit, models.Meeting, models.Posting)
        ]

    def test_refused_draft_writes_nothing(self):
        document = read_document(FRENCH, known())
        accepted = kept(document)
        accepted.source = {**SOURCE, "date": "no date"}
        assert draft(document, accepted, by=None).findings
        assert not models.Source.objects.exists()
        assert not models.Visit.objects.exists()


class TestTitles:
    def test_are_made_in_both_languages(self):
        body, state = OrganizationFactory(key="nac"), StateFactory(key="jp")
        facts = [
            ProposedFact("body", "", Known("organization", body.key)),
            ProposedFact("partners", "", Known("state", state.key)),
        ]
        assert draft_titles(Proposal(1, "decision", ["…"], facts), records_of_facts(facts)) == {
            "fr": "Décision du Conseil de l’Atlantique Nord\xa0: Japon",
            "en": "Decision of the North Atlantic Council: Japan",
        }

    def test_french_elides_before_a_vowel(self):
        place = PlaceFactory(key="brussels")
        facts = [ProposedFact("visitor", "", value="Osamu Izawa"), ProposedFact("stop", "", Known("place", place.key))]
        assert draft_titles(Proposal(1, "visit", ["…"], facts), records_of_facts(facts)) == {
            "fr": "Visite d’Osamu Izawa\xa0: Bruxelles",
            "en": "Visit by Osamu Izawa: Brussels",
        }

    @pytest.mark.once
    @pytest.mark.parametrize(
        ("variant", "french", "english"),
        [
            ("call", "Entretien téléphonique", "Telephone call"),
            ("ceremony", "Cérémonie", "Ceremony"),
            ("press_conference", "Conférence de presse", "Press conference"),
            ("talks", "Entretien", "Talks"),
        ],
    )
    def test_a_meeting_is_called_what_it_was(self, variant, french, english):
        facts = [ProposedFact("interlocutor", "", value="Osamu Izawa")]
        assert draft_titles(Proposal(1, "meeting", ["…"], facts, variant=variant), {}) == {
            "fr": f"{french}\xa0: Osamu Izawa",
            "en": f"{english}: Osamu Izawa",
        }

    def test_kind_that_has_none_gets_none(self):
        assert draft_titles(Proposal(1, "designation", ["…"]), {}) == {"fr": "", "en": ""}
        # Nor does a decision of which nothing is known, neither whose nor about whom.
        assert draft_titles(Proposal(1, "decision", ["…"]), {}) == {"fr": "", "en": ""}
        # Of whom the text gives a title alone, in one language, the visit is called by its places.
        facts = [ProposedFact("visitor", "…", styled="Vice Minister"), ProposedFact("stop", "Ghent", value="Ghent")]
        assert draft_titles(Proposal(1, "visit", ["…"], facts), {}) == {"fr": "Visite\xa0: Ghent", "en": "Visit: Ghent"}

    def test_visit_of_a_body_is_called_after_it(self):
        facts = [
            ProposedFact("visitor", "", value="Anna Berg"),
            ProposedFact("organization", "", Known("organization", OrganizationFactory(abbreviation_en="NATO").key)),
        ]
        titles = draft_titles(Proposal(1, "visit", ["…"], facts), records_of_facts(facts))
        assert titles["en"] == "Visit by Anna Berg: NATO"


@pytest.mark.once
def test_every_kind_is_one_of_the_register():
    assert set(GLEANED) <= set(KINDS)


@pytest.mark.usefixtures("register")
class TestMayDraft:
    def test_public_record_is_not_changed_for_a_source_that_is_not_public(self):
        visit = factories.VisitFactory(period="2017-10", publication="published")
        factories.StopFactory(visit=visit, place=models.Place.objects.get(key="tokyo"))
        document = read_document(FRENCH, known())
        find_existing(document)
        possible = {(each.kind, each.variant): may_draft(each, document, None, None) for each in document.proposals}
        assert possible[("visit", "")] is False
        assert possible[("meeting", "talks")] is False
        assert possible[("decision", "all_partners")] is True

    @pytest.mark.parametrize(
        ("publication", "may_publish", "expected"),
        [("published", True, True), ("published", False, False), ("draft", True, False), ("draft", False, False)],
    )
    def test_public_record_is_changed_by_who_may_publish_for_a_public_source(self, publication, may_publish, expected):
        visit = factories.VisitFactory(period="2017-10", publication="published")
        factories.StopFactory(visit=visit, place=models.Place.objects.get(key="tokyo"))
        document = read_document(FRENCH, known())
        find_existing(document)
        [proposal] = [each for each in document.proposals if each.kind == "visit"]
        by = publisher() if may_publish else None
        assert may_draft(proposal, document, factories.SourceFactory(publication=publication), by) is expected


@pytest.mark.usefixtures("register")
def test_what_was_signed_becomes_an_agreement_and_is_found_there_after():
    text = (
        "On 14 June 2012, the Prime Minister of Japan, Julia Gillard, and Jens Stoltenberg signed a Joint Political "
        "Declaration in Tokyo. The declaration sets out cooperation in cyber defence. It took effect on the same day."
    )
    document = read_document(text, known())
    outcome = draft(document, kept(document), by=None)
    assert [str(finding) for finding in outcome.findings] == []
    agreement = models.Agreement.objects.get()
    assert (agreement.kind, agreement.date, agreement.place.key) == ("declaration", "2012-06-14", "tokyo")
    assert agreement.period == "2012-06-14/"
    assert (agreement.title_fr, agreement.title_en) == ("Déclaration conjointe\xa0: Japon", "Joint declaration: Japan")
    assert [each.key for each in agreement.partners.all()] == ["jp"]
    assert [each.key for each in agreement.areas.all()] == ["cyber"]
    signed = agreement.participations.order_by("position").values_list("person__name", "role")
    assert list(signed) == [("Julia Gillard", "signatory"), ("Jens Stoltenberg", "signatory")]
    # It stands in the first paragraph, which has no number.
    assert agreement.citations.get().locator == ""
    find_existing(again := read_document(text, known()))
    assert [each.existing.key for each in again.proposals] == [agreement.key]


@pytest.mark.usefixtures("register")
class TestWithoutAName:
    def drafted(self, text):
        document = read_document(text, known())
        assert [str(finding) for finding in draft(document, kept(document), by=None).findings] == []
        return models.Meeting.objects.get()

    def test_whoever_has_a_title_alone_takes_part_as_the_source_names_them(self):
        meeting = self.drafted("On 3 April 2024, Jens Stoltenberg met the Japanese Minister for Trade in Canberra.")
        first, second = meeting.participations.order_by("position")
        assert (first.person.key, first.styled_en) == ("stoltenberg-jens", None)
        assert (second.person, second.state.key, second.styled_en) == (None, "jp", "Japanese Minister for Trade")
        assert not models.Person.objects.exclude(key__in=NAMES["person"]).exists()

    def test_title_of_the_draft_names_those_who_have_a_name(self):
        meeting = self.drafted("On 3 April 2024, Jens Stoltenberg met the Japanese Minister for Trade in Canberra.")
        assert (meeting.title_fr, meeting.title_en) == ("Entretien\xa0: Jens Stoltenberg", "Talks: Jens Stoltenberg")

    def test_place_that_nobody_knows_is_drafted_and_is_where_they_met(self):
        meeting = self.drafted("On 3 April 2024, Jens Stoltenberg met Shinzo Abe in Canberra.")
        assert (meeting.place.name_en, meeting.place.publication) == ("Canberra", "draft")
        assert meeting.place.citations.count() == 1

    def test_consultations_are_called_by_those_who_held_them(self):
        meeting = self.drafted("On 3 April 2024, Japan and NATO held their policy consultations in Tokyo.")
        assert (meeting.kind, meeting.place.key, meeting.organization.key) == ("consultation", "tokyo", "nato")
        assert (meeting.title_fr, meeting.title_en) == ("Consultations\xa0: Japon, OTAN", "Consultations: Japan, NATO")

    def test_council_met_in_the_course_of_a_visit(self):
        meeting = self.drafted(
            "Shinzo Abe visited Brussels from 2 to 4 April 2025. On 3 April he attended the meeting of the North "
            "Atlantic Council."
        )
        assert (meeting.kind, meeting.organization.key, meeting.stop.place.key) == ("council", "nac", "brussels")
        assert meeting.title_fr == "Réunion du Conseil\xa0: Conseil de l’Atlantique Nord"


TOLD = f"""{FRENCH}
Le 3 mai 2024, l’OTAN et le Japon ont signé à Bruxelles un accord de coopération.
Le 4 mai 2024, Jens Stoltenberg a déclaré que le Japon était un partenaire sans égal."""


@pytest.mark.usefixtures("register")
class TestWhatIsLeft:
    """Whatever somebody drops of a document, the rest of it is drafted."""

    @pytest.fixture
    def document(self):
        return read_document(TOLD, known())

    def lines(self, document, accepted):
        """Return the keys and titles of the records drafted, by their kinds."""
        found = list(_lines(DraftLines(document, accepted)))
        return [(each["model"].partition(".")[2], each["fields"]) for each in found if "key" in each["fields"]]

    def test_of_any_fact_leaves_the_rest(self, document):
        whole = {kind for kind, _fields in self.lines(document, kept(document)) if kind in GLEANED}
        facts = {(each.kind, fact.field): (each, fact) for each in document.proposals for fact in each.facts}
        for proposal, fact in facts.values():
            accepted = kept(document)
            accepted.facts[proposal.number].discard(fact.name)
            found = dict(self.lines(document, accepted))
            assert whole - {proposal.kind, "meeting", "mission"} <= found.keys(), fact
            assert all(SLUG.fullmatch(fields["key"]) for fields in found.values()), fact

    @pytest.mark.parametrize("code", ["fr", "en"])
    def test_of_a_title_in_one_language_the_key_is_that_of_the_other(self, document, code):
        found = []
        for left in ({code}, {"fr", "en"}):
            accepted = kept(document)
            accepted.titles = {
                number: {each: "" if each in left else text for each, text in titles.items()}
                for number, titles in accepted.titles.items()
            }
            lines = [each for each in self.lines(document, accepted) if each[0] in ("visit", "decision", "agreement")]
            found.append({(kind, fields["key"]) for kind, fields in lines})
        of_one, of_none = found
        assert len(of_one) == len(of_none) > 2
        assert not of_one & of_none
