"""Lists stay quick however long they are, and search finds what people type."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from factory import SubFactory

from partnerships import editorial
from partnerships.admin.base.lists import ListMixin
from partnerships.models import Alias, Change, Name, PendingChange, Posting, Tenure
from partnerships.records.kinds import KINDS
from tests.factories import (
    FACTORIES,
    AreaFactory,
    DecisionFactory,
    MeetingFactory,
    OfficeFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    TenureFactory,
)
from tests.plans import plans

from ..browsing import address

NAMES_OF_ABE = ("shinzo abe", "Abe Shinzō", "abe", "安倍晋三", "安倍\u3000晋三", "the premier", "abe-1")

pytestmark = pytest.mark.django_db


def queries(client, page):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(page).status_code == 200
    return len(captured)


@pytest.fixture
def reader(client):
    client.force_login(User.objects.create_superuser("anybody"))
    return client


@pytest.mark.parametrize("kind", KINDS)
class TestQueries:
    def test_do_not_grow_with_the_rows(self, reader, kind):
        FACTORIES[kind].create_batch(5)
        reader.get(address(kind, "changelist"))
        few = queries(reader, address(kind, "changelist"))
        FACTORIES[kind].create_batch(20)
        assert queries(reader, address(kind, "changelist")) == few


@pytest.mark.parametrize("asked", ["q=sea", "publication__exact=draft&q=sea", "in_year=2018"])
def test_what_few_rows_say_is_looked_for_once_and_in_no_order(reader, asked):
    DecisionFactory.create_batch(3, title_en="Sea", title_fr="", date="2018")
    with CaptureQueriesContext(connection) as captured:
        assert reader.get(f"{address('decision', 'changelist')}?{asked}").context_data["cl"].result_count == 3
    sought = [each["sql"] for each in captured if "LIKE" in each["sql"] or 'earliest" <=' in each["sql"]]
    assert len(sought) == 1
    assert "ORDER BY" not in sought[0]


def test_last_change_of_each_row_is_found_along_an_index(reader):
    AreaFactory.create_batch(3)
    with CaptureQueriesContext(connection) as captured:
        reader.get(address("area", "changelist"))
    (rows,) = (each["sql"] for each in captured if 'AS "changed"' in each["sql"])
    plans(rows)  # From here on, PostgreSQL reads no table whole.
    with connection.cursor() as cursor:
        cursor.execute(f"{'EXPLAIN' if connection.vendor == 'postgresql' else 'EXPLAIN QUERY PLAN'} {rows}")
        plan = "\n".join(str(step[-1]) for step in cursor.fetchall())
    assert re.search(r"change_of_record .*(kind=\? AND key=\?|\n.*Index Cond: .*key\))", plan)


def test_list_of_what_is_called_after_others_takes_no_query_for_each(reader):
    page, numbers = address("meeting", "changelist"), []
    for number in (3, 6):
        MeetingFactory.create_batch(number, title_fr="", title_en="", place=SubFactory(PlaceFactory))
        reader.get(page)
        numbers.append(queries(reader, page))
    assert numbers[0] == numbers[1]


@pytest.mark.once
def test_what_a_column_names_is_loaded_with_what_that_is_called_after(monkeypatch):
    monkeypatch.setitem(KINDS, "organization", replace(KINDS["organization"], named_by=("seat", "seat.state")))
    found = admin.site._registry[Posting].listed_links()
    assert found == ["state", "organization", "organization__seat", "organization__seat__state"]


@pytest.mark.parametrize(
    ("kind", "model", "field"),
    [
        ("person", "tenure", "person"),
        ("office", "tenure", "office"),
        ("partner", "visit", "partners"),
        ("decision", "designation", "decision"),
        ("mission", "designation", "mission"),
        ("state", "partner", "state"),
    ],
)
def test_suggestions_take_as_many_queries_however_many_they_are(reader, kind, model, field):
    page = f"/admin/autocomplete/?app_label=partnerships&model_name={model}&field_name={field}&term="
    FACTORIES[kind].create_batch(3)
    reader.get(page)
    few = queries(reader, page)
    FACTORIES[kind].create_batch(10)
    assert queries(reader, page) == few


class TestSearch:
    def found(self, client, kind, text):
        answer = client.get(address(kind, "changelist"), {"q": text})
        return {record.key for record in answer.context["cl"].result_list}

    @pytest.mark.parametrize("text", ["defense europeenne", "DÉFENSE", "européenne défense", "cyber-defence", "a-key"])
    def test_finds_without_accents_order_or_hyphens(self, reader, text):
        AreaFactory(key="a-key", name_fr="Défense européenne", name_en="European cyber defence")
        AreaFactory(key="other", name_fr="Lutte", name_en="Struggle")
        assert self.found(reader, "area", text) == {"a-key"}

    @pytest.mark.parametrize("text", NAMES_OF_ABE)
    def test_finds_people_under_every_name(self, reader, text):
        person = PersonFactory(key="abe-1", name="Shinzō Abe", family_name="Abe", given_name="Shinzō")
        PersonFactory(key="other", name="Taro Kono")
        Name.objects.create(
            person=person, key="native", kind="native", text="安倍晋三", family_name="安倍", given_name="晋三"
        )
        Alias.objects.create(person=person, key="premier", text="The Premier")
        assert self.found(reader, "person", text) == {"abe-1"}

    @pytest.mark.parametrize("entered", ["山田　さくら", "山田 さくら", "山田さくら"])
    def test_finds_a_name_in_a_script_without_blanks_with_or_without_one(self, reader, entered):
        PersonFactory(key="yamada", name=entered)
        person = PersonFactory(key="sakura", name="Sakura Yamada")
        Name.objects.create(person=person, key="native", kind="native", text=entered)
        PersonFactory(key="other", name="山本 さくら")
        for text in ("山田　さくら", "山田さくら", "田さ"):
            assert self.found(reader, "person", text) == {"yamada", "sakura"}

    @pytest.mark.parametrize("text", ["abe premier", "minister abe", "安倍", "pm"])
    def test_finds_a_tenure_by_the_person_and_the_office(self, reader, text):
        person = PersonFactory(name="Shinzo Abe")
        Name.objects.create(person=person, key="native", kind="native", text="安倍晋三")
        office = OfficeFactory(name_fr="Premier ministre", name_en="Prime Minister")
        Alias.objects.create(office=office, key="pm", text="PM")
        TenureFactory(key="wanted", person=person, office=office)
        TenureFactory(key="other", office=OfficeFactory(name_fr="roi", name_en="king"))
        assert self.found(reader, "tenure", text) == {"wanted"}

    def test_finds_a_partner_by_its_state(self, reader):
        state = StateFactory(name_fr="Corée", name_en="Korea")
        Alias.objects.create(state=state, key="rok", text="ROK")
        PartnerFactory(key="kr-nato", state=state)
        for text in ("coree", "rok", "kr-nato", "KR NATO"):
            assert self.found(reader, "partner", text) == {"kr-nato"}

    def test_is_the_same_where_a_form_suggests(self, reader):
        PersonFactory(name="Shinzo Abe")
        page = "/admin/autocomplete/?app_label=partnerships&model_name=tenure&field_name=person&term=abe%20shinz%C5%8D"
        assert [each["text"] for each in json.loads(reader.get(page).content)["results"]] == ["Shinzo Abe (brouillon)"]


class TestColumns:
    def test_say_of_those_who_acted_alone_that_they_did(self, reader):
        for acting in (True, False, False):
            TenureFactory(acting=acting)
        text = reader.get(address("tenure", "changelist")).text
        cells = re.findall(r'<td class="field-acting_shown">(.*?)</td>', text)
        assert sorted(cells) == ["", "", "par intérim"] or sorted(cells) == ["-", "-", "par intérim"]
        assert "?o=3" in text


class TestPages:
    def test_are_ordered_by_what_they_show(self, reader):
        AreaFactory(name_fr="Zone", name_en="Area"), AreaFactory(name_fr="Domaine", name_en="Field")
        for language, expected in (("fr", ["Domaine", "Zone"]), ("en", ["Area", "Field"])):
            page = reader.get(address("area", "changelist"), headers={"accept-language": language})
            assert [str(one.label(language)) for one in page.context["cl"].result_list] == expected

    @pytest.mark.parametrize(
        ("asked", "found"),
        [("1", "Algiers Brussels Cairo"), ("-1", "Cairo Brussels Algiers"), ("2", "Cairo Algiers Brussels")]
        # What has no date stands last in either direction.
        + [("-2", "Algiers Cairo Brussels"), ("-2.1", "Algiers Cairo Brussels")],
    )
    def test_are_sorted_by_label_and_by_date(self, reader, asked, found):
        for label, date in (("Brussels", ""), ("Algiers", "2018-05-24"), ("Cairo", "2011")):
            DecisionFactory(title_fr=label, title_en=label, date=date)
        rows = reader.get(address("decision", "changelist"), {"o": asked}).context["cl"].result_list
        assert [row.title_fr for row in rows] == found.split()

    def test_say_when_each_was_changed_last(self, reader):
        area = AreaFactory(key="a")
        other = AreaFactory(key="b")
        for record, day in ((area, 1), (area, 3), (area, 2), (other, 9)):
            at = datetime(2018, 5, day, tzinfo=UTC)
            Change.objects.create(kind="area", key=record.key, action="update", at=at, before=[], after=[])
        Change.objects.create(kind="place", key="a", action="update", at=datetime(2019, 1, 1, tzinfo=UTC))
        found = reader.get(address("area", "changelist")).context["cl"].result_list
        assert {one.key: one.changed.day for one in found} == {"a": 2, "b": 9}

    def test_say_where_a_change_waits(self, reader):
        for key, state in (("a", "waiting"), ("b", "taken_back"), ("c", None)):
            AreaFactory(key=key, publication="published")
            if state:
                PendingChange.objects.create(kind="area", key=key, before=[], after=[1], state=state)
        text = reader.get(address("area", "changelist"), headers={"accept-language": "en"}).text
        cells = re.findall(r'<td class="field-publication_shown">(.*?)</td>', text)
        assert sorted(cells) == ["published", "published", "published, a change waits"]

    @pytest.mark.parametrize("kind", ["decision", "agreement", "statement", "meeting", "visit"])
    def test_of_what_happened_begin_with_the_newest(self, reader, kind):
        for key, date in (("a", "2011-05-24"), ("b", "2019-05-24"), ("c", "1995")):
            FACTORIES[kind](key=key, **{"period" if kind == "visit" else "date": date})
        found = reader.get(address(kind, "changelist")).context["cl"].result_list
        assert [one.key for one in found] == ["b", "a", "c"]

    def test_of_what_is_sought_hold_no_more_than_any_other(self, reader, monkeypatch):
        monkeypatch.setattr(ListMixin, "list_per_page", 2)
        for number in range(3):
            AreaFactory(name_en=f"Sea {number}")
        found = reader.get(address("area", "changelist"), {"q": "sea"}).context["cl"]
        assert (len(found.result_list), found.result_count, found.multi_page) == (2, 3, True)

    @pytest.mark.parametrize("asked", [{}, {"o": "3"}, {"o": "-3"}])
    def test_put_no_more_than_numbers_in_order(self, reader, asked):
        """What a line shows is asked of those of the page, not of every record there is."""
        areas = [AreaFactory() for _number in range(2)]
        with CaptureQueriesContext(connection) as questions:
            found = reader.get(address("area", "changelist"), asked).context["cl"].result_list
        assert {*found} == {*areas}
        ordered = [each["sql"] for each in questions if 'ORDER BY "partnerships_area"' in each["sql"]]
        [of_all] = [sql for sql in ordered if " IN (" not in sql]
        assert "partnerships_change" not in of_all

    def test_lead_to_all_where_not_all_are_shown(self, reader):
        AreaFactory(name_en="Sea")
        page = address("area", "changelist")
        english = {"accept-language": "en"}
        assert "Show all" not in reader.get(page, headers=english).text
        for asked in ({"q": "sea"}, {"publication__exact": "draft"}):
            assert "Show all" in reader.get(page, asked, headers=english).text


class TestFilters:
    def test_sort_no_more_than_numbers(self, reader):
        """When a record was last changed is asked of the rows of the page, not of every one that matches."""
        offices = [OfficeFactory(name_en=f"Secretary {number}") for number in (2, 1)]
        tenures = [TenureFactory(office=office) for office in offices]
        editorial.record_saving(tenures[0], by=None, before=None)
        TenureFactory(office__name_en="Ambassador")
        with CaptureQueriesContext(connection) as asked:
            page = reader.get(
                address("tenure", "changelist"), {"office": "secretary"}, headers={"accept-language": "en"}
            )
        found = page.context["cl"].result_list
        assert [each.pk for each in found] == [
            each.pk for each in sorted(tenures, key=lambda each: (Tenure.objects.get(pk=each.pk).sort_en, each.pk))
        ]
        assert {each.pk: bool(each.changed) for each in found} == {tenures[0].pk: True, tenures[1].pk: False}
        filtered = [each["sql"] for each in asked if "%secretary%" in each["sql"]]
        assert filtered
        assert not [each for each in filtered if "partnerships_change" in each]

    def test_scope_of_a_decision_is_that_of_its_partners(self, as_role):
        page = as_role("editor").get(address("decision", "changelist"), headers={"accept-language": "fr"}).text
        assert "Par partenaires concernés" in page
        assert "Par concerne" not in page

    def test_finds_by_it(self, as_role):
        DecisionFactory(scope="all_partners"), DecisionFactory()
        page = as_role("editor").get(address("decision", "changelist") + "?scope__exact=all_partners")
        assert [found.scope for found in page.context["cl"].result_list] == ["all_partners"]
