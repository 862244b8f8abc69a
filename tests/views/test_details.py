"""What stands on the pages and lines of records: dates for machines, names, languages, sources, who took part."""

import re

import html5lib
import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from partnerships import dates
from partnerships.addresses import page_of
from partnerships.models import Name
from partnerships.presentation.days import when_html
from partnerships.presentation.languages import language_name
from tests.factories import (
    FACTORIES,
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MeetingFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    PostingFactory,
    SourceFactory,
    StateFactory,
    StatementFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)
from tests.pages.reading import days_of_page, facts_of_page, notes_of_page

PUBLIC = {"publication": "published"}
#: The version before and within the read, and what finds the record.
MOST_QUERIES = 3


def read(response):
    """The words of a page, styles aside: one space for each white space."""
    main = html5lib.parse(response.text, namespaceHTMLElements=False).find(".//main")
    return " ".join("".join(main.itertext()).split())


class TestDatesForMachines:
    @pytest.mark.parametrize(
        ("notation", "expected"),
        [
            ("2018-05-24", ["2018-05-24"]),
            ("2018", ["2018"]),
            ("[..2018-05-24]/", ["2018-05-24"]),
            ("[1994-01-10..1994-01-11]", ["1994-01-10", "1994-01-11"]),
            ("2000-03-14~", ["2000-03-13", "2000-03-15"]),
            ("[2004-06-29..2016]", ["2004-06-29", "2016-12-31"]),
            ("2017-10-30/2017-10-31", ["2017-10-30", "2017-10-31"]),
            ("2012?/[2014-09-08..2014-09]", ["2012-01-01", "2012-12-31", "2014-09-08", "2014-09-30"]),
            ("[1994..1996]", ["1994-01-01", "1996-12-31"]),
            ("2014/..", ["2014"]),
            ("/", []),
        ],
    )
    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_are_the_known_bounds_beside_words_said_once(self, notation, expected, language):
        when = dates.parse(notation)
        words = dates.word(when, language)
        said = when_html(when, words)
        assert re.findall(r'datetime="([^"]*)"', said) == expected
        assert re.sub(r"<[^>]*>", "", said) == words

    def test_a_dash_within_a_word_parts_nothing(self):
        assert when_html(dates.parse("[1994..1996]"), "mid-1990s").endswith("mid-1990s")


@pytest.mark.django_db
class TestBirthOfTheLiving:
    @pytest.fixture
    def people(self):
        source = SourceFactory(key="who-is-who", **PUBLIC)
        people = {}
        for key, death in (("living", ""), ("dead", "2022-07-08")):
            person = PersonFactory(key=key, birth="1954-09-21", death=death, **PUBLIC)
            CitationFactory(
                person=person,
                source=source,
                field="birth",
                value="1954-09-20",
                remark_en="So says his card.",
                locator=key,
            )
            Name.objects.create(person=person, key="born", kind="birth", text="At Birth", period="1954-09-21/1980")
            people[key] = person
        return people

    def test_is_kept_with_what_sources_say_of_it(self, client, people):
        path = "/en/people/living/"
        assert facts_of_page(client, path) == [("Names", "At Birth (at birth)")]
        assert days_of_page(client, path) == notes_of_page(client, path) == []
        assert "So says his card." not in client.get(path).text

    def test_of_the_dead_is_public(self, client, people):
        path = "/en/people/dead/"
        assert facts_of_page(client, path) == [
            ("Names", "At Birth (at birth, 21 September 1954 – 1980)"),
            ("Born", "21 September 1954"),
            ("Died", "8 July 2022"),
        ]
        (note,) = notes_of_page(client, path)
        assert note.endswith(", dead. date of birth: 20 September 1954. So says his card.")

    def test_is_on_no_page_of_a_source(self, client, people):
        text = client.get("/en/sources/who-is-who/").text
        assert "/en/people/dead/" in text
        assert "/en/people/living/" not in text

    def test_is_given_away_by_no_other_name(self, client, people):
        Name.objects.create(person=people["living"], key="used", text="Used", period="1954-09-21/..")
        assert facts_of_page(client, "/en/people/living/") == [("Names", "At Birth (at birth), Used")]
        assert days_of_page(client, "/en/people/living/") == []


