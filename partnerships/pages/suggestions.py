"""What is suggested under the field of the search while somebody types."""

from partnerships.addresses import address
from partnerships.presentation.languages import language_now
from partnerships.projections import search
from partnerships.records.titles import called_in, titles

from .search import load_found

#: So many are suggested.
MOST = 8
#: What is longer is no name.
LONGEST = 80


def suggestions(text: str) -> list[dict[str, str]]:
    """Return the records suggested for what is typed so far: name and its language, kind, address."""
    if len(text) > LONGEST:
        return []
    language = language_now()
    hits = search.suggest(text, MOST)
    keys: dict[str, list[str]] = {}
    for hit in hits:
        keys.setdefault(hit.kind, []).append(hit.key)
    records = {kind: load_found(kind, several) for kind, several in keys.items()}
    found = []
    for record in (records[hit.kind].get(hit.key) for hit in hits):
        if record is not None:
            found.append(
                {
                    "name": called_in(record, language),
                    "language": titles(record, language)[0][1],
                    "kind": str(record._meta.verbose_name),
                    "address": address(record, language),
                }
            )
    return found
