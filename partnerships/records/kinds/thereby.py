"""What the lines take that say who heads a mission by virtue of another office.

They are written for a mission, all its heads together: one tenure tells little of it, for those beside it bound it.
"""

from dataclasses import dataclass

from partnerships.models import Mission, Office, Record

_OFFICE = (
    *("key", "publication", "heads_post", "period", "coverage", "checked_on", "single_holder"),
    *(
        f"{link}.{column}"
        for link in ("state", "organization", "receiving_state", "receiving_organization")
        for column in ("publication", "period")
    ),
)
_SHOWN = ("stance", "grade", "field", "source.key", "source.publication", "source.date", "source.accessed_on")
_TENURE = (
    *("key", "publication", "weight", "never_served", "period", "checked_on", "milestones.kind", "milestones.date"),
    *("person.key", "person.publication", "person.birth", "person.death"),
    *(f"citations.{column}" for column in _SHOWN),
)
#: What only the words of a line take.
_SAID = ("weight", "person.key", "citations.source.key")
_CITED = ("citations.source.key", "citations.source.publication")


@dataclass(frozen=True)
class DerivedLines:
    """Lines that are no moments of a record alone: what they are written for, and the columns that they take."""

    name: str
    model: type[Record]
    takes: tuple[str, ...]


#: Who possibly held an office is worked out for the office, all its tenures together.
SERVICE = DerivedLines(
    name="service",
    model=Office,
    takes=(
        *_OFFICE,
        *(f"mission.{column}" for column in ("publication", "period", "coverage", "checked_on")),
        *(f"embassy.{column}" for column in ("publication", "period")),
        *(f"tenures.{column}" for column in _TENURE if column not in _SAID),
    ),
)

#: A mission that serves as another is itself one of these: whatever changes its heads changes those of the other.
THEREBY = DerivedLines(
    name="thereby",
    model=Mission,
    takes=(
        *("key", "publication", "period", "coverage", "checked_on"),
        *("state.key", "state.partnerships.key", "organization.key"),
        *(f"offices.{column}" for column in _OFFICE),
        *(f"offices.tenures.{column}" for column in _TENURE),
        *("designations.key", "designations.publication", "designations.period"),
        *(f"designations.{path}" for path in _CITED),
        *("designations.decision.key", "designations.decision.publication"),
        *(f"designations.decision.{path}" for path in _CITED),
        *("designations.serving_mission.key", "designations.serving_mission.publication"),
        *(f"designations.embassy.{column}" for column in ("key", "publication", "period")),
        *(f"designations.embassy.offices.{column}" for column in _OFFICE),
        *(f"designations.embassy.offices.tenures.{column}" for column in _TENURE),
    ),
)
