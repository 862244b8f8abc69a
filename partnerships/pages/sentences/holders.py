"""Who held an office on a day, in a sentence: what is certain, what is known around it, and why."""

from collections.abc import Callable, Iterable
from datetime import date
from html import unescape

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from partnerships import dates
from partnerships.addresses import address
from partnerships.dates import Precision
from partnerships.inflection import small
from partnerships.markup import without_tags
from partnerships.models import Decision, Designation, Mission, Office, Tenure
from partnerships.offices import Answer as Held
from partnerships.offices import Code, Holder, PossiblyBefore, Reason, Sighting, Sign, reason_sentence
from partnerships.presentation.days import when_html
from partnerships.presentation.languages import language_now, marked_language
from partnerships.presentation.links import link_html, links_html
from partnerships.records.titles import office_title
from partnerships.records.visibility import is_public

from ..blocks import AnswerInWords
from .names import acting_said, charge_of, enumerated, name_preposition
from .times import day_said, is_unit, period_told, served_from, served_until, sighted

#: The reasons that say by what right somebody holds an office: the sentence says that already.
GROUNDS = {Code.OWN_RIGHT, Code.BY_VIRTUE_OF}


def headship(held: Held, today: date) -> AnswerInWords:
    """Say who held an office on a day, what is known around it, and why the register says so."""
    if held.certain:
        return AnswerInWords(_certain(held, today), _around(held), _citations(held.certain), about=held.office)
    citations = [*held.unnamed.citations, *_citations(held.possible)]
    if not held.exists or held.vacant:
        return AnswerInWords(_nobody(held), _around(held), citations, "nobody", held.office)
    return AnswerInWords(_not_known(held, today), _around(held), citations, "not-known", held.office)


def question_put(mission: Mission, day: date, today: date) -> str:
    """The question in plain text: “Who headed the mission of … on …”; nothing of a mission that is not public."""
    if not is_public(mission):
        return ""
    what = unescape(without_tags(charge_of(mission)))
    if day == today:
        return gettext("Who heads %(what)s today") % {"what": what}
    text = gettext("Who headed %(what)s on %(day)s")
    return text % {"what": what, "day": dates.word(dates.moment_on(day), language_now())}


def _certain(held: Held, today: date) -> SafeString:
    if len(held.certain) == 1:
        who = link_html(held.certain[0].person, (held.on, held.on))
        how = capacity(held.certain[0])
    else:
        who, how = enumerated([_with_capacity(one, held.on) for one in held.certain]), SafeString("")
    what, office = charge(held.office), SafeString("")
    if not what and len(held.certain) == 1:
        office = _post(held.office, feminine=held.certain[0].tenure.is_feminine)
    number = len(held.certain)
    if held.on == today:
        text = _chosen(
            (what, ngettext("Today, {day}, {who} heads {what}{how}.", "Today, {day}, {who} head {what}{how}.", number)),
            (office, gettext("Today, {day}, {who} is {office}{how}.")),
            ngettext(
                "Today, {day}, {who} holds this office{how}.", "Today, {day}, {who} hold this office{how}.", number
            ),
        )
    else:
        text = _chosen(
            (what, ngettext("On {day} {who} headed {what}{how}.", "On {day} {who} headed {what}{how}.", number)),
            (office, gettext("On {day} {who} was {office}{how}.")),
            ngettext("On {day} {who} held this office{how}.", "On {day} {who} held this office{how}.", number),
        )
    return format_html(text, day=day_said(held.on), who=who, what=what, office=office, how=how)


def _chosen(of_post: tuple[str, str], of_office: tuple[str, str], otherwise: str) -> str:
    """The first of two texts whose name is known, each with that name; else the third."""
    return next((text for name, text in (of_post, of_office) if name), otherwise)


def _post(office: Office, *, feminine: bool = False, article: bool = False) -> SafeString:
    """An office as what somebody is: “Ambassador of …”, « ambassadeur de … »; nothing where it has no such name.

    With its `article`, in French alone: « l’ambassadeur de … ».
    """
    language = language_now()
    text, found = office_title(office, language, feminine)
    if found != language or not is_public(office):
        return SafeString("")
    before = ("l’" if name_preposition(small(text)) == "d’" else "le ") if article and language == "fr" else ""
    name = small(text) if language == "fr" else text
    return format_html('{}<a href="{}">{}</a>', before, address(office, language), name)


def _with_capacity(holder: Holder, on: date) -> SafeString:
    how = capacity(holder)
    return format_html("{}{}", link_html(holder.person, (on, on)), how)


