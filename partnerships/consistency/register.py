"""The checks of the whole register."""

from . import days, existence, journeys, lives, posts, references, sources, tenures, texts, twice
from .findings import Finding
from .rules import RULES

CHECKS = {
    check.__name__.rpartition(".")[2]: check
    for check in (references, existence, lives, tenures, posts, journeys, days, sources, texts, twice)
}


def check_register(code: str | None = None) -> list[Finding]:
    """Return every finding, or those of one kind, each once: the gravest first, those of one kind together."""
    checks = CHECKS.values() if code is None else [CHECKS[RULES[code].check]]
    found = dict.fromkeys(finding for check in checks for finding in check.check() if code in (None, finding.code))
    return sorted(found, key=lambda finding: finding.order)
