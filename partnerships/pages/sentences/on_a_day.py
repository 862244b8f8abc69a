"""What stood on a day that a reader asks for, in a sentence: partnerships, memberships, missions without a head.

Each is certain, possible, or not so; what is said of it for no day in particular stands beside it.
"""

from collections.abc import Sequence
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from partnerships import inflection
from partnerships.dates import Certainty
from partnerships.models import Decision, Designation, Membership, Mission, Organization, Partner, State
from partnerships.presentation.languages import language_now
from partnerships.records.visibility import is_public

from ..blocks import AnswerInWords
from ..standing_on_a_day import Number, certainty_on
from .bodies import MOST, lasted, state_opening, verb_number
from .names import body_said, charge_of, enumerated, of_body
from .posts import mission, partnership
from .times import day_said

#: How sure an answer looks.
_LOOKS = {Certainty.CERTAINLY: "known", Certainty.POSSIBLY: "not-known", Certainty.NOT: "nobody"}
_ORDER = tuple(_LOOKS)


def state_on(
    record: State, partnerships: Sequence[Partner], memberships: Sequence[Membership], day: date, today: date
) -> AnswerInWords | None:
    """Say whose partner a State was on a day and of what it was a member; nothing where it is never said to be."""
    if certainty_on(record, day, today) is Certainty.NOT:
        text = ngettext("On {day} {state} did not exist.", "On {day} {state} did not exist.", verb_number(record))
        said = format_html(text, day=day_said(day), state=_state_said(record))
        return AnswerInWords(said, (), list(record.citations.all()), "nobody")
    several = [one for one in (*partnerships, *memberships) if is_public(one.organization)]
    found = [(certainty_on(one, day, today), one) for one in several]
    found = sorted(found, key=lambda each: _ORDER.index(each[0]))[:MOST]
    if not found:
        return None
    (first, *others) = [_belonged(record, one, day, sure) for sure, one in found]
    citations = [citation for _sure, one in found for citation in one.citations.all()]
    return AnswerInWords(first, others, citations, _LOOKS[found[0][0]])


def _state_said(record: State) -> str:
    """A State within a sentence, with its article, in its own language alone."""
    said = state_opening(record)
    return f"{said[:1].lower()}{said[1:]}" if said.startswith(("The ", "Le ", "La ", "Les ", "L’")) else said


def _belonged(record: State, one: Partner | Membership, day: date, sure: Certainty) -> SafeString:
    """That a State was a partner or a member on a day, possibly was, or was not: yet, or any longer."""
    then = _partner_then if isinstance(one, Partner) else _member_then
    text = then(sure, verb_number(record), day < one.start_earliest)
    body = of_body(one.organization) if one.organization is not None else ""
    return format_html(text, day=day_said(day), state=_state_said(record), body=body, when=lasted(one))


def _partner_then(sure: Certainty, number: int, later: bool) -> str:
    """The sentence about a partner on a day; `later` where it became one after it."""
    if sure is Certainty.CERTAINLY:
        return ngettext(
            "On {day} {state} was a partner of {body}{when}.", "On {day} {state} were partners of {body}{when}.", number
        )
    if sure is Certainty.POSSIBLY:
        return ngettext(
            "It is not known whether {state} was a partner of {body} on {day}{when}.",
            "It is not known whether {state} were partners of {body} on {day}{when}.",
            number,
        )
    if later:
        return ngettext(
            "On {day} {state} was not yet a partner of {body}{when}.",
            "On {day} {state} were not yet partners of {body}{when}.",
            number,
        )
    return ngettext(
        "On {day} {state} was no longer a partner of {body}{when}.",
        "On {day} {state} were no longer partners of {body}{when}.",
        number,
    )


def _member_then(sure: Certainty, number: int, later: bool) -> str:
    """As `_partner_then`, of a member."""
    if sure is Certainty.CERTAINLY:
        return ngettext(
            "On {day} {state} was a member of {body}{when}.", "On {day} {state} were members of {body}{when}.", number
        )
    if sure is Certainty.POSSIBLY:
        return ngettext(
            "It is not known whether {state} was a member of {body} on {day}{when}.",
            "It is not known whether {state} were members of {body} on {day}{when}.",
            number,
        )
    if later:
        return ngettext(
            "On {day} {state} was not yet a member of {body}{when}.",
            "On {day} {state} were not yet members of {body}{when}.",
            number,
        )
    return ngettext(
        "On {day} {state} was no longer a member of {body}{when}.",
        "On {day} {state} were no longer members of {body}{when}.",
        number,
    )


