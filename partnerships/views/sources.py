"""What the pages of sources say, and for what each is used."""

from django.utils.translation import gettext_lazy as _

from partnerships.addresses import is_public
from partnerships.models.sources import CITED_KINDS
from partnerships.presentation import Languages, Said

from .facts import Checked, Fact, facts, plain, public_citations, said, text

MOST_USES = 300

#: What the names and addresses of the records that cite a source need.
NAMED_BY = (
    "partner__state",
    "designation__mission",
    "designation__embassy",
    "designation__serving_mission",
    "tenure__person",
    "tenure__office",
    "posting__state__partnerships",
    "membership__state__partnerships",
    "membership__framework",
    "membership__organization",
    "activity__partners",
    "activity__areas",
    "statement__partners",
    "statement__decisions",
    "meeting__stop__visit",
    "meeting__partners",
)


def source(record):
    read_on = [Said(Checked(record.accessed_on.isoformat()), "date")] if record.accessed_on else []
    return facts(
        plain(_("Kind"), record.get_kind_display()),
        text(_("Publisher"), record, "publisher"),
        said(_("Date"), record, "date"),
        Fact(_("Languages"), [Languages(tuple(codes))] if (codes := record.languages.split()) else []),
        Fact(_("Read on"), read_on),
    )


def uses(record, on):
    """Return the citations of published records that name this source: those that agree, then the others."""
    cited = public_citations().filter(source=record)
    found = cited.prefetch_related(*CITED_KINDS, *NAMED_BY).order_by("-stance", "pk")[:MOST_USES]
    return {"uses": [citation for citation in found if is_public(citation.owner)]}
