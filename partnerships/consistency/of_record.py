"""What one record says against itself and against others: said to whoever has just saved it, or looks at a preview."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partnerships.models import Record
from partnerships.records.kinds import kind_of, records_named

from . import (
    agreements,
    country_codes,
    doubtful_days,
    envoys,
    existence,
    parties,
    people,
    posts,
    sources,
    statements,
    tenures,
    texts,
    twice,
    visits,
    whereabouts,
)
from .findings import Finding, Severity
from .names_in_findings import Named, PartNames, kind_and_key, part_names, records_in, sentence_with_names
from .rows import looking_at
from .rules import in_one_language
from .settling import settled
from .withdrawn import of_what_stands

#: The checks that each can be asked of one record. What is kept beside the records, and the search, no form mends.
OF_ONE = (
    *(
        existence.check,
        people.check,
        tenures.check,
        envoys.check,
        posts.check,
        visits.check,
        agreements.check,
        parties.check,
        statements.check,
    ),
    *(whereabouts.check, country_codes.check, doubtful_days.check, sources.check, texts.check),
    *(twice.of_one_identifier, twice.called_alike, twice.reached_alike, twice.names_at_one_time),
)
#: What is said of the same records in other words: `editorial/resembling.py`.
SAID_OTHERWISE = ("no-source", "two-holders", "unsupported-moment", "same-name")
#: So many other records are named that something is wrong with because of this one.
MOST = 5


def contradictions(record: Record) -> list[Finding]:
    """Return what cannot be true of `record` as it is stored, or is to be looked at, and nobody has answered yet.

    What is found in another record because of this one is among it.
    """
    called = f"{kind_of(record)}/{record.key}"
    with looking_at(kind_of(record), record.pk), in_one_language():
        every = dict.fromkeys(finding for check in OF_ONE for finding in check())
    found = of_what_stands(each for each in every if called in (each.record, each.about) and _is_said(each))
    answered = set(settled(found)) if found else set()
    still = (each for each in found if each not in answered)
    return sorted(still, key=lambda each: (each.record != called, each.order))


def _is_said(found: Finding) -> bool:
    return found.severity != Severity.NOTE and found.code not in SAID_OTHERWISE


def contradictions_in_words(record: Record) -> list[tuple[str, tuple[Record, ...]]]:
    """Return the sentences of what contradicts itself in `record`, each with the other record that it is about.

    Where another record is the one that says so, its name stands before the sentence; of many some are named.
    """
    called = f"{kind_of(record)}/{record.key}"
    found = contradictions(record)
    of_itself = [each for each in found if each.record == called]
    of_others = [each for each in found if each.record != called]
    told = [*of_itself, *of_others[:MOST]]
    owners = {kind_and_key(each.record) for each in told}
    known = records_named({*owners, *(named for each in told for named in records_in(each))})
    said = list(dict.fromkeys(_in_words(told, called, known, part_names(told))))
    if (more := len(of_others) - MOST) > 0:
        sentence = ngettext(
            "One more record contradicts this one: see “Findings”.",
            "%(number)s more records contradict this one: see “Findings”.",
            more,
        )
        said.append((sentence % {"number": more}, ()))
    return said


def _in_words(
    found: list[Finding], called: str, known: dict[Named, Record], parts: PartNames
) -> Iterator[tuple[str, tuple[Record, ...]]]:
    for each in found:
        target = known.get(kind_and_key(each.about))
        sentence = sentence_with_names(each, known, parts)
        other = known.get(kind_and_key(each.record)) if each.record != called else target
        if other is None or each.about == each.record:
            yield sentence, ()
        elif each.record == called:
            yield sentence, (other,)
        else:
            yield _("%(record)s: %(sentence)s") % {"record": str(other), "sentence": sentence}, (other,)
