"""The source cited last is offered, as long as it is there, and cited by nobody who leaves it alone."""

import pytest

from partnerships import editorial
from partnerships.editorial.merge_choices import version_of_two
from partnerships.models import Area, Citation, Source
from tests.factories import AreaFactory, SourceFactory

from ..browsing import address, delete, parts, press, said, submitted


@pytest.mark.once
class TestLastSource:
    def cite(self, client, record, source):
        row = parts("citations", {"source": source.pk, "stance": "supports"})
        return press(client, record, **row)

    def test_is_offered_in_the_next_form_and_stands_in_no_field(self, as_role):
        client, source = as_role("editor"), SourceFactory(title_fr="La glace")
        self.cite(client, AreaFactory(), source)
        page, offered = self.offered(client, "visit")
        assert offered == [source.pk]
        assert f'name="citations-0-offered" value="{source.pk}" data-offered>' in page.text
        assert "Citer la dernière source utilisée\N{NO-BREAK SPACE}: <cite>La glace</cite>" in page.text
        (citations,) = [each for each in page.context["inline_admin_formsets"] if each.opts.model is Citation]
        assert not any(form["source"].value() for form in [*citations.formset.forms, citations.formset.empty_form])

    def test_is_not_cited_by_whoever_left_it_alone(self, as_role):
        client, source = as_role("editor"), SourceFactory()
        self.cite(client, AreaFactory(), source)
        page, _offered = self.offered(client)
        answer = client.post(address("area", "add"), submitted(page) | {"name_en": "Ice"})
        assert answer.status_code == 302
        assert not Area.objects.get(name_en="Ice").citations.exists()
        assert "Aucune source n’étaye encore cette fiche" in said(answer)

    def test_is_cited_by_whoever_ticks_it(self, as_role):
        client, source, other = as_role("editor"), SourceFactory(), SourceFactory()
        self.cite(client, AreaFactory(), source)
        page, _offered = self.offered(client)
        ticked = submitted(page) | {"citations-0-offered": source.pk, "citations-0-locator": "p. 3"}
        assert client.post(address("area", "add"), ticked | {"name_en": "Ice"}).status_code == 302
        assert [(each.source, each.locator) for each in Area.objects.get(name_en="Ice").citations.all()] == [
            (source, "p. 3")
        ]
        # Who chooses another one means that.
        assert (
            client.post(
                address("area", "add"), ticked | {"name_en": "Snow", "citations-0-source": other.pk}
            ).status_code
            == 302
        )
        assert Area.objects.get(name_en="Snow").citations.get().source == other

    def test_stays_ticked_in_a_form_that_comes_back(self, as_role):
        client, source = as_role("editor"), SourceFactory()
        self.cite(client, AreaFactory(), source)
        page, _offered = self.offered(client)
        back = client.post(address("area", "add"), submitted(page) | {"citations-0-offered": source.pk})
        assert back.status_code == 200
        assert f'name="citations-0-offered" value="{source.pk}" data-offered checked>' in back.text

    @pytest.mark.parametrize("sent", ["nonsense", "9" * 40, "0"])
    def test_that_no_source_has_is_none(self, as_role, sent):
        client = as_role("editor")
        self.cite(client, AreaFactory(), SourceFactory())
        page, _offered = self.offered(client)
        answer = client.post(address("area", "add"), submitted(page) | {"name_en": "Ice", "citations-0-offered": sent})
        assert answer.status_code == (200 if sent == "0" else 302)
        assert not Citation.objects.filter(area__name_en="Ice").exists()

    def test_adds_nothing_where_no_row_was_added(self, as_role):
        client, area = as_role("editor"), AreaFactory()
        self.cite(client, AreaFactory(), SourceFactory())
        press(client, area, note="Typed")
        assert not area.citations.exists()

    def offered(self, client, kind="area"):
        page = client.get(address(kind, "add"))
        (citations,) = [each for each in page.context["inline_admin_formsets"] if each.opts.model is Citation]
        return page, [form.offer.pk for form in citations.formset.forms]

    def test_is_offered_no_more_once_it_is_deleted(self, as_role, staff):
        client, source, area = as_role("editor"), SourceFactory(), AreaFactory()
        self.cite(client, area, source)
        assert self.offered(client)[1] == [source.pk]
        area.citations.all().delete()
        source.delete()
        page, offered = self.offered(client)
        assert offered == []
        assert client.post(address("area", "add"), submitted(page) | {"name_en": "Ice"}).status_code == 302
        assert Area.objects.filter(name_en="Ice").exists()

    def test_is_what_it_was_merged_into(self, as_role, staff):
        client, goes = as_role("editor"), SourceFactory()
        self.cite(client, AreaFactory(), goes)
        for stays in (SourceFactory(), SourceFactory()):
            version = version_of_two(stays, goes)
            goes = editorial.merge(stays, goes, by=staff["reviewer"], picked={}, version=version, reason="Twice.")
        assert self.offered(client)[1] == [goes.pk]

    def test_that_somebody_entered_and_a_reviewer_deleted(self, as_role):
        client = as_role("reviewer")
        page = client.get(address("source", "add"))
        sent = submitted(page) | {
            "title_en": "A paper",
            "kind": "official",
            "publisher_en": "NATO",
            "languages": "en",
            "date": "2020",
        }
        assert client.post(address("source", "add"), sent).status_code == 302
        source = Source.objects.get()
        assert self.offered(client)[1] == [source.pk]
        assert delete(client, source).status_code == 302
        assert self.offered(client)[1] == []

    def test_row_without_a_source_that_says_something_is_refused(self, as_role):
        client, source = as_role("editor"), SourceFactory()
        self.cite(client, AreaFactory(), source)
        page, _offered = self.offered(client)
        sent = submitted(page) | {"name_en": "Snow", "citations-0-locator": "p. 3"}
        assert client.post(address("area", "add"), sent).status_code == 200
