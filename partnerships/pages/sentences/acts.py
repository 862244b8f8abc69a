"""Decisions and agreements in a sentence: who decided what about whom, who signed what, and when."""

from collections.abc import Iterator, Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy, ngettext

from partnerships import inflection
from partnerships.models import Agreement, Decision, Designation, Partner, Visit
from partnerships.presentation.days import date_html
from partnerships.presentation.languages import language_now, marked_language
from partnerships.presentation.links import in_order, link_html, links_html
from partnerships.records.visibility import is_public, public

from ..blocks import AnswerInWords
from .names import and_others, body_said, charge_of, enumerated, state_said
from .times import when_opening

#: A sentence names no more designations than this.
MOST = 3
#: Nor more partners.
MOST_PARTNERS = 8
#: A text within a sentence of its own page.
_THIS = {
    Agreement.Kind.DECLARATION: gettext_lazy("this joint declaration"),
    Agreement.Kind.PROGRAMME: gettext_lazy("this programme"),
    Agreement.Kind.SECURITY: gettext_lazy("this security agreement"),
    Agreement.Kind.TREATY: gettext_lazy("this treaty"),
    Agreement.Kind.OTHER: gettext_lazy("this agreement"),
}


def decision(
    record: Decision, designations: Sequence[Designation], certain: int = 0, possible: int = 0
) -> AnswerInWords:
    """Say what was decided; `certain` and `possible` count the partners where it is about all of that day."""
    shown = [one for one in designations if is_public(one.post) and is_public(one.mission)]
    return AnswerInWords(_decided(record, shown), _about(record, certain, possible), list(record.citations.all()))


def _decided(record: Decision, designations: Sequence[Designation]) -> SafeString:
    when = when_opening(record, "date")
    body = body_said(record.body) if record.body is not None and is_public(record.body) else SafeString("")
    if not designations or len(designations) > MOST or _further(record, designations):
        return _titled(record, when, body)
    text = gettext("{when} {body} decided that {what}.") if body else gettext("{when} it was decided that {what}.")
    return format_html(text, when=when, body=body, what=_what(designations))


def designated(record: Decision) -> Designation | None:
    """Return the one designation by which a decision says what it decides; None where it decides more, or otherwise."""
    shown = [one for one in public(record.designations.all()) if is_public(one.post) and is_public(one.mission)]
    return shown[0] if len(shown) == 1 and not _further(record, shown) else None


def _further(record: Decision, designations: Sequence[Designation]) -> bool:
    """Whether a decision names a partner for which it designates no post."""
    states = {one.mission.state_id for one in designations if one.mission is not None}  # pyright: ignore[reportAttributeAccessIssue]
    return any(one.state_id not in states for one in public(record.partners.all()))


def _titled(record: Decision, when: SafeString, body: SafeString) -> SafeString:
    """Say what was decided by the title of the decision, where it has one."""
    language = language_now()
    title, found = record.read("title", language)
    if not title:
        text = gettext("{when} {body} took this decision.") if body else gettext("{when} this decision was taken.")
        return format_html(text, when=when, body=body)
    text = gettext("{when} {body} decided: {title}.") if body else gettext("{when} it was decided: {title}.")
    what = marked_language(inflection.ordinary(title, found), found, mark=False)
    return format_html(text, when=when, body=body, title=what)


def _what(designations: Sequence[Designation]) -> SafeString:
    text = gettext("{post} would serve as {mission}")
    parts = [
        format_html(text, post=charge_of(one.post), mission=charge_of(one.mission))
        for one in designations
        if one.post is not None
    ]
    return enumerated(parts)


def _about(record: Decision, certain: int, possible: int) -> list[SafeString]:
    found = []
    if record.scope == Decision.Scope.ALL_PARTNERS:
        found.append(_all_partners(certain, possible))
    elif partners := in_order(public(record.partners.all())):
        found.append(format_html(gettext("It concerns {partners}."), partners=_states(partners)))
    if record.follows is not None and is_public(record.follows):
        found.append(_follows(record.follows))
    return found


