"""Posts and partnerships: designations, places, and whose State."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from partnerships import dates, models
from partnerships.models.base import OnEarth
from partnerships.records.kinds import KINDS, kind_of

from .extents import kilometres_between
from .findings import Finding
from .rows import GOING_ON, findings, is_concerned, looks_at, own_or_about, rows_beside_it, tables_beside_it
from .rules import RULES

#: The paths from a record to its place, and to the State in which that place should lie.
#: An embassy may reside elsewhere than in the State that receives it: hence a note.
PLACES = (
    (models.Embassy, "place__state", "receiving_state"),
    (models.Mission, "place__state", "organization__seat__state"),
    (models.Posting, "place__state", "organization__seat__state"),
    (models.Meeting, "place__state", "stop__place__state"),
    (models.Stop, "place__state", "state"),
)
#: The paths from a record to two States that should be the same one.
SAME_STATE = (
    (models.Designation, "embassy__state", "mission__state"),
    (models.Designation, "serving_mission__state", "mission__state"),
    (models.Office, "embassy__state", "state"),
    (models.Office, "mission__state", "state"),
)
#: The same of two bodies.
SAME_BODY = ((models.Office, "mission__organization", "receiving_organization"),)


#: Kilometres: what lies further from the place in which it is, is not there.
FAR = 150
#: The columns of what is certain of a period, and of whose it is.
CERTAINLY = ("start_latest", "end_earliest", "period", "pk", "key")
#: What a State has one of in another: consulates, and missions to the bodies that sit there, may be several.
ONE_OF = (
    models.Embassy.Kind.EMBASSY,
    models.Embassy.Kind.HIGH_COMMISSION,
    models.Embassy.Kind.LEGATION,
    models.Embassy.Kind.NUNCIATURE,
)
#: The only State that keeps nunciatures; the roles that States alone fill, at home.
HOLY_SEE = "VA"
Role = models.Office.Role
OF_STATES = (Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT, Role.FOREIGN_MINISTER, Role.DEFENCE_MINISTER)


def check() -> Iterator[Finding]:
    """Find posts that are not those of their State, or not where they say, and memberships beside partnerships."""
    yield from _designations_and_places()
    yield from _decided_about_others()
    yield from _of_its_sort()
    yield from _far_from_their_place()
    yield from _two_designations()
    yield from _own_heads()
    yield from _two_posts()
    yield from _two_heads()
    yield from _two_postings()
    yield from _partnerships()
    yield from _memberships()
    yield from _serving_one_another()


def _designations_and_places() -> Iterator[Finding]:
    yield from findings(
        models.Designation.objects.filter(decision=None), "designation-without-decision", field="decision"
    )
    late = models.Designation.objects.filter(decision__date_earliest__gt=F("start_latest"))
    yield from findings(late, "decision-after-effect", field="decision", told={"target": "decision__key"})
    for model, path, expected in SAME_STATE:
        rows = model.objects.exclude(**{path: None}).exclude(**{expected: None}).exclude(**{path: F(expected)})
        yield from findings(
            rows, "post-of-another-state", field=path.partition("__")[0], told={"target": f"{path}__key"}
        )
    for model, path, expected in PLACES:
        rows = model.objects.exclude(**{path: None}).exclude(**{expected: None}).exclude(**{path: F(expected)})
        field = {models.Stop: "stops", models.Meeting: "meetings"}.get(model, "place")
        yield from findings(rows, "place-elsewhere", field=field, told={"target": f"{path}__key"})
    yield from _further_places()
    for model in (kind.model for kind in KINDS.values() if issubclass(kind.model, OnEarth)):
        rows = model._default_manager.filter(latitude=0, longitude=0)
        yield from findings(rows, "null-island", field="latitude")
    for model, path, expected in SAME_BODY:
        rows = model.objects.exclude(**{path: None}).exclude(**{expected: None}).exclude(**{path: F(expected)})
        yield from findings(
            rows, "post-at-another-body", field=path.partition("__")[0], told={"target": f"{path}__key"}
        )
    heads = models.Office.objects.filter(heads_post=True)
    yield from findings(heads.filter(single_holder=False), "several-heads", field="single_holder")
    elsewhere = heads.exclude(embassy=None).exclude(receiving_state=None)
    elsewhere = elsewhere.exclude(embassy__receiving_state=F("receiving_state"))
    told = {"target": "embassy__receiving_state__key"}
    yield from findings(elsewhere, "heads-post-elsewhere", field="embassy", told=told)
    itself = models.Office.objects.filter(receiving_state=F("state"))
    yield from findings(itself, "accredited-to-itself", field="receiving_state", told={"target": "state__key"})


def _further_places() -> Iterator[Finding]:
    """Find further places of a stop that lie in another State than it does."""
    if not is_concerned(models.Stop, "further_places"):
        return
    path, told = "further_places__state", {"target": "further_places__state__key"}
    for own in ("place__state", "state"):
        other = Q(**{f"{path}__gt": F(own)}) | Q(**{f"{path}__lt": F(own)})
        yield from findings(models.Stop.objects.filter(other), "place-elsewhere", field="stops", told=told)


def _two_postings() -> Iterator[Finding]:
    """Find people who certainly are posted twice at one time."""
    rows = rows_beside_it(models.Posting.objects.exclude(person=None).exclude(period=""), "person")
    yield from _together(rows, "two-postings", "person_id")


def _far_from_their_place() -> Iterator[Finding]:
    """Find posts whose own coordinates lie far from those of the place in which they are."""
    for model in (models.Embassy, models.Mission):
        rows = model.objects.filter(latitude__isnull=False, place__latitude__isnull=False).order_by("key")
        columns = ("pk", "key", "place__key", "latitude", "longitude", "place__latitude", "place__longitude")
        for several in own_or_about(rows, "place"):
            for pk, key, place, *where in several.values_list(*columns):
                latitude, longitude, *there = map(float, where)
                distance = kilometres_between((latitude, longitude), (there[0], there[1]))
                if distance > FAR:
                    rule = RULES["far-from-its-place"]
                    kind = kind_of(model)
                    yield rule.finding(kind, pk, key, "latitude", about="place", target=place, distance=round(distance))


def _decided_about_others() -> Iterator[Finding]:
    """Find designations by a decision that names partners, none of which is the State of the mission."""
    own = models.Partner.objects.filter(decisions=OuterRef("decision"), state=OuterRef("mission__state"))
    named = models.Partner.objects.filter(decisions=OuterRef("decision"))
    rows = models.Designation.objects.filter(Exists(named), ~Exists(own))
    yield from findings(rows, "decided-about-others", field="decision", told={"target": "decision__key"})


def _of_its_sort() -> Iterator[Finding]:
    """Find what is of a sort that goes with other States and bodies."""
    some = models.Decision.objects.filter(scope=models.Decision.Scope.ALL_PARTNERS).exclude(partners=None)
    yield from findings(some, "all-and-some", field="partners")
    nunciatures = models.Embassy.objects.filter(kind=models.Embassy.Kind.NUNCIATURE)
    of_others = nunciatures.exclude(state__iso2__in=("", HOLY_SEE))
    yield from findings(of_others, "nunciature-of-another", field="kind", told={"target": "state__key"})
    elsewhere = ~Q(organization=None) | ~Q(embassy=None) | ~Q(mission=None)
    yield from findings(models.Office.objects.filter(elsewhere, role__in=OF_STATES), "role-of-a-state", field="role")


def _two_heads() -> Iterator[Finding]:
    """Find offices that certainly head one post at one time."""
    rows = rows_beside_it(models.Office.objects.filter(heads_post=True).exclude(period=""), "mission", "embassy")
    yield from _together(rows, "two-heads", "mission_id", "embassy_id", field="heads_post")


def _memberships() -> Iterator[Finding]:
    """Find memberships of one State in one framework or organisation at one time."""
    rows = rows_beside_it(models.Membership.objects.all(), "state")
    yield from _together(rows, "membership-twice", "state_id", "framework_id", "organization_id")


def _two_posts() -> Iterator[Finding]:
    """Find embassies of one State in another, and missions of one sort to one organisation at one place, or at none.

    Two kings had two at one court, and some States have two towns to keep them in: it may be true.
    """
    embassies = rows_beside_it(models.Embassy.objects.filter(kind__in=ONE_OF), "state").exclude(period="")
    missions = rows_beside_it(models.Mission.objects.all(), "state").exclude(period="")
    yield from _together(embassies, "two-posts", "state_id", "receiving_state_id")
    yield from _together(missions, "two-posts", "state_id", "organization_id", "place_id", "kind")


def _serving_one_another() -> Iterator[Finding]:
    """Find designations by which a mission serves, through others that serve at that time, as itself."""
    if not looks_at("designation"):
        return
    rows = models.Designation.objects.exclude(serving_mission=None).order_by("start_latest", "key")
    by_mission: dict[int, list[tuple]] = {}
    columns = ("mission_id", "serving_mission_id", *CERTAINLY)
    for mission, serving, first, last, period, pk, key in rows.values_list(*columns):
        by_mission.setdefault(mission, []).append((*_certain(first, last, period, pk, key), serving))
    for mission, several in by_mission.items():
        for one in several:
            if back := _led_back(mission, one, by_mission):
                yield RULES["serves-as-itself"].finding("designation", one[2], one[3], "serving_mission", target=back)


def _led_back(mission: int, one: tuple, by_mission: dict[int, list[tuple]]) -> str:
    """Return the key of the designation by which what serves in `one` comes back to its `mission` at that time."""
    first, last, _pk, _key, serving = one
    ahead, seen = [(serving, first, last)], {(serving, first, last)}
    while ahead:
        post, since, until = ahead.pop()
        for begun, over, _number, key, behind in by_mission.get(post, ()):
            step = behind, max(begun, since), min(over, until)
            if step[1] >= step[2] or step in seen:
                continue
            if behind == mission:
                return key
            seen.add(step)
            ahead.append(step)
    return ""


def _two_designations() -> Iterator[Finding]:
    """Find designations of one mission that certainly are in force at one time."""
    yield from _together(rows_beside_it(models.Designation.objects.all(), "mission"), "two-designations", "mission_id")


def _own_heads() -> Iterator[Finding]:
    """Find designations certainly in force while the mission has a head of its own: either may lack its end."""
    designated: dict[int, list[tuple]] = defaultdict(list)
    rows = rows_beside_it(models.Designation.objects.exclude(period=""), "mission")
    for mission, *row in rows.values_list("mission_id", *CERTAINLY):
        designated[mission].append(_certain(*row))
    if designated:
        heads = models.Tenure.objects.filter(office__heads_post=True, never_served=False, acting=False)
        heads = heads.exclude(period="").filter(office__mission__in=rows.values("mission")).order_by("key")
        for mission, *row in heads.values_list("office__mission_id", *CERTAINLY):
            own = _certain(*row)
            for one in designated[mission]:
                if _meet(one, own):
                    rule = RULES["own-head-too"]
                    yield rule.finding("designation", one[2], one[3], "period", about="tenure", target=own[3])


def _together(rows: QuerySet, code: str, *whole: str, field: str = "period") -> Iterator[Finding]:
    """Find which of `rows` that have the columns of their `whole` in common certainly are there at one time."""
    by_whole: dict[tuple, list[tuple]] = defaultdict(list)
    for *what, first, last, period, pk, key in rows.order_by("start_latest", "key").values_list(*whole, *CERTAINLY):
        by_whole[tuple(what)].append(_certain(first, last, period, pk, key))
    for several in by_whole.values():
        yield from _twice(kind_of(rows.model), several, code, field)


def _twice(kind: str, several: list[tuple], code: str, field: str = "period") -> Iterator[Finding]:
    for one, other in _beside_one_another(several):
        yield RULES[code].finding(kind, other[2], other[3], field, target=one[3])


def _certain(first: date, last: date, period: str, pk: int, key: str) -> tuple[date, date, int, str]:
    """Return the first and last day that are certain; what is still going on lasts until today."""
    return first, max(last, dates.today()) if period.endswith(GOING_ON) else last, pk, key


def _meet(one: tuple, other: tuple) -> bool:
    """Whether both certainly are at one time: each has begun before the other can have ended."""
    return one[0] < other[1] and other[0] < one[1]


def _beside_one_another(several: list[tuple]) -> Iterator[tuple[tuple, tuple]]:
    """Yield, with each that meets one before it, the one of these that lasts longest."""
    for number, other in enumerate(several):
        before = [one for one in several[:number] if _meet(one, other)]
        if before:
            yield max(before, key=lambda one: one[1]), other


def _partnerships() -> Iterator[Finding]:
    """Compare memberships, and partnerships with one another: a partner is no member, and is partner once at a time."""
    partners: dict[tuple[int, int], list[tuple]] = {}
    bounds: dict[tuple[int, int], list[tuple]] = {}
    every = models.Partner.objects.order_by("start_latest", "key")
    found, rows = tables_beside_it("state", every, models.Membership.objects.order_by("key"))
    for state, organization, begun, over, *row in found.values_list(
        "state_id", "organization_id", "start_earliest", "end_latest", *CERTAINLY
    ):
        partners.setdefault((state, organization), []).append(_certain(*row))
        bounds.setdefault((state, organization), []).append((begun, over, row[-1]))
    for several in partners.values():
        yield from _twice("partner", several, "partner-twice")
    members = rows.filter(organization__isnull=False).values_list("state_id", "organization_id", *CERTAINLY)
    for state, organization, *row in members:
        member = _certain(*row)
        if met := next((one for one in partners.get((state, organization), ()) if _meet(one, member)), None):
            rule = RULES["partner-and-member"]
            yield rule.finding("membership", *member[2:], "period", about="partner", target=met[3])
    within = rows.filter(~Q(framework__organization=None)).values_list(
        "state_id", "framework__organization", *CERTAINLY
    )
    for state, organization, *row in within:
        first, last, pk, key = _certain(*row)
        known = bounds.get((state, organization), [])
        if known and not any(begun <= first and last <= over for begun, over, _key in known):
            target = known[0][2]
            rule = RULES["membership-outside-partnership"]
            yield rule.finding("membership", pk, key, "period", about="partner", target=target)
