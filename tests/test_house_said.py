"""What the register says, word by word, in both languages: the commit shows what readers will see.

The texts stand in `tests/said/`; `make said` writes them down anew.
"""

import re
from difflib import unified_diff
from html import unescape
from itertools import islice
from pathlib import Path

import pytest
import time_machine
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client, TestCase
from django.urls import reverse

from partnerships import editorial
from partnerships.editorial.history import record_saving
from partnerships.models import ErrorReport, Person, Visit
from partnerships.models.base import LANGUAGES
from tests.admin.browsing import press
from tests.factories import AreaFactory

from .said import plain

pytestmark = pytest.mark.once

HERE = Path(__file__).parent / "said"
FIXTURES = ("2018_decision", "japan", "nato", "pages", "partner_missions", "states")
#: When all of it is asked.
NOW = "2026-11-30T09:00:00Z"
#: So many lines of a difference are shown.
MOST = 60
PASSWORD = "a long enough password"

#: What is asked in English, by the file that holds what is answered; its twin in French follows each.
PAGES = {
    "home": ("", "?office=jp-head-of-mission-nato&on=2018-09-01"),
    "timeline": (
        "timeline/?from=2017&to=2018",
        "timeline/?detail=all&partner=jp&from=2018-05&to=2018-07",
        "timeline/?kind=visit&from=2022&to=2025&order=newest",
        "timeline/?partner=jp&area=cyber-defence&from=2001&to=2002",
        "timeline/?on=2018-09-01&body=nato",
    ),
    "partners": (
        "partners/",
        "partners/japan/",
        "partners/japan/?on=2018-09-01",
        "partners/japan/?on=2011-06-01&and=2018-09-01",
        "partners/republic-of-korea/",
    ),
    "missions": ("missions/", "missions/japan-nato/", "missions/kuwait-nato/?on=2025-01-15"),
    "embassies": ("embassies/", "embassies/japan-belgium/?on=2018-06-15"),
    "offices": (
        "offices/?on=2018-09-01",
        "offices/head-of-mission-japan-nato/?on=2018-06-15",
        "offices/head-of-mission-japan-nato/?on=2018-09-01",
        "offices/ambassador-japan-belgium/?on=2018-07-01&and=2023-06-01",
    ),
    "people": ("people/?letter=h", "people/?on=2018-09-01", "people/hajime-hayashi/", "people/taro-kono/"),
    "decisions": ("decisions/", "decisions/2018-mission-of-japan/", "decisions/2011-partner-missions/?on=2018-09-01"),
    "agreements": ("agreements/?from=2010&to=2014", "agreements/joint-political-declaration-of-japan-and-nato/"),
    "visits": ("visits/?from=2022&order=newest", "visits/2017-secretary-general-tokyo/"),
    "sources": ("sources/?letter=v", "sources/nato-2018-05-24/", "sources/diplomat-magazine-2018-05-28/"),
    "places": ("places/", "places/tokyo/", "states/belgium/", "states/japan/?on=1970-01-01", "states/?letter=j"),
    "cooperation": ("areas/", "areas/cyber-defence/", "frameworks/partners-across-the-globe/", "organizations/nato/"),
    "search": (
        "search/",
        "search/?q=hayashi",
        "search/?q=desgination",
        "search/?q=cyber+defense&kind=visit",
        "search/?q=nothing-of-the-sort",
    ),
    "compare": ("compare/", "compare/?partner=jp&partner=kr&partner=kw"),
    "register": ("completeness/", "corrections/"),
    "one_line": (
        "cite/tenure/jp-ambassador-be-hayashi-2017/",
        "cite/office/jp-head-of-mission-nato/?on=2018-09-01",
        "report/visit/2017-10-secretary-general-tokyo/",
    ),
}
#: What nothing is found at, or what cannot be understood.
WRONG = (
    *("/en/nothing/", "/fr/rien/", "/en/timeline/?from=tomorrow", "/fr/chronologie/?from=demain"),
    *("/en/partners/japan/?on=2018-02-30", "/fr/partenaires/japon/?on=1/7/18", "/en/people/?after=x"),
)
#: What is taken away, as it is sent.
TAKEN = (
    "/api/v1/offices/jp-head-of-mission-nato/holders?on=2018-09-01",
    "/api/v1/offices/jp-head-of-mission-nato/holders?on=2018-06-15",
    "/api/v1/offices/jp-head-of-mission-nato/succession",
    "/api/v1/visits/2017-10-secretary-general-tokyo",
    "/en/timeline.atom?partner=jp&from=2018&to=2018",
    "/fr/chronologie.ics?partner=jp&kind=visit&from=2017&to=2018",
    "/fr/chronologie.csv?partner=jp&from=2018&to=2018",
    "/en/timeline.json?kind=decision&from=2018&to=2018",
    *(f"/en/cite/decision/2018-05-24-japan-mission.{form}" for form in ("bib", "ris", "csl")),
    "/fr/citer/office/jp-head-of-mission-nato.bib?on=2018-09-01",
)
#: What the staff sees, by role.
STAFF = {
    "editor": (
        "index",
        "partnerships_tenure_add",
        "partnerships_visit_change",
        "partnerships_area_change",
        "partnerships_person_history",
        "partnerships_from_document",
        "partnerships_decision_changelist",
    ),
    "reviewer": ("index", "partnerships_area_change", "partnerships_visit_change", "partnerships_findings"),
    "administrator": ("index", "partnerships_person_delete", "auth_user_add"),
}


