"""What one record says against itself and against what it names: said to whoever has just saved it."""

from partnerships.models import Record
from partnerships.records.kinds import kind_of, records_named

from . import existence, journeys, posts, tenures
from .findings import Finding, Severity
from .rows import looking_at
from .rules import OTHERS, RULES
from .settling import settled

#: The checks of which each asks rows of one record; what takes the whole register is left to the desk.
OF_ONE = (tenures.of_each, posts.of_each_post, journeys.of_each_journey, existence.check)


def contradictions(record: Record) -> list[Finding]:
    """Return what cannot be true of `record` as it is stored, or is to be looked at, and nobody has answered yet."""
    with looking_at(kind_of(record), record.pk):
        found = [finding for check in OF_ONE for finding in check() if finding.severity != Severity.NOTE]
    answered = set(settled(found)) if found else set()
    return sorted((each for each in dict.fromkeys(found) if each not in answered), key=lambda each: each.order)


def contradictions_in_words(record: Record) -> list[tuple[str, tuple[Record, ...]]]:
    """Return the sentences of what contradicts itself in `record`, each with the other record that it is about."""
    about = {each: _kind_and_key(each.about) for each in contradictions(record)}
    known = records_named(filter(all, about.values()))
    said: list[tuple[str, tuple[Record, ...]]] = []
    for each, named in about.items():
        other = known.get(named)
        if other is None or other == record:
            said.append((each.sentence, ()))
        else:
            in_words = {name: str(other) for name, key in each.told if name in OTHERS and key == named[1]}
            said.append((str(RULES[each.code].sentence) % {**dict(each.told), **in_words}, (other,)))
    return said


def _kind_and_key(about: str) -> tuple[str, str]:
    kind, _slash, key = about.partition("/")
    return kind, key
