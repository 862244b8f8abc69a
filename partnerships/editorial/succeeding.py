"""One follows another in an office: the end of the tenure before, entered with the new one, is proposed beside it."""

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.models import Citation, PendingChange, Publication, Tenure
from partnerships.models.base import LANGUAGES
from partnerships.projections.up_to_date import left_undone
from partnerships.records.keys import part_key
from partnerships.records.snapshot.taking import snapshot
from partnerships.transactions import one_write, taken_back

from .deciding import decide
from .joined import joined_to
from .own_sentences import SUCCEEDED
from .pending_changes import propose
from .refusal import Refused
from .resembling import GOING_ON, NOT_KNOWN, still_held

#: The field of the form of a new tenure.
FIELD = "end_before"


@one_write()
def propose_end_before(tenure: Tenure, end: str, *, by: User) -> PendingChange | None:
    """Propose that the tenure before `tenure` ended on `end`, in words as typed, as the sources of the new one say."""
    with taken_back(), left_undone():
        ended = end_before(tenure, end)
        after = snapshot(ended)
    before = Tenure._default_manager.get(pk=ended.pk)
    comment = str(SUCCEEDED) % {"person": tenure.person}
    return propose(before, by=by, before=snapshot(before), after=after, comment=comment, successor=tenure)


@one_write()
def take_back_with_successor(tenure: Tenure, *, by: User) -> None:
    """Take back what is one step with a new tenure that is no more."""
    for pending in joined_to(tenure):
        decide(pending, PendingChange.State.TAKEN_BACK, by=by, answer=pending.answer)


def end_before(tenure: Tenure, end: str) -> Tenure:
    """Let the one tenure of the same office that goes on from before end on `end`; cite it from the same sources."""
    going_on = still_held(tenure)
    others = Tenure._default_manager.exclude(pk=tenure.pk).filter(start_earliest__lte=tenure.start_latest)
    found = [*others.filter(going_on)] if going_on is not None else []
    public = [each for each in found if each.publication == Publication.PUBLISHED]
    if len(public) != 1:
        told = _("This follows no tenure, or several, that readers see as going on; say the end in the tenure itself.")
        raise Refused(told, found, field=FIELD)
    ended = public[0]
    try:
        _word_end(ended, dates.read_moment(end))
        ended.full_clean()
    except dates.DateError as error:
        raise Refused(str(error), field=FIELD) from error
    except ValidationError as error:
        raise Refused(" ".join(error.messages), field=FIELD) from error
    ended.save()
    keys = {*ended.citations.values_list("key", flat=True)}
    supporting = tenure.citations.filter(stance=Citation.Stance.SUPPORTS).order_by("key")
    # Once, also where it proves several moments of the new one.
    for each in {(one.source_id, one.locator): one for one in supporting}.values():
        cited = Citation(tenure=ended, source=each.source, locator=each.locator, grade=each.grade, field="end")
        cited.key = part_key(cited, keys)
        cited.save()
        keys.add(cited.key)
    return ended


def _word_end(tenure: Tenure, end: dates.Moment) -> None:
    """Give the period of `tenure` its end, and keep the words of both ends as a form keeps them."""
    before, wordings = tenure.period, {each: getattr(tenure, f"period_wording_{each}") or "" for each in LANGUAGES}
    after = dates.parse_period(f"{before.removesuffix(GOING_ON)}{NOT_KNOWN}{end.edtf}")
    for language in LANGUAGES:
        said = dates.with_moments_said(after, [*dates.moments_said(wordings, language), end])
        kept = dates.wording_to_keep(said, language, before, wordings[language])
        setattr(tenure, f"period_wording_{language}", kept)
    tenure.period = after.edtf