@pytest.mark.django_db
class TestNames:
    def test_stand_with_kind_language_and_period(self, client):
        state = StateFactory(key="cd", name_en="Congo", **PUBLIC)
        Name.objects.create(state=state, key="a", text="Zaïre", language="fr", period="1971/1997")
        Name.objects.create(state=state, key="b", text="コンゴ", language="ja", kind="native")
        assert "Zaïre (French, 1971–1997)" in read(client.get("/en/states/cd/"))
        assert "コンゴ (in the native script, Japanese)" in read(client.get("/en/states/cd/"))
        assert "Zaïre (français, 1971-1997)" in read(client.get("/fr/etats/cd/"))
        assert '<span lang="fr">Zaïre</span>' in client.get("/en/states/cd/").text


@pytest.mark.django_db
class TestLanguages:
    def test_have_names(self, client):
        SourceFactory(key="letter", languages="ja en qq", **PUBLIC)
        assert "Langues japonais, anglais, qq" in read(client.get("/fr/sources/letter/"))
        assert "Languages Japanese, English, qq" in read(client.get("/en/sources/letter/"))

    @pytest.mark.parametrize(("code", "name"), [("ja-Latn", "Japanese"), ("zh", "Chinese"), ("ko", "Korean")])
    def test_are_named_by_their_codes(self, code, name):
        with override("en"):
            assert language_name(code) == name

    def test_of_texts_are_marked_wherever_they_stand(self, client):
        DecisionFactory(key="d", title_fr="Une décision", title_en="", **PUBLIC)
        text = client.get("/en/decisions/d/").text
        assert '<title lang="fr">Une décision – Registre des partenariats</title>' in text
        assert '<cite lang="fr">Une décision</cite>' in text
        assert (
            '<span class="hidden">: <span lang="fr">Une décision</span></span>'
            in client.get("/en/timeline/?detail=all").text
        )


@pytest.mark.django_db
class TestWhatWasNotHeld:
    def test_says_so_on_its_line(self, client):
        VisitFactory(key="v", title_en="Visit", status="cancelled", **PUBLIC)
        MeetingFactory(key="m", title_en="Talks", status="planned", **PUBLIC)
        VisitFactory(key="held", **PUBLIC)
        words = read(client.get("/en/timeline/?detail=all"))
        assert "Visit (cancelled)" in words
        assert "Talks (planned)" in words
        assert "(held)" not in words

    def test_takes_its_meetings_with_it(self, client):
        stop = StopFactory(visit=VisitFactory(key="v", status="cancelled", **PUBLIC))
        MeetingFactory(title_en="With the press", stop=stop)
        assert "With the press (cancelled)" in read(client.get("/en/timeline/?kind=meeting"))
        assert "Talks, cancelled" in read(client.get("/en/visits/v/"))


@pytest.mark.django_db
class TestWhatIsSeen:
    def test_is_no_beginning(self, client):
        PostingFactory(key="seen", period="[..2018-05-24]/", **PUBLIC)
        PostingFactory(key="begun", period="2018-05-24/", **PUBLIC)
        words = read(client.get("/en/timeline/?detail=all"))
        assert "posts a liaison officer" in words
        assert "has a liaison officer" in words
        assert "a un officier de liaison auprès" in read(client.get("/fr/chronologie/?detail=all"))