def _nobody(held: Held) -> SafeString:
    what = charge(held.office)
    office = _post(held.office)
    if held.vacant:
        text = _chosen(
            (what, gettext("On {day} nobody headed {what}: the post was vacant.")),
            (office, gettext("On {day} nobody was {office}: the office was vacant.")),
            gettext("On {day} nobody held this office: it was vacant."),
        )
    elif _is_over(held):
        text = _chosen(
            (what, gettext("On {day} nobody headed {what}: it no longer existed.")),
            (office, gettext("On {day} nobody was {office}: the office no longer existed.")),
            gettext("On {day} nobody held this office: it no longer existed."),
        )
    else:
        text = _chosen(
            (what, gettext("On {day} nobody headed {what}: it did not exist yet.")),
            (office, gettext("On {day} nobody was {office}: the office did not exist yet.")),
            gettext("On {day} nobody held this office: it did not exist yet."),
        )
    return format_html(text, day=day_said(held.on), what=what, office=office)


def _is_over(held: Held) -> bool:
    return any(reason.code is Code.NO_LONGER for reason in held.reasons)


def _not_known(held: Held, today: date) -> SafeString:
    what = charge(held.office)
    office = _post(held.office, article=True)
    if held.on == today:
        text = _chosen(
            (what, gettext("It is not known who heads {what} today, {day}.")),
            (office, gettext("It is not known who is {office} today, {day}.")),
            gettext("It is not known who holds this office today, {day}."),
        )
    elif held.on > today:
        text = _chosen(
            (what, gettext("It is not known who will head {what} on {day}.")),
            (office, gettext("It is not known who will be {office} on {day}.")),
            gettext("It is not known who will hold this office on {day}."),
        )
    else:
        text = _chosen(
            (what, gettext("It is not known who headed {what} on {day}.")),
            (office, gettext("It is not known who was {office} on {day}.")),
            gettext("It is not known who held this office on {day}."),
        )
    return format_html(text, day=day_said(held.on), what=what, office=office)


def charge(office: Office) -> SafeString:
    """What the head of a mission heads, as it stands in a sentence; nothing for other offices."""
    mission = office.mission
    if not office.heads_post or mission is None or not is_public(mission):
        return SafeString("")
    return charge_of(mission)


def capacity(holder: Holder) -> SafeString:
    """How somebody holds an office: “, as Ambassador of …, under the decision of …”; nothing in their own right."""
    acting = acting_said(holder)
    if holder.by_virtue_of is None:
        return acting
    office = office_said(holder.by_virtue_of.office, feminine=holder.tenure.is_feminine)
    ground = ground_said(holder.by_virtue_of.designation, holder.by_virtue_of.decision)
    return format_html("{}, {}, {}", acting, office, ground)


def office_said(office: Office, *, feminine: bool = False) -> SafeString:
    """An office as somebody’s capacity: “as Ambassador of …”, « en sa qualité d’ambassadeur de … »."""
    language = language_now()
    text, found = office_title(office, language, feminine)
    if language == found == "fr":
        text = small(text)
    link = format_html('<a href="{}">{}</a>', address(office, language), marked_language(text, found, mark=False))
    return format_html(gettext("as %s").replace("%s", "{}{}"), name_preposition(text), link)


def ground_said(designation: Designation, decision: Decision | None) -> SafeString:
    """The ground of a designation: “under the decision of 24 May 2018”, or the designation itself."""
    language = language_now()
    if decision is None or not is_public(decision):
        return format_html(gettext('by <a href="{}">designation</a>'), address(designation, language))
    moment = dates.parse(decision.date) if decision.date else None
    if not isinstance(moment, dates.Moment) or moment.precision is not dates.Precision.DAY:
        return format_html(gettext("on the basis of “{}”"), link_html(decision))
    words = when_html(moment, dates.word(moment, language))
    return format_html(gettext('under <a href="{}">the decision of {}</a>'), address(decision, language), words)


def _around(held: Held) -> list[SafeString]:
    """What is known around the answer: when somebody was last and next seen, who possibly held it, and the reasons."""
    found: list[SafeString] = []
    last = held.unnamed.last_seen
    still = [one for one in held.possible if not held.certain and last and one.tenure == last.tenure]
    if not held.certain and held.unnamed.before:
        found.append(possibly_before(held.unnamed.before))
    if not held.certain:
        found += [*seen(last, None), *map(_possibly_still, still), *seen(None, held.unnamed.next_seen)]
    found += seen(_vouched_by(held), None)
    found += [_possibly(holder, held.on) for holder in held.possible if holder not in still]
    decided = any(reason.code is Code.DECIDED for reason in held.reasons)
    # When it was decided and took effect says already that it did not exist yet.
    found += [because(reason) for reason in held.reasons if not (decided and reason.code is Code.NOT_YET)]
    if held.certain and not held.known:
        found.append(format_html("{}", gettext("Whether anybody else held it is not known.")))
    return found


