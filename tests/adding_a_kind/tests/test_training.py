"""A kind that was just added goes through everything that a kind goes through."""

import json
import re

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from partnerships import editorial
from partnerships.addresses import address, anchor, localized, page_of
from partnerships.consistency import check_register
from partnerships.editorial.resembling import notices
from partnerships.editorial.roles import sync_roles
from partnerships.exchange.exporting import export
from partnerships.exchange.undoing import undo
from partnerships.models import Change, Training
from partnerships.projections import version
from partnerships.projections.timeline import comparison
from partnerships.records.references import called, published_naming, unpublished_named_by
from partnerships.records.snapshot.taking import snapshot
from tests.admin.browsing import address as form
from tests.admin.browsing import as_it_stands, parts, press
from tests.exchange.fixtures import apply, line, plan
from tests.factories import (
    AreaFactory,
    CitationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    SourceFactory,
    TrainingFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db

LANGUAGES = ("fr", "en")


@pytest.fixture
def named():
    """What a training names, by the kind of it."""
    return {
        "partner": PartnerFactory(publication="published", key="jp-nato"),
        "area": AreaFactory(publication="published", key="cyber"),
        "place": PlaceFactory(publication="published", key="tallinn"),
        "person": PersonFactory(publication="published", key="person-a", name="Person A"),
    }


def given(named, **fields):
    """A training with all that it names, and its source."""
    training = TrainingFactory(place=named["place"], **fields)
    training.partners.add(named["partner"])
    training.areas.add(named["area"])
    training.people.add(named["person"])
    CitationFactory(training=training, source=SourceFactory(publication="published"))
    return training


@pytest.fixture
def training(named):
    return given(named, publication="published", key="cyber-2019", note="for staff alone")


@pytest.fixture
def reviewer(client):
    sync_roles()
    user = User.objects.create_user("reviewer", is_staff=True)
    user.groups.add(Group.objects.get(name="reviewer"))
    client.force_login(user)
    return client


class TestBackOffice:
    def test_adds_lists_changes_and_keeps_its_history(self, reviewer, named):
        data = {
            "title_en": "Cyber defence",
            "period": "March 2019",
            "partners": [named["partner"].pk],
            "areas": [named["area"].pk],
            "place": named["place"].pk,
            "people": [named["person"].pk],
            **parts("citations", {"source": SourceFactory(publication="published").pk, "stance": "supports"}),
        }
        reviewer.post(form("training", "add"), data)
        made = Training.objects.get()
        assert made.period == "2019-03"
        assert made.key == "2019-03-cyber-defence"
        assert "Cyber defence" in reviewer.get(form("training", "changelist")).text
        page = form("training", "change", made.pk)
        reviewer.post(page, as_it_stands(reviewer, page) | {"summary_en": "A course of two weeks."})
        press(reviewer, made, _publish="", _alone_reason="There is nobody else today.")
        made.refresh_from_db()
        assert (made.summary_en, made.publication) == ("A course of two weeks.", "published")
        assert len(reviewer.get(form("training", "history", made.pk)).context["changes"]) == 3
        assert list(Change.objects.values_list("kind", "action")) == [
            ("training", "create"),
            ("training", "update"),
            ("training", "publish"),
        ]

    def test_stands_in_the_menu_under_its_name_in_both_languages(self, reviewer):
        for language, name in (("fr", "Formations"), ("en", "Trainings")):
            page = reviewer.get("/admin/", headers={"accept-language": language})
            assert name in page.text

    def test_finds_it_by_its_words(self, reviewer, training):
        answer = reviewer.get(form("training", "changelist") + "?q=no+such+words")
        assert form("training", "change", training.pk) not in answer.text
        answer = reviewer.get(form("training", "changelist") + "?q=CYBER")
        assert form("training", "change", training.pk) in answer.text


class TestPublishing:
    def test_is_refused_without_a_date(self):
        training = TrainingFactory(period="")
        with pytest.raises(editorial.Refused, match="date or period"), translation.override("en"):
            editorial.publish(training, by=None)

    def test_is_refused_without_a_name(self):
        training = TrainingFactory(title_fr="", title_en="")
        with pytest.raises(editorial.Refused, match="title or a name"), translation.override("en"):
            editorial.publish(training, by=None)

    def test_is_refused_while_it_names_a_draft(self):
        training, person = TrainingFactory(), PersonFactory()
        training.people.add(person)
        with pytest.raises(editorial.Refused) as refusal:
            editorial.publish(training, by=None)
        assert refusal.value.records == [person]
        editorial.publish(training, by=None, along=True)
        person.refresh_from_db()
        assert person.publication == "published"


class TestTimeline:
    def test_has_its_lines_under_every_filter(self, client, training):
        TrainingFactory(publication="published", key="another", period="2010")
        for query in ("kind=training", "partner=jp-nato", "area=cyber", "person=person-a"):
            page = client.get(f"/en/timeline/?detail=all&{query}").text
            assert 'id="training-cyber-2019-start"' in page, query
            assert 'id="training-cyber-2019-end"' in page, query
            assert ('id="training-another-on"' in page) == (query == "kind=training"), query

    def test_offers_the_kind(self, client, training):
        assert '<option value="training"' in client.get("/en/timeline/").text

    def test_its_line_says_what_its_template_says(self, client, training):
        assert '<span class="trainers">' in client.get("/en/timeline/?kind=training").text

    def test_is_kept_in_step(self, client, training, named):
        other = AreaFactory(publication="published", key="other")
        training.areas.set([other])
        named["partner"].trainings.clear()
        Training.objects.update(period="2020")
        assert comparison.differences() == []
        assert 'id="training-cyber-2019-on"' in client.get("/en/timeline/?detail=all&area=other").text
        assert "cyber-2019" not in client.get("/en/timeline/?detail=all&partner=jp-nato").text


class TestPages:
    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("kind", ["partner", "area", "place", "person"])
    def test_stands_in_full_on_the_pages_of_what_it_names(self, client, training, named, kind, language):
        page = client.get(page_of(named[kind], language)).text
        assert f'id="{anchor(training)}"' in page
        assert ("Formations" if language == "fr" else "Trainings") in page
        assert '<p class="trainers">' in page

    def test_its_permanent_address_leads_to_its_place_on_a_page(self, client, training):
        answer = client.get("/id/training/cyber-2019", headers={"accept-language": "en"})
        assert answer.status_code == 303
        page, _, place = answer["Location"].partition("#")
        assert f'id="{place}"' in client.get(page).text

    def test_its_permanent_address_leads_to_the_timeline_where_it_stands_on_no_page(self, client):
        training = TrainingFactory(publication="published")
        page, _, place = client.get(f"/id/training/{training.key}")["Location"].partition("#")
        assert f'id="{place}"' in client.get(page).text

    def test_says_that_it_was_withdrawn(self, client, training):
        editorial.withdraw(training, by=None, reason_en="Entered twice.")
        answer = client.get("/id/training/cyber-2019", headers={"accept-language": "en"})
        assert answer.status_code == 410
        assert "Entered twice." in answer.text

    def test_its_source_lists_it_without_a_query_for_each(self, client, training, named):
        source = training.citations.get().source
        page = page_of(source, "en")
        assert address(training, "en").replace("&", "&amp;") in client.get(page).text
        version.advance()  # nothing that was made before is asked for again
        with CaptureQueriesContext(connection) as few:
            client.get(page)
        for number in range(5):
            CitationFactory(training=given(named, publication="published", key=f"more-{number}"), source=source)
        with CaptureQueriesContext(connection) as many:
            text = client.get(page).text
        assert "more-4" in text
        assert len(many) == len(few)

    def test_its_owners_page_takes_no_query_for_each(self, client, training, named):
        page = page_of(named["area"], "en")
        client.get(page)
        numbers = []
        for some in (range(5), range(5, 15)):
            for number in some:
                given(named, publication="published", key=f"more-{number}")
            with CaptureQueriesContext(connection) as asked:
                assert f"more-{some[-1]}" in client.get(page).text
            numbers.append(len(asked))
        assert numbers[0] == numbers[1]


class TestSearch:
    def test_finds_it_by_its_words(self, client, training):
        assert address(training, "en") in client.get("/en/search/?q=cyberdefense").text

    def test_finds_it_by_a_year_of_its_own_beside_what_says_the_year(self, client, named):
        AreaFactory(publication="published", name_en="Seaweed 2019")
        training = given(named, publication="published", key="sea", title_en="Seaweed", period="2018/2020")
        assert address(training, "en") in client.get("/en/search/?q=seaweed+2019").text


class TestDrafts:
    def test_never_reach_the_public(self, client, named):
        secret = "Deep secret"
        given(named, key="deep-secret", title_fr=secret, title_en=secret, summary_en=secret, note=secret)
        pages = [page_of(record, language) for record in named.values() for language in LANGUAGES]
        lists = [localized(f"{kind}-list", language) for kind in named for language in LANGUAGES]
        timelines = [
            localized("timeline", language) + query for language in LANGUAGES for query in ("", "?kind=training")
        ]
        sources = [page_of(citation.source, "en") for citation in Training.objects.get().citations.all()]
        for page in (*pages, *lists, *timelines, *sources, "/fr/", "/en/", "/sitemap.xml"):
            text = client.get(page).text
            assert "deep-secret" not in text, page
            assert secret not in text, page
        assert client.get("/id/training/deep-secret").status_code == 404
        assert "deep-secret" not in "".join(export(published=True))

    def test_are_not_spoken_of_by_a_published_training(self, client, training, named):
        hidden = PersonFactory(name="Hidden Person", key="hidden-person")
        with past_the_fence():
            training.people.add(hidden)
        for page in (page_of(named["area"], "en"), "/en/timeline/?kind=training"):
            assert "idden" not in client.get(page).text.replace('class="hidden"', ""), page
        assert "hidden-person" not in "".join(export(published=True))


class TestReferences:
    def test_say_who_names_whom(self, training, named):
        for record in named.values():
            assert training in published_naming(record)
        hidden = PersonFactory()
        with past_the_fence():
            training.people.add(hidden)
        assert unpublished_named_by(training) == [hidden]
        assert called(training) == "training/cyber-2019"

    def test_keep_what_it_names_from_being_withdrawn(self, training, named):
        for record in (named["person"], named["area"]):
            with pytest.raises(editorial.Refused):
                editorial.withdraw(record, by=None, reason_en="Wrong.")


class TestExchange:
    @pytest.fixture(autouse=True)
    def _english(self, _fresh_state):
        with translation.override("en"):
            yield

    LINES = (
        line("source", key="s", title_en="A document"),
        line("person", key="a", name="Person A"),
        line("citation", key="c", training=["t"], source=["s"], grade="B"),
        line("training", key="t", title_en="Course", period="2019-03-04/2019-03-08", people=[["a"]]),
    )

    def test_is_planned_applied_and_undone(self):
        assert {step.entry.name for step in plan(*self.LINES).steps} >= {"training/t"}
        assert not Training.objects.exists()
        outcome = apply(*self.LINES)
        assert [str(finding) for finding in outcome.findings] == []
        training = Training.objects.get()
        assert [person.key for person in training.people.all()] == ["a"]
        assert training.citations.get().grade == "B"
        assert {step.action for step in plan(*self.LINES).steps} == {"unchanged"}
        undo(outcome.batch)
        assert not Training.objects.exists()

    def test_what_is_wrong_is_said_with_its_field(self):
        outcome = plan(line("training", key="t", period="sometime", colour="red", people=[["nobody"]]))
        said = "\n".join(map(str, outcome.findings))
        assert all(word in said for word in ("period", "colour", "person/nobody"))

    def test_is_exported_and_loaded_again(self, training, tmp_path):
        before = snapshot(training)
        path = tmp_path / "register.json"
        path.write_text("".join(export()), encoding="utf-8")
        training.delete()
        call_command("loaddata", path, verbosity=0)
        assert snapshot(Training.objects.get()) == before
        assert comparison.differences() == []

    def test_goes_with_its_partner(self, training, named):
        TrainingFactory(publication="published", key="of-nobody")
        chosen = "".join(export(partner="jp-nato"))
        assert '"cyber-2019"' in chosen
        assert '"person-a"' in chosen
        assert "of-nobody" not in chosen

    def test_is_public_without_its_note(self, training):
        public = json.loads("".join(export(published=True)))
        [fields] = [each["fields"] for each in public if each["model"] == "partnerships.training"]
        assert fields["people"] == [["person-a"]]
        assert "note" not in fields


class TestConsistency:
    def test_finds_what_is_missing_and_what_is_hidden(self, training):
        training.citations.all().delete()
        with past_the_fence():
            training.people.add(PersonFactory(key="hidden"))
        with translation.override("en"):
            found = [str(each) for each in check_register() if (each.kind, each.key) == ("training", "cyber-2019")]
        assert any("No source supports" in each for each in found)
        assert any(re.search(r"hidden|people", each) for each in found)

    def test_finds_a_missing_language(self, training):
        Training.objects.update(title_fr=None)
        with translation.override("en"):
            found = [each.sentence for each in check_register() if each.kind == "training"]
        assert any("missing in this language: fr" in each for each in found)

    def test_finds_who_had_died_before(self, training, named):
        for death in ("2018", "2019-03-05"):
            training.people.add(PersonFactory(publication="published", death=death))
        found = [each for each in check_register() if each.code == "after-death"]
        assert [(each.kind, each.key, each.field) for each in found] == [("training", "cyber-2019", "people")]

    def test_says_on_saving_that_there_is_one_like_it(self, training, named):
        said = [notice.records for notice in notices(given(named, period="2019-03"))]
        assert (training,) in said

    def test_finds_it_recorded_twice(self, training, named):
        given(named, key="again")
        given(named, key="another", period="2019-03-05/2019-03-08")
        found = [each for each in check_register() if each.code == "same-day"]
        assert [(each.kind, each.key) for each in found] == [("training", "cyber-2019")]
