import json
import re

import pytest

from partnerships import models
from partnerships.exchange import importing
from partnerships.exchange.exporting import after_what_they_name, export
from partnerships.exchange.reading import read_files
from partnerships.records.snapshot.findings import NothingWritten
from partnerships.records.snapshot.import_steps import steps_of
from partnerships.records.snapshot.stored import Stored
from partnerships.records.snapshot.writing import Writer
from tests.factories import DecisionFactory, PartnerFactory, TenureFactory, past_the_fence

from .fixtures import apply, line, messages, publisher
from .test_importing import VISIT

pytestmark = pytest.mark.django_db


def exported(**options):
    return "".join(export(**options))


def imported(text):
    outcome = importing.run(read_files([("export.json", text.encode())]), apply=True, by=publisher())
    assert outcome.findings == [], messages(outcome)


def empty():
    for statement in models.Statement.objects.all():
        statement.contradicts.clear()
    for name in ("Visit", "Statement", "Tenure", "Decision", "Partner", "Office", "Person", "Place"):
        if name == "Decision":
            models.Decision.objects.update(follows=None)
        getattr(models, name).objects.all().delete()
    models.Area.objects.update(parent=None)
    for name in ("Area", "Organization", "State", "Source", "FormerAddress"):
        getattr(models, name).objects.all().delete()
    assert exported() == "[]\n"


class TestWholeRegister:
    def test_export_import_export_gives_the_same_bytes(self):
        apply(*VISIT)
        visit = models.Visit.objects.get()
        visit.published_at = "2018-05-24T12:00:00.123456Z"
        visit.save()
        visit.slug_fr = "voyage"
        visit.save()
        TenureFactory(period="199X/2011~")
        first = exported()
        empty()
        imported(first)
        assert exported() == first
        assert "voyage" in first
        assert '"slug": "visite"' in first
        assert "2018-05-24T12:00:00.123456Z" in first

    def test_each_record_stands_after_those_of_its_kind_that_it_names(self):
        apply(line("area", key="a", name_en="A name", parent=["z"]), line("area", key="z", name_en="A name"))
        assert [each["fields"]["key"] for each in json.loads(exported())] == ["z", "a"]

    def test_the_order_in_which_records_were_made_does_not_matter(self):
        apply(*VISIT)
        first = exported()
        empty()
        for each in reversed(VISIT):
            if each["model"] == "partnerships.state":
                apply(each)
        apply(*VISIT)
        assert exported() == first


class TestOnePartner:
    def test_it_holds_what_concerns_the_partner_and_all_that_this_names(self):
        partner = PartnerFactory(key="jp")
        DecisionFactory(key="mine", follows=DecisionFactory(key="earlier")).partners.add(partner)
        DecisionFactory(key="all", scope="all_partners")
        TenureFactory(key="t", office__state=partner.state)
        DecisionFactory(key="other").partners.add(PartnerFactory(key="kr"))
        TenureFactory(key="foreign")
        keys = {(each["model"].split(".")[1], each["fields"]["key"]) for each in json.loads(exported(partner="jp"))}
        assert {("partner", "jp"), ("decision", "mine"), ("decision", "earlier"), ("decision", "all")} <= keys
        assert ("tenure", "t") in keys
        assert not {("partner", "kr"), ("decision", "other"), ("tenure", "foreign")} & keys

    def test_it_can_be_imported_alone(self):
        partner = PartnerFactory(key="jp")
        apply(*VISIT)
        models.Visit.objects.get().partners.add(partner)
        text = exported(partner="jp")
        empty()
        imported(text)
        assert exported() == text
        assert models.Meeting.objects.get(stop__key="one").key == "m"

    def test_an_unknown_partner_is_refused(self):
        with pytest.raises(NothingWritten, match="“xx”"):
            exported(partner="xx")


@pytest.mark.once
@pytest.mark.parametrize(
    ("ids", "named", "placed"),
    [
        ([1, 2, 3], {}, [1, 2, 3]),
        # Those that one names stand before it in the order of their keys.
        ([1, 2, 3], {1: [3, 2]}, [3, 2, 1]),
        ([1, 2, 3], {1: [2], 2: [3]}, [3, 2, 1]),
        ([1, 2, 3], {2: [1, 9]}, [1, 2, 3]),
        # In a circle each stands once.
        ([1, 2], {1: [2], 2: [1]}, [2, 1]),
        ([1, 2], {1: [1]}, [1, 2]),
    ],
)
def test_records_stand_after_those_of_their_kind_that_they_name(ids, named, placed):
    assert after_what_they_name(ids, named) == placed


def test_former_addresses_stand_language_by_language():
    PartnerFactory(key="jp")
    for language, slug in (("fr", "a"), ("en", "z")):
        models.FormerAddress.objects.create(kind="partner", key="jp", language=language, slug=slug)
    assert re.findall(r'"slug": "(\w)"', exported()) == ["z", "a"]


