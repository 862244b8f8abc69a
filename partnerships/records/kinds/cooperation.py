"""Areas, postings, activities and statements."""

from partnerships import models

from .. import key_words as words
from .kind import Kind, Task
from .moments import DAY_OR_WHOLE, ENDS
from .order_on_one_day import OnOneDay

AREA = Kind(
    model=models.Area,
    task=Task.REFERENCE,
    place_in_search=9,
    schema=("DefinedTerm", "skos:Concept"),
    schema_links=(("parent", "skos:broader"),),
)

POSTING = Kind(
    model=models.Posting,
    task=Task.COOPERATION,
    place_in_search=19,
    schema=("Role", "org:Membership"),
    schema_links=(("person", "org:member"), ("organization", "org:organization"), ("state", "opengov:onBehalfOf")),
    makes_key=lambda posting: words.joined(posting.state.key, posting.organization.key, words.year_of(posting)),
    rests_on=("state", "organization"),
    moments=ENDS,
    rank=OnOneDay.PERSON,
    concerns={
        "partner": ("state.partnerships",),
        "state": ("state",),
        "organization": ("organization",),
        "area": ("areas",),
        "place": ("place",),
        "person": ("person",),
    },
    stands_on=("state.partnerships", "state", "organization", "person"),
    content=("state", "organization", "place", "person", "areas"),
)

ACTIVITY = Kind(
    model=models.Activity,
    task=Task.COOPERATION,
    place_in_search=18,
    schema=("Event",),
    schema_links=(("place", "location"), ("partners", "about"), ("organization", "about"), ("areas", "about")),
    rests_on=("organization",),
    moments=ENDS,
    rank=OnOneDay.ACTIVITY,
    concerns={
        "partner": ("partners",),
        "organization": ("organization",),
        "area": ("areas",),
        "place": ("place",),
        "state": ("beneficiaries.state",),
    },
    stands_on=("partners", "areas", "organization", "place"),
    content=("partners.state", "organization", "areas", "place", "beneficiaries.state"),
)

STATEMENT = Kind(
    model=models.Statement,
    task=Task.COOPERATION,
    place_in_search=20,
    schema=("Claim",),
    schema_links=tuple(
        (name, "about")
        for name in ("partners", "states", "organizations", "missions", "decisions", "frameworks", "areas", "people")
    ),
    makes_key=lambda statement: words.joined(
        words.start_of(statement), words.slug_of(words.key_text(statement, "text"), 50)
    ),
    moments=DAY_OR_WHOLE,
    rank=OnOneDay.STATEMENT,
    needs_date=("date", "period"),
    told_of=("people",),
    concerns={
        "partner": ("partners", "states.partnerships"),
        "state": ("states",),
        "organization": ("organizations",),
        "mission": ("missions",),
        "decision": ("decisions",),
        "framework": ("frameworks",),
        "area": ("areas",),
        "person": ("people",),
    },
    stands_on=("partners", "states", "decisions", "missions", "frameworks", "organizations", "areas", "people"),
    content=("contradicts", "partners.state", "states", "organizations", "missions", "decisions", "people"),
)
