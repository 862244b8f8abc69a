"""What failed when it was tried, each file of `cases/` by the door through which it comes; and others of its kind."""

import json
import shutil
from pathlib import Path

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db.models import ForeignKey
from django.utils.translation import override

from partnerships import addresses, models
from partnerships.consistency import check_register
from partnerships.records.kinds import KINDS

from . import factories
from .admin.browsing import address, as_it_stands
from .pages.reading import around, days_of_page, shown_on

pytestmark = pytest.mark.django_db

CASES = Path(__file__).parent / "cases"
TODAY = "2026-11-20 12:00:00+01:00"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False), override("en"):
        yield


@pytest.fixture
def administrator(db, client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return User.objects.create_superuser("administrator")


@pytest.fixture
def apply(administrator, tmp_path):
    """Import a file of the cases, perhaps with other fields, or lines of one’s own."""

    def apply(name, *, change=()):
        if isinstance(name, str):
            lines = json.loads((CASES / name).read_text("utf-8-sig"))
        else:
            lines = [{"model": f"partnerships.{kind}", "fields": fields} for kind, fields in name]
        for key, fields in dict(change).items():
            next(line for line in lines if line["fields"]["key"] == key)["fields"] |= fields
        path = tmp_path / "case.json"
        path.write_text(json.dumps(lines))
        call_command("import_register", str(path), "--apply", "--as", "administrator")

    return apply


@pytest.fixture
def plan(tmp_path, capsys):
    """Return what an import of lines, or of a file, would do."""

    def plan(content):
        path = tmp_path / "plan.json"
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            shutil.copy(CASES / content, path)
        capsys.readouterr()
        call_command("import_register", str(path))
        return capsys.readouterr().out

    return plan


def found(*, but=("no-source", "placeholder", "missing-fr", "missing-en", "untranslated-copy")):
    return {(each.record, each.code) for each in check_register() if each.code not in but}


def holders(client, on, office="case-office"):
    answer = client.get(f"/api/v1/offices/{office}/holders?on={on}").json()
    names = {
        how: [each["tenure"] if isinstance(each, dict) else each for each in answer[how]]
        for how in ("certain", "possible")
    }
    return names["certain"], names["possible"], answer["known"]


@pytest.mark.once
class TestRecordsThatContradictThemselves:
    @pytest.mark.parametrize("kind", ["arrived", "credentials", "seen"])
    def test_in_office_after_the_stated_end(self, apply, client, kind):
        apply("11-arrived-after-the-end.json", change={"arrived": {"kind": kind}})
        for day in ("2005-01-02", "2005-02-01", "2005-03-01"):
            certain, _possible, known = holders(client, day)
            assert (certain, known) == ([], False)
            # What names anybody for that day would say what nothing vouches for.
            answer = client.get(f"/en/offices/case-office/?on={day}").text
            assert "certainly" not in answer.lower()
            assert not any("Person A" in each for each in around(client, f"/en/offices/case-office/?on={day}"))
        assert ("tenure/case-t", "service-after-end") in found()

    @pytest.mark.parametrize(
        ("office", "day"),
        [("1906-01-01/1943-04-09", "2020-01-01"), ("1906/1943", "1944-01-01"), ("/1943-04-09", "1943-04-10")],
    )
    def test_office_that_was_abolished(self, apply, client, office, day):
        apply("13-office-abolished.json", change={"case-office": {"period": office}})
        assert holders(client, day)[:2] == ([], [])
        assert ("tenure/case-t", "after-it-ended") in found()

    def test_office_of_whose_last_year_no_day_is_known(self, apply, client):
        apply("13-office-abolished.json", change={"case-office": {"period": "1906/1943"}})
        assert holders(client, "1942-12-31") == (["case-t"], [], True)
        assert holders(client, "1943-06-01") == ([], ["case-t"], False)

    def test_named_before_appointed(self, apply, client):
        apply("15-named-before-appointed.json")
        for day in ("1971-12-31", "1972-01-01", "1972-03-16"):
            assert "case-t2" not in [*holders(client, day)[0], *holders(client, day)[1]]
        assert "case-t2" in holders(client, "1972-03-17")[1]

    @pytest.mark.parametrize("end", ["9999-12-31", "9999", "2099-12-31", "2999-12-31"])
    def test_placeholder_for_an_end(self, apply, client, end):
        apply("16-placeholder-9999.json", change={"case-t": {"period": f"2018-06-01/{end}"}})
        assert ("tenure/case-t", "placeholder") in found(but=())
        assert holders(client, "2090-01-01")[0] == []
        assert days_of_page(client, "/en/timeline/?detail=all") == ["2018-06-01"]
        for page in ("offices/case-office", "people/case-a", "timeline"):
            assert end[:4] not in "".join(shown_on(client, f"/en/{page}/"))

    @pytest.mark.parametrize("end", ["9999-12-31", "2099-12-31"])
    @pytest.mark.parametrize("kind", ["partner", "mission", "embassy", "agreement"])
    def test_placeholder_is_no_end_of_anything(self, client, kind, end):
        record = factories.FACTORIES[kind](period=f"2018-06-01/{end}", publication="published")
        for language in ("fr", "en"):
            page = "".join(shown_on(client, addresses.address(record, language).partition("#")[0]))
            assert end[:4] not in page

    def test_in_office_after_the_stated_end_with_a_start(self, apply, client):
        change = {"case-t": {"period": "2003-01-01/2005-01-01"}, "arrived": {"kind": "credentials"}}
        apply("11-arrived-after-the-end.json", change=change)
        assert not any("Person A" in each for each in around(client, "/en/offices/case-office/?on=2005-02-01"))

    def test_arrival_before_credentials_is_sound(self, apply):
        apply("18-arrival-before-credentials.json")
        assert found() == set()

    def test_going_on_from_a_day_to_come(self, apply, client):
        apply("19-since-a-future-day.json")
        assert ("tenure/case-t", "going-on-from-a-day-to-come") in found()
        assert "from 1 May 2041" in client.get("/en/offices/case-office/").text
        page = client.get("/fr/fonctions/case-office/").text
        assert "à partir du 1er mai 2041" in page
        assert "depuis le 1er mai 2041" not in page


#: Published, and without what the public would read.
INCOMPLETE = [
    ("area", {}),
    ("state", {}),
    ("place", {"kind": "town"}),
    ("organization", {"abbreviation_en": "NAC"}),
    ("framework", {}),
    ("office", {}),
    ("source", {"date": "2018"}),
    ("statement", {"date": "2018"}),
    ("decision", {"date": "2018"}),
    ("decision", {"title_en": "A decision"}),
    ("agreement", {"title_en": "An agreement"}),
    ("visit", {"title_en": "A visit"}),
    ("visit", {"period": "2018"}),
    ("meeting", {"title_en": "A meeting", "kind": "talks"}),
    ("statement", {"text_en": "So it is said."}),
]


@pytest.mark.once
class TestWhatThePublicReads:
    def test_nameless_case_is_refused(self, apply, capsys):
        with pytest.raises(CommandError):
            apply("21-import-publishes-nameless.json")
        assert "It needs a title or a name first" in capsys.readouterr().err
        assert not models.Area.objects.exists()

    @pytest.mark.parametrize(("kind", "fields"), INCOMPLETE)
    @pytest.mark.parametrize("door", ["import", "loaddata"])
    def test_is_refused_without_name_or_date(self, apply, tmp_path, kind, fields, door, capsys):
        lines = [(kind, {"key": "case", "publication": "published", **fields})]
        with pytest.raises(CommandError) as refusal:
            apply(lines) if door == "import" else load(tmp_path, lines)
        assert "It needs" in f"{refusal.value}{capsys.readouterr().err}"
        assert not models.TimelineLine.objects.exists()

    @pytest.mark.parametrize("door", ["import", "loaddata"])
    def test_draft_needs_its_name_alone(self, apply, tmp_path, door, capsys):
        def written(**fields):
            lines = [("decision", {"key": "case", "publication": "draft", **fields})]
            return apply(lines) if door == "import" else load(tmp_path, lines)

        with pytest.raises(CommandError) as refusal:
            written(date="2018")
        assert "It needs a title or a name first" in f"{refusal.value}{capsys.readouterr().err}"
        written(title_fr="Une décision")
        assert models.Decision.objects.get().date == ""

    def test_what_is_published_cannot_lose_its_date(self, client, administrator):
        decision = factories.DecisionFactory(publication="published", date="2018-05-24", title_en="A decision")
        client.force_login(administrator)
        page = address("decision", "change", decision.pk)
        at_once = {"_live": "1", "_live_reason": "An error that hurts"}
        answer = client.post(page, as_it_stands(client, page) | {"date": ""} | at_once)
        decision.refresh_from_db()
        assert (answer.status_code, decision.date) == (200, "2018-05-24")
        assert "needs its date or period first" in answer.text


def load(tmp_path, lines):
    path = tmp_path / "load.json"
    path.write_text(json.dumps([{"model": f"partnerships.{kind}", "fields": fields} for kind, fields in lines]))
    call_command("loaddata", str(path), verbosity=0)


def ring(kind, link, keys, *, many=False, **fields):
    """Return lines of which each names the next, and the last one the first."""
    following = [*keys[1:], keys[0]]
    return [
        (kind, {"key": key, link: [[named]] if many else [named], **fields})
        for key, named in zip(keys, following, strict=True)
    ]


CIRCLES = [
    ring("state", "predecessors", ["a", "b"], many=True, name_en="A State"),
    ring("state", "predecessors", ["a", "b", "c"], many=True, name_en="A State"),
    ring("state", "predecessors", ["a"], many=True, name_en="A State"),
    ring("organization", "parent", ["a", "b", "c"], name_en="A body"),
    ring("organization", "parent", ["a"], name_en="A body"),
    ring("area", "parent", ["a", "b"], name_en="An area"),
    ring("decision", "follows", ["a", "b", "c", "d"], title_en="A decision", date="2018"),
    ring("agreement", "renews", ["a", "b"], title_en="An agreement", date="2018"),
    ring("statement", "contradicts", ["a"], many=True, text_en="So it is.", date="2018"),
]


class TestCircles:
    @pytest.mark.parametrize("lines", CIRCLES)
    @pytest.mark.parametrize("door", ["import", "loaddata"])
    def test_are_refused(self, apply, tmp_path, lines, door, capsys):
        with pytest.raises(CommandError) as refusal:
            apply(lines) if door == "import" else load(tmp_path, lines)
        assert "would lead back to the record itself" in f"{refusal.value}{capsys.readouterr().err}"
        assert models.State.objects.count() == models.Decision.objects.count() == 0

    def test_closed_by_a_second_import_is_refused(self, apply, capsys):
        chain = ring("state", "predecessors", ["a", "b", "c"], many=True, name_en="A State")
        apply([*chain[:2], ("state", {"key": "c", "name_en": "A State"})])
        with pytest.raises(CommandError):
            apply(chain[2:])
        assert "would lead back to the record itself" in capsys.readouterr().err

    def test_closed_in_the_form_is_refused(self, client, administrator):
        first, second, third = factories.StateFactory.create_batch(3)
        first.predecessors.add(second)
        second.predecessors.add(third)
        client.force_login(administrator)
        page = address("state", "change", third.pk)
        answer = client.post(page, as_it_stands(client, page) | {"predecessors": [first.pk]})
        assert "would lead back to the record itself" in answer.text
        assert not third.predecessors.exists()

    def test_a_tree_is_none(self, apply):
        apply(
            [
                ("state", {"key": "old", "name_en": "Old"}),
                ("state", {"key": "left", "name_en": "Left", "predecessors": [["old"]]}),
                ("state", {"key": "right", "name_en": "Right", "predecessors": [["old"]]}),
                ("state", {"key": "new", "name_en": "New", "predecessors": [["left"], ["right"]]}),
            ]
        )
        assert models.State.objects.count() == 4


class TestOneText:
    def test_line_ends_are_one(self, apply, plan, client, administrator):
        apply("23-line-ends.json")
        decision = models.Decision.objects.get()
        client.force_login(administrator)
        page = address("decision", "change", decision.pk)
        sent = as_it_stands(client, page)
        sent["text_en"] = sent["text_en"].replace("\n", "\r\n")
        assert client.post(page, sent).status_code == 302
        decision.refresh_from_db()
        assert decision.text_en == "First line\nSecond line"
        with override("en"):
            assert "1 unchanged" in plan("23-line-ends.json")

    @pytest.mark.parametrize("written", ["A\\r\\nB", "A\\rB", "A\\nB", "  A\\nB\\n", "A\\nB\\u00a0"])
    def test_every_line_end_is_unchanged(self, apply, plan, written):
        apply([("decision", {"key": "d", "title_en": "A decision", "text_en": "A\nB", "date": "2018"})])
        line = '[{"model": "partnerships.decision", "fields": {"key": "d", "title_en": "A decision", "date": "2018", '
        assert "1 unchanged" in plan(f'{line}"text_en": "{written}"}}}}]'.encode())

    def test_composed_letters_are_unchanged(self, apply, plan):
        apply("26-same-name-decomposed.json")
        assert models.Area.objects.get().name_fr == "S\u00fbret\u00e9 g\u00e9n\u00e9rale"
        composed = '[{"model": "partnerships.area", "fields": {"key": "case-area", "name_fr": "Sûreté générale"}}]'
        assert "1 unchanged" in plan(composed.encode())

    def test_composed_letters_are_one_at_every_door(self, tmp_path, client, administrator):
        decomposed = "Su\u0302rete\u0301"
        load(tmp_path, [("area", {"key": "loaded", "name_fr": decomposed})])
        factories.AreaFactory(key="made", name_fr=decomposed)
        client.force_login(administrator)
        client.post(address("area", "add"), {"name_fr": decomposed, "key": "typed"} | empty_parts())
        assert set(models.Area.objects.values_list("key", "name_fr")) == {
            (key, "Sûreté") for key in ("loaded", "made", "typed")
        }

    def test_page_break_is_a_paragraph_and_other_controls_are_refused(self, apply, capsys):
        apply([("decision", {"key": "d", "title_en": " A decision ", "text_en": "One\fTwo", "date": "2018"})])
        decision = models.Decision.objects.get()
        assert (decision.title_en, decision.text_en) == ("A decision", "One\n\nTwo")
        for control in "\x00\x07\x0b\x1b\x7f\x85\u202e":
            with pytest.raises(CommandError):
                apply([("area", {"key": "a", "name_en": f"Cyber{control}defence"})])
            assert "The text holds a" in capsys.readouterr().err

    def test_byte_order_mark(self, tmp_path, plan):
        content = (CASES / "24-loaddata-bom.json").read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert "create area/case-area" in plan(content)
        path = tmp_path / "bom.json"
        path.write_bytes(content)
        with pytest.raises(CommandError, match=r"bom\.json.*byte-order mark; “import_register” takes it"):
            call_command("loaddata", str(path))

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1"])
    def test_other_encodings_end_in_a_sentence(self, tmp_path, encoding):
        path = tmp_path / "other.json"
        path.write_bytes('[{"model": "partnerships.area", "fields": {"key": "a", "name_fr": "é"}}]'.encode(encoding))
        with pytest.raises(CommandError, match="not UTF-8 text"):
            call_command("loaddata", str(path))


def empty_parts():
    return {f"{name}-{count}_FORMS": 0 for name in ("citations", "names", "aliases") for count in ("TOTAL", "INITIAL")}


class TestFormerAddresses:
    @pytest.fixture
    def partners(self):
        first = factories.PartnerFactory(key="jp", slug_en="japan", publication="published")
        first.slug_en = "japan-2"
        first.save()
        return first, factories.PartnerFactory(key="kr", slug_en="korea", publication="published")

    def test_are_refused_in_the_form(self, partners, client, administrator):
        client.force_login(administrator)
        page = address("partner", "change", partners[1].pk)
        answer = client.post(page, as_it_stands(client, page) | {"slug_en": "japan"})
        assert answer.status_code == 200
        assert "was the address of another record" in answer.text
        client.logout()
        assert client.get("/en/partners/japan/")["Location"] == "/en/partners/japan-2/"

    def test_are_refused_in_an_import(self, partners, apply, capsys):
        with pytest.raises(CommandError):
            apply([("area", {"key": "a", "name_en": "A"}), ("partner", line_of(partners[1], slug_en="japan"))])
        assert "was the address of another record" in capsys.readouterr().err

    def test_may_be_taken_back_by_whom_they_lead_to(self, partners):
        partners[0].slug_en = "japan"
        partners[0].full_clean()


def line_of(partner, **fields):
    return {
        "key": partner.key,
        "state": [partner.state.key],
        "organization": [partner.organization.key],
        "period": partner.period,
        "publication": "published",
        **fields,
    }


class TestAddresses:
    @pytest.mark.parametrize(
        ("asked", "reader", "status", "leads_to"),
        [
            ("/timeline/", "fr", 302, "/fr/chronologie/"),
            ("/timeline/", "en", 302, "/en/timeline/"),
            ("/chronologie/", "en", 302, "/en/timeline/"),
            ("/chronologie/", "fr", 302, "/fr/chronologie/"),
            ("/timeline", "fr", 302, "/fr/chronologie/"),
            ("/timeline/?from=2018&to=2019", "fr", 302, "/fr/chronologie/?from=2018&to=2019"),
            ("/TIMELINE/", "fr", 302, "/fr/chronologie/"),
            ("/en/chronologie/", "fr", 301, "/en/timeline/"),
            ("/fr/timeline/", "en", 301, "/fr/chronologie/"),
            ("/en/chronologie/?on=2018-09-01", "fr", 301, "/en/timeline/?on=2018-09-01"),
            ("/EN/Timeline/", "fr", 301, "/en/timeline/"),
            ("/FR/", "en", 301, "/fr/"),
            ("/en/Partners/", "fr", 301, "/en/partners/"),
            ("/en/partenaires/", "fr", 301, "/en/partners/"),
            ("/fr/partners/japan/", "fr", 301, "/fr/partenaires/japan/"),
            ("/partners/japan/?on=2018", "fr", 302, "/fr/partenaires/japan/?on=2018"),
            ("/partenaires/japon/", "en", 302, "/en/partners/japon/"),
            ("/en/partners/Japan/", "fr", 301, "/en/partners/japan/"),
            ("/Admin/", "fr", 301, "/admin/"),
            ("/ID/partner/jp", "fr", 301, "/id/partner/jp"),
            ("/Robots.txt", "fr", 301, "/robots.txt"),
        ],
    )
    def test_lead_to_the_page_that_is_meant(self, client, asked, reader, status, leads_to):
        answer = client.get(asked, headers={"accept-language": reader})
        assert (answer.status_code, answer["Location"]) == (status, leads_to)
        assert status == 301 or "Accept-Language" in answer["Vary"]

    @pytest.mark.parametrize("asked", ["/nowhere/", "/en/nowhere/", "/EN/Nowhere/", "/fr/partenaires/inconnu/", "/de/"])
    def test_that_mean_nothing_are_not_found(self, client, asked):
        assert client.get(asked).status_code == 404

    def test_are_asked_by_a_filter_in_words(self, client):
        assert client.get("/en/timeline/?from=Aug+2018").status_code == 200


#: Every link to one record that a form of the back-office lets somebody empty.
LINKS = [
    (name, field.name)
    for name, kind in KINDS.items()
    for field in kind.model._meta.concrete_fields
    if isinstance(field, ForeignKey) and field.editable and name != "meeting"
]


@pytest.mark.parametrize(("kind", "link"), LINKS)
def test_a_link_that_is_emptied_in_a_form_is_never_an_error(client, administrator, kind, link):
    record = factories.FACTORIES[kind]()
    client.force_login(administrator)
    client.raise_request_exception = False
    page = address(kind, "change", record.pk)
    answer = client.post(page, as_it_stands(client, page) | {link: ""})
    assert answer.status_code < 400
    if answer.status_code == 200:
        assert answer.context["adminform"].form.errors


@pytest.mark.parametrize(("kind", "link"), [("designation", "embassy"), ("membership", "framework")])
def test_what_needs_one_of_two_says_so(client, administrator, kind, link):
    record = factories.FACTORIES[kind]()
    client.force_login(administrator)
    page = address(kind, "change", record.pk)
    answer = client.post(page, as_it_stands(client, page) | {link: ""})
    assert answer.status_code == 200
    assert answer.context["adminform"].form.non_field_errors()
