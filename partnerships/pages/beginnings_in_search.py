"""Since when a State is a partner, or has its mission, where the words of a search ask for that."""

import re
from collections.abc import Iterator

from django.utils.html import format_html
from django.utils.safestring import SafeString

from partnerships.addresses import address
from partnerships.folding import fold
from partnerships.models import Mission, Partner
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import link_html
from partnerships.projections import search
from partnerships.records import place_in_time
from partnerships.records.kinds import KINDS
from partnerships.records.visibility import is_public

from . import sentences
from .holders_in_search import ShortAnswer
from .home import mission_of_first_page
from .missions import designations_of

#: So many partners are answered for.
MOST = 2
#: A beginning is asked for by these alone; by one of the others where a word says that something began.
_SINCE = re.compile(
    r"\b(?:since when|how long|(?:start|beginnings?) of|depuis quand|depuis combien|a partir de quand|debuts? d[eu])\b"
)
_WHEN = re.compile(r"\b(?:when|quand|since|depuis|what year|quelle annee|date)\b")
_PARTNERSHIP = re.compile(r"\b(?:partner|partenai|partenariat|cooper|relation)")
_MISSION = re.compile(r"\bmissions?\b")


def beginnings(text: str) -> list[ShortAnswer]:
    """Return since when the partners that are named in `text` are partners, or have their missions, if it asks that.

    Where it names nothing at all, the partner is meant whose mission the first page tells of.
    """
    asked, about_missions = fold(text), bool(_MISSION.search(fold(text)))
    if not _asks(asked):
        # That there is no mission is said of whatever is asked about it.
        named = _partners(text, in_part=False) if about_missions and not _of_a_body(asked, text) else []
        return [_none(one) for one in named if not _missions_of(one)]
    partners = _partners(text)
    if about_missions:
        return [answer for one in partners for answer in _missions(one)][:MOST]
    if not _PARTNERSHIP.search(asked):
        return []
    meant = partners or (_usual() if _names_nothing(text) else ())
    return [_answer(sentences.partner_of(one.state, one), one) for one in meant]


def _asks(asked: str) -> bool:
    if _SINCE.search(asked):
        return True
    return bool(_WHEN.search(asked)) and not search.BEGAN.isdisjoint(search.folded_words(asked))


def _of_a_body(asked: str, text: str) -> bool:
    """Whether the mission that is named is one of an organisation: “NATO mission Iraq” is none of Iraq to NATO."""
    bodies = "|".join(search.names_among(text, "organization"))
    return bool(bodies) and bool(
        re.search(rf"\b(?:{bodies})(?: s)? missions?\b|\bmissions? (?:de l |du |of (?:the )?)(?:{bodies})\b", asked)
    )


def _partners(text: str, *, in_part: bool = True) -> list[Partner]:
    keys = search.named_among(text, "partner") or (_named_in_part(text) if in_part else [])
    found = Partner.objects.published().filter(key__in=keys)
    partners = found.select_related("state", "organization").order_by("key")
    return [one for one in partners if is_public(one.state) and is_public(one.organization)][:MOST]


def _named_in_part(text: str) -> list[str]:
    """Return the keys of the partners in whose names the words stand that name no others: Korea."""
    known = _words_of_bodies(text).union(search.BEGAN, *(search.names_of_kind(kind) for kind in KINDS))
    several = [word for word in search.folded_words(text) if search.says_something(word) and word not in known]
    partners = search.Narrowed(kinds=("partner",))
    # All of them: North Korea is no part of the Republic of Korea.
    asked = search.understand(" ".join(several[: search.MOST_WORDS]))
    hits = [hit for each in search.find_named(asked, partners, MOST + 1) for hit in each.hits] if several else []
    return [hit.key for hit in hits] if len(hits) <= MOST else []


def _names_nothing(text: str) -> bool:
    """Whether `text` asks for a beginning and a partnership and no more, but for the name of an organisation."""
    asked = _WHEN.sub(" ", _SINCE.sub(" ", fold(text)))
    known = _words_of_bodies(text) | search.BEGAN
    several = (word for word in search.folded_words(asked) if search.says_something(word))
    return all(word in known or _PARTNERSHIP.match(word) for word in several)


def _words_of_bodies(text: str) -> set[str]:
    return {word for form in search.names_among(text, "organization") for word in form.split()}


def _usual() -> Iterator[Partner]:
    if mission := mission_of_first_page():
        found = Partner.objects.published().filter(state=mission.state, organization=mission.organization)
        yield from found.select_related("state", "organization").order_by("key")[:1]


def _missions_of(partner: Partner) -> list[Mission]:
    found = Mission.objects.published().filter(state=partner.state_id, organization=partner.organization_id)
    order = *place_in_time.place_in_time(Mission), "key"
    return list(found.select_related("state", "organization").order_by(*order))


def _missions(partner: Partner) -> Iterator[ShortAnswer]:
    missions = _missions_of(partner)
    for mission in missions:
        yield _answer(sentences.stands(mission, designations_of(mission))[0], mission)
    if not missions:
        yield _none(partner)


def _none(partner: Partner) -> ShortAnswer:
    return _answer(format_html("{} – {}", link_html(partner), sentences.no_mission(partner)), partner)


def _answer(sentence: SafeString, record: Mission | Partner) -> ShortAnswer:
    return ShortAnswer(sentence, address(record, language_now()))
