"""One follows another in an office: the end of the tenure before, entered with the new one, is proposed beside it."""

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from partnerships.models import Citation, PendingChange, Publication, Tenure
from partnerships.projections.up_to_date import left_undone
from partnerships.records.keys import part_key
from partnerships.records.snapshot.taking import snapshot
from partnerships.transactions import one_write, taken_back

from .own_sentences import SUCCEEDED
from .pending_changes import propose
from .refusal import Refused
from .resembling import GOING_ON, NOT_KNOWN, still_held

#: The field of the form of a new tenure.
FIELD = "end_before"


@one_write()
def propose_end_before(tenure: Tenure, end: str, *, by: User) -> PendingChange | None:
    """Propose that the tenure before `tenure` ended on `end`, as the sources of the new one say."""
    with taken_back(), left_undone():
        ended = end_before(tenure, end)
        after = snapshot(ended)
    before = Tenure._default_manager.get(pk=ended.pk)
    comment = str(SUCCEEDED) % {"person": tenure.person}
    return propose(before, by=by, before=snapshot(before), after=after, comment=comment)


def end_before(tenure: Tenure, end: str) -> Tenure:
    """Let the one tenure of the same office that still goes on end on `end`, and cite it from the same sources."""
    going_on = still_held(tenure)
    others = Tenure._default_manager.exclude(pk=tenure.pk)
    found = [*others.filter(going_on)] if going_on is not None else []
    if not found:
        raise Refused(_("Nobody is recorded as still holding this office then: leave it empty."), field=FIELD)
    public = [each for each in found if each.publication == Publication.PUBLISHED]
    if len(public) != 1:
        raise Refused(_("Say it in the tenure itself:"), found, field=FIELD)
    ended = public[0]
    ended.period = f"{ended.period.removesuffix(GOING_ON)}{NOT_KNOWN}{end}"
    try:
        ended.full_clean()
    except ValidationError as error:
        raise Refused(" ".join(error.messages), field=FIELD) from error
    ended.save()
    keys = {*ended.citations.values_list("key", flat=True)}
    for each in tenure.citations.filter(stance=Citation.Stance.SUPPORTS).order_by("key"):
        cited = Citation(tenure=ended, source=each.source, locator=each.locator, grade=each.grade, field="end")
        cited.key = part_key(cited, keys)
        cited.save()
        keys.add(cited.key)
    return ended
