"""What is asked of a record that the public reads: its name, its date, and that all it names is public too."""

from collections.abc import Callable, Iterable, Iterator

from django.utils.translation import gettext as _

from partnerships.models import Record
from partnerships.models.pictures import UNSAID
from partnerships.records.completeness import lacks_date, lacks_label, unsaid_pictures
from partnerships.records.kinds import record_of
from partnerships.records.references import unpublished_named_by
from partnerships.records.visibility import is_public

from .own_sentences import NEEDS_DATE, NEEDS_NAME
from .refusal import Obstacles, Refused


def require_public_names(record: Record) -> None:
    """Refuse where `record`, which the public sees, lacks its name or date, or names what the public may not see.

    The other way round too: no published record comes to name what is hidden.

    Asked of what is saved, inside the transaction that a refusal takes back.
    """
    whole = record_of(record) or record
    if is_public(whole):
        require_complete([whole])
    if is_public(whole) and (hidden := unpublished_named_by(whole)):
        raise Refused(
            _(
                "The public reads this record, so it may name only what is published. "
                "Nothing is saved yet: publish these first, or take them out:"
            ),
            hidden,
        )
    if not is_public(whole) and (public := [named for named in mirrored(whole) if is_public(named)]):
        raise Refused(
            _(
                "Published records would name this one, which is not published. "
                "Nothing is saved yet: publish it first, or take these out:"
            ),
            public,
        )


def mirrored(record: Record) -> Iterator[Record]:
    """Yield the records that name `record` because it names them: some links go both ways."""
    for field in record._meta.many_to_many:
        if getattr(field.remote_field, "symmetrical", False):
            yield from getattr(record, field.name).all()


def require_complete(records: Iterable[Record]) -> None:
    """Refuse where one of `records` has no name in any language, or no date although its kind is dated."""
    records, obstacles = [*records], Obstacles()
    lacks: tuple[tuple[str, str, Callable[[Record], bool]], ...] = (
        ("label", str(NEEDS_NAME), lacks_label),
        ("date", str(NEEDS_DATE), lacks_date),
        ("pictures", str(UNSAID), lambda record: unsaid_pictures(record).exists()),
    )
    for what, sentence, lacking in lacks:
        with obstacles.noted():
            if found := [record for record in records if lacking(record)]:
                raise Refused(sentence, found, field=what)
    obstacles.refuse()
