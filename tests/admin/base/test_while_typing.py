"""What is said of a form while it is typed, before anything of it is saved."""

import pytest
from django.db import connection

from partnerships.admin.forms.last_source import LAST_SOURCE
from partnerships.admin.forms.names import PersonForm
from partnerships.models import Change, PendingChange, Person, Source
from partnerships.projections.version import content_version
from partnerships.records.kinds import KINDS
from partnerships.records.snapshot.taking import snapshot
from partnerships.transactions import one_write
from tests.crowd import at_once, share
from tests.factories import (
    FACTORIES,
    AreaFactory,
    MilestoneFactory,
    OfficeFactory,
    PartnerFactory,
    PersonFactory,
    SourceFactory,
    TenureFactory,
    VisitFactory,
)

from ..browsing import address, as_it_stands, parts, press, said


def typed_new(client, kind, **typed):
    """What is said of the empty form of a kind with so much typed into it."""
    page = address(kind, "add")
    return client.post(page, as_it_stands(client, page) | typed | {"_typed": "1"}).json()["said"]


def typed(client, record, **fields):
    """What is said of the form of a record with so much typed into it."""
    return press(client, record, **fields, _typed="1").json()["said"]


def linked(found):
    return [record["address"] for each in found for record in each["records"]]


class TestDoubles:
    def test_are_said_before_anything_is_saved(self, as_role):
        known, version = PersonFactory(name="Kono Taro"), content_version()
        found = typed_new(as_role("editor"), "person", name="Kōno Tarō")
        assert linked(found) == [address("person", "change", known.pk)]
        assert found[0]["records"][0]["name"] == "Kono Taro"
        assert list(Person.objects.all()) == [known]
        assert content_version() == version
        assert not Change.objects.exists()

    def test_of_one_name_are_said_once(self, as_role):
        """The check that finds them in the register says no more of them here."""
        known = AreaFactory(name_en="Cyber", name_fr="")
        assert linked(typed_new(as_role("editor"), "area", name_en="CYBER")) == [address("area", "change", known.pk)]

    def test_are_said_in_a_form_that_cannot_be_saved_yet(self, as_role):
        known = SourceFactory(url="https://example.org/a", title_en="One")
        # A date that makes no sense yet: the form is refused, its address is known all the same.
        found = typed_new(as_role("editor"), "source", title_en="Two", url="https://example.org/a/", date="24 of M")
        assert linked(found) == [address("source", "change", known.pk)]
        assert Source.objects.count() == 1

    def test_of_parts_are_said(self, as_role):
        known = PersonFactory(name="Kono Taro")
        names = parts("names", {"text": "Kono Taro", "kind": "used", "language": "en"})
        assert linked(typed_new(as_role("editor"), "person", name="河野太郎", **names)) == [
            address("person", "change", known.pk)
        ]

    def test_of_an_office_and_of_days_are_said(self, as_role):
        office = OfficeFactory(single_holder=True)
        held = TenureFactory(office=office, period="2015/..", person=PersonFactory(name="One"))
        given = {"office": office.pk, "person": PersonFactory(name="Two").pk, "period": "since 2016"}
        assert linked(typed_new(as_role("editor"), "tenure", **given)) == [address("tenure", "change", held.pk)]
        visit = VisitFactory(period="2018-05-24")
        visit.partners.add(partner := PartnerFactory())
        given = {"partners": [partner.pk], "period": "24 May 2018", "title_en": "Again"}
        assert linked(typed_new(as_role("editor"), "visit", **given)) == [address("visit", "change", visit.pk)]

    def test_are_not_said_where_there_are_none(self, as_role):
        assert typed_new(as_role("editor"), "person", name="Somebody") == []


