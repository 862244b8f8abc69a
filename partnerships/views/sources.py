"""What the pages of sources say, and for what each is used."""

from django.utils.translation import gettext_lazy as _

from partnerships.addresses import is_public
from partnerships.models.sources import CITED_KINDS

from .facts import Checked, Fact, facts, plain, said, text
from partnerships.presentation import Said

MOST_USES = 300


def source(record):
    read_on = [Said(Checked(record.accessed_on.isoformat()), "date")] if record.accessed_on else []
    return facts(
        plain(_("Kind"), record.get_kind_display()),
        text(_("Publisher"), record, "publisher"),
        said(_("Date"), record, "date"),
        plain(_("Languages"), record.languages),
        Fact(_("Read on"), read_on),
    )


def uses(record, on):
    """Return the citations of published records that name this source."""
    found = record.uses.prefetch_related(*CITED_KINDS, "meeting__stop__visit").order_by("pk")[:MOST_USES]
    return {"uses": [citation for citation in found if is_public(citation.owner)]}
