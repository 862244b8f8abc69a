"""The checks of the whole register."""

from collections.abc import Iterator

from partnerships.kept_in_process import all_to_stay
from partnerships.offices.loading import tenures_read_once

from . import (
    agreements,
    country_codes,
    doubtful_days,
    envoys,
    existence,
    parties,
    people,
    posts,
    references,
    search,
    sources,
    statements,
    tenures,
    texts,
    timeline,
    twice,
    visits,
    whereabouts,
)
from .findings import Finding
from .rows import looking_for
from .rules import RULES, in_one_language
from .withdrawn import of_what_stands

CHECKS = {
    check.__name__.rpartition(".")[2]: check
    for check in (
        references,
        search,
        existence,
        people,
        tenures,
        envoys,
        posts,
        visits,
        agreements,
        parties,
        statements,
        whereabouts,
        country_codes,
        doubtful_days,
        sources,
        texts,
        twice,
        # Last: what it compares may have been read beside all the others.
        timeline,
    )
}


def check_register(code: str | None = None) -> list[Finding]:
    """Return every finding, or those of one kind, each once: the gravest first, those of one kind together."""
    with all_to_stay(), in_one_language(), looking_for(code), tenures_read_once():
        found = dict.fromkeys(finding for finding in _found(code) if code in (None, finding.code))
        return sorted(of_what_stands(found), key=lambda finding: finding.order)


def of_check(name: str) -> list[Finding]:
    """Return what one check finds, each finding once: the gravest first."""
    return sorted(of_what_stands(dict.fromkeys(CHECKS[name].check())), key=lambda finding: finding.order)


def _found(code: str | None) -> Iterator[Finding]:
    if code is None:
        for check in CHECKS.values():
            yield from check.check()
    elif (check := CHECKS[RULES[code].check]) is search:
        yield from search.check(alone=True)
    else:
        yield from check.check()
