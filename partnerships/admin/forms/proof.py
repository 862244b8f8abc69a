"""What the sources in a form do not prove of the dates in it, while it is being typed."""

from typing import Any

from django.http import QueryDict

from partnerships.dates import DateError
from partnerships.editorial.unproven import lack_of_proof_typed
from partnerships.listing.parameters import is_row_number
from partnerships.models import Citation, Record, Source
from partnerships.models.fields import DateNotation

from .dates import FORM_FIELDS, LONGEST, READERS

#: So many citations are read of what a form sends.
MOST_CITED = 50


def proof_of_typed(model: type[Record], asked: QueryDict) -> str:
    """Return what a record of `model` lacks of sources; `cited` is the number of a source, the stance and the field."""
    record = model(**{name: notation for name in ("date", "period") if (notation := _typed_date(model, name, asked))})
    rows = [row for text in asked.getlist("cited")[:MOST_CITED] if len(row := text.split(":")) == 3]
    sources = Source.objects.in_bulk([int(row[0]) for row in rows if is_row_number(row[0])])
    citations = [
        Citation(source=sources[int(number)], stance=stance, field=field)
        for number, stance, field in rows
        if is_row_number(number) and int(number) in sources
    ]
    return lack_of_proof_typed(record, citations)


def _typed_date(model: type[Record], name: str, asked: QueryDict) -> str:
    field: Any = next((each for each in model._meta.concrete_fields if each.name == name), None)
    form: Any = FORM_FIELDS.get(type(field)) if isinstance(field, DateNotation) else None
    text = asked.get(name, "")[:LONGEST].strip()
    if form is None or not text:
        return ""
    try:
        return READERS[form["form_class"].kind](text).edtf
    except DateError:
        return ""
