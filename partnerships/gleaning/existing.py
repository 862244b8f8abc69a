"""What a document tells that the register holds already: it is cited there, not written a second time."""

from dataclasses import replace

from django.db.models import Q

from partnerships import dates, models
from partnerships.records.kinds import KINDS

from .days import span
from .facts_as_fields import named_keys
from .kinds import GLEANED
from .known_names import Known
from .known_sources import source_at_address
from .proposals import Document, Proposal, ProposedFact


def find_existing(document: Document) -> None:
    """Mark each proposal whose like stands in the register, withdrawn records aside."""
    legs: list[Proposal] = []
    for proposal in document.proposals:
        proposal.existing = existing(proposal)
        if proposal.kind == "visit" and proposal.existing and (other := _other_leg(proposal)):
            legs.append(other)
        if proposal.owner and proposal.kind == "meeting":
            visit = document.proposals[proposal.owner - 1]
            proposal.existing = visit.existing and (_meeting_at(visit.existing, proposal) or proposal.existing)
    for leg in legs:
        _take_apart(document, leg)
    _each_its_own(document)


def _each_its_own(document: Document) -> None:
    """Leave a meeting of the register to one proposal: of several with other people, to the one about its first ones.

    Who else attended the talks of two heads of government may have met one of them by themselves as well.
    """
    by_meeting: dict[Known, list[Proposal]] = {}
    for proposal in document.proposals:
        if proposal.kind == "meeting" and proposal.existing and proposal.variant != "press_conference":
            by_meeting.setdefault(proposal.existing, []).append(proposal)
    for known, several in by_meeting.items():
        met = [frozenset(named_keys(each.of("host", "visitor", "interlocutor"))) for each in several]
        if len(set(met)) < len(several) or len(several) == 1:
            continue
        rows = models.Participation.objects.filter(meeting__key=known.key, person__isnull=False)
        place = {
            key: number
            for number, key in enumerate(rows.order_by("position", "pk").values_list("person__key", flat=True))
        }
        ranks = [
            max((place.get(key, len(place)) for key in people if key in place), default=len(place)) for people in met
        ]
        for proposal, rank in zip(several, ranks, strict=True):
            if rank != min(ranks) or ranks.count(rank) > 1:
                proposal.existing = None


def _other_leg(visit: Proposal) -> Proposal | None:
    """Return, of a journey of which the register has a part, the rest as a visit of its own."""
    known = visit.existing.key if visit.existing else ""
    held = models.Stop.objects.filter(visit__key=known)
    stops = [each for each in visit.of("stop") if not held.filter(_where(each)).exists()]
    if not stops or len(stops) == len(visit.of("stop")):
        return None
    partners = set(models.Partner.objects.filter(visits__key=known).values_list("state__key", flat=True))
    others = [each for each in visit.of("partners") if each.known and each.known.key not in partners]
    facts = [*visit.of("period", "visitor"), *stops, *others, *visit.of("organization")]
    return Proposal(visit.number, "visit", list(visit.passages), facts, visit.variant, status=visit.status)


def _where(stop: ProposedFact) -> Q:
    """Return the condition that a stop of the register is the one that a text names."""
    if stop.known is None:
        return Q(place__name_fr__iexact=stop.value) | Q(place__name_en__iexact=stop.value)
    if stop.known.kind == "state":
        return Q(state__key=stop.known.key) | Q(place__state__key=stop.known.key)
    return Q(place__key=stop.known.key)


def _days_of(leg: Proposal, visit: Proposal, document: Document) -> list[ProposedFact]:
    """Return when somebody was at one part of a journey, as far as the text says; else the days of all of it."""
    whole, stops = visit.first("period"), visit.of("stop")
    if whole is None:
        return []
    written = _as_written(whole)
    begins_there = bool(stops) and stops[0].name in {each.name for each in leg.of("stop")}
    # “visited Seoul on 29-30 January, then travelled to Tokyo, where on 31 January”: the days stand beside the first.
    if begins_there and written.value != whole.value and written.value.split("/")[0] == whole.value.split("/")[0]:
        return [written]
    there = [each.passage for each in leg.of("stop")]
    elsewhere = [each.passage for each in stops if each.passage not in there]
    days = [
        day
        for told in document.told
        if any(name in told.sentence.text for name in there)
        and not any(name in told.sentence.text for name in elsewhere)
        for day in told.days_of_it
        if _within(day.notation, whole.value)
    ]
    if not days:
        return [whole]
    first, end = min(each.first for each in days), max(each.last for each in days)
    period = f"{first}/{end}" if first < end else first.isoformat()
    return [ProposedFact("period", days[0].text, value=period)]


def _within(one: str, other: str) -> bool:
    (first, last), (begins, ends) = span(one), span(other)
    return begins <= first and last <= ends


def _as_written(period: ProposedFact) -> ProposedFact:
    """Return the days as the text gives them first, before what it tells of the other part made them more."""
    try:
        first = dates.read_period(period.passage)
    except dates.DateError:
        return period
    return replace(period, value=first.edtf)


def _take_apart(document: Document, leg: Proposal) -> None:
    """Let what the register lacks of a journey stand beside what it has, with the meetings at its stops."""
    visit = document.proposals[leg.number - 1]
    leg.facts = [*_days_of(leg, visit, document), *(each for each in leg.facts if each.field != "period")]
    names = {each.name for each in leg.of("stop")}
    visit.facts = [each for each in visit.facts if each.name not in names]
    there = {each.name.partition(":")[2] for each in leg.of("stop")}
    leg.number = len(document.proposals) + 1
    for each in document.proposals:
        place = each.first("place")
        if each.owner == visit.number and place and place.name.partition(":")[2] in there:
            each.owner, each.existing = leg.number, None
    found = existing(leg)
    leg.existing = found if found != visit.existing else None
    for each in document.proposals:
        if each.owner == leg.number and leg.existing:
            each.existing = _meeting_at(leg.existing, each)
    document.proposals.append(leg)


def existing(proposal: Proposal) -> Known | None:
    """Return the record that says what `proposal` says, or None."""
    like = GLEANED[proposal.kind].like(proposal)
    record = like.not_withdrawn().order_by("pk").first() if like is not None else None
    return Known(proposal.kind, record.key) if record else None


def source_at(address: str, heading: str, day: str = "") -> models.Source | None:
    """Return the source of this address, else of this very title, of no other day and at no other address."""
    at_address = source_at_address(address) if address else None
    if at_address or not heading:
        return at_address
    same = Q(title_fr=heading) | Q(title_en=heading) | Q(original_title=heading)
    same &= Q(url="", archive_url="") if address else Q()
    same &= Q(date__in=("", day)) if day else Q()
    return models.Source.objects.filter(same).order_by("pk").first()


def cited_already(document: Document, source: models.Source | None) -> set[Known]:
    """Return which of the records that a document tells of cite it as their source."""
    told = {each.existing for each in document.proposals if source and each.existing}
    kinds = {each.kind for each in told}
    cite = {kind: KINDS[kind].model.objects.filter(citations__source=source) for kind in kinds}
    return told & {Known(kind, key) for kind in kinds for key in cite[kind].values_list("key", flat=True)}


def _meeting_at(visit: Known, proposal: Proposal) -> Known | None:
    people = named_keys(proposal.of("interlocutor"))
    of_visit = models.Meeting.objects.of_visits(models.Visit.objects.filter(key=visit.key).values("pk"))
    found = of_visit.filter(participations__person__key__in=people, kind=proposal.variant).order_by("pk").first()
    return Known("meeting", found.key) if found else None
