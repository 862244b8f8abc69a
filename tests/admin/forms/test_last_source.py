"""The source cited last is offered first, as long as it is there."""

from partnerships import editorial
from partnerships.editorial.merging import version_of_two
from partnerships.models import Area, Citation, Source
from tests.factories import AreaFactory, SourceFactory

from ..browsing import address, delete, parts, press, submitted


class TestLastSource:
    def cite(self, client, record, source):
        row = parts("citations", {"source": source.pk, "stance": "supports"})
        return press(client, record, **row)

    def test_is_offered_first_in_the_next_form(self, as_role):
        client, source = as_role("editor"), SourceFactory()
        self.cite(client, AreaFactory(), source)
        page = client.get(address("visit", "add"))
        (citations,) = [each for each in page.context["inline_admin_formsets"] if each.opts.model is Citation]
        assert citations.formset.empty_form["source"].value() == source.pk

    def test_is_saved_where_nothing_else_was_typed(self, as_role):
        client, source, area = as_role("editor"), SourceFactory(), AreaFactory()
        self.cite(client, AreaFactory(), source)
        self.cite(client, area, source)
        assert area.citations.get().source == source

    def test_adds_nothing_where_no_row_was_added(self, as_role):
        client, area = as_role("editor"), AreaFactory()
        self.cite(client, AreaFactory(), SourceFactory())
        press(client, area, note="Typed")
        assert not area.citations.exists()

    def offered(self, client, kind="area"):
        page = client.get(address(kind, "add"))
        (citations,) = [each for each in page.context["inline_admin_formsets"] if each.opts.model is Citation]
        return page, [form["source"].value() for form in citations.formset.forms]

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

    def test_row_that_somebody_empties_is_none(self, as_role):
        client, source = as_role("editor"), SourceFactory()
        self.cite(client, AreaFactory(), source)
        page, _offered = self.offered(client)
        sent = submitted(page) | {"name_en": "Ice", "citations-0-source": ""}
        assert client.post(address("area", "add"), sent).status_code == 302
        assert not Area.objects.get(name_en="Ice").citations.exists()
        # What says something without a source is refused still.
        sent |= {"name_en": "Snow", "citations-0-locator": "p. 3"}
        assert client.post(address("area", "add"), sent).status_code == 200