def in_french(page: str) -> str:
    """Return where the twin of an English page is found, as the page says it."""
    (found,) = re.findall(r'<a href="([^"]*)" lang="fr" hreflang="fr"', page)
    return unescape(found)


def numberless(text: str) -> str:
    """Return a page of the back-office without the numbers under which its links find records."""
    return re.sub(r"<[^<> ]+>", lambda link: re.sub(r"(?<=/)\d+(?=/)", "n", link[0]), text)


def in_work(staff: dict[str, User]) -> dict[str, list[int]]:
    """Make a draft that was returned, one in review, a change that waits, a report; return which records are opened."""
    areas = {
        state: AreaFactory(key=state, name_fr=f"Aire {state}", name_en=f"Area {state}") for state in ("new", "back")
    }
    for area in areas.values():
        record_saving(area, by=staff["editor"], before=None)
        editorial.submit(area, by=staff["editor"])
    editorial.return_to_draft(areas["back"], by=staff["reviewer"], comment="Who says so?")
    visit = Visit.objects.get(key="2017-10-secretary-general-tokyo")
    browser = Client()
    browser.force_login(staff["editor"])
    press(browser, visit, title_en="The Secretary General in Tokyo", period="31 October 2017")
    ErrorReport.objects.create(kind="visit", key=visit.key, language="en", text="The day is another one.")
    person = Person.objects.get(key="hayashi-hajime")
    return {
        "partnerships_visit_change": [visit.pk],
        "partnerships_area_change": [areas["back"].pk],
        "partnerships_person_history": [person.pk],
        "partnerships_person_delete": [person.pk],
    }


@pytest.fixture(scope="class")
def writes(request):
    request.cls.writes = request.config.getoption("--write-said")


@pytest.mark.usefixtures("writes")
class TestRegister(TestCase):
    writes: bool

    @classmethod
    def setUpTestData(cls):
        with time_machine.travel(NOW, tick=False):
            call_command("loaddata", *FIXTURES, verbosity=0)

    def setUp(self):
        stopped = time_machine.travel(NOW, tick=False)
        stopped.start()
        self.addCleanup(stopped.stop)

    def holds(self, name: str, answers: dict[str, str]) -> None:
        """Compare what is answered with what is written down, or write it down."""
        path, found = HERE / f"{name}.txt", "".join(f"=== {asked}\n{text}\n" for asked, text in answers.items())
        found = found.replace("\r\n", "\n")
        if self.writes:
            path.write_text(found, encoding="utf-8")
        lines = unified_diff(
            path.read_text(encoding="utf-8").split("\n"), found.split("\n"), "as written down", "now", n=2
        )
        assert (difference := "\n".join(islice(lines, MOST))) == "", f"{path.name}:\n{difference}"

    def read(self, where: str) -> str:
        return self.client.get(where).text

    def test_pages_say_this(self):
        for name, asked in PAGES.items():
            with self.subTest(name):
                answers = {}
                for where in asked:
                    english = self.read(f"/en/{where}")
                    french = in_french(english)
                    answers[f"/en/{where}"] = plain(english)
                    answers[french] = plain(self.read(french), links=False)
                self.holds(name, answers)

    def test_pages_of_errors_say_this(self):
        self.holds("errors", {where: plain(self.read(where)) for where in WRONG})

    def test_what_is_taken_away_says_this(self):
        self.holds("taken", {where: b"".join(self.client.get(where)).decode() for where in TAKEN})

    def test_back_office_says_this(self):
        staff = {role: self.member(role) for role in STAFF}
        rows = in_work(staff)
        for role, asked in STAFF.items():
            with self.subTest(role):
                self.client.force_login(staff[role])
                self.client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
                answers = {}
                for name in asked:
                    where = reverse(f"admin:{name}", args=rows.get(name, []))
                    for language in LANGUAGES:
                        text = self.client.get(where, headers={"accept-language": language}).text
                        answers[f"{name}, {language}"] = numberless(plain(text, links=language == "en"))
                self.holds(f"staff_{role}", answers)

    def member(self, role: str) -> User:
        found = User.objects.create_user(role, password=PASSWORD, is_staff=True)
        found.groups.add(Group.objects.get(name=role))
        return found
