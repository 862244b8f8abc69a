"""A finding is read with names and labels: no key of a record or a part, no code of a language or a field."""

import pytest
from django.utils.translation import override

from partnerships.consistency.findings import Finding
from partnerships.consistency.names_in_findings import sentences_with_names
from partnerships.consistency.rules import RULES
from tests.factories import (
    MeetingFactory,
    OfficeFactory,
    ParticipationFactory,
    SourceFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)


def said(finding, language="en"):
    with override(language):
        return sentences_with_names([finding])[finding]


class TestSentences:
    def test_name_the_other_record(self, db):
        tenure = TenureFactory(
            person__name="Takeshi Osuga", office__name_en="Ambassador", office__name_fr="Ambassadeur"
        )
        one = RULES["two-holders"].finding("tenure", 1, "one", "period", tenure=tenure.key)
        assert said(one) == "Two people certainly hold this office together: see also Takeshi Osuga – Ambassador."
        assert "Takeshi Osuga – Ambassadeur" in said(one, "fr")

    def test_name_a_participant_and_the_office(self, db):
        visit, office = VisitFactory(), OfficeFactory(name_en="Prime Minister of Japan")
        taken = ParticipationFactory(visit=visit, person__name="Shinzo Abe")
        other = ParticipationFactory(visit=VisitFactory(), key=taken.key, person__name="Somebody Else")
        one = RULES["not-in-office"].finding(
            "visit", visit.pk, visit.key, "participations", about="office", part=taken.key, target=office.key
        )
        assert other.key == taken.key
        assert "“Shinzo Abe”" in said(one)
        assert said(one).endswith("Prime Minister of Japan.")

    def test_name_a_stop_and_a_meeting(self, db):
        stop = StopFactory(place__name_en="Brussels")
        meeting = MeetingFactory(stop=stop, title_en="Talks on ice")
        visit = stop.visit
        at = RULES["stop-outside-visit"].finding("visit", visit.pk, visit.key, "stops", stop=stop.key)
        held = RULES["meeting-outside-stop"].finding("visit", visit.pk, visit.key, "meetings", meeting=meeting.key)
        assert said(at) == "The stop “Brussels” lies outside the period of the visit."
        assert "“Talks on ice”" in said(held)

    @pytest.mark.parametrize(("language", "word"), [("en", "French"), ("fr", "français")])
    def test_name_a_language_and_a_field(self, db, language, word):
        one = RULES["missing-fr"].finding("area", 1, "a", "name", language="fr")
        assert word in said(one, language)
        field = RULES["leads-back"].finding("area", 1, "a", "parent", name="parent")
        assert "“wider area”" in said(field)

    def test_name_a_source_and_what_is_unpublished(self, db):
        source = SourceFactory(title_en="A paper")
        one = RULES["source-older"].finding("area", 1, "a", "citations", about="source", target=source.key)
        assert said(one).endswith("A paper.")
        named = RULES["names-unpublished"].finding("area", 1, "a", what=f"source/{source.key}")
        assert said(named).endswith("A paper.")

    def test_keep_the_key_of_what_is_gone(self, db):
        one = RULES["source-older"].finding("area", 1, "a", "citations", about="source", target="gone")
        assert said(one).endswith("gone.")
        plain = Finding("no-source", RULES["no-source"].severity, "area", "a", "No source supports this record.")
        assert said(plain) == plain.sentence