@pytest.mark.django_db
@pytest.mark.once
class TestCards:
    """What a record says on its owner's page, word by word, in both languages."""

    def card(self, record, language, kind):
        with override(language):
            text = render_to_string(f"partnerships/cards/_{kind}.html", {"record": record, "language": language})
        return " ".join(re.sub(r"<[^>]+>", " ", text).replace("\u00a0", " ").replace("\u202f", " ").split())

    def test_of_a_tenure(self):
        tenure = TenureFactory(
            person__publication="published",
            residence=PlaceFactory(name_en="Brussels", name_fr="Bruxelles", **PUBLIC),
            rank_en="envoy",
            rank_fr="envoyé",
            acting=True,
            ending="death",
            period="1900/1901",
            **PUBLIC,
        )
        english, french = (self.card(tenure, language, "tenure") for language in ("en", "fr"))
        for words in ("envoy", "Residence : Brussels", "acting", "Died in office"):
            assert words.replace(" :", ":") in english.replace(" :", ":"), words
        for words in ("envoyé", "Résidence : Bruxelles", "par intérim", "Décès en fonction"):
            assert words in french, words
        assert "Never took up" not in english
        tenure.residence.publication, tenure.never_served, tenure.acting, tenure.ending = "draft", True, False, ""
        english, french = (self.card(tenure, language, "tenure") for language in ("en", "fr"))
        assert "Never took up the office." in english
        assert "N’a jamais pris ses fonctions." in french
        assert not any(word in english for word in ("Residence", "Brussels", "acting", "Died"))

    def test_of_a_statement(self):
        statement = StatementFactory(text_en="So many.", count=20, qualifier="more_than", date="2018-05", **PUBLIC)
        for text, publication in (("Fewer.", "published"), ("Hidden.", "draft")):
            with past_the_fence():
                statement.contradicts.add(StatementFactory(text_en=text, publication=publication))
        english, french = (self.card(statement, language, "statement") for language in ("en", "fr"))
        for words in ("Statement, May 2018", "So many.", "more than 20", "Disagrees with: Fewer."):
            assert words in english, words
        for words in ("Énoncé, mai 2018", "plus de 20", "En désaccord avec :"):
            assert words in french, words
        assert "Hidden." not in english + french

    def test_of_what_was_not_held(self):
        meeting = MeetingFactory(kind="talks", date="2018-05-24", status="cancelled", **PUBLIC)
        assert "– cancelled" in self.card(meeting, "en", "meeting")
        meeting.status = "held"
        assert "held" not in self.card(meeting, "en", "meeting")


@pytest.mark.django_db
class TestSources:
    def test_that_disagree_come_last(self, client):
        decision = DecisionFactory(key="d", **PUBLIC)
        for key, stance, grade in (("a", "contradicts", "A"), ("b", "supports", "B"), ("c", "supports", "A")):
            source = SourceFactory(key=key, title_en=f"Source {key}", **PUBLIC)
            CitationFactory(decision=decision, key=key, source=source, stance=stance, grade=grade)
        for path in ("/en/decisions/d/", "/en/timeline/"):
            text = client.get(path).text
            assert text.index("Source c") < text.index("Source b") < text.index("Source a"), path
        said = re.sub(r"<[^>]+>", "", client.get("/en/timeline/").text)
        assert re.findall(r"Sources disagree:\s+Source (\w)", said) == ["a"]

    def test_say_what_they_state_of_a_field_or_of_nothing_named(self, client):
        decision = DecisionFactory(key="d", **PUBLIC)
        for key, field, value in (("a", "date", "2013-04-13"), ("b", "date", ""), ("c", "", "Jens Stoltenberg")):
            source = SourceFactory(key=key, title_en=f"Source {key}", **PUBLIC)
            asked = {"field": field, "value": value, "locator": "p. 3", "grade": "A"}
            CitationFactory(decision=decision, key=key, source=source, stance="contradicts", **asked)
        said = re.sub(r"<[^>]+>", "", client.get("/en/timeline/").text)
        grade = "p. 3 [A: primary source, seen]"
        for words in (
            f"Source a, {grade} (date: 13 April 2013)",
            f"Source b, {grade} (date)",
            f"Source c, {grade} (Jens Stoltenberg)",
        ):
            assert words in said, words

    def test_name_a_designation_as_its_line_does(self, client):
        source = SourceFactory(key="s", **PUBLIC)
        designation = DesignationFactory(
            mission=MissionFactory(name_en="Mission", **PUBLIC),
            embassy=EmbassyFactory(name_en="Embassy", **PUBLIC),
            **PUBLIC,
        )
        CitationFactory(designation=designation, source=source)
        uses = client.get("/en/sources/s/").text.partition('id="uses"')[2].partition("</section>")[0]
        assert ">Embassy → Mission</a>" in uses


