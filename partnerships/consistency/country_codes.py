"""The codes of a State: two letters, three letters and three digits that ISO 3166-1 gives to one country."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.db.models import QuerySet

from partnerships.kept_in_process import remembered
from partnerships.models import Partner, State
from partnerships.records.kinds import kind_of

from .findings import Finding
from .rows import rows_of_it
from .rules import RULES

#: The key of a State, or of a partnership of it: two letters, and a number where it is not the first.
_COUNTRY = re.compile(r"([a-z]{2})(?:-[0-9]+)?")
CODES = ("iso2", "iso3", "iso_numeric")


def check() -> Iterator[Finding]:
    """Find States whose codes are those of several countries; a code that is no longer given says nothing."""
    countries = _countries()
    for pk, key, *codes in rows_of_it(State.objects.all()).values_list("pk", "key", *CODES):
        known = [code for code in codes if code in countries]
        if codes[1] and codes[1] not in countries:
            # Of a former State: letters and digits pass to others, three letters do not.
            continue
        if len({countries[code] for code in known}) > 1:
            field = CODES[codes.index(known[-1])]
            yield RULES["codes-disagree"].finding("state", pk, key, field, text=", ".join(known))
    yield from _keys()


def _keys() -> Iterator[Finding]:
    """Find States, and partnerships of States, that have the two letters of another country for a key."""
    countries = _countries()
    for model, path in ((State, ""), (Partner, "state__")):
        rows = rows_of_it(QuerySet(model).exclude(**{f"{path}iso2": ""})).order_by("key")
        for pk, key, code in rows.values_list("pk", "key", f"{path}iso2"):
            letters = _COUNTRY.fullmatch(key)
            if letters and letters[1].upper() != code and letters[1].upper() in countries:
                yield RULES["key-of-another-state"].finding(kind_of(model), pk, key, "key", text=code)


@remembered()
def _countries() -> dict[str, str]:
    """Return the country of each code, by its two letters (`docs/contradictions.md` says whose list it is)."""
    text = Path(__file__).with_name("country_codes.txt").read_text(encoding="utf-8")
    return {code: line[:2] for line in text.splitlines() for code in line.split()}
