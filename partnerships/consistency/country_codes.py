"""The codes of a State: two letters, three letters and three digits that ISO 3166-1 gives to one country."""

from collections.abc import Iterator
from pathlib import Path

from partnerships.kept_in_process import remembered
from partnerships.models import State

from .findings import Finding
from .rows import rows_of_it
from .rules import RULES

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


@remembered()
def _countries() -> dict[str, str]:
    """Return the country of each code, by its two letters (`docs/contradictions.md` says whose list it is)."""
    text = Path(__file__).with_name("country_codes.txt").read_text(encoding="utf-8")
    return {code: line[:2] for line in text.splitlines() for code in line.split()}