def seen(last: Sighting | None, next_: Sighting | None) -> list[SafeString]:
    """When somebody was last, and next, seen in office; or until when, or since when, they certainly held it."""
    found = []
    if last is not None:
        certainly = gettext("Certainly in office until {day} at least: {who}.")
        found.append(_seen(last, gettext("Last seen in office: {who}, {day}."), certainly, served_until))
    if next_ is not None:
        certainly = gettext("Certainly in office from {day} at the latest: {who}.")
        found.append(_seen(next_, gettext("Next seen in office: {who}, {day}."), certainly, served_from))
    return found


def _seen(sighting: Sighting, text: str, certainly: str, served: Callable[[Sighting], SafeString]) -> SafeString:
    who, day = link_html(sighting.person), sighted(sighting)
    if sighting.sign is not Sign.CERTAIN:
        return format_html(text, who=who, day=day)
    if known := served(sighting):
        return format_html(gettext("In office {when}: {who}."), who=who, when=known)
    return format_html(certainly, who=who, day=day)


def _vouched_by(held: Held) -> Sighting | None:
    """When the only holder was last seen, where nothing later shows that they are in office still."""
    if len(held.certain) != 1:
        return None
    last, period = held.certain[0].last_seen, held.certain[0].tenure.period
    goes_on = bool(period) and dates.parse_period(period).end_edge is dates.Edge.OPEN
    return last if last is not None and goes_on and last.when.latest < held.on else None


def _possibly(holder: Holder, on: date) -> SafeString:
    who = format_html("{}{}", link_html(holder.person, (on, on)), capacity(holder))
    if begins := next((one.when for one in holder.reasons if one.code is Code.TO_BEGIN), None):
        return _hedged(to_take_office(who, begins.notation), holder)
    return _hedged(format_html(gettext("Possibly {who}."), who=who), holder)


def _possibly_still(holder: Holder) -> SafeString:
    """That whoever was last seen in office was possibly there still: the line before names them."""
    return _hedged(format_html(gettext("Possibly still in office{how}."), how=capacity(holder)), holder)


def _hedged(line: SafeString, holder: Holder) -> SafeString:
    hedges = [because(reason) for reason in holder.reasons if reason.code not in (*GROUNDS, Code.TO_BEGIN)]
    return format_html("{} {}", line, format_html_join(" ", "{}", ((one,) for one in hedges)))


def possibly_before(before: PossiblyBefore, text: str = "") -> SafeString:
    """Who possibly held an office at last before a day on which nobody is known, and nobody was seen there before."""
    period = period_told(before.period, before)
    who = link_html(before.person, (before.first, before.first))
    when = when_html(period, dates.word(period, language_now()))
    return format_html(text or gettext("Before that, possibly: {who}, {when}."), who=who, when=when)


def to_take_office(who: SafeString, notation: str) -> SafeString:
    """Who is to take an office, and when: “… is to take office on 1 May 2041.”"""
    moment = dates.parse_moment(notation)
    if is_unit(moment, Precision.DAY):
        text = gettext("{who} is to take office on {when}.")
    elif is_unit(moment, Precision.MONTH) or is_unit(moment, Precision.YEAR):
        text = gettext("{who} is to take office in {when}.")
    else:
        text = gettext("{who} is to take office ({when}).")
    return format_html(text, who=who, when=when_html(moment, dates.word(moment, language_now())))


def because(reason: Reason) -> SafeString:
    """A reason as a sentence, with the acts on which it rests."""
    if reason.code is Code.TO_BEGIN and reason.when:
        named = [one.person for one in reason.records if isinstance(one, Tenure)]
        return to_take_office(links_html(named), reason.when.notation)
    public = [record for record in reason.records if is_public(record)]
    decisions = [record for record in public if isinstance(record, Decision)]
    designations = [record for record in public if isinstance(record, Designation)]
    if reason.code is Code.DECIDED and decisions and designations and (said := _decided(designations[0], decisions[0])):
        return said
    acts = decisions or designations
    if not acts:
        return format_html("{}", reason_sentence(reason))
    return format_html("{} ({})", reason_sentence(reason), links_html(acts))


def _decided(designation: Designation, decision: Decision) -> SafeString:
    """On which day a designation was decided, and on which it took effect; nothing where either is no one day."""
    period = dates.parse_period(designation.period) if designation.period else None
    moments = [dates.parse(decision.date) if decision.date else None, period and period.start]
    days = [one for one in moments if isinstance(one, dates.Moment) and is_unit(one, Precision.DAY)]
    if len(days) < len(moments):
        return SafeString("")
    language = language_now()
    decided, begun = (
        format_html('<a href="{}">{}</a>', address(act, language), when_html(day, dates.word(day, language)))
        for act, day in zip((decision, designation), days, strict=True)
    )
    text = gettext("The designation had been decided on {decided}; it took effect on {begun}.")
    if days[1].earliest > dates.today():
        text = gettext("The designation had been decided on {decided}; it takes effect on {begun}.")
    return format_html(text, decided=decided, begun=begun)


def _citations(several: Iterable[Holder]) -> list:
    return [citation for holder in several for citation in holder.citations]
