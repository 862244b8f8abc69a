"""What PostgreSQL counts of the facets: each value with the facet to which it belongs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships.models import TimelineFacet, TimelineLine
from partnerships.projections.timeline import Filters
from partnerships.projections.timeline.slices import EVERYWHERE, first_lines

pytestmark = pytest.mark.django_db


def fill():
    """Many lines, a tenth of them of one partner, half of one area: an area of each name stands under two facets."""
    lines = TimelineLine.objects.bulk_create(
        TimelineLine(
            kind="visit",
            key=f"{n:05}",
            moment="on",
            earliest="2001-01-01",
            latest="2001-01-01",
            sort=f"2001-01-01 2001-01-01 5 visit {n:05} on",
        )
        for n in range(6000)
    )
    values = [("partner", lambda n: n % 10), ("area", lambda n: n % 2), ("person", lambda n: n), ("visit", lambda n: n)]
    TimelineFacet.objects.bulk_create(
        TimelineFacet(line=line, facet=facet, value=f"{facet}-{of(n)}", kind="visit", sort=line.sort)
        for n, line in enumerate(lines)
        for facet, of in values
    )


def test_lines_of_a_partner_in_an_area_are_read_in_their_order():
    fill()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE partnerships_timelinefacet")
        cursor.execute("ANALYZE partnerships_timelineline")
    asked = Filters(partner=("partner-0",), area=("area-0",))
    with CaptureQueriesContext(connection) as queries:
        assert len(first_lines(asked, EVERYWHERE, 20, descending=False)) == 20
    with connection.cursor() as cursor:
        words = "EXPLAIN" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
        cursor.execute(f"{words} {queries[-1]['sql']}")
        plan = "\n".join(str(row[-1]) for row in cursor.fetchall())
    assert not [word for word in ("Sort ", "Hash", "Seq Scan", "TEMP B-TREE") if word in plan], plan
