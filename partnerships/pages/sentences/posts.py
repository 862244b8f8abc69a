"""Partners, missions and embassies in a sentence, where no head of theirs is recorded who would answer first."""

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from partnerships import dates
from partnerships.dates import Edge
from partnerships.models import Decision, Designation, Embassy, Membership, Mission, Partner
from partnerships.presentation.days import date_html
from partnerships.presentation.links import link_html
from partnerships.records.visibility import is_public

from ..blocks import AnswerInWords
from .bodies import partner_of
from .holders import ground_said
from .names import capital, charge_of, named, of_body, to_place

#: A sentence tells of no more designations than this, the latest ones.
MOST = 2


def partnership(
    record: Partner,
    memberships: Sequence[Membership],
    missions: Sequence[Mission],
    designations: Sequence[Designation],
    decisions: Sequence[Decision],
) -> AnswerInWords:
    """Say since when a State is a partner, in which framework, and which mission it has, or that none is recorded."""
    dated = [one for one in memberships if one.framework is not None and one.period and _moments(one.period)]
    more = [
        format_html(gettext("{framework}: {when}."), framework=link_html(one.framework), when=date_html(one))
        for one in dated
    ]
    for mission in missions:
        more += stands(mission, [one for one in designations if one.mission_id == mission.pk])
    if missions:
        more.append(_no_head())
    elif is_public(record.organization):
        more.append(no_mission(record))
    shown = [one for one in designations if is_public(one.post)]
    citations = [citation for one in (record, *dated, *missions, *shown) for citation in one.citations.all()]
    return AnswerInWords(partner_of(record.state, record), [*more, *_decided(decisions, shown)], citations)


def no_mission(record: Partner) -> SafeString:
    return format_html(gettext("No mission to {body} is recorded."), body=of_body(record.organization))


def _moments(period: str) -> list[dates.Moment]:
    return dates.known_moments(dates.shown_period(period))


def _decided(decisions: Sequence[Decision], designations: Sequence[Designation]) -> list[SafeString]:
    """The decisions that name a partner, but for those under which a post serves: these are said already."""
    grounds = {one.decision_id for one in designations}  # pyright: ignore[reportAttributeAccessIssue]
    others = [one for one in decisions if one.pk not in grounds]
    if not others:
        return []
    text = ngettext("A decision names it: {decisions}.", "Decisions name it: {decisions}.", len(others))
    return [format_html(text, decisions=named(others))]


def mission(record: Mission, designations: Sequence[Designation], decisions: Sequence[Decision]) -> AnswerInWords:
    """Say which post serves as a mission, since when and under what, else since when it is open."""
    first, *others = stands(record, designations)
    shown = [one for one in designations if is_public(one.post)]
    citations = [one for cited in (record, *shown) for one in cited.citations.all()]
    return AnswerInWords(first, [*others, _no_head(), *_decided(decisions, shown)], citations)


def stands(record: Mission, designations: Sequence[Designation]) -> list[SafeString]:
    """Say which posts serve as a mission, each under which decision; else since when it is open."""
    shown = [one for one in designations if is_public(one.post)][-MOST:]
    return [serves(one) for one in shown] or [_open(record)]


def serves(one: Designation) -> SafeString:
    """Say that a post serves as a mission, under which decision, and when."""
    post, charge = capital(charge_of(one.post)), charge_of(one.mission)
    when = format_html(" ({})", date_html(one)) if one.period else SafeString("")
    is_over = bool(one.period) and dates.shown_period(one.period).end is not None
    if one.decision is None or not is_public(one.decision):
        text = gettext("{post} serves as {mission}{when}; the decision is not recorded.")
        if is_over:
            text = gettext("{post} served as {mission}{when}; the decision is not recorded.")
        return format_html(text, post=post, mission=charge, when=when)
    text = gettext("{post} serves as {mission}, {ground}{when}.")
    if is_over:
        text = gettext("{post} served as {mission}, {ground}{when}.")
    return format_html(text, post=post, mission=charge, when=when, ground=ground_said(one, one.decision))


def _open(record: Mission) -> SafeString:
    """Since when a mission is open; where it does not go on, or that is not known, when it was."""
    period, charge = dates.shown_period(record.period) if record.period else None, charge_of(record)
    if period is None or not dates.known_moments(period):
        return format_html(gettext("It is not known when {mission} came into being."), mission=charge)
    if period.end_edge is Edge.OPEN and period.end is None:
        text = gettext("{mission} has existed {since}.")
        return format_html(text, mission=capital(charge), since=date_html(record))
    return format_html(gettext("The register records {post} ({when})."), post=charge, when=date_html(record))


def _no_head() -> SafeString:
    return format_html("{}", gettext("The register names no head of mission."))


def embassy(record: Embassy, designations: Sequence[Designation]) -> AnswerInWords:
    """Say where an embassy is and since when, as which mission it serves, and that no head of it is recorded."""
    more = [serves(one) for one in designations[-MOST:]]
    more.append(format_html("{}", gettext("The register names no head of this post.")))
    post, period = charge_of(record), dates.shown_period(record.period) if record.period else None
    when = format_html(" ({})", date_html(record)) if period and dates.known_moments(period) else SafeString("")
    if record.place is not None and is_public(record.place):
        text = gettext("{post} is in {place}{when}.")
        if period and period.end is not None:
            text = gettext("{post} was in {place}{when}.")
        said = format_html(text, post=capital(post), place=to_place(record.place), when=when)
    else:
        said = format_html(gettext("The register records {post}{when}."), post=post, when=when)
    return AnswerInWords(said, more, list(record.citations.all()))
