"""What the pages of decisions and agreements say."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from partnerships.models import Agreement, Decision, Partner
from partnerships.records.kinds.decisions import partners_of_the_day as possible_partners
from partnerships.records.visibility import shown_column

from .facts import MOST, Fact, Section, facts, links, plain, said

DECISION_SECTIONS = (
    Section("designation", "decision", _("Designations on this ground")),
    Section("statement", "decisions", _("Statements")),
)


def decision(record: Decision) -> list[Fact]:
    named = record.partners.all() if record.scope == Decision.Scope.PARTNERS else []
    about = record.get_scope_display() if record.scope == Decision.Scope.ALL_PARTNERS else ""
    return facts(
        said(_("Date"), record, "date"),
        plain(_("Number"), record.number),
        links(_("Decided by"), record.body),
        plain(_("Concerns"), about),
        links(_("Partners"), *named),
        links(_("Areas of cooperation"), *record.areas.all()),
        links(_("Place"), record.place),
        links(_("Follows"), record.follows),
        links(_("Followed by"), *record.followed_by.all()),
    )


def partners_of_the_day(record: Decision, on: date | None) -> dict[str, list[Partner]]:
    """Return the partners that a decision about all partners concerns."""
    if record.scope != Decision.Scope.ALL_PARTNERS:
        return {}
    found = possible_partners(record).filter(publication="published").select_related("state")
    return {"concerned": list(found.order_by(shown_column("state__sort_en"), "key")[: MOST * 3])}


def agreement(record: Agreement) -> list[Fact]:
    return facts(
        plain(_("Kind"), record.get_kind_display()),
        said(_("Signed"), record, "date"),
        said(_("In force"), record),
        links(_("Partners"), *record.partners.all()),
        links(_("Other parties"), *record.states.all()),
        links(_("Organisation"), record.organization),
        links(_("Areas of cooperation"), *record.areas.all()),
        links(_("Place of signature"), record.place),
        links(_("Renews"), record.renews),
        links(_("Renewed by"), *record.renewed_by.all()),
    )
