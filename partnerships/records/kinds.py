"""The list of kinds: which model holds the records of each, and which parts they have."""

from dataclasses import dataclass

from django.db.models import Model

from partnerships import models


@dataclass(frozen=True)
class Kind:
    """One kind of record, by the name that addresses and keys use."""

    name: str
    model: type[models.Record]

    @property
    def has_page(self) -> bool:
        """Whether its records have pages of their own."""
        return issubclass(self.model, models.AddressedRecord)


#: In an order in which every record stands after those that it must name.
KINDS = {
    kind.name: kind
    for kind in (
        Kind("source", models.Source),
        Kind("area", models.Area),
        Kind("state", models.State),
        Kind("place", models.Place),
        Kind("organization", models.Organization),
        Kind("partner", models.Partner),
        Kind("framework", models.Framework),
        Kind("membership", models.Membership),
        Kind("person", models.Person),
        Kind("embassy", models.Embassy),
        Kind("mission", models.Mission),
        Kind("office", models.Office),
        Kind("tenure", models.Tenure),
        Kind("decision", models.Decision),
        Kind("designation", models.Designation),
        Kind("agreement", models.Agreement),
        Kind("visit", models.Visit),
        Kind("meeting", models.Meeting),
        Kind("posting", models.Posting),
        Kind("activity", models.Activity),
        Kind("statement", models.Statement),
    )
}

#: The parts, in an order in which each stands after those that it may name.
PARTS = (
    models.Name,
    models.Alias,
    models.Milestone,
    models.Stop,
    models.Participation,
    models.Beneficiary,
    models.Citation,
)


def kind_of(model: type[Model] | Model) -> str:
    """Return the name of the kind that `model`, or a record of it, belongs to."""
    return model._meta.model_name or ""


def record_of(instance: Model) -> models.Record | None:
    """Return the record that `instance` belongs to: itself, or for a part its owner's owner."""
    if isinstance(instance, models.Meeting) and instance.stop_id:
        return instance.stop.visit
    if isinstance(instance, models.Record):
        return instance
    if isinstance(instance, models.Part) and instance.owner is not None:
        return record_of(instance.owner)
    return None