class TestContradictions:
    def test_are_said_with_what_is_typed(self, as_role):
        tenure = TenureFactory(period="2015-01-01/2018-01-01")
        MilestoneFactory(tenure=tenure, kind="arrived", date="2017-01-01")
        client, before = as_role("editor"), snapshot(tenure)
        assert typed(client, tenure) == []
        assert typed(client, tenure, period="2015 to 2016") != []
        assert snapshot(tenure) == before

    def test_of_what_the_public_reads_are_said_and_nothing_waits(self, as_role):
        tenure = TenureFactory(period="2015-01-01/2018-01-01", publication="published")
        MilestoneFactory(tenure=tenure, kind="arrived", date="2017-01-01")
        assert typed(as_role("editor"), tenure, period="2015 to 2016") != []
        assert not PendingChange.objects.exists()

    def test_of_what_the_public_reads_are_said_when_it_is_proposed(self, as_role):
        tenure = TenureFactory(period="2015-01-01/2018-01-01", publication="published")
        MilestoneFactory(tenure=tenure, kind="arrived", date="2017-01-01")
        client = as_role("editor")
        while_typing = typed(client, tenure, period="2015 to 2016")
        words = said(press(client, tenure, period="2015 to 2016"))
        assert PendingChange.objects.exists()
        assert while_typing[0]["sentence"] in words


class TestNothingIsKept:
    def test_of_the_source_that_is_cited(self, as_role):
        client, source = as_role("editor"), SourceFactory()
        for button in ("_typed", "_preview"):
            page = address("area", "add")
            cited = parts("citations", {"source": source.pk, "stance": "supports"})
            sent = as_it_stands(client, page) | {"name_en": "Cyber", **cited, button: "en"}
            assert client.post(page, sent).status_code == 200
            assert client.session.get(LAST_SOURCE) is None

    def test_of_an_empty_form_of_any_kind(self, as_role):
        client = as_role("reviewer")
        for kind in KINDS:
            assert typed_new(client, kind) == []
            assert KINDS[kind].model._default_manager.count() == 0
        assert typed_new(client, "person", honorific_en="Sir") == []

    def test_of_any_record_that_stands_as_it_is(self, as_role):
        client = as_role("reviewer")
        for kind, factory in FACTORIES.items():
            if kind in KINDS:
                record = factory()
                before = snapshot(record)
                assert press(client, record, _typed="1").status_code == 200
                assert snapshot(record) == before


@pytest.mark.django_db(transaction=True)
class TestOthersWhoWrite:
    @pytest.fixture
    def typing(self, as_role, monkeypatch, tmp_path):
        """Return a function that compares a new person with one of the same name, in a database that threads share."""
        PersonFactory(name="Kono Taro")
        client, page = as_role("editor"), address("person", "add")
        sent = as_it_stands(client, page) | {"name": "Kono Taro", "_typed": "1"}
        share(monkeypatch, tmp_path)
        return lambda: at_once(lambda _n: client.post(page, sent).json()["said"], 1)[0]

    def test_are_not_waited_for(self, typing):
        def work(_n):
            with one_write():
                Person.objects.update(note="saved meanwhile")
                return typing()

        (said,) = at_once(work, 1)
        if connection.vendor == "sqlite":
            assert said is None
        else:
            assert [each["records"][0]["name"] for each in said] == ["Kono Taro"]

    def test_do_not_wait_while_a_form_is_read_that_is_compared(self, typing, monkeypatch):
        read = PersonForm.full_clean

        def while_another_saves(form):
            read(form)
            at_once(lambda _n: Person.objects.update(note="saved meanwhile"), 1)

        monkeypatch.setattr(PersonForm, "full_clean", while_another_saves)
        typing()
        assert at_once(lambda _n: Person.objects.get().note, 1) == ["saved meanwhile"]


class TestRights:
    @pytest.mark.parametrize("role", ["reader"])
    def test_are_those_of_saving(self, as_role, role):
        area = FACTORIES["area"]()
        sent = {"name_en": "Typed", "_typed": "1"}
        assert as_role(role).post(address("area", "change", area.pk), sent).status_code == 403
        assert as_role(role).post(address("area", "add"), sent).status_code == 403