class TestPublished:
    def test_former_addresses_of_drafts_are_left_out(self):
        DecisionFactory(key="hidden")
        PartnerFactory(key="shown", publication="published", state__publication="published")
        for kind, key in (("decision", "hidden"), ("partner", "shown")):
            models.FormerAddress.objects.create(kind=kind, key=key, language="fr", slug=f"former-{key}")
        assert "former-hidden" in exported()
        assert "former-hidden" not in exported(published=True)

    def test_drafts_are_left_out(self):
        PartnerFactory(key="jp", publication="published")
        PartnerFactory(key="kr")
        partners = [each for each in json.loads(exported(published=True)) if each["model"].endswith(".partner")]
        assert [each["fields"]["key"] for each in partners] == ["jp"]

    def test_a_draft_partner_cannot_be_told_from_none(self):
        PartnerFactory(key="jp")
        with pytest.raises(NothingWritten):
            exported(partner="jp", published=True)

    def test_what_is_not_public_about_the_partner_is_left_out(self):
        partner = PartnerFactory(key="jp", publication="published")
        DecisionFactory(key="draft").partners.add(partner)
        assert '"draft"' not in exported(partner="jp", published=True).replace('"publication": "draft"', "")

    def test_what_is_for_staff_is_left_out(self):
        self.everything_published()
        text = exported(published=True)
        assert '"note"' in exported()
        assert not re.search("note|secret|withdrawal_reason", text)

    def test_the_birth_of_somebody_who_lives_is_left_out(self):
        self.everything_published()
        living = [each for each in json.loads(exported(published=True)) if "living" in json.dumps(each)]
        assert living == [
            line("person", key="living", name="L", publication="published"),
            line("name", key="at-birth", person=["living"], kind="birth", text="B"),
            line("name", key="from-birth", person=["living"], text="F"),
            line("name", key="later", person=["living"], text="N", period="1980/.."),
            line("citation", key="whole", person=["living"], source=["s"]),
        ]

    def test_the_birth_of_somebody_who_has_died_is_public(self):
        self.everything_published()
        dead = [each for each in json.loads(exported(published=True)) if "dead" in json.dumps(each)]
        assert len(dead) == len([each for each in json.loads(exported()) if "dead" in json.dumps(each)])
        said = [each["fields"].get("birth") or each["fields"].get("period") for each in dead]
        assert said.count("1950-05-05") == 1
        assert said.count("1950-05-05/1980") == 2
        assert [each["fields"]["value"] for each in dead if "value" in each["fields"]] == ["1950"]

    def test_it_can_be_imported_and_exported_again(self):
        self.everything_published()
        text = exported(published=True)
        empty()
        imported(text)
        assert exported() == exported(published=True) == text

    @past_the_fence()
    def test_what_names_something_unpublished_is_left_out_and_lists_are_thinned(self):
        public = {"publication": "published"}
        objects = [
            line("source", key="s", title_en="A title"),
            line("area", key="secret", name_en="A name"),
            line("area", key="seen", name_en="Seen", **public),
            line("area", key="below", name_en="A name", parent=["secret"], **public),
            line("area", key="further-below", name_en="A name", parent=["below"], **public),
            line("place", key="secret-place", name_en="A name"),
            line("visit", key="v", title_en="V", period="2018", areas=[["secret"], ["seen"]], **public),
            line("stop", key="one", visit=["v"], position=1, place=["secret-place"]),
            line("meeting", key="m", stop=["v", "one"]),
            line("participation", key="p", meeting=["m"], styled_en="X"),
            line("citation", key="c", visit=["v"], source=["s"]),
        ]
        load(objects)
        text = exported(published=True)
        expected = [("area", "seen"), ("visit", "v")]
        assert [(each["model"].split(".")[1], each["fields"]["key"]) for each in json.loads(text)] == expected
        assert json.loads(text)[1]["fields"]["areas"] == [["seen"]]
        empty()
        imported(text)

    def everything_published(self):
        published = {"publication": "published", "note": "secret"}
        people = [("living", {}), ("dead", {"death": "2001"})]
        objects = [line("source", key="s", title_en="S", **published)]
        for key, death in people:
            person = {"person": [key]}
            objects += [
                line("person", key=key, name=key[0].upper(), birth="1950-05-05", **published, **death),
                line("name", key="at-birth", **person, kind="birth", text="B", period="1950-05-05/1980"),
                line("name", key="from-birth", **person, text="F", period="1950-05-05/1980", period_wording_en="1950"),
                line("name", key="later", **person, text="N", period="1980/.."),
                line("citation", key="birth", **person, source=["s"], field="birth", value="1950"),
                line("citation", key="whole", **person, source=["s"]),
            ]
        objects += [
            line("visit", key="v", title_en="V", period="2018", **published),
            line("place", key="p", name_en="P", **published),
        ]
        objects += [line("stop", key="one", visit=["v"], position=1, place=["p"])]
        objects += [line("meeting", key="m", stop=["v", "one"], note="secret")]
        objects += [line("state", key="jp", name_en="Japan", withdrawal_reason_en="secret", **published)]
        load(objects)


def load(objects):
    """Write what an import would refuse too."""
    for each in objects:
        entries = read_files([("x", json.dumps([each]).encode())]).entries
        Writer(Stored(), lambda *_: None).write(steps_of(entries, Stored(), lock=False))
        assert entries[0].findings == []
