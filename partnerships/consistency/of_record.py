"""What one record says against itself and against what it names: said to whoever has just saved it."""

from partnerships.models import Record
from partnerships.records.kinds import kind_of, records_named

from . import existence, journeys, posts, tenures
from .findings import Finding, Severity
from .rows import looking_at
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
    found = contradictions(record)
    pairs = [(kind, key) for each in found if each.about for kind, _slash, key in [each.about.partition("/")]]
    known = records_named(pairs)
    said = []
    for each in found:
        kind, _slash, key = each.about.partition("/")
        other = known.get((kind, key))
        named = (other,) if other is not None and other != record else ()
        said.append((each.sentence.replace(key, str(other)) if named else each.sentence, named))
    return said