def _follows(before: Decision) -> SafeString:
    """Say on which decision another rests: what was decided, and when."""
    if not before.date:
        return format_html(gettext("It follows “{decision}”."), decision=link_html(before))
    text = gettext("It follows “{decision}” ({when}).")
    return format_html(text, decision=link_html(before), when=date_html(before, "date"))


def _states(partners: Sequence[Partner]) -> SafeString:
    """Partners within a sentence, each with the article of its State."""
    return enumerated(and_others(list(map(state_said, partners[:MOST_PARTNERS])), len(partners) - MOST_PARTNERS))


def _all_partners(certain: int, possible: int) -> SafeString:
    several = ((certain, gettext("{number} for certain")), (possible, gettext("{number} possibly")))
    said = [text.format(number=inflection.in_letters(number, language_now())) for number, text in several if number]
    if not said:
        return format_html("{}", gettext("It concerns every partner on that day."))
    return format_html(gettext("It concerns every partner on that day: {partners}."), partners=", ".join(said))


def agreement(record: Agreement, visits: Sequence[Visit] = ()) -> AnswerInWords:
    """Say who signed what, when and where, how long it is in force, and during which of `visits` that was."""
    return AnswerInWords(_signed(record), [*_force(record), *_visits(visits)], list(record.citations.all()))


def _visits(several: Sequence[Visit]) -> Iterator[SafeString]:
    if several:
        text = ngettext("Visit at that time: {visits}.", "Visits at that time: {visits}.", len(several))
        yield format_html(text, visits=links_html(several))


def _signed(record: Agreement) -> SafeString:
    several = parties(record)
    who, number, what = enumerated(several), len(several), _THIS[Agreement.Kind(record.kind)]
    if not record.date:
        text = ngettext(
            "{who} is a party to {what}; the day of its signature is not known.",
            "{who} are the parties to {what}; the day of its signature is not known.",
            number,
        )
        text = text if who else gettext("The day of the signature of {what} is not known.")
        return format_html(text, who=SafeString(capfirst(who)), what=what)
    if record.is_signed:
        text = ngettext("{when} {who} signed {what}.", "{when} {who} signed {what}.", number)
        text = text if who else gettext("{when} {what} was signed.")
    elif record.kind not in (Agreement.Kind.DECLARATION, Agreement.Kind.PROGRAMME):
        text = ngettext("{when} {who} concluded {what}.", "{when} {who} concluded {what}.", number)
        text = text if who else gettext("{when} {what} was concluded.")
    else:
        text = ngettext("{when} {who} agreed {what}.", "{when} {who} agreed {what}.", number)
        text = text if who else gettext("{when} {what} was agreed.")
    return format_html(text, when=when_opening(record, "date"), who=who, what=what)


def parties(record: Agreement) -> list[SafeString]:
    """The parties to an agreement, each with its article: the partners and other States, and the organisations."""
    found = [state_said(one) for one in in_order(public([*record.partners.all(), *record.states.all()]))]
    bodies = (record.organization, *in_order(record.organizations.all()))
    return found + [body_said(one) for one in bodies if one is not None and is_public(one)]


def _force(record: Agreement) -> list[SafeString]:
    found = []
    if record.place is not None and is_public(record.place):
        found.append(format_html(gettext("Place of signature: {place}."), place=link_html(record.place)))
    if when := date_html(record):
        found.append(format_html(gettext("In force: {when}."), when=when))
    if record.renews is not None and is_public(record.renews):
        found.append(format_html(gettext("It renews {agreement}."), agreement=link_html(record.renews)))
    if later := in_order(public(record.renewed_by.all())):
        found.append(format_html(gettext("Renewed by {agreements}."), agreements=links_html(later)))
    return found
