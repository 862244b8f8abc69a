"""States, organisations, places, partners, frameworks and memberships."""

from partnerships import models

from .. import key_words as words
from .kind import Kind, Task
from .moments import ENDS
from .order_on_one_day import OnOneDay

STATE = Kind(
    model=models.State,
    task=Task.REFERENCE,
    place_in_search=12,
    schema=("Country", "org:FormalOrganization"),
    makes_key=lambda state: state.iso2.lower() or words.named_key(state),
)

PLACE = Kind(
    model=models.Place,
    task=Task.REFERENCE,
    place_in_search=13,
    schema=("Place",),
    schema_links=(("state", "containedInPlace"),),
)

ORGANIZATION = Kind(
    model=models.Organization,
    task=Task.REFERENCE,
    place_in_search=11,
    schema=("Organization", "org:FormalOrganization"),
    schema_links=(("parent", "parentOrganization"), ("parent", "org:subOrganizationOf"), ("seat", "location")),
    makes_key=words.short_key,
)

PARTNER = Kind(
    model=models.Partner,
    task=Task.COOPERATION,
    place_in_search=1,
    schema=("Role", "org:Membership"),
    schema_links=(("state", "org:member"), ("organization", "org:organization")),
    makes_key=lambda partner: partner.state.key,
    rests_on=("state", "organization"),
    moments=ENDS,
    main=("on", "start", "end"),
    rank=OnOneDay.AGREEMENT,
    concerns={"organization": ("organization",), "state": ("state",)},
    named_by=("state",),
)

FRAMEWORK = Kind(
    model=models.Framework,
    task=Task.REFERENCE,
    place_in_search=10,
    schema=("Organization", "org:Organization"),
    schema_links=(("organization", "parentOrganization"), ("organization", "org:subOrganizationOf")),
    makes_key=words.short_key,
    rests_on=("organization",),
    moments=ENDS,
    rank=OnOneDay.AGREEMENT,
    concerns={"organization": ("organization",)},
)

MEMBERSHIP = Kind(
    model=models.Membership,
    task=Task.COOPERATION,
    place_in_search=16,
    schema=("Role", "org:Membership"),
    schema_links=(("state", "org:member"), ("organization", "org:organization"), ("framework", "org:organization")),
    makes_key=lambda membership: words.between(membership, "state", "framework", "organization"),
    rests_on=("state", "framework", "organization"),
    moments=ENDS,
    main=("on", "start", "end"),
    rank=OnOneDay.DESIGNATION,
    concerns={
        "partner": ("state.partnerships",),
        "state": ("state",),
        "framework": ("framework",),
        "organization": ("organization", "framework.organization"),
    },
    named_by=("state", "framework", "organization"),
    stands_on=("state.partnerships", "framework", "organization", "state"),
    content=("state", "framework", "organization"),
)
