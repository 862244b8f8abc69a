"""Every kind of finding: its code, how grave it is, its sentence. `docs/contradictions.md` says what each is for."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TypedDict, Unpack

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from partnerships.kept_in_process import remembered

from .findings import Finding, Severity

#: What a sentence tells of other records, and of parts: their keys.
OTHERS, PARTS = ("target", "tenure"), ("stop", "meeting", "part")

_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)


class Told(TypedDict, total=False):
    """What fills the sentences of findings: keys of other records, keys of parts, and values in words."""

    target: str | None
    tenure: str
    stop: str
    meeting: str
    part: str
    date: object
    distance: int
    language: object
    name: str | None
    since: object
    slug: str
    step: object
    text: str | None
    what: str


ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True)
class Rule:
    """A kind of finding."""

    code: str
    severity: Severity
    sentence: Promise
    #: The module that finds it.
    check: str

    @property
    def title(self) -> str:
        """What findings of this kind are called together: the sentence, without what it says of one record."""
        if self.code in _TITLES:
            return str(_TITLES[self.code])
        said = str(self.sentence) % _Unsaid()
        return re.sub(r"\s*:\s*…\.$", ".", said).replace("….", "…")

    def finding(
        self, kind: str, pk: int | None, key: str, field: str = "", *, about: str = "", **told: Unpack[Told]
    ) -> Finding:
        """Return what is found in one record; `told` fills the sentence.

        What it tells of another record is the key of one of the kind `about`, else of the same kind; `tenure` is that
        of a tenure.
        """
        sentence = _sentence(self.code, _spoken.get() or get_language()) % told
        if not told:
            return Finding(self.code, self.severity, kind, key, sentence, field, pk)
        other = next(
            (f"{'tenure' if name == 'tenure' else about or kind}/{told[name]}" for name in OTHERS if told.get(name)), ""
        )
        part = " ".join(f"{name}/{told[name]}" for name in PARTS if told.get(name))
        return Finding(self.code, self.severity, kind, key, sentence, field, pk, other, part, tuple(told.items()))


@contextmanager
def in_one_language() -> Iterator[None]:
    """Let all that is found inside be said in the language that is active now: it is not asked for each finding."""
    token = _spoken.set(get_language())
    try:
        yield
    finally:
        _spoken.reset(token)


class _Unsaid(dict):
    """Stands for whatever a sentence would be filled with."""

    def __missing__(self, name: str) -> str:
        return "…"


#: The kinds of finding, by the module that finds them.
_FOUND_BY: dict[str, tuple[tuple[str, Severity, Promise], ...]] = {
    "references": (
        ("names-unpublished", ERROR, _("It is published and names what is not: %(what)s.")),
        ("leads-back", ERROR, _("Its field “%(name)s” leads back to the record itself.")),
    ),
    "timeline": (
        (
            "timeline-out-of-step",
            ERROR,
            _("The timeline does not show this record as it is; run “manage.py rebuild_timeline”."),
        ),
        (
            "service-out-of-step",
            ERROR,
            _(
                "The holders found for this office are not those that its records give; run “manage.py "
                "rebuild_timeline”."
            ),
        ),
    ),
    "search": (
        (
            "search-out-of-step",
            ERROR,
            _("The search does not find this record as it is; run “manage.py rebuild_search”."),
        ),
    ),
    "existence": (
        ("before-it-existed", ERROR, _("It begins before this existed: %(target)s.")),
        ("after-it-ended", ERROR, _("It goes on after this had ended: %(target)s.")),
        ("began-meanwhile", WARNING, _("This began to exist only during the visit: %(target)s.")),
        ("ended-meanwhile", WARNING, _("This ended during the visit: %(target)s.")),
        ("before-what-it-follows", ERROR, _("It is older than what it follows or renews: %(target)s.")),
        ("before-its-predecessor", WARNING, _("It begins before the State that it succeeds: %(target)s.")),
        ("place-of-ended-state", WARNING, _("By then the State of its place had ended: %(target)s.")),
    ),
    "people": (
        ("death-before-birth", ERROR, _("The death comes before the birth.")),
        ("life-too-long", WARNING, _("Between birth and death lie more than 120 years.")),
        ("long-after-birth", WARNING, _("It comes more than 120 years after the birth of this person: %(target)s.")),
        (
            "honorific-twice",
            WARNING,
            _("Its name holds its honorific or its suffix a second time: “%(text)s”."),
        ),
        (
            "honorific-of-another-form",
            WARNING,
            _("Its honorifics and the form of its titles are not of one form: “%(text)s”."),
        ),
        ("script-of-another-language", WARNING, _("A name is in another script than its language: “%(text)s”.")),
        ("national-of-no-state", WARNING, _("This State did not exist while the person lived: %(target)s.")),
        ("national-of-another", WARNING, _("The person is recorded as a national of another State: %(target)s.")),
        (
            "name-of-another-time",
            WARNING,
            _("A name of before the birth, or at birth of long after it: “%(text)s”."),
        ),
        ("family-name-elsewhere", WARNING, _("The family name is no part of the name: “%(text)s”.")),
        ("very-young", WARNING, _("This person was not yet fifteen years old: %(target)s.")),
        ("before-birth", ERROR, _("It comes before the birth of this person: %(target)s.")),
        ("after-death", ERROR, _("It comes after the death of this person: %(target)s.")),
        ("ending-not-death", WARNING, _("It ended by death, and the person died on another day.")),
        ("died-as-it-ended", WARNING, _("The person died on its last day, and it says that it ended otherwise.")),
        (
            "death-not-recorded",
            WARNING,
            _("It ended by death, and the register has no death of this person: %(target)s."),
        ),
    ),
    "tenures": (
        ("service-before-start", WARNING, _("A source shows the person in office before service began.")),
        ("service-after-end", WARNING, _("A source shows the person in office after service ended.")),
        ("service-before-appointment", WARNING, _("The person serves before being appointed.")),
        ("nominated-late", WARNING, _("The person is nominated after being appointed, or when serving already.")),
        ("left-before-appointment", WARNING, _("The person leaves before being appointed.")),
        ("left-before-start", ERROR, _("The person leaves before the service begins.")),
        ("arrived-long-before", WARNING, _("The person arrives more than a year before the service begins.")),
        (
            "named-long-before",
            WARNING,
            _("The person is nominated or appointed more than a year before the service begins."),
        ),
        ("acting-with-credentials", WARNING, _("The person holds the office ad interim, and presents credentials.")),
        ("milestone-of-another", WARNING, _("Another person arrived, or presented credentials, that day: %(target)s.")),
        ("departed-long-after", WARNING, _("The person departs more than a year after the service ends.")),
        (
            "departed-long-before",
            WARNING,
            _("The person departs more than a year before the service ends, and nothing shows them there again."),
        ),
        ("end-disagrees", WARNING, _("The milestone “ended” and the end of the period are different days.")),
        ("left-and-goes-on", WARNING, _("A milestone says that the person has left, and it is “still going on”.")),
        ("never-served-seen", ERROR, _("The person never served, and a milestone shows them in office.")),
        ("never-served-period", WARNING, _("The person never served, and a period of service is stated.")),
        ("never-served-held", WARNING, _("The person never served, and it served its term, or was checked as held.")),
        ("checked-after-it-ended", WARNING, _("It was checked as held on a day after it had ended.")),
        ("ending-of-what-goes-on", WARNING, _("It says how it ended, and that it is still going on.")),
        ("ending-not-abolition", WARNING, _("The office was abolished, and still lasts then: %(target)s.")),
        ("milestone-twice", WARNING, _("Two milestones “%(step)s” are of different days.")),
        ("milestone-again", WARNING, _("A milestone is recorded a second time, with the same date.")),
        ("very-long", WARNING, _("It lasts more than eighty years.")),
        ("serves-after-dying", ERROR, _("The person died in this office, and serves later: %(target)s.")),
        ("held-after-abolition", WARNING, _("The office was abolished then, and is held later: %(target)s.")),
        ("two-states", WARNING, _("The person serves another State at that time: %(target)s.")),
        ("appointment-of-two", ERROR, _("Another person’s tenure is of the same appointment: %(target)s.")),
        ("two-holders", WARNING, _("Two people certainly hold this office together: see also %(tenure)s.")),
        ("due-for-checking", WARNING, _("It is “still going on”, and since %(since)s nothing vouches for that.")),
        (
            "held-again",
            WARNING,
            _("The same person holds the office next, and nothing tells that this one ended: %(target)s."),
        ),
        (
            "residence-twice",
            WARNING,
            _("It has a residence in words beside that of the register: the words are for what no place fits."),
        ),
        ("tenure-twice", WARNING, _("The person holds the office in another tenure at that time: %(target)s.")),
    ),
    "envoys": (
        ("credentials-of-no-envoy", WARNING, _("Nobody presents credentials in such an office.")),
        ("credentials-late", WARNING, _("The person arrives, or presents credentials, years after service began.")),
        ("offices-apart", WARNING, _("The person holds an office elsewhere at that time: %(target)s.")),
        ("appointment-again", WARNING, _("Another tenure of the same appointment begins at another time: %(target)s.")),
    ),
    "posts": (
        ("designation-without-decision", WARNING, _("No decision is named on the ground of which the post serves.")),
        ("all-and-some", WARNING, _("It is about all partners, and names some.")),
        (
            "nunciature-of-another",
            WARNING,
            _("The Holy See alone has nunciatures, and this is one of another State: %(target)s."),
        ),
        ("role-of-a-state", WARNING, _("Its role is one within a State, and it is at a post or in an organisation.")),
        ("decision-after-effect", WARNING, _("It takes effect before it was decided: %(target)s.")),
        ("post-of-another-state", WARNING, _("The post is that of another State: %(target)s.")),
        ("two-designations", WARNING, _("Another post is designated for the same mission at that time: %(target)s.")),
        ("place-elsewhere", NOTE, _("The place lies in another State: %(target)s.")),
        ("partner-and-member", ERROR, _("The State is a member of the organisation and its partner at one time.")),
        ("membership-outside-partnership", WARNING, _("It lies outside the partnership of the State: %(target)s.")),
        ("partner-twice", WARNING, _("The State is the partner of the organisation twice at that time: %(target)s.")),
        ("null-island", WARNING, _("Its coordinates are 0, 0.")),
        ("far-from-its-place", WARNING, _("Its coordinates lie %(distance)s km from those of its place: %(target)s.")),
        ("decided-about-others", WARNING, _("The decision names partners, and not this State: %(target)s.")),
        (
            "own-head-too",
            WARNING,
            _("The mission has a head in their own right at that time, which may be so: %(target)s."),
        ),
        ("two-posts", WARNING, _("The State has another post there at that time, which may be so: %(target)s.")),
        ("serves-as-itself", ERROR, _("Through other designations the mission serves as itself: see also %(target)s.")),
        ("accredited-to-itself", WARNING, _("It is of the State to which it is accredited: %(target)s.")),
        ("post-at-another-body", WARNING, _("The mission is to another organisation: %(target)s.")),
        ("heads-post-elsewhere", WARNING, _("It heads an embassy in another State: %(target)s.")),
        ("two-postings", WARNING, _("The person has another posting at that time: %(target)s.")),
        ("two-heads", WARNING, _("Another office heads the same post at that time: %(target)s.")),
        ("several-heads", WARNING, _("It heads a post, and several people hold it together.")),
        ("membership-twice", WARNING, _("The State takes part in it in another record at that time: %(target)s.")),
    ),
    "visits": (
        ("stop-outside-visit", ERROR, _("The stop “%(stop)s” lies outside the period of the visit.")),
        ("stops-out-of-order", WARNING, _("The stop “%(stop)s” comes before one that precedes it in the order.")),
        ("meeting-outside-stop", ERROR, _("The meeting “%(meeting)s” lies outside the period of its stop.")),
        ("meeting-outside-visit", ERROR, _("The meeting “%(meeting)s” lies outside the period of the visit.")),
        ("held-on-cancelled-visit", ERROR, _("The visit was cancelled, and the meeting “%(meeting)s” held.")),
        ("held-on-planned-visit", WARNING, _("The visit is still planned, and the meeting “%(meeting)s” held.")),
        ("stops-at-one-time", WARNING, _("The stop “%(stop)s” lasts into another one, at another place.")),
        ("stop-twice", WARNING, _("The stop “%(stop)s” is where the one before it is, on what may be the same days.")),
        ("meeting-twice", WARNING, _("The meeting “%(meeting)s” is of the day, kind and title of another one there.")),
        ("participant-twice", WARNING, _("The participant “%(part)s” takes part a second time.")),
        (
            "two-meetings-at-once",
            WARNING,
            _("The participant “%(part)s” is at another meeting at that hour: %(target)s."),
        ),
        ("two-visits-at-once", WARNING, _("The participant “%(part)s” is on another visit on those days: %(target)s.")),
        (
            "office-of-another-state",
            WARNING,
            _("The participant “%(part)s” holds an office of another State: %(target)s."),
        ),
        (
            "not-in-office",
            WARNING,
            _("No tenure of the participant “%(part)s” in this office has that day: %(target)s."),
        ),
        (
            "office-of-another-holder",
            WARNING,
            _("Another person certainly holds the office of the participant “%(part)s” then: see also %(tenure)s."),
        ),
        ("agreed-and-cancelled", WARNING, _("The visit was cancelled, and areas were agreed.")),
        ("long-visit", WARNING, _("The visit lasts more than sixty days.")),
        ("planned-and-past", WARNING, _("It is still planned, and its day is past.")),
        ("further-place-again", WARNING, _("A further place of the stop “%(stop)s” is the place of it.")),
    ),
    "agreements": (
        ("in-force-before-signed", WARNING, _("It is in force before it was signed.")),
        ("renewed-and-goes-on", WARNING, _("It is “still going on”, and this has renewed it: %(target)s.")),
    ),
    "parties": (
        (
            "partners-of-another-body",
            WARNING,
            _("It is of one organisation, and names partners of another: %(target)s."),
        ),
        (
            "office-of-another-body",
            WARNING,
            _("The participant “%(part)s” holds an office of another organisation: %(target)s."),
        ),
        ("decided-by-another-body", WARNING, _("A body of another organisation decided it: %(target)s.")),
        ("renews-of-others", WARNING, _("It has no party in common with what it renews: %(target)s.")),
        ("party-twice", WARNING, _("A party is named twice: %(target)s.")),
        (
            "signs-without-being-party",
            WARNING,
            _("The signatory “%(part)s” signs for a State that is no party: %(target)s."),
        ),
        (
            "signs-for-another-body",
            WARNING,
            _("The signatory “%(part)s” signs for an organisation that is no party: %(target)s."),
        ),
        ("without-its-partners", WARNING, _("It names partners, and States other than theirs alone take part.")),
        (
            "stands-for-another-state",
            WARNING,
            _("The participant “%(part)s” holds an office of another State at that time: %(target)s."),
        ),
        ("beneficiary-twice", WARNING, _("This State is a beneficiary of it twice: %(target)s.")),
        ("posted-by-another-state", WARNING, _("The person holds an office of another State then: %(target)s.")),
        ("appointment-by-two", WARNING, _("A tenure of the same appointment is of another State: %(target)s.")),
    ),
    "statements": (
        (
            "counts-disagree",
            WARNING,
            _("At that time another statement counts otherwise, if it counts the same: %(target)s."),
        ),
        ("counts-agree", WARNING, _("It contradicts this statement, and counts the same: %(target)s.")),
        ("count-not-in-text", WARNING, _("Its text gives other numbers than its count: %(text)s.")),
    ),
    "country_codes": (
        ("codes-disagree", WARNING, _("Its ISO codes are not those of one country: %(text)s.")),
        ("key-of-another-state", WARNING, _("Its key is the code of another country than its own: %(text)s.")),
    ),
    "doubtful_days": (
        ("placeholder", WARNING, _("The date looks like a placeholder: %(date)s.")),
        ("wording-of-another-date", WARNING, _("Its own wording reads as another date: “%(text)s”.")),
        ("wording-less-exact", WARNING, _("Its own wording does not say the day that is recorded: “%(text)s”.")),
        ("number-of-another-year", WARNING, _("Its number is of another year than its date: %(text)s.")),
        ("title-of-another-date", WARNING, _("Its title names another date than its own: %(text)s.")),
        ("wordings-disagree", WARNING, _("Its wordings in French and in English read as different dates.")),
        ("going-on-from-a-day-to-come", WARNING, _("It is “still going on” from a day that has not come.")),
        ("far-future", WARNING, _("It begins more than ten years from now.")),
        ("no-such-time", ERROR, _("The clocks of its time zone never showed this hour, or there is no such zone.")),
        ("checked-before-it-began", WARNING, _("It was checked on a day before it began.")),
        ("covered-to-come", WARNING, _("Its coverage reaches into days to come, of which nothing is known.")),
        ("covered-before-it-began", WARNING, _("Its coverage begins before it existed.")),
        ("covered-past-its-check", WARNING, _("Its coverage reaches beyond the day on which it was last checked.")),
        ("not-yet", WARNING, _("It is recorded as done, on a day that has not come.")),
    ),
    "whereabouts": (
        ("outside-its-state", WARNING, _("Its coordinates lie %(distance)s km outside its State: %(target)s.")),
        (
            "post-outside-its-state",
            NOTE,
            _("Its coordinates lie %(distance)s km outside the State that receives it: %(target)s."),
        ),
        ("clocks-of-elsewhere", WARNING, _("Its time zone cannot be that of its place: %(target)s.")),
        (
            "in-two-states",
            WARNING,
            _("The participant “%(part)s” is in another State on that day, which may be so: %(target)s."),
        ),
    ),
    "sources": (
        ("no-source", WARNING, _("No source supports this record.")),
        ("source-older", WARNING, _("The source is older than what it is cited for: %(target)s.")),
        ("read-before-written", WARNING, _("It was read before the day on which it was published.")),
        ("archived-before-written", WARNING, _("Its archived copy is older than the day on which it was published.")),
        ("page-not-kept", NOTE, _("It is a page on the web: when it was read is not recorded, nor any archived copy.")),
        ("older-address", WARNING, _("The month in its web address is long before its date.")),
        ("archived-as-itself", WARNING, _("Its archived copy is the page itself.")),
        ("archived-to-come", WARNING, _("Its archived copy is of a day to come.")),
        ("archived-elsewhere", WARNING, _("Its archived copy is that of another address.")),
        ("title-of-another-language", WARNING, _("Its original title is in no script of its languages: “%(text)s”.")),
        ("cited-twice", WARNING, _("One place in a source is cited twice for the same: %(target)s.")),
        ("grade-too-high", WARNING, _("A citation is graded as of a primary source, which this is not: %(target)s.")),
        (
            "contradicts-without-word",
            WARNING,
            _("A citation contradicts a field, and says nothing of what the source has: %(target)s."),
        ),
        ("supports-otherwise", WARNING, _("A citation supports this date, and gives another one: %(text)s.")),
        ("contradicts-nothing", WARNING, _("A citation contradicts this date, and gives the same one: %(text)s.")),
        ("unsupported-moment", WARNING, _("All its sources are older than its end.")),
        ("empty-field-cited", WARNING, _("A citation is about a field that is empty: %(name)s.")),
    ),
    "texts": (
        ("damaged-text", WARNING, _("The text is damaged, or holds marks of a program: “%(text)s”.")),
        ("no-name", WARNING, _("“%(text)s” is not a name: write what it is called, or a description of it.")),
        ("languages-swapped", WARNING, _("The French text is in English, and the English one in French.")),
        ("days-disagree", WARNING, _("The French and the English text name different days: %(text)s.")),
        ("numbers-disagree", WARNING, _("The French and the English text give different numbers: %(text)s.")),
        ("untranslated-copy", WARNING, _("The French and the English text are the same.")),
        ("missing-fr", NOTE, _("Its name or title is missing in this language: %(language)s.")),
        ("missing-en", NOTE, _("Its name or title is missing in this language: %(language)s.")),
    ),
    "twice": (
        ("former-address-taken", ERROR, _("Its address (%(slug)s) was that of another record: %(target)s.")),
        ("address-taken", ERROR, _("Its address (%(slug)s) is that of another record: %(target)s.")),
        ("same-source", WARNING, _("Another source has the same address: %(target)s.")),
        ("same-coordinates", WARNING, _("Another place has the same coordinates: %(target)s.")),
        ("same-number", WARNING, _("Another decision of this body has the same number: %(target)s.")),
        ("same-identifier", WARNING, _("Another record has the same identifier: %(target)s.")),
        ("same-name", WARNING, _("Another record has the same name there: %(target)s.")),
        ("same-abbreviation", WARNING, _("Another record has the same abbreviation: %(target)s.")),
        (
            "same-contact",
            WARNING,
            _("Another post has the same website, e-mail address or telephone, which may be so: %(target)s."),
        ),
        ("two-names", WARNING, _("At one time it has two names of one kind and language: “%(text)s”.")),
        ("same-day", NOTE, _("Another record is of the same partner, kind and day: %(target)s.")),
        ("same-person", NOTE, _("Another person has the same name and date of birth: %(target)s.")),
    ),
}

#: What kinds are called whose sentence says something of one record in its midst.
_TITLES: dict[str, Promise] = {
    "names-unpublished": _("It is published and names what is not."),
    "leads-back": _("One of its fields leads back to the record itself."),
    "two-holders": _("Two people certainly hold this office together."),
    "due-for-checking": _("It is “still going on”, and nothing vouches for that any more."),
    "stop-outside-visit": _("A stop lies outside the period of the visit."),
    "stops-out-of-order": _("A stop comes before one that precedes it in the order."),
    "meeting-outside-stop": _("A meeting lies outside the period of its stop."),
    "meeting-outside-visit": _("A meeting lies outside the period of the visit."),
    "held-on-cancelled-visit": _("The visit was cancelled, and one of its meetings held."),
    "held-on-planned-visit": _("The visit is still planned, and one of its meetings held."),
    "stops-at-one-time": _("A stop lasts into another one, at another place."),
    "stop-twice": _("A stop is where the one before it is, on what may be the same days."),
    "further-place-again": _("A further place of a stop is the place of it."),
    "meeting-twice": _("A meeting is of the day, kind and title of another one there."),
    "two-visits-at-once": _("A participant is on another visit on those days."),
    "two-meetings-at-once": _("A participant is at another meeting at that hour."),
    "participant-twice": _("A participant takes part a second time."),
    "office-of-another-state": _("A participant holds an office of another State."),
    "office-of-another-body": _("A participant holds an office of another organisation."),
    "signs-without-being-party": _("A signatory signs for a State that is no party."),
    "signs-for-another-body": _("A signatory signs for an organisation that is no party."),
    "stands-for-another-state": _("A participant holds an office of another State at that time."),
    "milestone-twice": _("Two milestones of one kind are of different days."),
    "far-from-its-place": _("Its coordinates lie far from those of its place."),
    "outside-its-state": _("Its coordinates lie outside its State."),
    "post-outside-its-state": _("Its coordinates lie outside the State that receives it."),
    "in-two-states": _("A participant is in another State on that day, which may be so."),
    "serves-as-itself": _("Through other designations the mission serves as itself."),
    "not-in-office": _("A participant holds no tenure of this office on that day."),
    "title-of-another-date": _("Its title names another date than its own."),
    "count-not-in-text": _("Its text gives other numbers than its count."),
    "wording-of-another-date": _("Its own wording reads as another date."),
    "supports-otherwise": _("A citation supports a date, and gives another one."),
    "contradicts-nothing": _("A citation contradicts a date, and gives the same one."),
    "codes-disagree": _("Its ISO codes are not those of one country."),
    "days-disagree": _("The French and the English text name different days."),
    "numbers-disagree": _("The French and the English text give different numbers."),
    "two-names": _("At one time it has two names of one kind and language."),
    "honorific-twice": _("Its name holds its honorific or its suffix a second time."),
    "honorific-of-another-form": _("Its honorifics and the form of its titles are not of one form."),
    "script-of-another-language": _("A name is in another script than its language."),
    "name-of-another-time": _("A name of before the birth, or at birth of long after it."),
    "title-of-another-language": _("Its original title is in no script of its languages."),
    "office-of-another-holder": _("Another person certainly holds the office of a participant then."),
    "wording-less-exact": _("Its own wording does not say the day that is recorded."),
    "family-name-elsewhere": _("The family name is no part of the name."),
    "damaged-text": _("The text is damaged, or holds marks of a program."),
    "no-name": _("A placeholder takes the place of its name."),
    "missing-fr": _("Its name or title is missing in French."),
    "missing-en": _("Its name or title is missing in English."),
    "former-address-taken": _("Its address was that of another record."),
    "address-taken": _("Its address is that of another record."),
}


@remembered()
def _sentence(code: str, language: str | None) -> str:
    """Return the sentence of a kind of finding in the language that is active, to be filled."""
    return str(RULES[code].sentence)


RULES: dict[str, Rule] = {
    code: Rule(code, severity, sentence, check)
    for check, several in _FOUND_BY.items()
    for code, severity, sentence in several
}
