"""From a press release to drafts, as a member of staff does it."""

import re

import pytest
from django.urls import reverse
from django.utils.translation import override

from partnerships import dates, models
from partnerships.admin import documents
from partnerships.editorial.history import record_saving
from partnerships.gleaning.proposals import Document
from tests import factories
from tests.admin.browsing import said
from tests.gleaning.test_drafting import enter

TEXT = """Le Japon auprès de l’OTAN
Bruxelles, le 25 mai 2018
Le 24 mai 2018, le Conseil de l’Atlantique Nord a décidé d’accepter la demande du Japon."""


@pytest.fixture
def page():
    return reverse("admin:partnerships_from_document")


@pytest.fixture(autouse=True)
def register(db):
    enter()


def ticked(answer):
    """Return what a browser would send of the page as it stands."""
    offers = answer.context["offers"]
    take = [offer["number"] for offer in offers if offer["taken"]]
    take += [fact["name"] for offer in offers for fact in offer["facts"] if fact["taken"]]
    words = {title["name"]: title["text"] for offer in offers for title in offer["titles"]}
    described = {field.html_name: field.value() or "" for field in answer.context["described"]}
    form = answer.context["form"].cleaned_data
    return {"take": take, **words, **described, "text": form["text"], "address": form["address"]}


class TestDocument:
    def test_is_read_then_drafted(self, as_role, page):
        client = as_role("editor")
        answer = client.post(page, {"text": TEXT, "address": "https://example.org/1", "_read": "1"})
        assert not models.Source.objects.exists()
        assert "Le 24 mai 2018, le Conseil" in answer.text
        # The date of the document, not that of what it tells, in words, and the language of a title by its name.
        assert 'value="25 mai 2018"' in answer.text
        assert ">Titre, en anglais</label>" in answer.text
        record_saving(factories.AreaFactory(), by=None, before=None)
        drafted = client.post(page, ticked(answer) | {"_draft": "1"})
        assert said(drafted).count("<a ") == 3, "the two drafts, and the way to submit them"
        assert client.session["last_source"] == models.Source.objects.get().key
        decision = models.Decision.objects.get()
        assert (decision.date, decision.body.key, decision.publication) == ("2018-05-24", "nac", "draft")
        assert models.Source.objects.get().url == "https://example.org/1"
        assert models.Change.objects.filter(kind="decision").get().by.username == "editor"


