"""Records with more parts than one answer holds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships import kept_in_process
from partnerships.api import crowded_records
from tests.factories import PUBLISHED, CitationFactory, MeetingFactory, SourceFactory, StopFactory, VisitFactory

pytestmark = pytest.mark.django_db


def test_record_with_many_parts_comes_some_at_a_time(client, monkeypatch):
    visit = VisitFactory(key="v", **PUBLISHED)
    stops = [StopFactory(visit=visit, key=f"s{n}", position=n, place__publication="published") for n in range(1, 6)]
    met = MeetingFactory(stop=stops[3], key="at-a-stop", publication="")
    of_itself = [MeetingFactory(visit=visit, key=f"x-of-itself-{n}", publication="") for n in range(3)]
    # Of one sort there are more before the stops, of another behind them.
    for key in ("c0", "c1", "c2", "t0", "t1"):
        CitationFactory(visit=visit, source=SourceFactory(**PUBLISHED), key=key)
    whole = client.get("/api/v1/visits/v").json()
    monkeypatch.setattr(crowded_records, "MOST_PARTS", 2)
    kept_in_process.forget()
    found, told, address, queries = {}, [], "/api/v1/visits/v", []
    while address:
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address).json()
        address = answer.pop("next", None)
        queries.append(len(asked))
        for sort, parts in answer.pop("parts").items():
            assert len(parts) <= 2
            found.setdefault(sort, []).extend(parts)
        told.append(answer)
    assert {sort: sorted(parts, key=str) for sort, parts in found.items()} == {
        sort: sorted(parts, key=str) for sort, parts in whole.pop("parts").items()
    }
    assert {part["key"] for part in found["meeting"]} == {met.key, *(one.key for one in of_itself)}
    # c0, c1; c2, s1, s2; s3, s4; s5, t0, t1, two meetings; the last.
    assert told == [whole] * 5
    assert max(queries[1:]) <= queries[0]
    listed = client.get("/api/v1/visits").json()["records"][0]
    assert [part["key"] for part in listed["parts"]["citation"]] == ["c0", "c1"]
    assert client.get(listed["next"]).status_code == 200
    assert client.get("/api/v1/visits/v?after=%00").status_code == 400
