"""Bodies, States and parties that do not go together: whose partner, whose office, whose agreement."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Q, Subquery

from partnerships import models
from partnerships.chunks import as_stored
from partnerships.models import Participation, Partner, Progress, Record, Tenure
from partnerships.records.kinds import kind_of

from .findings import Finding
from .rows import (
    belonging,
    findings,
    is_concerned,
    owner_lookups,
    possible_owners,
    rows_beside_it,
    rows_of_it,
)
from .rules import RULES

#: What names partners, with its field for the body that acts in it.
WITH_PARTNERS: tuple[tuple[type[Record], str], ...] = (
    (models.Decision, "body"),
    (models.Agreement, "organization"),
    (models.Visit, "organization"),
    (models.Meeting, "organization"),
    (models.Activity, "organization"),
)
#: The way from a partner to the occasions that name it.
OF_PARTNER: dict[type[Record], str] = {models.Visit: "visits", models.Meeting: "meetings"}


def check() -> Iterator[Finding]:
    """Find what names bodies, States or parties of which one excludes the other."""
    yield from _of_another_body()
    yield from _agreements()
    yield from _signed_for_others()
    yield from _without_partners()
    yield from _beneficiaries()
    yield from _for_another_state()
    yield from _of_one_appointment()


def _of_another_body() -> Iterator[Finding]:
    """Find what is of one organisation and names partners, an office, a mission of others alone."""
    if any(map(is_concerned, (*(model for model, _field in WITH_PARTNERS), Participation, models.Designation))):
        whole = _whole_of()
        for model, field in WITH_PARTNERS:
            yield from _partners_of_others(model, field, whole)
        yield from _offices_of_others(whole)
        yield from _decided_by_others(whole)


def _whole_of() -> dict[int, int]:
    """Return, of each body under one that has partners, members or missions, that organisation.

    A body that is under none may be anybody’s: nobody has said to which organisation it belongs.
    """
    parents = dict(as_stored(models.Organization.objects.all()).values_list("pk", "parent_id"))
    whole: dict[int, int] = {}
    for number in parents:
        top, seen = number, {number}
        while (above := parents.get(top)) and above not in seen:
            top = above
            seen.add(top)
        whole[number] = top
    known = {
        whole[number]
        for model in (models.Partner, models.Mission, models.Membership)
        for number in model._default_manager.exclude(organization=None).values_list("organization_id", flat=True)
    }
    return {number: top for number, top in whole.items() if top in known}


def _are_apart(one: int, other: int, whole: dict[int, int]) -> bool:
    return one in whole and other in whole and whole[one] != whole[other]


def _partners_of_others(model: type[Record], field: str, whole: dict[int, int]) -> Iterator[Finding]:
    named: dict[tuple[int, str, int], dict[int, str]] = defaultdict(dict)
    rows = as_stored(rows_of_it(model._default_manager.exclude(**{field: None}).exclude(partners=None)))
    columns = ("pk", "key", f"{field}_id", "partners__organization_id", "partners__key")
    for *row, organization, key in rows.order_by("partners__key").values_list(*columns):
        named[tuple(row)].setdefault(organization, key)
    beside = _parties_beside(model) if named else {}
    for (pk, key, body), partners in named.items():
        bodies = {body, *beside.get(pk, ())}
        if all(_are_apart(one, organization, whole) for one in bodies for organization in partners):
            rule, target = RULES["partners-of-another-body"], next(iter(partners.values()))
            yield rule.finding(kind_of(model), pk, key, field, about="partner", target=target)


def _parties_beside(model: type[Record]) -> dict[int, set[int]]:
    """Return the other organisations that are parties, of an agreement."""
    beside: dict[int, set[int]] = defaultdict(set)
    if model is models.Agreement:
        for pk, other in model._default_manager.exclude(organizations=None).values_list("pk", "organizations"):
            beside[pk].add(other)
    return beside


def _offices_of_others(whole: dict[int, int]) -> Iterator[Finding]:
    places = list(possible_owners(Participation))
    rows = rows_of_it(Participation.objects.exclude(organization=None).exclude(office__organization=None))
    columns = ("key", "organization_id", "office__organization_id", "office__key")
    for part, body, other, office, *row in rows.values_list(*columns, *owner_lookups(places)):
        if _are_apart(body, other, whole):
            rule = RULES["office-of-another-body"]
            yield rule.finding(*belonging(places, row), "participations", about="office", part=part, target=office)


def _decided_by_others(whole: dict[int, int]) -> Iterator[Finding]:
    rows = rows_of_it(models.Designation.objects.exclude(decision__body=None))
    columns = ("pk", "key", "decision__body_id", "mission__organization_id", "decision__key")
    for pk, key, body, other, decision in rows.values_list(*columns):
        if _are_apart(body, other, whole):
            rule = RULES["decided-by-another-body"]
            yield rule.finding("designation", pk, key, "decision", about="decision", target=decision)


def _agreements() -> Iterator[Finding]:
    """Find agreements that renew those of others, name a party twice, or are signed for a State that is no party."""
    if not is_concerned(models.Agreement) and not is_concerned(Participation):
        return
    parties: dict[int, set[int]] = defaultdict(set)
    for path in ("partners__state", "states"):
        named = as_stored(models.Agreement.objects.exclude(**{path: None}))
        for pk, state in named.values_list("pk", path):
            parties[pk].add(state)
    renewing = as_stored(rows_of_it(models.Agreement.objects.exclude(renews=None)).order_by("key"))
    for pk, key, before, other in renewing.values_list("pk", "key", "renews_id", "renews__key"):
        if parties[pk] and parties[before] and parties[pk].isdisjoint(parties[before]):
            yield RULES["renews-of-others"].finding("agreement", pk, key, "renews", target=other)
    both = models.Agreement.objects.filter(states=F("partners__state"))
    yield from findings(both, "party-twice", field="states", told={"target": "states__key"})
    both = models.Agreement.objects.filter(organizations=F("organization"))
    yield from findings(both, "party-twice", field="organizations", told={"target": "organization__key"})
    signing = rows_of_it(Participation.objects.filter(role=Participation.Role.SIGNATORY).exclude(state=None))
    signing = signing.exclude(agreement=None).order_by("agreement__key", "key")
    for pk, key, part, state, named in signing.values_list(
        "agreement_id", "agreement__key", "key", "state_id", "state__key"
    ):
        if parties[pk] and state not in parties[pk]:
            rule = RULES["signs-without-being-party"]
            yield rule.finding("agreement", pk, key, "participations", about="state", part=part, target=named)


def _signed_for_others() -> Iterator[Finding]:
    """Find who signs for an organisation that is known to be none of the parties, nor above or under one of them."""
    signing = rows_of_it(Participation.objects.filter(role=Participation.Role.SIGNATORY, state=None))
    signing = signing.exclude(organization=None).exclude(agreement__organization=None).exclude(agreement=None)
    columns = ("agreement_id", "agreement__key", "key", "organization_id", "organization__key")
    bodies = "agreement__organization_id", "agreement__organizations", "agreement__partners__organization_id"
    parties: dict[tuple, set[int]] = defaultdict(set)
    for *row, organization, beside, of_partner in signing.order_by("key").values_list(*columns, *bodies):
        parties[tuple(row)] |= {organization, beside or organization, of_partner or organization}
    whole = _whole_of() if parties else {}
    for (pk, key, part, body, named), several in parties.items():
        if all(_are_apart(body, one, whole) for one in several):
            rule = RULES["signs-for-another-body"]
            yield rule.finding("agreement", pk, key, "participations", about="organization", part=part, target=named)


def _without_partners() -> Iterator[Finding]:
    """Find visits and meetings of partners in which, of all States but members, others alone take part."""
    for model in (models.Visit, models.Meeting):
        if not is_concerned(model, "partners") and not is_concerned(Participation):
            continue
        taking_part = Participation.objects.filter(**{kind_of(model): OuterRef("pk")})
        theirs = Partner.objects.filter(**{OF_PARTNER[model]: OuterRef(f"{kind_of(model)}_id")})
        own = theirs.filter(Q(state=OuterRef("state")) | Q(state=OuterRef("office__state")))
        of_theirs = {f"organization__partners__{OF_PARTNER[model]}": OuterRef(f"{kind_of(model)}_id")}
        members = models.Membership.objects.filter(
            Q(state=OuterRef("state")) | Q(state=OuterRef("office__state")), **of_theirs
        )
        others = taking_part.exclude(state=None, office__state=None).filter(~Exists(members))
        # Whom nobody has placed may be of the partner.
        unplaced = taking_part.filter(state=None, organization=None, office__state=None, office__organization=None)
        rows = model._default_manager.filter(Exists(others), ~Exists(unplaced))
        rows = rows.exclude(partners=None).filter(~Exists(taking_part.filter(Exists(own))))
        yield from findings(rows, "without-its-partners", field="participations")


def _beneficiaries() -> Iterator[Finding]:
    """Find States that an activity names twice among its beneficiaries."""
    same = models.Beneficiary.objects.filter(
        activity=OuterRef("activity"), state=OuterRef("state"), key__lt=OuterRef("key")
    )
    again = models.Beneficiary.objects.filter(Exists(same))
    yield from findings(again, "beneficiary-twice", field="beneficiaries", told={"target": "state__key"})


def _for_another_state() -> Iterator[Finding]:
    """Find who stands for a State, or is posted by one, and certainly holds offices of others alone at that time."""
    held = Tenure.objects.filter(never_served=False).exclude(period="").exclude(office__state=None)
    taking_part = Participation.objects.exclude(person=None).exclude(state=None).filter(office=None)
    for rows, first, last, field in (
        (taking_part.filter(meeting__status=Progress.HELD), "meeting__date_earliest", "meeting__date_latest", "part"),
        (taking_part.filter(visit__status=Progress.HELD), "visit__start_latest", "visit__end_earliest", "part"),
        (models.Posting.objects.exclude(person=None).exclude(period=""), "start_latest", "end_earliest", ""),
    ):
        own = held.filter(
            person=OuterRef("person"), start_latest__lte=OuterRef(first), end_earliest__gte=OuterRef(last)
        )
        others = own.exclude(office__state=OuterRef("state")).order_by("key").values("key")[:1]
        found = rows_beside_it(rows.filter(**{f"{first}__lte": F(last)}), "person").annotate(other=Subquery(others))
        found = found.exclude(other=None).exclude(Exists(own.filter(office__state=OuterRef("state"))))
        places = list(possible_owners(rows.model))
        for key, other, *row in as_stored(found.order_by()).values_list("key", "other", *owner_lookups(places)):
            told = {"part": key} if field else {}
            code = "stands-for-another-state" if field else "posted-by-another-state"
            name = "participations" if field else "person"
            yield RULES[code].finding(*belonging(places, row), name, about="tenure", target=other, **told)


def _of_one_appointment() -> Iterator[Finding]:
    """Find tenures of one appointment in offices of two States: nobody is appointed by both at once."""
    rows = rows_beside_it(Tenure.objects.exclude(appointment="").exclude(office__state=None), "appointment")
    first: dict[str, tuple[int, str]] = {}
    for pk, key, word, state in rows.order_by("key").values_list("pk", "key", "appointment", "office__state_id"):
        before, other = first.setdefault(word, (state, key))
        if before != state:
            yield RULES["appointment-by-two"].finding("tenure", pk, key, "appointment", target=other)