@pytest.mark.once
class TestOffers:
    def test_each_block_says_what_it_is(self, as_role, page):
        visit = factories.VisitFactory(
            key="japan", title_fr="Visite au Japon", period="2023-01-31", publication="published"
        )
        factories.StopFactory(visit=visit, place=models.Place.objects.get(key="tokyo"))
        text = "Jens Stoltenberg visited Tokyo on 31 January 2023. In Tokyo, he met Prime Minister Fumio Kishida."
        answer = as_role("editor").post(page, {"text": text})
        heads = [" ".join(head.split()) for head in re.findall(r"disabled>(.*?)</label>", answer.text, re.DOTALL)]
        assert heads == ["Visite : Visite au Japon", "Rencontre : Entretien : Fumio Kishida"]
        known, part = answer.text.partition("offer-part")[::2]
        assert "C’est publié" in known
        assert "Elle fait partie de « Visite au Japon », qui est publiée" in " ".join(part.split())
        assert "In Tokyo, he met" in part

    def test_says_of_what_is_known_what_the_text_says(self, as_role, page):
        office = factories.OfficeFactory(key="nato-sg-2", name_en="Head of nothing")
        factories.TenureFactory(key="known", person=models.Person.objects.get(key="abe-shinzo"), office=office)
        text = (
            "Kenji Tanaka took office as Head of nothing on 1 October 2026, succeeding Shinzo Abe, in post since 2023."
        )
        answer = as_role("editor").post(page, {"text": text}, headers={"accept-language": "en"})
        known = answer.text.partition("The text says of it, to be compared:")[2].partition("</ul>")[0]
        assert "<strong>2023 – 1 October 2026 or earlier</strong>" in known
        assert "<input" not in known

    def test_says_what_the_day_of_a_tenure_was(self, as_role, page):
        factories.OfficeFactory(key="nato-sg-2", name_en="Head of nothing")
        text = "Shinzo Abe was appointed Head of nothing on 1 October 2026."
        [offer] = as_role("editor").post(page, {"text": text}).context["offers"]
        assert ("nomination", "1er octobre 2026") in {(fact["field"], fact["text"]) for fact in offer["facts"]}

    def test_says_what_is_yet_to_come_and_drafts_it_as_planned(self, as_role, page):
        client = as_role("editor")
        answer = client.post(page, {"text": "On 3 May 2024 Jens Stoltenberg will meet Shinzo Abe."})
        assert [offer["status"] for offer in answer.context["offers"]] == ["prévue"]
        assert "Rencontre (prévue)" in " ".join(answer.text.split())
        client.post(page, ticked(answer) | {"_draft": "1"})
        assert models.Meeting.objects.get().status == "planned"

    def test_whoever_has_a_title_alone_is_shown_by_it_and_is_no_new_person(self, as_role, page):
        text = "On 3 April 2024, Jens Stoltenberg met the Japanese Minister for Trade in Canberra."
        editor = as_role("editor")
        answer = editor.post(page, {"text": text, "address": ""})
        [offer] = answer.context["offers"]
        shown = {fact["text"]: fact["is_new"] for fact in offer["facts"] if "|interlocutor:" in fact["name"]}
        assert shown == {"Jens Stoltenberg": False, "Japanese Minister for Trade": False}
        editor.post(page, ticked(answer) | {"_draft": "1"})
        assert models.Participation.objects.get(styled_en="Japanese Minister for Trade").person is None

    def test_what_is_part_of_another_stands_under_it(self, as_role, page):
        text = (
            "Jens Stoltenberg visited Tokyo on 30 January 2023. On 3 May 2024 Jens Stoltenberg met Shinzo Abe. "
            "On 30 January 2023 he met Fumio Kishida."
        )
        answer = as_role("editor").post(page, {"text": text})
        assert [(offer["number"], offer["owner"]) for offer in answer.context["offers"]] == [
            ("1", None),
            ("3", 1),
            ("2", None),
        ]

    def test_wrong_guess_is_dropped_by_its_tick(self, as_role, page):
        client = as_role("editor")
        data = ticked(client.post(page, {"text": TEXT}))
        data["take"].remove("1")
        client.post(page, data | {"_draft": "1"})
        assert models.Source.objects.exists()
        assert not models.Decision.objects.exists()

    def test_of_two_with_one_name_neither_is_ticked(self, as_role, page):
        factories.PersonFactory(key="abe-other", name="Shinzo Abe")
        text = "On 4 May 2016 Jens Stoltenberg met Shinzo Abe in Tokyo."
        answer = as_role("editor").post(page, {"text": text})
        [offer] = answer.context["offers"]
        people = [fact for fact in offer["facts"] if "person." in fact["name"]]
        taken = {fact["name"].partition("person.")[2]: fact["taken"] for fact in people}
        assert taken == {"stoltenberg-jens": True, "abe-other": False, "abe-shinzo": False}
        assert "une autre fiche porte ce nom" in answer.text

    def test_steps_of_a_tenure_are_drafted_each_with_its_day(self, as_role, page):
        text = (
            "M. Shinzo Abe a été nommé ambassadeur du Japon en Belgique le 20 novembre 2025. "
            "Il est arrivé à Bruxelles le 5 décembre 2025."
        )
        states = {state.key: state for state in models.State.objects.all()}
        models.Place.objects.filter(key="brussels").update(state=states["be"])
        sides = {"state": states["jp"], "receiving_state": states["be"]}
        factories.OfficeFactory(key="jp-ambassador", role="ambassador", **sides)
        client = as_role("editor")
        client.post(page, ticked(client.post(page, {"text": text})) | {"_draft": "1"})
        steps = models.Milestone.objects.order_by("kind").values_list("kind", "date")
        assert list(steps) == [("appointed", "2025-11-20"), ("arrived", "2025-12-05")]

    def test_what_lacks_a_title_is_drafted_once_one_is_typed(self, as_role, page):
        models.Partner.objects.all().delete()
        models.Organization.objects.all().delete()
        client = as_role("editor")
        answer = client.post(
            page, {"text": f"{TEXT} Plus de vingt partenaires ont ouvert une mission auprès de l’OTAN."}
        )
        (offer,) = answer.context["offers"]
        assert (offer["what"], offer["taken"]) == ("20, plus de", False)
        assert [title["text"] for title in offer["titles"]] == ["", ""]
        sent = ticked(answer) | {"_draft": "1", f"title_fr_{offer['number']}": "Plus de vingt missions"}
        client.post(page, sent | {"take": [*sent["take"], offer["number"]]})
        assert models.Statement.objects.get().text_fr == "Plus de vingt missions"

    def test_text_without_anything_known_can_be_kept_as_a_source(self, as_role, page):
        client = as_role("editor")
        answer = client.post(page, {"text": "Rien"})
        assert answer.context["offers"] == []
        client.post(page, ticked(answer) | {"_draft": "1"})
        assert models.Source.objects.get().original_title == "Rien"

    def test_text_of_another_day_than_the_source_at_its_address_is_said(self, as_role, page):
        factories.SourceFactory(url="https://example.org/1", date="2018-05-25")
        client, sent = as_role("editor"), {"text": TEXT, "address": "https://example.org/1"}
        assert client.post(page, sent).context["other_day"] is None
        sent["text"] = TEXT.replace("le 25 mai 2018", "le 3 juin 2019").replace("Le 24 mai", "Le 2 juin")
        answer = client.post(page, sent)
        assert answer.context["other_day"] == {"recorded": "25 mai 2018", "told": "3 juin 2019"}
        assert 'name="address" value="https://example.org/1"' in answer.text

    def test_document_pasted_again_is_said_to_be_cited(self, as_role, page):
        client = as_role("editor")
        answer = client.post(page, {"text": TEXT, "address": "https://example.org/1"})
        client.post(page, ticked(answer) | {"_draft": "1"})
        again = client.post(page, {"text": TEXT, "address": "https://example.org/1"})
        assert [offer["cites"] for offer in again.context["offers"]] == [True]
        sent = {"text": TEXT, "address": "https://example.org/1", "take": ["1"], "_draft": "1"}
        told = [str(each) for each in client.post(page, sent, follow=True).context["messages"]]
        assert len(told) == 1
        assert told[0].startswith("Le registre a tout")
        assert models.Decision.objects.count() == 1

    def test_empty_or_unfit_text_is_refused_in_words(self, as_role, page):
        client = as_role("editor")
        for text in ("", "a\u202eb", "x" * 60_001):
            answer = client.post(page, {"text": text, "_draft": "1"})
            assert answer.status_code == 200
            assert answer.context["form"].errors["text"]
        assert not models.Source.objects.exists()

    def test_nothing_kept_of_a_known_document_writes_nothing_and_says_so(self, as_role, page):
        factories.SourceFactory(key="known", url="https://example.org/1")
        client = as_role("editor")
        answer = client.post(page, {"text": TEXT, "address": "https://example.org/1"})
        done = client.post(page, {**ticked(answer), "take": [], "_draft": "1"}, follow=True)
        assert "Rien n’a été retenu" in done.text
        assert [*models.Source.objects.values_list("key", flat=True)] == ["known"]
        assert not models.Change.objects.exists()

    def test_source_is_described_by_what_the_document_says_and_read_today_where_it_has_an_address(self, rf):
        document = Document("fr", "x" * 1001, None, [])
        for address, day in (("", None), ("https://example.org/1", dates.today())):
            form = documents._source_form(rf.post("/"), address, document, None)
            assert (form.is_bound, form.initial["title_fr"], form.initial["date"]) == (False, "x" * 1000, "")
            assert form.initial["accessed_on"] == day
        # What was typed stands in it once drafts are asked for; of a source that is known nothing is asked.
        asked, known = rf.post("/", {"_draft": "1"}), models.Source(key="known")
        assert documents._source_form(asked, "", document, None).is_bound
        assert not documents._source_form(asked, "", document, known).is_bound

    def test_proposal_without_a_title_is_told_by_what_it_names_first(self):
        facts = [{"text": text} for text in ("24 May 2018", models.Progress("planned").label, "Cyber")]
        with override("en"):
            assert documents.named_in_short(facts) == "24 May 2018, planned"

    def test_reader_may_not(self, as_role, page):
        assert as_role("reader").get(page).status_code == 403
        assert as_role("reader").post(page, {"text": TEXT, "_draft": "1"}).status_code == 403
        assert not models.Source.objects.exists()
