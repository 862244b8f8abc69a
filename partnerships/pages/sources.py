"""What the pages of sources say, and for what each is used."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from partnerships.models import Citation, Source
from partnerships.presentation import Languages, Said, Tagged
from partnerships.records.kinds import KINDS
from partnerships.records.visibility import is_public, public_citations

from .facts import Checked, Fact, facts, plain, said, text

MOST_USES = 300

#: What the names and addresses of the records that cite a source need.
NAMED_BY = tuple(
    f"{kind.name}__{path.replace('.', '__')}"
    for kind in KINDS.values()
    if kind.is_cited
    for path in dict.fromkeys((*kind.named_by, *kind.stands_on))
)


def source(record: Source) -> list[Fact]:
    read_on = [Said(Checked(record.accessed_on.isoformat()), "date")] if record.accessed_on else []
    original = record.languages.partition(" ")[0]
    return facts(
        plain(_("Kind"), record.get_kind_display()),
        Fact(_("Original title"), [Tagged(record.original_title, original)] if record.original_title else []),
        plain(_("Author"), record.author),
        text(_("Publisher"), record, "publisher"),
        said(_("Date"), record, "date"),
        Fact(_("Languages"), [Languages(tuple(codes))] if (codes := record.languages.split()) else []),
        Fact(_("Read on"), read_on),
        plain(_("Archived copy"), _("none") if record.not_archived else ""),
    )


def uses(record: Source, on: date | None) -> dict[str, list[Citation]]:
    """Return the citations of published records that name this source: those that agree, then the others."""
    cited = public_citations().filter(source=record)
    found = cited.prefetch_related(*Citation.owner_fields, *NAMED_BY).order_by("-stance", "pk")[:MOST_USES]
    return {"uses": [citation for citation in found if is_public(citation.owner)]}