@pytest.mark.django_db
class TestParticipants:
    def test_are_told_apart_from_their_offices(self, client):
        visit = VisitFactory(key="v", **PUBLIC)
        office = OfficeFactory(name_en="Deputy Secretary General", **PUBLIC)
        body = OrganizationFactory(name_en="North Atlantic Council", **PUBLIC)
        ParticipationFactory(visit=visit, person=None, office=office, organization=body, styled_en="Deputy")
        words = read(client.get("/en/visits/v/"))
        assert "Deputy Secretary General, North Atlantic Council (Deputy) interlocutor" in words

    def test_may_have_no_name_but_what_the_source_says(self, client):
        visit = VisitFactory(key="v", **PUBLIC)
        ParticipationFactory(visit=visit, person=None, styled_en="Deputy Head of Mission")
        assert "Deputy Head of Mission interlocutor" in read(client.get("/en/visits/v/"))


@pytest.mark.django_db
class TestWording:
    def test_of_an_office_held_by_virtue_of_another(self, client):
        decision = DecisionFactory(key="ground", date="2018-05-24", **PUBLIC)
        mission, embassy = MissionFactory(key="m", **PUBLIC), EmbassyFactory(**PUBLIC)
        DesignationFactory(mission=mission, embassy=embassy, decision=decision, period="2018/..", **PUBLIC)
        OfficeFactory(mission=mission, heads_post=True, **PUBLIC)
        head = OfficeFactory(name_en="Ambassador", name_fr="Ambassadeur", embassy=embassy, heads_post=True, **PUBLIC)
        TenureFactory(office=head, period="2018/2021-01-01", **PUBLIC)
        words = read(client.get("/en/missions/m/?on=2020-01-01"))
        assert "as Ambassador, under the decision of 24 May 2018" in words
        text = client.get("/fr/missions/m/?on=2020-01-01").text
        assert "en sa qualité d’<a" in text
        assert "en vertu de <a" in text
        assert "la décision du <time" in text

    def test_of_a_step_ends_before_its_remark(self, client):
        tenure = TenureFactory(office__key="pm", **PUBLIC)
        MilestoneFactory(tenure=tenure, summary_en="The source names him.")
        assert "Seen in office, 1 June 2015. The source names him." in read(client.get("/en/offices/pm/"))

    def test_of_a_posting_has_its_space_in_french(self, client):
        PostingFactory(state=StateFactory(key="jp", **PUBLIC), organization=OrganizationFactory(**PUBLIC), **PUBLIC)
        assert "Officier de liaison\u00a0: Japon →" in client.get("/fr/etats/jp/").text
        assert "Liaison officer: Japan →" in client.get("/en/states/jp/").text


@pytest.mark.django_db
class TestFollowed:
    def test_lines_of_a_partner_are_taken_from_its_page(self, client):
        PartnerFactory(key="jp", slug_en="japan", publication="published")
        text = client.get("/en/partners/japan/").text
        for form in ("atom", "ics", "csv"):
            assert text.count(f'href="/en/timeline.{form}?partner=jp&amp;detail=all"') == 2


@pytest.mark.django_db
class TestCost:
    """A page whose parts are kept costs what finds its record; whoever changes the record sees it at once."""

    @pytest.mark.parametrize("kind", ["visit", "decision", "agreement", "office", "person"])
    def test_of_a_page_in_another_way(self, client, kind):
        record = FACTORIES[kind](publication="published")
        path = page_of(record, "en")
        client.get(path)
        with CaptureQueriesContext(connection) as asked:
            again = client.get(f"{path}?nothing=1")
        assert again.status_code == 200
        assert len(asked) <= MOST_QUERIES, [one["sql"] for one in asked]
        CitationFactory(**{kind: record}, locator="page 7", source__publication="published")
        assert "page 7" in client.get(f"{path}?nothing=2").text