def organization_on(record: Organization, partners: Number, missions: Number, day: date, today: date) -> AnswerInWords:
    """Say how many partners and missions an organisation had on a day: for certain, and how many more possibly."""
    if certainty_on(record, day, today) is Certainty.NOT:
        said = format_html(gettext("On {day} {body} did not exist."), day=day_said(day), body=body_said(record))
        return AnswerInWords(said, (), list(record.citations.all()), "nobody")
    certain, possible = (
        _counted(partners.certain, missions.certain),
        _counted(partners.possible, missions.possible),
    )
    if certain:
        text = (
            gettext("On {day} {body} had {what} for certain.") if possible else gettext("On {day} {body} had {what}.")
        )
    elif possible:
        text = gettext("It is not known how many partners and missions {body} had on {day}.")
    else:
        text = gettext("On {day} {body} had neither a partner nor a mission on record.")
    said = format_html(text, day=day_said(day), body=body_said(record), what=certain)
    if not possible:
        return AnswerInWords(said, look="known" if certain else "nobody")
    more = gettext("Possibly also {what}: it is not known when they began or ended.")
    more = more if certain else gettext("Possibly {what}: it is not known when they began or ended.")
    return AnswerInWords(said, [format_html(more, what=possible)], look="known" if certain else "not-known")


def _counted(partners: int, missions: int) -> SafeString:
    """So many partners and missions, those of which there are any."""
    several = ngettext("{number} partner", "{number} partners", partners)
    posts = ngettext("{number} mission", "{number} missions", missions)
    language = language_now()
    found = [
        (partners, several.format(number=inflection.in_letters(partners, language))),
        (missions, posts.format(number=inflection.in_letters(missions, language, feminine=True))),
    ]
    return enumerated([format_html("{}", words) for number, words in found if number])


def partnership_on(
    record: Partner,
    memberships: Sequence[Membership],
    missions: Sequence[Mission],
    designations: Sequence[Designation],
    decisions: Sequence[Decision],
    days: tuple[date, date],
) -> AnswerInWords:
    """Say whether a State was a partner on the first of `days`, asked on the second, and who headed its missions."""
    day, today = days
    usual = partnership(record, memberships, missions, designations, decisions)
    sure = certainty_on(record, day, today)
    if record.state is None or day == today:
        return usual
    said = _belonged(record.state, record, day, sure)
    headless = [unheaded(one, day, today)[0] for one in missions] if sure is not Certainty.NOT else []
    return AnswerInWords(said, [*headless, *usual.more], usual.citations, _LOOKS[sure])


def mission_on(
    record: Mission,
    designations: Sequence[Designation],
    decisions: Sequence[Decision],
    day: date,
    today: date,
) -> AnswerInWords:
    """Say of a mission without a head on record that nobody knows who headed it on a day, or that there was none."""
    usual = mission(record, designations, decisions)
    said, look = unheaded(record, day, today)
    return AnswerInWords(said, [usual.sentence, *usual.more], usual.citations, look)


def unheaded(record: Mission, day: date, today: date) -> tuple[SafeString, str]:
    """Say who headed a mission, of whom nobody is on record, and how sure that looks."""
    what = charge_of(record)
    if certainty_on(record, day, today) is not Certainty.NOT:
        if day == today:
            text = gettext("It is not known who heads {what} today, {day}.")
        elif day > today:
            text = gettext("It is not known who will head {what} on {day}.")
        else:
            text = gettext("It is not known who headed {what} on {day}.")
        return format_html(text, what=what, day=day_said(day)), "not-known"
    if day < record.start_earliest:
        text = gettext("On {day} nobody headed {what}: it did not exist yet.")
    else:
        text = gettext("On {day} nobody headed {what}: it no longer existed.")
    return format_html(text, what=what, day=day_said(day)), "nobody"
