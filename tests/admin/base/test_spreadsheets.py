"""The list as a spreadsheet, and back, as a member of staff does it."""

import io

from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile

from partnerships.admin.base import spreadsheets
from partnerships.models import PendingChange, State
from partnerships.sheets import exporting
from tests.admin.browsing import address, said
from tests.factories import StateFactory


def sent(text):
    return {"file": SimpleUploadedFile("états.csv", text.encode("cp1252")), "_read": "1"}


def hidden(answer):
    return {"name": answer.context["name"], "content": answer.context["content"]} | {
        "version": answer.context["plan"].version,
        "_apply": "1",
    }


class TestExport:
    def test_gives_out_the_list_as_it_is_narrowed_down(self, as_role):
        StateFactory(key="jp", name_en="Japan", publication="published")
        StateFactory(key="kr", name_en="Korea")
        client = as_role("reader")
        page = client.get(address("state", "changelist") + "?publication__exact=published")
        for form in ("csv", "xlsx"):
            where = address("state", "export", form) + "?publication__exact=published"
            assert where in page.text
            assert client.get(where).headers["Content-Disposition"].endswith(f'.{form}"')
        text = client.get(address("state", "export", "csv") + "?q=japan").content.decode()
        assert "Japan" in text
        assert "Korea" not in text

    def test_of_more_than_comes_in_again_leads_back_and_says_so(self, as_role, monkeypatch):
        StateFactory(name_en="Japan")
        monkeypatch.setattr(exporting, "LARGEST", 20)
        for form in ("csv", "xlsx", "zip"):
            answer = as_role("reader").get(address("state", "export", form) + "?q=japan")
            assert answer["Location"] == address("state", "changelist") + "?q=japan"
            assert "0.00002" in said(answer) or "2e-05" in said(answer)

    def test_refuses_what_it_does_not_know(self, as_role):
        client = as_role("editor")
        assert client.get(address("state", "export", "ods")).status_code == 404
        assert client.get(address("state", "export", "csv") + "?no_such=1").status_code == 302


class TestImport:
    def test_shows_then_does(self, as_role):
        StateFactory(key="jp", publication="published")
        client, page = as_role("editor"), address("state", "import")
        answer = client.post(page, sent("key;name_fr\njp;L’État du Japon\n;Corée\n"))
        assert "L’État du Japon" in answer.text
        assert '<a href="/admin/partnerships/state/">États</a>\n' in answer.text
        assert State.objects.count() == 1
        assert client.post(page, hidden(answer)).status_code == 302
        assert PendingChange.objects.get().author.username == "editor"
        assert set(State.objects.values_list("name_fr", "publication")) == {("Japon", "published"), ("Corée", "draft")}

    def test_what_was_overtaken_is_not_done_and_not_called_a_success(self, as_role):
        japan = StateFactory(key="jp")
        client, page = as_role("editor"), address("state", "import")
        shown = client.post(page, sent("key;name_fr\njp;L’État du Japon\n"))
        japan.name_fr = "Nippon"
        japan.save()
        answer = client.post(page, hidden(shown), headers={"accept-language": "en"})
        assert State.objects.get().name_fr == "Nippon"
        told = [(message.level_tag, str(message)) for message in get_messages(answer.wsgi_request)]
        assert told == [("warning", "Nothing is written: the register has changed since. Look again.")]

    def test_links_what_a_new_row_resembles(self, as_role):
        known = StateFactory(key="kr", name_fr="Corée")
        answer = as_role("editor").post(address("state", "import"), sent("key;name_fr\n;Corée\n"))
        assert f'<a href="{address("state", "change", known.pk)}">' in answer.text

    def test_says_how_many_it_does_not_show(self, as_role, monkeypatch):
        monkeypatch.setattr(spreadsheets, "MOST_SHOWN", 1)
        client, page = as_role("editor"), address("state", "import")
        answer = client.post(page, sent("key;name_fr\n;Corée\n;Japon\n;Chine\n"), headers={"accept-language": "en"})
        assert ("Corée" in answer.text, "Chine" in answer.text) == (True, False)
        assert "And 2 more." in answer.text

    def test_says_every_error_by_row_and_field(self, as_role):
        answer = as_role("editor").post(
            address("state", "import"), sent("key;name_fr;iso2\n;Corée;xxxx\n;Japon;yyyy\n")
        )
        assert {(each.place.line, each.field) for each in answer.context["plan"].findings} == {(2, "iso2"), (3, "iso2")}
        assert "content" not in answer.context or not answer.context["content"]
        # A new row of which nothing makes a key is called by its kind, in words.
        nameless = as_role("editor").post(address("person", "import"), sent("key;name;note\n;;x\n"))
        assert 'data-label="Fiche">Personne</td>' in nameless.text

    def test_calls_a_field_as_its_own_table_does(self, as_role):
        """Names and aliases both have a text, each under another word."""
        client, page = as_role("editor"), address("person", "import")
        for word in ("Nom", "Autre appellation"):
            shown = client.post(page, sent(f"key;Personne;{word}\n;x;??\n"))
            assert {each["field"] for each in shown.context["findings"]} == {"Personne", word}

    def test_answers_whatever_is_sent(self, as_role):
        client, page = as_role("editor"), address("state", "import")
        for data in (
            {"_apply": "1"},
            {"_apply": "1", "content": "é", "version": "x"},
            {"_read": "1"},
            {"file": io.BytesIO(b"PK\x03\x04"), "_read": "1"},
        ):
            assert client.post(page, data).status_code == 200

    def test_reader_may_not(self, as_role):
        client = as_role("reader")
        assert client.get(address("state", "import")).status_code == 403
        assert client.post(address("state", "import"), sent("key;name_fr\n;Corée\n")).status_code == 403
