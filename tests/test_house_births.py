"""When somebody who lives was born changes nothing that the public can read, anywhere.

Two registers that differ in nothing but that must give the same answers: at each address of the URL configuration,
in each order, behind each cursor, and in the public file.
"""

import re
from io import StringIO
from unittest.mock import patch
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.core.management import call_command
from django.test import TestCase

from partnerships.listing.filters import KEYS
from partnerships.models import Citation, Name, Person, Source
from partnerships.projections.up_to_date import deferred
from partnerships.records.kinds import KINDS
from partnerships.records.visibility import published

from .canaries import Register
from .projections import edits
from .test_house_canaries import SURFACES

#: A birth, with the period of the names that are as old. The first begins after a name whose period is shown and ends
#: before most of what happens; the other begins before that name and covers everything.
LIVES = (
    {"birth": "1964-02-03~", "period": "1964/1980", "wording": "from 1964"},
    {"birth": "1955", "period": "1955-05-05/..", "wording": "since May 1955"},
)


#: When a feed or a file was made, and of which version of the register.
INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|[+-][0-9:]+)|[0-9]{8}T[0-9]{6}Z|version(?:\W|&quot;)+[0-9]+"
)
#: What says of people what their pages say: the page of a citation stands for its forms.
MADE_OF_PAGES = ("cite-", "card", "report")
#: Filters that ask for something else than people and times.
OTHER_FILTERS = {*KEYS, "kind"} - {"person"}


def told(answers, others):
    """Return the addresses that answer otherwise."""
    return {url for url, answer in answers.items() if answer != others[url]}


@pytest.mark.once
class TestBirths(TestCase):
    @classmethod
    def setUpTestData(cls):
        with deferred():
            edits.build()
            source = published(Source).order_by("pk")[0]
            for person in published(Person):
                Citation.objects.create(person=person, key="birth", source=source, field="birth")
                Name.objects.create(person=person, key="a-shown", text="Shown", period="1958/1959")
                Name.objects.create(person=person, key="b-born", text="Born So", kind="birth")
                Name.objects.create(person=person, key="c-used", text="Used So")
        sound = {kind.model: published(kind.model).order_by("pk")[0] for kind in KINDS.values()}
        cls.register = Register(sound=sound)

    def setUp(self):
        # What a picture says is compared before it is drawn.
        drawn = patch("partnerships.views.sharing.card_png", lambda card: repr(card).encode())
        drawn.start()
        self.addCleanup(drawn.stop)

    def answers(self, life, death="", addresses=None):
        """Return what the public reads at `addresses`, everywhere without, if people had that life."""
        said = {"value": life["birth"], "remark_en": life["wording"], "locator": life["birth"]}
        with deferred():
            Person.objects.update(birth=life["birth"], death=death)
            Citation.objects.filter(field="birth").update(**said)
            Name.objects.filter(key__in=["b-born", "c-used"]).update(
                period=life["period"], period_wording_fr=life["wording"], period_wording_en=life["wording"]
            )
        file = StringIO()
        call_command("export_register", published=True, stdout=file)
        found = {"export": file.getvalue()}
        for url in self.addresses() if addresses is None else addresses:
            found[url] = INSTANT.sub("", self.client.get(url).getvalue().decode(errors="surrogateescape"))
        return found

    def addresses(self):
        """Return what is asked: lists in one language, narrowed down to a person or a time."""
        for name, surface in SURFACES.items():
            if name.startswith(MADE_OF_PAGES):
                continue
            for url in surface(self.register):
                parameters = {parameter for parameter, _ in parse_qsl(urlsplit(url).query)}
                narrowed = name.endswith("-list") or name.startswith(("timeline", "search"))
                if not narrowed or url.startswith("/en/") and not parameters & OTHER_FILTERS:
                    yield url

    def test_of_the_living_change_nothing(self):
        assert told(*map(self.answers, LIVES)) == set()

    def test_of_the_dead_are_told(self):
        person = self.register.sound[Person]
        pages = [f"/en/people/{person.slug('en')}/", f"/fr/personnes/{person.slug('fr')}/"]
        assert told(*(self.answers(life, "2020-01-01", pages) for life in LIVES)) == {"export", *pages}
