"""What no source of a record proves: said to whoever enters it, before a reader finds it."""

from collections.abc import Collection, Iterable
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.models import Citation, Record, Tenure
from partnerships.models.sources import moments_of
from partnerships.records.bearing import unproven
from partnerships.records.completeness import is_unsupported
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.kinds.moments import ENDS, When


def lack_of_proof(record: Record) -> str:
    """Return what `record`, as it is stored, lacks of sources, as a sentence; an empty text if nothing."""
    if is_unsupported(record):
        return _no_source()
    kind = KINDS[kind_of(record)]
    if kind.moments is None or not kind.is_cited:
        return ""
    cited: Any = record
    citations = [*cited.citations.select_related("source")]
    # A visit may rest on the sources of its meetings alone.
    return _in_words(type(record), unproven(citations, kind.moments.of(record))) if citations else ""


def lack_of_proof_typed(record: Record, citations: Collection[Citation]) -> str:
    """Return the same of a `record` that is being typed, by its dates and its `citations`, neither of them stored."""
    if not any(one.stance == Citation.Stance.SUPPORTS for one in citations):
        return _no_source()
    # Milestones are parts, which only a stored tenure has.
    moments = ENDS if isinstance(record, Tenure) else KINDS[kind_of(record)].moments
    return _in_words(type(record), unproven(citations, moments.of(record))) if moments is not None else ""


def _no_source() -> str:
    return _("No source supports this record yet: add a citation.")


def _in_words(model: type[Record], moments: Iterable[tuple[str, When]]) -> str:
    names, language = moments_of(model), get_language() or "fr"
    said = []
    for name, when in moments:
        day = dates.word(when, language)
        said.append(f"{names[name]} ({day})" if name in names else day)
    if not said:
        return ""
    sentence = _(
        "All sources cited for it are older, and none proves this: %(moments)s. Cite one of that day or later."
    )
    return str(capfirst(sentence % {"moments": ", ".join(said)}))
