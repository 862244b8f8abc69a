"""The timeline as a page: what each kind costs there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships.dates import edtf
from partnerships.records.kinds import KINDS, ON_THE_TIMELINE, kind_of
from tests.factories import FACTORIES, CitationFactory, DecisionFactory, past_the_fence

pytestmark = pytest.mark.django_db


@past_the_fence()
def published_record(kind):
    """A published record of `kind` that names a record of its own by each of its links, and a source."""
    # A statement has a day or a period, never both; its factory gives a day.
    lasting = hasattr(KINDS[kind].model, "period") and kind != "statement"
    dated = {"period": "2010/2012"} if lasting else {}
    record = FACTORIES[kind](publication="published", **dated)
    for field in record._meta.many_to_many:
        if not field.remote_field.symmetrical:
            getattr(record, field.name).add(FACTORIES[kind_of(field.related_model)](publication="published"))
    for field in record._meta.fields:
        target = field.remote_field and getattr(record, field.name)
        if target is not None and kind_of(target) in KINDS:
            type(target)._default_manager.filter(pk=target.pk).update(publication="published")
    CitationFactory(**{kind: record}, source=FACTORIES["source"](publication="published"))


@pytest.mark.once
def test_line_says_how_many_sources_it_has_and_how_many_disagree(client):
    decision = DecisionFactory(date="2018-05-24", publication="published")
    for number, stance in enumerate(("supports", "supports", "contradicts")):
        source = FACTORIES["source"](key=f"s{number}", date="2019", publication="published")
        CitationFactory(decision=decision, stance=stance, source=source)
    for path, said in (
        ("/en/timeline/", "3 sources, 1 disagrees"),
        ("/fr/chronologie/", "3 sources, dont 1 divergente"),
    ):
        assert f">{said}" in client.get(path).text


@pytest.mark.once
@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (("2018",), "The register holds nothing public"),
        (("2018", "[..2022]"), "Nothing is certainly dated to this period."),
    ],
)
def test_where_nothing_certainly_lies_says_what_to_drop_and_what_lies_nearest(client, dates, said):
    for day in dates:
        DecisionFactory(date=day, title_en=f"Decision of {day}", publication="published")
    text = client.get("/en/timeline/?from=1800&to=1801").text
    assert said in text
    assert "Remove one of these filters:" in text
    nearest = text.partition("Closest results")[2]
    assert "Decision of 2018" in nearest.partition("Possibly in this period")[0]
    assert ("Decision of [..2022]" in nearest.partition("Possibly in this period")[2]) is (len(dates) == 2)


@pytest.mark.once
@pytest.mark.parametrize("kind", ON_THE_TIMELINE)
class TestLines:
    def test_take_no_query_for_each(self, client, kind):
        counts = []
        for _ in range(2):
            for _ in range(3):
                published_record(kind)
            with CaptureQueriesContext(connection) as queries:
                page = client.get(f"/en/timeline/?kind={kind}").text
            assert page.count(f'id="{kind}-') >= 3
            counts.append(len(queries))
        assert counts[0] == counts[1]


class TestParsing:
    """A moment is understood once, however often a page says it."""

    @pytest.mark.parametrize("address", ["/en/timeline/?detail=all", "/fr/decisions/d/", "/en/decisions/d/"])
    def test_takes_one_reading_of_each_notation(self, client, address, monkeypatch):
        DecisionFactory(key="d", publication="published", date="2018-05", title_en="A decision", body=None)
        understood = []
        make = edtf.parse_unit
        monkeypatch.setattr(edtf, "parse_unit", lambda text: understood.append(text) or make(text))
        edtf.parse_moment.cache_clear(), edtf.parse_period.cache_clear()
        assert client.get(address).status_code == 200
        assert understood.count("2018-05") == 1
